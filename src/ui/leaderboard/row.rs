//! One slot of the list.

use super::fields::Fields;
use super::list::List;
use super::spark::VIEW_BOX;
use crate::browser::length::px;
use crate::reactive::{effect, memo};
use crate::ui::compare::compare_button;
use crate::ui::parts::{COMPARE, icon};
use crate::view::{NodeRef, View, view};
use paceboard_core::model::Id;
use paceboard_core::query::Focus;

/// Id of the element of a slot.
pub fn slot_id(slot: usize) -> String {
    format!("row-{slot}")
}

/// A row, whichever the slot shows at the moment.
pub fn slot(number: usize, list: List) -> View {
    let index = memo(move || list.viewport.row_of(number));
    let row = memo(move || list.view(number));
    let is_open = memo(move || {
        list.state.query.with(|query| {
            let id = query.focus.as_ref().map(super::focus_id);
            row.with(|row| row.shown && id == Some(row.id.as_str()))
        })
    });
    let focus = move || {
        let id = row.with(|row| Id::new(&row.id).ok())?;
        let entity = list.state.query.with(|query| query.entity);
        Some(Focus::new(entity, id))
    };
    let (element, toggle) = (NodeRef::new(), NodeRef::new());
    let fields = Fields::default();
    let compare = compare_button("icon-button", "-1", focus, icon(COMPARE), toggle);
    let cells = cells(&fields, compare);
    let view = view! {
        <div
            class="row"
            node_ref=element
            class:is-active=move || list.active.get() == Some(index.get())
            id=slot_id(number)
            role="row"
            hidden=move || row.with(|row| !row.shown)
            aria-rowindex=move || index.get() + 2
            aria-selected=move || if is_open.get() { "true" } else { "false" }
            style:transform=move || format!("translateY({})", px(list.viewport.top_of(index.get())))
            on:click=move |_| list.open(index.get_untracked())
        >
            {cells}
        </div>
    };
    fields.attribute(element, "data-testid", |row| row.hook);
    fields.attribute(element, "aria-label", |row| &row.label);
    fields.attribute(toggle, "aria-label", |row| &row.compare);
    fields.attribute(element, "data-rank", |row| &row.plain_rank);
    fields.attribute(element, "data-channel-id", |row| &row.id);
    fields.attribute(element, "data-value", |row| &row.plain_value);
    fields.attribute(element, "data-status", |row| row.status);
    fields.style(element, "--bar-bp", |row| &row.bar);
    fields.style(element, "--fill", |row| &row.fill);
    fields.style(element, "--tick", |row| &row.tick);
    effect(move || row.with(|row| fields.write(row)));
    view
}

fn cells(fields: &Fields, compare: View) -> View {
    let [change, name, value, line, dot] = [(); 5].map(|()| NodeRef::new());
    let view = view! {
        <div class="cell cell-rank" role="gridcell">{fields.text(|row| &row.rank)}<small>{fields.text(|row| &row.overall)}</small></div>
        <div class="cell cell-change" role="gridcell" node_ref=change>{fields.text(|row| &row.change.places)}</div>
        <div class="cell cell-name" role="gridcell" node_ref=name>
            <bdi>{fields.text(|row| &row.name)}</bdi>
            <small>{fields.text(|row| &row.tag)}</small>
            {compare}
        </div>
        <div class="cell cell-partner" role="gridcell"><bdi>{fields.text(|row| &row.partner)}</bdi></div>
        <div class="cell cell-value" role="gridcell" node_ref=value>
            <span>{fields.text(|row| &row.value)}</span>
        </div>
        <div class="cell cell-share" role="gridcell">{fields.text(|row| &row.share)}</div>
        <div class="cell cell-trend" role="gridcell">
            <svg viewBox=VIEW_BOX preserveAspectRatio="none" aria-hidden="true">
                <path node_ref=line />
                <path class="dot" node_ref=dot />
            </svg>
        </div>
        <div class="cell cell-progress" role="gridcell"><i class="meter"></i><span>{fields.text(|row| &row.progress)}</span></div>
        <div class="cell cell-pace" role="gridcell">{fields.text(|row| &row.pace)}</div>
        <div class="cell cell-reach" role="gridcell">{fields.text(|row| &row.reach)}</div>
        <div class="cell cell-gap" role="gridcell">{fields.text(|row| &row.gap)}</div>
        <div class="cell cell-status" role="gridcell"><i class="mark"></i><span>{fields.text(|row| row.status_word)}</span></div>
    };
    fields.attribute(change, "data-direction", |row| row.change.direction);
    fields.attribute(change, "aria-label", |row| &row.change.said);
    fields.attribute(name, "title", |row| &row.hint);
    fields.attribute(value, "data-sign", |row| row.sign);
    fields.attribute(line, "d", |row| &row.trend.line);
    fields.attribute(dot, "d", |row| &row.trend.dot);
    view
}
