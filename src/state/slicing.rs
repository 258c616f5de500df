//! Work that is done in slices, between which the page answers.

use crate::browser::slices::{Slices, in_slices};
use crate::data::Document;
use crate::reactive::{Memo, RwSignal, effect};
use crate::shared::Shared;
use paceboard_core::measures::paths::Paths;
use paceboard_core::outlook::{Basis, Calibration, Growth, OutlookTable, reads_same};
use paceboard_core::pace::PaceTable;
use paceboard_core::programme::Queues;
use paceboard_core::query::Entity;
use paceboard_core::steps::Steps;
use std::cell::Cell;

/// What something is worked out from.
#[derive(Clone)]
pub struct Grounds {
    pub(super) document: Shared<Document>,
    pub(super) paces: Shared<PaceTable>,
    pub(super) growth: Growth,
    /// Whose queues are asked for.
    pub(super) entity: Entity,
    /// Of whom paths are asked for: positions in the document.
    pub(super) rows: Option<Shared<Vec<u32>>>,
    /// What was foretold, where that is asked for.
    pub(super) outlook: Option<Shared<OutlookTable>>,
}

/// Figures of a metric that nothing is foretold of leave all that is worked out as it is.
impl PartialEq for Grounds {
    fn eq(&self, other: &Self) -> bool {
        let [one, two] = [self, other].map(|it| (&it.document.dataset, &it.document.books));
        (self.document == other.document || reads_same(one, two))
            && self.growth == other.growth
            && self.entity == other.entity
            && self.rows == other.rows
            && self.paces == other.paces
            && self.outlook == other.outlook
    }
}

/// What came of it. One type for all, so that they share compiled code.
#[derive(Clone, PartialEq)]
pub enum Worked {
    /// What is likely to become of all.
    Outlook(Shared<OutlookTable>),
    /// Whom to look after.
    Queues(Shared<Queues>),
    /// How far probabilities can be trusted, or why that cannot be told.
    Trust(Result<Calibration, Basis>),
    /// How rows came to where they stand, where any can be counted.
    Paths(Option<Shared<Paths>>),
}

/// Something that is worked out in slices whenever what it is asked for changes.
#[derive(Clone, Copy)]
pub struct Slicing {
    name: &'static str,
    steps: fn(Grounds) -> Steps<Worked>,
    /// What is to be worked out, if anything is.
    pub asked: Memo<Option<Grounds>>,
    /// What was worked out last, and from what.
    found: RwSignal<Option<(Grounds, Worked)>>,
}

impl Slicing {
    /// Measured under `name`; nothing is done before [`Self::connect`].
    pub(super) fn new(
        name: &'static str,
        steps: fn(Grounds) -> Steps<Worked>,
        asked: Memo<Option<Grounds>>,
    ) -> Self {
        Self {
            name,
            steps,
            asked,
            found: RwSignal::new(None),
        }
    }

    /// What came of what is asked for; `None` until then. What came of anything else says nothing.
    pub fn worked(self) -> Option<Worked> {
        let asked = self.asked.get()?;
        self.found.with(|found| match found {
            Some((grounds, worked)) if *grounds == asked => Some(worked.clone()),
            _ => None,
        })
    }

    /// Works it out for as long as the owner is there. Begins anew whenever there is something
    /// else to work out; what was under way is dropped.
    pub fn connect(self) {
        let under_way = Cell::new(None::<Slices>);
        effect(move || {
            drop(under_way.take());
            let work = self.asked.get().map(|grounds| {
                let mut steps = (self.steps)(grounds.clone());
                let step = move || Some((grounds.clone(), steps.step()?));
                in_slices(self.name, step, move |found| self.found.set(Some(found)))
            });
            under_way.set(work);
        });
    }
}
