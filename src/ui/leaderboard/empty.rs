//! No row meets the filter: which of its conditions to loosen.

use super::list::List;
use crate::ui::filters::{Kind, conditions};
use crate::ui::live::dynamic;
use crate::ui::parts::progress_text;
use crate::view::{View, view};
use paceboard_core::format::format_count;
use paceboard_core::query::{Entity, Filter};

/// A way out of an empty board.
struct Way {
    text: String,
    would_show: u32,
    loosen: Box<dyn Fn(&mut Filter) + Send>,
}

/// Says why there are no rows and offers ways out.
pub fn empty(list: List) -> View {
    let state = list.state;
    dynamic(move || {
        let texts = state.texts();
        let of_partners = state.query.with(|query| query.entity == Entity::Partners);
        let title = if of_partners {
            texts.files.empty_partners
        } else {
            texts.files.empty_channels
        };
        let ways: View = ways(list)
            .into_iter()
            .map(|way| button(list, way))
            .collect();
        let several = state.query.with(|query| conditions(&query.filter) > 1);
        view! {
            <div class="empty" role="status" data-testid="leaderboard-empty">
                <p class="empty-title">{title}</p>
                <p>{texts.files.empty_loosen}</p>
                <div class="empty-ways">{ways}</div>
                <button
                    type="button"
                    class="link"
                    hidden=!several
                    on:click=move |_| state.update(|query| query.filter = Filter::default())
                >
                    {texts.files.clear_filters}
                </button>
            </div>
        }
    })
}

fn button(list: List, way: Way) -> View {
    let texts = list.state.texts();
    let would_show = texts
        .files
        .loosen_would_show
        .with([&format_count(i64::from(way.would_show))]);
    view! {
        <button type="button" class="button" on:click=move |_| list.state.update(|query| (way.loosen)(&mut query.filter))>
            {way.text}
            <small>{would_show}</small>
        </button>
    }
}

/// Conditions in force, the one that hides most first.
fn ways(list: List) -> Vec<Way> {
    let state = list.state;
    let texts = state.texts();
    let lifted = state
        .board
        .with(|board| board.as_ref().map(|board| board.facets.lifted))
        .unwrap_or_default();
    let mut ways: Vec<Way> = Kind::ALL
        .into_iter()
        .filter_map(|kind| {
            let names: Vec<_> = kind
                .chosen_named(state)
                .into_iter()
                .map(|named| named.name)
                .collect();
            let way = |text| Way {
                text,
                would_show: kind.lifted(&lifted),
                loosen: Box::new(move |filter| kind.clear(filter)),
            };
            (!names.is_empty()).then(|| way(kind.loosen_text(texts, &names.join(", "))))
        })
        .collect();
    let range = state.query.with(|query| query.filter.progress);
    ways.extend(range.map(|range| Way {
        text: texts.files.loosen_progress.with([&progress_text(range)]),
        would_show: lifted.progress,
        loosen: Box::new(|filter| filter.progress = None),
    }));
    let search = state.query.with(|query| query.filter.text.clone());
    if !search.is_empty() {
        ways.push(Way {
            text: texts.files.loosen_search.with([&search]),
            would_show: lifted.text,
            loosen: Box::new(|filter| filter.text.clear()),
        });
    }
    // Where no single condition is to blame, each is offered.
    if ways.iter().any(|way| way.would_show > 0) {
        ways.retain(|way| way.would_show > 0);
    }
    let mut sorted: Vec<Way> = Vec::new();
    for way in ways {
        let place = sorted.partition_point(|other| other.would_show >= way.would_show);
        sorted.insert(place, way);
    }
    sorted
}
