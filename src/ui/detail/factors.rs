//! What the change of the value is made of, as a waterfall: a table whose rows carry floating bars.

use super::{open_detail, unsettled_in_window};
use crate::reactive::expect_context;
use crate::state::State;
use crate::ui::left_out::{left_out_words, metric_names};
use crate::ui::live::{dynamic, press};
use crate::ui::parts::metric_name;
use crate::ui::wording::{Wording, measure};
use crate::view::{View, view};
use paceboard_core::books::Books;
use paceboard_core::format::{Measure, format_compact, format_quotient};
use paceboard_core::ledger::Ledger;
use paceboard_core::measures::factors::{Ratio, Step, Waterfall, explained, waterfall};
use paceboard_core::model::{Dataset, DayRange, Metric};
use paceboard_core::query::{Against, Preset, Window};
use paceboard_core::text::Texts;

/// The whole length of a bar's track, in basis points.
const TRACK_BP: i64 = 10_000;

/// The waterfall, or for which windows there is one.
pub fn factors() -> View {
    let state = expect_context::<State>();
    state.wants_factors.set(true);
    dynamic(move || shown(state).unwrap_or_else(View::empty))
}

/// The row whose change is asked about.
struct Row<'a> {
    state: State,
    texts: &'static Texts,
    wording: Wording,
    dataset: &'a Dataset,
    ledger: &'a Ledger,
    metric: Metric,
    index: u32,
    left_out: &'a [Metric],
}

fn shown(state: State) -> Option<View> {
    let (open, board) = (open_detail(state)?, state.board.get()?);
    let wording = Wording::of(state)?;
    let (view, counts_net) = state.document.with(|document| {
        let document = document.as_ref()?;
        let books: &Books = &document.books;
        let row = Row {
            state,
            texts: state.texts(),
            wording,
            dataset: &document.dataset,
            ledger: books.ledger(open.entity),
            metric: board.metric,
            index: open.detail.index,
            left_out: &document.left_out,
        };
        Some(match row.fall(board.compared, board.window) {
            Some(fall) => (row.table(&fall), row.counts_net(&fall)),
            None => (row.reason([board.compared, board.window]), false),
        })
    })?;
    let unsettled = counts_net.then(|| unsettled_in_window(state)).flatten();
    Some(view! { {view} {unsettled} })
}

