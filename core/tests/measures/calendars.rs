//! The calendar of a row, and its festivals.

use crate::common::{Document, GAP, Traits, day, days};
use crate::documents::{document, figure_of};
use paceboard_core::books::Books;
use paceboard_core::measures::heatmap::{
    DayState, FestivalShare, HeatCell, Heatmap, festival_shares, heatmap,
};
use paceboard_core::model::{Dataset, Day, Metric, Share};
use proptest::prelude::*;

fn calendar(dataset: &Dataset, index: u32, today: Day) -> Heatmap {
    let books = Books::build(dataset).unwrap();
    let year = dataset.calendar.year_of(today);
    let found = heatmap(
        &books.channels,
        Metric::Gmv,
        index,
        &dataset.events,
        year,
        today,
    );
    found.unwrap()
}

/// 1 April 2021 is a Thursday. Days above 0 are 1 to 8, so levels end with 2, 4 and 6.
fn nine_days() -> Dataset {
    Document::new("2021-04-11")
        .event("opening", "2021-04-02..2021-04-04")
        .event("spring", "2021-04-03..2021-04-05")
        .event("summer", "2021-06-01..2021-06-03")
        .channel("a", Traits::default())
        .channel("b", Traits::default())
        .block(
            Metric::Gmv,
            "2021-04-01",
            &[[4, 1, 2, 3, 0, GAP, 8, 5, 6, 7, -3]],
        )
        .build()
}

#[test]
fn the_calendar_by_hand() {
    let heatmap = calendar(&nine_days(), 0, day("2021-04-10"));
    let cell = |at: usize| heatmap.cells[at];
    let figure = |day_text, week, weekday, value, event, level| HeatCell {
        day: day(day_text),
        week,
        weekday,
        state: DayState::Figure(value),
        event,
        level,
    };
    assert_eq!(cell(0), figure("2021-04-01", 0, 3, 4, None, 2));
    assert_eq!(cell(2), figure("2021-04-03", 0, 5, 2, Some(0), 1));
    assert_eq!(cell(3), figure("2021-04-04", 0, 6, 3, Some(1), 2));
    assert_eq!(cell(4), figure("2021-04-05", 1, 0, 0, None, 0));
    assert_eq!((cell(5).state, cell(5).level), (DayState::Gap, 0));
    assert_eq!(cell(6).level, 4);
    assert_eq!(cell(10).state, DayState::Future);
    let heatmap = calendar(&nine_days(), 0, day("2021-04-11"));
    assert_eq!(heatmap.cells[10], figure("2021-04-11", 1, 6, -3, None, -1));
    assert_eq!((heatmap.weeks, heatmap.limits), (53, vec![2, 4, 6]));
    let months: Vec<_> = heatmap
        .months
        .iter()
        .map(|month| (month.week, month.year, month.month))
        .collect();
    assert_eq!(
        (months[0], months[1], months.len()),
        ((0, 2021, 4), (4, 2021, 5), 12)
    );
    assert_eq!(months[11], (48, 2022, 3));
}

#[test]
fn a_row_without_sales_has_no_levels() {
    let heatmap = calendar(&nine_days(), 1, day("2021-04-10"));
    assert_eq!(
        heatmap
            .cells
            .iter()
            .filter(|cell| cell.state == DayState::Gap)
            .count(),
        10
    );
    assert!(heatmap.limits.is_empty() && heatmap.cells.iter().all(|cell| cell.level == 0));
}

/// To 10 April 36 were sold: 3 of them on the 2nd and 3rd, 5 on the 3rd and 4th.
#[test]
fn festivals_have_their_share_of_the_year_to_date() {
    let dataset = nine_days();
    let books = Books::build(&dataset).unwrap();
    let year = dataset.calendar.year_of(day("2021-04-10"));
    let shares = |today| {
        festival_shares(
            &books.channels,
            Metric::Gmv,
            0,
            &dataset.events,
            year,
            day(today),
        )
    };
    let share = |event, range, total| FestivalShare {
        event,
        days: days(range),
        total,
        share: Share::of(total, 36),
        share_of_days: Share::of(2_000, 10_000),
    };
    let expected = [
        share(0, "2021-04-02..2021-04-04", 3),
        share(1, "2021-04-03..2021-04-05", 5),
    ];
    assert_eq!(shares("2021-04-10"), expected);
    assert_eq!(shares("2021-04-02")[0].days, days("2021-04-02..2021-04-03"));
    assert_eq!(shares("2021-04-01"), []);
}

proptest! {
    #[test]
    fn the_calendar_holds_each_day_once(dataset in document(), today in 0..365_i32) {
        let start = day("2021-04-01");
        let today = start.plus(today);
        for index in 0..dataset.channels.len() {
            let heatmap = calendar(&dataset, index as u32, today);
            prop_assert_eq!(heatmap.cells.len(), 365);
            let mut places = std::collections::BTreeSet::new();
            for (offset, cell) in heatmap.cells.iter().enumerate() {
                prop_assert_eq!(cell.day, start.plus(offset as i32));
                prop_assert!(places.insert((cell.week, cell.weekday)) && cell.week < heatmap.weeks);
                let expected = match figure_of(&dataset, index, cell.day) {
                    _ if cell.day > today => DayState::Future,
                    Some(figure) => DayState::Figure(figure),
                    None => DayState::Gap,
                };
                prop_assert_eq!(cell.state, expected);
                let sold = matches!(cell.state, DayState::Figure(figure) if figure > 0);
                prop_assert_eq!(cell.level > 0, sold);
            }
        }
    }
}
