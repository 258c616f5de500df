//! The figures at the top of the pane: to date, goal, expected, pace, crossing.

use super::open_detail;
use crate::reactive::{expect_context, memo};
use crate::state::State;
use crate::ui::leaderboard::status_word;
use crate::ui::live::live;
use crate::ui::wording::Wording;
use crate::view::{View, view};
use paceboard_core::format::{format_count, format_percent, format_ratio};
use paceboard_core::pace::{CurveLevel, Pace};
use paceboard_core::query::{Plan, Status};
use paceboard_core::text::Texts;

/// The figures.
pub fn facts() -> View {
    let state = expect_context::<State>();
    let pace = memo(move || open_detail(state).map(|open| open.detail.pace));
    let status = memo(move || pace.get().map_or(Status::NoGoal, |pace| pace.status));
    let say = move |words: fn(&Pace, &Wording, &Texts) -> Option<String>| {
        live(move || words(&pace.get()?, &Wording::of(state)?, state.texts()))
    };
    view! {
        <section class="detail__part facts">
            <p class="facts__main">
                <strong class="facts__figure" data-testid="detail-to-date">
                    {say(|pace, wording, _| Some(wording.amount(pace.to_date.minor())))}
                </strong>
                <span class="status" data-status=live(move || status.get().name()) data-testid="status">
                    <i class="mark"></i>
                    {live(move || status_word(status.get(), state.texts()))}
                </span>
            </p>
            <p>{say(progress_words)}</p>
            <p>{say(pace_words)}</p>
            <p data-testid="crossing">{say(crossing_words)}</p>
            <p>{live(move || rank_words(state))}</p>
            <p class="quiet facts__curve" data-testid="curve-level">{live(move || curve_words(state))}</p>
        </section>
    }
}

fn progress_words(pace: &Pace, wording: &Wording, texts: &Texts) -> Option<String> {
    let (goal, progress_bp) = (pace.goal?, pace.progress_bp?);
    Some(
        texts
            .progress_of
            .with([&format_percent(i64::from(progress_bp)), &wording.goal(goal)]),
    )
}

fn pace_words(pace: &Pace, wording: &Wording, texts: &Texts) -> Option<String> {
    let (expected, pace_bp) = (pace.expected?, pace.pace_bp?);
    let ahead = pace.to_date.minor() - expected.minor();
    let by = wording.amount(ahead.abs());
    let against = if ahead >= 0 {
        texts.ahead_by.with([&by])
    } else {
        texts.behind_by.with([&by])
    };
    let ratio = format_ratio(i64::from(pace_bp));
    let expected = texts.expected_now.with([&wording.amount(expected.minor())]);
    Some(format!(
        "{} {ratio} · {expected} · {against}",
        texts.col_pace
    ))
}

fn crossing_words(pace: &Pace, wording: &Wording, texts: &Texts) -> Option<String> {
    pace.goal?;
    Some(match pace.crossed {
        Some(day) => texts.crossing_on.with([&wording.date(day)]),
        None => texts.crossing_not_yet.to_owned(),
    })
}

fn rank_words(state: State) -> Option<String> {
    let detail = &open_detail(state)?.detail;
    let (rank, of) = (
        format_count(i64::from(detail.rank)),
        format_count(i64::from(detail.of)),
    );
    Some(state.texts().rank_of.with([&rank, &of]))
}

/// Which season the plan follows, and why.
fn curve_words(state: State) -> Option<String> {
    let pace = open_detail(state)?.detail.pace;
    pace.goal?;
    let texts = state.texts();
    if state.query.with(|query| query.plan == Plan::Linear) {
        return Some(
            texts
                .curve_line
                .with([texts.pace_linear, texts.pace_linear_note]),
        );
    }
    let (name, note) = match pace.level {
        CurveLevel::Own => (texts.curve_own, texts.curve_own_note),
        CurveLevel::Category => (texts.curve_category, texts.curve_category_note),
        CurveLevel::Programme => (texts.curve_programme, texts.curve_programme_note),
        CurveLevel::Linear => (texts.curve_linear, texts.curve_linear_note),
    };
    Some(texts.curve_line.with([name, note]))
}
