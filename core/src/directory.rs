//! Who is who: orders by id and by name, channels of each partner, and text to search in. All of
//! it depends on names alone, so it is worked out once for a document, whatever is asked later.

mod fold;
mod pinyin;
mod search;

pub use fold::fold;
pub use search::SearchIndex;

use crate::model::{Dataset, in_byte_order};
use crate::query::Entity;
use std::sync::OnceLock;

/// Orders and search texts of a document's channels and partners.
#[derive(Debug)]
pub struct Directory {
    channels: Roster,
    partners: Roster,
    members: Members,
}

/// Orders and search texts of channels or of partners.
#[derive(Debug)]
pub struct Roster {
    by_id: Vec<u32>,
    name_places: OnceLock<Vec<u32>>,
    search: OnceLock<SearchIndex>,
}

/// What something to be found is called; by the document, where it is a channel or partner.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Its other name; may be empty.
    pub alias: &'a str,
}

/// The channels of each partner, one after the other.
#[derive(Debug)]
struct Members {
    starts: Vec<u32>,
    channels: Vec<u32>,
}

impl Directory {
    /// Orders the channels and partners by id; the rest is done when it is first asked for.
    pub fn build(dataset: &Dataset) -> Self {
        Self {
            channels: Roster::build(dataset, Entity::Channels),
            partners: Roster::build(dataset, Entity::Partners),
            members: Members::build(dataset),
        }
    }

    /// The roster of that kind.
    pub fn roster(&self, entity: Entity) -> &Roster {
        match entity {
            Entity::Channels => &self.channels,
            Entity::Partners => &self.partners,
        }
    }

    /// Positions of the channels of the partner at that position, in document order.
    pub fn members(&self, partner: u32) -> &[u32] {
        let bounds = self
            .members
            .starts
            .get(partner as usize..partner as usize + 2);
        bounds.map_or(&[], |bounds| {
            &self.members.channels[bounds[0] as usize..bounds[1] as usize]
        })
    }
}

impl Roster {
    fn build(dataset: &Dataset, entity: Entity) -> Self {
        let ids: Vec<&str> = entries(dataset, entity).map(|entry| entry.id).collect();
        Self {
            by_id: in_byte_order(&ids),
            name_places: OnceLock::new(),
            search: OnceLock::new(),
        }
    }

    /// Positions in byte order of their ids.
    pub fn by_id(&self) -> &[u32] {
        &self.by_id
    }

    /// For each position, its place by alias, which for a Chinese name is its pinyin, or by name
    /// where there is none; folded as for search, by code points, and equal texts share a place.
    /// `dataset` and `entity` must be those of this roster.
    pub fn name_places(&self, dataset: &Dataset, entity: Entity) -> &[u32] {
        self.name_places.get_or_init(|| {
            let keys: Vec<String> = entries(dataset, entity)
                .map(|entry| match entry.alias {
                    "" => fold(entry.name),
                    alias => fold(alias),
                })
                .collect();
            // UTF-8 keeps the order of code points.
            places(&keys.iter().map(String::as_str).collect::<Vec<_>>())
        })
    }

    /// The texts to search in. `dataset` and `entity` must be those of this roster.
    pub fn search(&self, dataset: &Dataset, entity: Entity) -> &SearchIndex {
        self.search
            .get_or_init(|| SearchIndex::build(entries(dataset, entity)))
    }
}

impl Members {
    fn build(dataset: &Dataset) -> Self {
        let partners = &dataset.channels.partner;
        let mut starts = vec![0_u32; dataset.partners.len() + 1];
        for partner in partners.iter().flatten() {
            starts[partner.at() + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut channels = vec![0; *starts.last().unwrap_or(&0) as usize];
        for (channel, partner) in partners.iter().enumerate() {
            if let Some(partner) = partner {
                channels[next[partner.at()] as usize] = channel as u32;
                next[partner.at()] += 1;
            }
        }
        Self { starts, channels }
    }
}

/// All channels or partners in document order.
pub fn entries(dataset: &Dataset, entity: Entity) -> impl ExactSizeIterator<Item = Entry<'_>> {
    let count = match entity {
        Entity::Channels => dataset.channels.len(),
        Entity::Partners => dataset.partners.len(),
    };
    (0..count).map(move |at| match entity {
        Entity::Channels => Entry {
            id: dataset.channels.id[at].as_str(),
            name: &dataset.channels.name[at],
            alias: &dataset.channels.alias[at],
        },
        Entity::Partners => Entry {
            id: dataset.partners[at].id.as_str(),
            name: &dataset.partners[at].name,
            alias: &dataset.partners[at].alias,
        },
    })
}

/// The place of each text in byte order, from 0; equal texts share the first of their places.
fn places(texts: &[&str]) -> Vec<u32> {
    let mut places = vec![0; texts.len()];
    let mut shared = 0;
    let mut previous = None;
    for (place, at) in in_byte_order(texts).into_iter().enumerate() {
        let text = texts[at as usize];
        if previous != Some(text) {
            shared = place as u32;
            previous = Some(text);
        }
        places[at as usize] = shared;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn texts_are_ordered_by_bytes_and_equal_ones_share_a_place() {
        let texts = ["c10", "c2", "C3", "c10"];
        assert_eq!(places(&texts), [1, 3, 0, 1]);
    }
}
