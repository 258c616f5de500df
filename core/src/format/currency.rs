//! How currencies are written.

use crate::model::Lang;

/// An ISO 4217 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Code([u8; 3]);

/// How one currency is written.
struct Signs {
    code: &'static str,
    symbol_zh: &'static str,
    symbol_en: &'static str,
    name_zh: &'static str,
    decimals: u8,
}

const SIGNS: [Signs; 8] = [
    signs("CNY", "¥", "¥", "元", 2),
    signs("USD", "US$", "$", "美元", 2),
    signs("EUR", "€", "€", "欧元", 2),
    signs("GBP", "£", "£", "英镑", 2),
    // Not a bare ¥, which is the yuan here.
    signs("JPY", "JP¥", "JP¥", "日元", 0),
    signs("HKD", "HK$", "HK$", "港元", 2),
    signs("KRW", "₩", "₩", "韩元", 0),
    signs("VND", "₫", "₫", "越南盾", 0),
];

const fn signs(
    code: &'static str,
    symbol_zh: &'static str,
    symbol_en: &'static str,
    name_zh: &'static str,
    decimals: u8,
) -> Signs {
    Signs {
        code,
        symbol_zh,
        symbol_en,
        name_zh,
        decimals,
    }
}

/// Codes of ISO 4217 whose amounts do not have two decimals, besides those of [`SIGNS`].
const WITHOUT_DECIMALS: [&str; 13] = [
    "BIF", "CLP", "DJF", "GNF", "ISK", "KMF", "PYG", "RWF", "UGX", "VUV", "XAF", "XOF", "XPF",
];
const THREE_DECIMALS: [&str; 7] = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];

/// Decimals that amounts in the currency of that code have by ISO 4217; 2 where it is not known.
pub fn currency_decimals(code: &str) -> u8 {
    Code::new(code).decimals()
}

impl Code {
    /// The code; `XXX`, which stands for no currency, where `text` is none.
    pub(super) fn new(text: &str) -> Self {
        let ascii = text
            .as_bytes()
            .first_chunk::<3>()
            .filter(|_| text.len() == 3);
        Self(
            ascii
                .filter(|code| code.is_ascii())
                .copied()
                .unwrap_or(*b"XXX"),
        )
    }

    pub(super) fn as_str(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or("XXX")
    }

    fn signs(self) -> Option<&'static Signs> {
        SIGNS.iter().find(|signs| signs.code == self.as_str())
    }

    /// What stands before an amount: a symbol, or the code and a space.
    pub(super) fn prefix(self, lang: Lang) -> String {
        match (self.signs(), lang) {
            (Some(signs), Lang::Zh) => signs.symbol_zh.to_owned(),
            (Some(signs), Lang::En) => signs.symbol_en.to_owned(),
            (None, _) => format!("{}\u{a0}", self.as_str()),
        }
    }

    /// What stands behind an amount in Chinese: a name, or a space and the code.
    pub(super) fn suffix_zh(self) -> String {
        match self.signs() {
            Some(signs) => signs.name_zh.to_owned(),
            None => format!("\u{a0}{}", self.as_str()),
        }
    }

    /// Decimals of an amount in this currency.
    pub(super) fn decimals(self) -> u8 {
        let is_in = |codes: &[&str]| codes.iter().any(|code| Self::new(code) == self);
        match self.signs() {
            Some(signs) => signs.decimals,
            None if is_in(&WITHOUT_DECIMALS) => 0,
            None if is_in(&THREE_DECIMALS) => 3,
            None => 2,
        }
    }
}
