//! The menu of what can be saved or printed.

use super::csv::save_csv;
use super::file_stem;
use crate::browser::copy::{self, Packed};
use crate::browser::host::Host;
use crate::browser::{files, page};
use crate::reactive::{
    LocalStorage, RwSignal, SetValue, Signal, StoredValue, WithValue, expect_context,
};
use crate::state::{Actions, State};
use crate::ui::leaderboard::PRINTED_ROWS;
use crate::ui::live::{live, when};
use crate::ui::parts::popover;
use crate::view::{View, view};
use paceboard_core::format::{format_bytes, format_count};

/// How far the packing of the page as one file has come.
#[derive(Clone, Copy, PartialEq)]
enum Packing {
    UnderWay,
    Done { size_bytes: u64 },
    Failed,
}

/// What the menu has packed.
#[derive(Clone, Copy)]
struct Parcel {
    packing: RwSignal<Packing>,
    packed: StoredValue<Option<Packed>, LocalStorage>,
}

/// A menu of what can be saved or printed.
pub fn save_menu() -> View {
    let state = expect_context::<State>();
    let actions = expect_context::<Actions>();
    let owns_page = expect_context::<Host>().owns_page;
    let open = RwSignal::new(false);
    let parcel = Parcel {
        packing: RwSignal::new(Packing::UnderWay),
        packed: StoredValue::new_local(None),
    };
    let ready = move || matches!(parcel.packing.get(), Packing::Done { .. });
    let line = move |hook, label, note, ready, act: fn(State, Parcel)| {
        item(hook, label, note, ready, move || {
            open.set(false);
            act(state, parcel);
        })
    };
    let content = move || {
        // The page is packed when the menu opens, so that it can say the size.
        if copy::can_be_made() {
            pack(state, actions, parcel);
        }
        let always = || Signal::stored(true);
        view! {
            <div class="items">
                {line("save-csv", state.word(|texts| texts.page.save_csv), live(String::new), always(), |state, _| save_csv(state))}
                {when(copy::can_be_made, move || {
                    let note = live(move || copy_note(state, parcel));
                    line("save-copy", state.word(|texts| texts.page.save_copy), note, Signal::derive(ready), save_copy)
                })}
                {when(move || owns_page, move || line("print", state.word(|texts| texts.page.save_print), live(move || print_note(state)), always(), |_, _| page::print()))}
            </div>
        }
    };
    let label = state.word(|texts| texts.page.save_menu);
    let title = state.word(|texts| texts.page.save_menu_note);
    popover(label, title, Signal::stored(false), open, content)
}

fn item(
    hook: &'static str,
    label: Signal<String>,
    note: Signal<String>,
    ready: Signal<bool>,
    act: impl Fn() + 'static,
) -> View {
    view! {
        <button type="button" class="item" data-testid=hook disabled=move || !ready.get() on:click=move |_| act()>
            <span class="item-label">{label}</span>
            <small class="item-note">{note}</small>
        </button>
    }
}

fn print_note(state: State) -> String {
    state
        .texts()
        .page
        .save_print_note
        .with([&format_count(PRINTED_ROWS as i64)])
}

fn copy_note(state: State, parcel: Parcel) -> String {
    let texts = state.texts();
    match parcel.packing.get() {
        Packing::UnderWay => texts.page.save_copy_packing.to_owned(),
        Packing::Done { size_bytes } => texts.page.save_copy_note.with([&format_bytes(size_bytes)]),
        Packing::Failed => texts.page.save_copy_failed.to_owned(),
    }
}

fn pack(state: State, actions: Actions, parcel: Parcel) {
    wasm_bindgen_futures::spawn_local(async move {
        parcel.packing.set(Packing::UnderWay);
        parcel.packed.set_value(None);
        let (pieces, _) = state.to_save(|| actions.received());
        parcel.packed.set_value(copy::pack(&pieces).await);
        let size_bytes = with_file(state, parcel, copy::size_bytes);
        let packing = size_bytes.map(|size_bytes| Packing::Done { size_bytes });
        parcel.packing.set(packing.unwrap_or(Packing::Failed));
    });
}

fn save_copy(state: State, parcel: Parcel) {
    let name = file_stem(state).unwrap_or_default() + ".html";
    with_file(state, parcel, |file| files::save(&name, file));
}

/// What `act` makes of the file with the present view.
fn with_file<T>(state: State, parcel: Parcel, act: impl FnOnce(&files::Blob) -> T) -> Option<T> {
    let (_, view) = state.to_save(Vec::new);
    let (title, lang) = (
        state.texts().page.app_name,
        state.lang.get_untracked().html(),
    );
    let file = parcel
        .packed
        .with_value(|packed| packed.as_ref()?.file(title, lang, &view));
    file.map(|file| act(&file))
}
