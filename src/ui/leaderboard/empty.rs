//! The board has no rows to show: which condition of the filter to loosen, or what the document
//! lacks.

use super::lack::Lack;
use super::list::List;
use crate::browser::host::Host;
use crate::reactive::expect_context;
use crate::state::State;
use crate::ui::filters::{Kind, conditions};
use crate::ui::left_out::{left_out, left_out_words};
use crate::ui::live::{dynamic, press};
use crate::ui::parts::{metric_name, progress_text, range_text};
use crate::ui::wording::Wording;
use crate::view::{View, view};
use paceboard_core::format::format_count;
use paceboard_core::model::DayRange;
use paceboard_core::query::{Entity, Filter, Preset, Window};

/// A way out of an empty board.
struct Way {
    text: String,
    /// How many rows it would show, where that is known.
    would_show: Option<u32>,
    take: Box<dyn Fn(State)>,
}

/// Why there are no rows, and what to do about it.
struct Reason {
    title: String,
    more: String,
    ways: Vec<Way>,
}

/// Says why there are no rows and offers ways out.
pub fn empty(list: List) -> View {
    let state = list.state;
    let host = expect_context::<Host>();
    dynamic(move || {
        let texts = state.texts();
        let lack = list.lack.get();
        let reason = match lack {
            Some(lack) => lacking(state, lack, host),
            None => filtered_out(state),
        };
        let ways: View = reason
            .ways
            .into_iter()
            .map(|way| button(state, way))
            .collect();
        let conditions = state.query.with(|query| conditions(&query.filter));
        let several = lack.is_none() && conditions > 1;
        // How many rows a filter leaves is told with their sum, and while the reader types once.
        let role = lack.is_some().then(|| "status".to_owned());
        view! {
            <div class="empty" role=role data-testid="leaderboard-empty">
                <p class="empty-title">{reason.title}</p>
                <p>{reason.more}</p>
                <div class="empty-ways">{ways}</div>
                <button
                    type="button"
                    class="link"
                    hidden=!several
                    on:click=move |_| state.update(|query| query.filter = Filter::default())
                >
                    {texts.files.clear_filters}
                </button>
            </div>
        }
    })
}

fn button(state: State, way: Way) -> View {
    let would_show = way.would_show.map(|rows| {
        let rows = format_count(i64::from(rows));
        state.texts().files.loosen_would_show.with([&rows])
    });
    view! {
        <button type="button" class="button" on:click=press(move || (way.take)(state))>
            {way.text}
            <small>{would_show}</small>
        </button>
    }
}

fn of_partners(state: State) -> bool {
    state.query.with(|query| query.entity == Entity::Partners)
}

/// No row meets the filter.
fn filtered_out(state: State) -> Reason {
    let texts = &state.texts().files;
    let title = if of_partners(state) {
        texts.empty_partners
    } else {
        texts.empty_channels
    };
    Reason {
        title: title.to_owned(),
        more: texts.empty_loosen.to_owned(),
        ways: ways(state),
    }
}

/// The document lacks what the board is about: one way on, where there is one.
fn lacking(state: State, lack: Lack, host: Host) -> Reason {
    let (texts, metric) = (state.texts(), state.metric.get());
    let name = metric_name(metric, texts);
    let (title, way) = match lack {
        Lack::OtherDays(days) => {
            let covers = range_text(days, state.lang.get());
            let is_within = state
                .board
                .with(|it| it.as_ref().is_some_and(|it| !it.known.is_empty()));
            let title = texts.files.empty_days[usize::from(is_within)];
            return Reason {
                title: title.to_owned(),
                more: texts.board.window_outside.with([&covers]),
                ways: vec![to_days(state, days, &covers)],
            };
        }
        Lack::SumsAlone => {
            return Reason {
                title: texts.files.empty_days[0].to_owned(),
                more: texts.board.sums_alone.to_owned(),
                ways: to_sums(state).into_iter().collect(),
            };
        }
        Lack::Rows if of_partners(state) => {
            (texts.files.no_partners.to_owned(), Some(to_channels(state)))
        }
        Lack::Rows => (texts.files.no_channels.to_owned(), None),
        Lack::Metric => {
            let mut left_out = left_out(state);
            left_out.retain(|it| *it == metric);
            let words = left_out_words(state, &left_out)
                .unwrap_or_else(|| texts.files.empty_metric.with([name]));
            (words, to_own_metric(state))
        }
        Lack::Refused | Lack::Awaited => {
            let retry = Way {
                text: texts.faults.retry.to_owned(),
                would_show: None,
                take: Box::new(move |_| host.refresh()),
            };
            (texts.files.refused_metric.with([name]), Some(retry))
        }
    };
    Reason {
        title,
        more: String::new(),
        ways: way.into_iter().collect(),
    }
}

