//! Of what curves a row's own plan is mixed.

use super::CurveLevel;

/// Weight of a row's own last year; the rest is its category's or the programme's. Found to be
/// good on two years of a real chain.
const OWN_WEIGHT: f64 = 0.4;

/// A category of `n` complete channels counts `n ÷ (n + 10)` against the programme: with ten
/// channels half. The noise of a category's curve falls with 1 ÷ n; at about ten channels it is as
/// large as the true difference between categories.
const CATEGORY_SHRINKAGE: f64 = 10.0;

/// What a category of so many complete channels counts against the programme.
pub(crate) fn category_weight(channels: u32) -> f64 {
    f64::from(channels) / (f64::from(channels) + CATEGORY_SHRINKAGE)
}

/// Parts of a curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Mix {
    own: f64,
    category: f64,
    pub(crate) level: CurveLevel,
}

impl Mix {
    /// The linear curve, which then stands in the programme's place.
    pub(crate) const LINEAR: Self = Self {
        own: 0.0,
        category: 0.0,
        level: CurveLevel::Linear,
    };

    /// The best mix of what there is. `category` is the number of channels behind the category's
    /// curve.
    pub(crate) fn of(own: bool, category: Option<u32>, programme: bool) -> Self {
        if !programme {
            return Self::LINEAR;
        }
        let level = match (own, category) {
            (true, Some(_)) => CurveLevel::Own,
            (true, None) => CurveLevel::OwnAndProgramme,
            (false, Some(_)) => CurveLevel::Category,
            (false, None) => CurveLevel::Programme,
        };
        Self {
            own: if own { OWN_WEIGHT } else { 0.0 },
            category: category.map_or(0.0, category_weight),
            level,
        }
    }

    /// The mixed share of the year. Written as differences so that three ones make exactly one.
    pub(crate) fn blend(self, own: f64, category: f64, programme: f64) -> f64 {
        let shared = programme + self.category * (category - programme);
        shared + self.own * (own - shared)
    }
}

#[cfg(test)]
mod tests {
    use super::Mix;
    use crate::pace::CurveLevel;

    #[test]
    fn takes_the_best_that_there_is() {
        let check = |own, category, programme, level, blended: f64| {
            let mix = Mix::of(own, category, programme);
            assert_eq!(mix.level, level);
            assert!((mix.blend(0.9, 0.5, 0.1) - blended).abs() < 1e-12);
        };
        // 0.4 × 0.9 + 0.6 × (0.5 × 0.5 + 0.5 × 0.1)
        check(true, Some(10), true, CurveLevel::Own, 0.54);
        check(true, None, true, CurveLevel::OwnAndProgramme, 0.42);
        check(false, Some(10), true, CurveLevel::Category, 0.3);
        check(false, None, true, CurveLevel::Programme, 0.1);
        check(true, Some(10), false, CurveLevel::Linear, 0.1);
    }

    #[test]
    fn the_year_ends_at_exactly_one() {
        for channels in 1..500 {
            let end = Mix::of(true, Some(channels), true).blend(1.0, 1.0, 1.0);
            assert_eq!(end.to_bits(), 1.0_f64.to_bits());
        }
    }
}
