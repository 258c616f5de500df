//! The card of one rank: where, next to whom, and what it takes to get on.

use super::goal::{card_head, goal_figures, state_line, unknown};
use crate::reactive::{Action, Memo, RwSignal, expect_context, memo};
use crate::state::State;
use crate::ui::detail::{neighbour_list, next_words, open_detail, open_name, ranked};
use crate::ui::leaderboard::{ChangeWords, change_words};
use crate::ui::live::{live, when};
use crate::ui::notice::notices;
use crate::ui::parts::{metric_name, range_text};
use crate::ui::wording::Wording;
use crate::view::{View, view};
use paceboard_core::format::{format_count, format_rank};
use paceboard_core::model::DayRange;
use paceboard_core::query::Focus;

/// The card; `chosen` hears which neighbour is pressed, and the card stays about its own channel.
pub fn rank_card(chosen: RwSignal<Option<Focus>>) -> View {
    let state = expect_context::<State>();
    let known = memo(move || state.detail.with(Option::is_some));
    let place = memo(move || place(state));
    let choose = Action::new(move |focus| chosen.set(Some(focus)));
    view! {
        {notices()}
        {when(move || known.get(), move || view! {
            <article class="card card--rank" part="card" data-testid="rank-card" aria-label=live(move || open_name(state))>
                <div class="card__main">
                    {card_head(state)}
                    {standing(state, place)}
                </div>
                <div class="card__rows" part="rows">
                    <p class="card__line" data-testid="rank-by">{live(move || by_words(state, place))}</p>
                    {neighbour_list(state, choose)}
                    <p class="card__line" data-testid="rank-next">{live(move || next_words(state))}</p>
                </div>
                <div class="card__main card__goal">
                    {goal_figures(state, None)}
                    <p class="card__line" data-testid="rank-takes">{live(move || takes_line(state))}</p>
                    {state_line(state)}
                </div>
            </article>
        })}
        {unknown(state)}
    }
}

/// A rank with the change of that same rank.
#[derive(Clone, PartialEq, Eq)]
struct Place {
    rank: u32,
    of: u32,
    change: Option<ChangeWords>,
    /// The days of rank and change, where they need saying.
    days: String,
    /// Whether it is the rank that neighbours and the way to the next go by.
    to_date: bool,
}

/// The rank on the days that the page asks for. Where the document does not rank all channels on
/// those days it is the rank by year to date, with no change. A row without figures has none.
fn place(state: State) -> Option<Place> {
    let (open, board) = (open_detail(state)?, state.board.get()?);
    if !open.detail.pace.is_known {
        return None;
    }
    let (lang, texts) = (state.lang.get(), state.texts());
    let year = DayRange::new(open.detail.course.year.from(), state.today.get()?.plus(1));
    state.document.with(|document| {
        let dataset = &document.as_ref()?.dataset;
        let own = (dataset.programme.metric, year);
        let row = ranked(dataset, &board, &open);
        let to_date = (board.metric, board.window) == own;
        let (metric, days) = row.map_or(own, |_| (board.metric, board.window));
        let (rank, of) = row
            .filter(|_| !to_date)
            .map_or((open.detail.rank, open.detail.of), |row| {
                (row.overall_rank, board.among as u32)
            });
        let days = (!to_date).then(|| {
            [
                metric_name(metric, texts).to_owned(),
                range_text(days, lang),
            ]
        });
        let against = row.map(|_| {
            let compared = range_text(board.compared, lang);
            texts.board.look_back_range.with([&compared])
        });
        let parts = days.into_iter().flatten().chain(against);
        Some(Place {
            rank,
            of,
            change: row.map(|row| change_words(row.change, texts)),
            days: parts.collect::<Vec<_>>().join(" · "),
            to_date: to_date || row.is_none(),
        })
    })
}

/// What neighbours stand in order of, where it is not what the rank above goes by.
fn by_words(state: State, place: Memo<Option<Place>>) -> Option<&'static str> {
    let is_other = !place.get()?.to_date;
    is_other.then(|| state.texts().views.widget_to_date)
}

fn standing(state: State, place: Memo<Option<Place>>) -> View {
    let rank = live(move || {
        let rank = |place: Place| format_rank(place.rank, state.lang.get());
        place.get().map_or_else(|| "–".to_owned(), rank)
    });
    let of = live(move || {
        let of = format_count(i64::from(place.get()?.of));
        Some(state.texts().views.widget_of_all.with([&of]))
    });
    let change = memo(move || place.get()?.change);
    let direction = live(move || change.get().map(|change| change.direction));
    let said = move || change.get().map(|change| change.said);
    let is_said = move || said().is_some_and(|said| !said.is_empty());
    view! {
        <p class="card__figures">
            <strong class="card__figure" part="figure" data-testid="rank-now">{rank}</strong>
            <span class="card__change" data-direction=direction aria-hidden=move || is_said().then_some("true")>{live(move || change.get().map(|change| change.places))}</span>
            <span class="spoken">{live(said)}</span>
            <span class="quiet">{of}</span>
        </p>
        <p class="card__line" data-testid="rank-days">{live(move || place.get().map(|place| place.days))}</p>
    }
}

/// What it takes on an ordinary day.
fn takes_line(state: State) -> Option<String> {
    let open = open_detail(state)?;
    let per_day = open.detail.required.as_ref()?.per_ordinary_day;
    let amount = Wording::of(state)?.enough(per_day.minor());
    Some(state.texts().detail.takes_per_day.with([&amount]))
}
