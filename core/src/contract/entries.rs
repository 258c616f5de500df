//! The lists of small things: categories, partners, events, history, support.

use super::deserializer::At;
use super::error::{ContractErrorKind, Counted, Form};
use super::fault::Fault;
use super::scanner::Scanner;
use super::warning::{Place, WarningKind, Warnings};
use super::{names, place, shapes, values};
use crate::model::{Category, DayRange, Event, HistoryPoint, Id, Partner, Support, SupportKind};
use std::collections::HashSet;

/// A list with the byte at which it begins.
#[derive(Clone, Debug)]
pub(super) struct List<T> {
    pub at: usize,
    pub values: Vec<T>,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self {
            at: 0,
            values: Vec::new(),
        }
    }
}

impl<T> List<T> {
    /// An array whose items `read` takes.
    pub fn read(
        scanner: &mut Scanner<'_>,
        limit: (Counted, usize),
        read: impl FnMut(&mut Scanner<'_>) -> Result<T, Fault>,
    ) -> Result<Self, Fault> {
        let at = scanner.offset();
        scanner.list(limit, read).map(|values| Self { at, values })
    }

    /// The byte at which an item begins.
    pub fn item(&self, bytes: &[u8], index: usize) -> usize {
        place::item_at(bytes, self.at, index)
    }
}

/// Texts that stand in a list more than once.
pub(super) struct Repeats<'a> {
    /// How many stand there already.
    pub count: u64,
    /// The first of those, and its position.
    pub first: &'a str,
    pub index: usize,
}

/// The texts of a list that stand there already, unless each stands once.
pub(super) fn repeats<'a>(texts: &mut dyn Iterator<Item = &'a str>) -> Option<Repeats<'a>> {
    let texts: Vec<&str> = texts.collect();
    // As ids usually are.
    if texts.is_sorted_by(|one, next| one < next) {
        return None;
    }
    let mut known = HashSet::with_capacity(texts.len());
    let entries = texts.into_iter().enumerate();
    let mut repeated = entries.filter(|(_, text)| !known.insert(*text));
    let (index, first) = repeated.next()?;
    Some(Repeats {
        count: 1 + repeated.count() as u64,
        first,
        index,
    })
}

/// Fails where an id stands twice; `item` is where the entry at a position begins.
pub(super) fn unique_ids(
    ids: &mut dyn Iterator<Item = &Id>,
    item: &dyn Fn(usize) -> usize,
) -> Result<(), Fault> {
    match repeats(&mut ids.map(Id::as_str)) {
        Some(Repeats { first, index, .. }) => {
            let id = first.to_owned();
            Err(Fault::new(
                item(index),
                ContractErrorKind::DuplicateId { id },
            ))
        }
        None => Ok(()),
    }
}

pub(super) fn category(
    scanner: &mut Scanner<'_>,
    warnings: &mut Warnings,
) -> Result<Category, Fault> {
    let shape: shapes::Category = scanner.shape()?;
    Ok(Category {
        id: values::id(shape.id.leaf())?,
        name: names::name(shape.name.leaf(), warnings)?,
        alias: alias(shape.alias.as_ref(), warnings)?,
    })
}

pub(super) fn partner(
    scanner: &mut Scanner<'_>,
    warnings: &mut Warnings,
) -> Result<Partner, Fault> {
    let shape: shapes::Partner = scanner.shape()?;
    Ok(Partner {
        id: values::id(shape.id.leaf())?,
        name: names::name(shape.name.leaf(), warnings)?,
        alias: alias(shape.alias.as_ref(), warnings)?,
        goal: values::goal(shape.goal.as_ref(), warnings),
    })
}

fn alias(text: Option<&shapes::Text>, warnings: &mut Warnings) -> Result<String, Fault> {
    let alias = text.map(|text| names::alias(text.leaf(), warnings));
    alias.unwrap_or_else(|| Ok(String::new()))
}

/// An event; the document names its last day, the model the day after.
pub(super) fn event(scanner: &mut Scanner<'_>, warnings: &mut Warnings) -> Result<Event, Fault> {
    let shape: shapes::Event = scanner.shape()?;
    let (from, last) = (
        values::day(shape.from.leaf())?,
        values::day(shape.to.leaf())?,
    );
    if last < from {
        return Err(Fault::form(shape.to.offset, Form::LastDay, &shape.to.value));
    }
    let kind = values::id(shape.kind.leaf())?;
    let name = names::name(shape.name.leaf(), warnings)?;
    let alias = alias(shape.alias.as_ref(), warnings)?;
    Ok(Event {
        kind,
        name,
        alias,
        range: DayRange::new(from, last.plus(1)),
    })
}

/// Counts the events whose kind no other event has.
pub(super) fn warn_of_single_events(events: &[Event], warnings: &mut Warnings) {
    for (index, event) in events.iter().enumerate() {
        if events
            .iter()
            .filter(|other| other.kind == event.kind)
            .count()
            == 1
        {
            let place = || Place::Path(format!("$.events[{index}]"));
            warnings.add(WarningKind::EventWithoutMatch, 1, place);
        }
    }
}

pub(super) fn history_point(scanner: &mut Scanner<'_>) -> Result<HistoryPoint, Fault> {
    let shape: shapes::HistoryPoint = scanner.shape()?;
    let channels_over = values::count(&shape.channels_over)?;
    Ok(HistoryPoint {
        day: values::day(shape.date.leaf())?,
        channels_over,
    })
}

/// Support, or `None` where its kind is unknown.
pub(super) fn support(
    scanner: &mut Scanner<'_>,
    warnings: &mut Warnings,
) -> Result<Option<Support>, Fault> {
    let At {
        offset,
        value: shape,
    } = scanner.read::<At<shapes::Support>>()?;
    let kind = match shape.kind.value.as_str() {
        "fund" => SupportKind::Fund {
            committed: values::amount(required(offset, "committed", shape.committed.as_ref())?)?,
            spent: values::amount(required(offset, "spent", shape.spent.as_ref())?)?,
        },
        "duration" => SupportKind::Duration {
            before_days: values::count(required(
                offset,
                "before_days",
                shape.before_days.as_ref(),
            )?)?,
            now_days: values::count(required(offset, "now_days", shape.now_days.as_ref())?)?,
        },
        "rate" => SupportKind::Rate {
            before_bp: values::count(required(offset, "before_bp", shape.before_bp.as_ref())?)?,
            now_bp: values::count(required(offset, "now_bp", shape.now_bp.as_ref())?)?,
        },
        _ => {
            warnings.at(WarningKind::UnknownSupportKind, shape.kind.offset);
            return Ok(None);
        }
    };
    let id = values::id(required(offset, "id", shape.id.as_ref())?.leaf())?;
    let name = names::name(
        required(offset, "name", shape.name.as_ref())?.leaf(),
        warnings,
    )?;
    let alias = alias(shape.alias.as_ref(), warnings)?;
    Ok(Some(Support {
        id,
        name,
        alias,
        kind,
    }))
}

/// A field that the object at `offset` must have.
pub(super) fn required<T>(offset: usize, field: &str, value: Option<T>) -> Result<T, Fault> {
    value.ok_or_else(|| Fault::missing(offset, field))
}
