//! Currency, language, theme, link.

use crate::reactive::{Memo, Signal, expect_context, memo};
use crate::state::State;
use crate::ui::live::{dynamic, live, press, when};
use crate::ui::parts::{MOON, SUN, SYSTEM, icon, segment};
use crate::view::{View, view};
use paceboard_core::model::Lang;
use paceboard_core::query::Theme;

/// Switches between the document's currency and those it gives rates for; absent where it gives
/// none.
pub fn currency_choice() -> View {
    let state = expect_context::<State>();
    let codes = memo(move || currency_codes(state));
    let current = memo(move || current_currency(state, &codes.get()));
    let choose = move |code: String| {
        let own = codes.with(|codes| codes.first() == Some(&code));
        state.update(|query| query.currency = (!own).then_some(code));
    };
    view! {
        {when(move || codes.with(|codes| codes.len() > 1), move || view! {
            <div class="segments" role="group" aria-label=state.word(|texts| texts.page.currency)>
                {dynamic(move || {
                    let codes = codes.get().into_iter();
                    codes.map(|code| choice(code.clone(), code, current, choose)).collect::<View>()
                })}
            </div>
        })}
    }
}

fn choice(
    label: String,
    value: String,
    current: Memo<String>,
    choose: impl Fn(String) + 'static,
) -> View {
    let on = {
        let value = value.clone();
        Signal::derive(move || current.with(|current| *current == value))
    };
    segment(Signal::stored(label), on, move || choose(value.clone()))
}

/// The document's own currency first.
fn currency_codes(state: State) -> Vec<String> {
    state.document.with(|document| {
        let currency = document.as_ref().map(|document| &document.dataset.currency);
        let codes = currency.into_iter().flat_map(|currency| {
            let others = currency.display.iter().map(|display| display.code.clone());
            std::iter::once(currency.code.clone()).chain(others)
        });
        codes.collect()
    })
}

fn current_currency(state: State, codes: &[String]) -> String {
    let asked = state.query.with(|query| query.currency.clone());
    asked
        .filter(|code| codes.contains(code))
        .or_else(|| codes.first().cloned())
        .unwrap_or_default()
}

/// Switches the language, without a reload.
pub fn language_choice() -> View {
    let state = expect_context::<State>();
    let current = memo(move || state.lang.get().name().to_owned());
    let choose = move |name: String| state.update(|query| query.lang = Lang::from_name(&name));
    let item = move |lang: Lang, label: &str| {
        choice(label.to_owned(), lang.name().to_owned(), current, choose)
    };
    view! {
        <div class="segments" role="group" aria-label=state.word(|texts| texts.page.language)>
            {item(Lang::Zh, "中")}
            {item(Lang::En, "EN")}
        </div>
    }
}

/// Switches between light and dark; a third press gives the choice back to the system.
pub fn theme_button() -> View {
    let state = expect_context::<State>();
    let name = move || {
        let texts = state.texts();
        match state.query.with(|query| query.theme) {
            None => texts.page.theme_system,
            Some(Theme::Light) => texts.page.theme_light,
            Some(Theme::Dark) => texts.page.theme_dark,
        }
    };
    let sign = move || match state.query.with(|query| query.theme) {
        None => SYSTEM,
        Some(Theme::Light) => SUN,
        Some(Theme::Dark) => MOON,
    };
    let next = press(move || {
        state.update(|query| {
            query.theme = match query.theme {
                None => Some(Theme::Dark),
                Some(Theme::Dark) => Some(Theme::Light),
                Some(Theme::Light) => None,
            };
        });
    });
    let label = live(move || state.texts().page.aria_theme_now.with([name()]));
    view! {
        <button
            type="button"
            class="button button--icon"
            data-testid="theme"
            aria-label=label
            title=label
            on:click=next
        >
            {dynamic(move || icon(sign()))}
        </button>
    }
}
