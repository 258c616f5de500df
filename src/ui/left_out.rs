//! What a file or a copy of the page has left in the source.

use crate::state::State;
use crate::ui::parts::metric_name;
use paceboard_core::model::Metric;
use paceboard_core::text::Texts;

/// That the copy, or the file, has left out those metrics; nothing where there are none.
pub fn left_out_words(state: State, left_out: &[Metric]) -> Option<String> {
    let texts = state.texts();
    let words = if state.shows_file() {
        texts.files.left_out_file
    } else {
        texts.files.left_out_copy
    };
    (!left_out.is_empty()).then(|| words.with([&metric_names(left_out, texts)]))
}

/// The same of all that the document shown has left out.
pub fn all_left_out_words(state: State) -> Option<String> {
    left_out_words(state, &left_out(state))
}

/// What the document shown has left out.
pub fn left_out(state: State) -> Vec<Metric> {
    let left_out = state
        .document
        .with(|document| Some(document.as_ref()?.left_out.clone()));
    left_out.unwrap_or_default()
}

/// The names of metrics, one after the other.
pub fn metric_names(metrics: &[Metric], texts: &Texts) -> String {
    let names = metrics.iter().map(|it| metric_name(*it, texts));
    names.collect::<Vec<_>>().join(texts.detail.list_joint)
}
