//! The lines of the waterfall: words and bars, as the table and the picture show them.

use super::Row;
use crate::ui::parts::metric_name;
use crate::view::{View, view};
use paceboard_core::format::format_quotient;
use paceboard_core::measures::factors::{Ratio, Step, Waterfall};

/// The whole length of a bar's track, in basis points.
pub(super) const TRACK_BP: i64 = 10_000;

/// Left and right end of a bar, in basis points of its track.
pub(super) type Bar = (i64, i64);

/// A line in words, with its bar.
pub(super) struct Line {
    pub(super) name: String,
    /// In the earlier window, in the later one, and what it added; of a sum the last alone.
    pub(super) figures: [String; 3],
    pub(super) kind: Kind,
    pub(super) bar: Bar,
}

/// What a line does to the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// It is the value itself, before or now.
    Sum,
    Gain,
    Loss,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Sum => "sum",
            Self::Gain => "gain",
            Self::Loss => "loss",
        }
    }
}

impl Line {
    /// The line as a row of the table.
    pub(super) fn row(&self) -> View {
        let (from, length) = (
            self.bar.0.to_string(),
            (self.bar.1 - self.bar.0).to_string(),
        );
        let cell = |figure: &String| view! { <td>{figure.clone()}</td> };
        let cells = if self.kind == Kind::Sum {
            view! { <td colspan="3">{self.figures[2].clone()}</td> }
        } else {
            self.figures.iter().map(cell).collect()
        };
        view! {
            <tr data-kind=self.kind.name()>
                <th scope="row">
                    {self.name.clone()}
                    <i class="factors__bar" aria-hidden="true" style:--from=from style:--length=length></i>
                </th>
                {cells}
            </tr>
        }
    }
}

impl Row<'_> {
    /// Headings of names, of both windows and of effects.
    pub(super) fn heads(&self) -> [&'static str; 4] {
        let words = &self.texts.detail;
        [
            words.factors_factor,
            words.factors_before,
            words.factors_now,
            words.factors_effect,
        ]
    }

    /// The earlier value, each factor, the later value.
    pub(super) fn lines(&self, fall: &Waterfall) -> Vec<Line> {
        let words = &self.texts.detail;
        let sum = |name: &str, figure| {
            let figures = [
                String::new(),
                String::new(),
                self.amount(self.metric, figure),
            ];
            (name.to_owned(), figures, Kind::Sum)
        };
        let before = sum(words.factors_before, fall.before);
        let steps = fall.steps.iter().map(|step| self.step(step));
        let now = sum(words.factors_now, fall.now);
        let lines = [before].into_iter().chain(steps).chain([now]);
        let with_bar = |((name, figures, kind), bar)| Line {
            name,
            figures,
            kind,
            bar,
        };
        lines.zip(bars(fall)).map(with_bar).collect()
    }

    /// A factor: its value in both windows, and what it added.
    fn step(&self, step: &Step) -> (String, [String; 3], Kind) {
        let kind = if step.effect < 0 {
            Kind::Loss
        } else {
            Kind::Gain
        };
        let figures = [
            self.value(step, step.before),
            self.value(step, step.now),
            self.effect(step.effect),
        ];
        (self.name(step), figures, kind)
    }

    pub(super) fn name(&self, step: &Step) -> String {
        let name = |metric| metric_name(metric, self.texts);
        let of = name(step.of);
        let words = self.texts.detail.factor_per;
        step.per
            .map_or_else(|| of.to_owned(), |per| words.with([of, name(per)]))
    }

    fn value(&self, step: &Step, ratio: Ratio) -> String {
        let (lang, measure) = (self.wording.lang, self.measure(step.of));
        let quotient = step.per.and_then(|per| {
            format_quotient(lang, measure, (step.of, ratio.part), (per, ratio.whole))
        });
        quotient.unwrap_or_else(|| self.amount(step.of, ratio.part))
    }
}

/// The bars of the earlier value, of each factor from where the one before it ended, and of the
/// later value. All share one scale that begins at zero.
fn bars(fall: &Waterfall) -> Vec<Bar> {
    let mut level = fall.before;
    let mut spans = vec![(0, fall.before)];
    for step in &fall.steps {
        let next = level + step.effect;
        spans.push((level.min(next), level.max(next)));
        level = next;
    }
    spans.push((0, fall.now));
    let low = spans.iter().map(|span| span.0).min().unwrap_or(0);
    let high = spans.iter().map(|span| span.1).max().unwrap_or(1);
    let whole = i128::from(high) - i128::from(low);
    let place = |figure: i64| {
        let part = (i128::from(figure) - i128::from(low)) * i128::from(TRACK_BP);
        (part / whole.max(1)) as i64
    };
    let places = spans.into_iter().map(|(from, to)| (place(from), place(to)));
    places.collect()
}

#[cfg(test)]
mod tests {
    use super::bars;
    use paceboard_core::measures::factors::{Ratio, Step, Waterfall};
    use paceboard_core::model::Metric;

    /// 100 → 400 by + 450 and − 150: the scale ends at 550, where the first factor does.
    #[test]
    fn each_bar_begins_where_the_one_before_it_ended() {
        let ratio = Ratio { part: 1, whole: 1 };
        let step = |effect| Step {
            of: Metric::Orders,
            per: None,
            before: ratio,
            now: ratio,
            effect,
        };
        let fall = Waterfall {
            before: 100,
            now: 400,
            steps: vec![step(450), step(-150)],
            missing: Vec::new(),
        };
        assert_eq!(
            bars(&fall),
            [(0, 1_818), (1_818, 10_000), (7_272, 10_000), (0, 7_272)]
        );
    }
}
