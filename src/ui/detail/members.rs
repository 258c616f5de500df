//! The channels of an open partner, largest first; or the way from a channel to its partner.

use super::neighbours::name_of;
use super::open_detail;
use crate::reactive::{RwSignal, expect_context, memo};
use crate::state::State;
use crate::ui::live::{dynamic, live, press, when};
use crate::ui::wording::Wording;
use crate::view::{View, view};
use paceboard_core::board::rank;
use paceboard_core::format::{format_count, format_share};
use paceboard_core::model::{Id, PartnerIndex};
use paceboard_core::programme::{Near, cheapest};
use paceboard_core::query::{Entity, Focus, Status};

/// Most lines of channels that are next to cross.
const MOST_NEAR: usize = 5;
/// Lines of channels before the reader asks for all.
const FIRST: usize = 10;

#[derive(Clone, PartialEq, Eq)]
struct Member {
    id: Id,
    name: String,
    value: String,
    progress: String,
    over: bool,
}

/// The list of a partner's channels, or the partner of a channel.
pub fn members() -> View {
    let state = expect_context::<State>();
    let is_partner =
        memo(move || open_detail(state).is_some_and(|open| open.entity == Entity::Partners));
    view! {
        {when(move || is_partner.get(), move || view! { {cheapest_channels(state)} {partner_channels(state)} })}
        {when(move || !is_partner.get(), partner_button)}
    }
}

/// Those that are next to cross.
fn cheapest_channels(state: State) -> View {
    let near = memo(move || near_lines(state));
    let note = move || {
        let texts = state.texts();
        near.with(|near| match near.as_deref() {
            None => texts.programme.foretelling,
            Some([]) => texts.detail.cheapest_none,
            Some(_) => texts.detail.cheapest_note,
        })
    };
    view! {
        <section class="detail__part" data-testid="cheapest">
            <h3>{state.word(|texts| texts.detail.cheapest_title)}</h3>
            <ol class="neighbours">
                {dynamic(move || near.get().into_iter().flatten().map(|member| entry(state, member)).collect::<View>())}
            </ol>
            <p class="quiet">{live(note)}</p>
        </section>
    }
}

/// All of them, and the way to their board.
fn partner_channels(state: State) -> View {
    let members = memo(move || member_lines(state).unwrap_or_default());
    let heading = move || members.with(|members| over_words(state, members));
    let all = RwSignal::new(false);
    let shown = move || {
        let most = if all.get() { usize::MAX } else { FIRST };
        members.get().into_iter().take(most)
    };
    let more = move || !all.get() && members.with(Vec::len) > FIRST;
    let more_words = move || {
        let count = members.with(|members| format_count(members.len() as i64));
        state.texts().detail.members_all.with([&count])
    };
    let only = press(move || show_only(state));
    view! {
        <section class="detail__part" data-testid="members">
            <div class="detail__bar">
                <h3>{live(heading)}</h3>
                <button type="button" class="button" on:click=only>{state.word(|texts| texts.detail.partner_only)}</button>
            </div>
            <ol class="neighbours">
                {dynamic(move || {
                    shown().map(|member| entry(state, member)).collect::<View>()
                })}
            </ol>
            {when(more, move || view! {
                <button type="button" class="link" data-testid="members-all" on:click=press(move || all.set(true))>
                    {live(more_words)}
                </button>
            })}
        </section>
    }
}

/// How many of them are over the line.
fn over_words(state: State, members: &[Member]) -> String {
    let over = members.iter().filter(|member| member.over).count();
    state.texts().detail.partner_over.with([
        &format_count(over as i64),
        &format_count(members.len() as i64),
    ])
}

fn entry(state: State, member: Member) -> View {
    let focus = Focus::Channel(member.id);
    view! {
        <li>
            <button
                type="button"
                class="neighbours__line"
                on:click=press(move || state.update(|query| query.focus = Some(focus.clone())))
            >
                <bdi class="neighbours__name">{member.name}</bdi>
                <span class="neighbours__value">{member.value}</span>
                <span class="neighbours__gap">{member.progress}</span>
            </button>
        </li>
    }
}

