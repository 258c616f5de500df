//! The headings: names, units, and the order of the rows.

use super::column::{Heading, is_one_line, next_sort};
use super::list::List;
use crate::reactive::{Memo, memo};
use crate::ui::parts::{metric_name, with_unit};
use crate::view::{MouseEvent, View, view};
use paceboard_core::format::{DateForm, format_in_words, format_range, unit_label};
use paceboard_core::query::{Column, Entity, Preset, SortKey, Window};

/// The row of headings.
pub fn header(list: List) -> View {
    view! {
        <div class="head" role="row" aria-rowindex="1">
            {Column::ALL.map(|column| heading(list, column))}
        </div>
    }
}

fn heading(list: List, column: Column) -> View {
    let sort = move || list.state.query.with(|query| query.sort);
    let title = memo(move || title(list, column));
    let content = match column.sort_key() {
        Some(key) => sort_button(list, column, key, title),
        None => view! { <span class="heading"><span>{title}</span></span> },
    };
    view! {
        <div
            class=format!("cell cell-{}", column.name())
            role="columnheader"
            aria-sort=move || column.aria_sort(sort())
            title=move || note(list, column)
        >
            {content}
        </div>
    }
}

fn sort_button(list: List, column: Column, key: SortKey, title: Memo<String>) -> View {
    let click = move |_: &MouseEvent| {
        list.active.set(None);
        list.state
            .update(|query| query.sort = next_sort(query.sort, key));
    };
    let label = move || (column == Column::Rank).then(|| list.state.texts().board.col_rank);
    view! {
        <button type="button" class="heading" aria-label=label on:click=click>
            <span>{title}</span>
            <i class="arrow" aria-hidden="true"></i>
        </button>
    }
}

fn title(list: List, column: Column) -> String {
    let texts = list.state.texts();
    let of_partners = list
        .state
        .query
        .with(|query| query.entity == Entity::Partners);
    match (column, list.look.get()) {
        (Column::Value, Some(look)) => {
            let name = metric_name(list.state.metric.get(), texts);
            with_unit(name, &unit_label(&look.value), texts)
        }
        (Column::Gap, Some(look)) => {
            let unit = unit_label(&look.gap);
            let unit = if is_other_window(list) {
                texts.board.unit_of_year.with([&unit])
            } else {
                unit
            };
            with_unit(texts.board.col_gap, &unit, texts)
        }
        (Column::Rank, _) if has_overall(list) => texts.board.rank_heading_all.to_owned(),
        (Column::Rank, _) => "#".to_owned(),
        (Column::Progress | Column::Pace | Column::Status, _) if is_other_window(list) => {
            with_unit(
                column.title(texts, of_partners),
                texts.board.year_to_date_short,
                texts,
            )
        }
        _ => column.title(texts, of_partners).to_owned(),
    }
}

/// Whether the board sums other days than progress and pace do.
fn is_other_window(list: List) -> bool {
    let to_date = Window::Preset(Preset::YearToDate);
    list.state.query.with(|query| query.window != to_date)
}

/// What the column means, for the tooltip of its heading.
fn note(list: List, column: Column) -> Option<String> {
    let texts = list.state.texts();
    let counts_year = matches!(
        column,
        Column::Progress | Column::Pace | Column::Gap | Column::Status
    );
    let words = definition(list, column)?;
    Some(if counts_year && is_other_window(list) {
        format!("{words}\n{}", texts.board.year_to_date_note)
    } else {
        words
    })
}

fn definition(list: List, column: Column) -> Option<String> {
    let texts = list.state.texts();
    match column {
        Column::Rank => {
            let parts = [
                overall_note(list),
                Some(texts.board.rank_tie_rule.to_owned()),
            ];
            Some(parts.into_iter().flatten().collect::<Vec<_>>().join("\n"))
        }
        Column::Change => Some(format!("{}\n{}", texts.page.def_change, compared(list)?)),
        Column::Value => scale(list),
        Column::Share => Some(texts.page.def_share.to_owned()),
        Column::Trend => Some(texts.page.def_trend.to_owned()),
        Column::Progress => {
            let metric = list
                .state
                .document
                .with(|it| Some(it.as_ref()?.dataset.programme.metric))?;
            let progress = texts.page.def_progress.with([metric_name(metric, texts)]);
            Some(format!("{progress}\n{}", texts.page.def_expected))
        }
        Column::Pace => Some(texts.page.def_pace.to_owned()),
        Column::Reach => Some(texts.page.def_reach.to_owned()),
        Column::Status => Some(texts.page.def_status.to_owned()),
        Column::Gap => Some(texts.page.def_gap.to_owned()),
        Column::Name | Column::Partner => None,
    }
}

/// Whether ranks have a second number: among all, where rows are filtered and have the room of a line.
fn has_overall(list: List) -> bool {
    let layout = list.state.layout;
    let has_room = layout.printing.get() || is_one_line(layout.width_px.get());
    has_room && list.look.get().is_some_and(|look| look.filtered)
}

/// What the second number of a rank is, where there is one.
pub fn overall_note(list: List) -> Option<String> {
    has_overall(list).then(|| list.state.texts().board.rank_overall_note.to_owned())
}

/// The days that rank change compares with.
pub fn compared(list: List) -> Option<String> {
    let state = list.state;
    let board = state.board.get()?;
    let compared = board.compared;
    let is_by_day = state.document.with(|document| {
        let books = &document.as_ref()?.books;
        Some(books.ledger(board.entity).has(board.metric))
    })?;
    if compared.is_empty() || !is_by_day {
        return None;
    }
    Some(state.texts().board.look_back_range.with([&format_range(
        compared,
        DateForm::Full,
        state.lang.get(),
    )]))
}

/// What a full bar of the value column stands for; nothing where there is no bar.
pub fn scale(list: List) -> Option<String> {
    let look = list.look.get()?;
    let largest = list
        .state
        .board
        .with(|board| Some(board.as_ref()?.largest))
        .filter(|largest| *largest > 0)?;
    Some(look.texts().board.bar_scale.with([&format_in_words(
        largest,
        look.lang,
        look.value.measure,
    )]))
}
