//! The channels: columns of equal length.

use super::entries::{List, Repeats, repeats, required, unique_ids};
use super::error::{ContractErrorKind, Counted};
use super::fault::{Fault, shortened};
use super::scanner::{Key, Room, Scanner, Sign};
use super::warning::{Place, WarningKind, Warnings};
use super::{limits, names, values};
use crate::model::{Category, CategoryIndex, Cells, Channels, Id, Money, Partner, PartnerIndex};
use crate::model::{Day, ProvinceIndex};
use std::collections::HashMap;

const LIMIT: (Counted, usize) = (Counted::Channels, limits::CHANNELS);

/// The columns as they have been read, not yet checked against each other.
#[derive(Debug, Default)]
pub(super) struct Columns {
    at: usize,
    id: Option<List<Id>>,
    name: Option<List<String>>,
    alias: Option<List<String>>,
    partner: Option<List<i64>>,
    category: Option<List<i64>>,
    province: Option<List<Option<ProvinceIndex>>>,
    started: Option<List<Option<Day>>>,
    goal: Option<List<i64>>,
    provinces: Provinces,
}

/// Names of provinces in the order in which they first appear.
#[derive(Debug, Default)]
pub(super) struct Provinces {
    names: Vec<String>,
    index: HashMap<String, u32>,
}

impl Provinces {
    /// The position of a name, added where it is new.
    pub fn index(&mut self, name: String) -> ProvinceIndex {
        let next = self.names.len() as u32;
        let index = *self.index.entry(name).or_insert_with_key(|name| {
            self.names.push(name.clone());
            next
        });
        ProvinceIndex(index)
    }

    /// The names.
    pub fn into_names(self) -> Vec<String> {
        self.names
    }
}

impl Columns {
    /// Reads the object `channels`.
    pub fn read(scanner: &mut Scanner<'_>, warnings: &mut Warnings) -> Result<Self, Fault> {
        let mut columns = Self {
            at: scanner.offset(),
            ..Self::default()
        };
        let mut items = scanner.object()?;
        while let Some(key) = scanner.key(&mut items)? {
            if !scanner.null()? {
                columns.column(&key, scanner, warnings)?;
            }
        }
        Ok(columns)
    }

    /// How many channels there are, once their ids have been read.
    pub fn count(&self) -> Option<usize> {
        self.id.as_ref().map(|id| id.values.len())
    }

    fn column(
        &mut self,
        key: &Key<'_>,
        scanner: &mut Scanner<'_>,
        warnings: &mut Warnings,
    ) -> Result<(), Fault> {
        let provinces = &mut self.provinces;
        match key.text.as_ref() {
            "id" => put(&mut self.id, key, List::read(scanner, LIMIT, id)?),
            "name" => put(
                &mut self.name,
                key,
                List::read(scanner, LIMIT, |at| name(at, warnings))?,
            ),
            "alias" => put(
                &mut self.alias,
                key,
                List::read(scanner, LIMIT, |at| alias(at, warnings))?,
            ),
            "partner" => put(&mut self.partner, key, numbers(scanner, Sign::Positive)?),
            "category" => put(&mut self.category, key, numbers(scanner, Sign::Positive)?),
            "province" => {
                let province = |scanner: &mut Scanner<'_>| {
                    let name = scanner.optional(|scanner| name(scanner, warnings))?;
                    Ok(name.map(|name| provinces.index(name)))
                };
                put(
                    &mut self.province,
                    key,
                    List::read(scanner, LIMIT, province)?,
                )
            }
            "started" => {
                let started = |scanner: &mut Scanner<'_>| scanner.optional(day);
                put(&mut self.started, key, List::read(scanner, LIMIT, started)?)
            }
            "goal" => put(&mut self.goal, key, numbers(scanner, Sign::Any)?),
            _ => scanner.skip(),
        }
    }

    /// The channels with the names of their provinces, once all columns have been checked.
    pub fn finish(
        self,
        bytes: &[u8],
        partners: &[Partner],
        categories: &[Category],
        warnings: &mut Warnings,
    ) -> Result<(Channels, Vec<String>), Fault> {
        let id = required(self.at, "id", self.id)?;
        let length = id.values.len();
        let name = same_length(required(self.at, "name", self.name)?, length)?.values;
        unique_ids(&mut id.values.iter(), &|index| id.item(bytes, index))?;
        warn_of_shared_names(
            &mut name.iter().map(String::as_str),
            "$.channels.name",
            warnings,
        );
        let partner = positions(
            self.partner,
            bytes,
            length,
            (Counted::Partners, partners.len()),
        )?;
        let category = positions(
            self.category,
            bytes,
            length,
            (Counted::Categories, categories.len()),
        )?;
        let channels = Channels {
            alias: or_default(self.alias, length)?.values,
            partner: partner.map(|index| index.map(PartnerIndex)).collect(),
            category: category.map(|index| index.map(CategoryIndex)).collect(),
            province: or_default(self.province, length)?.values,
            started: or_default(self.started, length)?.values,
            goal: goals(self.goal, bytes, length, warnings)?,
            id: id.values,
            name,
        };
        Ok((channels, self.provinces.into_names()))
    }
}

