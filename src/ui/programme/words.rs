//! What the head says in words: where the year lands, what it takes, and how partners do.

use super::feed::queues;
use super::with_told;
use crate::state::State;
use crate::ui::foretold::{Foretold, sentence, why_no_odds};
use crate::ui::wording::{Wording, days_to_come, year_is_over};
use paceboard_core::format::{format_count, format_probability_in_words};
use paceboard_core::programme::{BurnUp, whole};
use paceboard_core::query::{AS_GIVEN_BP, Entity};
use paceboard_core::text::Texts;

/// Crossings a week are counted in tenths.
const TENTHS: u32 = 10;
/// From how many a week on tenths say nothing.
const MANY: u32 = 10;

/// A number of those told of: `12 个`, `12 家`.
pub fn counted(state: State, count: u32) -> String {
    counted_of(state, state.told.get(), &format_count(i64::from(count)))
}

fn counted_of(state: State, entity: Entity, count: &str) -> String {
    state.texts().programme.count_of[entity as usize].with([count])
}

/// What was foretold on an earlier day, held against what came; neither heeds what is assumed now.
pub fn came_words(state: State, later: &BurnUp) -> Option<String> {
    let (today, texts) = (state.today.get()?, state.texts());
    let last = later.year.from().plus(later.over.len() as i32 - 1);
    let (expected, by_last, band, odds_bp) = state.outlook_given.with(|outlook| {
        let landing = outlook.as_ref()?.landing(state.told.get());
        // The path begins tomorrow.
        let by_last = landing.path.get((last.days_since(today) - 1) as usize);
        let by_last = by_last.map(|count| i64::from(count.expected));
        Some((landing.expected, by_last, landing.band, landing.target_bp))
    })?;
    let foretold = Foretold {
        year: later.year.range(),
        projected: i64::from(expected),
        band: band.map(|(low, high)| (i64::from(low), i64::from(high))),
        odds: odds_bp.and_then(|odds_bp| Some(target_odds(state, target_given(state)?, odds_bp))),
        last,
        by_last,
        came: i64::from(came_given(state, later)?),
    };
    let words = match state.told.get() {
        Entity::Channels => texts.board.shown_channels,
        Entity::Partners => texts.board.shown_partners,
    };
    let written = |count: i64| words.with([&format_count(count)]);
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
        let landing = outlook.as_ref()?.landing(state.told.get());
        let count = |count: u32| format_count(i64::from(count));
        let expected = counted(state, landing.expected);
        if !has_goals(state) {
            return None;
        }
        if year_is_over(state) {
            return Some(texts.programme.head_landing_over.with([&expected]));
        }
        let Some((low, high)) = landing.band else {
            return Some(texts.programme.head_landing_plain.with([&expected]));
        };
        let lands = texts
            .programme
            .head_landing
            .with([&expected, &count(low), &count(high)]);
        Some(joined(texts, [Some(lands), odds_words(state)]))
    })
}

/// Whether there is a line that all those told of are held against: neither where nobody has a goal
/// or any figure, nor where the document holds only some of them.
fn has_goals(state: State) -> bool {
    let told = state.told.get();
    !super::is_scoped(state)
        && state.paces.with(Option::is_some)
        && !state.lacks_goals(told)
        && !state.lacks_figures(told)
}

/// Whether none of those told of has a goal, as far as that is known.
pub fn lacks_goals(state: State) -> bool {
    state.lacks_goals(state.told.get())
}

/// Whether none of those told of has any figure in the year.
pub fn lacks_figures(state: State) -> bool {
    state.lacks_figures(state.told.get())
}

/// Why the landing has no range, or that of the others has none.
pub fn no_band_words(state: State) -> Option<String> {
    if year_is_over(state) || lacks_figures(state) {
        return None;
    }
    let others = others(state);
    let has_others = state
        .standing(others)
        .with(|it| it.as_ref().is_some_and(|it| it.target.is_some()));
    let reason = |entity| why_no_odds(state, entity);
    let of_told = reason(state.told.get()).filter(|_| has_goals(state));
    let words = of_told.or_else(|| reason(others).filter(|_| has_others))?;
    Some(words.to_owned())
}

/// The kind that the head tells of beside the one that it is about.
fn others(state: State) -> Entity {
    match state.told.get() {
        Entity::Channels => Entity::Partners,
        Entity::Partners => Entity::Channels,
    }
}

/// Sales of the whole programme by the year's end.
pub fn total_words(state: State) -> Option<String> {
    let wording = Wording::of(state)?;
    let total = state.outlook.with(|outlook| outlook.as_ref()?.total)?;
    if lacks_figures(state) {
        return None;
    }
    let words = if year_is_over(state) {
        state.texts().programme.head_total_over
    } else {
        state.texts().programme.head_total
    };
    Some(words.with([&wording.amount(total.minor())]))
}

/// How likely the target is.
fn odds_words(state: State) -> Option<String> {
    let target = with_told(state, |standing| standing.target).flatten()?;
    let odds_bp = state
        .outlook
        .with(|outlook| outlook.as_ref()?.landing(state.told.get()).target_bp)?;
    Some(target_odds(state, target, odds_bp))
}

