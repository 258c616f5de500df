//! The programme's standing against small documents whose figures are worked out by hand.

// A test that cannot go on says so by a panic.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Document, GAP, Traits, day};
use paceboard_core::books::Books;
use paceboard_core::model::{Dataset, HistoryPoint, Metric, PartRef, Totals};
use paceboard_core::pace::PaceTable;
use paceboard_core::programme::{Standing, standing, whole};
use paceboard_core::query::{Entity, Plan};
use std::sync::Arc;

/// A year's figures of a channel that sells `amount` on one fiscal day and nothing on the others.
fn once(fiscal_day: usize, amount: i64) -> Vec<i64> {
    let mut figures = vec![0; 365];
    figures[fiscal_day] = amount;
    figures
}

/// Four channels with a goal of 100, under two partners with a goal of 150. Festival `f` lies on
/// fiscal day 100 last year, on 50 this year.
///
/// Last year a and b cross on day 100, c on day 200, d never does. This year until day 60: a
/// crosses on day 50, b on day 55, c on day 60 (the day looked at), d not yet.
fn four_channels() -> Dataset {
    let last_year = [once(100, 100), once(100, 120), once(200, 110), once(10, 99)];
    let this_year = [once(50, 100), once(55, 130), once(60, 140), once(60, 99)];
    let until_today: Vec<&[i64]> = this_year.iter().map(|figures| &figures[..61]).collect();
    let under = |partner: u32| Traits {
        partner: Some(partner),
        ..Traits::default()
    };
    Document::new("2021-05-31")
        .goals(100, 150)
        .targets(6, 2)
        .partners(&["p", "q"])
        .event("f", "2020-07-10..2020-07-11")
        .event("f", "2021-05-21..2021-05-22")
        .channel("a", under(0))
        .channel("b", under(0))
        .channel("c", under(1))
        .channel("d", under(1))
        .block(Metric::Gmv, "2020-04-01", &last_year)
        .block(Metric::Gmv, "2021-04-01", &until_today)
        .build()
}

fn stand(dataset: &Dataset, today: &str, entity: Entity) -> Standing {
    let books = Books::build(dataset).unwrap();
    let paces = PaceTable::build(dataset, &books, day(today), Plan::Seasonal);
    standing(dataset, &books, &paces, entity)
}

/// The standing with its long columns as "from day: value", where the value changes.
fn digest(standing: &Standing) -> String {
    let steps = |over: &[u32]| {
        let changes = (0..over.len()).filter(|at| *at == 0 || over[*at] != over[*at - 1]);
        let texts: Vec<String> = changes.map(|at| format!("{at}: {}", over[at])).collect();
        format!("{} days, {}", over.len(), texts.join(", "))
    };
    let crossings = standing.crossed_this_week.iter();
    let crossings: Vec<_> = crossings
        .map(|crossing| (crossing.index, crossing.day.to_string()))
        .collect();
    format!(
        "over {} of {:?}, expected {:?}, last year {:?}\ncrossed {crossings:?}\nthis year {}\nlast year {:?}\npath {}\nhistory {:?}",
        standing.over.unwrap(),
        standing.target,
        standing.expected,
        standing.over_last_year,
        steps(&standing.this_year.over),
        standing
            .last_year
            .as_ref()
            .map(|burn_up| steps(&burn_up.over)),
        steps(&standing.path),
        standing.history,
    )
}

/// By hand. Day 60 is 2021-05-31, the week began on day 54: b (55) and c (60) crossed in it, a (50)
/// before. On day 60 of last year nobody was over the line.
///
/// The path: last year's crossings were 2 on the festival and 1 on day 200. The festival's day
/// carries its 2 to day 50. The 264 days after it last year stand for 314 days of this one, a
/// crossing each becomes 314 ÷ 264 = 1.189, and day 200, the 100th of them, lies between 168.75
/// and 169.94. So the path has 2 ÷ 3.189 × 6 = 3.76 from day 50, 4.23 after day 168, 6 from 169.
#[test]
fn golden_channels() {
    insta::assert_snapshot!(digest(&stand(
        &four_channels(),
        "2021-05-31",
        Entity::Channels
    )));
}

