//! A button that opens a panel.

use super::icon::{CHECK, CHEVRON, icon};
use crate::browser::{keyboard, popup};
use crate::reactive::{RwSignal, Signal};
use crate::ui::live::when;
use crate::view::HtmlElement;
use crate::view::{FocusEvent, KeyboardEvent};
use crate::view::{NodeRef, View, view};

/// A button with a panel below it; a sheet at the bottom of the screen on phones. The panel closes
/// by Escape, and when the keyboard or the pointer goes elsewhere. The button says `label`, the
/// panel is for `title`; `on` tells whether what the panel holds is in force.
pub fn popover(
    label: Signal<String>,
    title: Signal<String>,
    on: Signal<bool>,
    open: RwSignal<bool>,
    content: impl Fn() -> View + 'static,
) -> View {
    over(label, title, on, open, Box::new(content))
}

fn over(
    label: Signal<String>,
    title: Signal<String>,
    on: Signal<bool>,
    open: RwSignal<bool>,
    content: Box<dyn Fn() -> View>,
) -> View {
    let press = move |event: &KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() && !keyboard::is_composing(event) {
            event.prevent_default();
            event.stop_propagation();
            open.set(false);
        }
    };
    let leave = move |event: &FocusEvent| {
        if open.get_untracked() && popup::leaves(event) {
            open.set(false);
        }
    };
    view! {
        <div class="popover" class:is-open=open tabindex="-1" on:keydown=press on:focusout=leave>
            <button
                type="button"
                class="button"
                aria-haspopup="dialog"
                aria-expanded=move || open.get().to_string()
                data-on=move || on.get().to_string()
                title=title
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <span class="button-text">{label}</span>
                {icon(CHEVRON)}
            </button>
            {when(move || open.get(), move || panel(title, content()))}
        </div>
    }
}

fn panel(title: Signal<String>, content: View) -> View {
    let panel = NodeRef::new();
    panel.on_load(|panel: HtmlElement| {
        popup::fit(&panel);
        popup::enter(&panel);
    });
    view! {
        <div class="panel" node_ref=panel role="dialog" tabindex="-1" aria-label=title on:keydown=move |event| popup::walk_on(event)>
            {content}
        </div>
    }
}

/// A line of a panel: a choice with a note at its end.
pub fn menu_item(label: String, note: String, on: bool, pick: impl Fn() + 'static) -> View {
    item(label, note, on, Box::new(pick))
}

fn item(label: String, note: String, on: bool, pick: Box<dyn Fn()>) -> View {
    view! {
        <button type="button" class="item" aria-pressed=on.to_string() on:click=move |_| pick()>
            {icon(CHECK)}
            <span class="item-label">{label}</span>
            <small class="item-note">{note}</small>
        </button>
    }
}
