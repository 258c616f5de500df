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

    /// What belongs into the field; nothing of a name, which can only be missing or very long.
    pub fn wanted(self, texts: &Texts) -> String {
        let form = |form: Form| texts.faults.text_forms[form.number()];
        let wanted = match self {
            Self::Name => return String::new(),
            Self::Currency => form(Form::CurrencyCode),
            Self::YearStart => form(Form::YearStart),
            _ => texts.files.file_field_whole,
        };
        texts.files.file_field.with([wanted])
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

    /// The form as settings, or the first field that is wrong. Amounts are in whole units of the
    /// currency; an empty goal or target is none.
    pub fn settings(&self) -> Result<CsvSettings, FormField> {
        let code = self.get(FormField::Currency).trim().to_uppercase();
        let is_code = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        let name = self.get(FormField::Name).trim();
        if name.is_empty() || name.chars().count() > limits::NAME_CHARS {
            return Err(FormField::Name);
        }
        if !is_code {
            return Err(FormField::Currency);
        }
        let scale = currency_decimals(&code);
        Ok(CsvSettings {
            name: name.to_owned(),
            currency_code: code,
            currency_scale: scale,
            fiscal_year_start: self.year_start().ok_or(FormField::YearStart)?,
            channel_goal: self.goal(FormField::ChannelGoal, scale)?,
            target_channels: self.target(FormField::TargetChannels)?,
            partner_goal: self.goal(FormField::PartnerGoal, scale)?,
            target_partners: self.target(FormField::TargetPartners)?,
        })
    }

    fn year_start(&self) -> Option<(u8, u8)> {
        let (month, day) = self.get(FormField::YearStart).trim().split_once('-')?;
        let (month, day) = (month.parse().ok()?, day.parse().ok()?);
        FiscalCalendar::new(String::new(), month, day)?;
        Some((month, day))
    }

    fn goal(&self, field: FormField, scale: u8) -> Result<Option<Money>, FormField> {
        let one = 10_i64.pow(u32::from(scale));
        let Some(whole) = self.whole(field)? else {
            return Ok(None);
        };
        let minor = whole.checked_mul(one).filter(|it| *it <= limits::AMOUNT);
        minor.map(|minor| Some(Money(minor))).ok_or(field)
    }

    fn target(&self, field: FormField) -> Result<Option<u32>, FormField> {
        let whole = self.whole(field)?;
        whole
            .map(|it| u32::try_from(it).map_err(|_| field))
            .transpose()
    }

    /// A whole number, with or without commas between its digits.
    fn whole(&self, field: FormField) -> Result<Option<i64>, FormField> {
        let is_digit = |letter: &char| !matches!(letter, ',' | '，' | ' ' | '\u{a0}');
        let digits: String = self.get(field).chars().filter(is_digit).collect();
        if digits.is_empty() {
            return Ok(None);
        }
        let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
        let number = digits.parse().ok().filter(|_| is_number);
        number.map(Some).ok_or(field)
    }
}

#[cfg(test)]
mod tests {
    use super::{CsvForm, FormField};
    use paceboard_core::contract::csv::CsvSettings;
    use paceboard_core::model::Money;
    use paceboard_core::text::{EN, ZH};

    #[test]
    fn untouched_it_says_what_the_programme_does() {
        let settings = CsvForm::new("spring.csv").settings().unwrap();
        let expected = CsvSettings {
            name: "spring".to_owned(),
            ..CsvSettings::default()
        };
        assert_eq!(settings, expected);
    }

    #[test]
    fn a_currency_without_decimals_has_goals_without() {
        let mut form = CsvForm::new("a.csv");
        form.set(FormField::Currency, " jpy ".to_owned());
        form.set(FormField::ChannelGoal, "1 000，000".to_owned());
        form.set(FormField::PartnerGoal, String::new());
        let settings = form.settings().unwrap();
        assert_eq!(
            (settings.currency_code.as_str(), settings.currency_scale),
            ("JPY", 0)
        );
        assert_eq!(settings.channel_goal, Some(Money(1_000_000)));
        assert_eq!(settings.partner_goal, None);
    }

    #[test]
    fn what_belongs_into_a_field_is_said() {
        let check = |field: FormField, zh: &str, en: &str| {
            assert_eq!(
                (field.wanted(&ZH).as_str(), field.wanted(&EN).as_str()),
                (zh, en)
            );
        };
        let whole = "Expected a whole number, not negative and not too large";
        check(FormField::ChannelGoal, "请填非负整数，且不能过大", whole);
        check(FormField::TargetPartners, "请填非负整数，且不能过大", whole);
        check(
            FormField::Currency,
            "请填币种代码，如 CNY",
            "Expected a currency code such as CNY",
        );
    }

    #[test]
    fn the_wrong_field_is_named() {
        let check = |field: FormField, text: &str| {
            let mut form = CsvForm::new("a.csv");
            form.set(field, text.to_owned());
            assert_eq!(form.settings(), Err(field), "{text}");
        };
        check(FormField::Name, " ");
        check(FormField::Name, &"长".repeat(201));
        check(FormField::Currency, "yuan");
        check(FormField::YearStart, "02-29");
        check(FormField::YearStart, "April 1");
        check(FormField::ChannelGoal, "1.5");
        check(FormField::ChannelGoal, "90071992547410");
        check(FormField::TargetChannels, "-3");
        check(FormField::TargetPartners, "4294967296");
    }
}
