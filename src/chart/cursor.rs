//! Which day is pointed at and which days are being chosen, by keys and by pointer.

use super::draw::Pointed;
use std::ops::RangeInclusive;

/// On longer ranges Page keys move by a month, on shorter ones by a week.
const LONGEST_BY_WEEK: usize = 62;

/// The crosshair of a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    slot: Option<usize>,
    anchor: Option<usize>,
}

/// What a key means on a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// So many days on.
    Day(i64),
    /// So many months (or weeks) on.
    Page(i64),
    /// The first day.
    First,
    /// The last day.
    Last,
    /// Enough of it.
    Escape,
    /// Use the days chosen.
    Apply,
}

/// The days of a chart as far as the cursor is concerned.
#[derive(Clone, Copy, Debug)]
pub struct Track {
    /// How many there are.
    pub slots: usize,
    /// Where keys begin.
    pub start: usize,
    /// Whether days can be chosen.
    pub choosing: bool,
    /// The last that can: nothing is known of later ones.
    pub last: usize,
}

/// What came of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The key means nothing here.
    Ignored,
    /// The cursor has changed.
    Moved,
    /// These days are chosen.
    Chosen(RangeInclusive<usize>),
}

impl Key {
    /// The meaning of a key by its DOM name.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "ArrowLeft" | "ArrowDown" => Self::Day(-1),
            "ArrowRight" | "ArrowUp" => Self::Day(1),
            "PageDown" => Self::Page(-1),
            "PageUp" => Self::Page(1),
            "Home" => Self::First,
            "End" => Self::Last,
            "Escape" => Self::Escape,
            "Enter" => Self::Apply,
            _ => return None,
        })
    }

    /// Where the key leads from a slot.
    fn target(self, from: usize, slots: usize) -> Option<usize> {
        let last = slots.checked_sub(1)?;
        let page = if slots > LONGEST_BY_WEEK { 30 } else { 7 };
        let moved = |days: i64| (from as i64).saturating_add(days).clamp(0, last as i64) as usize;
        match self {
            Self::Day(days) => Some(moved(days)),
            Self::Page(pages) => Some(moved(pages * page)),
            Self::First => Some(0),
            Self::Last => Some(last),
            Self::Escape | Self::Apply => None,
        }
    }
}

impl Cursor {
    /// What the overlay shows of it.
    pub fn pointed(&self) -> Pointed {
        Pointed {
            slot: self.slot,
            chosen: self.chosen(),
        }
    }

    /// The slot under the crosshair.
    pub fn slot(&self) -> Option<usize> {
        self.slot
    }

    /// The slots being chosen.
    pub fn chosen(&self) -> Option<RangeInclusive<usize>> {
        let (anchor, slot) = (self.anchor?, self.slot?);
        Some(anchor.min(slot)..=anchor.max(slot))
    }

    /// Follows a key.
    pub fn press(&mut self, key: Key, shift: bool, track: Track) -> Outcome {
        match key {
            Key::Apply => self.chosen().map_or(Outcome::Ignored, |chosen| {
                self.anchor = None;
                Outcome::Chosen(chosen)
            }),
            Key::Escape => self.escape(),
            _ => self.walk(key, shift && track.choosing, track),
        }
    }

    /// The first Escape gives up choosing, the second hides the crosshair.
    fn escape(&mut self) -> Outcome {
        if self.slot.is_none() {
            return Outcome::Ignored;
        }
        if self.anchor.take().is_none() {
            self.slot = None;
        }
        Outcome::Moved
    }

    /// The first key shows the crosshair where it starts; later ones move it.
    fn walk(&mut self, key: Key, choose: bool, track: Track) -> Outcome {
        let start = track.start.min(track.slots.saturating_sub(1));
        let from = self.slot.unwrap_or(start);
        let Some(target) = key.target(from, track.slots) else {
            return Outcome::Ignored;
        };
        self.anchor = choose.then(|| self.anchor.unwrap_or(from).min(track.last));
        let target = if choose {
            target.min(track.last)
        } else {
            target
        };
        let shown = self.slot.is_some() || choose || !matches!(key, Key::Day(_));
        self.slot = Some(if shown { target } else { start });
        Outcome::Moved
    }

