//! What the page knows, as signals, and what follows from it, as memos.
//!
//! Data goes one way: feed and query are written by their owners; everything else is derived.

mod fault;
mod foretelling;
mod layout;
mod local;
mod look;
mod opened;
mod opening;
mod passing;
mod paths;
mod remarks;
mod slicing;
mod standings;
mod viewpoint;

pub use crate::data::Phase;
pub use fault::Fault;
pub use foretelling::MOST_QUEUED;
pub use layout::BoardLayout;
pub use local::{FormField, Held, Local, Offer, Place};
pub use look::Preferences;
pub use opened::{OpenDetail, locate};
pub use paths::Retraced;
pub use slicing::{Slicing, Worked};
pub use standings::Source;

use crate::browser::page;
use crate::data::{Document, FeedStatus};
use crate::reactive::{Memo, RwSignal};
use crate::shared::Shared;
use foretelling::Foretelling;
use look::{lang_memo, theme_memo};
use opened::detail_memo;
use paceboard_core::board::Board;
use paceboard_core::model::{Day, Lang, Metric};
use paceboard_core::outlook::OutlookTable;
use paceboard_core::pace::PaceTable;
use paceboard_core::programme::Standing;
use paceboard_core::query::{Entity, Query, Theme};
use remarks::fault_memo;
use standings::{Documents, Standings};
use std::ops::Deref;
use viewpoint::{
    given_outlook_memo, given_viewpoint_memo, metric_memo, queues_wanted, told_memo, viewpoint_memo,
};

