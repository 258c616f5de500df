//! What holds of pace, programme and detail whatever the figures.

// A test that cannot go on says so by a panic.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Document, GAP, Traits, day, id};
use paceboard_core::books::Books;
use paceboard_core::detail::detail;
use paceboard_core::model::{Dataset, Day, DayRange, Event, Metric, Money};
use paceboard_core::pace::{PaceTable, plan_course};
use paceboard_core::programme::standing;
use paceboard_core::query::{Entity, Plan, Status};
use proptest::prelude::*;

/// Figures begin on 2020-04-01, this fiscal year on 2021-04-01.
const LAST_YEAR_DAYS: usize = 365;
const CHANNELS: usize = 4;
const GOAL: i64 = 1_000_000;

/// Four channels, two categories, two partners, two festivals that move from year to year.
fn document(as_of: &str) -> Document {
    let of = |category, partner| Traits {
        partner,
        category,
        ..Traits::default()
    };
    Document::new(as_of)
        .goals(GOAL, 2 * GOAL)
        .targets(3, 2)
        .categories(&["x", "y"])
        .partners(&["p", "q"])
        .event("618", "2020-06-01..2020-06-19")
        .event("618", "2021-05-28..2021-06-19")
        .event("new-year", "2021-02-11..2021-02-18")
        .event("new-year", "2022-01-31..2022-02-07")
        .channel("a", of(Some(0), Some(0)))
        .channel("b", of(Some(0), Some(1)))
        .channel("c", of(Some(1), Some(1)))
        .channel("d", of(None, None))
}

/// Two years of figures: each channel has a level, noise and a few gaps; of net, some days are
/// negative.
fn any_figures() -> impl Strategy<Value = Vec<Vec<i64>>> {
    let row = (
        1..6_000_i64,
        any::<u64>(),
        prop::collection::vec(0..730_usize, 0..3),
        any::<bool>(),
    );
    let rows = prop::collection::vec(row, CHANNELS);
    rows.prop_map(|rows| rows.into_iter().map(figures).collect())
}

fn figures((level, seed, gaps, has_gaps): (i64, u64, Vec<usize>, bool)) -> Vec<i64> {
    let mut state = seed;
    let mut noise = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 33) as i64 % (2 * level)
    };
    let mut row: Vec<i64> = (0..730).map(|_| noise()).collect();
    for gap in gaps.into_iter().filter(|_| has_gaps) {
        row[gap] = GAP;
    }
    row
}

fn with_rows(metric: Metric, rows: &[Vec<i64>], as_of: Day, days: usize) -> Dataset {
    let shift = if metric == Metric::Net { 500 } else { 0 };
    let seen = |row: &Vec<i64>| -> Vec<i64> {
        let lower = |figure: &i64| if *figure == GAP { GAP } else { figure - shift };
        row[..days].iter().map(lower).collect()
    };
    let rows: Vec<Vec<i64>> = rows.iter().map(seen).collect();
    let mut dataset = document(&as_of.to_string())
        .block(metric, "2020-04-01", &rows)
        .build();
    dataset.programme.metric = metric;
    dataset
}

fn any_metric() -> impl Strategy<Value = Metric> {
    prop::sample::select(vec![Metric::Gmv, Metric::Net])
}

fn any_plan() -> impl Strategy<Value = Plan> {
    prop::sample::select(vec![Plan::Seasonal, Plan::Seasonal, Plan::Linear])
}

fn first_day() -> Day {
    day("2021-04-01")
}