    /// Follows a pointer; `anchor` is where a drag began.
    #[must_use]
    pub fn at(slot: usize, anchor: Option<usize>) -> Self {
        Self {
            slot: Some(slot),
            anchor,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Cursor, Key, Outcome, Track};

    const YEAR: Track = Track {
        slots: 365,
        start: 274,
        choosing: true,
        last: 364,
    };

    fn walk(track: Track, keys: &[(Key, bool)]) -> (Cursor, Outcome) {
        let mut cursor = Cursor::default();
        let mut outcome = Outcome::Ignored;
        for (key, shift) in keys {
            outcome = cursor.press(*key, *shift, track);
        }
        (cursor, outcome)
    }

    #[test]
    fn keys_walk_the_days_and_stop_at_the_ends() {
        let check = |keys: &[Key], slot: usize| {
            let keys: Vec<_> = keys.iter().map(|key| (*key, false)).collect();
            assert_eq!(walk(YEAR, &keys).0.slot(), Some(slot), "{keys:?}");
        };
        check(&[Key::Day(1)], 274);
        check(&[Key::Day(1), Key::Day(1)], 275);
        check(&[Key::First, Key::Day(-1)], 0);
        check(&[Key::Last, Key::Page(1)], 364);
        check(&[Key::Last, Key::Page(-1)], 334);
        let month = Track {
            slots: 31,
            start: 30,
            choosing: false,
            last: 30,
        };
        assert_eq!(
            walk(month, &[(Key::First, false), (Key::Page(1), false)])
                .0
                .slot(),
            Some(7)
        );
    }

    #[test]
    fn shift_chooses_enter_applies_escape_gives_up() {
        let chosen = [
            (Key::Last, false),
            (Key::Day(-1), true),
            (Key::Day(-1), true),
        ];
        assert_eq!(walk(YEAR, &chosen).0.chosen(), Some(362..=364));
        let applied = [&chosen[..], &[(Key::Apply, false)]].concat();
        assert_eq!(walk(YEAR, &applied).1, Outcome::Chosen(362..=364));
        let given_up = [&chosen[..], &[(Key::Escape, false)]].concat();
        let (cursor, outcome) = walk(YEAR, &given_up);
        assert_eq!(
            (cursor.chosen(), cursor.slot(), outcome),
            (None, Some(362), Outcome::Moved)
        );
        let hidden = [&given_up[..], &[(Key::Escape, false)]].concat();
        assert_eq!(walk(YEAR, &hidden).0, Cursor::default());
        assert_eq!(walk(YEAR, &[(Key::Escape, false)]).1, Outcome::Ignored);
    }

    #[test]
    fn days_that_nothing_is_known_of_are_not_chosen() {
        let track = Track { last: 274, ..YEAR };
        let back = [(Key::Day(-1), true); 5];
        let chosen = [&[(Key::Last, false)], &back[..]].concat();
        let (cursor, _) = walk(track, &chosen);
        assert_eq!(cursor.chosen(), Some(270..=274));
        let (cursor, _) = walk(track, &[(Key::Day(-1), true), (Key::Last, true)]);
        assert_eq!(cursor.chosen(), Some(274..=274));
        let (cursor, _) = walk(track, &[(Key::Last, false)]);
        assert_eq!((cursor.chosen(), cursor.slot()), (None, Some(364)));
    }

    #[test]
    fn nothing_is_chosen_where_nobody_listens() {
        let track = Track {
            choosing: false,
            ..YEAR
        };
        let (cursor, _) = walk(track, &[(Key::Last, false), (Key::Day(-1), true)]);
        assert_eq!((cursor.chosen(), cursor.slot()), (None, Some(363)));
        assert_eq!(
            walk(track, &[(Key::Last, false), (Key::Apply, false)]).1,
            Outcome::Ignored
        );
    }

    #[test]
    fn a_chart_without_days_ignores_keys() {
        let empty = Track {
            slots: 0,
            start: 0,
            choosing: true,
            last: 0,
        };
        assert_eq!(walk(empty, &[(Key::Day(1), false)]).1, Outcome::Ignored);
    }
}
