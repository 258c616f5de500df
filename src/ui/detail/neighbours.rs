//! The three rows above and below in rank, with the gaps; how long the next place takes, and where
//! the row stands among its peers.

use super::facts::ranked_by;
use super::open_detail;
use crate::reactive::{Action, expect_context, memo};
use crate::shared::Shared;
use crate::state::{OpenDetail, State};
use crate::ui::live::{dynamic, live, press};
use crate::ui::parts::localized;
use crate::ui::programme::is_scoped;
use crate::ui::wording::{Wording, days_to_come};
use crate::view::{View, view};
use paceboard_core::format::{format_count, format_rank, format_share};
use paceboard_core::measures::improved::among_peers;
use paceboard_core::model::{Dataset, Id};
use paceboard_core::programme::{Overtake, Side, overtake};
use paceboard_core::query::{Entity, Focus};

#[derive(Clone, PartialEq, Eq)]
struct Line {
    id: Id,
    entity: Entity,
    rank: String,
    name: String,
    value: String,
    gap: String,
    own: bool,
}

/// The neighbours by year to date; each opens its own detail.
pub fn neighbours() -> View {
    let state = expect_context::<State>();
    let open = Action::new(move |focus| state.update(|query| query.focus = Some(focus)));
    view! {
        <section class="detail__part">
            <h3>
                {state.word(|texts| texts.detail.neighbours_title)} <small class="quiet" data-testid="neighbours-by">{live(move || ranked_by(state))}</small>
            </h3>
            {neighbour_list(state, open)}
            <p data-testid="overtake">{live(move || next_words(state))}</p>
            <p class="quiet" data-testid="peers">{live(move || peer_words(state))}</p>
        </section>
    }
}

/// The list of neighbours alone; `choose` is done with the one that is pressed.
pub fn neighbour_list(state: State, choose: Action<Focus>) -> View {
    let lines = memo(move || lines(state).unwrap_or_default());
    view! {
        <ol class="neighbours" aria-label=state.word(|texts| texts.detail.neighbours_title) data-testid="neighbours">
            {dynamic(move || lines.get().into_iter().map(|line| entry(line, choose)).collect::<View>())}
        </ol>
    }
}

/// The gap to the next rank, in money and in days; where the document holds only some of the rows,
/// to the next of those, by its rank, and nobody is first unless the document says so.
pub fn next_words(state: State) -> Option<String> {
    let (open, wording, texts) = (known(state)?, Wording::of(state)?, state.texts());
    let paces = state.paces.get()?;
    let next = state.document.with(|document| {
        let document = document.as_ref()?;
        let (dataset, books) = (&document.dataset, &document.books);
        overtake(
            dataset,
            books,
            &paces,
            open.entity,
            open.detail.index,
            Side::Above,
        )
    });
    let Some(Overtake {
        index,
        gap,
        days,
        rate_days,
    }) = next
    else {
        let is_first = open.detail.is_among_all && open.detail.rank == 1;
        return is_first.then(|| texts.views.widget_first.to_owned());
    };
    let gap = wording.amount(gap.minor());
    let gap = if is_scoped(state) {
        let mut around = open.detail.neighbours.iter();
        let rank = around.find(|it| it.index == index)?.rank;
        let rank = format_rank(rank, wording.lang);
        texts.views.widget_next_known.with([&gap, &rank])
    } else {
        texts.views.widget_next.with([&gap])
    };
    if rate_days == 0 {
        return Some(gap);
    }
    let late = format_count(i64::from(rate_days));
    let pace = match days {
        Some(days) if i64::from(days) <= i64::from(days_to_come(state)?) => {
            let days = format_count(i64::from(days));
            texts.views.widget_next_days.with([&days, &late])
        }
        Some(_) => texts.views.widget_next_late.with([&late]),
        None => texts.views.widget_next_never.with([&late]),
    };
    Some([gap, pace].join(texts.programme.clause_joint))
}

/// The share of channels of its category, or of partners, that have sold less in the year; nothing
/// where the document holds only some of them.
fn peer_words(state: State) -> Option<String> {
    if is_scoped(state) {
        return None;
    }
    let (open, wording, paces) = (open_detail(state)?, Wording::of(state)?, state.paces.get()?);
    let texts = state.texts();
    let rows = paces.rows(open.entity).iter();
    let values: Vec<Option<i64>> = rows
        .map(|pace| pace.is_known.then(|| pace.to_date.minor()))
        .collect();
    state.document.with(|document| {
        let dataset = &document.as_ref()?.dataset;
        let among = among_peers(dataset, open.entity, &values, open.detail.index)?;
        let share = format_share(among.percentile?);
        let Some(category) = among.category else {
            return Some(texts.detail.peers.with([&share]));
        };
        let category = &dataset.categories[category.at()];
        Some(texts.detail.peers_category.with([
            localized(wording.lang, &category.name, &category.alias),
            &format_count(i64::from(among.of)),
            &format_rank(among.rank, wording.lang),
            &share,
        ]))
    })
}

fn entry(line: Line, choose: Action<Focus>) -> View {
    let focus = Focus::new(line.entity, line.id);
    let open = press(move || choose.run(focus.clone()));
    view! {
        <li>
            <button
                type="button"
                class="neighbours__line"
                aria-current=line.own.to_string()
                on:click=open
            >
                <span class="neighbours__rank">{line.rank}</span>
                <bdi class="neighbours__name">{line.name}</bdi>
                <span class="neighbours__value">{line.value}</span>
                <span class="neighbours__gap">{line.gap}</span>
            </button>
        </li>
    }
}

/// The open row, where it has figures to rank by.
fn known(state: State) -> Option<Shared<OpenDetail>> {
    open_detail(state).filter(|open| open.detail.pace.is_known)
}

fn lines(state: State) -> Option<Vec<Line>> {
    let open = known(state)?;
    let wording = Wording::of(state)?;
    state.document.with(|document| {
        let document = document.as_ref()?;
        let line = |neighbour: &paceboard_core::detail::Neighbour| {
            let (id, name) = name_of(&document.dataset, open.entity, neighbour.index, wording);
            let own = neighbour.index == open.detail.index;
            let sign = if neighbour.ahead_by >= 0 { "+" } else { "" };
            Line {
                id,
                entity: open.entity,
                rank: format_rank(neighbour.rank, wording.lang),
                name,
                value: wording.amount(neighbour.value),
                gap: if own {
                    String::new()
                } else {
                    format!("{sign}{}", wording.amount(neighbour.ahead_by))
                },
                own,
            }
        };
        Some(open.detail.neighbours.iter().map(line).collect())
    })
}

/// Id and name of a channel or partner.
pub fn name_of(dataset: &Dataset, entity: Entity, index: u32, wording: Wording) -> (Id, String) {
    let at = index as usize;
    let id = match entity {
        Entity::Channels => &dataset.channels.id[at],
        Entity::Partners => &dataset.partners[at].id,
    };
    let name = crate::ui::parts::name_of(dataset, wording.lang, entity, index);
    (id.clone(), name.to_owned())
}
