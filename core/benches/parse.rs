//! Parsing a document of the sample's size: 2,400 channels × 275 days of gmv, about 4.5 MB.
//!
//! `cargo bench -p paceboard-core --bench parse`; the ratio to a general parser in the same run
//! says more than the times of one machine.

use paceboard_core::contract::parse;
use std::fmt::Write;
use std::hint::black_box;
use std::time::{Duration, Instant};

const CHANNELS: usize = 2_400;
const DAYS: usize = 275;
const RUNS: usize = 30;

/// Figures of one to eight digits, most of six, the same on every run.
fn document() -> String {
    let mut state = 1_u64;
    let mut figure = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let digits = [6, 6, 6, 6, 6, 5, 5, 7, 1, 8][(state >> 60) as usize % 10];
        (state >> 20) % 10_u64.pow(digits)
    };
    let mut row = || {
        let figures: Vec<_> = (0..DAYS).map(|_| figure().to_string()).collect();
        format!("[{}]", figures.join(","))
    };
    let rows: Vec<_> = (0..CHANNELS).map(|_| row()).collect();
    let texts = |prefix: &str| {
        let texts: Vec<_> = (0..CHANNELS)
            .map(|index| format!("\"{prefix}{index:04}\""))
            .collect();
        texts.join(",")
    };
    let mut json = String::new();
    let _ = write!(
        json,
        r#"{{"format":"channel-sales","version":"1.0","as_of":"2021-12-31T23:59:59+08:00",
"calendar":{{"timezone":"Asia/Shanghai","fiscal_year_start":"04-01"}},
"currency":{{"code":"CNY","scale":0}},"programme":{{"name":"亿榜","metric":"gmv"}},
"channels":{{"id":[{}],"name":[{}],"alias":[{}]}},
"series":{{"first_day":"2021-04-01","days":{DAYS},"gmv":[{}]}}}}"#,
        texts("c"),
        texts("青木直播间"),
        texts("Qingmu "),
        rows.join(",\n")
    );
    json
}

/// The fastest of some runs.
fn fastest<T>(run: impl Fn() -> T) -> Duration {
    let time = || {
        let start = Instant::now();
        black_box(run());
        start.elapsed()
    };
    (0..RUNS).map(|_| time()).min().unwrap_or_default()
}

fn main() {
    let json = document();
    let megabytes = json.len() as f64 / 1e6;
    let ours = fastest(|| parse(black_box(json.as_bytes())));
    let general =
        fastest(|| serde_json::from_slice::<serde_json::Value>(black_box(json.as_bytes())));
    let speed = |time: Duration| megabytes / time.as_secs_f64();
    println!("document            {megabytes:8.2} MB");
    println!("contract::parse     {ours:8.2?}  {:6.0} MB/s", speed(ours));
    println!(
        "serde_json::Value   {general:8.2?}  {:6.0} MB/s",
        speed(general)
    );
    println!(
        "ratio               {:8.2}",
        ours.as_secs_f64() / general.as_secs_f64()
    );
}
