//! Tables in Markdown.

use std::fmt::Write;

use crate::measure::{Mean, Month, mean};
use crate::sets::Set;

/// Widths of the classes of probabilities, in percent.
const CLASS: usize = 20;

/// The tables of one data set, under its name.
pub fn text(set: &Set, months: &[Month]) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = write_tables(&mut text, set, months);
    text
}

fn write_tables(text: &mut String, set: &Set, months: &[Month]) -> std::fmt::Result {
    writeln!(text, "### {}\n", set.name)?;
    writeln!(
        text,
        "| said at the end of | linear | programme | own | ours | ours, all | in band | in band, all | Brier | expected | band | came |"
    )?;
    writeln!(text, "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|")?;
    for month in months {
        writeln!(
            text,
            "| {} | {} | {} | {}–{} | {} |",
            month.day,
            errors(&|figure| figure(month)),
            month.expected,
            month.band.0,
            month.band.1,
            month.came,
        )?;
    }
    let inside = months
        .iter()
        .filter(|month| (month.band.0..=month.band.1).contains(&month.came));
    writeln!(
        text,
        "| **mean** | {} |  | {} of {} |  |\n",
        errors(&|figure| mean(months, figure)),
        inside.count(),
        months.len()
    )?;
    write_calibration(text, months)
}

fn errors(of: &dyn Fn(fn(&Month) -> f64) -> f64) -> String {
    format!(
        "{:.2} | {:.2} | {:.2} | {:.2} | {:.2} | {:.1} % | {:.1} % | {:.4}",
        of(|month| month.linear),
        of(|month| month.programme),
        of(|month| month.own),
        of(|month| month.ours),
        of(|month| month.ours_of_all),
        of(|month| month.covered) * 100.0,
        of(|month| month.covered_of_all) * 100.0,
        of(|month| month.brier),
    )
}

fn write_calibration(text: &mut String, months: &[Month]) -> std::fmt::Result {
    writeln!(
        text,
        "| probability given | times | mean given | came true |"
    )?;
    writeln!(text, "|---|--:|--:|--:|")?;
    for class in 0..100 / CLASS {
        let (mut given, mut came) = (Mean::default(), Mean::default());
        let mut times = 0;
        for (chance, reached) in months.iter().flat_map(|month| &month.chances) {
            if ((chance * 100.0) as usize / CLASS).min(100 / CLASS - 1) == class {
                given.add(chance * 100.0);
                came.add(f64::from(u8::from(*reached)) * 100.0);
                times += 1;
            }
        }
        writeln!(
            text,
            "| {}–{} % | {times} | {:.1} % | {:.1} % |",
            class * CLASS,
            (class + 1) * CLASS,
            given.value(),
            came.value()
        )?;
    }
    writeln!(text)
}
