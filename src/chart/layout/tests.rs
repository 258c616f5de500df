mod units;

use super::{END_DOT_PX, Layout, Rect};
use crate::chart::ink::Paint;
use crate::chart::model::{Band, ChartModel, ReferenceLine, Role, Series, SeriesKind};
use crate::chart::recorder::ruler;
use crate::chart::samples::{cumulative, daily, days, ranges, ranks};
use paceboard_core::model::{DayRange, Lang};

const SIZES: [(f64, f64); 5] = [
    (343.0, 220.0),
    (420.0, 240.0),
    (720.0, 260.0),
    (1100.0, 320.0),
    (288.0, 160.0),
];

fn lay_out(model: &ChartModel, size: (f64, f64)) -> Layout {
    Layout::new(model, size, &ruler)
}

fn texts(layout: &Layout, paint: Paint) -> Vec<&str> {
    let words = layout.words.iter().filter(|word| word.paint == paint);
    words.map(|word| word.text.as_str()).collect()
}

fn every_layout(mut check: impl FnMut(&ChartModel, &Layout)) {
    for model in Lang::ALL
        .into_iter()
        .flat_map(|lang| [cumulative(lang), daily(lang), ranges(lang), ranks(lang)])
    {
        for size in SIZES {
            check(&model, &lay_out(&model, size));
        }
    }
}

#[test]
fn no_word_covers_another_or_leaves_the_canvas() {
    every_layout(|_, layout| {
        let canvas = Rect {
            left: 0.0,
            top: 0.0,
            right: layout.size.0,
            bottom: layout.size.1,
        };
        for (index, word) in layout.words.iter().enumerate() {
            assert!(
                word.place.outside(&canvas) < 0.01,
                "{word:?} in {:?}",
                layout.size
            );
            for other in &layout.words[index + 1..] {
                assert!(
                    !word.place.overlaps(&other.place),
                    "{word:?} {other:?} {:?}",
                    layout.size
                );
            }
        }
    });
}

#[test]
fn no_word_covers_where_a_line_has_come_to() {
    for rise in (-40..40).map(|step| step * 10_000) {
        let mut model = cumulative(Lang::En);
        let ahead = |slot: i64| (slot >= 274).then(|| 93_000_000 + rise * (slot - 274));
        let values = (0..365).map(ahead).collect();
        let name = "Projected to come to this";
        let projected = Series::new(name, SeriesKind::Dashed, Role::Accent, values);
        model.series.insert(0, projected);
        let ends = |series| model.come_to_today(series);
        let (slot, figure) = model.series.iter().find_map(ends).unwrap();
        for width in (280..720).step_by(8) {
            let layout = lay_out(&model, (f64::from(width), 176.0));
            let middle = (layout.x(slot as f64 + 0.5), layout.y(figure as f64));
            let dot = Rect::around(middle, END_DOT_PX);
            let mut words = layout.words.iter();
            assert!(
                !words.any(|word| word.place.overlaps(&dot)),
                "{rise} {width}"
            );
        }
    }
}

#[test]
fn every_line_and_goal_has_its_name() {
    for size in SIZES {
        let layout = lay_out(&cumulative(Lang::Zh), size);
        assert_eq!(texts(&layout, Paint::Role(Role::Accent)), ["今年"]);
        assert_eq!(texts(&layout, Paint::Role(Role::Muted)), ["去年"]);
        assert_eq!(texts(&layout, Paint::Role(Role::Plan)), ["计划"]);
        assert_eq!(texts(&layout, Paint::Goal), ["目标 1亿元"]);
    }
}

#[test]
fn wide_charts_name_lines_beside_the_plot() {
    let beside = |size| {
        let layout = lay_out(&cumulative(Lang::En), size);
        let right = layout.plot.right;
        layout
            .words
            .iter()
            .filter(|word| word.place.left > right)
            .count()
    };
    assert_eq!(beside((720.0, 260.0)), 2);
    assert_eq!(beside((343.0, 220.0)), 0);
}

#[test]
fn narrow_charts_name_lines_in_rows_above_the_plot() {
    let layout = lay_out(&cumulative(Lang::Zh), (343.0, 220.0));
    let named = |text: &str| {
        let word = layout.words.iter().find(|word| word.text == text).unwrap();
        assert!(word.place.bottom < layout.plot.top - 10.0, "{word:?}");
        let before = |piece: &&(Rect, Role)| {
            let level = (piece.0.middle() - word.place.middle()).abs() < 0.1;
            level && piece.0.right < word.place.left && word.place.left - piece.0.left < 25.0
        };
        let pieces: Vec<_> = layout.pieces.iter().filter(before).collect();
        assert!(
            pieces
                .iter()
                .all(|(_, role)| word.paint == Paint::Role(*role))
        );
        (word.place.left as i64, pieces.len())
    };
    // The main line is named first; a plan is dashed.
    let (this_year, plan, last_year) = (named("今年"), named("计划"), named("去年"));
    assert!(this_year.0 < plan.0 && plan.0 < last_year.0);
    assert_eq!([this_year.1, plan.1, last_year.1], [1, 2, 1]);
    // Beside the plot there is room for all of them on wide charts.
    assert!(
        lay_out(&cumulative(Lang::Zh), (720.0, 260.0))
            .pieces
            .is_empty()
    );
}

