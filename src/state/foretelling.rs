//! The outlook: what it is worked out from, and when. The board never waits for it.

use super::{Documents, assumptions};
use crate::browser::timing::span;
use crate::data::Document;
use crate::reactive::{Memo, RwSignal, memo};
use crate::shared::Shared;
use paceboard_core::outlook::{Growth, OutlookTable};
use paceboard_core::pace::PaceTable;
use paceboard_core::query::Assume;
use paceboard_core::steps::Steps;

/// Up to so many channels the outlook takes about as long as a frame or two, and follows whatever
/// it depends on at once. With more it is worked out in slices.
const AT_ONCE_CHANNELS: usize = 6_000;

/// What an outlook is worked out from.
#[derive(Clone, PartialEq)]
pub struct Grounds {
    document: Shared<Document>,
    paces: Shared<PaceTable>,
    growth: Growth,
}

/// An outlook that was worked out in slices, with its grounds.
#[derive(Clone, PartialEq)]
pub struct Foretold {
    /// What it was worked out from.
    pub grounds: Grounds,
    /// What came out.
    pub outlook: Shared<OutlookTable>,
}

/// The signals around the outlook.
#[derive(Clone, Copy)]
pub struct Foretelling {
    /// Whether the first board has been painted: nothing is foretold before.
    pub is_painted: RwSignal<bool>,
    /// What is to be worked out in slices, if anything is.
    pub asked: Memo<Option<Grounds>>,
    /// What was worked out in slices last.
    pub foretold: RwSignal<Option<Foretold>>,
    /// What is likely to become of all channels and partners.
    pub(super) outlook: Memo<Option<Shared<OutlookTable>>>,
}

impl Grounds {
    /// The work, step by step.
    pub fn steps(self) -> Steps<OutlookTable> {
        Steps::new(async move {
            let (dataset, books) = (&self.document.dataset, &self.document.books);
            OutlookTable::in_steps(dataset, books, &self.paces, self.growth).await
        })
    }

    fn outlook(&self) -> OutlookTable {
        let (dataset, books) = (&self.document.dataset, &self.document.books);
        let work = || OutlookTable::assuming(dataset, books, &self.paces, self.growth);
        span("paceboard:outlook", work)
    }

    fn is_large(&self) -> bool {
        self.paces.channels.len() > AT_ONCE_CHANNELS
    }
}

impl Foretelling {
    pub(super) fn new(
        document: Documents,
        paces: Memo<Option<Shared<PaceTable>>>,
        assume: Memo<Assume>,
    ) -> Self {
        let is_painted = RwSignal::new(false);
        let foretold: RwSignal<Option<Foretold>> = RwSignal::new(None);
        let grounds = memo(move || {
            let painted = is_painted.get();
            Some(Grounds {
                document: document.get().filter(|_| painted)?,
                paces: paces.get()?,
                growth: assumptions(assume.get()).growth,
            })
        });
        let outlook = memo(move || {
            let grounds = grounds.get()?;
            if grounds.is_large() {
                // One that was worked out from other grounds says nothing of these.
                return foretold.with(|foretold| {
                    let fits = |foretold: &&Foretold| foretold.grounds == grounds;
                    foretold
                        .as_ref()
                        .filter(fits)
                        .map(|foretold| foretold.outlook.clone())
                });
            }
            Some(Shared::new(grounds.outlook()))
        });
        Self {
            is_painted,
            asked: memo(move || grounds.get().filter(Grounds::is_large)),
            foretold,
            outlook,
        }
    }
}
