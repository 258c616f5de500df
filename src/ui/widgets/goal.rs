//! The card of one goal: how far, where it should be by now, how sure the year's end is.

use crate::reactive::{Memo, expect_context, memo, provide_context};
use crate::state::State;
use crate::ui::detail::{
    course_of, crossing_words, goal_bar, has_figures, of_goal, open_detail, open_name,
    open_outlook, open_pace, to_date, unsettled,
};
use crate::ui::header::checked;
use crate::ui::leaderboard::status_word;
use crate::ui::live::{live, when};
use crate::ui::notice::notices;
use crate::ui::share::credit;
use crate::ui::wording::Wording;
use crate::view::{View, view};
use paceboard_core::format::{format_count, format_probability_in_words, format_ratio};
use paceboard_core::model::{DayRange, Money};
use paceboard_core::pace::Pace;
use paceboard_core::query::Status;

/// Height of the chart beside the figures, where there is room for it.
const CHART_PX: u32 = 190;

/// The card.
pub fn goal_card() -> View {
    let state = expect_context::<State>();
    provide_context(credit(state));
    let known = memo(move || state.detail.with(Option::is_some));
    view! {
        {notices()}
        {when(move || known.get(), move || view! {
            <article class="card card--goal" part="card" data-testid="goal-card" aria-label=live(move || open_name(state))>
                <div class="card__main">
                    {card_head(state)}
                    {goal_figures(state, Some("figure"))}
                    {state_line(state)}
                </div>
                <div class="card__chart">{course_of(state, CHART_PX)}</div>
            </article>
        })}
        {unknown(state)}
    }
}

/// Name of the channel or partner, and the day that all is seen from.
pub(super) fn card_head(state: State) -> View {
    let as_of = live(move || {
        let date = Wording::of(state)?.short_date(state.today.get()?);
        Some(state.texts().page.as_of.with([&date]))
    });
    view! {
        <header class="card__head">
            <h2 class="card__title" part="title"><bdi>{live(move || open_name(state))}</bdi></h2>
            <small class="quiet">{as_of}</small>
        </header>
    }
}

/// What the figures lack (days without data, refunds that have not settled), and when they were last
/// confirmed.
pub(super) fn state_line(state: State) -> View {
    let lacks = move || {
        let known = [gap_words(state), unsettled(state)];
        known.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    view! {
        <p class="card__line card__line--ends">
            <span data-testid="card-lacks">{live(lacks)}</span>
            <span data-testid="checked">{live(move || checked(state))}</span>
        </p>
    }
}

fn gap_words(state: State) -> Option<String> {
    let (open, metric) = (open_detail(state)?, Wording::of(state)?.metric);
    let to_date = DayRange::new(open.detail.course.year.from(), state.today.get()?.plus(1));
    let gaps = state.document.with(|document| {
        let document = document.as_ref()?;
        let (books, row) = (&document.books, (open.entity, open.detail.index));
        Some(books.lacking_days(&document.dataset, metric, row, to_date))
    })?;
    let words = state.texts().views.widget_gaps;
    (gaps > 0).then(|| words.with([&format_count(gaps as i64)]))
}

/// To date, the bar with its tick, and what is likely; the figure to date is that `part` of the card.
pub(super) fn goal_figures(state: State, part: Option<&'static str>) -> View {
    let pace = memo(move || open_pace(state));
    let status = memo(move || pace.get().map_or(Status::NoGoal, |pace| pace.status));
    view! {
        <p class="card__figures">
            <strong class="card__figure" part=move || part data-testid="goal-to-date">{live(move || to_date(state))}</strong>
            <span class="card__share">{live(move || of_goal(state))}</span>
        </p>
        <div part="bar">{goal_bar(pace, status)}</div>
        <p class="card__line card__line--ends">
            <span data-testid="goal-pace">{live(move || pace_line(state, pace))}</span>
            <span class="status" hidden=move || !has_figures(state) data-status=live(move || status.get().name())>
                <i class="mark"></i>
                {live(move || status_word(status.get(), state.texts()))}
            </span>
        </p>
        <p class="card__line" data-testid="goal-projected">
            {live(move || year_end(state).or_else(|| crossing_words(state)))}
        </p>
    }
}

/// How it keeps up with the plan, and how likely that is to be enough.
fn pace_line(state: State, pace: Memo<Option<Pace>>) -> Option<String> {
    let texts = state.texts();
    let ratio = format_ratio(i64::from(pace.get()?.pace_bp?));
    let odds = open_outlook(state)
        .and_then(|outlook| outlook.reach_bp)
        .filter(|bp| *bp < 10_000)
        .map(|bp| {
            texts
                .views
                .widget_odds
                .with([&format_probability_in_words(bp, texts.lang)])
        });
    let parts = [Some(texts.views.widget_pace.with([&ratio])), odds];
    Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

/// Where the year ends, in few words; nothing where it is settled.
fn year_end(state: State) -> Option<String> {
    let (wording, texts) = (Wording::of(state)?, state.texts());
    let outlook = open_outlook(state)?;
    let amount = |sum: Money| wording.amount(sum.minor());
    let end = amount(outlook.projected?);
    Some(match outlook.band {
        Some(band) => {
            let (low, high) = (amount(band.low), amount(band.high));
            texts.views.widget_year_end_band.with([&end, &low, &high])
        }
        None => texts.views.widget_year_end.with([&end]),
    })
}

/// Says that the document does not hold what the element names.
pub(super) fn unknown(state: State) -> View {
    let missing =
        move || state.document.with(Option::is_some) && state.detail.with(Option::is_none);
    view! {
        {when(missing, move || view! {
            <p class="card card--empty" role="status" data-testid="unknown">{state.word(|texts| texts.views.widget_unknown)}</p>
        })}
    }
}
