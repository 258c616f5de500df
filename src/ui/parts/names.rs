//! What things are called in the language of the page.

pub use paceboard_core::format::localized;

use crate::state::State;
use paceboard_core::format::{DateForm, format_range};
use paceboard_core::model::{Dataset, DayRange, Lang, Metric, ProgressRange};
use paceboard_core::query::Entity;
use paceboard_core::text::Texts;

/// The name of a channel or partner at that position of the document.
pub fn name_of(dataset: &Dataset, lang: Lang, entity: Entity, index: u32) -> &str {
    let at = index as usize;
    match entity {
        Entity::Channels => {
            let channels = &dataset.channels;
            localized(lang, &channels.name[at], &channels.alias[at])
        }
        Entity::Partners => {
            let partner = &dataset.partners[at];
            localized(lang, &partner.name, &partner.alias)
        }
    }
}

/// Whose figures are shown.
pub fn programme_name(state: State) -> Option<String> {
    state
        .document
        .with(|document| Some(document.as_ref()?.dataset.programme.name.clone()))
}

/// The name of a metric where there is little room.
pub fn metric_name(metric: Metric, texts: &Texts) -> &'static str {
    texts.metric(metric)
}

/// A heading with the unit of what stands below it, where that has one.
pub fn with_unit(name: &str, unit: &str, texts: &Texts) -> String {
    if unit.is_empty() {
        name.to_owned()
    } else {
        texts.board.col_with_unit.with([name, unit])
    }
}

/// A range of progress: `40–80%`, `<10%`, `≥500%`.
pub fn progress_text(range: ProgressRange) -> String {
    let percent = range.to_string();
    match percent.split_once("..").unwrap_or_default() {
        ("", to) => format!("<{to}%"),
        (from, "") => format!("≥{from}%"),
        (from, to) => format!("{from}–{to}%"),
    }
}

/// Days with their year.
pub fn range_text(range: DayRange, lang: Lang) -> String {
    format_range(range, DateForm::Full, lang)
}

/// That the figures by day of the metric on the board are still arriving; nothing otherwise.
pub fn awaited_words(state: State) -> Option<String> {
    let texts = state.texts();
    let metric = metric_name(state.metric.get(), texts);
    let words = texts.files.loading_metric.with([metric]);
    state.is_opening().then_some(words)
}
