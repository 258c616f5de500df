//! Who crossed the line in the last seven days.

use crate::browser::popup;
use crate::reactive::{expect_context, memo};
use crate::state::State;
use crate::ui::live::{dynamic, press, when};
use crate::ui::parts::localized;
use crate::ui::wording::Wording;
use crate::view::{View, view};
use paceboard_core::model::Id;
use paceboard_core::query::Focus;

#[derive(Clone, PartialEq, Eq)]
struct Line {
    id: Id,
    name: String,
    day: String,
}

/// The list, latest first; each line opens its channel.
pub fn crossed() -> View {
    let state = expect_context::<State>();
    let lines = memo(move || lines(state).unwrap_or_default());
    let none = move || lines.with(Vec::is_empty) && state.channels.with(Option::is_some);
    view! {
        <div class="programme__crossed">
            <h2 class="programme__title" id="crossed-title">{state.word(|texts| texts.crossed_title)}</h2>
            {when(none, move || view! { <p class="quiet">{state.word(|texts| texts.crossed_none)}</p> })}
            <ul class="crossed" aria-labelledby="crossed-title" data-testid="crossed" on:keydown=move |event| popup::walk_on(&event)>
                {dynamic(move || {
                    lines.get().into_iter().enumerate().map(|(at, line)| entry(state, at, line)).collect::<View>()
                })}
            </ul>
        </div>
    }
}

/// The first line takes the keyboard, arrow keys go on from it: fifty lines are not fifty tab stops.
fn entry(state: State, at: usize, line: Line) -> View {
    let tabindex = if at == 0 { "0" } else { "-1" };
    let open = press(move || {
        let focus = Focus::Channel(line.id.clone());
        state.update(|query| query.focus = Some(focus));
    });
    view! {
        <li>
            <button type="button" class="crossed__line" tabindex=tabindex on:click=open>
                <bdi class="crossed__name">{line.name}</bdi>
                <span class="crossed__day">{line.day}</span>
            </button>
        </li>
    }
}

fn lines(state: State) -> Option<Vec<Line>> {
    let wording = Wording::of(state)?;
    let standing = state.channels.get()?;
    state.document.with(|document| {
        let channels = &document.as_ref()?.dataset.channels;
        let line = |at: usize, day| {
            let (name, alias) = (&channels.name[at], &channels.alias[at]);
            Line {
                id: channels.id[at].clone(),
                name: localized(wording.lang, name, alias).to_owned(),
                day: wording.short_date(day),
            }
        };
        let crossings = standing.crossed_this_week.iter();
        Some(
            crossings
                .map(|crossing| line(crossing.index as usize, crossing.day))
                .collect(),
        )
    })
}
