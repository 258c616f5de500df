//! Small tables.

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
