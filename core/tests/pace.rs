//! Pace against small documents whose figures are worked out by hand.

// A test that cannot go on says so by a panic.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Document, GAP, Traits, days, table};
use paceboard_core::books::Books;
use paceboard_core::model::{
    Curves, Dataset, FiscalCalendar, Metric, Money, PartRef, Share, Totals,
};
use paceboard_core::pace::{CurveLevel, Pace, PaceTable, plan_course};
use paceboard_core::query::{Entity, Plan, Status};

/// Fiscal day 224 of last year.
const SINGLES_DAY: usize = 224;

fn of(category: Option<u32>, partner: Option<u32>, goal: Option<i64>) -> Traits {
    Traits {
        partner,
        category,
        goal,
        ..Traits::default()
    }
}

/// Four channels, Double 11 lasting one day last year (11 November) and two this year (10–11
/// November), seen from the first of these.
///
/// Last year a sold 1 a day and 36 on Double 11, b likewise 1 a day but has no figures for the
/// first hundred days, c sold 10 every day, d did not exist.
fn four_channels() -> Dataset {
    let mut a = vec![1; 365];
    a[SINGLES_DAY] = 36;
    let mut b = vec![1; 365];
    b[..100].fill(GAP);
    let last_year = [a, b, vec![10; 365], vec![GAP; 365]];
    let this_year = [vec![100; 224], vec![30; 224], vec![50; 224], vec![0; 224]];
    Document::new("2021-11-10")
        .goals(10_000, 40_000)
        .categories(&["x", "y"])
        .partners(&["p", "q"])
        .event("double-11", "2020-11-11..2020-11-12")
        .event("double-11", "2021-11-10..2021-11-12")
        .channel("a", of(Some(0), Some(0), Some(43_500)))
        .channel("b", of(Some(0), Some(0), None))
        .channel("c", of(Some(1), Some(1), None))
        .channel("d", of(None, None, None))
        .block(Metric::Gmv, "2020-04-01", &last_year)
        .block(Metric::Gmv, "2021-04-01", &this_year)
        .build()
}

fn seasonal(dataset: &Dataset) -> PaceTable {
    table(dataset, &dataset.as_of.day.to_string(), Plan::Seasonal)
}

/// By hand. 224 of 365 days are done, one of Double 11's two among them; each of the two takes
/// last year's 36 of a, so that a's year weighs 223 + 2 × 36 + 140 = 435:
///
/// - a's own curve 259 ÷ 435 = 0.595402, c's 2240 ÷ 3650 = 0.613699;
/// - the programme's, of a and c alone because b and d have gaps, 2499 ÷ 4085 = 0.611750;
/// - category x (a alone) counts 1 ÷ 11: 0.611750 + (0.595402 − 0.611750) ÷ 11 = 0.610264; y
///   0.611927;
/// - plans: a 0.4 × 0.595402 + 0.6 × 0.610264 = 0.604319, b 0.610264, c 0.612636, d 0.611750;
/// - p has no curve of its own, since b came within last year: the programme's 0.611750; q's plan
///   0.612530.
///
/// c passes 10,000 with its 200th day, 2021-10-17; 22,400 of a ÷ (43,500 × 0.604319) = 0.8521.
#[test]
fn golden_seasonal() {
    insta::assert_debug_snapshot!(seasonal(&four_channels()));
}

/// Three days of 365 make 8.219 of a goal of 1,000, so that 9 are enough: 600 are 73 times what is
/// due, not 67.
#[test]
fn pace_is_of_what_is_due_before_it_is_rounded() {
    let dataset = Document::new("2021-04-03")
        .goals(1_000, 1_000)
        .channel("a", of(None, None, None))
        .block(Metric::Gmv, "2021-04-01", &[[100, 200, 300]])
        .build();
    let a = &table(&dataset, "2021-04-03", Plan::Linear).channels[0];
    assert_eq!((a.expected, a.pace_bp), (Some(Money(9)), Some(730_000)));
}

