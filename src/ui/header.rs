//! The top line: what this is, how fresh it is, and how it is to be shown.

mod choices;
mod freshness;

use crate::browser::host::{Host, part_role};
use crate::browser::{copy, files};
use crate::reactive::expect_context;
use crate::state::State;
use crate::ui::live::{live, press, when};
use crate::ui::local::open_button;
use crate::ui::parts::programme_name;
use crate::ui::share::{copy_link_button, save_menu};
use crate::view::{View, view};
use choices::{currency_choice, language_choice, theme_button};
pub use freshness::{checked, freshness};

/// The top line.
pub fn header() -> View {
    let state = expect_context::<State>();
    let owns_page = expect_context::<Host>().owns_page;
    let programme = live(move || programme_name(state));
    let names = view! {
        <span class="top__name">{state.word(|texts| texts.page.app_name)}</span>
        <span class="top__programme"><bdi>{programme}</bdi></span>
    };
    // A page of others has a title of its own.
    let brand = if owns_page {
        view! { <h1 class="top__brand">{names}</h1> }
    } else {
        view! { <h2 class="top__brand">{names}</h2> }
    };
    view! {
        <header class="top" role=part_role()>
            {brand}
            {freshness()}
            <div class="top__choices">
                {currency_choice()}
                {language_choice()}
                {theme_button()}
                {when(move || owns_page, || open_button(|texts| texts.files.open, "open"))}
                {when(move || owns_page && !copy::is_copy(), copy_link_button)}
                {when(files::can_save, save_menu)}
                {help_button()}
            </div>
        </header>
    }
}

fn help_button() -> View {
    let state = expect_context::<State>();
    view! {
        <button
            type="button"
            class="button button--icon"
            title=state.word(|texts| texts.page.help)
            aria-label=state.word(|texts| texts.page.help)
            aria-haspopup="dialog"
            on:click=press(move || state.help.set(true))
        >
            "?"
        </button>
    }
}
