//! The detail of one row against small documents whose figures are worked out by hand.

// A test that cannot go on says so by a panic.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Document, GAP, Traits, day};
use paceboard_core::books::Books;
use paceboard_core::detail::{Detail, Stretch, came, detail};
use paceboard_core::model::{Dataset, Metric, Money};
use paceboard_core::pace::PaceTable;
use paceboard_core::query::{Entity, Plan};

/// One channel that sold 1 a day last year and 10 on each of Double 11's two days, fiscal days 223
/// and 224; this year the same days. Seen from fiscal day 222, it has sold 2 a day, and nothing on
/// the first 100 days.
fn one_channel() -> Dataset {
    let mut last_year = vec![1; 365];
    last_year[223..225].fill(10);
    let this_year = [vec![GAP; 100], vec![2; 123]].concat();
    Document::new("2021-11-09")
        .goals(1_000, 1_000)
        .partners(&["p"])
        .event("double-11", "2020-11-10..2020-11-12")
        .event("double-11", "2021-11-10..2021-11-12")
        .event("618", "2021-06-01..2021-06-19")
        .channel(
            "a",
            Traits {
                partner: Some(0),
                ..Traits::default()
            },
        )
        .block(
            Metric::Gmv,
            "2020-04-01",
            &[[last_year, this_year].concat()],
        )
        .build()
}

fn see(dataset: &Dataset, today: &str, plan: Plan, entity: Entity, index: u32) -> Option<Detail> {
    let books = Books::build(dataset).unwrap();
    let paces = PaceTable::build(dataset, &books, day(today), plan);
    detail(dataset, &books, &paces, entity, index)
}

fn channel(dataset: &Dataset, today: &str, index: u32) -> Detail {
    see(dataset, today, Plan::Seasonal, Entity::Channels, index).unwrap()
}

/// By hand. The year weighs 363 + 20 = 383. 754 of 1,000 are missing, with 142 days and 160 weights
/// left: 4.7125 at a weight, 5 on an ordinary day, 94 on Double 11 (94.25). The last 28 days sold
/// 2 at a weight: 4.7125 ÷ 2 = 2.35625 times.
#[test]
fn golden_required() {
    insta::assert_debug_snapshot!(channel(&one_channel(), "2021-11-09", 0).required);
}

/// Under a linear plan 754 spread over 142 days is 5.31 a day, 2.655 times of 2.
#[test]
fn golden_required_linear() {
    let detail = see(
        &one_channel(),
        "2021-11-09",
        Plan::Linear,
        Entity::Channels,
        0,
    );
    insta::assert_debug_snapshot!(detail.unwrap().required);
}

#[test]
fn an_event_under_way_counts_its_remaining_days() {
    let required = channel(&one_channel(), "2021-11-10", 0).required.unwrap();
    // 754 over 150 weights, 10 of them on 11 November.
    let of_event = Stretch {
        event: Some(1),
        days: 1,
        amount: Money(51),
    };
    assert_eq!(required.spread[1..], [of_event]);
    let required = channel(&one_channel(), "2021-11-11", 0).required.unwrap();
    let days: Vec<_> = required
        .spread
        .iter()
        .map(|it| (it.event, it.days))
        .collect();
    assert_eq!((days, required.days_left), (vec![(None, 140)], 140));
}

#[test]
fn days_of_events_alone_share_evenly() {
    let mut dataset = one_channel();
    dataset.events[1].range = common::days("2021-11-10..2022-04-01");
    dataset.events.remove(0);
    let required = channel(&dataset, "2021-11-09", 0).required.unwrap();
    // 754 over 142 days.
    assert_eq!(
        (required.per_ordinary_day, required.spread),
        (
            Money(6),
            vec![Stretch {
                event: Some(0),
                days: 142,
                amount: Money(754)
            }]
        )
    );
}

/// All of last year was sold by now: the plan has nothing to say about the rest.
#[test]
fn a_season_that_is_over_spreads_evenly() {
    let last_year = [vec![1; 100], vec![0; 265]].concat();
    let dataset = Document::new("2021-11-09")
        .goals(1_000, 1)
        .channel("a", Traits::default())
        .block(
            Metric::Gmv,
            "2020-04-01",
            &[[last_year, vec![2; 223]].concat()],
        )
        .build();
    let required = channel(&dataset, "2021-11-09", 0).required.unwrap();
    // 554 over 142 days.
    assert_eq!(
        (required.per_ordinary_day, required.of_recent_bp),
        (Money(4), None)
    );
}

#[test]
fn nothing_is_required_without_goal_or_time_or_over_the_line() {
    let mut dataset = one_channel();
    assert_eq!(
        channel(&dataset, "2022-03-31", 0).required,
        None,
        "the year's last day"
    );
    dataset.programme.channel_goal = Some(Money(246));
    assert_eq!(
        channel(&dataset, "2021-11-09", 0).required,
        None,
        "over the line"
    );
    dataset.programme.channel_goal = None;
    let aimless = channel(&dataset, "2021-11-09", 0);
    assert_eq!((aimless.required, aimless.course.plan), (None, Vec::new()));
    assert!(see(&dataset, "2021-11-09", Plan::Seasonal, Entity::Channels, 1).is_none());
}

#[test]
fn the_first_day_of_the_year_has_a_rate_of_one_day() {
    let mut dataset = one_channel();
    dataset.blocks.push(
        Document::new("2021-04-01")
            .block(Metric::Gmv, "2021-04-01", &[[4]])
            .build()
            .blocks[0]
            .clone(),
    );
    let required = channel(&dataset, "2021-04-01", 0).required.unwrap();
    // (996 ÷ 382) ÷ (4 ÷ 1) = 0.6518
    assert_eq!(
        (required.days_left, required.of_recent_bp),
        (364, Some(6_518))
    );
}

