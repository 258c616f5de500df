//! Simpler projections: sales to date over the share of the year that has passed.

use crate::sets::Set;
use paceboard_core::model::Day;
use paceboard_core::pace::{CurveLevel, pure_course};

/// Shares of the year by fiscal day, of every channel.
pub struct Baselines {
    programme: Vec<f64>,
    own: Vec<Option<Vec<f64>>>,
}

/// What each of them makes of one channel.
#[derive(Clone, Copy)]
pub struct Simple {
    pub linear: f64,
    pub programme: f64,
    pub own: f64,
}

impl Baselines {
    pub fn of(set: &Set) -> Self {
        let course = |level, channel| -> Option<Vec<f64>> {
            let course = pure_course(&set.dataset, &set.books, set.year, level, channel)?;
            Some(course.cumulative_ppm.into_iter().map(f64::from).collect())
        };
        let channels = 0..set.dataset.channels.len() as u32;
        Self {
            programme: course(CurveLevel::Programme, 0).unwrap_or_default(),
            own: channels
                .map(|channel| course(CurveLevel::Own, channel))
                .collect(),
        }
    }

    /// `None` for a channel without a whole last year.
    pub fn project(&self, set: &Set, today: Day, channel: usize, to_date: f64) -> Option<Simple> {
        let (now, end) = (set.year.day_index(today)?, set.days.len() - 1);
        let own = self.own[channel].as_ref()?;
        Some(Simple {
            linear: to_date * (end + 1) as f64 / (now + 1) as f64,
            programme: to_date * self.programme.get(end)? / self.programme.get(now)?,
            own: to_date * own[end] / own[now],
        })
    }
}
