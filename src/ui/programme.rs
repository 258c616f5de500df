//! The programme's head: how many are over the line, whether that is enough, whom to look after.

mod burn_up;
mod feed;
mod timeline;
mod verdict;

use crate::chart::chart as canvas;
use crate::reactive::{Memo, expect_context, memo};
use crate::shared::Shared;
use crate::state::State;
use crate::ui::filters::assumed_note;
use crate::ui::foretold::{Foretold, sentence};
use crate::ui::live::{live, when};
use crate::ui::wording::Wording;
use crate::view::{View, view};
use burn_up::burn_up_chart;
use feed::feed;
use paceboard_core::format::{format_count, format_probability};
use paceboard_core::programme::{BurnUp, Standing, whole};
use paceboard_core::query::Entity;
use paceboard_core::text::Texts;
use timeline::timeline;
use verdict::{Verdict, verdict};

/// Height of the burn-up's drawing.
const CHART_PX: u32 = 176;

/// The programme's head; skeleton boxes of the same size before there is a document, and nothing
/// where there will be none.
pub fn programme_head() -> View {
    let state = expect_context::<State>();
    let later = later_memo(state);
    let chart = memo(move || burn_up_chart(state, later));
    let title = move || goal_words(state).map(|goal| state.texts().burn_up_title.with([&goal]));
    let failed =
        memo(move || state.fault.with(Option::is_some) && state.document.with(Option::is_none));
    view! {
        <section class="programme" hidden=failed aria-label=state.word(|texts| texts.aria_programme)>
            {figures(later)}
            <div class="programme__chart">
                {when(move || chart.with(Option::is_some), move || view! {
                    <h2 class="programme__title">{live(title)}</h2>
                    {canvas(chart, state.theme, CHART_PX, None)}
                })}
            </div>
            {feed()}
            {assumed_note()}
            {timeline()}
        </section>
    }
}

/// Figures and burn-up alone, for a screen that nobody can press.
pub fn poster() -> View {
    let state = expect_context::<State>();
    let later = later_memo(state);
    let chart = memo(move || burn_up_chart(state, later));
    view! {
        <div class="poster">
            {figures(later)}
            <div class="poster__chart" inert="inert">{canvas(chart, state.theme, CHART_PX, None)}</div>
        </div>
    }
}

type Later = Memo<Option<Shared<BurnUp>>>;

/// The whole fiscal year as far as the document goes, while an earlier day is looked at. It follows
/// the year and not the day, so that days can run by.
fn later_memo(state: State) -> Later {
    let year = memo(move || {
        let today = state.today.get()?;
        state.document.with(|document| {
            let dataset = &document.as_ref()?.dataset;
            let is_past = today < dataset.as_of.day;
            is_past.then(|| dataset.calendar.year_of(today))
        })
    });
    memo(move || {
        let year = year.get()?;
        state.document.with(|document| {
            let document = document.as_ref()?;
            let whole = whole(&document.dataset, &document.books, year, Entity::Channels);
            Some(Shared::new(whole))
        })
    })
}

/// What was foretold on an earlier day, held against what came.
fn came_words(state: State, later: &BurnUp) -> Option<String> {
    let (today, texts) = (state.today.get()?, state.texts());
    let last = later.year.from().plus(later.over.len() as i32 - 1);
    let (expected, band) = state.outlook.with(|outlook| {
        let landing = &outlook.as_ref()?.channels_landing;
        Some((landing.expected, landing.band))
    })?;
    let foretold = Foretold {
        year: later.year.range(),
        projected: i64::from(expected),
        band: band.map(|(low, high)| (i64::from(low), i64::from(high))),
        odds: odds_words(state),
        last,
        came: i64::from(*later.over.last()?),
    };
    let written = |count: i64| texts.shown_channels.with([&format_count(count)]);
    (today < last)
        .then(|| sentence(state, &foretold, &written, &format_count))
        .flatten()
}

fn figures(later: Later) -> View {
    let state = expect_context::<State>();
    let over = move || with_channels(state, |standing| format_count(i64::from(standing.over)));
    let of_target = move || {
        let target = with_channels(state, |standing| standing.target)??;
        Some(
            state
                .texts()
                .head_over_of
                .with([&format_count(i64::from(target))]),
        )
    };
    let caption = move || match goal_words(state) {
        Some(goal) => Some(state.texts().head_over.with([&goal])),
        None => state
            .document
            .with(Option::is_some)
            .then(|| state.texts().head_no_goal.to_owned()),
    };
    let judged = memo(move || {
        let odds_bp = state
            .outlook
            .with(|outlook| outlook.as_ref()?.channels_landing.target_bp);
        with_channels(state, |standing| verdict(standing, odds_bp, state.texts())).flatten()
    });
    view! {
        <div class="programme__figures" data-testid="programme-figures">
            <p class="programme__caption">{live(caption)}</p>
            <p class="programme__over">
                <strong data-testid="channels-over">{live(over)}</strong>
                <span class="programme__target">{live(of_target)}</span>
            </p>
            {judgement(state, judged, later)}
            <ul class="programme__facts">
                <li data-testid="crossed-week">{live(move || crossed_words(state))}</li>
                <li data-testid="partners-over">{live(move || partner_words(state))}</li>
                <li data-testid="needed">{live(move || needed_words(state))}</li>
                <li>{live(move || days_left(state))}</li>
            </ul>
        </div>
    }
}

