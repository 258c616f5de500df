//! A choice between a few things that are all in view.

use crate::reactive::Signal;
use crate::view::{View, view};

/// One of the choices, inside an element of class `segments`.
pub fn segment(label: Signal<String>, on: Signal<bool>, pick: impl Fn() + 'static) -> View {
    choice(label, on, Box::new(pick))
}

fn choice(label: Signal<String>, on: Signal<bool>, pick: Box<dyn Fn()>) -> View {
    view! {
        <button
            type="button"
            class="segment"
            aria-pressed=move || on.get().to_string()
            on:click=move |_| pick()
        >
            {label}
        </button>
    }
}
