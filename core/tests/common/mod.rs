//! A builder of small documents, so that a test reads as its table of figures.
//!
//! Each test binary uses a part of it only.
#![allow(dead_code, clippy::unwrap_used)]

use paceboard_core::books::Books;
use paceboard_core::model::{
    AsOf, Block, Category, CategoryIndex, Cells, ChannelIndex, Channels, Currency, Dataset, Day,
    DayRange, Event, FiscalCalendar, Id, Metric, Money, Partner, PartnerIndex, Programme,
    Provenance, ProvinceIndex, Share,
};
use paceboard_core::pace::{CurveLevel, Pace, PaceTable};
use paceboard_core::query::{Entity, Plan, Status};
use std::sync::Arc;

/// Stands for a gap in tables of figures.
pub const GAP: i64 = Cells::GAP;

/// The day of a date such as `2021-04-01`.
pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// The days of a range such as `2021-04-01..2021-05-01`.
pub fn days(text: &str) -> DayRange {
    let (from, to) = text.split_once("..").unwrap();
    DayRange::new(day(from), day(to))
}

/// The id of a text.
pub fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

/// A document in the making. The fiscal year starts on 1 April, money is whole yuan, the
/// programme counts gmv.
pub struct Document {
    dataset: Dataset,
    channels: Channels,
}

/// What a channel may have besides id, name and alias: positions and a goal.
#[derive(Clone, Copy, Debug, Default)]
pub struct Traits {
    pub partner: Option<u32>,
    pub category: Option<u32>,
    pub province: Option<u32>,
    pub goal: Option<i64>,
}

impl Document {
    /// An empty document as of that day.
    pub fn new(as_of: &str) -> Self {
        let dataset = Dataset {
            as_of: AsOf {
                text: format!("{as_of}T23:59:59+08:00"),
                day: day(as_of),
            },
            provenance: Provenance::default(),
            calendar: FiscalCalendar::new("Asia/Shanghai".into(), 4, 1).unwrap(),
            currency: Currency {
                code: "CNY".into(),
                scale: 0,
                display: Vec::new(),
            },
            programme: Programme {
                name: "Test".into(),
                metric: Metric::Gmv,
                channel_goal: None,
                target_channels: None,
                partner_goal: None,
                target_partners: None,
                refund_days: None,
            },
            categories: Vec::new(),
            partners: Vec::new(),
            provinces: Vec::new(),
            channels: Arc::default(),
            blocks: Vec::new(),
            parts: Vec::new(),
            curves: None,
            totals: None,
            daily: None,
            events: Vec::new(),
            programme_history: Vec::new(),
            scope: None,
            support: Vec::new(),
        };
        Self {
            dataset,
            channels: Channels::default(),
        }
    }

    /// Goals of each channel and of each partner.
    pub fn goals(mut self, channel: i64, partner: i64) -> Self {
        self.dataset.programme.channel_goal = Some(Money(channel));
        self.dataset.programme.partner_goal = Some(Money(partner));
        self
    }

    /// Targets: how many channels and partners are to reach their goals.
    pub fn targets(mut self, channels: u32, partners: u32) -> Self {
        self.dataset.programme.target_channels = Some(channels);
        self.dataset.programme.target_partners = Some(partners);
        self
    }

    /// Categories, each named by its id.
    pub fn categories(mut self, ids: &[&str]) -> Self {
        let category = |text: &&str| Category {
            id: id(text),
            name: (*text).to_owned(),
            alias: String::new(),
        };
        self.dataset.categories.extend(ids.iter().map(category));
        self
    }

    /// Partners, each named by its id.
    pub fn partners(mut self, ids: &[&str]) -> Self {
        let partner = |text: &&str| Partner {
            id: id(text),
            name: (*text).to_owned(),
            alias: String::new(),
            goal: None,
        };
        self.dataset.partners.extend(ids.iter().map(partner));
        self
    }

    /// Provinces.
    pub fn provinces(mut self, names: &[&str]) -> Self {
        let names = names.iter().map(|name| (*name).to_owned());
        self.dataset.provinces.extend(names);
        self
    }

    /// A festival.
    pub fn event(mut self, kind: &str, range: &str) -> Self {
        self.dataset.events.push(Event {
            kind: id(kind),
            name: kind.to_owned(),
            alias: String::new(),
            range: days(range),
        });
        self
    }

