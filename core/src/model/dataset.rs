//! The document as a whole.

use super::{
    CategoryIndex, ChannelIndex, Currency, Day, DayRange, FiscalCalendar, Id, Metric, Money,
    PartRef, PartnerIndex, ProvinceIndex,
};
use std::ops::Range;
use std::sync::Arc;

/// The last moment that the document covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// The moment as the document writes it, RFC 3339 with its own offset.
    pub text: String,
    /// The local day of that moment at that offset: "today" everywhere in Paceboard.
    pub day: Day,
}

/// Where the figures come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// A sentence about the source.
    pub source: String,
    /// Whether the figures are invented; the page says so.
    pub synthetic: bool,
    /// SPDX expression or words, where given.
    pub licence: Option<String>,
}

/// The undertaking: what each is to reach, and how many are to reach it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programme {
    /// Its name, for display.
    pub name: String,
    /// The metric that counts towards goals.
    pub metric: Metric,
    /// The sum for each channel in a fiscal year; `None` where there is no goal, never 0 or less.
    pub channel_goal: Option<Money>,
    /// How many channels are to reach it.
    pub target_channels: Option<u32>,
    /// The sum for each partner in a fiscal year; never 0 or less.
    pub partner_goal: Option<Money>,
    /// How many partners are to reach it.
    pub target_partners: Option<u32>,
    /// Days after which refunds have settled, the day of sale included, where the document says.
    pub refund_days: Option<u32>,
}

/// A category of goods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Another name, for search and for the other language; empty where none is given.
    pub alias: String,
}

/// An agency that runs channels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Another name, for search and for the other language; empty where none is given.
    pub alias: String,
    /// Its own goal instead of the programme's; 0 where it has none whatever the programme says.
    pub goal: Option<Money>,
}

/// The channels as columns of equal length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Channels {
    /// Ids, unique.
    pub id: Vec<Id>,
    /// Names.
    pub name: Vec<String>,
    /// Other names, for search; empty where none is given.
    pub alias: Vec<String>,
    /// The partner of each.
    pub partner: Vec<Option<PartnerIndex>>,
    /// The category of each.
    pub category: Vec<Option<CategoryIndex>>,
    /// The province of each.
    pub province: Vec<Option<ProvinceIndex>>,
    /// The first day on air of each.
    pub started: Vec<Option<Day>>,
    /// A goal of its own instead of the programme's; 0 where it has none whatever the programme
    /// says.
    pub goal: Vec<Option<Money>>,
}

impl Channels {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.id.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.id.is_empty()
    }

    /// All indices in order.
    pub fn indices(&self) -> impl Iterator<Item = ChannelIndex> + use<> {
        (0..self.len() as u32).map(ChannelIndex)
    }
}

/// Figures of one metric for channels × days, channel by channel. A gap is kept as [`Cells::GAP`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cells {
    /// `channels × days` figures, row by row.
    pub values: Vec<i64>,
}

impl Cells {
    /// Stands for "no data that day"; no figure of the contract has this value.
    pub const GAP: i64 = paceboard_figures::GAP;
}

/// A block of figures: some channels × some days, for some metrics.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its days.
    pub range: DayRange,
    /// Its channels, as positions in [`Channels`].
    pub channels: Range<u32>,
    /// Its metrics with their cells, each of `channels.len() × range.len()` figures.
    pub metrics: Vec<(Metric, Cells)>,
    /// SHA-256 of the part that it was read from; `None` for the document's own series.
    pub part: Option<[u8; 32]>,
}

/// Seasonality given by the document: relative daily weights, so that pace is seasonal before any
/// earlier year has been loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curves {
    /// The days that the weights belong to.
    pub range: DayRange,
    /// Daily weights of the whole programme.
    pub programme: Vec<u64>,
    /// Daily weights of each category, in the document's order; empty rows where unknown.
    pub categories: Vec<Vec<u64>>,
}

/// Columns with sums for each channel, for a board before any series has arrived.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Fiscal year to date.
    pub to_date: Vec<Option<i64>>,
    /// The last 28 days.
    pub last_28: Vec<Option<i64>>,
    /// All of last fiscal year.
    pub last_year: Vec<Option<i64>>,
}

/// Daily figures of the whole audience.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Daily {
    /// The days.
    pub range: DayRange,
    /// Daily active users; empty where not given.
    pub dau: Vec<Option<i64>>,
    /// Monthly active users; empty where not given.
    pub mau: Vec<Option<i64>>,
}

/// A festival or sales event. Events of one kind are the same festival in different years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What makes it the same festival in another year.
    pub kind: Id,
    /// Its name.
    pub name: String,
    /// Another name, for the other language; empty where none is given.
    pub alias: String,
    /// Its days.
    pub range: DayRange,
}

