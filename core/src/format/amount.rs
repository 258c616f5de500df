//! Money and other figures of the metrics.

use super::scale::{Scale, has_a_tenth};
use super::{digits, measure::Measure};
use crate::model::Lang;

/// How the figures of one column are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AmountStyle {
    /// The language.
    pub lang: Lang,
    /// What the figures count, and in what they are shown.
    pub measure: Measure,
    /// Unit and decimals.
    pub scale: Scale,
}

impl AmountStyle {
    /// The style of a column of these figures.
    pub fn column(lang: Lang, measure: Measure, figures: &mut dyn Iterator<Item = i64>) -> Self {
        Self {
            lang,
            measure,
            scale: Scale::column(lang, measure, figures),
        }
    }

    /// The style of a figure that stands alone.
    pub fn single(lang: Lang, measure: Measure, figure: i64) -> Self {
        Self {
            lang,
            measure,
            scale: Scale::single(lang, measure, figure),
        }
    }
}

/// A figure as a cell of its column, without a unit: `1,234.5`. See [`unit_label`].
pub fn format_amount(figure: i64, style: &AmountStyle) -> String {
    let AmountStyle { measure, scale, .. } = *style;
    let units = measure.rounded(figure, scale.exponent(), scale.decimals());
    digits::signed(figure < 0, units, digits::fixed(units, scale.decimals()))
}

/// The unit of a column, for its header: `亿元`, `万美元`, `¥M`, `小时`; empty for plain numbers.
pub fn unit_label(style: &AmountStyle) -> String {
    let AmountStyle {
        lang,
        measure,
        scale,
    } = *style;
    let label = match lang {
        Lang::Zh => format!("{}{}", scale.word(lang), measure.suffix(lang)),
        Lang::En => {
            let before = measure.prefix(lang);
            format!("{before}{}{}", scale.word(lang), measure.unit_behind(lang))
        }
    };
    label.trim_matches(['\u{a0}', ' ']).to_owned()
}

/// A figure that stands alone, with its sign, currency and unit: `¥4,355亿`, `−$15.4M`.
pub fn format_compact(figure: i64, lang: Lang, measure: Measure) -> String {
    format_alike(figure, figure, lang, measure)
}

/// A figure that stands alone and is to be enough, so that its last digit is rounded up: `¥1.12万`
/// for 11,111 yuan.
pub fn format_at_least(figure: i64, lang: Lang, measure: Measure) -> String {
    let style = AmountStyle::single(lang, measure, figure);
    let units = units_at_least(figure, &style);
    with_currency(figure < 0, units, style.scale.decimals(), &style)
}

/// The same in a column.
pub fn format_amount_at_least(figure: i64, style: &AmountStyle) -> String {
    let units = units_at_least(figure, style);
    digits::signed(
        figure < 0,
        units,
        digits::fixed(units, style.scale.decimals()),
    )
}

/// The last digit is rounded up from four more.
fn units_at_least(figure: i64, style: &AmountStyle) -> u128 {
    let AmountStyle { measure, scale, .. } = *style;
    let finer = measure.rounded(figure, scale.exponent(), scale.decimals() + 4);
    finer.div_ceil(10_000)
}

/// A figure beside `model`, which stands alone, in its unit and with its decimals: `¥10,434万`
/// beside `¥9,821万`.
pub fn format_alike(figure: i64, model: i64, lang: Lang, measure: Measure) -> String {
    let style = AmountStyle::single(lang, measure, model);
    let decimals = style.scale.decimals();
    let units = measure.rounded(figure, style.scale.exponent(), decimals);
    with_currency(figure < 0, units, decimals, &style)
}

/// A figure beside an axis in the axis's unit, a power of ten: `¥0.8214亿`. One that says nothing
/// in that unit has its own.
pub fn format_within(figure: i64, unit: u8, lang: Lang, measure: Measure) -> String {
    if !has_a_tenth(measure, figure, unit) {
        return format_compact(figure, lang, measure);
    }
    let scale = Scale::within(measure, figure, unit);
    let units = measure.rounded(figure, unit, scale.decimals());
    let is_less_than_one = unit > 0 && units < digits::power_of_ten(scale.decimals());
    let (units, decimals) = if is_less_than_one {
        digits::without_zeros(units, scale.decimals())
    } else {
        (units, scale.decimals())
    };
    let style = AmountStyle {
        lang,
        measure,
        scale,
    };
    with_currency(figure < 0, units, decimals, &style)
}

/// A figure within a sentence, without zeros at its end: `1亿元`, `1,540万美元`; `¥100M`, `$15.4M`.
pub fn format_in_words(figure: i64, lang: Lang, measure: Measure) -> String {
    let style = AmountStyle::single(lang, measure, figure);
    let rounded = measure.rounded(figure, style.scale.exponent(), style.scale.decimals());
    let (units, decimals) = digits::without_zeros(rounded, style.scale.decimals());
    match lang {
        Lang::En => with_currency(figure < 0, units, decimals, &style),
        Lang::Zh => {
            let text = digits::fixed(units, decimals);
            let text = format!("{text}{}{}", style.scale.word(lang), measure.suffix(lang));
            digits::signed(figure < 0, units, text)
        }
    }
}

/// A figure in full, for tooltips and tables: `¥1,234,567,890`, `$190,120,943.29`.
pub fn format_exact(figure: i64, lang: Lang, measure: Measure) -> String {
    let scale = Scale::full(measure);
    let units = measure.rounded(figure, 0, scale.decimals());
    with_currency(
        figure < 0,
        units,
        scale.decimals(),
        &AmountStyle {
            lang,
            measure,
            scale,
        },
    )
}

/// The unit of figures in full: `元`, `$`, `小时`; empty for plain numbers.
pub fn unit_in_full(lang: Lang, measure: Measure) -> String {
    let scale = Scale::full(measure);
    unit_label(&AmountStyle {
        lang,
        measure,
        scale,
    })
}

/// Sign, currency, number, unit.
fn with_currency(negative: bool, units: u128, decimals: u8, style: &AmountStyle) -> String {
    let AmountStyle {
        lang,
        measure,
        scale,
    } = *style;
    let number = digits::fixed(units, decimals);
    let (before, word) = (measure.prefix(lang), scale.word(lang));
    let text = format!("{before}{number}{word}{}", measure.unit_behind(lang));
    digits::signed(negative, units, text)
}

#[cfg(test)]
mod tests;
