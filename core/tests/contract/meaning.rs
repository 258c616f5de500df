//! What a full document means, field by field.

use crate::support::fixture;
use paceboard_core::contract::parse;
use paceboard_core::model::{
    CategoryIndex, Cells, Metric, Money, PartnerIndex, ProvinceIndex, SupportKind,
};

#[test]
fn a_full_document_becomes_a_dataset() {
    let parsed = parse(&std::fs::read(fixture("good/full.json")).unwrap()).unwrap();
    insta::assert_debug_snapshot!("full", parsed);
}

#[test]
fn what_the_document_says_is_what_the_dataset_holds() {
    let dataset = parse(&std::fs::read(fixture("good/full.json")).unwrap())
        .unwrap()
        .dataset;
    assert_eq!(dataset.as_of.day.to_string(), "2021-04-03");
    assert_eq!(dataset.calendar.start(), (4, 1));
    assert_eq!(
        (dataset.currency.scale, dataset.currency.display.len()),
        (2, 2)
    );
    assert_eq!(dataset.programme.channel_goal, Some(Money(10_000_000_000)));
    assert_eq!(dataset.partners[0].goal, Some(Money(15_000_000_000)));
    let channels = &dataset.channels;
    assert_eq!(channels.alias, ["qingmu", "", ""]);
    assert_eq!(
        channels.partner,
        [Some(PartnerIndex(0)), Some(PartnerIndex(1)), None]
    );
    assert_eq!(
        channels.category,
        [Some(CategoryIndex(1)), None, Some(CategoryIndex(0))]
    );
    assert_eq!(
        channels.province,
        [0, 1, 0].map(|index| Some(ProvinceIndex(index)))
    );
    assert_eq!(dataset.provinces, ["浙江", "广东"]);
    assert_eq!(channels.goal, [None, Some(Money(500)), None]);
    let block = &dataset.blocks[0];
    assert_eq!(
        (
            block.range.len(),
            block.channels.clone(),
            block.metrics.len()
        ),
        (3, 0..3, 5)
    );
    let (metric, net) = &block.metrics[1];
    assert_eq!(
        (*metric, &net.values[..6]),
        (Metric::Net, &[1, -2, 0, 4, Cells::GAP, -6][..])
    );
    let part = &dataset.parts[0];
    assert_eq!(
        (part.channels.clone(), part.metrics.len(), part.sha256[1]),
        (1..3, 2, 0x23)
    );
    // An event names its last day, its range ends the day after.
    assert_eq!(
        dataset.events[0].range.to_string(),
        "2021-06-01..2021-06-19"
    );
    let history: Vec<_> = dataset
        .programme_history
        .iter()
        .map(|point| point.channels_over)
        .collect();
    assert_eq!(history, [700, 1_040]);
    assert_eq!(
        dataset.support[2].kind,
        SupportKind::Rate {
            before_bp: 500,
            now_bp: 200
        }
    );
    assert_eq!(dataset.curves.unwrap().categories, [vec![1, 2, 3], vec![]]);
    assert_eq!(dataset.totals.unwrap().last_year, [None, Some(7), Some(8)]);
    assert_eq!(dataset.daily.unwrap().dau, [Some(100), None, Some(120)]);
}

#[test]
fn order_and_white_space_mean_nothing() {
    let read = |name: &str| parse(&std::fs::read(fixture(name)).unwrap()).unwrap();
    let minimal = read("good/minimal.json");
    for same in ["pretty", "escaped", "reversed", "nulls", "not-a-part"] {
        assert_eq!(read(&format!("good/{same}.json")), minimal, "{same}");
    }
}
