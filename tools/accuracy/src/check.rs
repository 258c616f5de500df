//! What `docs/accuracy.md` promises, held against what was measured.

use crate::measure::{Month, mean};
use crate::report;
use crate::sets::Set;

/// The share of channels that a band of 80 % has to cover, averaged over months.
const COVERED: (f64, f64) = (0.75, 0.88);

/// What readers are told.
const DOCUMENT: &str = include_str!("../../../docs/accuracy.md");

/// What the measured months fall short of, a line each.
pub fn faults(set: &Set, months: &[Month]) -> Vec<String> {
    let mut faults = held_against(set.most, months);
    if !DOCUMENT.contains(report::text(set, months).trim()) {
        faults.push("docs/accuracy.md has other figures than `make accuracy` prints".to_owned());
    }
    let named = |fault| format!("{}: {fault}", set.name);
    faults.into_iter().map(named).collect()
}

fn held_against(most: Option<f64>, months: &[Month]) -> Vec<String> {
    let ours = mean(months, |month| month.ours);
    let simpler = [
        ("linear pace", mean(months, |month| month.linear)),
        (
            "the programme's season",
            mean(months, |month| month.programme),
        ),
        ("the channel's own season", mean(months, |month| month.own)),
    ];
    let mut faults = Vec::new();
    for (name, error) in simpler {
        if ours.is_nan() || ours >= error {
            faults.push(format!("{ours:.2} % off, {name} {error:.2} %"));
        }
    }
    if let Some(most) = most.filter(|most| ours > *most) {
        faults.push(format!("{ours:.2} % off, more than {most:.2} %"));
    }
    let covered = mean(months, |month| month.covered);
    if !(COVERED.0..=COVERED.1).contains(&covered) {
        faults.push(format!(
            "{:.1} % of channels in their band",
            covered * 100.0
        ));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::{faults, held_against};
    use crate::measure::{Month, months};
    use crate::sets;
    use paceboard_core::model::Day;

    fn month(errors: [f64; 4], covered: f64) -> Month {
        let [linear, programme, own, ours] = errors;
        Month {
            day: Day::from_ymd(2021, 4, 30).unwrap(),
            linear,
            programme,
            own,
            ours,
            ours_of_all: ours,
            covered,
            covered_of_all: covered,
            brier: 0.0,
            expected: 0,
            band: (0, 0),
            came: 0,
            chances: Vec::new(),
        }
    }

    #[test]
    fn months_are_judged_by_their_means() {
        let found = |most, months: &[Month]| held_against(most, months).len();
        let good = [month([3.0, 2.0, 4.0, 1.0], 0.7), month([3.0; 4], 0.9)];
        assert_eq!(found(Some(2.0), &good), 0);
        assert_eq!(found(Some(1.9), &good), 1);
        assert_eq!(found(None, &[month([3.0, 2.0, 4.0, 2.0], 0.8)]), 1);
        assert_eq!(found(None, &[month([3.0, 2.0, 4.0, 9.0], 0.8)]), 3);
        assert_eq!(found(None, &[month([9.0, 9.0, 9.0, 1.0], 0.74)]), 1);
        assert_eq!(found(None, &[month([9.0, 9.0, 9.0, 1.0], 0.89)]), 1);
        assert_eq!(found(None, &[]), 4);
    }

    #[test]
    fn the_sample_is_projected_as_well_as_promised() {
        let sample = sets::sample().unwrap();
        let faults = faults(&sample, &months(&sample).unwrap());
        assert!(faults.is_empty(), "{faults:?}");
    }
}
