//! How fresh the figures are: as-of day, last check, age.

use crate::browser::host::Host;
use crate::browser::{page, popup, scroll};
use crate::reactive::{expect_context, memo};
use crate::state::{Phase, Place, State};
use crate::ui::live::{live, press, when};
use crate::ui::parts::{REFRESH, icon, is_open, turn};
use crate::ui::wording::Wording;
use crate::view::{View, view};
use paceboard_core::format::{DateForm, format_count, format_date};
use paceboard_core::query::Section;
use paceboard_core::text::Texts;

/// The as-of day and when the source last confirmed it; a click looks for newer data.
pub fn freshness() -> View {
    let state = expect_context::<State>();
    let host = expect_context::<Host>();
    let is_stale = memo(move || state.feed.with(|feed| feed.error.is_some()));
    let is_past = memo(move || {
        let last = state
            .document
            .with(|it| Some(it.as_ref()?.dataset.as_of.day));
        state.today.get() != last
    });
    let as_of = live(move || {
        let wording = Wording::of(state)?;
        state
            .today
            .get()
            .map(|today| state.texts().page.as_of.with([&wording.date(today)]))
    });
    let title = state.word(|texts| texts.page.refresh);
    view! {
        {when(move || state.document.with(Option::is_some), move || view! {
            <div class="fresh" class:fresh--stale=is_stale class:fresh--past=is_past>
                <span class="fresh__dot" aria-hidden="true"></span>
                <span class="fresh__day" data-testid="as-of">{as_of}</span>
                {when(move || state.is_synthetic(), move || view! {
                    <span class="fresh__synthetic" data-testid="synthetic" title=state.word(|texts| texts.page.synthetic_note)>
                        {state.word(|texts| texts.page.synthetic_short)}
                    </span>
                })}
                {when(move || state.local.with(Option::is_none), move || view! {
                    <span class="fresh__checked" data-testid="checked">{live(move || checked(state))}</span>
                    <button
                        type="button"
                        class="button button--icon button--quiet"
                        data-testid="refresh"
                        title=title
                        aria-label=title
                        on:click=press(move || host.refresh())
                    >
                        {icon(REFRESH)}
                    </button>
                })}
                {when(move || state.local.with(Option::is_some), move || local(state))}
            </div>
        })}
    }
}

/// Which file is shown in place of the source, how much is left out of it or odd in it, and the way
/// back.
fn local(state: State) -> View {
    let name = live(move || {
        let texts = state.texts();
        state.local.with(|local| match &local.as_ref()?.place {
            Place::File(name) => Some(texts.files.file_shown.with([name])),
            Place::Copy(saved_ms) => {
                let day = page::local_day(*saved_ms)?;
                let date = format_date(day, DateForm::Full, texts.lang);
                let (time, zone) = (page::clock_time(*saved_ms), page::local_zone(*saved_ms));
                Some(texts.page.copy_saved.with([&date, &time, &zone]))
            }
        })
    });
    let notes = memo(move || state.warnings().len());
    view! {
        <span class="fresh__file" data-testid="local-name" title=name><bdi>{name}</bdi></span>
        {when(move || state.shows_file(), move || view! {
            <button type="button" class="link" data-testid="local-notes" hidden=move || notes.get() == 0 on:click=press(move || show_notes(state))>
                {live(move || state.texts().files.file_notes.with([&format_count(notes.get() as i64)]))}
            </button>
            <button type="button" class="link" data-testid="local-back" on:click=press(move || state.leave_local())>
                {state.word(|texts| texts.files.file_back)}
            </button>
        })}
    }
}

/// Opens what is said of the data's quality, and goes there.
fn show_notes(state: State) {
    if !is_open(state, Section::Quality).get_untracked() {
        turn(state, Section::Quality);
    }
    if let Some(root) = page::root() {
        let summary = popup::elements(&root, "[data-testid=quality] > summary");
        summary.iter().for_each(popup::focus);
        scroll::reveal(&root, "[data-testid=quality]");
    }
}

/// When the source last confirmed the figures, or that it is being asked.
pub fn checked(state: State) -> String {
    let texts = state.texts();
    state
        .feed
        .with(|feed| match (&feed.phase, feed.checked_ms) {
            (Phase::Receiving { .. }, _) => texts.page.refreshing.to_owned(),
            (_, Some(moment_ms)) => texts.page.checked_at.with([&moment(moment_ms, texts)]),
            (_, None) => String::new(),
        })
}

/// The time of day, with the day where that is another than the viewer's.
fn moment(moment_ms: f64, texts: &Texts) -> String {
    let (day, time) = (page::local_day(moment_ms), page::clock_time(moment_ms));
    match day.filter(|_| day != page::local_day(page::now_ms())) {
        Some(day) => format!("{} {time}", format_date(day, DateForm::Compact, texts.lang)),
        None => time,
    }
}
