//! The line of recent weeks as the path of an SVG: two elements a row, whatever the number of
//! weeks, and the browser keeps it sharp.

use std::fmt::Write;

/// Weeks shown.
pub const WEEKS: usize = 12;
/// Distance between weeks, in units of the drawing.
const STEP: i64 = 8;
/// Height of the drawing, with room for the line's own width above and below.
const HEIGHT: i64 = 24;
const MARGIN: i64 = 2;

/// The drawing's size, for `viewBox`.
pub const VIEW_BOX: &str = "-3 0 94 24";

/// A line and the dot at its end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spark {
    /// Path of the line, broken where a week has no figure.
    pub line: String,
    /// Path of the dot; empty where no week has a figure.
    pub dot: String,
}

/// Draws weekly sums on a scale of their own that starts at zero.
pub fn spark(weeks: &[Option<i64>]) -> Spark {
    let known = || weeks.iter().flatten().copied();
    let (low, high) = (
        known().min().unwrap_or(0).min(0),
        known().max().unwrap_or(0).max(0),
    );
    // Of nothing but zeros the line lies at the bottom.
    let high = high.max(low.saturating_add(1));
    let span = high.saturating_sub(low);
    let y = |value: i64| {
        let share = i128::from(high.saturating_sub(value)) * i128::from(HEIGHT - 2 * MARGIN);
        MARGIN + (share / i128::from(span)) as i64
    };
    let mut spark = Spark::default();
    let mut pen_down = false;
    for (week, value) in weeks.iter().enumerate() {
        if let Some(value) = value {
            let (x, y) = (week as i64 * STEP, y(*value));
            let verb = if pen_down { 'L' } else { 'M' };
            // Writing to a text cannot fail.
            let _ = write!(spark.line, "{verb}{x} {y}");
            spark.dot = format!("M{x} {y}h0");
        }
        pen_down = value.is_some();
    }
    spark
}

#[cfg(test)]
mod tests {
    use super::spark;

    #[test]
    fn lines_start_at_zero_and_break_at_gaps() {
        let check = |weeks: &[Option<i64>], line: &str, dot: &str| {
            let spark = spark(weeks);
            assert_eq!((spark.line.as_str(), spark.dot.as_str()), (line, dot));
        };
        check(&[], "", "");
        check(&[None, None], "", "");
        check(&[Some(0), Some(0)], "M0 22L8 22", "M8 22h0");
        check(&[Some(0), Some(10)], "M0 22L8 2", "M8 2h0");
        check(&[Some(10), None, Some(5)], "M0 2M16 12", "M16 12h0");
        check(&[Some(-10), Some(10)], "M0 22L8 2", "M8 2h0");
        check(&[Some(i64::MAX), Some(i64::MIN)], "M0 2L8 22", "M8 22h0");
    }
}
