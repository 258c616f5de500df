//! Pace where days are unlike others: without figures, with more refunds than sales, after a crossing.

// A test that cannot go on says so by a panic.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Document, GAP, Traits, day, table};
use paceboard_core::model::{Metric, Money, Share};
use paceboard_core::pace::CurveLevel;
use paceboard_core::query::{Plan, Status};

/// One channel, 10 a day last year and 20 on its last hundred days, with that change.
fn changed(change: impl Fn(&mut Vec<i64>)) -> CurveLevel {
    let mut year = [vec![10; 265], vec![20; 100]].concat();
    change(&mut year);
    let this_year = vec![10; 3];
    let dataset = Document::new("2021-04-03")
        .goals(1_000, 1)
        .channel("only", Traits::default())
        .block(Metric::Gmv, "2020-04-01", &[[year, this_year].concat()])
        .build();
    table(&dataset, "2021-04-03", Plan::Seasonal).channels[0].level
}

#[test]
fn days_without_any_figure_are_closures_unless_they_are_many() {
    assert_eq!(changed(|_| ()), CurveLevel::OwnAndProgramme);
    assert_eq!(
        changed(|year| year[..7].fill(GAP)),
        CurveLevel::OwnAndProgramme
    );
    assert_eq!(changed(|year| year[..8].fill(GAP)), CurveLevel::Linear);
    assert_eq!(
        changed(|year| year[200..207].fill(GAP)),
        CurveLevel::OwnAndProgramme
    );
    assert_eq!(changed(|year| year[200..300].fill(GAP)), CurveLevel::Linear);
    assert_eq!(changed(|year| year.fill(0)), CurveLevel::Linear);
}

#[test]
fn days_with_more_refunds_than_sales_weigh_nothing() {
    // 364 days of 10, one of −500: the year sold 3,140. Without the clamp the first day would
    // stand at −500 ÷ 3,140.
    let year = [vec![-500], vec![10; 364]].concat();
    let this_year = vec![-40, 100];
    let mut dataset = Document::new("2021-04-02")
        .goals(3_640, 1)
        .channel("only", Traits::default())
        .block(Metric::Net, "2020-04-01", &[[year, this_year].concat()])
        .build();
    dataset.programme.metric = Metric::Net;
    let at = |today: &str| table(&dataset, today, Plan::Seasonal).channels[0];
    let first = at("2021-04-01");
    assert_eq!(
        (first.plan_ppm, first.expected, first.pace_bp),
        (0, Some(Money(0)), None)
    );
    assert_eq!(
        (
            first.to_date,
            first.progress.map(Share::basis_points),
            first.status
        ),
        (Money(-40), Some(-110), Status::Behind)
    );
    let second = at("2021-04-02");
    assert_eq!(
        (second.expected, second.pace_bp),
        (Some(Money(10)), Some(60_000))
    );
}

#[test]
fn a_crossing_stays_when_refunds_take_the_sum_back() {
    let mut dataset = Document::new("2021-04-04")
        .goals(100, 1)
        .channel("only", Traits::default())
        .block(Metric::Net, "2021-04-01", &[vec![60, 50, -30, 40]])
        .build();
    dataset.programme.metric = Metric::Net;
    let check = |today: &str, status: Status| {
        let pace = table(&dataset, today, Plan::Seasonal).channels[0];
        assert_eq!(
            (pace.status, pace.crossed),
            (status, Some(day("2021-04-02")))
        );
    };
    check("2021-04-02", Status::Over);
    check("2021-04-03", Status::OnPace);
    check("2021-04-04", Status::Over);
}