#[test]
fn the_course_runs_to_today_and_its_plan_to_the_end() {
    let course = channel(&one_channel(), "2021-11-09", 0).course;
    assert_eq!([course.daily.len(), course.actual.len()], [223, 223]);
    assert_eq!((course.daily[99], course.daily[100]), (None, Some(2)));
    assert_eq!(
        [course.actual[99], course.actual[100], course.actual[222]],
        [0, 2, 246]
    );
    // 1,000 × (1, 223, 233, 383) ÷ 383, rounded up
    let plan = |fiscal_day: usize| course.plan[fiscal_day];
    assert_eq!(
        [plan(0), plan(222), plan(223), plan(364)],
        [3, 583, 609, 1_000]
    );
    let last_year = |fiscal_day: usize| course.last_year[fiscal_day];
    assert_eq!(course.last_year.len(), 365);
    assert_eq!(
        [last_year(0), last_year(223), last_year(364)],
        [1, 233, 383]
    );
}

#[test]
fn a_course_without_figures_is_empty() {
    let mut dataset = one_channel();
    dataset.blocks.clear();
    let detail = channel(&dataset, "2021-11-09", 0);
    assert_eq!(detail.required, None, "nobody knows what is missing");
    let course = detail.course;
    assert!(course.daily.is_empty() && course.actual.is_empty() && course.last_year.is_empty());
    assert_eq!(course.plan.len(), 365);
}

#[test]
fn last_year_is_matched_by_fiscal_day_across_leap_years() {
    let course = |today: &str, from: &str, days: usize| {
        let dataset = Document::new(today)
            .goals(1, 1)
            .channel("a", Traits::default())
            .block(Metric::Gmv, from, &[vec![1; days]])
            .build();
        channel(&dataset, today, 0).course.last_year
    };
    assert_eq!(course("2020-04-01", "2019-04-01", 367)[364..], [365]);
    assert_eq!(
        course("2023-04-01", "2022-04-01", 366)[363..],
        [364, 365, 365]
    );
}

/// Channels named by their sums to date.
fn ranked(sums: &[i64]) -> Dataset {
    let mut document = Document::new("2021-04-01").goals(100, 100);
    for position in 0..sums.len() {
        // Ids in the opposite order of positions.
        document = document.channel(&format!("c{}", 9 - position), Traits::default());
    }
    let rows: Vec<[i64; 1]> = sums.iter().map(|sum| [*sum]).collect();
    document.block(Metric::Gmv, "2021-04-01", &rows).build()
}

fn check_neighbours(sums: &[i64], index: u32, expected: &[(u32, u32, i64)]) {
    let detail = channel(&ranked(sums), "2021-04-01", index);
    let near = detail.neighbours.iter();
    let near: Vec<_> = near
        .map(|near| (near.index, near.rank, near.ahead_by))
        .collect();
    assert_eq!(near, expected);
    let own = expected.iter().find(|near| near.0 == index).unwrap();
    let ranked = sums.iter().filter(|sum| **sum != GAP);
    assert_eq!((detail.rank, detail.of), (own.1, ranked.count() as u32));
}

#[test]
fn neighbours_are_three_on_either_side() {
    let sums = [10, 90, 30, 70, 50, 20, 80, 40];
    check_neighbours(
        &sums,
        4,
        &[
            (1, 1, 40),
            (6, 2, 30),
            (3, 3, 20),
            (4, 4, 0),
            (7, 5, -10),
            (2, 6, -20),
            (5, 7, -30),
        ],
    );
    check_neighbours(
        &sums,
        1,
        &[(1, 1, 0), (6, 2, -10), (3, 3, -20), (4, 4, -40)],
    );
    check_neighbours(&sums, 0, &[(7, 5, 30), (2, 6, 20), (5, 7, 10), (0, 8, 0)]);
    check_neighbours(&[5], 0, &[(0, 1, 0)]);
    // A gap is no 0: it stands neither above nor below.
    check_neighbours(&[-5, GAP, 5], 0, &[(2, 1, 10), (0, 2, 0)]);
}

#[test]
fn equal_sums_share_a_rank_and_stand_in_order_of_ids() {
    // Ids are c9, c8, c7, c6.
    check_neighbours(
        &[5, 5, 9, 5],
        1,
        &[(2, 1, 4), (3, 2, 0), (1, 2, 0), (0, 2, 0)],
    );
}

/// It sells 2 a day from fiscal day 100 on, so 206 by day 202, of 223 days in the document.
#[test]
fn what_came_is_known_as_far_as_the_document_goes() {
    let dataset = one_channel();
    let books = Books::build(&dataset).unwrap();
    let sums = |today: &str, entity, index| {
        let paces = PaceTable::build(&dataset, &books, day(today), Plan::Seasonal);
        came(&dataset, &books, &paces, entity, index)
    };
    let expected: Vec<i64> = (104..=123).map(|day| day * 2).collect();
    assert_eq!(sums("2021-10-20", Entity::Channels, 0), expected);
    assert_eq!(sums("2021-10-20", Entity::Partners, 0), expected);
    // On the last day, and of a row that is not there, nothing is known.
    assert_eq!(sums("2021-11-09", Entity::Channels, 0), []);
    assert_eq!(sums("2021-10-20", Entity::Channels, 1), []);
    // Looked at from last year, nothing later than that year's end.
    let last = sums("2021-03-29", Entity::Channels, 0);
    assert_eq!(last, [382, 383]);
}
