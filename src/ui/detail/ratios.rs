//! Refund rate, order value, UV value and sales per hour: of the open row, and of the rows on the
//! board.

use super::{open_detail, unsettled_in_window};
use crate::reactive::expect_context;
use crate::state::State;
use crate::ui::left_out::all_left_out_words;
use crate::ui::live::dynamic;
use crate::ui::parts::table;
use crate::ui::wording::{Wording, measure};
use crate::view::{View, view};
use paceboard_core::format::format_quotient;
use paceboard_core::measures::ratios::Derived;
use paceboard_core::query::Entity;

/// The section's content; worked out while it is open. It asks for the metrics below the line.
pub fn ratios() -> View {
    let state = expect_context::<State>();
    state.wants_factors.set(true);
    dynamic(move || shown(state).unwrap_or_else(View::empty))
}

fn shown(state: State) -> Option<View> {
    let (open, board, wording) = (open_detail(state)?, state.board.get()?, Wording::of(state)?);
    let texts = state.texts();
    let kept: Vec<u32> = board.rows.iter().map(|row| row.index).collect();
    let rows = state.document.with(|document| {
        let document = document.as_ref()?;
        let value = |which: Derived, entity: Entity, rows: &[u32]| {
            let ledger = document.books.ledger(entity);
            let found = which.of(ledger, rows, board.window)?;
            let measure = measure(state, found.of.0, &document.dataset.currency);
            format_quotient(wording.lang, measure, found.of, found.per)
        };
        let or_none = |text: Option<String>| text.unwrap_or_else(|| "–".to_owned());
        let row = |(which, name): (Derived, &str)| {
            vec![
                name.to_owned(),
                or_none(value(which, open.entity, &[open.detail.index])),
                or_none(value(which, board.entity, &kept)),
            ]
        };
        Some(
            Derived::ALL
                .into_iter()
                .zip(texts.detail.derived)
                .map(row)
                .collect(),
        )
    })?;
    let heads = ["", texts.detail.ratios_of_row, texts.detail.ratios_of_board];
    let heads = heads.map(str::to_owned).to_vec();
    let note = texts
        .detail
        .ratios_note
        .with([&wording.range(board.window)]);
    Some(view! {
        <p class="quiet">{note}</p>
        <p class="quiet" data-testid="ratios-left-out">{all_left_out_words(state)}</p>
        {table("ratios", heads, rows)}
        {unsettled_in_window(state)}
    })
}
