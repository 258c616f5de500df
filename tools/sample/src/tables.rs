//! Small tables derived from the daily figures, for a first paint before the parts arrive.

use crate::{
    amounts::{Days, apportion, is_whole_last_year, total},
    calendar::{AS_OF, LAST_YEAR, TO_DATE, YEAR_START},
    categories::CATEGORIES,
    roster::Channel,
};

/// What a year's daily weights sum to.
pub const WHOLE_YEAR: i64 = 1_000_000;

/// Last year's season: for each day the share of the year's sales in parts per million, of the channels that have a
/// figure for each day of that year. The running sum of a row, divided by a million, is the cumulative curve.
pub struct Curves {
    pub programme: Vec<i64>,
    pub categories: Vec<Vec<i64>>,
}

impl Curves {
    pub fn of(channels: &[Channel], sales: &[Days]) -> Self {
        let whole = || {
            channels
                .iter()
                .zip(sales)
                .filter(|(_, days)| is_whole_last_year(days))
        };
        let category =
            |wanted: usize| whole().filter(move |(channel, _)| channel.category == wanted);
        Self {
            programme: weights(whole().map(|(_, days)| days)),
            categories: (0..CATEGORIES.len())
                .map(|index| weights(category(index).map(|(_, days)| days)))
                .collect(),
        }
    }
}

fn weights<'a>(rows: impl Iterator<Item = &'a Days>) -> Vec<i64> {
    let mut sums = vec![0_i64; YEAR_START as usize];
    for days in rows {
        for (sum, amount) in sums.iter_mut().zip(days) {
            *sum += amount.unwrap_or(0);
        }
    }
    let sums: Vec<f64> = sums.into_iter().map(|sum| sum as f64).collect();
    apportion(&sums, WHOLE_YEAR)
}

/// Sums per channel; none where a channel has no figure at all.
pub struct Totals {
    pub to_date: Days,
    pub last_28: Days,
    pub last_year: Days,
}

impl Totals {
    pub fn of(sales: &[Days]) -> Self {
        let column = |range: std::ops::Range<i32>| {
            sales
                .iter()
                .map(|days| total(days, range.clone()))
                .collect()
        };
        Self {
            to_date: column(TO_DATE),
            last_28: column(AS_OF - 27..AS_OF + 1),
            last_year: column(LAST_YEAR),
        }
    }
}
