//! The composition root: the only place where state, data, browser and views meet.

mod address;
mod loading;

use crate::browser::{events, page, panic_screen, preferences, timing};
use crate::reactive::{Owner, effect, keep, memo, provide_context};
use crate::state::{Preferences, Source, State};
use crate::ui::{page_title, shell, show_look_on};
use crate::view::{View, mount};
use paceboard_core::model::Lang;
use wasm_bindgen::prelude::wasm_bindgen;

/// The element of `index.html` that holds the page.
const ROOT: &str = "paceboard";
/// The element of `index.html` that is shown after a panic.
const PANIC: &str = "paceboard-panic";

/// Starts the page.
#[wasm_bindgen]
pub fn start_page() {
    panic_screen::install(|| panic_screen::show(PANIC));
    let Some(root) = page::emptied_root(ROOT) else {
        return;
    };
    mount(Owner::new(), &root, app).forget();
}

fn app() -> View {
    let source = Source::new();
    let state = State::new(source, address::query(), preferences());
    provide_context(state);
    follow_system_theme(state);
    keep(page::every_half_minute(move || {
        state.now_ms.set(page::now_ms());
    }));
    keep(events::on_print(move |printing| {
        if state.layout.printing.get_untracked() != printing {
            state.layout.printing.set(printing);
        }
    }));
    measure_updates(state);
    let listeners = address::connect(state);
    let host = loading::connect(state);
    source.foretelling().slicing.connect();
    state.foretell();
    keep(listeners);
    provide_context(host);
    if let Some(root) = page::root() {
        show_look_on(root, state);
    }
    follow_title(state);
    measure_ready(state);
    shell()
}

fn preferences() -> Preferences {
    let languages = preferences::languages();
    let lang = languages
        .iter()
        .find_map(|tag| Lang::from_name(tag))
        .unwrap_or_default();
    Preferences {
        lang,
        dark: preferences::prefers_dark(),
    }
}

fn follow_system_theme(state: State) {
    let listener = preferences::on_scheme_change(move |dark| {
        state
            .preferences
            .update(|preferences| preferences.dark = dark);
    });
    keep(listener);
}

/// The title of the page, which is set anew only where it is another: days run by under it.
fn follow_title(state: State) {
    let title = memo(move || page_title(state));
    effect(move || title.with(|title| page::set_title(title)));
}

/// The first board is the moment the page is ready; it is complete with the figures by day.
fn measure_ready(state: State) {
    let (mut was_ready, mut was_complete) = (false, false);
    effect(move || {
        let is_ready = state.board.with(Option::is_some);
        if is_ready && !was_ready {
            timing::mark_painted(timing::READY, move || state.source.is_painted.set(true));
        }
        was_ready = is_ready;
        let is_complete = is_ready && !state.is_opening();
        if is_complete && !was_complete {
            timing::mark_painted(timing::COMPLETE, || {});
        }
        was_complete |= is_complete;
    });
}

/// Every later change is an update: of the query, of a day passed over, of the data, of the look.
/// It runs before other effects, so that what they do is measured.
fn measure_updates(state: State) {
    effect(move || {
        state.query.with(|_| ());
        state.scrub.with(|_| ());
        state.loaded.with(|_| ());
        state.local.with(|_| ());
        state.preferences.with(|_| ());
        if state.source.is_painted.get_untracked() {
            timing::measure_update();
        }
    });
}
