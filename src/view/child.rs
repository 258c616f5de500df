//! Children of elements: texts, views, and blocks that follow signals.

use crate::browser::nodes;
use crate::reactive::{Memo, Owner, Signal, follow, memo, untrack};
use web_sys::Node;

/// Nodes that are not on the page yet.
#[derive(Clone, Debug)]
pub struct View(Node);

impl View {
    /// A view of a node; of a fragment, its children.
    pub fn of(node: impl Into<Node>) -> Self {
        Self(node.into())
    }

    /// Nothing.
    pub fn empty() -> Self {
        Self(nodes::fragment())
    }

    /// Puts the nodes at the end of `parent`.
    pub fn append_to(self, parent: &Node) {
        nodes::append(parent, &self.0);
    }
}

impl FromIterator<View> for View {
    fn from_iter<I: IntoIterator<Item = View>>(views: I) -> Self {
        let all = nodes::fragment();
        for view in views {
            view.append_to(&all);
        }
        Self(all)
    }
}

/// What can stand among the children of an element.
pub trait Child {
    /// As a view.
    fn child(self) -> View;
}

impl Child for View {
    fn child(self) -> View {
        self
    }
}

impl Child for String {
    fn child(self) -> View {
        View(nodes::text(&self))
    }
}

impl Child for &'static str {
    fn child(self) -> View {
        View(nodes::text(self))
    }
}

impl<C: Child> Child for Option<C> {
    fn child(self) -> View {
        self.map_or_else(View::empty, Child::child)
    }
}

impl<C: Child> Child for Vec<C> {
    fn child(self) -> View {
        self.into_iter().map(Child::child).collect()
    }
}

impl<C: Child, const N: usize> Child for [C; N] {
    fn child(self) -> View {
        self.into_iter().map(Child::child).collect()
    }
}

impl Child for Memo<String> {
    fn child(self) -> View {
        Signal::derive(move || self.get()).child()
    }
}

impl Child for Signal<String> {
    fn child(self) -> View {
        let node = nodes::text("");
        let shown = node.clone();
        let mut last = String::new();
        follow(move || {
            let text = self.get();
            if text != last {
                shown.set_text_content(Some(&text));
                last = text;
            }
        });
        View(node)
    }
}

impl<F, C> Child for F
where
    F: Fn() -> C + 'static,
    C: Child,
{
    fn child(self) -> View {
        block(Box::new(self))
    }
}

/// A view that follows others.
trait Block {
    /// The view as it is now.
    fn view(&self) -> View;
}

impl<F: Fn() -> C, C: Child> Block for F {
    fn view(&self) -> View {
        self().child()
    }
}

/// A view between two marks, replaced whenever what `view` reads has changed.
fn block(block: Box<dyn Block>) -> View {
    let (all, start, end) = (nodes::fragment(), nodes::mark(), nodes::mark());
    nodes::append(&all, &start);
    nodes::append(&all, &end);
    let mut opener = None;
    follow(move || nodes::replace_between(&start, &end, &block.view().0, &mut opener));
    View(all)
}

/// A view that is there while `shown` says so, and is not rebuilt in between.
pub fn when(
    shown: impl Fn() -> bool + Send + Sync + 'static,
    view: impl Fn() -> View + 'static,
) -> View {
    fn boxed(shown: Memo<bool>, view: Box<dyn Block>) -> View {
        let now = move || shown.get().then(|| untrack(|| view.view()));
        now.child()
    }
    boxed(memo(shown), Box::new(view))
}

/// As many views as `count` says, each built once with its number and kept while it is needed.
pub fn slots(count: Memo<usize>, view: impl Fn(usize) -> View + 'static) -> View {
    let (all, end) = (nodes::fragment(), nodes::mark());
    nodes::append(&all, &end);
    let mut built: Vec<(Owner, Node)> = Vec::new();
    let parent = Owner::current();
    follow(move || {
        let count = count.get();
        for (owner, node) in built.drain(count.min(built.len())..) {
            owner.cleanup();
            nodes::remove(&node);
        }
        for number in built.len()..count {
            let owner = parent.as_ref().map_or_else(Owner::new, Owner::child);
            let made = owner.with(|| untrack(|| view(number)));
            let node = nodes::first_of(&made.0);
            nodes::insert_before(&end, &made.0);
            built.push((owner, node));
        }
    });
    View(all)
}
