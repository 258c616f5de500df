//! Daily and monthly active users of the whole platform.

use crate::{
    amounts::rounded,
    calendar::{AS_OF, AUDIENCE_START},
    rng::{Rng, Topic},
    season::{programme_surge, weekday_weight},
};

/// On the first day of 2020.
const USERS_AT_START: f64 = 21e6;
const DAYS_OF_2020: f64 = 366.0;
/// Growth in 2021; in 2020 they double.
const GROWTH_2021: f64 = 1.22;
/// Those who come in a month, as a multiple of those who come on a day, at the start and at the end.
const MONTHLY: (f64, f64) = (4.6, 3.9);
const MONTH_DAYS: usize = 30;

/// Daily and monthly active users for each day from `AUDIENCE_START` to `AS_OF`.
pub struct Audience {
    pub dau: Vec<i64>,
    /// Of the 30 days that end with the day.
    pub mau: Vec<i64>,
}

impl Audience {
    pub fn draw() -> Self {
        let mut rng = Rng::stream(Topic::Audience, 0);
        let dau: Vec<i64> = (AUDIENCE_START..=AS_OF)
            .map(|day| draw_day(&mut rng, day))
            .collect();
        let mau = (0..dau.len()).map(|day| monthly(&dau, day)).collect();
        Self { dau, mau }
    }
}

fn draw_day(rng: &mut Rng, day: i32) -> i64 {
    let since = f64::from(day - AUDIENCE_START);
    let growth_2020 = libm::pow(2.0, (since / DAYS_OF_2020).min(1.0));
    let growth_2021 = libm::pow(GROWTH_2021, (since / DAYS_OF_2020 - 1.0).max(0.0));
    let festival = libm::pow(programme_surge(day), 0.2);
    let noise = libm::exp(rng.normal(0.0, 0.015));
    rounded(USERS_AT_START * growth_2020 * growth_2021 * weekday_weight(day) * festival * noise)
}

fn monthly(dau: &[i64], day: usize) -> i64 {
    let month = &dau[(day + 1).saturating_sub(MONTH_DAYS)..=day];
    let mean = month.iter().sum::<i64>() as f64 / month.len() as f64;
    let (first, last) = MONTHLY;
    rounded(mean * (first + (last - first) * day as f64 / dau.len() as f64))
}
