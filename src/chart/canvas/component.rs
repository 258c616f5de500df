//! The component.

use super::button::save;
use super::picture::Credit;
use super::pointer::{self, Drag};
use super::stage::{Elements, Stage};
use super::table::figures;
use super::tip::tip;
use crate::browser::host::Host;
use crate::chart::cursor::Cursor;
use crate::chart::layout::Layout;
use crate::chart::model::{ChartModel, SeriesKind};
use crate::chart::reading::{bars_note, chosen, reading, spoken};
use crate::reactive::{Action, Memo, RwSignal, effect, expect_context, memo};
use crate::shared::Shared;
use crate::view::{NodeRef, View, view};
use paceboard_core::model::DayRange;
use paceboard_core::query::Theme;
use paceboard_core::text::Texts;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering};
use web_sys::HtmlCanvasElement;

/// What the parts of a chart share.
#[derive(Clone, Copy)]
pub struct ChartState {
    /// What is shown.
    pub model: Memo<Option<Shared<ChartModel>>>,
    /// Where everything stands; written after each drawing.
    pub layout: RwSignal<Option<Shared<Layout>>>,
    /// What is pointed at.
    pub cursor: RwSignal<Cursor>,
    /// A drag under way.
    pub drag: RwSignal<Option<Drag>>,
    /// Who wants to know which days were chosen.
    pub on_window: Option<Action<DayRange>>,
}

/// What draws, from the moment the nodes are there.
type StageSlot = Rc<RefCell<Option<Stage>>>;

/// The nodes that are drawn on.
#[derive(Clone, Copy, Default)]
struct Nodes {
    host: NodeRef,
    base: NodeRef<HtmlCanvasElement>,
    overlay: NodeRef<HtmlCanvasElement>,
    probe: NodeRef,
}

impl ChartState {
    /// The cursor, unless it points beyond the days shown.
    pub fn shown_cursor(self) -> Cursor {
        let cursor = self.cursor.get();
        let slots = self
            .model
            .with(|model| model.as_ref().map_or(0, |model| model.days.len()));
        let ends = [cursor.slot(), cursor.chosen().map(|chosen| *chosen.end())];
        if ends.into_iter().flatten().all(|slot| slot < slots) {
            cursor
        } else {
            Cursor::default()
        }
    }

    /// Something of the model, or the default where there is none.
    fn of_model<T: Default>(self, pick: impl FnOnce(&ChartModel) -> T) -> T {
        self.model
            .with(|model| model.as_deref().map(pick).unwrap_or_default())
    }
}

/// A chart of `model`: an empty frame while there is none. Fills the width it is given; the
/// drawing is `height_px` high, with a button for its table below. A change of `theme` has the
/// colours read anew. With `on_window`, days can be chosen by dragging or with Shift and the
/// arrows, and it is called with them.
pub fn chart(
    model: Memo<Option<Shared<ChartModel>>>,
    theme: Memo<Theme>,
    height_px: u32,
    on_window: Option<Action<DayRange>>,
) -> View {
    let state = ChartState {
        model,
        layout: RwSignal::new(None),
        cursor: RwSignal::new(Cursor::default()),
        drag: RwSignal::new(None),
        on_window,
    };
    let nodes = Nodes::default();
    let drawn = keep_drawn(state, nodes, theme);
    let credit = expect_context::<Credit>();
    let take = move || {
        let picture = drawn
            .borrow()
            .as_ref()
            .and_then(|stage| stage.picture(&credit.line.get()));
        let [title, about] = state.of_model(|model| [model.title.clone(), model.about.clone()]);
        save(credit, &[&title, &about], picture);
    };
    let about = unique_id();
    view! {
        <figure class="chart" part="chart" data-testid="chart">
            <figcaption class="chart__aside" id=about.clone()>{move || state.of_model(|model| about_chart(model, state))}</figcaption>
            {canvases(state, nodes, height_px, about.clone())}
            <p class="chart__aside" role="status">{move || choosing(state)}</p>
            <p class="chart__note">{move || note(state)}</p>
            {figures(state, take)}
        </figure>
    }
}

