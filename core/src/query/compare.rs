//! Which rows are compared, and how.

use super::{Focus, Query};

/// Most rows that are compared: as many lines as can be told apart.
pub const MOST_COMPARED: usize = 6;

/// What the lines of compared rows show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CompareAs {
    /// Running sums.
    #[default]
    Cumulative,
    /// Running sums as parts of each row's own goal.
    Indexed,
    /// Days, as means of a week.
    Daily,
}

impl CompareAs {
    /// All of them, in the order of a choice.
    pub const ALL: [Self; 3] = [Self::Cumulative, Self::Indexed, Self::Daily];

    /// The name in the URL.
    pub fn name(self) -> &'static str {
        match self {
            Self::Cumulative => "cumulative",
            Self::Indexed => "indexed",
            Self::Daily => "daily",
        }
    }

    /// The one of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }
}

impl Query {
    /// Adds `row` to those that are compared, or takes it out. Channels and partners are not
    /// mixed: one of the other kind starts anew. Where there is no room nothing changes.
    pub fn toggle_compared(&mut self, row: Focus) {
        self.compare_left_out = 0;
        if let Some(at) = self.compare.iter().position(|other| *other == row) {
            self.compare.remove(at);
            return;
        }
        if self.compare.iter().any(|other| !other.is_like(&row)) {
            self.compare.clear();
        }
        if self.compare.len() < MOST_COMPARED {
            self.compare.push(row);
        }
    }
}

/// Of `rows` those of the first one's kind, up to the most that are compared, and how many others
/// there are.
pub(super) fn comparable(mut rows: Vec<Focus>) -> (Vec<Focus>, usize) {
    let asked = rows.len();
    if let Some(first) = rows.first().cloned() {
        rows.retain(|row| row.is_like(&first));
    }
    rows.truncate(MOST_COMPARED);
    let left_out = asked - rows.len();
    (rows, left_out)
}

#[cfg(test)]
mod tests {
    use super::{MOST_COMPARED, comparable};
    use crate::model::Id;
    use crate::query::{Focus, Query};

    fn channel(id: &str) -> Focus {
        Focus::Channel(Id::new(id).unwrap())
    }

    fn partner(id: &str) -> Focus {
        Focus::Partner(Id::new(id).unwrap())
    }

    #[test]
    fn a_second_press_takes_a_row_out_and_a_seventh_row_finds_no_room() {
        let mut query = Query::default();
        for number in 0..8 {
            query.toggle_compared(channel(&format!("c{number}")));
        }
        assert_eq!(query.compare.len(), MOST_COMPARED);
        query.toggle_compared(channel("c2"));
        assert!(!query.compare.contains(&channel("c2")));
        assert_eq!(query.compare.len(), MOST_COMPARED - 1);
    }

    #[test]
    fn channels_and_partners_are_not_mixed() {
        let mut query = Query::default();
        query.toggle_compared(channel("c1"));
        query.toggle_compared(partner("p1"));
        assert_eq!(query.compare, [partner("p1")]);
        let mixed = vec![channel("a"), partner("b"), channel("c")];
        assert_eq!(comparable(mixed), (vec![channel("a"), channel("c")], 1));
    }
}
