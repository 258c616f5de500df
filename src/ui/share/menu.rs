//! The menu of what can be saved or printed.

use super::csv::{has_rows, save_csv};
use super::file_stem;
use crate::browser::copy::{self, Packed};
use crate::browser::host::Host;
use crate::browser::{files, page};
use crate::reactive::{
    LocalStorage, RwSignal, SetValue, Signal, StoredValue, WithValue, expect_context,
};
use crate::state::State;
use crate::ui::leaderboard::PRINTED_ROWS;
use crate::ui::left_out::metric_names;
use crate::ui::live::{live, when};
use crate::ui::parts::popover;
use crate::view::{View, view};
use paceboard_core::format::{format_bytes, format_count};
use paceboard_core::model::Metric;
use paceboard_core::text::Phrase;

/// How far the packing of the page as one file has come.
#[derive(Clone, PartialEq)]
enum Packing {
    UnderWay,
    /// Packed, and what of the document is in it, in words.
    Done {
        size_bytes: u64,
        holds: String,
    },
    Failed,
}

/// What the menu has packed.
#[derive(Clone, Copy)]
struct Parcel {
    packing: RwSignal<Packing>,
    /// The page as one file; which packing it is of, for a slow one that was begun earlier may end later.
    packed: StoredValue<(u32, Option<Packed>), LocalStorage>,
}

/// A menu of what can be saved or printed.
pub fn save_menu() -> View {
    let state = expect_context::<State>();
    let host = expect_context::<Host>();
    let open = RwSignal::new(false);
    let parcel = Parcel {
        packing: RwSignal::new(Packing::UnderWay),
        packed: StoredValue::new_local((0, None)),
    };
    let is_done = |packing: &Packing| matches!(packing, Packing::Done { .. });
    let ready = move || parcel.packing.with(is_done);
    let line = move |hook, label, note, ready, act: fn(State, Parcel)| {
        item(hook, label, note, ready, move || {
            open.set(false);
            act(state, parcel);
        })
    };
    let content = move || {
        // The page is packed when the menu opens, so that it can say the size.
        let is_whole = !state.is_opening();
        let can_be_packed = move || is_whole && copy::can_be_made();
        if can_be_packed() {
            pack(state, host, parcel);
        }
        view! {
            <div class="items">
                {line("save-csv", state.word(|texts| texts.page.save_csv), live(String::new), Signal::derive(move || has_rows(state)), |state, _| save_csv(state))}
                {when(can_be_packed, move || {
                    let note = live(move || copy_note(state, parcel));
                    line("save-copy", state.word(|texts| texts.page.save_copy), note, Signal::derive(ready), save_copy)
                })}
                {when(move || host.owns_page, move || line("print", state.word(|texts| texts.page.save_print), live(move || print_note(state)), Signal::stored(true), |_, _| page::print()))}
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
        Packing::Done { size_bytes, holds } => {
            let size = format_bytes(size_bytes);
            texts.page.save_copy_note.with([&size, &holds])
        }
        Packing::Failed => texts.page.save_copy_failed.to_owned(),
    }
}

/// Which metrics of the source have been read, so that a copy has them, and of which of them last
/// year; and which have not.
fn holds(state: State) -> Option<String> {
    let texts = state.texts();
    state.loaded.with_untracked(|document| {
        let document = document.as_ref()?;
        let (dataset, ledger) = (&document.dataset, &document.books.channels);
        let year = dataset.calendar.year_of(dataset.as_of.day);
        let is_named = |metric: &Metric| {
            let mut parts = dataset.parts.iter();
            parts.any(|part| part.metrics.contains(metric)) || document.left_out.contains(metric)
        };
        let has = |metric: &Metric| ledger.has(*metric);
        let is_earlier = |metric: &Metric| {
            let days = ledger.range(*metric);
            days.is_some_and(|days| days.from() < year.from())
        };
        let all = Metric::ALL.into_iter();
        let (held, others): (Vec<_>, Vec<_>) = all.partition(has);
        let earlier = held.iter().copied().filter(is_earlier).collect();
        let lacks = others.into_iter().filter(is_named).collect();
        let clause = |(words, metrics): (Phrase<1>, Vec<Metric>)| {
            (!metrics.is_empty()).then(|| words.with([&metric_names(&metrics, texts)]))
        };
        let clauses = [
            (texts.page.save_copy_with, held),
            (texts.page.save_copy_last_year, earlier),
            (texts.page.save_copy_without, lacks),
        ];
        let clauses: Vec<String> = clauses.into_iter().filter_map(clause).collect();
        Some(clauses.join(texts.programme.clause_joint))
    })
}

fn pack(state: State, host: Host, parcel: Parcel) {
    let mine = parcel.packed.with_value(|packed| packed.0) + 1;
    parcel.packed.set_value((mine, None));
    page::spawn(async move {
        parcel.packing.set(Packing::UnderWay);
        let (pieces, _) = state.to_save(|| host.received());
        let holds = holds(state).unwrap_or_default();
        let packed = copy::pack(&pieces).await;
        if parcel.packed.with_value(|newest| newest.0) != mine {
            return;
        }
        parcel.packed.set_value((mine, packed));
        let size_bytes = with_file(state, parcel, copy::size_bytes);
        let packing = size_bytes.map(|size_bytes| Packing::Done { size_bytes, holds });
        parcel.packing.set(packing.unwrap_or(Packing::Failed));
    });
}

fn save_copy(state: State, parcel: Parcel) {
    state.come_to_rest();
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
        .with_value(|packed| packed.1.as_ref()?.file(title, lang, &view));
    file.map(|file| act(&file))
}
