//! What a row says: every text and length of it, worked out once, so that a row on screen only
//! compares and copies.

use super::spark::{Spark, WEEKS, spark};
use crate::ui::parts::localized;
use paceboard_core::board::{Board, RankChange, Row, weekly};
use paceboard_core::books::Books;
use paceboard_core::format::{
    AmountStyle, Measure, format_amount, format_compact, format_count, format_probability,
    format_ratio, format_share,
};
use paceboard_core::model::{Dataset, Day, Lang, Money, Share};
use paceboard_core::query::{Entity, Status};
use paceboard_core::sheet::status_word;
use paceboard_core::text::Texts;

/// Basis points at the right end of a progress bar: it goes on past the line.
pub const PROGRESS_END_BP: i32 = 12_500;
/// Basis points at the right end of a value bar.
const BAR_END_BP: i64 = 10_000;

/// How the figures of a board are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The language.
    pub lang: Lang,
    /// The column of values.
    pub value: AmountStyle,
    /// The column of what is missing.
    pub gap: AmountStyle,
    /// Whether ranks within the filter differ from those among all.
    pub filtered: bool,
}

/// What rows are written from.
pub struct Sheet<'a> {
    /// The document.
    pub dataset: &'a Dataset,
    /// Its sums.
    pub books: &'a Books,
    /// The board.
    pub board: &'a Board,
    /// The day that everything is seen from.
    pub today: Day,
    /// How figures are written.
    pub look: Look,
}

/// A row on screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowView {
    /// Whether there is a row at all.
    pub shown: bool,
    /// What those who read the page by program find rows by.
    pub hook: &'static str,
    /// Id of the channel or partner.
    pub id: String,
    /// Rank within the filter.
    pub rank: String,
    /// Rank without separators, for those who read the page by program.
    pub plain_rank: String,
    /// Rank among all, where it is another.
    pub overall: String,
    /// Places gained or lost.
    pub change: ChangeWords,
    /// Name.
    pub name: String,
    /// Other name and id, for the tooltip.
    pub hint: String,
    /// Category.
    pub tag: String,
    /// Partner, or number of channels.
    pub partner: String,
    /// Value in the unit of the column.
    pub value: String,
    /// Value in minor units.
    pub plain_value: String,
    /// Length of the value's bar in basis points.
    pub bar: String,
    /// `minus` where the value is below zero.
    pub sign: &'static str,
    /// Share of the filter.
    pub share: String,
    /// The last weeks.
    pub trend: Spark,
    /// Year to date ÷ goal.
    pub progress: String,
    /// Length of the progress bar in basis points of the goal.
    pub fill: String,
    /// Place of the tick in basis points of the goal.
    pub tick: String,
    /// Year to date ÷ expected.
    pub pace: String,
    /// Probability of the goal.
    pub reach: String,
    /// What is missing.
    pub gap: String,
    /// The standing's name in style sheets.
    pub status: &'static str,
    /// The standing's word.
    pub status_word: &'static str,
    /// The row as a sentence.
    pub label: String,
    /// What its toggle for the comparison is called.
    pub compare: String,
}

impl Look {
    /// How the figures of `board` are written in `lang` and in that currency.
    pub fn new(lang: Lang, dataset: &Dataset, board: &Board, shown_in: Option<&str>) -> Self {
        let measure = |metric| Measure::of(metric, &dataset.currency, shown_in);
        let gap = measure(dataset.programme.metric);
        Self {
            lang,
            value: AmountStyle::column(
                lang,
                measure(board.metric),
                &mut board.rows.iter().filter_map(|row| row.value),
            ),
            gap: AmountStyle::column(
                lang,
                gap,
                &mut board.rows.iter().filter_map(|row| Some(row.gap?.minor())),
            ),
            filtered: board.rows.len() < board.of,
        }
    }

    /// The words of the language.
    pub fn texts(&self) -> &'static Texts {
        Texts::of(self.lang)
    }
}

impl RowView {
    /// Writes `row`.
    pub fn new(sheet: &Sheet<'_>, row: &Row) -> Self {
        let (look, texts) = (sheet.look, sheet.look.texts());
        let mut view = Self {
            shown: true,
            hook: "leaderboard-row",
            rank: rank_text(row.rank),
            plain_rank: row.value.map_or_else(String::new, |_| row.rank.to_string()),
            overall: overall_text(row, look),
            change: change_words(row.change, texts),
            value: row
                .value
                .map_or_else(none, |value| format_amount(value, &look.value)),
            plain_value: row.value.as_ref().map(i64::to_string).unwrap_or_default(),
            bar: bar_bp(row.value.unwrap_or(0), sheet.board.largest).to_string(),
            sign: row.value.map_or("", sign),
            share: share_text(row.share),
            progress: share_text(row.progress),
            fill: progress_bp(row.progress.map(Share::basis_points)),
            tick: progress_bp(row.expected_bp),
            pace: row
                .pace_bp
                .map_or_else(none, |pace| format_ratio(i64::from(pace))),
            reach: row.reach_bp.map_or_else(none, format_probability),
            gap: row.gap.map_or_else(none, |gap| gap_text(gap, &look.gap)),
            status: row.status.name(),
            status_word: standing_word(row.status, texts),
            ..Self::default()
        };
        view.name_it(sheet, row.index);
        view.trend = spark(&trend(sheet, row.index));
        view.label = label(&view, row, look);
        view.compare = format!("{} {}", texts.views.compare, view.name);
        view
    }

