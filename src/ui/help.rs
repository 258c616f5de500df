//! The keys.

use crate::browser::{dialog, popup, shortcut};
use crate::reactive::{effect, expect_context, keep};
use crate::state::State;
use crate::ui::live::{live, press};
use crate::view::{Event, NodeRef, View, view};
use paceboard_core::text::Texts;

/// The list of keys, opened by `?` from anywhere but a text field.
pub fn help() -> View {
    let state = expect_context::<State>();
    let shown = state.help;
    keep(shortcut::on_key("?", move || shown.set(true)));
    let sheet = NodeRef::new();
    effect(move || {
        let is_shown = shown.get();
        if let Some(sheet) = sheet.get() {
            dialog::show(&sheet, is_shown);
        }
    });
    // A press on the dialog itself is one beside its content, on the backdrop.
    let leave = move |event: Event| {
        if popup::is_own(&event) {
            shown.set(false);
        }
    };
    view! {
        <dialog
            class="help"
            node_ref=sheet
            aria-labelledby="help-title"
            data-testid="help"
            on:close=move |_: Event| shown.set(false)
            on:pointerdown=move |event: crate::view::PointerEvent| leave(event.into())
        >
            {keys(state)}
        </dialog>
    }
}

fn keys(state: State) -> View {
    let line = move |keys: &'static str, text: fn(&Texts) -> &'static str| {
        view! {
            <div class="help__line"><dt><kbd>{keys}</kbd></dt><dd>{live(move || text(state.texts()))}</dd></div>
        }
    };
    view! {
        <div class="help__sheet">
            <div class="detail__head">
                <h2 id="help-title">{state.word(|texts| texts.help_title)}</h2>
                <button
                    type="button"
                    class="button button--icon button--quiet"
                    aria-label=state.word(|texts| texts.aria_close)
                    on:click=press(move || state.help.set(false))
                >
                    <span aria-hidden="true">"✕"</span>
                </button>
            </div>
            <dl>
                {line("/", |texts| texts.help_search)}
                {line("↑ ↓", |texts| texts.help_move)}
                {line("PgUp PgDn", |texts| texts.help_page)}
                {line("Home End", |texts| texts.help_ends)}
                {line("Enter", |texts| texts.help_open)}
                {line("Esc", |texts| texts.help_close)}
                {line("← →", |texts| texts.help_chart)}
                {line("⇧ ← →", |texts| texts.chart_keys_select)}
                {line("?", |texts| texts.help_this)}
            </dl>
        </div>
    }
}
