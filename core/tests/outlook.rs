//! What is likely to come: small documents whose answers can be worked out by hand.

// A test that cannot go on says so by a panic.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Document, GAP, Traits, day};
use paceboard_core::books::Books;
use paceboard_core::model::{Block, Dataset, Metric, Money, Totals};
use paceboard_core::outlook::{
    Assumptions, Basis, Goal, Growth, Outlook, OutlookTable, calibration, reads_same,
};
use paceboard_core::pace::PaceTable;
use paceboard_core::query::{Entity, Plan, Status};

const YEAR_DAYS: usize = 365;

/// A world as seen at the end of a day.
struct Seen {
    dataset: Dataset,
    books: Books,
    paces: PaceTable,
    outlook: OutlookTable,
}

fn seen(dataset: Dataset, today: &str) -> Seen {
    let books = Books::build(&dataset).unwrap();
    let paces = PaceTable::build(&dataset, &books, day(today), Plan::Seasonal);
    let outlook = OutlookTable::build(&dataset, &books, &paces);
    Seen {
        dataset,
        books,
        paces,
        outlook,
    }
}

/// So many channels that sell 10 a day in the fiscal year 2020 and the given amount a day in the
/// first days of 2021.
fn steady(channels: usize, per_day: impl Fn(usize) -> i64, days: usize) -> Document {
    let rows: Vec<Vec<i64>> = (0..channels)
        .map(|row| [vec![10; YEAR_DAYS], vec![per_day(row); days]].concat())
        .collect();
    let document = Document::new("2022-03-31")
        .goals(3_650, 36_500)
        .targets(6, 1);
    let named =
        |document: Document, row: usize| document.channel(&format!("c{row:02}"), Traits::default());
    (0..channels)
        .fold(document, named)
        .block(Metric::Gmv, "2020-04-01", &rows)
}

#[test]
fn without_a_last_year_days_count_alike_and_nothing_is_said_of_chances() {
    let document = Document::new("2021-06-12")
        .goals(730, 7_300)
        .channel("a", Traits::default())
        .block(Metric::Gmv, "2021-04-01", &[vec![2; 73]]);
    let seen = seen(document.build(), "2021-06-12");
    let expected = Outlook {
        projected: Some(Money(730)),
        band: None,
        reach_bp: None,
        crossing: Some(day("2022-03-31")),
        basis: Basis::NoLastYear,
    };
    assert_eq!(seen.outlook.channels, [expected]);
    let landing = &seen.outlook.channels_landing;
    assert_eq!(
        (landing.expected, landing.band, landing.path.len()),
        (1, None, 0)
    );
    assert_eq!(
        calibration(&seen.dataset, &seen.books, &seen.paces, Entity::Channels),
        Err(Basis::NoLastYear)
    );
}

/// 10 a day for 44 days and 20 a day since, 56 days that are recent; in the last four of them a
/// festival with 100 a day, which is no rate of theirs.
#[test]
fn the_last_fifty_six_days_outside_events_count_for_a_fifth() {
    let figures = [vec![10; 44], vec![20; 52], vec![100; 4]].concat();
    let document = Document::new("2021-07-09")
        .goals(9_999, 9_999)
        .channel("a", Traits::default())
        .event("618", "2021-07-06..2021-07-10")
        .block(Metric::Gmv, "2021-04-01", &[figures]);
    let seen = seen(document.build(), "2021-07-09");
    // 1,880 in 100 days are 6,862 a year, 1,040 in 52 days are 7,300; 265 days are left:
    // 1,880 + (0.8 · 6,862 + 0.2 · 7,300) · 265 ÷ 365.
    assert_eq!(seen.outlook.channels[0].projected, Some(Money(6_926)));
}

#[test]
fn too_few_rows_make_no_band() {
    let seen = seen(steady(9, |_| 10, 100).build(), "2021-07-09");
    assert!(
        seen.outlook
            .channels
            .iter()
            .all(|row| row.basis == Basis::TooFew && row.band.is_none())
    );
    assert_eq!(seen.outlook.channels[0].projected, Some(Money(3_650)));
}

