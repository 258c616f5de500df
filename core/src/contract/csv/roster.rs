//! Who is named in a CSV file: channels with their partners, categories and provinces, in the
//! order in which they first appear.

use super::records::Field;
use super::{CsvFault, in_column};
use crate::contract::channels::Provinces;
use crate::contract::error::{ContractErrorKind, Counted};
use crate::contract::fault::Fault;
use crate::contract::warning::{WarningKind, Warnings};
use crate::contract::{limits, names, values};
use crate::model::{Category, CategoryIndex, Channels, Id, Partner, PartnerIndex};
use std::collections::{HashMap, HashSet};

/// The fields of a row that describe its channel, in the order of [`ATTRIBUTES`].
pub(super) type Attributes<'r, 'a> = [Option<&'r Field<'a>>; 5];

/// The columns that describe a channel, but for [`PARTNER_NAME`], which describes its partner.
pub(super) const ATTRIBUTES: [&str; 5] = [
    "channel_name",
    "partner",
    "partner_name",
    "category",
    "province",
];

/// The place of a partner's name among them.
const PARTNER_NAME: usize = 2;

/// The channels and what belongs to them.
#[derive(Debug, Default)]
pub(super) struct Roster {
    pub channels: Channels,
    pub partners: Vec<Partner>,
    category_names: Vec<String>,
    provinces: Provinces,
    /// The texts that described each channel last.
    described: Vec<[String; 5]>,
    /// Which channels and partners have been counted as described differently.
    changed_channels: Vec<bool>,
    changed_partners: Vec<bool>,
    channel_index: HashMap<String, u32>,
    partner_index: HashMap<String, u32>,
    category_index: HashMap<String, u32>,
}

impl Roster {
    /// The position of a channel, added where it is new, and described by the row's attributes.
    /// An empty attribute says nothing; of two that differ the later is kept, and the channel counted
    /// once.
    pub fn channel(
        &mut self,
        id: &Field<'_>,
        attributes: &Attributes<'_, '_>,
        warnings: &mut Warnings,
    ) -> Result<u32, CsvFault> {
        let known = self.channel_index.get(id.plain()).copied();
        let channel = known.map_or_else(|| self.add_channel(id), Ok)?;
        let texts = attributes.map(|field| field.map_or("", |field| field.plain()));
        let described = &mut self.described[channel as usize];
        let (mut news, mut changes) = (false, false);
        for (column, (known, text)) in described.iter_mut().zip(texts).enumerate() {
            if !text.is_empty() && known != text {
                news = true;
                changes |= !known.is_empty() && column != PARTNER_NAME;
                text.clone_into(known);
            }
        }
        if changes {
            count_change(&mut self.changed_channels[channel as usize], id, warnings);
        }
        if news {
            self.describe(channel as usize, attributes, warnings)?;
        }
        Ok(channel)
    }

    fn add_channel(&mut self, id: &Field<'_>) -> Result<u32, CsvFault> {
        let text = id.plain();
        let channel = self.channels.len();
        limit(
            id,
            channel,
            (Counted::Channels, limits::CHANNELS),
            "channel",
        )?;
        self.channels
            .id
            .push(in_column(values::id((id.offset, text)), "channel")?);
        self.channels.name.push(text.to_owned());
        self.channels.alias.push(String::new());
        self.channels.partner.push(None);
        self.channels.category.push(None);
        self.channels.province.push(None);
        self.channels.started.push(None);
        self.channels.goal.push(None);
        self.described.push(Default::default());
        self.changed_channels.push(false);
        self.channel_index.insert(text.to_owned(), channel as u32);
        Ok(channel as u32)
    }

