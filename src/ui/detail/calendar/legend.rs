//! What the shades of the calendar mean.

use crate::state::State;
use crate::ui::wording::Wording;
use crate::view::{View, view};
use paceboard_core::measures::heatmap::{DayState, HeatCell, Heatmap};

/// The level of days on which more was refunded than sold.
const BELOW_ZERO: i8 = -1;
/// The level of the best days.
const DARKEST: i8 = 4;

/// Each shade that some day has, with the figure up to which it goes; the darkest has what is
/// above, and days below zero a hue of their own.
pub(super) fn shade_words(state: State, map: &Heatmap) -> Vec<(i8, String)> {
    let wording = Wording::of(state);
    let limit = |sign: &str, at: usize| {
        let amount = wording?.amount(*map.limits.get(at)?);
        Some(format!("{sign} {amount}"))
    };
    let words = |level: i8| match level {
        BELOW_ZERO => Some(state.texts().detail.heat_below.to_owned()),
        DARKEST => limit(">", 2),
        level => limit("≤", level as usize - 1),
    };
    let is_shade = |level: &i8| {
        let is_it = |it: &HeatCell| matches!(it.state, DayState::Figure(_)) && it.level == *level;
        map.cells.iter().any(is_it)
    };
    let shades = [BELOW_ZERO, 1, 2, 3, DARKEST].into_iter().filter(is_shade);
    shades
        .filter_map(|level| Some((level, words(level)?)))
        .collect()
}

/// The same as a list.
pub(super) fn legend(state: State, map: &Heatmap) -> View {
    let words = shade_words(state, map).into_iter();
    let shade = |(level, words): (i8, String)| {
        view! {
            <li><i class="heat__day" data-level=level.to_string() aria-hidden="true"></i>{words}</li>
        }
    };
    let shades = words.map(shade).collect::<View>();
    view! { <ul class="heat__legend" data-testid="heat-legend">{shades}</ul> }
}
