//! What a CSV file does not say, as the reader writes it.

use paceboard_core::contract::csv::CsvSettings;
use paceboard_core::contract::{Form, limits};
use paceboard_core::format::{currency_decimals, format_count};
use paceboard_core::model::{FiscalCalendar, Money};
use paceboard_core::text::Texts;

/// The fields of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormField {
    /// Name of the programme.
    Name,
    /// Currency of the amounts.
    Currency,
    /// First day of the fiscal year.
    YearStart,
    /// Goal of each channel.
    ChannelGoal,
    /// Channels that are to reach it.
    TargetChannels,
    /// Goal of each partner.
    PartnerGoal,
    /// Partners that are to reach it.
    TargetPartners,
}

impl FormField {
    /// All fields in order.
    pub const ALL: [Self; 7] = [
        Self::Name,
        Self::Currency,
        Self::YearStart,
        Self::ChannelGoal,
        Self::TargetChannels,
        Self::PartnerGoal,
        Self::TargetPartners,
    ];

    /// What the field is called.
    pub fn label(self, texts: &Texts) -> &'static str {
        match self {
            Self::Name => texts.files.file_programme,
            Self::Currency => texts.page.currency,
            Self::YearStart => texts.files.file_year_start,
            Self::ChannelGoal => texts.files.file_channel_goal,
            Self::TargetChannels => texts.files.file_target_channels,
            Self::PartnerGoal => texts.files.file_partner_goal,
            Self::TargetPartners => texts.files.file_target_partners,
        }
    }
}

/// The form, with a text for each field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CsvForm([String; FormField::ALL.len()]);

impl CsvForm {
    /// The programme's defaults, and the file's name without its ending.
    pub fn new(file: &str) -> Self {
        let defaults = CsvSettings::default();
        let (month, day) = defaults.fiscal_year_start;
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let goal = |goal: Option<Money>| {
            let one = 10_i64.pow(u32::from(defaults.currency_scale));
            format_count(goal.unwrap_or_default().minor() / one)
        };
        let count = |count: Option<u32>| format_count(i64::from(count.unwrap_or_default()));
        Self([
            stem.chars().take(limits::NAME_CHARS).collect(),
            defaults.currency_code,
            format!("{month:02}-{day:02}"),
            goal(defaults.channel_goal),
            count(defaults.target_channels),
            goal(defaults.partner_goal),
            count(defaults.target_partners),
        ])
    }

    /// The form with these texts; `None` where they are none.
    pub fn of(texts: &[String]) -> Option<Self> {
        Some(Self(texts.to_vec().try_into().ok()?))
    }

    /// The texts of all fields.
    pub fn into_texts(self) -> Vec<String> {
        self.0.into()
    }

    /// What stands in a field.
    pub fn get(&self, field: FormField) -> &str {
        &self.0[field as usize]
    }

    /// Writes into a field.
    pub fn set(&mut self, field: FormField, text: String) {
        self.0[field as usize] = text;
    }

    /// What belongs into a field; nothing of a name, which can only be missing or very long.
    pub fn wanted(&self, field: FormField, texts: &Texts) -> String {
        let form = |form: Form| texts.faults.text_forms[form.number()].to_owned();
        let wanted = match field {
            FormField::Name => return String::new(),
            FormField::Currency => form(Form::CurrencyCode),
            FormField::YearStart => form(Form::YearStart),
            _ => {
                let most = format_count(self.most(field));
                texts.files.file_field_whole.with([&most])
            }
        };
        texts.files.file_field.with([&wanted])
    }

    /// The form as settings, or the first field that is wrong. Amounts are in whole units of the
    /// currency; an empty goal or target is none.
    pub fn settings(&self) -> Result<CsvSettings, FormField> {
        let code = self.currency();
        let is_code = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        let name = self.get(FormField::Name).trim();
        if name.is_empty() || name.chars().count() > limits::NAME_CHARS {
            return Err(FormField::Name);
        }
        if !is_code {
            return Err(FormField::Currency);
        }
        Ok(CsvSettings {
            name: name.to_owned(),
            currency_scale: currency_decimals(&code),
            currency_code: code,
            fiscal_year_start: self.year_start().ok_or(FormField::YearStart)?,
            channel_goal: self.goal(FormField::ChannelGoal)?,
            target_channels: self.target(FormField::TargetChannels)?,
            partner_goal: self.goal(FormField::PartnerGoal)?,
            target_partners: self.target(FormField::TargetPartners)?,
        })
    }

    fn year_start(&self) -> Option<(u8, u8)> {
        let (month, day) = self.get(FormField::YearStart).trim().split_once('-')?;
        let (month, day) = (month.parse().ok()?, day.parse().ok()?);
        FiscalCalendar::new(String::new(), month, day)?;
        Some((month, day))
    }

    fn currency(&self) -> String {
        self.get(FormField::Currency).trim().to_uppercase()
    }

    /// The currency's unit in minor units.
    fn one(&self) -> i64 {
        10_i64.pow(u32::from(currency_decimals(&self.currency())))
    }

    /// The largest number that belongs into a field of goals or targets.
    fn most(&self, field: FormField) -> i64 {
        match field {
            FormField::ChannelGoal | FormField::PartnerGoal => limits::AMOUNT / self.one(),
            _ => i64::from(u32::MAX),
        }
    }

    fn goal(&self, field: FormField) -> Result<Option<Money>, FormField> {
        let whole = self.whole(field)?;
        Ok(whole.map(|whole| Money(whole * self.one())))
    }

    fn target(&self, field: FormField) -> Result<Option<u32>, FormField> {
        Ok(self.whole(field)?.map(|whole| whole as u32))
    }

    /// A whole number, with or without commas between its digits, no larger than it may be.
    fn whole(&self, field: FormField) -> Result<Option<i64>, FormField> {
        let is_digit = |letter: &char| !matches!(letter, ',' | '，' | ' ' | '\u{a0}');
        let digits: String = self.get(field).chars().filter(is_digit).collect();
        if digits.is_empty() {
            return Ok(None);
        }
        let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
        let number = digits.parse().ok().filter(|_| is_number);
        let number = number.filter(|number| *number <= self.most(field));
        number.map(Some).ok_or(field)
    }
}

#[cfg(test)]
mod tests;
