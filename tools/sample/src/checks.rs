//! Checks of the sample as a whole.

mod documents;
mod figures;

use std::{ops::Range, sync::LazyLock};

use crate::{
    amounts::{Days, GOAL, total},
    roster::Roster,
    sales,
};

static ROSTER: LazyLock<Roster> = LazyLock::new(Roster::draw);
static SALES: LazyLock<Vec<Days>> = LazyLock::new(|| sales::draw(&ROSTER.channels));

/// What each channel sold in a range of days.
fn sums(range: Range<i32>) -> impl Iterator<Item = i64> {
    SALES
        .iter()
        .map(move |days| total(days, range.clone()).unwrap_or(0))
}

fn over_the_line(sums: impl Iterator<Item = i64>) -> usize {
    sums.filter(|sum| *sum >= GOAL).count()
}
