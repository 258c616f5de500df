//! What the form makes of its texts.

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
    let mut form = CsvForm::new("a.csv");
    form.set(FormField::Currency, "jpy".to_owned());
    let check = |field: FormField, zh: &str, en: &str| {
        let words = [&ZH, &EN].map(|texts| form.wanted(field, texts));
        assert_eq!(words, [zh, en]);
    };
    check(
        FormField::ChannelGoal,
        "请填非负整数，不超过 9,007,199,254,740,991",
        "Expected a whole number from 0 to 9,007,199,254,740,991",
    );
    check(
        FormField::TargetPartners,
        "请填非负整数，不超过 4,294,967,295",
        "Expected a whole number from 0 to 4,294,967,295",
    );
    check(
        FormField::Currency,
        "请填币种代码，如 CNY",
        "Expected a currency code such as CNY",
    );
}

#[test]
fn the_largest_goal_and_target_are_taken() {
    let mut form = CsvForm::new("a.csv");
    form.set(FormField::ChannelGoal, "90,071,992,547,409".to_owned());
    form.set(FormField::TargetPartners, "4294967295".to_owned());
    let settings = form.settings().unwrap();
    assert_eq!(settings.channel_goal, Some(Money(9_007_199_254_740_900)));
    assert_eq!(settings.target_partners, Some(u32::MAX));
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
