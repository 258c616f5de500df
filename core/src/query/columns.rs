//! Columns of the leaderboard, and which of them are hidden.

/// A column of the leaderboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Rank within the filter.
    Rank,
    /// Places gained or lost.
    Change,
    /// Name and category.
    Name,
    /// Partner of a channel, or number of a partner's channels.
    Partner,
    /// The metric.
    Value,
    /// Share of the filter's total.
    Share,
    /// The last twelve weeks.
    Trend,
    /// Year to date ÷ goal.
    Progress,
    /// Year to date ÷ expected.
    Pace,
    /// Probability of the goal.
    Reach,
    /// Goal − year to date.
    Gap,
    /// Standing.
    Status,
}

/// A set of columns, a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Columns(u16);

impl Column {
    /// All columns, from left to right.
    pub const ALL: [Self; 12] = [
        Self::Rank,
        Self::Change,
        Self::Name,
        Self::Partner,
        Self::Value,
        Self::Share,
        Self::Trend,
        Self::Progress,
        Self::Pace,
        Self::Reach,
        Self::Gap,
        Self::Status,
    ];

    /// Those that can be hidden.
    pub const OPTIONAL: [Self; 9] = [
        Self::Change,
        Self::Partner,
        Self::Share,
        Self::Trend,
        Self::Progress,
        Self::Pace,
        Self::Reach,
        Self::Gap,
        Self::Status,
    ];

    /// The column's name in the URL and in style sheets.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rank => "rank",
            Self::Change => "change",
            Self::Name => "name",
            Self::Partner => "partner",
            Self::Value => "value",
            Self::Share => "share",
            Self::Trend => "trend",
            Self::Progress => "progress",
            Self::Pace => "pace",
            Self::Reach => "reach",
            Self::Gap => "gap",
            Self::Status => "status",
        }
    }

    /// The column of that name, where it can be hidden.
    pub fn optional(name: &str) -> Option<Self> {
        Self::OPTIONAL.into_iter().find(|it| it.name() == name)
    }

    fn bit(self) -> u16 {
        1 << self as u16
    }
}

impl Columns {
    /// The set of those columns.
    pub fn of(columns: impl IntoIterator<Item = Column>) -> Self {
        let bits = columns.into_iter().map(Column::bit);
        Self(bits.fold(0, |all, bit| all | bit))
    }

    /// Whether `column` is one of them.
    pub fn has(self, column: Column) -> bool {
        self.0 & column.bit() != 0
    }

    /// The same set with `column`, or without it where it was there.
    #[must_use]
    pub fn toggled(self, column: Column) -> Self {
        Self(self.0 ^ column.bit())
    }

    /// The same set with all of those.
    #[must_use]
    pub fn with(self, columns: &[Column]) -> Self {
        Self(self.0 | Self::of(columns.iter().copied()).0)
    }

    /// The same set without any of those.
    #[must_use]
    pub fn without(self, columns: &[Column]) -> Self {
        Self(self.0 & !Self::of(columns.iter().copied()).0)
    }

    /// Their names, from left to right.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        let columns = Column::ALL.into_iter();
        columns.filter(move |it| self.has(*it)).map(Column::name)
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, Columns};

    #[test]
    fn a_set_holds_what_was_put_in() {
        let set = Columns::of([Column::Trend, Column::Gap]);
        assert_eq!(set.names().collect::<Vec<_>>(), ["trend", "gap"]);
        for column in Column::OPTIONAL {
            assert_eq!(Column::optional(column.name()), Some(column));
            assert_eq!(set.toggled(column).toggled(column), set);
        }
        assert_eq!(Column::optional("name"), None);
        let more = set.with(&[Column::Gap, Column::Pace]);
        assert_eq!(
            more,
            Columns::of([Column::Trend, Column::Pace, Column::Gap])
        );
        assert_eq!(more.without(&[Column::Pace, Column::Share]), set);
    }
}
