//! What documents that hold only some of the channels say of how many are over the line, worked out
//! by hand.

// A test that cannot go on says so by a panic.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Document, Traits, day};
use paceboard_core::books::Books;
use paceboard_core::model::{Dataset, HistoryPoint, Metric, Scope};
use paceboard_core::pace::PaceTable;
use paceboard_core::programme::standing;
use paceboard_core::query::{Entity, Plan};

/// One of fifty channels, long over its goal, with these counts of all.
fn one_of_fifty(counts: &[(&str, u32)]) -> Dataset {
    let mut dataset = Document::new("2021-05-10")
        .goals(100, 100)
        .partners(&["p"])
        .channel(
            "a",
            Traits {
                partner: Some(0),
                ..Traits::default()
            },
        )
        .block(Metric::Gmv, "2021-04-01", &[[100; 40]])
        .build();
    dataset.scope = Some(Scope {
        channels: 50,
        ranks: Vec::new(),
    });
    let point = |(date, count): &(&str, u32)| HistoryPoint {
        day: day(date),
        channels_over: *count,
    };
    dataset.programme_history = counts.iter().map(point).collect();
    dataset
}

/// How many are over the line, and how many crossed in the week.
fn told(counts: &[(&str, u32)], today: &str, entity: Entity) -> (Option<u32>, Option<u32>) {
    let dataset = one_of_fifty(counts);
    let books = Books::build(&dataset).unwrap();
    let paces = PaceTable::build(&dataset, &books, day(today), Plan::Seasonal);
    let standing = standing(&dataset, &books, &paces, entity);
    (standing.over, standing.crossed_count)
}

/// A week after 17 were over the line 26 are, and as long as no other is given that stands; a week
/// after the last count nobody knows who crossed.
#[test]
fn crossings_are_what_counts_have_grown_by_in_a_week() {
    let on = |today| {
        let counts = [("2021-04-20", 17), ("2021-04-27", 26)];
        told(&counts, today, Entity::Channels)
    };
    assert_eq!(on("2021-04-20"), (Some(17), None));
    assert_eq!(on("2021-04-26"), (Some(17), None));
    assert_eq!(on("2021-04-27"), (Some(26), Some(9)));
    assert_eq!(on("2021-05-03"), (Some(26), Some(9)));
    assert_eq!(on("2021-05-04"), (Some(26), None));
}

/// On 1 April nobody has sold anything, so who is over the line on 7 April crossed in that week; on
/// 8 April a week before is the end of 1 April, of which nothing is given.
#[test]
fn a_fiscal_year_begins_with_nobody_over_the_line() {
    let on = |today| {
        let counts = [("2021-03-31", 900), ("2021-04-03", 12), ("2021-04-07", 15)];
        told(&counts, today, Entity::Channels)
    };
    assert_eq!(on("2021-03-31"), (Some(900), None));
    assert_eq!(on("2021-04-02"), (None, None));
    assert_eq!(on("2021-04-03"), (Some(12), Some(12)));
    assert_eq!(on("2021-04-07"), (Some(15), Some(15)));
    assert_eq!(on("2021-04-08"), (Some(15), None));
}

/// 50 more on 10 May than on 5 May: how many a week before is not given.
#[test]
fn counts_that_are_not_given_are_not_known() {
    let counts = [("2021-05-05", 100), ("2021-05-10", 150)];
    let known = told(&counts, "2021-05-10", Entity::Channels);
    assert_eq!(known, (Some(150), None));
    let unknown = told(&[], "2021-05-10", Entity::Channels);
    assert_eq!(unknown, (None, None));
}

/// Partners lack the channels that are not there, whatever the document says of channels.
#[test]
fn nobody_knows_how_many_partners_are_over_the_line() {
    let counts = [("2021-05-03", 100), ("2021-05-10", 150)];
    let partners = told(&counts, "2021-05-10", Entity::Partners);
    assert_eq!(partners, (None, None));
}
