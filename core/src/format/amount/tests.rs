use super::{
    AmountStyle, format_alike, format_amount, format_at_least, format_compact, format_exact,
    format_in_words, unit_label,
};
use crate::format::{MINUS, Measure};
use crate::model::{Currency, Decimal, DisplayCurrency, Lang, Metric};
use proptest::prelude::*;

fn currency(code: &str, scale: u8, rates: &[(&str, &str)]) -> Currency {
    let display = rates.iter().map(|(code, rate)| DisplayCurrency {
        code: (*code).into(),
        per_unit: Decimal::parse(rate).unwrap(),
        date: None,
    });
    Currency {
        code: code.into(),
        scale,
        display: display.collect(),
    }
}

fn yuan() -> Currency {
    currency(
        "CNY",
        0,
        &[("USD", "6.4935"), ("JPY", "0.0596"), ("SEK", "0.7721")],
    )
}

fn cny() -> Measure {
    Measure::money(&yuan(), None)
}

fn usd() -> Measure {
    Measure::money(&yuan(), Some("USD"))
}

#[test]
fn a_column_shares_its_unit_and_decimals() {
    let check = |measure: Measure, figures: &[i64], zh: (&str, &[&str]), en: (&str, &[&str])| {
        for (lang, (unit, cells)) in [(Lang::Zh, zh), (Lang::En, en)] {
            let style = AmountStyle::column(lang, measure, &mut figures.iter().copied());
            let texts: Vec<_> = figures
                .iter()
                .map(|figure| format_amount(*figure, &style))
                .collect();
            assert_eq!(
                (unit_label(&style).as_str(), texts),
                (unit, cells.iter().map(|cell| (*cell).to_owned()).collect())
            );
        }
    };
    let year = [26_400_000_000, 100_000_000, 99_499_999, 1_000, 0];
    check(
        cny(),
        &year,
        (
            "亿元",
            &["264.0000", "1.0000", "0.9950", "0.0000", "0.0000"],
        ),
        ("¥M", &["26,400.00", "100.00", "99.50", "0.00", "0.00"]),
    );
    check(
        usd(),
        &year,
        ("万美元", &["406,560", "1,540", "1,532", "0", "0"]),
        ("$M", &["4,065.60", "15.40", "15.32", "0.00", "0.00"]),
    );
    let week = [528_000_000, 1_803_000, -45_000];
    check(
        cny(),
        &week,
        ("万元", &["52,800.000", "180.300", "−4.500"]),
        ("¥M", &["528.0000", "1.8030", "−0.0450"]),
    );
    check(
        cny(),
        &[9_999, 12],
        ("元", &["9,999", "12"]),
        ("¥", &["9,999", "12"]),
    );
    check(cny(), &[0], ("元", &["0"]), ("¥", &["0"]));
    // Neighbours differ, however large the largest is; and one row alone is no reason for thousands.
    check(
        cny(),
        &[
            31_265_400_000,
            150_000_000,
            110_200_000,
            99_120_000,
            99_060_000,
        ],
        (
            "亿元",
            &["312.6540", "1.5000", "1.1020", "0.9912", "0.9906"],
        ),
        ("¥M", &["31,265.40", "150.00", "110.20", "99.12", "99.06"]),
    );
    check(
        cny(),
        &[70_586_900],
        ("万元", &["7,059"]),
        ("¥M", &["70.59"]),
    );
    check(
        Measure::count(),
        &[31_200_000, 940_000],
        ("万", &["3,120.00", "94.00"]),
        ("K", &["31,200.0", "940.0"]),
    );
    check(
        Measure::hours(),
        &[90, 20],
        ("小时", &["1.5", "0.3"]),
        ("h", &["1.5", "0.3"]),
    );
    check(
        Measure::money(&currency("USD", 2, &[]), None),
        &[123_456, -1],
        ("美元", &["1,234.56", "−0.01"]),
        ("$", &["1,234.56", "−0.01"]),
    );
    check(
        Measure::money(&yuan(), Some("SEK")),
        &[26_400_000_000],
        ("亿\u{a0}SEK", &["341.9"]),
        ("SEK\u{a0}B", &["34.19"]),
    );
}

#[test]
fn what_is_to_be_enough_is_rounded_up() {
    let check = |measure: Measure, figure: i64, expected: [&str; 2]| {
        let found = Lang::ALL.map(|lang| format_at_least(figure, lang, measure));
        assert_eq!(found, expected);
    };
    check(cny(), 11_111, ["¥1.12万", "¥11.12K"]);
    check(cny(), 11_120, ["¥1.12万", "¥11.12K"]);
    check(cny(), 435_500_100_000, ["¥4,356亿", "¥435.6B"]);
    check(cny(), 12, ["¥12", "¥12"]);
}

