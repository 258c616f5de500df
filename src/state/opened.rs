//! The open row.

use super::standings::{Documents, with_paces};
use crate::data::Document;
use crate::reactive::{Memo, RwSignal, memo};
use crate::shared::Shared;
use paceboard_core::detail::{Detail, detail};
use paceboard_core::pace::PaceTable;
use paceboard_core::query::{Entity, Focus, Query};

/// The detail of the open row, and which kind of row it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenDetail {
    /// Channel or partner.
    pub entity: Entity,
    /// The detail.
    pub detail: Detail,
}

pub(super) fn detail_memo(
    query: RwSignal<Query>,
    document: Documents,
    paces: Memo<Option<Shared<PaceTable>>>,
) -> Memo<Option<Shared<OpenDetail>>> {
    let focus = memo(move || query.with(|query| query.focus.clone()));
    memo(move || {
        let focus = focus.get()?;
        with_paces(document, paces, |document, paces| {
            let (entity, index) = locate(document, &focus)?;
            let detail = detail(&document.dataset, &document.books, paces, entity, index)?;
            Some(OpenDetail { entity, detail })
        })
    })
}

/// Where in the document a row is; `None` where it has none of that id.
pub fn locate(document: &Document, focus: &Focus) -> Option<(Entity, u32)> {
    let dataset = &document.dataset;
    match focus {
        Focus::Channel(id) => {
            let at = dataset
                .channels
                .id
                .iter()
                .position(|channel| channel == id)?;
            Some((Entity::Channels, at as u32))
        }
        Focus::Partner(id) => {
            let at = dataset
                .partners
                .iter()
                .position(|partner| partner.id == *id)?;
            Some((Entity::Partners, at as u32))
        }
    }
}
