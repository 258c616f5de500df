//! Rows through the year: ranks, comparison, race.

use crate::common::{Document, GAP, Traits, day};
use crate::documents::{document, figures_in};
use paceboard_core::books::Books;
use paceboard_core::measures::compare::{CompareLine, compare};
use paceboard_core::measures::race::{Bar, MOST_ROWS, frame, frame_days};
use paceboard_core::measures::rank_history::{RankHistory, RankLine, rank_history};
use paceboard_core::model::{Dataset, DayRange, FiscalYear, Metric, Money, Share};
use paceboard_core::pace::PaceTable;
use paceboard_core::query::{Entity, Plan};
use proptest::prelude::*;

/// April and two days of May. a sells 10 a day; b nothing until 11 April, then 14 a day; c 9 a day
/// until 30 April, then it has gaps.
fn three() -> Dataset {
    let b = [vec![GAP; 10], vec![14; 22]].concat();
    let c = [vec![9; 30], vec![GAP; 2]].concat();
    Document::new("2021-05-02")
        .goals(400, 1_000)
        .channel("a", Traits::default())
        .channel(
            "b",
            Traits {
                goal: Some(1_000),
                ..Traits::default()
            },
        )
        .channel("c", Traits::default())
        .block(Metric::Gmv, "2021-04-01", &[vec![10; 32], b, c])
        .build()
}

fn year_of(dataset: &Dataset) -> FiscalYear {
    dataset.calendar.year_of(dataset.as_of.day)
}

fn history(dataset: &Dataset, rows: &[u32], today: &str) -> Option<RankHistory> {
    let ledger = Books::build(dataset).unwrap().channels;
    rank_history(&ledger, Metric::Gmv, rows, year_of(dataset), day(today))
}

fn line(index: u32, ranks: &[Option<u32>], values: &[i64]) -> RankLine {
    RankLine {
        index,
        ranks: ranks.to_vec(),
        values: values.to_vec(),
    }
}

/// On 5 April b has no figure yet.
#[test]
fn a_row_without_figures_has_neither_line_nor_rank_beside_others() {
    let dataset = three();
    let books = Books::build(&dataset).unwrap();
    let paces = PaceTable::build(&dataset, &books, day("2021-04-05"), Plan::Linear);
    let lines = compare(&dataset, &books, &paces, Entity::Channels, &[0, 1]).lines;
    let ends = lines
        .iter()
        .map(|line| (line.rank, line.cumulative.last().copied()));
    assert_eq!(ends.collect::<Vec<_>>(), [(1, Some(50)), (0, None)]);
    assert!(lines[1].of_goal.is_empty());
}

/// b has no rank before its first figure; on 28 April it has 252 as c has.
#[test]
fn ranks_at_the_ends_of_weeks() {
    let history = history(&three(), &[0, 1], "2021-04-30").unwrap();
    let marks = [
        "2021-04-07",
        "2021-04-14",
        "2021-04-21",
        "2021-04-28",
        "2021-04-30",
    ];
    assert_eq!(history.marks, marks.map(day));
    let third = Some(3);
    let expected = line(
        1,
        &[None, third, third, Some(2), Some(2)],
        &[0, 56, 154, 252, 280],
    );
    assert_eq!(history.lines[1], expected);
}

/// a has had more sent back than sold, b has no figure, c has sold nothing.
#[test]
fn nobody_ranks_behind_a_row_without_figures() {
    let dataset = Document::new("2021-04-01")
        .channel("a", Traits::default())
        .channel("b", Traits::default())
        .channel("c", Traits::default())
        .block(Metric::Gmv, "2021-04-01", &[vec![-5], vec![GAP], vec![0]])
        .build();
    let history = history(&dataset, &[0, 1, 2], "2021-04-01").unwrap();
    let ranks: Vec<_> = history.lines.iter().map(|line| line.ranks[0]).collect();
    assert_eq!(ranks, [Some(2), None, Some(1)]);
}

#[test]
fn without_figures_there_is_no_history() {
    let empty = Document::new("2021-05-02")
        .channel("a", Traits::default())
        .build();
    assert_eq!(history(&empty, &[0], "2021-05-02"), None);
}

