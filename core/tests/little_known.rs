//! What is foretold where little is known: days off at the start, newcomers, figures that begin late.

// A test that cannot go on says so by a panic.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Document, GAP, Traits, day};
use paceboard_core::books::Books;
use paceboard_core::model::{Dataset, Metric, Money};
use paceboard_core::outlook::{Basis, Outlook, OutlookTable};
use paceboard_core::pace::PaceTable;
use paceboard_core::query::Plan;

const YEAR_DAYS: usize = 365;

fn told(dataset: &Dataset, today: &str) -> OutlookTable {
    let books = Books::build(dataset).unwrap();
    let paces = PaceTable::build(dataset, &books, day(today), Plan::Seasonal);
    OutlookTable::build(dataset, &books, &paces)
}

/// Channels with those figures from `first` on, each to sell 3,650.
fn channels(first: &str, rows: &[Vec<i64>], partner_of: impl Fn(usize) -> Option<u32>) -> Document {
    let document = Document::new("2022-03-31")
        .goals(3_650, 36_500)
        .targets(15, 1)
        .partners(&["p"]);
    let named = |document: Document, row: usize| {
        let partner = partner_of(row);
        let traits = Traits {
            partner,
            ..Traits::default()
        };
        document.channel(&format!("c{row:02}"), traits)
    };
    let document = (0..rows.len()).fold(document, named);
    document.block(Metric::Gmv, first, rows)
}

/// Last year 8 to 12 a day, changing from day to day, so that errors differ.
fn last_year(row: usize) -> Vec<i64> {
    let on_day = |day: usize| 8 + ((day * 7 + row * 3) % 5) as i64;
    (0..YEAR_DAYS).map(on_day).collect()
}

fn row(row: usize, this_year: impl IntoIterator<Item = i64>) -> Vec<i64> {
    last_year(row).into_iter().chain(this_year).collect()
}

#[test]
fn a_day_off_at_the_start_is_no_certainty() {
    // Five of twenty sell nothing on the first day of the year.
    let rows: Vec<Vec<i64>> = (0..20)
        .map(|at| row(at, [if at < 5 { 0 } else { 10 }]))
        .collect();
    let told = told(
        &channels("2020-04-01", &rows, |_| None).build(),
        "2021-04-01",
    );
    for outlook in &told.channels[..5] {
        let projected = outlook.projected.unwrap();
        assert!(projected > Money(100), "{outlook:?}");
        let band = outlook.band.unwrap();
        assert!(band.low < projected && projected < band.high, "{outlook:?}");
        assert!(outlook.reach_bp.unwrap() >= 1);
    }
    let landing = &told.channels_landing;
    assert!(landing.target_bp.unwrap() >= 1);
}

#[test]
fn nothing_sold_and_no_last_year_tell_no_rate() {
    let rows = [vec![10; 60], vec![0; 60]];
    let told = told(
        &channels("2021-04-01", &rows, |_| None).build(),
        "2021-05-30",
    );
    assert_eq!(told.channels[1].projected, None);
    assert_eq!(told.channels[0].projected, Some(Money(3_650)));
    assert_eq!(told.total, Some(Money(3_650)));
}

/// Forty rows with a whole last year, and one whose figures began so many days before today.
fn newcomer(days: usize) -> Outlook {
    let mut rows: Vec<Vec<i64>> = (0..40)
        .map(|at| row(at, last_year(at + 7).into_iter().take(200)))
        .collect();
    let begun = YEAR_DAYS + 200 - days;
    rows.push([vec![GAP; begun], vec![10; days]].concat());
    told(
        &channels("2020-04-01", &rows, |_| None).build(),
        "2021-10-17",
    )
    .channels[40]
}

#[test]
fn a_newcomer_has_errors_of_rows_known_as_briefly() {
    let too_new = newcomer(13);
    assert_eq!(
        (too_new.band, too_new.reach_bp, too_new.basis),
        (None, None, Basis::TooNew)
    );
    // What it sold, and the 165 days to come at the same rate.
    assert!(
        (too_new.projected.unwrap().0 - 130 - 1_650).abs() < 60,
        "{too_new:?}"
    );
    let width = |days: usize| {
        let outlook = newcomer(days);
        assert_eq!(outlook.basis, Basis::SameYear);
        let (band, projected) = (outlook.band.unwrap(), outlook.projected.unwrap().0);
        (band.high.0 - band.low.0) as f64 / (projected - 10 * days as i64) as f64
    };
    // A rate seen on 14 days is known less well than one seen on 112.
    assert!(width(14) > width(112));
    assert!((width(14) - width(27)).abs() < 0.01, "one class");
}

#[test]
fn figures_that_begin_late_are_no_days_without_sales() {
    let whole = told(
        &channels("2021-06-01", &[vec![100; 122]], |_| None).build(),
        "2021-09-30",
    );
    let gaps = [vec![GAP; 61], vec![100; 122]].concat();
    let with_gaps = told(
        &channels("2021-04-01", &[gaps], |_| None).build(),
        "2021-09-30",
    );
    assert_eq!(whole.channels[0].projected, Some(Money(100 * (122 + 182))));
    assert_eq!(whole.channels[0].projected, with_gaps.channels[0].projected);
    assert_eq!(whole.total, whole.channels[0].projected);
    assert_eq!(with_gaps.total, with_gaps.channels[0].projected);
}

