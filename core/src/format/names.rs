//! Names in the language of the page.

use crate::model::Lang;

/// The name, or in English the alias of a name that is not written in Latin letters.
pub fn localized<'a>(lang: Lang, name: &'a str, alias: &'a str) -> &'a str {
    if lang == Lang::En && !alias.is_empty() && !name.is_ascii() {
        alias
    } else {
        name
    }
}

/// What stands between two sentences: a space, except in Chinese.
pub fn between_sentences(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "",
        Lang::En => " ",
    }
}

#[cfg(test)]
mod tests {
    use super::localized;
    use crate::model::Lang;

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
