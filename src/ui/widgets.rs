//! Views that stand on pages of others: each is one of the page's views, or a card of its own.

mod goal;
mod rank;

use super::filters::{assumed_note, filter_bar};
use super::footer::data_quality;
use super::header::freshness;
use super::leaderboard::leaderboard;
use super::notice::notices;
use super::programme::programme_head;
use super::share::credit;
use super::shell::shell;
use crate::reactive::{RwSignal, expect_context, provide_context};
use crate::state::State;
use crate::view::{View, view};
use goal::goal_card;
use paceboard_core::query::Focus;
use rank::rank_card;

/// Which view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The whole page.
    Board,
    /// The leaderboard with its filters.
    Leaderboard,
    /// How far one channel or partner is from its goal.
    Goal,
    /// Where one channel or partner stands among its neighbours.
    Rank,
    /// The programme's head.
    Programme,
}

impl Kind {
    /// The kind of that name; the whole page for any other.
    pub fn from_name(name: &str) -> Self {
        match name {
            "leaderboard" => Self::Leaderboard,
            "goal" => Self::Goal,
            "rank" => Self::Rank,
            "programme" => Self::Programme,
            _ => Self::Board,
        }
    }

    /// Whether it is about one channel or partner.
    pub fn is_about_one(self) -> bool {
        matches!(self, Self::Goal | Self::Rank)
    }

    /// Whether it shows figures now.
    pub fn shows(self, state: State) -> bool {
        if self.is_about_one() {
            state.detail.with(Option::is_some)
        } else {
            state.board.with(Option::is_some)
        }
    }
}

/// A view of that kind; `chosen` hears what is pressed in a card.
pub fn widget(kind: Kind, chosen: RwSignal<Option<Focus>>) -> View {
    let state = expect_context::<State>();
    match kind {
        Kind::Board => return shell(),
        Kind::Goal => return goal_card(),
        Kind::Rank => return rank_card(chosen),
        Kind::Leaderboard | Kind::Programme => {}
    }
    provide_context(credit(state));
    if kind == Kind::Programme {
        return view! { {notices()} {programme_head()} {freshness()} {data_quality()} };
    }
    view! {
        {notices()}
        {assumed_note()}
        <section class="board" role="group" aria-label=state.word(|texts| texts.page.aria_board)>
            {filter_bar()}
            {leaderboard()}
            {freshness()}
            {data_quality()}
        </section>
    }
}
