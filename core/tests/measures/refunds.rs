//! Refunds that have not settled.

use crate::common::{Document, GAP, Traits, day, days};
use paceboard_core::books::Books;
use paceboard_core::measures::maturity::{KeptOf, Maturity, maturity};
use paceboard_core::model::{Dataset, Metric};
use paceboard_core::query::Entity;

/// Two channels of one partner, from 1 April, as of 10 June (71 days). a sells 100 a day and keeps
/// 80, of the last 15 days 90 (so far), and 75 of today. b sells 100 on the last 15 days only and
/// keeps all of it so far.
fn with_refunds() -> Dataset {
    let mut kept = vec![80; 56];
    kept.extend([90; 14]);
    kept.push(75);
    let sold_late = [vec![GAP; 56], vec![100; 15]].concat();
    let of_partner = Traits {
        partner: Some(0),
        ..Traits::default()
    };
    Document::new("2021-06-10")
        .partners(&["p"])
        .channel("a", of_partner)
        .channel("b", of_partner)
        .block(
            Metric::Gmv,
            "2021-04-01",
            &[vec![100; 71], sold_late.clone()],
        )
        .block(Metric::Net, "2021-04-01", &[kept, sold_late])
        .build()
}

fn matured(entity: Entity, rows: &[u32], window: &str) -> Maturity {
    see(&with_refunds(), entity, rows, window).unwrap()
}

fn see(dataset: &Dataset, entity: Entity, rows: &[u32], window: &str) -> Option<Maturity> {
    let books = Books::build(dataset).unwrap();
    maturity(
        dataset,
        &books,
        entity,
        rows,
        days(window),
        dataset.as_of.day,
    )
}

/// 27 May to 10 June: 14 × 90 + 75 = 1,335 of 56 × 80 + 1,335 = 5,815, 22.96 %. Four fifths of
/// 1,500 are 1,200.
#[test]
fn recent_days_are_immature_and_estimated() {
    let year = matured(Entity::Channels, &[0], "2021-04-01..2022-04-01");
    assert_eq!(year.immature, days("2021-05-27..2021-06-11"));
    assert_eq!(
        (year.net, year.immature_net, year.immature_bp),
        (5_815, 1_335, Some(2_296))
    );
    let estimate = year.estimate.unwrap();
    assert_eq!(
        (estimate.kept_bp, estimate.kept_of, estimate.days_behind),
        (8_000, KeptOf::Own, 56)
    );
    assert_eq!(
        (estimate.immature_gmv, estimate.immature_net, estimate.net),
        (1_500, 1_200, 5_680)
    );
}

#[test]
fn a_row_without_older_days_takes_the_share_of_all() {
    let estimate = matured(Entity::Channels, &[1], "2021-06-01..2021-06-11")
        .estimate
        .unwrap();
    assert_eq!(
        (estimate.kept_of, estimate.days_behind),
        (KeptOf::Programme, 56)
    );
    assert_eq!((estimate.immature_net, estimate.net), (800, 800));
}

/// Of both together 2,835 are left so far, and four fifths of 3,000 will be.
#[test]
fn several_rows_and_partners_add_up() {
    let both = matured(Entity::Channels, &[0, 1], "2021-05-27..2021-06-11");
    assert_eq!(
        (both.immature_net, both.estimate.unwrap().immature_net),
        (2_835, 2_400)
    );
    let partner = matured(Entity::Partners, &[0], "2021-05-27..2021-06-11");
    assert_eq!(
        (partner.immature_net, partner.estimate.unwrap().immature_net),
        (2_835, 2_400)
    );
}

#[test]
fn an_old_window_has_settled_and_no_net_says_nothing() {
    let settled = matured(Entity::Channels, &[0], "2021-04-01..2021-05-27");
    assert!(settled.immature.is_empty());
    assert_eq!(
        (settled.immature_net, settled.immature_bp, settled.estimate),
        (0, Some(0), None)
    );
    let gmv_only = Document::new("2021-04-01")
        .channel("a", Traits::default())
        .block(Metric::Gmv, "2021-04-01", &[[5]])
        .build();
    let nothing = see(&gmv_only, Entity::Channels, &[0], "2021-04-01..2021-04-02");
    assert_eq!(nothing, None);
}

