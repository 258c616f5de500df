//! The order in which the rows are shown.

use super::draft::Draft;
use crate::books::Books;
use crate::model::Dataset;
use crate::query::{Entity, Query, Sort, SortKey};
use paceboard_figures as figures;
use std::borrow::Cow;

/// The place of a row that has none.
pub(super) const NOWHERE: u32 = u32::MAX;

/// For an order by name or partner, the place of each row in it; empty for the others.
pub(super) fn places<'a>(dataset: &Dataset, books: &'a Books, query: &Query) -> Cow<'a, [u32]> {
    let directory = &books.directory;
    let by_name = |entity| directory.roster(entity).name_places(dataset, entity);
    match (query.sort.key, query.entity) {
        (SortKey::Name, entity) => Cow::Borrowed(by_name(entity)),
        (SortKey::Partner, Entity::Channels) => {
            let places = by_name(Entity::Partners);
            let partners = dataset.channels.partner.iter();
            partners
                .map(|partner| partner.map_or(NOWHERE, |partner| places[partner.at()]))
                .collect()
        }
        (SortKey::Partner, Entity::Partners) => {
            let partners = 0..dataset.partners.len() as u32;
            partners
                .map(|partner| directory.members(partner).len() as u32)
                .collect()
        }
        _ => Cow::Borrowed(&[]),
    }
}

/// The rows that meet the filter in the order of `sort`: ties by id and rows without a value in
/// the column last, in both directions. `places` are those of [`places`].
pub(super) fn ordered(draft: &Draft<'_>, sort: Sort, places: &[u32]) -> Vec<u32> {
    if sort == Sort::default() {
        return draft.kept.clone();
    }
    let mut column = vec![0; draft.values.len()];
    let (mut known, mut missing) = (Vec::new(), Vec::new());
    for row in &draft.kept_by_id {
        if let Some(value) = draft.key(*row, sort.key, places) {
            column[*row as usize] = value;
            known.push(*row);
        } else {
            missing.push(*row);
        }
    }
    let mut order = figures::ordered(&column, &known, sort.descending);
    order.append(&mut missing);
    order
}