fn judgement(state: State, judged: Memo<Option<Verdict>>, later: Later) -> View {
    let with = move |read: fn(&Verdict) -> String| judged.with(|judged| judged.as_ref().map(read));
    let landing = move || match later.get() {
        Some(later) => came_words(state, &later).or_else(|| landing_words(state)),
        None => landing_words(state),
    };
    let class = move || with(|verdict| format!("verdict verdict--{}", verdict.tone));
    view! {
        <p class=live(class) data-testid="verdict">
            <span class="verdict__word">{live(move || with(|verdict| verdict.word.to_owned()))}</span>
            <span data-testid="landing">{live(landing)}</span>
            <span class="verdict__sentence quiet">{live(move || with(|verdict| verdict.sentence.clone()))}</span>
        </p>
    }
}

fn with_channels<T>(state: State, read: impl FnOnce(&Standing) -> T) -> Option<T> {
    state
        .channels
        .with(|standing| standing.as_ref().map(|standing| read(standing)))
}

/// The goal of a channel in words, where the programme has one.
pub(super) fn goal_words(state: State) -> Option<String> {
    let wording = Wording::of(state)?;
    let goal = state
        .document
        .with(|document| document.as_ref()?.dataset.programme.channel_goal)?;
    Some(wording.goal(goal))
}

/// Where the year ends, and how sure that is.
fn landing_words(state: State) -> Option<String> {
    let texts = state.texts();
    if let Some(words) = state.foretelling_words() {
        return Some(words.to_owned());
    }
    state.outlook.with(|outlook| {
        let landing = &outlook.as_ref()?.channels_landing;
        let count = |count: u32| format_count(i64::from(count));
        let expected = count(landing.expected);
        let Some((low, high)) = landing.band else {
            return (landing.expected > 0).then(|| texts.head_landing_plain.with([&expected]));
        };
        let lands = texts
            .head_landing
            .with([&expected, &count(low), &count(high)]);
        Some(joined(texts, [Some(lands), odds_words(state)]))
    })
}

/// How likely the target is.
fn odds_words(state: State) -> Option<String> {
    let target = with_channels(state, |standing| standing.target).flatten()?;
    let odds_bp = state
        .outlook
        .with(|outlook| outlook.as_ref()?.channels_landing.target_bp)?;
    let values = [
        &format_count(i64::from(target)),
        &format_probability(odds_bp),
    ];
    Some(
        state
            .texts()
            .head_target_odds
            .with(values.map(String::as_str)),
    )
}

/// Clauses as one sentence.
fn joined(texts: &Texts, clauses: [Option<String>; 2]) -> String {
    let clauses: Vec<String> = clauses.into_iter().flatten().collect();
    clauses.join(texts.clause_joint)
}

/// How many crossings a week the target takes from here.
fn needed_words(state: State) -> Option<String> {
    let tenths = state
        .outlook
        .with(|outlook| outlook.as_ref()?.channels_landing.needed_per_week_tenths)
        .filter(|tenths| *tenths > 0)?;
    let number = format!("{}.{}", format_count(i64::from(tenths / 10)), tenths % 10);
    Some(state.texts().head_needed_week.with([&number]))
}

fn crossed_words(state: State) -> Option<String> {
    let texts = state.texts();
    with_channels(state, |standing| match standing.crossed_count {
        0 => texts.head_crossed_none.to_owned(),
        count => texts
            .head_crossed_week
            .with([&format_count(i64::from(count))]),
    })
}

fn partner_words(state: State) -> Option<String> {
    let texts = state.texts();
    state.partners.with(|standing| {
        let standing = standing.as_ref()?;
        let over = format_count(i64::from(standing.over));
        let goal = state
            .document
            .with(|document| document.as_ref()?.dataset.programme.partner_goal);
        goal?;
        let over = match standing.target {
            Some(target) => texts
                .head_partners
                .with([&over, &format_count(i64::from(target))]),
            None => texts.head_partners_no_target.with([&over]),
        };
        let lands = partners_landing(state);
        Some(joined(texts, [Some(over), lands]))
    })
}

/// Where the partners land.
fn partners_landing(state: State) -> Option<String> {
    let texts = state.texts();
    state.outlook.with(|outlook| {
        let landing = &outlook.as_ref()?.partners_landing;
        let count = |count: u32| format_count(i64::from(count));
        let expected = count(landing.expected);
        match landing.band {
            Some((low, high)) => {
                let values = [&expected, &count(low), &count(high)];
                Some(texts.head_partners_landing.with(values.map(String::as_str)))
            }
            None => {
                (landing.expected > 0).then(|| texts.head_partners_landing_plain.with([&expected]))
            }
        }
    })
}

fn days_left(state: State) -> Option<String> {
    let texts = state.texts();
    let today = state.today.get()?;
    let year = state.document.with(|document| {
        document
            .as_ref()
            .map(|document| document.dataset.calendar.year_of(today))
    })?;
    let left = year.range().to().days_since(today) - 1;
    Some(match left {
        0 => texts.head_year_over.to_owned(),
        days => texts.head_days_left.with([&format_count(i64::from(days))]),
    })
}
