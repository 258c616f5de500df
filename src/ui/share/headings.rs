//! The columns of the board's table for spreadsheets, and what stands over them.

use crate::state::State;
use crate::ui::leaderboard::hidden_columns;
use crate::ui::parts::{metric_name, with_unit};
use paceboard_core::format::{DateForm, Measure, format_range, unit_in_full};
use paceboard_core::query::{Column, Entity, Preset, Window};
use paceboard_core::sheet::{BoardSheet, Field};

type Headed = (Field, String);

/// The columns on screen, each with its heading: amounts with their unit, values with the days that
/// they sum, and what counts the year to date with a word that it does where those are other days.
pub fn headings(state: State, sheet: &BoardSheet<'_>) -> Vec<Headed> {
    let to_date = Window::Preset(Preset::YearToDate);
    let headings = Headings {
        sheet,
        is_to_date: state.query.with_untracked(|query| query.window == to_date),
    };
    let hidden = hidden_columns(state);
    let shown = Column::ALL
        .into_iter()
        .filter(|column| !hidden.has(*column));
    let assumed = sheet.texts.what_if.assume;
    let assumed = (!sheet.assumed.is_empty()).then(|| plain(Field::Assumed, assumed));
    shown
        .flat_map(|column| headings.of(column))
        .chain(assumed)
        .collect()
}

fn plain(field: Field, name: &str) -> Headed {
    (field, name.to_owned())
}

struct Headings<'a> {
    sheet: &'a BoardSheet<'a>,
    /// Whether the board sums the year to date.
    is_to_date: bool,
}

impl Headings<'_> {
    fn of(&self, column: Column) -> Vec<Headed> {
        let (texts, sheet) = (&self.sheet.texts.board, self.sheet);
        match column {
            Column::Rank => self.ranks(),
            Column::Name | Column::Partner => self.names(column),
            Column::Change => vec![(Field::Change, self.change())],
            Column::Value => vec![(Field::Value, self.value())],
            Column::Share => vec![self.with_sign(Field::Share, texts.col_share, "%")],
            Column::Trend => Vec::new(),
            Column::Progress => vec![self.of_year(Field::Progress, texts.col_progress, "%")],
            Column::Pace => vec![self.of_year(Field::Pace, texts.col_pace, "×")],
            Column::Reach => vec![self.with_sign(Field::Reach, texts.col_reach, "%")],
            Column::Gap => {
                vec![self.of_year(Field::Gap, texts.col_gap, &self.unit(sheet.goal_measure()))]
            }
            Column::Status => vec![self.of_year(Field::Status, texts.col_status, "")],
        }
    }

    fn ranks(&self) -> Vec<Headed> {
        let (texts, board) = (&self.sheet.texts.board, self.sheet.board);
        let overall = plain(Field::OverallRank, texts.col_overall_rank);
        let overall = (board.rows.len() < board.of).then_some(overall);
        let rank = plain(Field::Rank, texts.col_rank);
        std::iter::once(rank).chain(overall).collect()
    }

    fn names(&self, column: Column) -> Vec<Headed> {
        let texts = &self.sheet.texts.board;
        let id = plain(Field::Id, "ID");
        match (column, self.sheet.board.entity) {
            (Column::Name, Entity::Partners) => vec![id, plain(Field::Name, texts.col_partner)],
            (Column::Name, Entity::Channels) => vec![
                id,
                plain(Field::Name, texts.col_channel),
                plain(Field::Category, texts.category),
            ],
            (_, Entity::Partners) => vec![plain(Field::Channels, texts.col_channels)],
            (_, Entity::Channels) => vec![plain(Field::Partner, texts.col_partner)],
        }
    }

    /// What ranks are compared with.
    fn change(&self) -> String {
        let (texts, board) = (self.sheet.texts, self.sheet.board);
        let ledger = self.sheet.books.ledger(board.entity);
        if board.compared.is_empty() || !ledger.has(board.metric) {
            return texts.board.col_change.to_owned();
        }
        let days = format_range(board.compared, DateForm::Full, texts.lang);
        texts.board.look_back_range.with([&days])
    }

    fn value(&self) -> String {
        let (texts, board) = (self.sheet.texts, self.sheet.board);
        let days = format_range(board.window, DateForm::Full, texts.lang);
        let name = [metric_name(board.metric, texts), &days];
        let unit = self.unit(self.sheet.measure());
        with_unit(&texts.board.value_in.with(name), &unit, texts)
    }

    fn unit(&self, measure: Measure) -> String {
        unit_in_full(self.sheet.texts.lang, measure)
    }

    fn with_sign(&self, field: Field, name: &str, sign: &str) -> Headed {
        (
            field,
            self.sheet.texts.board.col_with_unit.with([name, sign]),
        )
    }

    /// A column that counts the year to date, whichever days the board sums.
    fn of_year(&self, field: Field, name: &str, unit: &str) -> Headed {
        let texts = self.sheet.texts;
        let year = texts.board.year_to_date_short;
        let unit = match (self.is_to_date, unit) {
            (true, _) => unit.to_owned(),
            (false, "") => year.to_owned(),
            (false, _) => texts.board.unit_of_year.with([unit]),
        };
        if unit.is_empty() {
            return plain(field, name);
        }
        (field, with_unit(name, &unit, texts))
    }
}