const YEAR: Window = Window::Preset(Preset::YearToDate);

/// To the year to date, or to all `days` with data where it has none of them; to the latest day
/// where they all lie after the one looked at.
fn to_days(state: State, days: DayRange, covers: &str) -> Way {
    let today = state.today.get();
    if today.is_some_and(|today| today < days.from()) {
        return to_latest(state);
    }
    let in_year = state.document.with(|document| {
        let year = YEAR.resolve(&document.as_ref()?.dataset, today?);
        Some(!days.intersect(year).is_empty())
    });
    if in_year == Some(true) && !is_window(state, &YEAR) {
        to_window(state.texts().board.window_year_to_date, YEAR)
    } else {
        to_window(covers, Window::Custom(days))
    }
}

/// To the days that the sums are of: those of the latest day alone, and not those already asked for.
fn to_sums(state: State) -> Option<Way> {
    let (last, has_year, has_month) = state.document.with(|document| {
        let dataset = &document.as_ref()?.dataset;
        let totals = dataset.totals.as_ref()?;
        let has = |sums: &[Option<i64>]| sums.iter().any(Option::is_some);
        let known = (has(&totals.to_date), has(&totals.last_28));
        Some((dataset.as_of.day, known.0, known.1))
    })?;
    if state.today.get()? < last {
        return Some(to_latest(state));
    }
    let words = &state.texts().board;
    let year = has_year.then_some((words.window_year_to_date, YEAR));
    let month = has_month.then_some((words.window_last_28, Window::Preset(Preset::Last28)));
    let mut ways = year.into_iter().chain(month);
    let (text, window) = ways.find(|(_, window)| !is_window(state, window))?;
    Some(to_window(text, window))
}

fn is_window(state: State, window: &Window) -> bool {
    state.query.with(|query| query.window == *window)
}

fn to_latest(state: State) -> Way {
    Way {
        text: state.texts().board.as_of_latest.to_owned(),
        would_show: None,
        take: Box::new(|state| state.settle(None)),
    }
}

fn to_window(text: &str, window: Window) -> Way {
    Way {
        text: text.to_owned(),
        would_show: None,
        take: Box::new(move |state| state.update(|query| query.window = window.clone())),
    }
}

fn to_channels(state: State) -> Way {
    Way {
        text: state.texts().board.view_channels.to_owned(),
        would_show: None,
        take: Box::new(|state| state.update(|query| query.entity = Entity::Channels)),
    }
}

/// To the metric of goals, where another was asked for.
fn to_own_metric(state: State) -> Option<Way> {
    let own = Wording::of(state)?.metric;
    (own != state.metric.get()).then(|| Way {
        text: metric_name(own, state.texts()).to_owned(),
        would_show: None,
        take: Box::new(|state| state.update(|query| query.metric = None)),
    })
}

/// Conditions in force, the one that hides most first.
fn ways(state: State) -> Vec<Way> {
    let texts = state.texts();
    let lifted = state
        .board
        .with(|board| board.as_ref().map(|board| board.facets.lifted))
        .unwrap_or_default();
    let mut ways: Vec<Way> = Kind::ALL
        .into_iter()
        .filter_map(|kind| {
            let names: Vec<_> = kind
                .chosen_named(state)
                .into_iter()
                .map(|named| named.name)
                .collect();
            let text = || kind.loosen_text(texts, &names.join(", "));
            let loosen = move |filter: &mut Filter| kind.clear(filter);
            (!names.is_empty()).then(|| loosening(text(), kind.lifted(&lifted), Box::new(loosen)))
        })
        .collect();
    let range = state.query.with(|query| query.filter.progress);
    ways.extend(range.map(|range| {
        let text = texts.files.loosen_progress.with([&progress_text(range)]);
        loosening(text, lifted.progress, Box::new(|it| it.progress = None))
    }));
    let search = state.query.with(|query| query.filter.text.clone());
    if !search.is_empty() {
        let text = texts.files.loosen_search.with([&search]);
        ways.push(loosening(text, lifted.text, Box::new(|it| it.text.clear())));
    }
    // Where no single condition is to blame, each is offered.
    if ways.iter().any(|way| way.would_show > Some(0)) {
        ways.retain(|way| way.would_show > Some(0));
    }
    let mut sorted: Vec<Way> = Vec::new();
    for way in ways {
        let place = sorted.partition_point(|other| other.would_show >= way.would_show);
        sorted.insert(place, way);
    }
    sorted
}

fn loosening(text: String, would_show: u32, loosen: Box<dyn Fn(&mut Filter)>) -> Way {
    Way {
        text,
        would_show: Some(would_show),
        take: Box::new(move |state| state.update(|query| loosen(&mut query.filter))),
    }
}