/// Every row of both kinds.
fn all_rows() -> impl Iterator<Item = (Entity, u32)> {
    let channels = (0..CHANNELS as u32).map(|row| (Entity::Channels, row));
    channels.chain((0..2).map(|row| (Entity::Partners, row)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// The plan never falls and ends at 1, and the table's share is the course's on that day.
    #[test]
    fn the_plan_rises_to_one(
        rows in any_figures(), metric in any_metric(), plan in any_plan(), today in 0..365_usize,
    ) {
        let on = first_day().plus(today as i32);
        let dataset = with_rows(metric, &rows, on, 730);
        let books = Books::build(&dataset).unwrap();
        let paces = PaceTable::build(&dataset, &books, on, plan);
        for (entity, row) in all_rows() {
            let course = plan_course(&dataset, &books, &paces, entity, row);
            let pace = paces.rows(entity)[row as usize];
            prop_assert!(course.cumulative_ppm.windows(2).all(|pair| pair[0] <= pair[1]));
            prop_assert_eq!(course.cumulative_ppm.last(), Some(&1_000_000));
            prop_assert!(course.cumulative_ppm[today].abs_diff(pace.plan_ppm) <= 1);
            prop_assert_eq!(course.level, pace.level);
        }
    }

    /// A channel that sells just what its plan says is on pace, at 100 %, on every day, and over the
    /// line on the last.
    #[test]
    fn who_sells_the_plan_is_on_pace(rows in any_figures(), plan in any_plan(), today in 0..365_usize) {
        let last_day = day("2022-03-31");
        let dataset = with_rows(Metric::Gmv, &rows, last_day, 730);
        let books = Books::build(&dataset).unwrap();
        let paces = PaceTable::build(&dataset, &books, last_day, plan);
        let planned = |row: usize| {
            let planned = detail(&dataset, &books, &paces, Entity::Channels, row as u32).unwrap().course.plan;
            let before = [0].into_iter().chain(planned.clone());
            planned.iter().zip(before).map(|(sum, before)| sum - before).collect::<Vec<i64>>()
        };
        let sold: Vec<Vec<i64>> = (0..CHANNELS)
            .map(|row| [&rows[row][..LAST_YEAR_DAYS], &planned(row)].concat())
            .collect();
        let dataset = with_rows(Metric::Gmv, &sold, last_day, 730);
        let books = Books::build(&dataset).unwrap();
        let paces = PaceTable::build(&dataset, &books, first_day().plus(today as i32), plan);
        for pace in &paces.channels {
            let expected = pace.expected.unwrap().0;
            prop_assert!(pace.to_date.0.abs_diff(expected) <= 1);
            prop_assert!(pace.status <= Status::OnPace, "{:?}", pace);
            // A unit of rounding shows where little is expected yet.
            let tolerance = if expected <= 20_000 { 10_000 / expected.max(1) + 1 } else { 0 };
            if expected > 0 {
                prop_assert!(i64::from(pace.pace_bp.unwrap().abs_diff(10_000)) <= tolerance);
            }
        }
        let end = PaceTable::build(&dataset, &books, last_day, plan);
        prop_assert!(end.channels.iter().all(|pace| pace.to_date == Money(GOAL)));
    }

    /// Ordinary days and festivals together, each at what is required of it, make what is missing.
    #[test]
    fn what_it_takes_reaches_the_goal(
        rows in any_figures(), metric in any_metric(), plan in any_plan(), today in 0..364_usize,
    ) {
        let on = first_day().plus(today as i32);
        let dataset = with_rows(metric, &rows, on, 730);
        let books = Books::build(&dataset).unwrap();
        let paces = PaceTable::build(&dataset, &books, on, plan);
        for (entity, row) in all_rows() {
            let Some(required) = detail(&dataset, &books, &paces, entity, row).unwrap().required else {
                continue;
            };
            let ahead = DayRange::new(on.plus(1), paces.year.range().to());
            let sold: i64 = required.spread.iter().map(|stretch| stretch.amount.0).sum();
            let days: u32 = required.spread.iter().map(|stretch| stretch.days).sum();
            prop_assert_eq!((required.days_left as usize, days), (ahead.len(), required.days_left));
            let rounding = required.spread.len() as i64;
            prop_assert!((0..=rounding).contains(&(sold - required.missing.0)));
            if let Some(ordinary) = required.spread.iter().find(|stretch| stretch.event.is_none()) {
                let over = required.per_ordinary_day.0 * i64::from(ordinary.days) - ordinary.amount.0;
                prop_assert!((-1..=i64::from(ordinary.days)).contains(&over));
            }
        }
    }

    /// Who sells on at the multiple of its rate that is required is over the line on the last day
    /// and not before, and what is said of ordinary days and festivals is what is then sold on
    /// them; festivals may overlap.
    #[test]
    fn who_sells_what_it_takes_arrives_on_the_last_day(
        rows in any_figures(), plan in any_plan(), today in 30..364_usize, overlap in any::<bool>(),
    ) {
        let on = first_day().plus(today as i32);
        let last_day = day("2022-03-31");
        let with_events = |mut dataset: Dataset| {
            let festival = dataset.events[3].clone();
            let (from, to) = (festival.range.from().plus(4), festival.range.to().plus(4));
            let second = Event { kind: id("lantern"), range: DayRange::new(from, to), ..festival };
            dataset.events.extend(overlap.then_some(second));
            dataset
        };
        let dataset = with_events(with_rows(Metric::Gmv, &rows, on, LAST_YEAR_DAYS + today + 1));
        let books = Books::build(&dataset).unwrap();
        let paces = PaceTable::build(&dataset, &books, on, plan);
        let mut sold = rows.clone();
        let mut arrives = Vec::new();
        for (row, cells) in sold.iter_mut().enumerate() {
            let course = plan_course(&dataset, &books, &paces, Entity::Channels, row as u32);
            let details = detail(&dataset, &books, &paces, Entity::Channels, row as u32).unwrap();
            let required = details.required.as_ref();
            let Some((required, times_bp)) = required.and_then(|it| Some((it, it.of_recent_bp?))) else {
                continue;
            };
            let weight = |at: usize| {
                let before = at.checked_sub(1).map_or(0, |before| course.cumulative_ppm[before]);
                f64::from(course.cumulative_ppm[at] - before)
            };
            let known = (today - 27..=today).filter_map(|at| Some((at, details.course.daily[at]?)));
            let (mut recent, mut share) = (0.0, 0.0);
            for (at, figure) in known {
                recent += figure as f64;
                share += weight(at);
            }
            let left: f64 = (today + 1..365).map(weight).sum();
            // The multiple is rounded, and so are the shares.
            let rounding = 0.6 / f64::from(times_bp) + 3.0 / share + 3.0 / left;
            let by_day = |at: usize| recent / share * f64::from(times_bp) / 10_000.0 * weight(at);
            let is_near = |said: i64, sum: f64, days: f64| {
                (said as f64 - sum).abs() <= sum * rounding + days * (1.0 + recent / share * f64::from(times_bp) / 10_000.0)
            };
            let event_of = |day: Day| dataset.events.iter().position(|event| event.range.contains(day));
            for stretch in &required.spread {
                let days = DayRange::new(on.plus(1), last_day.plus(1)).days();
                let own = days.filter(|day| event_of(*day) == stretch.event);
                let sum: f64 = own.map(|day| by_day(day.days_since(first_day()) as usize)).sum();
                prop_assert!(is_near(stretch.amount.0, sum, 1.0), "{} {}", stretch.amount.0, sum);
            }
            let is_ordinary = |at: &usize| {
                let day = first_day().plus(*at as i32);
                !dataset.events.iter().any(|event| event.range.contains(day))
            };
            let ordinary: Vec<f64> = (today + 1..365).filter(is_ordinary).map(by_day).collect();
            if !ordinary.is_empty() {
                let count = ordinary.len() as f64;
                let said = required.per_ordinary_day.0 * ordinary.len() as i64;
                prop_assert!(is_near(said, ordinary.iter().sum(), count), "{} {:?}", said, ordinary);
            }
            for (at, cell) in cells.iter_mut().skip(LAST_YEAR_DAYS).enumerate().skip(today + 1) {
                *cell = (by_day(at) * (1.0 + rounding)).ceil() as i64;
            }
            let missing = required.missing.0 as f64;
            let slack = 2.0 * rounding + f64::from(required.days_left) / missing;
            arrives.push((row, weight(364) / left > slack));
        }
        let dataset = with_events(with_rows(Metric::Gmv, &sold, last_day, 730));
        let books = Books::build(&dataset).unwrap();
        let end = PaceTable::build(&dataset, &books, last_day, plan);
        for (row, at_the_end_alone) in arrives {
            let pace = end.channels[row];
            prop_assert!(pace.to_date >= Money(GOAL), "{:?}", pace);
            if at_the_end_alone {
                prop_assert_eq!(pace.crossed, Some(last_day));
            }
        }
    }

    /// A past day looks as it did on that day: nothing later is looked at.
    #[test]
    fn a_past_day_equals_a_document_that_ends_there(
        rows in any_figures(), metric in any_metric(), plan in any_plan(), today in 0..365_usize,
    ) {
        let on = first_day().plus(today as i32);
        let whole = with_rows(metric, &rows, day("2022-03-31"), 730);
        let cut = with_rows(metric, &rows, on, LAST_YEAR_DAYS + today + 1);
        let (whole_books, cut_books) = (Books::build(&whole).unwrap(), Books::build(&cut).unwrap());
        let past = PaceTable::build(&whole, &whole_books, on, plan);
        prop_assert_eq!(&past, &PaceTable::build(&cut, &cut_books, on, plan));
        for entity in [Entity::Channels, Entity::Partners] {
            let standings = [
                standing(&whole, &whole_books, &past, entity),
                standing(&cut, &cut_books, &past, entity),
            ];
            prop_assert_eq!(&standings[0], &standings[1]);
        }
        for (entity, row) in all_rows() {
            let details = [
                detail(&whole, &whole_books, &past, entity, row),
                detail(&cut, &cut_books, &past, entity, row),
            ];
            prop_assert_eq!(&details[0], &details[1]);
        }
    }

    /// Crossing days and the burn-up are those of a search day by day.
    #[test]
    fn crossings_are_the_first_days_at_the_goal(
        rows in any_figures(), metric in any_metric(), today in 0..365_usize,
    ) {
        let on = first_day().plus(today as i32);
        let dataset = with_rows(metric, &rows, on, LAST_YEAR_DAYS + today + 1);
        let books = Books::build(&dataset).unwrap();
        let paces = PaceTable::build(&dataset, &books, on, Plan::Seasonal);
        let cells = &dataset.blocks[0].metrics[0].1.values;
        let mut over = vec![0_u32; today + 1];
        for (row, figures) in cells.chunks(LAST_YEAR_DAYS + today + 1).enumerate() {
            let (mut sum, mut crossed) = (0, None);
            for (index, figure) in figures[LAST_YEAR_DAYS..].iter().enumerate() {
                sum += if *figure == GAP { 0 } else { *figure };
                if sum >= GOAL {
                    over[index] += 1;
                    crossed = crossed.or(Some(first_day().plus(index as i32)));
                }
            }
            prop_assert_eq!((paces.channels[row].to_date, paces.channels[row].crossed), (Money(sum), crossed));
        }
        let standing = standing(&dataset, &books, &paces, Entity::Channels);
        prop_assert_eq!(standing.this_year.over, over);
        prop_assert!(standing.path.windows(2).all(|pair| pair[0] <= pair[1]));
        prop_assert!(standing.path.last().is_none_or(|last| *last == 3));
    }
}
