use super::{Pointed, draw_chart, draw_overlay};
use crate::chart::layout::Layout;
use crate::chart::model::{ChartModel, Density, Role, Series, SeriesKind};
use crate::chart::recorder::{Recorder, Stroke, ruler};
use crate::chart::samples::{
    ACCENT, BAND, GOAL, MUTED, PLAN, cumulative, daily, days, palette, ranges,
};
use paceboard_core::model::Lang;

const SIZE: (f64, f64) = (720.0, 260.0);

fn drawn_at(model: &ChartModel, size: (f64, f64), dpr: f64) -> (Layout, Vec<Stroke>) {
    let layout = Layout::new(model, size, &ruler);
    let recorder = Recorder::new(size, dpr);
    draw_chart(&recorder, model, &layout, &palette()).unwrap();
    let strokes = std::mem::take(&mut recorder.borrow_mut().strokes);
    (layout, strokes)
}

fn drawn(model: &ChartModel) -> (Layout, Vec<Stroke>) {
    drawn_at(model, SIZE, 2.0)
}

fn paths(strokes: &[Stroke], of: plotters::style::RGBAColor) -> Vec<(usize, bool)> {
    let path = |stroke: &Stroke| match stroke {
        Stroke::Path {
            points,
            ink,
            dashed,
        } if *ink == of => Some((points.len(), *dashed)),
        _ => None,
    };
    strokes.iter().filter_map(path).collect()
}

#[test]
fn every_line_is_drawn_where_its_figures_are() {
    let model = cumulative(Lang::Zh);
    let (layout, strokes) = drawn(&model);
    assert_eq!(paths(&strokes, MUTED), [(365, false)]);
    assert_eq!(paths(&strokes, PLAN), [(365, true)]);
    assert_eq!(paths(&strokes, ACCENT), [(275, false)]);
    for stroke in &strokes {
        let Stroke::Path { points, ink, .. } = stroke else {
            continue;
        };
        let Some(series) = [MUTED, PLAN, ACCENT].iter().position(|own| own == ink) else {
            continue;
        };
        for (slot, point) in points.iter().enumerate() {
            let figure = model.series[series].at(slot).unwrap() as f64;
            let (x, y) = (layout.x(slot as f64 + 0.5), layout.y(figure));
            assert!(
                (point.0 - x).abs() < 0.2 && (point.1 - y).abs() < 0.2,
                "{point:?} {x} {y}"
            );
        }
    }
}

#[test]
fn a_fan_fills_what_lies_between_its_edges_and_says_both() {
    let mut model = cumulative(Lang::Zh);
    let edge = |base: i64, step: i64| -> Vec<Option<i64>> {
        let after_today = |slot: i64| (slot >= 275).then(|| base + step * (slot - 275));
        (0..365).map(after_today).collect()
    };
    let fan = Series {
        floor: edge(93_000_000, 100_000),
        ..Series::new(
            "80%",
            SeriesKind::Fan,
            Role::Accent,
            edge(93_000_000, 300_000),
        )
    };
    model.series.insert(0, fan);
    let (layout, strokes) = drawn(&model);
    let filled: Vec<_> = strokes
        .iter()
        .filter_map(|stroke| match stroke {
            Stroke::Area { corners, .. } if corners.len() == 180 => Some(corners),
            _ => None,
        })
        .collect();
    let [corners] = filled[..] else {
        panic!("{} fans", filled.len())
    };
    let last_upper = (layout.x(364.5), layout.y(93_000_000.0 + 300_000.0 * 89.0));
    let last_lower = (layout.x(364.5), layout.y(93_000_000.0 + 100_000.0 * 89.0));
    for (corner, edge) in [(corners[89], last_upper), (corners[90], last_lower)] {
        assert!((corner.0 - edge.0).abs() < 0.2 && (corner.1 - edge.1).abs() < 0.2);
    }
    let said = crate::chart::reading::reading(&model, 364);
    let line = said.lines.iter().find(|line| line.name == "80%").unwrap();
    assert_eq!(line.value, "¥1.02亿–¥1.20亿");
}

#[test]
fn a_density_is_darker_where_more_rows_stand() {
    let mut model = cumulative(Lang::Zh);
    // All at the foot on the first day; on the second one of them four levels higher, and one above the plot.
    let counts = [vec![90, 0, 0, 0, 0, 0], vec![16, 0, 0, 0, 4, 70]].concat();
    model.days = days("2021-04-01", "2021-04-03");
    model.density = Some(Density {
        levels: 6,
        step: 25_000_000,
        counts,
    });
    let (layout, strokes) = drawn(&model);
    let cell = |stroke: &Stroke| match stroke {
        Stroke::Rect { place, ink } if (ink.0, ink.3 < 1.0) == (ACCENT.0, true) => {
            Some((*place, ink.3))
        }
        _ => None,
    };
    let cells: Vec<_> = strokes.iter().filter_map(cell).collect();
    let shades: Vec<_> = cells.iter().map(|(_, alpha)| alpha / cells[0].1).collect();
    assert_eq!(shades, [1.0, 1.0, 0.5]);
    let (place, _) = cells[2];
    assert!((place.left - layout.x(1.0)).abs() < 1.0 && (place.right - layout.x(2.0)).abs() < 1.0);
    assert!((place.bottom - layout.y(1e8)).abs() < 1.0 && place.top >= layout.plot.top - 1.0);
}

#[test]
fn a_gap_is_drawn_as_a_gap() {
    let mut model = cumulative(Lang::Zh);
    model.series[0].values[100] = None;
    model.series[0].values[102] = None;
    let (_, strokes) = drawn(&model);
    assert_eq!(paths(&strokes, MUTED), [(100, false), (262, false)]);
    let dots = strokes
        .iter()
        .filter(|stroke| matches!(stroke, Stroke::Dot { ink, .. } if *ink == MUTED));
    assert_eq!(dots.count(), 1);
}

