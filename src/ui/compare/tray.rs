//! Who is chosen, at the foot of the page while anybody is.

use super::{Chosen, chosen, key};
use crate::browser::host::part_role;
use crate::reactive::{expect_context, memo};
use crate::state::State;
use crate::ui::live::{dynamic, live, press, told, when};
use crate::ui::parts::{CLOSE, icon};
use crate::view::{View, view};
use paceboard_core::format::format_count;
use paceboard_core::query::{CompareAs, MOST_COMPARED};

/// The tray.
pub fn tray() -> View {
    let state = expect_context::<State>();
    let rows = memo(move || chosen(state));
    let count = move || format_count(rows.with(Vec::len) as i64);
    let room = move || {
        let most = format_count(MOST_COMPARED as i64);
        state.texts().views.compare_room.with([&count(), &most])
    };
    let open = move || state.update(|query| query.compare_as = Some(CompareAs::default()));
    let clear = move || {
        state.update(|query| {
            query.compare.clear();
            query.compare_left_out = 0;
        });
    };
    let none = memo(move || rows.with(Vec::is_empty));
    view! {
        {when(move || !none.get(), move || view! {
            <section class="tray" data-testid="tray" role=part_role() aria-label=state.word(|texts| texts.views.compare)>
                <ul class="tray__rows">
                    {dynamic(move || rows.get().into_iter().map(|row| chip(state, row)).collect::<View>())}
                </ul>
                <p class="quiet">{live(room)}</p>
                <button type="button" class="button button--quiet" on:click=press(clear)>
                    {state.word(|texts| texts.views.compare_clear)}
                </button>
                <button type="button" class="button button--primary" data-testid="compare-open" aria-haspopup="dialog" on:click=press(open)>
                    {live(move || state.texts().views.compare_open.with([&count()]))}
                </button>
            </section>
        })}
        {told(move || (!none.get()).then(room))}
    }
}

fn chip(state: State, row: Chosen) -> View {
    let remove = state.texts().views.compare_remove.with([&row.name]);
    let take_out = press(move || state.update(|query| query.toggle_compared(row.focus.clone())));
    view! {
        <li>
            <button type="button" class="chip" title=remove.clone() aria-label=remove on:click=take_out>
                {key(row.role)}
                <bdi>{row.name}</bdi>
                {icon(CLOSE)}
            </button>
        </li>
    }
}
