//! Language and theme: the query's, or what the browser says about its user.

use super::State;
use crate::reactive::{Memo, RwSignal, Signal, memo};
use paceboard_core::model::Lang;
use paceboard_core::query::{Query, Theme};
use paceboard_core::text::Texts;

/// What the browser says about its user; used where the query is silent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// The browser's first language that the page speaks.
    pub lang: Lang,
    /// Whether the system prefers dark colours.
    pub dark: bool,
}

impl State {
    /// The texts of the language in force.
    pub fn texts(self) -> &'static Texts {
        Texts::of(self.lang.get())
    }

    /// A word of the language in force, for a place on screen. All words share one piece of
    /// compiled code, which a closure for each would not.
    pub fn word(self, pick: fn(&Texts) -> &'static str) -> Signal<String> {
        Signal::derive(move || pick(self.texts()).to_owned())
    }
}

pub(super) fn lang_memo(query: RwSignal<Query>, preferences: RwSignal<Preferences>) -> Memo<Lang> {
    memo(move || {
        query
            .with(|query| query.lang)
            .unwrap_or_else(|| preferences.get().lang)
    })
}

pub(super) fn theme_memo(
    query: RwSignal<Query>,
    preferences: RwSignal<Preferences>,
) -> Memo<Theme> {
    memo(move || {
        let system = if preferences.get().dark {
            Theme::Dark
        } else {
            Theme::Light
        };
        query.with(|query| query.theme).unwrap_or(system)
    })
}
