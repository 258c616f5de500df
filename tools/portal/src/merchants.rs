//! The two merchants of the example. Their channels are the sample's.

/// A merchant of the portal.
#[derive(Debug)]
pub struct Merchant {
    /// What it logs in as.
    pub account: &'static str,
    /// Its name in Chinese.
    pub name_zh: &'static str,
    /// Its name in English.
    pub name_en: &'static str,
    /// Ids of its channels, the one that its home page opens with first.
    pub channels: &'static [&'static str],
}

/// One with two channels on the way to the line, one with a channel far over it.
pub const MERCHANTS: [Merchant; 2] = [
    Merchant {
        account: "chabai",
        name_zh: "茶白商贸",
        name_en: "Chabai Trading",
        channels: &["c2113", "c0043"],
    },
    Merchant {
        account: "songge",
        name_zh: "松哥数码",
        name_en: "Songge Digital",
        channels: &["c1876"],
    },
];

/// The merchant of an account, with its position in [`MERCHANTS`].
pub fn of_account(account: &str) -> Option<usize> {
    MERCHANTS
        .iter()
        .position(|merchant| merchant.account == account)
}
