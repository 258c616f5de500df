//! Below the board: how progress is spread, how far probabilities can be trusted, how concentrated sales are, the audience
//! and what merchants were promised. Each is worked out when it is opened.

mod audience;
mod concentration;
mod distribution;
mod trust;

use crate::reactive::{expect_context, memo};
use crate::state::State;
use crate::ui::live::when;
use crate::ui::parts::fold;
use crate::view::{View, view};
use paceboard_core::query::Section;

/// The sections; the last one where the document tells of either.
pub fn insights() -> View {
    let state = expect_context::<State>();
    let has_document = memo(move || state.document.with(Option::is_some));
    let has_audience = memo(move || {
        state.document.with(|document| {
            document.as_ref().is_some_and(|document| {
                let dataset = &document.dataset;
                dataset.daily.is_some() || !dataset.support.is_empty()
            })
        })
    });
    view! {
        {when(move || has_document.get(), move || view! {
            <section class="insights" aria-label=state.word(|texts| texts.insights)>
                {fold(Section::Distribution, state.word(|texts| texts.distribution_title), distribution::distribution)}
                {fold(Section::Trust, state.word(|texts| texts.trust_title), trust::trust)}
                {fold(Section::Concentration, state.word(|texts| texts.concentration_title), concentration::concentration)}
                {when(move || has_audience.get(), move || {
                    fold(Section::Audience, state.word(|texts| texts.audience_title), audience::audience)
                })}
            </section>
        })}
    }
}

/// A small table: headings, and rows that begin with what they are about.
fn table(hook: &'static str, heads: Vec<String>, rows: Vec<Vec<String>>) -> View {
    let heads = heads
        .into_iter()
        .map(|head| view! { <th scope="col">{head}</th> });
    let row = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        let about = cells.next();
        let rest = cells
            .map(|cell| view! { <td>{cell}</td> })
            .collect::<View>();
        view! { <tr><th scope="row">{about}</th>{rest}</tr> }
    };
    view! {
        <table class="figures" data-testid=hook>
            <thead><tr>{heads.collect::<View>()}</tr></thead>
            <tbody>{rows.into_iter().map(row).collect::<View>()}</tbody>
        </table>
    }
}
