//! Why ranks moved, and who improved.

use crate::common::{Document, GAP, Traits};
use crate::documents::{document, window};
use crate::{board_of, channels_over};
use paceboard_core::board::{Board, RankChange};
use paceboard_core::measures::improved::{AmongPeers, Gain, Improved, among_peers, improved};
use paceboard_core::measures::movement::{Movement, Passing, Passings, movement};
use paceboard_core::model::{CategoryIndex, Dataset, Metric, Share};
use paceboard_core::query::{Entity, Query, Window};
use proptest::prelude::*;

const BEFORE_AND_NOW: [[i64; 2]; 6] = [[50, 40], [40, 45], [30, 10], [20, 43], [10, 9], [GAP, 60]];

/// Six channels, one day before and one day now. b and d pass a, f is new; c falls.
fn six() -> Dataset {
    let traits = |category| Traits {
        category: Some(category),
        partner: Some(category),
        ..Traits::default()
    };
    Document::new("2021-04-02")
        .categories(&["beauty", "food"])
        .partners(&["p", "q"])
        .channel("a", traits(0))
        .channel("b", traits(0))
        .channel("c", traits(0))
        .channel("d", traits(1))
        .channel("e", traits(1))
        .channel("f", traits(1))
        .block(Metric::Gmv, "2021-04-01", &BEFORE_AND_NOW)
        .build()
}

fn moved(index: u32) -> Option<Movement> {
    let (books, board) = channels_over(&six(), Metric::Gmv, "2021-04-02..2021-04-03");
    movement(&books, &board, index, 2)
}

/// a was first with 50. With its new 40 it would stand beside b: still first. b (45), d (43) and f
/// (60, new) are ahead of it now: three places lost to others, none by itself.
#[test]
fn a_row_is_passed_by_others() {
    let movement = moved(0).unwrap();
    let ranks = (movement.rank_before, movement.rank_alone, movement.rank_now);
    assert_eq!(
        (ranks, movement.own_places, movement.others_places),
        ((1, 1, 4), 0, -3)
    );
    assert_eq!(
        movement.overtaken,
        Passings {
            count: 0,
            rows: Vec::new()
        }
    );
    let passing = |index, before, now| Passing { index, before, now };
    assert_eq!(movement.overtaken_by.count, 3);
    assert_eq!(
        movement.overtaken_by.rows,
        [passing(5, None, 60), passing(1, Some(40), 45)]
    );
}

/// d was fourth with 20; 43 beats the old values of b (40) and c (30), so two places are its own.
/// In the end it passed a and c, and f, which is new, stands above it.
#[test]
fn a_row_passes_others() {
    let movement = moved(3).unwrap();
    let ranks = (movement.rank_before, movement.rank_alone, movement.rank_now);
    assert_eq!(
        (ranks, movement.own_places, movement.others_places),
        ((4, 2, 3), 2, -1)
    );
    let passed: Vec<_> = movement
        .overtaken
        .rows
        .iter()
        .map(|row| row.index)
        .collect();
    assert_eq!(passed, [0, 2]);
    let passed_by: Vec<_> = movement
        .overtaken_by
        .rows
        .iter()
        .map(|row| row.index)
        .collect();
    assert_eq!(passed_by, [5]);
}

#[test]
fn a_row_without_an_earlier_figure_has_not_moved() {
    assert_eq!(moved(5), None);
    assert_eq!(moved(6), None);
    // Nor has any where the compared window begins before the table.
    let (books, board) = channels_over(&six(), Metric::Gmv, "2021-04-01..2021-04-02");
    assert_eq!(movement(&books, &board, 0, 2), None);
    assert_eq!(improved(&books, &board, 2), None);
}

