//! Sales as weights of a season, for all columns at once. A day on which more came back than was
//! sold weighs nothing.

/// The weights of a row: those of some of its days, and those of all.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Carried {
    /// Of the days asked for.
    pub done: f64,
    /// Of all days.
    pub whole: f64,
}

impl Carried {
    /// What share the days asked for have; `None` where nothing weighs.
    pub fn share(self) -> Option<f64> {
        (self.whole > 0.0).then(|| self.done / self.whole)
    }

    /// Adds figures that count so many times.
    #[inline]
    pub fn add(&mut self, sum: f64, (done, whole): (f64, f64)) {
        self.done += sum * done;
        self.whole += sum * whole;
    }

    /// Adds those of another row.
    pub fn merge(&mut self, other: &Self) {
        self.done += other.done;
        self.whole += other.whole;
    }
}

/// Adds the sum of each column, counted so many times, to what is there of it.
pub fn carry(carried: &mut [Carried], sums: &[i64], times: (f64, f64)) {
    for (carried, sum) in carried.iter_mut().zip(sums) {
        carried.add(*sum as f64, times);
    }
}

/// Adds what each column sold on a day, `load` times, to its own weight and to that of its group.
pub fn add_weights(
    sales: &[i64],
    load: f64,
    own: &mut [f64],
    (group_of, groups): (&[u32], &mut [f64]),
) {
    for ((sales, own), group) in sales.iter().zip(own).zip(group_of) {
        let weight = (*sales).max(0) as f64 * load;
        *own += weight;
        groups[*group as usize] += weight;
    }
}

/// What the columns sold together of which all bits of `mask` are set, those with none left out.
pub fn weight_of(sales: &[i64], mask: &[i64]) -> i64 {
    let counted = sales.iter().zip(mask);
    counted.map(|(sales, mask)| (*sales).max(0) & mask).sum()
}

#[cfg(test)]
mod tests {
    use super::{Carried, add_weights, carry, weight_of};

    #[test]
    fn sums_are_carried_so_many_times() {
        let mut carried = [Carried::default(); 2];
        carry(&mut carried, &[10, 0], (0.5, 2.0));
        carry(&mut carried, &[1, 0], (0.0, 1.0));
        assert_eq!((carried[0].done, carried[0].whole), (5.0, 21.0));
        assert_eq!(carried.map(Carried::share), [Some(5.0 / 21.0), None]);
    }

    #[test]
    fn what_came_back_weighs_nothing() {
        let (mut own, mut groups) = ([0.0, 1.0, 0.0], [0.0, 0.0]);
        add_weights(&[4, -6, 8], 0.5, &mut own, (&[1, 0, 1], &mut groups));
        assert_eq!((own, groups), ([2.0, 1.0, 4.0], [0.0, 6.0]));
        assert_eq!(weight_of(&[4, -6, 8], &[-1, -1, 0]), 4);
    }
}
