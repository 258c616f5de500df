//! Which of the reader's own files is shown in place of the source, and the ways there and back.

use super::super::{FeedStatus, Phase, State};
use super::{Local, Place};
use crate::browser::page;
use crate::data::Document;
use crate::shared::Shared;
use paceboard_core::query::Query;

/// Files that stay at hand for Back and Forward.
const MOST_HELD: usize = 3;

/// A file that has been shown, and what was read of it.
#[derive(Clone)]
pub struct Held {
    local: Local,
    document: Shared<Document>,
}

/// What was shown before any file.
#[derive(Clone)]
pub(super) struct Before {
    query: Query,
    document: Option<Shared<Document>>,
    local: Option<Local>,
}

impl State {
    /// Which file of the reader's own is shown, by when it was opened; 0 while none is.
    pub fn file_shown(self) -> u64 {
        let opened_ms = |local: &Local| local.opened_ms;
        self.local.with(|local| local.as_ref().map_or(0, opened_ms))
    }

    /// Whether a file of the reader's own is shown in place of the source.
    pub fn shows_file(self) -> bool {
        self.file_shown() != 0
    }

    /// Shows the file on offer in place of the source. What the reader had chosen among the
    /// source's channels means nothing in it.
    pub fn show_offer(self) {
        let Some(offer) = self.offer.get_untracked() else {
            return;
        };
        let Ok(understood) = offer.outcome else {
            return;
        };
        // Days that run are those of what was shown before.
        self.come_to_rest();
        let query = self.query.get_untracked();
        let file = Held {
            document: understood.document,
            local: Local {
                place: Place::File(offer.name),
                opened_ms: page::now_ms() as u64,
                parts: understood.parts,
                bytes: offer.bytes,
                form: offer.form,
                before: None,
            },
        };
        self.held.update(|files| {
            files.insert(0, file.clone());
            files.truncate(MOST_HELD);
        });
        self.put(file);
        self.query.set(Query {
            entity: query.entity,
            sort: query.sort,
            against: query.against,
            plan: query.plan,
            chart: query.chart,
            lang: query.lang,
            theme: query.theme,
            source: query.source,
            ..Query::default()
        });
        self.offer.set(None);
    }

    /// Goes back to the source: to what was shown of it, at once, and to what is new of it.
    pub fn leave_local(self) {
        self.pass_no_more();
        if let Some(before) = self.show_source() {
            let (lang, theme) = self.query.with_untracked(|query| (query.lang, query.theme));
            self.query.set(Query {
                lang,
                theme,
                ..before
            });
        }
    }

    /// Shows what a step of the history showed: the file that was opened then or, for 0, the source.
    /// For a file that the page does not hold any more the source stands in, and that is said.
    pub fn show_step(self, opened_ms: u64) {
        if opened_ms == self.file_shown() {
            self.lost_file.set(false);
            return;
        }
        let is_asked = |file: &&Held| file.local.opened_ms == opened_ms;
        let held = self
            .held
            .with_untracked(|files| files.iter().find(is_asked).cloned());
        if let Some(file) = held {
            self.put(file);
        } else {
            self.show_source();
            self.lost_file.set(opened_ms != 0);
        }
    }

    /// Shows a file in place of what is shown.
    fn put(self, file: Held) {
        let before = self.before();
        self.local.set(Some(Local {
            before,
            ..file.local
        }));
        self.lost_file.set(false);
        self.loaded.set(Some(file.document));
        self.feed.set(FeedStatus {
            phase: Phase::Idle,
            ..FeedStatus::default()
        });
    }

    fn before(self) -> Option<Box<Before>> {
        match self.local.get_untracked() {
            Some(Local {
                place: Place::File(_),
                before,
                ..
            }) => before,
            local => Some(Box::new(Before {
                query: self.query.get_untracked(),
                document: self.loaded.get_untracked(),
                local,
            })),
        }
    }

    /// Shows what was shown before any file, where one is shown; gives the query of then.
    fn show_source(self) -> Option<Query> {
        let before = self.local.get_untracked()?.before?;
        self.loaded.set(before.document);
        self.feed.set(FeedStatus::default());
        self.local.set(before.local);
        Some(before.query)
    }
}
