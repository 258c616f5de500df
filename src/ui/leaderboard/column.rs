//! The columns: what they are called, what they order by, and which of them there is room for.

use paceboard_core::query::{Sort, SortKey};
use paceboard_core::text::Texts;

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

/// Below this width a row has two lines; the style sheet says the same.
const CARDS_BELOW_PX: f64 = 641.0;

/// A set of columns, a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Columns(pub u16);

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

    /// The column's name in style sheets.
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

    /// The column's heading, without a unit.
    pub fn title(self, texts: &Texts, of_partners: bool) -> &'static str {
        match self {
            Self::Rank => texts.col_rank,
            Self::Change => texts.col_change,
            Self::Name if of_partners => texts.col_partner,
            Self::Name => texts.col_channel,
            Self::Partner if of_partners => texts.col_channels,
            Self::Partner => texts.col_partner,
            Self::Value => texts.metric_gmv_short,
            Self::Share => texts.col_share,
            Self::Trend => texts.col_trend,
            Self::Progress => texts.col_progress,
            Self::Pace => texts.col_pace,
            Self::Reach => texts.col_reach,
            Self::Gap => texts.col_gap,
            Self::Status => texts.col_status,
        }
    }

    /// What a click on the heading orders by.
    pub fn sort_key(self) -> Option<SortKey> {
        match self {
            Self::Rank | Self::Value | Self::Share => Some(SortKey::Value),
            Self::Change => Some(SortKey::Change),
            Self::Name => Some(SortKey::Name),
            Self::Progress => Some(SortKey::Progress),
            Self::Pace => Some(SortKey::Pace),
            Self::Reach => Some(SortKey::Reach),
            Self::Gap => Some(SortKey::Gap),
            Self::Partner => Some(SortKey::Partner),
            Self::Status => Some(SortKey::Status),
            Self::Trend => None,
        }
    }

    /// The direction that is told to screen readers; only one of the columns with the same key
    /// tells it.
    pub fn aria_sort(self, sort: Sort) -> Option<&'static str> {
        let key = self
            .sort_key()
            .filter(|_| !matches!(self, Self::Rank | Self::Share))?;
        Some(match (key == sort.key, sort.descending) {
            (false, _) => "none",
            (true, true) => "descending",
            (true, false) => "ascending",
        })
    }

    fn bit(self) -> u16 {
        1 << self as u16
    }
}

impl Columns {
    /// Whether `column` is one of them.
    pub fn has(self, column: Column) -> bool {
        self.0 & column.bit() != 0
    }

    /// The same set with `column`, or without it where it was there.
    #[must_use]
    pub fn toggled(self, column: Column) -> Self {
        Self(self.0 ^ column.bit())
    }

    /// What is hidden unless the reader decides: what there is no room for, and the gap, which
    /// shows itself when rows are ordered by it.
    /// On phones the style sheet makes two lines of a row and chooses by itself.
    pub fn hidden_at(width_px: f64, sort: SortKey) -> Self {
        let room = [
            (Column::Share, 1_178.0),
            (Column::Partner, 1_106.0),
            (Column::Trend, 994.0),
            (Column::Pace, 878.0),
            (Column::Reach, 794.0),
            (Column::Status, 700.0),
        ];
        let one_line = width_px >= CARDS_BELOW_PX;
        let narrow = room.into_iter().filter(|(column, least_px)| {
            one_line && width_px < *least_px && (sort != SortKey::Reach || *column != Column::Reach)
        });
        // The column that rows are ordered by takes the place of one that can be done without.
        let gap = (sort != SortKey::Gap).then_some(Column::Gap);
        let swapped = match sort {
            SortKey::Gap => Some(Column::Share),
            SortKey::Reach if one_line && width_px < 794.0 => Some(Column::Status),
            _ => None,
        };
        let hidden = narrow.map(|(column, _)| column).chain(gap).chain(swapped);
        Self(hidden.fold(0, |bits, column| bits | column.bit()))
    }

    /// Their names, for an attribute.
    pub fn names(self) -> String {
        let names = Column::ALL
            .into_iter()
            .filter(|column| self.has(*column))
            .map(Column::name);
        names.collect::<Vec<_>>().join(" ")
    }
}

/// The order after a click: the other direction of the same key, or the direction in which the
/// new key says most.
pub fn next_sort(now: Sort, key: SortKey) -> Sort {
    let descending = if now.key == key {
        !now.descending
    } else {
        best_first(key)
    };
    Sort { key, descending }
}

/// Whether a key is first read from its largest value.
pub fn best_first(key: SortKey) -> bool {
    !matches!(key, SortKey::Name | SortKey::Partner | SortKey::Gap)
}

#[cfg(test)]
mod tests {
    use super::{Column, Columns, next_sort};
    use paceboard_core::query::{Sort, SortKey};

    #[test]
    fn narrow_boards_drop_what_matters_least() {
        let check = |width_px: f64, names: &str| {
            assert_eq!(Columns::hidden_at(width_px, SortKey::Value).names(), names);
        };
        check(1_400.0, "gap");
        check(1_110.0, "share gap");
        check(718.0, "partner share trend pace reach gap");
        check(375.0, "gap");
        assert_eq!(Columns::hidden_at(1_400.0, SortKey::Gap).names(), "share");
        assert_eq!(
            Columns::hidden_at(718.0, SortKey::Reach).names(),
            "partner share trend pace gap status"
        );
        let toggled = Columns::default().toggled(Column::Pace);
        assert!(toggled.has(Column::Pace) && !toggled.toggled(Column::Pace).has(Column::Pace));
    }

    #[test]
    fn a_second_click_turns_the_order() {
        let first = next_sort(Sort::default(), SortKey::Gap);
        assert_eq!(
            first,
            Sort {
                key: SortKey::Gap,
                descending: false
            }
        );
        assert_eq!(
            next_sort(first, SortKey::Gap),
            Sort {
                key: SortKey::Gap,
                descending: true
            }
        );
    }
}
