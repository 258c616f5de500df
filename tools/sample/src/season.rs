//! When in the year a category sells: weekdays, seasons of the year, festivals.

use std::{f64::consts::TAU, ops::Range};

use crate::calendar::{Span, YEAR_START, weekday};

/// Monday to Sunday.
const WEEKDAYS: [f64; 7] = [0.95, 0.96, 0.97, 0.99, 1.02, 1.07, 1.04];

/// A stretch of days on which the whole programme sells a multiple of an ordinary day.
struct Surge {
    festival: usize,
    span: Span,
    factor: f64,
}

const SURGES: [Surge; 12] = [
    surge(0, Span::Fixed((6, 1), (6, 3)), 2.2),
    surge(0, Span::Fixed((6, 16), (6, 18)), 3.0),
    surge(1, Span::Fixed((9, 9), (9, 9)), 1.6),
    surge(2, Span::Fixed((10, 21), (10, 31)), 1.8),
    surge(2, Span::Fixed((11, 1), (11, 3)), 5.0),
    surge(2, Span::Fixed((11, 4), (11, 10)), 1.5),
    surge(2, Span::Fixed((11, 11), (11, 11)), 9.0),
    surge(2, Span::Fixed((11, 12), (11, 15)), 0.7),
    surge(3, Span::Fixed((12, 12), (12, 12)), 3.0),
    surge(4, Span::Lunar(-23, -12), 1.12),
    surge(5, Span::Lunar(-1, 5), 0.45),
    surge(6, Span::Fixed((3, 6), (3, 8)), 2.2),
];

const fn surge(festival: usize, span: Span, factor: f64) -> Surge {
    Surge {
        festival,
        span,
        factor,
    }
}

/// What a category sells on a day.
pub struct DayShape {
    /// Weight of the day without its festival, 1 on average.
    pub ordinary: f64,
    /// Logarithm of the festival factor; 0 outside festivals.
    pub log_surge: f64,
}

/// How a category departs from the programme.
pub struct Season {
    /// Exponent of each festival's factor: 618, 9 September, Double 11, Double 12, New Year goods, New Year, 8 March.
    affinity: [f64; 7],
    /// Height of the yearly wave as a share of the mean, and the day of its crest counted from 1 April.
    wave: (f64, f64),
}

impl Season {
    pub const fn new(affinity: [f64; 7], wave: (f64, f64)) -> Self {
        Self { affinity, wave }
    }

    /// What the category sells on each of the days.
    pub fn shape(&self, days: Range<i32>) -> Vec<DayShape> {
        let shape = |day| DayShape {
            ordinary: self.ordinary(day),
            log_surge: self.log_surge(day),
        };
        days.map(shape).collect()
    }

    fn ordinary(&self, day: i32) -> f64 {
        let (height, crest) = self.wave;
        let wave = 1.0 + height * libm::cos(TAU * (f64::from(day) - crest) / 365.0);
        WEEKDAYS[weekday(day)] * wave
    }

    fn log_surge(&self, day: i32) -> f64 {
        surge_on(day).map_or(0.0, |surge| {
            self.affinity[surge.festival] * libm::log(surge.factor)
        })
    }
}

/// The programme's festival factor, 1 outside festivals.
pub fn programme_surge(day: i32) -> f64 {
    surge_on(day).map_or(1.0, |surge| surge.factor)
}

/// Monday to Sunday weight.
pub fn weekday_weight(day: i32) -> f64 {
    WEEKDAYS[weekday(day)]
}

fn surge_on(day: i32) -> Option<&'static Surge> {
    // The 91 days before day 0 belong to the fiscal year 2019, which the audience figures reach into.
    let year = 2020 + day.div_euclid(YEAR_START);
    SURGES
        .iter()
        .find(|surge| surge.span.days(year).contains(&day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn festivals_multiply_as_published() {
        let check = |day: i32, expected: f64| {
            assert!((programme_surge(day) - expected).abs() < 1e-12, "day {day}");
        };
        let year = YEAR_START;
        check(year, 1.0);
        check(year + 61, 2.2); // 1 June
        check(year + 64, 1.0);
        check(year + 78, 3.0); // 18 June
        check(year + 224, 9.0); // 11 November
        check(year + 228, 0.7);
        check(year + 306, 0.45); // 1 February 2022
        check(317, 0.45); // 12 February 2021
        check(-67, 0.45); // 25 January 2020
        check(341, 2.2); // 8 March 2021
    }

    #[test]
    fn weekdays_average_one() {
        assert!((WEEKDAYS.iter().sum::<f64>() / 7.0 - 1.0).abs() < 1e-9);
    }
}
