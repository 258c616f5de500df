//! Filters, facets and search.

use crate::common::GAP;
use crate::{board_of, five, ids};
use std::sync::Arc;

/// Counts by category, partner, province and standing; then those with each filter lifted.
fn counts(query: &str) -> String {
    let facets = board_of(&five(), query).facets;
    let lifted = facets.lifted;
    format!(
        "{:?} {:?} {:?} {:?} | {} {} {} {} {}",
        facets.category,
        facets.partner,
        facets.province,
        facets.status,
        lifted.category,
        lifted.partner,
        lifted.province,
        lifted.status,
        lifted.text
    )
}

#[test]
fn facets_count_what_another_choice_would_leave() {
    let check = |query: &str, expected: &str| assert_eq!(counts(query), expected, "{query}");
    // c4 has no partner, c5 neither category nor province. c1 is over the line, c5 on pace.
    check("", "[2, 2] [2, 2, 0] [2, 2] [1, 1, 0, 3, 0, 0] | 5 5 5 5 5");
    // Categories as without the filter; the rest of c3 and c2.
    check(
        "category=beauty",
        "[2, 2] [1, 1, 0] [1, 1] [0, 0, 0, 2, 0, 0] | 5 2 2 2 2",
    );
    // Behind in 浙江 is c3 alone; behind are c2 and c4 too; in 浙江 is c1 too.
    check(
        "status=behind&province=%E6%B5%99%E6%B1%9F",
        "[1, 0] [1, 0, 0] [1, 2] [1, 0, 0, 1, 0, 0] | 1 1 3 2 1",
    );
    // Nobody is named so; without the search beauty leaves two.
    check(
        "category=beauty&q=nobody",
        "[0, 0] [0, 0, 0] [0, 0] [0, 0, 0, 0, 0, 0] | 0 0 0 0 2",
    );
}

/// Progress: c1 100 %, c5 40 %, c3 36 %, c2 14 %, c4 6 %.
#[test]
fn a_range_of_progress_holds_its_lower_end_only() {
    let dataset = five();
    let check = |query: &str, expected: &str| assert_eq!(ids(&dataset, query), expected, "{query}");
    check("progress=14..40", "c3 c2");
    check("progress=40..", "c1 c5");
    check("progress=..6", "");
    check("progress=0..50&category=food", "c4");
    let facets = board_of(&dataset, "progress=14..40&category=food").facets;
    assert_eq!((facets.lifted.progress, facets.lifted.category), (2, 2));
    assert_eq!(facets.category, [2, 0]);
}

#[test]
fn facets_of_partners_count_partners() {
    let check = |query: &str, expected: &str| {
        assert_eq!(
            counts(&format!("board=partners&{query}")),
            expected,
            "{query}"
        );
    };
    // Both p1 and p2 have beauty, p1 has food; p3 has no channel, and no data.
    check("", "[2, 1] [] [1, 1] [1, 1, 0, 0, 1, 0] | 3 3 3 3 3");
    // Food in 广东 is c4 alone, which has no partner. In 广东 p2 has beauty; p1 has food in 浙江.
    check(
        "category=food&province=%E5%B9%BF%E4%B8%9C",
        "[1, 0] [] [1, 0] [0, 0, 0, 0, 0, 0] | 1 0 1 0 0",
    );
}

#[test]
fn a_row_without_figures_has_no_standing_but_can_be_found() {
    let mut dataset = five();
    Arc::make_mut(&mut dataset.blocks[0]).metrics[0].1.values[..6].fill(GAP);
    let counts = board_of(&dataset, "").facets.status;
    assert_eq!(counts, [1, 1, 0, 2, 1, 0]);
    let check = |query: &str, expected: &str| assert_eq!(ids(&dataset, query), expected, "{query}");
    check("status=behind,at-risk,on-pace,over", "c1 c5 c2 c4");
    check("status=no-data", "c3");
    check("sort=status", "c2 c4 c5 c1 c3");
}

#[test]
fn searches_name_alias_id_and_initials() {
    let dataset = five();
    let check = |text: &str, expected: &str| {
        assert_eq!(
            ids(&dataset, &format!("q={text}&sort=name")),
            expected,
            "{text}"
        );
    };
    check("ATANG+mei", "c3");
    check("atmz", "c3");
    check("xmxs", "c1");
    check("%E4%BA%91", "c2");
    check("uber", "c4");
    check("C5", "c5");
    check("%20", "c3 c4 c1 c2 c5");
    check("nobody", "");
}

#[test]
fn unknown_choices_match_nothing_and_are_named() {
    let dataset = five();
    let board = board_of(
        &dataset,
        "category=beauty,toys&partner=p9&province=%E6%B5%99%E6%B1%9F",
    );
    assert!(board.rows.is_empty());
    assert_eq!(board.unknown_choices, ["toys", "p9"]);
    assert_eq!((board.total, board.largest), (0, 0));
    assert_eq!(board.facets.lifted.partner, 1);
    assert_eq!(ids(&dataset, "category=beauty,toys"), "c3 c2");
}
