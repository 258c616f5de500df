//! One unit for the axis and for what stands at the ends of lines.

use super::{lay_out, texts};
use crate::chart::ink::Paint;
use crate::chart::model::{EndLabel, Role};
use crate::chart::samples::{cumulative, yuan};
use paceboard_core::format::Measure;
use paceboard_core::model::Lang;

/// What stands at the end of a line that has come to `last` of a goal, and at the axis.
fn written(lang: Lang, measure: Measure, last: i64, goal: i64) -> (String, Vec<String>) {
    let mut model = cumulative(lang);
    (model.measure, model.goals[0].value) = (measure, goal);
    model.series.drain(..2);
    model.series[0].label = EndLabel::Value;
    model.series[0].values = (0..275).map(|day| Some(last * day / 274)).collect();
    let layout = lay_out(&model, (720.0, 260.0));
    let own = |paint| texts(&layout, paint).into_iter().map(str::to_owned);
    let label = own(Paint::Role(Role::Accent)).collect();
    (label, own(Paint::Muted).collect())
}

#[test]
fn figures_at_the_ends_of_lines_stand_in_the_unit_of_the_axis() {
    let check = |lang, measure, (last, goal), label: &str, axis: [&str; 2]| {
        let (found, words) = written(lang, measure, last, goal);
        assert_eq!(found, label);
        for word in axis {
            assert!(words.iter().any(|it| it == word), "{word} in {words:?}");
        }
    };
    let (zh, en, goal) = (Lang::Zh, Lang::En, 100_000_000);
    // As the same figure reads elsewhere, on either side of 亿.
    check(
        zh,
        yuan(),
        (82_140_000, goal),
        "¥8,214万",
        ["10,000", "万元"],
    );
    let beyond = (82_140_000, 6 * goal);
    check(zh, yuan(), beyond, "¥0.8214亿", ["6", "亿元"]);
    check(zh, yuan(), (5_320_000, goal), "¥532.0万", ["8,000", "万元"]);
    // The axis goes past 亿, what it is about does not.
    check(
        zh,
        yuan(),
        (82_140_000, 99_000_000),
        "¥8,214万",
        ["10,000", "万元"],
    );
    check(
        en,
        yuan(),
        (850_000_000, 12 * goal),
        "¥850.0M",
        ["1,200", "¥M"],
    );
    let count = Measure::count();
    check(en, count, (12_345, 20_000), "12,345", ["15,000", "20,000"]);
    check(zh, count, (56_000, 200_000), "5.60万", ["5", "万"]);
}
