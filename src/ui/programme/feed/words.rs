//! What is said of a list: its title, what its figures are, why nobody stands in it.

use super::super::words::counted;
use super::lines::{Lines, queues};
use crate::state::State;
use crate::ui::wording::Wording;
use paceboard_core::programme::{Falling, Loss};
use paceboard_core::query::Feed;
use paceboard_core::text::Texts;

/// Whether the list is about the way to goals.
pub(super) fn asks_for_goals(feed: Feed) -> bool {
    !matches!(feed, Feed::Improved | Feed::Fastest)
}

pub(super) fn title(feed: Feed, texts: &Texts) -> &'static str {
    match feed {
        Feed::Crossed => texts.programme.crossed_title,
        Feed::Expected => texts.programme.expected_title,
        Feed::Slipped => texts.programme.slipped_title,
        Feed::Nearest => texts.programme.feed_nearest,
        Feed::Falling => texts.programme.falling_title,
        Feed::Improved => texts.programme.improved_title,
        Feed::Fastest => texts.programme.fastest_title,
    }
}

pub(super) fn nobody(feed: Feed, state: State) -> &'static str {
    let (texts, told) = (&state.texts().programme, state.told.get() as usize);
    match feed {
        Feed::Crossed => texts.crossed_none[told],
        Feed::Expected => texts.expected_none[told],
        Feed::Slipped => texts.slipped_none,
        Feed::Nearest => texts.feed_nearest_none,
        Feed::Falling => texts.falling_none[told],
        Feed::Improved | Feed::Fastest => texts.improved_none,
    }
}

/// How many more there are than lines.
pub(super) fn left_out(state: State, (lines, count): &Lines) -> Option<String> {
    let more = count
        .checked_sub(lines.len() as u32)
        .filter(|more| *more > 0)?;
    let words = state.texts().programme.feed_more;
    Some(words.with([&counted(state, more)]))
}

/// What the figures of the lines are, where they do not say it themselves.
pub(super) fn about(state: State, which: Feed) -> Option<String> {
    match which {
        Feed::Falling => {
            let lost = lost_words(&queues(state)?.falling, state.texts())?;
            Some(lost.to_owned())
        }
        which if asks_for_goals(which) => None,
        _ => compared_words(state),
    }
}

/// What those who fall behind have lost: probability, or pace where there is none, or some the one
/// and some the other.
fn lost_words(falling: &[Falling], texts: &Texts) -> Option<&'static str> {
    let is_pace = |row: &Falling| matches!(row.lost, Loss::Pace { .. });
    let has_pace = falling.iter().any(is_pace);
    let has_reach = !falling.iter().all(is_pace);
    let kinds = usize::from(has_reach) + 2 * usize::from(has_pace);
    Some(texts.programme.falling_about[kinds.checked_sub(1)?])
}

/// Which days are held against which.
fn compared_words(state: State) -> Option<String> {
    let (board, wording) = (state.board.get()?, Wording::of(state)?);
    let ranges = [board.window, board.compared].map(|range| wording.range(range));
    Some(
        state
            .texts()
            .programme
            .improved_against
            .with([&ranges[0], &ranges[1]]),
    )
}

#[cfg(test)]
mod tests {
    use super::lost_words;
    use paceboard_core::programme::{Falling, Loss};
    use paceboard_core::text::{EN, ZH};

    #[test]
    fn what_fell_is_said_of_either_figure_and_of_both() {
        let (before_bp, now_bp) = (9_000, 2_000);
        let reach = Loss::Reach { before_bp, now_bp };
        let pace = Loss::Pace {
            before_bp: 11_000,
            now_bp: 8_000,
        };
        let check = |lost: &[Loss], zh: Option<&str>, en: Option<&str>| {
            let row = |lost: &Loss| Falling {
                index: 0,
                lost: *lost,
            };
            let rows: Vec<Falling> = lost.iter().map(row).collect();
            assert_eq!([&ZH, &EN].map(|texts| lost_words(&rows, texts)), [zh, en]);
        };
        let zh = "达标概率：28 天前 → 当前";
        check(
            &[reach],
            Some(zh),
            Some("Probability of the goal: then → now"),
        );
        let zh = "节奏：28 天前 → 当前";
        check(&[pace], Some(zh), Some("Pace: then → now"));
        let zh = "达标概率（没有概率的为节奏）：28 天前 → 当前";
        let en = "Probability of the goal, or pace where there is none: then → now";
        check(&[pace, reach], Some(zh), Some(en));
        check(&[], None, None);
    }
}