fn partner_button() -> View {
    let state = expect_context::<State>();
    let partner = memo(move || own_partner(state));
    let open = move || {
        if let Some(id) = partner.get() {
            state.update(|query| query.focus = Some(Focus::Partner(id)));
        }
    };
    view! {
        {when(move || partner.with(Option::is_some), move || view! {
            <p class="detail__part">
                <button type="button" class="button" on:click=press(open)>{state.word(|texts| texts.detail.partner_open)}</button>
            </p>
        })}
    }
}

fn own_partner(state: State) -> Option<Id> {
    let open = open_detail(state)?;
    state.document.with(|document| {
        let dataset = &document.as_ref()?.dataset;
        let partner = dataset
            .channels
            .partner
            .get(open.detail.index as usize)
            .copied()??;
        (open.entity == Entity::Channels).then(|| dataset.partners[partner.at()].id.clone())
    })
}

/// The board of this partner's channels.
fn show_only(state: State) {
    let Some(open) = state.detail.get_untracked() else {
        return;
    };
    let id = state.document.with_untracked(|document| {
        Some(
            document
                .as_ref()?
                .dataset
                .partners
                .get(open.detail.index as usize)?
                .id
                .clone(),
        )
    });
    if let Some(id) = id {
        state.update(|query| {
            query.entity = Entity::Channels;
            query.filter.partner = vec![id];
        });
    }
}

/// What is missing to the line, and the day on which it is foretold to be reached.
pub fn near_words(state: State, wording: Wording, near: &Near) -> String {
    let texts = state.texts();
    let missing = wording.amount(near.missing.minor());
    match near.crossing {
        Some(day) => {
            let date = wording.short_date(day);
            texts.detail.cheapest_line.with([&missing, &date])
        }
        None if near.is_foretold => texts.detail.cheapest_late.with([&missing]),
        None => texts.board.to_go.with([&missing]),
    }
}

/// The channels that are foretold to be over the line soonest.
fn near_lines(state: State) -> Option<Vec<Member>> {
    let (open, wording, paces) = (open_detail(state)?, Wording::of(state)?, state.paces.get()?);
    let outlook = state.outlook.get()?;
    state.document.with(|document| {
        let dataset = &document.as_ref()?.dataset;
        let partner = PartnerIndex(open.detail.index);
        let member = |near: &Near| {
            let (id, name) = name_of(dataset, Entity::Channels, near.index, wording);
            Member {
                id,
                name,
                value: near_words(state, wording, near),
                progress: String::new(),
                over: false,
            }
        };
        let found = cheapest(dataset, &paces, &outlook, partner, MOST_NEAR);
        Some(found.iter().map(member).collect())
    })
}

fn member_lines(state: State) -> Option<Vec<Member>> {
    let open = open_detail(state)?;
    let wording = Wording::of(state)?;
    let paces = state.paces.get()?;
    state.document.with(|document| {
        let document = document.as_ref()?;
        let channels = document.books.directory.members(open.detail.index);
        let member = |channel: &u32| {
            let pace = &paces.channels[*channel as usize];
            let (id, name) = name_of(&document.dataset, Entity::Channels, *channel, wording);
            let progress = pace.progress.map(format_share);
            Member {
                id,
                name,
                value: wording.year_to_date(pace),
                progress: progress.unwrap_or_default(),
                over: pace.status == Status::Over,
            }
        };
        // Whoever has no figure comes last, behind those whom refunds took below 0.
        let figure = |channel: &u32| {
            let pace = &paces.channels[*channel as usize];
            if pace.is_known {
                pace.to_date.minor()
            } else {
                i64::MIN
            }
        };
        let figures: Vec<i64> = channels.iter().map(figure).collect();
        let positions: Vec<u32> = (0..channels.len() as u32).collect();
        let order = rank::rank(&figures, &positions).order;
        Some(
            order
                .iter()
                .map(|at| member(&channels[*at as usize]))
                .collect(),
        )
    })
}
