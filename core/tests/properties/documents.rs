//! Any small document, and its figures read in the plainest way.

use crate::common::{Document, GAP, Traits};
use paceboard_core::model::{self, Dataset, Day, DayRange, Metric};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use std::sync::Arc;

const PARTNERS: [&str; 3] = ["p2", "p1", "p3"];
const CATEGORIES: [&str; 2] = ["beauty", "food"];
const PROVINCES: [&str; 2] = ["浙江", "广东"];

/// Few values, so that ties are many; gaps and negative ones among them.
fn figure() -> impl Strategy<Value = i64> {
    prop_oneof![4 => -2_i64..6, 1 => Just(GAP)]
}

fn traits() -> impl Strategy<Value = Traits> {
    let position = |limit: usize| option::of(0..limit as u32);
    let goal = option::of(1_i64..20);
    let positions = (position(3), position(2), position(2), goal);
    positions.prop_map(|(partner, category, province, goal)| Traits {
        partner,
        category,
        province,
        goal,
    })
}

/// Up to 9 channels with shuffled ids, two blocks that may overlap, leave days between them or have
/// some of the channels, as of 10 April 2021 in a table that starts in March.
pub fn document() -> impl Strategy<Value = Dataset> {
    let people = vec(traits(), 0..10);
    people.prop_flat_map(|people| {
        let ids = Just((0..people.len()).collect::<Vec<_>>()).prop_shuffle();
        let blocks = vec(block(people.len()), 0..3);
        (Just(people), ids, blocks).prop_map(assemble)
    })
}

type Block = (i32, [usize; 2], Vec<Vec<i64>>);

fn block(channels: usize) -> impl Strategy<Value = Block> {
    let rows = (1_usize..14).prop_flat_map(move |days| vec(vec(figure(), days), channels));
    let bound = || 0..=channels;
    let bounds = prop_oneof![Just([0, channels]), [bound(), bound()]];
    (0_i32..20, bounds, rows)
}

fn assemble((people, ids, blocks): (Vec<Traits>, Vec<usize>, Vec<Block>)) -> Dataset {
    let mut document = Document::new("2021-04-10")
        .goals(12, 30)
        .categories(&CATEGORIES)
        .partners(&PARTNERS)
        .provinces(&PROVINCES);
    for (traits, id) in people.into_iter().zip(ids) {
        let name = ["阿棠", "Zoë", "阿棠"][id % 3];
        document = document.named_channel(&format!("c{id}"), name, "a tang", traits);
    }
    let start = Day::parse("2021-03-25").unwrap();
    let bounds: Vec<_> = blocks.iter().map(|(_, bounds, _)| *bounds).collect();
    for (offset, _, rows) in blocks {
        document = document.block(Metric::Gmv, &start.plus(offset).to_string(), &rows);
    }
    let mut dataset = document.build();
    for (block, bounds) in dataset.blocks.iter_mut().zip(bounds) {
        cut(Arc::make_mut(block), bounds);
    }
    dataset
}

/// Leaves a block the channels between two bounds.
fn cut(block: &mut model::Block, [one, other]: [usize; 2]) {
    let (from, to, days) = (one.min(other), one.max(other), block.range.len());
    block.channels = from as u32..to as u32;
    let values = &mut block.metrics[0].1.values;
    *values = values[from * days..to * days].to_vec();
}

/// Any window in and around the table.
pub fn window() -> impl Strategy<Value = DayRange> {
    let start = Day::parse("2021-03-20").unwrap();
    (0_i32..40, 0_u32..30)
        .prop_map(move |(offset, days)| DayRange::starting(start.plus(offset), days))
}

/// The figure of a channel on a day: of the last block that holds the day.
pub fn figure_of(dataset: &Dataset, channel: usize, day: Day) -> Option<i64> {
    let blocks = dataset.blocks.iter().rev();
    let holds = |block: &&Arc<model::Block>| block.holds(Metric::Gmv, channel as u32, day);
    let block = blocks.into_iter().find(holds)?;
    let at = (channel - block.channels.start as usize) * block.range.len()
        + day.days_since(block.range.from()) as usize;
    let figure = block.metrics[0].1.values[at];
    (figure != GAP).then_some(figure)
}

/// Figures known in a window.
pub fn figures_in(dataset: &Dataset, channel: usize, window: DayRange) -> Vec<i64> {
    window
        .days()
        .filter_map(|day| figure_of(dataset, channel, day))
        .collect()
}
