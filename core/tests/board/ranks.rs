//! Ranks, shares, orders, and boards of partners.

use crate::{board_of, five, ids, table};

#[test]
fn ranks_changes_and_shares() {
    // Three days: c5 40, c1 and c3 30 each, c2 5, c4 0; together 105. Before: c1 15, c2 9, c3 and
    // c4 6 each on rank 3, and nothing of c5. Shares: 40/105 = 38.095 %, 30/105 = 28.571 %,
    // 5/105 = 4.762 %. Gaps to 100: 64, –, 86, 60, 94.
    let dataset = five();
    let board = board_of(&dataset, "window=2021-04-04..2021-04-07");
    insta::assert_snapshot!(table(&dataset, &board), @r"
    2021-04-04..2021-04-07 known 2021-04-04..2021-04-07 against 2021-04-01..2021-04-04, total 105, largest 40, of 5
    1 (1) new c5 40 3810 | 4000 4000 10000 60 on-pace
    2 (2) -1 c1 30 2857 | 10000 4000 25000 0 over
    2 (2) +1 c3 30 2857 | 3600 4000 9000 64 behind
    4 (4) -2 c2 5 476 | 1400 4000 3500 86 behind
    5 (5) -2 c4 0 0 | 600 4000 1500 94 behind
    ");
    insta::assert_debug_snapshot!("five", board);
}

#[test]
fn ranks_within_a_filter() {
    // Beauty: c3 30 before c2 5, 35 together; three days before c2 9 led c3 6. 30/35 = 85.714 %.
    let dataset = five();
    let board = board_of(&dataset, "window=2021-04-04..2021-04-07&category=beauty");
    insta::assert_snapshot!(table(&dataset, &board), @r"
    2021-04-04..2021-04-07 known 2021-04-04..2021-04-07 against 2021-04-01..2021-04-04, total 35, largest 30, of 5
    1 (2) +1 c3 30 8571 | 3600 4000 9000 64 behind
    2 (4) -1 c2 5 1429 | 1400 4000 3500 86 behind
    ");
}

#[test]
fn orders_by_every_column_with_ties_by_id_and_the_missing_last() {
    let dataset = five();
    let check = |sort: &str, expected: &str| {
        let query = format!("window=2021-04-04..2021-04-07&sort={sort}");
        assert_eq!(ids(&dataset, &query), expected, "{sort}");
    };
    check("-value", "c5 c1 c3 c2 c4");
    check("value", "c4 c2 c1 c3 c5");
    // By alias where there is one: atang, uber, xiaoman, yunduo, zephyr.
    check("name", "c3 c4 c1 c2 c5");
    check("-name", "c5 c2 c1 c4 c3");
    // +1 −1 −2 −2, new.
    check("-change", "c3 c1 c2 c4 c5");
    check("change", "c2 c4 c1 c3 c5");
    // 100, 40, 36, 14, 6 %.
    check("-progress", "c1 c5 c3 c2 c4");
    check("progress", "c4 c2 c3 c5 c1");
    // c1 45 of 18, c5 40 of 40, c3 36, c2 14, c4 6.
    check("-pace", "c1 c5 c3 c2 c4");
    // c1 is over the line and has no gap any more.
    check("gap", "c5 c3 c2 c4 c1");
    check("-gap", "c4 c2 c3 c5 c1");
    // p1 has c1 and c3, p2 has c2 and c5, c4 has none.
    check("partner", "c1 c3 c2 c5 c4");
    check("-partner", "c2 c5 c1 c3 c4");
    // c1 over the line, c5 on pace, the others behind.
    check("-status", "c1 c5 c2 c3 c4");
    check("status", "c2 c3 c4 c5 c1");
}

#[test]
fn partners_are_whole_sums_and_a_filter_asks_for_one_channel_that_meets_it_all() {
    // p1 = c3 + c1 = 60 (before 21), p2 = c2 + c5 = 45 (before 9), p3 has no channel. To date
    // 81 and 54 of 80, where the plan expects 32.
    let dataset = five();
    let board = board_of(&dataset, "board=partners&window=2021-04-04..2021-04-07");
    insta::assert_snapshot!(table(&dataset, &board), @r"
    2021-04-04..2021-04-07 known 2021-04-04..2021-04-07 against 2021-04-01..2021-04-04, total 105, largest 60, of 3
    1 (1) +0 p1 60 5714 | 10125 4000 25312 0 over
    2 (2) +0 p2 45 4286 | 6750 4000 16875 26 on-pace
    0 (0) – p3 – – | – 4000 – – no-data
    ");
    let check = |filter: &str, expected: &str| {
        let query = format!("board=partners&window=2021-04-04..2021-04-07&{filter}");
        assert_eq!(ids(&dataset, &query), expected, "{filter}");
    };
    check("category=beauty", "p1 p2");
    check("category=food", "p1");
    check("province=%E5%B9%BF%E4%B8%9C", "p2");
    // p2 has a channel of beauty and one in 广东; it is the same one. p1 has food, but in 浙江.
    check("category=beauty&province=%E5%B9%BF%E4%B8%9C", "p2");
    check("category=food&province=%E5%B9%BF%E4%B8%9C", "");
    check("partner=p2,p3", "p2 p3");
    check("q=P3", "p3");
    check("status=over", "p1");
    // By the number of channels: 2, 2 and none.
    check("sort=-partner", "p1 p2 p3");
    check("sort=partner", "p3 p1 p2");
}
