//! What holds of the outlook whatever the figures.

// A test that cannot go on says so by a panic.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Document, GAP, Traits, day};
use paceboard_core::books::Books;
use paceboard_core::detail::{detail, fan};
use paceboard_core::model::{Dataset, Day, Metric, Money};
use paceboard_core::outlook::{Assumptions, Goal, Growth, OutlookTable, calibration};
use paceboard_core::pace::PaceTable;
use paceboard_core::programme::queues;
use paceboard_core::query::{Entity, Plan};
use paceboard_core::steps::Steps;
use proptest::prelude::*;

/// Figures begin on 2019-04-01 or 2020-04-01, this fiscal year on 2021-04-01.
const DAYS: usize = 366 + 730;
const CHANNELS: usize = 24;
const GOAL: i64 = 300_000;

/// Channels in two categories and two partners, a festival that moves.
fn document(as_of: Day) -> Document {
    let document = Document::new(&as_of.to_string())
        .goals(GOAL, 12 * GOAL)
        .targets(12, 1)
        .categories(&["x", "y"])
        .partners(&["p", "q"])
        .event("618", "2019-06-01..2019-06-19")
        .event("618", "2020-06-01..2020-06-19")
        .event("618", "2021-05-28..2021-06-19");
    (0..CHANNELS).fold(document, |document, row| {
        let traits = Traits {
            category: (row % 5 > 0).then_some(row as u32 % 2),
            partner: (row % 7 > 0).then_some(row as u32 % 2),
            ..Traits::default()
        };
        document.channel(&format!("c{row:02}"), traits)
    })
}

/// Three years of figures: each channel has a level, growth, noise and perhaps gaps.
fn any_figures() -> impl Strategy<Value = Vec<Vec<i64>>> {
    let row = (
        200..2_000_i64,
        -50..100_i64,
        any::<u64>(),
        prop::collection::vec(0..DAYS, 0..3),
        0..4_u32,
    );
    let rows = prop::collection::vec(row, CHANNELS);
    rows.prop_map(|rows| rows.into_iter().map(figures).collect())
}

fn figures((level, growth, seed, gaps, kind): (i64, i64, u64, Vec<usize>, u32)) -> Vec<i64> {
    let mut state = seed;
    let mut noise = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 33) as i64 % level
    };
    let grown = |at: usize| level * growth * at as i64 / (100 * DAYS as i64);
    let mut row: Vec<i64> = (0..DAYS)
        .map(|at| level / 2 + noise() + grown(at))
        .collect();
    if kind == 0 {
        for gap in gaps {
            row[gap] = GAP;
        }
    }
    row
}

/// The figures up to the end of `as_of`; of net, some days are negative. `years` is 1 to 3.
fn with_rows(metric: Metric, rows: &[Vec<i64>], years: usize, as_of: Day) -> Dataset {
    let first = day(&format!("{}-04-01", 2022 - years));
    let skipped = first.days_since(day("2019-04-01")) as usize;
    let days = as_of.days_since(first) as usize + 1;
    let shift = if metric == Metric::Net { 300 } else { 0 };
    let lower = |figure: &i64| if *figure == GAP { GAP } else { figure - shift };
    let seen = |row: &Vec<i64>| row[skipped..][..days].iter().map(lower).collect();
    let rows: Vec<Vec<i64>> = rows.iter().map(seen).collect();
    let mut dataset = document(as_of)
        .block(metric, &first.to_string(), &rows)
        .build();
    dataset.programme.metric = metric;
    dataset
}

fn any_metric() -> impl Strategy<Value = Metric> {
    prop::sample::select(vec![Metric::Gmv, Metric::Net])
}

fn on(today: usize) -> Day {
    day("2021-04-01").plus(today as i32)
}

fn built(dataset: &Dataset, today: Day) -> (Books, PaceTable, OutlookTable) {
    let books = Books::build(dataset).unwrap();
    let paces = PaceTable::build(dataset, &books, today, Plan::Seasonal);
    let outlook = OutlookTable::build(dataset, &books, &paces);
    (books, paces, outlook)
}

