//! The menu of metrics: those that the document has, or has parts for.

use crate::reactive::{RwSignal, Signal, expect_context};
use crate::state::State;
use crate::ui::left_out::all_left_out_words;
use crate::ui::live::live;
use crate::ui::parts::{menu_item, metric_name, popover};
use crate::view::{View, view};
use paceboard_core::model::Metric;
use paceboard_core::text::Texts;

/// Chooses what is summed.
pub fn metric_menu() -> View {
    let state: State = expect_context();
    let open = RwSignal::new(false);
    let label = Signal::derive(move || metric_name(state.metric.get(), state.texts()).to_owned());
    let title = Signal::derive(move || state.texts().board.metric.to_owned());
    let on = Signal::derive(move || own(state).is_some_and(|own| own != state.metric.get()));
    let items = move || {
        let item = |metric: Metric| {
            let texts = state.texts();
            let (name, note) = (
                metric_name(metric, texts).to_owned(),
                note(metric, texts).to_owned(),
            );
            menu_item(name, note, metric == state.metric.get(), move || {
                let chosen = (own(state) != Some(metric)).then_some(metric);
                state.update(|query| query.metric = chosen);
                open.set(false);
            })
        };
        offered(state).into_iter().map(item).collect::<View>()
    };
    popover(label, title, on, open, move || {
        view! {
            <div class="items">{items}</div>
            <p class="hint" data-testid="left-out">{live(move || all_left_out_words(state))}</p>
        }
    })
}

fn own(state: State) -> Option<Metric> {
    state
        .document
        .with(|document| Some(document.as_ref()?.dataset.programme.metric))
}

fn offered(state: State) -> Vec<Metric> {
    state.document.with(|document| {
        let Some(document) = document else {
            return Vec::new();
        };
        let in_part = |metric| {
            document
                .dataset
                .parts
                .iter()
                .any(|part| part.metrics.contains(&metric))
        };
        let dataset = &document.dataset;
        let in_sums = |metric| dataset.totals.is_some() && metric == dataset.programme.metric;
        let has = |metric: &Metric| {
            document.books.channels.has(*metric) || in_part(*metric) || in_sums(*metric)
        };
        Metric::ALL.into_iter().filter(has).collect()
    })
}

fn note(metric: Metric, texts: &Texts) -> &'static str {
    match metric {
        Metric::Gmv => texts.board.metric_gmv_note,
        Metric::Net => texts.board.metric_net_note,
        Metric::Orders => texts.board.metric_orders_note,
        Metric::Viewers => texts.board.metric_viewers_note,
        Metric::Minutes => texts.board.metric_minutes_note,
    }
}
