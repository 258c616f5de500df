//! What a sales document means once it has been checked. These types cannot hold a wrong value
//! that the contract forbids, so nothing behind them checks again.

mod calendar;
mod dataset;
mod day;
mod id;
mod lang;
mod metric;
mod money;
mod order;
mod parts;
mod progress;
mod share;

pub use calendar::{FiscalCalendar, FiscalYear};
pub use dataset::{
    AsOf, Block, Category, Cells, Channels, Curves, Daily, Dataset, Event, HistoryPoint, Partner,
    Programme, Provenance, Ranks, Scope, Support, SupportKind, Totals,
};
pub use day::{Day, DayParseError, DayRange};
pub use id::{CategoryIndex, ChannelIndex, Id, IdError, PartnerIndex, ProvinceIndex};
pub use lang::Lang;
pub use metric::{METRIC_COUNT, Metric};
pub use money::{Currency, Decimal, DecimalError, DisplayCurrency, Money};
pub(crate) use order::in_byte_order;
pub use parts::{PartRef, TABLE_CELLS};
pub use progress::ProgressRange;
pub use share::Share;
