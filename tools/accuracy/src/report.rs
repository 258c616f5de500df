//! Tables in Markdown.

use crate::measure::{Mean, Month, mean};
use crate::sets::Set;

/// Widths of the classes of probabilities, in percent.
const CLASS: usize = 20;

pub fn print(set: &Set, months: &[Month]) {
    println!("### {}\n", set.name);
    println!(
        "| said at the end of | linear | programme | own | ours | ours, all | in band | in band, all | Brier | expected | band | came |"
    );
    println!("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    for month in months {
        println!(
            "| {} | {} | {} | {}–{} | {} |",
            month.day,
            errors(&|figure| figure(month)),
            month.expected,
            month.band.0,
            month.band.1,
            month.came,
        );
    }
    let inside = months
        .iter()
        .filter(|month| (month.band.0..=month.band.1).contains(&month.came));
    println!(
        "| **mean** | {} |  | {} of {} |  |\n",
        errors(&|figure| mean(months, figure)),
        inside.count(),
        months.len()
    );
    calibration(months);
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

fn calibration(months: &[Month]) {
    println!("| probability given | times | mean given | came true |");
    println!("|---|--:|--:|--:|");
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
        println!(
            "| {}–{} % | {times} | {:.1} % | {:.1} % |",
            class * CLASS,
            (class + 1) * CLASS,
            given.value(),
            came.value()
        );
    }
    println!();
}
