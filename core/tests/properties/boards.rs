//! Boards against the plainest filter and the plainest ranking.

use crate::common::{flat_paces, id};
use crate::documents::{document, figures_in, window};
use paceboard_core::board::{Board, RankChange, Row, board};
use paceboard_core::books::Books;
use paceboard_core::directory::{Entry, entries, fold};
use paceboard_core::model::{Dataset, PartnerIndex, ProgressRange};
use paceboard_core::query::{Entity, Filter, Query, Sort, SortKey, Status, Window};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

fn filter() -> impl Strategy<Value = Filter> {
    let some = |all: &'static [&'static str]| subsequence(all, 0..=all.len().min(2));
    (
        some(&["beauty", "food", "unknown"]),
        some(&["p1", "p2", "p3"]),
        some(&["浙江", "广东"]),
        subsequence(&Status::ALL[..], 0..3),
        option::of(select(&["..50", "20..80", "100.."][..])),
        select(&["", "", "", "阿", "zoe", "C1", "p", "at"][..]),
    )
        .prop_map(
            |(category, partner, province, status, progress, text)| Filter {
                category: category.into_iter().map(id).collect(),
                partner: partner.into_iter().map(id).collect(),
                province: province.into_iter().map(str::to_owned).collect(),
                status,
                progress: progress.and_then(ProgressRange::parse),
                text: text.to_owned(),
            },
        )
}

fn query() -> impl Strategy<Value = Query> {
    let sort = (select(&SortKey::ALL[..]), any::<bool>())
        .prop_map(|(key, descending)| Sort { key, descending });
    let entity = select(&[Entity::Channels, Entity::Partners][..]);
    (entity, window(), filter(), sort).prop_map(|(entity, window, filter, sort)| Query {
        entity,
        window: Window::Custom(window),
        filter,
        sort,
        ..Query::default()
    })
}

fn board_of(dataset: &Dataset, query: &Query) -> Board {
    let books = Books::build(dataset).unwrap();
    let paces = flat_paces(dataset, &books, 500_000);
    board(dataset, &books, &paces, query)
}

/// Whether a channel meets category and province.
fn place_meets(dataset: &Dataset, filter: &Filter, channel: usize) -> bool {
    let category = dataset.channels.category[channel].map(|at| &dataset.categories[at.at()].id);
    let province = dataset.channels.province[channel].map(|at| &dataset.provinces[at.at()]);
    (filter.category.is_empty() || category.is_some_and(|id| filter.category.contains(id)))
        && (filter.province.is_empty()
            || province.is_some_and(|name| filter.province.contains(name)))
}

/// Whether a row meets the filter, text left aside.
fn meets(dataset: &Dataset, query: &Query, found: &Row) -> bool {
    let (filter, row, status) = (&query.filter, found.index as usize, found.status);
    let progress = filter.progress;
    let is_in = |range: ProgressRange| {
        found
            .progress
            .is_some_and(|it| range.contains(it.basis_points()))
    };
    let all = 0..dataset.channels.len();
    let partner_of = |channel: usize| dataset.channels.partner[channel].map(PartnerIndex::at);
    let (place, partner) = match query.entity {
        Entity::Channels => (place_meets(dataset, filter, row), partner_of(row)),
        Entity::Partners => {
            let mut members = all.filter(|channel| partner_of(*channel) == Some(row));
            let anywhere = filter.category.is_empty() && filter.province.is_empty();
            let met = members.any(|channel| place_meets(dataset, filter, channel));
            (anywhere || met, Some(row))
        }
    };
    let partner = partner.map(|at| &dataset.partners[at].id);
    place
        && (filter.partner.is_empty() || partner.is_some_and(|id| filter.partner.contains(id)))
        && (filter.status.is_empty() || filter.status.contains(&status))
        && progress.is_none_or(is_in)
}

/// Ranks by counting who is ahead; `None` where a row takes no part.
fn plain_ranks(values: &[Option<i64>]) -> Vec<Option<u32>> {
    let ahead = |value: i64| {
        values
            .iter()
            .flatten()
            .filter(|other| **other > value)
            .count()
    };
    let rank = |value: &Option<i64>| value.map(|value| ahead(value) as u32 + 1);
    values.iter().map(rank).collect()
}

/// What a name is ordered by.
fn sort_text(entry: &Entry) -> String {
    fold(if entry.alias.is_empty() {
        entry.name
    } else {
        entry.alias
    })
}

