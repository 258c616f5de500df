//! Daily sales of a channel over both fiscal years.

mod level;
mod ties;

use level::Level;

use crate::{
    amounts::{Days, apportion, rounded, total_at_rank},
    calendar::{YEAR_END, YEAR_START},
    categories::CATEGORIES,
    rng::{Rng, Topic},
    roster::Channel,
    season::DayShape,
};

/// Standard deviation of the logarithm of a day's sales about its level.
const NOISE: f64 = 0.35;
/// Share of channels that miss a few days of data.
const GAPPY: f64 = 0.03;
/// Share of channels that give up in the course of the current year.
const CLOSING: f64 = 0.003;

/// Paid sales per day in yuan of every channel.
pub fn draw(channels: &[Channel]) -> Vec<Days> {
    let years: Vec<Vec<DayShape>> = CATEGORIES
        .iter()
        .map(|category| category.season.shape(0..YEAR_END))
        .collect();
    let mut sales: Vec<Days> = channels
        .iter()
        .enumerate()
        .map(|(index, channel)| draw_channel(index, channel, &years[channel.category]))
        .collect();
    ties::make(&mut sales);
    sales
}

fn draw_channel(index: usize, channel: &Channel, shape: &[DayShape]) -> Days {
    let mut temper = Rng::stream(Topic::Temper, index);
    let level = Level::draw(&mut temper, index, channel.rank);
    let weights = draw_weights(index, shape, &level);
    let present = draw_presence(index, channel);
    let kept: Vec<f64> = weights
        .into_iter()
        .zip(&present)
        .map(|(weight, kept)| if *kept { weight } else { 0.0 })
        .collect();
    let amounts = match channel.rank {
        Some(rank) => scaled_to_rank(&kept, rank),
        None => scaled(&kept, new_channel_scale(&mut temper, &kept)),
    };
    amounts
        .into_iter()
        .zip(present)
        .map(|(amount, present)| present.then_some(amount))
        .collect()
}

/// What each day sells in proportion to the others; 0 on days without a broadcast.
fn draw_weights(index: usize, shape: &[DayShape], level: &Level) -> Vec<f64> {
    let mut rng = Rng::stream(Topic::Days, index);
    let live_share = rng.beta_6_2();
    let festival_appetite = rng.normal(1.0, 0.2);
    let closed = draw_closing(&mut rng);
    let mut draw_weight = |(day, shape): (i32, &DayShape)| {
        let log_surge = shape.log_surge * festival_appetite;
        let live = rng.chance(live_chance(live_share, log_surge)) && day < closed;
        let noise = rng.normal(-NOISE * NOISE / 2.0, NOISE);
        let weight = shape.ordinary * libm::exp(level.log_at(day) + log_surge + noise);
        if live { weight } else { 0.0 }
    };
    (0..).zip(shape).map(&mut draw_weight).collect()
}

/// The first day on which a channel has given up; most never do.
fn draw_closing(rng: &mut Rng) -> i32 {
    if rng.chance(CLOSING) {
        rng.between(YEAR_START + 60, YEAR_START + 240)
    } else {
        YEAR_END
    }
}

/// Hosts rest less when there is much to sell, and more over New Year.
fn live_chance(share: f64, log_surge: f64) -> f64 {
    1.0 - libm::pow(1.0 - share, libm::exp(log_surge))
}

/// Whether there are data: not before the start, and a few channels miss some days.
fn draw_presence(index: usize, channel: &Channel) -> Vec<bool> {
    let mut present: Vec<bool> = (0..YEAR_END).map(|day| day >= channel.started).collect();
    let mut rng = Rng::stream(Topic::Gaps, index);
    if rng.chance(GAPPY) {
        for _ in 0..=rng.below(3) {
            let from = rng.below(present.len() - 5);
            let days = 1 + rng.below(4);
            present[from..from + days].fill(false);
        }
    }
    present
}

/// Last year sums to exactly what its rank demands, and the current year follows at the same scale.
fn scaled_to_rank(weights: &[f64], rank: usize) -> Vec<i64> {
    let total = total_at_rank(rank);
    let (last, current) = weights.split_at(YEAR_START as usize);
    let weight: f64 = last.iter().sum();
    let mut amounts = apportion(last, total);
    amounts.extend(scaled(current, total as f64 / weight));
    amounts
}

/// A new channel sells at a rate of 60 to 160 million a year.
fn new_channel_scale(rng: &mut Rng, weights: &[f64]) -> f64 {
    let rate = 60e6 * libm::exp(rng.uniform());
    let days = weights.iter().filter(|weight| **weight > 0.0).count() as f64;
    rate / 365.0 * 1.3 * days / weights.iter().sum::<f64>()
}

fn scaled(weights: &[f64], scale: f64) -> Vec<i64> {
    weights
        .iter()
        .map(|weight| rounded(weight * scale))
        .collect()
}
