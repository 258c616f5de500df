//! What a chart shows, in plain values.

mod density;
mod series;

pub use density::Density;
pub use series::{EndLabel, Series, SeriesKind};

use paceboard_core::format::{
    Measure, axis_unit, format_alike, format_compact, format_exact, format_within,
};
use paceboard_core::model::{Day, DayRange, Lang};

/// Equals that have colours of their own.
pub const PEERS_MOST: usize = 6;
/// Counts from here on are shortened where they are glanced at.
const LONG_COUNT: i64 = 100_000;

/// Everything that a chart shows. Figures are those of the model (minor units, counts); `measure`
/// says how they are printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartModel {
    /// Language of all words and dates.
    pub lang: Lang,
    /// What the figures count, and in what they are shown.
    pub measure: Measure,
    /// Name of the chart: its accessible name and the caption of its table.
    pub title: String,
    /// Whose figures they are, for the name of a file; empty where they are of all.
    pub about: String,
    /// What it shows in one sentence, for those who cannot see it.
    pub summary: String,
    /// The x axis, one slot a day.
    pub days: DayRange,
    /// What slots are called that stand for something else; `days` then only numbers them.
    pub slots: Option<SlotNames>,
    /// Whether figures are ranks: the first stands on top, and there is no line at zero.
    pub ranks: bool,
    /// Many rows at once, behind the lines.
    pub density: Option<Density>,
    /// Drawn in this order, so the main one comes last and lies on top.
    pub series: Vec<Series>,
    /// Horizontal lines, always within the y axis.
    pub goals: Vec<ReferenceLine>,
    /// Spans of days behind everything, such as festivals.
    pub bands: Vec<Band>,
    /// The day that is marked as today.
    pub today: Option<Day>,
    /// The window in force, marked on the x axis.
    pub window: Option<DayRange>,
}

/// Slots that are no days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotNames {
    /// What they are: the heading of their column in the table.
    pub heading: String,
    /// A name for each.
    pub names: Vec<String>,
    /// Where each begins, for ranges: said under the axis in place of the names, which are longer.
    pub edges: Vec<String>,
    /// How many ranges are equally wide: bars of later ones stand apart and are paler, since their
    /// heights do not compare.
    pub alike: usize,
}

/// What a colour stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// What the chart is about.
    Accent,
    /// What it is compared with.
    Muted,
    /// What was planned.
    Plan,
    /// One of several that are equals, by its number from 0 to 5.
    Peer(u8),
    /// What came after the day that is looked at.
    Later,
}

/// A horizontal line at a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferenceLine {
    /// The figure.
    pub value: i64,
    /// What is written on the line.
    pub label: String,
}

/// A span of days with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// Its days.
    pub range: DayRange,
    /// Its name.
    pub label: String,
}

impl Role {
    /// The name of its colour in style sheets.
    pub fn name(self) -> &'static str {
        const PEERS: [&str; PEERS_MOST] = ["1", "2", "3", "4", "5", "6"];
        match self {
            Self::Accent => "accent",
            Self::Muted => "muted",
            Self::Plan => "plan",
            Self::Later => "later",
            Self::Peer(number) => PEERS[usize::from(number) % PEERS_MOST],
        }
    }
}

impl ChartModel {
    /// Slot of `day` on the x axis.
    pub fn slot(&self, day: Day) -> Option<usize> {
        self.days
            .contains(day)
            .then(|| day.days_since(self.days.from()) as usize)
    }

    /// Slot and figure of a line's end, where that is today.
    pub fn come_to_today(&self, series: &Series) -> Option<(usize, i64)> {
        let today = self.slot(self.today?)?;
        series.last().filter(|(slot, _)| *slot == today)
    }

    /// The day of a slot.
    pub fn day(&self, slot: usize) -> Day {
        self.days.from().plus(slot as i32)
    }

