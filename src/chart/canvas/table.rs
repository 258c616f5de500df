//! The figures of a chart as a table, behind a button.

use super::button::save_button;
use super::component::ChartState;
use crate::browser::scroll;
use crate::chart::model::{ChartModel, Series};
use crate::reactive::{RwSignal, Signal, memo};
use crate::view::{NodeRef, View, view};
use paceboard_core::format::{DateForm, format_date, format_exact};
use paceboard_core::text::Texts;

/// The buttons and the table. The table is built when it is first asked for; `save` saves the chart
/// as a picture.
pub fn figures(state: ChartState, save: impl Fn() + Clone + 'static) -> View {
    let open = RwSignal::new(false);
    let words = move |pick: fn(&Texts) -> &'static str| {
        state
            .model
            .with(|model| model.as_ref().map(|model| pick(Texts::of(model.lang))))
    };
    let label = move || {
        words(if open.get() {
            |texts| texts.detail.chart_hide_table
        } else {
            |texts| texts.detail.chart_show_table
        })
    };
    let save_words = Signal::derive(move || {
        let words = words(|texts| texts.detail.chart_save);
        words.unwrap_or_default().to_owned()
    });
    let table = move || {
        open.get()
            .then(|| state.model.get().map(|model| at_today(&model)))
    };
    let has_model = memo(move || state.model.with(Option::is_some));
    view! {
        {move || has_model.get().then(|| {
            let save = save.clone();
            view! {
                <div class="chart__buttons">
                    {save_button("chart-picture", save_words, move |_| save())}
                    <button
                        class="chart__button"
                        type="button"
                        data-testid="chart-table-button"
                        aria-expanded=move || open.get().to_string()
                        on:click=move |_| open.update(|open| *open = !*open)
                    >
                        {label}
                    </button>
                </div>
            }
        })}
        {table}
    }
}

/// The table, scrolled to the day that is today: what is asked about is seldom the year's start.
fn at_today(model: &ChartModel) -> View {
    let frame = NodeRef::new();
    let table = table(model, frame);
    if let Some(frame) = frame.get_untracked() {
        scroll::centre(&frame, "[aria-current=date]");
    }
    table
}

/// A row for each day, a column for each series, the main one first.
fn table(model: &ChartModel, frame: NodeRef) -> View {
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
        <div class="chart__table" node_ref=frame data-testid="chart-table" role="region" tabindex="0" aria-label=model.title.clone()>
            <table>
                <caption>{model.title.clone()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{heading(model)}</th>
                        {head}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn heading(model: &ChartModel) -> String {
    let day = Texts::of(model.lang).detail.chart_day;
    let heading = model.slots.as_ref().map(|slots| slots.heading.as_str());
    heading.unwrap_or(day).to_owned()
}

fn row(model: &ChartModel, slot: usize) -> View {
    let day = || format_date(model.day(slot), DateForm::Full, model.lang);
    let name = model.slot_name(slot).map_or_else(day, str::to_owned);
    let cell = |series: &Series| view! { <td>{figure(model, series, slot)}</td> };
    let cells = model.series.iter().rev().map(cell).collect::<View>();
    let is_today = model.slots.is_none() && model.today == Some(model.day(slot));
    view! {
        <tr aria-current=if is_today { "date" } else { "false" }>
            <th scope="row">{name}</th>
            {cells}
        </tr>
    }
}

/// A figure in full; a gap within the series is named, days before and after it stay empty.
fn figure(model: &ChartModel, series: &Series, slot: usize) -> String {
    let exact = |figure| format_exact(figure, model.lang, model.measure);
    match series.at(slot) {
        Some(upper) => match series.span(slot) {
            Some((lower, _)) => format!("{}–{}", exact(lower), exact(upper)),
            None => exact(upper),
        },
        None if series.is_gap(slot) => Texts::of(model.lang).detail.chart_gap.to_owned(),
        None => String::new(),
    }
}