#[test]
fn a_figure_alone_has_its_currency_and_unit() {
    let check = |measure: Measure, figure: i64, expected: [&str; 4]| {
        let compact = Lang::ALL.map(|lang| format_compact(figure, lang, measure));
        let in_words = Lang::ALL.map(|lang| format_in_words(figure, lang, measure));
        assert_eq!([compact, in_words].concat(), expected);
    };
    check(
        cny(),
        435_500_000_000,
        ["¥4,355亿", "¥435.5B", "4,355亿元", "¥435.5B"],
    );
    check(cny(), 100_000_000, ["¥1.00亿", "¥100.0M", "1亿元", "¥100M"]);
    check(
        usd(),
        100_000_000,
        ["US$1,540万", "$15.40M", "1,540万美元", "$15.4M"],
    );
    check(
        cny(),
        1_280_000_000_000,
        ["¥1.28万亿", "¥1.28T", "1.28万亿元", "¥1.28T"],
    );
    check(
        cny(),
        -12_345,
        ["−¥1.23万", "−¥12.35K", "−1.23万元", "−¥12.35K"],
    );
    // What rounds up to the next unit is written in it.
    check(cny(), 99_999_999, ["¥1.00亿", "¥100.0M", "1亿元", "¥100M"]);
    check(
        cny(),
        99_600_000,
        ["¥9,960万", "¥99.6M", "9,960万元", "¥99.6M"],
    );
    check(cny(), 0, ["¥0", "¥0", "0元", "¥0"]);
    check(
        Measure::hours(),
        90,
        ["1.5小时", "1.5\u{a0}h", "1.5小时", "1.5\u{a0}h"],
    );
    check(Measure::count(), 2_400, ["2,400", "2.40K", "2,400", "2.4K"]);
    let sek = Measure::money(&yuan(), Some("SEK"));
    check(
        sek,
        772_100,
        [
            "SEK\u{a0}100.0万",
            "SEK\u{a0}1.00M",
            "100万\u{a0}SEK",
            "SEK\u{a0}1M",
        ],
    );
}

#[test]
fn both_ends_of_a_range_are_written_as_its_middle_is() {
    let check = |figures: [i64; 3], expected: [[&str; 3]; 2]| {
        let [_, middle, _] = figures;
        let alike = |lang| figures.map(|figure| format_alike(figure, middle, lang, cny()));
        assert_eq!(Lang::ALL.map(alike), expected);
        let alone = Lang::ALL.map(|lang| format_compact(middle, lang, cny()));
        assert_eq!(alone, expected.map(|written| written[1]));
    };
    check(
        [93_840_000, 99_270_000, 105_013_000],
        [
            ["¥9,384万", "¥9,927万", "¥10,501万"],
            ["¥93.84M", "¥99.27M", "¥105.01M"],
        ],
    );
    check(
        [988_200_000, 1_005_000_000, 1_043_000_000],
        [
            ["¥9.88亿", "¥10.05亿", "¥10.43亿"],
            ["¥0.99B", "¥1.01B", "¥1.04B"],
        ],
    );
    check(
        [-1_800_000, -94_000, 94],
        [
            ["−¥180.00万", "−¥9.40万", "¥0.01万"],
            ["−¥1,800.00K", "−¥94.00K", "¥0.09K"],
        ],
    );
    check([0; 3], [["¥0"; 3], ["¥0"; 3]]);
}

#[test]
fn a_figure_in_full_keeps_every_digit() {
    let check = |measure: Measure, figure: i64, expected: [&str; 2]| {
        assert_eq!(
            Lang::ALL.map(|lang| format_exact(figure, lang, measure)),
            expected
        );
    };
    check(cny(), 1_234_567_890, ["¥1,234,567,890", "¥1,234,567,890"]);
    check(cny(), -5, ["−¥5", "−¥5"]);
    check(
        usd(),
        1_234_567_890,
        ["US$190,123,645.18", "$190,123,645.18"],
    );
    check(
        Measure::money(&yuan(), Some("JPY")),
        596,
        ["JP¥10,000", "JP¥10,000"],
    );
    check(
        Measure::money(&currency("EUR", 2, &[]), None),
        123_450,
        ["€1,234.50", "€1,234.50"],
    );
    check(
        Measure::money(&currency("?", 0, &[]), None),
        7,
        ["XXX\u{a0}7", "XXX\u{a0}7"],
    );
    check(
        Measure::of(Metric::Minutes, &yuan(), None),
        61,
        ["1.0小时", "1.0\u{a0}h"],
    );
    check(
        cny(),
        i64::MIN,
        ["−¥9,223,372,036,854,775,808", "−¥9,223,372,036,854,775,808"],
    );
}

/// Three times 2^53 − 1 millionths at a rate of 10^−17 are 2.7 × 10^27, beyond 64 bits.
#[test]
fn rates_of_any_size_are_exact() {
    let currency = currency("JPY", 6, &[("USD", "0.00000000000000001")]);
    let measure = Measure::money(&currency, Some("USD"));
    let figure = 3 * ((1 << 53) - 1);
    let style = AmountStyle::column(Lang::En, measure, &mut [figure, 1].into_iter());
    assert_eq!(unit_label(&style), "$B");
    let written = [figure, -1].map(|figure| format_amount(figure, &style));
    assert_eq!(written, ["2,702,159,776,422,297,300.0", "−100.0"]);
    let exact = format_exact(-figure, Lang::En, measure);
    assert_eq!(exact, "−$2,702,159,776,422,297,300,000,000,000.00");
    let (units, places) = measure.in_full(figure);
    assert_eq!(
        (units / 1_000_000_000, places),
        (270_215_977_642_229_730_000, 2)
    );
}

