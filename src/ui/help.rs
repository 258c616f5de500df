//! The keys.

use crate::browser::{frame, page, shortcut};
use crate::reactive::{effect, expect_context, keep};
use crate::state::State;
use crate::ui::live::{live, press, when};
use crate::view::{View, view};

const CLOSE: &str = "help-close";

/// The list of keys, opened by `?` from anywhere but a text field.
pub fn help() -> View {
    let state = expect_context::<State>();
    let shown = state.help;
    keep(shortcut::on_key_down(move |event| {
        match event.key().as_str() {
            "?" if !page::is_typing() => shown.set(true),
            "Escape" if shown.get_untracked() => {
                event.prevent_default();
                shown.set(false);
            }
            _ => {}
        }
    }));
    effect(move || {
        if shown.get() {
            frame::before_paint(|| page::focus(CLOSE));
        }
    });
    view! {
        {when(move || shown.get(), move || view! {
            {sheet()}
        })}
    }
}

fn sheet() -> View {
    let state = expect_context::<State>();
    let line = move |keys: &'static str, text: fn(&paceboard_core::text::Texts) -> &'static str| {
        view! {
            <div class="help__line"><dt><kbd>{keys}</kbd></dt><dd>{live(move || text(state.texts()))}</dd></div>
        }
    };
    let close = move || state.help.set(false);
    view! {
        <div class="scrim" on:click=press(close)></div>
        <section class="help" role="dialog" aria-modal="true" aria-labelledby="help-title" data-testid="help">
            <div class="detail__head">
                <h2 id="help-title">{state.word(|texts| texts.help_title)}</h2>
                <button
                    type="button"
                    id=CLOSE
                    class="button button--icon button--quiet"
                    aria-label=state.word(|texts| texts.aria_close)
                    on:click=press(close)
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
        </section>
    }
}
