//! What is odd in a document but usable, counted.

use super::error::words;
use super::place;
use std::fmt;

words!(
    /// What is odd but usable.
    WarningKind {
        Gap = "cells without data",
        FutureDay = "days after the as-of moment, ignored",
        EventWithoutMatch = "events without a match in another year",
        DuplicateName = "names that several entries share",
        NameCleaned = "texts with control, bidirectional or invisible characters, removed",
        GoalNotPositive = "goals or targets of 0 or less, taken as no goal",
        UnknownSupportKind = "entries of unknown kinds of support, ignored",
        UnknownMetric = "parts' metrics that are unknown, ignored",
        AttributeChanged = "channels or partners described differently by rows, last one kept",
    }
);

/// Something odd but usable, how often, and where it was first seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// What.
    pub kind: WarningKind,
    /// How often.
    pub count: u64,
    /// The first place: a JSON path, or line and column of a CSV file.
    pub place: String,
}

impl fmt::Display for Warning {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{} {}, first at {}",
            self.count, self.kind, self.place
        )
    }
}

/// A place whose path is found at the end, or is known.
#[derive(Clone, Debug)]
pub(super) enum Place {
    Offset(usize),
    Path(String),
}

/// Warnings while they are being counted.
#[derive(Clone, Debug, Default)]
pub(super) struct Warnings(Vec<(WarningKind, u64, Place)>);

impl Warnings {
    /// Counts `count` more of a kind; `place` is asked only for the first.
    pub fn add(&mut self, kind: WarningKind, count: u64, place: impl FnOnce() -> Place) {
        if count == 0 {
            return;
        }
        match self.0.iter_mut().find(|(known, ..)| *known == kind) {
            Some((_, sum, _)) => *sum += count,
            None => self.0.push((kind, count, place())),
        }
    }

    /// Counts one more of a kind, at a byte of the document.
    pub fn at(&mut self, kind: WarningKind, offset: usize) {
        self.add(kind, 1, || Place::Offset(offset));
    }

    /// The warnings, with paths in the JSON document `bytes`.
    pub fn in_json(self, bytes: &[u8]) -> Vec<Warning> {
        self.finish(|offset| place::path_at(bytes, offset))
    }

    /// The warnings in the order of their kinds, where `path` says what an offset is called.
    pub fn finish(mut self, path: impl Fn(usize) -> String) -> Vec<Warning> {
        let taken = |kind: &WarningKind| {
            let at = self.0.iter().position(|(known, ..)| known == kind)?;
            let (kind, count, place) = self.0.swap_remove(at);
            let place = match place {
                Place::Path(path) => path,
                Place::Offset(offset) => path(offset),
            };
            Some(Warning { kind, count, place })
        };
        WarningKind::ALL.iter().filter_map(taken).collect()
    }
}
