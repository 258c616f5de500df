//! Units and decimals, chosen once for a whole column so that its cells can be compared at a
//! glance and the unit stands only in the header.

use super::{digits, measure::Measure};
use crate::model::Lang;

/// A unit (a power of ten that the language has a word for) and a number of decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Scale {
    exponent: u8,
    decimals: u8,
}

/// Figures of at most so many digits need no unit.
const PLAIN_DIGITS: usize = 5;
/// A unit's largest figure in a column has at most so many digits before the point.
const COLUMN_DIGITS: usize = 6;
/// So many digits are shown of a figure that three quarters of a column reach.
const SMALLER_DIGITS: usize = 4;

/// Parts of a unit, in ten thousandths.
const ONE: u128 = 10_000;
const TENTH: u128 = 1_000;
/// On an axis so many of a unit are read at a glance, and so many with ease.
const AT_A_GLANCE: u128 = 20_000;
const WITH_EASE: u128 = 100_000;

/// Whole units below this are shown with the decimals of the measure.
const FRACTIONS_BELOW: u128 = 10_000;

impl Scale {
    /// For a column of these figures: the largest unit of which its middle figure has one, and as
    /// many decimals as show about four digits of smaller ones, so that neighbours differ; but a
    /// unit in which the largest figure is still read with ease.
    pub fn column(lang: Lang, measure: Measure, figures: &mut dyn Iterator<Item = i64>) -> Self {
        let [smaller, middle, largest] = digits_in(measure, figures);
        let whole = digits::power_of_ten(largest as u8) - 1;
        if largest <= PLAIN_DIGITS {
            return Self {
                exponent: 0,
                decimals: plain_decimals(measure, whole),
            };
        }
        let units = column_units(lang);
        let fits = |exponent: &&u8| largest <= usize::from(**exponent) + COLUMN_DIGITS;
        let least = units.iter().find(fits).or(units.last());
        let reached = |exponent: &&u8| middle > usize::from(**exponent);
        let wanted = units.iter().rev().find(reached);
        let exponent = wanted.max(least).copied().unwrap_or(0);
        if exponent == 0 {
            return Self {
                exponent,
                decimals: 0,
            };
        }
        let before_point = smaller.saturating_sub(usize::from(exponent));
        Self {
            exponent,
            decimals: SMALLER_DIGITS.saturating_sub(before_point) as u8,
        }
    }

    /// For a figure that stands alone: the largest unit of which it has at least one, and four
    /// digits or so.
    pub fn single(lang: Lang, measure: Measure, figure: i64) -> Self {
        let reached = |exponent: &&u8| has(measure, figure, **exponent, ONE);
        let exponent = single_units(lang)
            .iter()
            .rev()
            .find(reached)
            .copied()
            .unwrap_or(0);
        Self::within(measure, figure, exponent)
    }

    /// For a figure in a given unit: four digits or so, all of them behind the point where it has
    /// less than one.
    pub(super) fn within(measure: Measure, figure: i64, exponent: u8) -> Self {
        let whole = measure.rounded(figure, exponent, 0);
        let decimals = if exponent == 0 {
            plain_decimals(measure, whole)
        } else if measure.rounded(figure, exponent, 4) < 10_000 {
            SMALLER_DIGITS as u8
        } else {
            3_u8.saturating_sub(whole.ilog10() as u8).min(2)
        };
        Self { exponent, decimals }
    }

    /// For the ticks of an axis: as many decimals as its `step` needs.
    pub(super) fn axis(measure: Measure, exponent: u8, step: i64) -> Self {
        let (_, decimals) = digits::without_zeros(measure.rounded(step, exponent, 3), 3);
        Self { exponent, decimals }
    }

    /// For a figure in full.
    pub(super) fn full(measure: Measure) -> Self {
        Self {
            exponent: 0,
            decimals: measure.decimals(),
        }
    }

