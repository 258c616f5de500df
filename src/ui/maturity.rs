//! What is still to be refunded of net sales.

use crate::state::State;
use crate::ui::wording::{Wording, measure};
use paceboard_core::format::format_compact;
use paceboard_core::measures::maturity::maturity;
use paceboard_core::model::{DayRange, Metric};
use paceboard_core::query::Entity;

/// The days up to today whose refunds have not settled; `None` where the document has no net sales,
/// in a part that has not been read either, or all have settled. Seen from an earlier day that is
/// what has not settled by the document's own: its figures are those of its last day.
pub fn immature(state: State) -> Option<DayRange> {
    let today = state.today.get()?;
    let days = state.document.with(|document| {
        let document = document.as_ref()?;
        let parts = &document.dataset.parts;
        let in_parts = || parts.iter().any(|part| part.metrics.contains(&Metric::Net));
        let has_net = document.books.channels.has(Metric::Net);
        let dataset = &document.dataset;
        let days = dataset.immature_days(dataset.as_of.day);
        let days = days.intersect(DayRange::new(days.from(), today.plus(1)));
        // Before the first figure nothing was sold that could come back.
        let table = document.books.channels.range(Metric::Net);
        let days = table.map_or(days, |table| table.intersect(days));
        (has_net || in_parts()).then_some(days)
    })?;
    (!days.is_empty()).then_some(days)
}

/// How far the net sales of `rows` over `window`, which ends by today, have settled, in a sentence;
/// `None` where all of them have.
pub fn maturity_words(
    state: State,
    entity: Entity,
    rows: &[u32],
    window: DayRange,
) -> Option<String> {
    let (wording, texts) = (Wording::of(state)?, state.texts());
    state.document.with(|document| {
        let document = document.as_ref()?;
        let (dataset, books) = (&document.dataset, &document.books);
        let found = maturity(dataset, books, entity, rows, window, dataset.as_of.day)?;
        let days = (!found.immature.is_empty()).then(|| wording.range(found.immature))?;
        let shown_in = measure(state, Metric::Net, &dataset.currency);
        let amount = |sum: i64| format_compact(sum, wording.lang, shown_in);
        let now = amount(found.immature_net);
        Some(match found.estimate {
            // Of less than nothing no part stays.
            Some(estimate) if found.immature_net >= 0 => {
                texts
                    .views
                    .immature
                    .with([&days, &now, &amount(estimate.immature_net)])
            }
            _ => texts.views.immature_plain.with([&days, &now]),
        })
    })
}
