//! Random numbers that are the same on every machine: `SplitMix64`, and `libm` for what is not plain arithmetic.

use std::f64::consts::TAU;

/// The seed of the whole sample.
const SEED: u64 = 0x2021_0428_0100_2000;
const GOLDEN_GAMMA: u64 = 0x9e37_79b9_7f4a_7c15;
const UNIT: f64 = 1.0 / (1_u64 << 53) as f64;

/// What a stream of random numbers is for. A stream per topic and subject keeps a change in one place from
/// changing everything drawn after it.
#[derive(Clone, Copy)]
pub enum Topic {
    Ranks = 1,
    Dimensions = 2,
    Names = 3,
    Temper = 4,
    Weeks = 5,
    Days = 6,
    Gaps = 7,
    Metrics = 8,
    Audience = 9,
}

/// `SplitMix64` (Steele, Lea and Flood 2014).
pub struct Rng(u64);

impl Rng {
    /// The stream of one topic for one subject, say a channel.
    pub fn stream(topic: Topic, subject: usize) -> Self {
        let topic_seed = mix(SEED.wrapping_add((topic as u64).wrapping_mul(GOLDEN_GAMMA)));
        Self(mix(topic_seed ^ mix(subject as u64)))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GOLDEN_GAMMA);
        mix(self.0)
    }

    /// A whole number in `[0, bound)`.
    pub fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.next()) * bound as u128) >> 64) as usize
    }

    /// A whole number in `[from, to)`.
    pub fn between(&mut self, from: i32, to: i32) -> i32 {
        from + self.below((to - from) as usize) as i32
    }

    /// A number in `[0, 1)`.
    pub fn uniform(&mut self) -> f64 {
        (self.next() >> 11) as f64 * UNIT
    }

    pub fn chance(&mut self, probability: f64) -> bool {
        self.uniform() < probability
    }

    /// A normal variate, by Box and Muller.
    pub fn normal(&mut self, mean: f64, deviation: f64) -> f64 {
        // 1 − u lies in (0, 1], so that its logarithm is finite.
        let radius = libm::sqrt(-2.0 * libm::log(1.0 - self.uniform()));
        mean + deviation * radius * libm::cos(TAU * self.uniform())
    }

    /// Beta(6, 2): the second largest of seven uniform numbers.
    pub fn beta_6_2(&mut self) -> f64 {
        let (mut largest, mut second) = (0.0, 0.0);
        for _ in 0..7 {
            let drawn = self.uniform();
            if drawn > largest {
                (largest, second) = (drawn, largest);
            } else if drawn > second {
                second = drawn;
            }
        }
        second
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// An index, drawn in proportion to its weight.
    pub fn weighted(&mut self, weights: impl Iterator<Item = usize> + Clone) -> usize {
        let mut left = self.below(weights.clone().sum());
        for (index, weight) in weights.enumerate() {
            if left < weight {
                return index;
            }
            left -= weight;
        }
        0
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

fn mix(seed: u64) -> u64 {
    let first = (seed ^ (seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let second = (first ^ (first >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    second ^ (second >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_the_published_sequence() {
        let mut rng = Rng(1_234_567);
        let drawn = [rng.next(), rng.next(), rng.next()];
        assert_eq!(
            drawn,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423
            ]
        );
    }

    #[test]
    fn moments_are_as_named() {
        let mut rng = Rng::stream(Topic::Days, 0);
        let mean =
            |draw: &mut dyn FnMut() -> f64| (0..20_000).map(|_| draw()).sum::<f64>() / 20_000.0;
        assert!((mean(&mut || rng.beta_6_2()) - 0.75).abs() < 0.01);
        assert!((mean(&mut || rng.normal(3.0, 2.0)) - 3.0).abs() < 0.05);
        assert!((mean(&mut || rng.uniform()) - 0.5).abs() < 0.01);
        assert!((mean(&mut || rng.weighted([1, 0, 3].into_iter()) as f64) - 1.5).abs() < 0.03);
    }

    #[test]
    fn shuffle_keeps_every_item() {
        let mut items: Vec<usize> = (0..100).collect();
        Rng::stream(Topic::Ranks, 0).shuffle(&mut items);
        assert_ne!(items[..5], [0, 1, 2, 3, 4]);
        items.sort_unstable();
        assert!(items.into_iter().eq(0..100));
    }
}
