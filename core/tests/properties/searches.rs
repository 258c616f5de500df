//! Search against looking into each text.

use paceboard_core::directory::{Entry, SearchIndex, fold};
use proptest::collection::vec;
use proptest::prelude::*;

proptest! {
    #[test]
    fn whatever_stands_in_a_text_is_found_there_and_nothing_else(
        texts in vec(("[aA阿 ·]{0,4}", "[bB棠 -]{0,4}"), 0..8),
        wanted in "[aAbBc阿棠 ·\n]{0,3}",
    ) {
        let entries = texts.iter().map(|(name, alias)| Entry { id: "c", name, alias });
        let found = SearchIndex::build(entries).matching(&wanted);
        let is_nothing = wanted.trim().is_empty();
        let wanted = fold(&wanted);
        for ((name, alias), found) in texts.iter().zip(found) {
            let stands = [name, alias, "c"].iter().any(|text| fold(text).contains(&wanted));
            let stands = stands && (is_nothing || !wanted.is_empty());
            // Initials are letters of the alias, so that nothing else can be found by them.
            let initials = wanted.chars().all(|letter| fold(alias).contains(letter));
            prop_assert!(found || !stands);
            prop_assert!(stands || !found || initials);
        }
    }

    #[test]
    fn folding_twice_changes_nothing(text in any::<String>()) {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded.clone());
        let holds_spaces = folded.contains([' ', '\n', '\u{3000}']);
        prop_assert!(!holds_spaces);
    }
}
