//! A section that is built when it is first opened.

use super::icon::{CHEVRON, icon};
use crate::reactive::{RwSignal, Signal};
use crate::ui::live::{press, when};
use crate::view::{View, view};

/// A heading that opens and closes `content`, which costs nothing while it is closed. `hook` is its
/// name for programs.
pub fn fold(
    hook: &'static str,
    title: Signal<String>,
    content: impl Fn() -> View + 'static,
) -> View {
    let open = RwSignal::new(false);
    view! {
        <section class="detail__part">
            <h3>
                <button
                    type="button"
                    class="fold"
                    data-testid=hook
                    aria-expanded=move || open.get().to_string()
                    on:click=press(move || open.update(|open| *open = !*open))
                >
                    {title}
                    {icon(CHEVRON)}
                </button>
            </h3>
            {when(move || open.get(), content)}
        </section>
    }
}