/// How many channels were over the line on an earlier day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HistoryPoint {
    /// The day.
    pub day: Day,
    /// Channels over the line.
    pub channels_over: u32,
}

/// Of a document that holds only some of the programme's channels: what is known of all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// How many channels the programme has; never fewer than the document.
    pub channels: u32,
    /// Ranks of the document's channels among all, for some windows.
    pub ranks: Vec<Ranks>,
}

/// Ranks in the programme's metric over one window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranks {
    /// The days summed.
    pub range: DayRange,
    /// The rank of each channel from 1; `None` where it had no figure.
    pub rank: Vec<Option<u32>>,
}

/// Support that merchants were promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Support {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its name in the other language; empty where none is given.
    pub alias: String,
    /// What is promised and where it stands.
    pub kind: SupportKind,
}

/// The kinds of support.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SupportKind {
    /// Money set aside and spent.
    Fund {
        /// Set aside.
        committed: Money,
        /// Spent so far.
        spent: Money,
    },
    /// A process that became shorter.
    Duration {
        /// Days before.
        before_days: u32,
        /// Days now.
        now_days: u32,
    },
    /// A rate that became lower, in basis points.
    Rate {
        /// Basis points before.
        before_bp: u32,
        /// Basis points now.
        now_bp: u32,
    },
}

/// A checked sales document, with the blocks that have been read so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dataset {
    /// The last moment that it covers.
    pub as_of: AsOf,
    /// Where its figures come from.
    pub provenance: Provenance,
    /// Its fiscal year.
    pub calendar: FiscalCalendar,
    /// Its currency.
    pub currency: Currency,
    /// Goals and targets.
    pub programme: Programme,
    /// Categories.
    pub categories: Vec<Category>,
    /// Partners.
    pub partners: Vec<Partner>,
    /// Names of provinces, in the order in which they first appear.
    pub provinces: Vec<String>,
    /// Channels; shared, so that a document with one more block is a cheap copy.
    pub channels: Arc<Channels>,
    /// Blocks of figures in document order; where two overlap, the later wins. Shared likewise.
    pub blocks: Vec<Arc<Block>>,
    /// Blocks that can still be fetched.
    pub parts: Vec<PartRef>,
    /// Seasonality, where given.
    pub curves: Option<Curves>,
    /// Sums, where given.
    pub totals: Option<Totals>,
    /// Audience, where given.
    pub daily: Option<Daily>,
    /// Festivals, in document order.
    pub events: Vec<Event>,
    /// Earlier counts of channels over the line.
    pub programme_history: Vec<HistoryPoint>,
    /// Where the document holds only some of the channels: what is known of all.
    pub scope: Option<Scope>,
    /// Support.
    pub support: Vec<Support>,
}

/// Days after which refunds have settled where the document does not say, the day of sale
/// included: a buyer has 7 days to send goods back, and they have to arrive and be checked.
pub const SETTLED_AFTER_DAYS: u32 = 15;

impl Dataset {
    /// The goal of a channel: its own, or the programme's; never 0 or less.
    pub fn channel_goal(&self, channel: ChannelIndex) -> Option<Money> {
        let own = self.channels.goal.get(channel.at()).copied().flatten();
        instead_of(self.programme.channel_goal, own)
    }

    /// Ranks among all channels of the programme over exactly these days, where the document holds
    /// only some of them and says so; `None` for another metric than the programme's.
    pub fn given_ranks(&self, metric: Metric, days: DayRange) -> Option<&[Option<u32>]> {
        let scope = self.scope.as_ref()?;
        let given = scope.ranks.iter().find(|ranks| ranks.range == days)?;
        (metric == self.programme.metric).then_some(&given.rank)
    }

    /// The days up to `today` whose refunds have not settled, by the document's rule or after 15
    /// days.
    pub fn immature_days(&self, today: Day) -> DayRange {
        let days = self.programme.refund_days.unwrap_or(SETTLED_AFTER_DAYS);
        DayRange::new(today.plus(1 - days as i32), today.plus(1))
    }

    /// The goal of a partner: its own, or the programme's; never 0 or less.
    pub fn partner_goal(&self, partner: PartnerIndex) -> Option<Money> {
        let own = self
            .partners
            .get(partner.at())
            .and_then(|partner| partner.goal);
        instead_of(self.programme.partner_goal, own)
    }
}

fn instead_of(common: Option<Money>, own: Option<Money>) -> Option<Money> {
    own.or(common).filter(|goal| goal.minor() > 0)
}
