//! What the change of the value is made of, as a waterfall: a table whose rows carry floating bars.

mod lines;
mod picture;

use super::{open_detail, unsettled_in_window};
use crate::chart::plate_button;
use crate::reactive::expect_context;
use crate::state::State;
use crate::ui::left_out::{left_out_words, metric_names};
use crate::ui::live::{dynamic, press};
use crate::ui::wording::{Wording, measure};
use crate::view::{View, view};
use lines::Line;
use paceboard_core::books::Books;
use paceboard_core::format::{Measure, format_compact};
use paceboard_core::ledger::Ledger;
use paceboard_core::measures::factors::{Waterfall, explained, waterfall};
use paceboard_core::model::{Dataset, DayRange, Metric};
use paceboard_core::query::{Against, Entity, Preset, Window};
use paceboard_core::text::Texts;

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
    entity: Entity,
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
            entity: open.entity,
            index: open.detail.index,
            left_out: &document.left_out,
        };
        let windows = [board.compared, board.window];
        Some(match row.fall(board.compared, board.window) {
            Some(fall) => (row.table(&fall, windows), row.counts_net(&fall)),
            None => (row.reason(windows), false),
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
            None if self.metric == Metric::Minutes => {
                let words = self.texts.detail.factors_base;
                words.with([&self.names(&[self.metric])])
            }
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

    fn table(&self, fall: &Waterfall, windows: [DayRange; 2]) -> View {
        let lines = self.lines(fall);
        let plate = self.plate(fall, &lines, windows);
        let save = self.state.word(|texts| texts.detail.chart_save);
        let heads = self
            .heads()
            .map(|head| view! { <th scope="col">{head}</th> });
        let missing = self.missing(fall);
        view! {
            <h4>{self.texts.detail.factors_title}</h4>
            <p data-testid="factors-summary">{self.summary(fall)}</p>
            <div class="factors__room">
                <table class="factors" data-testid="factors">
                    <thead><tr>{heads}</tr></thead>
                    <tbody>{lines.iter().map(Line::row).collect::<View>()}</tbody>
                </table>
            </div>
            {missing.map(|missing| view! { <p class="quiet">{missing}</p> })}
            <div class="plate">{plate_button(save, Box::new(move || Some(plate.clone())))}</div>
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
