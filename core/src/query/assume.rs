//! What the reader assumes instead of what the document says.

use crate::model::Id;

/// A hundred per cent in basis points.
pub const AS_GIVEN_BP: u32 = 10_000;

/// Most that goals or growth may be set to, in basis points: a hundredfold.
pub const MOST_BP: u32 = 1_000_000;

/// Most channels that may be asked to reach their goals: more than any document has.
pub const MOST_TARGET: u32 = 10_000_000;

/// Assumptions; by default none.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Assume {
    /// Goals of channels, times so many basis points.
    pub goal_bp: u32,
    /// How many channels are to reach theirs, instead of the document's target.
    pub target: Option<u32>,
    /// Sales from tomorrow on, so many basis points more than foretold.
    pub growth_bp: i32,
    /// The only channel of which [`Self::growth_bp`] is assumed; all where `None`.
    pub growth_of: Option<Id>,
}

impl Default for Assume {
    fn default() -> Self {
        Self {
            goal_bp: AS_GIVEN_BP,
            target: None,
            growth_bp: 0,
            growth_of: None,
        }
    }
}

impl Assume {
    /// Whether anything is assumed.
    pub fn is_anything(&self) -> bool {
        self.goal_bp != AS_GIVEN_BP || self.target.is_some() || self.growth_bp != 0
    }

    /// Goals times so many basis points, within what makes sense; as given for anything else.
    pub fn set_goal_bp(&mut self, goal_bp: Option<u32>) {
        let goal_bp = goal_bp.filter(|bp| (1..=MOST_BP).contains(bp));
        self.goal_bp = goal_bp.unwrap_or(AS_GIVEN_BP);
    }

    /// So many channels to reach their goals, within what makes sense; as given for anything else.
    pub fn set_target(&mut self, target: Option<u32>) {
        self.target = target.filter(|target| (1..=MOST_TARGET).contains(target));
    }

    /// Sales so many basis points higher, down to none at all; as foretold for anything else.
    pub fn set_growth_bp(&mut self, growth_bp: Option<i32>) {
        let growth_bp =
            growth_bp.filter(|bp| (-(AS_GIVEN_BP as i32)..=MOST_BP as i32).contains(bp));
        self.growth_bp = growth_bp.unwrap_or(0);
    }

    /// Growth of one channel alone, or, without any, of nobody.
    pub fn set_growth_of(&mut self, channel: Id, growth_bp: Option<i32>) {
        self.set_growth_bp(growth_bp);
        self.growth_of = (self.growth_bp != 0).then_some(channel);
    }
}

#[cfg(test)]
mod tests {
    use super::Assume;
    use crate::model::Id;

    #[test]
    fn what_makes_no_sense_is_not_assumed() {
        let mut assume = Assume::default();
        for goal_bp in [None, Some(0), Some(1_000_001)] {
            assume.set_goal_bp(goal_bp);
            assert!(!assume.is_anything());
        }
        for target in [None, Some(0), Some(10_000_001), Some(u32::MAX)] {
            assume.set_target(target);
            assert!(!assume.is_anything());
        }
        assume.set_target(Some(10_000_000));
        assert_eq!(assume.target.take(), Some(10_000_000));
        for growth_bp in [None, Some(-10_001), Some(1_000_001)] {
            assume.set_growth_bp(growth_bp);
            assert!(!assume.is_anything());
        }
        assume.set_goal_bp(Some(12_000));
        assume.set_growth_bp(Some(-10_000));
        assert_eq!((assume.goal_bp, assume.growth_bp), (12_000, -10_000));
    }

    #[test]
    fn growth_of_one_channel_goes_with_its_growth() {
        let mut assume = Assume::default();
        let channel = Id::new("c1").unwrap();
        assume.set_growth_of(channel.clone(), Some(2_000));
        assert_eq!(assume.growth_of, Some(channel.clone()));
        assume.set_growth_of(channel, None);
        assert!(!assume.is_anything());
    }
}
