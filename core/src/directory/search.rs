//! Search as you type: all names in one text, searched in one go.

use super::fold::{fold, fold_char, fold_into};
use super::{Entry, pinyin};

/// Stands between texts; no folded text holds it.
const BORDER: char = '\n';

/// Folded name, id, alias and initials of the alias of each row, one after the other.
#[derive(Debug, Default)]
pub struct SearchIndex {
    texts: String,
    /// Where each row ends in `texts`.
    ends: Vec<u32>,
}

impl SearchIndex {
    /// Folds the texts of `entries`, which become rows 0, 1, 2, …
    pub fn build<'a>(entries: impl ExactSizeIterator<Item = Entry<'a>>) -> Self {
        let mut index = Self {
            texts: String::new(),
            ends: Vec::with_capacity(entries.len()),
        };
        let mut initials = Initials::default();
        for entry in entries {
            index.push(entry, &mut initials);
        }
        index
    }

    fn push(&mut self, entry: Entry<'_>, initials: &mut Initials) {
        for text in [entry.name, entry.id] {
            fold_into(text, &mut self.texts);
            self.texts.push(BORDER);
        }
        initials.clear();
        let alias_start = self.texts.len();
        for word in entry
            .alias
            .split(|character| fold_char(character).is_none())
        {
            let word_start = self.texts.len();
            fold_into(word, &mut self.texts);
            initials.push(&self.texts[word_start..]);
        }
        if self.texts.len() > alias_start {
            self.texts.push(BORDER);
            initials.write(&mut self.texts);
        }
        self.ends.push(self.texts.len() as u32);
    }

    /// For each row, whether `text` is found in its name, alias, id or initials, without regard
    /// to case, spaces, punctuation and accents. Spaces alone are found everywhere, punctuation
    /// alone nowhere.
    pub fn matching(&self, text: &str) -> Vec<bool> {
        let wanted = fold(text);
        let mut found = vec![text.trim().is_empty(); self.ends.len()];
        if wanted.is_empty() {
            return found;
        }
        let mut row = 0;
        for (at, _) in self.texts.match_indices(wanted.as_str()) {
            while self.ends[row] as usize <= at {
                row += 1;
            }
            found[row] = true;
        }
        found
    }
}

/// Initials of an alias, kept between rows to spare allocations.
#[derive(Default)]
struct Initials {
    words: String,
    syllables: String,
}

impl Initials {
    fn clear(&mut self) {
        self.words.clear();
        self.syllables.clear();
    }

    /// Adds a folded word.
    fn push(&mut self, word: &str) {
        self.words.extend(word.chars().next());
        pinyin::push_initials(word, &mut self.syllables);
    }

    fn write(&self, texts: &mut String) {
        texts.push_str(&self.words);
        texts.push(BORDER);
        texts.push_str(&self.syllables);
        texts.push(BORDER);
    }
}

#[cfg(test)]
mod tests {
    use super::SearchIndex;
    use crate::directory::Entry;

    #[test]
    fn finds_by_any_text_and_by_initials() {
        let ids = ["c0001", "c0002", "shop-3"];
        let names = [
            ("阿棠美妆", "atang meizhuang"),
            ("Côte d'Or", "Golden Coast"),
            ("阿棠 零食", ""),
        ];
        let entries = ids.into_iter().zip(names);
        let index =
            SearchIndex::build(entries.map(|(id, (name, alias))| Entry { id, name, alias }));
        let check = |text: &str, expected: [bool; 3]| {
            assert_eq!(index.matching(text), expected, "{text}");
        };
        check("阿棠", [true, false, true]);
        check("阿 棠美", [true, false, false]);
        check("atangmei", [true, false, false]);
        check("ATMZ", [true, false, false]);
        check("am", [true, false, false]);
        check("gc", [false, true, false]);
        check("cote dor", [false, true, false]);
        check("C000", [true, true, false]);
        check("shop3", [false, false, true]);
        check("零食atang", [false; 3]);
        check("零食shop", [false; 3]);
        check(" \u{3000}\n", [true; 3]);
        for punctuation in ["---", "。", " · "] {
            check(punctuation, [false; 3]);
        }
    }
}
