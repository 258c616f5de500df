//! The figures of a chart as a table, behind a button.

use super::component::ChartState;
use crate::chart::model::{ChartModel, Series};
use crate::reactive::{RwSignal, memo};
use crate::view::{View, view};
use paceboard_core::format::{DateForm, format_date, format_exact};
use paceboard_core::text::Texts;

/// The button and the table. The table is built when it is first asked for.
pub fn figures(state: ChartState) -> View {
    let open = RwSignal::new(false);
    let label = move || {
        state.model.with(|model| {
            let texts = Texts::of(model.as_ref()?.lang);
            Some(if open.get() {
                texts.chart_hide_table
            } else {
                texts.chart_show_table
            })
        })
    };
    let table = move || {
        open.get()
            .then(|| state.model.get().map(|model| table(&model)))
    };
    let has_model = memo(move || state.model.with(Option::is_some));
    view! {
        {move || has_model.get().then(|| view! {
            <button
                class="chart__button"
                type="button"
                data-testid="chart-table-button"
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {label}
            </button>
        })}
        {table}
    }
}

/// A row for each day, a column for each series, the main one first.
fn table(model: &ChartModel) -> View {
    let head = model
        .series
        .iter()
        .rev()
        .map(|series| view! { <th scope="col">{series.name.clone()}</th> });
    let head = head.collect::<View>();
    let rows = (0..model.days.len())
        .map(|slot| row(model, slot))
        .collect::<View>();
    view! {
        <div class="chart__table" data-testid="chart-table" role="region" tabindex="0" aria-label=model.title.clone()>
            <table>
                <caption>{model.title.clone()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{Texts::of(model.lang).chart_day}</th>
                        {head}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(model: &ChartModel, slot: usize) -> View {
    let day = format_date(model.day(slot), DateForm::Full, model.lang);
    let cell = |series: &Series| view! { <td>{figure(model, series, slot)}</td> };
    let cells = model.series.iter().rev().map(cell).collect::<View>();
    view! {
        <tr>
            <th scope="row">{day}</th>
            {cells}
        </tr>
    }
}

/// A figure in full; a gap within the series is named, days after its end stay empty.
fn figure(model: &ChartModel, series: &Series, slot: usize) -> String {
    let within = series.last().is_some_and(|(last, _)| slot < last);
    let exact = |figure| format_exact(figure, model.lang, model.measure);
    match series.at(slot) {
        Some(upper) => match series.span(slot) {
            Some((lower, _)) => format!("{}–{}", exact(lower), exact(upper)),
            None => exact(upper),
        },
        None if within => Texts::of(model.lang).chart_gap.to_owned(),
        None => String::new(),
    }
}
