//! The board as a table for spreadsheets, and names for the files that readers take away.

use crate::board::{Board, RankChange, Row};
use crate::books::Books;
use crate::export::{Cells, Column, csv};
use crate::format::{Measure, localized};
use crate::model::{Dataset, Money};
use crate::query::{Entity, Status};
use crate::text::Texts;

/// The longest part of a file name. Systems allow 255 bytes for the whole, which has three parts
/// of any length at most: a programme's name, a title and what that is about.
const NAME_PART_BYTES: usize = 72;

/// What a column of the table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Rank within the filter.
    Rank,
    /// Rank among all.
    OverallRank,
    /// Places gained, negative when lost, or a word where the row is new; nothing where no change
    /// is known.
    Change,
    /// Id of the channel or partner.
    Id,
    /// Its name.
    Name,
    /// Its category.
    Category,
    /// Its partner.
    Partner,
    /// How many channels a partner has.
    Channels,
    /// The metric, in whole units of what is shown.
    Value,
    /// Share of the filter's total, in percent.
    Share,
    /// Year to date ÷ goal, in percent.
    Progress,
    /// Year to date ÷ expected.
    Pace,
    /// Probability of the goal, in percent.
    Reach,
    /// Goal − year to date, in whole units of what is shown.
    Gap,
    /// Standing, in words.
    Status,
    /// What is assumed, the same in every row, so that it stays with each.
    Assumed,
}

/// What the table is written from.
pub struct BoardSheet<'a> {
    /// The document.
    pub dataset: &'a Dataset,
    /// Its sums.
    pub books: &'a Books,
    /// The board.
    pub board: &'a Board,
    /// The words.
    pub texts: &'a Texts,
    /// Code of the currency that amounts are shown in, where it is not the document's.
    pub shown_in: Option<&'a str>,
    /// The columns with their headings, units included.
    pub columns: &'a [(Field, String)],
    /// What is assumed instead of what the document says, in words; empty where nothing is.
    pub assumed: &'a str,
}

/// The rows of the board in their order as CSV, see [`csv`]. A figure that does not exist is an
/// empty field.
pub fn board_csv(sheet: &BoardSheet<'_>) -> String {
    let column = |(field, heading): &(Field, String)| Column {
        name: heading.clone(),
        unit: String::new(),
        cells: sheet.cells(*field),
    };
    csv(&sheet.columns.iter().map(column).collect::<Vec<_>>())
}

/// A file name, without its ending, of parts such as a programme's name and a day; it holds nothing
/// that some system refuses.
pub fn file_name(parts: &[&str]) -> String {
    let clean = |part: &&str| -> String {
        let allowed = |letter: char| {
            let refused = letter.is_control() || r#"/\:*?"<>|"#.contains(letter);
            if refused { '-' } else { letter }
        };
        let short = &part[..part.floor_char_boundary(NAME_PART_BYTES)];
        let short: String = short.chars().map(allowed).collect();
        short.trim_matches(['.', ' ']).to_owned()
    };
    let parts = parts.iter().map(clean).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("_")
}

/// The word for a standing.
pub fn status_word(status: Status, texts: &Texts) -> &'static str {
    match status {
        Status::Over => texts.board.status_over,
        Status::OnPace => texts.board.status_on_pace,
        Status::AtRisk => texts.board.status_at_risk,
        Status::Behind => texts.board.status_behind,
        Status::NoData => texts.board.status_no_data,
        Status::NoGoal => texts.board.status_no_goal,
    }
}

