//! Whom to look after: small documents whose answers can be worked out by hand.

// A test that cannot go on says so by a panic.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Document, GAP, Traits, day};
use paceboard_core::books::Books;
use paceboard_core::model::{Dataset, Metric, Money, PartnerIndex};
use paceboard_core::outlook::{Growth, OutlookTable};
use paceboard_core::pace::PaceTable;
use paceboard_core::programme::{
    Falling, Loss, Overtake, Queues, Side, cheapest, near, overtake, queues, queues_in_steps,
};
use paceboard_core::query::{Entity, Plan};
use paceboard_core::steps::Steps;

/// Channels a, b, … with a goal of 1,000, under one partner but for the last; their figures begin
/// on 2021-04-01, and no earlier year is known.
fn document(rows: &[Vec<i64>]) -> Dataset {
    let named = |document: Document, row: usize| {
        let partner = (row + 1 < rows.len()).then_some(0);
        let traits = Traits {
            partner,
            ..Traits::default()
        };
        document.channel(["a", "b", "c", "d"][row], traits)
    };
    let last = day("2021-04-01").plus(rows[0].len() as i32 - 1);
    let document = Document::new(&last.to_string())
        .goals(1_000, 9_999)
        .partners(&["p"]);
    (0..rows.len())
        .fold(document, named)
        .block(Metric::Gmv, "2021-04-01", rows)
        .build()
}

fn seen(dataset: &Dataset) -> (Books, PaceTable) {
    let books = Books::build(dataset).unwrap();
    let paces = PaceTable::build(dataset, &books, dataset.as_of.day, Plan::Linear);
    (books, paces)
}

fn found(rows: &[Vec<i64>]) -> Queues {
    at_most(rows, 9)
}

fn at_most(rows: &[Vec<i64>], most: usize) -> Queues {
    let dataset = document(rows);
    let (books, paces) = seen(&dataset);
    let outlook = OutlookTable::build(&dataset, &books, &paces);
    queues(&dataset, &books, &paces, &outlook, Entity::Channels, most)
}

#[test]
fn long_queues_are_cut_and_counted() {
    let rows = [vec![28; 30], vec![28; 30], vec![28; 30], vec![1; 30]];
    let expected = at_most(&rows, 2).expected;
    assert_eq!((expected.first.len(), expected.count), (2, 3));
    let stopped = |row: &Vec<i64>| [row.as_slice(), &[0; 7]].concat();
    let slipped = at_most(&rows.map(|row| stopped(&row)), 1).slipped;
    assert_eq!((slipped.first.len(), slipped.count), (1, 3));
}

#[test]
fn queues_come_in_steps() {
    let dataset = document(&[vec![28; 60], vec![9; 60]]);
    let (books, paces) = seen(&dataset);
    let outlook = OutlookTable::build(&dataset, &books, &paces);
    let whole = queues(&dataset, &books, &paces, &outlook, Entity::Channels, 9);
    let mut steps = Steps::new(async move {
        let outlook = (&outlook, Growth::default());
        queues_in_steps(&dataset, &books, &paces, outlook, Entity::Channels, 9).await
    });
    let mut taken = 1;
    let stepped = loop {
        match steps.step() {
            Some(queues) => break queues,
            None => taken += 1,
        }
    };
    assert_eq!(stepped, whole);
    // Two more outlooks, each in steps of its own.
    assert!(taken > 20, "{taken}");
}

#[test]
fn crossings_are_expected_and_slip() {
    // By 30 April (day 30): a and b sold 28 a day, 840 of 1,000 by then: due on day 36, 6 May.
    // a goes on, b stops; both are looked at again on 7 May (day 37).
    let steady = vec![28; 37];
    let stopped = [vec![28; 30], vec![0; 7]].concat();
    let before = found(&[vec![28; 30], vec![28; 30], vec![1; 30]]);
    let due = |queue: &[paceboard_core::programme::Crossing]| -> Vec<(u32, String)> {
        queue
            .iter()
            .map(|crossing| (crossing.index, crossing.day.to_string()))
            .collect()
    };
    assert_eq!(
        due(&before.expected.first),
        [(0, "2021-05-06".into()), (1, "2021-05-06".into())]
    );
    let after = found(&[steady, stopped, vec![1; 37]]);
    assert_eq!(due(&after.slipped.first), [(1, "2021-05-06".into())]);
    // At 840 in 37 days and nothing in the last of them it is still due: within a week or not.
    assert!(
        after
            .expected
            .first
            .iter()
            .all(|crossing| crossing.index == 1)
    );
}

