//! What the change of a value is made of.

use crate::common::{Document, GAP, Traits, days};
use paceboard_core::books::Books;
use paceboard_core::measures::factors::{Ratio, Waterfall, explained, waterfall};
use paceboard_core::model::{Dataset, Metric};

/// One channel: 60 minutes on both days, orders × 2, gmv × 4; nothing sent back of the first day's
/// gmv, and a tenth of the second's. Viewers are not known.
fn with_metrics() -> Document {
    Document::new("2021-04-02")
        .channel("a", Traits::default())
        .block(Metric::Gmv, "2021-04-01", &[[100, 400]])
        .block(Metric::Net, "2021-04-01", &[[100, 360]])
        .block(Metric::Orders, "2021-04-01", &[[10, 20]])
        .block(Metric::Minutes, "2021-04-01", &[[60, 60]])
}

fn fall_of(dataset: &Dataset, metric: Metric) -> Option<Waterfall> {
    fall_of_row(dataset, metric, 0)
}

fn fall_of_row(dataset: &Dataset, metric: Metric, index: u32) -> Option<Waterfall> {
    let books = Books::build(dataset).unwrap();
    let (before, now) = (
        days("2021-04-01..2021-04-02"),
        days("2021-04-02..2021-04-03"),
    );
    waterfall(&books.channels, metric, index, before, now)
}

fn effects(waterfall: &Waterfall) -> Vec<(Metric, Option<Metric>, i64)> {
    let steps = waterfall.steps.iter();
    steps.map(|step| (step.of, step.per, step.effect)).collect()
}

/// L(100, 400) = 300 ÷ ln 4; orders and value per order each explain ln 2 ÷ ln 4 of 300. Of net
/// 100 → 360, L = 260 ÷ ln 3.6 = 202.98: twice ln 2 · L = 140.69, and ln 0.9 · L = − 21.39.
#[test]
fn a_change_falls_into_its_factors() {
    let dataset = with_metrics().build();
    let gmv = fall_of(&dataset, Metric::Gmv).unwrap();
    let (minutes, orders) = (Metric::Minutes, Metric::Orders);
    let expected = [
        (minutes, None, 0),
        (orders, Some(minutes), 150),
        (Metric::Gmv, Some(orders), 150),
    ];
    assert_eq!(effects(&gmv), expected);
    assert_eq!(
        (gmv.before, gmv.now, gmv.missing),
        (100, 400, vec![Metric::Viewers])
    );
    assert_eq!(
        gmv.steps[2].now,
        Ratio {
            part: 400,
            whole: 20
        }
    );
    let net = fall_of(&dataset, Metric::Net).unwrap();
    let expected = [
        (minutes, None, 0),
        (orders, Some(minutes), 141),
        (Metric::Gmv, Some(orders), 141),
        (Metric::Net, Some(Metric::Gmv), -22),
    ];
    // 140, 140 and − 22 leave 2 over, which go to the two largest remainders, .69 and .69.
    assert_eq!(effects(&net), expected);
}

#[test]
fn a_metric_with_zeros_or_other_gaps_is_no_factor() {
    let zero = with_metrics()
        .block(Metric::Orders, "2021-04-02", &[[0]])
        .build();
    let missing = |dataset: &Dataset| fall_of(dataset, Metric::Gmv).unwrap().missing;
    assert_eq!(missing(&zero), [Metric::Viewers, Metric::Orders]);
    let gap = with_metrics()
        .block(Metric::Minutes, "2021-04-02", &[[GAP]])
        .build();
    assert_eq!(missing(&gap), [Metric::Minutes, Metric::Viewers]);
    let nothing = with_metrics()
        .block(Metric::Gmv, "2021-04-02", &[[0]])
        .build();
    assert_eq!(fall_of(&nothing, Metric::Gmv), None);
    assert_eq!(fall_of(&nothing, Metric::Viewers), None);
    assert_eq!(fall_of_row(&with_metrics().build(), Metric::Gmv, 1), None);
}

/// Orders and minutes are known of the same two days; gmv is no cause of itself.
#[test]
fn factors_are_known_for_the_days_that_have_them() {
    let known = |dataset: &Dataset, metric| {
        let books = Books::build(dataset).unwrap();
        explained(&books.channels, metric)
    };
    let both = days("2021-04-01..2021-04-03");
    let dataset = with_metrics().build();
    let causes = vec![Metric::Minutes, Metric::Orders];
    assert_eq!(known(&dataset, Metric::Gmv), Some((causes, both)));
    assert_eq!(known(&dataset, Metric::Minutes), None);
    let longer = with_metrics().block(Metric::Minutes, "2021-03-31", &[[1, 1, 1]]);
    let three = days("2021-03-31..2021-04-03");
    let expected = Some((vec![Metric::Minutes], three));
    assert_eq!(known(&longer.build(), Metric::Orders), expected);
}
