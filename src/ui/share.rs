//! What can be taken away: the link, the table, pictures, paper, and the page as one file.

mod csv;
mod headings;
mod link;
mod menu;

pub use csv::{board_csv, csv_button};
pub use link::copy_link_button;
pub use menu::save_menu;

use crate::chart::Credit;
use crate::state::State;
use crate::ui::filters::assumed_words;
use crate::ui::live::live;
use crate::ui::parts::programme_name;
use crate::ui::wording::Wording;
use paceboard_core::model::Day;
use paceboard_core::sheet::file_name;

/// How the name of a file with the board begins: programme, days summed, as-of day.
fn file_stem(state: State) -> Option<String> {
    let today = state.today.get_untracked()?;
    let window = state
        .board
        .with_untracked(|board| Some(board.as_ref()?.window))?;
    let days = format!("{}_{}", window.from(), window.last().unwrap_or(today));
    state.document.with_untracked(|document| {
        let name = document.as_ref()?.dataset.programme.name.as_str();
        Some(file_name(&[name, &days, &as_of(today), mark(state)]))
    })
}

fn as_of(day: Day) -> String {
    format!("as-of-{day}")
}

/// Says that figures rest on assumptions where they do.
fn mark(state: State) -> &'static str {
    let assumes = state.query.with(|query| query.assume.is_anything());
    if assumes { "assumed" } else { "" }
}

/// What pictures of charts say of their origin.
pub fn credit(state: State) -> Credit {
    Credit {
        line: live(move || {
            let texts = state.texts();
            let wording = Wording::of(state)?;
            let today = state.today.get()?;
            let (source, synthetic) = state.document.with(|document| {
                let provenance = &document.as_ref()?.dataset.provenance;
                Some((
                    texts.page.source.with([&provenance.source]),
                    provenance.synthetic,
                ))
            })?;
            let synthetic = if synthetic { texts.page.synthetic } else { "" };
            let assumed = assumed_words(state).unwrap_or_default();
            let parts = [
                assumed.as_str(),
                &texts.page.as_of.with([&wording.date(today)]),
                source.as_str(),
                synthetic,
            ];
            let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            Some(parts.join(" · "))
        }),
        file: live(move || {
            let today = state.today.get()?;
            let name = programme_name(state)?;
            Some(file_name(&[&name, &as_of(today), mark(state)]))
        }),
    }
}
