//! What the reader has asked for: one small value, from which everything on the page follows and
//! which the URL holds.

mod assume;
mod codec;
mod columns;
mod compare;
mod sections;
mod window;

pub use assume::{AS_GIVEN_BP, Assume, MOST_BP, MOST_TARGET};
pub use codec::{decode, encode, window_text};
pub use columns::{Column, Columns};
pub use compare::{CompareAs, MOST_COMPARED};
pub use sections::{Section, Sections};
pub use window::{Preset, Window};

use crate::model::{Day, Id, Lang, Metric, ProgressRange};

/// All choices of the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Whether rows are channels or partners.
    pub entity: Entity,
    /// Days that the board sums.
    pub window: Window,
    /// The metric on the board; the programme's where `None`.
    pub metric: Option<Metric>,
    /// Which rows are shown.
    pub filter: Filter,
    /// Order of the rows.
    pub sort: Sort,
    /// The row whose detail is open.
    pub focus: Option<Focus>,
    /// An earlier day that is looked at as if it were today.
    pub as_of: Option<Day>,
    /// What rank change compares with.
    pub against: Against,
    /// Which plan pace is measured by.
    pub plan: Plan,
    /// Language; the browser's where `None`.
    pub lang: Option<Lang>,
    /// ISO 4217 code of the currency shown; the document's where `None`.
    pub currency: Option<String>,
    /// Colour theme; the system's where `None`.
    pub theme: Option<Theme>,
    /// Which chart the detail shows.
    pub chart: Chart,
    /// Which channels or partners the feed in the programme's head lists.
    pub feed: Feed,
    /// Rows chosen to be compared: all channels or all partners, no more than [`MOST_COMPARED`].
    pub compare: Vec<Focus>,
    /// How many rows of the address [`Self::compare`] had no room for; of no weight once others are
    /// chosen, and not in the address.
    pub compare_left_out: usize,
    /// How they are compared; `None` while they are only chosen.
    pub compare_as: Option<CompareAs>,
    /// The race of ranks, where it is shown.
    pub race: Option<Race>,
    /// Whether the page is a screen on a wall.
    pub wall: bool,
    /// What is assumed instead of what the document says.
    pub assume: Assume,
    /// Columns that are not shown; those without room where `None`.
    pub hidden: Option<Columns>,
    /// Which of the sections that open and close are open.
    pub open: Sections,
    /// Where the document is; the bundled sample where `None`.
    pub source: Option<String>,
}

/// What a row of the board is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Entity {
    /// Live-stream channels.
    #[default]
    Channels,
    /// Partners that run channels.
    Partners,
}

/// Conditions that a row must meet; several values of one kind mean "any of these".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Ids of categories.
    pub category: Vec<Id>,
    /// Ids of partners.
    pub partner: Vec<Id>,
    /// Names of provinces.
    pub province: Vec<String>,
    /// Standings towards the goal.
    pub status: Vec<Status>,
    /// Year to date ÷ goal, which tells large rows from small ones whatever their goals are.
    pub progress: Option<ProgressRange>,
    /// Text to be found in name, alias or id, without regard to case or spaces.
    pub text: String,
}

impl Filter {
    /// Whether every row meets it.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Where a row stands towards its goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Year to date ≥ goal.
    Over,
    /// Year to date ≥ what the plan expects by now.
    OnPace,
    /// Below the plan, but it still reaches the goal with a probability of 20 % or more. Without a
    /// probability nobody is said to be.
    AtRisk,
    /// Below the plan.
    Behind,
    /// There is a goal, and no figure yet of the fiscal year: a gap is not a zero.
    NoData,
    /// There is no goal.
    NoGoal,
}

impl Status {
    /// All standings, best first.
    pub const ALL: [Self; 6] = [
        Self::Over,
        Self::OnPace,
        Self::AtRisk,
        Self::Behind,
        Self::NoData,
        Self::NoGoal,
    ];

    /// The name in the URL.
    pub fn name(self) -> &'static str {
        match self {
            Self::Over => "over",
            Self::OnPace => "on-pace",
            Self::AtRisk => "at-risk",
            Self::Behind => "behind",
            Self::NoData => "no-data",
            Self::NoGoal => "no-goal",
        }
    }

    /// The standing of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }
}

