//! A button that opens a panel.

use super::icon::{CHECK, CHEVRON, icon};
use crate::browser::popup;
use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html::{Button, Div};
use leptos::prelude::*;

/// A button with a panel below it; a sheet at the bottom of the screen on phones. The panel closes
/// by Escape, and when the keyboard or the pointer goes elsewhere.
#[component]
pub fn Popover(
    /// What the button says.
    label: Signal<String>,
    /// What the panel is for.
    title: Signal<String>,
    /// Whether what the panel holds is in force.
    on: Signal<bool>,
    /// Whether the panel is open.
    open: RwSignal<bool>,
    /// What the panel shows.
    children: ChildrenFn,
) -> impl IntoView {
    let button = NodeRef::<Button>::new();
    let panel = NodeRef::<Div>::new();
    panel.on_load(|panel| popup::enter(&panel));
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.get();
        if was_open == Some(true)
            && !is_open
            && let Some(button) = button.get_untracked()
        {
            popup::return_to(&button);
        }
        is_open
    });
    let press = move |event: KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.prevent_default();
            event.stop_propagation();
            if let Some(button) = button.get_untracked() {
                popup::focus(&button);
            }
            open.set(false);
        }
    };
    let leave = move |event: FocusEvent| {
        if open.get_untracked() && popup::leaves(&event) {
            open.set(false);
        }
    };
    let content = move || {
        let children = children.clone();
        open.get().then(|| {
            view! {
                <div
                    class="panel"
                    node_ref=panel
                    role="dialog"
                    tabindex="-1"
                    aria-label=title
                    on:keydown=move |event| {
                        if popup::walk(&event) {
                            event.prevent_default();
                        }
                    }
                >
                    {children()}
                </div>
            }
        })
    };
    view! {
        <div class="popover" class:is-open=open tabindex="-1" on:keydown=press on:focusout=leave>
            <button
                type="button"
                class="button"
                node_ref=button
                aria-haspopup="dialog"
                aria-expanded=move || open.get().to_string()
                data-on=move || on.get().to_string()
                title=title
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <span class="button-text">{label}</span>
                {icon(CHEVRON)}
            </button>
            {content}
        </div>
    }
}

/// A line of a panel: a choice with a note at its end.
pub fn menu_item(
    label: String,
    note: String,
    on: bool,
    pick: impl Fn() + 'static,
) -> impl IntoView {
    let pick: Box<dyn Fn()> = Box::new(pick);
    view! {
        <button type="button" class="item" aria-pressed=on.to_string() on:click=move |_| pick()>
            {icon(CHECK)}
            <span class="item-label">{label}</span>
            <small class="item-note">{note}</small>
        </button>
    }
    .into_any()
}
