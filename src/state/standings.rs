//! What follows from a document and the point that it is looked at from. Views of one source that
//! look from the same point share it.

use super::foretelling::Foretelling;
use super::locate;
use crate::browser::timing::span;
use crate::data::{Document, FeedStatus};
use crate::reactive::{Memo, RwSignal, memo};
use crate::shared::Shared;
use paceboard_core::board::{Board, board};
use paceboard_core::model::Day;
use paceboard_core::outlook::{Assumptions, Goal, Growth, OutlookTable};
use paceboard_core::pace::PaceTable;
use paceboard_core::programme::{Standing, standing};
use paceboard_core::query::{AS_GIVEN_BP, Assume, Entity, Focus, Plan, Query};

/// A document, as memos read it.
pub type Documents = Memo<Option<Shared<Document>>>;

/// One source of data: what it has given, and what follows from that for all who look at it as it
/// is.
#[derive(Clone, Copy)]
pub struct Source {
    /// The document as it was loaded, replaced whole.
    pub loaded: RwSignal<Option<Shared<Document>>>,
    /// How the loading of data stands.
    pub feed: RwSignal<FeedStatus>,
    /// Whether figures of it have been painted anywhere: nothing is foretold before.
    pub is_painted: RwSignal<bool>,
    /// What follows from it on its last day, with nothing assumed.
    plain: Standings,
    /// The board as it is where nobody asks for another.
    plain_board: Memo<Option<Shared<Board>>>,
}

impl Source {
    /// A source that has given nothing yet.
    pub fn new() -> Self {
        let loaded = RwSignal::new(None);
        let is_painted = RwSignal::new(false);
        let start = Start {
            loaded,
            is_painted,
            is_wanted: memo(|| true),
        };
        let plain = Standings::of(start, memo(Viewpoint::default));
        Self {
            loaded,
            is_painted,
            feed: RwSignal::new(FeedStatus::default()),
            plain,
            plain_board: board_memo(memo(Query::default), plain.document, plain.paces),
        }
    }

    /// How the outlook for all who look at it as it is is worked out.
    pub fn foretelling(&self) -> Foretelling {
        self.plain.foretelling
    }

    /// The board that `query` asks for; the one that is shared where it asks for none of its own
    /// and looks at the source as it is.
    pub(super) fn board(
        self,
        query: RwSignal<Query>,
        viewpoint: Memo<Viewpoint>,
        (document, paces): (Documents, Memo<Option<Shared<PaceTable>>>),
    ) -> Memo<Option<Shared<Board>>> {
        // What does not change rows is put aside, so that language, theme or an opened detail
        // leave the board alone.
        let asked = memo(move || {
            query.with(|query| Query {
                entity: query.entity,
                window: query.window.clone(),
                metric: query.metric,
                filter: query.filter.clone(),
                sort: query.sort,
                against: query.against,
                ..Query::default()
            })
        });
        let plain = memo(move || {
            asked.with(|asked| *asked == Query::default())
                && viewpoint.get() == Viewpoint::default()
        });
        either(plain, self.plain_board, board_memo(asked, document, paces))
    }
}

fn board_memo(
    asked: Memo<Query>,
    document: Documents,
    paces: Memo<Option<Shared<PaceTable>>>,
) -> Memo<Option<Shared<Board>>> {
    memo(move || {
        with_paces(document, paces, |document, paces| {
            let build = |asked: &Query| board(&document.dataset, &document.books, paces, asked);
            asked.with(|asked| Some(span("paceboard:board", || build(asked))))
        })
    })
}

/// What a chain of standings starts from.
#[derive(Clone, Copy)]
pub(super) struct Start {
    loaded: RwSignal<Option<Shared<Document>>>,
    /// Whether figures have been painted anywhere.
    pub is_painted: RwSignal<bool>,
    /// Whether anybody looks.
    pub is_wanted: Memo<bool>,
}

/// The point that a document is looked at from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Viewpoint {
    /// The day taken for today; the document's last where `None`.
    pub day: Option<Day>,
    /// How expectations are made.
    pub plan: Plan,
    /// What is assumed in place of what the document says.
    pub assume: Assume,
}

/// What follows from a document and a viewpoint.
#[derive(Clone, Copy)]
pub struct Standings {
    /// The document, with what is assumed in place of what it says.
    pub document: Documents,
    /// The day taken for today.
    pub today: Memo<Option<Day>>,
    /// How the outlook is worked out.
    pub foretelling: Foretelling,
    /// What is likely to become of all channels and partners; `None` until it is worked out.
    pub outlook: Memo<Option<Shared<OutlookTable>>>,
    /// Pace of all channels and partners; the outlook has told at risk from behind.
    pub paces: Memo<Option<Shared<PaceTable>>>,
    /// Channels over the line.
    pub channels: Memo<Option<Shared<Standing>>>,
    /// Partners over the line.
    pub partners: Memo<Option<Shared<Standing>>>,
}

