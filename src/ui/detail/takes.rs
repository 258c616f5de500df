//! What it takes from here.

use super::facts::lack_words;
use super::{OpenDetail, open_detail};
use crate::reactive::expect_context;
use crate::state::State;
use crate::ui::live::dynamic;
use crate::ui::parts::{localized, table_of, with_unit};
use crate::ui::wording::Wording;
use crate::view::{View, view};
use paceboard_core::detail::{Detail, Required, Stretch};
use paceboard_core::format::{format_count, format_ratio};
use paceboard_core::query::Status;

/// How many days the rate of late is taken from.
const RECENT_DAYS: i32 = 28;

/// What it takes: in a sentence, and spread over the days that are left.
pub fn takes() -> View {
    let state = expect_context::<State>();
    view! {
        <section class="detail__part" data-testid="takes">
            <h3>{state.word(|texts| texts.detail.takes_title)}</h3>
            {dynamic(move || content(state).unwrap_or_else(View::empty))}
        </section>
    }
}

fn content(state: State) -> Option<View> {
    let open = open_detail(state)?;
    let Some(required) = &open.detail.required else {
        let words = settled(state, &open.detail)?;
        return Some(view! { <p>{words}</p> });
    };
    let multiple = required.of_recent_bp.map(|recent_bp| {
        let ratio = format_ratio(i64::from(recent_bp));
        let days = format_count(recent_days(state, &open));
        state.texts().detail.takes_multiple.with([&ratio, &days])
    });
    Some(view! {
        <p class="takes">{summary(state, required)?}</p>
        {spread(state, required)?}
        <p class="quiet">{multiple}</p>
    })
}

/// The days that the rate of late is taken from: fewer at the beginning of the data and of the
/// year.
fn recent_days(state: State, open: &OpenDetail) -> i64 {
    let days = state.document.with(|document| {
        let document = document.as_ref()?;
        let metric = document.dataset.programme.metric;
        let known = document.books.ledger(open.entity).range(metric)?;
        let first = known.from().max(open.detail.course.year.from());
        Some(state.today.get()?.days_since(first) + 1)
    });
    i64::from(days.map_or(RECENT_DAYS, |days| days.min(RECENT_DAYS)))
}

fn settled(state: State, detail: &Detail) -> Option<String> {
    let texts = state.texts();
    let words = match detail.pace.status {
        Status::Over => texts.detail.takes_reached,
        Status::NoGoal => texts.detail.takes_no_goal,
        Status::NoData => return lack_words(state),
        Status::OnPace | Status::AtRisk | Status::Behind => texts.detail.takes_year_over,
    };
    Some(words.to_owned())
}

fn summary(state: State, required: &Required) -> Option<String> {
    let (wording, texts) = (Wording::of(state)?, state.texts());
    let days = format_count(i64::from(required.days_left));
    let parts = [
        (texts.board.to_go, wording.amount(required.missing.minor())),
        (texts.detail.takes_days_left, days),
        (
            texts.detail.takes_per_day,
            wording.enough(required.per_ordinary_day.minor()),
        ),
    ];
    let parts = parts.map(|(phrase, value)| phrase.with([&value]));
    Some(parts.join(texts.programme.clause_joint))
}

/// What each day of a stretch takes at the least.
fn per_day(row: &Stretch) -> i64 {
    let days = i64::from(row.days);
    (row.amount.minor() + days - 1).div_euclid(days)
}

/// Ordinary days and festivals, a row each.
fn spread(state: State, required: &Required) -> Option<View> {
    let (wording, texts) = (Wording::of(state)?, state.texts());
    let rows = &required.spread;
    let names = state.document.with(|document| {
        let dataset = &document.as_ref()?.dataset;
        let name = |stretch: &Stretch| match stretch.event {
            None => texts.detail.takes_ordinary.to_owned(),
            Some(at) => {
                let event = &dataset.events[at];
                localized(wording.lang, &event.name, &event.alias).to_owned()
            }
        };
        Some(rows.iter().map(name).collect())
    })?;
    let headed = |head: &str, (unit, cells): (String, _)| (with_unit(head, &unit, texts), cells);
    let read = |read: fn(&Stretch) -> i64| rows.iter().map(read).collect::<Vec<_>>();
    let [when, days, each, all] = texts.detail.takes_heads;
    let counts = rows.iter().map(|row| format_count(i64::from(row.days)));
    let columns = vec![
        (when.to_owned(), names),
        (days.to_owned(), counts.collect()),
        headed(each, wording.column_enough(&read(per_day))),
        headed(all, wording.column(&read(|row| row.amount.minor()))),
    ];
    Some(table_of("required", columns))
}
