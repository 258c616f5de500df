//! What if: other goals, another target, other sales from tomorrow on.

use crate::reactive::{RwSignal, Signal, expect_context};
use crate::state::State;
use crate::ui::live::{live, press, when};
use crate::ui::parts::{localized, popover};
use crate::view::{Event, View, event_target_value, is_valid, view};
use paceboard_core::format::{format_count, format_percent_round, format_signed_share};
use paceboard_core::model::{Id, Share};
use paceboard_core::query::{Assume, Focus, MOST_BP, MOST_TARGET, Query};
use paceboard_core::text::Texts;

/// Basis points in a per cent.
const PERCENT: i64 = 100;

/// Most that goals and growth may be set to, in per cent.
const MOST_PERCENT: i64 = MOST_BP as i64 / PERCENT;

/// Chooses what is assumed.
pub fn assume_menu() -> View {
    let state: State = expect_context();
    let open = RwSignal::new(false);
    let label = state.word(|texts| texts.what_if.assume);
    let on = Signal::derive(move || assumed(state).is_anything());
    let panel = move || {
        view! {
            <div class="display">
                <p class="hint">{state.word(|texts| texts.what_if.assume_note)}</p>
                {field(state, &GOAL)}
                {field(state, &TARGET)}
                {field(state, &GROWTH)}
                <button type="button" class="button" disabled=move || !on.get() on:click=press(move || clear(state))>
                    {state.word(|texts| texts.what_if.assume_clear)}
                </button>
            </div>
        }
    };
    popover(label, label, on, open, panel)
}

/// Says on the page that figures rest on assumptions, and takes them back.
pub fn assumed_note() -> View {
    let state: State = expect_context();
    view! {
        {when(move || assumed(state).is_anything(), move || view! {
            <div class="assumed" role="status" data-testid="assumed">
                <p>{live(move || assumed_words(state))}</p>
                <button type="button" class="button" on:click=press(move || clear(state))>
                    {state.word(|texts| texts.what_if.assume_clear)}
                </button>
            </div>
        })}
    }
}

/// The same in a line, for a view that covers the page's own note.
pub fn assumed_line() -> View {
    let state: State = expect_context();
    view! {
        {when(move || assumed(state).is_anything(), move || view! {
            <p class="assumed-line" data-testid="assumed-line">
                {live(move || assumed_words(state))}
                " "
                <button type="button" class="link" on:click=press(move || clear(state))>
                    {state.word(|texts| texts.what_if.assume_clear)}
                </button>
            </p>
        })}
    }
}

/// What if the open channel alone sold otherwise.
pub fn growth_field(state: State) -> View {
    field(state, &GROWTH_OF_OPEN)
}

fn assumed(state: State) -> Assume {
    state.query.with(|query| query.assume.clone())
}

fn clear(state: State) {
    state.update(|query| query.assume = Assume::default());
}

/// What is assumed, in a sentence; nothing where nothing is.
pub fn assumed_words(state: State) -> Option<String> {
    let (texts, assume, none) = (state.texts(), assumed(state), Assume::default());
    if !assume.is_anything() {
        return None;
    }
    let goal = (assume.goal_bp != none.goal_bp).then(|| {
        let percent = format_percent_round(i64::from(assume.goal_bp));
        texts.what_if.assumed_goal.with([&percent])
    });
    let target = assume.target.map(|target| {
        let count = format_count(i64::from(target));
        texts.what_if.assumed_target.with([&count])
    });
    let growth = growth_words(state);
    let parts: Vec<String> = [goal, target, growth].into_iter().flatten().collect();
    Some(
        texts
            .what_if
            .assumed
            .with([&parts.join(texts.programme.clause_joint)]),
    )
}

/// What is assumed of sales.
fn growth_words(state: State) -> Option<String> {
    let (texts, assume) = (&state.texts().what_if, assumed(state));
    if assume.growth_bp == 0 {
        return None;
    }
    let percent = format_signed_share(Share::from_basis_points(assume.growth_bp));
    let one = assume.growth_of.as_ref();
    Some(
        match one.map(|channel| (channel, channel_name(state, channel))) {
            None => texts.assumed_growth.with([&percent]),
            Some((_, Some(name))) => texts.assumed_growth_one.with([&name, &percent]),
            Some((channel, None)) => texts.assumed_growth_unknown.with([channel.as_str()]),
        },
    )
}

/// A whole number that can be assumed.
struct Field {
    /// Its name in the page.
    id: &'static str,
    label: fn(&Texts) -> &'static str,
    /// The least and the most that it takes.
    range: [i64; 2],
    read: fn(&Query) -> Option<i64>,
    set: fn(&mut Query, Option<i64>),
    /// What holds where nothing is assumed.
    hint: fn(State) -> String,
    /// Whether it is about sales, of which one assumption holds at a time.
    is_growth: bool,
}