#[test]
fn rows_are_compared_by_fiscal_day() {
    let dataset = three();
    let books = Books::build(&dataset).unwrap();
    let paces = PaceTable::build(&dataset, &books, day("2021-04-12"), Plan::Linear);
    let comparison = compare(&dataset, &books, &paces, Entity::Channels, &[1, 9, 0]);
    assert_eq!((comparison.days, comparison.lines.len()), (12, 2));
    let daily = [vec![None; 10], vec![Some(14); 2]].concat();
    let cumulative = [vec![0; 10], vec![14, 28]].concat();
    let of_goal = [vec![0; 10], vec![140, 280]].concat();
    let of_goal = of_goal.into_iter().map(Share::from_basis_points).collect();
    let goal = Some(Money(1_000));
    let expected = CompareLine {
        index: 1,
        rank: 3,
        goal,
        weekly_mean: daily.clone(),
        daily,
        cumulative,
        of_goal,
    };
    assert_eq!(comparison.lines[0], expected);
    assert_eq!(
        comparison.lines[1].of_goal[11],
        Share::from_basis_points(3_000)
    );
    assert_eq!(comparison.lines[1].rank, 1);
    let many = compare(&dataset, &books, &paces, Entity::Channels, &[0; 9]);
    assert_eq!(many.lines.len(), 6);
}

/// A row that sells 10 a day of a goal of 400 beside one that sells more of a goal of its own.
#[test]
fn where_sums_differ_tenfold_and_goals_do_too_lines_are_better_indexed() {
    let better = |daily: i64, goal: Option<i64>| {
        let traits = Traits {
            goal,
            ..Traits::default()
        };
        let dataset = Document::new("2021-04-22")
            .channel("small", Traits::default())
            .channel("large", traits)
            .goals(400, 1_000)
            .block(Metric::Gmv, "2021-04-01", &[vec![10; 22], vec![daily; 22]])
            .build();
        let books = Books::build(&dataset).unwrap();
        let paces = PaceTable::build(&dataset, &books, dataset.as_of.day, Plan::Linear);
        compare(&dataset, &books, &paces, Entity::Channels, &[0, 1]).reads_better_indexed()
    };
    assert!(better(500, Some(20_000)));
    // The goal is no larger, or the lines can be read as they are.
    assert!(!better(500, None) && !better(100, Some(20_000)));
}

/// c sells 9 a day to 30 April, then it has gaps: on 2 May five days of the week are known.
#[test]
fn means_are_of_what_is_known_of_a_week() {
    let dataset = three();
    let books = Books::build(&dataset).unwrap();
    let paces = PaceTable::build(&dataset, &books, day("2021-05-02"), Plan::Linear);
    let comparison = compare(&dataset, &books, &paces, Entity::Channels, &[1, 2]);
    let mean = |line: usize, day: usize| comparison.lines[line].weekly_mean[day];
    assert_eq!((mean(1, 0), mean(1, 31)), (Some(9), Some(9)));
    assert_eq!(
        (mean(0, 9), mean(0, 10), mean(0, 31)),
        (None, Some(14), Some(14))
    );
}

#[test]
fn frames_show_the_leaders_of_each_day() {
    let dataset = three();
    let books = Books::build(&dataset).unwrap();
    let (entity, metric, year) = (Entity::Channels, Metric::Gmv, year_of(&dataset));
    let days = frame_days(&books, entity, metric, year, day("2021-04-20"));
    assert_eq!(days.to_string(), "2021-04-01..2021-04-21");
    let bar = |index, rank, value| Bar { index, rank, value };
    let first = frame(&books, entity, metric, year, day("2021-04-01"));
    assert_eq!(first.bars, [bar(0, 1, 10), bar(2, 2, 9)]);
    let last = frame(&books, entity, metric, year, day("2021-05-02"));
    assert_eq!(last.bars, [bar(0, 1, 320), bar(1, 2, 308), bar(2, 3, 270)]);
    assert!(frame_days(&books, entity, Metric::Net, year, day("2021-04-20")).is_empty());
}

