//! A screen on a wall: large type, pages that turn by themselves, fresh figures in their places.
//! All pages stand on it from the beginning and only what they say changes, so that it can stay for
//! days.

mod line;
mod list;
mod pages;

use crate::browser::{dialog, page};
use crate::reactive::{Memo, RwSignal, effect, expect_context, memo};
use crate::state::State;
use crate::ui::filters::assumed_words;
use crate::ui::header::checked;
use crate::ui::live::{live, press, when};
use crate::ui::parts::{CLOSE, icon, programme_name};
use crate::ui::programme::poster;
use crate::ui::wording::Wording;
use crate::view::{KeyboardEvent, NodeRef, View, view};
use list::list;
use pages::{Page, pages};

/// How long a page stays.
const PAGE_MS: u32 = 12_000;

/// The pages and which of them is shown.
#[derive(Clone, Copy)]
struct Turning {
    pages: Memo<Vec<Page>>,
    at: RwSignal<usize>,
    paused: RwSignal<bool>,
}

impl Turning {
    fn new(state: State) -> Self {
        let turning = Self {
            pages: memo(move || pages(state)),
            at: RwSignal::new(0),
            paused: RwSignal::new(false),
        };
        // The page that is shown is turned over when its time is up, unless somebody was quicker.
        let mut due = None;
        effect(move || {
            turning.at.with(|_| ());
            let running = !turning.paused.get();
            let next = running.then(|| page::after(PAGE_MS, move || turning.turn(1)));
            drop(std::mem::replace(&mut due, next));
        });
        turning
    }

    /// The page shown; there may be fewer of them than there were.
    fn number(self) -> usize {
        self.at.get() % self.pages.with(Vec::len).max(1)
    }

    fn page(self) -> Page {
        let number = self.number();
        self.pages
            .with(|pages| pages.get(number).copied())
            .unwrap_or(Page::Head)
    }

    /// Goes on by so many pages, or back.
    fn turn(self, by: isize) {
        let count = self.pages.with_untracked(Vec::len).max(1) as isize;
        let at = (self.at.get_untracked() as isize + by).rem_euclid(count);
        self.at.set(at as usize);
    }

    fn pause(self) {
        self.paused.update(|paused| *paused = !*paused);
    }
}

/// The screen, in front of the page while the query says so.
pub fn wall() -> View {
    let state = expect_context::<State>();
    let open = memo(move || state.query.with(|query| query.wall));
    view! { {when(move || open.get(), move || screen(state))} }
}

fn screen(state: State) -> View {
    let turning = Turning::new(state);
    let leave = move || {
        if state.query.with_untracked(|query| query.wall) {
            state.update(|query| query.wall = false);
        }
    };
    let element = NodeRef::new();
    element.on_load(|element| dialog::show(&element, true));
    let shown = memo(move || turning.page());
    view! {
        <dialog
            class="wall"
            tabindex="-1"
            node_ref=element
            aria-label=state.word(|texts| texts.views.wall)
            data-testid="wall"
            data-paused=move || turning.paused.get().to_string()
            on:close=move |_| leave()
            on:click=move |_| turning.pause()
            on:keydown=move |event| press_key(turning, event)
        >
            <div class="wall__page" hidden=move || shown.get() != Page::Head>{poster()}</div>
            <div class="wall__page" hidden=move || shown.get() == Page::Head>{list(state, shown)}</div>
            {foot(state, turning)}
            {when(move || turning.paused.get(), move || view! {
                <button type="button" class="button wall__leave" aria-label=state.word(|texts| texts.page.aria_close) on:click=press(leave)>
                    {icon(CLOSE)}
                </button>
            })}
        </dialog>
    }
}

fn press_key(turning: Turning, event: &KeyboardEvent) {
    match event.key().as_str() {
        " " => turning.pause(),
        "ArrowRight" | "PageDown" => turning.turn(1),
        "ArrowLeft" | "PageUp" => turning.turn(-1),
        _ => {
            dialog::close_on_escape(event);
            return;
        }
    }
    event.prevent_default();
}

/// Whose figures these are, of which day, and how far the pages have been turned.
fn foot(state: State, turning: Turning) -> View {
    let day = move || {
        let day = Wording::of(state)?.date(state.today.get()?);
        Some(format!("· {}", state.texts().page.as_of.with([&day])))
    };
    let synthetic = move || {
        let words = state.texts().page.synthetic_short;
        state.is_synthetic().then_some(words)
    };
    // Nobody at the screen sees the notice that the page behind it has.
    let unrefreshed = move || {
        let is_stale = state.feed.with(|feed| feed.error.is_some());
        let title = state.texts().faults.fault_refresh_title;
        is_stale.then(|| format!("{title} · {}", checked(state)))
    };
    let paused = move || {
        let texts = state.texts();
        let words = [texts.views.wall_paused, texts.views.wall_keys];
        turning.paused.get().then(|| words.join(" · "))
    };
    let number = move || {
        let count = |count: usize| count.to_string();
        let of = turning.pages.with(Vec::len);
        state
            .texts()
            .views
            .wall_page
            .with([&count(turning.number() + 1), &count(of)])
    };
    let dot = move |at: usize| {
        view! { <i class="wall__dot" class:is-on=move || turning.number() == at></i> }
    };
    view! {
        <footer class="wall__foot">
            <p class="wall__whose"><bdi>{live(move || programme_name(state))}</bdi> <span>{live(day)}</span></p>
            <p data-testid="wall-synthetic">{live(synthetic)}</p>
            <p class="wall__assumed" data-testid="wall-stale">{live(unrefreshed)}</p>
            <p class="wall__assumed" data-testid="wall-assumed">{live(move || assumed_words(state))}</p>
            <p role="status">{live(paused)}</p>
            <p class="wall__dots" role="img" aria-label=live(number) data-testid="wall-page">
                {crate::view::slots(memo(move || turning.pages.with(Vec::len)), dot)}
            </p>
        </footer>
    }
}
