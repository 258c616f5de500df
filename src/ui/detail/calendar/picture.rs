//! The calendar as a picture.

use super::legend::shade_words;
use super::month_names;
use crate::chart::{Fill, Plate};
use crate::state::State;
use crate::ui::detail::{name_of, open_detail};
use crate::ui::parts::metric_name;
use crate::ui::wording::Wording;
use paceboard_core::measures::heatmap::{DayState, HeatCell, Heatmap};
use paceboard_core::model::{DayRange, Lang};

/// A day and the gap after it.
const STEP_PX: f64 = 14.0;
const DAY_PX: f64 = 12.0;
/// Height of the names of months.
const MONTHS_PX: f64 = 20.0;
/// Where the shades' legend begins, and how wide each of its entries is.
const LEGEND_PX: f64 = MONTHS_PX + 7.0 * STEP_PX + 10.0;
const ENTRY_PX: f64 = 146.0;
/// How wide words are at most.
const WORDS_PX: f64 = ENTRY_PX - STEP_PX;

/// Whose year it is in a sentence, the calendar, and what its shades mean.
pub(super) fn plate(state: State, map: &Heatmap) -> Option<Plate> {
    let (wording, texts) = (Wording::of(state)?, state.texts());
    let open = open_detail(state)?;
    let name = state.document.with(|document| {
        let dataset = &document.as_ref()?.dataset;
        Some(name_of(dataset, open.entity, open.detail.index, wording).1)
    })?;
    let passed = DayRange::new(map.cells.first()?.day, state.today.get()?.plus(1));
    let title = texts.detail.daily_title;
    let mut plate = drawn(map, wording.lang, &shade_words(state, map));
    plate.title = title.with([metric_name(wording.metric, texts)]);
    plate.summary = [&name, &wording.range(passed), texts.detail.heat_key].join(" · ");
    plate.about = name;
    Some(plate)
}

/// Names of months, days, and the shades with their words.
fn drawn(map: &Heatmap, lang: Lang, shades: &[(i8, String)]) -> Plate {
    let mut plate = Plate {
        size: (f64::from(map.weeks) * STEP_PX, LEGEND_PX + STEP_PX),
        ..Plate::default()
    };
    for (week, name) in month_names(map, lang) {
        plate.write(
            &name,
            (f64::from(week) * STEP_PX, MONTHS_PX / 2.0),
            WORDS_PX,
        );
    }
    for cell in &map.cells {
        let (week, weekday) = (f64::from(cell.week), f64::from(cell.weekday));
        let corner = (week * STEP_PX, MONTHS_PX + weekday * STEP_PX);
        plate.put(corner, (DAY_PX, DAY_PX), fill(cell), cell.event.is_some());
    }
    let mut left = 0.0;
    for (level, words) in shades {
        plate.put(
            (left, LEGEND_PX),
            (DAY_PX, DAY_PX),
            Fill::Shade(*level),
            false,
        );
        plate.write(
            words,
            (left + STEP_PX + 4.0, LEGEND_PX + DAY_PX / 2.0),
            WORDS_PX,
        );
        left += ENTRY_PX;
    }
    plate
}

fn fill(cell: &HeatCell) -> Fill {
    match cell.state {
        DayState::Figure(_) => Fill::Shade(cell.level),
        DayState::Gap => Fill::Hatch,
        DayState::Future => Fill::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::{DAY_PX, LEGEND_PX, MONTHS_PX, STEP_PX, drawn};
    use crate::chart::Fill;
    use paceboard_core::measures::heatmap::{DayState, HeatCell, Heatmap, MonthLabel};
    use paceboard_core::model::{Day, Lang};

    #[test]
    fn each_day_stands_in_its_week_and_shades_below_with_their_words() {
        let cell = |weekday, state, event| HeatCell {
            day: Day::parse("2021-11-11").unwrap(),
            week: 3,
            weekday,
            state,
            event,
            level: 2,
        };
        let month = MonthLabel {
            week: 1,
            year: 2021,
            month: 11,
        };
        let map = Heatmap {
            cells: vec![
                cell(2, DayState::Figure(9), Some(0)),
                cell(3, DayState::Gap, None),
                cell(4, DayState::Future, None),
            ],
            weeks: 5,
            months: vec![month],
            limits: vec![9],
        };
        let shades = [(1, "≤ 9".to_owned()), (2, "> 9".to_owned())];
        let plate = drawn(&map, Lang::En, &shades);
        let looks: Vec<_> = plate.tiles.iter().map(|it| (it.fill, it.framed)).collect();
        let shade = |level| (Fill::Shade(level), false);
        let [gap, future] = [Fill::Hatch, Fill::Nothing].map(|fill| (fill, false));
        let day = (Fill::Shade(2), true);
        assert_eq!(looks, [day, gap, future, shade(1), shade(2)]);
        let first = plate.tiles[0].place;
        let corner = (3.0 * STEP_PX, MONTHS_PX + 2.0 * STEP_PX);
        assert_eq!((first.left, first.top), corner);
        assert_eq!((first.width(), first.height()), (DAY_PX, DAY_PX));
        let words: Vec<&str> = plate.labels.iter().map(|it| it.text.as_str()).collect();
        assert_eq!(words, ["Nov", "≤ 9", "> 9"]);
        assert_eq!(plate.size, (5.0 * STEP_PX, LEGEND_PX + STEP_PX));
    }
}
