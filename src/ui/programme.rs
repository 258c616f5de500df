//! The programme's head: how many are over the line, whether that is enough, whom to look after.

mod burn_up;
mod feed;
mod timeline;
mod verdict;
mod words;

use crate::browser::host::part_role;
use crate::chart::chart as canvas;
use crate::reactive::{Memo, expect_context, memo};
use crate::shared::Shared;
use crate::state::State;
use crate::ui::filters::assumed_note;
use crate::ui::live::{live, when};
use crate::ui::wording::{Wording, year_is_over};
use crate::view::{View, view};
use burn_up::burn_up_chart;
use feed::feed;
use paceboard_core::format::format_count;
use paceboard_core::model::Money;
use paceboard_core::programme::{BurnUp, Standing, whole};
use paceboard_core::query::Entity;
use timeline::timeline;
use verdict::{Verdict, verdict};
pub use words::counted;
use words::{
    came_words, crossed_words, days_left, lacks_figures, lacks_goals, landing_words, needed_words,
    no_band_words, others_words, total_words,
};

/// Height of the burn-up's drawing.
const CHART_PX: u32 = 176;

/// The programme's head; skeleton boxes of the same size before there is a document, and nothing
/// where there will be none.
pub fn programme_head() -> View {
    let state = expect_context::<State>();
    let later = later_memo(state);
    let chart = memo(move || burn_up_chart(state, later));
    let title = move || chart.with(|chart| Some(chart.as_ref()?.title.clone()));
    let failed = memo(move || state.has_failed());
    let plain = memo(move || is_plain(state));
    state.queues.connect();
    view! {
        <section class="programme" class:is-plain=plain class:is-arriving=move || state.is_opening() part="card" role=part_role() hidden=failed aria-label=state.word(|texts| texts.page.aria_programme)>
            {assumed_note()}
            {figures(later)}
            <div class="programme__chart">
                {when(move || chart.with(Option::is_some), move || view! {
                    <h2 class="programme__title">{live(title)}</h2>
                    {canvas(chart, state.theme, CHART_PX, None)}
                })}
            </div>
            {when(move || !is_scoped(state), feed)}
            {timeline()}
        </section>
    }
}

/// Whether there is no line, so that there is no chart of those over it.
fn is_plain(state: State) -> bool {
    lacks_goals(state)
}

/// Whether the document holds some channels only: whom to look after, and where they stand among
/// all, is then not its to say.
pub fn is_scoped(state: State) -> bool {
    state.document.with(|document| {
        document
            .as_ref()
            .is_some_and(|it| it.dataset.scope.is_some())
    })
}

/// Figures and burn-up alone, for a screen that nobody can press.
pub fn poster() -> View {
    let state = expect_context::<State>();
    let later = later_memo(state);
    let chart = memo(move || burn_up_chart(state, later));
    // Out of the keyboard's reach the chart says nothing, least of all which keys it takes.
    let summary = move || chart.with(|chart| Some(chart.as_ref()?.summary.clone()));
    view! {
        <div class="poster">
            {figures(later)}
            <p class="spoken">{live(summary)}</p>
            <div class="poster__chart" inert="inert">{canvas(chart, state.theme, CHART_PX, None)}</div>
        </div>
    }
}

type Later = Memo<Option<Shared<BurnUp>>>;

/// The whole fiscal year as far as the document goes, while an earlier day is looked at; none where
/// it holds some channels only. It follows the year and not the day, so that days can run by.
fn later_memo(state: State) -> Later {
    let year = memo(move || {
        let today = state.today.get()?;
        state.document.with(|document| {
            let dataset = &document.as_ref()?.dataset;
            let is_past = today < dataset.as_of.day && dataset.scope.is_none();
            is_past.then(|| dataset.calendar.year_of(today))
        })
    });
    memo(move || {
        let (year, told) = (year.get()?, state.told.get());
        state.document.with(|document| {
            let document = document.as_ref()?;
            let whole = whole(&document.dataset, &document.books, year, told);
            Some(Shared::new(whole))
        })
    })
}

fn figures(later: Later) -> View {
    let state = expect_context::<State>();
    let over = move || {
        let known = with_told(state, |standing| standing.over)?;
        let known = known.filter(|_| !lacks_figures(state));
        Some(known.map_or_else(|| "–".to_owned(), |over| format_count(i64::from(over))))
    };
    let judged = memo(move || judged(state));
    view! {
        <div
            class="programme__figures"
            class:is-pending=move || is_due(state)
            data-testid="programme-figures"
        >
            <p class="programme__caption">{live(move || caption(state))}</p>
            <p class="programme__over" hidden=move || lacks_goals(state)>
                <strong part="figure" data-testid="told-over">{live(over)}</strong>
                <span class="programme__target">{live(move || of_target(state))}</span>
            </p>
            {when(move || !lacks_goals(state), move || judgement(state, judged, later))}
            <ul class="programme__facts">
                <li data-testid="crossed-week">{live(move || crossed_words(state))}</li>
                <li data-testid="needed">{live(move || needed_words(state))}</li>
                <li data-testid="others-over">{live(move || others_words(state))}</li>
                <li data-testid="landing-basis">{live(move || no_band_words(state))}</li>
                <li data-testid="projected-total">{live(move || total_words(state))}</li>
                <li>{live(move || days_left(state))}</li>
            </ul>
        </div>
    }
}

