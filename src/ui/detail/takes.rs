//! What it takes from here.

use crate::reactive::expect_context;
use crate::state::State;
use crate::ui::live::items;
use crate::ui::parts::localized;
use crate::ui::wording::Wording;
use crate::view::{View, view};
use paceboard_core::detail::{Detail, Required};
use paceboard_core::format::{format_count, format_ratio};
use paceboard_core::query::Status;

/// What it takes: a sentence for each way of saying it.
pub fn takes() -> View {
    let state = expect_context::<State>();
    view! {
        <section class="detail__part" data-testid="takes">
            <h3>{state.word(|texts| texts.detail.takes_title)}</h3>
            <ul class="takes">
                {items(move || lines(state).unwrap_or_default())}
            </ul>
        </section>
    }
}

fn lines(state: State) -> Option<Vec<String>> {
    let open = super::open_detail(state)?;
    let detail = &open.detail;
    match &detail.required {
        Some(required) => required_lines(state, required),
        None => Some(vec![settled(state, detail).to_owned()]),
    }
}

fn settled(state: State, detail: &Detail) -> &'static str {
    let texts = state.texts();
    match detail.pace.status {
        Status::Over => texts.detail.takes_reached,
        Status::NoGoal => texts.detail.takes_no_goal,
        Status::OnPace | Status::AtRisk | Status::Behind => texts.detail.takes_year_over,
    }
}

fn required_lines(state: State, required: &Required) -> Option<Vec<String>> {
    let (wording, texts) = (Wording::of(state)?, state.texts());
    let mut lines = vec![
        texts
            .board
            .to_go
            .with([&wording.amount(required.missing.minor())]),
        texts
            .detail
            .takes_per_day
            .with([&wording.amount(required.per_ordinary_day.minor())]),
    ];
    if let Some(recent_bp) = required.of_recent_bp {
        let ratio = format_ratio(i64::from(recent_bp));
        lines.push(texts.detail.takes_multiple.with([&ratio]));
    }
    lines.extend(event_lines(state, &wording, required));
    lines.push(
        texts
            .detail
            .takes_days_left
            .with([&format_count(i64::from(required.days_left))]),
    );
    Some(lines)
}

fn event_lines(state: State, wording: &Wording, required: &Required) -> Vec<String> {
    let texts = state.texts();
    state.document.with(|document| {
        let Some(document) = document else {
            return Vec::new();
        };
        let line = |(at, amount): &(usize, paceboard_core::model::Money)| {
            let event = document.dataset.events.get(*at)?;
            let name = localized(wording.lang, &event.name, &event.alias);
            Some(
                texts
                    .detail
                    .takes_festival
                    .with([name, &wording.amount(amount.minor())]),
            )
        };
        required.per_event.iter().filter_map(line).collect()
    })
}
