//! Where the reader looks from, and what is asked for there.

use super::standings::{Documents, Viewpoint};
use crate::reactive::{Memo, RwSignal, memo};
use crate::shared::Shared;
use paceboard_core::model::{Day, Metric};
use paceboard_core::outlook::OutlookTable;
use paceboard_core::query::{Assume, Entity, Feed, Query};

/// As the reader has it: the day passed over while dragging, else the query's.
pub(super) fn viewpoint_memo(
    query: RwSignal<Query>,
    scrub: RwSignal<Option<Day>>,
) -> Memo<Viewpoint> {
    memo(move || {
        query.with(|query| Viewpoint {
            day: scrub.get().or(query.as_of),
            plan: query.plan,
            assume: query.assume.clone(),
        })
    })
}

/// While days run by, whom to look after is left aside unless a list of it is shown.
pub(super) fn queues_wanted(query: RwSignal<Query>, scrub: RwSignal<Option<Day>>) -> Memo<bool> {
    memo(move || {
        let is_listed =
            |query: &Query| matches!(query.feed, Feed::Expected | Feed::Slipped | Feed::Falling);
        scrub.with(Option::is_none) || query.with(is_listed)
    })
}

/// Whom the programme's head tells of: partners while the board shows them, where the programme sets
/// them a goal and the document holds them whole; else channels.
pub(super) fn told_memo(query: RwSignal<Query>, document: Documents) -> Memo<Entity> {
    memo(move || {
        let is_told = document.with(|document| {
            let dataset = &document.as_ref()?.dataset;
            dataset
                .programme
                .partner_goal
                .filter(|_| dataset.scope.is_none())
        });
        let asked = query.with(|query| query.entity);
        is_told.map_or(Entity::Channels, |_| asked)
    })
}

/// The same with nothing assumed; where nothing is, whatever costs nothing.
pub(super) fn given_viewpoint_memo(
    query: RwSignal<Query>,
    scrub: RwSignal<Option<Day>>,
) -> Memo<Viewpoint> {
    memo(move || {
        query.with(|query| {
            let day = scrub.get().or(query.as_of);
            let own = query.assume.is_anything().then_some(Viewpoint {
                day,
                plan: query.plan,
                assume: Assume::default(),
            });
            own.unwrap_or_default()
        })
    })
}

/// The outlook with nothing assumed; where nothing is, the reader's own.
pub(super) fn given_outlook_memo(
    query: RwSignal<Query>,
    given: Memo<Option<Shared<OutlookTable>>>,
    own: Memo<Option<Shared<OutlookTable>>>,
) -> Memo<Option<Shared<OutlookTable>>> {
    memo(move || {
        if query.with(|query| query.assume.is_anything()) {
            given.get()
        } else {
            own.get()
        }
    })
}

/// The metric on the board: the query's, else the programme's.
pub(super) fn metric_memo(query: RwSignal<Query>, document: Documents) -> Memo<Metric> {
    memo(move || {
        let own = document.with(|document| Some(document.as_ref()?.dataset.programme.metric));
        query
            .with(|query| query.metric)
            .or(own)
            .unwrap_or(Metric::Gmv)
    })
}
