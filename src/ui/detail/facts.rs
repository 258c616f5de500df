//! The figures at the top of the pane: to date, goal, expected, pace, crossing.

use super::{open_detail, open_outlook, open_pace};
use crate::reactive::{expect_context, memo};
use crate::state::State;
use crate::ui::leaderboard::status_word;
use crate::ui::live::live;
use crate::ui::wording::Wording;
use crate::view::{View, view};
use paceboard_core::format::{
    format_count, format_percent, format_probability_in_words, format_ratio,
};
use paceboard_core::model::Money;
use paceboard_core::pace::{CurveLevel, Pace};
use paceboard_core::query::{Plan, Status};
use paceboard_core::text::Texts;

/// The figures.
pub fn facts() -> View {
    let state = expect_context::<State>();
    let pace = memo(move || open_pace(state));
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
            <p data-testid="projected">{live(move || projected_words(state))}</p>
            <p data-testid="crossing">{live(move || crossing_words(state))}</p>
            <p>{live(move || rank_words(state))}</p>
            <p class="quiet" data-testid="basis">{live(move || basis_words(state))}</p>
            <p class="quiet facts__curve" data-testid="curve-level">{live(move || curve_words(state))}</p>
        </section>
    }
}

fn progress_words(pace: &Pace, wording: &Wording, texts: &Texts) -> Option<String> {
    let (goal, progress_bp) = (pace.goal?, pace.progress_bp?);
    Some(
        texts
            .board
            .progress_of
            .with([&format_percent(i64::from(progress_bp)), &wording.goal(goal)]),
    )
}

fn pace_words(pace: &Pace, wording: &Wording, texts: &Texts) -> Option<String> {
    let (expected, pace_bp) = (pace.expected?, pace.pace_bp?);
    let ahead = pace.to_date.minor() - expected.minor();
    let by = wording.amount(ahead.abs());
    let against = if ahead >= 0 {
        texts.detail.ahead_by.with([&by])
    } else {
        texts.detail.behind_by.with([&by])
    };
    let ratio = format_ratio(i64::from(pace_bp));
    let expected = texts
        .detail
        .expected_now
        .with([&wording.amount(expected.minor())]);
    Some(format!(
        "{} {ratio} · {expected} · {against}",
        texts.board.col_pace
    ))
}

/// Where the year ends, within what, and how likely that is enough; nothing where it is settled.
pub fn projected_words(state: State) -> Option<String> {
    let (wording, texts) = (Wording::of(state)?, state.texts());
    if let Some(words) = state.foretelling_words() {
        return Some(words.to_owned());
    }
    let outlook = open_outlook(state)?;
    let amount = |sum: Money| wording.amount(sum.minor());
    let mut words = texts.programme.year_end.with([&amount(outlook.projected?)]);
    if let Some(band) = outlook.band {
        let [low, high] = wording.band(band.low.minor(), band.high.minor());
        words.push_str(&texts.programme.year_end_band.with([&low, &high]));
    }
    if let Some(reach_bp) = outlook.reach_bp.filter(|bp| *bp < 10_000) {
        words.push_str(texts.programme.clause_joint);
        words.push_str(
            &texts
                .programme
                .reach_odds
                .with([&format_probability_in_words(reach_bp, texts.lang)]),
        );
    }
    Some(words)
}

/// When the goal was, or is likely to be, reached.
pub fn crossing_words(state: State) -> Option<String> {
    let (wording, texts) = (Wording::of(state)?, state.texts());
    let pace = open_detail(state)?.detail.pace;
    pace.goal?;
    let foretold =
        open_outlook(state).and_then(|outlook| Some((outlook.projected?, outlook.crossing)));
    Some(match (pace.crossed, foretold) {
        (Some(day), _) => texts.detail.crossing_on.with([&wording.date(day)]),
        (None, Some((_, Some(day)))) => texts
            .programme
            .crossing_projected
            .with([&wording.date(day)]),
        (None, Some((_, None))) if pace.status != Status::Over => {
            texts.programme.crossing_not_this_year.to_owned()
        }
        (None, _) => texts.detail.crossing_not_yet.to_owned(),
    })
}

/// What range and probability rest on, or why there are none.
fn basis_words(state: State) -> Option<&'static str> {
    let entity = open_detail(state)?.entity;
    let basis = open_outlook(state)?.basis;
    Some(crate::ui::foretold::basis_words(
        basis,
        entity,
        state.texts(),
    ))
}

fn rank_words(state: State) -> Option<String> {
    let detail = &open_detail(state)?.detail;
    let (rank, of) = (
        format_count(i64::from(detail.rank)),
        format_count(i64::from(detail.of)),
    );
    Some(state.texts().board.rank_of.with([&rank, &of]))
}

/// Which season the plan follows, and why.
fn curve_words(state: State) -> Option<String> {
    let pace = open_detail(state)?.detail.pace;
    pace.goal?;
    let texts = state.texts();
    if state.query.with(|query| query.plan == Plan::Linear) {
        return Some(
            texts
                .detail
                .curve_line
                .with([texts.board.pace_linear, texts.board.pace_linear_note]),
        );
    }
    let (name, note) = match pace.level {
        CurveLevel::Own => (texts.detail.curve_own, texts.detail.curve_own_note),
        CurveLevel::Category => (
            texts.detail.curve_category,
            texts.detail.curve_category_note,
        ),
        CurveLevel::Programme => (
            texts.detail.curve_programme,
            texts.detail.curve_programme_note,
        ),
        CurveLevel::Linear => (texts.detail.curve_linear, texts.detail.curve_linear_note),
    };
    Some(texts.detail.curve_line.with([name, note]))
}