/// Gains: d 23, b 5; the others lost. Earlier values 10 to 50, median 30: of those at 30 or more
/// only b gained, 5 ÷ 40 = 12.5 %.
#[test]
fn the_most_improved_have_a_base() {
    let (books, board) = channels_over(&six(), Metric::Gmv, "2021-04-02..2021-04-03");
    let gain = |index, before, now, growth_bp| Gain {
        index,
        before,
        now,
        gain: now - before,
        growth: Some(Share::from_basis_points(growth_bp)),
    };
    let (b, d) = (gain(1, 40, 45, 1_250), gain(3, 20, 43, 11_500));
    let expected = Improved {
        absolute: vec![d, b],
        absolute_count: 2,
        relative: vec![b],
        relative_count: 1,
        floor: 30,
    };
    assert_eq!(improved(&books, &board, 9).unwrap(), expected);
    let cut = improved(&books, &board, 1).unwrap();
    assert_eq!((cut.absolute, cut.absolute_count), (vec![d], 2));
}

fn percentile(among: AmongPeers) -> Option<i32> {
    among.percentile.map(Share::basis_points)
}

/// Beauty 40, 45, 10; food 43, 9, 60. Partners 95 and 112.
#[test]
fn peers_are_the_category_or_all_partners() {
    let (dataset, values) = (six(), [40, 45, 10, 43, 9, 60].map(Some));
    let check = |index, expected| {
        let among = among_peers(&dataset, Entity::Channels, &values, index).unwrap();
        let figures = (among.rank, among.of, percentile(among));
        assert_eq!((among.category.map(CategoryIndex::at), figures), expected);
    };
    check(0, (Some(0), (2, 3, Some(5_000))));
    check(1, (Some(0), (1, 3, Some(10_000))));
    check(4, (Some(1), (3, 3, Some(0))));
    assert_eq!(among_peers(&dataset, Entity::Channels, &values, 6), None);
    // Who has no figure is nobody's peer.
    let mut lacking = values;
    lacking[2] = None;
    assert_eq!(among_peers(&dataset, Entity::Channels, &lacking, 2), None);
    let first = among_peers(&dataset, Entity::Channels, &lacking, 1).unwrap();
    assert_eq!((first.of, percentile(first)), (2, Some(10_000)));
    let of_p = among_peers(&dataset, Entity::Partners, &[95, 112].map(Some), 0).unwrap();
    assert_eq!(
        (of_p.category, of_p.rank, percentile(of_p)),
        (None, 2, Some(0))
    );
}

#[test]
fn nobody_is_ahead_of_an_equal_and_one_alone_has_no_percentile() {
    let alone = Traits {
        category: Some(1),
        ..Traits::default()
    };
    let dataset = Document::new("2021-04-01")
        .categories(&["beauty", "food"])
        .channel("a", Traits::default())
        .channel("b", Traits::default())
        .channel("c", alone)
        .build();
    let of = |index| among_peers(&dataset, Entity::Channels, &[Some(5); 3], index).unwrap();
    assert_eq!((percentile(of(0)), percentile(of(2))), (Some(0), None));
}

fn places(board: &Board, index: u32) -> Option<i32> {
    let row = board.rows.iter().find(|row| row.index == index)?;
    match row.change {
        RankChange::New | RankChange::None => None,
        RankChange::Places(places) => Some(places),
    }
}

proptest! {
    #[test]
    fn places_add_up_to_the_change_of_rank(dataset in document(), window in window()) {
        let query = Query { window: Window::Custom(window), ..Query::default() };
        let (books, board) = board_of(&dataset, &query);
        for index in 0..dataset.channels.len() as u32 {
            let movement = movement(&books, &board, index, 3);
            let sum = movement.as_ref().map(|found| found.own_places + found.others_places);
            prop_assert_eq!(sum, places(&board, index));
            let Some(movement) = movement else { continue };
            let passed = movement.overtaken.count as i32 - movement.overtaken_by.count as i32;
            prop_assert_eq!(Some(passed), sum);
            let row = board.rows.iter().find(|row| row.index == index).unwrap();
            prop_assert_eq!(movement.rank_now, row.rank);
        }
    }
}
