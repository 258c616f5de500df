//! The bar above the board: what is summed, which rows are kept, and how they are shown.

mod assume_menu;
mod choices;
mod display_menu;
mod kind;
mod metric_menu;
mod search;
mod summary;
mod window_menu;

pub use assume_menu::{assumed_line, assumed_note, assumed_words, growth_field};
pub use kind::Kind;
pub use summary::{asked_words, conditions};

use crate::reactive::{Memo, Signal, expect_context, memo};
use crate::state::State;
use crate::ui::live::when;
use crate::ui::parts::segment;
use crate::view::{MouseEvent, View, view};
use assume_menu::assume_menu;
use choices::choice_menu;
use display_menu::display_menu;
use metric_menu::metric_menu;
use paceboard_core::model::Dataset;
use paceboard_core::query::{Entity, Filter, Query, Sort, SortKey, Status};
use search::search_field;
use summary::summary;
use window_menu::window_menu;

/// Filters, search, and what they leave.
pub fn filter_bar() -> View {
    let state: State = expect_context();
    let has_provinces = has(state, |dataset| dataset.provinces.len() > 1);
    let has_partners = has(state, |dataset| !dataset.partners.is_empty());
    let has_categories = has(state, |dataset| !dataset.categories.is_empty());
    let has_goals = memo(move || offers_goals(state));
    view! {
        <div class="filters" role="group" aria-label=state.word(|texts| texts.page.aria_filters)>
            <div class="filter-row">
                {when(move || has_partners.get(), move || view! {
                    <div class="segments" role="group" aria-label=state.word(|texts| texts.board.view)>
                        {entity_segment(state, Entity::Channels)} {entity_segment(state, Entity::Partners)}
                    </div>
                })}
                {window_menu()}
                {metric_menu()}
                {when(move || has_categories.get(), || choice_menu(Kind::Category))}
                {when(move || has_partners.get(), || choice_menu(Kind::Partner))}
                {when(move || has_provinces.get(), || choice_menu(Kind::Province))}
                {when(move || has_goals.get(), || choice_menu(Kind::Status))}
                <div class="filter-pair">{when(move || has_goals.get(), nearest_button)} {assume_menu()}</div>
            </div>
            {summary()}
            <div class="filter-tools">
                {search_field()}
                {display_menu()}
            </div>
        </div>
    }
}

/// Whether the document has something to choose from; all is offered until there is one.
fn has(state: State, any: fn(&Dataset) -> bool) -> Memo<bool> {
    memo(move || {
        state
            .document
            .with(|it| it.as_ref().is_none_or(|it| any(&it.dataset)))
    })
}

/// Who came with a filter by status must see it to be rid of it.
fn offers_goals(state: State) -> bool {
    let (entity, is_filtered) = state
        .query
        .with(|query| (query.entity, !query.filter.status.is_empty()));
    is_filtered || !state.lacks_goals(entity)
}

/// Changes over to the board of channels or of partners.
fn entity_segment(state: State, entity: Entity) -> View {
    let label = Signal::derive(move || match entity {
        Entity::Channels => state.texts().board.view_channels.to_owned(),
        Entity::Partners => state.texts().board.view_partners.to_owned(),
    });
    let on = Signal::derive(move || state.query.with(|query| query.entity == entity));
    segment(label, on, move || {
        state.update(|query| query.entity = entity);
    })
}

/// Rows that are not over the line, the one with the smallest gap first.
fn nearest_button() -> View {
    let state: State = expect_context();
    let on = memo(move || state.query.with(is_nearest));
    let toggle = move |_: &MouseEvent| {
        state.update(|query| {
            if is_nearest(query) {
                leave_nearest(query);
            } else {
                go_nearest(query);
            }
        });
    };
    view! {
        <button
            type="button"
            class="button"
            aria-pressed=move || on.get().to_string()
            data-on=move || on.get().to_string()
            title=state.word(|texts| texts.programme.nearest_note)
            on:click=toggle
        >
            {state.word(|texts| texts.programme.nearest_first)}
        </button>
    }
}

const SHORT_OF_THE_LINE: [Status; 3] = [Status::OnPace, Status::AtRisk, Status::Behind];
const BY_GAP: Sort = Sort {
    key: SortKey::Gap,
    descending: false,
};

fn is_nearest(query: &Query) -> bool {
    query.sort == BY_GAP && query.filter.status == SHORT_OF_THE_LINE
}

fn go_nearest(query: &mut Query) {
    query.filter = Filter {
        status: SHORT_OF_THE_LINE.into(),
        ..query.filter.clone()
    };
    query.sort = BY_GAP;
}

fn leave_nearest(query: &mut Query) {
    query.filter.status.clear();
    query.sort = Sort::default();
}

#[cfg(test)]
mod tests {
    use super::{Query, go_nearest, is_nearest, leave_nearest};

    #[test]
    fn nearest_is_a_way_there_and_back() {
        let mut query = Query::default();
        go_nearest(&mut query);
        assert!(is_nearest(&query));
        leave_nearest(&mut query);
        assert_eq!(query, Query::default());
    }
}