#[test]
fn a_label_stands_at_the_end_of_its_line() {
    // What came after the day looked at, among the lines of a projection and a plan.
    for today in (100..260).step_by(10) {
        let mut model = cumulative(Lang::En);
        let came = (0..365).map(|slot| (today..275).contains(&slot).then_some(slot * 340_000));
        let later = Series::new("What came", SeriesKind::Step, Role::Later, came.collect());
        model.series.push(later);
        let layout = lay_out(&model, (720.0, 260.0));
        let x = layout.x(274.5);
        let mut words = layout.words.iter();
        let label = words.find(|word| word.text == "What came").unwrap().place;
        assert!(
            label.left < x + 20.0 && label.right > x - 20.0,
            "{today} {label:?}"
        );
    }
}

#[test]
fn of_bands_as_long_as_each_other_the_later_is_named() {
    let mut model = cumulative(Lang::Zh);
    let band = |range, label: &str| Band {
        range,
        label: label.into(),
    };
    model.bands = vec![
        band(days("2021-10-21", "2021-11-01"), "双11预售"),
        band(days("2021-11-01", "2021-11-12"), "双11"),
    ];
    let layout = lay_out(&model, (343.0, 220.0));
    assert!(texts(&layout, Paint::Muted).contains(&"双11"));
    // Beside the name of a longer band it ends where its own band ends.
    model
        .bands
        .push(band(days("2021-11-20", "2021-12-20"), "New"));
    let layout = lay_out(&model, (343.0, 220.0));
    let words = layout.words.iter();
    let named: Vec<_> = words.filter(|word| word.text == "双11").collect();
    let day = model.slot(days("2021-11-11", "2021-11-12").from()).unwrap();
    assert_eq!(named.len(), 1);
    assert!(
        named[0].place.right <= layout.x(day as f64 + 1.0) + 0.1,
        "{:?}",
        named[0]
    );
}

#[test]
fn the_goal_is_shown_when_all_figures_are_far_below_it() {
    let mut model = cumulative(Lang::Zh);
    for series in &mut model.series {
        series.values = vec![Some(10), Some(20)];
    }
    let layout = lay_out(&model, (720.0, 260.0));
    let y = layout.y(100_000_000.0);
    assert!(y > layout.plot.top + 15.0 && y < layout.plot.bottom, "{y}");
}

#[test]
fn ticks_are_round_and_the_unit_is_said_once() {
    let layout = lay_out(&cumulative(Lang::Zh), (720.0, 260.0));
    let muted = texts(&layout, Paint::Muted);
    assert_eq!(muted[..6], ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]);
    assert_eq!(muted.iter().filter(|text| text.contains('元')).count(), 1);
    assert_eq!(layout.rows.len(), 6);
}

#[test]
fn months_thin_out_and_name_the_year_where_it_changes() {
    let check = |lang, width: f64, expected: &[&str]| {
        let model = ChartModel {
            bands: Vec::new(),
            today: None,
            ..cumulative(lang)
        };
        let layout = lay_out(&model, (width, 240.0));
        let words = layout
            .words
            .iter()
            .filter(|word| word.place.top > layout.plot.bottom);
        let found: Vec<_> = words.map(|word| word.text.as_str()).collect();
        assert_eq!(found, expected);
    };
    check(Lang::Zh, 343.0, &["2021年4月", "7月", "10月", "2022年1月"]);
    check(Lang::En, 343.0, &["Apr 2021", "Jul", "Oct", "Jan 2022"]);
    let all = [
        "2021年4月",
        "5月",
        "6月",
        "7月",
        "8月",
        "9月",
        "10月",
        "11月",
        "12月",
        "2022年1月",
        "2月",
        "3月",
    ];
    check(Lang::Zh, 1300.0, &all);
}

#[test]
fn short_ranges_are_divided_by_days() {
    let check = |range: DayRange, expected: &[&str]| {
        let model = ChartModel {
            days: range,
            series: Vec::new(),
            today: None,
            ..cumulative(Lang::En)
        };
        let layout = lay_out(&model, (420.0, 240.0));
        let words = layout
            .words
            .iter()
            .filter(|word| word.place.top > layout.plot.bottom);
        let found: Vec<_> = words.map(|word| word.text.as_str()).collect();
        assert_eq!(found, expected);
    };
    check(
        days("2021-11-01", "2021-11-08"),
        &[
            "1 Nov", "2 Nov", "3 Nov", "4 Nov", "5 Nov", "6 Nov", "7 Nov",
        ],
    );
    check(
        days("2021-11-01", "2021-11-29"),
        &["1 Nov", "8 Nov", "15 Nov", "22 Nov"],
    );
    check(days("2021-11-01", "2021-11-02"), &["1 Nov"]);
}

