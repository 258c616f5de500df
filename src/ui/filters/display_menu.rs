//! How the board is shown: order, look-back, plan and columns.

use crate::browser::host::Host;
use crate::reactive::{RwSignal, Signal, expect_context};
use crate::state::State;
use crate::ui::leaderboard::{Heading, absent, best_first, hidden_columns};
use crate::ui::live::{press, when};
use crate::ui::parts::{metric_name, popover, segment};
use crate::view::{Event, View, event_target_value, view};
use paceboard_core::query::{Against, Column, Entity, Plan, Query, Race, Sort, SortKey};
use paceboard_core::text::Texts;

/// Chooses how the board is shown.
pub fn display_menu() -> View {
    let state: State = expect_context();
    let owns_page = expect_context::<Host>().owns_page;
    let text = move |pick: fn(&Texts) -> &'static str| {
        Signal::derive(move || pick(state.texts()).to_owned())
    };
    let open = RwSignal::new(false);
    let on = Signal::derive(move || {
        state
            .query
            .with(|query| query.against != Against::default() || query.plan != Plan::default())
    });
    let choice = move |label, set: fn(&mut Query), is: fn(&Query) -> bool| {
        let on = Signal::derive(move || state.query.with(is));
        segment(text(label), on, move || state.update(set))
    };
    let plan_note = move || match state.query.with(|query| query.plan) {
        Plan::Seasonal => state.texts().board.pace_seasonal_note,
        Plan::Linear => state.texts().board.pace_linear_note,
    };
    let panel = move || {
        view! {
            <div class="display">
                <p class="panel-title">{text(|texts| texts.board.sort)}</p>
                {order_choice()}
                <p class="panel-title">{text(|texts| texts.board.look_back)}</p>
                <div class="segments">
                    {choice(|it| it.board.look_back_previous, |it| it.against = Against::Previous, |it| it.against == Against::Previous)}
                    {choice(|it| it.board.look_back_last_year, |it| it.against = Against::LastYear, |it| it.against == Against::LastYear)}
                </div>
                <p class="panel-title">{text(|texts| texts.board.pace_mode)}</p>
                <div class="segments">
                    {choice(|it| it.board.pace_seasonal, |it| it.plan = Plan::Seasonal, |it| it.plan == Plan::Seasonal)}
                    {choice(|it| it.board.pace_linear, |it| it.plan = Plan::Linear, |it| it.plan == Plan::Linear)}
                </div>
                <p class="hint">{plan_note}</p>
                <div class="display__modes">
                    {mode(state, |texts| texts.views.race, |query| query.race = Some(Race::Start))}
                    {when(move || owns_page, move || mode(state, |texts| texts.views.wall, |query| query.wall = true))}
                </div>
                <div class="column-choice">
                    <p class="panel-title">{text(|texts| texts.board.columns)}</p>
                    <div class="toggles">{move || toggles(state)}</div>
                </div>
            </div>
        }
    };
    let title = text(|texts| texts.board.display);
    popover(title, title, on, open, panel)
}

/// Opens a view in front of the page.
fn mode(state: State, label: fn(&Texts) -> &'static str, open: fn(&mut Query)) -> View {
    view! {
        <button type="button" class="button" aria-haspopup="dialog" on:click=press(move || state.open_in_front(open))>
            {state.word(label)}
        </button>
    }
}

fn toggles(state: State) -> View {
    let entity = state.query.with(|query| query.entity);
    let of_partners = entity == Entity::Partners;
    let (hidden, absent) = (hidden_columns(state), absent(state, entity));
    // What this document has nothing to say in, another may have.
    let chosen = hidden.without(&absent);
    let toggle = |column: Column| {
        let title = column.title(state.texts(), of_partners).to_owned();
        segment(
            Signal::stored(title),
            Signal::stored(!hidden.has(column)),
            move || state.update(|query| query.hidden = Some(chosen.toggled(column))),
        )
    };
    let offered = Column::OPTIONAL.into_iter();
    let offered = offered.filter(|column| !absent.contains(column));
    offered.map(toggle).collect()
}

/// The order of the rows, for screens that have no headings to click.
fn order_choice() -> View {
    let state: State = expect_context();
    let option = move |key| order_option(state, key);
    let choose = move |event: &Event| order_by(state, &event_target_value(event));
    let turn = move || state.update(|query| query.sort.descending = !query.sort.descending);
    let direction = move || {
        let texts = state.texts();
        if state.query.with(|query| query.sort.descending) {
            texts.board.sort_descending
        } else {
            texts.board.sort_ascending
        }
    };
    view! {
        <div class="order">
            <select class="field" aria-label=state.word(|texts| texts.board.sort) on:change=choose>
                {move || SortKey::ALL.map(option)}
            </select>
            <button type="button" class="button" on:click=move |_| turn()>{direction}</button>
        </div>
    }
}

/// What rows can be ordered by; not what no row has anything to say about.
fn order_option(state: State, key: SortKey) -> Option<View> {
    let texts = state.texts();
    let (entity, by) = state.query.with(|query| (query.entity, query.sort.key));
    let mut columns = Column::ALL.into_iter();
    let column = columns.find(|column| column.sort_key() == Some(key))?;
    let name = match key {
        SortKey::Value => metric_name(state.metric.get(), texts),
        _ => column.title(texts, entity == Entity::Partners),
    };
    let is_offered = by == key || !absent(state, entity).contains(&column);
    is_offered.then(|| {
        let (value, chosen) = (order_value(key), by == key);
        view! { <option value=value selected=chosen>{name}</option> }
    })
}

/// How the page calls what rows are ordered by.
fn order_value(key: SortKey) -> String {
    (key as u8).to_string()
}

fn order_by(state: State, value: &str) {
    let mut keys = SortKey::ALL.into_iter();
    if let Some(key) = keys.find(|key| order_value(*key) == value) {
        let descending = best_first(key);
        state.update(|query| query.sort = Sort { key, descending });
    }
}
