//! One slot of the list.

use super::list::List;
use super::row_view::RowView;
use super::spark::VIEW_BOX;
use crate::reactive::memo;
use leptos::prelude::*;

/// Id of the element of a slot.
pub fn slot_id(slot: usize) -> String {
    format!("row-{slot}")
}

/// A field of the row, for a text or an attribute. One function for all of them keeps the program
/// small.
fn field(
    view: Memo<RowView>,
    pick: fn(&RowView) -> &str,
) -> impl Fn() -> String + Copy + Send + 'static {
    move || view.with(|view| pick(view).to_owned())
}

/// A row, whichever the slot shows at the moment.
#[component]
pub fn Slot(
    /// Number of the slot.
    number: usize,
    /// The list.
    list: List,
) -> impl IntoView {
    let slot = number;
    let index = memo(move || list.viewport.row_of(slot));
    let view = memo(move || list.view(slot));
    let text = move |pick: fn(&RowView) -> &str| field(view, pick);
    let is_open = memo(move || {
        list.state.query.with(|query| {
            let id = query.focus.as_ref().map(super::focus_id);
            view.with(|view| view.shown && id == Some(view.id.as_str()))
        })
    });
    let shown = memo(move || view.with(|view| view.shown));
    view! {
        <div
            class="row"
            class:is-active=move || list.active.get() == Some(index.get())
            id=slot_id(slot)
            role="row"
            hidden=move || !shown.get()
            aria-rowindex=move || (index.get() + 2).to_string()
            aria-selected=move || if is_open.get() { "true" } else { "false" }
            aria-label=text(|view| &view.label)
            data-testid=move || shown.get().then_some("leaderboard-row")
            data-rank=text(|view| &view.plain_rank)
            data-channel-id=text(|view| &view.id)
            data-value=text(|view| &view.plain_value)
            data-status=text(|view| view.status)
            style:transform=move || format!("translateY({}px)", list.viewport.top_of(index.get()))
            style=("--bar-bp", text(|view| &view.bar))
            style=("--fill", text(|view| &view.fill))
            style=("--tick", text(|view| &view.tick))
            on:click=move |_| list.open(index.get_untracked())
        >
            <div class="cell cell-rank" role="gridcell">{text(|view| &view.rank)}<small>{text(|view| &view.overall)}</small></div>
            <div class="cell cell-change" role="gridcell" data-direction=text(|view| view.direction)>{text(|view| &view.change)}</div>
            <div class="cell cell-name" role="gridcell" title=text(|view| &view.hint)>
                <bdi>{text(|view| &view.name)}</bdi>
                <small>{text(|view| &view.tag)}</small>
            </div>
            <div class="cell cell-partner" role="gridcell"><bdi>{text(|view| &view.partner)}</bdi></div>
            <div class="cell cell-value" role="gridcell" class:is-negative=move || view.with(|view| view.negative)>
                <span>{text(|view| &view.value)}</span>
            </div>
            <div class="cell cell-share" role="gridcell">{text(|view| &view.share)}</div>
            <div class="cell cell-trend" role="gridcell">
                <svg viewBox=VIEW_BOX preserveAspectRatio="none" aria-hidden="true">
                    <path d=text(|view| &view.trend.line) />
                    <path class="dot" d=text(|view| &view.trend.dot) />
                </svg>
            </div>
            <div class="cell cell-progress" role="gridcell"><i class="meter"></i><span>{text(|view| &view.progress)}</span></div>
            <div class="cell cell-pace" role="gridcell">{text(|view| &view.pace)}</div>
            <div class="cell cell-gap" role="gridcell">{text(|view| &view.gap)}</div>
            <div class="cell cell-status" role="gridcell"><i class="mark"></i><span>{text(|view| view.status_word)}</span></div>
        </div>
    }
}
