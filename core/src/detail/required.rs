//! What it takes to reach the goal in the days that are left.

use super::{Required, Stretch};
use crate::books::RECENT_DAYS;
use crate::model::{Dataset, DayRange, Event, Money};
use crate::pace::{Curve, Pace, PaceTable};

/// A plan that places less than this share of the year on the days that are left says nothing
/// about how to spread what is missing over them: last year all was sold by now.
const LEAST_SHARE: f64 = 1e-9;

/// A year of days that are each too small by this is still less than one minor unit short.
const ROUNDING: f64 = 1e-3;

/// `daily` are the row's figures up to today. `None` without a goal or any figure, over the line,
/// or on the year's last day.
pub(super) fn build(
    dataset: &Dataset,
    paces: &PaceTable,
    curve: &Curve,
    pace: Pace,
    daily: &[Option<i64>],
) -> Option<Required> {
    let missing = pace.missing()?.minor();
    let ahead = DayRange::new(paces.today.plus(1), paces.year.range().to());
    if missing <= 0 || ahead.is_empty() {
        return None;
    }
    let weights = Weights::of(curve, ahead);
    // Sales of a year at whose rate the days ahead bring what is missing.
    let level = missing as f64 / weights.by_day.iter().sum::<f64>();
    let stretches = weights.stretches(&dataset.events);
    let recent = recent_level(curve, paces.year.len() - ahead.len(), daily);
    Some(Required {
        missing: Money(missing),
        days_left: ahead.len() as u32,
        per_ordinary_day: amount(level * weights.of_ordinary_day(&stretches)),
        of_recent_bp: recent.map(|recent| (level / recent * 10_000.0).round() as i32),
        spread: stretches
            .into_iter()
            .map(|(event, weight, days)| Stretch {
                event,
                days,
                amount: amount(level * weight),
            })
            .collect(),
    })
}

/// Shares of the year that the plan places on the days ahead.
struct Weights {
    ahead: DayRange,
    by_day: Vec<f64>,
}

impl Weights {
    fn of(curve: &Curve, ahead: DayRange) -> Self {
        let days = curve.shares.len();
        let mut by_day: Vec<f64> = (days - ahead.len()..days)
            .map(|day| curve.on_day(day))
            .collect();
        if by_day.iter().sum::<f64>() < LEAST_SHARE {
            by_day.fill(1.0 / days as f64);
        }
        Self { ahead, by_day }
    }

    /// The days left by kind: those outside events, then those of each event. A day of several events
    /// counts for the first of them.
    fn stretches(&self, events: &[Event]) -> Vec<(Option<usize>, f64, u32)> {
        let kinds = std::iter::once(None).chain((0..events.len()).map(Some));
        let mut stretches: Vec<_> = kinds.map(|event| (event, 0.0, 0)).collect();
        for (day, weight) in self.ahead.days().zip(&self.by_day) {
            let event = events.iter().position(|event| event.range.contains(day));
            let (_, sum, count) = &mut stretches[event.map_or(0, |event| event + 1)];
            *sum += weight;
            *count += 1;
        }
        stretches.retain(|(.., count)| *count > 0);
        stretches
    }

    /// Mean of the days outside events; of all days where there is none outside.
    fn of_ordinary_day(&self, stretches: &[(Option<usize>, f64, u32)]) -> f64 {
        match stretches {
            [(None, sum, count), ..] => sum / f64::from(*count),
            _ => self.by_day.iter().sum::<f64>() / self.by_day.len() as f64,
        }
    }
}

/// Sales of a year at the rate of the last days before fiscal day `today_end`: what they sold ÷
/// the share that the plan places on those of them that have a figure.
fn recent_level(curve: &Curve, today_end: usize, daily: &[Option<i64>]) -> Option<f64> {
    let (mut sales, mut share) = (0.0, 0.0);
    let first = today_end.saturating_sub(RECENT_DAYS as usize);
    for (day, figure) in daily.iter().enumerate().skip(first) {
        sales += figure.unwrap_or(0) as f64;
        share += figure.map_or(0.0, |_| curve.on_day(day));
    }
    (sales > 0.0 && share > 0.0).then(|| sales / share)
}

/// The least whole amount that is not less, but for what sums of shares are off by.
fn amount(value: f64) -> Money {
    Money((value - ROUNDING).ceil() as i64)
}
