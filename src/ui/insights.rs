//! Below the board: how progress is spread, how far probabilities can be trusted, how concentrated sales are, the audience
//! and what merchants were promised. Each is worked out when it is opened.

mod audience;
mod concentration;
mod distribution;
mod paths;
mod trust;

use crate::browser::host::part_role;
use crate::reactive::{expect_context, memo};
use crate::state::State;
use crate::ui::live::when;
use crate::ui::parts::{fold, table};
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
            <section class="insights" role=part_role() aria-label=state.word(|texts| texts.insights.title)>
                <h2 class="spoken">{state.word(|texts| texts.insights.title)}</h2>
                {fold(Section::Distribution, state.word(|texts| texts.insights.distribution_title), distribution::distribution)}
                {fold(Section::Trust, state.word(|texts| texts.insights.trust_title), trust::trust)}
                {fold(Section::Concentration, state.word(|texts| texts.insights.concentration_title), concentration::concentration)}
                {when(move || has_audience.get(), move || {
                    fold(Section::Audience, state.word(|texts| texts.insights.audience_title), audience::audience)
                })}
            </section>
        })}
    }
}
