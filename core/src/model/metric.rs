//! What is counted per channel and day.

/// Number of metrics.
pub const METRIC_COUNT: usize = 5;

/// A figure that is kept for each channel and day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Metric {
    /// Paid value before refunds, in minor units.
    Gmv,
    /// Paid value after refunds, in minor units; may be negative.
    Net,
    /// Number of orders.
    Orders,
    /// Number of viewers.
    Viewers,
    /// Minutes on air.
    Minutes,
}

impl Metric {
    /// All metrics, in the order of the contract.
    pub const ALL: [Self; METRIC_COUNT] = [
        Self::Gmv,
        Self::Net,
        Self::Orders,
        Self::Viewers,
        Self::Minutes,
    ];

    /// The metric's name in documents and in the URL.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gmv => "gmv",
            Self::Net => "net",
            Self::Orders => "orders",
            Self::Viewers => "viewers",
            Self::Minutes => "minutes",
        }
    }

    /// The metric of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|metric| metric.name() == name)
    }

    /// Whether its figures are money.
    pub fn is_money(self) -> bool {
        matches!(self, Self::Gmv | Self::Net)
    }

    /// Whether a day's figure may be below zero.
    pub fn may_be_negative(self) -> bool {
        self == Self::Net
    }
}
