//! Pieces of a view that follow what they read. Each closure handed to a view by itself is
//! compiled into view code of its own, a kilobyte or two; boxed here, all of them share one.

use crate::browser::{nodes, page};
use crate::reactive::{Signal, effect};
pub use crate::view::when;
use crate::view::{Child, MouseEvent, View, view};

/// What can stand as text.
pub trait Words {
    /// The text; nothing where there is none.
    fn words(self) -> String;
}

impl Words for String {
    fn words(self) -> String {
        self
    }
}

impl Words for &'static str {
    fn words(self) -> String {
        self.to_owned()
    }
}

impl<W: Words> Words for Option<W> {
    fn words(self) -> String {
        self.map(Words::words).unwrap_or_default()
    }
}

/// Text that follows what `text` reads.
pub fn live<W: Words>(text: impl Fn() -> W + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(move || text().words())
}

/// What is typed or moved within this time is told once.
const REST_MS: u32 = 600;
/// Until what was told goes, so that those who read on do not come upon it.
const TOLD_MS: u32 = 5_000;

/// Tells those who listen what `words` says once that rests; nothing where it says nothing. It has
/// to stand on the page before there is anything to say.
pub fn told(words: impl FnMut() -> Option<String> + 'static) -> View {
    teller(Box::new(words))
}

fn teller(mut words: Box<dyn FnMut() -> Option<String>>) -> View {
    let region = nodes::text("");
    let view = View::of(region.clone());
    let mut due = None;
    effect(move || {
        let (said, gone) = (region.clone(), region.clone());
        let tell = move |words: String| {
            let say = page::after(REST_MS, move || said.set_text_content(Some(&words)));
            (
                say,
                page::after(TOLD_MS, move || gone.set_text_content(None)),
            )
        };
        // What was said, or about to be, has been overtaken.
        if due.take().is_some() {
            region.set_text_content(None);
        }
        due = words().map(tell);
    });
    view! { <p class="spoken" role="status">{view}</p> }
}

/// A view that is built anew whenever what it reads changes.
pub fn dynamic(view: impl Fn() -> View + 'static) -> View {
    view.child()
}

/// What a press does.
pub fn press(action: impl Fn() + 'static) -> impl FnMut(&MouseEvent) + 'static {
    move |_| action()
}

/// An item of a list for each line; what comes after a tab is said more quietly.
pub fn items(lines: impl Fn() -> Vec<String> + Send + Sync + 'static) -> View {
    dynamic(move || all(lines()))
}

fn all(lines: Vec<String>) -> View {
    lines.into_iter().map(|line| item(&line)).collect()
}

fn item(line: &str) -> View {
    let (words, rest) = line.split_at(line.find('\t').unwrap_or(line.len()));
    view! { <li>{words.to_owned()}<small class="quiet">{rest.to_owned()}</small></li> }
}
