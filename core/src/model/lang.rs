//! The languages of the page.

/// A language in which the page can be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Simplified Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// All languages, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The language's tag for the `lang` attribute of a page.
    pub fn html(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// The language's short name in the URL.
    pub fn name(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }

    /// The language of a tag such as `zh`, `zh-CN` or `en_GB`; its first part decides.
    pub fn from_name(name: &str) -> Option<Self> {
        let first = name.split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|lang| lang.name().eq_ignore_ascii_case(first))
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn the_first_part_of_a_tag_decides() {
        let check = |tag: &str, expected: Option<Lang>| assert_eq!(Lang::from_name(tag), expected);
        check("zh", Some(Lang::Zh));
        check("zh-Hans-CN", Some(Lang::Zh));
        check("EN_gb", Some(Lang::En));
        check("de", None);
        check("", None);
        for lang in Lang::ALL {
            assert_eq!(Lang::from_name(lang.html()), Some(lang));
        }
    }
}
