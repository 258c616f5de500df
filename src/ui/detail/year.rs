//! The year of the open row as a calendar, and what festivals have of it.

use super::open_detail;
use crate::reactive::{expect_context, memo};
use crate::state::State;
use crate::ui::live::{dynamic, items, live};
use crate::ui::parts::localized;
use crate::ui::wording::Wording;
use crate::view::{View, view};
use paceboard_core::format::{DateForm, format_date, format_percent};
use paceboard_core::ledger::Ledger;
use paceboard_core::measures::heatmap::{
    DayState, FestivalShare, HeatCell, Heatmap, festival_shares, heatmap,
};
use paceboard_core::model::{Dataset, Day, Event, FiscalYear};

/// The section's content; worked out while it is open.
pub fn year() -> View {
    let state = expect_context::<State>();
    let map = memo(move || found(state));
    view! {
        {dynamic(move || map.with(|map| map.as_ref().map_or_else(View::empty, |map| calendar(state, map))))}
        <h4>{state.word(|texts| texts.festivals_title)}</h4>
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

/// A cell for each day, weeks from left to right. Its figures stand in the table of the daily
/// chart, so here they are a picture with a sentence.
fn calendar(state: State, map: &Heatmap) -> View {
    let wording = Wording::of(state);
    let cell = |cell: &HeatCell| {
        let title = wording.map(|wording| said(state, wording, cell));
        let place = format!("{} / {}", cell.weekday + 1, cell.week + 1);
        view! {
            <i
                class="heat__day"
                data-level=level(cell)
                data-event=cell.event.is_some().to_string()
                style:grid-area=place
                title=title
            ></i>
        }
    };
    let cells = map.cells.iter().map(cell).collect::<View>();
    view! {
        <div class="heat" role="img" aria-label=live(move || state.texts().heat_summary) data-testid="heat">{cells}</div>
        <p class="quiet heat__key">{state.word(|texts| texts.heat_key)}</p>
    }
}

fn level(cell: &HeatCell) -> String {
    match cell.state {
        DayState::Figure(_) => cell.level.to_string(),
        DayState::Gap => "gap".to_owned(),
        DayState::Future => "future".to_owned(),
    }
}

fn said(state: State, wording: Wording, cell: &HeatCell) -> String {
    let date = format_date(cell.day, DateForm::Full, wording.lang);
    match cell.state {
        DayState::Figure(figure) => format!("{date} {}", wording.amount(figure)),
        DayState::Gap => format!("{date} {}", state.texts().chart_gap),
        DayState::Future => date,
    }
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
    state.texts().festival_share.with(values)
}
