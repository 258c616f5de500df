//! What things are called in the language of the page.

use paceboard_core::format::{DateForm, format_range};
use paceboard_core::model::{DayRange, Lang, Metric};
use paceboard_core::text::Texts;

/// The name, or in English the alias of a name that is not written in Latin letters.
pub fn localized<'a>(lang: Lang, name: &'a str, alias: &'a str) -> &'a str {
    if lang == Lang::En && !alias.is_empty() && !name.is_ascii() {
        alias
    } else {
        name
    }
}

/// The name of a metric where there is little room.
pub fn metric_name(metric: Metric, texts: &Texts) -> &'static str {
    match metric {
        Metric::Gmv => texts.metric_gmv_short,
        Metric::Net => texts.metric_net,
        Metric::Orders => texts.metric_orders,
        Metric::Viewers => texts.metric_viewers,
        Metric::Minutes => texts.metric_minutes,
    }
}

/// Days with their year.
pub fn range_text(range: DayRange, lang: Lang) -> String {
    format_range(range, DateForm::Full, lang)
}

#[cfg(test)]
mod tests {
    use super::localized;
    use paceboard_core::model::Lang;

    #[test]
    fn an_alias_stands_in_for_letters_that_english_readers_lack() {
        let check =
            |lang, name, alias, expected| assert_eq!(localized(lang, name, alias), expected);
        check(Lang::En, "美妆", "Beauty", "Beauty");
        check(Lang::En, "美妆", "", "美妆");
        check(Lang::En, "Store 12", "s12", "Store 12");
        check(Lang::Zh, "美妆", "Beauty", "美妆");
    }
}
