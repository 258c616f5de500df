//! The rank of the open row and its neighbours through the year.

use super::neighbours::name_of;
use super::open_detail;
use crate::chart::{ChartModel, EndLabel, Role, Series, SeriesKind, SlotNames, chart as canvas};
use crate::reactive::{expect_context, memo};
use crate::shared::Shared;
use crate::state::{OpenDetail, State};
use crate::ui::live::{live, when};
use crate::ui::wording::{Wording, days_to_come};
use crate::view::{View, view};
use paceboard_core::format::{Measure, format_count, format_rank};
use paceboard_core::measures::rank_history::{RankHistory, RankLine, rank_history};
use paceboard_core::model::{Day, DayRange};
use paceboard_core::programme::{Side, overtake};

/// Height of the chart's drawing.
const CHART_PX: u32 = 220;

/// The section's content; worked out while it is open.
pub fn ranks() -> View {
    let state = expect_context::<State>();
    let history = memo(move || found(state));
    let model = memo(move || chart(state, &*history.get()?));
    view! {
        {when(move || model.with(Option::is_some), move || view! {
            <p class="quiet">{state.word(|texts| texts.detail.ranks_note)}</p>
            {canvas(model, state.theme, CHART_PX, None)}
        })}
        {when(move || !may_have_days(state), move || view! {
            <p class="quiet" data-testid="ranks-none">{state.word(|texts| texts.detail.ranks_none)}</p>
        })}
        <p data-testid="chased">{live(move || overtaken_words(state))}</p>
    }
}

/// Whether there are days to rank by, here or on their way.
fn may_have_days(state: State) -> bool {
    let entity = open_detail(state).map(|open| open.entity);
    let found = state.document.with(|document| {
        let document = document.as_ref()?;
        let dataset = &document.dataset;
        let metric = dataset.programme.metric;
        let mut parts = dataset.parts.iter();
        let is_coming = parts.any(|part| part.metrics.contains(&metric));
        Some(is_coming || document.books.ledger(entity?).has(metric))
    });
    found != Some(false)
}

fn found(state: State) -> Option<Shared<RankHistory>> {
    let (open, today) = (open_detail(state)?, state.today.get()?);
    state.document.with(|document| {
        let document = document.as_ref()?;
        let (metric, year) = (document.dataset.programme.metric, open.detail.course.year);
        let ledger = document.books.ledger(open.entity);
        let rows = open.detail.neighbours.iter().map(|row| row.index);
        let rows: Vec<u32> = rows.collect();
        rank_history(ledger, metric, &rows, year, today).map(Shared::new)
    })
}

fn name(state: State, open: &OpenDetail, index: u32) -> Option<String> {
    let wording = Wording::of(state)?;
    state.document.with(|document| {
        let dataset = &document.as_ref()?.dataset;
        Some(name_of(dataset, open.entity, index, wording).1)
    })
}

/// Slots are the ends of weeks, numbered from the first of them.
fn chart(state: State, history: &RankHistory) -> Option<Shared<ChartModel>> {
    let (open, wording, texts) = (open_detail(state)?, Wording::of(state)?, state.texts());
    let marks = &history.marks;
    let is_own = |line: &&RankLine| line.index == open.detail.index;
    let own = history.lines.iter().find(is_own)?;
    // The last one lies on top.
    let others = history.lines.iter().filter(|line| !is_own(line)).rev();
    let series = others.chain([own]).map(|line| {
        let name = name(state, &open, line.index).unwrap_or_default();
        let role = if is_own(&line) {
            Role::Accent
        } else {
            Role::Muted
        };
        let ranks = line.ranks.iter().map(|rank| rank.map(i64::from)).collect();
        Series::new(&name, SeriesKind::Line, role, ranks).ending_in(EndLabel::Value)
    });
    let about = name(state, &open, own.index)?;
    let summary = summary(state, &about, own, marks)?;
    Some(Shared::new(ChartModel {
        lang: wording.lang,
        measure: Measure::count(),
        title: texts.detail.ranks_title.to_owned(),
        about,
        summary,
        days: DayRange::starting(*marks.first()?, marks.len() as u32),
        slots: Some(SlotNames {
            heading: texts.detail.ranks_slot.to_owned(),
            names: marks.iter().map(|day| wording.short_date(*day)).collect(),
            edges: Vec::new(),
            alike: marks.len(),
        }),
        ranks: true,
        density: None,
        series: series.collect(),
        goals: Vec::new(),
        bands: Vec::new(),
        today: None,
        window: None,
    }))
}

/// From which rank to which it went, and since when.
fn summary(state: State, about: &str, own: &RankLine, marks: &[Day]) -> Option<String> {
    let (wording, texts) = (Wording::of(state)?, state.texts());
    let mut ranks = own.ranks.iter().zip(marks);
    let (first, day) = ranks.find_map(|(rank, day)| rank.map(|rank| (rank, *day)))?;
    let now = own.ranks.last().copied().flatten()?;
    Some(texts.detail.ranks_summary.with([
        about,
        &wording.short_date(day),
        &format_rank(first, wording.lang),
        &format_rank(now, wording.lang),
    ]))
}

/// When the row below would pass, if it sells so much more that it does this year.
fn overtaken_words(state: State) -> Option<String> {
    let (open, wording, paces) = (open_detail(state)?, Wording::of(state)?, state.paces.get()?);
    let below = state.document.with(|document| {
        let document = document.as_ref()?;
        let (dataset, books) = (&document.dataset, &document.books);
        let (entity, index) = (open.entity, open.detail.index);
        overtake(dataset, books, &paces, entity, index, Side::Below)
    })?;
    let days = i64::from(below.days?);
    if days > i64::from(days_to_come(state)?) {
        return None;
    }
    let values = [
        &name(state, &open, below.index)?,
        &wording.amount(below.gap.minor()),
        &format_count(days),
        &format_count(i64::from(below.rate_days)),
    ];
    Some(
        state
            .texts()
            .detail
            .overtaken_days
            .with(values.map(String::as_str)),
    )
}