impl BoardSheet<'_> {
    /// How the figures of the board's metric are shown.
    pub fn measure(&self) -> Measure {
        Measure::of(self.board.metric, &self.dataset.currency, self.shown_in)
    }

    /// How figures of the programme's metric are shown.
    pub fn goal_measure(&self) -> Measure {
        let metric = self.dataset.programme.metric;
        Measure::of(metric, &self.dataset.currency, self.shown_in)
    }

    fn cells(&self, field: Field) -> Cells {
        let rank = |read: fn(&Row) -> u32| {
            let place = move |row: &Row| Some(read(row)).filter(|rank| *rank > 0);
            self.numbers(0, &move |row| place(row).map(i64::from))
        };
        match field {
            Field::Rank => rank(|row| row.rank),
            Field::OverallRank => rank(|row| row.overall_rank),
            Field::Change => {
                let places = self.numbers(0, &|row| match row.change {
                    RankChange::New | RankChange::None => None,
                    RankChange::Places(places) => Some(i64::from(places)),
                });
                let is_new = |row: &Row| row.change == RankChange::New;
                let rows = self.board.rows.iter();
                let word = self.texts.board.rank_new;
                Cells::Word(Box::new(places), word, rows.map(is_new).collect())
            }
            Field::Channels => self.numbers(0, &|row| {
                Some(self.books.directory.members(row.index).len() as i64)
            }),
            Field::Value => self.amounts(self.measure(), &|row| row.value),
            Field::Gap => self.amounts(self.goal_measure(), &|row| row.gap.map(Money::minor)),
            Field::Share => self.numbers(2, &|row| Some(row.share?.basis_points().into())),
            Field::Progress => {
                self.numbers(2, &|row| Some(row.progress?.whole_basis_points().into()))
            }
            Field::Reach => self.numbers(2, &|row| row.reach_bp.map(i64::from)),
            Field::Pace => self.numbers(4, &|row| row.pace_bp.map(i64::from)),
            Field::Assumed => self.texts(&|_| self.assumed.to_owned()),
            Field::Status => self.texts(&|row| status_word(row.status, self.texts).to_owned()),
            Field::Id | Field::Name | Field::Category | Field::Partner => {
                self.texts(&|row| self.name(field, row.index as usize))
            }
        }
    }

    fn texts(&self, read: &dyn Fn(&Row) -> String) -> Cells {
        Cells::Text(self.board.rows.iter().map(read).collect())
    }

    /// Numbers in units of 10^−`places`.
    fn numbers(&self, places: u8, read: &dyn Fn(&Row) -> Option<i64>) -> Cells {
        let units = self.board.rows.iter().map(|row| read(row).map(i128::from));
        let units = units.collect();
        Cells::Number { units, places }
    }

    fn amounts(&self, measure: Measure, read: &dyn Fn(&Row) -> Option<i64>) -> Cells {
        let (_, places) = measure.in_full(0);
        let rows = self.board.rows.iter();
        let units = rows.map(|row| read(row).map(|figure| measure.in_full(figure).0));
        let units = units.collect();
        Cells::Number { units, places }
    }

    fn name(&self, field: Field, at: usize) -> String {
        let (dataset, lang) = (self.dataset, self.texts.lang);
        let channels = &dataset.channels;
        let shown = |name: &str, alias: &str| localized(lang, name, alias).to_owned();
        if self.board.entity == Entity::Partners {
            let partner = &dataset.partners[at];
            return match field {
                Field::Id => partner.id.to_string(),
                _ => shown(&partner.name, &partner.alias),
            };
        }
        match field {
            Field::Id => channels.id[at].to_string(),
            Field::Name => shown(&channels.name[at], &channels.alias[at]),
            Field::Category => {
                let category = channels.category[at].map(|it| &dataset.categories[it.at()]);
                category.map_or_else(String::new, |it| shown(&it.name, &it.alias))
            }
            _ => {
                let partner = channels.partner[at].map(|it| &dataset.partners[it.at()]);
                partner.map_or_else(String::new, |it| shown(&it.name, &it.alias))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn file_names_are_such_as_any_system_takes() {
        let check = |parts: &[&str], expected: &str| assert_eq!(file_name(parts), expected);
        check(&["破亿计划", "2021-12-31"], "破亿计划_2021-12-31");
        check(&[r#"a/b\c:d*e?"<>|"#, ""], "a-b-c-d-e-----");
        check(&["..", "x\u{7}y "], "x-y");
        check(&[&"长".repeat(200)], &"长".repeat(24));
        check(
            &[&("a".to_owned() + &"长".repeat(200))],
            &("a".to_owned() + &"长".repeat(23)),
        );
    }

    #[test]
    fn a_long_name_costs_no_other_part_and_the_whole_fits() {
        let long = "长".repeat(200);
        let days = "2021-04-01_2021-12-31";
        let name = file_name(&[&long, days, "as-of-2021-12-31", "assumed"]);
        assert!(name.ends_with("_2021-04-01_2021-12-31_as-of-2021-12-31_assumed"));
        let origin = file_name(&[&long, "as-of-2021-12-31", "assumed"]);
        let picture = origin + "_" + &file_name(&[&long, &long]) + ".png";
        assert!(picture.contains("_as-of-2021-12-31_assumed_"));
        assert!(picture.len() < 255, "{}", picture.len());
    }
}