/// Everyone sold alike last year, so that a forecast was never wrong: what is left is the error
/// that all share, here as nobody grew in 100 days, a deviation of 1.5 %.
#[test]
fn where_no_forecast_was_wrong_the_common_error_is_left() {
    let seen = seen(steady(40, |_| 10, 100).build(), "2021-07-09");
    let row = seen.outlook.channels[0];
    assert_eq!(
        (row.projected, row.basis),
        (Some(Money(3_650)), Basis::SameYear)
    );
    // 1,000 so far and 2,650 · e^(±1.2816 · 0.015) to come.
    let band = row.band.unwrap();
    assert!(
        (band.low.0 - 3_600).abs() <= 4 && (band.high.0 - 3_701).abs() <= 4,
        "{band:?}"
    );
    // The goal is the projection itself.
    assert!((4_900..=5_100).contains(&row.reach_bp.unwrap()), "{row:?}");
    let landing = &seen.outlook.channels_landing;
    assert!((19..=21).contains(&landing.expected), "{landing:?}");
    // 6 in 265 days are 1.6 tenths a week.
    assert_eq!(landing.needed_per_week_tenths, Some(2));
    assert_eq!(seen.outlook.total, Some(Money(40 * 3_650)));
    // All arrive or none, but for the cells of a table.
    let (low, high) = landing.band.unwrap();
    assert!(low <= 2 && high >= 38, "{landing:?}");
}

#[test]
fn crossings_are_foretold_by_the_plan() {
    // 20 a day reaches 3,650 on the 183rd day, 30 September.
    let seen = seen(
        steady(12, |row| if row < 6 { 20 } else { 5 }, 100).build(),
        "2021-07-09",
    );
    let crossing = |row: usize| seen.outlook.channels[row].crossing;
    assert_eq!((crossing(0), crossing(11)), (Some(day("2021-09-30")), None));
}

#[test]
fn who_is_over_is_certain_and_keeps_the_day() {
    let seen = seen(steady(12, |_| 50, 100).build(), "2021-07-09");
    let row = seen.outlook.channels[3];
    assert_eq!(
        (row.reach_bp, row.crossing),
        (Some(10_000), Some(day("2021-06-12")))
    );
    assert_eq!(seen.outlook.channels_landing.expected, 12);
    assert_eq!(seen.outlook.channels_landing.band, Some((12, 12)));
    assert_eq!(seen.outlook.channels_landing.target_bp, Some(10_000));
}

#[test]
fn on_the_last_day_all_is_settled() {
    let seen = seen(
        steady(12, |row| if row == 0 { 10 } else { 9 }, 365).build(),
        "2022-03-31",
    );
    let reach: Vec<Option<u16>> = seen
        .outlook
        .channels
        .iter()
        .map(|row| row.reach_bp)
        .collect();
    assert_eq!(reach[..2], [Some(10_000), Some(0)]);
    let row = seen.outlook.channels[1];
    assert_eq!(row.projected, Some(Money(9 * 365)));
    assert!(row.band.is_none_or(|band| band.low == band.high));
    assert_eq!(seen.outlook.channels_landing.expected, 1);
    assert!(seen.outlook.channels_landing.path.is_empty());
}

#[test]
fn days_without_figures_are_not_days_without_sales() {
    let mut rows = vec![[vec![10; YEAR_DAYS], vec![10; 100]].concat(); 12];
    rows[0][YEAR_DAYS..YEAR_DAYS + 50].fill(GAP);
    rows[1][YEAR_DAYS..YEAR_DAYS + 50].fill(0);
    let named =
        |document: Document, row: usize| document.channel(&format!("c{row:02}"), Traits::default());
    let document = Document::new("2022-03-31").goals(3_650, 36_500);
    let document = (0..12)
        .fold(document, named)
        .block(Metric::Gmv, "2020-04-01", &rows);
    let seen = seen(document.build(), "2021-07-09");
    // 500 so far, and as much a day as before.
    assert_eq!(seen.outlook.channels[0].projected, Some(Money(500 + 2_650)));
    assert!(seen.outlook.channels[1].projected.unwrap() < Money(2_600));
}

