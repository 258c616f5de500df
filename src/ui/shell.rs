//! The frame of the page.

use super::detail::DetailPane;
use super::filters::FilterBar;
use super::footer::Footer;
use super::header::Header;
use super::help::Help;
use super::leaderboard::Leaderboard;
use super::notice::Notices;
use super::programme::ProgrammeHead;
use crate::reactive::memo;
use crate::state::State;
use leptos::prelude::*;

/// The whole page.
#[component]
pub fn Shell() -> impl IntoView {
    let state = expect_context::<State>();
    let open = memo(move || state.query.with(|query| query.focus.is_some()));
    view! {
        <a class="skip" href="#board">{state.word(|texts| texts.skip_to_board)}</a>
        <Header />
        <Notices />
        <main class="page" class:page--open=open>
            <ProgrammeHead />
            <div class="workspace">
                <section class="board" id="board" tabindex="-1" aria-label=state.word(|texts| texts.aria_board)>
                    <FilterBar />
                    <Leaderboard />
                </section>
                <DetailPane />
            </div>
        </main>
        <Footer />
        <Help />
    }
}
