//! What was understood of a file, or why it was not.

use super::of_offer;
use crate::state::{Offer, State};
use crate::ui::live::{dynamic, items, live};
use crate::ui::parts::metric_name;
use crate::view::{View, view};
use paceboard_core::format::{
    DateForm, Measure, between_sentences, format_bytes, format_count, format_in_words, format_range,
};
use paceboard_core::model::{Dataset, DayRange, Lang, Metric, Money};
use paceboard_core::text::Texts;

/// Name and size.
pub fn name(state: State) -> String {
    let texts = state.texts();
    of_offer(state, |offer| {
        if offer.size_bytes == 0 {
            return offer.name.clone();
        }
        texts
            .files
            .file_size
            .with([&offer.name, &format_bytes(offer.size_bytes)])
    })
}

/// Why the file cannot be shown, and that nothing is lost.
pub fn refusal(state: State) -> View {
    let fault = move || of_offer(state, |offer| offer.fault(state.texts()));
    let next = move || {
        let hint = of_offer(state, Offer::has_names_for_ids);
        let ids = state.texts().files.file_ids;
        fault().map(|fault| if hint { ids } else { fault.next })
    };
    view! {
        <div class="local__refusal" role="alert" data-testid="local-file-fault">
            <h3>{state.word(|texts| texts.files.file_refused)}</h3>
            <p>{live(move || fault().map(|fault| several(state).unwrap_or(fault.what)))}</p>
            <ul class="local__wrong" data-testid="local-file-wrong">{items(move || wrong(state))}</ul>
            <p>{live(next)} {live(move || between_sentences(state.lang.get()))} {state.word(|texts| texts.files.file_kept)}</p>
        </div>
    }
}

/// The lines of the file that are wrong, where there are several.
fn wrong(state: State) -> Vec<String> {
    let lines = of_offer(state, |offer| offer.wrong_lines(state.texts()));
    if lines.len() > 1 { lines } else { Vec::new() }
}

fn several(state: State) -> Option<String> {
    let (shown, texts) = (wrong(state).len(), state.texts());
    let count = of_offer(state, Offer::wrong_count);
    let [first, all] = [shown, count].map(|count| format_count(count as i64));
    (shown > 0).then(|| {
        if shown == count {
            texts.files.file_wrong_lines.with([&all])
        } else {
            texts.files.file_wrong_first.with([&all, &first])
        }
    })
}

/// What was understood.
pub fn facts(state: State) -> View {
    let lines = move || {
        let lines = of_offer(state, |offer| {
            let dataset = &offer.understood()?.document.dataset;
            let mut lines = lines(dataset, state.lang.get(), state.texts());
            if offer.form.is_some() {
                lines.drain(..FORM_SAYS);
            }
            Some(lines)
        });
        let line = |(name, value): (&'static str, String)| {
            view! { <div class="local__line"><dt>{name}</dt><dd>{value}</dd></div> }
        };
        lines.into_iter().flatten().map(line).collect::<View>()
    };
    view! {
        <dl class="local__facts" data-testid="local-file-facts">{dynamic(lines)}</dl>
        <ul class="local__warnings" data-testid="local-file-warnings">{items(move || warnings(state))}</ul>
    }
}

fn warnings(state: State) -> Vec<String> {
    of_offer(state, |offer| offer.warnings(state.texts()))
}

/// How many of the first lines the form for a CSV file says as well.
const FORM_SAYS: usize = 2;

fn lines(dataset: &Dataset, lang: Lang, texts: &'static Texts) -> Vec<(&'static str, String)> {
    let count = |count: usize| format_count(count as i64);
    let metrics: Vec<_> = Metric::ALL
        .into_iter()
        .filter(|metric| has(dataset, *metric))
        .map(|metric| metric_name(metric, texts))
        .collect();
    let between = if lang == Lang::Zh { "、" } else { ", " };
    let programme = &dataset.programme;
    let goal =
        |goal: Option<Money>, target: Option<u32>| goal_text(dataset, lang, texts, goal, target);
    let days = days(dataset).map(|days| format_range(days, DateForm::Full, lang));
    vec![
        (texts.files.file_programme, programme.name.clone()),
        (texts.page.currency, dataset.currency.code.clone()),
        (texts.board.view_channels, count(dataset.channels.len())),
        (texts.board.view_partners, count(dataset.partners.len())),
        (texts.files.file_days, days.unwrap_or_default()),
        (texts.files.file_metrics, metrics.join(between)),
        (
            texts.files.file_channel_goal,
            goal(programme.channel_goal, programme.target_channels),
        ),
        (
            texts.files.file_partner_goal,
            goal(programme.partner_goal, programme.target_partners),
        ),
    ]
}

fn has(dataset: &Dataset, metric: Metric) -> bool {
    let mut metrics = dataset.blocks.iter().flat_map(|block| &block.metrics);
    metrics.any(|(known, _)| *known == metric)
}

/// From the first to the last day that has figures.
fn days(dataset: &Dataset) -> Option<DayRange> {
    let join = |one: DayRange, other: DayRange| {
        DayRange::new(one.from().min(other.from()), one.to().max(other.to()))
    };
    dataset.blocks.iter().map(|block| block.range).reduce(join)
}

fn goal_text(
    dataset: &Dataset,
    lang: Lang,
    texts: &Texts,
    goal: Option<Money>,
    target: Option<u32>,
) -> String {
    let Some(goal) = goal else {
        return texts.files.file_no_goal.to_owned();
    };
    let measure = Measure::money(&dataset.currency, None);
    let goal = format_in_words(goal.minor(), lang, measure);
    match target {
        Some(target) => format!("{goal} × {}", format_count(i64::from(target))),
        None => goal,
    }
}
