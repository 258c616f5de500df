//! What a chart says about one day, for the tooltip and for screen readers.

use super::model::{ChartModel, Role, SeriesKind};
use paceboard_core::format::{DateForm, format_date, format_range, weekday_name};
use paceboard_core::model::{DayRange, Lang};
use paceboard_core::text::Texts;
use std::ops::RangeInclusive;

/// All figures of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The day and its weekday.
    pub heading: String,
    /// A line for each series, the main one first.
    pub lines: Vec<ReadingLine>,
    /// Festivals on that day.
    pub notes: Vec<String>,
}

/// One figure of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingLine {
    /// Whose figure it is.
    pub name: String,
    /// The figure, or that there is none.
    pub value: String,
    /// The colour of the series.
    pub role: Role,
    /// How it is drawn.
    pub kind: SeriesKind,
}

/// What the chart says about a slot. A series that has ended, or has not begun, says nothing, nor
/// what is foretold of a day whose figure is known; a gap says that it is one.
pub fn reading(model: &ChartModel, slot: usize) -> Reading {
    let lines = model.series.iter().rev().filter_map(|series| {
        if model.is_known(series, slot) {
            return None;
        }
        let value = match model.brief_of(series, slot) {
            Some(figure) => figure,
            None if series.is_gap(slot) => Texts::of(model.lang).detail.chart_gap.to_owned(),
            None => return None,
        };
        Some(ReadingLine {
            name: series.name.clone(),
            value,
            role: series.role,
            kind: series.kind,
        })
    });
    Reading {
        heading: heading(model, slot),
        lines: lines.collect(),
        notes: model
            .bands_at(slot)
            .map(|band| band.label.clone())
            .collect(),
    }
}

fn heading(model: &ChartModel, slot: usize) -> String {
    if let Some(name) = model.slot_name(slot) {
        return name.to_owned();
    }
    let day = model.day(slot);
    let date = format_date(day, DateForm::Full, model.lang);
    let weekday = weekday_name(day, model.lang);
    match model.lang {
        Lang::Zh => format!("{date} {weekday}"),
        Lang::En => format!("{weekday} {date}"),
    }
}

/// A reading in one sentence.
pub fn spoken(reading: &Reading, lang: Lang) -> String {
    let (colon, comma, stop) = match lang {
        Lang::Zh => ("：", "，", "；"),
        Lang::En => (": ", ", ", "; "),
    };
    let head = std::iter::once(&reading.heading).chain(&reading.notes);
    let head = head.map(String::as_str).collect::<Vec<_>>().join(comma);
    let lines = reading
        .lines
        .iter()
        .map(|line| format!("{} {}", line.name, line.value));
    let lines = lines.collect::<Vec<_>>().join(stop);
    if lines.is_empty() {
        head
    } else {
        format!("{head}{colon}{lines}")
    }
}

/// The days of slots.
pub fn days_of(model: &ChartModel, slots: &RangeInclusive<usize>) -> DayRange {
    DayRange::new(model.day(*slots.start()), model.day(*slots.end() + 1))
}

/// What is said about the days, or other slots, being chosen.
pub fn chosen(model: &ChartModel, slots: &RangeInclusive<usize>) -> String {
    let ends = [slots.start(), slots.end()].map(|slot| model.slot_name(*slot));
    if let [Some(first), Some(last)] = ends {
        return Texts::of(model.lang)
            .detail
            .chart_selected_slots
            .with([first, last]);
    }
    let days = days_of(model, slots);
    let range = format_range(days, DateForm::Full, model.lang);
    Texts::of(model.lang)
        .detail
        .chart_selected
        .with([&range, &days.len().to_string()])
}

/// What bars that stand for several days show.
pub fn bars_note(days: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("每柱 {days} 天：实色为日均，淡色到其中最高的一天"),
        Lang::En => {
            format!(
                "Each bar is {days} days: solid for the daily mean, faint up to the highest day"
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{bars_note, chosen, reading, spoken};
    use crate::chart::model::{Role, Series, SeriesKind};
    use crate::chart::samples::{cumulative, daily, ranges};
    use paceboard_core::model::Lang;

    /// What is said of slot 224, the last day of Double 11.
    fn check(lang: Lang, expected: &str) {
        let model = cumulative(lang);
        assert_eq!(spoken(&reading(&model, 224), lang), expected);
    }

    #[test]
    fn a_day_is_said_in_one_sentence_the_main_line_first() {
        check(
            Lang::Zh,
            "2021年11月11日 周四，双11：今年 ¥6,029万；计划 ¥6,482万；去年 ¥5,445万",
        );
        check(
            Lang::En,
            "Thu 11 Nov 2021, 双11: This year ¥60.29M; Plan ¥64.82M; Last year ¥54.45M",
        );
    }

    #[test]
    fn a_gap_is_named_and_what_has_ended_is_not() {
        let names = |lines: &[super::ReadingLine]| {
            let said = lines
                .iter()
                .map(|line| format!("{} {}", line.name, line.value));
            said.collect::<Vec<_>>()
        };
        assert_eq!(
            names(&reading(&daily(Lang::Zh), 100).lines),
            ["成交额 当天无数据"]
        );
        assert!(reading(&daily(Lang::Zh), 300).lines.is_empty());
        assert_eq!(reading(&cumulative(Lang::Zh), 300).lines.len(), 2);
    }

    /// The line of this year ends in slot 274; what is foretold begins there.
    #[test]
    fn nothing_is_foretold_of_a_day_that_is_known() {
        let mut model = cumulative(Lang::Zh);
        let ahead: Vec<_> = (0..365).map(|slot| (slot >= 274).then_some(9)).collect();
        let line = |kind| Series::new("预计", kind, Role::Accent, ahead.clone());
        let fan = line(SeriesKind::Fan).down_to(ahead.clone());
        model.series.splice(0..0, [fan, line(SeriesKind::Dashed)]);
        let names = |slot| {
            let lines = reading(&model, slot).lines.into_iter();
            lines.map(|line| line.name).collect::<Vec<_>>()
        };
        assert_eq!(names(274), ["今年", "计划", "去年"]);
        assert_eq!(names(275), ["计划", "去年", "预计", "预计"]);
    }

    #[test]
    fn what_has_not_begun_is_no_gap() {
        let mut series = daily(Lang::Zh).series.remove(0);
        series.values = vec![None, Some(1), None, Some(2), None];
        let gaps: Vec<bool> = (0..5).map(|slot| series.is_gap(slot)).collect();
        assert_eq!(gaps, [false, false, true, false, false]);
    }

    #[test]
    fn slots_that_are_no_days_are_said_by_their_names() {
        let model = ranges(Lang::Zh);
        assert_eq!(spoken(&reading(&model, 3), Lang::Zh), "30–40%：直播间 30");
        assert_eq!(chosen(&model, &(3..=5)), "已选 30–40% 至 50–60%");
    }

    #[test]
    fn chosen_days_are_said_with_their_number() {
        let model = cumulative(Lang::Zh);
        assert_eq!(
            chosen(&model, &(214..=224)),
            "已选 2021年11月1日–11月11日，共 11\u{a0}天"
        );
        assert!(bars_note(4, Lang::En).contains("4 days"));
    }
}
