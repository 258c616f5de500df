//! Measures that are quotients of two sums.

use crate::common::{Document, GAP, Traits, days};
use paceboard_core::books::Books;
use paceboard_core::measures::ratios::{Derived, Quotient};
use paceboard_core::model::{Dataset, Metric};

/// Two channels over two days; the second has no orders on the second day.
fn dataset() -> Dataset {
    Document::new("2021-04-02")
        .channel("a", Traits::default())
        .channel("b", Traits::default())
        .block(Metric::Gmv, "2021-04-01", &[[100, 300], [50, 50]])
        .block(Metric::Net, "2021-04-01", &[[100, 260], [40, 50]])
        .block(Metric::Orders, "2021-04-01", &[[10, 6], [5, GAP]])
        .block(Metric::Minutes, "2021-04-02", &[[90], [0]])
        .build()
}

fn check(which: Derived, rows: &[u32], window: &str, expected: Option<(i64, i64)>) {
    let books = Books::build(&dataset()).unwrap();
    let sums = |it: Quotient| (it.of.1, it.per.1);
    let found = which.of(&books.channels, rows, days(window)).map(sums);
    assert_eq!(found, expected, "{which:?} of {rows:?} over {window}");
}

const BOTH: &str = "2021-04-01..2021-04-03";

/// Of a's 400 there came 40 back; of both channels' 500, 50.
#[test]
fn the_refund_rate_is_what_came_back_of_what_was_paid() {
    check(Derived::RefundRate, &[0], BOTH, Some((40, 400)));
    check(Derived::RefundRate, &[0, 1], BOTH, Some((50, 500)));
}

/// b's gmv of the day without orders would raise the value of an order, so b stays out.
#[test]
fn a_row_with_unequal_gaps_is_left_out() {
    check(Derived::OrderValue, &[0], BOTH, Some((400, 16)));
    check(Derived::OrderValue, &[0, 1], BOTH, Some((400, 16)));
    check(
        Derived::OrderValue,
        &[0, 1],
        "2021-04-01..2021-04-02",
        Some((150, 15)),
    );
    check(Derived::OrderValue, &[1], BOTH, None);
}

#[test]
fn without_a_denominator_there_is_no_measure() {
    check(Derived::ViewerValue, &[0], BOTH, None);
    check(Derived::HourValue, &[0], BOTH, None);
    check(
        Derived::HourValue,
        &[0],
        "2021-04-02..2021-04-03",
        Some((300, 90)),
    );
    check(Derived::HourValue, &[1], "2021-04-02..2021-04-03", None);
    check(Derived::RefundRate, &[7], BOTH, None);
}
