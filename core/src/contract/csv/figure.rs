//! One figure of a CSV file.

use crate::contract::error::{ContractErrorKind, Form};
use crate::contract::fault::{Fault, shortened};
use crate::contract::{limits, values};
use crate::model::{Cells, Metric};

/// What stands between thousands in one country or another.
const MARKS: [char; 7] = [',', '.', '\'', '’', ' ', '\u{a0}', '\u{202f}'];

/// A figure in minor units; an empty field is a gap.
pub(super) fn figure(
    (offset, text): values::Leaf<'_>,
    metric: Metric,
    scale: u8,
) -> Result<i64, Fault> {
    if text.is_empty() {
        return Ok(Cells::GAP);
    }
    let (negative, size) = match text.strip_prefix('-') {
        Some(size) => (true, size),
        None => (false, text),
    };
    let (whole, fraction) = size.split_once('.').unwrap_or((size, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let point_fits = !size.contains('.') || fraction.len() <= usize::from(scale);
    if !digits(whole) || !digits(fraction) || !point_fits {
        let form = match scale {
            _ if is_grouped(text) => Form::Ungrouped,
            0 => Form::Whole,
            _ => Form::Amount,
        };
        return Err(Fault::form(offset, form, text));
    }
    let fraction = if scale == 0 { "" } else { fraction };
    let padded = format!("{whole}{fraction:0<width$}", width = usize::from(scale));
    let min = if metric.may_be_negative() {
        -limits::AMOUNT
    } else {
        0
    };
    let sign = if negative { -1 } else { 1 };
    let figure = padded.parse().ok().map(|size: i64| sign * size);
    figure
        .filter(|figure| (min..=limits::AMOUNT).contains(figure))
        .ok_or_else(|| {
            let found = shortened(text);
            Fault::new(
                offset,
                ContractErrorKind::OutOfRange {
                    min,
                    max: limits::AMOUNT,
                    found,
                },
            )
        })
}

/// Whether a figure has marks between its thousands, such as `-1,234.50`, `12,34,567`, `1.234,50`
/// and `1'234`. A point alone may stand before decimals, so `1.234` has none.
pub(super) fn is_grouped(figure: &str) -> bool {
    let (mut digits, mut mark, mut is_sure) = (0, None, false);
    for letter in figure.trim_start_matches('-').chars() {
        match letter {
            '0'..='9' => digits += 1,
            letter
                if MARKS.contains(&letter)
                    && (1..=3).contains(&digits)
                    && mark.is_none_or(|mark| mark == letter) =>
            {
                is_sure = letter != '.' || mark.is_some();
                (digits, mark) = (0, Some(letter));
            }
            ',' | '.' => {
                is_sure = true;
                break;
            }
            _ => return false,
        }
    }
    is_sure && digits == 3
}

#[cfg(test)]
mod tests {
    use super::{figure, is_grouped};
    use crate::model::{Cells, Metric};

    #[test]
    fn thousands_are_told_from_decimals() {
        let commas = ["1,234", "-1,234,567.50", "12,34,567"];
        let points = ["1.234.567", "-1.234,50", "1.234.567,5"];
        let others = [
            "1'234",
            "1’234.50",
            "1 234,50",
            "12\u{a0}345",
            "1\u{202f}234\u{202f}567",
        ];
        for grouped in commas.iter().chain(&points).chain(&others) {
            assert!(is_grouped(grouped), "{grouped}");
        }
        for other in [
            "1234",
            "1,5",
            "1,50",
            "1234,567",
            "1,,234",
            ",234",
            "a,234",
            "1,234,5",
            "",
            "1.234",
            "-1.234",
            "1.5",
            "1.5,234",
            "1234.567",
            "1.234.5",
            "1.2.3",
            "1 5",
            " 234",
            "1234 ",
            "1 234\u{a0}567",
            "1..234",
        ] {
            assert!(!is_grouped(other), "{other}");
        }
    }

    #[test]
    fn amounts_become_minor_units() {
        let check = |text: &str, metric: Metric, scale: u8, expected: Option<i64>| {
            assert_eq!(figure((0, text), metric, scale).ok(), expected, "{text}");
        };
        check("1234.5", Metric::Gmv, 2, Some(123_450));
        check("1234", Metric::Gmv, 2, Some(123_400));
        check("0.07", Metric::Gmv, 2, Some(7));
        check("12", Metric::Gmv, 0, Some(12));
        check("", Metric::Gmv, 2, Some(Cells::GAP));
        check("-3.10", Metric::Net, 2, Some(-310));
        check("-0", Metric::Gmv, 0, Some(0));
        check(
            "9007199254740991",
            Metric::Orders,
            0,
            Some(9_007_199_254_740_991),
        );
        for wrong in [
            "1.234",
            "1,5",
            "1e3",
            "-1",
            " 1",
            "1 ",
            "+1",
            ".5",
            "5.",
            "NaN",
            "¥5",
            "1.2.3",
            "90071992547409.92",
            "99999999999999999999999",
        ] {
            check(wrong, Metric::Gmv, 2, None);
        }
        check("1.0", Metric::Gmv, 0, None);
        check("1.0", Metric::Orders, 0, None);
    }
}
