//! Invented names of channels and partners, each with its pinyin.

mod pinyin;
mod words;

use std::collections::BTreeSet;

use crate::{categories::Category, rng::Rng};
use words::{
    AUNT_GIVEN, COMPANY_FIRST, COMPANY_KINDS, COMPANY_SECOND, GIVEN, KNOWN_STEMS, PERSON_PREFIXES,
    POETIC, SHOPS, UNCLE_GIVEN, UNSPECIFIC,
};

/// A name and how it is typed without Chinese input.
pub struct Name {
    pub text: String,
    pub alias: String,
}

impl Name {
    /// The words stand together in the name and apart in the alias.
    fn of(words: &[&str]) -> Self {
        let spelled: Vec<String> = words.iter().map(|word| pinyin::of(word)).collect();
        Self {
            text: words.concat(),
            alias: spelled.join(" "),
        }
    }
}

/// Hands out names, none of them twice.
pub struct Namer {
    rng: Rng,
    taken: BTreeSet<String>,
}

impl Namer {
    pub fn new(rng: Rng) -> Self {
        Self {
            rng,
            taken: BTreeSet::new(),
        }
    }

    pub fn channel(&mut self, category: &Category) -> Name {
        loop {
            let name = channel_name(&mut self.rng, category);
            if self.taken.insert(name.text.clone()) {
                return name;
            }
        }
    }

    /// No two partners share a stem, whatever their kind.
    pub fn partner(&mut self) -> Name {
        loop {
            let stem = format!(
                "{}{}",
                self.rng.pick(&COMPANY_FIRST),
                self.rng.pick(&COMPANY_SECOND)
            );
            if !KNOWN_STEMS.contains(&stem.as_str()) && self.taken.insert(stem.clone()) {
                return Name::of(&[&stem, *self.rng.pick(&COMPANY_KINDS)]);
            }
        }
    }
}

fn channel_name(rng: &mut Rng, category: &Category) -> Name {
    let goods = *rng.pick(&category.goods);
    let place = *rng.pick(&category.places);
    let shop = *rng.pick(&SHOPS);
    match rng.below(10) {
        0..3 => Name::of(&[&person(rng), "的", place]),
        3 => Name::of(&[&person(rng), "爱", goods]),
        4 => Name::of(&[&elder(rng), goods, shop]),
        5 => Name::of(&[&elder(rng), "的", place]),
        6 => Name::of(&[*rng.pick(&POETIC), *rng.pick(&UNSPECIFIC)]),
        _ => Name::of(&[*rng.pick(&POETIC), goods, shop]),
    }
}

/// A host by a pet name: 阿棠, 小满.
fn person(rng: &mut Rng) -> String {
    format!("{}{}", rng.pick(&PERSON_PREFIXES), rng.pick(&GIVEN))
}

/// A host as regulars call them: 棠姐, 松哥.
fn elder(rng: &mut Rng) -> String {
    match rng.below(3) {
        0 => format!("{}姐", rng.pick(&AUNT_GIVEN)),
        1 => format!("{}妈", rng.pick(&AUNT_GIVEN)),
        _ => format!("{}哥", rng.pick(&UNCLE_GIVEN)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{categories::CATEGORIES, rng::Topic};

    #[test]
    fn words_stand_apart_in_the_alias() {
        let check = |words: &[&str], text: &str, alias: &str| {
            let name = Name::of(words);
            assert_eq!((name.text.as_str(), name.alias.as_str()), (text, alias));
        };
        check(
            &["阿棠", "的", "美妆间"],
            "阿棠的美妆间",
            "atang de meizhuangjian",
        );
        check(
            &["青禾", "女装", "馆"],
            "青禾女装馆",
            "qinghe nvzhuang guan",
        );
        check(&["星屿", "文化"], "星屿文化", "xingyu wenhua");
    }

    #[test]
    fn every_word_can_be_spelled() {
        let goods = CATEGORIES
            .iter()
            .flat_map(|category| category.goods.iter().chain(&category.places));
        let lists: [&[&str]; 9] = [
            &PERSON_PREFIXES,
            &GIVEN,
            &AUNT_GIVEN,
            &UNCLE_GIVEN,
            &POETIC,
            &SHOPS,
            &UNSPECIFIC,
            &COMPANY_FIRST,
            &COMPANY_SECOND,
        ];
        for word in goods
            .chain(lists.into_iter().flatten())
            .chain(&COMPANY_KINDS)
            .chain(&["的", "爱", "姐", "妈", "哥"])
        {
            assert!(word.chars().all(pinyin::knows), "{word}");
        }
    }

    #[test]
    fn no_name_is_given_twice() {
        let mut namer = Namer::new(Rng::stream(Topic::Names, 0));
        let given: BTreeSet<String> = (0..600)
            .map(|_| namer.channel(&CATEGORIES[1]).text)
            .collect();
        assert_eq!(given.len(), 600);
    }
}
