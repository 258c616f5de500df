//! What the figures mean, where they come from and what is odd about them.

use crate::browser::host::part_role;
use crate::reactive::{Memo, expect_context, memo};
use crate::state::State;
use crate::ui::live::{items, live, when};
use crate::ui::maturity::immature;
use crate::ui::parts::{is_open, metric_name, turn_summary};
use crate::ui::wording::Wording;
use crate::view::{View, view};
use paceboard_core::format::{format_count, format_fiscal_year};
use paceboard_core::model::DayRange;
use paceboard_core::pace::CurveLevel;
use paceboard_core::query::Section;

/// Definitions, provenance and data quality.
pub fn footer() -> View {
    let state = expect_context::<State>();
    let definitions = memo(move || definitions(state).unwrap_or_default());
    let provenance = memo(move || provenance(state).unwrap_or_default());
    let failed = memo(move || state.has_failed());
    view! {
        <footer class="foot" role=part_role() hidden=failed>
            {folded(state, move || state.texts().page.def_title.to_owned(), definitions, Section::Definitions)}
            {data_quality()}
            {when(move || state.layout.printing.get(), move || view! {
                <section class="foot__printed">
                    <h2>{state.word(|texts| texts.page.def_title)}</h2>
                    <ul>{items(move || definitions.get())}</ul>
                    <h2>{live(move || quality_title(state))}</h2>
                    <ul>{items(move || quality(state))}</ul>
                </section>
            })}
            <div class="foot__provenance" data-testid="provenance">
                <ul>{items(move || provenance.get())}</ul>
            </div>
        </footer>
    }
}

/// What is odd about the data, behind its own line.
pub fn data_quality() -> View {
    let state = expect_context::<State>();
    let lines = memo(move || quality(state));
    folded(state, move || quality_title(state), lines, Section::Quality)
}

fn quality(state: State) -> Vec<String> {
    let notes = [levels(state), unsettled(state)];
    let lines = state.warnings().into_iter().chain(awaited(state));
    lines.chain(notes.into_iter().flatten()).collect()
}

fn folded(
    state: State,
    title: impl Fn() -> String + Send + Sync + 'static,
    lines: Memo<Vec<String>>,
    section: Section,
) -> View {
    let open = is_open(state, section);
    view! {
        <details class="foot__part" hidden=move || state.document.with(Option::is_none) data-testid=section.name() open=move || open.get()>
            <summary on:click=turn_summary(state, section)>{live(title)}</summary>
            <ul>
                {items(move || lines.get())}
            </ul>
        </details>
    }
}

fn quality_title(state: State) -> String {
    let texts = state.texts();
    match state.warnings().len() + usize::from(awaited(state).is_some()) {
        _ if state.is_opening() => texts.files.loading.to_owned(),
        0 => texts.views.quality_none.to_owned(),
        count => texts
            .views
            .quality_count
            .with([&format_count(count as i64)]),
    }
}

/// How many channels' plans follow which season.
fn levels(state: State) -> Option<String> {
    let (paces, texts) = (state.paces.get()?, state.texts());
    let level = |(level, name): (CurveLevel, &str)| {
        let rows = paces.channels.iter();
        let count = rows.filter(|pace| pace.goal.is_some() && pace.level == level);
        let count = count.count();
        (count > 0).then(|| format!("{name} {}", format_count(count as i64)))
    };
    let all = [
        (CurveLevel::Own, texts.curve.own),
        (CurveLevel::OwnAndProgramme, texts.curve.own_and_programme),
        (CurveLevel::Category, texts.curve.category_season),
        (CurveLevel::Programme, texts.curve.programme_season),
        (CurveLevel::Linear, texts.curve.linear),
    ];
    let lines: Vec<String> = all.into_iter().filter_map(level).collect();
    let line = texts
        .views
        .quality_levels
        .with([&lines.join(texts.detail.list_joint)]);
    (!lines.is_empty()).then_some(line)
}

/// The last days up to today that no channel has a figure of: what is due by today counts them.
fn awaited(state: State) -> Option<String> {
    let (wording, today) = (Wording::of(state)?, state.today.get()?);
    let days = state.document.with(|document| {
        let document = document.as_ref().filter(|document| !document.is_opening)?;
        let metric = document.dataset.programme.metric;
        let known = document.books.channels.range(metric)?;
        Some(DayRange::new(known.to(), today.plus(1)))
    })?;
    let words = state.texts().views.quality_awaited;
    (!days.is_empty()).then(|| words.with([&wording.range(days)]))
}

/// The days whose net sales still fall.
fn unsettled(state: State) -> Option<String> {
    let (wording, days) = (Wording::of(state)?, immature(state)?);
    Some(
        state
            .texts()
            .views
            .quality_immature
            .with([&wording.range(days)]),
    )
}

fn definitions(state: State) -> Option<Vec<String>> {
    let texts = state.texts();
    let wording = Wording::of(state)?;
    let today = state.today.get()?;
    state.document.with(|document| {
        let calendar = &document.as_ref()?.dataset.calendar;
        let year = calendar.year_of(today);
        let lines = vec![
            texts.page.def_day.to_owned(),
            texts.page.def_zone.with([calendar.timezone()]),
            texts.page.def_year.with([
                &format_fiscal_year(year, wording.lang),
                &wording.range(year.range()),
            ]),
            texts.board.rank_tie_rule.to_owned(),
            texts.page.def_change.to_owned(),
            texts.page.def_share.to_owned(),
            texts
                .page
                .def_progress
                .with([metric_name(wording.metric, texts)]),
            texts.page.def_expected.to_owned(),
            texts.page.def_gap.to_owned(),
            texts.page.def_pace.to_owned(),
            texts.page.def_reach.to_owned(),
            texts.page.def_status.to_owned(),
            texts.page.def_crossing.to_owned(),
            texts.page.def_trend.to_owned(),
            texts.page.def_partner_rank.to_owned(),
            texts.programme.burn_up_path_note.to_owned(),
        ];
        Some(lines)
    })
}

fn provenance(state: State) -> Option<Vec<String>> {
    let texts = state.texts();
    state.document.with(|document| {
        let provenance = &document.as_ref()?.dataset.provenance;
        let note = provenance
            .synthetic
            .then(|| texts.page.synthetic_note.to_owned());
        let licence = provenance
            .licence
            .as_ref()
            .map(|licence| texts.page.licence.with([licence]));
        let source = Some(texts.page.source.with([&provenance.source]));
        Some([note, source, licence].into_iter().flatten().collect())
    })
}
