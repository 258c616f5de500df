//! Days that run by: play, pause, speed.

use super::icon::{PAUSE, PLAY, icon};
use super::segmented::segment;
use crate::browser::{frame, preferences};
use crate::reactive::{Action, Memo, RwSignal, Signal, effect};
use crate::state::State;
use crate::ui::live::{live, press, when};
use crate::view::{View, view};
use paceboard_core::model::{Day, DayRange};
use paceboard_core::text::Texts;

/// Days that pass in a second while they run.
const SPEEDS: [u32; 3] = [7, 14, 28];
/// Where motion is unwelcome, days are skipped and the page stands still for a second in between.
const CALM_STEP_MS: f64 = 1_000.0;

/// The days running by.
#[derive(Clone, Copy)]
pub struct Player {
    /// The page.
    pub state: State,
    /// Days that can be shown.
    pub days: Memo<Option<DayRange>>,
    /// The day that is shown.
    pub at: Memo<Option<Day>>,
    /// Where a run begins that is started on the last day.
    pub first: Memo<Option<Day>>,
    /// Whether they run.
    pub on: RwSignal<bool>,
    /// Days in a second.
    pub speed: RwSignal<u32>,
    /// Passes over a day.
    pub go: Action<Day>,
    /// Is told the day on which they come to rest.
    pub settle: Action<Option<Day>>,
}

impl Player {
    /// The slowest speed, in days a second.
    pub const SLOWEST: u32 = SPEEDS[0];

    /// Lets the days run whenever they are on, as long as the view is there.
    pub fn ready(self) -> Self {
        let ticker = frame::EachFrame::new(move |passed_ms| self.tick(passed_ms));
        effect(move || ticker.run(self.on.get()));
        self
    }

    /// The last of the days.
    pub fn last(self) -> Option<Day> {
        self.days.get_untracked().and_then(DayRange::last)
    }

    /// Starts and halts. `hook` is its name for programs.
    pub fn button(self, hook: &'static str) -> View {
        let (state, on) = (self.state, self.on);
        let label = live(move || {
            let texts = state.texts();
            if on.get() {
                texts.programme.timeline_pause
            } else {
                texts.programme.timeline_play
            }
        });
        view! {
            <button
                type="button"
                class="button button--icon"
                data-testid=hook
                title=label
                aria-label=label
                on:click=press(move || self.toggle())
            >
                {when(move || on.get(), || icon(PAUSE))}
                {when(move || !on.get(), || icon(PLAY))}
            </button>
        }
    }

    /// Chooses the speed, which `label` puts into words.
    pub fn speeds(self, label: fn(&Texts, u32) -> String) -> View {
        let choice = move |speed: u32| {
            let words = live(move || label(self.state.texts(), speed));
            let is_on = Signal::derive(move || self.speed.get() == speed);
            segment(words, is_on, move || self.speed.set(speed))
        };
        view! {
            <div class="segments timeline__speeds" role="group" aria-label=self.state.word(|texts| texts.programme.timeline_speeds)>
                {SPEEDS.map(choice)}
            </div>
        }
    }

    /// Lets the days run, from the first where the last is shown; or halts them.
    pub fn toggle(self) {
        if self.on.get_untracked() {
            return self.stop();
        }
        if self.at.get_untracked() == self.last()
            && let Some(first) = self.first.get_untracked()
        {
            self.go.run(first);
        }
        self.on.set(true);
    }

    /// The day reached stays.
    pub fn stop(self) {
        if self.on.get_untracked() {
            self.on.set(false);
            self.settle.run(self.at.get_untracked());
        }
    }

    /// Milliseconds in which a day passes.
    pub fn day_ms(self) -> f64 {
        1_000.0 / f64::from(self.speed.get())
    }

    /// Goes on by the days for which `passed_ms` suffice; gives the time that is used up.
    fn tick(self, passed_ms: f64) -> f64 {
        let day_ms = 1_000.0 / f64::from(self.speed.get_untracked());
        if preferences::prefers_calm() && passed_ms < CALM_STEP_MS {
            return 0.0;
        }
        let steps = (passed_ms / day_ms) as i32;
        let days = self.at.get_untracked().zip(self.last());
        let Some((at, last)) = days.filter(|(at, last)| at < last) else {
            self.stop();
            return passed_ms;
        };
        if steps > 0 {
            self.go.run(at.plus(steps).min(last));
        }
        f64::from(steps) * day_ms
    }
}

/// So many days a second.
pub fn days_a_second(texts: &Texts, speed: u32) -> String {
    texts.programme.timeline_speed.with([&speed.to_string()])
}

/// So many times the slowest speed.
pub fn times(texts: &Texts, speed: u32) -> String {
    texts
        .views
        .race_speed
        .with([&(speed / SPEEDS[0]).to_string()])
}
