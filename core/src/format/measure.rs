//! What a figure of the model counts, and in what it is shown.

use super::currency::Code;
use crate::model::{Currency, Decimal, Lang, Metric};

/// What figures count and in what they are shown: the document's currency, one of its other
/// currencies, plain numbers, minutes as hours, or shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Measure {
    kind: Kind,
    /// Figures are in units of 1 ÷ 10^`places` of what is counted.
    places: u8,
    /// One of what is shown is worth `rate` ÷ 10^`rate_places` of what is counted.
    rate: u64,
    rate_places: u8,
    /// Decimals of a figure shown in full.
    decimals: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    Money(Code),
    Count,
    Hours,
    Percent,
}

impl Measure {
    /// Money of the document, shown in the currency of that code; in the document's own where the
    /// code is absent or the document gives no rate for it.
    pub fn money(currency: &Currency, shown_in: Option<&str>) -> Self {
        let other = currency
            .display
            .iter()
            .find(|other| Some(other.code.as_str()) == shown_in);
        let own = Self {
            kind: Kind::Money(Code::new(&currency.code)),
            places: currency.scale,
            rate: 1,
            rate_places: 0,
            decimals: currency.scale,
        };
        let Some(other) = other.filter(|other| other.code != currency.code) else {
            return own;
        };
        let code = Code::new(&other.code);
        let (rate, rate_places) = digits_of(other.per_unit);
        Self {
            kind: Kind::Money(code),
            rate,
            rate_places,
            decimals: code.decimals(),
            ..own
        }
    }

    /// Plain numbers, such as orders and viewers.
    pub fn count() -> Self {
        Self {
            kind: Kind::Count,
            places: 0,
            rate: 1,
            rate_places: 0,
            decimals: 0,
        }
    }

    /// Minutes, shown as hours.
    pub fn hours() -> Self {
        Self {
            kind: Kind::Hours,
            places: 0,
            rate: 60,
            rate_places: 0,
            decimals: 1,
        }
    }

    /// Thousandths of a per cent, shown as per cent; finer than what is shown, so that what is cut
    /// off below them is still rounded as the share itself would be.
    pub fn percent() -> Self {
        Self {
            kind: Kind::Percent,
            places: 3,
            rate: 1,
            rate_places: 0,
            decimals: 1,
        }
    }

    /// The same, shown without decimals.
    pub fn whole_percent() -> Self {
        Self {
            decimals: 0,
            ..Self::percent()
        }
    }

    /// The measure of a metric.
    pub fn of(metric: Metric, currency: &Currency, shown_in: Option<&str>) -> Self {
        match metric {
            Metric::Gmv | Metric::Net => Self::money(currency, shown_in),
            Metric::Orders | Metric::Viewers => Self::count(),
            Metric::Minutes => Self::hours(),
        }
    }

    /// The same in hundredths of its units, for quotients; with decimals, whatever the units have.
    #[must_use]
    pub(super) fn finer(self) -> Self {
        let decimals = if matches!(self.kind, Kind::Money(_)) {
            2
        } else {
            1
        };
        Self {
            places: self.places + 2,
            decimals: self.decimals.max(decimals),
            ..self
        }
    }

    /// The code of the currency in which figures are shown, where they are money.
    pub fn currency_code(&self) -> Option<&str> {
        if let Kind::Money(code) = &self.kind {
            Some(code.as_str())
        } else {
            None
        }
    }

    /// A figure in full, in units of 10^−places of what is shown, and those places; rounded half up.
    pub fn in_full(self, figure: i64) -> (i128, u8) {
        let size = i128::try_from(self.rounded(figure, 0, self.decimals)).unwrap_or(i128::MAX);
        (if figure < 0 { -size } else { size }, self.decimals)
    }

    /// Decimals of a figure shown in full.
    pub(super) fn decimals(self) -> u8 {
        self.decimals
    }

    /// The size of a figure in 10^`exponent` of what is shown, times 10^`decimals`, rounded half
    /// up.
    pub(super) fn rounded(self, figure: i64, exponent: u8, decimals: u8) -> u128 {
        let size = u128::from(figure.unsigned_abs());
        let up = u32::from(decimals) + u32::from(self.rate_places);
        let down = u32::from(self.places) + u32::from(exponent);
        let raise = |by: u32| 10_u128.saturating_pow(by);
        let whole = size.saturating_mul(raise(up.saturating_sub(down)));
        let one = u128::from(self.rate).saturating_mul(raise(down.saturating_sub(up)));
        let half_or_more = whole % one >= one - one / 2;
        whole / one + u128::from(half_or_more)
    }

    /// The figure that is shown as so many whole units.
    pub(super) fn figure(self, shown: i64) -> i64 {
        let size = u128::from(shown.unsigned_abs()).saturating_mul(u128::from(self.rate));
        let raised = size.saturating_mul(10_u128.pow(u32::from(self.places)));
        let one = 10_u128.saturating_pow(u32::from(self.rate_places));
        let figure = i64::try_from(raised.saturating_add(one / 2) / one).unwrap_or(i64::MAX);
        if shown < 0 { -figure } else { figure }
    }

    /// What stands before a figure, such as `¥`.
    pub(super) fn prefix(self, lang: Lang) -> String {
        if let Kind::Money(code) = self.kind {
            code.prefix(lang)
        } else {
            String::new()
        }
    }

    /// What stands behind a figure that has no prefix, such as `元` or `h`.
    pub(super) fn suffix(self, lang: Lang) -> String {
        match (self.kind, lang) {
            (Kind::Money(code), Lang::Zh) => code.suffix_zh(),
            (Kind::Hours | Kind::Percent, _) => self.unit_behind(lang).to_owned(),
            _ => String::new(),
        }
    }

    /// The unit that stands behind a figure in both languages: of time, or of shares.
    pub(super) fn unit_behind(self, lang: Lang) -> &'static str {
        match (self.kind, lang) {
            (Kind::Hours, Lang::Zh) => "小时",
            (Kind::Hours, Lang::En) => "\u{a0}h",
            (Kind::Percent, _) => "%",
            _ => "",
        }
    }
}

/// A rate as an integer and its decimal places.
fn digits_of(rate: Decimal) -> (u64, u8) {
    let text = rate.to_string();
    let places = text
        .split_once('.')
        .map_or(0, |(_, fraction)| fraction.len() as u8);
    let digits = text.bytes().filter(u8::is_ascii_digit);
    (
        digits.fold(0, |number, digit| number * 10 + u64::from(digit - b'0')),
        places,
    )
}
