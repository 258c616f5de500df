//! Up to six channels or partners side by side: who is chosen, in a tray, and the view of them.

mod chart;
mod facts;
mod tray;

pub use tray::tray;

use crate::chart::{Role, chart as canvas, key_class};
use crate::reactive::{Memo, Signal, expect_context, memo};
use crate::shared::Shared;
use crate::state::{State, locate};
use crate::ui::filters::assumed_line;
use crate::ui::live::{dynamic, live, when};
use crate::ui::parts::{awaited_words, name_of, segment, sheet};
use crate::view::{MouseEvent, NodeRef, View, view};
use chart::{comparison_chart, without_goal};
use facts::facts;
use paceboard_core::format::format_count;
use paceboard_core::measures::compare::{Comparison, compare};
use paceboard_core::query::{CompareAs, Entity, Focus};
use paceboard_core::text::Texts;

/// Height of the drawing.
const CHART_PX: u32 = 320;

/// A row that is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Chosen {
    focus: Focus,
    entity: Entity,
    index: u32,
    name: String,
    /// Which of the lines is its.
    role: Role,
}

/// The rows chosen, without those that the document does not have.
fn chosen(state: State) -> Vec<Chosen> {
    let lang = state.lang.get();
    let rows = state.query.with(|query| query.compare.clone());
    state.document.with(|document| {
        let row = |focus: Focus| {
            let document = document.as_ref()?;
            let (entity, index) = locate(document, &focus)?;
            let name = name_of(&document.dataset, lang, entity, index).to_owned();
            Some((focus, entity, index, name))
        };
        let found = rows.into_iter().filter_map(row).enumerate();
        let chosen = |(number, (focus, entity, index, name))| Chosen {
            focus,
            entity,
            index,
            name,
            role: Role::Peer(number as u8),
        };
        found.map(chosen).collect()
    })
}

/// How many rows of the address are not among those chosen, and why.
fn left_out_words(state: State, chosen: usize) -> Option<String> {
    let asked = state
        .query
        .with(|query| query.compare.len() + query.compare_left_out);
    let left_out = asked.checked_sub(chosen).filter(|count| *count > 0)?;
    let has_document = state.document.with(Option::is_some);
    let count = format_count(left_out as i64);
    has_document.then(|| state.texts().views.compare_left_out.with([&count]))
}

/// What the rows chosen have in common to be drawn from.
#[derive(Clone, Copy)]
struct Compared {
    state: State,
    rows: Memo<Vec<Chosen>>,
    figures: Memo<Option<Shared<Comparison>>>,
}

impl Compared {
    fn new(state: State) -> Self {
        let rows = memo(move || chosen(state));
        let figures = memo(move || {
            let paces = state.paces.get()?;
            let indices = rows.with(|rows| rows.iter().map(|row| row.index).collect::<Vec<_>>());
            let entity = rows.with(|rows| rows.first().map(|row| row.entity))?;
            state.document.with(|document| {
                let document = document.as_ref()?;
                let (dataset, books) = (&document.dataset, &document.books);
                Some(Shared::new(compare(
                    dataset, books, &paces, entity, &indices,
                )))
            })
        });
        Self {
            state,
            rows,
            figures,
        }
    }
}

/// The view, in front of the page while the query says how to compare.
pub fn comparison() -> View {
    let state = expect_context::<State>();
    let open = memo(move || state.query.with(|query| query.compare_as.is_some()));
    let title = state.word(|texts| texts.views.compare);
    let close = move || {
        if state
            .query
            .with_untracked(|query| query.compare_as.is_some())
        {
            state.update(|query| query.compare_as = None);
        }
    };
    let content = when(
        move || open.get(),
        move || {
            let compared = Compared::new(state);
            let none = memo(move || compared.rows.with(Vec::is_empty));
            view! {
                <p class="quiet" data-testid="comparison-left-out">
                    {live(move || left_out_words(state, compared.rows.with(Vec::len)))}
                </p>
                {when(move || none.get(), move || view! {
                    <p>{state.word(|texts| texts.views.compare_none)}</p>
                    <p class="quiet">{state.word(|texts| texts.views.compare_how)}</p>
                })}
                {when(move || !none.get(), move || side_by_side(compared))}
            }
        },
    );
    sheet("comparison", title, move || open.get(), close, content)
}

fn side_by_side(compared: Compared) -> View {
    let state = compared.state;
    let how = memo(move || {
        state
            .query
            .with(|query| query.compare_as.unwrap_or_default())
    });
    let model = memo(move || comparison_chart(compared, how.get()));
    let title = move || model.with(|model| model.as_ref().map(|model| model.title.clone()));
    let tab = move |which: CompareAs, label: fn(&Texts) -> &'static str| {
        let on = Signal::derive(move || how.get() == which);
        segment(state.word(label), on, move || {
            state.update(|query| query.compare_as = Some(which));
        })
    };
    let note = move || match how.get() {
        CompareAs::Cumulative => {
            let figures = compared.figures.get();
            let is_flat = figures.is_some_and(|figures| figures.reads_better_indexed());
            is_flat.then(|| state.texts().views.compare_flat.to_owned())
        }
        CompareAs::Daily => Some(state.texts().views.compare_note_daily.to_owned()),
        CompareAs::Indexed => without_goal(compared),
    };
    view! {
        {assumed_line()}
        <div class="detail__bar comparison__bar">
            <h3>{live(title)}</h3>
            <div class="segments" role="group" aria-label=state.word(|texts| texts.detail.chart_choice)>
                {tab(CompareAs::Cumulative, |texts| texts.detail.chart_cumulative)}
                {tab(CompareAs::Indexed, |texts| texts.views.compare_indexed)}
                {tab(CompareAs::Daily, |texts| texts.detail.chart_daily)}
            </div>
        </div>
        {when(move || !state.is_opening(), move || canvas(model, state.theme, CHART_PX, None))}
        <p class="quiet">{live(move || awaited_words(state).or_else(note))}</p>
        {dynamic(move || facts(compared))}
    }
}

/// A line's colour and dash, for its name elsewhere.
fn key(role: Role) -> View {
    view! { <span class=key_class(role) aria-hidden="true"></span> }
}

/// A button that puts a row into the comparison and takes it out. It is called what it says; who has it
/// say nothing gives `element` a name.
pub fn compare_button(
    class: &'static str,
    tabindex: &'static str,
    row: impl Fn() -> Option<Focus> + Copy + Send + Sync + 'static,
    content: View,
    element: NodeRef,
) -> View {
    let state = expect_context::<State>();
    let on = memo(move || {
        row().is_some_and(|row| state.query.with(|query| query.compare.contains(&row)))
    });
    let toggle = move |event: &MouseEvent| {
        // In a row of the board a press anywhere else opens it.
        event.stop_propagation();
        if let Some(row) = row() {
            state.update(|query| query.toggle_compared(row));
        }
    };
    view! {
        <button
            type="button"
            class=class
            tabindex=tabindex
            node_ref=element
            data-testid="compare-row"
            aria-pressed=move || on.get().to_string()
            data-on=move || on.get().to_string()
            title=state.word(|texts| texts.views.compare_add)
            on:click=toggle
        >
            {content}
        </button>
    }
}
