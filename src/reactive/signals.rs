//! The typed handles.

use super::held::{Compared, Held};
use leptos::reactive::owner::StoredValue;
use leptos::reactive::traits::{Get, GetUntracked, GetValue, Set};
use leptos::reactive::{computed, signal};
use std::marker::PhantomData;

type Type<T> = PhantomData<fn() -> T>;

macro_rules! copied {
    ($($handle:ident),*) => {$(
        impl<T> Clone for $handle<T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $handle<T> {}
    )*};
}
copied!(Memo, RwSignal, Signal, Action);

macro_rules! read {
    ($($handle:ident),*) => {$(
        impl<T: 'static> $handle<T> {
            /// What `read` makes of the value; the reader follows.
            pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
                read(self.inner.get().get())
            }

            /// What `read` makes of the value as it is now.
            pub fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
                read(self.inner.get_untracked().get())
            }

            /// The value; the reader follows.
            pub fn get(self) -> T
            where
                T: Clone,
            {
                self.with(T::clone)
            }

            /// The value as it is now.
            pub fn get_untracked(self) -> T
            where
                T: Clone,
            {
                self.with_untracked(T::clone)
            }
        }
    )*};
}
read!(Memo, RwSignal);

/// A value that follows others.
pub struct Memo<T> {
    inner: computed::Memo<Compared>,
    kind: Type<T>,
}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// Follows what `compute` reads.
    pub fn new(compute: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self {
            inner: memo(Box::new(compute)),
            kind: PhantomData,
        }
    }
}

fn memo(compute: Box<dyn Compute>) -> computed::Memo<Compared> {
    let memo = computed::ArcMemo::new(move |_| compute.compute());
    super::unsubscribe_at_the_end(&memo);
    memo.into()
}

/// How a memo works out its value. A trait of our own has one entry for each closure where `Fn`
/// has three.
trait Compute: Send + Sync {
    fn compute(&self) -> Compared;
}

impl<F, T> Compute for F
where
    F: Fn() -> T + Send + Sync,
    T: PartialEq + Send + Sync + 'static,
{
    fn compute(&self) -> Compared {
        Compared::new(self())
    }
}

/// A value that can be set.
pub struct RwSignal<T> {
    inner: signal::RwSignal<Held>,
    kind: Type<T>,
}

impl<T: Send + Sync + 'static> RwSignal<T> {
    /// Starts with `value`.
    pub fn new(value: T) -> Self {
        Self {
            inner: signal::RwSignal::new(Held::new(value)),
            kind: PhantomData,
        }
    }

    /// Replaces the value.
    pub fn set(self, value: T) {
        set(self.inner, Held::new(value));
    }

    /// Changes the value.
    pub fn update(self, change: impl FnOnce(&mut T))
    where
        T: Clone,
    {
        let mut value = self.get_untracked();
        change(&mut value);
        self.set(value);
    }
}

/// A signal that is gone already has nobody to tell.
fn set(signal: signal::RwSignal<Held>, value: Held) {
    signal.try_set(value);
}

trait Derive<T>: Send + Sync {
    fn value(&self) -> T;
}

impl<F: Fn() -> T + Send + Sync, T> Derive<T> for F {
    fn value(&self) -> T {
        self()
    }
}

/// Something that can be read, worked out each time.
pub struct Signal<T> {
    compute: StoredValue<Held>,
    kind: Type<T>,
}

impl<T: 'static> Signal<T> {
    /// Reads by `compute`.
    pub fn derive(compute: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self::boxed(Box::new(compute))
    }

    /// Kept apart: to have it once for each type of value is enough.
    #[inline(never)]
    fn boxed(compute: Box<dyn Derive<T>>) -> Self {
        Self {
            compute: StoredValue::new(Held::new(compute)),
            kind: PhantomData,
        }
    }

    /// The value; the reader follows what it is worked out from.
    pub fn get(self) -> T {
        let compute = self.compute.get_value();
        compute.get::<Box<dyn Derive<T>>>().value()
    }
}

impl<T: Clone + Send + Sync + 'static> Signal<T> {
    /// A value that never changes.
    pub fn stored(value: T) -> Self {
        Self::derive(move || value.clone())
    }
}

trait Act<T>: Send + Sync {
    fn act(&self, value: T);
}

impl<F: Fn(T) + Send + Sync, T> Act<T> for F {
    fn act(&self, value: T) {
        self(value);
    }
}

/// Something that can be done with a value.
pub struct Action<T> {
    act: StoredValue<Held>,
    kind: Type<T>,
}

impl<T: 'static> Action<T> {
    /// Is done by `act`.
    pub fn new(act: impl Fn(T) + Send + Sync + 'static) -> Self {
        let act: Box<dyn Act<T>> = Box::new(act);
        Self {
            act: StoredValue::new(Held::new(act)),
            kind: PhantomData,
        }
    }

    /// Does it.
    pub fn run(self, value: T) {
        let act = self.act.get_value();
        act.get::<Box<dyn Act<T>>>().act(value);
    }
}
