//! What is shown of a document while its figures by day are still arriving.

use super::State;
use crate::data::Document;
use paceboard_core::query::{Query, SortKey};

impl State {
    /// Whether the figures by day are still arriving.
    pub fn is_opening(self) -> bool {
        let is_opening = |document: &Document| document.is_opening;
        self.document
            .with(|document| document.as_deref().is_some_and(is_opening))
    }

    /// Whether a document with all its figures is shown.
    pub fn has_whole(self) -> bool {
        self.document.with(Option::is_some) && !self.is_opening()
    }

    /// Whether the reader asks for a board that sums are enough for, and for nothing beside it.
    pub fn is_plain(self) -> bool {
        self.query.with_untracked(|query| {
            let asked = query.clone();
            // What is at risk, likely or higher than before is known with the figures by day.
            let by_day = matches!(asked.sort.key, SortKey::Change | SortKey::Reach)
                || !asked.filter.status.is_empty();
            !by_day
                && *query
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
