//! The as-of scrubber: any past day as if it were today, by dragging, by keys or by letting the
//! days run.

use crate::browser::{frame, preferences};
use crate::reactive::{Memo, RwSignal, Signal, effect, expect_context, memo};
use crate::state::State;
use crate::ui::live::{live, press, when};
use crate::ui::parts::{PAUSE, PLAY, icon, segment};
use crate::ui::wording::Wording;
use crate::view::{Event, View, event_target_value, view};
use paceboard_core::model::{Day, DayRange};

/// Days that pass in a second while they run.
const SPEEDS: [u32; 3] = [7, 14, 28];
/// Where motion is unwelcome, days are skipped and the page stands still for a second in between.
const CALM_STEP_MS: f64 = 1_000.0;

/// The line of days.
pub fn timeline() -> View {
    let state = expect_context::<State>();
    let days = memo(move || days(state));
    let run = Run::new(state, days);
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
    let passing = move |event: Event| {
        run.stop();
        state.scrub.set(chosen(days, &event));
    };
    let settled = move |event: Event| settle(state, days, chosen(days, &event));
    view! {
        {when(move || days.with(|days| days.is_some_and(|days| days.len() > 1)), move || view! {
            <div class="timeline" data-testid="timeline">
                {run.button()}
                <input
                    type="range"
                    class="timeline__days"
                    min=live(move || number(first()))
                    max=live(move || number(last_day()))
                    prop:value=live(move || number(at()))
                    aria-label=state.word(|texts| texts.timeline)
                    aria-valuetext=live(text)
                    on:input=passing
                    on:change=settled
                />
                {when(move || !is_past.get(), move || view! {
                    <output class="timeline__day">{live(text)}</output>
                })}
                {when(move || run.on.get(), move || run.speeds())}
                {when(move || is_past.get(), move || past(state, run, text))}
            </div>
        })}
    }
}

/// Says that an earlier day is looked at as if it were today, and leads back.
fn past(
    state: State,
    run: Run,
    day: impl Fn() -> Option<String> + Send + Sync + Copy + 'static,
) -> View {
    let words = move || day().map(|day| state.texts().as_of_past.with([&day]));
    let back = move || {
        run.stop();
        settle(state, run.days, None);
    };
    view! {
        <div class="timeline__past" role="status" data-testid="past">
            <p>{live(words)}</p>
            <button type="button" class="button" on:click=press(back)>
                {state.word(|texts| texts.as_of_latest)}
            </button>
        </div>
    }
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

/// Makes the day part of the query; the last day is no choice, so that fresh data moves it on.
fn settle(state: State, days: Memo<Option<DayRange>>, day: Option<Day>) {
    let last = days.get_untracked().and_then(DayRange::last);
    state.update(|query| query.as_of = day.filter(|day| Some(*day) != last));
    state.scrub.set(None);
}

/// The days running by.
#[derive(Clone, Copy)]
struct Run {
    state: State,
    days: Memo<Option<DayRange>>,
    on: RwSignal<bool>,
    speed: RwSignal<u32>,
}

impl Run {
    fn new(state: State, days: Memo<Option<DayRange>>) -> Self {
        let on = RwSignal::new(false);
        let run = Self {
            state,
            days,
            on,
            speed: RwSignal::new(SPEEDS[0]),
        };
        let ticker = frame::EachFrame::new(move |passed_ms| run.tick(passed_ms));
        effect(move || ticker.run(on.get()));
        run
    }

    fn button(self) -> View {
        let (state, on) = (self.state, self.on);
        let label = live(move || {
            let texts = state.texts();
            if on.get() {
                texts.timeline_pause
            } else {
                texts.timeline_play
            }
        });
        view! {
            <button
                type="button"
                class="button button--icon"
                data-testid="timeline-play"
                title=label
                aria-label=label
                on:click=press(move || self.toggle())
            >
                {when(move || on.get(), || icon(PAUSE))}
                {when(move || !on.get(), || icon(PLAY))}
            </button>
        }
    }

    fn speeds(self) -> View {
        let choice = move |speed: u32| {
            let label = live(move || self.state.texts().timeline_speed.with([&speed.to_string()]));
            let is_on = Signal::derive(move || self.speed.get() == speed);
            segment(label, is_on, move || self.speed.set(speed))
        };
        view! {
            <div class="segments timeline__speeds" role="group" aria-label=self.state.word(|texts| texts.timeline_speeds)>
                {SPEEDS.map(choice)}
            </div>
        }
    }

    /// At the end of the days a new run begins with the fiscal year.
    fn toggle(self) {
        if self.on.get_untracked() {
            return self.stop();
        }
        let last = self.days.get_untracked().and_then(DayRange::last);
        let today = self.state.today.get_untracked();
        if today == last {
            self.state.scrub.set(self.first_day());
        }
        self.on.set(true);
    }

    fn first_day(self) -> Option<Day> {
        let days = self.days.get_untracked()?;
        let year = self.state.document.with_untracked(|document| {
            Some(document.as_ref()?.dataset.calendar.year_of(days.last()?))
        })?;
        Some(year.from().max(days.from()))
    }

    /// The day reached stays, as a choice like any other.
    fn stop(self) {
        if self.on.get_untracked() {
            self.on.set(false);
            settle(self.state, self.days, self.state.today.get_untracked());
        }
    }

    /// Goes on by the days for which `passed_ms` suffice; gives the time that is used up.
    fn tick(self, passed_ms: f64) -> f64 {
        let day_ms = 1_000.0 / f64::from(self.speed.get_untracked());
        let calm = preferences::prefers_calm();
        if calm && passed_ms < CALM_STEP_MS {
            return 0.0;
        }
        let steps = (passed_ms / day_ms) as i32;
        let today = self.state.today.get_untracked();
        let last = self.days.get_untracked().and_then(DayRange::last);
        let Some((today, last)) = today.zip(last).filter(|(today, last)| today < last) else {
            self.stop();
            return passed_ms;
        };
        if steps > 0 {
            self.state.scrub.set(Some(today.plus(steps).min(last)));
        }
        f64::from(steps) * day_ms
    }
}