/// What is counted: who is over which line.
fn caption(state: State) -> Option<String> {
    let (texts, told) = (&state.texts().programme, state.told.get() as usize);
    match goal_words(state) {
        Some(goal) if has_own_goals(state) => Some(texts.head_over_own[told].with([&goal])),
        Some(goal) => Some(texts.head_over[told].with([&goal])),
        None if lacks_goals(state) => {
            let of_any = usize::from(!state.lacks_goals(Entity::Partners));
            Some(texts.head_no_goal[of_any].to_owned())
        }
        None => {
            let is_here = state.document.with(Option::is_some);
            is_here.then(|| texts.head_over_own_alone[told].to_owned())
        }
    }
}

/// How many the programme wants over the line.
fn of_target(state: State) -> Option<String> {
    let target = with_told(state, |standing| standing.target)??;
    let words = state.texts().programme.head_over_of;
    (!lacks_goals(state)).then(|| words.with([&counted(state, target)]))
}

/// Whether that is enough, as far as it can be said.
fn judged(state: State) -> Option<Verdict> {
    let odds_bp = state
        .outlook
        .with(|outlook| outlook.as_ref()?.landing(state.told.get()).target_bp);
    let count = |count: u32| counted(state, count);
    let is_over = year_is_over(state);
    let judge = |standing: &Standing| {
        // Whether there is anything to compare with is not known before last year is here.
        let is_comparable = standing.expected.is_some() || standing.over_last_year.is_some();
        let judge = || verdict(standing, odds_bp, is_over, &count, state.texts());
        (is_comparable || !is_due(state)).then(judge).flatten()
    };
    with_told(state, judge)
        .flatten()
        .filter(|_| !lacks_goals(state) && !lacks_figures(state) && !state.is_opening())
}

/// Whether words are still to come: the outlook, or figures of the programme's metric.
pub fn is_due(state: State) -> bool {
    state.outlook.with(Option::is_none) || lacks_main_part(state)
}

/// Whether a part with the programme's metric is not here that has not failed either.
fn lacks_main_part(state: State) -> bool {
    state.document.with(|document| {
        document.as_ref().is_some_and(|document| {
            let dataset = &document.dataset;
            let mut parts = dataset.parts.iter();
            parts.any(|part| {
                let is_main = part.metrics.contains(&dataset.programme.metric);
                is_main && !dataset.has_part(part) && !state.is_refused(part)
            })
        })
    })
}

fn judgement(state: State, judged: Memo<Option<Verdict>>, later: Later) -> View {
    let with = move |read: fn(&Verdict) -> String| judged.with(|judged| judged.as_ref().map(read));
    let landing = move || match later.get() {
        Some(later) => came_words(state, &later).or_else(|| landing_words(state)),
        None => landing_words(state),
    };
    let tone = move || with(|verdict| verdict.tone.to_owned()).unwrap_or_default();
    let class = move || format!("verdict verdict--{}", tone());
    view! {
        <p class=live(class) data-testid="verdict">
            <span class="verdict__word">{live(move || with(|verdict| verdict.word.to_owned()))}</span>
            <span data-testid="landing">{live(landing)}</span>
            <span class="verdict__sentence quiet">{live(move || with(|verdict| verdict.sentence.clone()))}</span>
        </p>
    }
}

/// What `read` makes of the standing of those told of.
fn with_told<T>(state: State, read: impl FnOnce(&Standing) -> T) -> Option<T> {
    state
        .standing(state.told.get())
        .with(|standing| standing.as_ref().map(|standing| read(standing)))
}

/// The goal of those told of in words, where the programme sets them one.
fn goal_words(state: State) -> Option<String> {
    Some(Wording::of(state)?.goal(goal_of(state, state.told.get())?))
}

/// Whether some of those told of have other goals than the programme's.
#[inline(never)]
fn has_own_goals(state: State) -> bool {
    let told = state.told.get();
    let common = goal_of(state, told);
    let differs =
        |own: &Option<Money>| own.is_some() && own.filter(|goal| goal.minor() > 0) != common;
    state.document.with(|document| {
        document.as_ref().is_some_and(|document| {
            let dataset = &document.dataset;
            match told {
                Entity::Channels => dataset.channels.goal.iter().any(differs),
                Entity::Partners => dataset.partners.iter().any(|it| differs(&it.goal)),
            }
        })
    })
}

/// The goal that the programme sets each of that kind.
fn goal_of(state: State, entity: Entity) -> Option<Money> {
    state.document.with(|document| {
        let programme = &document.as_ref()?.dataset.programme;
        match entity {
            Entity::Channels => programme.channel_goal,
            Entity::Partners => programme.partner_goal,
        }
    })
}
