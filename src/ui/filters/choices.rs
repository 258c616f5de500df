//! The panel of a filter: its choices with their counts.

use super::kind::{Choice, Kind, Named};
use crate::reactive::{RwSignal, Signal, expect_context, memo};
use crate::state::State;
use crate::ui::parts::popover;
use crate::view::{View, event_target_value, view};
use paceboard_core::directory::SearchIndex;
use paceboard_core::format::format_count;
use paceboard_core::query::Status;

/// Above so many choices the panel has a field to find one.
const FIND_ABOVE: usize = 12;

/// The menu of one filter.
pub fn choice_menu(kind: Kind) -> View {
    let state: State = expect_context();
    let open = RwSignal::new(false);
    let chosen = memo(move || state.query.with(|query| kind.chosen(&query.filter).len()));
    let title = Signal::derive(move || kind.title(state.texts()).to_owned());
    // Which ones are chosen stands on the chips.
    let label = Signal::derive(move || match chosen.get() {
        0 => title.get(),
        count => format!("{} · {count}", title.get()),
    });
    let on = Signal::derive(move || chosen.get() > 0);
    popover(label, title, on, open, move || choice_list(kind))
}

fn choice_list(kind: Kind) -> View {
    let state: State = expect_context();
    let wanted = RwSignal::new(String::new());
    let choices = memo(move || kind.choices(state));
    let many = choices.with_untracked(|choices| choices.len() > FIND_ABOVE);
    let found = move || wanted.with(|wanted| lines(kind, choices.get(), wanted));
    view! {
        <div class="find" hidden=!many>
            <input
                type="search"
                class="field"
                placeholder=state.word(|texts| texts.board.filter_find)
                aria-label=state.word(|texts| texts.board.filter_find)
                disabled=!many
                on:input=move |event| wanted.set(event_target_value(event))
            />
        </div>
        <div class="choices">{found}</div>
        <div class="panel-foot">
            <button
                type="button"
                class="link"
                disabled=move || state.query.with(|query| kind.chosen(&query.filter).is_empty())
                on:click=move |_| state.update(|query| kind.clear(&mut query.filter))
            >
                {move || kind.all(state.texts())}
            </button>
        </div>
    }
}

/// Those found that may be of use, found as in the search of the board.
fn lines(kind: Kind, choices: Vec<Choice>, wanted: &str) -> View {
    let index = SearchIndex::build(choices.iter().map(|choice| choice.named.entry()));
    let found = index.matching(wanted);
    // Nobody looks for channels without figures or without a goal where each has them.
    let rare = [Status::NoData, Status::NoGoal].map(Status::name);
    let offered = |choice: &Choice| {
        choice.count > 0 || choice.chosen || !rare.contains(&choice.named.key.as_str())
    };
    let choices = choices.into_iter().zip(found);
    let shown = choices.filter(|(choice, found)| *found && offered(choice));
    shown.map(|(choice, _)| line(kind, choice)).collect()
}

fn line(kind: Kind, choice: Choice) -> View {
    let state: State = expect_context();
    let Choice {
        named: Named { key, name, .. },
        count,
        chosen,
    } = choice;
    view! {
        <label class="choice" data-empty=(count == 0 && !chosen).to_string()>
            <input
                type="checkbox"
                prop:checked=chosen
                on:change=move |_| state.update(|query| kind.toggle(&mut query.filter, &key))
            />
            <span class="item-label">{name}</span>
            <small class="item-note">{format_count(i64::from(count))}</small>
        </label>
    }
}
