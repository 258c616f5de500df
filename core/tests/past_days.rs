//! A past day, looked at as if it were today, shows what a document that ends on that day shows:
//! board, measures and charts. Pace, standing and detail, outlook, calibration and queues are held
//! against it in `pace_properties` and `outlook_properties`.
//!
//! One measure looks further on purpose: how much of young net sales is still to be refunded is
//! reckoned from days that have settled by the document's last day (`measures::maturity`).

// A test that cannot go on says so by a panic.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Document, GAP, Traits, day};
use paceboard_core::board::{Board, board};
use paceboard_core::books::Books;
use paceboard_core::measures::audience::audience;
use paceboard_core::measures::compare::compare;
use paceboard_core::measures::factors::waterfall;
use paceboard_core::measures::heatmap::{festival_shares, heatmap};
use paceboard_core::measures::improved::improved;
use paceboard_core::measures::movement::movement;
use paceboard_core::measures::rank_history::rank_history;
use paceboard_core::model::{Daily, Dataset, Day, DayRange, Metric, PartnerIndex};
use paceboard_core::outlook::OutlookTable;
use paceboard_core::pace::PaceTable;
use paceboard_core::programme::{Side, cheapest, near, overtake};
use paceboard_core::query::{Against, Entity, Filter, Plan, Preset, Query, Status, Window};
use proptest::prelude::*;

/// Figures begin on 2020-04-01, this fiscal year on 2021-04-01.
const LAST_YEAR_DAYS: usize = 365;
const DAYS: usize = 730;
const CHANNELS: usize = 12;
const GOAL: i64 = 600_000;

fn on(today: usize) -> Day {
    day("2021-04-01").plus(today as i32)
}

/// What a seed makes of a cell; one in forty is a gap.
fn figure(seed: u64, metric: Metric, row: usize, at: usize) -> i64 {
    let key = (row * DAYS + at) as u64 * 31 + metric as u64;
    let mixed = (seed ^ key).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 33;
    if mixed.is_multiple_of(40) && row.is_multiple_of(3) {
        return GAP;
    }
    mixed as i64 % (300 * (row as i64 + 1)) + 1
}

/// The document as it stood at the end of fiscal day `today`.
fn seen(seed: u64, today: usize) -> Dataset {
    let days = LAST_YEAR_DAYS + today + 1;
    let document = Document::new(&on(today).to_string())
        .goals(GOAL, 3 * GOAL)
        .targets(6, 1)
        .categories(&["x", "y"])
        .partners(&["p", "q"])
        .event("618", "2020-06-01..2020-06-19")
        .event("618", "2021-05-28..2021-06-19")
        .event("autumn", "2021-09-01..2021-09-08");
    let named = |document: Document, row: usize| {
        let traits = Traits {
            category: (!row.is_multiple_of(5)).then_some(row as u32 % 2),
            partner: (!row.is_multiple_of(7)).then_some(row as u32 % 2),
            ..Traits::default()
        };
        document.channel(&format!("c{row:02}"), traits)
    };
    let with = |document: Document, metric: Metric| {
        let row = |row: usize| -> Vec<i64> {
            (0..days).map(|at| figure(seed, metric, row, at)).collect()
        };
        let rows: Vec<Vec<i64>> = (0..CHANNELS).map(row).collect();
        document.block(metric, "2020-04-01", &rows)
    };
    let document = (0..CHANNELS).fold(document, named);
    let mut dataset = Metric::ALL.into_iter().fold(document, with).build();
    let users = |metric| {
        (0..days)
            .map(|at| Some(figure(seed, metric, 1, at)))
            .collect()
    };
    dataset.daily = Some(Daily {
        range: DayRange::starting(day("2020-04-01"), days as u32),
        dau: users(Metric::Viewers),
        mau: users(Metric::Orders),
    });
    dataset
}

/// A document looked at on some day, and what it shows.
struct World {
    dataset: Dataset,
    books: Books,
    paces: PaceTable,
    outlook: OutlookTable,
}

impl World {
    fn new(dataset: Dataset, today: Day) -> Self {
        let books = Books::build(&dataset).unwrap();
        let mut paces = PaceTable::build(&dataset, &books, today, Plan::Seasonal);
        let outlook = OutlookTable::build(&dataset, &books, &paces);
        outlook.inform(&mut paces);
        Self {
            dataset,
            books,
            paces,
            outlook,
        }
    }

    fn board(&self, query: &Query) -> Board {
        board(&self.dataset, &self.books, &self.paces, query)
    }

    /// What stands beside a board, and in the detail of each of its rows.
    fn beside(&self, board: &Board) -> String {
        let (books, today, year) = (&self.books, self.paces.today, self.paces.year);
        let (entity, metric) = (board.entity, board.metric);
        let ledger = books.ledger(entity);
        let of_row = |row: u32| {
            (
                movement(books, board, row, 3),
                waterfall(ledger, metric, row, board.compared, board.window),
                rank_history(ledger, metric, &[row], year, today),
                heatmap(ledger, metric, row, &self.dataset.events, year, today),
                festival_shares(ledger, metric, row, &self.dataset.events, year, today),
                [Side::Above, Side::Below]
                    .map(|side| overtake(&self.dataset, books, &self.paces, entity, row, side)),
            )
        };
        let rows = 0..self.paces.rows(entity).len() as u32;
        let shown = (
            rows.clone().map(of_row).collect::<Vec<_>>(),
            improved(books, board, 5),
            near(&self.paces, &self.outlook, entity, 5),
            cheapest(
                &self.dataset,
                &self.paces,
                &self.outlook,
                PartnerIndex(1),
                3,
            ),
            compare(&self.dataset, books, &self.paces, entity, &[0, 1]),
            self.dataset
                .daily
                .as_ref()
                .map(|daily| audience(daily, today)),
        );
        format!("{shown:#?}")
    }
}

fn any_query() -> impl Strategy<Value = Query> {
    let windows = vec![Preset::YearToDate, Preset::Last7, Preset::Last28];
    let parts = (
        prop::sample::select(windows),
        prop::sample::select(vec![Entity::Channels, Entity::Partners]),
        prop::sample::select(Metric::ALL.to_vec()),
        prop::sample::select(vec![Against::Previous, Against::LastYear]),
        any::<bool>(),
    );
    parts.prop_map(|(window, entity, metric, against, only_behind)| Query {
        window: Window::Preset(window),
        entity,
        metric: Some(metric),
        against,
        filter: Filter {
            status: if only_behind {
                vec![Status::Behind, Status::AtRisk]
            } else {
                Vec::new()
            },
            ..Filter::default()
        },
        ..Query::default()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10))]

    #[test]
    fn board_and_measures_look_at_nothing_later(
        seed in any::<u64>(), today in 0..364_usize, query in any_query(),
    ) {
        let whole = World::new(seen(seed, 364), on(today));
        let cut = World::new(seen(seed, today), on(today));
        let boards = [whole.board(&query), cut.board(&query)];
        prop_assert_eq!(&boards[0], &boards[1]);
        prop_assert_eq!(whole.beside(&boards[0]), cut.beside(&boards[1]));
    }
}
