//! What there is to say of the data beside their figures: what failed, what is odd, what is made up.

use super::State;
use super::fault::{self, Fault};
use crate::data::FeedStatus;
use crate::reactive::{Memo, RwSignal, memo};
use paceboard_core::model::{Lang, PartRef};
use paceboard_core::text::Texts;

impl State {
    /// Whether there is no document and none will come unasked.
    pub fn has_failed(self) -> bool {
        self.fault.with(Option::is_some) && self.document.with(Option::is_none)
    }

    /// Parts that are not to be had, a line each: what `name` calls them, why, and after a tab
    /// where.
    pub fn part_faults(self, name: impl Fn(&PartRef) -> String) -> Vec<String> {
        let texts = self.texts();
        let named = |href: &str| {
            self.document.with(|document| {
                let mut parts = document.as_ref()?.dataset.parts.iter();
                parts.find(|part| part.href == href).map(&name)
            })
        };
        self.feed.with(|feed| {
            let lines = feed.failed_parts.iter().map(|part| {
                let name = named(&part.href).unwrap_or_else(|| part.href.clone());
                let words = fault::of_part(&name, &part.error, texts);
                format!("{words}\t{}", part.href)
            });
            lines.collect()
        })
    }

    /// Whether the part is not to be had.
    pub fn is_refused(self, part: &PartRef) -> bool {
        self.feed.with(|feed| {
            let mut failed = feed.failed_parts.iter();
            failed.any(|failed| failed.href == part.href)
        })
    }

    /// Whether the figures shown are made up.
    pub fn is_synthetic(self) -> bool {
        self.document.with(|it| {
            it.as_ref()
                .is_some_and(|it| it.dataset.provenance.synthetic)
        })
    }

    /// What is odd in the document shown, a line each.
    pub fn warnings(self) -> Vec<String> {
        let texts = self.texts();
        let parts = self
            .local
            .with(|local| local.as_ref().map_or(0, |local| local.parts));
        let lines = |it: &Option<_>| fault::warning_lines(it.as_deref(), parts, texts);
        self.document.with(lines)
    }
}

pub(super) fn fault_memo(feed: RwSignal<FeedStatus>, lang: Memo<Lang>) -> Memo<Option<Fault>> {
    memo(move || {
        let texts = Texts::of(lang.get());
        feed.with(|feed| {
            feed.error
                .as_ref()
                .map(|error| fault::describe(error, texts))
        })
    })
}