/// Of goals of 170, 60, 300, 181 and 5, due after three days of 365: 1.397, 0.493, 2.466, 1.488 and
/// 0.041. Who has sold 1, 0, 2, 1 and 30 is behind, but for the last, which is over the line at 730
/// times that; 3 of 365 are just enough.
#[test]
fn small_goals_are_on_pace_from_one_on() {
    let goals = [170, 60, 300, 181, 5, 365];
    let sold = [1, 0, 2, 1, 30, 3].map(|sold| [sold, 0, 0]);
    let channels = goals.iter().zip(["a", "b", "c", "d", "e", "f"]);
    let document = channels.fold(Document::new("2021-04-03"), |document, (goal, id)| {
        let goal = Some(*goal);
        document.channel(
            id,
            Traits {
                goal,
                ..Traits::default()
            },
        )
    });
    let dataset = document.block(Metric::Gmv, "2021-04-01", &sold).build();
    let paces = table(&dataset, "2021-04-03", Plan::Linear).channels;
    let found: Vec<_> = paces
        .iter()
        .map(|pace| (pace.pace_bp, pace.status))
        .collect();
    let behind = [7_157, 0, 8_111, 6_722].map(|bp| (Some(bp), Status::Behind));
    assert_eq!(found[..4], behind);
    assert_eq!(found[4], (Some(7_300_000), Status::Over));
    assert_eq!(found[5], (Some(10_000), Status::OnPace));
}

/// 700 less than a day's share of 2^52 are 0.99999999999994 of it. 2^53 are more times a day's share
/// of a goal of 1 than 32 bits of basis points hold.
#[test]
fn what_is_a_hair_below_is_no_pace_of_one() {
    let goal = |goal| Traits {
        goal: Some(goal),
        ..Traits::default()
    };
    let (whole, most) = (1 << 52, (1 << 53) - 1);
    let a_day = whole / 365 + 1;
    let dataset = Document::new("2021-04-01")
        .channel("short", goal(whole))
        .channel("enough", goal(whole))
        .channel("most", goal(1))
        .block(Metric::Gmv, "2021-04-01", &[[a_day - 700], [a_day], [most]])
        .build();
    let paces = table(&dataset, "2021-04-01", Plan::Linear).channels;
    let found = [0, 1, 2].map(|row| (paces[row].pace_bp.unwrap(), paces[row].status));
    assert_eq!(found[0], (9_999, Status::Behind));
    assert_eq!(found[1], (10_000, Status::OnPace));
    assert_eq!(found[2], (i32::MAX, Status::Over));
}

/// Every day the same: 224 ÷ 365 = 0.613699.
#[test]
fn golden_linear() {
    insta::assert_debug_snapshot!(table(&four_channels(), "2021-11-10", Plan::Linear));
}

/// The plan of a by hand, in parts per million, about Double 11: an ordinary day is 0.4 ÷ 435 +
/// 0.6 × (1 ÷ 11 ÷ 435 + 10 ÷ 11 × 11 ÷ 4085) = 2,513.7, one of Double 11 0.4 × 36 ÷ 435 + 0.6 ×
/// (36 ÷ 11 ÷ 435 + 10 ÷ 11 × 46 ÷ 4085) = 43,759.8.
#[test]
fn the_course_of_a_plan_ends_at_one_and_meets_the_table() {
    let dataset = four_channels();
    let books = Books::build(&dataset).unwrap();
    let paces = seasonal(&dataset);
    let course = plan_course(&dataset, &books, &paces, Entity::Channels, 0);
    assert_eq!(course.level, CurveLevel::Own);
    let ppm = |day: usize| course.cumulative_ppm[day];
    assert_eq!(course.cumulative_ppm.len(), 365);
    assert_eq!(
        [ppm(0), ppm(222), ppm(223), ppm(224)],
        [2_514, 560_560, 604_319, 648_079]
    );
    assert_eq!([ppm(363), ppm(364)], [997_486, 1_000_000]);
    for (entity, rows) in [
        (Entity::Channels, &paces.channels),
        (Entity::Partners, &paces.partners),
    ] {
        for (index, pace) in rows.iter().enumerate() {
            let course = plan_course(&dataset, &books, &paces, entity, index as u32);
            assert_eq!(
                (course.cumulative_ppm[223], course.level),
                (pace.plan_ppm, pace.level)
            );
        }
    }
}

