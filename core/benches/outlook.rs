//! The outlook of 2,400 channels on the 275th day of their second year, and how it grows with the
//! number of channels.
//!
//! `cargo bench -p paceboard-core --bench outlook`; ratios are printed first, since they say more
//! than times of one machine.

#![allow(clippy::unwrap_used)]

#[path = "../tests/common/mod.rs"]
mod common;

use common::{Document, Traits};
use criterion::{Criterion, criterion_group};
use paceboard_core::books::Books;
use paceboard_core::model::{Dataset, Metric};
use paceboard_core::outlook::{OutlookTable, calibration};
use paceboard_core::pace::PaceTable;
use paceboard_core::programme::queues;
use paceboard_core::query::{Entity, Plan};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// From 2020-04-01 to 2021-12-31.
const DAYS: u64 = 640;

/// A document with its books.
struct World {
    dataset: Dataset,
    books: Books,
}

impl World {
    /// So many channels under a tenth as many partners in twelve categories, with festivals.
    fn new(channels: u64) -> Self {
        let partners: Vec<String> = (0..channels / 10).map(|at| format!("p{at:05}")).collect();
        let partners: Vec<&str> = partners.iter().map(String::as_str).collect();
        let mut document = Document::new("2021-12-31")
            .goals(100_000_000, 1_000_000_000)
            .targets(channels as u32 / 2, 100)
            .categories(&["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"])
            .partners(&partners)
            .event("618", "2020-06-01..2020-06-19")
            .event("618", "2021-06-01..2021-06-19")
            .event("new-year", "2021-02-11..2021-02-18")
            .event("new-year", "2022-01-31..2022-02-07");
        let mut rows = Vec::new();
        for at in 0..channels {
            let traits = Traits {
                partner: Some((at % (channels / 10)) as u32),
                category: Some((at % 12) as u32),
                ..Traits::default()
            };
            document = document.channel(&format!("c{at:06}"), traits);
            let daily = 1e8 / 365.0 * (channels as f64 * 0.6 / (at as f64 + 0.5)).powf(0.7);
            let figure = |day: u64| {
                let noise = mixed(at * DAYS + day) % 1_000 + mixed(at * 97 + day / 30) % 500;
                (daily * (0.5 + noise as f64 / 1_000.0)) as i64
            };
            rows.push((0..DAYS).map(figure).collect::<Vec<i64>>());
        }
        let dataset = document.block(Metric::Gmv, "2020-04-01", &rows).build();
        let books = Books::build(&dataset).unwrap();
        Self { dataset, books }
    }

    fn paces(&self) -> PaceTable {
        let today = self.dataset.as_of.day;
        PaceTable::build(&self.dataset, &self.books, today, Plan::Seasonal)
    }

    fn outlook(&self, paces: &PaceTable) -> OutlookTable {
        OutlookTable::build(&self.dataset, &self.books, paces)
    }
}

/// Splitmix64's mixing, so that every run sees the same figures.
fn mixed(value: u64) -> u64 {
    let mixed = value.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed ^ (mixed >> 27)
}

fn shortest(mut run: impl FnMut()) -> Duration {
    let time = |run: &mut dyn FnMut()| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..20).map(|_| time(&mut run)).min().unwrap()
}

fn print_ratios() {
    let (small, large) = (World::new(2_400), World::new(24_000));
    let (paces, large_paces) = (small.paces(), large.paces());
    let pace = shortest(|| drop(black_box(small.paces())));
    let outlook = shortest(|| drop(black_box(small.outlook(&paces))));
    let grown = shortest(|| drop(black_box(large.outlook(&large_paces))));
    println!(
        "2,400 channels: pace {pace:?}, outlook {outlook:?}, ratio {:.1}; 24,000 channels: outlook {grown:?}, ratio {:.1}",
        outlook.as_secs_f64() / pace.as_secs_f64(),
        grown.as_secs_f64() / outlook.as_secs_f64()
    );
}

fn outlooks(criterion: &mut Criterion) {
    let world = World::new(2_400);
    let (paces, channels) = (world.paces(), Entity::Channels);
    let outlook = world.outlook(&paces);
    let (dataset, books) = (&world.dataset, &world.books);
    let mut group = criterion.benchmark_group("2,400 channels");
    group.bench_function("pace", |bencher| bencher.iter(|| world.paces()));
    group.bench_function("outlook", |bencher| bencher.iter(|| world.outlook(&paces)));
    group.bench_function("queues", |bencher| {
        bencher.iter(|| queues(dataset, books, &paces, &outlook, channels, 50));
    });
    group.bench_function("calibration", |bencher| {
        bencher.iter(|| calibration(dataset, books, &paces, channels));
    });
    group.finish();
}

criterion_group!(benches, outlooks);

fn main() {
    print_ratios();
    benches();
    Criterion::default().configure_from_args().final_summary();
}
