//! The columns: what they are called, what they order by, and which of them there is room for.

use paceboard_core::query::{Column, Columns, Sort, SortKey};
use paceboard_core::text::Texts;

/// Below this width a row has two lines; the style sheet says the same.
const CARDS_BELOW_PX: f64 = 641.0;

/// What the heading of a column says and does.
pub trait Heading: Sized {
    /// The column's heading, without a unit.
    fn title(self, texts: &Texts, of_partners: bool) -> &'static str;
    /// What a click on the heading orders by.
    fn sort_key(self) -> Option<SortKey>;
    /// The direction that is told to screen readers; only one of the columns with the same key
    /// tells it.
    fn aria_sort(self, sort: Sort) -> Option<&'static str>;
}

impl Heading for Column {
    fn title(self, texts: &Texts, of_partners: bool) -> &'static str {
        match self {
            Self::Rank => texts.board.col_rank,
            Self::Change => texts.board.col_change,
            Self::Name if of_partners => texts.board.col_partner,
            Self::Name => texts.board.col_channel,
            Self::Partner if of_partners => texts.board.col_channels,
            Self::Partner => texts.board.col_partner,
            Self::Value => texts.board.metric_gmv_short,
            Self::Share => texts.board.col_share,
            Self::Trend => texts.board.col_trend,
            Self::Progress => texts.board.col_progress,
            Self::Pace => texts.board.col_pace,
            Self::Reach => texts.board.col_reach,
            Self::Gap => texts.board.col_gap,
            Self::Status => texts.board.col_status,
        }
    }

    fn sort_key(self) -> Option<SortKey> {
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

    fn aria_sort(self, sort: Sort) -> Option<&'static str> {
        let key = self
            .sort_key()
            .filter(|_| !matches!(self, Self::Rank | Self::Share))?;
        Some(match (key == sort.key, sort.descending) {
            (false, _) => "none",
            (true, true) => "descending",
            (true, false) => "ascending",
        })
    }
}

/// What says nothing where no row has a goal, and how wide the columns of it are.
const OF_GOALS: [Column; 5] = [
    Column::Progress,
    Column::Pace,
    Column::Reach,
    Column::Gap,
    Column::Status,
];
const OF_GOALS_PX: f64 = 400.0;

/// What is hidden unless the reader decides: what there is no room for, and the gap, which
/// shows itself when rows are ordered by it; without goals, all that is about them.
/// On phones the style sheet makes two lines of a row and chooses by itself.
pub fn without_room(width_px: f64, sort: SortKey, has_goals: bool) -> Columns {
    let one_line = width_px >= CARDS_BELOW_PX;
    let (width_px, of_goals) = if has_goals {
        (width_px, &[][..])
    } else {
        (width_px + OF_GOALS_PX, &OF_GOALS[..])
    };
    let room = [
        (Column::Share, 1_178.0),
        (Column::Partner, 1_106.0),
        (Column::Trend, 994.0),
        (Column::Pace, 878.0),
        (Column::Reach, 794.0),
        (Column::Status, 700.0),
    ];
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
    Columns::of(hidden.chain(of_goals.iter().copied()))
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
    use super::{next_sort, without_room};
    use paceboard_core::query::{Sort, SortKey};

    #[test]
    fn narrow_boards_drop_what_matters_least() {
        let hidden = |width_px: f64, sort| {
            let names = without_room(width_px, sort, true).names();
            names.collect::<Vec<_>>().join(" ")
        };
        let check = |width_px: f64, names: &str| {
            assert_eq!(hidden(width_px, SortKey::Value), names);
        };
        check(1_400.0, "gap");
        check(1_110.0, "share gap");
        check(718.0, "partner share trend pace reach gap");
        check(375.0, "gap");
        assert_eq!(hidden(1_400.0, SortKey::Gap), "share");
        assert_eq!(
            hidden(718.0, SortKey::Reach),
            "partner share trend pace gap status"
        );
    }

    #[test]
    fn without_goals_there_are_no_columns_about_them() {
        let hidden = |width_px| {
            let names = without_room(width_px, SortKey::Value, false).names();
            names.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(hidden(1_400.0), "progress pace reach gap status");
        assert_eq!(hidden(718.0), "share progress pace reach gap status");
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
