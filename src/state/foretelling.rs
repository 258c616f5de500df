//! The outlook: what it is worked out from, and when. The board never waits for it.

use super::standings::{Documents, Start, growth};
use crate::browser::slices::{Slices, in_slices};
use crate::browser::timing::span;
use crate::data::Document;
use crate::reactive::{Memo, RwSignal, effect, memo};
use crate::shared::Shared;
use paceboard_core::outlook::{Growth, OutlookTable};
use paceboard_core::pace::PaceTable;
use paceboard_core::query::Assume;
use paceboard_core::steps::Steps;
use std::cell::Cell;

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
struct Foretold {
    /// What it was worked out from.
    grounds: Grounds,
    /// What came out.
    outlook: Shared<OutlookTable>,
}

/// The signals around the outlook.
#[derive(Clone, Copy)]
pub struct Foretelling {
    /// What is to be worked out in slices, if anything is.
    pub asked: Memo<Option<Grounds>>,
    /// What was worked out in slices last.
    foretold: RwSignal<Option<Foretold>>,
    /// What is likely to become of all channels and partners.
    pub(super) outlook: Memo<Option<Shared<OutlookTable>>>,
}

impl Grounds {
    /// The work, step by step.
    fn steps(self) -> Steps<OutlookTable> {
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

    fn if_large(self) -> Option<Self> {
        self.is_large().then_some(self)
    }

    fn is_large(&self) -> bool {
        self.paces.channels.len() > AT_ONCE_CHANNELS
    }
}

impl Foretelling {
    pub(super) fn new(
        start: Start,
        document: Documents,
        paces: Memo<Option<Shared<PaceTable>>>,
        assume: Memo<Assume>,
    ) -> Self {
        let foretold: RwSignal<Option<Foretold>> = RwSignal::new(None);
        let grounds = memo(move || {
            let painted = start.is_painted.get();
            let document = document.get().filter(|_| painted)?;
            let growth = assume.with(|assume| growth(&document, assume));
            Some(Grounds {
                document,
                paces: paces.get()?,
                growth,
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
            asked: memo(move || {
                let wanted = start.is_wanted.get();
                wanted.then(|| grounds.get()?.if_large()).flatten()
            }),
            foretold,
            outlook,
        }
    }

    /// Works out the outlook of very many channels in slices, between which the page answers.
    /// Begins anew whenever there is something else to work out; what was under way is dropped.
    pub fn connect(self) {
        let under_way = Cell::new(None::<Slices>);
        effect(move || {
            drop(under_way.take());
            let work = self.asked.get().map(|grounds| {
                let mut steps = grounds.clone().steps();
                let step = move || {
                    let outlook = Shared::new(steps.step()?);
                    let grounds = grounds.clone();
                    Some(Foretold { grounds, outlook })
                };
                let done = move |foretold| self.foretold.set(Some(foretold));
                in_slices("paceboard:outlook", step, done)
            });
            under_way.set(work);
        });
    }
}
