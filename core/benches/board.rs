//! Boards of 2,400 and of 100,000 channels, and ranking against a comparison sort in the same run.
//!
//! `cargo bench -p paceboard-core --bench board`; ratios are printed first, since they say more
//! than times of one machine.

#![allow(clippy::unwrap_used)]

#[path = "../tests/common/mod.rs"]
mod common;

use common::{Document, Traits, day, days, flat_paces};
use criterion::{Criterion, criterion_group};
use paceboard_core::board::{board, rank, weekly};
use paceboard_core::books::Books;
use paceboard_core::directory::Directory;
use paceboard_core::model::{Dataset, Id, Metric};
use paceboard_core::pace::PaceTable;
use paceboard_core::query::{Entity, Query, decode};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// A small generator (splitmix64), so that every run sees the same figures.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }
}

/// A document with its books and pace.
struct World {
    dataset: Dataset,
    books: Books,
    paces: PaceTable,
}

/// So many channels under a tenth as many partners, 400 days of figures that follow a power law.
fn world(channels: u64, day_count: usize) -> World {
    let mut random = Random(1);
    let partners: Vec<String> = (0..channels / 10).map(|at| format!("p{at:05}")).collect();
    let partners: Vec<&str> = partners.iter().map(String::as_str).collect();
    let mut document = Document::new("2021-12-31")
        .goals(100_000_000, 1_000_000_000)
        .categories(&["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"])
        .provinces(&["浙江", "广东", "江苏", "山东"])
        .partners(&partners);
    let mut rows = Vec::new();
    for at in 0..channels {
        let traits = Traits {
            partner: Some(random.below(channels / 10) as u32),
            category: Some(random.below(12) as u32),
            province: Some(random.below(4) as u32),
            goal: None,
        };
        let alias = format!("atang {} meizhuang", random.below(1000));
        document = document.named_channel(&format!("c{at:06}"), "阿棠美妆旗舰店", &alias, traits);
        let position = random.below(channels) as f64 + 0.5;
        let daily = 1e8 / 300.0 * (channels as f64 * 0.43 / position).powf(1.0 / 1.45);
        let figure = |_| (daily * (0.5 + random.below(1000) as f64 / 1000.0)) as i64;
        rows.push((0..day_count).map(figure).collect::<Vec<i64>>());
    }
    let first_day = day("2022-01-01").plus(-(day_count as i32)).to_string();
    let dataset = document.block(Metric::Gmv, &first_day, &rows).build();
    let books = Books::build(&dataset).unwrap();
    let paces = flat_paces(&dataset, &books, 700_000);
    World {
        dataset,
        books,
        paces,
    }
}

/// What the radix sort replaces: largest value first, then by id.
fn reference_order(values: &[i64], ids: &[&str]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..values.len() as u32).collect();
    let key = |row: &u32| (std::cmp::Reverse(values[*row as usize]), ids[*row as usize]);
    order.sort_unstable_by_key(key);
    order
}

/// The shortest time of each, taken in turns: what disturbs the machine disturbs both.
fn in_turns(mut one: impl FnMut(), mut other: impl FnMut()) -> (Duration, Duration) {
    let time = |run: &mut dyn FnMut()| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..200).fold((Duration::MAX, Duration::MAX), |(least, other_least), _| {
        (least.min(time(&mut one)), other_least.min(time(&mut other)))
    })
}

fn print_ratio(world: &World) {
    let window = days("2021-12-01..2022-01-01");
    let values = world.books.channels.window_totals(Metric::Gmv, window);
    let by_id = world.books.directory.roster(Entity::Channels).by_id();
    let ids: Vec<&str> = world.dataset.channels.id.iter().map(Id::as_str).collect();
    assert_eq!(
        rank::rank(&values, by_id).order,
        reference_order(&values, &ids)
    );
    let (radix, comparison) = in_turns(
        || drop(black_box(rank::rank(&values, by_id))),
        || drop(black_box(reference_order(&values, &ids))),
    );
    println!(
        "rank of {} channels: radix with ranks {radix:?}, comparison sort alone {comparison:?}, ratio {:.3}",
        values.len(),
        radix.as_secs_f64() / comparison.as_secs_f64()
    );
}

fn bench_boards(criterion: &mut Criterion, name: &str, world: &World) {
    let queries = [
        ("year to date", ""),
        ("28 days by pace", "window=28d&sort=-pace"),
        ("filtered", "category=a,b&status=behind,on-pace&sort=gap"),
        ("search", "q=atang+77"),
        ("by name", "sort=name"),
        ("partners", "board=partners&category=a"),
    ];
    let mut group = criterion.benchmark_group(name);
    for (label, text) in queries {
        let query: Query = decode(text);
        group.bench_function(label, |bencher| {
            bencher.iter(|| board(&world.dataset, &world.books, &world.paces, &query));
        });
    }
    group.bench_function("40 lines of 12 weeks", |bencher| {
        let line = |row| {
            weekly(
                &world.books.channels,
                Metric::Gmv,
                row,
                world.paces.today,
                12,
            )
        };
        bencher.iter(|| (0..40).map(line).map(|line| line.len()).sum::<usize>());
    });
    group.finish();
}

fn boards(criterion: &mut Criterion) {
    bench_boards(criterion, "2,400 channels", &world(2_400, 640));
    let large = world(100_000, 62);
    bench_boards(criterion, "100,000 channels", &large);
    criterion.bench_function("directory of 100,000 channels with search", |bencher| {
        bencher.iter(|| {
            let directory = Directory::build(&large.dataset);
            let search = directory
                .roster(Entity::Channels)
                .search(&large.dataset, Entity::Channels);
            search.matching("atang").len()
        });
    });
}

criterion_group!(benches, boards);

fn main() {
    print_ratio(&world(2_400, 62));
    print_ratio(&world(100_000, 62));
    benches();
    Criterion::default().configure_from_args().final_summary();
}
