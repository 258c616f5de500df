//! The frame of the page.

use super::compare::{comparison, tray};
use super::detail::{detail_pane, open_name};
use super::filters::filter_bar;
use super::footer::footer;
use super::header::header;
use super::help::help;
use super::insights::insights;
use super::leaderboard::leaderboard;
use super::local::local_file;
use super::notice::notices;
use super::parts::programme_name;
use super::programme::programme_head;
use super::race::race;
use super::share::credit;
use super::wall::wall;
use crate::browser::host::{Host, part_role};
use crate::browser::nodes;
use crate::reactive::{effect, expect_context, memo, provide_context};
use crate::state::State;
use crate::ui::live::{press, when};
use crate::view::{HtmlElement, View, view};

/// The whole page.
pub fn shell() -> View {
    let state = expect_context::<State>();
    let owns_page = expect_context::<Host>().owns_page;
    provide_context(credit(state));
    // A page of others has a main part of its own.
    let landmark = owns_page.then(|| "main".to_owned());
    let failed = memo(move || state.has_failed());
    // A link's row may not be in the document; until there is one, its pane keeps its place.
    let absent = memo(move || {
        let asked = state.query.with(|query| query.focus.is_some());
        asked && state.document.with(Option::is_some) && state.detail.with(Option::is_none)
    });
    let open = move || state.query.with(|query| query.focus.is_some()) && !absent.get();
    view! {
        {when(move || owns_page, move || view! {
            <a class="skip" href="#board">{state.word(|texts| texts.page.skip_to_board)}</a>
        })}
        {header()}
        {notices()}
        {when(move || absent.get(), move || view! {
            <section class="notice" role="status" data-testid="unknown">
                <p>{state.word(|texts| texts.views.widget_unknown)}</p>
                <p class="notice__actions">
                    <button type="button" class="button" on:click=press(move || state.update(|query| query.focus = None))>
                        {state.word(|texts| texts.page.aria_close)}
                    </button>
                </p>
            </section>
        })}
        <div class="page" role=landmark class:page--open=open>
            {programme_head()}
            <div class="workspace" hidden=failed>
                <section class="board" role=part_role() id="board" tabindex="-1" aria-label=state.word(|texts| texts.page.aria_board)>
                    <h2 class="spoken">{state.word(|texts| texts.page.aria_board)}</h2>
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

/// The page's title: whose detail or what else is in front, whose figures these are, and the app.
pub fn page_title(state: State) -> String {
    let texts = state.texts();
    let wall = state.query.with(|query| query.wall);
    let front = if wall {
        Some(texts.views.wall.to_owned())
    } else {
        open_name(state)
    };
    let app = texts.page.app_name.to_owned();
    let parts = [front, programme_name(state), Some(app)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Has `root` say language and theme, so that style sheets and screen readers see them.
pub fn show_look_on(root: HtmlElement, state: State) {
    let named = root.clone();
    effect(move || nodes::set_attribute(&named, "lang", Some(state.lang.get().html())));
    effect(move || nodes::set_attribute(&root, "data-theme", Some(state.theme.get().name())));
}
