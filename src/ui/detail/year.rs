//! The year of the open row as a calendar, and what festivals have of it.

use super::calendar::calendar;
use super::open_detail;
use crate::reactive::{expect_context, memo};
use crate::shared::Shared;
use crate::state::State;
use crate::ui::live::items;
use crate::ui::parts::localized;
use crate::ui::wording::Wording;
use crate::view::{View, view};
use paceboard_core::format::format_percent;
use paceboard_core::ledger::Ledger;
use paceboard_core::measures::heatmap::{FestivalShare, Heatmap, festival_shares, heatmap};
use paceboard_core::model::{Dataset, Day, Event, FiscalYear};

/// The section's content; worked out while it is open.
pub fn year() -> View {
    let state = expect_context::<State>();
    let map = memo(move || found(state).map(Shared::new));
    view! {
        {calendar(map)}
        <h4>{state.word(|texts| texts.detail.festivals_title)}</h4>
        <ul class="takes" data-testid="festival-shares">{items(move || shares(state).unwrap_or_default())}</ul>
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

fn shares(state: State) -> Option<Vec<String>> {
    let wording = Wording::of(state)?;
    with_row(state, |row| {
        let (metric, events) = (row.dataset.programme.metric, &row.dataset.events);
        let found = festival_shares(row.ledger, metric, row.index, events, row.year, row.today);
        let line = |share: &FestivalShare| said_of(state, wording, &events[share.event], share);
        Some(found.iter().map(line).collect())
    })
}

fn said_of(state: State, wording: Wording, event: &Event, share: &FestivalShare) -> String {
    let percent = |bp: Option<i32>| bp.map_or_else(String::new, |bp| format_percent(i64::from(bp)));
    let values = [
        localized(wording.lang, &event.name, &event.alias),
        &wording.amount(share.total),
        &percent(share.share_bp),
        &percent(share.days_bp),
    ];
    state.texts().detail.festival_share.with(values)
}
