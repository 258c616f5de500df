//! Where words can stand without covering lines or each other.

use super::Rect;

/// How much worse a covered rule is than a covered line: a word on a goal reads as the goal's.
const RULE_COST: f64 = 4.0;

/// How much worse standing outside is than covering a pixel of a line.
const OUTSIDE_COST: f64 = 1_000.0;

/// What words must not cover.
#[derive(Clone, Debug, Default)]
pub struct Field {
    bounds: Rect,
    words: Vec<Rect>,
    lines: Vec<Vec<Point>>,
    /// Heights of level lines from one side to the other.
    rules: Vec<f64>,
}

/// Where a line bends or ends.
type Point = (f64, f64);

/// A straight line from left to right.
type Stroke = (Point, Point);

impl Field {
    /// An empty field.
    pub fn new(bounds: Rect) -> Self {
        Self {
            bounds,
            ..Self::default()
        }
    }

    /// Adds a line through these points, from left to right.
    pub fn add_line(&mut self, points: Vec<Point>) {
        self.lines.push(points);
    }

    /// Adds a level line from one side to the other.
    pub fn add_rule(&mut self, y: f64) {
        self.rules.push(y);
    }

    /// Adds a word.
    pub fn add_word(&mut self, word: Rect) {
        self.words.push(word);
    }

    /// Whether a word there would touch none of the words.
    pub fn is_free(&self, place: &Rect) -> bool {
        !self.words.iter().any(|word| word.overlaps(place))
    }

    /// Takes the best of `places` that touch no other word, the first of equals, and keeps it free
    /// from now on; `None` where all of them touch one.
    pub fn settle(&mut self, places: &[Rect]) -> Option<Rect> {
        let free = places.iter().filter(|place| self.is_free(place));
        let costs = free.map(|place| (self.cost(place), place));
        let (_, best) = costs.min_by(|a, b| a.0.total_cmp(&b.0))?;
        self.words.push(*best);
        Some(*best)
    }

    /// How bad a place is: pixels of lines covered, and how far outside it stands.
    fn cost(&self, place: &Rect) -> f64 {
        let (left, right) = (self.bounds.left, self.bounds.right);
        let rules = self.rules.iter().map(|y| ((left, *y), (right, *y)));
        let rules: f64 = rules.map(|rule| covered(rule, place)).sum();
        let lines = self.lines.iter().flat_map(|line| strokes_at(line, place));
        let lines: f64 = lines.map(|stroke| covered(stroke, place)).sum();
        lines + rules * RULE_COST + place.outside(&self.bounds) * OUTSIDE_COST
    }
}

/// The strokes of a line that are not wholly to the left or to the right of `place`.
fn strokes_at(line: &[Point], place: &Rect) -> impl Iterator<Item = Stroke> {
    let first = line.partition_point(|point| point.0 < place.left);
    let end = line.partition_point(|point| point.0 <= place.right);
    let near = &line[first.saturating_sub(1)..line.len().min(end + 1)];
    near.windows(2).map(|pair| (pair[0], pair[1]))
}

/// How much of a stroke, in width or in height, lies within `place`.
fn covered((a, b): Stroke, place: &Rect) -> f64 {
    let (left, right) = (a.0.max(place.left), b.0.min(place.right));
    if left > right {
        return 0.0;
    }
    let at = |x: f64| {
        let span = b.0 - a.0;
        if span > 0.0 {
            a.1 + (b.1 - a.1) * (x - a.0) / span
        } else {
            a.1
        }
    };
    let (first, second) = if b.0 > a.0 {
        (at(left), at(right))
    } else {
        (a.1, b.1)
    };
    let top = first.min(second).max(place.top);
    let bottom = first.max(second).min(place.bottom);
    if top > bottom {
        0.0
    } else {
        (right - left).max(bottom - top)
    }
}

