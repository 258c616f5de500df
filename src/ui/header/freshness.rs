//! How fresh the figures are: as-of day, last check, age.

use crate::browser::page;
use crate::reactive::{expect_context, memo};
use crate::state::{Actions, Phase, State};
use crate::ui::live::{live, press, when};
use crate::ui::wording::Wording;
use crate::view::{View, view};

/// The as-of day and when the source last confirmed it; a click looks for newer data.
pub fn freshness() -> View {
    let state = expect_context::<State>();
    let actions = expect_context::<Actions>();
    let is_stale = memo(move || state.feed.with(|feed| feed.error.is_some()));
    let as_of = live(move || {
        let wording = Wording::of(state)?;
        state
            .today
            .get()
            .map(|today| state.texts().as_of.with([&wording.date(today)]))
    });
    let title = state.word(|texts| texts.refresh);
    view! {
        {when(move || state.document.with(Option::is_some), move || view! {
            <div class="fresh" class:fresh--stale=is_stale>
                <span class="fresh__dot" aria-hidden="true"></span>
                <span class="fresh__day" data-testid="as-of">{as_of}</span>
                <span class="fresh__checked" data-testid="checked">{live(move || checked(state))}</span>
                <button
                    type="button"
                    class="button button--icon button--quiet"
                    data-testid="refresh"
                    title=title
                    aria-label=title
                    on:click=press(move || actions.refresh())
                >
                    <span aria-hidden="true">"↻"</span>
                </button>
            </div>
        })}
    }
}

fn checked(state: State) -> String {
    let texts = state.texts();
    state
        .feed
        .with(|feed| match (&feed.phase, feed.checked_ms) {
            (Phase::Receiving { .. }, _) => texts.refreshing.to_owned(),
            (_, Some(moment_ms)) => texts.checked_at.with([&page::clock_time(moment_ms)]),
            (_, None) => String::new(),
        })
}
