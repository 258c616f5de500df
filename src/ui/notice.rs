//! What the reader has to know before reading on: progress of the first load, faults and what
//! still works.

use crate::browser::host::Host;
use crate::browser::page;
use crate::reactive::{Memo, expect_context, memo};
use crate::state::{Fault, Phase, State};
use crate::ui::left_out::metric_names;
use crate::ui::live::{items, live, press, when};
use crate::ui::local::open_button;
use crate::view::{View, view};
use paceboard_core::format::{
    DateForm, between_sentences, format_age, format_bytes, format_percent_round, format_range,
};
use paceboard_core::model::PartRef;

/// All notices.
pub fn notices() -> View {
    view! {
        <div class="notices">
            {fault_notice()}
            {loading_notice()}
            {lost_notice()}
        </div>
    }
}

fn fault_notice() -> View {
    let state = expect_context::<State>();
    let host = expect_context::<Host>();
    let fault = state.fault;
    let has_data = memo(move || state.has_whole());
    let to_sample = move || state.update(|query| query.source = None);
    let on_sample = memo(move || state.query.with(|query| query.source.is_none()));
    // What is not tried again by itself would fail again.
    let may_pass = memo(move || state.feed.with(|feed| feed.phase != Phase::Idle));
    view! {
        {when(move || fault.with(Option::is_some), move || view! {
            <section class="notice notice--fault" class:notice--lasting=move || !may_pass.get() role="alert" data-testid="fault">
                <h2 class="notice__title">{live(move || title(state, has_data.get()))}</h2>
                <p>{live(move || text_of(fault, |fault| fault.what.clone()))}</p>
                <p>{live(move || still_works(state, has_data.get()))}</p>
                <p>{live(move || text_of(fault, |fault| fault.next.to_owned()))} {live(move || between_sentences(state.lang.get()))} {live(move || pause(state))}</p>
                <p class="notice__actions">
                    <button type="button" class="button" class:button--primary=move || on_sample.get() || may_pass.get() on:click=press(move || host.refresh())>
                        {state.word(|texts| texts.faults.retry)}
                    </button>
                    {when(move || !on_sample.get(), move || view! {
                        <button type="button" class="button" class:button--primary=move || !may_pass.get() on:click=press(to_sample)>
                            {state.word(|texts| texts.faults.back_to_sample)}
                        </button>
                    })}
                </p>
            </section>
        })}
        {part_faults()}
    }
}

/// After a reload the file that was shown is gone: a page may not read it by itself.
fn lost_notice() -> View {
    let state = expect_context::<State>();
    view! {
        {when(move || state.lost_file.get(), move || view! {
            <section class="notice" role="status" data-testid="file-lost">
                <p>{state.word(|texts| texts.files.file_lost)}</p>
                <p class="notice__actions">
                    {open_button(|texts| texts.files.open, "file-lost-open")}
                    <button type="button" class="button button--quiet" on:click=press(move || state.lost_file.set(false))>
                        {state.word(|texts| texts.page.aria_close)}
                    </button>
                </p>
            </section>
        })}
    }
}

fn text_of(fault: Memo<Option<Fault>>, read: impl Fn(&Fault) -> String) -> String {
    fault.with(|fault| fault.as_ref().map(read).unwrap_or_default())
}

fn title(state: State, has_data: bool) -> &'static str {
    let texts = state.texts();
    if has_data {
        texts.faults.fault_refresh_title
    } else {
        texts.faults.fault_title
    }
}

fn still_works(state: State, has_data: bool) -> String {
    let texts = state.texts();
    if state.is_opening() {
        return texts.faults.still_works_opening.to_owned();
    }
    if !has_data {
        return texts.faults.still_works_nothing.to_owned();
    }
    let tick_ms = state.now_ms.get();
    let now_ms = page::now_ms().max(tick_ms);
    let checked_ms = state.feed.with(|feed| feed.checked_ms).unwrap_or(now_ms);
    let age_s = ((now_ms - checked_ms) / 1_000.0).max(0.0) as u64;
    texts
        .faults
        .still_works
        .with([&format_age(age_s, state.lang.get())])
}

/// When the next try comes by itself.
fn pause(state: State) -> String {
    let texts = state.texts();
    state.feed.with(|feed| match feed.phase {
        Phase::Waiting { delay_ms } => {
            let seconds = (delay_ms / 1_000.0).ceil() as i64;
            texts.files.retrying_in.with([&seconds.to_string()])
        }
        Phase::Receiving { .. } => texts.files.retrying_now.to_owned(),
        Phase::Starting | Phase::Idle => String::new(),
    })
}

fn part_faults() -> View {
    let state = expect_context::<State>();
    view! {
        {when(move || state.feed.with(|feed| !feed.failed_parts.is_empty()), move || view! {
            <section class="notice" role="status" data-testid="part-fault">
                <ul>{items(move || state.part_faults(|part| part_name(state, part)))}</ul>
                <p>{state.word(|texts| texts.faults.still_works_part)}</p>
            </section>
        })}
    }
}

/// A part as readers know it: metrics and days.
fn part_name(state: State, part: &PartRef) -> String {
    let texts = state.texts();
    let days = format_range(part.range, DateForm::Full, state.lang.get());
    let names = metric_names(&part.metrics, texts);
    texts.board.col_with_unit.with([&names, &days])
}

/// Progress of the first load, until all figures are there; later loads show beside the as-of day only.
fn loading_notice() -> View {
    let state = expect_context::<State>();
    let loading = memo(move || !state.has_whole() && state.feed.with(|feed| feed.error.is_none()));
    let share_bp = memo(move || {
        state.feed.with(|feed| match feed.phase {
            Phase::Receiving {
                received,
                total: Some(total),
            } if total > 0 => Some((received.saturating_mul(10_000) / total).min(10_000) as i64),
            _ => None,
        })
    });
    let width = move || share_bp.get().map(|bp| format!("{}%", bp as f64 / 100.0));
    let label = move || match share_bp.get() {
        Some(bp) => {
            let percent = format_percent_round(bp);
            state.texts().page.aria_progress_loading.with([&percent])
        }
        None => loading_text(state),
    };
    // No value at all where the size is unknown: the bar then only moves.
    let percent = move || share_bp.get().map(|bp| (bp / 100).to_string());
    view! {
        {when(move || loading.get(), move || view! {
            <div class="loading" role="status" data-testid="loading">
                <div class="loading__track" role="progressbar" aria-label=live(label)
                    aria-valuenow=percent>
                    <div class="loading__fill" style:width=live(width)></div>
                </div>
                <p class="quiet">{live(move || loading_text(state))}</p>
            </div>
        })}
    }
}

fn loading_text(state: State) -> String {
    let texts = state.texts();
    state.feed.with(|feed| match feed.phase {
        Phase::Receiving {
            received,
            total: Some(total),
        } => texts
            .files
            .loading_bytes
            .with([&format_bytes(received), &format_bytes(total)]),
        Phase::Receiving {
            received,
            total: None,
        } => texts
            .files
            .loading_unknown_size
            .with([&format_bytes(received)]),
        _ => texts.files.loading.to_owned(),
    })
}
