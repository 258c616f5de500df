//! What if: other goals, other targets, other growth.

use crate::model::{Channels, Dataset, Money};
use std::borrow::Cow;
use std::sync::Arc;

/// A hundred per cent in basis points.
const ALL: i64 = 10_000;

/// What is assumed instead of what the document says; by default nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Assumptions {
    /// The goals.
    pub goal: Goal,
    /// How many channels are to reach theirs, instead of the document's target.
    pub target: Option<u32>,
    /// Sales still to come.
    pub growth: Growth,
}

/// Goals of channels and partners.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Goal {
    /// As the document has them.
    #[default]
    AsGiven,
    /// All of them times so many basis points, at least one minor unit.
    Times(u32),
    /// The same for every channel, those with a goal of their own included; at least one minor
    /// unit. Partners keep theirs.
    Everyone(Money),
}

/// More or less sales than foretold from tomorrow on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Growth {
    /// In basis points; −10,000 and below means none at all.
    pub bp: i32,
    /// The only channel that it applies to, and through it to its partner; all where `None`.
    pub only: Option<u32>,
}

impl Assumptions {
    /// The document with these goals and this target, from which pace, board and outlook follow;
    /// the document itself where they are as given.
    pub fn applied<'a>(&self, dataset: &'a Dataset) -> Cow<'a, Dataset> {
        let mut changed = Cow::Borrowed(dataset);
        if self.target.is_some() {
            changed.to_mut().programme.target_channels = self.target;
        }
        if self.goal != Goal::AsGiven {
            let dataset = changed.to_mut();
            let programme = &mut dataset.programme;
            programme.channel_goal = self.goal.instead_of(programme.channel_goal);
            let own = dataset.channels.goal.iter();
            let own = own.map(|own| self.goal.instead_of_own(*own)).collect();
            dataset.channels = Arc::new(Channels {
                goal: own,
                ..Channels::clone(&dataset.channels)
            });
            if let Goal::Times(_) = self.goal {
                let partners = dataset.partners.iter_mut();
                let own = partners.filter_map(|partner| partner.goal.as_mut());
                let all = own.chain(dataset.programme.partner_goal.as_mut());
                all.for_each(|given| *given = self.goal.scaled(*given));
            }
        }
        changed
    }
}

impl Goal {
    /// Instead of the goal of all.
    fn instead_of(self, goal: Option<Money>) -> Option<Money> {
        match self {
            Self::Everyone(goal) => Some(Money(goal.minor().max(1))),
            Self::AsGiven | Self::Times(_) => goal.map(|goal| self.scaled(goal)),
        }
    }

    /// Instead of a goal of one's own.
    fn instead_of_own(self, goal: Option<Money>) -> Option<Money> {
        goal.and_then(|goal| self.instead_of(Some(goal)))
    }

    fn scaled(self, Money(goal): Money) -> Money {
        let Self::Times(bp) = self else {
            return Money(goal);
        };
        let scaled = i128::from(goal) * i128::from(bp) / i128::from(ALL);
        // Goals stay where floats hold them exactly, and what is none stays none.
        Money(scaled.clamp(i128::from(goal > 0), (1 << 53) - 1) as i64)
    }
}

impl Growth {
    /// The factor on what is foretold of a channel; `None` for a row that is no channel.
    pub(super) fn factor(self, channel: Option<u32>) -> f64 {
        if self.only.is_some() && self.only != channel {
            return 1.0;
        }
        ((ALL + i64::from(self.bp)) as f64 / ALL as f64).max(0.0)
    }
}
