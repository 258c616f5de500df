//! Whom to look after: who crossed the line, who is about to, who slipped, who falls behind, who
//! rises.

use super::words::{counted, lacks_goals};
use crate::browser::popup;
use crate::reactive::{Memo, expect_context, memo};
use crate::shared::Shared;
use crate::state::{MOST_QUEUED, State, Worked};
use crate::ui::detail::{name_of, near_words};
use crate::ui::live::{dynamic, live, press, when};
use crate::ui::parts::{is_open, turn};
use crate::ui::wording::{Wording, measure};
use crate::view::{Event, View, event_target_value, view};
use paceboard_core::format::{
    format_compact, format_probability, format_ratio, format_signed_share,
};
use paceboard_core::measures::improved::{Gain, improved};
use paceboard_core::model::Dataset;
use paceboard_core::programme::{Crossing, Falling, Loss, Queues, near};
use paceboard_core::query::{Entity, Feed, Focus, Section};
use paceboard_core::text::Texts;

#[derive(Clone, PartialEq, Eq)]
struct Line {
    focus: Focus,
    name: String,
    note: String,
}

/// Lines, and how many there would be of all.
type Lines = (Vec<Line>, u32);

/// The list; each line opens its channel or partner. All but who crossed or rose asks how things
/// stood some weeks ago, which is worked out in slices, once for all the lists.
pub fn feed() -> View {
    let state = expect_context::<State>();
    let list = List::new(state);
    let List { which, lines, .. } = list;
    let left_out = move || lines.with(|lines| left_out(state, lines.as_ref()?));
    let whole = is_open(state, Section::Queue);
    let unfold = move || state.texts().programme.feed_unfold[usize::from(whole.get())];
    view! {
        <div class="programme__feed">
            {choice(state, which)}
            {when(move || list.about().is_some(), move || view! {
                <p class="quiet feed__about" data-testid="feed-about">{live(move || list.about())}</p>
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
        let lines = memo(move || match which.get() {
            Feed::Crossed => crossed(state),
            Feed::Nearest => nearest(state),
            which @ (Feed::Improved | Feed::Fastest) => risen(state, which),
            which => queued(state, which, &*queues(state)?),
        });
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

    /// What the figures of the lines are, where they do not say it themselves.
    fn about(self) -> Option<String> {
        match self.which.get() {
            Feed::Falling => fallen_words(self.state),
            which if asks_for_goals(which) => None,
            _ => compared_words(self.state),
        }
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

/// Whether the list is about the way to goals.
fn asks_for_goals(feed: Feed) -> bool {
    !matches!(feed, Feed::Improved | Feed::Fastest)
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

fn title(feed: Feed, texts: &Texts) -> &'static str {
    match feed {
        Feed::Crossed => texts.programme.crossed_title,
        Feed::Expected => texts.programme.expected_title,
        Feed::Slipped => texts.programme.slipped_title,
        Feed::Nearest => texts.programme.feed_nearest,
        Feed::Falling => texts.programme.falling_title,
        Feed::Improved => texts.programme.improved_title,
        Feed::Fastest => texts.programme.fastest_title,
    }
}

fn nobody(feed: Feed, state: State) -> &'static str {
    let (texts, told) = (&state.texts().programme, state.told.get() as usize);
    match feed {
        Feed::Crossed => texts.crossed_none[told],
        Feed::Expected => texts.expected_none[told],
        Feed::Slipped => texts.slipped_none,
        Feed::Nearest => texts.feed_nearest_none,
        Feed::Falling => texts.falling_none[told],
        Feed::Improved | Feed::Fastest => texts.improved_none,
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

/// The queues of those told of as they stand; `None` until they are worked out.
pub(super) fn queues(state: State) -> Option<Shared<Queues>> {
    match state.queues.worked()? {
        Worked::Queues(queues) => Some(queues),
        _ => None,
    }
}

/// How many more there are than lines.
fn left_out(state: State, (lines, count): &Lines) -> Option<String> {
    let more = count
        .checked_sub(lines.len() as u32)
        .filter(|more| *more > 0)?;
    let words = state.texts().programme.feed_more;
    Some(words.with([&counted(state, more)]))
}

fn crossed(state: State) -> Option<Lines> {
    let standing = state.standing(state.told.get()).get()?;
    standing.crossed_count?;
    let crossings = &standing.crossed_this_week;
    let first = &crossings[..crossings.len().min(MOST_QUEUED)];
    dated(state, first, crossings.len() as u32)
}

/// Who is foretold to be over the line soonest: what is missing, and the day.
fn nearest(state: State) -> Option<Lines> {
    let (paces, wording, outlook) = (
        state.paces.get()?,
        Wording::of(state)?,
        state.outlook.get()?,
    );
    let (rows, count) = near(&paces, &outlook, state.told.get(), MOST_QUEUED);
    written(state, &rows, count, |row| {
        (row.index, near_words(state, wording, row))
    })
}

fn queued(state: State, feed: Feed, queues: &Queues) -> Option<Lines> {
    let due = match feed {
        Feed::Falling => return falling(state, &queues.falling, queues.falling_count),
        Feed::Slipped => &queues.slipped,
        _ => &queues.expected,
    };
    dated(state, &due.first, due.count)
}

fn dated(state: State, crossings: &[Crossing], count: u32) -> Option<Lines> {
    let wording = Wording::of(state)?;
    written(state, crossings, count, |crossing| {
        (crossing.index, wording.short_date(crossing.day))
    })
}

fn falling(state: State, rows: &[Falling], count: u32) -> Option<Lines> {
    let ratio = |bp: i32| format_ratio(i64::from(bp));
    written(state, rows, count, |row| {
        let (before, now) = match row.lost {
            Loss::Reach { before_bp, now_bp } => {
                (format_probability(before_bp), format_probability(now_bp))
            }
            Loss::Pace { before_bp, now_bp } => (ratio(before_bp), ratio(now_bp)),
        };
        (row.index, format!("{before} → {now}"))
    })
}

/// Who gained most on the board against the window that it compares with.
fn risen(state: State, which: Feed) -> Option<Lines> {
    let (board, wording) = (state.board.get()?, Wording::of(state)?);
    state.document.with(|document| {
        let document = document.as_ref()?;
        let found = improved(&document.books, &board, MOST_QUEUED)?;
        let (gains, count) = match which {
            Feed::Fastest => (found.relative, found.relative_count),
            _ => (found.absolute, found.absolute_count),
        };
        let shown_in = measure(state, board.metric, &document.dataset.currency);
        let line = |gain: &Gain| {
            let amount = format_compact(gain.gain, wording.lang, shown_in);
            let share = gain.growth.map(format_signed_share);
            let note = match share {
                Some(share) => format!("+{amount} · {share}"),
                None => format!("+{amount}"),
            };
            named(&document.dataset, board.entity, wording, gain.index, note)
        };
        Some((gains.iter().map(line).collect(), count))
    })
}

/// What those who fall behind have lost, where that is no pace, which is written as such.
fn fallen_words(state: State) -> Option<String> {
    let is_reach = matches!(queues(state)?.falling.first()?.lost, Loss::Reach { .. });
    is_reach.then(|| state.texts().programme.falling_about.to_owned())
}

/// Which days are held against which.
fn compared_words(state: State) -> Option<String> {
    let (board, wording) = (state.board.get()?, Wording::of(state)?);
    let ranges = [board.window, board.compared].map(|range| wording.range(range));
    Some(
        state
            .texts()
            .programme
            .improved_against
            .with([&ranges[0], &ranges[1]]),
    )
}

fn written<T>(
    state: State,
    rows: &[T],
    count: u32,
    note: impl Fn(&T) -> (u32, String),
) -> Option<Lines> {
    let wording = Wording::of(state)?;
    state.document.with(|document| {
        let dataset = &document.as_ref()?.dataset;
        let line = |row: &T| {
            let (index, note) = note(row);
            named(dataset, state.told.get(), wording, index, note)
        };
        Some((rows.iter().map(line).collect(), count))
    })
}

fn named(dataset: &Dataset, entity: Entity, wording: Wording, index: u32, note: String) -> Line {
    let (id, name) = name_of(dataset, entity, index, wording);
    Line {
        focus: Focus::new(entity, id),
        name,
        note,
    }
}
