//! The board as a table for spreadsheets, and names for the files that readers take away.

mod record;

use crate::board::{Board, RankChange, Row};
use crate::books::Books;
use crate::format::{Measure, format_decimal, format_plain, localized};
use crate::model::{Dataset, Money};
use crate::query::{Entity, Status};
use crate::text::Texts;
use record::{Cell, push_record};

/// Spreadsheets take a file without it for one in the system's old encoding.
const BYTE_ORDER_MARK: char = '\u{feff}';
/// The longest part of a file name; systems allow 255 bytes for the whole.
const NAME_PART_CHARS: usize = 60;

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Rank within the filter.
    Rank,
    /// Rank among all.
    OverallRank,
    /// Places gained, negative when lost.
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
    /// Goal − year to date, in whole units of what is shown.
    Gap,
    /// Standing, in words.
    Status,
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
    /// The columns with their headings.
    pub columns: &'a [(Column, String)],
}

/// The table as CSV (RFC 4180): a byte order mark, records that end in CR LF, texts that no
/// spreadsheet takes for a formula, and numbers in plain digits. A figure that does not exist is
/// an empty field.
pub fn board_csv(sheet: &BoardSheet<'_>) -> String {
    let mut csv = String::from(BYTE_ORDER_MARK);
    let headings = sheet
        .columns
        .iter()
        .map(|(_, heading)| Cell::Text(heading.clone()));
    push_record(&mut csv, headings);
    for row in &sheet.board.rows {
        let cells = sheet
            .columns
            .iter()
            .map(|(column, _)| sheet.cell(*column, row));
        push_record(&mut csv, cells);
    }
    csv
}

/// A file name, without its ending, of parts such as a programme's name and a day; it holds nothing
/// that some system refuses.
pub fn file_name(parts: &[&str]) -> String {
    let clean = |part: &&str| -> String {
        let allowed = |letter: char| {
            let refused = letter.is_control() || r#"/\:*?"<>|"#.contains(letter);
            if refused { '-' } else { letter }
        };
        let short: String = part.chars().map(allowed).take(NAME_PART_CHARS).collect();
        short.trim_matches(['.', ' ']).to_owned()
    };
    let parts: Vec<String> = parts
        .iter()
        .map(clean)
        .filter(|part| !part.is_empty())
        .collect();
    parts.join("_")
}

/// The word for a standing.
pub fn status_word(status: Status, texts: &Texts) -> &'static str {
    match status {
        Status::Over => texts.status_over,
        Status::OnPace => texts.status_on_pace,
        Status::Behind => texts.status_behind,
        Status::NoGoal => texts.status_no_goal,
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

    fn cell(&self, column: Column, row: &Row) -> Cell {
        let count = |count: u32| Cell::Number(count.to_string());
        let amount = |figure, measure| Cell::Number(format_plain(figure, measure));
        let decimal = |basis_points: Option<i32>, decimals| {
            let text = basis_points.map(|it| format_decimal(i64::from(it), decimals));
            Cell::Number(text.unwrap_or_default())
        };
        match column {
            Column::Rank => count(row.rank),
            Column::OverallRank => count(row.overall_rank),
            Column::Change => match row.change {
                RankChange::New => Cell::Text(self.texts.rank_new.to_owned()),
                RankChange::Places(places) => Cell::Number(places.to_string()),
            },
            Column::Value => amount(row.value, self.measure()),
            Column::Share => decimal(row.share_bp, 2),
            Column::Progress => decimal(row.progress_bp, 2),
            Column::Pace => decimal(row.pace_bp, 4),
            Column::Gap => row.gap.map(Money::minor).map_or_else(
                || Cell::Number(String::new()),
                |gap| amount(gap, self.goal_measure()),
            ),
            Column::Status => Cell::Text(status_word(row.status, self.texts).to_owned()),
            Column::Channels => count(self.books.directory.members(row.index).len() as u32),
            Column::Id | Column::Name | Column::Category | Column::Partner => {
                Cell::Text(self.name(column, row.index as usize))
            }
        }
    }

    fn name(&self, column: Column, at: usize) -> String {
        let (dataset, lang) = (self.dataset, self.texts.lang);
        let channels = &dataset.channels;
        let shown = |name: &str, alias: &str| localized(lang, name, alias).to_owned();
        if self.board.entity == Entity::Partners {
            let partner = &dataset.partners[at];
            return match column {
                Column::Id => partner.id.to_string(),
                _ => shown(&partner.name, &partner.alias),
            };
        }
        match column {
            Column::Id => channels.id[at].to_string(),
            Column::Name => shown(&channels.name[at], &channels.alias[at]),
            Column::Category => {
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
        check(&[&"长".repeat(200)], &"长".repeat(60));
    }
}