#[test]
fn another_metric_changes_nothing_that_is_foretold() {
    let world = seen(steady(12, |_| 10, 100).build(), "2021-07-09");
    let with = |metric: Metric| {
        let block = &world.dataset.blocks[0];
        let mut dataset = world.dataset.clone();
        let mut block = Block::clone(block);
        block.metrics[0].0 = metric;
        dataset.blocks.push(block.into());
        let books = world.books.rebuilt(&dataset, &[metric]).unwrap();
        (dataset, books)
    };
    let same = |(dataset, books): &(Dataset, Books)| {
        reads_same((&world.dataset, &world.books), (dataset, books))
    };
    assert!(same(&with(Metric::Orders)));
    assert!(!same(&with(Metric::Gmv)));
    let assumed = |assumed: Assumptions| {
        let dataset = assumed.applied(&world.dataset).into_owned();
        same(&(dataset, world.books.clone()))
    };
    assert!(assumed(Assumptions::default()));
    let target = Some(99);
    assert!(!assumed(Assumptions {
        target,
        ..Assumptions::default()
    }));
    let goal = Goal::Times(5_000);
    assert!(!assumed(Assumptions {
        goal,
        ..Assumptions::default()
    }));
    // A document that was read anew has tables of its own.
    assert!(!same(&(
        world.dataset.clone(),
        Books::build(&world.dataset).unwrap()
    )));
}

/// One channel's growth is its partner's as money, and that of all.
#[test]
fn growth_of_one_channel_reaches_its_partner_and_the_total() {
    let rows: Vec<Vec<i64>> = [vec![10; 100], vec![30; 100]].into();
    let of = |partner| Traits {
        partner: Some(partner),
        ..Traits::default()
    };
    let document = Document::new("2021-07-09")
        .goals(3_650, 36_500)
        .partners(&["p", "q"])
        .channel("a", of(0))
        .channel("b", of(0))
        .block(Metric::Gmv, "2021-04-01", &rows);
    let seen = seen(document.build(), "2021-07-09");
    let partner = |growth: Growth| {
        let told = OutlookTable::assuming(&seen.dataset, &seen.books, &seen.paces, growth);
        let of_both = told.partners[0].projected.unwrap();
        assert_eq!(told.total, Some(of_both));
        of_both.0
    };
    let growth = |bp, only| Growth { bp, only };
    assert_eq!(partner(growth(0, None)), 40 * 365);
    // A tenth of what is foretold of the first: 265 · 10 ÷ 10.
    assert_eq!(partner(growth(1_000, Some(0))), 40 * 365 + 265);
    assert_eq!(partner(growth(1_000, None)), 40 * 365 + 4 * 265);
    assert_eq!(partner(growth(-10_000, Some(1))), 40 * 365 - 30 * 265);
}