    fn describe(
        &mut self,
        channel: usize,
        attributes: &Attributes<'_, '_>,
        warnings: &mut Warnings,
    ) -> Result<(), CsvFault> {
        let [name, partner, partner_name, category, province] =
            attributes.map(|field| field.filter(|field| !field.text.is_empty()));
        if let Some(name) = name {
            self.channels.name[channel] = shown_name(name, "channel_name", warnings)?;
        }
        if let Some(partner) = partner {
            let partner = self.partner(partner, partner_name, warnings)?;
            self.channels.partner[channel] = Some(partner);
        }
        if let Some(category) = category {
            self.channels.category[channel] = Some(self.category(category, warnings)?);
        }
        if let Some(province) = province {
            let name = shown_name(province, "province", warnings)?;
            self.channels.province[channel] = Some(self.provinces.index(name));
        }
        Ok(())
    }

    fn partner(
        &mut self,
        id: &Field<'_>,
        name: Option<&Field<'_>>,
        warnings: &mut Warnings,
    ) -> Result<PartnerIndex, CsvFault> {
        let known = self.partner_index.get(id.plain()).copied();
        let index = known.map_or_else(|| self.add_partner(id), Ok)?;
        if let Some(field) = name {
            let name = shown_name(field, "partner_name", warnings)?;
            let partner = &mut self.partners[index as usize];
            if partner.name != name && partner.name != partner.id.as_str() {
                count_change(&mut self.changed_partners[index as usize], field, warnings);
            }
            partner.name = name;
        }
        Ok(PartnerIndex(index))
    }

    fn add_partner(&mut self, id: &Field<'_>) -> Result<u32, CsvFault> {
        let text = id.plain();
        let index = self.partners.len();
        limit(id, index, (Counted::Partners, limits::PARTNERS), "partner")?;
        let id = in_column(values::id((id.offset, text)), "partner")?;
        self.partners.push(Partner {
            id,
            name: text.to_owned(),
            alias: String::new(),
            goal: None,
        });
        self.changed_partners.push(false);
        self.partner_index.insert(text.to_owned(), index as u32);
        Ok(index as u32)
    }

    fn category(
        &mut self,
        name: &Field<'_>,
        warnings: &mut Warnings,
    ) -> Result<CategoryIndex, CsvFault> {
        let shown = shown_name(name, "category", warnings)?;
        if let Some(&index) = self.category_index.get(&shown) {
            return Ok(CategoryIndex(index));
        }
        let index = self.category_names.len();
        limit(
            name,
            index,
            (Counted::Categories, limits::CATEGORIES),
            "category",
        )?;
        self.category_names.push(shown.clone());
        self.category_index.insert(shown, index as u32);
        Ok(CategoryIndex(index as u32))
    }

    /// Names of provinces.
    pub fn take_provinces(&mut self) -> Vec<String> {
        std::mem::take(&mut self.provinces).into_names()
    }

    /// The categories. A file names them only: a name that can be an id is one, the others are
    /// numbered.
    pub fn categories(&self) -> Vec<Category> {
        let mut taken: HashSet<Id> = self
            .category_names
            .iter()
            .filter_map(|name| Id::new(name).ok())
            .collect();
        let category = |name: &String| {
            let id = Id::new(name).ok().or_else(|| {
                let mut numbered =
                    (1..).filter_map(|number| Id::new(&format!("category-{number}")).ok());
                numbered.find(|id| taken.insert(id.clone()))
            })?;
            Some(Category {
                id,
                name: name.clone(),
                alias: String::new(),
            })
        };
        self.category_names.iter().filter_map(category).collect()
    }
}

/// Counts what is described differently, unless it has been.
fn count_change(is_counted: &mut bool, field: &Field<'_>, warnings: &mut Warnings) {
    if !std::mem::replace(is_counted, true) {
        warnings.at(WarningKind::AttributeChanged, field.offset);
    }
}

fn limit(
    field: &Field<'_>,
    count: usize,
    (what, limit): (Counted, usize),
    column: &'static str,
) -> Result<(), CsvFault> {
    let fault = || Fault::new(field.offset, ContractErrorKind::TooMany { what, limit });
    in_column(if count < limit { Ok(()) } else { Err(fault()) }, column)
}

fn shown_name(
    field: &Field<'_>,
    column: &'static str,
    warnings: &mut Warnings,
) -> Result<String, CsvFault> {
    in_column(names::name((field.offset, field.plain()), warnings), column)
}
