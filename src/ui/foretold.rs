//! What was foretold on an earlier day, held against what came.

use crate::state::State;
use crate::ui::wording::Wording;
use paceboard_core::model::{Day, DayRange};
use paceboard_core::outlook::Basis;
use paceboard_core::query::Entity;
use paceboard_core::text::Texts;

/// What range and probability of channels or partners rest on, or why there are none.
pub fn basis_words(state: State, basis: Basis, entity: Entity) -> &'static str {
    let texts = state.texts();
    match basis {
        Basis::Tested => texts.programme.basis_tested,
        Basis::SameYear => texts.programme.basis_same_year,
        Basis::NotRead if is_last_year_refused(state) => texts.programme.basis_refused,
        Basis::NotRead => texts.programme.basis_awaited,
        Basis::NoLastYear => texts.programme.basis_nothing,
        Basis::TooFew if entity == Entity::Partners => texts.programme.basis_too_few_partners,
        Basis::TooFew => texts.programme.basis_too_few,
        Basis::TooNew => texts.programme.basis_too_new,
        Basis::YearOver => texts.programme.basis_over,
    }
}

/// Whether daily figures of last year, which are not here, are not to be had either.
pub fn is_last_year_refused(state: State) -> bool {
    let Some(today) = state.today.get() else {
        return false;
    };
    state.document.with(|document| {
        let Some(document) = document else {
            return false;
        };
        let dataset = &document.dataset;
        let calendar = &dataset.calendar;
        let last_year = calendar.previous(calendar.year_of(today)).range();
        dataset.parts.iter().any(|part| {
            let holds = part.metrics.contains(&dataset.programme.metric)
                && !part.range.intersect(last_year).is_empty();
            holds && !dataset.has_part(part) && state.is_refused(part)
        })
    })
}

/// Why no row of that kind has a probability; `None` where there can be some, and before it is
/// known.
pub fn why_no_odds(state: State, entity: Entity) -> Option<&'static str> {
    let basis = state
        .outlook
        .with(|it| Some(it.as_ref()?.landing(entity).basis))?;
    let is_told = matches!(basis, Basis::Tested | Basis::SameYear);
    (!is_told).then(|| basis_words(state, basis, entity))
}

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
    /// What was projected for that day.
    pub by_last: Option<i64>,
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
        .programme
        .forecast_then
        .with([&wording.date(today), &written(foretold.projected)]);
    if let Some((low, high)) = foretold.band {
        words.push_str(
            &texts
                .programme
                .year_end_band
                .with([&brief(low), &brief(high)]),
        );
    }
    if let Some(odds) = &foretold.odds {
        words.push_str(texts.programme.clause_joint);
        words.push_str(odds);
    }
    words.push_str(texts.programme.clause_joint);
    words.push_str(&came_words(
        texts,
        &wording.date(foretold.last),
        foretold,
        written,
    ));
    Some(words)
}

/// What came, beside what had been projected for the same day.
fn came_words(
    texts: &Texts,
    last: &str,
    foretold: &Foretold,
    written: &dyn Fn(i64) -> String,
) -> String {
    let (programme, came) = (&texts.programme, written(foretold.came));
    if foretold.year.last() == Some(foretold.last) {
        return programme.came_ended.with([&came]);
    }
    match foretold.by_last.map(written) {
        Some(by_last) => programme.came_beside.with([last, &by_last, &came]),
        None => programme.came_so_far.with([last, &came]),
    }
}
