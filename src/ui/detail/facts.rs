//! The figures at the top of the pane: to date, the bar towards the goal, and what follows from it.

use super::{has_figures, open_detail, open_outlook, open_pace};
use crate::reactive::{Memo, Signal, expect_context, memo};
use crate::state::{OpenDetail, State};
use crate::ui::foretold::basis_words;
use crate::ui::leaderboard::{ChangeWords, PROGRESS_END_BP, change_words, status_word};
use crate::ui::live::live;
use crate::ui::parts::{is_open, metric_name, turn_summary};
use crate::ui::programme::is_due;
use crate::ui::wording::{Wording, year_is_over};
use crate::view::{View, view};
use paceboard_core::board::{Board, Row};
use paceboard_core::format::{
    format_count, format_probability, format_rank, format_ratio, format_share,
};
use paceboard_core::model::{Dataset, DayRange, Share};
use paceboard_core::outlook::{Basis, Outlook};
use paceboard_core::pace::{CurveLevel, Pace};
use paceboard_core::query::{Plan, Preset, Section, Status, Window};
use paceboard_core::text::Texts;

/// Stands where a figure is still to come, so that it moves nothing when it does.
const AWAITED: &str = "…";

/// A figure of the open row: its hook, its name, and what reads it with what stands below it;
/// neither name nor figure where there is none.
type Fact = (
    &'static str,
    fn(&'static Texts) -> &'static str,
    fn(State) -> Option<[String; 2]>,
);

const FACTS: [Fact; 6] = [
    ("expected", |texts| texts.detail.fact_expected, expected),
    ("pace", |texts| texts.board.col_pace, pace),
    ("reach", |texts| texts.board.col_reach, reach),
    ("projected", |texts| texts.views.compare_landing, projected),
    ("crossing", |texts| texts.detail.fact_crossing, crossing),
    ("rank", |texts| texts.board.col_rank, rank),
];

/// The figures.
pub fn facts() -> View {
    let state = expect_context::<State>();
    let known = memo(move || has_figures(state));
    let pace = memo(move || open_pace(state).filter(|_| known.get()));
    let status = memo(move || pace.get().map_or(Status::NoGoal, |pace| pace.status));
    // What a figure rests on is told to who asks; why there is none, to all who do not fold it.
    // While it may still come, the fold is as it will be then.
    let told = memo(move || curve_words(state).is_some() && (has_band(state) || is_due(state)));
    let open = is_open(state, Section::Basis);
    view! {
        <section class="detail__part facts">
            <p class="facts__main">
                <strong class="facts__figure" data-testid="detail-to-date">{live(move || to_date(state))}</strong>
                <span class="card__share">{live(move || of_goal(state))}</span>
                <span class="status" hidden=move || !known.get() data-status=live(move || status.get().name()) data-testid="status">
                    <i class="mark"></i>
                    {live(move || status_word(status.get(), state.texts()))}
                </span>
            </p>
            {goal_bar(pace, status)}
            <dl class="facts__grid">{FACTS.map(|it| fact(state, it))}</dl>
            <details
                class="quiet"
                data-testid="curve-level"
                open=move || open.get() == told.get()
            >
                <summary on:click=turn_summary(state, Section::Basis)>{live(move || Some(state.texts().curve.line.with([curve_words(state)?[0]])))}</summary>
                <p>{live(move || Some(curve_words(state)?[1]))}</p>
                <p data-testid="basis">{live(move || basis(state))}</p>
            </details>
        </section>
    }
}

/// That there is no figure of the open row in the year so far.
pub(super) fn lack_words(state: State) -> Option<String> {
    let days = DayRange::new(
        open_detail(state)?.detail.course.year.from(),
        state.today.get()?.plus(1),
    );
    let days = Wording::of(state)?.range(days);
    Some(state.texts().files.empty_window.with([&days]))
}

fn fact(state: State, (hook, name, read): Fact) -> View {
    let found = memo(move || {
        let found = has_figures(state).then(|| read(state)).flatten();
        found.map(Vec::from).unwrap_or_default()
    });
    let part = move |at: usize| live(move || found.with(|found| found.get(at).cloned()));
    let name = live(move || found.with(|it| !it.is_empty()).then(|| name(state.texts())));
    view! {
        <div data-testid=hook>
            <dt>{name}</dt>
            <dd>{part(0)} <small>{part(1)}</small></dd>
        </div>
    }
}

/// The goal, in basis points and in parts per million of it.
const GOAL_BP: i32 = 10_000;
const PPM: i64 = 1_000_000;

/// The progress bar with the tick of what is expected by now; nothing without a goal.
pub fn goal_bar(pace: Memo<Option<Pace>>, status: Memo<Status>) -> View {
    let length = move |read: fn(&Pace) -> Option<Share>| {
        live(move || {
            let share = read(&pace.get()?)?;
            Some(share.basis_points().clamp(0, PROGRESS_END_BP).to_string())
        })
    };
    let (fill, tick) = (
        length(|pace| pace.progress),
        length(|pace| Share::of(pace.plan_ppm.into(), pace.goal.map(|_| PPM)?)),
    );
    let none = Signal::derive(move || pace.get().is_none_or(|pace| pace.progress.is_none()));
    // Alone it needs no room above the line that it does not use, as bars that share a scale do.
    let end = live(move || {
        let progress = pace.get()?.progress?.basis_points();
        (progress <= GOAL_BP).then(|| GOAL_BP.to_string())
    });
    view! {
        <div class="card__bar" aria-hidden="true" hidden=none data-status=live(move || status.get().name())
            style:--fill=fill style:--tick=tick style:--end=end>
            <i class="meter"></i>
        </div>
    }
}

/// The year so far.
pub fn to_date(state: State) -> Option<String> {
    Some(Wording::of(state)?.year_to_date(&open_pace(state)?))
}

/// How much of the goal is done, or that there are no figures yet.
pub fn of_goal(state: State) -> Option<String> {
    let pace = open_pace(state)?;
    if !pace.is_known {
        return lack_words(state);
    }
    let (goal, share) = (pace.goal?, format_share(pace.progress?));
    let goal = Wording::of(state)?.goal(goal);
    Some(state.texts().board.progress_of.with([&share, &goal]))
}

fn expected(state: State) -> Option<[String; 2]> {
    let expected = open_pace(state)?.expected?.minor();
    Some([Wording::of(state)?.amount(expected), String::new()])
}

fn pace(state: State) -> Option<[String; 2]> {
    let (pace, texts) = (open_pace(state)?, state.texts());
    let ahead = pace.to_date.minor() - pace.expected?.minor();
    let by = Wording::of(state)?.amount(ahead.abs());
    let against = if ahead >= 0 {
        texts.detail.ahead_by
    } else {
        texts.detail.behind_by
    };
    Some([format_ratio(i64::from(pace.pace_bp?)), against.with([&by])])
}

fn reach(state: State) -> Option<[String; 2]> {
    open_pace(state)?.goal?;
    let reach_bp = open_outlook(state).and_then(|outlook| outlook.reach_bp);
    let awaited = || is_due(state).then(|| AWAITED.to_owned());
    let figure = reach_bp.map(format_probability).or_else(awaited);
    Some([figure?, String::new()])
}

fn projected(state: State) -> Option<[String; 2]> {
    if year_is_over(state) {
        return None;
    }
    let (wording, texts) = (Wording::of(state)?, state.texts());
    let Some((outlook, projected)) = open_projection(state) else {
        let words = state.foretelling_words().unwrap_or_default();
        return is_due(state).then(|| [AWAITED.to_owned(), words.to_owned()]);
    };
    let within = outlook.band.map(|band| {
        let [low, high] = [band.low, band.high].map(|end| wording.alike(end.minor(), projected));
        texts.detail.fact_band.with([&low, &high])
    });
    Some([wording.amount(projected), within.unwrap_or_default()])
}

/// What is foretold of the open row, and what its year is projected to end at.
fn open_projection(state: State) -> Option<(Outlook, i64)> {
    let outlook = open_outlook(state)?;
    Some((outlook, outlook.projected?.minor()))
}

fn crossing(state: State) -> Option<[String; 2]> {
    let (wording, texts) = (Wording::of(state)?, state.texts());
    let pace = open_pace(state)?;
    pace.goal?;
    let is_over = pace.status == Status::Over;
    let (figure, note) = match (pace.crossed, open_projection(state)) {
        (Some(day), _) => (wording.date(day), ""),
        // Over the line by the sum that is given: the day is not known, or not yet.
        (None, _) if is_over => (state.is_opening().then(|| AWAITED.to_owned())?, ""),
        (None, Some((outlook, _))) => {
            let never = || texts.detail.fact_never.to_owned();
            let figure = outlook.crossing.map_or_else(never, |day| wording.date(day));
            let note = texts.detail.fact_projected;
            (figure, if year_is_over(state) { "" } else { note })
        }
        (None, None) if is_due(state) => (AWAITED.to_owned(), texts.detail.fact_projected),
        (None, _) => (texts.detail.crossing_not_yet.to_owned(), ""),
    };
    Some([figure, note.to_owned()])
}

fn rank(state: State) -> Option<[String; 2]> {
    let (open, texts) = (open_detail(state)?, state.texts());
    let of = format_count(i64::from(open.detail.of));
    let of = texts.views.widget_of_all.with([&of]);
    let parts = [Some(of), rank_change(state), ranked_by(state)];
    let note = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    Some([format_rank(open.detail.rank, state.lang.get()), note])
}

/// What the rank is by and over which days, where the board goes by others.
pub fn ranked_by(state: State) -> Option<String> {
    let texts = state.texts();
    let own = metric_name(Wording::of(state)?.metric, texts);
    (!goes_by_year(state)).then(|| texts.detail.ranked_by.with([own]))
}

/// Whether the board ranks by what the rank here is by: the programme's metric, year to date.
fn goes_by_year(state: State) -> bool {
    let of_year = Window::Preset(Preset::YearToDate);
    state.query.with(|query| query.window == of_year)
        && Wording::of(state).is_some_and(|wording| wording.metric == state.metric.get())
}

/// Places gained or lost, where the board ranks by what this rank is by.
fn rank_change(state: State) -> Option<String> {
    let is_whole = state.query.with(|query| query.filter.is_empty());
    let same = is_whole && goes_by_year(state);
    let (open, board) = (open_detail(state)?, state.board.get().filter(|_| same)?);
    let change = state.document.with(|document| {
        let row = ranked(&document.as_ref()?.dataset, &board, &open)?;
        Some(row.change)
    })?;
    let ChangeWords {
        places, direction, ..
    } = change_words(change, state.texts());
    Some(match direction {
        "up" => format!("▲{places}"),
        "down" => format!("▼{places}"),
        _ => return None,
    })
}

/// The open row on the board, where it has a rank there and that is one among all.
pub fn ranked<'a>(dataset: &Dataset, board: &'a Board, open: &OpenDetail) -> Option<&'a Row> {
    let all = dataset.scope.as_ref().map(|scope| scope.channels as usize);
    let is_among_all = all.is_none_or(|all| all == board.among);
    let rows = (is_among_all && board.entity == open.entity).then_some(&board.rows)?;
    rows.iter()
        .find(|row| row.index == open.detail.index && row.overall_rank > 0)
}

