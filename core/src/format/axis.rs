//! Round ticks for an axis, in the currency that is shown.

use super::{AmountStyle, Measure, Scale};
use crate::model::Lang;
use std::ops::RangeInclusive;

/// The ticks of an axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    /// The figures at which ticks stand, in the unit of the model, ascending.
    pub ticks: Vec<i64>,
    /// How all of them are written.
    pub style: AmountStyle,
}

/// Ticks between two figures at multiples of 1, 2 or 5 × a power of ten of what is shown: as many
/// as possible, but at most so many, which is at least two; written in a `unit`, a power of ten.
pub fn axis(
    lang: Lang,
    measure: Measure,
    unit: u8,
    (low, high): (i64, i64),
    at_most: usize,
) -> Axis {
    let [first, last] = [low.min(high), high.max(low)].map(|end| shown(measure, end));
    let step = round_steps()
        .find(|step| count(&multiples(first, last, *step)) <= at_most.max(2) as u64)
        .unwrap_or(i64::MAX);
    let ticks = multiples(first, last, step)
        .map(|number| measure.figure(number * step))
        .collect();
    let scale = Scale::axis(measure, unit, measure.figure(step));
    Axis {
        ticks,
        style: AmountStyle {
            lang,
            measure,
            scale,
        },
    }
}

/// The whole units in which a figure is shown.
fn shown(measure: Measure, figure: i64) -> i64 {
    let size = i64::try_from(measure.rounded(figure, 0, 0)).unwrap_or(i64::MAX);
    if figure < 0 { -size } else { size }
}

/// Which multiples of `step` lie from `first` to `last`.
fn multiples(first: i64, last: i64, step: i64) -> RangeInclusive<i64> {
    -(-first).div_euclid(step)..=last.div_euclid(step)
}

/// How many numbers a range holds; its own `count` would overflow where addresses have 32 bits.
fn count(range: &RangeInclusive<i64>) -> u64 {
    if range.is_empty() {
        return 0;
    }
    range.end().abs_diff(*range.start()).saturating_add(1)
}

/// 1, 2, 5, 10, 20, 50 … as far as 64 bits go.
fn round_steps() -> impl Iterator<Item = i64> {
    let powers = (0..=18).map(|power| 10_i64.pow(power));
    powers.flat_map(|power| {
        [1, 2, 5]
            .into_iter()
            .filter_map(move |times| power.checked_mul(times))
    })
}

#[cfg(test)]
mod tests {
    use super::axis;
    use crate::format::{Measure, axis_unit, format_amount, format_within, unit_label};
    use crate::model::{Currency, Decimal, DisplayCurrency, Lang};

    fn money(shown_in: Option<&str>) -> Measure {
        let per_unit = Decimal::parse("6.4935").unwrap();
        let display = vec![DisplayCurrency {
            code: "USD".into(),
            per_unit,
            date: None,
        }];
        Measure::money(
            &Currency {
                code: "CNY".into(),
                scale: 0,
                display,
            },
            shown_in,
        )
    }

    fn check(measure: Measure, (low, high): (i64, i64), unit: &str, labels: &[&str]) {
        let largest = high.max(-low);
        let exponent = axis_unit(Lang::En, measure, largest, largest);
        let axis = axis(Lang::En, measure, exponent, (low, high), 6);
        let texts: Vec<_> = axis
            .ticks
            .iter()
            .map(|tick| format_amount(*tick, &axis.style))
            .collect();
        assert_eq!(
            (unit_label(&axis.style).as_str(), texts),
            (
                unit,
                labels.iter().map(|label| (*label).to_owned()).collect()
            )
        );
    }

    #[test]
    fn ticks_are_round_in_the_currency_that_is_shown() {
        let yuan = money(None);
        check(
            yuan,
            (0, 100_000_000),
            "¥M",
            &["0", "20", "40", "60", "80", "100"],
        );
        check(yuan, (0, 1_300_000), "¥M", &["0.0", "0.5", "1.0"]);
        check(
            yuan,
            (-300, 800),
            "¥",
            &["−200", "0", "200", "400", "600", "800"],
        );
        check(yuan, (7, 7), "¥", &["7"]);
        check(
            money(Some("USD")),
            (0, 100_000_000),
            "$M",
            &["0", "5", "10", "15"],
        );
        check(
            Measure::hours(),
            (0, 600),
            "h",
            &["0", "2", "4", "6", "8", "10"],
        );
        check(
            Measure::count(),
            (2_000, 1_000),
            "",
            &["1,000", "1,200", "1,400", "1,600", "1,800", "2,000"],
        );
    }

    /// The unit's power of ten, and the figures beside the axis.
    #[test]
    fn figures_beside_an_axis_stand_in_its_unit() {
        let check = |lang, largest: i64, figures: &[i64], unit: u8, texts: &[&str]| {
            let smallest = figures.iter().copied().min().unwrap();
            let found = axis_unit(lang, money(None), largest, smallest);
            let written = figures
                .iter()
                .map(|it| format_within(*it, found, lang, money(None)));
            assert_eq!(
                (found, written.collect::<Vec<_>>()),
                (unit, texts.iter().map(|it| (*it).to_owned()).collect())
            );
        };
        let (wan, yi) = (10_000, 100_000_000);
        check(
            Lang::Zh,
            yi,
            &[8_214 * wan, 10_230 * wan],
            4,
            &["¥8,214万", "¥10,230万"],
        );
        check(Lang::Zh, 5 * yi, &[3_000 * wan], 8, &["¥0.3亿"]);
        check(
            Lang::Zh,
            yi,
            &[532 * wan, 12_345 * wan],
            4,
            &["¥532.0万", "¥12,345万"],
        );
        check(Lang::Zh, 9_000, &[1_234], 0, &["¥1,234"]);
        check(Lang::En, 1_200_000_000, &[850_000_000], 6, &["¥850.0M"]);
        check(Lang::En, 1_200_000_000, &[8_500_000], 6, &["¥8.50M"]);
        // So small that it says nothing in a unit that the axis can be read in.
        check(Lang::En, 5_000_000_000, &[8_500], 9, &["¥8.50K"]);
        check(Lang::En, 5_000_000_000, &[0], 9, &["¥0"]);
    }

    #[test]
    fn the_longest_axis_has_its_ticks() {
        let ticks = axis(Lang::Zh, Measure::count(), 12, (i64::MIN, i64::MAX), 5).ticks;
        assert!(
            (2..=5).contains(&ticks.len()) && ticks.is_sorted(),
            "{ticks:?}"
        );
    }
}
