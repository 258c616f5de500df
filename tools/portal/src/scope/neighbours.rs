//! Who stands in a merchant's document beside its own channels, and under what name.

use crate::figures::Figures;
use paceboard_core::model::ChannelIndex;
use std::collections::{BTreeSet, HashMap};

/// Neighbours on either side of each channel of the merchant's own. Three are shown; the others
/// are there so that three are still shown where the order of other days differs a little.
pub const REACH: usize = 5;

/// A channel in a merchant's document.
#[derive(Debug)]
pub struct Member {
    /// Which it is among all; this never leaves the server.
    pub channel: ChannelIndex,
    /// Whether it is the merchant's own.
    pub own: bool,
    /// The id in the document.
    pub id: String,
    /// The name in the document.
    pub name: String,
    /// The name for readers of English, and for search.
    pub alias: String,
}

/// The merchant's own channels as they were asked for, then their neighbours by rank.
pub fn cast(figures: &Figures, own: &[ChannelIndex]) -> Vec<Member> {
    let mut members: Vec<Member> = own.iter().map(|channel| known(figures, *channel)).collect();
    let mut named = HashMap::new();
    for place in places(figures, own) {
        members.push(anonymous(figures, place, &mut named));
    }
    members
}

/// Places of the neighbours in the order of all channels, each once, own channels left out.
fn places(figures: &Figures, own: &[ChannelIndex]) -> BTreeSet<usize> {
    let centres = own.iter().filter_map(|channel| figures.place(*channel));
    let centres: BTreeSet<usize> = centres.collect();
    let last = figures.order.len().saturating_sub(1);
    let around = |centre: &usize| centre.saturating_sub(REACH)..=(centre + REACH).min(last);
    let places = centres.iter().flat_map(around);
    places.filter(|place| !centres.contains(place)).collect()
}

fn known(figures: &Figures, channel: ChannelIndex) -> Member {
    let channels = &figures.dataset.channels;
    Member {
        channel,
        own: true,
        id: channels.id[channel.at()].as_str().to_owned(),
        name: channels.name[channel.at()].clone(),
        alias: channels.alias[channel.at()].clone(),
    }
}

/// Named by rank in the year to date, short enough for any column, and by number where several
/// share one; the id is the place in the order.
fn anonymous(figures: &Figures, place: usize, named: &mut HashMap<usize, usize>) -> Member {
    let channel = figures.order[place];
    let rank = figures.rank(channel);
    let shared = named.entry(rank).or_default();
    *shared += 1;
    let again = if *shared > 1 {
        format!(" ({shared})")
    } else {
        String::new()
    };
    Member {
        channel,
        own: false,
        id: format!("anon-{:04}", place + 1),
        name: format!("第{rank}名{again}"),
        alias: format!("No. {rank}{again}"),
    }
}
