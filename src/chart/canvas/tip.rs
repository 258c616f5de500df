//! The tooltip beside the crosshair.

use super::component::ChartState;
use crate::browser::length::px;
use crate::chart::key_class;
use crate::chart::layout::Layout;
use crate::chart::model::SeriesKind;
use crate::chart::reading::{Reading, ReadingLine, chosen, reading};
use crate::view::{View, view};

/// From the crosshair to the tooltip.
const GAP_PX: f64 = 12.0;

/// All figures of the day under the crosshair. Screen readers hear them from the slider.
pub fn tip(state: ChartState) -> View {
    let content = move || {
        let cursor = state.shown_cursor();
        let slot = cursor.slot()?;
        let model = state.model.get()?;
        let place = state
            .layout
            .with(|layout| layout.as_ref().map(|layout| place(layout, slot)))?;
        let Reading {
            heading,
            lines,
            notes,
        } = reading(&model, slot);
        let choice = cursor.chosen().map(|slots| chosen(&model, &slots));
        Some(view! {
            <div
                class="chart__tip"
                data-testid="chart-tooltip"
                aria-hidden="true"
                style:left=place.left
                style:top=place.top
                style:transform=place.shift
            >
                <p class="chart__tip-heading">{heading}</p>
                {notes.into_iter().map(|note| view! { <p class="chart__tip-note">{note}</p> }).collect::<View>()}
                {lines.into_iter().map(line).collect::<View>()}
                {choice.map(|choice| view! { <p class="chart__tip-choice">{choice}</p> })}
            </div>
        })
    };
    view! { {content} }
}

fn line(line: ReadingLine) -> View {
    let kind = match line.kind {
        SeriesKind::Dashed => " chart__key--dashed",
        SeriesKind::Fan => " chart__key--fan",
        _ => "",
    };
    let key = key_class(line.role) + kind;
    view! {
        <p class="chart__tip-line">
            <span class=key></span>
            <span class="chart__tip-name">{line.name}</span>
            <span class="chart__tip-value">{line.value}</span>
        </p>
    }
}

/// Where the tooltip stands.
struct Place {
    left: String,
    top: String,
    shift: String,
}

/// On the side of the crosshair that has more room; if that is too little for it, back over the
/// crosshair, but never out of the chart.
fn place(layout: &Layout, slot: usize) -> Place {
    let x = layout.x(slot as f64 + 0.5);
    let after = layout.size.0 - x;
    let shift = if x > after {
        format!("translateX(max(-100% - {}, {}))", px(GAP_PX), px(-x))
    } else {
        format!("translateX(min({}, {} - 100%))", px(GAP_PX), px(after))
    };
    Place {
        left: px(x),
        top: px(layout.plot.top + 4.0),
        shift,
    }
}
