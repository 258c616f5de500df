//! What rows sell at present, and how long it takes one to pass another at that rate.

use crate::books::RECENT_DAYS;
use crate::ledger::Ledger;
use crate::model::{ChannelIndex, Day, DayRange, Metric};

/// Sales of the last 28 days, or of those of them that the figures reach back to.
pub(crate) struct Rates<'a> {
    ledger: &'a Ledger,
    metric: Metric,
    days: DayRange,
}

impl<'a> Rates<'a> {
    pub(crate) fn of(ledger: &'a Ledger, metric: Metric, today: Day) -> Self {
        let recent = DayRange::starting(today.plus(1 - RECENT_DAYS as i32), RECENT_DAYS);
        let days = ledger.range(metric).map(|known| known.intersect(recent));
        Self {
            ledger,
            metric,
            days: days.unwrap_or(recent),
        }
    }

    /// The days that rates are taken from; 0 where there are no figures by day.
    pub(crate) fn over_days(&self) -> u32 {
        let range = self.ledger.range(self.metric);
        range.map_or(0, |range| range.intersect(self.days).len() as u32)
    }

    /// The first whole number of days after which `lower`, which lacks `gap` to `upper`, has more,
    /// each selling the same every day; `None` where it is no faster.
    pub(crate) fn days_to_pass(&self, gap: i64, upper: u32, lower: u32) -> Option<u32> {
        let gained = self.sold(lower) - self.sold(upper);
        let level = || i128::from(gap) * self.days.len() as i128 / gained;
        (gained > 0).then(|| whole(level() + 1))
    }

    fn sold(&self, row: u32) -> i128 {
        let total = self.ledger.total(self.metric, ChannelIndex(row), self.days);
        i128::from(total)
    }
}

fn whole(days: i128) -> u32 {
    u32::try_from(days).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::Rates;
    use crate::ledger::Ledger;
    use crate::model::{Block, Cells, Day, DayRange, Metric};
    use std::sync::Arc;

    /// Two rows whose 28 days sold so much in all.
    fn with_rates(sold: [i64; 2], days: u32, check: impl Fn(&Rates)) {
        let first = Day::parse("2021-04-01").unwrap();
        let row = |sold: i64| std::iter::once(sold).chain(vec![0; days as usize - 1]);
        let block = Block {
            part: None,
            range: DayRange::starting(first, days),
            channels: 0..2,
            metrics: vec![(
                Metric::Gmv,
                Cells {
                    values: sold.into_iter().flat_map(row).collect(),
                },
            )],
        };
        let ledger = Ledger::build(2, &[Arc::new(block)]).unwrap();
        check(&Rates::of(
            &ledger,
            Metric::Gmv,
            first.plus(days as i32 - 1),
        ));
    }

    #[test]
    fn whoever_draws_level_has_not_passed() {
        // 1.5 a day faster: 1 behind, ahead after a day; 3 behind, level after two, ahead after 3.
        with_rates([28, 70], 28, |rates| {
            assert_eq!(rates.days_to_pass(1, 0, 1), Some(1));
            assert_eq!(rates.days_to_pass(3, 0, 1), Some(3));
            assert_eq!(rates.days_to_pass(0, 0, 1), Some(1));
            assert_eq!(rates.days_to_pass(1, 1, 0), None);
        });
    }

    #[test]
    fn sales_are_spread_over_the_days_that_are_known() {
        // 10 a day in ten days.
        with_rates([0, 100], 10, |rates| {
            assert_eq!(rates.days_to_pass(25, 0, 1), Some(3));
            assert_eq!(rates.days_to_pass(25, 1, 0), None);
        });
    }
}
