//! The keys.

use crate::browser::host::Host;
use crate::reactive::{expect_context, keep};
use crate::state::State;
use crate::ui::live::{live, when};
use crate::ui::parts::sheet;
use crate::view::{View, view};
use paceboard_core::query::{Query, Race};
use paceboard_core::text::Texts;

/// The list of keys, opened by `?` from anywhere but a text field.
pub fn help() -> View {
    let state = expect_context::<State>();
    let shown = state.help;
    let host = expect_context::<Host>();
    keep(host.on_key("?", move || shown.set(true)));
    let open = |query: &mut Query| query.race = Some(Race::Start);
    keep(host.on_key("r", move || state.open_in_front(open)));
    if host.owns_page {
        let open = |query: &mut Query| query.wall = true;
        keep(host.on_key("w", move || state.open_in_front(open)));
    }
    let title = state.word(|texts| texts.page.help_title);
    sheet(
        "help",
        title,
        move || shown.get(),
        move || shown.set(false),
        keys(state, host.owns_page),
    )
}

/// A cap for each key.
fn caps(keys: &'static str) -> View {
    let caps = keys.split(' ');
    caps.map(|key| view! { <kbd>{key}</kbd> }).collect()
}

fn keys(state: State, owns_page: bool) -> View {
    let line = move |keys: &'static str, text: fn(&Texts) -> &'static str| {
        view! {
            <div class="help__line"><dt>{caps(keys)}</dt><dd>{live(move || text(state.texts()))}</dd></div>
        }
    };
    view! {
        <dl>
            {line("/", |texts| texts.page.help_search)}
            {line("↓ Enter", |texts| texts.page.help_found)}
            {line("↑ ↓", |texts| texts.page.help_move)}
            {line("PgUp PgDn", |texts| texts.page.help_page)}
            {line("Home End", |texts| texts.page.help_ends)}
            {line("Enter", |texts| texts.page.help_open)}
            {line("C", |texts| texts.views.help_compare)}
            {line("Esc", |texts| texts.page.help_close)}
            {line("← →", |texts| texts.page.help_chart)}
            {line("⇧ ← →", |texts| texts.detail.chart_keys_select)}
            {line("R", |texts| texts.views.help_race)}
            {when(move || owns_page, move || line("W", |texts| texts.views.help_wall))}
            {line("?", |texts| texts.page.help_this)}
        </dl>
    }
}
