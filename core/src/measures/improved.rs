//! Who improved most, and where a row stands among its peers.

use super::compared::Compared;
use crate::board::{Board, rank};
use crate::books::Books;
use crate::model::{CategoryIndex, Dataset, Share};
use crate::query::Entity;

/// The rows of a board that gained most against the compared window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Improved {
    /// By what they gained, largest first; only rows that gained.
    pub absolute: Vec<Gain>,
    /// How many gained in all.
    pub absolute_count: u32,
    /// By what they gained ÷ their earlier value, largest first; only rows whose earlier value is
    /// at least [`Self::floor`], so that tiny bases do not win.
    pub relative: Vec<Gain>,
    /// How many of those gained in all.
    pub relative_count: u32,
    /// The median of the earlier values above 0, the lower one of two.
    pub floor: i64,
}

/// What a row gained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gain {
    /// Position of the channel or partner in the document.
    pub index: u32,
    /// Value in the compared window.
    pub before: i64,
    /// Value now.
    pub now: i64,
    /// Their difference.
    pub gain: i64,
    /// The difference ÷ the earlier value; `None` where that is not above 0.
    pub growth: Option<Share>,
}

/// Where a row stands among its peers: the channels of its category, or all partners.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AmongPeers {
    /// The category; `None` for partners and for channels without one, whose peers are each other.
    pub category: Option<CategoryIndex>,
    /// How many there are, the row itself included.
    pub of: u32,
    /// Its rank among them; equal values share a rank.
    pub rank: u32,
    /// Share of the other peers that have less, `None` without another.
    pub percentile: Option<Share>,
}

/// The `most` rows of `board` that gained most, by difference and by growth; ties in the order of
/// ids. `None` where the compared window is not wholly in the table.
pub fn improved(books: &Books, board: &Board, most: usize) -> Option<Improved> {
    let compared = Compared::of(books, board)?;
    let floor = median_base(&compared);
    let gain = |row: u32| gain(&compared, row);
    let best = |measure: &dyn Fn(Gain) -> Option<i64>| {
        let mut values = vec![0; compared.now.len()];
        let mut rows = compared.known.clone();
        rows.retain(|row| {
            let value =
                measure(gain(*row)).filter(|value| *value > 0 && compared.is_ranked[*row as usize]);
            values[*row as usize] = value.unwrap_or(0);
            value.is_some()
        });
        let order = rank::rank(&values, &rows).order;
        let first: Vec<Gain> = order.into_iter().take(most).map(gain).collect();
        (first, rows.len() as u32)
    };
    let is_base = |gain: &Gain| gain.before >= floor;
    let (absolute, absolute_count) = best(&|gain| Some(gain.gain));
    let (relative, relative_count) = best(&|gain| {
        let growth = Some(gain).filter(is_base)?.growth?;
        Some(growth.basis_points().into())
    });
    Some(Improved {
        absolute,
        absolute_count,
        relative,
        relative_count,
        floor,
    })
}

/// Where the row at position `index` stands by these `values`, one for each row of that kind that
/// has any; `None` where it has none itself.
pub fn among_peers(
    dataset: &Dataset,
    entity: Entity,
    values: &[Option<i64>],
    index: u32,
) -> Option<AmongPeers> {
    let own = (*values.get(index as usize)?)?;
    let category_of = |row: usize| match entity {
        Entity::Channels => dataset.channels.category.get(row).copied().flatten(),
        Entity::Partners => None,
    };
    let category = category_of(index as usize);
    let (mut of, mut more, mut same) = (0, 0, 0);
    let known = values.iter().enumerate();
    for (row, value) in known.filter_map(|(row, value)| Some((row, (*value)?))) {
        if category_of(row) == category {
            of += 1;
            more += u32::from(value > own);
            same += u32::from(value == own);
        }
    }
    let below = i64::from(of) - i64::from(more) - i64::from(same);
    Some(AmongPeers {
        category,
        of,
        rank: more + 1,
        percentile: Share::of(below, i64::from(of) - 1),
    })
}

fn gain(compared: &Compared, row: u32) -> Gain {
    let (before, now) = (compared.before[row as usize], compared.now[row as usize]);
    Gain {
        index: row,
        before,
        now,
        gain: now - before,
        growth: Share::of(now - before, before),
    }
}

fn median_base(compared: &Compared) -> i64 {
    let bases = compared.known.iter().copied();
    let bases: Vec<u32> = bases
        .filter(|row| compared.before[*row as usize] > 0)
        .collect();
    let order = rank::rank(&compared.before, &bases).order;
    // Largest first, so the lower one of two in the middle is the later one.
    let middle = order.get(order.len() / 2);
    middle.map_or(0, |row| compared.before[*row as usize])
}
