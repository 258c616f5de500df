//! How many rows each choice of a filter would leave.

use super::filter::{
    ALL, CATEGORY, Choices, Mask, PARTNER, PROGRESS, PROVINCE, STATUS, TEXT, TOGETHER,
};
use super::{Facets, Lifted};
use crate::books::Books;
use crate::model::{CategoryIndex, Dataset, PartnerIndex, ProvinceIndex};
use crate::pace::PaceTable;
use crate::query::{Entity, Status};

/// Counts under `masks`, each filter's own choices left aside.
pub(super) fn count(
    dataset: &Dataset,
    books: &Books,
    paces: &PaceTable,
    entity: Entity,
    masks: &[Mask],
    choices: &Choices,
) -> Facets {
    let paces = paces.rows(entity);
    let status = |row: usize| paces.get(row).map(|pace| pace.status as usize);
    let facets = match entity {
        Entity::Channels => of_channels(dataset, masks),
        Entity::Partners => of_partners(dataset, books, masks, choices),
    };
    Facets {
        status: tally(masks, STATUS, Status::ALL.len(), &status),
        lifted: lifted(masks),
        ..facets
    }
}

fn of_channels(dataset: &Dataset, masks: &[Mask]) -> Facets {
    let channels = &dataset.channels;
    let category = |row: usize| channels.category[row].map(CategoryIndex::at);
    let partner = |row: usize| channels.partner[row].map(PartnerIndex::at);
    let province = |row: usize| channels.province[row].map(ProvinceIndex::at);
    Facets {
        category: tally(masks, CATEGORY, dataset.categories.len(), &category),
        partner: tally(masks, PARTNER, dataset.partners.len(), &partner),
        province: tally(masks, PROVINCE, dataset.provinces.len(), &province),
        ..Facets::default()
    }
}

/// A partner counts for every category (province) of its channels that meet the choice of
/// provinces (categories).
fn of_partners(dataset: &Dataset, books: &Books, masks: &[Mask], choices: &Choices) -> Facets {
    let channels = &dataset.channels;
    let category = |channel: usize| {
        let meets = choices.province(channels.province[channel]);
        channels.category[channel]
            .filter(|_| meets)
            .map(CategoryIndex::at)
    };
    let province = |channel: usize| {
        let meets = choices.category(channels.category[channel]);
        channels.province[channel]
            .filter(|_| meets)
            .map(ProvinceIndex::at)
    };
    Facets {
        category: tally_members(books, masks, CATEGORY, dataset.categories.len(), &category),
        province: tally_members(books, masks, PROVINCE, dataset.provinces.len(), &province),
        ..Facets::default()
    }
}

/// Rows by what `choice_of` says of them, among those that meet all filters but `bit`.
fn tally(
    masks: &[Mask],
    bit: Mask,
    choices: usize,
    choice_of: &dyn Fn(usize) -> Option<usize>,
) -> Vec<u32> {
    let mut counts = vec![0; choices];
    for (row, mask) in masks.iter().enumerate() {
        if mask | lift(bit) == ALL
            && let Some(choice) = choice_of(row)
        {
            counts[choice] += 1;
        }
    }
    counts
}

/// Likewise for partners by their channels; a partner counts once for a choice.
fn tally_members(
    books: &Books,
    masks: &[Mask],
    bit: Mask,
    choices: usize,
    choice_of: &dyn Fn(usize) -> Option<usize>,
) -> Vec<u32> {
    let mut counts = vec![0; choices];
    let mut counted_for = vec![u32::MAX; choices];
    for (row, mask) in masks.iter().enumerate() {
        if mask | lift(bit) != ALL {
            continue;
        }
        let row = row as u32;
        for channel in books.directory.members(row) {
            if let Some(choice) = choice_of(*channel as usize)
                && counted_for[choice] != row
            {
                counted_for[choice] = row;
                counts[choice] += 1;
            }
        }
    }
    counts
}

fn lifted(masks: &[Mask]) -> Lifted {
    let mut by_mask = [0_u32; ALL as usize + 1];
    for mask in masks {
        by_mask[*mask as usize] += 1;
    }
    let without = |bit: Mask| {
        let meets = |mask: &u8| mask | lift(bit) == ALL;
        (0..=ALL)
            .filter(meets)
            .map(|mask| by_mask[mask as usize])
            .sum()
    };
    Lifted {
        category: without(CATEGORY),
        partner: without(PARTNER),
        province: without(PROVINCE),
        status: without(STATUS),
        progress: without(PROGRESS),
        text: without(TEXT),
    }
}

/// The bits that no longer matter when the filter of `bit` is lifted.
fn lift(bit: Mask) -> Mask {
    if bit & (CATEGORY | PROVINCE) == 0 {
        bit
    } else {
        bit | TOGETHER
    }
}
