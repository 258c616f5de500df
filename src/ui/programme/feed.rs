//! Whom to look after: who crossed the line, who is about to, who slipped, who falls behind.

use crate::browser::popup;
use crate::reactive::{expect_context, memo};
use crate::state::State;
use crate::ui::live::{dynamic, live, press, when};
use crate::ui::parts::localized;
use crate::ui::wording::Wording;
use crate::view::{View, event_target_value, view};
use paceboard_core::format::{format_probability, format_ratio};
use paceboard_core::model::{Dataset, Id};
use paceboard_core::programme::{Crossing, Falling, Loss, Queues, queues};
use paceboard_core::query::{Entity, Feed, Focus};
use paceboard_core::text::Texts;

/// Most lines of those who fell behind.
const MOST_FALLING: usize = 50;

#[derive(Clone, PartialEq, Eq)]
struct Line {
    id: Id,
    name: String,
    note: String,
}

/// The list; each line opens its channel. All but who crossed asks how things stood some weeks
/// ago, which is worked out when it is first asked for.
pub fn feed() -> View {
    let state = expect_context::<State>();
    let which = memo(move || state.query.with(|query| query.feed));
    let queues = memo(move || {
        (which.get() != Feed::Crossed)
            .then(|| current(state))
            .flatten()
    });
    let lines = memo(move || match which.get() {
        Feed::Crossed => crossed(state).unwrap_or_default(),
        which => queues
            .with(|queues| queued(state, which, queues.as_ref()?))
            .unwrap_or_default(),
    });
    // Who crossed is known with the board, all else with the outlook.
    let is_known = move || match which.get() {
        Feed::Crossed => state.channels.with(Option::is_some),
        _ => state.outlook.with(Option::is_some),
    };
    let waits = move || which.get() != Feed::Crossed && state.foretelling_words().is_some();
    let none = move || waits() || (lines.with(Vec::is_empty) && is_known());
    let why = move || match state.foretelling_words().filter(|_| waits()) {
        Some(words) => words,
        None => nobody(which.get(), state.texts()),
    };
    view! {
        <div class="programme__feed">
            {choice(state)}
            {when(none, move || view! {
                <p class="quiet">{live(why)}</p>
            })}
            <ul
                class="feed"
                aria-label=live(move || title(which.get(), state.texts()))
                data-testid="crossed"
                on:keydown=move |event| popup::walk_on(&event)
            >
                {dynamic(move || {
                    lines.get().into_iter().enumerate().map(|(at, line)| entry(state, at, line)).collect::<View>()
                })}
            </ul>
        </div>
    }
}

fn choice(state: State) -> View {
    let choose = move |event| {
        let name = event_target_value(&event);
        state.update(|query| query.feed = Feed::from_name(&name).unwrap_or_default());
    };
    let option = move |feed: Feed| {
        let chosen = state.query.with(|query| query.feed == feed);
        view! { <option value=feed.name() selected=chosen>{title(feed, state.texts())}</option> }
    };
    view! {
        <select
            class="field feed__choice"
            data-testid="feed-choice"
            aria-label=state.word(|texts| texts.feed_choice)
            on:change=choose
        >
            {move || Feed::ALL.map(option)}
        </select>
    }
}

fn title(feed: Feed, texts: &Texts) -> &'static str {
    match feed {
        Feed::Crossed => texts.crossed_title,
        Feed::Expected => texts.expected_title,
        Feed::Slipped => texts.slipped_title,
        Feed::Falling => texts.falling_title,
    }
}

fn nobody(feed: Feed, texts: &Texts) -> &'static str {
    match feed {
        Feed::Crossed => texts.crossed_none,
        Feed::Expected => texts.expected_none,
        Feed::Slipped => texts.slipped_none,
        Feed::Falling => texts.falling_none,
    }
}

/// The first line takes the keyboard, arrow keys go on from it: fifty lines are not fifty tab stops.
fn entry(state: State, at: usize, line: Line) -> View {
    let tabindex = if at == 0 { "0" } else { "-1" };
    let open = press(move || {
        let focus = Focus::Channel(line.id.clone());
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

/// The queues of channels as they stand.
fn current(state: State) -> Option<Queues> {
    let (paces, outlook) = (state.paces.get()?, state.outlook.get()?);
    state.document.with(|document| {
        let document = document.as_ref()?;
        let (dataset, books) = (&document.dataset, &document.books);
        let entity = Entity::Channels;
        Some(queues(
            dataset,
            books,
            &paces,
            &outlook,
            entity,
            MOST_FALLING,
        ))
    })
}

fn crossed(state: State) -> Option<Vec<Line>> {
    let standing = state.channels.get()?;
    dated(state, &standing.crossed_this_week)
}

fn queued(state: State, feed: Feed, queues: &Queues) -> Option<Vec<Line>> {
    match feed {
        Feed::Falling => falling(state, &queues.falling),
        Feed::Slipped => dated(state, &queues.slipped),
        Feed::Crossed | Feed::Expected => dated(state, &queues.expected),
    }
}

fn dated(state: State, crossings: &[Crossing]) -> Option<Vec<Line>> {
    let wording = Wording::of(state)?;
    written(state, crossings, |crossing| {
        (crossing.index, wording.short_date(crossing.day))
    })
}

fn falling(state: State, rows: &[Falling]) -> Option<Vec<Line>> {
    let ratio = |bp: i32| format_ratio(i64::from(bp));
    written(state, rows, |row| {
        let (before, now) = match row.lost {
            Loss::Reach { before_bp, now_bp } => {
                (format_probability(before_bp), format_probability(now_bp))
            }
            Loss::Pace { before_bp, now_bp } => (ratio(before_bp), ratio(now_bp)),
        };
        (row.index, format!("{before} → {now}"))
    })
}

fn written<T>(state: State, rows: &[T], note: impl Fn(&T) -> (u32, String)) -> Option<Vec<Line>> {
    let lang = state.lang.get();
    state.document.with(|document| {
        let dataset = &document.as_ref()?.dataset;
        let line = |row: &T| {
            let (index, note) = note(row);
            named(dataset, lang, index as usize, note)
        };
        Some(rows.iter().map(line).collect())
    })
}

fn named(dataset: &Dataset, lang: paceboard_core::model::Lang, at: usize, note: String) -> Line {
    let channels = &dataset.channels;
    Line {
        id: channels.id[at].clone(),
        name: localized(lang, &channels.name[at], &channels.alias[at]).to_owned(),
        note,
    }
}