fn target_odds(state: State, target: u32, odds_bp: u16) -> String {
    let texts = state.texts();
    let values = [
        &counted(state, target),
        &format_probability_in_words(odds_bp, texts.lang),
    ];
    texts
        .programme
        .head_target_odds
        .with(values.map(String::as_str))
}

/// The target that the document gives.
fn target_given(state: State) -> Option<u32> {
    state.loaded.with(|document| {
        let programme = &document.as_ref()?.dataset.programme;
        match state.told.get() {
            Entity::Channels => programme.target_channels,
            Entity::Partners => programme.target_partners,
        }
    })
}

/// How many came to be over the lines that the document gives.
fn came_given(state: State, later: &BurnUp) -> Option<u32> {
    if state.query.with(|query| query.assume.goal_bp) == AS_GIVEN_BP {
        return later.over.last().copied();
    }
    state.loaded.with(|document| {
        let document = document.as_ref()?;
        let (dataset, books) = (&document.dataset, &document.books);
        let whole = whole(dataset, books, later.year, state.told.get());
        whole.over.last().copied()
    })
}

/// Clauses as one sentence.
fn joined(texts: &Texts, clauses: [Option<String>; 2]) -> String {
    let clauses: Vec<String> = clauses.into_iter().flatten().collect();
    clauses.join(texts.programme.clause_joint)
}

/// How many crossings a week the target takes from here; all of them, where that is less than one.
pub fn needed_words(state: State) -> Option<String> {
    let tenths = state
        .outlook
        .with(|outlook| {
            outlook
                .as_ref()?
                .landing(state.told.get())
                .needed_per_week_tenths
        })
        .filter(|tenths| *tenths > 0 && !lacks_goals(state) && !lacks_figures(state))?;
    let programme = &state.texts().programme;
    if tenths < TENTHS {
        let needed = with_told(state, |standing| {
            Some(standing.target?.saturating_sub(standing.over?))
        })??;
        return Some(programme.head_needed.with([&counted(state, needed)]));
    }
    let number = weekly(tenths);
    let number = counted_of(state, state.told.get(), &number);
    Some(programme.head_needed_week.with([&number]))
}

/// A number of crossings a week: with a tenth where it matters, else as many as are enough.
fn weekly(tenths: u32) -> String {
    if tenths >= MANY * TENTHS {
        return format_count(i64::from(tenths.div_ceil(TENTHS)));
    }
    let whole = format_count(i64::from(tenths / TENTHS));
    format!("{whole}.{}", tenths % TENTHS)
}

/// How many crossed lately.
pub fn crossed_words(state: State) -> Option<String> {
    let texts = state.texts();
    if lacks_figures(state) {
        return Some(texts.programme.head_no_figures.to_owned());
    }
    if lacks_goals(state) {
        return None;
    }
    let crossed = match with_told(state, |standing| standing.crossed_count)?? {
        0 => texts.programme.head_crossed_none.to_owned(),
        count => texts
            .programme
            .head_crossed_week
            .with([&counted(state, count)]),
    };
    let slipped = queues(state).map_or(0, |queues| queues.slipped.count);
    let slipped = (slipped > 0).then(|| {
        let words = texts.programme.head_slipped_week;
        words.with([&counted(state, slipped)])
    });
    Some(joined(texts, [Some(crossed), slipped]))
}

/// How many of the others are over the line, and where they land.
pub fn others_words(state: State) -> Option<String> {
    let (texts, others) = (state.texts(), others(state));
    let (over, target) = state
        .standing(others)
        .with(|it| it.as_ref().and_then(|it| Some((it.over?, it.target))))
        .filter(|_| !state.lacks_goals(others) && !state.lacks_figures(others))?;
    let count = |count: u32| format_count(i64::from(count));
    let counted = |number: u32| counted_of(state, others, &count(number));
    let at = others as usize;
    let over = match target {
        Some(target) => texts.programme.head_others[at].with([&count(over), &counted(target)]),
        None => texts.programme.head_others_no_target[at].with([&counted(over)]),
    };
    let lands = state.outlook.with(|outlook| {
        let outlook = outlook.as_ref().filter(|_| !year_is_over(state))?;
        let landing = outlook.landing(others);
        let expected = counted(landing.expected);
        let programme = &texts.programme;
        Some(match landing.band {
            Some((low, high)) => {
                let values = [&expected, &count(low), &count(high)];
                programme
                    .head_others_landing
                    .with(values.map(String::as_str))
            }
            None => programme.head_others_landing_plain.with([&expected]),
        })
    });
    Some(joined(texts, [Some(over), lands]))
}
/// How long the fiscal year goes on.
pub fn days_left(state: State) -> Option<String> {
    let texts = state.texts();
    Some(match days_to_come(state)? {
        0 => texts.programme.head_year_over.to_owned(),
        days => texts
            .programme
            .head_days_left
            .with([&format_count(i64::from(days))]),
    })
}
