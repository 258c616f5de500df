//! Figures and dates as they are read: money in 万 and 亿 or K, M and B, counts, percents, dates.
//!
//! Everything is integer arithmetic on the figures of the model, rounded half up (away from zero
//! for negative figures), so the same figure reads the same on every machine. Nothing looks up a
//! locale: the language is always an argument.

mod amount;
mod axis;
mod count;
mod currency;
mod date;
mod digits;
mod measure;
mod names;
mod quotient;
mod scale;

pub use amount::{
    AmountStyle, format_alike, format_amount, format_amount_at_least, format_at_least,
    format_compact, format_exact, format_in_words, format_within, unit_in_full, unit_label,
};
pub use axis::{Axis, axis};
pub use count::{
    format_bytes, format_count, format_percent_round, format_probability,
    format_probability_in_words, format_rank, format_ratio, format_share, format_signed_share,
};
pub use currency::currency_decimals;
pub use date::{
    DateForm, format_age, format_date, format_fiscal_year, format_month, format_month_name,
    format_range, weekday_name,
};
pub use digits::MINUS;
pub use measure::Measure;
pub use names::{between_sentences, localized};
pub use quotient::format_quotient;
pub use scale::{Scale, axis_unit};