/// Which levels and plans the channels have.
fn plans(paces: &[Pace]) -> Vec<(CurveLevel, u32)> {
    paces
        .iter()
        .map(|pace| (pace.level, pace.plan_ppm))
        .collect()
}

/// A table with half of the programme's year on its first day, and half of x's on its second.
fn with_curves(mut dataset: Dataset) -> Dataset {
    let weights = |day: usize| (0..365).map(|at| u64::from(at == day) * 364 + 1).collect();
    dataset.curves = Some(Curves {
        range: days("2020-04-01..2021-04-01"),
        programme: weights(0),
        categories: vec![weights(1), Vec::new()],
    });
    dataset
}

#[test]
fn the_documents_table_stands_in_until_last_year_is_loaded() {
    let mut dataset = with_curves(four_channels());
    let loaded = seasonal(&dataset);
    assert_eq!(loaded, seasonal(&four_channels()), "the ledger comes first");

    let last_year = dataset.blocks.remove(0);
    dataset.events.clear();
    // Day 0 of the programme weighs 365 ÷ 729. x has two channels: it counts 2 ÷ 12.
    let mix = 1.0 / 729.0 * 2.0 / 12.0 + 365.0 / 729.0 * 10.0 / 12.0;
    let category = (CurveLevel::Category, (mix * 1e6_f64).round() as u32);
    let programme = (CurveLevel::Programme, 500_686);
    let first_day = table(&dataset, "2021-04-01", Plan::Seasonal);
    assert_eq!(
        plans(&first_day.channels),
        [category, category, programme, programme]
    );
    assert_eq!(plans(&first_day.partners), [programme, programme]);

    // A part of last year is here, another is not: the table still serves for the whole, and the
    // channels that have arrived bring their own year.
    dataset.blocks.insert(0, last_year);
    dataset.parts.push(PartRef {
        range: days("2020-04-01..2021-04-01"),
        channels: 2..4,
        metrics: vec![Metric::Gmv],
        href: "2020.json".into(),
        bytes: 1,
        sha256: [0; 32],
    });
    let levels: Vec<CurveLevel> = seasonal(&dataset)
        .channels
        .iter()
        .map(|pace| pace.level)
        .collect();
    let (own, category) = (CurveLevel::Own, CurveLevel::Category);
    let programme = [CurveLevel::OwnAndProgramme, CurveLevel::Programme];
    assert_eq!(levels, [own, category, programme[0], programme[1]]);
}

#[test]
fn a_table_of_other_days_is_not_used() {
    let mut dataset = with_curves(four_channels());
    dataset.blocks.remove(0);
    let view = table(&dataset, "2022-04-01", Plan::Seasonal);
    assert_eq!(view.channels[0].level, CurveLevel::Linear);
    dataset.curves = None;
    assert_eq!(seasonal(&dataset).channels[0].level, CurveLevel::Linear);
}

#[test]
fn given_totals_stand_in_for_series_that_have_not_arrived() {
    let mut dataset = four_channels();
    let this_year = dataset.blocks.remove(1);
    dataset.totals = Some(Totals {
        to_date: vec![Some(43_500), Some(6_720), None, Some(7)],
        ..Totals::default()
    });
    let paces = seasonal(&dataset);
    let sums = |rows: &[Pace]| rows.iter().map(|pace| pace.to_date.0).collect::<Vec<_>>();
    assert_eq!(sums(&paces.channels), [43_500, 6_720, 0, 7]);
    assert_eq!(sums(&paces.partners), [50_220, 0]);
    assert_eq!(
        (paces.channels[0].status, paces.channels[0].crossed),
        (Status::Over, None)
    );
    // For c no sum is given either.
    assert_eq!(paces.channels[2].status, Status::NoData);
    assert_eq!(paces.partners[1].status, Status::NoData);
    // They are sums of today, not of an earlier day.
    let earlier = table(&dataset, "2021-11-09", Plan::Seasonal);
    assert_eq!(sums(&earlier.channels), [0, 0, 0, 0]);
    // Once there is a series it counts.
    dataset.blocks.push(this_year);
    assert_eq!(
        sums(&seasonal(&dataset).channels),
        [22_400, 6_720, 11_200, 0]
    );
}

