//! Which rows meet the filter.

use super::Facets;
use super::facets::count;
use crate::books::Books;
use crate::model::{CategoryIndex, Dataset, Id, PartnerIndex, ProvinceIndex, Share};
use crate::pace::PaceTable;
use crate::query::{Entity, Filter, Query};

/// What a row meets, a bit for each filter.
pub(super) type Mask = u8;
pub(super) const CATEGORY: Mask = 1;
pub(super) const PARTNER: Mask = 2;
pub(super) const PROVINCE: Mask = 4;
pub(super) const STATUS: Mask = 8;
pub(super) const TEXT: Mask = 16;
/// One and the same channel meets category and province. A channel that meets each always does so;
/// a partner may meet them with different channels, which is not enough.
pub(super) const TOGETHER: Mask = 32;
/// Year to date ÷ goal lies in the range.
pub(super) const PROGRESS: Mask = 64;
pub(super) const ALL: Mask = 127;

/// The outcome of a filter.
pub(super) struct Sieve {
    masks: Vec<Mask>,
    pub(super) facets: Facets,
    /// Chosen ids and provinces that the document does not know.
    pub(super) unknown: Vec<String>,
}

impl Sieve {
    /// Holds every row against the filter of `query`.
    pub(super) fn new(dataset: &Dataset, books: &Books, paces: &PaceTable, query: &Query) -> Self {
        let mut unknown = Vec::new();
        let choices = Choices::resolve(dataset, &query.filter, &mut unknown);
        let mut masks = vec![ALL; books.ledger(query.entity).channels()];
        mark_standing(&mut masks, paces, query);
        mark_text(&mut masks, dataset, books, query);
        match query.entity {
            Entity::Channels => mark_channels(&mut masks, dataset, &choices),
            Entity::Partners => mark_partners(&mut masks, dataset, books, &choices),
        }
        let facets = count(dataset, books, paces, query.entity, &masks, &choices);
        Self {
            masks,
            facets,
            unknown,
        }
    }

    /// Those of `rows` that meet the filter, in the same order.
    pub(super) fn kept(&self, rows: &[u32]) -> Vec<u32> {
        let keeps = |row: &u32| self.masks[*row as usize] == ALL;
        rows.iter().copied().filter(keeps).collect()
    }
}

/// The chosen categories, partners and provinces as a flag for each that the document has; `None`
/// where nothing was chosen, which allows everything.
pub(super) struct Choices {
    category: Option<Vec<bool>>,
    partner: Option<Vec<bool>>,
    province: Option<Vec<bool>>,
}

impl Choices {
    fn resolve(dataset: &Dataset, filter: &Filter, unknown: &mut Vec<String>) -> Self {
        let texts = |ids: &[Id]| ids.iter().map(Id::to_string).collect::<Vec<_>>();
        let mut categories = dataset
            .categories
            .iter()
            .map(|category| category.id.as_str());
        let mut partners = dataset.partners.iter().map(|partner| partner.id.as_str());
        let mut provinces = dataset.provinces.iter().map(String::as_str);
        Self {
            category: flags(&texts(&filter.category), &mut categories, unknown),
            partner: flags(&texts(&filter.partner), &mut partners, unknown),
            province: flags(&filter.province, &mut provinces, unknown),
        }
    }

    /// Whether the choice of categories allows a channel of this one.
    pub(super) fn category(&self, category: Option<CategoryIndex>) -> bool {
        allows(self.category.as_deref(), category.map(CategoryIndex::at))
    }

    /// Whether the choice of provinces allows a channel of this one.
    pub(super) fn province(&self, province: Option<ProvinceIndex>) -> bool {
        allows(self.province.as_deref(), province.map(ProvinceIndex::at))
    }
}

/// A flag for each of `all`; chosen texts that are not among them go to `unknown`.
fn flags(
    chosen: &[String],
    all: &mut dyn Iterator<Item = &str>,
    unknown: &mut Vec<String>,
) -> Option<Vec<bool>> {
    if chosen.is_empty() {
        return None;
    }
    let mut found = vec![false; chosen.len()];
    let flag = |text: &str| {
        let position = chosen.iter().position(|choice| choice == text);
        position.is_some_and(|position| {
            found[position] = true;
            true
        })
    };
    let flags = all.map(flag).collect();
    let missing = chosen.iter().zip(&found).filter(|(_, found)| !**found);
    unknown.extend(missing.map(|(choice, _)| choice.clone()));
    Some(flags)
}

fn allows(flags: Option<&[bool]>, at: Option<usize>) -> bool {
    flags.is_none_or(|flags| at.is_some_and(|at| flags[at]))
}

/// Takes `bit` from each row that is not allowed.
fn mark(masks: &mut [Mask], bit: Mask, allowed: &dyn Fn(usize) -> bool) {
    for (row, mask) in masks.iter_mut().enumerate() {
        if !allowed(row) {
            *mask &= !bit;
        }
    }
}

fn mark_standing(masks: &mut [Mask], paces: &PaceTable, query: &Query) {
    let paces = paces.rows(query.entity);
    let chosen = &query.filter.status;
    if !chosen.is_empty() {
        mark(masks, STATUS, &|row| {
            paces
                .get(row)
                .is_some_and(|pace| chosen.contains(&pace.status))
        });
    }
    if let Some(range) = query.filter.progress {
        mark(masks, PROGRESS, &|row| {
            let progress = paces
                .get(row)
                .and_then(|pace| pace.progress.map(Share::whole_basis_points));
            progress.is_some_and(|progress| range.contains(progress))
        });
    }
}

fn mark_text(masks: &mut [Mask], dataset: &Dataset, books: &Books, query: &Query) {
    if !query.filter.text.is_empty() {
        let roster = books.directory.roster(query.entity);
        let found = roster
            .search(dataset, query.entity)
            .matching(&query.filter.text);
        mark(masks, TEXT, &|row| found[row]);
    }
}

fn mark_channels(masks: &mut [Mask], dataset: &Dataset, choices: &Choices) {
    let channels = &dataset.channels;
    if choices.category.is_some() {
        mark(masks, CATEGORY, &|row| {
            choices.category(channels.category[row])
        });
    }
    if choices.province.is_some() {
        mark(masks, PROVINCE, &|row| {
            choices.province(channels.province[row])
        });
    }
    if let Some(chosen) = choices.partner.as_deref() {
        mark(masks, PARTNER, &|row| {
            allows(Some(chosen), channels.partner[row].map(PartnerIndex::at))
        });
    }
}

fn mark_partners(masks: &mut [Mask], dataset: &Dataset, books: &Books, choices: &Choices) {
    if let Some(chosen) = choices.partner.as_deref() {
        mark(masks, PARTNER, &|row| chosen[row]);
    }
    if choices.category.is_none() && choices.province.is_none() {
        return;
    }
    // Where nothing was chosen a partner without channels meets it too.
    let idle = bits(
        choices.category.is_none(),
        choices.province.is_none(),
        false,
    );
    let relevant = bits(true, true, true);
    for (row, mask) in masks.iter_mut().enumerate() {
        let members = books.directory.members(row as u32).iter();
        let met = members.fold(idle, |met, channel| {
            let category = choices.category(dataset.channels.category[*channel as usize]);
            let province = choices.province(dataset.channels.province[*channel as usize]);
            met | bits(category, province, category && province)
        });
        *mask &= met | !relevant;
    }
}

fn bits(category: bool, province: bool, together: bool) -> Mask {
    let bit = |met: bool, bit: Mask| if met { bit } else { 0 };
    bit(category, CATEGORY) | bit(province, PROVINCE) | bit(together, TOGETHER)
}
