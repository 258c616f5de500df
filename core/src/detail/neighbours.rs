//! Who stands just above and just below, by year to date.

use super::Neighbour;
use crate::model::{Dataset, Id, Money};
use crate::pace::{Pace, PaceTable};
use crate::query::Entity;
use std::cmp::Ordering;

/// Neighbours on either side.
const REACH: usize = 3;

/// The row with up to three above and three below that have figures, best first; equal sums stand in
/// order of ids.
pub(super) fn around(
    dataset: &Dataset,
    paces: &PaceTable,
    entity: Entity,
    row: usize,
    given: Option<&[Option<u32>]>,
) -> Vec<Neighbour> {
    let rows = paces.rows(entity);
    let order = |a: usize, b: usize| {
        let by_value = rows[b].to_date.cmp(&rows[a].to_date);
        by_value.then_with(|| id(dataset, entity, a).cmp(id(dataset, entity, b)))
    };
    let known: Vec<usize> = (0..rows.len()).filter(|row| rows[*row].is_known).collect();
    let mut near = nearest(&known, row, Ordering::Less, &order);
    near.reverse();
    near.push(row);
    near.extend(nearest(&known, row, Ordering::Greater, &order));
    let neighbour = |index: usize| Neighbour {
        index: index as u32,
        rank: given
            .and_then(|given| given[index])
            .unwrap_or_else(|| rank(rows, rows[index].to_date)),
        value: rows[index].to_date.minor(),
        ahead_by: rows[index].to_date.minor() - rows[row].to_date.minor(),
    };
    near.into_iter().map(neighbour).collect()
}

/// 1 + the number of rows with more.
fn rank(rows: &[Pace], value: Money) -> u32 {
    let above = |pace: &&Pace| pace.is_known && pace.to_date > value;
    rows.iter().filter(above).count() as u32 + 1
}

/// Those of `rows` on one `side` of `row` that are nearest to it, nearest first, in one pass.
fn nearest(
    rows: &[usize],
    row: usize,
    side: Ordering,
    order: &dyn Fn(usize, usize) -> Ordering,
) -> Vec<usize> {
    let mut near: Vec<usize> = Vec::with_capacity(REACH + 1);
    for other in rows
        .iter()
        .copied()
        .filter(|other| order(*other, row) == side)
    {
        let farther = |kept: &usize| order(*kept, other) == side;
        let place = near.iter().position(farther).unwrap_or(near.len());
        if place < REACH {
            near.insert(place, other);
            near.truncate(REACH);
        }
    }
    near
}

fn id(dataset: &Dataset, entity: Entity, row: usize) -> &Id {
    match entity {
        Entity::Channels => &dataset.channels.id[row],
        Entity::Partners => &dataset.partners[row].id,
    }
}