    fn name_it(&mut self, sheet: &Sheet<'_>, index: u32) {
        let (dataset, at) = (sheet.dataset, index as usize);
        let (name, alias) = match sheet.board.entity {
            Entity::Partners => {
                let partner = &dataset.partners[at];
                self.id = partner.id.to_string();
                let members = sheet.books.directory.members(index).len();
                self.partner = format_count(members as i64);
                (&partner.name, &partner.alias)
            }
            Entity::Channels => {
                self.id = dataset.channels.id[at].to_string();
                self.tag_it(dataset, sheet.look.lang, at);
                (&dataset.channels.name[at], &dataset.channels.alias[at])
            }
        };
        localized(sheet.look.lang, name, alias).clone_into(&mut self.name);
        let parts = [name.as_str(), alias, &self.id];
        self.hint = parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ");
    }

    fn tag_it(&mut self, dataset: &Dataset, lang: Lang, channel: usize) {
        let category = dataset.channels.category[channel];
        if let Some(category) = category.map(|category| &dataset.categories[category.at()]) {
            localized(lang, &category.name, &category.alias).clone_into(&mut self.tag);
        }
        let partner = dataset.channels.partner[channel];
        let partner = partner.map(|partner| &dataset.partners[partner.at()]);
        self.partner =
            partner.map_or_else(none, |it| localized(lang, &it.name, &it.alias).to_owned());
    }
}

fn trend(sheet: &Sheet<'_>, index: u32) -> Vec<Option<i64>> {
    let ledger = sheet.books.ledger(sheet.board.entity);
    weekly(ledger, sheet.board.metric, index, sheet.today, WEEKS)
}

/// A change of rank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangeWords {
    /// Places gained or lost.
    pub places: String,
    /// `up`, `down`, `same` or `new`.
    pub direction: &'static str,
    /// Both, for those who do not see an arrow; empty where there is none.
    pub said: String,
}

/// Puts a change of rank into words.
pub fn change_words(change: RankChange, texts: &Texts) -> ChangeWords {
    let (places, direction, said) = match change {
        RankChange::New => (texts.board.rank_new.to_owned(), "new", None),
        RankChange::None | RankChange::Places(0) => (none(), "same", None),
        RankChange::Places(places) => {
            let (direction, said) = if places > 0 {
                ("up", &texts.board.rank_up)
            } else {
                ("down", &texts.board.rank_down)
            };
            let places = format_count(i64::from(places.unsigned_abs()));
            (places, direction, Some(said))
        }
    };
    ChangeWords {
        said: said.map_or_else(String::new, |said| said.with([&places])),
        places,
        direction,
    }
}

/// A rank, which 0 is none.
pub fn rank_text(rank: u32) -> String {
    if rank == 0 {
        none()
    } else {
        format_count(i64::from(rank))
    }
}

/// Length of a value's bar in basis points of that of the largest.
pub fn bar_bp(value: i64, largest: i64) -> i64 {
    let share = i128::from(value).abs() * i128::from(BAR_END_BP) / i128::from(largest.max(1));
    (share as i64).min(BAR_END_BP)
}

/// Length of a bar of progress, within its column.
fn progress_bp(bp: Option<i32>) -> String {
    bp.unwrap_or(0).clamp(0, PROGRESS_END_BP).to_string()
}

fn sign(value: i64) -> &'static str {
    if value < 0 { "minus" } else { "" }
}

/// The rank among all, where it is another than that within the filter.
fn overall_text(row: &Row, look: Look) -> String {
    if look.filtered && row.overall_rank > 0 {
        rank_text(row.overall_rank)
    } else {
        String::new()
    }
}

fn standing_word(status: Status, texts: &Texts) -> &'static str {
    match status {
        Status::NoData => NONE,
        status => status_word(status, texts),
    }
}

fn share_text(share: Option<Share>) -> String {
    share.map_or_else(none, format_share)
}

fn gap_text(gap: Money, style: &AmountStyle) -> String {
    if gap.minor() == 0 {
        none()
    } else {
        format_amount(gap.minor(), style)
    }
}

/// Where a figure does not exist.
const NONE: &str = "–";

fn none() -> String {
    NONE.to_owned()
}

fn label(view: &RowView, row: &Row, look: Look) -> String {
    let texts = look.texts();
    let in_words = |value| format_compact(value, look.lang, look.value.measure);
    let value = row.value.map_or_else(none, in_words);
    let row_text = texts.page.aria_row.with([&view.rank, &view.name, &value]);
    let overall =
        (!view.overall.is_empty()).then(|| texts.board.rank_overall.with([&view.overall]));
    let has_goal = row.progress.is_some();
    let goal = has_goal.then(|| {
        texts
            .page
            .aria_row_goal
            .with([&view.progress, view.status_word])
    });
    let parts = [Some(row_text), overall, goal];
    parts
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(texts.page.aria_joint)
}
