//! The fields that stand beside a board: audience, festivals, earlier counts, support.

use crate::contract::entries::{self, List, unique_ids};
use crate::contract::error::Counted;
use crate::contract::fault::Fault;
use crate::contract::limits;
use crate::contract::scanner::Scanner;
use crate::contract::tables::{self, Table};
use crate::contract::warning::{Place, WarningKind, Warnings};
use crate::model::{Dataset, Day, Event, HistoryPoint, Support};

const ENTRIES: (Counted, usize) = (Counted::Entries, limits::ENTRIES);

/// Those fields while they are being read.
#[derive(Clone, Debug, Default)]
pub(super) struct Extras {
    daily: Option<Table>,
    events: Vec<Event>,
    history: Vec<HistoryPoint>,
    support: List<Option<Support>>,
}

impl Extras {
    /// Takes the value of `key` where it belongs here; tells whether it did.
    pub fn field(
        &mut self,
        key: &str,
        scanner: &mut Scanner<'_>,
        warnings: &mut Warnings,
    ) -> Result<bool, Fault> {
        match key {
            "daily" => self.daily = Some(Table::read(scanner, &tables::DAILY)?),
            "events" => self.events = scanner.list(ENTRIES, |at| entries::event(at, warnings))?,
            "programme_history" => self.history = scanner.list(ENTRIES, entries::history_point)?,
            "support" => {
                self.support = List::read(scanner, ENTRIES, |at| entries::support(at, warnings))?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Puts them into the document, once they have been checked.
    pub fn finish(
        self,
        bytes: &[u8],
        dataset: &mut Dataset,
        warnings: &mut Warnings,
    ) -> Result<(), Fault> {
        let as_of = dataset.as_of.day;
        self.check_support(bytes)?;
        let daily = self.daily.map(|table| table.daily(as_of, warnings));
        dataset.daily = daily.transpose()?;
        entries::warn_of_single_events(&self.events, warnings);
        dataset.events = self.events;
        dataset.programme_history = past(self.history, as_of, warnings);
        dataset.support = self.support.values.into_iter().flatten().collect();
        Ok(())
    }

    /// Fails where two entries of support have the same id.
    fn check_support(&self, bytes: &[u8]) -> Result<(), Fault> {
        let known = self.support.values.iter().enumerate();
        let known: Vec<_> = known
            .filter_map(|(index, entry)| Some((index, &entry.as_ref()?.id)))
            .collect();
        let ids = &mut known.iter().map(|(_, id)| *id);
        unique_ids(ids, &|index| self.support.item(bytes, known[index].0))
    }
}

/// The points up to `as_of` by day; later ones are counted.
fn past(points: Vec<HistoryPoint>, as_of: Day, warnings: &mut Warnings) -> Vec<HistoryPoint> {
    for (index, _) in points
        .iter()
        .enumerate()
        .filter(|(_, point)| point.day > as_of)
    {
        let place = || Place::Path(format!("$.programme_history[{index}]"));
        warnings.add(WarningKind::FutureDay, 1, place);
    }
    let mut past: Vec<HistoryPoint> = Vec::new();
    for point in points.into_iter().filter(|point| point.day <= as_of) {
        let place = past.partition_point(|earlier| earlier.day <= point.day);
        past.insert(place, point);
    }
    past
}
