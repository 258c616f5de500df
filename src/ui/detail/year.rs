//! The year of the open row as a calendar, and what festivals have of it.

use super::calendar::calendar;
use super::open_detail;
use crate::reactive::{expect_context, memo};
use crate::shared::Shared;
use crate::state::State;
use crate::ui::live::dynamic;
use crate::ui::parts::{localized, metric_name, table_of, with_unit};
use crate::ui::wording::Wording;
use crate::view::{View, view};
use paceboard_core::format::format_share;
use paceboard_core::ledger::Ledger;
use paceboard_core::measures::heatmap::{FestivalShare, Heatmap, festival_shares, heatmap};
use paceboard_core::model::{Dataset, Day, FiscalYear, Share};

/// The section's content; worked out while it is open.
pub fn year() -> View {
    let state = expect_context::<State>();
    let map = memo(move || found(state).map(Shared::new));
    view! {
        {calendar(map)}
        {dynamic(move || shares(state).unwrap_or_else(View::empty))}
    }
}

/// The open row in the ledger of the programme's metric.
struct Row<'a> {
    dataset: &'a Dataset,
    ledger: &'a Ledger,
    index: u32,
    year: FiscalYear,
    today: Day,
}

fn with_row<T>(state: State, read: impl FnOnce(&Row<'_>) -> Option<T>) -> Option<T> {
    let open = open_detail(state)?;
    let today = state.today.get()?;
    state.document.with(|document| {
        let document = document.as_ref()?;
        read(&Row {
            dataset: &document.dataset,
            ledger: document.books.ledger(open.entity),
            index: open.detail.index,
            year: open.detail.course.year,
            today,
        })
    })
}

fn found(state: State) -> Option<Heatmap> {
    with_row(state, |row| {
        let (metric, events) = (row.dataset.programme.metric, &row.dataset.events);
        heatmap(row.ledger, metric, row.index, events, row.year, row.today)
    })
}

/// A row for each festival, where there has been any.
fn shares(state: State) -> Option<View> {
    let (wording, texts) = (Wording::of(state)?, state.texts());
    with_row(state, |row| {
        let (metric, events) = (row.dataset.programme.metric, &row.dataset.events);
        let found = festival_shares(row.ledger, metric, row.index, events, row.year, row.today);
        if found.is_empty() {
            return None;
        }
        let totals: Vec<i64> = found.iter().map(|share| share.total).collect();
        let (unit, totals) = wording.column(&totals);
        let percent = |read: fn(&FestivalShare) -> Option<Share>| {
            let cell = |share| read(share).map_or_else(|| "–".to_owned(), format_share);
            found.iter().map(cell).collect()
        };
        let name = |share: &FestivalShare| {
            let event = &events[share.event];
            localized(wording.lang, &event.name, &event.alias).to_owned()
        };
        let columns = vec![
            (
                texts.detail.festival.to_owned(),
                found.iter().map(name).collect(),
            ),
            (with_unit(metric_name(metric, texts), &unit, texts), totals),
            (texts.board.col_share.to_owned(), percent(|it| it.share)),
            (
                texts.detail.festival_days.to_owned(),
                percent(|it| it.share_of_days),
            ),
        ];
        Some(view! {
            <h4>{texts.detail.festivals_title}</h4>
            {table_of("festival-shares", columns)}
        })
    })
}
