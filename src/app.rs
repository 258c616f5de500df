//! The composition root: the only place where state, data, browser and views meet.

mod address;
mod foretelling;
mod loading;

use crate::browser::{events, page, panic_screen, preferences, timing};
use crate::reactive::{effect, keep, provide_context};
use crate::state::{Preferences, State};
use crate::ui::shell;
use crate::view::{View, mount};
use paceboard_core::model::Lang;
use paceboard_core::query::Theme;

/// The element of `index.html` that holds the page.
const ROOT: &str = "paceboard";
/// The element of `index.html` that is shown after a panic.
const PANIC: &str = "paceboard-panic";

/// Starts the page.
pub fn start() {
    panic_screen::install(PANIC);
    let Some(root) = page::emptied_root(ROOT) else {
        return;
    };
    mount(&root, app);
}

fn app() -> View {
    let state = State::new(address::query(), preferences());
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
    let listener = address::connect(state);
    let actions = loading::connect(state);
    foretelling::connect(state);
    keep(listener);
    provide_context(actions);
    show_on_root(state);
    measure(state);
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

/// Language and theme belong to the root element, so that style sheets and screen readers see
/// them.
fn show_on_root(state: State) {
    effect(move || {
        page::set_root_attribute("lang", Some(state.lang.get().html()));
        page::set_title(state.texts().app_name);
    });
    effect(move || {
        let theme = match state.theme.get() {
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        page::set_root_attribute("data-theme", Some(theme));
    });
}

/// The first board is the moment the page is ready; every later change is an update.
fn measure(state: State) {
    let mut was_ready = false;
    effect(move || {
        let is_ready = state.board.with(Option::is_some);
        if is_ready && !was_ready {
            timing::mark_ready(move || state.foretelling.is_painted.set(true));
        }
        was_ready = is_ready;
    });
}
