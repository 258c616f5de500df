//! The portal's pages: templates with `{{places}}`, filled with words and escaped values.

use crate::assets::Script;
use crate::merchants::{MERCHANTS, Merchant};
use crate::portal::{OwnChannel, Portal};
use crate::sessions::Login;
use crate::words::{Lang, word};

const HOME: &str = include_str!("../pages/home.html");
const LOGIN: &str = include_str!("../pages/login.html");
const ACCOUNT: &str = include_str!("../pages/account.html");

/// A merchant's home page.
pub fn home(portal: &Portal, login: Login, lang: Lang, script: &Script) -> String {
    let channels = &portal.channels[login.merchant];
    let first = channels.first().map_or("", |channel| channel.id.as_str());
    fill(
        HOME,
        lang,
        &[
            ("merchant", &escaped(name(&MERCHANTS[login.merchant], lang))),
            ("first_channel", &escaped(first)),
            (
                "channels",
                &channels
                    .iter()
                    .map(|channel| option(channel, lang))
                    .collect::<String>(),
            ),
            ("script", &escaped(&script.name)),
            ("integrity", &escaped(&script.integrity)),
        ],
    )
}

/// The page on which a merchant is chosen.
pub fn login(lang: Lang) -> String {
    let account = |merchant: &Merchant| {
        fill(
            ACCOUNT,
            lang,
            &[
                ("account", merchant.account),
                ("merchant", &escaped(name(merchant, lang))),
            ],
        )
    };
    fill(
        LOGIN,
        lang,
        &[(
            "accounts",
            &MERCHANTS.iter().map(account).collect::<String>(),
        )],
    )
}

fn name(merchant: &Merchant, lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => merchant.name_zh,
        Lang::En => merchant.name_en,
    }
}

fn option(channel: &OwnChannel, lang: Lang) -> String {
    let name = match lang {
        Lang::Zh => &channel.name,
        Lang::En => &channel.alias,
    };
    format!(
        "<option value=\"{}\">{}</option>",
        escaped(&channel.id),
        escaped(name)
    )
}

/// The template with each `{{place}}` replaced by its value, or by the word of that name. Values
/// are put in as they are.
fn fill(template: &str, lang: Lang, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, (place, after))) = next_place(rest) {
        let value = values.iter().find(|(name, _)| *name == place);
        text.push_str(before);
        text.push_str(
            value.map_or_else(|| word(lang, place).unwrap_or_default(), |(_, value)| value),
        );
        rest = after;
    }
    text.push_str(rest);
    text
}

/// What stands before the next place, its name, and what stands after it.
fn next_place(text: &str) -> Option<(&str, (&str, &str))> {
    let (before, from_place) = text.split_once("{{")?;
    Some((before, from_place.split_once("}}")?))
}

/// A text that means nothing but itself in HTML, in attributes too.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::{ACCOUNT, HOME, LOGIN, escaped, fill, next_place};
    use crate::words::{Lang, WORDS};
    use std::collections::BTreeSet;

    const VALUES: [&str; 7] = [
        "merchant",
        "first_channel",
        "channels",
        "script",
        "integrity",
        "accounts",
        "account",
    ];

    #[test]
    fn every_place_has_a_word_and_every_word_a_place() {
        let mut places = BTreeSet::new();
        for template in [HOME, LOGIN, ACCOUNT] {
            let mut rest = template;
            while let Some((_, (place, after))) = next_place(rest) {
                places.insert(place);
                rest = after;
            }
        }
        let known: BTreeSet<&str> = WORDS.iter().map(|(name, ..)| *name).chain(VALUES).collect();
        assert_eq!(places, known);
    }

    #[test]
    fn places_are_filled_once() {
        let text = fill("a {{x}} b {{log_out}}", Lang::En, &[("x", "{{log_out}}")]);
        assert_eq!(text, "a {{log_out}} b Log out");
        assert_eq!(fill("{{x", Lang::Zh, &[]), "{{x");
    }

    #[test]
    fn values_are_text() {
        assert_eq!(
            escaped("<b class=\"x\">&"),
            "&lt;b class=&quot;x&quot;&gt;&amp;"
        );
    }
}
