//! A merchant's document, and the part with the further metrics of its own channels.

use super::neighbours::Member;
use super::{Scoped, ranks, sha256, whole};
use crate::figures::Figures;
use paceboard_core::model::{ChannelIndex, Day, DayRange, Metric};
use serde_json::{Map, Value, json};

const FORMAT: &str = "channel-sales";
const VERSION: &str = "1.3";
/// Metrics of a merchant's own channels beside the programme's; of neighbours there is none.
const FURTHER: [Metric; 4] = [
    Metric::Net,
    Metric::Orders,
    Metric::Viewers,
    Metric::Minutes,
];

/// The document: both years of own channels and neighbours in the programme's metric, folded into
/// one series, so that nothing but the merchant's own part has to be fetched besides.
pub fn document(
    figures: &Figures,
    own: &[ChannelIndex],
    members: &[Member],
    part: &Scoped,
) -> Vec<u8> {
    let dataset = &figures.dataset;
    let mut document = json!({
        "format": FORMAT,
        "version": VERSION,
        "as_of": dataset.as_of.text,
        "provenance": provenance(figures),
        "calendar": calendar(figures),
        "currency": currency(figures),
        "programme": whole::programme(dataset),
        "programme_history": whole::history(figures),
        "scope": {
            "channels": dataset.channels.len(),
            "ranks": ranks::ranks(figures, members),
        },
        "categories": whole::categories(dataset),
        "partners": [],
        "channels": columns(figures, members),
        "events": whole::events(dataset),
        "support": whole::support(dataset),
        "parts": [reference(figures, own, part)],
        "series": series(figures, &channels(members), &[dataset.programme.metric], both_years(figures)),
    });
    if let Some(curves) = &dataset.curves {
        document["curves"] = whole::curves(curves);
    }
    text(&document)
}

/// The further metrics of the merchant's own channels, this year.
pub fn own_part(figures: &Figures, own: &[ChannelIndex]) -> Scoped {
    let part = json!({
        "format": FORMAT,
        "version": VERSION,
        "part": true,
        "channels": [0, own.len()],
        "series": series(figures, own, &FURTHER, this_year(figures)),
    });
    let bytes = text(&part);
    Scoped::new(format!("own.{}.json", &sha256(&bytes)[..16]), bytes)
}

/// What the document says of its part. The part lies beside the document, below its name.
fn reference(figures: &Figures, own: &[ChannelIndex], part: &Scoped) -> Value {
    let days = this_year(figures);
    json!({
        "first_day": days.from().to_string(),
        "days": days.len(),
        "channels": [0, own.len()],
        "metrics": FURTHER.map(Metric::name),
        "href": format!("sales/{}", part.name),
        "bytes": part.bytes.len(),
        "sha256": sha256(&part.bytes),
    })
}

fn provenance(figures: &Figures) -> Value {
    let provenance = &figures.dataset.provenance;
    json!({
        "source": provenance.source,
        "synthetic": provenance.synthetic,
        "licence": provenance.licence,
    })
}

fn calendar(figures: &Figures) -> Value {
    let calendar = &figures.dataset.calendar;
    let (month, day) = calendar.start();
    json!({
        "timezone": calendar.timezone(),
        "fiscal_year_start": format!("{month:02}-{day:02}"),
    })
}

fn currency(figures: &Figures) -> Value {
    let currency = &figures.dataset.currency;
    let other = |other: &paceboard_core::model::DisplayCurrency| {
        json!({
            "code": other.code,
            "per_unit": other.per_unit.to_string(),
            "date": other.date.map(|day| day.to_string()),
        })
    };
    json!({
        "code": currency.code,
        "scale": currency.scale,
        "display": currency.display.iter().map(other).collect::<Value>(),
    })
}

/// Columns of the channels. Whatever could tell who a neighbour is stays empty: category,
/// province, a goal of its own. The first day of a neighbour that started within the series can
/// be seen in its figures anyhow, and keeps the days before it from being counted as gaps.
fn columns(figures: &Figures, members: &[Member]) -> Value {
    let all = &figures.dataset.channels;
    let first = both_years(figures).from();
    let texts = |text: fn(&Member) -> &str| members.iter().map(text).collect::<Vec<_>>();
    let of_own = |member: &Member| member.own.then_some(member.channel.at());
    let category = |member: &Member| Some(all.category[of_own(member)?]?.0);
    let province = |member: &Member| {
        let province = all.province[of_own(member)?]?;
        figures.dataset.provinces.get(province.at())
    };
    let goal = |member: &Member| Some(all.goal[of_own(member)?]?.minor());
    let started = |member: &Member| -> Option<Day> {
        let day = all.started[member.channel.at()]?;
        (member.own || day > first).then_some(day)
    };
    json!({
        "id": texts(|member| &member.id),
        "name": texts(|member| &member.name),
        "alias": texts(|member| &member.alias),
        "category": members.iter().map(category).collect::<Vec<_>>(),
        "province": members.iter().map(province).collect::<Vec<_>>(),
        "goal": members.iter().map(goal).collect::<Vec<_>>(),
        "started": members.iter().map(started).map(|day| day.map(|day| day.to_string())).collect::<Vec<_>>(),
    })
}

fn series(
    figures: &Figures,
    channels: &[ChannelIndex],
    metrics: &[Metric],
    days: DayRange,
) -> Value {
    let mut series = Map::new();
    series.insert("first_day".to_owned(), json!(days.from().to_string()));
    series.insert("days".to_owned(), json!(days.len()));
    for metric in metrics {
        let row = |channel: &ChannelIndex| json!(figures.daily(*metric, *channel, days));
        series.insert(metric.name().to_owned(), channels.iter().map(row).collect());
    }
    Value::Object(series)
}

fn channels(members: &[Member]) -> Vec<ChannelIndex> {
    members.iter().map(|member| member.channel).collect()
}

/// This fiscal year up to the last day of the figures.
fn this_year(figures: &Figures) -> DayRange {
    DayRange::new(figures.paces.year.from(), figures.dataset.as_of.day.plus(1))
}

/// Last fiscal year and this one, as far as it goes.
fn both_years(figures: &Figures) -> DayRange {
    let last_year = figures.dataset.calendar.previous(figures.paces.year);
    DayRange::new(last_year.from(), this_year(figures).to())
}

fn text(document: &Value) -> Vec<u8> {
    document.to_string().into_bytes()
}
