//! Days that the reader passes over, by dragging or by letting them run: on screen, but in no
//! address until one of them is settled on.

use super::State;
use paceboard_core::model::Day;
use paceboard_core::query::Query;

impl State {
    /// Makes the day part of the query; the last day is no choice, so that fresh data moves it on.
    pub fn settle(self, day: Option<Day>) {
        let last = self
            .document
            .with_untracked(|document| Some(document.as_ref()?.dataset.as_of.day));
        self.update(|query| query.as_of = day.filter(|day| Some(*day) != last));
        self.pass_no_more();
    }

    /// Settles on the day on screen, so that what is taken away or opened now is of that day.
    pub fn come_to_rest(self) {
        match self.scrub.get_untracked() {
            Some(day) => self.settle(Some(day)),
            None => self.pass_no_more(),
        }
    }

    /// Opens what covers the page, on the day on screen.
    pub fn open_in_front(self, open: fn(&mut Query)) {
        self.come_to_rest();
        self.update(open);
    }

    /// Forgets the day passed over.
    pub fn pass_no_more(self) {
        if self.running.get_untracked() || self.scrub.with_untracked(Option::is_some) {
            self.running.set(false);
            self.scrub.set(None);
        }
    }
}
