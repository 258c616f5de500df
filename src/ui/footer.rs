//! What the figures mean, where they come from and what is odd about them.

use crate::reactive::{Memo, expect_context, memo};
use crate::state::State;
use crate::ui::live::{items, live, when};
use crate::ui::parts::metric_name;
use crate::ui::wording::Wording;
use crate::view::{View, view};
use paceboard_core::format::{format_count, format_fiscal_year};

/// Definitions, provenance and data quality.
pub fn footer() -> View {
    let state = expect_context::<State>();
    let definitions = memo(move || definitions(state).unwrap_or_default());
    let provenance = memo(move || provenance(state).unwrap_or_default());
    let quality = memo(move || state.warnings());
    view! {
        <footer class="foot">
            {folded(move || state.texts().def_title.to_owned(), definitions, "definitions")}
            {folded(move || quality_title(state, quality.with(Vec::len)), quality, "quality")}
            {when(move || state.layout.printing.get(), move || view! {
                <section class="foot__printed">
                    <h2>{state.word(|texts| texts.def_title)}</h2>
                    <ul>{items(move || definitions.get())}</ul>
                    <h2>{live(move || quality_title(state, quality.with(Vec::len)))}</h2>
                    <ul>{items(move || quality.get())}</ul>
                </section>
            })}
            <div class="foot__provenance" data-testid="provenance">
                <ul>{items(move || provenance.get())}</ul>
            </div>
        </footer>
    }
}

fn folded(
    title: impl Fn() -> String + Send + Sync + 'static,
    lines: Memo<Vec<String>>,
    hook: &'static str,
) -> View {
    view! {
        <details class="foot__part" data-testid=hook>
            <summary>{live(title)}</summary>
            <ul>
                {items(move || lines.get())}
            </ul>
        </details>
    }
}

fn quality_title(state: State, count: usize) -> String {
    let texts = state.texts();
    match count {
        0 => format!("{}: {}", texts.quality_title, texts.quality_none),
        count => format!(
            "{}: {}",
            texts.quality_title,
            texts.quality_count.with([&format_count(count as i64)])
        ),
    }
}

fn definitions(state: State) -> Option<Vec<String>> {
    let texts = state.texts();
    let wording = Wording::of(state)?;
    let today = state.today.get()?;
    state.document.with(|document| {
        let calendar = &document.as_ref()?.dataset.calendar;
        let year = calendar.year_of(today);
        let lines = vec![
            texts.def_day.to_owned(),
            texts.def_zone.with([calendar.timezone()]),
            texts.def_year.with([
                &format_fiscal_year(year, wording.lang),
                &wording.range(year.range()),
            ]),
            texts.rank_tie_rule.to_owned(),
            texts.def_change.to_owned(),
            texts.def_share.to_owned(),
            texts
                .def_progress
                .with([metric_name(wording.metric, texts)]),
            texts.def_expected.to_owned(),
            texts.def_pace.to_owned(),
            texts.def_reach.to_owned(),
            texts.def_status.to_owned(),
            texts.def_crossing.to_owned(),
            texts.def_trend.to_owned(),
            texts.def_partner_rank.to_owned(),
            texts.burn_up_path_note.to_owned(),
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
            .then(|| texts.synthetic_note.to_owned());
        let licence = provenance
            .licence
            .as_ref()
            .map(|licence| texts.licence.with([licence]));
        let source = Some(texts.source.with([&provenance.source]));
        Some([note, source, licence].into_iter().flatten().collect())
    })
}
