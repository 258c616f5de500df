//! One channel or partner in detail, beside the board.

mod calendar;
mod charts;
mod factors;
mod facts;
mod later;
mod members;
mod moved;
mod neighbours;
mod ranks;
mod ratios;
mod takes;
mod year;

use crate::browser::cover;
use crate::browser::host::{Host, part_role};
use crate::browser::shortcut::is_pressed;
use crate::chart::chart as canvas;
use crate::reactive::{Action, Signal, effect, expect_context, keep, memo, untrack};
use crate::shared::Shared;
use crate::state::{OpenDetail, State};
use crate::ui::compare::compare_button;
use crate::ui::filters::{assumed_line, growth_field};
use crate::ui::leaderboard::status_word;
use crate::ui::live::{live, press, told, when};
use crate::ui::maturity::maturity_words;
use crate::ui::parts::{CLOSE, awaited_words, fold, icon, localized, segment};
use crate::ui::wording::Wording;
use crate::view::{HtmlElement, KeyboardEvent, MouseEvent, NodeRef, View, view};
pub use charts::festival_bands;
use charts::{cumulative_chart, daily_chart};
use facts::facts;
pub use facts::{crossing_words, goal_bar, of_goal, ranked, to_date};
use later::came_words;
use members::members;
pub use members::near_words;
use moved::moved;
use neighbours::neighbours;
pub use neighbours::{name_of, neighbour_list, next_words};
use paceboard_core::format::format_share;
use paceboard_core::model::{DayRange, Metric};
use paceboard_core::outlook::Outlook;
use paceboard_core::pace::Pace;
use paceboard_core::query::{Chart, Entity, Section, Window};
use paceboard_core::text::Texts;
use ranks::ranks;
use ratios::ratios;
use takes::takes;
use year::year;

/// Height of the chart's drawing.
const CHART_PX: u32 = 240;

/// The pane; empty when no row is open.
pub fn detail_pane() -> View {
    let state = expect_context::<State>();
    let open = memo(move || state.detail.with(Option::is_some));
    let opened = memo(move || {
        let open = state.detail.get()?;
        Some((open.entity, open.detail.index))
    });
    view! {
        {when(move || open.get(), move || view! {
            {pane()}
        })}
        {told(move || opened.get().and_then(|_| untrack(|| opened_words(state))))}
    }
}

/// Whose detail it is, and how that stands: told once, not with each day that passes.
fn opened_words(state: State) -> Option<String> {
    let (texts, pace) = (state.texts(), open_pace(state)?);
    let opened = texts.page.aria_opened.with([&open_name(state)?]);
    let goal = pace.progress.map(|progress| {
        let values = [&format_share(progress), status_word(pace.status, texts)];
        texts.page.aria_row_goal.with(values)
    });
    let parts: Vec<String> = [Some(opened), goal].into_iter().flatten().collect();
    Some(parts.join(texts.page.aria_joint))
}

fn pane() -> View {
    let state = expect_context::<State>();
    let close = move || state.update(|query| query.focus = None);
    let open_focus = move || state.query.with(|query| query.focus.clone());
    let on_key = move |event: &KeyboardEvent| {
        if is_pressed(event, "c")
            && let Some(row) = open_focus()
        {
            state.update(|query| query.toggle_compared(row));
        }
    };
    let on_click = move |event: &MouseEvent| {
        if cover::is_beside(event) {
            close();
        }
    };
    keep(expect_context::<Host>().on_key("Escape", close));
    let element = NodeRef::new();
    follow_keyboard(state, element, close);
    view! {
        <aside class="detail" tabindex="-1" node_ref=element data-testid="detail" role=part_role() aria-label=state.word(|texts| texts.page.aria_detail) on:keydown=on_key on:click=on_click>
            <header class="detail__head">
                <div class="detail__names">
                    <h2 tabindex="-1" title=live(move || open_name(state))><bdi>{live(move || open_name(state))}</bdi></h2>
                    <p class="quiet"><bdi>{live(move || open_line(state))}</bdi></p>
                </div>
                {compare_button("button", "0", open_focus, compare_word(state), NodeRef::new())}
                <button
                    type="button"
                    class="button button--icon button--quiet"
                    data-testid="detail-close"
                    aria-label=state.word(|texts| texts.detail.detail_close)
                    title=state.word(|texts| texts.detail.detail_close)
                    on:click=press(close)
                >
                    {icon(CLOSE)}
                </button>
            </header>
            {assumed_line()}
            {facts()}
            {course_chart()}
            {takes()}
            {what_if()}
            {when(move || has_figures(state), neighbours)}
            {when(move || !state.is_opening(), move || folds(state))}
            {members()}
        </aside>
    }
}

/// Where the pane lies over the page, the keyboard comes with each row that is opened; where it goes
/// on to what the pane hides, the pane gives way.
fn follow_keyboard(state: State, element: NodeRef, close: impl Fn() + Copy + 'static) {
    let row = memo(move || state.query.with(|query| query.focus.clone()));
    effect(move || {
        row.with(|_| ());
        if let Some(pane) = element.get() {
            cover::take_keyboard(&pane);
        }
    });
    element.on_load(move |pane: HtmlElement| keep(cover::on_hidden_keyboard(&pane, close)));
}

/// What is made of figures by day.
fn folds(state: State) -> View {
    view! {
        {fold(Section::Ranks, state.word(|texts| texts.detail.ranks_title), ranks)}
        {fold(Section::Moved, state.word(|texts| texts.detail.moved_title), moved)}
        {fold(Section::Ratios, state.word(|texts| texts.detail.ratios_title), ratios)}
        {fold(Section::Year, state.word(|texts| texts.detail.year_title), year)}
    }
}

