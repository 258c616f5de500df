//! Is that enough? One word and one sentence.

use paceboard_core::programme::Standing;
use paceboard_core::text::Texts;

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The end of a class name: `good` or `bad`.
    pub tone: &'static str,
    /// The answer in a word.
    pub word: &'static str,
    /// The reason.
    pub sentence: String,
}

/// A number of those told of, in words.
type Counted<'a> = &'a dyn Fn(u32) -> String;

/// From this probability of the target on it is likely, and below the second one it is unlikely, in
/// basis points; in between the range of four in five has it on either side or just so.
const LIKELY_BP: u16 = 8_000;
const UNLIKELY_BP: u16 = 2_000;

/// Judges by the probability of the target, or by the count where the year is over, and compares
/// with the target path and with last year; `None` where there is nothing to go by. Without a
/// probability there is no word: being ahead of the path and being set to fall short can both be
/// true.
pub fn verdict(
    standing: &Standing,
    odds_bp: Option<u16>,
    is_over: bool,
    counted: Counted,
    texts: &Texts,
) -> Option<Verdict> {
    let over = standing.over?;
    let against_last_year = last_year_clause(standing, counted, texts);
    let Some(target) = standing.target else {
        return against_last_year.map(|clause| Verdict {
            tone: "plain",
            word: "",
            sentence: texts.programme.enough_one.with([&clause]),
        });
    };
    let ahead = standing
        .expected
        .map(|expected| i64::from(over) - i64::from(expected));
    let (tone, word) = match ahead {
        _ if over >= target => ("good", texts.programme.verdict_reached),
        _ if is_over => ("bad", texts.programme.verdict_missed),
        _ if let Some(odds_bp) = odds_bp => by_odds(odds_bp, texts),
        _ => ("plain", ""),
    };
    let path = ahead.map(|ahead| path_clause(ahead, counted, texts));
    let falls_short = tone == "bad" && !is_over && ahead.is_some_and(|ahead| ahead > 0);
    Some(Verdict {
        tone,
        word,
        sentence: sentence(path, against_last_year, falls_short, texts),
    })
}

/// Both clauses as one sentence; where the programme `falls_short` although it is ahead of the path,
/// the last clause says so.
fn sentence(
    path: Option<String>,
    last_year: Option<String>,
    falls_short: bool,
    texts: &Texts,
) -> String {
    let texts = &texts.programme;
    let yet = |clause: String| {
        if falls_short {
            texts.enough_yet.with([&clause])
        } else {
            clause
        }
    };
    match (path, last_year) {
        (Some(path), Some(last_year)) => texts.enough_both.with([&path, &yet(last_year)]),
        (Some(clause), None) | (None, Some(clause)) => texts.enough_one.with([&yet(clause)]),
        (None, None) => texts.enough_one.with([texts.enough_no_last_year]),
    }
}

fn by_odds(odds_bp: u16, texts: &Texts) -> (&'static str, &'static str) {
    match odds_bp {
        LIKELY_BP.. => ("good", texts.programme.verdict_likely),
        UNLIKELY_BP.. => ("plain", texts.programme.verdict_uncertain),
        _ => ("bad", texts.programme.verdict_unlikely),
    }
}

fn path_clause(ahead: i64, counted: Counted, texts: &Texts) -> String {
    let by = counted(ahead.unsigned_abs() as u32);
    match ahead {
        0 => texts.programme.enough_on_path.to_owned(),
        1.. => texts.programme.enough_ahead_of_path.with([&by]),
        _ => texts.programme.enough_behind_path.with([&by]),
    }
}

fn last_year_clause(standing: &Standing, counted: Counted, texts: &Texts) -> Option<String> {
    let more = i64::from(standing.over?) - i64::from(standing.over_last_year?);
    let by = counted(more.unsigned_abs() as u32);
    Some(match more {
        0 => texts.programme.enough_same_as_last_year.to_owned(),
        1.. => texts.programme.enough_more_than_last_year.with([&by]),
        _ => texts.programme.enough_fewer_than_last_year.with([&by]),
    })
}

#[cfg(test)]
mod tests {
    use super::{by_odds, verdict};
    use paceboard_core::model::{Day, FiscalCalendar};
    use paceboard_core::programme::{BurnUp, Standing};
    use paceboard_core::text::EN;

    fn standing(over: u32) -> Standing {
        let calendar = FiscalCalendar::new("Asia/Shanghai".into(), 4, 1).unwrap();
        let year = calendar.year_of(Day::parse("2021-12-31").unwrap());
        Standing {
            over: Some(over),
            target: Some(2_000),
            crossed_this_week: Vec::new(),
            crossed_count: Some(0),
            over_last_year: None,
            expected: Some(1_333),
            this_year: BurnUp {
                year,
                over: vec![over],
            },
            last_year: None,
            path: Vec::new(),
            history: Vec::new(),
        }
    }

    #[test]
    fn only_odds_and_the_target_itself_give_a_word() {
        let check = |over, odds_bp, tone: &str, word: &str, clause: &str| {
            let counted = |by: u32| by.to_string();
            let verdict = verdict(&standing(over), odds_bp, false, &counted, &EN).unwrap();
            assert_eq!((verdict.tone, verdict.word), (tone, word));
            assert!(verdict.sentence.starts_with(clause), "{}", verdict.sentence);
        };
        check(
            1_350,
            Some(40),
            "bad",
            EN.programme.verdict_unlikely,
            "17 ahead of the target path, but too few",
        );
        check(
            1_350,
            Some(8_000),
            "good",
            EN.programme.verdict_likely,
            "17 ahead of the target path.",
        );
        check(1_350, None, "plain", "", "17 ahead of the target path.");
        check(1_316, None, "plain", "", "17 behind");
        check(
            2_000,
            None,
            "good",
            EN.programme.verdict_reached,
            "667 ahead",
        );
    }

    #[test]
    fn four_fifths_are_likely_and_less_than_one_is_not() {
        let check = |odds_bp, tone, word| assert_eq!(by_odds(odds_bp, &EN), (tone, word));
        check(8_000, "good", EN.programme.verdict_likely);
        check(7_999, "plain", EN.programme.verdict_uncertain);
        check(2_000, "plain", EN.programme.verdict_uncertain);
        check(1_999, "bad", EN.programme.verdict_unlikely);
    }

    #[test]
    fn a_year_that_is_over_has_reached_its_target_or_missed_it() {
        let check = |over, tone, word| {
            let mut last = standing(over);
            last.over_last_year = Some(1_008);
            let found = verdict(&last, Some(0), true, &|by| by.to_string(), &EN).unwrap();
            assert_eq!((found.tone, found.word), (tone, word));
            assert!(found.sentence.ends_with("on this day last year."));
        };
        check(2_000, "good", EN.programme.verdict_reached);
        check(1_999, "bad", EN.programme.verdict_missed);
    }
}
