//! Edge cases that chance would not give: channels with exactly equal sums, and one exactly on the line.

use crate::{
    amounts::{Days, GOAL, total},
    calendar::TO_DATE,
};

/// Places of the year-to-date order, from the largest, that share a sum with the one before them.
const TIED: [usize; 6] = [300, 640, 1100, 1101, 1700, 2200];

/// Makes the ties in place.
pub fn make(sales: &mut [Days]) {
    let mut order: Vec<(i64, usize)> = sales
        .iter()
        .enumerate()
        .filter_map(|(channel, days)| Some((total(days, TO_DATE)?, channel)))
        .collect();
    order.sort_unstable_by(|a, b| b.cmp(a));
    if let Some((_, nearest)) = order.iter().find(|(sum, _)| *sum < GOAL) {
        lift(&mut sales[*nearest], GOAL);
    }
    for place in TIED {
        let (sum, _) = order[place - 1];
        let (_, channel) = order[place];
        lift(&mut sales[channel], sum);
        order[place].0 = sum;
    }
}

/// Raises the sum to date to `target` on the channel's best day, where it shows least.
fn lift(days: &mut Days, target: i64) {
    let missing = target - total(days, TO_DATE).unwrap_or(0);
    let to_date = &mut days[TO_DATE.start as usize..TO_DATE.end as usize];
    if let Some(best) = to_date.iter_mut().flatten().max_by_key(|amount| **amount) {
        *best += missing;
    }
}
