//! The small objects at the head of a document.

use super::deserializer::At;
use super::fault::Fault;
use super::scanner::Scanner;
use super::warning::Warnings;
use super::{limits, names, shapes, values};
use crate::model::{Currency, DisplayCurrency, FiscalCalendar, Money, Programme, Provenance};

pub(super) fn provenance(
    scanner: &mut Scanner<'_>,
    warnings: &mut Warnings,
) -> Result<Provenance, Fault> {
    let shape: shapes::Provenance = scanner.shape()?;
    let mut sentence = |text: Option<&shapes::Text>| {
        text.map(|text| names::sentence(text.leaf(), warnings))
            .transpose()
    };
    Ok(Provenance {
        source: sentence(shape.source.as_ref())?.unwrap_or_default(),
        synthetic: shape.synthetic.is_some_and(|synthetic| synthetic.value),
        licence: sentence(shape.licence.as_ref())?,
    })
}

pub(super) fn calendar(
    scanner: &mut Scanner<'_>,
    warnings: &mut Warnings,
) -> Result<FiscalCalendar, Fault> {
    let shape: shapes::Calendar = scanner.shape()?;
    let timezone = names::name(shape.timezone.leaf(), warnings)?;
    values::calendar(timezone, shape.fiscal_year_start.leaf())
}

pub(super) fn currency(scanner: &mut Scanner<'_>) -> Result<Currency, Fault> {
    let shape: shapes::Currency = scanner.shape()?;
    let code = values::currency_code(shape.code.leaf())?;
    let scale = values::within(&shape.scale, 0..=limits::SCALE)? as u8;
    let display = shape.display.map(|display| display.value);
    let display = display.iter().flatten().map(display_currency);
    let display = display.collect::<Result<_, _>>()?;
    Ok(Currency {
        code,
        scale,
        display,
    })
}

fn display_currency(
    At { value: shape, .. }: &At<shapes::DisplayCurrency>,
) -> Result<DisplayCurrency, Fault> {
    let code = values::currency_code(shape.code.leaf())?;
    let per_unit = values::rate(shape.per_unit.leaf())?;
    let date = shape
        .date
        .as_ref()
        .map(|date| values::day(date.leaf()))
        .transpose()?;
    Ok(DisplayCurrency {
        code,
        per_unit,
        date,
    })
}

pub(super) fn programme(
    scanner: &mut Scanner<'_>,
    warnings: &mut Warnings,
) -> Result<Programme, Fault> {
    let shape: shapes::Programme = scanner.shape()?;
    let is_goal = |goal: &Money| goal.minor() > 0;
    Ok(Programme {
        name: names::name(shape.name.leaf(), warnings)?,
        metric: values::goal_metric(shape.metric.leaf())?,
        channel_goal: values::goal(shape.channel_goal.as_ref(), warnings).filter(is_goal),
        target_channels: values::target(shape.target_channels.as_ref(), warnings)?,
        partner_goal: values::goal(shape.partner_goal.as_ref(), warnings).filter(is_goal),
        target_partners: values::target(shape.target_partners.as_ref(), warnings)?,
        refund_days: refund_days(shape.refund_days.as_ref())?,
    })
}

fn refund_days(days: Option<&shapes::Whole>) -> Result<Option<u32>, Fault> {
    let days = days.map(|days| values::within(days, 0..=limits::REFUND_DAYS));
    Ok(days.transpose()?.map(|days| days as u32))
}
