//! What the change of a value is made of: hours × viewers per hour × orders per viewer × value per
//! order × what refunds leave.
//!
//! The change is split by the logarithmic mean Divisia index (LMDI-I; B. W. Ang, "LMDI
//! decomposition approach: a guide for implementation", Energy Policy 86, 2015): a factor that goes
//! from x to y while the value goes from V to W has the effect L(V, W) · ln(y ÷ x), where
//! L(V, W) = (W − V) ÷ (ln W − ln V). It leaves nothing over and does not depend on the order of
//! the factors.

use super::compared::{has_row, holds};
use crate::ledger::Ledger;
use crate::model::{ChannelIndex, DayRange, Metric};
use crate::outlook::ln;

/// Metrics from cause to effect: each but the first is a factor as a ratio to the one before it.
const CHAIN: [Metric; 5] = [
    Metric::Minutes,
    Metric::Viewers,
    Metric::Orders,
    Metric::Gmv,
    Metric::Net,
];

/// Sums from here on are left out: floats do not hold them exactly, and an effect could leave 64
/// bits.
const TOO_LARGE: i64 = 1 << 53;

/// How a value went from one window to another, factor by factor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waterfall {
    /// The value in the earlier window.
    pub before: i64,
    /// The value in the later window: [`Self::before`] and all effects, exactly.
    pub now: i64,
    /// The factors, from cause to effect.
    pub steps: Vec<Step>,
    /// Metrics that would be further factors and cannot be: the document lacks them, they are
    /// zero, or they have gaps on other days than the value. What they would explain is part of the
    /// factor after them.
    pub missing: Vec<Metric>,
}

/// A factor and its effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// What the factor counts.
    pub of: Metric,
    /// For each one of what; `None` for the first factor, which is an amount.
    pub per: Option<Metric>,
    /// The factor in the earlier window.
    pub before: Ratio,
    /// The factor in the later window.
    pub now: Ratio,
    /// What it added to the value, in minor units or counts.
    pub effect: i64,
}

/// A quotient of two sums, both above 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    /// The sum above the line.
    pub part: i64,
    /// The sum below the line; 1 for an amount.
    pub whole: i64,
}

/// What the change of `metric` from the window `before` to the window `now` is made of, for the row
/// at position `index` of the ledger. `None` where there is no such row, a window is not wholly in the table, or the value
/// is not above 0 in both (then there are no ratios to speak of) or 2^53 or more.
pub fn waterfall(
    ledger: &Ledger,
    metric: Metric,
    index: u32,
    before: DayRange,
    now: DayRange,
) -> Option<Waterfall> {
    if !has_row(ledger, index) {
        return None;
    }
    let row = ChannelIndex(index);
    let sums = |of: Metric| {
        let sum = |window: DayRange| {
            let days = |metric| ledger.daily(metric, row, window);
            let known = |figure: Option<i64>| figure.is_some();
            let alike = days(of).map(known).eq(days(metric).map(known));
            let sum = ledger.total(of, row, window);
            let fits = holds(ledger, of, window) && alike && sum > 0 && sum < TOO_LARGE;
            fits.then_some(sum)
        };
        Some((of, sum(before)?, sum(now)?))
    };
    let (_, value_before, value_now) = sums(metric)?;
    let end = CHAIN.iter().position(|of| *of == metric)?;
    let links: Vec<_> = CHAIN[..=end].iter().filter_map(|of| sums(*of)).collect();
    let is_link = |of: &Metric| links.iter().any(|(link, ..)| link == of);
    let missing = CHAIN[..end].iter().copied().filter(|of| !is_link(of));
    let mut steps = ratios(&links);
    share_out(&mut steps, value_before, value_now);
    Some(Waterfall {
        before: value_before,
        now: value_now,
        missing: missing.collect(),
        steps,
    })
}

/// The metrics that would be factors of `metric`, and the days for which the ledger has most of
/// them: both windows of a waterfall must lie within. `None` where it has none of them at all.
pub fn explained(ledger: &Ledger, metric: Metric) -> Option<(Vec<Metric>, DayRange)> {
    let end = CHAIN.iter().position(|of| *of == metric)?;
    let causes = CHAIN[..end].iter().copied();
    let known = causes.filter_map(|of| Some((of, ledger.range(of)?)));
    let known: Vec<(Metric, DayRange)> = known.collect();
    let (_, days) = *known.iter().max_by_key(|(_, days)| days.len())?;
    let same = known.into_iter().filter(|(_, range)| *range == days);
    Some((same.map(|(of, _)| of).collect(), days))
}

