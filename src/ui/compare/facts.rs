//! Where the rows that are compared stand, side by side.

use super::{Chosen, Compared, key};
use crate::ui::foretold::why_no_odds;
use crate::ui::leaderboard::rank_text;
use crate::ui::parts::{metric_name, with_unit};
use crate::ui::wording::Wording;
use crate::view::{View, view};
use paceboard_core::format::{format_probability, format_ratio, format_share};
use paceboard_core::measures::compare::CompareLine;
use paceboard_core::outlook::Outlook;
use paceboard_core::pace::Pace;
use paceboard_core::query::Entity;
use paceboard_core::text::Texts;

/// A column for each, as many as fit on a phone beside what they say.
pub(super) fn facts(compared: Compared) -> View {
    let texts = compared.state.texts();
    // Progress towards goals is in the programme's metric, whatever the board shows.
    let metric = Wording::of(compared.state).map_or("", |it| metric_name(it.metric, texts));
    let heads = [
        texts.board.col_rank.to_owned(),
        with_unit(texts.board.window_year_to_date, metric, texts),
        texts.board.col_progress.to_owned(),
        texts.board.col_pace.to_owned(),
        texts.board.col_reach.to_owned(),
        texts.views.compare_landing.to_owned(),
    ];
    let (names, columns) = columns(compared).unwrap_or_default();
    let rows = heads.into_iter().enumerate().map(|(at, head)| {
        let cells = columns
            .iter()
            .map(|cells| view! { <td>{cells[at].clone()}</td> });
        view! { <tr><th scope="row">{head}</th>{cells.collect::<View>()}</tr> }
    });
    let no_odds = entity(compared).and_then(|entity| why_no_odds(compared.state, entity));
    view! {
        <div class="comparison__facts" role="region" tabindex="0" aria-label=texts.views.compare_facts>
            <table class="figures" data-testid="comparison-facts">
                <thead><tr><th scope="col">{kind(compared, texts)}</th>{names}</tr></thead>
                <tbody>{rows.collect::<View>()}</tbody>
            </table>
            {no_odds.map(|words| view! { <p class="quiet" data-testid="comparison-basis">{words}</p> })}
        </div>
    }
}

fn kind(compared: Compared, texts: &Texts) -> &'static str {
    match entity(compared) {
        Some(Entity::Partners) => texts.board.col_partner,
        _ => texts.board.col_channel,
    }
}

fn entity(compared: Compared) -> Option<Entity> {
    compared
        .rows
        .with(|rows| rows.first().map(|row| row.entity))
}

/// The heading of each column, and what it says.
fn columns(compared: Compared) -> Option<(Vec<View>, Vec<[String; 6]>)> {
    let (state, figures) = (compared.state, compared.figures.get()?);
    let (wording, paces) = (Wording::of(state)?, state.paces.get()?);
    let outlook = state.outlook.get()?;
    let column = |(row, line): (&Chosen, &CompareLine)| {
        let at = row.index as usize;
        let pace = paces.rows(row.entity).get(at)?;
        let foretold = outlook.rows(row.entity).get(at)?;
        Some((name(row), cells(line, pace, foretold, wording)))
    };
    let rows = compared.rows.get();
    Some(rows.iter().zip(&figures.lines).filter_map(column).unzip())
}

fn cells(line: &CompareLine, pace: &Pace, foretold: &Outlook, wording: Wording) -> [String; 6] {
    let or_none = |text: Option<String>| text.unwrap_or_else(|| "–".to_owned());
    [
        rank_text(line.rank),
        wording.year_to_date(pace),
        or_none(pace.progress.map(format_share)),
        or_none(pace.pace_bp.map(|bp| format_ratio(i64::from(bp)))),
        or_none(foretold.reach_bp.map(format_probability)),
        or_none(foretold.projected.map(|sum| wording.amount(sum.minor()))),
    ]
}

fn name(row: &Chosen) -> View {
    view! { <th scope="col"><span class="comparison__name">{key(row.role)}<bdi>{row.name.clone()}</bdi></span></th> }
}