#[test]
fn the_goal_lies_across_the_whole_plot() {
    let (layout, strokes) = drawn(&cumulative(Lang::Zh));
    let goal = strokes.iter().find_map(|stroke| match stroke {
        Stroke::Rect { place, ink } if *ink == GOAL => Some(*place),
        _ => None,
    });
    let goal = goal.unwrap();
    assert!((goal.width() - layout.plot.width()).abs() < 1.0);
    assert!((goal.middle() - layout.y(1e8)).abs() < 1.0);
    assert!(goal.top > layout.plot.top);
}

#[test]
fn bands_lie_behind_everything() {
    let (_, strokes) = drawn(&cumulative(Lang::Zh));
    let behind = strokes.iter().take(4);
    assert!(
        behind
            .clone()
            .all(|stroke| matches!(stroke, Stroke::Rect { ink, .. } if *ink == BAND))
    );
}

#[test]
fn straight_edges_fall_on_device_pixels() {
    for dpr in [1.0, 1.25, 1.5, 2.0, 3.0] {
        let (_, strokes) = drawn_at(&cumulative(Lang::En), (343.0, 220.0), dpr);
        for stroke in strokes {
            let Stroke::Rect { place, .. } = stroke else {
                continue;
            };
            for edge in [place.left, place.top, place.right, place.bottom] {
                let device = edge * dpr;
                assert!((device - device.round()).abs() < 1e-9, "{place:?} at {dpr}");
            }
        }
    }
}

#[test]
fn words_among_lines_have_halos() {
    let (layout, strokes) = drawn(&cumulative(Lang::Zh));
    let words = strokes.iter().filter_map(|stroke| match stroke {
        Stroke::Word { text, halo, .. } => Some((text.as_str(), *halo)),
        _ => None,
    });
    let words: Vec<_> = words.collect();
    assert_eq!(words.len(), layout.words.len());
    assert!(words.contains(&("目标 1亿元", true)) && words.contains(&("618", false)));
}

#[test]
fn bars_keep_a_gap_and_say_mean_and_peak_where_they_are_shared() {
    let bars = |size: (f64, f64)| {
        let (layout, strokes) = drawn_at(&daily(Lang::Zh), size, 2.0);
        let full = strokes.into_iter().filter_map(|stroke| match stroke {
            Stroke::Rect { place, ink } if ink == ACCENT && place.bottom <= layout.plot.bottom => {
                Some(place)
            }
            _ => None,
        });
        (layout.bar_days, full.collect::<Vec<_>>())
    };
    let (days, wide) = bars((1500.0, 260.0));
    assert_eq!((days, wide.len()), (1, 274));
    assert!(
        wide.windows(2)
            .all(|pair| pair[1].left - pair[0].right >= 0.99)
    );
    let (days, narrow) = bars((343.0, 260.0));
    assert_eq!((days, narrow.len()), (4, 69));
    assert!(
        narrow
            .windows(2)
            .all(|pair| pair[1].left - pair[0].right >= 0.49)
    );
}

#[test]
fn bars_of_wider_ranges_stand_apart_and_are_paler() {
    let (layout, strokes) = drawn_at(&ranges(Lang::Zh), (700.0, 240.0), 1.0);
    let bars = strokes.iter().filter_map(|stroke| match stroke {
        Stroke::Rect { place, ink } if (ink.0, ink.1) == (ACCENT.0, ACCENT.1) => {
            Some((*place, ink.3))
        }
        _ => None,
    });
    let bars: Vec<_> = bars.filter(|(place, _)| place.height() > 1.0).collect();
    let gap = |at: usize| bars[at].0.left - bars[at - 1].0.right;
    let last = bars.len() - 1;
    assert!(gap(last) >= 5.0 && gap(last - 1) >= 5.0 && gap(last - 2) < 3.0);
    assert!(bars[last].1 < 1.0 && bars[last - 1].1 < 1.0);
    assert!(bars[..last - 1].iter().all(|(_, alpha)| *alpha > 0.99));
    assert!(layout.apart == 12);
}

#[test]
fn the_crosshair_meets_every_line_that_has_a_figure() {
    let model = cumulative(Lang::Zh);
    let layout = Layout::new(&model, SIZE, &ruler);
    let dots = |slot| {
        let recorder = Recorder::new(SIZE, 1.0);
        let pointed = Pointed {
            slot: Some(slot),
            chosen: None,
        };
        draw_overlay(&recorder, &model, &layout, &palette(), &pointed).unwrap();
        let strokes = std::mem::take(&mut recorder.borrow_mut().strokes);
        let colours = [ACCENT, MUTED, PLAN];
        strokes
            .iter()
            .filter(|stroke| matches!(stroke, Stroke::Dot { ink, .. } if colours.contains(ink)))
            .count()
    };
    assert_eq!((dots(10), dots(300)), (3, 2));
}

#[test]
fn chosen_days_are_shaded_from_edge_to_edge() {
    let model = cumulative(Lang::Zh);
    let layout = Layout::new(&model, SIZE, &ruler);
    let recorder = Recorder::new(SIZE, 2.0);
    let pointed = Pointed {
        slot: Some(20),
        chosen: Some(10..=20),
    };
    draw_overlay(&recorder, &model, &layout, &palette(), &pointed).unwrap();
    let Stroke::Rect { place, .. } = recorder.borrow().strokes[0].clone() else {
        panic!("no shade")
    };
    assert!(
        (place.left - layout.x(10.0)).abs() < 0.5 && (place.right - layout.x(21.0)).abs() < 0.5
    );
}