/// Twelve channels with 10 a day last year; of the first this year's days are all gaps, and of the
/// second last year's as well. The others grew by a half.
#[test]
fn nothing_is_known_of_the_rate_of_a_row_without_any_figure_this_year() {
    let mut rows = vec![[vec![10; YEAR_DAYS], vec![15; 100]].concat(); 12];
    rows[0][YEAR_DAYS..].fill(GAP);
    rows[1].fill(GAP);
    let document = |rows: &[Vec<i64>]| {
        let named = |document: Document, row: usize| {
            document.channel(&format!("c{row:02}"), Traits::default())
        };
        let document = Document::new("2021-07-09").goals(3_650, 36_500);
        let document = (0..rows.len()).fold(document, named);
        document.block(Metric::Gmv, "2020-04-01", rows).build()
    };
    let told = seen(document(&rows), "2021-07-09").outlook;
    // Last year's 3,650 times the growth of the others, on the days that are left.
    let projected = told.channels[0].projected.unwrap().0;
    assert!((projected - 3_975).abs() <= 5, "{projected}");
    assert!(told.channels[0].reach_bp.unwrap() > 5_000);
    let unknown = told.channels[1];
    assert_eq!(
        (unknown.projected, unknown.band, unknown.reach_bp),
        (None, None, None)
    );
    assert!(told.channels[2].projected.unwrap() > Money(5_000));
    let nobody = seen(document(&rows[1..2]), "2021-07-09").outlook;
    assert_eq!((nobody.channels[0].projected, nobody.total), (None, None));

    // A total that the document gives is known, 0 too.
    let mut given = document(&rows);
    given.totals = Some(Totals {
        to_date: [vec![Some(700), Some(0)], vec![None; 10]].concat(),
        last_28: vec![None; 12],
        last_year: vec![None; 12],
    });
    let told = seen(given, "2021-07-09").outlook;
    assert!(told.channels[0].projected.unwrap() > Money(2_000));
    // It tells no rate, though.
    assert_eq!(told.channels[1].projected, None);
}

#[test]
fn assumptions_move_goals_targets_and_what_is_to_come() {
    let seen = seen(steady(40, |_| 10, 100).build(), "2021-07-09");
    let assumed = Assumptions {
        goal: Goal::Times(5_000),
        target: Some(7),
        growth: Growth::default(),
    };
    let dataset = assumed.applied(&seen.dataset);
    assert_eq!(dataset.programme.channel_goal, Some(Money(1_825)));
    assert_eq!(dataset.programme.target_channels, Some(7));
    let [given, assumed] = [&seen.dataset, &*dataset].map(|it| it.programme.partner_goal);
    assert_eq!(assumed, given.map(|goal| Money(goal.0 / 2)));
    assert_eq!(*Assumptions::default().applied(&seen.dataset), seen.dataset);

    let growth = |bp, only| {
        let growth = Growth { bp, only };
        let outlook = OutlookTable::assuming(&seen.dataset, &seen.books, &seen.paces, growth);
        [0, 1].map(|row: usize| outlook.channels[row].projected.unwrap().0)
    };
    assert_eq!(growth(0, None), [3_650, 3_650]);
    assert_eq!(growth(1_000, None), [3_915, 3_915]);
    assert_eq!(growth(1_000, Some(1)), [3_650, 3_915]);
    assert_eq!(growth(-20_000, None), [1_000, 1_000]);
}

#[test]
fn behind_the_plan_but_likely_is_at_risk() {
    // Rates spread from 7 to 10.9 a day last year and this, so that errors have a spread.
    let wave = |row: usize, at: usize| 1_000 + ((row * 7 + at * 13) % 11) as i64 * 40;
    let figures =
        |row: usize| -> Vec<i64> { (0..YEAR_DAYS + 200).map(|at| wave(row, at / 60)).collect() };
    let rows: Vec<Vec<i64>> = (0..60).map(figures).collect();
    let named =
        |document: Document, row: usize| document.channel(&format!("c{row:02}"), Traits::default());
    let document = Document::new("2022-03-31").goals(440_000, 1_000_000);
    let document = (0..60)
        .fold(document, named)
        .block(Metric::Gmv, "2020-04-01", &rows);
    let mut seen = seen(document.build(), "2021-10-17");
    let before: Vec<Status> = seen.paces.channels.iter().map(|pace| pace.status).collect();
    seen.outlook.inform(&mut seen.paces);
    let mut count = 0;
    for ((pace, outlook), before) in seen
        .paces
        .channels
        .iter()
        .zip(&seen.outlook.channels)
        .zip(before)
    {
        let likely = outlook.reach_bp.unwrap() >= 2_000;
        let expected = if before == Status::Behind && likely {
            Status::AtRisk
        } else {
            before
        };
        assert_eq!(pace.status, expected);
        count += u32::from(expected == Status::AtRisk);
    }
    assert!(count > 0 && count < 60, "{count}");
}