/// Counts the names that stand more than once in a list.
pub(super) fn warn_of_shared_names(
    names: &mut dyn Iterator<Item = &str>,
    list: &str,
    warnings: &mut Warnings,
) {
    if let Some(Repeats { count, index, .. }) = repeats(names) {
        let place = || Place::Path(format!("{list}[{index}]"));
        warnings.add(WarningKind::DuplicateName, count, place);
    }
}

fn id(scanner: &mut Scanner<'_>) -> Result<Id, Fault> {
    let offset = scanner.offset();
    values::id((offset, &scanner.string()?))
}

fn name(scanner: &mut Scanner<'_>, warnings: &mut Warnings) -> Result<String, Fault> {
    let offset = scanner.offset();
    names::name((offset, &scanner.string()?), warnings)
}

fn alias(scanner: &mut Scanner<'_>, warnings: &mut Warnings) -> Result<String, Fault> {
    if scanner.null()? {
        return Ok(String::new());
    }
    let offset = scanner.offset();
    names::alias((offset, &scanner.string()?), warnings)
}

fn day(scanner: &mut Scanner<'_>) -> Result<Day, Fault> {
    let offset = scanner.offset();
    values::day((offset, &scanner.string()?))
}

fn numbers(scanner: &mut Scanner<'_>, sign: Sign) -> Result<List<i64>, Fault> {
    let at = scanner.offset();
    let mut values = Vec::new();
    scanner.row(sign, Room::all(LIMIT.0, LIMIT.1), &mut values)?;
    Ok(List { at, values })
}

/// Keeps a column, unless the document has it twice.
pub(super) fn put<T>(slot: &mut Option<T>, key: &Key<'_>, value: T) -> Result<(), Fault> {
    if slot.is_some() {
        return Err(twice(key));
    }
    *slot = Some(value);
    Ok(())
}

/// A key that stands twice.
pub(super) fn twice(key: &Key<'_>) -> Fault {
    Fault::new(
        key.offset,
        ContractErrorKind::DuplicateKey {
            key: shortened(&key.text),
        },
    )
}

/// Fails unless a column has an entry for each channel.
pub(super) fn same_length<T>(column: List<T>, expected: usize) -> Result<List<T>, Fault> {
    let found = column.values.len();
    if found == expected {
        return Ok(column);
    }
    Err(Fault::new(
        column.at,
        ContractErrorKind::Length { expected, found },
    ))
}

fn or_default<T: Clone + Default>(
    column: Option<List<T>>,
    length: usize,
) -> Result<List<T>, Fault> {
    match column {
        Some(column) => same_length(column, length),
        None => Ok(List {
            at: 0,
            values: vec![T::default(); length],
        }),
    }
}

/// Positions in another list, each checked.
fn positions(
    column: Option<List<i64>>,
    bytes: &[u8],
    length: usize,
    (of, count): (Counted, usize),
) -> Result<impl Iterator<Item = Option<u32>> + use<>, Fault> {
    let column = match column {
        Some(column) => same_length(column, length)?,
        None => List {
            at: 0,
            values: vec![Cells::GAP; length],
        },
    };
    if let Some(wrong) = column
        .values
        .iter()
        .position(|&index| index >= count as i64)
    {
        let kind = ContractErrorKind::NoSuchEntry {
            of,
            count,
            found: column.values[wrong],
        };
        return Err(Fault::new(column.item(bytes, wrong), kind));
    }
    Ok(column
        .values
        .into_iter()
        .map(|index| u32::try_from(index).ok()))
}

fn goals(
    column: Option<List<i64>>,
    bytes: &[u8],
    length: usize,
    warnings: &mut Warnings,
) -> Result<Vec<Option<Money>>, Fault> {
    let Some(column) = column else {
        return Ok(vec![None; length]);
    };
    let column = same_length(column, length)?;
    let no_goal = |&goal: &i64| goal <= 0 && goal != Cells::GAP;
    if let Some(first) = column.values.iter().position(no_goal) {
        let count = column
            .values
            .iter()
            .copied()
            .filter(|goal| no_goal(goal))
            .count() as u64;
        let place = || Place::Offset(column.item(bytes, first));
        warnings.add(WarningKind::GoalNotPositive, count, place);
    }
    Ok(column
        .values
        .into_iter()
        .map(|goal| (goal != Cells::GAP).then_some(Money(goal.max(0))))
        .collect())
}
