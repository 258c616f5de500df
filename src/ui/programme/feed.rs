//! Whom to look after: who crossed the line, who is about to, who slipped, who falls behind, who
//! rises.

mod lines;
mod words;

use super::words::lacks_goals;
use crate::browser::popup;
use crate::reactive::{Memo, expect_context, memo};
use crate::state::State;
use crate::ui::live::{dynamic, live, press, when};
use crate::ui::parts::{is_open, turn};
use crate::view::{Event, View, event_target_value, view};
pub use lines::queues;
use lines::{Line, Lines, lines};
use paceboard_core::query::{Feed, Section};
use words::{about, asks_for_goals, left_out, nobody, title};

/// The list; each line opens its channel or partner. All but who crossed or rose asks how things
/// stood some weeks ago, which is worked out in slices, once for all the lists.
pub fn feed() -> View {
    let state = expect_context::<State>();
    let list = List::new(state);
    let List { which, lines, .. } = list;
    let left_out = move || lines.with(|lines| left_out(state, lines.as_ref()?));
    let about = move || about(state, which.get());
    let whole = is_open(state, Section::Queue);
    let unfold = move || state.texts().programme.feed_unfold[usize::from(whole.get())];
    view! {
        <div class="programme__feed">
            {choice(state, which)}
            {when(move || about().is_some(), move || view! {
                <p class="quiet feed__about" data-testid="feed-about">{live(about)}</p>
            })}
            {when(move || list.says_why(), move || view! {
                <p class="quiet">{live(move || list.why())}</p>
            })}
            <ul
                class="feed"
                class:is-whole=whole
                aria-label=live(move || title(which.get(), state.texts()))
                data-testid="crossed"
                on:keydown=move |event| popup::walk_on(event)
            >
                {dynamic(move || {
                    lines.get().unwrap_or_default().0.into_iter().enumerate().map(|(at, line)| entry(state, at, line)).collect::<View>()
                })}
            </ul>
            <button
                type="button"
                class="link feed__unfold"
                data-testid="feed-unfold"
                aria-expanded=move || whole.get().to_string()
                on:click=press(move || turn(state, Section::Queue))
            >
                {live(unfold)}
            </button>
            {when(move || left_out().is_some(), move || view! {
                <p class="quiet" data-testid="feed-more">{live(left_out)}</p>
            })}
        </div>
    }
}

/// The list that is shown.
#[derive(Clone, Copy)]
struct List {
    state: State,
    which: Memo<Feed>,
    /// `None` until it is known.
    lines: Memo<Option<Lines>>,
}

impl List {
    /// The list that the reader asks for; who rose where that one is about goals and there are none.
    fn new(state: State) -> Self {
        let which = memo(move || {
            let which = state.query.with(|query| query.feed);
            let is_of_use = !asks_for_goals(which) || !lacks_goals(state);
            if is_of_use { which } else { Feed::Improved }
        });
        let lines = memo(move || lines(state, which.get()));
        Self {
            state,
            which,
            lines,
        }
    }

    /// Who crossed or rose is known with the board, all else with the outlook.
    fn is_of_board(self) -> bool {
        let which = self.which.get();
        !asks_for_goals(which) || matches!(which, Feed::Crossed | Feed::Nearest)
    }

    fn is_known(self) -> bool {
        let standing = self.state.standing(self.state.told.get());
        self.is_of_board() && standing.with(Option::is_some) || self.lines.with(Option::is_some)
    }

    fn waits(self) -> bool {
        !self.is_of_board() && self.lines.with(Option::is_none)
    }

    fn is_empty(self) -> bool {
        let lines = self.lines;
        lines.with(|lines| lines.as_ref().is_none_or(|(lines, _)| lines.is_empty()))
    }

    /// Whether there is to be said why there are no lines.
    fn says_why(self) -> bool {
        !self.state.is_opening() && (self.waits() || (self.is_empty() && self.is_known()))
    }

    fn why(self) -> &'static str {
        let texts = &self.state.texts().programme;
        match self.which.get() {
            _ if self.waits() => texts.foretelling,
            Feed::Crossed if self.lines.with(Option::is_none) => texts.crossed_unknown,
            _ if self.lines.with(Option::is_none) => texts.improved_unknown,
            which => nobody(which, self.state),
        }
    }
}

fn choice(state: State, which: Memo<Feed>) -> View {
    let choose = move |event: &Event| {
        let name = event_target_value(event);
        state.update(|query| query.feed = Feed::from_name(&name).unwrap_or_default());
    };
    let option = move |feed: Feed| {
        let chosen = which.get() == feed;
        view! { <option value=feed.name() selected=chosen>{title(feed, state.texts())}</option> }
    };
    // Not hidden ones, which Safari shows.
    let options = move || {
        let lacks_goals = lacks_goals(state);
        let feeds = Feed::ALL.into_iter();
        let shown = feeds.filter(|feed| !(lacks_goals && asks_for_goals(*feed)));
        shown.map(option).collect::<Vec<_>>()
    };
    view! {
        <select
            class="field feed__choice"
            data-testid="feed-choice"
            aria-label=state.word(|texts| texts.programme.feed_choice)
            on:change=choose
        >
            {options}
        </select>
    }
}

/// The first line takes the keyboard, arrow keys go on from it: fifty lines are not fifty tab stops.
fn entry(state: State, at: usize, line: Line) -> View {
    let tabindex = if at == 0 { "0" } else { "-1" };
    let open = press(move || {
        let focus = line.focus.clone();
        state.update(|query| query.focus = Some(focus));
    });
    view! {
        <li>
            <button type="button" class="feed__line" tabindex=tabindex on:click=open>
                <bdi class="feed__name">{line.name}</bdi>
                <span class="feed__note">{line.note}</span>
            </button>
        </li>
    }
}
