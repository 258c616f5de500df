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
        if let Goal::Times(bp) = self.goal {
            let scale = |goal: &mut Money| *goal = scaled(*goal, bp);
            let dataset = changed.to_mut();
            let (programme, partners) = (&mut dataset.programme, &mut dataset.partners);
            programme.channel_goal.iter_mut().for_each(scale);
            programme.partner_goal.iter_mut().for_each(scale);
            partners
                .iter_mut()
                .flat_map(|it| &mut it.goal)
                .for_each(scale);
            let mut channels = Channels::clone(&dataset.channels);
            channels.goal.iter_mut().flatten().for_each(scale);
            dataset.channels = Arc::new(channels);
        }
        changed
    }
}

fn scaled(Money(goal): Money, bp: u32) -> Money {
    let scaled = i128::from(goal) * i128::from(bp) / i128::from(ALL);
    // Goals stay where floats hold them exactly, and what is none stays none.
    Money(scaled.clamp(i128::from(goal > 0), (1 << 53) - 1) as i64)
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
