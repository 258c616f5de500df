//! Whether probabilities can be trusted: of the channels given so much last year on this day, how
//! many made it.

use super::table;
use crate::reactive::{expect_context, memo};
use crate::state::{State, Worked};
use crate::ui::foretold::is_last_year_refused;
use crate::ui::live::dynamic;
use crate::view::{View, view};
use paceboard_core::format::{format_count, format_percent_round};
use paceboard_core::outlook::{Basis, CALIBRATION_CLASSES, Calibration};

/// The table, or why there is none.
pub(super) fn trust() -> View {
    let state = expect_context::<State>();
    state.trust.connect();
    let found = memo(move || state.trust.worked());
    let none = move |words: &str| view! { <p class="quiet" data-testid="trust-none">{words.to_owned()}</p> };
    view! {
        {dynamic(move || found.with(|found| match found {
            Some(Worked::Trust(Ok(found))) => classes(state, found),
            Some(Worked::Trust(Err(basis))) => none(why_untold(state, *basis)),
            _ => none(state.texts().programme.foretelling),
        }))}
    }
}

fn why_untold(state: State, basis: Basis) -> &'static str {
    let texts = state.texts();
    match basis {
        Basis::NotRead if is_last_year_refused(state) => texts.insights.trust_refused,
        Basis::NotRead => texts.insights.trust_awaited,
        Basis::NoLastYear => texts.insights.trust_unknown,
        Basis::YearOver => texts.programme.basis_over,
        _ => texts.insights.trust_too_few,
    }
}

fn classes(state: State, found: &Calibration) -> View {
    let texts = state.texts();
    let heads = [
        texts.insights.trust_given,
        texts.insights.trust_rows,
        texts.insights.trust_mean,
        texts.insights.trust_came,
    ];
    let width = 100 / CALIBRATION_CLASSES;
    let rows = found.classes.iter().enumerate().map(|(at, class)| {
        let share = |part: i64| match class.rows {
            0 => "–".to_owned(),
            rows => format_percent_round(part / i64::from(rows)),
        };
        vec![
            format!("{}–{}%", at * width, (at + 1) * width),
            format_count(i64::from(class.rows)),
            share(i64::from(class.given_bp)),
            share(i64::from(class.made_it) * 10_000),
        ]
    });
    let caveat = (found.basis == Basis::SameYear).then_some(texts.insights.trust_same_year);
    view! {
        <p class="quiet">{texts.insights.trust_note}</p>
        {table("trust", heads.map(str::to_owned).to_vec(), rows.collect())}
        {caveat.map(|caveat| view! { <p class="quiet">{caveat}</p> })}
    }
}
