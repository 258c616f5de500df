//! The as-of scrubber: any past day as if it were today, by dragging, by keys or by letting the
//! days run.

use crate::reactive::{Action, Memo, RwSignal, expect_context, memo};
use crate::state::State;
use crate::ui::live::{live, press, told, when};
use crate::ui::parts::{Player, days_a_second};
use crate::ui::wording::Wording;
use crate::view::{Event, View, event_target_value, view};
use paceboard_core::model::{Day, DayRange};

/// Where between the ends of the line, in thousandths of it, there is room for another day's name.
const CLEAR_PM: std::ops::Range<i64> = 250..750;

/// The line of days.
pub fn timeline() -> View {
    let state = expect_context::<State>();
    let days = memo(move || days(state));
    let run = player(state, days);
    let at = move || days.get().map(|days| shown(state, days));
    let text = move || {
        Wording::of(state)
            .zip(at())
            .map(|(wording, day)| wording.date(day))
    };
    // Numbers of days, so that an earlier first day, when last year has been read, moves nothing.
    let number = |day: Option<Day>| day.map(|day| day.number().to_string());
    let first = move || days.get().map(DayRange::from);
    let last_day = move || days.get().and_then(DayRange::last);
    let is_past = memo(move || state.today.get() != last_day());
    let passing = move |event: &Event| {
        run.stop();
        state.scrub.set(chosen(days, event));
    };
    let settled = move |event: &Event| state.settle(chosen(days, event));
    view! {
        {when(move || days.with(|days| days.is_some_and(|days| days.len() > 1)), move || view! {
            <div class="timeline" data-testid="timeline">
                {run.button("timeline-play")}
                <div class="timeline__line">
                    <input
                        type="range"
                        class="timeline__days"
                        min=live(move || number(first()))
                        max=live(move || number(last_day()))
                        prop:value=live(move || number(at()))
                        aria-label=state.word(|texts| texts.programme.timeline)
                        aria-valuetext=live(text)
                        on:input=passing
                        on:change=settled
                    />
                    {scale(state, days)}
                    <div class="timeline__now">
                        {when(move || is_past.get(), move || past(state, run, text))}
                        {when(move || run.on.get(), move || run.speeds(days_a_second))}
                    </div>
                </div>
                {told(move || (is_past.get() && rests(state)).then(|| past_words(state, text())).flatten())}
            </div>
        })}
    }
}

/// Below the line: its ends, and where the fiscal year begins, unless that is at one of them.
fn scale(state: State, days: Memo<Option<DayRange>>) -> View {
    let date = move |day: Option<Day>| Some(Wording::of(state)?.date(day?));
    let first = move || date(days.get().map(DayRange::from));
    let last = move || date(days.get().and_then(DayRange::last));
    let year = memo(move || {
        let days = days.get()?;
        let start = year_start(state, days.last()?)?;
        let share_pm = 1_000 * i64::from(start.days_since(days.from())) / days.len() as i64;
        CLEAR_PM.contains(&share_pm).then_some((start, share_pm))
    });
    let left = move || {
        year.get()
            .map(|(_, share_pm)| format!("{}.{}%", share_pm / 10, share_pm % 10))
    };
    let begins = move || date(year.get().map(|(start, _)| start));
    view! {
        <div class="timeline__scale" aria-hidden="true">
            <span>{live(first)}</span>
            {when(move || year.with(Option::is_some), move || view! {
                <span class="timeline__year" style:--at=live(left)>
                    <span class="timeline__word">{state.word(|texts| texts.programme.timeline_year)}</span> " " {live(begins)}
                </span>
            })}
            <span>{live(last)}</span>
        </div>
    }
}

/// Whether no day is only passed over.
fn rests(state: State) -> bool {
    !state.running.get() && state.scrub.with(Option::is_none)
}

fn past_words(state: State, day: Option<String>) -> Option<String> {
    Some(state.texts().board.as_of_past.with([&day?]))
}

/// Says that an earlier day is looked at as if it were today, and leads back.
fn past(
    state: State,
    run: Player,
    day: impl Fn() -> Option<String> + Send + Sync + Copy + 'static,
) -> View {
    let back = move || {
        run.stop();
        state.settle(None);
    };
    view! {
        <div class="timeline__past" data-testid="past">
            <p>{live(move || past_words(state, day()))}</p>
            <button type="button" class="button" on:click=press(back)>
                {state.word(|texts| texts.board.as_of_latest)}
            </button>
        </div>
    }
}

/// The days running by; the day reached becomes a choice like any other, and a new run begins with
/// the fiscal year.
fn player(state: State, days: Memo<Option<DayRange>>) -> Player {
    let first = memo(move || {
        let days = days.get()?;
        Some(year_start(state, days.last()?)?.max(days.from()))
    });
    let player = Player {
        state,
        days,
        at: state.today,
        first,
        on: state.running,
        speed: RwSignal::new(Player::SLOWEST),
        go: Action::new(move |day| state.scrub.set(Some(day))),
        settle: Action::new(move |day| state.settle(day)),
    };
    player.ready()
}

/// The first day of the fiscal year of that day.
fn year_start(state: State, day: Day) -> Option<Day> {
    state
        .document
        .with(|document| Some(document.as_ref()?.dataset.calendar.year_of(day).from()))
}

/// The days that can be looked at: all that the programme's metric has, up to the document's last.
fn days(state: State) -> Option<DayRange> {
    state.document.with(|document| {
        let document = document.as_ref()?;
        let known = document
            .books
            .channels
            .range(document.dataset.programme.metric)?;
        let last = document.dataset.as_of.day;
        (known.from() <= last).then(|| DayRange::new(known.from(), last.plus(1)))
    })
}

fn shown(state: State, days: DayRange) -> Day {
    state.today.get().unwrap_or(days.from()).max(days.from())
}

fn chosen(days: Memo<Option<DayRange>>, event: &Event) -> Option<Day> {
    let number: i32 = event_target_value(event).parse().ok()?;
    let first = days.get_untracked()?.from();
    Some(first.plus(number - first.number()))
}
