//! The race of ranks: the first twenty of the year to date, day by day.

mod lanes;
mod picture;
mod standings;

use crate::browser::preferences;
use crate::chart::{Plate, plate_button};
use crate::reactive::{Action, Memo, RwSignal, expect_context, memo};
use crate::shared::Shared;
use crate::state::State;
use crate::ui::filters::conditions;
use crate::ui::live::{live, when};
use crate::ui::parts::{
    Player, awaited_words, metric_name, sheet, table, table_button, times, with_unit,
};
use crate::ui::wording::Wording;
use crate::view::{Event, View, event_target_value, view};
use lanes::lanes;
use paceboard_core::measures::race::frame_days;
use paceboard_core::model::{Day, DayRange, FiscalYear, Metric};
use paceboard_core::query::{Entity, Query, Race};
use standings::{Runner, Standings, standings};

/// The race, in front of the page while the query says so.
pub fn race() -> View {
    let state = expect_context::<State>();
    let open = memo(move || state.query.with(|query| query.race.is_some()));
    let close = move || {
        if state.query.with_untracked(|query| query.race.is_some()) {
            state.update(|query| query.race = None);
        }
    };
    let known = memo(move || open.get() && state.today.with(Option::is_some));
    let content = when(move || known.get(), move || course(state));
    sheet(
        "race",
        live(move || title(state)),
        move || open.get(),
        close,
        content,
    )
}

/// All race, whatever the filters keep on the board; where there are any, the title says so.
fn title(state: State) -> String {
    let texts = state.texts();
    let metric = metric_name(state.metric.get(), texts);
    let title = texts.views.race_title.with([metric]);
    let is_filtered = state.query.with(|query| conditions(&query.filter) > 0);
    let note = if is_filtered {
        texts.views.race_unfiltered
    } else {
        ""
    };
    with_unit(&title, note, texts)
}

/// The picture of a day: whose race it is stands in its title, the day in its sentence.
fn plate(state: State, standings: &Standings) -> Option<Plate> {
    let texts = state.texts();
    let whose = match state.query.with(|query| query.entity) {
        Entity::Channels => texts.board.view_channels,
        Entity::Partners => texts.board.view_partners,
    };
    let title = with_unit(&title(state), whose, texts);
    Some(picture::plate(title, told(state, standings)?, standings))
}

/// What is raced for, and when.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Heat {
    entity: Entity,
    metric: Metric,
    year: FiscalYear,
    today: Day,
}

fn heat(state: State) -> Option<Heat> {
    let today = state.today.get()?;
    let year = state
        .document
        .with(|document| Some(document.as_ref()?.dataset.calendar.year_of(today)))?;
    Some(Heat {
        entity: state.query.with(|query| query.entity),
        metric: state.metric.get(),
        year,
        today,
    })
}

fn course(state: State) -> View {
    let heat = memo(move || heat(state));
    let days = memo(move || days(state, heat.get()?));
    let player = player(state, days);
    let standings = memo(move || {
        let (heat, day) = (heat.get()?, player.at.get()?);
        Some(Shared::new(standings(state, heat, day)?))
    });
    view! {
        {when(move || days.with(Option::is_none), move || view! {
            <p>{live(move || awaited_words(state).unwrap_or_else(|| state.texts().views.race_none.to_owned()))}</p>
        })}
        {when(move || days.with(Option::is_some), move || view! {
            <div class="race">
                {controls(player)}
                {lanes(standings, player)}
                <p class="spoken" role="status">{live(move || said(player, standings))}</p>
                <div class="plate">
                    {plate_button(state.word(|texts| texts.detail.chart_save), Box::new(move || plate(state, &*standings.get()?)))}
                    {numbers(state, standings)}
                </div>
            </div>
        })}
    }
}

/// The days that are raced over; `None` where the year has none with figures.
fn days(state: State, heat: Heat) -> Option<DayRange> {
    state.document.with(|document| {
        let books = &document.as_ref()?.books;
        let days = frame_days(books, heat.entity, heat.metric, heat.year, heat.today);
        (!days.is_empty()).then_some(days)
    })
}