proptest! {
    #[test]
    fn rows_are_those_that_meet_the_filter(dataset in document(), query in query()) {
        let mut query = query;
        query.filter.text.clear();
        let all = board_of(&dataset, &Query { filter: Filter::default(), ..query.clone() });
        let mut expected: Vec<u32> = all.rows.iter()
            .filter(|row| meets(&dataset, &query, row))
            .map(|row| row.index)
            .collect();
        let mut kept: Vec<u32> = board_of(&dataset, &query).rows.iter().map(|row| row.index).collect();
        expected.sort_unstable();
        kept.sort_unstable();
        prop_assert_eq!(kept, expected);
    }

    #[test]
    fn ranks_and_changes_are_those_of_the_plain_way(dataset in document(), query in query()) {
        let query = Query { entity: Entity::Channels, ..query };
        let board = board_of(&dataset, &query);
        let table = Books::build(&dataset).unwrap().channels.range(board.metric);
        let comparable = table.is_some_and(|table| table.covers(board.compared));
        let past = |row: u32| {
            let figures = figures_in(&dataset, row as usize, board.compared);
            (comparable && !figures.is_empty()).then(|| figures.iter().sum())
        };
        let past: Vec<Option<i64>> = board.rows.iter().map(|row| past(row.index)).collect();
        let past = plain_ranks(&past);
        let now: Vec<Option<i64>> = board.rows.iter().map(|row| row.value).collect();
        let now = plain_ranks(&now);
        for (at, row) in board.rows.iter().enumerate() {
            let figures = figures_in(&dataset, row.index as usize, board.window);
            let sum = (!figures.is_empty()).then(|| figures.iter().sum::<i64>());
            prop_assert_eq!((row.value, row.rank), (sum, now[at].unwrap_or(0)));
            let change = match (now[at], past[at]) {
                (None, _) => RankChange::None,
                (_, None) => RankChange::New,
                (Some(now), Some(past)) => RankChange::Places(past as i32 - now as i32),
            };
            prop_assert_eq!(row.change, change);
        }
    }

    #[test]
    fn ties_stand_by_id_and_the_missing_last(dataset in document(), query in query()) {
        let query = Query { entity: Entity::Channels, ..query };
        let board = board_of(&dataset, &query);
        let key = |at: usize| -> (bool, i64, String) {
            let row = &board.rows[at];
            let value = match query.sort.key {
                SortKey::Value => row.value,
                SortKey::Name => {
                    let names = entries(&dataset, Entity::Channels).map(|entry| sort_text(&entry));
                    let names: Vec<String> = names.collect();
                    let own = &names[row.index as usize];
                    Some(names.iter().filter(|name| *name < own).count() as i64)
                }
                SortKey::Partner => {
                    let partner = dataset.channels.partner[row.index as usize];
                    let names: Vec<String> = entries(&dataset, Entity::Partners).map(|entry| sort_text(&entry)).collect();
                    let smaller = |own: &String| names.iter().filter(|name| *name < own).count();
                    partner.map(|partner| smaller(&names[partner.at()]) as i64)
                }
                SortKey::Change => match row.change {
                    RankChange::New | RankChange::None => None,
                    RankChange::Places(places) => Some(i64::from(places)),
                },
                SortKey::Progress => row.progress.map(|it| i64::from(it.basis_points())),
                SortKey::Pace => row.pace_bp.map(i64::from),
                SortKey::Reach => row.reach_bp.map(i64::from),
                SortKey::Gap => row.gap.map(|gap| gap.0).filter(|gap| *gap > 0),
                SortKey::Status => (row.status != Status::NoGoal).then_some(-(row.status as i64)),
            };
            let sign = if query.sort.descending { -1 } else { 1 };
            let id = dataset.channels.id[row.index as usize].to_string();
            (value.is_none(), value.unwrap_or(0) * sign, id)
        };
        prop_assert!((1..board.rows.len()).all(|at| key(at - 1) < key(at)));
    }

    #[test]
    fn facets_say_what_each_choice_would_leave(dataset in document(), query in query()) {
        let facets = board_of(&dataset, &query).facets;
        let rows = |change: &dyn Fn(&mut Filter)| {
            let mut other = query.clone();
            change(&mut other.filter);
            board_of(&dataset, &other).rows.len() as u32
        };
        for (at, category) in dataset.categories.iter().enumerate() {
            let chosen = rows(&|filter| filter.category = vec![category.id.clone()]);
            prop_assert_eq!(facets.category[at], chosen);
        }
        for (at, partner) in dataset.partners.iter().enumerate() {
            let chosen = rows(&|filter| filter.partner = vec![partner.id.clone()]);
            prop_assert!(facets.partner.get(at).is_none_or(|count| *count == chosen));
        }
        for (at, province) in dataset.provinces.iter().enumerate() {
            let chosen = rows(&|filter| filter.province = vec![province.clone()]);
            prop_assert_eq!(facets.province[at], chosen);
        }
        for (at, status) in Status::ALL.into_iter().enumerate() {
            prop_assert_eq!(facets.status[at], rows(&|filter| filter.status = vec![status]));
        }
        prop_assert_eq!(facets.lifted.category, rows(&|filter| filter.category.clear()));
        prop_assert_eq!(facets.lifted.partner, rows(&|filter| filter.partner.clear()));
        prop_assert_eq!(facets.lifted.province, rows(&|filter| filter.province.clear()));
        prop_assert_eq!(facets.lifted.status, rows(&|filter| filter.status.clear()));
        prop_assert_eq!(facets.lifted.text, rows(&|filter| filter.text.clear()));
    }

    #[test]
    fn the_parts_add_up_to_the_total(dataset in document(), query in query()) {
        let all = Query { entity: Entity::Channels, filter: Filter::default(), ..query };
        let whole = board_of(&dataset, &all);
        let of_category = |category: &paceboard_core::model::Category| {
            let mut part = all.clone();
            part.filter.category = vec![category.id.clone()];
            board_of(&dataset, &part).total
        };
        let parts: i64 = dataset.categories.iter().map(of_category).sum();
        let none = whole.rows.iter().filter(|row| dataset.channels.category[row.index as usize].is_none());
        prop_assert_eq!(whole.total, parts + none.filter_map(|row| row.value).sum::<i64>());
        prop_assert_eq!(whole.total, whole.rows.iter().filter_map(|row| row.value).sum::<i64>());
        let shares: i64 = whole.rows.iter().filter_map(|row| row.share).map(|it| i64::from(it.basis_points())).sum();
        let rounding = whole.rows.len() as i64;
        prop_assert!(whole.total <= 0 || (shares - 10_000).abs() <= rounding);
    }
}