    /// The unit, as a power of ten.
    pub fn exponent(self) -> u8 {
        self.exponent
    }

    /// Number of decimals.
    pub fn decimals(self) -> u8 {
        self.decimals
    }

    /// The unit's word, such as `亿` or `M`; empty for ones.
    pub(super) fn word(self, lang: Lang) -> &'static str {
        match (lang, self.exponent) {
            (Lang::Zh, 4) => "万",
            (Lang::Zh, 8) => "亿",
            (Lang::Zh, 12) => "万亿",
            (Lang::En, 3) => "K",
            (Lang::En, 6) => "M",
            (Lang::En, 9) => "B",
            (Lang::En, 12) => "T",
            _ => "",
        }
    }
}

/// The unit of an axis up to `largest` beside which figures stand of which `smallest` is the
/// smallest: the largest that both have, as the figures have elsewhere, while `largest` is still
/// read at a glance in it; or else one that `largest` has, and `smallest` a tenth of; where there is
/// none such in which `largest` is still read with ease, the largest that it has. Four digits are
/// read more easily in full than as thousands with a decimal.
pub fn axis_unit(lang: Lang, measure: Measure, largest: i64, smallest: i64) -> u8 {
    if measure.rounded(largest, 0, 0) < 10_000 {
        return 0;
    }
    let own = Scale::single(lang, measure, largest).exponent;
    let found = |part: u128, most: u128| {
        let fits = |exponent: &u8| {
            *exponent <= own
                && has(measure, smallest, *exponent, part)
                && measure.rounded(largest, *exponent, 0) < most
        };
        single_units(lang).iter().rev().copied().find(fits)
    };
    found(ONE, AT_A_GLANCE)
        .or_else(|| found(TENTH, WITH_EASE))
        .unwrap_or(own)
}

/// Whether a figure says anything in that unit.
pub(super) fn has_a_tenth(measure: Measure, figure: i64, exponent: u8) -> bool {
    has(measure, figure, exponent, TENTH)
}

/// Whether a figure has that part of a unit, in ten thousandths.
fn has(measure: Measure, figure: i64, exponent: u8, part: u128) -> bool {
    exponent == 0 || measure.rounded(figure, exponent, 4) >= part
}

/// How many digits, before the point and as shown, three quarters of the figures that are not zero
/// have, half of them, and the largest.
fn digits_in(measure: Measure, figures: &mut dyn Iterator<Item = i64>) -> [usize; 3] {
    // The least figures with one digit, two, three …; without a division for each of a million rows.
    let least = std::array::from_fn::<_, 19, _>(|zeros| {
        measure.figure(10_i64.pow(zeros as u32)).unsigned_abs()
    });
    // How many figures have so many digits.
    let mut counts = [0_usize; 20];
    for figure in figures {
        let size = figure.unsigned_abs();
        counts[least.partition_point(|least| *least <= size)] += 1;
    }
    let figures: usize = counts[1..].iter().sum();
    let digits_of = |needed: usize| {
        let mut above = 0;
        let mut all = counts.iter().enumerate().skip(1).rev();
        let found = all.find(|(_, count)| {
            above += *count;
            above >= needed
        });
        found.map_or(0, |(digits, _)| digits)
    };
    let three_quarters = (figures - figures / 4).max(1);
    [three_quarters, figures / 2 + 1, 1].map(digits_of)
}

fn column_units(lang: Lang) -> &'static [u8] {
    match lang {
        Lang::Zh => &[0, 4, 8],
        Lang::En => &[0, 3, 6, 9],
    }
}

fn single_units(lang: Lang) -> &'static [u8] {
    match lang {
        Lang::Zh => &[0, 4, 8, 12],
        Lang::En => &[0, 3, 6, 9, 12],
    }
}

fn plain_decimals(measure: Measure, whole: u128) -> u8 {
    if whole < FRACTIONS_BELOW {
        measure.decimals()
    } else {
        0
    }
}
