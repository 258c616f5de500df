//! The filters that are lists of choices: what each offers, holds and changes.

use crate::state::State;
use crate::ui::leaderboard::status_word;
use crate::ui::parts::localized;
use paceboard_core::board::{Facets, Lifted};
use paceboard_core::directory::Entry;
use paceboard_core::model::{Dataset, Id, Lang};
use paceboard_core::query::{Filter, Status};
use paceboard_core::text::Texts;

/// A filter by a list of choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Categories.
    Category,
    /// Partners.
    Partner,
    /// Provinces.
    Province,
    /// Standings.
    Status,
}

/// What something is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// By the URL.
    pub key: String,
    /// On the page.
    pub name: String,
    /// Otherwise, to be found by; may be empty.
    pub alias: String,
}

impl Named {
    /// By what it is found.
    pub fn entry(&self) -> Entry<'_> {
        Entry {
            id: &self.key,
            name: &self.name,
            alias: &self.alias,
        }
    }
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What it is called.
    pub named: Named,
    /// How many rows it would leave.
    pub count: u32,
    /// Whether it is chosen.
    pub chosen: bool,
}

impl Kind {
    /// All of them, in the order of the bar.
    pub const ALL: [Self; 4] = [Self::Category, Self::Partner, Self::Province, Self::Status];

    /// What it filters by.
    pub fn title(self, texts: &Texts) -> &'static str {
        match self {
            Self::Category => texts.board.category,
            Self::Partner => texts.board.partner,
            Self::Province => texts.board.province,
            Self::Status => texts.board.status,
        }
    }

    /// No filter of this kind.
    pub fn all(self, texts: &Texts) -> &'static str {
        match self {
            Self::Category => texts.board.category_all,
            Self::Partner => texts.board.partner_all,
            Self::Province => texts.board.province_all,
            Self::Status => texts.board.status_all,
        }
    }

    /// The offer to lift it.
    pub fn loosen_text(self, texts: &Texts, names: &str) -> String {
        let text = match self {
            Self::Category => texts.files.loosen_category,
            Self::Partner => texts.files.loosen_partner,
            Self::Province => texts.files.loosen_province,
            Self::Status => texts.files.loosen_status,
        };
        text.with([names])
    }

    /// How many rows would be left without it.
    pub fn lifted(self, lifted: &Lifted) -> u32 {
        match self {
            Self::Category => lifted.category,
            Self::Partner => lifted.partner,
            Self::Province => lifted.province,
            Self::Status => lifted.status,
        }
    }

    /// What is chosen, as the URL calls it.
    pub fn chosen(self, filter: &Filter) -> Vec<String> {
        let ids = |ids: &[Id]| ids.iter().map(Id::to_string).collect();
        match self {
            Self::Category => ids(&filter.category),
            Self::Partner => ids(&filter.partner),
            Self::Province => filter.province.clone(),
            Self::Status => filter
                .status
                .iter()
                .map(|status| status.name().to_owned())
                .collect(),
        }
    }

    /// Chooses `key`, or no longer.
    pub fn toggle(self, filter: &mut Filter, key: &str) {
        match self {
            Self::Category => toggle(&mut filter.category, Id::new(key).ok()),
            Self::Partner => toggle(&mut filter.partner, Id::new(key).ok()),
            Self::Province => toggle(&mut filter.province, Some(key.to_owned())),
            Self::Status => toggle(&mut filter.status, Status::from_name(key)),
        }
    }

    /// Lifts the filter.
    pub fn clear(self, filter: &mut Filter) {
        match self {
            Self::Category => filter.category.clear(),
            Self::Partner => filter.partner.clear(),
            Self::Province => filter.province.clear(),
            Self::Status => filter.status.clear(),
        }
    }

    /// Everything that can be chosen, in document order.
    pub fn choices(self, state: State) -> Vec<Choice> {
        let chosen = state.query.with(|query| self.chosen(&query.filter));
        let facets = state
            .board
            .with(|board| board.as_ref().map(|board| board.facets.clone()));
        let counts = self.counts(facets.unwrap_or_default());
        let choice = |(at, named): (usize, Named)| {
            let (count, chosen) = (
                counts.get(at).copied().unwrap_or(0),
                chosen.contains(&named.key),
            );
            Choice {
                named,
                count,
                chosen,
            }
        };
        self.all_named(state)
            .into_iter()
            .enumerate()
            .map(choice)
            .collect()
    }

    /// What is chosen, with its names; by its key where the document does not know it.
    pub fn chosen_named(self, state: State) -> Vec<Named> {
        let chosen = state.query.with(|query| self.chosen(&query.filter));
        if chosen.is_empty() {
            return Vec::new();
        }
        let all = self.all_named(state);
        let named = |key: String| {
            let known = all.iter().find(|named| named.key == key).cloned();
            known.unwrap_or_else(|| Named {
                name: key.clone(),
                alias: String::new(),
                key,
            })
        };
        chosen.into_iter().map(named).collect()
    }

    fn all_named(self, state: State) -> Vec<Named> {
        let lang = state.lang.get();
        state.document.with(|document| {
            document
                .as_ref()
                .map(|document| self.named(&document.dataset, lang))
                .unwrap_or_default()
        })
    }

    fn counts(self, facets: Facets) -> Vec<u32> {
        match self {
            Self::Category => facets.category,
            Self::Partner => facets.partner,
            Self::Province => facets.province,
            Self::Status => facets.status,
        }
    }

    fn named(self, dataset: &Dataset, lang: Lang) -> Vec<Named> {
        let named = |id: &Id, name: &str, alias: &str| Named {
            key: id.to_string(),
            name: localized(lang, name, alias).to_owned(),
            alias: format!("{name} {alias}"),
        };
        let plain = |key: &str, name: &str| Named {
            key: key.into(),
            name: name.into(),
            alias: String::new(),
        };
        let word = |status: Status| plain(status.name(), status_word(status, Texts::of(lang)));
        match self {
            Self::Category => dataset
                .categories
                .iter()
                .map(|it| named(&it.id, &it.name, &it.alias))
                .collect(),
            Self::Partner => dataset
                .partners
                .iter()
                .map(|it| named(&it.id, &it.name, &it.alias))
                .collect(),
            Self::Province => dataset
                .provinces
                .iter()
                .map(|name| plain(name, name))
                .collect(),
            Self::Status => Status::ALL.map(word).into(),
        }
    }
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, value: Option<T>) {
    let Some(value) = value else { return };
    match list.iter().position(|chosen| *chosen == value) {
        Some(at) => drop(list.remove(at)),
        None => list.push(value),
    }
}

#[cfg(test)]
mod tests {
    use super::{Filter, Kind};

    #[test]
    fn a_choice_is_taken_and_dropped() {
        for (kind, key) in Kind::ALL
            .into_iter()
            .zip(["beauty", "p001", "浙江", "on-pace"])
        {
            let mut filter = Filter::default();
            kind.toggle(&mut filter, key);
            assert_eq!(kind.chosen(&filter), [key]);
            kind.toggle(&mut filter, key);
            assert!(filter.is_empty());
            kind.toggle(&mut filter, key);
            kind.clear(&mut filter);
            assert!(filter.is_empty());
        }
    }
}