/// A column that rows can be ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SortKey {
    /// The metric's sum over the window; the order of ranks.
    #[default]
    Value,
    /// Alias (for a Chinese name its pinyin), or name where there is none; folded as for
    /// search.
    Name,
    /// Name of the partner, likewise; on a board of partners the number of their channels.
    Partner,
    /// Places gained since the compared window.
    Change,
    /// Year to date ÷ goal.
    Progress,
    /// Actual ÷ expected by now.
    Pace,
    /// Probability of the goal.
    Reach,
    /// What is missing to the goal: smallest first shows who is nearest to the line.
    Gap,
    /// Standing; largest first shows the best first.
    Status,
}

impl SortKey {
    /// All keys.
    pub const ALL: [Self; 9] = [
        Self::Value,
        Self::Name,
        Self::Partner,
        Self::Change,
        Self::Progress,
        Self::Pace,
        Self::Reach,
        Self::Gap,
        Self::Status,
    ];
}

/// Order of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sort {
    /// The column.
    pub key: SortKey,
    /// Largest first.
    pub descending: bool,
}

impl Default for Sort {
    fn default() -> Self {
        Self {
            key: SortKey::Value,
            descending: true,
        }
    }
}

/// The row whose detail is open.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Focus {
    /// A channel, by id.
    Channel(Id),
    /// A partner, by id.
    Partner(Id),
}

impl Focus {
    /// The row of that id.
    pub fn new(entity: Entity, id: Id) -> Self {
        match entity {
            Entity::Channels => Self::Channel(id),
            Entity::Partners => Self::Partner(id),
        }
    }

    /// Whether both are channels or both partners.
    pub fn is_like(&self, other: &Self) -> bool {
        matches!(self, Self::Partner(_)) == matches!(other, Self::Partner(_))
    }
}

/// What rank change compares with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Against {
    /// The window of equal length just before.
    #[default]
    Previous,
    /// The same fiscal days of last year.
    LastYear,
}

/// Which plan pace is measured by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Plan {
    /// The season of earlier years, festivals aligned.
    #[default]
    Seasonal,
    /// Every day the same.
    Linear,
}

/// Colour theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The theme's name in the URL and in style sheets.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Which chart the detail shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Chart {
    /// Cumulative sales against goal, plan and last year.
    #[default]
    Cumulative,
    /// Sales of each day.
    Daily,
}

/// Which channels or partners the feed in the programme's head lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Feed {
    /// Who crossed the line in the last 7 days.
    #[default]
    Crossed,
    /// Who is expected to in the next 7.
    Expected,
    /// Who was expected to in the last 7, and did not.
    Slipped,
    /// Who needs the fewest days to the line at the rate of the last 28.
    Nearest,
    /// Who lost most in the last 28.
    Falling,
    /// Who gained most against the compared window.
    Improved,
    /// Who grew fastest against it, rows that were very small left aside.
    Fastest,
}

impl Feed {
    /// All of them, in the order of a menu.
    pub const ALL: [Self; 7] = [
        Self::Crossed,
        Self::Expected,
        Self::Slipped,
        Self::Nearest,
        Self::Falling,
        Self::Improved,
        Self::Fastest,
    ];

    /// The name in the URL.
    pub fn name(self) -> &'static str {
        match self {
            Self::Crossed => "crossed",
            Self::Expected => "expected",
            Self::Slipped => "slipped",
            Self::Nearest => "nearest",
            Self::Falling => "falling",
            Self::Improved => "improved",
            Self::Fastest => "fastest",
        }
    }

    /// The feed of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|feed| feed.name() == name)
    }
}

/// Where the race of ranks stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Race {
    /// At its start, and about to run.
    Start,
    /// At rest on that day.
    Day(Day),
}

impl Default for Query {
    fn default() -> Self {
        Self {
            entity: Entity::default(),
            window: Window::Preset(Preset::YearToDate),
            metric: None,
            filter: Filter::default(),
            sort: Sort::default(),
            focus: None,
            as_of: None,
            against: Against::default(),
            plan: Plan::default(),
            lang: None,
            currency: None,
            theme: None,
            chart: Chart::default(),
            feed: Feed::default(),
            compare: Vec::new(),
            compare_left_out: 0,
            compare_as: None,
            race: None,
            wall: false,
            assume: Assume::default(),
            hidden: None,
            open: Sections::default(),
            source: None,
        }
    }
}
