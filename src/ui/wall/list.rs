//! A page of lines. The lines stay; what they say follows the page and the data.

use super::line::{LINES, Line, full_bar, lines};
use super::pages::Page;
use crate::reactive::{Memo, memo};
use crate::state::State;
use crate::ui::filters::asked_words;
use crate::ui::live::{live, when};
use crate::ui::parts::metric_name;
use crate::ui::programme::counted;
use crate::view::{View, view};
use paceboard_core::format::format_count;
use paceboard_core::query::Entity;

/// The page's title and its lines.
pub(super) fn list(state: State, page: Memo<Page>) -> View {
    let lines = memo(move || lines(state, page.get()));
    let none = memo(move || lines.with(Vec::is_empty));
    view! {
        <h2 class="wall__title">
            {live(move || title(state, page.get()))}
            <small>{live(move || more(state, page.get()))}</small>
        </h2>
        {when(move || none.get(), move || view! { <p>{state.word(|texts| texts.views.wall_none)}</p> })}
        <p class="wall__line wall__heads" aria-hidden="true" hidden=none data-page=live(move || kind(state, page.get()))>
            {(0..HEADS).map(|at| head(state, page, at)).collect::<View>()}
        </p>
        <ol class="wall__lines" data-page=live(move || kind(state, page.get()))>
            {(0..LINES).map(|at| line(lines, at)).collect::<View>()}
        </ol>
    }
}

fn title(state: State, page: Page) -> String {
    let texts = state.texts();
    match page {
        Page::Head => String::new(),
        Page::Nearest => texts.views.wall_nearest.to_owned(),
        Page::Crossed => texts
            .views
            .wall_crossed
            .with([&counted(state, crossings(state) as u32)]),
        Page::Board(first) => {
            let rows = state
                .board
                .with(|board| board.as_ref().map_or(0, |board| board.rows.len()));
            let metric = metric_name(state.metric.get(), texts);
            let last = (first + LINES).min(rows);
            let [from, to] = [first + 1, last].map(|count| format_count(count as i64));
            if from == to {
                return texts.views.wall_board_one.with([metric, &to]);
            }
            texts.views.wall_board.with([metric, &from, &to])
        }
    }
}

fn crossings(state: State) -> usize {
    state
        .standing(state.told.get())
        .with(|standing| standing.as_ref().map_or(0, |it| it.crossed_this_week.len()))
}

/// Columns of a page.
const HEADS: usize = 6;

/// What a page is about, for the style sheet.
fn kind(state: State, page: Page) -> &'static str {
    match page {
        Page::Board(_) if state.lacks_goals(state.query.with(|query| query.entity)) => "plain",
        Page::Board(_) => "values",
        Page::Crossed => "days",
        _ => "goals",
    }
}

fn head(state: State, page: Memo<Page>, at: usize) -> View {
    view! { <span>{live(move || heads(state, page.get())[at])}</span> }
}

/// The headings, as on the board.
fn heads(state: State, page: Page) -> [&'static str; HEADS] {
    let (texts, entity) = (state.texts(), state.query.with(|query| query.entity));
    let told = if matches!(page, Page::Board(_)) {
        entity
    } else {
        state.told.get()
    };
    let name = match told {
        Entity::Channels => texts.board.col_channel,
        Entity::Partners => texts.board.col_partner,
    };
    let (lead, progress, value) = match page {
        Page::Board(_) => (
            texts.board.col_rank,
            "",
            metric_name(state.metric.get(), texts),
        ),
        Page::Crossed => (
            texts.detail.chart_day,
            texts.board.col_progress,
            texts.board.window_year_to_date,
        ),
        // Places on this list, not ranks.
        _ => ("#", texts.board.col_progress, texts.board.col_gap),
    };
    [lead, name, "", progress, value, texts.board.col_status]
}

/// Which rows of which days and what a full bar is, or how many there is no room for.
fn more(state: State, page: Page) -> Option<String> {
    if let Page::Board(first) = page {
        let words = asked_words(state).into_iter().chain(full_bar(state, first));
        return Some(words.collect::<Vec<_>>().join(" · "));
    }
    let beyond = crossings(state).saturating_sub(LINES) as u32;
    let words = state.texts().views.wall_more;
    (page == Page::Crossed && beyond > 0).then(|| words.with([&counted(state, beyond)]))
}

fn line(lines: Memo<Vec<Line>>, at: usize) -> View {
    let line = memo(move || {
        lines
            .with(|lines| lines.get(at).cloned())
            .unwrap_or_default()
    });
    let text = move |pick: fn(&Line) -> &String| live(move || line.with(|line| pick(line).clone()));
    let fill = move || line.with(|line| line.meter.unwrap_or_default().0.to_string());
    let tick = move || line.with(|line| line.meter.unwrap_or_default().1.to_string());
    view! {
        <li
            class="wall__line"
            hidden=move || line.with(|line| line.name.is_empty())
            data-status=move || line.with(|line| line.status)
            style:--fill=fill
            style:--tick=tick
        >
            <span class="wall__lead">{text(|line| &line.lead)}</span>
            <bdi class="wall__name">{text(|line| &line.name)}</bdi>
            <i class=move || line.with(|line| line.bar) aria-hidden="true"></i>
            <span class="wall__progress">{text(|line| &line.progress)}</span>
            <strong class="wall__value">{text(|line| &line.value)}</strong>
            <span class="wall__status"><i class="mark" aria-hidden="true"></i>{live(move || line.with(|line| line.word))}</span>
        </li>
    }
}
