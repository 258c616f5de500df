//! The board has no rows to show: which condition of the filter to loosen, or what the document
//! lacks.

mod ways;

use super::lack::Lack;
use super::list::List;
use crate::browser::host::Host;
use crate::reactive::expect_context;
use crate::state::State;
use crate::ui::filters::conditions;
use crate::ui::left_out::{left_out, left_out_words};
use crate::ui::live::{dynamic, press};
use crate::ui::parts::{metric_name, range_text};
use crate::view::{View, view};
use paceboard_core::format::format_count;
use paceboard_core::model::DayRange;
use paceboard_core::query::{Entity, Filter};
use ways::{Way, again, to_channels, to_days, to_own_metric, to_sums, ways};

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
    let texts = state.texts();
    let name = metric_name(state.metric.get(), texts);
    let mut more = String::new();
    let (title, way) = match lack {
        Lack::OtherDays(days) => return other_days(state, days),
        Lack::SumsAlone => {
            more.push_str(texts.board.sums_alone);
            (texts.files.empty_days[0].to_owned(), to_sums(state))
        }
        Lack::Rows if of_partners(state) => {
            (texts.files.no_partners.to_owned(), Some(to_channels(state)))
        }
        Lack::Rows => (texts.files.no_channels.to_owned(), None),
        Lack::Metric => (without_metric(state, name), to_own_metric(state)),
        Lack::Refused | Lack::Awaited => (
            texts.files.refused_metric.with([name]),
            Some(again(state, host)),
        ),
    };
    let ways = way.into_iter().collect();
    Reason { title, more, ways }
}

/// There are data of other `days` only.
fn other_days(state: State, days: DayRange) -> Reason {
    let texts = state.texts();
    let covers = range_text(days, state.lang.get());
    let board = &state.board;
    let is_within = board.with(|it| it.as_ref().is_some_and(|it| !it.known.is_empty()));
    Reason {
        title: texts.files.empty_days[usize::from(is_within)].to_owned(),
        more: texts.board.window_outside.with([&covers]),
        ways: vec![to_days(state, days, &covers)],
    }
}

/// The metric of that name is left out, or not in the data at all.
fn without_metric(state: State, name: &str) -> String {
    let metric = state.metric.get();
    let mut left_out = left_out(state);
    left_out.retain(|it| *it == metric);
    let words = left_out_words(state, &left_out);
    words.unwrap_or_else(|| state.texts().files.empty_metric.with([name]))
}