/// Each metric as a ratio to the one before it.
fn ratios(links: &[(Metric, i64, i64)]) -> Vec<Step> {
    let step = |at: usize| {
        let (of, before, now) = links[at];
        let base = at.checked_sub(1).map(|base| links[base]);
        let ratio = |part, whole: Option<i64>| Ratio {
            part,
            whole: whole.unwrap_or(1),
        };
        Step {
            of,
            per: base.map(|(per, ..)| per),
            before: ratio(before, base.map(|(_, before, _)| before)),
            now: ratio(now, base.map(|(.., now)| now)),
            effect: 0,
        }
    };
    (0..links.len()).map(step).collect()
}

/// Gives every factor its effect, rounded by largest remainder so that all add up to the change.
fn share_out(steps: &mut [Step], before: i64, now: i64) {
    let mean = logarithmic_mean(before as f64, now as f64);
    let exact = |step: &Step| mean * (logarithm(step.now) - logarithm(step.before));
    let exact: Vec<f64> = steps.iter().map(exact).collect();
    let mut left = now - before;
    for (step, exact) in steps.iter_mut().zip(&exact) {
        step.effect = exact.floor() as i64;
        left -= step.effect;
    }
    // The largest remainder first; of equal ones the earlier. A handful needs no sorting.
    let precedes = |a: usize, b: usize| {
        let larger_first = fraction(exact[b]).total_cmp(&fraction(exact[a]));
        larger_first.then(a.cmp(&b)).is_lt()
    };
    // Large effects have no fraction as floats, and more may be left than one for each.
    let count = steps.len() as i64;
    for (at, step) in steps.iter_mut().enumerate() {
        let place = (0..exact.len())
            .filter(|&other| precedes(other, at))
            .count() as i64;
        step.effect += left.div_euclid(count) + i64::from(place < left.rem_euclid(count));
    }
}

fn fraction(value: f64) -> f64 {
    value - value.floor()
}

fn logarithm(ratio: Ratio) -> f64 {
    ln(ratio.part as f64) - ln(ratio.whole as f64)
}

/// L(V, W), which is V where both are equal.
fn logarithmic_mean(before: f64, now: f64) -> f64 {
    let distance = ln(now) - ln(before);
    if distance == 0.0 {
        return before;
    }
    (now - before) / distance
}

#[cfg(test)]
mod tests {
    use super::{Metric, Step, ratios, share_out};
    use proptest::prelude::*;

    fn effects(links: &[(Metric, i64, i64)]) -> Vec<i64> {
        let mut steps = ratios(links);
        let (_, before, now) = links[links.len() - 1];
        share_out(&mut steps, before, now);
        steps.into_iter().map(|step: Step| step.effect).collect()
    }

    /// From 100 to 400 by twice the orders at twice the value: each has half of the change.
    #[test]
    fn equal_growth_has_equal_effects() {
        let links = [(Metric::Orders, 10, 20), (Metric::Gmv, 100, 400)];
        assert_eq!(effects(&links), [150, 150]);
    }

    /// L(100, 400) = 300 ÷ ln 4 = 216.404; orders × 8: + 450 (L · ln 8), value per order ÷ 2: − 150.
    #[test]
    fn factors_may_pull_apart() {
        let links = [(Metric::Orders, 10, 80), (Metric::Gmv, 100, 400)];
        assert_eq!(effects(&links), [450, -150]);
        // Nothing changed in the end: + 100 · ln 2 = 69.3 and back.
        let links = [(Metric::Orders, 10, 20), (Metric::Gmv, 100, 100)];
        assert_eq!(effects(&links), [69, -69]);
        assert_eq!(effects(&[(Metric::Minutes, 60, 90)]), [30]);
    }

    proptest! {
        #[test]
        fn effects_add_up_to_the_change(
            sums in prop::collection::vec((1..super::TOO_LARGE, 1..super::TOO_LARGE), 1..6),
            small in prop::collection::vec((1..50_i64, 1..50_i64), 1..6),
        ) {
            for sums in [sums, small] {
                let links: Vec<_> = super::CHAIN.into_iter().zip(sums)
                    .map(|(of, (before, now))| (of, before, now))
                    .collect();
                let (_, before, now) = links[links.len() - 1];
                let effects = effects(&links);
                let sum: i128 = effects.iter().map(|effect| i128::from(*effect)).sum();
                prop_assert_eq!(sum, i128::from(now - before));
            }
        }

        #[test]
        fn a_factor_that_stays_has_no_effect(before in 1..1_000_i64, unit in 1..1_000_i64, now in 1..1_000_i64) {
            let links = [(Metric::Orders, before, now), (Metric::Gmv, before * unit, now * unit)];
            prop_assert_eq!(effects(&links), [(now - before) * unit, 0]);
        }
    }
}
