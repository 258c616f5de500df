//! What else is known of a day's sales: refunds, orders, viewers, minutes on air.

use crate::{
    amounts::{Days, GOAL, rounded, total_at_rank},
    calendar::AS_OF,
    categories::{CATEGORIES, Category},
    rng::{Rng, Topic},
    roster::Channel,
};

/// Days within which about two thirds of the refunds are asked for.
const REFUND_DAYS: f64 = 7.0;
const MINUTES_A_DAY: f64 = 1440.0;

/// The metrics of one channel, each over the same days as its sales.
pub struct Metrics {
    pub net: Days,
    pub orders: Days,
    pub viewers: Days,
    pub minutes: Days,
}

/// What is typical of a channel.
struct Habits {
    refund_rate: f64,
    order_value: f64,
    conversion: f64,
    minutes: f64,
}

/// What chance made of a day, as factors about 1.
struct Luck {
    refunds: f64,
    order_value: f64,
    conversion: f64,
    minutes: f64,
}

pub fn draw(index: usize, channel: &Channel, sales: &Days) -> Metrics {
    let mut rng = Rng::stream(Topic::Metrics, index);
    let habits = Habits::draw(&mut rng, &CATEGORIES[channel.category], channel.rank);
    let luck: Vec<Luck> = sales.iter().map(|_| Luck::draw(&mut rng)).collect();
    let column = |figure: fn(&Habits, &Luck, i64) -> i64| -> Days {
        let daily = sales.iter().zip(&luck);
        daily
            .map(|(amount, luck)| {
                amount.map(|amount| {
                    if amount == 0 {
                        0
                    } else {
                        figure(&habits, luck, amount)
                    }
                })
            })
            .collect()
    };
    let days = sales.iter().zip(&luck).enumerate();
    let net = days
        .map(|(day, (amount, luck))| {
            amount.map(|amount| habits.net(luck, amount, AS_OF - day as i32))
        })
        .collect();
    Metrics {
        net,
        orders: column(Habits::orders),
        viewers: column(Habits::viewers),
        minutes: column(Habits::minutes),
    }
}

impl Habits {
    fn draw(rng: &mut Rng, category: &Category, rank: Option<usize>) -> Self {
        let size = rank.map_or(1.0, |rank| total_at_rank(rank) as f64 / GOAL as f64);
        Self {
            refund_rate: category.refund_rate * libm::exp(rng.normal(0.0, 0.15)),
            order_value: category.order_value * libm::exp(rng.normal(0.0, 0.3)),
            // Well-known hosts sell to more of those who watch.
            conversion: 0.025 * libm::pow(size, 0.2) * libm::exp(rng.normal(0.0, 0.25)),
            minutes: 240.0 + 300.0 * rng.uniform(),
        }
    }

    /// Sales after the refunds that are known at the end of the last day: those of recent days are still to come.
    fn net(&self, luck: &Luck, amount: i64, age_days: i32) -> i64 {
        let matured = 1.0 - libm::exp(-f64::from(age_days.max(0) + 1) / REFUND_DAYS);
        let refunded = (self.refund_rate * luck.refunds * matured).min(0.9);
        amount - rounded(amount as f64 * refunded)
    }

    fn orders(&self, luck: &Luck, amount: i64) -> i64 {
        rounded(amount as f64 / (self.order_value * luck.order_value)).max(1)
    }

    fn viewers(&self, luck: &Luck, amount: i64) -> i64 {
        let orders = self.orders(luck, amount);
        rounded(orders as f64 / (self.conversion * luck.conversion)).max(orders)
    }

    fn minutes(&self, luck: &Luck, _amount: i64) -> i64 {
        rounded((self.minutes * luck.minutes).clamp(20.0, MINUTES_A_DAY))
    }
}

impl Luck {
    fn draw(rng: &mut Rng) -> Self {
        let mut factor = |deviation| libm::exp(rng.normal(0.0, deviation));
        Self {
            refunds: factor(0.15),
            order_value: factor(0.1),
            conversion: factor(0.2),
            minutes: factor(0.25),
        }
    }
}
