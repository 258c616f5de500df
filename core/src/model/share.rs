//! A part of a whole.

/// Tenths of a basis point in one.
const ONE: i64 = 100_000;

/// A part ÷ a whole that is above 0, cut off below a tenth of a basis point: fine enough to be
/// rounded, half up, to basis points and to tenths of a per cent as the quotient itself would be.
/// What is more than nothing stays so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Share(i64);

impl Share {
    /// `None` where the whole is not above 0.
    pub fn of(part: i64, whole: i64) -> Option<Self> {
        let narrow = || Some(part.checked_mul(ONE)?.div_euclid(whole));
        let wide = || {
            let quotient = (i128::from(part) * i128::from(ONE)).div_euclid(i128::from(whole));
            quotient.clamp(i64::MIN.into(), i64::MAX.into()) as i64
        };
        let cut_off = (whole > 0).then(|| narrow().unwrap_or_else(wide))?;
        Some(Self(if part > 0 { cut_off.max(1) } else { cut_off }))
    }

    /// So many basis points of one.
    pub const fn from_basis_points(basis_points: i32) -> Self {
        Self(basis_points as i64 * 10)
    }

    /// The same in basis points at once.
    pub fn in_basis_points(part: i64, whole: i64) -> Option<i32> {
        Self::of(part, whole).map(Self::basis_points)
    }

    /// In basis points, kept within 32 bits.
    pub fn basis_points(self) -> i32 {
        within_32_bits(self.0.saturating_add(5).div_euclid(10))
    }

    /// In basis points, cut off: what has not come to a line does not count as beyond it.
    pub fn whole_basis_points(self) -> i32 {
        within_32_bits(self.0.div_euclid(10))
    }

    /// In hundredths.
    pub fn hundredths(self) -> i64 {
        self.0.saturating_add(500).div_euclid(1_000)
    }

    /// In thousandths of a per cent, cut off.
    pub fn thousandths_of_percent(self) -> i64 {
        self.0
    }

    /// In tenths of a per cent.
    pub fn tenths_of_percent(self) -> i64 {
        self.0.saturating_add(50).div_euclid(100)
    }

    /// Whether it is more than nothing and less than all.
    pub fn is_between(self) -> bool {
        (1..ONE).contains(&self.0)
    }
}

fn within_32_bits(number: i64) -> i32 {
    number.clamp(i32::MIN.into(), i32::MAX.into()) as i32
}

#[cfg(test)]
mod tests {
    use super::Share;
    use proptest::prelude::{any, proptest};

    fn share(part: i64, whole: i64) -> Share {
        Share::of(part, whole).unwrap()
    }

    #[test]
    fn tenths_are_not_rounded_twice() {
        // 195.649 %, whose basis points end in a five.
        let share = share(195_649_395, 100_000_000);
        assert_eq!(
            (share.basis_points(), share.tenths_of_percent()),
            (19_565, 1_956)
        );
    }

    #[test]
    fn basis_points_are_rounded_half_up() {
        let check = |part: i64, whole: i64, expected: Option<i32>| {
            assert_eq!(
                Share::in_basis_points(part, whole),
                expected,
                "{part} of {whole}"
            );
        };
        check(1, 3, Some(3333));
        check(2, 3, Some(6667));
        check(1, 20_000, Some(1));
        check(-1, 20_000, Some(0));
        check(-3, 20_000, Some(-1));
        check(5, 5, Some(10_000));
        check(0, 0, None);
        check(5, -5, None);
        check(i64::MAX, i64::MAX, Some(10_000));
        check(i64::MAX / 3, i64::MAX, Some(3333));
    }

    #[test]
    fn the_ends_of_the_range() {
        assert_eq!(share(i64::MAX, 1).basis_points(), i32::MAX);
        assert_eq!(share(i64::MIN, 1).basis_points(), i32::MIN);
        let least = share(1, i64::MAX);
        assert!(least.is_between() && least.basis_points() == 0);
        let nearly = share(99_999_999, 100_000_000);
        assert_eq!(
            (nearly.basis_points(), nearly.whole_basis_points()),
            (10_000, 9_999)
        );
        assert_eq!(share(1, 1).whole_basis_points(), 10_000);
        let between = [-1, 0, 1, 99_999, 100_000].map(|part| share(part, 100_000).is_between());
        assert_eq!(between, [false, false, true, true, false]);
    }

    proptest! {
        #[test]
        fn rounds_as_the_quotient_does(part in -(1_i64 << 53)..1 << 53, whole in 1..1_i64 << 53) {
            let rounded = |units: i128| {
                let doubled = i128::from(part) * units * 2 + i128::from(whole);
                doubled.div_euclid(i128::from(whole) * 2)
            };
            let share = share(part, whole);
            let bp = rounded(10_000).clamp(i32::MIN.into(), i32::MAX.into());
            assert_eq!(i128::from(share.basis_points()), bp);
            let tenths = i64::try_from(rounded(1_000));
            if part.checked_mul(100_000).is_some() {
                assert_eq!(Ok(share.tenths_of_percent()), tenths);
            }
        }

        #[test]
        fn wide_and_narrow_agree(part in any::<i32>(), whole in 1..i32::MAX) {
            let (part, whole, by) = (i64::from(part), i64::from(whole), 1 << 31);
            assert_eq!(Share::of(part, whole), Share::of(part * by, whole * by));
        }
    }
}
