//! A year as a calendar: a cell for each day, a column for each week.

mod legend;
mod picture;

use crate::browser::popup::place_of;
use crate::chart::plate_button;
use crate::reactive::{Memo, RwSignal, expect_context, memo};
use crate::shared::Shared;
use crate::state::State;
use crate::ui::live::{dynamic, live, when};
use crate::ui::parts::{localized, metric_name, table, table_button, with_unit};
use crate::ui::wording::Wording;
use crate::view::{KeyboardEvent, PointerEvent, View, view};
use legend::legend;
use paceboard_core::format::{DateForm, format_date, format_month_name};
use paceboard_core::measures::heatmap::{DayState, HeatCell, Heatmap};
use paceboard_core::model::{Day, Lang};

/// Days in a column.
const WEEK: isize = 7;
/// A name of a month needs so many columns.
const NAME_WEEKS: u32 = 3;

type Map = Memo<Option<Shared<Heatmap>>>;

/// The calendar, what the day pointed at says, what the shades mean, and the days as a table.
/// To assistive technology it is a slider over days, as charts are: one stop for the keyboard.
pub fn calendar(map: Map) -> View {
    let state = expect_context::<State>();
    let pointed = RwSignal::new(None::<usize>);
    let at = memo(move || {
        map.with(|map| {
            let cells = &map.as_ref()?.cells;
            let known = || cells.iter().rposition(|it| it.state != DayState::Future);
            pointed.get().filter(|at| *at < cells.len()).or_else(known)
        })
        .unwrap_or_default()
    });
    let reading = live(move || map.with(|map| said(state, map.as_ref()?.cells.get(at.get())?)));
    let point = move |event: &PointerEvent| {
        if let Some(place) = place_of(event) {
            pointed.set(Some(place));
        }
    };
    let last = move || map.with(|map| map.as_ref().map_or(0, |map| map.cells.len() - 1));
    let press = move |event: &KeyboardEvent| {
        if let Some(place) = moved(&event.key(), at.get_untracked(), last()) {
            event.prevent_default();
            pointed.set(Some(place));
        }
    };
    let mark = move || map.with(|map| Some(area(map.as_ref()?.cells.get(at.get())?)));
    view! {
        {when(move || map.with(Option::is_some), move || view! {
            <div
                class="heat"
                role="slider"
                tabindex="0"
                aria-label=state.word(|texts| texts.detail.heat_summary)
                aria-valuemin="0"
                aria-valuemax=last
                aria-valuenow=at
                aria-valuetext=reading
                data-testid="heat"
                on:pointermove=point
                on:pointerdown=point
                on:keydown=press
            >
                {dynamic(move || map.with(|map| map.as_ref().map_or_else(View::empty, |map| cells(state, map))))}
                <i class="heat__mark" style:grid-area=mark></i>
            </div>
            <p class="heat__said" data-testid="heat-day">{reading}</p>
            {dynamic(move || map.with(|map| map.as_ref().map_or_else(View::empty, |map| legend(state, map))))}
            <p class="quiet heat__key">{live(move || key_words(state))}</p>
            <div class="plate">
                {plate_button(state.word(|texts| texts.detail.chart_save), Box::new(move || picture::plate(state, &*map.get()?)))}
                {table_button(state, "heat-table", move || days(state, map))}
            </div>
        })}
    }
}

/// Where a key leads.
fn moved(key: &str, at: usize, last: usize) -> Option<usize> {
    let by = match key {
        "ArrowLeft" => -WEEK,
        "ArrowRight" => WEEK,
        "ArrowUp" => -1,
        "ArrowDown" => 1,
        "Home" => return Some(0),
        "End" => return Some(last),
        _ => return None,
    };
    at.checked_add_signed(by).filter(|place| *place <= last)
}

/// The place of a day; the first line is for the months.
fn area(cell: &HeatCell) -> String {
    format!("{} / {}", cell.weekday + 2, cell.week + 1)
}

