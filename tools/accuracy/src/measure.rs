//! Errors of the projections made on one day.

use crate::baselines::Baselines;
use crate::sets::Set;
use paceboard_core::model::{ChannelIndex, Day, Metric};
use paceboard_core::outlook::{Outlook, OutlookTable};
use paceboard_core::pace::{Pace, PaceTable};
use paceboard_core::query::Plan;
use std::error::Error;

/// What was said at the end of one month, judged.
pub struct Month {
    pub day: Day,
    /// Mean absolute percentage errors over channels without a gap in both years.
    pub linear: f64,
    pub programme: f64,
    pub own: f64,
    pub ours: f64,
    /// That of ours over all channels that sold anything.
    pub ours_of_all: f64,
    /// Shares of channels inside their band, of those without a gap and of all.
    pub covered: f64,
    pub covered_of_all: f64,
    /// Mean squared error of the probabilities of the channels that were not over the line yet.
    pub brier: f64,
    /// Channels over the line in the end: expected, band, and what came.
    pub expected: u32,
    pub band: (u32, u32),
    pub came: u32,
    /// Probability and outcome of each channel that was not over the line yet.
    pub chances: Vec<(f64, bool)>,
}

/// A running mean.
#[derive(Default)]
pub struct Mean {
    sum: f64,
    count: f64,
}

impl Mean {
    pub fn add(&mut self, value: f64) {
        self.sum += value;
        self.count += 1.0;
    }

    pub fn value(&self) -> f64 {
        self.sum / self.count
    }
}

/// The mean of a figure over months; not a number without any.
pub fn mean(months: &[Month], figure: fn(&Month) -> f64) -> f64 {
    let mut mean = Mean::default();
    months.iter().map(figure).for_each(|value| mean.add(value));
    mean.value()
}

pub fn months(set: &Set) -> Result<Vec<Month>, Box<dyn Error>> {
    let baselines = Baselines::of(set);
    let months = set.month_ends().into_iter();
    months.map(|day| month(set, &baselines, day)).collect()
}

#[derive(Default)]
struct Tally {
    errors: [Mean; 5],
    covered: [Mean; 2],
    brier: Mean,
    came: u32,
    chances: Vec<(f64, bool)>,
}

fn month(set: &Set, baselines: &Baselines, day: Day) -> Result<Month, Box<dyn Error>> {
    let paces = PaceTable::build(&set.dataset, &set.books, day, Plan::Seasonal);
    let last = set.days.last().ok_or("no days")?;
    let outlook = OutlookTable::until(&set.dataset, &set.books, &paces, last);
    let mut tally = Tally::default();
    for (channel, (pace, outlook)) in paces.channels.iter().zip(&outlook.channels).enumerate() {
        tally.add(set, baselines, day, channel, pace, outlook);
    }
    let landing = &outlook.channels_landing;
    let [linear, programme, own, ours, ours_of_all] = tally.errors.map(|mean| mean.value());
    Ok(Month {
        day,
        linear,
        programme,
        own,
        ours,
        ours_of_all,
        covered: tally.covered[0].value(),
        covered_of_all: tally.covered[1].value(),
        brier: tally.brier.value(),
        expected: landing.expected,
        band: landing.band.ok_or("no band")?,
        came: tally.came,
        chances: tally.chances,
    })
}

impl Tally {
    fn add(
        &mut self,
        set: &Set,
        baselines: &Baselines,
        day: Day,
        channel: usize,
        pace: &Pace,
        outlook: &Outlook,
    ) {
        let (ledger, row) = (&set.books.channels, ChannelIndex(channel as u32));
        let came = ledger.total(Metric::Gmv, row, set.days);
        let reached = pace.goal.is_some_and(|goal| came >= goal.0);
        self.came += u32::from(reached);
        if let Some(chance) = outlook
            .reach_bp
            .filter(|_| pace.goal.is_some_and(|goal| pace.to_date < goal))
        {
            let chance = f64::from(chance) / 10_000.0;
            self.brier
                .add((chance - f64::from(u8::from(reached))).powi(2));
            self.chances.push((chance, reached));
        }
        let (Some(projected), true) = (outlook.projected, came > 0) else {
            return;
        };
        let error = |projected: f64| (projected / came as f64 - 1.0).abs() * 100.0;
        self.errors[4].add(error(projected.0 as f64));
        // Newcomers have none at first.
        let Some(band) = outlook.band else {
            return;
        };
        let inside = f64::from(u8::from((band.low.0..=band.high.0).contains(&came)));
        self.covered[1].add(inside);
        let simple = baselines.project(set, day, channel, pace.to_date.0 as f64);
        if let (Some(simple), 0) = (simple, ledger.gap_days(Metric::Gmv, row, set.days)) {
            let all = [
                simple.linear,
                simple.programme,
                simple.own,
                projected.0 as f64,
            ];
            for (mean, projected) in self.errors.iter_mut().zip(all) {
                mean.add(error(projected));
            }
            self.covered[0].add(inside);
        }
    }
}
