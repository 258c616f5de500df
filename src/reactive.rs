//! Leptos's reactive system, with one type of value underneath.
//!
//! Leptos compiles its signals, memos and effects anew for each type that they hold and for each
//! closure that they are given: several kilobytes apiece, on a page with sixty. Here every value
//! lies behind one pointer and every closure in one kind of box, so all of that exists once; what
//! is typed is the thin handle that views and state hold.

mod held;
mod signals;

pub use leptos::reactive::graph::untrack;
pub use leptos::reactive::owner::{LocalStorage, Owner, StoredValue, provide_context};
pub use leptos::reactive::traits::{SetValue, WithValue};
pub use signals::{Action, Memo, RwSignal, Signal};

use leptos::reactive::effect::{Effect, RenderEffect};
use leptos::reactive::graph::{AnySubscriber, Subscriber, ToAnySubscriber};
use leptos::reactive::owner::use_context;

/// What an owner further up provides. Leptos's own keeps the place of each caller, to tell of it where
/// nobody does; our pages provide all that they ask for before they build anything.
#[expect(clippy::expect_used, reason = "provided by whoever mounts the view")]
pub fn expect_context<T: Clone + 'static>() -> T {
    use_context().expect("a context that is provided")
}

/// A value that follows what `compute` reads, and tells its readers only when it has changed.
pub fn memo<T>(compute: impl Fn() -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    Memo::new(compute)
}

/// Something to do. A trait of our own has one entry for each closure where `FnMut` has three.
trait Act {
    fn act(&mut self);
}

impl<F: FnMut()> Act for F {
    fn act(&mut self) {
        self();
    }
}

/// Anything.
trait Kept {}

impl<T> Kept for T {}

/// Does `act` soon, and again whenever what it reads has changed.
pub fn effect(act: impl FnMut() + 'static) {
    fn boxed(mut act: Box<dyn Act>) {
        unsubscribe_at_the_end(&Effect::new(move || act.act()));
    }
    boxed(Box::new(act));
}

/// Does `act` now, and again whenever what it reads has changed.
pub fn follow(act: impl FnMut() + 'static) {
    fn boxed(mut act: Box<dyn Act>) {
        let effect = RenderEffect::new(move |_: Option<()>| act.act());
        unsubscribe_at_the_end(&effect);
        keep(effect);
    }
    boxed(Box::new(act));
}

/// Has what `subscriber` reads forget it when the owner is gone. Left to itself, Leptos does so only
/// when what is read changes: what never does would keep a word of every view that ever read it.
fn unsubscribe_at_the_end(subscriber: &impl ToAnySubscriber) {
    fn any(subscriber: AnySubscriber) {
        Owner::on_cleanup(move || subscriber.clear_sources(&subscriber));
    }
    any(subscriber.to_any_subscriber());
}

/// Keeps `value` until the owner is gone.
pub fn keep<T: 'static>(value: T) {
    fn boxed(value: Box<dyn Kept>) {
        StoredValue::new_local(value);
    }
    boxed(Box::new(value));
}
