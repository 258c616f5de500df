//! A sheet in front of the page, by the browser's own dialog.

use super::icon::{CLOSE, icon};
use crate::browser::{dialog, popup};
use crate::reactive::{Signal, effect, expect_context};
use crate::state::State;
use crate::ui::live::press;
use crate::view::{Event, KeyboardEvent, NodeRef, PointerEvent, View, view};
use std::rc::Rc;

/// A sheet that is there while `shown` says so. Escape, its button and a press beside it call
/// `close`, after which `shown` must say no. `hook` is its name for style sheets and programs.
pub fn sheet(
    hook: &'static str,
    title: Signal<String>,
    shown: impl Fn() -> bool + 'static,
    close: impl Fn() + 'static,
    content: View,
) -> View {
    dialog_of(hook, title, Box::new(shown), Rc::new(close), content)
}

fn dialog_of(
    hook: &'static str,
    title: Signal<String>,
    shown: Box<dyn Fn() -> bool>,
    close: Rc<dyn Fn()>,
    content: View,
) -> View {
    let state = expect_context::<State>();
    let element = NodeRef::new();
    effect(move || {
        let is_shown = shown();
        if let Some(element) = element.get() {
            dialog::show(&element, is_shown);
        }
    });
    // Each closes what is shown when it happens: by the time of the browser's own event that may be
    // another thing.
    let (closed, left, escaped) = (Rc::clone(&close), Rc::clone(&close), Rc::clone(&close));
    let closed = move |event: &Event| {
        if dialog::is_closed(event) {
            closed();
        }
    };
    // A press on the dialog itself is one beside its content, on the backdrop.
    let left = move |event: &PointerEvent| {
        if popup::is_own(event) {
            left();
        }
    };
    let escaped = move |event: &KeyboardEvent| {
        if dialog::close_on_escape(event) {
            escaped();
        }
    };
    let heading = format!("{hook}-title");
    view! {
        <dialog
            class="sheet"
            tabindex="-1"
            node_ref=element
            aria-labelledby=heading.clone()
            data-testid=hook
            on:close=closed
            on:pointerdown=left
            on:keydown=escaped
        >
            <div class="sheet__content">
                <div class="detail__head">
                    <h2 id=heading>{title}</h2>
                    <button
                        type="button"
                        class="button button--icon button--quiet"
                        aria-label=state.word(|texts| texts.page.aria_close)
                        on:click=press(move || close())
                    >
                        {icon(CLOSE)}
                    </button>
                </div>
                {content}
            </div>
        </dialog>
    }
}
