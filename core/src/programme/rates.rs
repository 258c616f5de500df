//! Who is nearest to the goal by what is foretold, and how long rows take to pass each other at
//! what they sell at present.

use super::Crossing;
use crate::books::Books;
use crate::model::{Dataset, Day, Id, Money, PartnerIndex};
use crate::outlook::OutlookTable;
use crate::pace::{Pace, PaceTable, Rates};
use crate::query::Entity;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A row that is short of its goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Near {
    /// Position of the channel or partner in the document.
    pub index: u32,
    /// Goal − year to date.
    pub missing: Money,
    /// The day on which it is foretold to reach it; `None` where that is not this year.
    pub crossing: Option<Day>,
    /// Whether anything is foretold of it.
    pub is_foretold: bool,
}

/// The row just above or below another by year to date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overtake {
    /// Its position in the document.
    pub index: u32,
    /// How much more the upper one has sold.
    pub gap: Money,
    /// Days until the lower one has more at the rates of late; `None` where it is no faster. They
    /// may go beyond the end of the year.
    pub days: Option<u32>,
    /// The days that rates are taken from, 28 or what there is of them; 0 where there are no
    /// figures by day.
    pub rate_days: u32,
}

/// Which of two neighbours is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The one with more.
    Above,
    /// The one with less.
    Below,
}

/// The rows short of their goals that are foretold to reach them soonest, at most so many; those
/// that are not this year, and those of which nothing is foretold, last, and of several on one day
/// first who lacks the least. And how many are short of their goals in all.
pub fn near(
    paces: &PaceTable,
    outlook: &OutlookTable,
    entity: Entity,
    most: usize,
) -> (Vec<Near>, u32) {
    let rows = 0..paces.rows(entity).len() as u32;
    nearest(paces, outlook, entity, rows, most)
}

/// Likewise among the channels of one partner: its cheapest next crossings.
pub fn cheapest(
    dataset: &Dataset,
    paces: &PaceTable,
    outlook: &OutlookTable,
    partner: PartnerIndex,
    most: usize,
) -> Vec<Near> {
    let channels = &dataset.channels.partner;
    let rows = 0..channels.len() as u32;
    let members = rows.filter(|row| channels[*row as usize] == Some(partner));
    nearest(paces, outlook, Entity::Channels, members, most).0
}

/// The row just above or below `row` by year to date; `None` for the first, for the last and for
/// one without figures, which has no place among others. Rows with the same sum are neither above
/// nor below each other; of several with the same other sum, the last above and the first below by
/// id.
pub fn overtake(
    dataset: &Dataset,
    books: &Books,
    paces: &PaceTable,
    entity: Entity,
    row: u32,
    side: Side,
) -> Option<Overtake> {
    let rows = paces.rows(entity);
    let own = rows.get(row as usize).filter(|pace| pace.is_known)?.to_date;
    let id = |index: usize| -> &Id {
        match entity {
            Entity::Channels => &dataset.channels.id[index],
            Entity::Partners => &dataset.partners[index].id,
        }
    };
    let known = rows.iter().enumerate().filter(|(_, pace)| pace.is_known);
    let key = |(index, pace): &(usize, &Pace)| (pace.to_date, Reverse(id(*index)));
    let (index, pace) = match side {
        Side::Above => known.filter(|it| it.1.to_date > own).min_by_key(key)?,
        Side::Below => known.filter(|it| it.1.to_date < own).max_by_key(key)?,
    };
    let index = index as u32;
    let (upper, lower) = match side {
        Side::Above => (index, row),
        Side::Below => (row, index),
    };
    let rates = Rates::of(books.ledger(entity), dataset.programme.metric, paces.today);
    let gap = pace
        .to_date
        .minor()
        .saturating_sub(own.minor())
        .saturating_abs();
    Some(Overtake {
        index,
        gap: Money(gap),
        days: rates.days_to_pass(gap, upper, lower),
        rate_days: rates.over_days(),
    })
}

/// Crossings in order of days.
pub(super) fn soonest(crossings: impl Iterator<Item = Crossing>) -> Vec<Crossing> {
    let order: BinaryHeap<_> = crossings
        .map(|crossing| (crossing.day, crossing.index))
        .collect();
    let sorted = order.into_sorted_vec().into_iter();
    sorted.map(|(day, index)| Crossing { index, day }).collect()
}

fn nearest(
    paces: &PaceTable,
    outlook: &OutlookTable,
    entity: Entity,
    rows: impl Iterator<Item = u32>,
    most: usize,
) -> (Vec<Near>, u32) {
    let near = |index: u32| {
        let missing = missing(&paces.rows(entity)[index as usize])?;
        let row = outlook.rows(entity).get(index as usize)?;
        // Whoever crossed before refunds took it back has a day that has passed.
        let crossing = row.crossing.filter(|day| *day > paces.today);
        let is_unknown = row.projected.is_none();
        Some((is_unknown, crossing.is_none(), crossing, missing, index))
    };
    let (mut order, mut count) = (BinaryHeap::with_capacity(most + 1), 0);
    for key in rows.filter_map(near) {
        count += 1;
        order.push(key);
        if order.len() > most {
            order.pop();
        }
    }
    let near = |(is_unknown, _, crossing, missing, index): (bool, _, _, _, _)| Near {
        index,
        missing: Money(missing),
        crossing,
        is_foretold: !is_unknown,
    };
    let first = order.into_sorted_vec().into_iter().map(near).collect();
    (first, count)
}

fn missing(pace: &Pace) -> Option<i64> {
    let missing = pace.missing()?.minor();
    (missing > 0).then_some(missing)
}
