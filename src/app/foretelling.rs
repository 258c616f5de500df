//! Works out the outlook of very many channels in slices, between which the page answers.

use crate::browser::slices::{Slices, in_slices};
use crate::reactive::effect;
use crate::shared::Shared;
use crate::state::{Foretold, State};
use std::cell::Cell;

/// Begins anew whenever there is something else to work out; what was under way is dropped.
pub fn connect(state: State) {
    let under_way = Cell::new(None::<Slices>);
    effect(move || {
        drop(under_way.take());
        let work = state.foretelling.asked.get().map(|grounds| {
            let mut steps = grounds.clone().steps();
            let step = move || {
                let outlook = Shared::new(steps.step()?);
                let grounds = grounds.clone();
                Some(Foretold { grounds, outlook })
            };
            let done = move |foretold| state.foretelling.foretold.set(Some(foretold));
            in_slices("paceboard:outlook", step, done)
        });
        under_way.set(work);
    });
}
