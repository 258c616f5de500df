//! What is drawn along the days.

use super::Role;

/// Figures by day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Its name, in the tooltip, the table and the label at its end.
    pub name: String,
    /// How it is drawn.
    pub kind: SeriesKind,
    /// Which colour it has.
    pub role: Role,
    /// What stands at its end.
    pub label: EndLabel,
    /// A figure for each day from the chart's first; `None` is drawn as a gap.
    pub values: Vec<Option<i64>>,
    /// For a fan its lower edge, `values` being the upper one; empty otherwise.
    pub floor: Vec<Option<i64>>,
}

/// How figures become a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeriesKind {
    /// A line.
    Line,
    /// A dashed line, for what is planned or estimated.
    Dashed,
    /// A line with a faint area down to zero.
    Area,
    /// A line that keeps its height until the next day, for counts.
    Step,
    /// The area between a lower and an upper edge, for a range of outcomes.
    Fan,
    /// A bar each day; where days are narrower than a bar, a bar for several.
    Bars,
}

/// What stands at the end of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndLabel {
    /// Nothing.
    Hidden,
    /// The name.
    Name,
    /// The name and the last figure.
    NameAndValue,
    /// The last figure.
    Value,
}

impl Series {
    /// A series with its name at its end.
    pub fn new(name: &str, kind: SeriesKind, role: Role, values: Vec<Option<i64>>) -> Self {
        Self {
            name: name.to_owned(),
            kind,
            role,
            label: EndLabel::Name,
            values,
            floor: Vec::new(),
        }
    }

    /// The same with that at its end.
    #[must_use]
    pub fn ending_in(self, label: EndLabel) -> Self {
        Self { label, ..self }
    }

    /// The same as the upper edge of a fan down to `floor`.
    #[must_use]
    pub fn down_to(self, floor: Vec<Option<i64>>) -> Self {
        Self { floor, ..self }
    }

    /// The figure of a slot.
    pub fn at(&self, slot: usize) -> Option<i64> {
        self.values.get(slot).copied().flatten()
    }

    /// Lower and upper edge of a fan in a slot.
    pub fn span(&self, slot: usize) -> Option<(i64, i64)> {
        let floor = self.floor.get(slot).copied().flatten()?;
        Some((floor, self.at(slot)?))
    }

    /// Whether a slot has no figure although the series has begun and has not ended.
    pub fn is_gap(&self, slot: usize) -> bool {
        let first = self.values.iter().position(Option::is_some);
        let begun = first.is_some_and(|first| first < slot);
        let goes_on = self.last().is_some_and(|(last, _)| slot < last);
        begun && goes_on && self.at(slot).is_none()
    }

    /// The figure that is written at the line's end.
    pub(super) fn labelled(&self) -> Option<i64> {
        let is_written = matches!(self.label, EndLabel::NameAndValue | EndLabel::Value);
        self.last().filter(|_| is_written).map(|(_, figure)| figure)
    }

    /// The last figure and its slot.
    pub fn last(&self) -> Option<(usize, i64)> {
        let at = self.values.iter().rposition(Option::is_some)?;
        Some((at, self.at(at)?))
    }
}