/// The outlook of the document's last day, to be worked out step by step.
fn steps_of(dataset: Dataset, growth: Growth) -> Steps<OutlookTable> {
    let today = dataset.as_of.day;
    let (books, paces, _) = built(&dataset, today);
    Steps::new(async move { OutlookTable::in_steps(&dataset, &books, &paces, growth).await })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// A higher goal is never reached more surely, and one that is half of what is sold is.
    #[test]
    fn a_higher_goal_is_less_likely(
        rows in any_figures(), metric in any_metric(), years in 2..4_usize, today in 0..365_usize,
    ) {
        let dataset = with_rows(metric, &rows, years, on(today));
        let mut last = vec![10_000_u16; CHANNELS + 2];
        for times in [10, 2_000, 6_000, 9_000, 9_900, 10_000, 10_100, 12_000, 30_000] {
            let assumed = Assumptions { goal: Goal::Times(times), ..Assumptions::default() };
            let mut dataset = assumed.applied(&dataset).into_owned();
            dataset.programme.partner_goal = Some(Money(12 * GOAL * i64::from(times) / 10_000));
            let (_, _, outlook) = built(&dataset, on(today));
            let rows = outlook.channels.iter().chain(&outlook.partners);
            for (row, last) in rows.zip(&mut last) {
                let reach = row.reach_bp.unwrap_or(*last);
                prop_assert!(reach <= *last);
                *last = reach;
            }
        }
    }

    /// A past day looks as it did on that day: nothing later is looked at.
    #[test]
    fn a_past_day_equals_a_document_that_ends_there(
        rows in any_figures(), metric in any_metric(), years in 2..4_usize, today in 0..365_usize,
    ) {
        let whole = with_rows(metric, &rows, years, on(364));
        let cut = with_rows(metric, &rows, years, on(today));
        let (whole_books, whole_paces, past) = built(&whole, on(today));
        let (cut_books, cut_paces, then) = built(&cut, on(today));
        prop_assert_eq!(&past, &then);
        for entity in [Entity::Channels, Entity::Partners] {
            prop_assert_eq!(
                calibration(&whole, &whole_books, &whole_paces, entity),
                calibration(&cut, &cut_books, &cut_paces, entity)
            );
            prop_assert_eq!(
                queues(&whole, &whole_books, &whole_paces, &past, entity, 5),
                queues(&cut, &cut_books, &cut_paces, &then, entity, 5)
            );
        }
    }

    /// The fan of the detail crosses the goal on the day on which that is foretold, whichever plan
    /// pace is measured by.
    #[test]
    fn the_fan_crosses_the_goal_when_that_is_foretold(
        rows in any_figures(), years in 1..4_usize, today in 0..364_usize,
        plan in prop::sample::select(vec![Plan::Seasonal, Plan::Linear]),
    ) {
        let dataset = with_rows(Metric::Gmv, &rows, years, on(today));
        let books = Books::build(&dataset).unwrap();
        let paces = PaceTable::build(&dataset, &books, on(today), plan);
        let outlook = OutlookTable::build(&dataset, &books, &paces);
        let channels = (0..CHANNELS as u32).map(|row| (Entity::Channels, row));
        for (entity, row) in channels.chain([(Entity::Partners, 0), (Entity::Partners, 1)]) {
            let seen = detail(&dataset, &books, &paces, entity, row).unwrap();
            let told = outlook.rows(entity)[row as usize];
            let (Some(crossing), None) = (told.crossing, seen.pace.crossed) else {
                continue;
            };
            let path = fan(&seen.course, &told).unwrap().expected;
            let (goal, at) = (seen.pace.goal.unwrap().0, crossing.days_since(on(today)) as usize);
            // Shares of the year are rounded to a millionth, and so is what has passed of the rest.
            let left = 1_000_000 - i64::from(seen.course.season_ppm[today]);
            let rounding = (told.projected.unwrap().0 - path[0]) * 3 / left.max(1) + 2;
            prop_assert!(path[at] >= goal - rounding, "{} {}", path[at], goal);
            prop_assert!(path[at - 1] < goal + rounding, "{} {}", path[at - 1], goal);
        }
    }

    /// In steps the same comes out as in one go, whatever happens between the steps.
    #[test]
    fn steps_lead_to_the_whole(
        rows in any_figures(), metric in any_metric(), years in 2..4_usize, today in 0..364_usize,
        bp in -5_000..5_000,
    ) {
        let dataset = with_rows(metric, &rows, years, on(today));
        let (books, paces, _) = built(&dataset, on(today));
        let growth = Growth { bp, only: None };
        let whole = OutlookTable::assuming(&dataset, &books, &paces, growth);
        let mut other = steps_of(dataset.clone(), Growth::default());
        let mut steps = steps_of(dataset, growth);
        let (mut taken, mut result) = (0, None);
        while result.is_none() {
            // Another calculation goes on in between.
            other = if other.step().is_some() { steps_of(with_rows(metric, &rows, years, on(today)), growth) } else { other };
            result = steps.step();
            taken += 1;
        }
        prop_assert_eq!(result, Some(whole));
        prop_assert!(taken > 10, "{} steps", taken);
    }

    /// Rows and their landing agree with each other.
    #[test]
    fn the_landing_is_the_sum_of_its_rows(
        rows in any_figures(), metric in any_metric(), years in 2..4_usize, today in 0..364_usize,
    ) {
        let dataset = with_rows(metric, &rows, years, on(today));
        let (_, paces, outlook) = built(&dataset, on(today));
        let landing = &outlook.channels_landing;
        let sum: u32 = outlook.channels.iter().filter_map(|row| row.reach_bp).map(u32::from).sum();
        if let Some((low, high)) = landing.band {
            // Newcomers of which nothing is said alone count among all.
            let untold = outlook.channels.iter().filter(|row| row.reach_bp.is_none()).count() as u32;
            let least = sum.div_ceil(10_000);
            let possible = least.saturating_sub(1)..=least + untold + 1;
            prop_assert!(possible.contains(&landing.expected), "{:?} {}", landing.expected, sum);
            prop_assert!(low <= high && high <= CHANNELS as u32);
            prop_assert_eq!(landing.path.len(), 364 - today);
            let end = landing.path.last().unwrap();
            prop_assert_eq!((end.expected, Some((end.low, end.high))), (landing.expected, landing.band));
            prop_assert!(landing.path.windows(2).all(|pair| pair[0].expected <= pair[1].expected));
        }
        for (pace, row) in paces.channels.iter().zip(&outlook.channels) {
            let arrives = row.projected.is_some_and(|sum| sum >= pace.goal.unwrap());
            let is_past = pace.crossed.is_some();
            if is_past {
                prop_assert_eq!(row.crossing, pace.crossed);
            } else if pace.to_date < pace.goal.unwrap() {
                prop_assert_eq!(row.crossing.is_some(), arrives);
                prop_assert!(row.crossing.is_none_or(|day| day > on(today)));
            }
            prop_assert!(row.band.is_none_or(|band| band.low <= band.high));
            prop_assert!(row.band.is_none_or(|band| band.low >= pace.to_date));
        }
    }

    /// More growth never makes less of anything.
    #[test]
    fn growth_moves_everything_one_way(
        rows in any_figures(), years in 2..4_usize, today in 0..364_usize, more in 1..5_000_i32,
    ) {
        let dataset = with_rows(Metric::Gmv, &rows, years, on(today));
        let (books, paces, outlook) = built(&dataset, on(today));
        let growth = Growth { bp: more, only: None };
        let grown = OutlookTable::assuming(&dataset, &books, &paces, growth);
        prop_assert!(grown.channels_landing.expected >= outlook.channels_landing.expected);
        for (more, less) in grown.channels.iter().zip(&outlook.channels) {
            prop_assert!(more.projected >= less.projected && more.reach_bp >= less.reach_bp);
        }
    }
}
