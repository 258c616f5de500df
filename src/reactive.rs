//! Memos and effects whose closures are boxed. Given as they are, each closure would be compiled
//! into the reactive system's code anew, several kilobytes each; boxed, one copy for each type of
//! value serves all.

use leptos::prelude::*;

/// A value that follows what `compute` reads, and tells its readers only when it has changed.
pub fn memo<T>(compute: impl Fn() -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    boxed_memo(Box::new(compute))
}

fn boxed_memo<T>(compute: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| compute())
}

/// Does `act` now and whenever what it reads has changed.
pub fn effect(act: impl FnMut() + 'static) {
    boxed_effect(Box::new(act));
}

fn boxed_effect(act: Box<dyn FnMut()>) {
    Effect::new(act);
}
