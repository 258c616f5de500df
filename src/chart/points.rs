//! From figures by day to the points that are drawn: split at gaps, thinned to the pixels.

/// A point in slots and figures.
pub type Point = (f64, f64);

/// More points than this in a pixel cannot be told apart.
const POINTS_PER_PX: f64 = 4.0;

/// A bar with its gap takes at least so many pixels.
const BAR_PITCH_PX: f64 = 3.0;

/// Numbers of days that a bar may stand for.
const BAR_DAYS: [usize; 9] = [1, 2, 3, 4, 5, 7, 14, 28, 91];

/// The unbroken stretches of a series, each day at the middle of its slot.
pub fn runs(values: &[Option<i64>]) -> Vec<Vec<Point>> {
    let mut runs: Vec<Vec<Point>> = Vec::new();
    let mut open = false;
    for (slot, value) in values.iter().enumerate() {
        let Some(value) = value else {
            open = false;
            continue;
        };
        let point = (slot as f64 + 0.5, *value as f64);
        match runs.last_mut() {
            Some(run) if open => run.push(point),
            _ => runs.push(vec![point]),
        }
        open = true;
    }
    runs
}

/// Keeps first, lowest, highest and last of the points that share a pixel column, in their order;
/// so peaks stay where fewer pixels than points are left.
pub fn thinned(run: Vec<Point>, px_per_slot: f64) -> Vec<Point> {
    if px_per_slot * POINTS_PER_PX >= 1.0 {
        return run;
    }
    let column = |point: &Point| (point.0 * px_per_slot).floor();
    let shared = |a: &Point, b: &Point| (column(a) - column(b)).abs() < 0.5;
    run.chunk_by(shared).flat_map(corners).collect()
}

fn corners(column: &[Point]) -> Vec<Point> {
    let by_value = |a: &&Point, b: &&Point| a.1.total_cmp(&b.1);
    let lowest = column.iter().min_by(by_value);
    let highest = column.iter().max_by(by_value);
    let mut kept: Vec<Point> = Vec::with_capacity(4);
    let corners = [column.first(), lowest, highest, column.last()];
    for corner in corners.into_iter().flatten() {
        let place = kept.partition_point(|other| other.0 < corner.0);
        if kept.get(place) != Some(corner) {
            kept.insert(place, *corner);
        }
    }
    kept
}

/// The corners of a line that keeps its height until the next point.
pub fn steps(run: &[Point]) -> Vec<Point> {
    let mut corners = Vec::with_capacity(run.len() * 2);
    for point in run {
        if let Some((_, height)) = corners.last().copied() {
            corners.push((point.0, height));
        }
        corners.push(*point);
    }
    corners
}

/// How many days a bar stands for where a day is so wide.
pub fn bar_days(px_per_slot: f64) -> usize {
    let wide_enough = |days: &usize| *days as f64 * px_per_slot >= BAR_PITCH_PX;
    BAR_DAYS.into_iter().find(wide_enough).unwrap_or(365)
}

/// A bar: its days, their mean, and the one furthest from zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// First slot.
    pub from: usize,
    /// The slot after the last.
    pub to: usize,
    /// Mean of the days that have a figure.
    pub mean: f64,
    /// The figure furthest from zero.
    pub peak: f64,
}

/// The bars of a series, `days` days each. Days without a figure count for nothing; a bar of such
/// days alone is left out.
pub fn bars(values: &[Option<i64>], days: usize) -> Vec<Bar> {
    let days = days.max(1);
    values
        .chunks(days)
        .enumerate()
        .filter_map(|(index, chunk)| bar(index * days, chunk))
        .collect()
}

fn bar(from: usize, chunk: &[Option<i64>]) -> Option<Bar> {
    let figures: Vec<f64> = chunk
        .iter()
        .flatten()
        .map(|figure| *figure as f64)
        .collect();
    let peak = figures
        .iter()
        .copied()
        .max_by(|a, b| a.abs().total_cmp(&b.abs()))?;
    let mean = figures.iter().sum::<f64>() / figures.len() as f64;
    Some(Bar {
        from,
        to: from + chunk.len(),
        mean,
        peak,
    })
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "the figures are exact in binary")]
mod tests {
    use super::{Bar, bar_days, bars, runs, steps, thinned};

    #[test]
    fn a_gap_is_a_gap() {
        let check = |values: &[Option<i64>], lengths: &[usize]| {
            let found: Vec<_> = runs(values).iter().map(Vec::len).collect();
            assert_eq!(found, lengths);
        };
        check(&[Some(1), None, Some(2), Some(3)], &[1, 2]);
        check(&[None, None], &[]);
        check(&[Some(0), Some(0)], &[2]);
        assert_eq!(runs(&[None, Some(7)]), [[(1.5, 7.0)]]);
    }

    #[test]
    fn no_more_than_four_points_a_pixel_and_peaks_stay() {
        let run: Vec<_> = (0..10_000)
            .map(|day| (f64::from(day), f64::from(day % 97)))
            .collect();
        assert_eq!(thinned(run.clone(), 0.25), run);
        let few = thinned(run, 0.03);
        assert!(few.len() <= 4 * 301, "{}", few.len());
        assert!(few.is_sorted_by(|a, b| a.0 < b.0));
        assert!(few.iter().any(|point| point.1 == 96.0));
    }

    #[test]
    fn a_step_goes_on_before_it_goes_up() {
        assert_eq!(
            steps(&[(0.5, 1.0), (1.5, 3.0)]),
            [(0.5, 1.0), (1.5, 1.0), (1.5, 3.0)]
        );
    }

    #[test]
    fn narrow_days_share_a_bar_of_their_mean_and_peak() {
        assert_eq!(bar_days(10.0), 1);
        assert_eq!(bar_days(1.0), 3);
        assert_eq!(bar_days(350.0 / 365.0), 4);
        let values = [Some(2), None, Some(4), None, None, None, Some(-8), Some(2)];
        let bar = |from, to, mean, peak| Bar {
            from,
            to,
            mean,
            peak,
        };
        assert_eq!(
            bars(&values, 3),
            [bar(0, 3, 3.0, 4.0), bar(6, 8, -3.0, -8.0)]
        );
    }
}