#[test]
fn newcomers_stand_beside_the_programmes_season() {
    // Ten all year, and five more since 1 September: 30 days of 100.
    let mut rows = vec![vec![100; 183]; 10];
    rows.extend(vec![[vec![GAP; 153], vec![100; 30]].concat(); 5]);
    let told = told(
        &channels("2021-04-01", &rows, |_| None).build(),
        "2021-09-30",
    );
    let of_newcomers = 5 * 100 * (30 + 182);
    assert_eq!(told.total, Some(Money(10 * 36_500 + of_newcomers)));
}

#[test]
fn a_partner_with_a_newcomer_is_what_its_channels_are() {
    // Sold 10 a day all along, and 30 a day since the middle of last year.
    let steady = |at| row(at, vec![10; 100]);
    let mut rows: Vec<Vec<i64>> = (0..12).map(steady).collect();
    rows.push([vec![GAP; 180], vec![30; YEAR_DAYS - 180 + 100]].concat());
    let in_partner = |row: usize| (row == 0 || row == 12).then_some(0);
    let told = told(
        &channels("2020-04-01", &rows, in_partner).build(),
        "2021-07-09",
    );
    let of_channels: i64 = [0, 12]
        .map(|row| told.channels[row].projected.unwrap().0)
        .iter()
        .sum();
    assert!((told.partners[0].projected.unwrap().0 - of_channels).abs() <= 1);
    assert!((of_channels - 40 * 365).abs() < 400, "{of_channels}");
}

#[test]
fn whoever_sold_nothing_lately_is_foretold_less() {
    let end = |last: i64| {
        let rows = [[vec![100; 120], vec![0; 55], vec![last]].concat()];
        told(
            &channels("2021-04-01", &rows, |_| None).build(),
            "2021-09-23",
        )
        .channels[0]
            .projected
            .unwrap()
    };
    assert!(end(0) < end(1) && end(1) < end(100));
}

#[test]
fn classes_of_errors_are_never_empty_however_many_rows_are_alike() {
    let rows: Vec<Vec<i64>> = (0..120)
        .map(|at| {
            if at < 41 {
                row(0, vec![10; 100])
            } else {
                row(at, vec![10; 100])
            }
        })
        .collect();
    let told = told(
        &channels("2020-04-01", &rows, |_| None).build(),
        "2021-07-09",
    );
    for outlook in &told.channels {
        let (band, projected) = (outlook.band.unwrap(), outlook.projected.unwrap());
        assert!(band.low < projected && projected < band.high, "{outlook:?}");
    }
}

#[test]
fn when_the_year_is_over_that_is_the_reason() {
    let rows: Vec<Vec<i64>> = (0..12).map(|at| row(at, vec![10; YEAR_DAYS])).collect();
    let document = channels("2020-04-01", &rows, |_| None);
    let told = told(&document.build(), "2022-03-31");
    assert_eq!(told.channels[0].basis, Basis::YearOver);
    assert_eq!(told.channels_landing.basis, Basis::YearOver);
    assert_eq!(told.channels_landing.expected, 12);
}

#[test]
fn the_last_day_of_a_leap_year_is_still_to_come() {
    // The fiscal year to 31 March 2024 has a day more than the one before it.
    let rows: Vec<Vec<i64>> = (0..12)
        .map(|at| row(at, vec![9 + at as i64 % 3; YEAR_DAYS]))
        .collect();
    let told = told(
        &channels("2022-04-01", &rows, |_| None).build(),
        "2024-03-30",
    );
    assert!(told.channels[0].band.is_some(), "{:?}", told.channels[0]);
}

#[test]
fn who_has_no_band_of_its_own_counts_among_all() {
    // On the thirteenth day nothing but thirteen days is known of rows that came last May.
    let mut rows: Vec<Vec<i64>> = (0..12).map(|at| row(at, vec![1; 13])).collect();
    let late = [vec![GAP; 40], vec![100; YEAR_DAYS - 40 + 13]].concat();
    rows.extend(vec![late; 20]);
    let told = told(
        &channels("2020-04-01", &rows, |_| None).build(),
        "2021-04-13",
    );
    assert_eq!(told.channels[20].basis, Basis::TooNew);
    assert!(
        told.channels_landing.expected >= 19,
        "{:?}",
        told.channels_landing.expected
    );
}

#[test]
fn partners_with_newcomers_alone_are_too_few_to_test_on() {
    let mut rows: Vec<Vec<i64>> = (0..12).map(|at| row(at, vec![10; 100])).collect();
    rows.push([vec![GAP; 180], vec![30; YEAR_DAYS - 180 + 100]].concat());
    let told = told(
        &channels("2020-04-01", &rows, |_| Some(0)).build(),
        "2021-07-09",
    );
    assert_eq!(told.partners[0].basis, Basis::TooFew);
    // A channel that sold nothing on any day did not come within the year: it changes nothing.
    rows[12] = vec![0; YEAR_DAYS + 100];
    let partner = |rows: &[Vec<i64>]| {
        let document = channels("2020-04-01", rows, |_| Some(0));
        self::told(&document.build(), "2021-07-09").partners[0].projected
    };
    assert_eq!(partner(&rows), partner(&rows[..12]));
    assert!(partner(&rows).is_some());
}
