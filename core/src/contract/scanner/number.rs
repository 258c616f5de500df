//! Numbers of JSON. The contract has whole numbers only; others are read to name them in an error,
//! and where an unknown field is skipped.

use super::Scanner;
use crate::contract::error::{ContractErrorKind, JsonType, Token};
use crate::contract::fault::{Fault, shortened};
use crate::contract::limits;

/// Digits that no number within the limits exceeds.
const MOST_DIGITS: usize = 16;

impl<'a> Scanner<'a> {
    /// A whole number from −(2^53 − 1) to 2^53 − 1.
    pub fn integer(&mut self) -> Result<i64, Fault> {
        self.integer_from(-limits::AMOUNT)
    }

    /// A whole number from `least` to 2^53 − 1.
    pub fn integer_from(&mut self, least: i64) -> Result<i64, Fault> {
        self.want(JsonType::Number)?;
        let start = self.at;
        let text = self.number()?;
        let digits = text.trim_start_matches('-');
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            let found = shortened(text);
            return Err(Fault::new(start, ContractErrorKind::NotWhole { found }));
        }
        let size = if digits.len() <= MOST_DIGITS {
            digits.parse().ok()
        } else {
            None
        };
        let sign = if digits.len() < text.len() { -1 } else { 1 };
        let number = size.map(|size: i64| sign * size);
        number
            .filter(|number| (least..=limits::AMOUNT).contains(number))
            .ok_or_else(|| out_of_range(start, least, text))
    }

    /// The text of a number, checked against the grammar.
    pub fn number(&mut self) -> Result<&'a str, Fault> {
        let start = self.at;
        self.take(b"-");
        if self.take(b"0") {
            if self.bytes.get(self.at).is_some_and(u8::is_ascii_digit) {
                self.at = start;
                return Err(self.syntax(Token::NoLeadingZero));
            }
        } else {
            self.digits()?;
        }
        if self.take(b".") {
            self.digits()?;
        }
        if self.take(b"eE") {
            self.take(b"+-");
            self.digits()?;
        }
        std::str::from_utf8(&self.bytes[start..self.at]).map_err(|_| self.syntax(Token::Digit))
    }

    /// Goes past one of those bytes where one stands here.
    fn take(&mut self, any: &[u8]) -> bool {
        let taken = self
            .bytes
            .get(self.at)
            .is_some_and(|byte| any.contains(byte));
        self.at += usize::from(taken);
        taken
    }

    fn digits(&mut self) -> Result<(), Fault> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at += digits;
        if digits == 0 {
            return Err(self.syntax(Token::Digit));
        }
        Ok(())
    }
}

/// A number that is not from `min` to the largest.
fn out_of_range(offset: usize, min: i64, found: &str) -> Fault {
    Fault::new(
        offset,
        ContractErrorKind::OutOfRange {
            min,
            max: limits::AMOUNT,
            found: shortened(found),
        },
    )
}

#[cfg(test)]
mod tests {
    use super::Scanner;

    fn integer(json: &str) -> Result<i64, String> {
        let mut scanner = Scanner::new(json.as_bytes());
        let number = scanner
            .integer()
            .and_then(|number| scanner.finish().map(|()| number));
        number.map_err(|fault| fault.to_string())
    }

    #[test]
    fn whole_numbers_up_to_2_53_are_read() {
        let largest = "9007199254740991";
        for (json, expected) in [
            ("0", 0),
            ("-0", 0),
            (" 7 ", 7),
            ("-12", -12),
            (largest, 9_007_199_254_740_991),
        ] {
            assert_eq!(integer(json), Ok(expected));
        }
    }

    #[test]
    fn others_are_refused_by_name() {
        for (json, expected) in [
            (
                "1.5",
                "expected a whole number written as digits, found 1.5",
            ),
            (
                "1e3",
                "expected a whole number written as digits, found 1e3",
            ),
            (
                "1.0",
                "expected a whole number written as digits, found 1.0",
            ),
            (
                "-1E-2",
                "expected a whole number written as digits, found -1E-2",
            ),
            (
                "1e999",
                "expected a whole number written as digits, found 1e999",
            ),
            ("01", "expected a number without leading zeros, found '0'"),
            ("-01", "expected a number without leading zeros, found '-'"),
            ("-", "expected a digit, found the end of the document"),
            ("1.", "expected a digit, found the end of the document"),
            ("1e+", "expected a digit, found the end of the document"),
            (".5", "expected a JSON value, found '.'"),
            ("+1", "expected a JSON value, found '+'"),
            ("NaN", "expected a JSON value, found 'N'"),
            ("Infinity", "expected a JSON value, found 'I'"),
            ("0x10", "expected nothing after the document, found 'x'"),
            ("\"1\"", "expected a number, found a string"),
            ("null", "expected a number, found null"),
        ] {
            assert_eq!(integer(json), Err(expected.to_owned()), "{json}");
        }
    }

    #[test]
    fn numbers_beyond_2_53_are_refused() {
        for json in [
            "9007199254740992",
            "-9007199254740992",
            "99999999999999999",
            "100000000000000000000",
        ] {
            let text = integer(json).unwrap_err();
            assert!(
                text.starts_with("expected a number from -9007199254740991"),
                "{text}"
            );
        }
    }
}