    /// A channel named by its id.
    pub fn channel(self, id: &str, traits: Traits) -> Self {
        self.named_channel(id, id, "", traits)
    }

    /// A channel.
    pub fn named_channel(mut self, text: &str, name: &str, alias: &str, traits: Traits) -> Self {
        let channels = &mut self.channels;
        channels.id.push(id(text));
        channels.name.push(name.to_owned());
        channels.alias.push(alias.to_owned());
        channels.partner.push(traits.partner.map(PartnerIndex));
        channels.category.push(traits.category.map(CategoryIndex));
        channels.province.push(traits.province.map(ProvinceIndex));
        channels.started.push(None);
        channels.goal.push(traits.goal.map(Money));
        self
    }

    /// A block: a row of figures for each of the first channels, from `first_day`.
    pub fn block<R: AsRef<[i64]>>(mut self, metric: Metric, first_day: &str, rows: &[R]) -> Self {
        let length = rows.first().map_or(0, |row| row.as_ref().len());
        assert!(rows.iter().all(|row| row.as_ref().len() == length));
        let values = rows.iter().flat_map(AsRef::as_ref).copied().collect();
        self.dataset.blocks.push(Arc::new(Block {
            range: DayRange::starting(day(first_day), length as u32),
            channels: 0..rows.len() as u32,
            metrics: vec![(metric, Cells { values })],
            part: None,
        }));
        self
    }

    /// The finished document.
    pub fn build(mut self) -> Dataset {
        self.dataset.channels = Arc::new(self.channels);
        self.dataset
    }
}

/// Pace where the plan places the same share of the year, in parts per million, before the end of
/// today for everyone: what tests of other parts need without the seasonal plan.
pub fn flat_paces(dataset: &Dataset, books: &Books, plan_ppm: u32) -> PaceTable {
    let today = dataset.as_of.day;
    let year = dataset.calendar.year_of(today);
    let passed = DayRange::new(year.from(), today.plus(1));
    let rows = |entity: Entity, goals: Vec<Option<Money>>| {
        let ledger = books.ledger(entity);
        let sums = ledger.window_totals(dataset.programme.metric, passed);
        let metric = dataset.programme.metric;
        let pairs = goals.into_iter().zip(sums).zip((0..).map(ChannelIndex));
        pairs
            .map(|((goal, sum), row)| {
                let is_known = ledger.has_figure(metric, row, passed);
                flat_pace(goal, is_known.then_some(sum), plan_ppm)
            })
            .collect()
    };
    let channels = dataset.channels.indices();
    let channel_goals = channels.map(|channel| dataset.channel_goal(channel));
    let partners = (0..dataset.partners.len() as u32).map(PartnerIndex);
    let partner_goals = partners.map(|partner| dataset.partner_goal(partner));
    PaceTable {
        today,
        year,
        plan: Plan::Linear,
        channels: rows(Entity::Channels, channel_goals.collect()),
        partners: rows(Entity::Partners, partner_goals.collect()),
    }
}

/// Quotients are cut, not rounded: choose goals and shares that divide.
fn flat_pace(goal: Option<Money>, sum: Option<i64>, plan_ppm: u32) -> Pace {
    let expected = goal.map(|goal| goal.0 * i64::from(plan_ppm) / 1_000_000);
    let per = |whole: i64| Some((sum.filter(|_| whole > 0)? * 10_000 / whole) as i32);
    let (is_known, sum) = (sum.is_some(), sum.unwrap_or(0));
    let status = match (goal, expected) {
        (Some(_), _) if !is_known => Status::NoData,
        (Some(goal), _) if sum >= goal.0 => Status::Over,
        (_, Some(expected)) if sum >= expected => Status::OnPace,
        (Some(_), _) => Status::Behind,
        (None, _) => Status::NoGoal,
    };
    Pace {
        goal,
        to_date: Money(sum),
        is_known,
        plan_ppm,
        expected: expected.map(Money),
        pace_bp: expected.and_then(per),
        progress: goal
            .filter(|_| is_known)
            .and_then(|goal| Share::of(sum, goal.0)),
        reach_bp: None,
        status,
        level: CurveLevel::Linear,
        crossed: None,
    }
}

/// Where everyone stands at the end of a day.
pub fn table(dataset: &Dataset, today: &str, plan: Plan) -> PaceTable {
    let books = Books::build(dataset).unwrap();
    PaceTable::build(dataset, &books, day(today), plan)
}
