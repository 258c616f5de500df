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

/// A unit's largest figure in a column has at most so many digits before the point.
const COLUMN_DIGITS: u8 = 5;

/// Whole units below this are shown with the decimals of the measure.
const FRACTIONS_BELOW: u64 = 10_000;

impl Scale {
    /// For a column whose largest figure by size is `largest`: the smallest unit in which it has
    /// at most five digits, so that the small figures of the column stay legible beside it.
    pub fn column(lang: Lang, measure: Measure, largest: i64) -> Self {
        let whole = measure.rounded(largest, 0, 0);
        let units = column_units(lang);
        let fits =
            |exponent: &&u8| whole < digits::power_of_ten(exponent.saturating_add(COLUMN_DIGITS));
        let exponent = units
            .iter()
            .find(fits)
            .or(units.last())
            .copied()
            .unwrap_or(0);
        if exponent == 0 {
            return Self {
                exponent,
                decimals: plain_decimals(measure, whole),
            };
        }
        let four_digits = whole >= digits::power_of_ten(exponent.saturating_add(3));
        Self {
            exponent,
            decimals: if four_digits { 1 } else { 2 },
        }
    }

    /// For a figure that stands alone: the largest unit of which it has at least one, and four
    /// digits or so.
    pub fn single(lang: Lang, measure: Measure, figure: i64) -> Self {
        let reached = |exponent: &&u8| measure.rounded(figure, **exponent, 4) >= 10_000;
        let exponent = single_units(lang)
            .iter()
            .rev()
            .find(reached)
            .copied()
            .unwrap_or(0);
        if exponent == 0 {
            let whole = measure.rounded(figure, 0, 0);
            return Self {
                exponent,
                decimals: plain_decimals(measure, whole),
            };
        }
        let whole = measure.rounded(figure, exponent, 0).max(1);
        Self {
            exponent,
            decimals: 3_u8.saturating_sub(whole.ilog10() as u8).min(2),
        }
    }

    /// For the ticks of an axis up to `largest`: as many decimals as its `step` needs. Four digits
    /// are read more easily in full than as thousands with a decimal.
    pub fn axis(lang: Lang, measure: Measure, largest: i64, step: i64) -> Self {
        let exponent = if measure.rounded(largest, 0, 0) < 10_000 {
            0
        } else {
            Self::single(lang, measure, largest).exponent
        };
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

fn plain_decimals(measure: Measure, whole: u64) -> u8 {
    if whole < FRACTIONS_BELOW {
        measure.decimals()
    } else {
        0
    }
}
