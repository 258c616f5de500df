//! Why the rank moved: own movement against others passing, and what the change of the value is
//! made of.

use super::neighbours::name_of;
use super::open_detail;
use crate::reactive::{expect_context, memo};
use crate::state::State;
use crate::ui::live::{dynamic, items};
use crate::ui::parts::metric_name;
use crate::ui::wording::Wording;
use crate::view::{View, view};
use paceboard_core::format::{format_count, format_rank};
use paceboard_core::measures::factors::{Step, Waterfall, waterfall};
use paceboard_core::measures::movement::{Movement, Passings, movement};
use paceboard_core::model::Metric;
use paceboard_core::text::Texts;

/// Names given of those who passed and were passed.
const MOST_NAMES: usize = 3;

/// The section's content; worked out while it is open.
pub fn moved() -> View {
    let state = expect_context::<State>();
    state.wants_factors.set(true);
    let factors = memo(move || factors(state));
    view! {
        <ul class="takes" data-testid="moved">{items(move || movement_lines(state))}</ul>
        {dynamic(move || factors.with(|factors| {
            factors.as_ref().map_or_else(View::empty, |factors| factor_table(state, factors))
        }))}
    }
}

fn movement_lines(state: State) -> Vec<String> {
    let texts = state.texts();
    found(state).map_or_else(
        || vec![why_unknown(state, texts).to_owned()],
        |movement| lines(state, &movement),
    )
}

/// Why nothing is said of the open row.
fn why_unknown(state: State, texts: &Texts) -> &'static str {
    let (Some(open), Some(board)) = (open_detail(state), state.board.get()) else {
        return texts.moved_unknown;
    };
    let is_shown = || board.rows.iter().any(|row| row.index == open.detail.index);
    if board.entity != open.entity {
        texts.moved_other_board
    } else if !is_shown() {
        texts.moved_filtered
    } else {
        texts.moved_unknown
    }
}

fn found(state: State) -> Option<Movement> {
    let open = open_detail(state)?;
    let board = state.board.get()?;
    if board.entity != open.entity {
        return None;
    }
    state.document.with(|document| {
        let books = &document.as_ref()?.books;
        movement(books, &board, open.detail.index, MOST_NAMES)
    })
}

fn lines(state: State, movement: &Movement) -> Vec<String> {
    let (texts, lang) = (state.texts(), state.lang.get());
    let rank = |rank: u32| format_rank(rank, lang);
    let places = |places: i32| {
        let sign = match places {
            1.. => "+",
            0 => "",
            _ => "−",
        };
        format!("{sign}{}", format_count(i64::from(places.unsigned_abs())))
    };
    let ranks = [&rank(movement.rank_before), &rank(movement.rank_now)];
    let parts = [
        &places(movement.own_places),
        &places(movement.others_places),
    ];
    let passings = [
        named(state, texts.moved_overtook, &movement.overtaken),
        named(state, texts.moved_overtaken, &movement.overtaken_by),
    ];
    let first = [
        texts.moved_ranks.with(ranks.map(String::as_str)),
        texts.moved_parts.with(parts.map(String::as_str)),
    ];
    first
        .into_iter()
        .chain(passings.into_iter().flatten())
        .collect()
}

type Sentence = paceboard_core::text::Phrase<2>;

fn named(state: State, sentence: Sentence, passings: &Passings) -> Option<String> {
    let open = open_detail(state)?;
    let wording = Wording::of(state)?;
    let names: Vec<String> = state.document.with(|document| {
        let dataset = &document.as_ref()?.dataset;
        let name = |index: u32| name_of(dataset, open.entity, index, wording).1;
        let names = passings.rows.iter().map(|row| name(row.index));
        Some(names.collect())
    })?;
    let count = format_count(i64::from(passings.count));
    let joint = state.texts().list_joint;
    (passings.count > 0).then(|| sentence.with([&count, &names.join(joint)]))
}

fn factors(state: State) -> Option<Waterfall> {
    let open = open_detail(state)?;
    let board = state.board.get()?;
    state.document.with(|document| {
        let ledger = document.as_ref()?.books.ledger(open.entity);
        let index = open.detail.index;
        let found = waterfall(ledger, board.metric, index, board.compared, board.window)?;
        (found.steps.len() > 1).then_some(found)
    })
}

/// A line for each factor: what it counts, and what it added to the value.
fn factor_table(state: State, factors: &Waterfall) -> View {
    let Some(wording) = Wording::of(state) else {
        return View::empty();
    };
    let texts = state.texts();
    let line = |name: String, amount: i64, kind: &'static str| {
        let sign = if amount > 0 && kind == "step" {
            "+"
        } else {
            ""
        };
        view! {
            <tr data-kind=kind>
                <th scope="row">{name}</th>
                <td>{format!("{sign}{}", wording.amount(amount))}</td>
            </tr>
        }
    };
    let step = |step: &Step| line(factor_name(step, texts), step.effect, "step");
    view! {
        <table class="factors" data-testid="factors">
            <caption class="quiet">{texts.factors_title}</caption>
            <tbody>
                {line(texts.factors_before.to_owned(), factors.before, "sum")}
                {factors.steps.iter().map(step).collect::<View>()}
                {line(texts.factors_now.to_owned(), factors.now, "sum")}
            </tbody>
        </table>
        {(!factors.missing.is_empty()).then(|| view! { <p class="quiet">{missing(factors, texts)}</p> })}
    }
}

fn factor_name(step: &Step, texts: &Texts) -> String {
    match step.per {
        Some(per) => {
            let names = [factor_metric(step.of, texts), factor_metric(per, texts)];
            texts.factor_per.with(names)
        }
        None => factor_metric(step.of, texts).to_owned(),
    }
}

fn factor_metric(metric: Metric, texts: &Texts) -> &'static str {
    metric_name(metric, texts)
}

fn missing(factors: &Waterfall, texts: &Texts) -> String {
    let names = factors
        .missing
        .iter()
        .map(|metric| metric_name(*metric, texts));
    let names: Vec<&str> = names.collect();
    texts.factors_missing.with([&names.join(texts.list_joint)])
}
