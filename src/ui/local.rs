//! A file of the reader's own: the button, the drop, and the sheet that says what was understood
//! before anything on screen is replaced.

mod form;
mod preview;

use crate::browser::files::{self, LocalFile};
use crate::browser::page;
use crate::reactive::{RwSignal, expect_context, keep};
use crate::state::{Offer, State};
use crate::ui::live::{live, press, when};
use crate::ui::parts::{OPEN, icon, sheet};
use crate::view::{Event, NodeRef, View, view};
use form::form;
use preview::{facts, refusal};
use std::cell::Cell;

/// What a picker offers.
const ENDINGS: &str = ".json,.csv,application/json,text/csv";

thread_local! {
    /// Raised by each file that is chosen, and where the reader is done with files: what was read of
    /// an earlier one comes too late.
    static EPOCH: Cell<u32> = const { Cell::new(0) };
}

fn raise_epoch() -> u32 {
    EPOCH.set(EPOCH.get() + 1);
    EPOCH.get()
}

/// Reads a file and offers it.
fn offer(state: State, file: LocalFile) {
    let mine = raise_epoch();
    if state.refuse_large(&file.name(), file.size_bytes()) {
        return;
    }
    page::spawn(async move {
        let bytes = file.bytes().await;
        if EPOCH.get() == mine {
            state.offer(file.name(), bytes);
        }
    });
}

/// A button that opens the browser's picker.
pub fn open_button(
    label: fn(&paceboard_core::text::Texts) -> &'static str,
    hook: &'static str,
) -> View {
    let state = expect_context::<State>();
    let input = NodeRef::new();
    let pick = press(move || {
        if let Some(input) = input.get_untracked() {
            files::pick(&input);
        }
    });
    let taken = move |_: &Event| {
        if let Some(file) = input.get_untracked().and_then(|input| files::take(&input)) {
            offer(state, file);
        }
    };
    view! {
        <input type="file" hidden="" accept=ENDINGS node_ref=input data-testid=format!("{hook}-input") on:change=taken />
        <button
            type="button"
            class="button"
            data-testid=hook
            title=state.word(|texts| texts.files.open_note)
            on:click=pick
        >
            {icon(OPEN)}
            <span class="button-text">{state.word(label)}</span>
        </button>
    }
}

/// What a drop does anywhere on the page, and the sheet.
pub fn local_file() -> View {
    let state = expect_context::<State>();
    let over = RwSignal::new(false);
    let dropped = move |file| offer(state, file);
    let hover = move |is_over| {
        if over.get_untracked() != is_over {
            over.set(is_over);
        }
    };
    keep(files::on_drop(hover, dropped));
    let title = state.word(|texts| texts.files.file_title);
    let shown = move || state.offer.with(Option::is_some);
    let close = move || {
        if state.offer.with_untracked(Option::is_some) {
            raise_epoch();
            state.offer.set(None);
        }
    };
    view! {
        {when(move || over.get(), move || view! {
            <div class="drop" data-testid="drop"><p>{state.word(|texts| texts.files.open_drop)}</p></div>
        })}
        {sheet("local-file", title, shown, close, content(state, close))}
    }
}

fn content(state: State, close: impl Fn() + Copy + 'static) -> View {
    let understood = move || of_offer(state, |offer| offer.understood().is_some());
    let has_form = move || of_offer(state, Offer::has_form);
    let refused = move || of_offer(state, |offer| offer.understood().is_none());
    let show = move || {
        raise_epoch();
        state.show_offer();
    };
    view! {
        <p class="local__name" data-testid="local-file-name">{live(move || preview::name(state))}</p>
        <p class="quiet">{state.word(|texts| texts.files.file_private)}</p>
        {when(refused, move || refusal(state))}
        {when(has_form, move || form(state))}
        {when(understood, move || facts(state))}
        <div class="local__actions">
            {when(understood, move || view! {
                <button type="button" class="button button--primary" data-testid="local-file-show" on:click=press(show)>
                    {state.word(|texts| texts.files.file_show)}
                </button>
            })}
            {open_button(|texts| texts.files.file_other, "local-file-other")}
            <button type="button" class="button button--quiet" on:click=press(close)>
                {state.word(|texts| texts.files.file_cancel)}
            </button>
        </div>
    }
}

/// What `read` makes of the file on offer; the default where there is none.
fn of_offer<T: Default>(state: State, read: impl FnOnce(&Offer) -> T) -> T {
    state
        .offer
        .with(|offer| offer.as_ref().map(read).unwrap_or_default())
}