fn cells(state: State, map: &Heatmap) -> View {
    let names = month_names(map, state.lang.get()).map(|(week, name)| {
        let place = format!("1 / {} / auto / span {NAME_WEEKS}", week + 1);
        view! { <span class="heat__month" aria-hidden="true" style:grid-area=place>{name}</span> }
    });
    let cell = |(at, cell): (usize, &HeatCell)| {
        view! {
            <i
                class="heat__day"
                data-at=at.to_string()
                data-level=level(cell)
                data-event=cell.event.is_some().to_string()
                style:grid-area=area(cell)
            ></i>
        }
    };
    let days = map.cells.iter().enumerate().map(cell);
    names.chain(days).collect()
}

/// The weeks over which names of months stand, with the names.
fn month_names(map: &Heatmap, lang: Lang) -> impl Iterator<Item = (u32, String)> {
    let next = map.months.iter().skip(1).map(|month| month.week);
    let next = next.chain([map.weeks]);
    let months = map.months.iter().zip(next);
    // A month that has begun before the year has a short piece of it, with no room for its name.
    let roomy = months.filter(|(month, next)| next - month.week >= NAME_WEEKS);
    roomy.filter_map(move |(month, _)| {
        let day = Day::from_ymd(month.year, month.month, 1)?;
        Some((month.week, format_month_name(day, lang)))
    })
}

/// What the marks mean, and how to walk over them.
fn key_words(state: State) -> String {
    let texts = state.texts();
    [texts.detail.heat_key, texts.detail.heat_walk].join(texts.programme.clause_joint)
}

fn level(cell: &HeatCell) -> String {
    match cell.state {
        DayState::Figure(_) => cell.level.to_string(),
        DayState::Gap => "gap".to_owned(),
        DayState::Future => "future".to_owned(),
    }
}

/// A day with its figure and its festival.
fn said(state: State, cell: &HeatCell) -> Option<String> {
    let wording = Wording::of(state)?;
    let date = format_date(cell.day, DateForm::Full, wording.lang);
    let parts = [Some(date), figure(state, wording, cell), event(state, cell)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    Some(parts.join(" · "))
}

/// The figure of a day; below zero it says so in words too.
fn figure(state: State, wording: Wording, cell: &HeatCell) -> Option<String> {
    match cell.state {
        DayState::Figure(figure) => {
            let texts = state.texts();
            let is_below = figure < 0;
            let words = if is_below {
                texts.detail.heat_below
            } else {
                ""
            };
            Some(with_unit(&wording.amount(figure), words, texts))
        }
        DayState::Gap => Some(state.texts().detail.chart_gap.to_owned()),
        DayState::Future => None,
    }
}

fn event(state: State, cell: &HeatCell) -> Option<String> {
    let (lang, event) = (state.lang.get(), cell.event?);
    state.document.with(|document| {
        let event = document.as_ref()?.dataset.events.get(event)?;
        Some(localized(lang, &event.name, &event.alias).to_owned())
    })
}

/// The days that have passed, as a table.
fn days(state: State, map: Map) -> View {
    let texts = state.texts();
    let (Some(wording), Some(map)) = (Wording::of(state), map.get()) else {
        return View::empty();
    };
    let row = |cell: &HeatCell| {
        let date = format_date(cell.day, DateForm::Full, wording.lang);
        let figure = figure(state, wording, cell)?;
        Some(vec![date, figure, event(state, cell).unwrap_or_default()])
    };
    let heads = [
        texts.detail.chart_day,
        metric_name(wording.metric, texts),
        texts.board.window_festivals,
    ];
    let rows = map.cells.iter().filter_map(row).collect();
    view! {
        <div class="chart__table" role="region" tabindex="0" aria-label=state.word(|texts| texts.detail.heat_summary)>
            {table("heat-days", heads.map(str::to_owned).to_vec(), rows)}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn keys_walk_by_days_and_weeks_within_the_year() {
        let check = |key, at, to| assert_eq!(moved(key, at, 364), to, "{key} from {at}");
        check("ArrowRight", 10, Some(17));
        check("ArrowLeft", 10, Some(3));
        check("ArrowLeft", 3, None);
        check("ArrowDown", 364, None);
        check("ArrowUp", 1, Some(0));
        check("Home", 99, Some(0));
        check("End", 99, Some(364));
        check("Enter", 99, None);
    }
}