/// Begins by itself, unless motion is unwelcome or a day is asked for: then at rest, on that day or
/// the last. Where it comes to rest, the address says so.
fn player(state: State, days: Memo<Option<DayRange>>) -> Player {
    let asked = move |query: &Query| match query.race {
        Some(Race::Day(day)) => Some(day),
        _ => None,
    };
    let asked = memo(move || state.query.with(asked));
    let starts = !preferences::prefers_calm() && asked.get_untracked().is_none();
    let first = memo(move || Some(days.get()?.from()));
    let last = memo(move || days.get()?.last());
    let passed = RwSignal::new(first.get_untracked().filter(|_| starts));
    let at = memo(move || {
        let (first, last) = (first.get()?, last.get()?);
        let day = passed.get().or(asked.get()).unwrap_or(last);
        Some(day.max(first).min(last))
    });
    let rest = move |day: Option<Day>| {
        passed.set(None);
        if let Some(day) = day {
            state.update(|query| query.race = Some(Race::Day(day)));
        }
    };
    let player = Player {
        state,
        days,
        at,
        first,
        on: RwSignal::new(starts),
        speed: RwSignal::new(Player::SLOWEST),
        go: Action::new(move |day| passed.set(Some(day))),
        settle: Action::new(rest),
    };
    player.ready()
}

fn controls(player: Player) -> View {
    let state = player.state;
    let date = move || Some(Wording::of(state)?.date(player.at.get()?));
    let number = |day: Option<Day>| day.map(|day| day.number().to_string());
    let range = move || player.days.get();
    let passing = move |event: &Event| {
        player.on.set(false);
        let number = event_target_value(event).parse::<i32>();
        if let (Ok(number), Some(first)) = (number, player.first.get_untracked()) {
            player.go.run(first.plus(number - first.number()));
        }
    };
    view! {
        <div class="race__controls">
            {player.button("race-play")}
            <input
                type="range"
                class="timeline__days"
                min=live(move || number(range().map(DayRange::from)))
                max=live(move || number(range().and_then(DayRange::last)))
                prop:value=live(move || number(player.at.get()))
                aria-label=state.word(|texts| texts.views.race_day)
                aria-valuetext=live(date)
                on:input=passing
                on:change=move |_| player.settle.run(player.at.get_untracked())
            />
            {player.speeds(times)}
            <span class="race__day" data-testid="race-day">{live(date)}</span>
        </div>
    }
}

/// The leaders in a sentence, once the days stand still; nobody wants them told seven times a
/// second.
fn said(player: Player, standings: Memo<Option<Shared<Standings>>>) -> Option<String> {
    let standings = standings.get()?;
    let is_still = !player.on.get();
    is_still.then(|| told(player.state, &standings)).flatten()
}

fn told(state: State, standings: &Standings) -> Option<String> {
    let day = Wording::of(state)?.date(standings.day);
    let words = state.texts().views.race_summary;
    Some(words.with([&day, &standings.leaders]))
}

/// The same as a table, for those who ask for it.
fn numbers(state: State, standings: Memo<Option<Shared<Standings>>>) -> View {
    let rows = move || {
        let row = |runner: &Runner| {
            [&runner.name, &runner.rank, &runner.value]
                .map(String::clone)
                .to_vec()
        };
        standings.with(|standings| {
            let runners = standings.as_ref().map(|standings| standings.runners.iter());
            runners.into_iter().flatten().map(row).collect::<Vec<_>>()
        })
    };
    let heads = move || {
        let texts = state.texts();
        let of_partners = state.query.with(|query| query.entity == Entity::Partners);
        let name = if of_partners {
            texts.board.col_partner
        } else {
            texts.board.col_channel
        };
        let figures = standings.with(|standings| Some(standings.as_ref()?.heading.clone()));
        let [name, rank] = [name, texts.board.col_rank].map(str::to_owned);
        vec![name, rank, figures.unwrap_or_default()]
    };
    table_button(state, "race-table", move || {
        table("race-table", heads(), rows())
    })
}
