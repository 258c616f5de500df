//! Amounts of money as integers of the currency's minor unit, and exact exchange rates.

use std::fmt;

/// An amount in minor units of the document's currency (whole yuan at scale 0, fen at scale 2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(pub i64);

impl Money {
    /// The amount in minor units.
    pub fn minor(self) -> i64 {
        self.0
    }

    /// The sum, unless it leaves 64 bits.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }
}

/// A positive decimal number, kept exactly: `digits` ÷ 10^`places`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    digits: u64,
    places: u8,
}

/// Why a text is not a positive decimal number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a decimal number above 0 of at most 18 digits, such as \"6.4935\"")]
pub struct DecimalError;

impl Decimal {
    /// Reads digits with at most one point between them, such as `6.4935`; nothing but a value
    /// above 0.
    pub fn parse(text: &str) -> Result<Self, DecimalError> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let is_cut = whole.is_empty() || text.ends_with('.');
        if is_cut || !plain(whole) || !plain(fraction) || whole.len() + fraction.len() > 18 {
            return Err(DecimalError);
        }
        let digits: u64 = format!("{whole}{fraction}")
            .parse()
            .map_err(|_| DecimalError)?;
        let places = fraction.len() as u8;
        (digits > 0)
            .then_some(Self { digits, places })
            .ok_or(DecimalError)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.places == 0 {
            return write!(formatter, "{}", self.digits);
        }
        let unit = 10_u64.pow(u32::from(self.places));
        let width = usize::from(self.places);
        write!(
            formatter,
            "{}.{:0width$}",
            self.digits / unit,
            self.digits % unit
        )
    }
}

/// A currency in which amounts can also be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisplayCurrency {
    /// ISO 4217 code.
    pub code: String,
    /// Units of the document's currency for one unit of this one.
    pub per_unit: Decimal,
    /// The day of the rate, where given.
    pub date: Option<super::Day>,
}

/// The document's currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Currency {
    /// ISO 4217 code.
    pub code: String,
    /// Decimal places of the integers: 0 for whole units, 2 for hundredths; at most 6.
    pub scale: u8,
    /// Other currencies with their rates.
    pub display: Vec<DisplayCurrency>,
}

impl Currency {
    /// Minor units in one major unit.
    pub fn minor_per_major(&self) -> i64 {
        10_i64.pow(u32::from(self.scale))
    }
}

#[cfg(test)]
mod tests {
    use super::{Decimal, DecimalError};

    #[test]
    fn rates_are_exact_and_positive() {
        for good in [
            "6.4935",
            "1.0",
            "7",
            "0.000001",
            "123456789012345678",
            "12345678901234567.8",
        ] {
            assert_eq!(Decimal::parse(good).unwrap().to_string(), good);
        }
        for bad in [
            "",
            "0",
            "0.0",
            "-1",
            "1e3",
            ".5",
            "5.",
            "1.2.3",
            "NaN",
            "1234567890123456789",
            "123456789012345678.9",
            ".",
        ] {
            assert_eq!(Decimal::parse(bad), Err(DecimalError), "{bad}");
        }
    }
}
