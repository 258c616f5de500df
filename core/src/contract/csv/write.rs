//! A dataset as CSV, so that it can go through a spreadsheet and come back. The page writes no such
//! file; what it reads is tested by it.

use super::COLUMNS;
use crate::export::field;
use crate::model::{Block, Cells, ChannelIndex, Currency, Dataset, Day, DayRange, Metric};
use std::fmt::Write;

/// The figures that have been read so far, in the CSV form: a row for each channel and day that
/// has any. Texts that a spreadsheet could take for a formula get an apostrophe, which
/// [`super::parse_csv`] removes again.
pub fn write_csv(dataset: &Dataset) -> String {
    let given = |metric: &Metric| *metric == Metric::Gmv || has(dataset, *metric);
    let metrics: Vec<_> = Metric::ALL.into_iter().filter(given).collect();
    let mut csv = header(&metrics);
    let days = table_days(dataset);
    for channel in dataset.channels.indices() {
        let described = description(dataset, channel);
        for day in days.into_iter().flat_map(DayRange::days) {
            let figures: Vec<_> = metrics
                .iter()
                .map(|&metric| figure(dataset, metric, channel, day))
                .collect();
            if figures.iter().any(|&figure| figure != Cells::GAP) {
                csv.push_str(&day.to_string());
                csv.push_str(&described);
                push_figures(&mut csv, &metrics, &figures, &dataset.currency);
                csv.push('\n');
            }
        }
    }
    csv
}

fn has(dataset: &Dataset, metric: Metric) -> bool {
    dataset
        .blocks
        .iter()
        .any(|block| block.metrics.iter().any(|(known, _)| *known == metric))
}

fn header(metrics: &[Metric]) -> String {
    let texts = COLUMNS
        .iter()
        .copied()
        .filter(|&name| Metric::from_name(name).is_none());
    let names: Vec<_> = texts
        .chain(metrics.iter().map(|metric| metric.name()))
        .collect();
    names.join(",") + "\n"
}

fn table_days(dataset: &Dataset) -> Option<DayRange> {
    let join = |one: DayRange, other: DayRange| {
        DayRange::new(one.from().min(other.from()), one.to().max(other.to()))
    };
    dataset.blocks.iter().map(|block| block.range).reduce(join)
}

/// The texts of a channel, each with a comma before it.
fn description(dataset: &Dataset, channel: ChannelIndex) -> String {
    let channels = &dataset.channels;
    let at = channel.at();
    let partner = channels.partner[at].and_then(|partner| dataset.partners.get(partner.at()));
    let category = channels.category[at].and_then(|index| dataset.categories.get(index.at()));
    let province = channels.province[at].and_then(|index| dataset.provinces.get(index.at()));
    let texts = [
        channels.id[at].as_str(),
        &channels.name[at],
        partner.map_or("", |partner| partner.id.as_str()),
        partner.map_or("", |partner| &partner.name),
        category.map_or("", |category| &category.name),
        province.map_or("", |province| province),
    ];
    texts
        .iter()
        .flat_map(|text| [",".to_owned(), field(text)])
        .collect()
}

/// A cell of the table, where the later of two overlapping blocks wins.
fn figure(dataset: &Dataset, metric: Metric, channel: ChannelIndex, day: Day) -> i64 {
    let cell = |block: &Block| {
        let (_, cells) = block.metrics.iter().find(|(known, _)| *known == metric)?;
        let held = block.range.contains(day) && block.channels.contains(&channel.0);
        let row = held.then(|| (channel.0 - block.channels.start) as usize)?;
        let day_index = day.days_since(block.range.from()) as usize;
        cells
            .values
            .get(row * block.range.len() + day_index)
            .copied()
    };
    dataset
        .blocks
        .iter()
        .rev()
        .find_map(|block| cell(block))
        .unwrap_or(Cells::GAP)
}

fn push_figures(csv: &mut String, metrics: &[Metric], figures: &[i64], currency: &Currency) {
    for (metric, &figure) in metrics.iter().zip(figures) {
        csv.push(',');
        if figure == Cells::GAP {
            continue;
        }
        let places = if metric.is_money() {
            usize::from(currency.scale)
        } else {
            0
        };
        let sign = if figure < 0 { "-" } else { "" };
        let size = figure.unsigned_abs();
        // Writing to a string cannot fail.
        let _ = if places == 0 {
            write!(csv, "{sign}{size}")
        } else {
            let unit = currency.minor_per_major().unsigned_abs();
            write!(csv, "{sign}{}.{:0places$}", size / unit, size % unit)
        };
    }
}
