//! How the days of last fiscal year stand for the days of this one.
//!
//! Both years are cut at the festivals that occur in both. Days of a festival stand for days of
//! the same festival, days between for days between, each piece evenly: a day of this year takes
//! the mean daily weight of the stretch of last year that falls to it. So a weight stays a *daily*
//! weight whatever the pieces' lengths; the cumulative curve is never stretched.

#[cfg(test)]
mod tests;

use crate::model::{Event, FiscalYear};

/// Events of one kind whose fiscal days lie further apart than half a year are not the same
/// festival moved, but its occurrence of the year before or after.
const LARGEST_SHIFT_DAYS: usize = 182;

/// Fiscal days `[start, start + len)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    start: usize,
    len: usize,
}

impl Span {
    fn end(self) -> usize {
        self.start + self.len
    }

    fn between(start: usize, end: usize) -> Self {
        Self {
            start,
            len: end - start,
        }
    }
}

/// A piece of this year and the piece of last year that stands for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    base: Span,
    year: Span,
    is_festival: bool,
}

/// Which days of a base year stand for which days of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Alignment {
    pieces: Vec<Piece>,
    base_days: usize,
    year_days: usize,
}

impl Alignment {
    /// Aligns `base` (last fiscal year) with `year` by the events that occur in both. Where there
    /// are none, days are matched by fiscal day and the last one is clamped.
    pub(crate) fn new(events: &[Event], base: FiscalYear, year: FiscalYear) -> Self {
        let festivals = matched(events, base, year);
        Self {
            pieces: with_days_between(&festivals, year.len()),
            base_days: base.len(),
            year_days: year.len(),
        }
    }

    /// Number of days of the year.
    pub(crate) fn year_days(&self) -> usize {
        self.year_days
    }

    /// Weights of the days of the year from those of the base year; their sum is not 1.
    pub(crate) fn weights(&self, base: &[f64]) -> Vec<f64> {
        let mut weights = vec![0.0; self.year_days];
        let mean = self.mean_of_days_between(base);
        for piece in &self.pieces {
            for offset in 0..piece.year.len {
                let weight = self.weight(*piece, offset, base);
                weights[piece.year.start + offset] = weight.unwrap_or(mean);
            }
        }
        weights
    }

    /// The days of the base year that make up the weight of one day of the year, and how often
    /// each counts.
    pub(crate) fn sources(&self, day: usize) -> Vec<(usize, f64)> {
        let (before, after) = (self.loads(day), self.loads(day + 1));
        let loads = after
            .into_iter()
            .zip(before)
            .map(|(after, before)| after - before);
        loads.enumerate().filter(|(_, load)| *load > 0.0).collect()
    }

    /// How often each day of the base year counts in the sum of the weights of the year's first
    /// `days` days: with it that sum takes one pass over the base year.
    pub(crate) fn loads(&self, days: usize) -> Vec<f64> {
        let mut loads = vec![0.0; self.base_days];
        for piece in &self.pieces {
            let done = days.saturating_sub(piece.year.start).min(piece.year.len);
            if piece.base.len == 0 {
                self.load_days_between(done, &mut loads);
            }
            for offset in 0..piece.base.len {
                // In units of 1 ÷ piece.year.len base days, so that equal loads are equal floats.
                let passed = (done * piece.base.len).saturating_sub(offset * piece.year.len);
                let load = passed.min(piece.year.len) as f64 / piece.base.len as f64;
                loads[self.base_day(piece.base.start + offset)] += load;
            }
        }
        loads
    }

    /// The mean weight of the stretch of the base year that stands for a day of the piece; `None`
    /// where the base year has no such days.
    fn weight(&self, piece: Piece, offset: usize, base: &[f64]) -> Option<f64> {
        let (from, to) = (offset * piece.base.len, (offset + 1) * piece.base.len);
        let mut sum = 0.0;
        let mut base_offset = from / piece.year.len;
        while base_offset * piece.year.len < to {
            let begin = from.max(base_offset * piece.year.len);
            let end = to.min((base_offset + 1) * piece.year.len);
            sum += (end - begin) as f64 * base[self.base_day(piece.base.start + base_offset)];
            base_offset += 1;
        }
        (piece.base.len > 0).then(|| sum / piece.base.len as f64)
    }

