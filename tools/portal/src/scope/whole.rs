//! What may be known of the whole programme: sums that say nothing about any single channel.

use crate::figures::Figures;
use paceboard_core::model::{Curves, Dataset, Day, Money, SupportKind};
use paceboard_core::programme::{BurnUp, standing};
use paceboard_core::query::Entity;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Goal and target of channels. Those of partners are left out: a merchant's document has no
/// partners, whose sums would lack the channels that are not in it.
pub fn programme(dataset: &Dataset) -> Value {
    let programme = &dataset.programme;
    json!({
        "name": programme.name,
        "metric": programme.metric.name(),
        "channel_goal": programme.channel_goal.map(Money::minor),
        "target_channels": programme.target_channels,
        "refund_days": programme.refund_days,
    })
}

/// How many channels were over the line, day by day of both years, and what was given of earlier
/// ones.
pub fn history(figures: &Figures) -> Value {
    let standing = standing(
        &figures.dataset,
        &figures.books,
        &figures.paces,
        Entity::Channels,
    );
    let mut counts: BTreeMap<Day, u32> = BTreeMap::new();
    for point in &standing.history {
        counts.insert(point.day, point.channels_over);
    }
    for burn_up in standing.last_year.iter().chain([&standing.this_year]) {
        counts.extend(by_day(burn_up));
    }
    let entry = |(day, over): (Day, u32)| json!({"date": day.to_string(), "channels_over": over});
    counts.into_iter().map(entry).collect()
}

fn by_day(burn_up: &BurnUp) -> impl Iterator<Item = (Day, u32)> {
    let days = burn_up.year.range().days();
    days.zip(burn_up.over.iter().copied())
}

/// The season of the whole programme and of its categories.
pub fn curves(curves: &Curves) -> Value {
    json!({
        "first_day": curves.range.from().to_string(),
        "days": curves.range.len(),
        "programme": curves.programme,
        "categories": curves.categories,
    })
}

/// Categories, by whose curves pace is measured.
pub fn categories(dataset: &Dataset) -> Value {
    let categories = dataset.categories.iter();
    let entry = |id: &str, name: &str, alias: &str| json!({"id": id, "name": name, "alias": alias});
    categories
        .map(|category| entry(category.id.as_str(), &category.name, &category.alias))
        .collect()
}

/// Festivals.
pub fn events(dataset: &Dataset) -> Value {
    let event = |event: &paceboard_core::model::Event| {
        json!({
            "kind": event.kind.as_str(),
            "name": event.name,
            "alias": event.alias,
            "from": event.range.from().to_string(),
            "to": event.range.to().plus(-1).to_string(),
        })
    };
    dataset.events.iter().map(event).collect()
}

/// What merchants were promised: times and rates. How much of the funds is spent is the
/// operator's business.
pub fn support(dataset: &Dataset) -> Value {
    let entry = |support: &paceboard_core::model::Support| {
        let (id, name) = (support.id.as_str(), &support.name);
        match support.kind {
            SupportKind::Fund { .. } => None,
            SupportKind::Duration {
                before_days,
                now_days,
            } => Some(json!({
                "kind": "duration", "id": id, "name": name,
                "before_days": before_days, "now_days": now_days,
            })),
            SupportKind::Rate { before_bp, now_bp } => Some(json!({
                "kind": "rate", "id": id, "name": name,
                "before_bp": before_bp, "now_bp": now_bp,
            })),
        }
    };
    dataset.support.iter().filter_map(entry).collect()
}
