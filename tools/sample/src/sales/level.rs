//! How high a channel's sales stand, apart from season and chance: its growth over two years.

use crate::{
    amounts::{GOAL, total_at_rank},
    calendar::{YEAR_END, YEAR_START},
    rng::{Rng, Topic},
};

/// Standard deviation of a week's step, and how much of the last week's departure stays.
const WEEK_STEP: f64 = 0.07;
const WEEK_MEMORY: f64 = 0.85;
/// Days over which the programme's support takes hold, from the first day of the current year.
const LIFT_DAYS: f64 = 75.0;
/// Days over which a star rises or fades.
const TURN_DAYS: f64 = 120.0;

/// Logarithm of the level, as a path over both years.
pub struct Level {
    /// Growth per year before and after the start of the current year.
    slopes: (f64, f64),
    /// What the programme's support adds.
    lift: f64,
    /// When a star begins to rise or fade, and how far it goes.
    turn: (f64, f64),
    /// Departure of each week.
    weeks: Vec<f64>,
}

impl Level {
    pub fn draw(rng: &mut Rng, index: usize, rank: Option<usize>) -> Self {
        // The large grow more slowly.
        let size = rank.map_or(0.0, |rank| {
            libm::log(total_at_rank(rank) as f64 / GOAL as f64)
        });
        let slopes = (rng.normal(0.12, 0.15), rng.normal(0.16, 0.18) - 0.03 * size);
        let lift = rng.normal(0.27, 0.12) - 0.03 * size;
        let begins = f64::from(rng.between(YEAR_START, YEAR_END - 100));
        let turn = match rng.uniform() {
            0.0..0.05 => (begins, rng.normal(0.8, 0.2)),
            0.05..0.11 => (begins, rng.normal(-0.7, 0.2)),
            _ => (begins, 0.0),
        };
        Self {
            slopes,
            lift,
            turn,
            weeks: draw_weeks(index),
        }
    }

    pub fn log_at(&self, day: i32) -> f64 {
        let since = f64::from(day - YEAR_START);
        let slope = if since < 0.0 {
            self.slopes.0
        } else {
            self.slopes.1
        };
        let (begins, height) = self.turn;
        slope * since / 365.0
            + self.lift * (since / LIFT_DAYS).clamp(0.0, 1.0)
            + height * ((f64::from(day) - begins) / TURN_DAYS).clamp(0.0, 1.0)
            + self.weeks[day as usize / 7]
    }
}

fn draw_weeks(index: usize) -> Vec<f64> {
    let mut rng = Rng::stream(Topic::Weeks, index);
    let mut departure = 0.0;
    (0..=YEAR_END / 7)
        .map(|_| {
            departure = WEEK_MEMORY * departure + rng.normal(0.0, WEEK_STEP);
            departure
        })
        .collect()
}
