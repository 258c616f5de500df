//! What the head says in words: where the year lands, what it takes, and how partners do.

use super::with_channels;
use crate::state::State;
use crate::ui::foretold::{Foretold, sentence};
use paceboard_core::format::{format_count, format_probability};
use paceboard_core::programme::BurnUp;
use paceboard_core::text::Texts;

/// What was foretold on an earlier day, held against what came.
pub fn came_words(state: State, later: &BurnUp) -> Option<String> {
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

/// Where the year ends, and how sure that is.
pub fn landing_words(state: State) -> Option<String> {
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
pub fn needed_words(state: State) -> Option<String> {
    let tenths = state
        .outlook
        .with(|outlook| outlook.as_ref()?.channels_landing.needed_per_week_tenths)
        .filter(|tenths| *tenths > 0)?;
    let number = format!("{}.{}", format_count(i64::from(tenths / 10)), tenths % 10);
    Some(state.texts().head_needed_week.with([&number]))
}

/// How many crossed lately.
pub fn crossed_words(state: State) -> Option<String> {
    let texts = state.texts();
    with_channels(state, |standing| match standing.crossed_count {
        0 => texts.head_crossed_none.to_owned(),
        count => texts
            .head_crossed_week
            .with([&format_count(i64::from(count))]),
    })
}

/// How many partners are over the line, and where they land.
pub fn partner_words(state: State) -> Option<String> {
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

/// How long the fiscal year goes on.
pub fn days_left(state: State) -> Option<String> {
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