impl Standings {
    /// What follows from the source's document, looked at from `viewpoint`: worked out once for all
    /// who look at it as it is.
    pub fn shared(source: Source, viewpoint: Memo<Viewpoint>) -> Self {
        let plain = memo(move || viewpoint.get() == Viewpoint::default());
        let start = Start {
            loaded: source.loaded,
            is_painted: source.is_painted,
            is_wanted: memo(move || !plain.get()),
        };
        let own = Self::of(start, viewpoint);
        Self {
            foretelling: own.foretelling.from(either(
                plain,
                source.plain.foretelling.grounds,
                own.foretelling.grounds,
            )),
            document: either(plain, source.plain.document, own.document),
            today: either(plain, source.plain.today, own.today),
            outlook: either(plain, source.plain.outlook, own.outlook),
            paces: either(plain, source.plain.paces, own.paces),
            channels: either(plain, source.plain.channels, own.channels),
            partners: either(plain, source.plain.partners, own.partners),
        }
    }

    fn of(start: Start, viewpoint: Memo<Viewpoint>) -> Self {
        let assume = memo(move || viewpoint.get().assume);
        let plan = memo(move || viewpoint.get().plan);
        let document = assumed_memo(start.loaded, assume);
        let today = today_memo(document, viewpoint);
        let measured = memo(move || {
            let today = today.get()?;
            document.with(|document| {
                let document = document.as_ref()?;
                let (dataset, books) = (&document.dataset, &document.books);
                Some(Shared::new(PaceTable::build(
                    dataset,
                    books,
                    today,
                    plan.get(),
                )))
            })
        });
        let foretelling = Foretelling::new(start, document, measured, assume);
        let outlook = foretelling.outlook;
        let paces = memo(move || Some(judged(measured.get()?, outlook.get())));
        Self {
            document,
            today,
            foretelling,
            outlook,
            paces,
            channels: standing_memo(document, paces, Entity::Channels),
            partners: standing_memo(document, paces, Entity::Partners),
        }
    }
}

/// The one or the other. What is not read is not worked out.
fn either<T>(first: Memo<bool>, one: Memo<T>, other: Memo<T>) -> Memo<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    memo(move || if first.get() { one.get() } else { other.get() })
}

/// The day asked for, but no day before the figures begin or after they end.
fn today_memo(document: Documents, viewpoint: Memo<Viewpoint>) -> Memo<Option<Day>> {
    memo(move || {
        let (first, last) = document.with(|document| {
            let dataset = &document.as_ref()?.dataset;
            let first = dataset.first_day(dataset.programme.metric);
            Some((first, dataset.as_of.day))
        })?;
        let day = viewpoint.get().day.unwrap_or(last);
        Some(day.max(first.unwrap_or(day)).min(last))
    })
}

/// The document with what is assumed; the one that was loaded where nothing is.
fn assumed_memo(loaded: RwSignal<Option<Shared<Document>>>, assume: Memo<Assume>) -> Documents {
    memo(move || {
        let document = loaded.get()?;
        let assumed = Assume {
            growth_bp: 0,
            ..assume.get()
        };
        Some(if assumed.is_anything() {
            Shared::new(document.assuming(&assumptions(&assumed)))
        } else {
            document
        })
    })
}

fn assumptions(assume: &Assume) -> Assumptions {
    Assumptions {
        goal: match assume.goal_bp {
            AS_GIVEN_BP => Goal::AsGiven,
            times_bp => Goal::Times(times_bp),
        },
        target: assume.target,
        growth: Growth::default(),
    }
}

/// Growth of everybody or of one channel; of nobody where the document does not know that one.
pub(super) fn growth(document: &Document, assume: &Assume) -> Growth {
    let bp = assume.growth_bp;
    let Some(channel) = &assume.growth_of else {
        return Growth { bp, only: None };
    };
    let place = locate(document, &Focus::Channel(channel.clone()));
    place.map_or_else(Growth::default, |(_, index)| Growth {
        bp,
        only: Some(index),
    })
}

/// The paces as they are until the outlook has been worked out.
fn judged(measured: Shared<PaceTable>, outlook: Option<Shared<OutlookTable>>) -> Shared<PaceTable> {
    let Some(outlook) = outlook else {
        return measured;
    };
    let mut paces = PaceTable::clone(&measured);
    outlook.inform(&mut paces);
    Shared::new(paces)
}

/// What `build` makes of a document and the paces in it.
pub(super) fn with_paces<T>(
    document: Documents,
    paces: Memo<Option<Shared<PaceTable>>>,
    build: impl FnOnce(&Document, &PaceTable) -> Option<T>,
) -> Option<Shared<T>> {
    let paces = paces.get()?;
    document.with(|document| build(document.as_ref()?, &paces).map(Shared::new))
}

fn standing_memo(
    document: Documents,
    paces: Memo<Option<Shared<PaceTable>>>,
    entity: Entity,
) -> Memo<Option<Shared<Standing>>> {
    memo(move || {
        with_paces(document, paces, |document, paces| {
            Some(standing(&document.dataset, &document.books, paces, entity))
        })
    })
}
