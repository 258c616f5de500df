//! The figures that the sample was calibrated to, and the rare cases that it has to contain.

use std::collections::BTreeSet;

use super::{ROSTER, SALES, over_the_line, sums};
use crate::{
    amounts::{GOAL, is_whole_last_year, total},
    calendar::{AS_OF, LAST_YEAR, TO_DATE, YEAR_END, YEAR_START},
    names::Name,
    roster::{CHANNELS, PARTNERS},
    tables::{Curves, WHOLE_YEAR},
};

#[test]
fn last_year_is_as_published() {
    assert_eq!(over_the_line(sums(LAST_YEAR)), 1040);
    let billions = sums(LAST_YEAR).sum::<i64>() as f64 / 1e9;
    assert!((431.0..437.0).contains(&billions), "{billions}");
    let mut largest: Vec<i64> = sums(LAST_YEAR).collect();
    largest.sort_unstable_by(|a, b| b.cmp(a));
    assert_eq!(largest[..2], [26_400_000_000, 22_800_000_000]);
}

#[test]
fn this_year_heads_for_almost_two_thousand() {
    let now = over_the_line(sums(TO_DATE));
    assert!(
        (1250..=1400).contains(&now),
        "{now} over the line on the last day"
    );
    let share = share_by_now();
    let projected = over_the_line(sums(TO_DATE).map(|sum| (sum as f64 / share) as i64));
    assert!((1850..=1950).contains(&projected), "{projected} projected");
    let outcome = over_the_line(sums(YEAR_START..YEAR_END));
    assert!((1850..=1990).contains(&outcome), "{outcome} in the end");
    println!("now {now}, season so far {share}, projected {projected}, in the end {outcome}");
    println!("error of the projection {:.4}", projection_error(share));
}

/// Cumulative share of last year's season by the last day.
fn share_by_now() -> f64 {
    let season = Curves::of(&ROSTER.channels, &SALES).programme;
    season[..TO_DATE.len()].iter().sum::<i64>() as f64 / WHOLE_YEAR as f64
}

/// Mean absolute error of the sum to date over the share, against what the generator knows will come.
fn projection_error(share: f64) -> f64 {
    let errors: Vec<f64> = sums(TO_DATE)
        .zip(sums(YEAR_START..YEAR_END))
        .filter(|(so_far, _)| *so_far > 0)
        .map(|(so_far, whole)| (so_far as f64 / share / whole as f64 - 1.0).abs())
        .collect();
    errors.iter().sum::<f64>() / errors.len() as f64
}

#[test]
fn there_is_something_to_see_this_week() {
    let lines: Vec<i64> = ROSTER
        .channels
        .iter()
        .map(|channel| channel.goal.unwrap_or(GOAL))
        .collect();
    let before: Vec<i64> = sums(YEAR_START..AS_OF - 6).collect();
    let now: Vec<i64> = sums(TO_DATE).collect();
    let crossed = (0..CHANNELS)
        .filter(|of| before[*of] < lines[*of] && now[*of] >= lines[*of])
        .count();
    assert!(crossed > 10, "{crossed} crossed");

    let season = Curves::of(&ROSTER.channels, &SALES).programme;
    let share = |days: usize| season[..days].iter().sum::<i64>() as f64 / WHOLE_YEAR as f64;
    let (week_ago, today) = (share(TO_DATE.len() - 7), share(TO_DATE.len()));
    let on_pace = |sum: i64, line: i64, share: f64| sum as f64 >= line as f64 * share;
    let slipped = (0..CHANNELS)
        .filter(|of| {
            on_pace(before[*of], lines[*of], week_ago) && !on_pace(now[*of], lines[*of], today)
        })
        .count();
    assert!(slipped > 2, "{slipped} slipped");
}

#[test]
fn edge_cases_are_there() {
    let mut ordered: Vec<i64> = sums(TO_DATE).collect();
    ordered.sort_unstable();
    assert_eq!(ordered.iter().filter(|sum| **sum == GOAL).count(), 1);
    assert!(
        ordered.windows(2).filter(|pair| pair[0] == pair[1]).count() >= 6,
        "ties"
    );
    assert!(
        ordered.windows(3).any(|three| three[0] == three[2]),
        "a tie of three"
    );
    assert!(
        SALES
            .iter()
            .any(|days| total(days, AS_OF - 6..AS_OF + 1) == Some(0)),
        "a week without sales"
    );
    assert!(
        SALES.iter().all(|days| days.contains(&Some(0))),
        "days without sales"
    );

    let without_gaps = SALES.iter().filter(|days| is_whole_last_year(days)).count();
    assert!((2000..2300).contains(&without_gaps), "{without_gaps}");
    assert_eq!(
        SALES
            .iter()
            .filter(|days| total(days, LAST_YEAR).is_none())
            .count(),
        40
    );
    let channels = &ROSTER.channels;
    assert!(channels.iter().any(|channel| channel.partner.is_none()));
    assert!(channels.iter().any(|channel| channel.province.is_none()));
    assert!(
        (20..60).contains(
            &channels
                .iter()
                .filter(|channel| channel.goal.is_some())
                .count()
        )
    );
    assert_eq!(
        ROSTER
            .partners
            .iter()
            .filter(|partner| partner.goal.is_some())
            .count(),
        15
    );
}

#[test]
fn every_partner_and_category_has_channels() {
    let partners: BTreeSet<usize> = ROSTER
        .channels
        .iter()
        .filter_map(|channel| channel.partner)
        .collect();
    assert_eq!(partners.len(), PARTNERS);
    let categories: BTreeSet<usize> = ROSTER
        .channels
        .iter()
        .map(|channel| channel.category)
        .collect();
    assert_eq!(categories.len(), 12);
}

#[test]
fn names_are_unique_and_can_be_typed() {
    let check = |names: Vec<&Name>| {
        let texts: BTreeSet<&str> = names.iter().map(|name| name.text.as_str()).collect();
        assert_eq!(texts.len(), names.len());
        let typed = |name: &Name| {
            !name.alias.is_empty()
                && name
                    .alias
                    .split(' ')
                    .all(|word| word.bytes().all(|of| of.is_ascii_lowercase()) && !word.is_empty())
        };
        assert!(names.into_iter().all(typed));
    };
    check(
        ROSTER
            .channels
            .iter()
            .map(|channel| &channel.name)
            .collect(),
    );
    check(
        ROSTER
            .partners
            .iter()
            .map(|partner| &partner.name)
            .collect(),
    );
}
