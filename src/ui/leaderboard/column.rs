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

/// Columns about goals.
pub const OF_GOALS: [Column; 5] = [
    Column::Progress,
    Column::Pace,
    Column::Reach,
    Column::Gap,
    Column::Status,
];

/// Columns that go where there is no room for them, the first of them first, and how wide they
/// are; the probability with what ranks take besides under a filter. The others stay.
const GOING: [(Column, f64); 6] = [
    (Column::Share, 72.0),
    (Column::Partner, 112.0),
    (Column::Trend, 116.0),
    (Column::Pace, 84.0),
    (Column::Reach, 120.0),
    (Column::Status, 128.0),
];
/// The room that the others take, and that of progress.
const STAYING_PX: f64 = 478.0;
const PROGRESS_PX: f64 = 94.0;

/// Whether rows of a board so wide have one line.
pub fn is_one_line(width_px: f64) -> bool {
    width_px >= CARDS_BELOW_PX
}

/// What is hidden unless the reader decides: what there is no room for, and the gap, which
/// shows itself when rows are ordered by it; and what is `absent`, since no row has anything
/// to say in it. On phones the style sheet makes two lines of a row and chooses by itself.
pub fn without_room(width_px: f64, sort: SortKey, absent: &[Column]) -> Columns {
    let one_line = is_one_line(width_px);
    let has_progress = !absent.contains(&Column::Progress);
    let mut least_px = STAYING_PX + if has_progress { PROGRESS_PX } else { 0.0 };
    // The column that rows are ordered by takes the place of one that can be done without.
    let mut hidden = vec![match sort {
        SortKey::Gap if !absent.contains(&Column::Gap) => Column::Share,
        _ => Column::Gap,
    }];
    for (column, own_px) in GOING.into_iter().rev() {
        if !absent.contains(&column) {
            least_px += own_px;
        }
        if one_line && width_px < least_px {
            let is_order = sort == SortKey::Reach && column == Column::Reach;
            hidden.push(if is_order { Column::Status } else { column });
        }
    }
    Columns::of(hidden.into_iter().chain(absent.iter().copied()))
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
    use super::{OF_GOALS, next_sort, without_room};
    use paceboard_core::query::{Column, Sort, SortKey};

    fn hidden(width_px: f64, sort: SortKey, absent: &[Column]) -> String {
        let names = without_room(width_px, sort, absent).names();
        names.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn narrow_boards_drop_what_matters_least() {
        let check = |width_px, sort, names| assert_eq!(hidden(width_px, sort, &[]), names);
        check(1_400.0, SortKey::Value, "gap");
        check(1_204.0, SortKey::Value, "gap");
        check(1_140.0, SortKey::Value, "share gap");
        check(718.0, SortKey::Value, "partner share trend pace reach gap");
        check(375.0, SortKey::Value, "gap");
        check(1_400.0, SortKey::Gap, "share");
        check(718.0, SortKey::Reach, "partner share trend pace gap status");
    }

    #[test]
    fn columns_without_anything_to_say_leave_their_room_to_others() {
        let check = |width_px, absent: &[Column], names| {
            assert_eq!(hidden(width_px, SortKey::Value, absent), names);
        };
        check(1_400.0, &OF_GOALS, "progress pace reach gap status");
        check(718.0, &OF_GOALS, "share progress pace reach gap status");
        check(1_400.0, &[Column::Partner], "partner gap");
        check(1_095.0, &[Column::Partner], "partner gap");
        check(1_085.0, &[Column::Partner], "partner share gap");
        check(930.0, &[Column::Trend], "partner share trend gap");
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