impl Row<'_> {
    /// A waterfall of more than the value itself.
    fn fall(&self, before: DayRange, now: DayRange) -> Option<Waterfall> {
        let found = waterfall(self.ledger, self.metric, self.index, before, now);
        found.filter(|found| found.steps.len() > 1)
    }

    fn measure(&self, metric: Metric) -> Measure {
        measure(self.state, metric, &self.dataset.currency)
    }

    fn amount(&self, metric: Metric, figure: i64) -> String {
        format_compact(figure, self.wording.lang, self.measure(metric))
    }

    fn effect(&self, figure: i64) -> String {
        let sign = if figure > 0 { "+" } else { "" };
        format!("{sign}{}", self.amount(self.metric, figure))
    }

    fn names(&self, metrics: &[Metric]) -> String {
        metric_names(metrics, self.texts)
    }

    /// Why there is no waterfall of these windows, and the way to one.
    fn reason(&self, windows: [DayRange; 2]) -> View {
        let known = explained(self.ledger, self.metric);
        let awaited = self.awaited();
        let words = match &known {
            _ if !awaited.is_empty() => self
                .texts
                .files
                .loading_metric
                .with([&self.names(&awaited)]),
            Some((metrics, days)) if !windows.iter().all(|window| days.covers(*window)) => {
                let days = self.wording.range(*days);
                self.texts
                    .detail
                    .factors_known
                    .with([&self.names(metrics), &days])
            }
            Some(_) => self.texts.detail.factors_unequal.to_owned(),
            None => left_out_words(self.state, &self.left_out_causes())
                .unwrap_or_else(|| self.texts.detail.factors_none.to_owned()),
        };
        view! {
            <p class="quiet" data-testid="factors-known">{words}</p>
            {self.has_recent().then(|| recent_button(self.state))}
        }
    }

    /// Metrics that would explain the value and are still on their way.
    fn awaited(&self) -> Vec<Metric> {
        let is_coming = |metric: &Metric| {
            let mut parts = self.dataset.parts.iter();
            parts.any(|part| part.metrics.contains(metric) && !self.state.is_refused(part))
        };
        let is_unread = |metric: &Metric| *metric != self.metric && !self.ledger.has(*metric);
        let metrics = Metric::ALL.into_iter();
        metrics.filter(is_unread).filter(is_coming).collect()
    }

    /// Metrics that would explain the value and have been left out. Net sales explain no others.
    fn left_out_causes(&self) -> Vec<Metric> {
        let left_out = self.left_out.iter().copied();
        let is_cause = |metric: &Metric| *metric != self.metric && *metric != Metric::Net;
        left_out.filter(is_cause).collect()
    }

    /// Whether the last 28 days against the 28 before have a waterfall.
    fn has_recent(&self) -> bool {
        let today = self.state.today.get();
        today.is_some_and(|today| {
            let now = Window::Preset(Preset::Last28).resolve(self.dataset, today);
            let before = DayRange::new(now.from().plus(-(now.len() as i32)), now.from());
            self.fall(before, now).is_some()
        })
    }

    fn table(&self, fall: &Waterfall) -> View {
        let texts = self.texts;
        let heads = [
            texts.detail.factors_factor,
            texts.detail.factors_before,
            texts.detail.factors_now,
            texts.detail.factors_effect,
        ];
        let heads = heads.map(|head| view! { <th scope="col">{head}</th> });
        let bars = bars(fall);
        let sum = |name: &'static str, figure: i64, bar: Option<&Bar>| {
            view! {
                <tr data-kind="sum">
                    <th scope="row">{name}{bar.map(drawn)}</th>
                    <td colspan="3">{self.amount(self.metric, figure)}</td>
                </tr>
            }
        };
        let steps = fall.steps.iter().zip(&bars[1..]);
        let missing = self.missing(fall);
        view! {
            <h4>{texts.detail.factors_title}</h4>
            <p data-testid="factors-summary">{self.summary(fall)}</p>
            <div class="factors__room">
                <table class="factors" data-testid="factors">
                    <thead><tr>{heads}</tr></thead>
                    <tbody>
                        {sum(texts.detail.factors_before, fall.before, bars.first())}
                        {steps.map(|(step, bar)| self.step(step, bar)).collect::<View>()}
                        {sum(texts.detail.factors_now, fall.now, bars.last())}
                    </tbody>
                </table>
            </div>
            {missing.map(|missing| view! { <p class="quiet">{missing}</p> })}
        }
    }

    /// Which factors the data lacks, and which have been left out, a line each.
    fn missing(&self, fall: &Waterfall) -> [Option<String>; 2] {
        let (left_out, missing): (Vec<Metric>, Vec<Metric>) = fall
            .missing
            .iter()
            .partition(|it| self.left_out.contains(it));
        let words = self.texts.detail.factors_missing;
        [
            (!missing.is_empty()).then(|| words.with([&self.names(&missing)])),
            left_out_words(self.state, &left_out),
        ]
    }

    /// Whether net sales are in it, of which later refunds take some away.
    fn counts_net(&self, fall: &Waterfall) -> bool {
        let net = Metric::Net;
        let mut steps = fall.steps.iter();
        self.metric == net || steps.any(|step| step.of == net || step.per == Some(net))
    }

    /// A factor: its value in both windows, and what it added.
    fn step(&self, step: &Step, bar: &Bar) -> View {
        let kind = if step.effect < 0 { "loss" } else { "gain" };
        view! {
            <tr data-kind=kind>
                <th scope="row">{self.name(step)}{drawn(bar)}</th>
                <td>{self.value(step, step.before)}</td>
                <td>{self.value(step, step.now)}</td>
                <td>{self.effect(step.effect)}</td>
            </tr>
        }
    }

    fn name(&self, step: &Step) -> String {
        let name = |metric| metric_name(metric, self.texts);
        step.per.map_or_else(
            || name(step.of).to_owned(),
            |per| {
                self.texts
                    .detail
                    .factor_per
                    .with([name(step.of), name(per)])
            },
        )
    }

    fn value(&self, step: &Step, ratio: Ratio) -> String {
        let (lang, measure) = (self.wording.lang, self.measure(step.of));
        let quotient = step.per.and_then(|per| {
            format_quotient(lang, measure, (step.of, ratio.part), (per, ratio.whole))
        });
        quotient.unwrap_or_else(|| self.amount(step.of, ratio.part))
    }

    /// The change and its largest part, in a sentence.
    fn summary(&self, fall: &Waterfall) -> String {
        let largest = fall.steps.iter().max_by_key(|step| step.effect.abs());
        let (name, effect) = largest.map_or_else(Default::default, |step| {
            (self.name(step), self.effect(step.effect))
        });
        self.texts.detail.factors_summary.with([
            &self.amount(self.metric, fall.before),
            &self.amount(self.metric, fall.now),
            &self.effect(fall.now - fall.before),
            &name,
            &effect,
        ])
    }
}

fn recent_button(state: State) -> View {
    let show = move || {
        state.update(|query| {
            query.window = Window::Preset(Preset::Last28);
            query.against = Against::Previous;
        });
    };
    view! {
        <button type="button" class="link" data-testid="factors-recent" on:click=press(show)>
            {state.word(|texts| texts.detail.factors_recent)}
        </button>
    }
}

/// Left and right end of a bar, in basis points of its track.
type Bar = (i64, i64);

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

fn drawn(bar: &Bar) -> View {
    let (from, length) = (bar.0.to_string(), (bar.1 - bar.0).to_string());
    view! { <i class="factors__bar" aria-hidden="true" style:--from=from style:--length=length></i> }
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
