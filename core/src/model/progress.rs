//! Ranges of goal progress.

use std::fmt;

/// Basis points in a per cent.
const HUNDRED: i64 = 100;

/// Goal progress in basis points, from `from_bp` up to but not including `to_bp`; open where one is
/// absent, never both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ProgressRange {
    from_bp: Option<i32>,
    to_bp: Option<i32>,
}

impl ProgressRange {
    /// The range, where it holds any value and not all of them.
    pub fn new(from_bp: Option<i32>, to_bp: Option<i32>) -> Option<Self> {
        let holds_some = match (from_bp, to_bp) {
            (Some(from), Some(to)) => from < to,
            (None, None) => false,
            _ => true,
        };
        holds_some.then_some(Self { from_bp, to_bp })
    }

    /// The least progress in it.
    pub fn from_bp(self) -> Option<i32> {
        self.from_bp
    }

    /// The progress just above it.
    pub fn to_bp(self) -> Option<i32> {
        self.to_bp
    }

    /// Whether that progress lies in it.
    pub fn contains(self, progress_bp: i32) -> bool {
        self.from_bp.is_none_or(|from| from <= progress_bp)
            && self.to_bp.is_none_or(|to| progress_bp < to)
    }

    /// Reads what [`fmt::Display`] writes, in per cent: `50..100`, `200..`, `..12.5`.
    pub fn parse(text: &str) -> Option<Self> {
        let (from, to) = text.split_once("..")?;
        let limit = |text: &str| match text {
            "" => Some(None),
            _ => basis_points(text).map(Some),
        };
        Self::new(limit(from)?, limit(to)?)
    }
}

/// Per cent with at most two decimals.
fn basis_points(text: &str) -> Option<i32> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let number = |digits: &str| -> Option<i64> {
        let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| digits.parse().ok()).flatten()
    };
    let decimals = number(decimals)? * [100, 10, 1].get(decimals.len()).copied()?;
    let whole = number(whole)?.checked_mul(HUNDRED)?;
    i32::try_from(sign * whole.checked_add(decimals)?).ok()
}

impl fmt::Display for ProgressRange {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let limit = |limit: Option<i32>| limit.map_or_else(String::new, percent);
        write!(formatter, "{}..{}", limit(self.from_bp), limit(self.to_bp))
    }
}

/// The shortest way to write so many basis points in per cent.
fn percent(basis_points: i32) -> String {
    let sign = if basis_points < 0 { "-" } else { "" };
    let size = i64::from(basis_points).abs();
    let (whole, rest) = (size / HUNDRED, size % HUNDRED);
    match (rest, rest % 10) {
        (0, _) => format!("{sign}{whole}"),
        (_, 0) => format!("{sign}{whole}.{}", rest / 10),
        _ => format!("{sign}{whole}.{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::ProgressRange;

    #[test]
    fn ranges_are_half_open_and_survive_their_text() {
        let check = |text: &str, inside: &[i32], outside: &[i32]| {
            let range = ProgressRange::parse(text).unwrap();
            assert_eq!(range.to_string(), text);
            assert!(
                inside.iter().all(|progress| range.contains(*progress)),
                "{text}"
            );
            assert!(
                !outside.iter().any(|progress| range.contains(*progress)),
                "{text}"
            );
        };
        check("50..100", &[5_000, 9_999], &[4_999, 10_000]);
        check("200..", &[20_000, i32::MAX], &[19_999]);
        check("..10", &[i32::MIN, 999], &[1_000]);
        check("-5..0", &[-500, -1], &[0]);
        check("-0.05..12.3", &[-5, 1_229], &[-6, 1_230]);
    }

    #[test]
    fn what_holds_nothing_or_everything_is_no_range() {
        for text in [
            "",
            "..",
            "5000",
            "5..5",
            "6..5",
            "a..b",
            "1..2..3",
            "1.555..2",
            "+1..2",
            "1...2",
            "99999999999..",
        ] {
            assert_eq!(ProgressRange::parse(text), None, "{text}");
        }
    }
}