#[test]
fn partners_are_queued_by_the_sums_of_their_channels() {
    // p sells 14 + 14 a day, as a and b above do alone: due on 6 May. Its channels' goals are far.
    let seen_after = |days: usize, stopped: usize| {
        let row = |amount: i64| [vec![amount; days], vec![0; stopped]].concat();
        let last = day("2021-04-01").plus((days + stopped) as i32 - 1);
        let under = |partner| Traits {
            partner: Some(partner),
            ..Traits::default()
        };
        let dataset = Document::new(&last.to_string())
            .goals(9_999, 1_000)
            .partners(&["q", "p"])
            .channel("a", under(1))
            .channel("b", under(1))
            .channel("c", under(0))
            .block(Metric::Gmv, "2021-04-01", &[row(14), row(14), row(1)])
            .build();
        let (books, paces) = seen(&dataset);
        let outlook = OutlookTable::build(&dataset, &books, &paces);
        queues(&dataset, &books, &paces, &outlook, Entity::Partners, 9)
    };
    let due = |queue: &[paceboard_core::programme::Crossing]| -> Vec<(u32, String)> {
        let crossings = queue.iter();
        crossings.map(|it| (it.index, it.day.to_string())).collect()
    };
    let before = seen_after(30, 0);
    assert_eq!(due(&before.expected.first), [(1, "2021-05-06".into())]);
    let after = seen_after(30, 7);
    assert_eq!(due(&after.slipped.first), [(1, "2021-05-06".into())]);
    let rows: Vec<u32> = seen_after(32, 28)
        .falling
        .iter()
        .map(|it| it.index)
        .collect();
    assert_eq!(rows, [1, 0]);
}

#[test]
fn who_lost_pace_falls_behind() {
    let rows = [
        vec![2; 60],
        [vec![2; 32], vec![0; 28]].concat(),
        [vec![2; 32], vec![4; 28]].concat(),
    ];
    let Queues {
        falling,
        falling_count,
        ..
    } = found(&rows);
    // Without an earlier year there are no probabilities. Plan: 1,000 · 32 ÷ 365 and 60 ÷ 365.
    let lost = Loss::Pace {
        before_bp: 7_300,
        now_bp: 3_893,
    };
    assert_eq!(
        (falling, falling_count),
        (vec![Falling { index: 1, lost }], 1)
    );
    let cut = at_most(&rows, 0);
    assert_eq!((cut.falling, cut.falling_count), (vec![], 1));
}

#[test]
fn the_first_weeks_of_a_year_have_no_past() {
    let queues = found(&[vec![150; 6], vec![1; 6]]);
    assert_eq!((queues.slipped.count, queues.falling.len()), (0, 0));
    assert_eq!(queues.expected.count, 1);
}

#[test]
fn the_nearest_are_foretold_to_reach_the_goal_soonest() {
    // At an even pace 1,000 in the year take 2.74 a day: missing 700, 608 and 910 of which the
    // last sells too little, and one over the line.
    let rows = [vec![10; 30], vec![14; 28], vec![3; 30], vec![50; 28]];
    let rows = rows.map(|row| [vec![0; 30 - row.len()], row].concat());
    let mut rows = rows.to_vec();
    rows[2] = [vec![1; 29], vec![61]].concat();
    let dataset = document(&rows);
    let (books, paces) = seen(&dataset);
    let outlook = OutlookTable::build(&dataset, &books, &paces);
    let channels = Entity::Channels;
    let (all, count) = near(&paces, &outlook, channels, 9);
    assert_eq!(count, 3);
    let found: Vec<u32> = all.iter().map(|near| near.index).collect();
    assert_eq!(found, [1, 0, 2]);
    for near in &all {
        assert_eq!(
            near.crossing,
            outlook.channels[near.index as usize].crossing
        );
        assert_eq!(
            Some(near.missing),
            paces.channels[near.index as usize].missing()
        );
    }
    assert_eq!(near(&paces, &outlook, channels, 1), (vec![all[0]], 3));
    let of_partner = cheapest(&dataset, &paces, &outlook, PartnerIndex(0), 2);
    assert_eq!(of_partner, all[..2]);
}

#[test]
fn the_row_above_is_passed_by_the_faster() {
    let late = |early: i64, late: i64| [vec![early; 2], vec![late; 28]].concat();
    // 300, 60, 392 and 130 so far; at 10, 2, 14 and 1 a day.
    let rows = [vec![10; 30], vec![2; 30], late(0, 14), late(51, 1)];
    let dataset = document(&rows);
    let (books, paces) = seen(&dataset);
    let beside = |row, side| overtake(&dataset, &books, &paces, Entity::Channels, row, side);
    let above = |row| beside(row, Side::Above);
    let expected = |index, gap, days| {
        Some(Overtake {
            index,
            gap: Money(gap),
            days,
            rate_days: 28,
        })
    };
    assert_eq!(above(2), None);
    assert_eq!(above(0), expected(2, 92, None));
    assert_eq!(above(3), expected(0, 170, None));
    // 70 behind and a unit a day faster: level after 70 days, ahead after 71.
    assert_eq!(above(1), expected(3, 70, Some(71)));
    let below = |row| beside(row, Side::Below);
    assert_eq!(below(1), None);
    assert_eq!(below(3), expected(1, 70, Some(71)));
    assert_eq!(below(2), expected(0, 92, None));
}

/// Of three the last has had more sent back than sold, and the one between has no figure.
#[test]
fn a_row_without_figures_is_next_to_nobody() {
    let dataset = document(&[vec![5], vec![GAP], vec![-5]]);
    let (books, paces) = seen(&dataset);
    let index = |row, side| {
        let beside = overtake(&dataset, &books, &paces, Entity::Channels, row, side);
        beside.map(|beside| beside.index)
    };
    let sides = |row| [index(row, Side::Above), index(row, Side::Below)];
    assert_eq!(
        [0, 1, 2].map(sides),
        [[None, Some(2)], [None, None], [Some(0), None]]
    );
}