/// A rate says the same with zeros at its end, even where these leave 128 bits beside a figure.
#[test]
fn zeros_after_a_rate_change_nothing() {
    let style = |rate| {
        let currency = currency("CNY", 6, &[("USD", rate)]);
        let measure = Measure::money(&currency, Some("USD"));
        let figures = [12, 34_567_000_000, i64::MAX];
        let style = AmountStyle::column(Lang::En, measure, &mut figures.into_iter());
        (
            style.scale,
            figures.map(|figure| format_amount(figure, &style)),
        )
    };
    assert_eq!(style("6.49350000000000000"), style("6.4935"));
}

#[test]
fn the_currency_is_the_documents_own_unless_it_gives_a_rate() {
    let check = |shown_in: Option<&str>, expected: &str| {
        let measure = Measure::money(&yuan(), shown_in);
        assert_eq!(measure.currency_code(), Some(expected));
    };
    check(None, "CNY");
    check(Some("CNY"), "CNY");
    check(Some("USD"), "USD");
    check(Some("GBP"), "CNY");
    assert_eq!(Measure::count().currency_code(), None);
}

/// Reads what [`format_amount`] wrote: whether it is negative, and its digits without the point.
fn parse_back(text: &str) -> (bool, u128) {
    let (negative, digits) = text
        .strip_prefix(MINUS)
        .map_or((false, text), |rest| (true, rest));
    let plain: String = digits.chars().filter(char::is_ascii_digit).collect();
    (negative, plain.parse().unwrap())
}

#[test]
fn shares_are_per_cent() {
    let share = Measure::percent();
    for lang in [Lang::Zh, Lang::En] {
        assert_eq!(format_exact(87_449, lang, share), "87.4%");
        assert_eq!(format_exact(3_126_500, lang, share), "3,126.5%");
        let style = AmountStyle::column(lang, share, &mut [100_000].into_iter());
        assert_eq!(unit_label(&style), "%");
    }
}

proptest! {
    #[test]
    fn what_is_read_lies_within_half_of_the_last_digit(
        figure in -(1_i64 << 53)..(1 << 53),
        larger in 0_i64..(1 << 53),
        (scale, rate_digits, rate_places) in (0_u8..=6, 1_u64..1_000_000, 0_usize..6),
        zh in any::<bool>(),
    ) {
        let rate = format!("{rate_digits:07}");
        let (whole, fraction) = rate.split_at(7 - rate_places);
        let rate = if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") };
        let currency = currency("CNY", scale, &[("USD", &rate)]);
        let measure = Measure::money(&currency, Some("USD"));
        let lang = if zh { Lang::Zh } else { Lang::En };
        let style = AmountStyle::column(lang, measure, &mut [figure, larger].into_iter());
        let text = format_amount(figure, &style);

        let (negative, units) = parse_back(&text);
        prop_assert_eq!(negative, figure < 0 && units > 0);
        let decimals = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        prop_assert_eq!(decimals, usize::from(style.scale.decimals()));
        // Everything in 1 ÷ (rate × 10^scale × 10^exponent × 10^decimals) of what is shown.
        let ten = |power: usize| 10_u128.pow(power as u32);
        let last_digit = u128::from(rate_digits) * ten(usize::from(scale + style.scale.exponent()));
        let exact = u128::from(figure.unsigned_abs()) * ten(rate_places + decimals);
        prop_assert!(2 * exact.abs_diff(units * last_digit) <= last_digit, "{}", text);
    }

    #[test]
    fn a_column_is_never_wider_than_its_largest_figure(
        figure in any::<i64>(),
        smaller in any::<i64>(),
        zh in any::<bool>(),
    ) {
        let (small, large) = (smaller.unsigned_abs().min(figure.unsigned_abs()), figure);
        let lang = if zh { Lang::Zh } else { Lang::En };
        let style = AmountStyle::column(lang, cny(), &mut [smaller, large].into_iter());
        let width = |figure: i64| format_amount(figure, &style).trim_start_matches(MINUS).len();
        prop_assert!(width(i64::try_from(small).unwrap_or(i64::MAX)) <= width(large));
    }

    #[test]
    fn no_figure_breaks_a_form(figure in any::<i64>(), zh in any::<bool>()) {
        let lang = if zh { Lang::Zh } else { Lang::En };
        for measure in [cny(), usd(), Measure::count(), Measure::hours()] {
            for text in [format_compact(figure, lang, measure), format_exact(figure, lang, measure), format_in_words(figure, lang, measure)] {
                prop_assert!(text.chars().any(|letter| letter.is_ascii_digit()), "{}", text);
            }
        }
    }
}
