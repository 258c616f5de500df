//! Holds projections made at the end of each month against what came in the end, and against
//! simpler ones; what `docs/accuracy.md` shows.
//!
//! ```text
//! paceboard-accuracy [ROSSMANN_DOCUMENT]
//! ```
//!
//! The sample's recipe is always measured; the chain of shops where its Sales JSON is named, with
//! its parts beside it.

mod baselines;
mod measure;
mod report;
mod sets;

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let rossmann = std::env::args().nth(1);
    if let Some(path) = &rossmann {
        for set in sets::rossmann(Path::new(path))? {
            report::print(&set, &measure::months(&set)?);
        }
    }
    let sample = sets::sample()?;
    report::print(&sample, &measure::months(&sample)?);
    if rossmann.is_none() {
        println!("The chain of shops was not measured: its document was not given.");
    }
    Ok(())
}
