use super::Alignment;
use crate::model::{Day, DayRange, Event, FiscalCalendar, FiscalYear, Id};
use proptest::prelude::*;

/// The fiscal year from 1 April that begins in that calendar year; 2019's and 2023's have 366
/// days.
fn fiscal(calendar_year: i32) -> FiscalYear {
    let calendar = FiscalCalendar::new("Asia/Shanghai".into(), 4, 1).unwrap();
    calendar.year_of(Day::from_ymd(calendar_year, 4, 1).unwrap())
}

/// An event of fiscal days `[from, to)` of a year.
fn event(kind: &str, year: FiscalYear, from: i32, to: i32) -> Event {
    Event {
        kind: Id::new(kind).unwrap(),
        name: kind.to_owned(),
        alias: String::new(),
        range: DayRange::new(year.from().plus(from), year.from().plus(to)),
    }
}

/// Weights that tell the days of the base year apart: 0, 1, 2, …
fn numbered(base: FiscalYear) -> Vec<f64> {
    (0..base.len()).map(|day| day as f64).collect()
}

/// Which day of the base year stands for each of `days`.
fn sources(events: &[Event], base: FiscalYear, year: FiscalYear, days: &[usize]) -> Vec<f64> {
    let weights = Alignment::new(events, base, year).weights(&numbered(base));
    assert_eq!(weights.len(), year.len());
    days.iter().map(|day| weights[*day]).collect()
}

#[test]
fn without_festivals_days_are_matched_by_fiscal_day_and_the_last_is_clamped() {
    let check = |base, year, expected: &[f64]| {
        let found = sources(&[], fiscal(base), fiscal(year), &[0, 1, 363, 364]);
        assert_eq!(found, expected);
    };
    check(2020, 2021, &[0.0, 1.0, 363.0, 364.0]);
    check(2019, 2020, &[0.0, 1.0, 363.0, 364.0]);
    check(2022, 2023, &[0.0, 1.0, 363.0, 364.0]);
    assert_eq!(
        sources(&[], fiscal(2022), fiscal(2023), &[365]),
        [364.0],
        "the leap year's last day"
    );
}

#[test]
fn festival_days_stand_for_festival_days_and_those_between_are_spread_evenly() {
    let (base, year) = (fiscal(2020), fiscal(2021));
    // Last year on fiscal days 100–103, this year on 200–203.
    let events = [event("f", base, 100, 104), event("f", year, 200, 204)];
    assert_eq!(
        sources(&events, base, year, &[199, 200, 201, 202, 203, 204, 364]),
        // Before: two days of this year for each day of last year, so day 199 takes day 99.
        // After: 261 days of last year over 161 of this one: the first takes 104 and 100 ÷ 161 of
        // 105 at weight 161 ÷ 261, and so on; the last ends with 364.
        [
            99.0,
            100.0,
            101.0,
            102.0,
            103.0,
            (104.0 * 161.0 + 105.0 * 100.0) / 261.0,
            (363.0 * 100.0 + 364.0 * 161.0) / 261.0
        ]
    );
}

#[test]
fn festivals_of_different_length_are_spread_evenly() {
    let (base, year) = (fiscal(2020), fiscal(2021));
    let shorter = [event("f", base, 100, 104), event("f", year, 100, 102)];
    assert_eq!(sources(&shorter, base, year, &[100, 101]), [100.5, 102.5]);
    let longer = [event("f", base, 100, 102), event("f", year, 100, 103)];
    assert_eq!(
        sources(&longer, base, year, &[99, 100, 101, 102]),
        [99.0, 100.0, 100.5, 101.0]
    );
}

#[test]
fn a_longer_year_does_not_stretch_a_festival_at_its_end() {
    let (base, year) = (fiscal(2022), fiscal(2023));
    let events = [event("f", base, 363, 365), event("f", year, 364, 366)];
    assert_eq!(
        sources(&events, base, year, &[0, 364, 365]),
        [0.0, 363.0, 364.0]
    );
}

/// Whether day 200 of this year stands for the `moved` day of last year.
fn check_kept(events: &[Event], kept: f64) {
    let (base, year) = (fiscal(2020), fiscal(2021));
    assert_eq!(sources(events, base, year, &[200]), [kept]);
}

