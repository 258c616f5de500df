//! The ways out of an empty board.

use crate::browser::host::Host;
use crate::state::State;
use crate::ui::filters::Kind;
use crate::ui::parts::{metric_name, progress_text};
use crate::ui::wording::Wording;
use paceboard_core::model::DayRange;
use paceboard_core::query::{Entity, Filter, Preset, Window};

/// A way out of an empty board.
pub(super) struct Way {
    pub text: String,
    /// How many rows it would show, where that is known.
    pub would_show: Option<u32>,
    pub take: Box<dyn Fn(State)>,
}

/// Looks at the source again.
pub(super) fn again(state: State, host: Host) -> Way {
    Way {
        text: state.texts().faults.retry.to_owned(),
        would_show: None,
        take: Box::new(move |_| host.refresh()),
    }
}

const YEAR: Window = Window::Preset(Preset::YearToDate);

/// To the year to date, or to all `days` with data where it has none of them; to the latest day
/// where they all lie after the one looked at.
pub(super) fn to_days(state: State, days: DayRange, covers: &str) -> Way {
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
pub(super) fn to_sums(state: State) -> Option<Way> {
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

pub(super) fn to_channels(state: State) -> Way {
    Way {
        text: state.texts().board.view_channels.to_owned(),
        would_show: None,
        take: Box::new(|state| state.update(|query| query.entity = Entity::Channels)),
    }
}

/// To the metric of goals, where another was asked for.
pub(super) fn to_own_metric(state: State) -> Option<Way> {
    let own = Wording::of(state)?.metric;
    (own != state.metric.get()).then(|| Way {
        text: metric_name(own, state.texts()).to_owned(),
        would_show: None,
        take: Box::new(|state| state.update(|query| query.metric = None)),
    })
}

/// Conditions in force, the one that hides most first.
pub(super) fn ways(state: State) -> Vec<Way> {
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
