//! A view in an element of another page.

use super::news::News;
use super::source::{Inner, SalesSource};
use crate::browser::host::Host;
use crate::browser::{events, page, preferences};
use crate::reactive::{Owner, RwSignal, effect, keep, provide_context};
use crate::state::{Preferences, State};
use crate::ui::show_look_on;
use crate::ui::widgets::{self, Kind};
use crate::view::{Mounted, mount};
use js_sys::Function;
use paceboard_core::model::Lang;
use paceboard_core::query::{decode, encode};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

/// A view in an element of another page. It ends when it is freed.
#[wasm_bindgen]
pub struct Widget {
    state: State,
    host: Host,
    news: News,
    source: Rc<Inner>,
    mounted: Option<Mounted>,
}

#[wasm_bindgen]
impl Widget {
    /// Shows a view of `kind` (`board`, `leaderboard`, `goal`, `rank` or `programme`) of `source`
    /// in the empty element `root`; `query` has the parameters of the page's own address.
    /// `tell(name, detail)` hears what happens; `dark` says what the page around looks like.
    #[wasm_bindgen(constructor)]
    pub fn new(
        source: &SalesSource,
        kind: &str,
        root: &Element,
        query: &str,
        dark: bool,
        tell: Function,
    ) -> Self {
        let source = source.inner();
        let kind = Kind::from_name(kind);
        let query = decode(query);
        let news = News::new(tell, query.clone());
        let state = source.take_state(query, preferences(dark));
        let owner = Owner::new();
        let refresh = Rc::clone(&source);
        let host = owner.with(|| Host::element(root, move || refresh.refresh()));
        let mounted = mount(owner, root, || {
            connect(state, host, root, &source);
            let chosen = RwSignal::new(None);
            news.follow(state, kind, root, chosen);
            widgets::widget(kind, chosen)
        });
        Self {
            state,
            host,
            news,
            source,
            mounted: Some(mounted),
        }
    }

    /// Shows what `query` asks for.
    pub fn show(&self, query: &str) {
        let query = decode(query);
        if self.state.query.with_untracked(|before| *before != query) {
            self.news.expect(&query);
            self.state.query.set(query);
        }
    }

    /// What is shown, as a query string.
    pub fn query(&self) -> String {
        self.state.query.with_untracked(encode)
    }

    /// The board as a table for spreadsheets; nothing before there is one.
    pub fn csv(&self) -> Option<String> {
        crate::ui::board_csv(self.state)
    }

    /// The page around looks different.
    pub fn restyle(&self, dark: bool) {
        if self.state.preferences.get_untracked().dark != dark {
            self.state.preferences.set(preferences(dark));
        }
        self.host.looks.update(|looks| *looks += 1);
    }
}

impl Drop for Widget {
    fn drop(&mut self) {
        self.news.end();
        self.mounted.take();
        self.source.give_back(self.state);
    }
}

fn preferences(dark: bool) -> Preferences {
    let languages = preferences::languages();
    let lang = languages.iter().find_map(|tag| Lang::from_name(tag));
    Preferences {
        lang: lang.unwrap_or_default(),
        dark,
    }
}

/// What a view expects to find around it.
fn connect(state: State, host: Host, root: &Element, source: &Rc<Inner>) {
    provide_context(state);
    provide_context(host);
    keep(page::every_half_minute(move || {
        state.now_ms.set(page::now_ms());
    }));
    keep(events::on_print(move |printing| {
        if state.layout.printing.get_untracked() != printing {
            state.layout.printing.set(printing);
        }
    }));
    let source = Rc::clone(source);
    effect(move || {
        for metric in state.needed_metrics() {
            source.need(metric);
        }
    });
    state.foretell();
    show_look_on(root.clone().unchecked_into(), state);
}
