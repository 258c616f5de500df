//! How concentrated the sales of the rows on the board are.

use super::table;
use crate::reactive::{expect_context, memo};
use crate::state::State;
use crate::ui::live::dynamic;
use crate::view::{View, view};
use paceboard_core::format::{format_count, format_percent};
use paceboard_core::measures::concentration::{Concentration, TopShare, concentration as measure};

/// Shares of the largest, Gini coefficient and how many rows of equal size would be as
/// concentrated.
pub(super) fn concentration() -> View {
    let state = expect_context::<State>();
    let found = memo(move || {
        let values = |board: &paceboard_core::board::Board| {
            measure(&board.rows.iter().map(|row| row.value).collect::<Vec<_>>())
        };
        state
            .board
            .with(|board| board.as_ref().and_then(|board| values(board)))
    });
    view! {
        {dynamic(move || found.with(|found| match found {
            Some(found) => lines(state, found),
            None => view! { <p class="quiet">{state.word(|texts| texts.concentration_none)}</p> },
        }))}
    }
}

fn lines(state: State, found: &Concentration) -> View {
    let texts = state.texts();
    let percent = |bp: u32| format_percent(i64::from(bp));
    let top = |top: &TopShare| {
        let name = texts
            .concentration_top
            .with([&format_count(i64::from(top.rows))]);
        vec![name, percent(top.share_bp)]
    };
    let hundredths = found.effective_hundredths;
    let effective = format!(
        "{}.{}",
        format_count((hundredths / 100) as i64),
        hundredths / 10 % 10
    );
    let measures = [
        (
            texts.concentration_gini,
            format!("0.{:02}", (found.gini_bp + 50) / 100),
        ),
        (texts.concentration_effective, effective),
    ];
    let rows = found.top.iter().chain([&found.top_tenth]).map(top);
    let measures = measures.map(|(name, value)| vec![name.to_owned(), value]);
    let heads = [texts.concentration_of, texts.col_share].map(str::to_owned);
    view! {
        <p class="quiet">{texts.concentration_note}</p>
        {table("concentration", heads.to_vec(), rows.chain(measures).collect())}
    }
}