#[test]
fn slots_that_are_no_days_go_by_their_names_and_the_last_one_is_always_said() {
    let mut named = ranges(Lang::Zh);
    named.slots.iter_mut().for_each(|slots| slots.edges.clear());
    let check = |width: f64, expected: &[&str]| {
        let layout = lay_out(&named, (width, 240.0));
        let below = layout.words.iter().rev();
        let below = below.filter(|word| word.place.top > layout.plot.bottom);
        let found: Vec<_> = below.map(|word| word.text.as_str()).collect();
        assert_eq!(found, expected);
        assert!((layout.x(1.0) - layout.x(0.0) - layout.slot_px()).abs() < 0.01);
    };
    check(343.0, &["10–20%", "50–60%", "90–100%", "130–140%"]);
    let all = lay_out(&named, (1_300.0, 240.0));
    let shown = all.words.iter().filter(|word| word.text.ends_with('%'));
    assert_eq!(shown.count(), 14);
}

#[test]
fn ranges_go_by_their_edges_each_where_it_is() {
    let check = |width: f64, step: usize| {
        let layout = lay_out(&ranges(Lang::Zh), (width, 240.0));
        let edges: Vec<_> = layout
            .words
            .iter()
            .filter(|word| word.text.ends_with('%'))
            .collect();
        let expected: Vec<_> = (0..14).step_by(step).collect();
        let found: Vec<_> = edges.iter().map(|word| word.text.clone()).collect();
        let texts: Vec<_> = expected.iter().map(|at| format!("{}%", 10 * at)).collect();
        assert_eq!(found, texts, "{width}");
        for (word, at) in edges.iter().zip(expected) {
            let middle = f64::midpoint(word.place.left, word.place.right);
            assert!(
                (middle - layout.x(f64::from(at))).abs() < 0.1,
                "{}",
                word.text
            );
        }
    };
    check(343.0, 2);
    check(1_300.0, 1);
}

#[test]
fn of_ranks_the_first_stands_on_top_and_there_is_no_zero() {
    for size in SIZES {
        let layout = lay_out(&ranks(Lang::Zh), size);
        assert!(layout.plot.top < layout.y(1.0) && layout.y(1.0) < layout.y(40.0));
        assert!(layout.y(40.0) < layout.plot.bottom);
        let muted = texts(&layout, Paint::Muted);
        assert!(muted.contains(&"1") && !muted.contains(&"0"), "{muted:?}");
        // The ranks of today stand beside the plot even where it is narrow.
        assert_eq!(texts(&layout, Paint::Role(Role::Accent)), ["1"]);
        assert_eq!(texts(&layout, Paint::Role(Role::Muted)), ["26"]);
    }
}

#[test]
fn a_short_band_gives_way_to_a_long_one() {
    let layout = lay_out(&cumulative(Lang::Zh), (720.0, 260.0));
    let muted = texts(&layout, Paint::Muted);
    assert!(muted.contains(&"618") && muted.contains(&"双11"));
    let both = muted.contains(&"双12") && muted.contains(&"双十四狂欢");
    assert!(!both);
}

#[test]
fn positions_and_slots_agree() {
    every_layout(|model, layout| {
        let last = model.days.len() - 1;
        for slot in [0, 1, last / 2, last] {
            assert_eq!(layout.slot_at(layout.x(slot as f64 + 0.5)), slot);
        }
        assert_eq!(layout.slot_at(-50.0), 0);
        assert_eq!(layout.slot_at(5_000.0), model.days.len() - 1);
    });
}

#[test]
fn charts_of_nothing_and_of_losses_are_laid_out_too() {
    let empty = ChartModel {
        series: Vec::new(),
        goals: Vec::new(),
        ..cumulative(Lang::Zh)
    };
    assert_eq!(lay_out(&empty, (343.0, 220.0)).range, (0.0, 1.0));
    let mut losses = daily(Lang::Zh);
    losses.series[0].values = vec![Some(-100), Some(-50)];
    let layout = lay_out(&losses, (343.0, 220.0));
    assert!(layout.range.1 >= 0.0 && layout.y(-100.0) <= layout.plot.bottom);
    let none = ChartModel {
        days: days("2021-04-01", "2021-04-01"),
        ..empty
    };
    assert_eq!(lay_out(&none, (1.0, 1.0)).slots, 1);
}

#[test]
fn many_goals_keep_apart() {
    let goals = (1..4).map(|n| ReferenceLine {
        value: 99_000_000 + n * 500_000,
        label: format!("目标 {n}"),
    });
    let model = ChartModel {
        goals: goals.collect(),
        ..cumulative(Lang::Zh)
    };
    let layout = lay_out(&model, (720.0, 260.0));
    assert_eq!(texts(&layout, Paint::Goal).len(), 3);
}
