//! Who leads on a day, and how that is written.

use super::Heat;
use crate::state::State;
use crate::ui::leaderboard::bar_bp;
use crate::ui::parts::{metric_name, name_of, with_unit};
use crate::ui::wording::{Wording, measure};
use paceboard_core::format::format_count;
use paceboard_core::measures::race::{Bar, frame};
use paceboard_core::model::Day;
use paceboard_core::text::Texts;

/// Leaders that are told in words.
const TOLD: usize = 3;

/// The leaders of a day, as they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Standings {
    pub(super) day: Day,
    /// The figure of the longest bar.
    pub(super) most: String,
    /// What is raced for, with the unit of all values.
    pub(super) heading: String,
    /// The first of them, with their figures in words.
    pub(super) leaders: String,
    pub(super) runners: Vec<Runner>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Runner {
    pub(super) index: u32,
    pub(super) rank: String,
    pub(super) name: String,
    pub(super) value: String,
    /// Part of the longest bar, in basis points; below zero where the value is.
    pub(super) length_bp: i64,
}

/// The standings at the end of `day`.
pub(super) fn standings(state: State, heat: Heat, day: Day) -> Option<Standings> {
    let (lang, texts) = (state.lang.get(), state.texts());
    state.document.with(|document| {
        let document = document.as_ref()?;
        let dataset = &document.dataset;
        let wording = Wording {
            lang,
            measure: measure(state, heat.metric, &dataset.currency),
            metric: heat.metric,
        };
        let frame = frame(&document.books, heat.entity, heat.metric, heat.year, day);
        let values: Vec<i64> = frame.bars.iter().map(|bar| bar.value).collect();
        let most = values.iter().map(|value| value.abs()).max().unwrap_or(0);
        let (unit, cells) = wording.column(&values);
        let runner = |(bar, value): (&Bar, String)| Runner {
            index: bar.index,
            rank: format_count(i64::from(bar.rank)),
            name: name_of(dataset, lang, heat.entity, bar.index).to_owned(),
            value,
            length_bp: bar_bp(bar.value, most) * bar.value.signum(),
        };
        let runners: Vec<Runner> = frame.bars.iter().zip(cells).map(runner).collect();
        Some(Standings {
            day,
            most: wording.amount(most),
            heading: with_unit(metric_name(heat.metric, texts), &unit, texts),
            leaders: leaders(&runners, &values, wording, texts),
            runners,
        })
    })
}

/// The first of them, each with its figure.
fn leaders(runners: &[Runner], values: &[i64], wording: Wording, texts: &Texts) -> String {
    let leader = |(it, value): (&Runner, &i64)| {
        format!("{} {} {}", it.rank, it.name, wording.amount(*value))
    };
    let leaders = runners.iter().zip(values).take(TOLD).map(leader);
    leaders
        .collect::<Vec<_>>()
        .join(texts.programme.clause_joint)
}