/// The canvases with the tooltip. To assistive technology they are a slider over days: it is
/// moved with the same keys, and says the figures of its day.
fn canvases(state: ChartState, nodes: Nodes, height_px: u32, about: String) -> View {
    let slot = memo(move || {
        let pointed = state.shown_cursor().slot();
        state.of_model(|model| pointed.unwrap_or_else(|| model.main_slot()))
    });
    let value = move || state.of_model(|model| spoken(&reading(model, slot.get()), model.lang));
    let last = move || state.of_model(|model| model.days.len().saturating_sub(1));
    view! {
        <div
            class="chart__stage"
            class:chart__stage--choosing=state.on_window.is_some()
            data-testid="chart-stage"
            node_ref=nodes.host
            style:height=format!("{height_px}px")
            role="slider"
            tabindex="0"
            aria-label=move || state.of_model(|model| model.title.clone())
            aria-describedby=about
            aria-valuemin="0"
            aria-valuemax=last
            aria-valuenow=slot
            aria-valuetext=value
            on:pointermove=move |event| pointer::moved(state, event)
            on:pointerdown=move |event| pointer::pressed(state, event)
            on:pointerup=move |_| pointer::released(state)
            on:pointerleave=move |event| pointer::left(state, event)
            on:pointercancel=move |_| pointer::cancelled(state)
            on:blur=move |_| pointer::cancelled(state)
            on:focus=move |_| pointer::focused(state, nodes.host.get_untracked().as_deref().map(AsRef::as_ref))
            on:keydown=move |event| pointer::key(state, event)
        >
            <canvas class="chart__canvas" aria-hidden="true" node_ref=nodes.base></canvas>
            <canvas class="chart__canvas" aria-hidden="true" node_ref=nodes.overlay></canvas>
            <span class="chart__probe" aria-hidden="true" node_ref=nodes.probe></span>
            {move || no_figures(state)}
            {tip(state)}
        </div>
    }
}

fn no_figures(state: ChartState) -> Option<View> {
    let words = state.of_model(|model| {
        let words = Texts::of(model.lang).detail.chart_no_data;
        (!model.has_figures()).then_some(words)
    });
    words.map(|words| view! { <p class="chart__empty">{words}</p> })
}

/// Draws whatever changes, from the moment the nodes are there until the chart is gone.
fn keep_drawn(chart: ChartState, nodes: Nodes, theme: Memo<Theme>) -> StageSlot {
    let stage: StageSlot = Rc::default();
    let kept = Rc::clone(&stage);
    let elements = move || {
        Some(Elements {
            host: nodes.host.get()?,
            base: nodes.base.get()?,
            overlay: nodes.overlay.get()?,
            probe: nodes.probe.get()?,
        })
    };
    let made = Rc::clone(&stage);
    effect(move || {
        if let Some(elements) = elements() {
            let told = move |layout: Shared<Layout>| pointer::laid_out(chart, layout);
            *made.borrow_mut() = Some(Stage::new(elements, told));
        }
    });
    let on_stage = move || {
        let stage = Rc::clone(&stage);
        move |act: &dyn Fn(&Stage)| {
            stage.borrow().as_ref().map(act);
        }
    };
    let with_stage = on_stage();
    effect(move || {
        let model = chart.model.get();
        with_stage(&|stage| stage.show(model.clone()));
    });
    let with_stage = on_stage();
    effect(move || {
        let pointed = chart.shown_cursor().pointed();
        with_stage(&|stage| stage.point(pointed.clone()));
    });
    let with_stage = on_stage();
    let looks = expect_context::<Host>().looks;
    effect(move || {
        theme.with(|_| ());
        looks.with(|_| ());
        with_stage(&Stage::restyle);
    });
    kept
}

/// What the chart shows, and how to use it where there is anything to come to.
fn about_chart(model: &ChartModel, state: ChartState) -> String {
    let texts = Texts::of(model.lang);
    let (walk, choose) = match model.slots {
        None => (texts.detail.chart_keys, texts.detail.chart_keys_select),
        Some(_) => (
            texts.detail.chart_keys_slots,
            texts.detail.chart_keys_select_slots,
        ),
    };
    let choose = state.on_window.map(|_| choose);
    let mut summary = model.summary.clone();
    if !summary.ends_with(['.', '。']) {
        summary = texts.programme.enough_one.with([&summary]);
    }
    if !model.has_figures() {
        return summary;
    }
    [&summary, walk, choose.unwrap_or_default()].join(" ")
}

/// The days being chosen.
fn choosing(state: ChartState) -> String {
    let slots = state.shown_cursor().chosen();
    state.of_model(|model| slots.map(|slots| chosen(model, &slots)).unwrap_or_default())
}

/// What bars stand for, where that is more than a day.
fn note(state: ChartState) -> Option<String> {
    let days = state
        .layout
        .with(|layout| layout.as_ref().map_or(1, |layout| layout.bar_days));
    state.of_model(|model| {
        let bars = model
            .series
            .iter()
            .any(|series| series.kind == SeriesKind::Bars);
        (bars && days > 1).then(|| bars_note(days, model.lang))
    })
}

fn unique_id() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("chart-about-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}
