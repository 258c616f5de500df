//! Lengths as style sheets write them.

/// A length in CSS pixels to the tenth, such as `12.5px`.
pub fn px(length: f64) -> String {
    let tenths = (length * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, tenth) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    format!("{sign}{whole}.{tenth}px")
}

#[cfg(test)]
mod tests {
    use super::px;

    #[test]
    fn lengths_are_rounded_to_tenths() {
        for (length, text) in [
            (0.0, "0.0px"),
            (12.34, "12.3px"),
            (-0.26, "-0.3px"),
            (14_999_999.96, "15000000.0px"),
        ] {
            assert_eq!(px(length), text);
        }
    }
}