    /// The name of a slot that is no day.
    pub fn slot_name(&self, slot: usize) -> Option<&str> {
        let name = self.slots.as_ref()?.names.get(slot)?;
        Some(name.as_str())
    }

    /// The bands that hold the day of a slot.
    pub fn bands_at(&self, slot: usize) -> impl Iterator<Item = &Band> {
        let day = self.day(slot);
        self.bands
            .iter()
            .filter(move |band| band.range.contains(day))
    }

    /// The slot that readers most likely ask about: today, or the last.
    pub fn main_slot(&self) -> usize {
        let today = self.today.and_then(|day| self.slot(day));
        today.unwrap_or_else(|| self.days.len().saturating_sub(1))
    }

    /// A figure as it is glanced at: `¥8,214万`, `1,350`. The table has it in full.
    pub fn brief(&self, figure: i64) -> String {
        if self.is_count(figure) {
            format_exact(figure, self.lang, self.measure)
        } else {
            format_compact(figure, self.lang, self.measure)
        }
    }

    /// The unit of the y axis and of the figures at the ends of lines, as a power of ten.
    pub fn unit(&self) -> u8 {
        let (low, high) = self.extent();
        let largest = high.max(-low);
        if self.is_count(largest) {
            return 0;
        }
        let labelled = self.series.iter().filter_map(Series::labelled);
        let smallest = labelled.map(i64::abs).filter(|figure| *figure > 0).min();
        axis_unit(
            self.lang,
            self.measure,
            largest,
            smallest.unwrap_or(largest),
        )
    }

    /// A figure in that unit, where it says something in it.
    pub fn beside_axis(&self, figure: i64) -> String {
        format_within(figure, self.unit(), self.lang, self.measure)
    }

    /// Whether a figure is written in full.
    fn is_count(&self, figure: i64) -> bool {
        self.measure.currency_code().is_none() && figure.abs() < LONG_COUNT
    }

    /// What a series says in a slot, as it is glanced at; of a fan, from where to where.
    pub fn brief_of(&self, series: &Series, slot: usize) -> Option<String> {
        Some(match series.span(slot) {
            Some((low, high)) if self.is_count(high) => {
                format!("{}–{}", self.brief(low), self.brief(high))
            }
            Some((low, high)) => {
                let middle = self.middle(slot).unwrap_or(high);
                let end = |figure| format_alike(figure, middle, self.lang, self.measure);
                format!("{}–{}", end(low), end(high))
            }
            None => self.brief(series.at(slot)?),
        })
    }

    /// Whether a series foretells the figure of a slot that is known: where it begins.
    pub fn is_known(&self, series: &Series, slot: usize) -> bool {
        let foretells = matches!(series.kind, SeriesKind::Dashed | SeriesKind::Fan);
        let main = self.series.last().filter(|main| main.role == series.role);
        foretells && main.is_some_and(|main| !std::ptr::eq(main, series) && main.at(slot).is_some())
    }

    /// The figure in a slot that a fan lies around.
    fn middle(&self, slot: usize) -> Option<i64> {
        let mut dashed = self.series.iter().rev();
        let around = dashed.find(|it| it.kind == SeriesKind::Dashed && it.role == Role::Accent);
        around?.at(slot)
    }

    /// Whether any series has a figure.
    pub fn has_figures(&self) -> bool {
        self.series
            .iter()
            .any(|series| series.values.iter().any(Option::is_some))
    }

    /// Smallest and largest of zero, all figures and all reference lines; of ranks, the first and
    /// the last.
    pub fn extent(&self) -> (i64, i64) {
        let figures = self
            .series
            .iter()
            .flat_map(|series| series.values.iter().chain(&series.floor).flatten());
        let goals = self.goals.iter().map(|goal| &goal.value);
        let start = if self.ranks { (i64::MAX, 1) } else { (0, 0) };
        figures.chain(goals).fold(start, |(low, high), figure| {
            (low.min(*figure), high.max(*figure))
        })
    }
}
