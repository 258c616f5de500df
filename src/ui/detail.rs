//! One channel or partner in detail, beside the board.

mod charts;
mod facts;
mod members;
mod moved;
mod neighbours;
mod takes;
mod year;

use crate::chart::chart as canvas;
use crate::reactive::{Action, Signal, expect_context, memo};
use crate::shared::Shared;
use crate::state::{OpenDetail, State};
use crate::ui::compare::compare_button;
use crate::ui::live::{live, press, when};
use crate::ui::parts::{fold, localized, segment};
use crate::view::KeyboardEvent;
use crate::view::{View, view};
pub use charts::festival_bands;
use charts::{cumulative_chart, daily_chart};
use facts::facts;
use members::members;
use moved::moved;
use neighbours::neighbours;
use paceboard_core::model::DayRange;
use paceboard_core::outlook::Outlook;
use paceboard_core::query::{Chart, Entity, Window};
use paceboard_core::text::Texts;
use takes::takes;
use year::year;

/// Id of the pane's heading, which takes the keyboard when the pane opens.
const HEADING: &str = "detail-title";
/// Height of the chart's drawing.
const CHART_PX: u32 = 240;

/// The pane; empty when no row is open.
pub fn detail_pane() -> View {
    let state = expect_context::<State>();
    let open = memo(move || state.detail.with(Option::is_some));
    view! {
        {when(move || open.get(), move || view! {
            {pane()}
        })}
    }
}

fn pane() -> View {
    let state = expect_context::<State>();
    let close = move || state.update(|query| query.focus = None);
    let open_focus = move || state.query.with(|query| query.focus.clone());
    let on_key = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" if !event.default_prevented() => close(),
        "c" if !event.ctrl_key() && !event.meta_key() => {
            if let Some(row) = open_focus() {
                state.update(|query| query.toggle_compared(row));
            }
        }
        _ => {}
    };
    view! {
        <aside class="detail" data-testid="detail" aria-label=state.word(|texts| texts.aria_detail) on:keydown=on_key>
            <header class="detail__head">
                <div class="detail__names">
                    <h2 id=HEADING tabindex="-1"><bdi>{live(move || with_names(state, |names| names.name.clone()))}</bdi></h2>
                    <p class="quiet"><bdi>{live(move || with_names(state, |names| names.line.clone()))}</bdi></p>
                </div>
                {compare_button("button", "0", open_focus, compare_word(state))}
                <button
                    type="button"
                    class="button button--icon button--quiet"
                    data-testid="detail-close"
                    aria-label=state.word(|texts| texts.detail_close)
                    title=state.word(|texts| texts.detail_close)
                    on:click=press(close)
                >
                    <span aria-hidden="true">"✕"</span>
                </button>
            </header>
            {facts()}
            {course_chart()}
            {takes()}
            {neighbours()}
            {fold("fold-moved", state.word(|texts| texts.moved_title), moved)}
            {fold("fold-year", state.word(|texts| texts.year_title), year)}
            {members()}
        </aside>
    }
}

fn course_chart() -> View {
    let state = expect_context::<State>();
    let chart = memo(move || state.query.with(|query| query.chart));
    let model = memo(move || match chart.get() {
        Chart::Cumulative => cumulative_chart(state),
        Chart::Daily => daily_chart(state),
    });
    let choose_window = Action::new(move |range: DayRange| {
        state.update(|query| query.window = Window::Custom(range));
    });
    let title = move || model.with(|model| model.as_ref().map(|model| model.title.clone()));
    let tab = move |which: Chart, label: fn(&'static Texts) -> &'static str| {
        let words = Signal::derive(move || label(state.texts()).to_owned());
        let on = Signal::derive(move || chart.get() == which);
        segment(words, on, move || state.update(|query| query.chart = which))
    };
    view! {
        <section class="detail__part">
            <div class="detail__bar">
                <h3>{live(title)}</h3>
                <div class="segments" role="group" aria-label=state.word(|texts| texts.chart_choice)>
                    {tab(Chart::Cumulative, |texts| texts.chart_cumulative)}
                    {tab(Chart::Daily, |texts| texts.chart_daily)}
                </div>
            </div>
            {canvas(model, state.theme, CHART_PX, Some(choose_window))}
        </section>
    }
}

fn compare_word(state: State) -> View {
    view! { {state.word(|texts| texts.compare)} }
}

struct Names {
    name: String,
    line: String,
}

fn with_names(state: State, read: impl FnOnce(&Names) -> String) -> Option<String> {
    let open = state.detail.get()?;
    let lang = state.lang.get();
    state.document.with(|document| {
        let dataset = &document.as_ref()?.dataset;
        let at = open.detail.index as usize;
        let names = match open.entity {
            Entity::Channels => {
                let channels = &dataset.channels;
                let category = channels.category[at].map(|category| {
                    let category = &dataset.categories[category.at()];
                    localized(lang, &category.name, &category.alias).to_owned()
                });
                let partner = channels.partner[at].map(|partner| {
                    let partner = &dataset.partners[partner.at()];
                    localized(lang, &partner.name, &partner.alias).to_owned()
                });
                let id = Some(channels.id[at].to_string());
                let name = localized(lang, &channels.name[at], &channels.alias[at]).to_owned();
                Names {
                    name,
                    line: joined([id, category, partner]),
                }
            }
            Entity::Partners => {
                let partner = &dataset.partners[at];
                let name = localized(lang, &partner.name, &partner.alias).to_owned();
                Names {
                    name,
                    line: partner.id.to_string(),
                }
            }
        };
        Some(read(&names))
    })
}

fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What is foretold of the open row.
fn open_outlook(state: State) -> Option<Outlook> {
    let open = open_detail(state)?;
    state.outlook.with(|outlook| {
        let rows = outlook.as_ref()?.rows(open.entity);
        rows.get(open.detail.index as usize).copied()
    })
}

/// The open detail, read by the pane's parts.
fn open_detail(state: State) -> Option<Shared<OpenDetail>> {
    state.detail.get()
}