/// When the goal was reached, or that it was not; nothing without figures.
pub fn crossing_words(state: State) -> Option<String> {
    let (texts, pace) = (state.texts(), open_pace(state)?);
    pace.missing()?;
    Some(match pace.crossed {
        Some(day) => {
            let date = Wording::of(state)?.date(day);
            texts.detail.crossing_on.with([&date])
        }
        None if pace.status == Status::Over => return None,
        None => texts.detail.crossing_not_yet.to_owned(),
    })
}

/// Whether range and probability rest on something.
fn has_band(state: State) -> bool {
    open_outlook(state)
        .is_some_and(|outlook| matches!(outlook.basis, Basis::Tested | Basis::SameYear))
}

/// What range and probability rest on, or why there are none.
fn basis(state: State) -> Option<&'static str> {
    let (entity, basis) = (open_detail(state)?.entity, open_outlook(state)?.basis);
    Some(basis_words(state, basis, entity))
}

/// Which season the plan follows, and why; nothing without a goal.
fn curve_words(state: State) -> Option<[&'static str; 2]> {
    let pace = open_pace(state)?;
    pace.goal?;
    let texts = state.texts();
    if state.query.with(|query| query.plan == Plan::Linear) {
        return Some([texts.board.pace_linear, texts.board.pace_linear_note]);
    }
    let texts = &texts.curve;
    let not_read = state.is_opening()
        || open_outlook(state).is_some_and(|outlook| outlook.basis == Basis::NotRead);
    Some(match pace.level {
        CurveLevel::Category if not_read => [texts.category_season, texts.given_note],
        CurveLevel::Programme if not_read => [texts.programme_season, texts.given_note],
        CurveLevel::Own => [texts.own, texts.own_note],
        CurveLevel::OwnAndProgramme => [texts.own_and_programme, texts.own_and_programme_note],
        CurveLevel::Category => [texts.category_season, texts.category_note],
        CurveLevel::Programme => [texts.programme_season, texts.programme_note],
        CurveLevel::Linear => [texts.linear, texts.linear_note],
    })
}