/// What came after a day that is looked at is counted for partners as well: by hand as below.
#[test]
fn partners_of_a_whole_year_are_counted_to_the_documents_last_day() {
    let dataset = four_channels();
    let books = Books::build(&dataset).unwrap();
    let year = dataset.calendar.year_of(day("2021-04-20"));
    let over = whole(&dataset, &books, year, Entity::Partners).over;
    assert_eq!(over.len(), 61);
    assert_eq!([over[54], over[55], over[59], over[60]], [0, 1, 1, 2]);
}

/// p has 220 of 150 last year on day 100, and crosses this year on day 55 (100 + 130); q has 99
/// and 110 more on day 200, this year 239 on day 60.
#[test]
fn golden_partners() {
    insta::assert_snapshot!(digest(&stand(
        &four_channels(),
        "2021-05-31",
        Entity::Partners
    )));
}

#[test]
fn a_past_day_knows_nothing_of_later_ones() {
    let past = stand(&four_channels(), "2021-05-25", Entity::Channels);
    assert_eq!((past.over, past.this_year.over.len()), (Some(1), 55));
    assert_eq!(past.crossed_this_week.len(), 1, "a, five days ago");
}

/// Crossings of one day stand with the largest sum first.
#[test]
fn crossings_of_one_day_are_in_order_of_sums() {
    let dataset = Document::new("2021-04-03")
        .goals(10, 1)
        .channel("small", Traits::default())
        .channel("large", Traits::default())
        .channel("earlier", Traits::default())
        .block(
            Metric::Gmv,
            "2021-04-01",
            &[[0, 0, 10], [0, 0, 30], [0, 50, 0]],
        )
        .build();
    let crossed = stand(&dataset, "2021-04-03", Entity::Channels).crossed_this_week;
    let order: Vec<u32> = crossed.iter().map(|crossing| crossing.index).collect();
    assert_eq!(order, [1, 0, 2]);
}

#[test]
fn without_last_year_the_documents_counts_help() {
    let mut dataset = four_channels();
    dataset.blocks.remove(0);
    let point = |date: &str, channels_over: u32| HistoryPoint {
        day: day(date),
        channels_over,
    };
    dataset.programme_history = vec![
        point("2021-03-31", 1_040),
        point("2020-05-31", 12),
        point("2021-12-31", 2_000),
    ];
    let standing_on = |today: &str| stand(&dataset, today, Entity::Channels);
    let today = standing_on("2021-05-31");
    assert_eq!(
        (today.last_year, today.path, today.expected),
        (None, Vec::new(), None)
    );
    assert_eq!(
        today.over_last_year,
        Some(12),
        "the document names that very day"
    );
    assert_eq!(
        today.history,
        [point("2020-05-31", 12), point("2021-03-31", 1_040)]
    );
    assert_eq!(standing_on("2021-05-30").over_last_year, None);
    assert!(
        stand(&dataset, "2021-05-31", Entity::Partners)
            .history
            .is_empty()
    );
}

#[test]
fn last_year_is_unknown_while_parts_of_it_are_awaited() {
    let mut dataset = four_channels();
    dataset.parts.push(PartRef {
        range: common::days("2020-04-01..2021-04-01"),
        channels: 2..4,
        metrics: vec![Metric::Gmv],
        href: "2020.json".into(),
        bytes: 1,
        sha256: [0; 32],
    });
    assert_eq!(
        stand(&dataset, "2021-05-31", Entity::Channels).last_year,
        None
    );
    let mut read = (*dataset.blocks[0]).clone();
    (read.channels, read.part) = (2..4, Some([0; 32]));
    read.metrics[0].1.values.drain(..2 * read.range.len());
    dataset.insert(Arc::new(read));
    let loaded = stand(&dataset, "2021-05-31", Entity::Channels);
    assert!(loaded.last_year.is_some(), "the part has been read");
}

#[test]
fn sums_without_days_give_a_count_but_no_burn_up() {
    let mut dataset = four_channels();
    dataset.blocks.remove(1);
    dataset.totals = Some(Totals {
        to_date: vec![Some(100), Some(99), None, Some(500)],
        ..Totals::default()
    });
    let standing = stand(&dataset, "2021-05-31", Entity::Channels);
    assert_eq!((standing.over, standing.this_year.over.len()), (Some(2), 0));
    assert!(standing.crossed_this_week.is_empty());
}

