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
use crate::browser::host::{Host, part_role};
use crate::browser::nodes;
use crate::reactive::{effect, expect_context, memo, provide_context};
use crate::state::State;
use crate::ui::live::when;
use crate::view::{HtmlElement, View, view};

/// The whole page.
pub fn shell() -> View {
    let state = expect_context::<State>();
    let owns_page = expect_context::<Host>().owns_page;
    provide_context(credit(state));
    // A page of others has a main part of its own.
    let landmark = owns_page.then(|| "main".to_owned());
    let failed = memo(move || state.has_failed());
    let open = memo(move || state.query.with(|query| query.focus.is_some()));
    view! {
        {when(move || owns_page, move || view! {
            <a class="skip" href="#board">{state.word(|texts| texts.page.skip_to_board)}</a>
        })}
        {header()}
        {notices()}
        <div class="page" role=landmark class:page--open=open>
            {programme_head()}
            <div class="workspace" hidden=failed>
                <section class="board" role=part_role() id="board" tabindex="-1" aria-label=state.word(|texts| texts.page.aria_board)>
                    {filter_bar()}
                    {leaderboard()}
                </section>
                {detail_pane()}
            </div>
            {tray()}
            {insights()}
        </div>
        {footer()}
        {help()}
        {comparison()}
        {race()}
        {when(move || owns_page, move || view! { {wall()} {local_file()} })}
    }
}

/// Has `root` say language and theme, so that style sheets and screen readers see them.
pub fn show_look_on(root: HtmlElement, state: State) {
    let named = root.clone();
    effect(move || nodes::set_attribute(&named, "lang", Some(state.lang.get().html())));
    effect(move || nodes::set_attribute(&root, "data-theme", Some(state.theme.get().name())));
}