/// a has had more sent back than sold, b has no figure, c has sold nothing.
#[test]
fn a_frame_ranks_what_is_not_above_zero_and_leaves_out_who_has_no_figure() {
    let dataset = Document::new("2021-04-01")
        .channel("a", Traits::default())
        .channel("b", Traits::default())
        .channel("c", Traits::default())
        .block(Metric::Net, "2021-04-01", &[vec![-5], vec![GAP], vec![0]])
        .build();
    let books = Books::build(&dataset).unwrap();
    let today = dataset.as_of.day;
    let frame = frame(
        &books,
        Entity::Channels,
        Metric::Net,
        year_of(&dataset),
        today,
    );
    let bar = |index, rank, value| Bar { index, rank, value };
    assert_eq!(frame.bars, [bar(2, 1, 0), bar(0, 2, -5)]);
}

/// Thirty rows, half of them with the same: all of those share the last rank of the frame, and the
/// first by id are shown.
#[test]
fn a_frame_ends_with_the_first_ids_of_a_tie() {
    let mut document = Document::new("2021-04-01");
    for number in 0..30 {
        document = document.channel(&format!("c{:02}", 29 - number), Traits::default());
    }
    let figures: Vec<[i64; 1]> = (0..30)
        .map(|number| [if number < 15 { 7 } else { number }])
        .collect();
    let dataset = document.block(Metric::Gmv, "2021-04-01", &figures).build();
    let books = Books::build(&dataset).unwrap();
    let year = year_of(&dataset);
    let frame = frame(
        &books,
        Entity::Channels,
        Metric::Gmv,
        year,
        day("2021-04-01"),
    );
    assert_eq!(frame.bars.len(), MOST_ROWS);
    let tied: Vec<_> = frame.bars[15..]
        .iter()
        .map(|bar| (bar.index, bar.rank))
        .collect();
    assert_eq!(tied, [(14, 16), (13, 16), (12, 16), (11, 16), (10, 16)]);
}

/// 1 + how many of those with figures have more, and the value itself.
fn plain_rank(dataset: &Dataset, index: u32, to_date: DayRange) -> (u32, i64) {
    let value = |row: usize| {
        figures_in(dataset, row, to_date)
            .into_iter()
            .reduce(|a, b| a + b)
    };
    let own = value(index as usize).unwrap_or(0);
    let ahead = (0..dataset.channels.len()).filter(|row| value(*row).is_some_and(|it| it > own));
    (ahead.count() as u32 + 1, own)
}

proptest! {
    #[test]
    fn histories_and_frames_rank_as_counting_does(dataset in document(), passed in 0..20_i32) {
        let year = year_of(&dataset);
        let today = year.from().plus(passed);
        let books = Books::build(&dataset).unwrap();
        let (entity, metric) = (Entity::Channels, Metric::Gmv);
        let shown = frame(&books, entity, metric, year, today);
        let to_date = DayRange::new(year.from(), today.plus(1));
        let known = |row: &usize| !figures_in(&dataset, *row, to_date).is_empty();
        let ranked = (0..dataset.channels.len()).filter(known).count();
        prop_assert_eq!(shown.bars.len(), ranked.min(MOST_ROWS));
        for bar in &shown.bars {
            prop_assert_eq!((bar.rank, bar.value), plain_rank(&dataset, bar.index, to_date));
        }
        let rows: Vec<u32> = (0..dataset.channels.len() as u32).collect();
        let history = rank_history(&books.channels, metric, &rows, year, today);
        for (index, line) in history.iter().flat_map(|history| rows.iter().zip(&history.lines)) {
            prop_assert_eq!(line.index, *index);
            for (at, mark) in history.iter().flat_map(|history| history.marks.iter().enumerate()) {
                let to_date = DayRange::new(year.from(), mark.plus(1));
                let known = !figures_in(&dataset, *index as usize, to_date).is_empty();
                let (rank, value) = plain_rank(&dataset, *index, to_date);
                prop_assert_eq!((line.ranks[at], line.values[at]), (known.then_some(rank), value));
            }
        }
    }
}