/// Centres for words of one height in one column: as near to where they belong as is possible
/// without overlap, in the same order, within `low..high`. Words that belong together share the
/// shift evenly.
pub fn spread(wanted: &[f64], height: f64, (low, high): (f64, f64)) -> Vec<f64> {
    let mut order: Vec<usize> = Vec::with_capacity(wanted.len());
    for (index, place) in wanted.iter().enumerate() {
        let before = order.partition_point(|other| wanted[*other] <= *place);
        order.insert(before, index);
    }
    // A block is (sum of the starts its words want, number of words).
    let mut blocks: Vec<(f64, usize)> = Vec::new();
    for (rank, index) in order.iter().enumerate() {
        blocks.push((wanted[*index] - rank as f64 * height, 1));
        while let [.., (before, n), (after, m)] = blocks[..] {
            if before / n as f64 <= after / m as f64 {
                break;
            }
            blocks.truncate(blocks.len() - 2);
            blocks.push((before + after, n + m));
        }
    }
    let starts = blocks
        .iter()
        .flat_map(|(sum, n)| std::iter::repeat_n(sum / *n as f64, *n));
    let room = high - height / 2.0 - (wanted.len().saturating_sub(1)) as f64 * height;
    let mut centres = vec![0.0; wanted.len()];
    for (rank, (start, index)) in starts.zip(order).enumerate() {
        centres[index] = start.min(room).max(low + height / 2.0) + rank as f64 * height;
    }
    centres
}

#[cfg(test)]
mod tests {
    use super::{Field, Rect, spread, strokes_at};

    fn rect(left: f64, top: f64, right: f64, bottom: f64) -> Rect {
        Rect {
            left,
            top,
            right,
            bottom,
        }
    }

    #[test]
    fn words_of_a_column_keep_apart_and_in_order() {
        let check = |wanted: &[f64], expected: &[f64]| {
            assert_eq!(spread(wanted, 10.0, (0.0, 100.0)), expected);
        };
        check(&[20.0, 80.0], &[20.0, 80.0]);
        check(&[50.0, 50.0], &[45.0, 55.0]);
        check(&[52.0, 48.0, 50.0], &[60.0, 40.0, 50.0]);
        check(&[99.0, 100.0], &[85.0, 95.0]);
        check(&[-5.0], &[5.0]);
        check(&[], &[]);
    }

    #[test]
    fn the_place_that_covers_least_is_taken_and_kept() {
        let mut field = Field::new(rect(0.0, 0.0, 100.0, 100.0));
        field.add_line(vec![(0.0, 15.0), (100.0, 15.0)]);
        let places = [rect(0.0, 10.0, 20.0, 20.0), rect(0.0, 40.0, 20.0, 50.0)];
        assert_eq!(field.settle(&places), Some(places[1]));
        assert!(!field.is_free(&places[1]) && field.is_free(&places[0]));
        assert_eq!(field.settle(&places), Some(places[0]));
        assert_eq!(field.settle(&places), None);
    }

    #[test]
    fn upright_strokes_count_too() {
        let mut field = Field::new(rect(0.0, 0.0, 100.0, 100.0));
        field.add_line(vec![(10.0, 90.0), (10.0, 30.0)]);
        let places = [rect(5.0, 40.0, 15.0, 50.0), rect(5.0, 10.0, 15.0, 20.0)];
        assert_eq!(field.settle(&places), Some(places[1]));
    }

    #[test]
    fn only_strokes_beside_a_place_are_left_out() {
        let line: Vec<_> = (0..9).map(|step| (f64::from(step) * 10.0, 0.0)).collect();
        let check = |left, right, expected: std::ops::Range<usize>| {
            let found: Vec<_> = strokes_at(&line, &rect(left, 0.0, right, 1.0)).collect();
            let expected: Vec<_> = expected.map(|at| (line[at], line[at + 1])).collect();
            assert_eq!(found, expected, "{left}–{right}");
        };
        check(35.0, 45.0, 3..5);
        check(30.0, 40.0, 2..5);
        check(-9.0, -1.0, 0..0);
        check(-9.0, 1.0, 0..1);
        check(71.0, 99.0, 7..8);
        check(-9.0, 99.0, 0..8);
        assert_eq!(strokes_at(&[], &rect(0.0, 0.0, 1.0, 1.0)).count(), 0);
    }

    #[test]
    fn nothing_stands_outside_where_there_is_room() {
        let mut field = Field::new(rect(0.0, 0.0, 100.0, 100.0));
        let places = [rect(90.0, 0.0, 110.0, 10.0), rect(80.0, 0.0, 100.0, 10.0)];
        assert_eq!(field.settle(&places), Some(places[1]));
    }
}
