//! The frame of the page.

use super::compare::{comparison, tray};
use super::detail::detail_pane;
use super::filters::filter_bar;
use super::footer::footer;
use super::header::header;
use super::help::help;
use super::insights::insights;
use super::leaderboard::leaderboard;
use super::local::local_file;
use super::notice::notices;
use super::programme::programme_head;
use super::race::race;
use super::share::credit;
use super::wall::wall;
use crate::reactive::{expect_context, memo, provide_context};
use crate::state::State;
use crate::view::{View, view};

/// The whole page.
pub fn shell() -> View {
    let state = expect_context::<State>();
    provide_context(credit(state));
    let open = memo(move || state.query.with(|query| query.focus.is_some()));
    view! {
        <a class="skip" href="#board">{state.word(|texts| texts.skip_to_board)}</a>
        {header()}
        {notices()}
        <main class="page" class:page--open=open>
            {programme_head()}
            <div class="workspace">
                <section class="board" id="board" tabindex="-1" aria-label=state.word(|texts| texts.aria_board)>
                    {filter_bar()}
                    {leaderboard()}
                </section>
                {detail_pane()}
            </div>
            {insights()}
            {tray()}
        </main>
        {footer()}
        {help()}
        {comparison()}
        {race()}
        {wall()}
        {local_file()}
    }
}