    /// A day between festivals that has no counterpart (a festival stood at the very edge of the
    /// base year) takes the mean weight of all days between festivals.
    fn mean_of_days_between(&self, base: &[f64]) -> f64 {
        let mut loads = vec![0.0; self.base_days];
        self.load_days_between(1, &mut loads);
        base.iter()
            .zip(&loads)
            .map(|(weight, load)| weight * load)
            .sum()
    }

    fn load_days_between(&self, days: usize, loads: &mut [f64]) {
        let spans = || {
            self.pieces
                .iter()
                .filter(|piece| !piece.is_festival)
                .map(|piece| piece.base)
        };
        let count: usize = spans().map(|span| span.len).sum();
        for day in spans().flat_map(|span| span.start..span.end()) {
            loads[self.base_day(day)] += days as f64 / count as f64;
        }
    }

    /// A leap year's last day has no counterpart in a common year: the last one stands in for it.
    fn base_day(&self, day: usize) -> usize {
        day.min(self.base_days - 1)
    }
}

/// Festivals of kinds that occur in both years, in order of days. Where two conflict, the one named later in the
/// document is dropped.
fn matched(events: &[Event], base: FiscalYear, year: FiscalYear) -> Vec<Piece> {
    let begins = |event: &&Event| {
        let from = event.range.from();
        base.range().contains(from) || year.range().contains(from)
    };
    let events: Vec<&Event> = events.iter().filter(begins).collect();
    let mut kept: Vec<Piece> = Vec::new();
    for (position, event) in events.iter().enumerate() {
        let same_kind = |other: &&&Event| other.kind == event.kind;
        if events[..position].iter().any(|other| same_kind(&other)) {
            continue;
        }
        let first_in = |fiscal: FiscalYear| {
            let mut of_kind = events[position..].iter().filter(same_kind);
            of_kind.find_map(|event| fiscal_days(event, fiscal, year.len()))
        };
        if let (Some(base), Some(year)) = (first_in(base), first_in(year)) {
            let piece = Piece {
                base,
                year,
                is_festival: true,
            };
            let near = base.start.abs_diff(year.start) <= LARGEST_SHIFT_DAYS;
            if near && kept.iter().all(|other| in_same_order(*other, piece)) {
                let place = kept.partition_point(|other| other.year.start < piece.year.start);
                kept.insert(place, piece);
            }
        }
    }
    kept
}

/// The fiscal days of an event that begins in that year, cut at the year's end.
fn fiscal_days(event: &Event, fiscal: FiscalYear, days: usize) -> Option<Span> {
    let start = fiscal.day_index(event.range.from())?;
    let end = (start + event.range.len()).min(days).min(fiscal.len());
    (start < end).then(|| Span::between(start, end))
}

/// Whether one lies wholly before the other, in both years alike.
fn in_same_order(a: Piece, b: Piece) -> bool {
    let before = |a: Piece, b: Piece| a.base.end() <= b.base.start && a.year.end() <= b.year.start;
    before(a, b) || before(b, a)
}

/// The festivals with the days before, between and after them, in order. The base year is seen as
/// so many days long as the year itself.
fn with_days_between(festivals: &[Piece], days: usize) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(festivals.len() * 2 + 1);
    let (mut base_start, mut year_start) = (0, 0);
    let mut push = |base_end: usize, year_end: usize, festival: Option<Piece>| {
        let base = Span::between(base_start, base_end);
        let year = Span::between(year_start, year_end);
        pieces.push(Piece {
            base,
            year,
            is_festival: false,
        });
        if let Some(piece) = festival {
            pieces.push(piece);
            (base_start, year_start) = (piece.base.end(), piece.year.end());
        }
    };
    for piece in festivals {
        push(piece.base.start, piece.year.start, Some(*piece));
    }
    push(days, days, None);
    pieces
}
