//! The menu of windows: named ones, festivals, and days of one's own.

use crate::reactive::{RwSignal, Signal, expect_context};
use crate::state::State;
use crate::ui::parts::{localized, menu_item, popover, range_text};
use crate::view::{Event, View, event_target_value, view};
use paceboard_core::format::{DateForm, format_range};
use paceboard_core::model::{Dataset, Day, DayRange, Id, Lang};
use paceboard_core::query::{Preset, Window};
use paceboard_core::text::Texts;

/// Chooses the days that the board sums.
pub fn window_menu() -> View {
    let state: State = expect_context();
    let open = RwSignal::new(false);
    let label = Signal::derive(move || {
        let window = state.query.with(|query| query.window.clone());
        name(state, &window)
    });
    let title = Signal::derive(move || {
        let range = state.board.with(|board| Some(board.as_ref()?.window));
        let days = range.map_or_else(String::new, |range| range_text(range, state.lang.get()));
        [state.texts().board.window, &days].join(" ")
    });
    let on = Signal::derive(move || {
        state
            .query
            .with(|query| query.window != Window::Preset(Preset::YearToDate))
    });
    let panel = move || {
        view! {
            <div class="items">{move || items(state, open)}</div>
            {custom_days(open)}
        }
    };
    popover(label, title, on, open, panel)
}

/// What a window is called.
pub fn name(state: State, window: &Window) -> String {
    match window {
        Window::Preset(preset) => preset_name(*preset, state.texts()).to_owned(),
        Window::Custom(range) => format_range(*range, DateForm::Full, state.lang.get()),
        Window::Festival(kind) => state.document.with(|document| {
            let name = document
                .as_ref()
                .and_then(|document| festival_name(&document.dataset, kind, state.lang.get()));
            name.unwrap_or_else(|| kind.to_string())
        }),
    }
}

fn preset_name(preset: Preset, texts: &Texts) -> &'static str {
    match preset {
        Preset::YearToDate => texts.board.window_year_to_date,
        Preset::Last7 => texts.board.window_last_7,
        Preset::Last28 => texts.board.window_last_28,
        Preset::Last90 => texts.board.window_last_90,
        Preset::Quarter => texts.board.window_quarter,
        Preset::Month => texts.board.window_month,
    }
}

fn festival_name(dataset: &Dataset, kind: &Id, lang: Lang) -> Option<String> {
    let event = dataset
        .events
        .iter()
        .rev()
        .find(|event| event.kind == *kind)?;
    Some(localized(lang, &event.name, &event.alias).to_owned())
}

/// Festivals of which an occurrence has begun by `today`, latest first.
fn festivals(dataset: &Dataset, today: Day) -> Vec<Window> {
    let mut begun: Vec<(Day, &Id)> = Vec::new();
    let events = dataset.events.iter();
    for event in events.filter(|event| event.range.from() <= today) {
        let mut from = event.range.from();
        if let Some(at) = begun.iter().position(|(_, kind)| **kind == event.kind) {
            from = from.max(begun.remove(at).0);
        }
        let place = begun.partition_point(|(other, _)| *other >= from);
        begun.insert(place, (from, &event.kind));
    }
    begun
        .into_iter()
        .map(|(_, kind)| Window::Festival(kind.clone()))
        .collect()
}

fn items(state: State, open: RwSignal<bool>) -> View {
    let today = state.today.get();
    let found = state.document.with(|document| {
        today
            .zip(document.as_ref())
            .map(|(today, document)| festivals(&document.dataset, today))
    });
    let item = move |window: Window| item(state, open, window);
    let festivals = found.unwrap_or_default();
    let heading = (!festivals.is_empty()).then(|| state.texts().board.window_festivals);
    view! {
        {Preset::ALL.map(|preset| item(Window::Preset(preset)))}
        <p class="panel-title">{heading}</p>
        {festivals.into_iter().map(item).collect::<View>()}
    }
}

fn item(state: State, open: RwSignal<bool>, window: Window) -> View {
    let now = state.query.with(|query| query.window.clone());
    let range = state
        .document
        .with(|document| Some(window.resolve(&document.as_ref()?.dataset, state.today.get()?)));
    let days = range.map_or_else(String::new, |range| range_text(range, state.lang.get()));
    menu_item(name(state, &window), days, now == window, move || {
        state.update(|query| query.window = window.clone());
        open.set(false);
    })
}

/// The days that the document covers.
fn table(state: State) -> Option<DayRange> {
    let metric = state.metric.get();
    state
        .document
        .with(|document| document.as_ref()?.books.channels.range(metric))
}

fn custom_days(open: RwSignal<bool>) -> View {
    let state: State = expect_context();
    let shown = state
        .board
        .with_untracked(|board| Some(board.as_ref()?.window));
    let start = shown.map_or_else(String::new, |range| range.from().to_string());
    let end = shown
        .and_then(DayRange::last)
        .map_or_else(String::new, |day| day.to_string());
    let (from, to) = (RwSignal::new(start), RwSignal::new(end));
    let range = move || Some((Day::parse(&from.get()).ok()?, Day::parse(&to.get()).ok()?));
    let trouble = move || {
        let (first, last) = range()?;
        let table = table(state)?;
        if first > last {
            return Some(state.texts().board.window_backwards.to_owned());
        }
        let inside = table.covers(DayRange::new(first, last.plus(1)));
        (!inside).then(|| {
            state
                .texts()
                .board
                .window_outside
                .with([&range_text(table, state.lang.get())])
        })
    };
    let apply = move |event: &Event| {
        event.prevent_default();
        if let Some((first, last)) = range().filter(|(first, last)| first <= last) {
            state.update(|query| query.window = Window::Custom(DayRange::new(first, last.plus(1))));
            open.set(false);
        }
    };
    view! {
        <form class="custom-days" on:submit=apply>
            {date_field(state, from, |texts| texts.board.window_from)}
            {date_field(state, to, |texts| texts.board.window_to)}
            <button type="submit" class="button button--primary" disabled=move || range().is_none_or(|(first, last)| first > last)>
                {state.word(|texts| texts.board.window_apply)}
            </button>
            <p class="hint" role="status">{trouble}</p>
        </form>
    }
}

fn date_field(state: State, value: RwSignal<String>, label: fn(&Texts) -> &'static str) -> View {
    let limits = move || {
        table(state).map(|table| {
            (
                table.from().to_string(),
                table.last().map(|day| day.to_string()),
            )
        })
    };
    view! {
        <label class="date-field">
            <span>{move || label(state.texts())}</span>
            <input
                type="date"
                class="field"
                prop:value=value
                min=move || limits().map(|(first, _)| first)
                max=move || limits().and_then(|(_, last)| last)
                on:input=move |event| value.set(event_target_value(event))
            />
        </label>
    }
}
