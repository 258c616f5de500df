//! The waterfall as a picture.

use super::Row;
use super::lines::{Kind, Line, TRACK_BP};
use crate::chart::{Fill, Paint, Plate};
use crate::ui::detail::name_of;
use paceboard_core::measures::factors::Waterfall;
use paceboard_core::model::DayRange;

/// Height of a line, of the headings above all lines, and of the bar at a line's foot.
const LINE_PX: f64 = 38.0;
const HEADS_PX: f64 = 24.0;
const BAR_PX: f64 = 8.0;
/// The shortest bar: one that says that there is something.
const BAR_LEAST_PX: f64 = 2.0;
const WIDTH_PX: f64 = 640.0;
/// Where names and figures begin, and how wide they may be.
const COLUMNS_PX: [(f64, f64); 4] = [(0.0, 250.0), (258.0, 120.0), (386.0, 120.0), (514.0, 126.0)];

impl Row<'_> {
    /// The lines under their headings. Below the title stands whose change it is, between which
    /// windows, and the sentence that sums it up.
    pub(super) fn plate(&self, fall: &Waterfall, lines: &[Line], windows: [DayRange; 2]) -> Plate {
        let name = name_of(self.dataset, self.entity, self.index, self.wording).1;
        let windows = windows.map(|window| self.wording.range(window)).join(" → ");
        Plate {
            title: self.texts.detail.factors_title.to_owned(),
            summary: [&name, &windows, &self.summary(fall)]
                .map(String::as_str)
                .join(" · "),
            about: name,
            ..drawn(self.heads(), lines)
        }
    }
}

fn drawn(heads: [&str; 4], lines: &[Line]) -> Plate {
    let mut plate = Plate {
        size: (WIDTH_PX, HEADS_PX + LINE_PX * lines.len() as f64),
        ..Plate::default()
    };
    write_columns(&mut plate, heads, HEADS_PX / 2.0, Paint::Muted);
    let mut top = HEADS_PX;
    for line in lines {
        let [before, now, effect] = line.figures.each_ref().map(String::as_str);
        let words = [line.name.as_str(), before, now, effect];
        write_columns(
            &mut plate,
            words,
            top + (LINE_PX - BAR_PX) / 2.0,
            Paint::Text,
        );
        put_bar(&mut plate, line, top + LINE_PX - BAR_PX);
        top += LINE_PX;
    }
    plate
}

/// Names begin at the left, figures end at the right of their columns.
fn write_columns(plate: &mut Plate, words: [&str; 4], middle: f64, paint: Paint) {
    for (at, (text, (left, most_px))) in words.into_iter().zip(COLUMNS_PX).enumerate() {
        if !text.is_empty() {
            let label = plate.write(text, (left, middle), most_px);
            label.ends = at > 0;
            label.paint = paint;
        }
    }
}

fn put_bar(plate: &mut Plate, line: &Line, top: f64) {
    let px = |place: i64| place as f64 / TRACK_BP as f64 * WIDTH_PX;
    let length = px(line.bar.1 - line.bar.0).max(BAR_LEAST_PX);
    let left = px(line.bar.0).min(WIDTH_PX - length);
    let fill = match line.kind {
        Kind::Sum => Fill::Plain,
        Kind::Gain => Fill::Gain,
        Kind::Loss => Fill::Loss,
    };
    plate.put((left, top), (length, BAR_PX), fill, false);
}

#[cfg(test)]
mod tests {
    use super::{BAR_LEAST_PX, HEADS_PX, LINE_PX, WIDTH_PX, drawn};
    use crate::chart::Fill;
    use crate::ui::detail::factors::lines::{Kind, Line};

    #[test]
    fn bars_stand_at_the_foot_of_their_lines_on_one_scale() {
        let line = |name: &str, kind, bar| Line {
            name: name.to_owned(),
            figures: [String::new(), String::new(), "9".to_owned()],
            kind,
            bar,
        };
        let lines = [
            line("before", Kind::Sum, (0, 5_000)),
            line("orders", Kind::Gain, (5_000, 10_000)),
            line("value", Kind::Loss, (10_000, 10_000)),
        ];
        let plate = drawn(["Factor", "A", "B", "Effect"], &lines);
        let tiles = plate.tiles.iter();
        let looks: Vec<_> = tiles
            .map(|it| (it.fill, it.place.left, it.place.width(), it.place.bottom))
            .collect();
        let bottom = |at: f64| HEADS_PX + at * LINE_PX;
        let half = WIDTH_PX / 2.0;
        let end = WIDTH_PX - BAR_LEAST_PX;
        assert_eq!(
            looks,
            [
                (Fill::Plain, 0.0, half, bottom(1.0)),
                (Fill::Gain, half, half, bottom(2.0)),
                (Fill::Loss, end, BAR_LEAST_PX, bottom(3.0)),
            ]
        );
        let words: Vec<&str> = plate.labels.iter().map(|it| it.text.as_str()).collect();
        assert_eq!(words[..6], ["Factor", "A", "B", "Effect", "before", "9"]);
        assert_eq!(plate.size, (WIDTH_PX, bottom(3.0)));
    }
}
