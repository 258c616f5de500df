//! The race at the day it stands on, as a picture.

use super::Standings;
use crate::chart::{Fill, Paint, Plate};

/// Height of a lane, and of the bar in it.
const LANE_PX: f64 = 26.0;
const BAR_PX: f64 = 16.0;
/// Where ranks, names and values begin, and how wide they may be.
const COLUMNS_PX: [(f64, f64); 3] = [(0.0, 28.0), (40.0, 176.0), (648.0, 88.0)];
/// Where bars begin, and how long the longest is.
const BARS_PX: (f64, f64) = (228.0, 412.0);
const WIDTH_PX: f64 = 736.0;
/// The longest bar, in basis points.
const FULL_BP: f64 = 10_000.0;

/// What values count stands above them, and may be as wide.
const HEADING_PX: (f64, f64) = (576.0, 160.0);

/// The lanes from the first down, below what their values count.
pub(super) fn plate(title: String, summary: String, standings: &Standings) -> Plate {
    let mut plate = Plate {
        title,
        summary,
        about: standings.day.to_string(),
        size: (WIDTH_PX, LANE_PX * (standings.runners.len() + 1) as f64),
        ..Plate::default()
    };
    let mut middle = LANE_PX / 2.0;
    let (left, most_px) = HEADING_PX;
    plate
        .write(&standings.heading, (left, middle), most_px)
        .ends = true;
    for runner in &standings.runners {
        middle += LANE_PX;
        let length = BARS_PX.1 * runner.length_bp.abs() as f64 / FULL_BP;
        let corner = (BARS_PX.0, middle - BAR_PX / 2.0);
        let shade = if runner.length_bp < 0 { -1 } else { 4 };
        plate.put(corner, (length, BAR_PX), Fill::Shade(shade), false);
        let words = [&runner.rank, &runner.name, &runner.value];
        for (text, (left, most_px)) in words.into_iter().zip(COLUMNS_PX) {
            let label = plate.write(text, (left, middle), most_px);
            label.ends = true;
            label.paint = Paint::Text;
        }
    }
    plate
}

#[cfg(test)]
mod tests {
    use super::{BARS_PX, plate};
    use crate::chart::Fill;
    use crate::ui::race::standings::{Runner, Standings};
    use paceboard_core::model::Day;

    #[test]
    fn bars_are_as_long_as_they_are_on_screen_and_in_its_order() {
        let runner = |rank: &str, length_bp| Runner {
            index: 0,
            rank: rank.to_owned(),
            name: format!("No {rank}"),
            value: String::new(),
            length_bp,
        };
        let standings = Standings {
            day: Day::parse("2021-08-03").unwrap(),
            most: String::new(),
            heading: "Net (¥)".to_owned(),
            leaders: String::new(),
            runners: vec![runner("1", 10_000), runner("2", 2_500), runner("3", -5_000)],
        };
        let plate = plate(String::new(), String::new(), &standings);
        let lengths: Vec<f64> = plate.tiles.iter().map(|it| it.place.width()).collect();
        assert_eq!(lengths, [BARS_PX.1, BARS_PX.1 / 4.0, BARS_PX.1 / 2.0]);
        let fills: Vec<Fill> = plate.tiles.iter().map(|it| it.fill).collect();
        assert_eq!(fills, [4, 4, -1].map(Fill::Shade));
        assert!(plate.tiles[0].place.bottom < plate.tiles[1].place.top);
        let names: Vec<&str> = plate.labels.iter().map(|it| it.text.as_str()).collect();
        assert_eq!(names[..4], ["Net (¥)", "1", "No 1", ""]);
        assert_eq!((plate.size.1, plate.about.as_str()), (104.0, "2021-08-03"));
    }
}
