//! From the events of mouse, pen, finger and keyboard to the cursor.

use super::component::ChartState;
use crate::chart::cursor::{Cursor, Key, Outcome, Track};
use crate::chart::layout::Layout;
use crate::chart::model::ChartModel;
use crate::chart::reading::days_of;
use crate::shared::Shared;
use std::ops::RangeInclusive;
use wasm_bindgen::JsCast;
use web_sys::Element;
use web_sys::{KeyboardEvent, PointerEvent};

/// A pointer that has moved less than this has not dragged.
const DRAG_PX: i32 = 4;

/// Where a drag began.
#[derive(Clone, Copy)]
pub struct Drag {
    slot: usize,
    x_px: i32,
}

/// Takes what has been drawn. In another size days lie elsewhere: a drag across them is over.
pub fn laid_out(state: ChartState, layout: Shared<Layout>) {
    let is_new =
        |old: &Option<Shared<Layout>>| old.as_ref().is_some_and(|it| it.size != layout.size);
    if state.drag.get_untracked().is_some() && state.layout.with_untracked(is_new) {
        cancelled(state);
    }
    state.layout.set(Some(layout));
}

/// Hovering, sliding and dragging.
pub fn moved(state: ChartState, event: &PointerEvent) {
    let Some(slot) = slot_under(state, event) else {
        return;
    };
    let drag = state.drag.get_untracked();
    let dragged = drag.filter(|drag| (event.offset_x() - drag.x_px).abs() >= DRAG_PX);
    let cursor = match dragged {
        Some(drag) => {
            let last = track(state).last;
            Cursor::at(slot.min(last), Some(drag.slot.min(last)))
        }
        None => Cursor::at(slot, None),
    };
    if state.cursor.with_untracked(|now| *now != cursor) {
        state.cursor.set(cursor);
    }
}

/// A finger shows the crosshair; mouse and pen may begin to choose days. Slots that are no days are
/// few and wide enough to be chosen by a finger too, and one of them by a mere press.
pub fn pressed(state: ChartState, event: &PointerEvent) {
    let Some(slot) = slot_under(state, event) else {
        return;
    };
    let by_finger = event.pointer_type() == "touch";
    if by_finger {
        state.cursor.set(Cursor::at(slot, None));
    }
    let chooses = state.on_window.is_some() && (!by_finger || is_named(state));
    if chooses && event.button() == 0 {
        state.drag.set(Some(Drag {
            slot,
            x_px: event.offset_x(),
        }));
        let target = event
            .current_target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        target.map(|target| target.set_pointer_capture(event.pointer_id()));
    }
}

/// The end of a drag applies what was chosen.
pub fn released(state: ChartState) {
    let Some(drag) = state.drag.get_untracked() else {
        return;
    };
    state.drag.set(None);
    let pressed = is_named(state).then_some(drag.slot..=drag.slot);
    let chosen = state.cursor.with_untracked(Cursor::chosen).or(pressed);
    if let Some(chosen) = chosen {
        state.cursor.set(Cursor::at(*chosen.end(), None));
        apply(state, &chosen);
    }
}

/// The pointer has gone. A finger leaves the crosshair behind, until something else is touched.
pub fn left(state: ChartState, event: &PointerEvent) {
    if event.pointer_type() != "touch" && state.drag.get_untracked().is_none() {
        state.cursor.set(Cursor::default());
    }
}

/// The page has begun to scroll under the finger, or the chart has lost the focus.
pub fn cancelled(state: ChartState) {
    state.drag.set(None);
    state.cursor.set(Cursor::default());
}

/// The chart has the focus: from the keyboard, it shows where keys begin.
pub fn focused(state: ChartState, host: Option<&Element>) {
    let by_keyboard = host.is_some_and(|host| host.matches(":focus-visible").unwrap_or(false));
    if by_keyboard
        && state
            .cursor
            .with_untracked(|cursor| cursor.slot().is_none())
    {
        state.cursor.set(Cursor::at(track(state).start, None));
    }
}

/// A key.
pub fn key(state: ChartState, event: &KeyboardEvent) {
    let other = event.ctrl_key() || event.alt_key() || event.meta_key();
    let Some(key) = Key::from_name(&event.key()).filter(|_| !other) else {
        return;
    };
    let mut cursor = state.cursor.get_untracked();
    let mut outcome = cursor.press(key, event.shift_key(), track(state));
    if let (Outcome::Ignored, Key::Apply, Some(slot)) = (&outcome, key, cursor.slot())
        && is_named(state)
    {
        outcome = Outcome::Chosen(slot..=slot);
    }
    if outcome == Outcome::Ignored {
        return;
    }
    event.prevent_default();
    event.stop_propagation();
    state.cursor.set(cursor);
    if let Outcome::Chosen(chosen) = outcome {
        apply(state, &chosen);
    }
}

fn track(state: ChartState) -> Track {
    let choosing = state.on_window.is_some();
    state.model.with_untracked(|model| {
        let model = model.as_ref();
        let today = model.and_then(|model| Some(model.today?.days_since(model.days.from())));
        Track {
            slots: model.map_or(0, |model| model.days.len()),
            start: model.map_or(0, |model| model.main_slot()),
            choosing,
            last: today.map_or(usize::MAX, |day| day.max(0) as usize),
        }
    })
}

fn is_named(state: ChartState) -> bool {
    let named = |model: &ChartModel| model.slots.is_some();
    state
        .model
        .with_untracked(|model| model.as_deref().is_some_and(named))
}

fn slot_under(state: ChartState, event: &PointerEvent) -> Option<usize> {
    let x_px = f64::from(event.offset_x());
    state
        .layout
        .with_untracked(|layout| layout.as_ref().map(|layout| layout.slot_at(x_px)))
}

fn apply(state: ChartState, chosen: &RangeInclusive<usize>) {
    let days = state
        .model
        .with_untracked(|model| Some(days_of(model.as_ref()?, chosen)));
    if let (Some(days), Some(on_window)) = (days, state.on_window) {
        on_window.run(days);
    }
}
