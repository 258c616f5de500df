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
    strokes: Vec<Stroke>,
    rules: Vec<Stroke>,
}

/// A straight line from left to right.
type Stroke = ((f64, f64), (f64, f64));

impl Field {
    /// An empty field.
    pub fn new(bounds: Rect) -> Self {
        Self {
            bounds,
            ..Self::default()
        }
    }

    /// Adds a line through these points, from left to right.
    pub fn add_line(&mut self, points: &[(f64, f64)]) {
        self.strokes
            .extend(points.iter().copied().zip(points.iter().skip(1).copied()));
    }

    /// Adds a level line from one side to the other.
    pub fn add_rule(&mut self, y: f64) {
        let (left, right) = (self.bounds.left, self.bounds.right);
        self.rules.push(((left, y), (right, y)));
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
        let all = |strokes: &[Stroke]| -> f64 {
            let lengths = strokes.iter().map(|stroke| covered(*stroke, place));
            lengths.sum()
        };
        let strokes = all(&self.strokes) + all(&self.rules) * RULE_COST;
        strokes + place.outside(&self.bounds) * OUTSIDE_COST
    }
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
    use super::{Field, Rect, spread};

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
        field.add_line(&[(0.0, 15.0), (100.0, 15.0)]);
        let places = [rect(0.0, 10.0, 20.0, 20.0), rect(0.0, 40.0, 20.0, 50.0)];
        assert_eq!(field.settle(&places), Some(places[1]));
        assert!(!field.is_free(&places[1]) && field.is_free(&places[0]));
        assert_eq!(field.settle(&places), Some(places[0]));
        assert_eq!(field.settle(&places), None);
    }

    #[test]
    fn upright_strokes_count_too() {
        let mut field = Field::new(rect(0.0, 0.0, 100.0, 100.0));
        field.add_line(&[(10.0, 90.0), (10.0, 30.0)]);
        let places = [rect(5.0, 40.0, 15.0, 50.0), rect(5.0, 10.0, 15.0, 20.0)];
        assert_eq!(field.settle(&places), Some(places[1]));
    }

    #[test]
    fn nothing_stands_outside_where_there_is_room() {
        let mut field = Field::new(rect(0.0, 0.0, 100.0, 100.0));
        let places = [rect(90.0, 0.0, 110.0, 10.0), rect(80.0, 0.0, 100.0, 10.0)];
        assert_eq!(field.settle(&places), Some(places[1]));
    }
}
