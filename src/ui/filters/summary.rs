//! What the filter leaves: how many rows, their sum, and the conditions in force.

use super::kind::{Kind, Named};
use super::window_menu::name as window_name;
use crate::reactive::{expect_context, memo};
use crate::state::State;
use crate::ui::leaderboard::{Lack, lack};
use crate::ui::live::{live, told};
use crate::ui::maturity::maturity_words;
use crate::ui::parts::{CLOSE, icon, metric_name, progress_text, range_text};
use crate::ui::share::csv_button;
use crate::view::{View, view};
use paceboard_core::board::Board;
use paceboard_core::format::{Measure, format_compact, format_count};
use paceboard_core::model::{Metric, ProgressRange};
use paceboard_core::query::{Entity, Filter, Preset, Window};

/// The line between the filters and the board.
pub fn summary() -> View {
    let state: State = expect_context();
    let sentence = memo(move || sentence(state));
    // What another day makes of it is not told: the line of days tells the day.
    let mut day = None;
    let news = move || {
        let (sentence, today) = (sentence.get(), state.today.get());
        (std::mem::replace(&mut day, today) == today).then_some(sentence)
    };
    let chips = move || chips(state);
    let several = move || state.query.with(|query| conditions(&query.filter) > 1);
    view! {
        <div class="summary">
            <p class="totals" data-testid="totals">{sentence}</p>
            {told(news)}
            <p class="missing">{move || awaited(state)}</p>
            <p class="unsettled" data-testid="immature">{live(move || unsettled(state))}</p>
            <div class="chips">{chips}</div>
            <button
                type="button"
                class="link"
                hidden=move || !several()
                on:click=move |_| state.update(|query| query.filter = Filter::default())
            >
                {state.word(|texts| texts.files.clear_filters)}
            </button>
            {csv_button()}
        </div>
    }
}

/// How many conditions are in force.
pub fn conditions(filter: &Filter) -> usize {
    let chosen: usize = Kind::ALL
        .into_iter()
        .map(|kind| kind.chosen(filter).len())
        .sum();
    let progress = usize::from(filter.progress.is_some());
    chosen + progress + usize::from(!filter.text.is_empty())
}

/// The days that are summed, where they are not all that were asked for.
fn known_days(state: State, board: &Board) -> Option<String> {
    let today = state.today.get()?;
    let asked = state.document.with(|document| {
        let dataset = &document.as_ref()?.dataset;
        Some(
            state
                .query
                .with(|query| query.window.resolve(dataset, today)),
        )
    })?;
    let known = range_text(board.known, state.lang.get());
    (asked != board.known).then(|| state.texts().board.known_days.with([&known]))
}

/// Whether partners are kept for some of their channels; their sums are those of all.
fn picks_by_channels(state: State) -> bool {
    state.query.with(|query| {
        let of_channels = !(query.filter.category.is_empty() && query.filter.province.is_empty());
        query.entity == Entity::Partners && of_channels
    })
}

/// `2,400 channels · ¥435.5B in all`; the count alone where no row has a figure.
fn sentence(state: State) -> String {
    let (lang, texts) = (state.lang.get(), state.texts());
    let currency = state.query.with(|query| query.currency.clone());
    let written = state.board.with(|board| {
        let board = board.as_ref()?;
        let measure = state.document.with(|document| {
            Some(Measure::of(
                board.metric,
                &document.as_ref()?.dataset.currency,
                currency.as_deref(),
            ))
        })?;
        let (rows, of) = (
            format_count(board.rows.len() as i64),
            format_count(board.of as i64),
        );
        let count = match (board.entity, board.rows.len() == board.of) {
            (Entity::Channels, true) => texts.board.shown_channels.with([&rows]),
            (Entity::Channels, false) => texts.board.shown_channels_of.with([&rows, &of]),
            (Entity::Partners, true) => texts.board.shown_partners.with([&rows]),
            (Entity::Partners, false) => texts.board.shown_partners_of.with([&rows, &of]),
        };
        let is_blank = board.rows.iter().all(|row| row.value.is_none());
        if is_blank || lack(state).is_some() {
            return Some(count);
        }
        let total = format_compact(board.total, lang, measure);
        let total = texts.board.shown_total.with([&total]);
        let mut parts = vec![count, total];
        parts.extend(known_days(state, board));
        if picks_by_channels(state) {
            parts.push(texts.board.whole_partners.to_owned());
        }
        Some(parts.join(" · "))
    });
    written.unwrap_or_default()
}

/// The metric that the board waits for.
fn awaited(state: State) -> Option<String> {
    let is_awaited = lack(state) == Some(Lack::Awaited);
    let texts = state.texts();
    let name = || metric_name(state.metric.get(), texts);
    is_awaited.then(|| texts.files.loading_metric.with([name()]))
}

/// What of net sales on the board is still to be refunded.
fn unsettled(state: State) -> Option<String> {
    let board = state.board.get()?;
    let rows = || board.rows.iter().map(|row| row.index).collect::<Vec<_>>();
    let is_net = board.metric == Metric::Net;
    is_net
        .then(|| maturity_words(state, board.entity, &rows(), board.window))
        .flatten()
}

/// Which days are summed and which rows kept, where that is not the year to date of all.
pub fn asked_words(state: State) -> Vec<String> {
    let asked = state.query.get();
    let of_year = Window::Preset(Preset::YearToDate);
    let days = (asked.window != of_year).then(|| window_name(state, &asked.window));
    let kept = Kind::ALL.into_iter();
    let kept = kept.flat_map(|kind| kind.chosen_named(state));
    let progress = asked
        .filter
        .progress
        .map(|range| progress_name(state, range));
    let text = Some(asked.filter.text).filter(|text| !text.is_empty());
    let kept = kept.map(|named| named.name).chain(progress).chain(text);
    days.into_iter().chain(kept).collect()
}

fn progress_name(state: State, range: ProgressRange) -> String {
    let words = &state.texts().board.progress_range;
    words.with([&progress_text(range)])
}

fn chips(state: State) -> View {
    let of_kind = |kind: Kind| {
        let chosen = kind.chosen_named(state).into_iter();
        chosen
            .map(move |named| {
                let Named { key, name, .. } = named;
                chip(
                    state,
                    name,
                    Box::new(move |filter| kind.toggle(filter, &key)),
                )
            })
            .collect::<Vec<_>>()
    };
    let range = state.query.with(|query| query.filter.progress);
    let progress = range.map(|range| {
        let name = progress_name(state, range);
        chip(state, name, Box::new(|filter| filter.progress = None))
    });
    let chosen = Kind::ALL.into_iter().flat_map(of_kind);
    chosen.chain(progress).collect::<View>()
}

fn chip(state: State, name: String, drop: Box<dyn Fn(&mut Filter)>) -> View {
    let remove = state.texts().board.filter_remove.with([&name]);
    view! {
        <button
            type="button"
            class="chip"
            title=remove.clone()
            aria-label=remove
            on:click=move |_| state.update(|query| drop(&mut query.filter))
        >
            <bdi>{name}</bdi>
            {icon(CLOSE)}
        </button>
    }
}
