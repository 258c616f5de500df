//! `scope`: what a document that holds only some of the programme's channels says of all of them.

use super::channels::{put, same_length};
use super::entries::{List, required};
use super::error::{ContractErrorKind, Counted};
use super::fault::Fault;
use super::scanner::{Key, Room, Scanner, Sign};
use super::shapes::Whole;
use super::{limits, values};
use crate::model::{Cells, Day, Ranks, Scope};

/// The object as it has been read, not yet checked against the channels.
#[derive(Debug)]
pub(super) struct RawScope {
    at: usize,
    channels: Option<Whole>,
    ranks: Option<Vec<RawRanks>>,
}

#[derive(Debug)]
struct RawRanks {
    at: usize,
    first_day: Option<Day>,
    days: Option<Whole>,
    rank: Option<List<i64>>,
}

impl RawScope {
    /// Reads the object.
    pub fn read(scanner: &mut Scanner<'_>) -> Result<Self, Fault> {
        let mut scope = Self {
            at: scanner.offset(),
            channels: None,
            ranks: None,
        };
        let limit = (Counted::Entries, limits::ENTRIES);
        let mut items = scanner.object()?;
        while let Some(key) = scanner.key(&mut items)? {
            match key.text.as_ref() {
                _ if scanner.null()? => {}
                "channels" => put(&mut scope.channels, &key, scanner.read()?)?,
                "ranks" => put(&mut scope.ranks, &key, scanner.list(limit, RawRanks::read)?)?,
                _ => scanner.skip()?,
            }
        }
        Ok(scope)
    }

    /// The scope of a document with so many channels of its own.
    pub fn finish(self, bytes: &[u8], own: usize) -> Result<Scope, Fault> {
        let channels = required(self.at, "channels", self.channels.as_ref())?;
        let channels = values::within(channels, own as i64..=limits::CHANNELS as i64)?;
        let ranks = self.ranks.unwrap_or_default().into_iter();
        let ranks = ranks.map(|ranks| ranks.finish(bytes, own, channels));
        Ok(Scope {
            channels: channels as u32,
            ranks: ranks.collect::<Result<_, _>>()?,
        })
    }
}

impl RawRanks {
    fn read(scanner: &mut Scanner<'_>) -> Result<Self, Fault> {
        let mut ranks = Self {
            at: scanner.offset(),
            first_day: None,
            days: None,
            rank: None,
        };
        let mut items = scanner.object()?;
        while let Some(key) = scanner.key(&mut items)? {
            if !scanner.null()? {
                ranks.field(&key, scanner)?;
            }
        }
        Ok(ranks)
    }

    fn field(&mut self, key: &Key<'_>, scanner: &mut Scanner<'_>) -> Result<(), Fault> {
        let at = scanner.offset();
        match key.text.as_ref() {
            "first_day" => {
                let day = values::day((at, &scanner.string()?))?;
                put(&mut self.first_day, key, day)
            }
            "days" => put(&mut self.days, key, scanner.read()?),
            "rank" => {
                let mut values = Vec::new();
                let room = Room::all(Counted::Channels, limits::CHANNELS);
                scanner.row(Sign::Positive, room, &mut values)?;
                put(&mut self.rank, key, List { at, values })
            }
            _ => scanner.skip(),
        }
    }

    fn finish(self, bytes: &[u8], own: usize, channels: i64) -> Result<Ranks, Fault> {
        let first_day = required(self.at, "first_day", self.first_day)?;
        let days = required(self.at, "days", self.days.as_ref())?;
        let rank = same_length(required(self.at, "rank", self.rank)?, own)?;
        let is_wrong = |rank: &i64| *rank != Cells::GAP && !(1..=channels).contains(rank);
        if let Some(wrong) = rank.values.iter().position(is_wrong) {
            let kind = ContractErrorKind::OutOfRange {
                min: 1,
                max: channels,
                found: rank.values[wrong].to_string(),
            };
            return Err(Fault::new(rank.item(bytes, wrong), kind));
        }
        let known = rank.values.iter().map(|rank| u32::try_from(*rank).ok());
        Ok(Ranks {
            range: values::days(first_day, days)?,
            rank: known.collect(),
        })
    }
}
