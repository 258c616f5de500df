//! What the reader assumes instead of what the document says.

/// A hundred per cent in basis points.
pub const AS_GIVEN_BP: u32 = 10_000;

/// Most that goals or growth may be set to, in basis points: a hundredfold.
const MOST_BP: u32 = 1_000_000;

/// Assumptions; by default none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Assume {
    /// Goals of channels, times so many basis points.
    pub goal_bp: u32,
    /// How many channels are to reach theirs, instead of the document's target.
    pub target: Option<u32>,
    /// Sales from tomorrow on, so many basis points more than foretold.
    pub growth_bp: i32,
}

impl Default for Assume {
    fn default() -> Self {
        Self {
            goal_bp: AS_GIVEN_BP,
            target: None,
            growth_bp: 0,
        }
    }
}

impl Assume {
    /// Whether anything is assumed.
    pub fn is_anything(self) -> bool {
        self != Self::default()
    }

    /// Goals times so many basis points, within what makes sense; as given for anything else.
    #[must_use]
    pub fn with_goal_bp(self, goal_bp: Option<u32>) -> Self {
        let goal_bp = goal_bp.filter(|bp| (1..=MOST_BP).contains(bp));
        Self {
            goal_bp: goal_bp.unwrap_or(AS_GIVEN_BP),
            ..self
        }
    }

    /// Sales so many basis points higher, down to none at all; as foretold for anything else.
    #[must_use]
    pub fn with_growth_bp(self, growth_bp: Option<i32>) -> Self {
        let growth_bp =
            growth_bp.filter(|bp| (-(AS_GIVEN_BP as i32)..=MOST_BP as i32).contains(bp));
        Self {
            growth_bp: growth_bp.unwrap_or(0),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Assume;

    #[test]
    fn what_makes_no_sense_is_not_assumed() {
        let none = Assume::default();
        assert!(!none.is_anything());
        for goal_bp in [None, Some(0), Some(1_000_001)] {
            assert_eq!(none.with_goal_bp(goal_bp), none);
        }
        assert_eq!(none.with_goal_bp(Some(12_000)).goal_bp, 12_000);
        for growth_bp in [None, Some(-10_001), Some(1_000_001)] {
            assert_eq!(none.with_growth_bp(growth_bp), none);
        }
        assert_eq!(none.with_growth_bp(Some(-10_000)).growth_bp, -10_000);
    }
}
