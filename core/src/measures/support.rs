//! Where the support that merchants were promised stands.

use crate::model::{Money, Share, SupportKind};

/// One entry of the document's list, as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Promise {
    /// Money set aside and spent.
    Fund(Fund),
    /// A process that was to become shorter.
    Duration {
        /// Days before.
        before_days: u32,
        /// Days now.
        now_days: u32,
        /// Days now − before: below 0 where it became shorter.
        change_days: i64,
        /// That ÷ days before, in basis points; `None` where those are 0.
        change_bp: Option<i32>,
    },
    /// A rate that was to become lower.
    Rate {
        /// Basis points before.
        before_bp: u32,
        /// Basis points now.
        now_bp: u32,
        /// Basis points now − before: below 0 where it became lower.
        change_bp: i64,
    },
}

/// Money set aside and spent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fund {
    /// Set aside.
    pub committed: Money,
    /// Spent so far.
    pub spent: Money,
    /// Set aside − spent; below 0 where more was spent than set aside.
    pub rest: Money,
    /// Spent ÷ set aside; `None` where nothing is set aside.
    pub share_spent: Option<Share>,
}

/// Where an entry stands.
pub fn promise(kind: SupportKind) -> Promise {
    match kind {
        SupportKind::Fund { committed, spent } => Promise::Fund(fund(committed, spent)),
        SupportKind::Duration {
            before_days,
            now_days,
        } => {
            let change_days = i64::from(now_days) - i64::from(before_days);
            Promise::Duration {
                before_days,
                now_days,
                change_days,
                change_bp: Share::in_basis_points(change_days, before_days.into()),
            }
        }
        SupportKind::Rate { before_bp, now_bp } => Promise::Rate {
            before_bp,
            now_bp,
            change_bp: i64::from(now_bp) - i64::from(before_bp),
        },
    }
}

fn fund(committed: Money, spent: Money) -> Fund {
    Fund {
        committed,
        spent,
        rest: Money(committed.minor().saturating_sub(spent.minor())),
        share_spent: Share::of(spent.minor(), committed.minor()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Promise, promise};
    use crate::model::{Money, Share, SupportKind};

    fn fund(committed: i64, spent: i64) -> SupportKind {
        let (committed, spent) = (Money(committed), Money(spent));
        SupportKind::Fund { committed, spent }
    }

    #[test]
    fn each_kind_says_what_changed() {
        let Promise::Fund(of_fund) = promise(fund(400, 500)) else {
            panic!("a fund");
        };
        assert_eq!(
            (of_fund.rest, of_fund.share_spent),
            (Money(-100), Share::of(5, 4))
        );
        let shorter = promise(SupportKind::Duration {
            before_days: 30,
            now_days: 3,
        });
        let expected = Promise::Duration {
            before_days: 30,
            now_days: 3,
            change_days: -27,
            change_bp: Some(-9_000),
        };
        assert_eq!(shorter, expected);
        let lower = promise(SupportKind::Rate {
            before_bp: 500,
            now_bp: 200,
        });
        assert_eq!(
            lower,
            Promise::Rate {
                before_bp: 500,
                now_bp: 200,
                change_bp: -300
            }
        );
    }

    #[test]
    fn of_nothing_no_share_is_spent() {
        let Promise::Fund(nothing) = promise(fund(0, 0)) else {
            panic!("a fund is expected")
        };
        assert_eq!(nothing.share_spent, None);
    }
}
