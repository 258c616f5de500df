//! The link to what is shown.

use crate::browser::{clipboard, page, url};
use crate::reactive::{RwSignal, expect_context};
use crate::state::State;
use crate::ui::live::{dynamic, live, press};
use crate::ui::parts::{CHECK, CLOSE, LINK, icon};
use crate::view::{View, view};

/// Copies the address of this very view.
pub fn copy_link_button() -> View {
    let state = expect_context::<State>();
    let outcome = RwSignal::new(None::<bool>);
    let copy = press(move || {
        state.come_to_rest();
        // Runs after what writes the day to the address, which was woken first.
        page::spawn(async move {
            outcome.set(Some(clipboard::copy(&url::href()).await));
            gloo_timers::future::TimeoutFuture::new(2_500).await;
            outcome.set(None);
        });
    });
    let news = move || {
        let texts = &state.texts().page;
        let words = |copied| {
            if copied {
                texts.link_copied
            } else {
                texts.link_not_copied
            }
        };
        outcome.get().map(words)
    };
    let label = live(move || news().unwrap_or(state.texts().page.copy_link));
    let note = live(move || {
        let texts = state.texts();
        let local = state.local.with(Option::is_some);
        if local {
            texts.page.link_without_file
        } else {
            texts.page.link_keeps_view
        }
    });
    view! {
        <button type="button" class="button" data-testid="share" title=note on:click=copy>
            {dynamic(move || icon(match outcome.get() {
                None => LINK,
                Some(true) => CHECK,
                Some(false) => CLOSE,
            }))}
            <span class="button-text" data-room=state.word(|texts| texts.page.link_copied)>{label}</span>
        </button>
        <span class="spoken" role="status">{live(news)}</span>
    }
}