#[test]
fn of_two_events_in_conflict_the_later_named_is_dropped() {
    let (base, year) = (fiscal(2020), fiscal(2021));
    let first = [event("f", base, 190, 191), event("f", year, 200, 201)];
    let with = |others: &[Event]| [first.as_slice(), others].concat();
    check_kept(&first, 190.0);
    // A second one of the same kind in either year.
    check_kept(
        &with(&[event("f", base, 150, 151), event("f", year, 210, 211)]),
        190.0,
    );
    // One that overlaps in one of the years.
    check_kept(
        &with(&[event("g", base, 180, 195), event("g", year, 205, 206)]),
        190.0,
    );
    // One that changes places with it.
    check_kept(
        &with(&[event("g", base, 195, 196), event("g", year, 199, 200)]),
        190.0,
    );
    // The same two, named the other way round.
    let later = [
        &[event("g", base, 180, 195), event("g", year, 195, 210)],
        first.as_slice(),
    ];
    check_kept(&later.concat(), 185.0);
}

#[test]
fn events_without_a_match_are_ordinary_days() {
    let (base, year) = (fiscal(2020), fiscal(2021));
    check_kept(&[event("f", base, 190, 191)], 200.0);
    check_kept(
        &[event("f", year, 200, 201), event("g", base, 190, 191)],
        200.0,
    );
    // The festival of the year before, and one that began in it.
    check_kept(
        &[
            event("f", fiscal(2019), 190, 191),
            event("f", year, 200, 201),
        ],
        200.0,
    );
    check_kept(
        &[event("f", base, -3, 2), event("f", year, 200, 201)],
        200.0,
    );
    // New Year's sale at the end of one year is not the one at the start of the next.
    check_kept(&[event("f", base, 360, 365), event("f", year, 0, 5)], 200.0);
}

#[test]
fn a_day_without_counterpart_takes_the_mean_of_ordinary_days() {
    let (base, year) = (fiscal(2020), fiscal(2021));
    let events = [event("f", base, 0, 1), event("f", year, 1, 2)];
    let alignment = Alignment::new(&events, base, year);
    let mut weights = vec![3.0; 365];
    weights[0] = 100.0;
    let carried = alignment.weights(&weights);
    assert!((carried[0] - 3.0).abs() < 1e-12, "{}", carried[0]);
    assert_eq!(carried[1..3], [100.0, 3.0]);
}

/// Up to four kinds of events, anywhere in both years.
fn any_events() -> impl Strategy<Value = Vec<(usize, bool, i32, i32)>> {
    prop::collection::vec((0..4_usize, any::<bool>(), -5..366, 1..20), 0..8)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Sums by loads over the base year equal sums of the carried weights, on every day; they
    /// never fall, whatever the events.
    #[test]
    fn loads_are_the_running_sum_of_weights(
        drawn in any_events(),
        (base, year) in prop::sample::select(vec![(2019, 2020), (2020, 2021), (2022, 2023)]),
        weights in prop::collection::vec(0.0..100.0_f64, 366),
    ) {
        let (base, year) = (fiscal(base), fiscal(year));
        let named = |(kind, in_base, from, days): (usize, bool, i32, i32)| {
            event(["a", "b", "c", "d"][kind], if in_base { base } else { year }, from, from + days)
        };
        let events: Vec<Event> = drawn.into_iter().map(named).collect();
        let alignment = Alignment::new(&events, base, year);
        let carried = alignment.weights(&weights[..base.len()]);
        prop_assert_eq!(carried.len(), year.len());
        let mut sum = 0.0;
        let mut before = vec![0.0; base.len()];
        for (day, weight) in carried.iter().enumerate() {
            prop_assert!(*weight >= 0.0);
            sum += weight;
            let loads = alignment.loads(day + 1);
            let loaded: f64 = loads.iter().zip(&weights).map(|(load, weight)| load * weight).sum();
            prop_assert!((loaded - sum).abs() < 1e-7, "{} {}", loaded, sum);
            prop_assert!(loads.iter().zip(&before).all(|(now, before)| now >= before));
            before = loads;
        }
        prop_assert_eq!(before, alignment.loads(usize::MAX));
    }
}