const GOAL: Field = Field {
    id: "assume-goal",
    label: |texts| texts.what_if.assume_goal,
    range: [1, MOST_PERCENT],
    read: |query| Some(i64::from(query.assume.goal_bp) / PERCENT),
    set: set_goal,
    hint: |_| "100".to_owned(),
    is_growth: false,
};

const TARGET: Field = Field {
    id: "assume-target",
    label: |texts| texts.what_if.assume_target,
    range: [1, MOST_TARGET as i64],
    read: |query| query.assume.target.map(i64::from),
    set: set_target,
    hint: given_target,
    is_growth: false,
};

const GROWTH: Field = Field {
    id: "assume-growth",
    label: |texts| texts.what_if.assume_growth,
    range: [-100, MOST_PERCENT],
    read: growth_of_all,
    set: set_growth,
    hint: |_| "0".to_owned(),
    is_growth: true,
};

const GROWTH_OF_OPEN: Field = Field {
    id: "assume-growth-one",
    label: |texts| texts.what_if.assume_growth_one,
    read: growth_of_open,
    set: set_growth_of_open,
    ..GROWTH
};

/// Its field. An empty one assumes nothing; what it does not take changes nothing, and the range
/// stands beside it then.
fn field(state: State, field: &'static Field) -> View {
    let shown = move || {
        let number = state.query.with(field.read);
        number.map_or_else(String::new, |number| number.to_string())
    };
    let change = move |event: &Event| {
        if is_valid(event) {
            let number = event_target_value(event).trim().parse().ok();
            state.update(|query| (field.set)(query, number));
        }
    };
    let range = move || {
        let [least, most] = field.range.map(format_count);
        state.texts().what_if.assume_range.with([&least, &most])
    };
    let about = format!("{}-range", field.id);
    view! {
        <div class="number-field">
            <label for=field.id>{state.word(field.label)}</label>
            <input
                type="number"
                class="field"
                id=field.id
                inputmode="numeric"
                min=field.range[0].to_string()
                max=field.range[1].to_string()
                aria-describedby=about.clone()
                placeholder=live(move || (field.hint)(state))
                prop:value=live(shown)
                on:change=change
            />
            <small class="number-field__range" id=about>{live(range)}</small>
            <small class="quiet">{live(move || replaced(state, field))}</small>
        </div>
    }
}

/// What a figure in the field takes the place of.
fn replaced(state: State, field: &Field) -> Option<String> {
    let is_other = field.is_growth && state.query.with(field.read).is_none();
    let words = growth_words(state).filter(|_| is_other)?;
    Some(state.texts().what_if.assume_replaces.with([&words]))
}

fn set_goal(query: &mut Query, percent: Option<i64>) {
    let bp = percent.and_then(|percent| u32::try_from(percent.checked_mul(PERCENT)?).ok());
    query.assume.set_goal_bp(bp);
}

/// How many channels are to reach the goal, as the document says.
fn given_target(state: State) -> String {
    let target = state
        .loaded
        .with(|document| document.as_ref()?.dataset.programme.target_channels);
    target.map_or_else(String::new, |target| target.to_string())
}

fn set_target(query: &mut Query, target: Option<i64>) {
    let target = target.and_then(|target| u32::try_from(target).ok());
    query.assume.set_target(target);
}

fn growth_of_all(query: &Query) -> Option<i64> {
    let assume = &query.assume;
    let of_all = assume.growth_of.is_none();
    of_all.then(|| i64::from(assume.growth_bp) / PERCENT)
}

fn set_growth(query: &mut Query, percent: Option<i64>) {
    query.assume.growth_of = None;
    query.assume.set_growth_bp(growth_bp(percent));
}

/// `None` where nothing is assumed of the open channel alone.
fn growth_of_open(query: &Query) -> Option<i64> {
    let of = query.assume.growth_of.as_ref()?;
    let is_open = matches!(&query.focus, Some(Focus::Channel(open)) if open == of);
    (is_open && query.assume.growth_bp != 0).then_some(i64::from(query.assume.growth_bp) / PERCENT)
}

fn set_growth_of_open(query: &mut Query, percent: Option<i64>) {
    if let Some(Focus::Channel(open)) = query.focus.clone() {
        query.assume.set_growth_of(open, growth_bp(percent));
    }
}

fn growth_bp(percent: Option<i64>) -> Option<i32> {
    percent.and_then(|percent| i32::try_from(percent.checked_mul(PERCENT)?).ok())
}

/// `None` where the document does not know it.
fn channel_name(state: State, channel: &Id) -> Option<String> {
    let lang = state.lang.get();
    state.document.with(|document| {
        let channels = &document.as_ref()?.dataset.channels;
        let at = channels.id.iter().position(|id| id == channel)?;
        Some(localized(lang, &channels.name[at], &channels.alias[at]).to_owned())
    })
}