/// No older day of anyone: nothing to learn from.
#[test]
fn a_first_fortnight_has_no_estimate() {
    let young = Document::new("2021-04-03")
        .channel("a", Traits::default())
        .block(Metric::Gmv, "2021-04-01", &[[5, 5, 5]])
        .block(Metric::Net, "2021-04-01", &[[4, GAP, -1]])
        .build();
    let maturity = see(&young, Entity::Channels, &[0], "2021-04-01..2021-04-04").unwrap();
    assert_eq!((maturity.net, maturity.immature_bp), (3, Some(10_000)));
    assert_eq!(maturity.estimate, None);
}

/// Of b nothing but net is known. A keeps 1,200 of 1,335 and is the larger one, so of the 900 of b
/// as much of it is expected to stay: 900 × 1,200 ÷ 1,335 = 808.99. Beside the 1,350 of c it is not
/// half, and c alone says nothing.
#[test]
fn a_row_without_gmv_keeps_what_the_others_keep() {
    let none = vec![GAP; 71];
    let kept = [vec![80; 56], vec![90; 14], vec![75]].concat();
    let dataset = Document::new("2021-06-10")
        .channel("a", Traits::default())
        .channel("b", Traits::default())
        .channel("c", Traits::default())
        .block(
            Metric::Gmv,
            "2021-04-01",
            &[vec![100; 71], none.clone(), none],
        )
        .block(
            Metric::Net,
            "2021-04-01",
            &[kept, vec![60; 71], vec![90; 71]],
        )
        .build();
    let left = |rows: &[u32]| {
        let found = see(&dataset, Entity::Channels, rows, "2021-05-27..2021-06-11").unwrap();
        let estimate = found.estimate.map(|estimate| estimate.immature_net);
        (found.immature_net, estimate)
    };
    assert_eq!(left(&[0, 1]), (2_235, Some(1_200 + 809)));
    assert_eq!(left(&[0, 2]), (2_685, None));
    assert_eq!(left(&[2]), (1_350, None));
}

/// Gmv of the last five of 15 days is not known, so the gmv of the row is not that of its net.
#[test]
fn gmv_that_lacks_days_is_no_ground_either() {
    let gmv = [vec![100; 66], vec![GAP; 5]].concat();
    let dataset = Document::new("2021-06-10")
        .channel("a", Traits::default())
        .block(Metric::Gmv, "2021-04-01", &[gmv])
        .block(Metric::Net, "2021-04-01", &[vec![80; 71]])
        .build();
    let found = see(&dataset, Entity::Channels, &[0], "2021-05-27..2021-06-11").unwrap();
    assert_eq!((found.immature_net, found.estimate), (1_200, None));
}

/// After five days only five days are immature: 4 × 90 + 75 = 435.
#[test]
fn the_document_may_say_when_refunds_have_settled() {
    let mut dataset = with_refunds();
    assert_eq!(
        dataset.immature_days(day("2021-06-10")),
        days("2021-05-27..2021-06-11")
    );
    dataset.programme.refund_days = Some(5);
    let maturity = see(&dataset, Entity::Channels, &[0], "2021-04-01..2021-06-11").unwrap();
    assert_eq!(
        (maturity.immature, maturity.immature_net),
        (days("2021-06-06..2021-06-11"), 435)
    );
    dataset.programme.refund_days = Some(0);
    let maturity = see(&dataset, Entity::Channels, &[0], "2021-04-01..2021-06-11").unwrap();
    assert!(maturity.immature.is_empty() && maturity.estimate.is_none());
    assert_eq!(
        see(&dataset, Entity::Channels, &[2], "2021-04-01..2021-06-11"),
        None
    );
}

/// Of 100 on each of the last 15 days only 50 are left, and they will not become more. Where today's
/// have not been reported yet, their sum is no limit to 1,500 × 0.8.
#[test]
fn more_refunds_than_usual_stay_and_a_gap_is_not_a_refund() {
    let document = |today: i64| {
        let net = [vec![80; 56], vec![50; 14], vec![today]].concat();
        Document::new("2021-06-10")
            .channel("a", Traits::default())
            .block(Metric::Gmv, "2021-04-01", &[vec![100; 71]])
            .block(Metric::Net, "2021-04-01", &[net])
            .build()
    };
    let estimate = |today: i64| {
        let window = "2021-04-01..2021-06-11";
        let maturity = see(&document(today), Entity::Channels, &[0], window).unwrap();
        maturity.estimate.unwrap().immature_net
    };
    assert_eq!(estimate(50), 750);
    assert_eq!(estimate(GAP), 1_200);
}
