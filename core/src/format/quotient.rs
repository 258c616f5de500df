//! Quotients of two metrics as readers know them: value per order, viewers per hour, refund rate.

use super::count::format_share;
use super::format_compact;
use super::measure::Measure;
use crate::model::{Lang, Metric, Share};

/// Figures in units of a hundredth, for quotients that are small.
const FINER: i128 = 100;
/// Minutes in an hour, by which time on air is read.
const HOUR_MINUTES: i128 = 60;

/// The sum of one metric for each one of another's: money or counts by the hour of minutes, money
/// for each count, and otherwise a share. `measure` is how `of` is shown, in the units of its sum.
/// `None` where the sum below the line is not above 0.
pub fn format_quotient(
    lang: Lang,
    measure: Measure,
    of: (Metric, i64),
    per: (Metric, i64),
) -> Option<String> {
    let (part, whole) = (i128::from(of.1), i128::from(per.1));
    if whole <= 0 {
        return None;
    }
    if per.0 == Metric::Minutes {
        let figure = rounded(part * HOUR_MINUTES * FINER, whole);
        let amount = format_compact(figure, lang, measure.finer());
        return Some(match lang {
            Lang::Zh => format!("{amount}/小时"),
            Lang::En => format!("{amount}/h"),
        });
    }
    if is_money(of.0) == is_money(per.0) {
        return Share::of(of.1, per.1).map(format_share);
    }
    let figure = rounded(part * FINER, whole);
    Some(format_compact(figure, lang, measure.finer()))
}

fn is_money(metric: Metric) -> bool {
    matches!(metric, Metric::Gmv | Metric::Net)
}

/// `part ÷ whole`, rounded half away from zero.
fn rounded(part: i128, whole: i128) -> i64 {
    let size = (2 * part.abs() + whole) / (2 * whole);
    i64::try_from(size * part.signum()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Measure, format_quotient};
    use crate::model::{Currency, Lang, Metric};

    fn yuan(scale: u8) -> Measure {
        let currency = Currency {
            code: "CNY".to_owned(),
            scale,
            display: Vec::new(),
        };
        Measure::money(&currency, None)
    }

    /// ¥25,000 in fen from 100 orders is ¥250 each; in whole yuan 1,000 ÷ 3 is ¥333.33. 90 minutes
    /// are an hour and a half.
    #[test]
    fn quotients_read_as_they_are_known() {
        let check = |measure, of, per, zh: &str, en: &str| {
            let read = |lang| format_quotient(lang, measure, of, per).unwrap();
            assert_eq!((read(Lang::Zh).as_str(), read(Lang::En).as_str()), (zh, en));
        };
        let (gmv, orders, minutes) = (Metric::Gmv, Metric::Orders, Metric::Minutes);
        check(
            yuan(2),
            (gmv, 2_500_000),
            (orders, 100),
            "¥250.00",
            "¥250.00",
        );
        check(yuan(0), (gmv, 1_000), (orders, 3), "¥333.33", "¥333.33");
        check(yuan(0), (gmv, 3), (Metric::Viewers, 2), "¥1.50", "¥1.50");
        check(
            yuan(0),
            (gmv, 1_500_000),
            (minutes, 90),
            "¥100.0万/小时",
            "¥1.00M/h",
        );
        check(
            Measure::count(),
            (Metric::Viewers, 300),
            (minutes, 90),
            "200.0/小时",
            "200.0/h",
        );
        check(
            Measure::count(),
            (orders, 3),
            (Metric::Viewers, 200),
            "1.5%",
            "1.5%",
        );
        check(yuan(0), (Metric::Net, 88), (gmv, 100), "88.0%", "88.0%");
        check(yuan(0), (Metric::Net, -5), (gmv, 100), "−5.0%", "−5.0%");
    }

    #[test]
    fn nothing_is_divided_by_nothing() {
        for whole in [0, -1] {
            let of = (Metric::Gmv, 5);
            assert_eq!(
                format_quotient(Lang::En, yuan(0), of, (Metric::Orders, whole)),
                None
            );
        }
    }
}
