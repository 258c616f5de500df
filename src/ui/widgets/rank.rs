//! The card of one rank: where, next to whom, and what it takes to get on.

use super::goal::{card_head, goal_figures, unknown};
use crate::reactive::{expect_context, memo};
use crate::state::State;
use crate::ui::detail::{neighbour_list, next_words, open_detail, open_name};
use crate::ui::leaderboard::change_of;
use crate::ui::live::{live, when};
use crate::ui::notice::notices;
use crate::ui::wording::Wording;
use crate::view::{View, view};
use paceboard_core::format::{format_count, format_rank};

/// The card.
pub fn rank_card() -> View {
    let state = expect_context::<State>();
    let known = memo(move || state.detail.with(Option::is_some));
    view! {
        {notices()}
        {when(move || known.get(), move || view! {
            <article class="card card--rank" part="card" data-testid="rank-card" aria-label=live(move || open_name(state))>
                <div class="card__main">
                    {card_head(state)}
                    {standing(state)}
                </div>
                <div class="card__rows" part="rows">{neighbour_list(state)}</div>
                <div class="card__main card__goal">
                    {goal_figures(state)}
                    <p class="card__line" data-testid="rank-takes">{live(move || takes_line(state))}</p>
                </div>
            </article>
        })}
        {unknown(state)}
    }
}

fn standing(state: State) -> View {
    let rank = live(move || {
        let open = open_detail(state)?;
        Some(format_rank(open.detail.rank, state.lang.get()))
    });
    let of = live(move || {
        let open = open_detail(state)?;
        let of = format_count(i64::from(open.detail.of));
        Some(state.texts().views.widget_of_all.with([&of]))
    });
    let change = memo(move || change_of(state));
    let direction = live(move || change.get().map(|change| change.1));
    view! {
        <p class="card__figures">
            <strong class="card__figure" part="figure" data-testid="rank-now">{rank}</strong>
            <span class="card__change" data-direction=direction>{live(move || change.get().map(|change| change.0))}</span>
            <span class="quiet">{of}</span>
        </p>
        <p class="card__line" data-testid="rank-next">{live(move || next_words(state))}</p>
    }
}

/// What it takes on an ordinary day.
fn takes_line(state: State) -> Option<String> {
    let open = open_detail(state)?;
    let per_day = open.detail.required.as_ref()?.per_ordinary_day;
    let amount = Wording::of(state)?.amount(per_day.minor());
    Some(state.texts().detail.takes_per_day.with([&amount]))
}
