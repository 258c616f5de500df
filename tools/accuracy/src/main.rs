//! Holds projections made at the end of each month against what came in the end, and against
//! simpler ones; what `docs/accuracy.md` shows.
//!
//! ```text
//! paceboard-accuracy [--check] [ROSSMANN_DOCUMENT]
//! ```
//!
//! With `--check` nothing is shown but what falls short of what that file promises, and then the
//! program fails.
//!
//! The sample's recipe is always measured; the chain of shops where its Sales JSON is named, with
//! its parts beside it.

mod baselines;
mod check;
mod measure;
mod report;
mod sets;

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let is_check = arguments.iter().any(|argument| argument == "--check");
    let rossmann = arguments
        .iter()
        .find(|argument| !argument.starts_with("--"));
    let mut measured = Vec::new();
    if let Some(path) = rossmann {
        measured.extend(sets::rossmann(Path::new(path))?);
    }
    measured.push(sets::sample()?);
    let mut faults = Vec::new();
    for set in &measured {
        let months = measure::months(set)?;
        if is_check {
            faults.extend(check::faults(set, &months));
        } else {
            print!("{}", report::text(set, &months));
        }
    }
    if rossmann.is_none() {
        println!("The chain of shops was not measured: its document was not given.");
    }
    if is_check && faults.is_empty() {
        println!("accuracy: {} data sets as promised", measured.len());
    }
    if faults.is_empty() {
        return Ok(());
    }
    Err(format!("projections are worse than promised\n{}", faults.join("\n")).into())
}
