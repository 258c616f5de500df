//! What was foretold on an earlier day, held against what came.

use crate::state::State;
use crate::ui::wording::Wording;
use paceboard_core::model::{Day, DayRange};

/// A forecast and what came of it, in the unit of both.
pub struct Foretold {
    /// The fiscal year.
    pub year: DayRange,
    /// What the year was projected to end at.
    pub projected: i64,
    /// Within what, with 80 %.
    pub band: Option<(i64, i64)>,
    /// What else was said of it then, in a clause.
    pub odds: Option<String>,
    /// The last day of the year that is known.
    pub last: Day,
    /// What it had come to by then.
    pub came: i64,
}

/// The one sentence of it, for the day that is looked at. `written` writes a figure of the year's
/// end, `brief` the same where its unit has been said.
pub fn sentence(
    state: State,
    foretold: &Foretold,
    written: &dyn Fn(i64) -> String,
    brief: &dyn Fn(i64) -> String,
) -> Option<String> {
    let (wording, today, texts) = (Wording::of(state)?, state.today.get()?, state.texts());
    let mut words = texts
        .forecast_then
        .with([&wording.date(today), &written(foretold.projected)]);
    if let Some((low, high)) = foretold.band {
        words.push_str(&texts.year_end_band.with([&brief(low), &brief(high)]));
    }
    if let Some(odds) = &foretold.odds {
        words.push_str(texts.clause_joint);
        words.push_str(odds);
    }
    words.push_str(texts.clause_joint);
    let came = written(foretold.came);
    words.push_str(&if foretold.year.last() == Some(foretold.last) {
        texts.came_ended.with([&came])
    } else {
        texts
            .came_so_far
            .with([&wording.date(foretold.last), &came])
    });
    Some(words)
}
