//! A section that is built while it is open.

use super::icon::{CHEVRON, icon};
use crate::reactive::{Memo, Signal, expect_context, memo};
use crate::state::State;
use crate::ui::live::{press, when};
use crate::view::{MouseEvent, View, view};
use paceboard_core::query::Section;

/// A heading that opens and closes `content`, which costs nothing while it is closed.
pub fn fold(section: Section, title: Signal<String>, content: impl Fn() -> View + 'static) -> View {
    folded(section, title, Box::new(content))
}

fn folded(section: Section, title: Signal<String>, content: Box<dyn Fn() -> View>) -> View {
    let state = expect_context::<State>();
    let open = is_open(state, section);
    let hook = format!("fold-{}", section.name());
    view! {
        <section class="detail__part">
            <h3>
                <button
                    type="button"
                    class="fold"
                    data-testid=hook
                    aria-expanded=move || open.get().to_string()
                    on:click=press(move || turn(state, section))
                >
                    {title}
                    {icon(CHEVRON)}
                </button>
            </h3>
            {when(move || open.get(), content)}
        </section>
    }
}

/// Whether the reader has opened a section.
pub fn is_open(state: State, section: Section) -> Memo<bool> {
    memo(move || state.query.with(|query| query.open.has(section)))
}

/// Opens or closes a section.
pub fn turn(state: State, section: Section) {
    state.update(|query| query.open = query.open.toggled(section));
}

/// The same for the summary of `<details>`: the query says what is open, so the browser is kept from
/// turning it by itself.
pub fn turn_summary(state: State, section: Section) -> impl FnMut(&MouseEvent) + 'static {
    move |event| {
        event.prevent_default();
        turn(state, section);
    }
}