fn course_chart() -> View {
    let state = expect_context::<State>();
    let chart = memo(move || state.query.with(|query| query.chart));
    let model = memo(move || match chart.get() {
        Chart::Cumulative => cumulative_chart(state),
        Chart::Daily => daily_chart(state),
    });
    let choose_window = Action::new(move |range: DayRange| {
        state.update(|query| query.window = Window::Custom(range));
    });
    let title = move || model.with(|model| model.as_ref().map(|model| model.title.clone()));
    let tab = move |which: Chart, label: fn(&'static Texts) -> &'static str| {
        let words = Signal::derive(move || label(state.texts()).to_owned());
        let on = Signal::derive(move || chart.get() == which);
        segment(words, on, move || state.update(|query| query.chart = which))
    };
    view! {
        <section class="detail__part">
            <div class="detail__bar">
                <h3>{live(title)}</h3>
                <div class="segments" role="group" aria-label=state.word(|texts| texts.detail.chart_choice)>
                    {tab(Chart::Cumulative, |texts| texts.detail.chart_cumulative)}
                    {tab(Chart::Daily, |texts| texts.detail.chart_daily)}
                </div>
            </div>
            {when(move || !state.is_opening(), move || canvas(model, state.theme, CHART_PX, Some(choose_window)))}
            {figures_awaited(state)}
            <p data-testid="came">{live(move || came_words(state))}</p>
            <p class="quiet" data-testid="detail-immature">{live(move || unsettled(state))}</p>
        </section>
    }
}

fn compare_word(state: State) -> View {
    view! { {state.word(|texts| texts.views.compare)} }
}

/// The year's running sum of the open row, as a chart.
pub fn course_of(state: State, height_px: u32) -> View {
    let model = memo(move || cumulative_chart(state));
    canvas(model, state.theme, height_px, None)
}

/// The name of the open row.
pub fn open_name(state: State) -> Option<String> {
    let (open, lang) = (state.detail.get()?, state.lang.get());
    state.document.with(|document| {
        let dataset = &document.as_ref()?.dataset;
        let name = crate::ui::parts::name_of(dataset, lang, open.entity, open.detail.index);
        Some(name.to_owned())
    })
}

/// Whether anything is known of the open row's year so far.
pub fn has_figures(state: State) -> bool {
    open_pace(state).is_some_and(|pace| pace.is_known)
}

/// What of the open row's net sales over the board's window is still to be refunded.
fn unsettled_in_window(state: State) -> Option<View> {
    let (open, window) = (open_detail(state)?, state.board.get()?.window);
    let words = maturity_words(state, open.entity, &[open.detail.index], window)?;
    Some(view! { <p class="quiet" data-testid="window-immature">{words}</p> })
}

/// Where the open row stands.
pub fn open_pace(state: State) -> Option<Pace> {
    open_detail(state).map(|open| open.detail.pace)
}

/// What of the year's net sales is still to be refunded, where goals are in net sales.
pub fn unsettled(state: State) -> Option<String> {
    let (open, wording, today) = (open_detail(state)?, Wording::of(state)?, state.today.get()?);
    let year = open.detail.course.year;
    let to_date = DayRange::new(year.from(), today.plus(1));
    let rows = [open.detail.index];
    let is_net = wording.metric == Metric::Net;
    is_net
        .then(|| maturity_words(state, open.entity, &rows, to_date))
        .flatten()
}

/// What if this channel alone sold otherwise, while there are days left in which it can.
fn what_if() -> View {
    let state = expect_context::<State>();
    let has_days_left = move || {
        let open = open_detail(state).filter(|open| open.entity == Entity::Channels);
        let year = open.map(|open| open.detail.course.year.range());
        year.and_then(DayRange::last) > state.today.get()
    };
    view! {
        {when(has_days_left, move || view! {
            <section class="detail__part" data-testid="what-if">
                <h3>{state.word(|texts| texts.what_if.assume)}</h3>
                {growth_field(state)}
            </section>
        })}
    }
}

/// Id, category and partner of the open row.
fn open_line(state: State) -> Option<String> {
    let (open, lang) = (state.detail.get()?, state.lang.get());
    let at = open.detail.index as usize;
    state.document.with(|document| {
        let dataset = &document.as_ref()?.dataset;
        if open.entity == Entity::Partners {
            return Some(dataset.partners[at].id.to_string());
        }
        let channels = &dataset.channels;
        let mut line = channels.id[at].to_string();
        let category = channels.category[at].map(|it| &dataset.categories[it.at()]);
        let category = category.map(|it| localized(lang, &it.name, &it.alias));
        let partner = channels.partner[at].map(|it| &dataset.partners[it.at()]);
        let partner = partner.map(|it| localized(lang, &it.name, &it.alias));
        for part in [category, partner].into_iter().flatten() {
            line.push_str(" · ");
            line.push_str(part);
        }
        Some(line)
    })
}

/// What is foretold of the open row.
pub fn open_outlook(state: State) -> Option<Outlook> {
    let open = open_detail(state)?;
    state.outlook.with(|outlook| {
        let rows = outlook.as_ref()?.rows(open.entity);
        rows.get(open.detail.index as usize).copied()
    })
}

/// The open detail.
pub fn open_detail(state: State) -> Option<Shared<OpenDetail>> {
    state.detail.get()
}

/// That the figures of the chart are still arriving.
fn figures_awaited(state: State) -> View {
    view! { <p class="quiet" role="status">{live(move || awaited_words(state))}</p> }
}
