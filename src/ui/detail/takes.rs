//! What it takes from here.

use super::facts::lack_words;
use super::open_detail;
use crate::reactive::expect_context;
use crate::state::State;
use crate::ui::live::dynamic;
use crate::ui::parts::{localized, table_of, with_unit};
use crate::ui::wording::Wording;
use crate::view::{View, view};
use paceboard_core::detail::{Detail, Required};
use paceboard_core::format::{format_count, format_ratio};
use paceboard_core::model::{Dataset, DayRange, Lang};
use paceboard_core::query::{Entity, Status};
use paceboard_core::text::Texts;

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
        let days = format_count(recent_days(state, open.entity));
        state.texts().detail.takes_multiple.with([&ratio, &days])
    });
    Some(view! {
        <p class="takes">{summary(state, required)?}</p>
        {spread(state, &open.detail, required)?}
        <p class="quiet">{multiple}</p>
    })
}

/// The days that the rate of late is taken from: fewer at the beginning of the data.
fn recent_days(state: State, entity: Entity) -> i64 {
    let days = state.document.with(|document| {
        let document = document.as_ref()?;
        let metric = document.dataset.programme.metric;
        let known = document.books.ledger(entity).range(metric)?;
        Some(state.today.get()?.days_since(known.from()) + 1)
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
            wording.amount(required.per_ordinary_day.minor()),
        ),
    ];
    let parts = parts.map(|(phrase, value)| phrase.with([&value]));
    Some(parts.join(texts.programme.clause_joint))
}

/// Days of a kind that are left: what they are called, how many, and what falls on them in all.
type Stretch = (String, i64, i64);

/// Ordinary days and festivals, a row each.
fn spread(state: State, detail: &Detail, required: &Required) -> Option<View> {
    let (wording, texts) = (Wording::of(state)?, state.texts());
    let ahead = DayRange::new(state.today.get()?.plus(1), detail.course.year.range().to());
    let rows = state.document.with(|document| {
        let dataset = &document.as_ref()?.dataset;
        Some(stretches(dataset, wording.lang, ahead, required))
    })?;
    let amounts = |head: &str, read: fn(&Stretch) -> i64| {
        let figures: Vec<i64> = rows.iter().map(read).collect();
        let (unit, cells) = wording.column(&figures);
        (with_unit(head, &unit, texts), cells)
    };
    let [when, days, each, all] = texts.detail.takes_heads;
    let columns = vec![
        (
            when.to_owned(),
            rows.iter().map(|row| row.0.clone()).collect(),
        ),
        (
            days.to_owned(),
            rows.iter().map(|row| format_count(row.1)).collect(),
        ),
        amounts(each, |row| row.2 / row.1),
        amounts(all, |row| row.2),
    ];
    Some(table_of("required", columns))
}

fn stretches(dataset: &Dataset, lang: Lang, ahead: DayRange, required: &Required) -> Vec<Stretch> {
    let is_ordinary = |day| !dataset.events.iter().any(|it| it.range.contains(day));
    let ordinary = ahead.days().filter(|day| is_ordinary(*day)).count() as i64;
    let word = Texts::of(lang).detail.takes_ordinary;
    let in_all = required.per_ordinary_day.minor() * ordinary;
    let mut rows = vec![(word.to_owned(), ordinary, in_all)];
    for (at, amount) in &required.per_event {
        let event = &dataset.events[*at];
        let name = localized(lang, &event.name, &event.alias).to_owned();
        let days = event.range.intersect(ahead).len() as i64;
        rows.push((name, days, amount.minor()));
    }
    rows.retain(|row| row.1 > 0);
    rows
}
