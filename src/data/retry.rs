//! When to try again: exponential back-off with full jitter, so that a thousand open pages do not
//! come back at the same moment (AWS Architecture Blog, "Exponential Backoff and Jitter", 2015).

/// Longest pause before the first retry.
const BASE_MS: f64 = 1_000.0;
/// Longest pause before any retry.
const CAP_MS: f64 = 60_000.0;
/// A `Retry-After` beyond this is cut to it, so that a mistaken header does not silence the page.
const RETRY_AFTER_CAP_MS: f64 = 600_000.0;

/// Milliseconds to wait before retry number `attempt` (0 for the first), where `random` is drawn
/// evenly from 0 to 1 and `retry_after_ms` is what the server asked for.
pub fn delay_ms(attempt: u32, random: f64, retry_after_ms: Option<f64>) -> f64 {
    let ceiling = (BASE_MS * 2_f64.powi(attempt.min(16) as i32)).min(CAP_MS);
    let asked = retry_after_ms.map_or(0.0, |asked| asked.min(RETRY_AFTER_CAP_MS));
    asked.max(ceiling * random.clamp(0.0, 1.0))
}

/// Reads `Retry-After`: seconds, or an HTTP date compared with `now_ms`, both in milliseconds.
pub fn retry_after_ms(
    header: &str,
    now_ms: f64,
    parse_date_ms: impl Fn(&str) -> f64,
) -> Option<f64> {
    if let Ok(seconds) = header.trim().parse::<u32>() {
        return Some(f64::from(seconds) * 1_000.0);
    }
    let date_ms = parse_date_ms(header);
    date_ms.is_finite().then(|| (date_ms - now_ms).max(0.0))
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "the figures are exact in binary")]
mod tests {
    use super::{delay_ms, retry_after_ms};

    #[test]
    fn pauses_double_up_to_a_minute() {
        let longest = |attempt| delay_ms(attempt, 1.0, None);
        assert_eq!(
            [0, 1, 2, 5, 6, 40].map(longest),
            [1e3, 2e3, 4e3, 32e3, 60e3, 60e3]
        );
        assert_eq!(delay_ms(3, 0.25, None), 2_000.0);
    }

    #[test]
    fn the_server_may_ask_for_longer() {
        assert_eq!(delay_ms(0, 0.5, Some(30_000.0)), 30_000.0);
        assert_eq!(delay_ms(6, 1.0, Some(1_000.0)), 60_000.0);
        assert_eq!(delay_ms(0, 0.0, Some(1e12)), 600_000.0);
    }

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let parse = |text: &str| if text == "date" { 5_000.0 } else { f64::NAN };
        assert_eq!(retry_after_ms(" 7 ", 0.0, parse), Some(7_000.0));
        assert_eq!(retry_after_ms("date", 1_000.0, parse), Some(4_000.0));
        assert_eq!(retry_after_ms("date", 9_000.0, parse), Some(0.0));
        assert_eq!(retry_after_ms("soon", 0.0, parse), None);
    }
}
