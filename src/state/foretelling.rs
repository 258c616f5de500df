//! What is foretold, what it is worked out from, and when. The board never waits for it.

use super::slicing::{Grounds, Slicing, Worked};
use super::standings::{Documents, Start, growth};
use crate::browser::timing::span;
use crate::data::Document;
use crate::reactive::{Memo, memo};
use crate::shared::Shared;
use paceboard_core::outlook::{Growth, OutlookTable, calibration_in_steps};
use paceboard_core::pace::PaceTable;
use paceboard_core::programme::{Queues, queues_in_steps};
use paceboard_core::query::{Assume, Entity};
use paceboard_core::steps::Steps;

/// Up to so many channels the outlook takes about as long as a frame or two, and follows whatever
/// it depends on at once. With more it is worked out in slices.
const AT_ONCE_CHANNELS: usize = 6_000;

/// Most rows of a queue.
pub const MOST_QUEUED: usize = 100;

/// The signals around the outlook.
#[derive(Clone, Copy)]
pub struct Foretelling {
    /// What all that is foretold is worked out from.
    pub(super) grounds: Memo<Option<Grounds>>,
    /// What is worked out in slices, if anything is.
    pub slicing: Slicing,
    /// What is likely to become of all channels and partners.
    pub(super) outlook: Memo<Option<Shared<OutlookTable>>>,
}

impl Foretelling {
    pub(super) fn new(
        start: Start,
        document: Documents,
        paces: Memo<Option<Shared<PaceTable>>>,
        assume: Memo<Assume>,
    ) -> Self {
        let grounds = memo(move || {
            let painted = start.is_painted.get();
            let is_whole = |document: &Shared<Document>| painted && !document.is_opening;
            let document = document.get().filter(is_whole)?;
            let growth = assume.with(|assume| growth(&document, assume));
            Some(Grounds {
                document,
                paces: paces.get()?,
                growth,
                entity: Entity::Channels,
                rows: None,
                outlook: None,
            })
        });
        let asked = memo(move || {
            let wanted = start.is_wanted.get();
            wanted.then(|| grounds.get().filter(is_large)).flatten()
        });
        let slicing = Slicing::new("paceboard:outlook", foretell, asked);
        let outlook = memo(move || {
            let grounds = grounds.get()?;
            if !is_large(&grounds) {
                return Some(Shared::new(at_once(&grounds)));
            }
            match slicing.worked() {
                Some(Worked::Outlook(outlook)) => Some(outlook),
                _ => None,
            }
        });
        Self {
            grounds,
            slicing,
            outlook,
        }
    }

    /// The same worked out from `grounds`.
    pub(super) fn from(self, grounds: Memo<Option<Grounds>>) -> Self {
        Self { grounds, ..self }
    }

    /// Whom to look after among those told of, where that is wanted; nobody in a document that holds
    /// only some channels.
    pub(super) fn queues(
        self,
        wanted: Memo<bool>,
        outlook: Memo<Option<Shared<OutlookTable>>>,
        told: Memo<Entity>,
    ) -> Slicing {
        let asked = memo(move || {
            let outlook = Some(outlook.get().filter(|_| wanted.get())?);
            let grounds = self.grounds.get()?;
            let is_whole = grounds.document.dataset.scope.is_none();
            is_whole.then_some(Grounds {
                outlook,
                entity: told.get(),
                ..grounds
            })
        });
        Slicing::new("paceboard:queues", queue_up, asked)
    }

    /// How far probabilities of channels can be trusted. Growth that is assumed changes nothing in
    /// it.
    pub(super) fn trust(self) -> Slicing {
        let asked = memo(move || {
            let grounds = self.grounds.get()?;
            let growth = Growth::default();
            Some(Grounds { growth, ..grounds })
        });
        Slicing::new("paceboard:trust", hold_against, asked)
    }
}

fn is_large(grounds: &Grounds) -> bool {
    grounds.paces.channels.len() > AT_ONCE_CHANNELS
}

fn at_once(grounds: &Grounds) -> OutlookTable {
    let (dataset, books) = (&grounds.document.dataset, &grounds.document.books);
    let work = || OutlookTable::assuming(dataset, books, &grounds.paces, grounds.growth);
    span("paceboard:outlook", work)
}

fn foretell(grounds: Grounds) -> Steps<Worked> {
    Steps::new(async move {
        let (dataset, books) = (&grounds.document.dataset, &grounds.document.books);
        let outlook = OutlookTable::in_steps(dataset, books, &grounds.paces, grounds.growth);
        Worked::Outlook(Shared::new(outlook.await))
    })
}

fn queue_up(grounds: Grounds) -> Steps<Worked> {
    Steps::new(async move {
        let (dataset, books) = (&grounds.document.dataset, &grounds.document.books);
        let queues = match &grounds.outlook {
            Some(outlook) => {
                let (paces, entity) = (&grounds.paces, grounds.entity);
                queues_in_steps(
                    dataset,
                    books,
                    paces,
                    (outlook, grounds.growth),
                    entity,
                    MOST_QUEUED,
                )
                .await
            }
            None => Queues::default(),
        };
        Worked::Queues(Shared::new(queues))
    })
}

fn hold_against(grounds: Grounds) -> Steps<Worked> {
    Steps::new(async move {
        let (dataset, books) = (&grounds.document.dataset, &grounds.document.books);
        let found = calibration_in_steps(dataset, books, &grounds.paces, Entity::Channels);
        Worked::Trust(found.await)
    })
}