#[test]
fn bare_documents_have_a_standing() {
    let empty = Document::new("2021-05-31").build();
    let standing = stand(&empty, "2021-05-31", Entity::Channels);
    assert_eq!(
        (standing.over, standing.target, standing.last_year),
        (Some(0), None, None)
    );

    // Last year has figures, but nobody was over the line: there is no way to draw a path.
    let idle = Document::new("2021-04-01")
        .goals(1_000, 1)
        .targets(1, 1)
        .channel("a", Traits::default())
        .block(Metric::Gmv, "2020-04-01", &[vec![1; 366]])
        .build();
    let standing = stand(&idle, "2021-04-01", Entity::Channels);
    assert_eq!(
        (standing.over_last_year, standing.expected),
        (Some(0), None)
    );
    assert!(standing.path.is_empty());

    // No goal at all.
    let aimless = Document::new("2021-04-02")
        .channel("a", Traits::default())
        .block(Metric::Gmv, "2021-04-01", &[[5, GAP]])
        .build();
    assert_eq!(
        stand(&aimless, "2021-04-02", Entity::Channels)
            .this_year
            .over,
        [0, 0]
    );
}

/// Refunds may take a channel back under the line: the count of a day falls then.
#[test]
fn a_count_may_fall_where_net_sales_fall() {
    let mut dataset = Document::new("2021-04-04")
        .goals(100, 1)
        .channel("a", Traits::default())
        .channel("b", Traits::default())
        .block(
            Metric::Net,
            "2021-04-01",
            &[[60, 50, -30, 10], [0, 100, 0, 0]],
        )
        .build();
    dataset.programme.metric = Metric::Net;
    let standing = stand(&dataset, "2021-04-04", Entity::Channels);
    assert_eq!(
        (standing.over, standing.this_year.over),
        (Some(1), vec![0, 2, 1, 1])
    );
    assert_eq!(
        standing.crossed_this_week.len(),
        1,
        "a is not over the line any more"
    );
}

/// Burn-up of a leap year seen from a common one, and the other way round.
#[test]
fn years_of_unequal_length() {
    let check = |today: &str, last_year_from: &str, days: usize, over_last_year: u32| {
        let mut figures = vec![0; days];
        figures[days - 1] = 10;
        let dataset = Document::new(today)
            .goals(10, 1)
            .channel("a", Traits::default())
            .block(Metric::Gmv, last_year_from, &[figures])
            .build();
        let standing = stand(&dataset, today, Entity::Channels);
        assert_eq!(standing.last_year.unwrap().over.len(), days);
        assert_eq!(standing.over_last_year, Some(over_last_year));
    };
    check("2021-03-31", "2019-04-01", 366, 0);
    check("2024-03-31", "2022-04-01", 365, 1);
}

/// This year a crosses on day 50, b on 55, c on 60; last year a and b on 100, c on 200.
#[test]
fn the_whole_year_is_known_as_far_as_the_document_goes() {
    let dataset = four_channels();
    let books = Books::build(&dataset).unwrap();
    let over = |day_text: &str, entity| {
        let year = dataset.calendar.year_of(day(day_text));
        whole(&dataset, &books, year, entity).over
    };
    let this_year = over("2021-04-20", Entity::Channels);
    assert_eq!((this_year.len(), this_year[54], this_year[60]), (61, 1, 3));
    assert_eq!(
        this_year,
        stand(&dataset, "2021-05-31", Entity::Channels)
            .this_year
            .over
    );
    let last_year = over("2020-12-31", Entity::Channels);
    assert_eq!(
        (last_year.len(), last_year[199], last_year[364]),
        (365, 2, 3)
    );
    assert_eq!(over("2019-06-01", Entity::Channels), []);
}

#[test]
fn crossings_of_days_without_figures_are_not_known() {
    let crossed = |last_week: i64| {
        let row = [vec![50; 20], vec![last_week; 7]].concat();
        let dataset = Document::new("2021-04-27")
            .goals(100, 100)
            .channel("a", Traits::default())
            .block(Metric::Gmv, "2021-04-01", &[row])
            .build();
        let books = Books::build(&dataset).unwrap();
        let paces = PaceTable::build(&dataset, &books, day("2021-04-27"), Plan::Linear);
        standing(&dataset, &books, &paces, Entity::Channels).crossed_count
    };
    assert_eq!((crossed(0), crossed(GAP)), (Some(0), None));
}