/// The one state of the page, copied freely. It lives as long as the page does.
#[derive(Clone, Copy)]
pub struct State(&'static Signals);

impl Deref for State {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

/// A handful of signals, and the memos over them.
pub struct Signals {
    /// What the reader has asked for. Write it through [`State::update`].
    pub query: RwSignal<Query>,
    /// A day passed over while the reader drags or the days run: seen from as the query's would
    /// be, and in no address until it is settled on.
    pub scrub: RwSignal<Option<Day>>,
    /// Whether the days run by.
    pub running: RwSignal<bool>,
    /// Where the document comes from.
    pub source: Source,
    /// The document as it was loaded, replaced whole.
    pub loaded: RwSignal<Option<Shared<Document>>>,
    /// The document shown: with what the reader assumes in place of what it says.
    pub document: Documents,
    /// How the loading of data stands.
    pub feed: RwSignal<FeedStatus>,
    /// The browser's preferences.
    pub preferences: RwSignal<Preferences>,
    /// The viewer's clock, moved on every half minute: for ages, never for days.
    pub now_ms: RwSignal<f64>,
    /// Whether somebody has asked what a value is made of: the metrics for it are then loaded.
    pub wants_factors: RwSignal<bool>,
    /// Whether the list of keys is shown.
    pub help: RwSignal<bool>,
    /// A file that the reader has chosen and that is not shown yet.
    pub offer: RwSignal<Option<Offer>>,
    /// The file that is shown in place of the source.
    pub local: RwSignal<Option<Local>>,
    /// Files that have been shown, the latest first.
    pub held: RwSignal<Vec<Held>>,
    /// Whether the file that was shown before the page was loaded anew is still to be opened.
    pub lost_file: RwSignal<bool>,
    /// What went wrong last, in words.
    pub fault: Memo<Option<Fault>>,
    /// The day that everything is seen from: the query's, or the document's last.
    pub today: Memo<Option<Day>>,
    /// How the outlook from the reader's own viewpoint is worked out.
    pub foretelling: Foretelling,
    /// The same with nothing assumed.
    given: Foretelling,
    /// What was likely with nothing assumed: the forecast that was made on the day looked at.
    pub outlook_given: Memo<Option<Shared<OutlookTable>>>,
    /// What is likely to become of all channels and partners; `None` until it is worked out.
    pub outlook: Memo<Option<Shared<OutlookTable>>>,
    /// Whom the programme's head tells of.
    pub told: Memo<Entity>,
    /// Whom of them to look after; worked out while a view that tells of it is there.
    pub queues: Slicing,
    /// How far probabilities can be trusted; likewise.
    pub trust: Slicing,
    /// Pace of all channels and partners; the outlook has told at risk from behind.
    pub paces: Memo<Option<Shared<PaceTable>>>,
    /// The leaderboard.
    pub board: Memo<Option<Shared<Board>>>,
    /// Channels over the line.
    pub channels: Memo<Option<Shared<Standing>>>,
    /// Partners over the line.
    pub partners: Memo<Option<Shared<Standing>>>,
    /// The open row.
    pub detail: Memo<Option<Shared<OpenDetail>>>,
    /// The metric on the board.
    pub metric: Memo<Metric>,
    /// Language in force.
    pub lang: Memo<Lang>,
    /// Theme in force.
    pub theme: Memo<Theme>,
    /// The board on the screen at hand.
    pub layout: BoardLayout,
}

impl State {
    /// A state over `source` that starts with `query`.
    pub fn new(source: Source, query: Query, preferences: Preferences) -> Self {
        let query = RwSignal::new(query);
        let preferences = RwSignal::new(preferences);
        let scrub = RwSignal::new(None);
        let viewpoint = viewpoint_memo(query, scrub);
        let given = Standings::shared(source, given_viewpoint_memo(query, scrub));
        let Standings {
            document,
            today,
            foretelling,
            outlook,
            paces,
            channels,
            partners,
        } = Standings::shared(source, viewpoint);
        let told = told_memo(query, document);
        let lang = lang_memo(query, preferences);
        // One small box for a page: every closure that reads the state then holds a pointer only.
        Self(Box::leak(Box::new(Signals {
            query,
            scrub,
            running: RwSignal::new(false),
            source,
            loaded: source.loaded,
            document,
            feed: source.feed,
            preferences,
            now_ms: RwSignal::new(page::now_ms()),
            wants_factors: RwSignal::new(false),
            help: RwSignal::new(false),
            offer: RwSignal::new(None),
            local: RwSignal::new(None),
            held: RwSignal::new(Vec::new()),
            lost_file: RwSignal::new(false),
            today,
            foretelling,
            given: given.foretelling,
            outlook_given: given_outlook_memo(query, given.outlook, outlook),
            outlook,
            told,
            queues: foretelling.queues(queues_wanted(query, scrub), outlook, told),
            trust: foretelling.trust(),
            paces,
            board: source.board(query, viewpoint, (document, paces)),
            channels,
            partners,
            detail: detail_memo(query, document, paces),
            metric: metric_memo(query, document),
            lang,
            fault: fault_memo(source.feed, lang),
            theme: theme_memo(query, preferences),
            layout: BoardLayout::new(),
        })))
    }

    /// Works out in slices what takes longer than a frame, for as long as the owner is there.
    pub fn foretell(self) {
        self.foretelling.slicing.connect();
        self.given.slicing.connect();
    }

    /// Metrics whose parts are needed for what is shown, last the one that the board goes by; none
    /// before there is a document.
    pub fn needed_metrics(self) -> Vec<Metric> {
        let asked = self.metric.get();
        let factors = self.wants_factors.get();
        let beside = |metric: &Metric| factors && *metric != asked;
        if self.document.with(Option::is_some) {
            let others = Metric::ALL.into_iter().filter(beside);
            others.chain([asked]).collect()
        } else {
            Vec::new()
        }
    }

    /// Forgets what only the reader who is leaving has opened.
    pub fn leave_all(self) {
        self.pass_no_more();
        self.wants_factors.set(false);
        self.help.set(false);
    }

    /// Whether no row of that kind has a goal, as far as that is known.
    pub fn lacks_goals(self, entity: Entity) -> bool {
        let all = |paces: &PaceTable| paces.rows(entity).iter().all(|pace| pace.goal.is_none());
        self.paces.with(|paces| paces.as_deref().is_some_and(all))
    }

    /// Whether none of that kind has any figure in the fiscal year, as far as that is known.
    pub fn lacks_figures(self, entity: Entity) -> bool {
        let none = |paces: &PaceTable| !paces.rows(entity).iter().any(|pace| pace.is_known);
        self.paces.with(|paces| paces.as_deref().is_some_and(none))
    }

    /// Says that the outlook is being worked out, while the reader waits for it: not for the
    /// moment that it takes with fewer channels.
    pub fn foretelling_words(self) -> Option<&'static str> {
        let [plain, own] = [self.source.foretelling(), self.foretelling];
        let asked =
            plain.slicing.asked.with(Option::is_some) || own.slicing.asked.with(Option::is_some);
        (asked && self.outlook.with(Option::is_none)).then(|| self.texts().programme.foretelling)
    }

    /// Those of that kind over the line.
    pub fn standing(self, entity: Entity) -> Memo<Option<Shared<Standing>>> {
        match entity {
            Entity::Channels => self.channels,
            Entity::Partners => self.partners,
        }
    }

    /// Changes the query; the URL and the page follow.
    pub fn update(self, change: impl FnOnce(&mut Query)) {
        self.query.update(change);
    }
}
