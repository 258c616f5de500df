//! Small tables.

use crate::reactive::RwSignal;
use crate::state::State;
use crate::ui::live::{dynamic, live, press, when};
use crate::view::{View, view};

/// A small table: headings, and rows that begin with what they are about.
pub fn table(hook: &'static str, heads: Vec<String>, rows: Vec<Vec<String>>) -> View {
    let heads = heads
        .into_iter()
        .map(|head| view! { <th scope="col">{head}</th> });
    let row = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        let about = cells.next();
        let rest = cells
            .map(|cell| view! { <td>{cell}</td> })
            .collect::<View>();
        view! { <tr><th scope="row">{about}</th>{rest}</tr> }
    };
    view! {
        <table class="figures" data-testid=hook>
            <thead><tr>{heads.collect::<View>()}</tr></thead>
            <tbody>{rows.into_iter().map(row).collect::<View>()}</tbody>
        </table>
    }
}

/// The same, from columns of equal length, each with its heading.
pub fn table_of(hook: &'static str, columns: Vec<(String, Vec<String>)>) -> View {
    let (mut heads, mut rows) = (Vec::new(), Vec::new());
    for (head, cells) in columns {
        heads.push(head);
        rows.resize_with(cells.len(), Vec::new);
        for (row, cell) in rows.iter_mut().zip(cells) {
            row.push(cell);
        }
    }
    table(hook, heads, rows)
}

/// A button that shows a table, built while it is shown, and hides it again.
pub fn table_button(state: State, hook: &'static str, table: impl Fn() -> View + 'static) -> View {
    let shown = RwSignal::new(false);
    let label = live(move || {
        let texts = state.texts();
        if shown.get() {
            texts.detail.chart_hide_table
        } else {
            texts.detail.chart_show_table
        }
    });
    let table: std::rc::Rc<dyn Fn() -> View> = std::rc::Rc::new(table);
    view! {
        <button
            type="button"
            class="chart__button table-button"
            data-testid=format!("{hook}-button")
            aria-expanded=move || shown.get().to_string()
            on:click=press(move || shown.update(|shown| *shown = !*shown))
        >
            {label}
        </button>
        {when(move || shown.get(), move || {
            let table = std::rc::Rc::clone(&table);
            dynamic(move || table())
        })}
    }
}
