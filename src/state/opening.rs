//! What is shown of a document while its figures by day are still arriving.

use super::State;
use crate::data::Document;
use paceboard_core::query::Query;

impl State {
    /// Whether the figures by day are still arriving.
    pub fn is_opening(self) -> bool {
        let is_opening = |document: &Document| document.is_opening;
        self.document
            .with(|document| document.as_deref().is_some_and(is_opening))
    }

    /// Whether the reader asks for a board that sums are enough for, and for nothing beside it.
    pub fn is_plain(self) -> bool {
        self.query.with_untracked(|query| {
            let asked = query.clone();
            *query
                == Query {
                    entity: asked.entity,
                    filter: asked.filter,
                    sort: asked.sort,
                    lang: asked.lang,
                    currency: asked.currency,
                    theme: asked.theme,
                    hidden: asked.hidden,
                    source: asked.source,
                    ..Query::default()
                }
        })
    }
}
