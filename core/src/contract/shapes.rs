//! The JSON shapes of the small rest of a document, read by serde. They stay private: what leaves
//! the contract is the model. Unknown fields are ignored, so that later minor versions can add.

use super::deserializer::At;
use serde::Deserialize;

/// A string with its place.
pub(super) type Text = At<String>;
/// A whole number with its place.
pub(super) type Whole = At<i64>;

#[derive(Deserialize)]
pub(super) struct Provenance {
    pub source: Option<Text>,
    pub synthetic: Option<bool>,
    pub licence: Option<Text>,
}

#[derive(Deserialize)]
pub(super) struct Calendar {
    pub timezone: Text,
    pub fiscal_year_start: Text,
}

#[derive(Deserialize)]
pub(super) struct Currency {
    pub code: Text,
    pub scale: Whole,
    pub display: Option<Vec<DisplayCurrency>>,
}

#[derive(Deserialize)]
pub(super) struct DisplayCurrency {
    pub code: Text,
    pub per_unit: Text,
    pub date: Option<Text>,
}

#[derive(Deserialize)]
pub(super) struct Programme {
    pub name: Text,
    pub metric: Text,
    pub channel_goal: Option<Whole>,
    pub target_channels: Option<Whole>,
    pub partner_goal: Option<Whole>,
    pub target_partners: Option<Whole>,
    pub refund_days: Option<Whole>,
}

#[derive(Deserialize)]
pub(super) struct Category {
    pub id: Text,
    pub name: Text,
    pub alias: Option<Text>,
}

#[derive(Deserialize)]
pub(super) struct Partner {
    pub id: Text,
    pub name: Text,
    pub alias: Option<Text>,
    pub goal: Option<Whole>,
}

#[derive(Deserialize)]
pub(super) struct Part {
    pub first_day: Text,
    pub days: Whole,
    pub channels: At<Vec<Whole>>,
    pub metrics: At<Vec<Text>>,
    pub href: Text,
    pub bytes: Whole,
    pub sha256: Text,
}

#[derive(Deserialize)]
pub(super) struct Event {
    pub kind: Text,
    pub name: Text,
    pub alias: Option<Text>,
    pub from: Text,
    pub to: Text,
}

#[derive(Deserialize)]
pub(super) struct HistoryPoint {
    pub date: Text,
    pub channels_over: Whole,
}

/// Support of any kind; which of the numbers belong to it depends on the kind.
#[derive(Deserialize)]
pub(super) struct Support {
    pub kind: Text,
    pub id: Option<Text>,
    pub name: Option<Text>,
    pub committed: Option<Whole>,
    pub spent: Option<Whole>,
    pub before_days: Option<Whole>,
    pub now_days: Option<Whole>,
    pub before_bp: Option<Whole>,
    pub now_bp: Option<Whole>,
}