#[test]
fn without_any_figure_there_is_no_standing() {
    let dataset = Document::new("2021-04-02")
        .goals(1_000, 1_000)
        .partners(&["p", "q"])
        .channel("silent", of(None, Some(0), None))
        .channel("idle", of(None, Some(1), None))
        .block(Metric::Gmv, "2021-03-31", &[[7, GAP, GAP], [7, 0, GAP]])
        .build();
    let paces = table(&dataset, "2021-04-02", Plan::Linear);
    for rows in [&paces.channels, &paces.partners] {
        let standings = [&rows[0], &rows[1]].map(|it| {
            (
                it.status,
                it.progress.map(Share::basis_points),
                it.missing(),
            )
        });
        let idle = (Status::Behind, Some(0), Some(Money(1_000)));
        assert_eq!(standings, [(Status::NoData, None, None), idle]);
    }
}

#[test]
fn without_a_goal_there_is_no_pace() {
    let mut dataset = four_channels();
    dataset.programme.channel_goal = None;
    dataset.programme.partner_goal = None;
    let paces = seasonal(&dataset);
    let b = paces.channels[1];
    assert_eq!(
        (
            b.goal,
            b.expected,
            b.pace_bp,
            b.progress.map(Share::basis_points)
        ),
        (None, None, None, None)
    );
    assert_eq!(
        (b.status, b.crossed, b.to_date),
        (Status::NoGoal, None, Money(6_720))
    );
    assert_eq!(
        paces.channels[0].status,
        Status::Behind,
        "its own goal stays"
    );
}

#[test]
fn the_first_and_the_last_day_of_the_year() {
    let dataset = four_channels();
    let first = table(&dataset, "2021-04-01", Plan::Seasonal);
    assert_eq!(first.channels[2].to_date, Money(50));
    // 0.4 ÷ 365 + 0.6 × (1 ÷ 11 ÷ 365 + 10 ÷ 11 × 11 ÷ 4085)
    assert_eq!(first.channels[2].plan_ppm, 2_714);
    let last = table(&dataset, "2022-03-31", Plan::Seasonal);
    for pace in last.channels.iter().chain(&last.partners) {
        assert_eq!((pace.plan_ppm, pace.expected), (1_000_000, pace.goal));
    }
    let statuses: Vec<Status> = last.channels.iter().map(|pace| pace.status).collect();
    let behind = Status::Behind;
    assert_eq!(statuses, [behind, behind, Status::Over, behind]);
}

#[test]
fn a_calendar_year_of_thirty_days_and_one_channel() {
    let mut dataset = Document::new("2021-01-30")
        .goals(365, 1)
        .channel("only", Traits::default())
        .block(Metric::Gmv, "2021-01-01", &[vec![2; 30]])
        .build();
    dataset.calendar = FiscalCalendar::new("UTC".into(), 1, 1).unwrap();
    let only = seasonal(&dataset).channels[0];
    assert_eq!(
        (only.level, only.to_date, only.expected),
        (CurveLevel::Linear, Money(60), Some(Money(30)))
    );
    assert_eq!(
        (
            only.pace_bp,
            only.progress.map(Share::basis_points),
            only.status
        ),
        (Some(20_000), Some(1_644), Status::OnPace)
    );
}

#[test]
fn a_document_without_channels_or_days() {
    let dataset = Document::new("2021-01-30").build();
    let paces = seasonal(&dataset);
    assert!(paces.channels.is_empty() && paces.partners.is_empty());
}
