//! What came after the day that is looked at.

use super::open_detail;
use crate::state::State;
use crate::ui::foretold::{Foretold, sentence};
use crate::ui::wording::Wording;
use paceboard_core::detail::{came, fan};

/// Running sums of the days after the one that is looked at, where there are any.
pub fn later_sums(state: State) -> Option<Vec<i64>> {
    let (open, paces) = (open_detail(state)?, state.paces.get()?);
    let sums = state.document.with(|document| {
        let document = document.as_ref()?;
        let (dataset, books) = (&document.dataset, &document.books);
        let index = open.detail.index;
        Some(came(dataset, books, &paces, open.entity, index))
    })?;
    (!sums.is_empty()).then_some(sums)
}

/// What was foretold on an earlier day, held against what came; neither heeds what is assumed now.
pub fn came_words(state: State) -> Option<String> {
    let (sums, wording) = (later_sums(state)?, Wording::of(state)?);
    let open = open_detail(state)?;
    let outlook = state.outlook_given.with(|outlook| {
        let rows = outlook.as_ref()?.rows(open.entity);
        rows.get(open.detail.index as usize).copied()
    })?;
    let (today, band) = (state.today.get()?, outlook.band);
    let foretold = Foretold {
        year: open.detail.course.year.range(),
        projected: outlook.projected?.minor(),
        band: band.map(|band| (band.low.minor(), band.high.minor())),
        odds: None,
        last: today.plus(sums.len() as i32),
        by_last: fan(&open.detail.course, &outlook)
            .and_then(|fan| fan.expected.get(sums.len()).copied()),
        came: *sums.last()?,
    };
    let amount = |sum: i64| wording.alike(sum, foretold.projected);
    sentence(state, &foretold, &amount, &amount)
}
