//! The x axis: months, weeks or days, as many as there is room for, and today.

use super::{Layout, Rect, Ruler, Word};
use crate::chart::ink::{Face, Paint};
use crate::chart::model::ChartModel;
use paceboard_core::format::{DateForm, format_date, format_month, format_month_name};
use paceboard_core::model::{Day, DayRange, Lang};

/// Between two words.
const GAP_PX: f64 = 8.0;
/// From the plot to the middle of the words.
const BELOW_PX: f64 = 14.0;
/// Longer ranges are divided into months.
const LONGEST_BY_DAY: usize = 62;

/// How the axis is divided.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    Days(i32),
    Months(i32),
}

const STEPS: [Step; 10] = [
    Step::Days(1),
    Step::Days(2),
    Step::Days(7),
    Step::Days(14),
    Step::Months(1),
    Step::Months(2),
    Step::Months(3),
    Step::Months(6),
    Step::Months(12),
    Step::Months(60),
];

/// Positions at which the axis is divided, and its words.
pub fn days(model: &ChartModel, layout: &Layout, ruler: Ruler<'_>) -> (Vec<f64>, Vec<Word>) {
    if let Some(slots) = &model.slots {
        if slots.edges.is_empty() {
            return named(layout, &slots.names, ruler);
        }
        return edges(layout, &slots.edges, ruler);
    }
    let today = today(model, layout, ruler);
    let by_day = model.days.len() <= LONGEST_BY_DAY;
    let steps = STEPS
        .into_iter()
        .filter(|step| by_day == matches!(step, Step::Days(_)));
    let tries = steps.map(|step| words(model, layout, step, ruler));
    let mut last = Vec::new();
    for words in tries {
        last = words;
        if fits(&last) {
            break;
        }
    }
    let columns = last.iter().map(|word| word.place.left).collect();
    let clear = |word: &Word| {
        let inside = word.place.right <= layout.size.0;
        inside
            && today
                .as_ref()
                .is_none_or(|today| !near(&today.place, &word.place))
    };
    let words = last.into_iter().filter(clear).chain(today.clone());
    (columns, words.collect())
}

/// The names of slots that are no days: as many as there is room for, the last one in any case.
fn named(layout: &Layout, names: &[String], ruler: Ruler<'_>) -> (Vec<f64>, Vec<Word>) {
    let word = |(slot, name): (usize, &String)| {
        let width = ruler(name, Face::AXIS);
        let left = layout.x(slot as f64 + 0.5) - width / 2.0;
        let left = left.min(layout.size.0 - width).max(0.0);
        below(layout, name.clone(), left, Face::AXIS, ruler)
    };
    let all: Vec<Word> = names.iter().enumerate().map(word).collect();
    let every = |step: usize| -> Vec<Word> { all.iter().rev().step_by(step).cloned().collect() };
    // Every tenth of a hundred is read more easily than every seventh.
    let steps = (1..=5).chain((1..=names.len().div_ceil(10)).map(|tens| tens * 10));
    let words = steps.map(every).find(|words| fits(words));
    (Vec::new(), words.unwrap_or_default())
}

/// Where slots begin: each of them, every second or every fifth, as there is room.
fn edges(layout: &Layout, edges: &[String], ruler: Ruler<'_>) -> (Vec<f64>, Vec<Word>) {
    let word = |(slot, edge): (usize, &String)| {
        let left = layout.x(slot as f64) - ruler(edge, Face::AXIS) / 2.0;
        below(layout, edge.clone(), left.max(0.0), Face::AXIS, ruler)
    };
    let all: Vec<Word> = edges.iter().enumerate().map(word).collect();
    let every = |step: usize| -> Vec<Word> { all.iter().step_by(step).cloned().collect() };
    let words = [1, 2, 5].map(every).into_iter().find(|words| fits(words));
    (Vec::new(), words.unwrap_or_default())
}

fn fits(words: &[Word]) -> bool {
    words
        .windows(2)
        .all(|pair| !near(&pair[0].place, &pair[1].place))
}

fn near(a: &Rect, b: &Rect) -> bool {
    a.left < b.right + GAP_PX && b.left < a.right + GAP_PX
}

fn words(model: &ChartModel, layout: &Layout, step: Step, ruler: Ruler<'_>) -> Vec<Word> {
    let mut before = None;
    let starts = match step {
        Step::Days(days) => model.days.days().step_by(days as usize).collect(),
        Step::Months(months) => months_in(model.days, months),
    };
    let word = |day: Day| {
        let text = text(day, before, step, model.lang);
        before = Some(day);
        let left = layout.x(f64::from(day.days_since(model.days.from())));
        below(layout, text, left, Face::AXIS, ruler)
    };
    starts.into_iter().map(word).collect()
}

/// The first days of every so manieth month, counted from the first that begins in the range.
fn months_in(days: DayRange, every: i32) -> Vec<Day> {
    let first_of_month = |day: &Day| day.ymd().2 == 1;
    days.days()
        .filter(first_of_month)
        .step_by(every as usize)
        .collect()
}

/// A day's name on the axis; the year is added to the first month and wherever it changes.
fn text(day: Day, before: Option<Day>, step: Step, lang: Lang) -> String {
    let same_year = before.is_some_and(|before| before.ymd().0 == day.ymd().0);
    match step {
        Step::Days(_) => format_date(day, DateForm::Compact, lang),
        Step::Months(_) if same_year => format_month_name(day, lang),
        Step::Months(_) => format_month(day, lang),
    }
}

fn today(model: &ChartModel, layout: &Layout, ruler: Ruler<'_>) -> Option<Word> {
    let slot = model.slot(model.today?)?;
    let text = format_date(model.day(slot), DateForm::Short, model.lang);
    let half = ruler(&text, Face::LABEL) / 2.0;
    let left = (layout.x(slot as f64 + 0.5) - half)
        .min(layout.size.0 - 2.0 * half)
        .max(0.0);
    Some(Word {
        paint: Paint::Text,
        ..below(layout, text, left, Face::LABEL, ruler)
    })
}

fn below(layout: &Layout, text: String, left: f64, face: Face, ruler: Ruler<'_>) -> Word {
    let place = Rect::line(
        left,
        layout.plot.bottom + BELOW_PX,
        ruler(&text, face),
        face,
    );
    Word {
        text,
        place,
        face,
        paint: Paint::Muted,
        halo: false,
    }
}
