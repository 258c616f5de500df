//! How concentrated the sales of the rows on the board are.

use super::table;
use crate::chart::{ChartModel, Role, Series, SeriesKind, SlotNames, chart as canvas};
use crate::reactive::{expect_context, memo};
use crate::shared::Shared;
use crate::state::State;
use crate::ui::live::{dynamic, when};
use crate::view::{View, view};
use paceboard_core::format::{Measure, format_count, format_percent_round, format_share};
use paceboard_core::measures::concentration::{
    Concentration, LorenzPoint, TopShare, concentration as measure,
};
use paceboard_core::model::{DayRange, Share};

/// Height of the curve's drawing.
const CHART_PX: u32 = 260;
/// Half of the rows, in basis points.
const HALF: Share = Share::from_basis_points(5_000);
/// So many rows have a tenth and a half; of fewer there is no curve to speak of.
const ROWS_OF_A_CURVE: u32 = 10;

/// Lorenz curve, shares of the largest, Gini coefficient and how many rows of equal size would be
/// as concentrated.
pub(super) fn concentration() -> View {
    let state = expect_context::<State>();
    let found = memo(move || {
        let values = |board: &paceboard_core::board::Board| {
            measure(
                &board
                    .rows
                    .iter()
                    .filter_map(|row| row.value)
                    .collect::<Vec<_>>(),
            )
        };
        state
            .board
            .with(|board| board.as_ref().and_then(|board| values(board)))
    });
    let model = memo(move || found.with(|found| lorenz(state, found.as_ref()?)));
    view! {
        {when(move || found.with(Option::is_some), move || view! {
            <p class="quiet">{state.word(|texts| texts.insights.concentration_note)}</p>
        })}
        {when(move || model.with(Option::is_some), move || canvas(model, state.theme, CHART_PX, None))}
        {dynamic(move || found.with(|found| match found {
            Some(found) => lines(state, found),
            None => view! { <p class="quiet">{state.word(|texts| texts.insights.concentration_none)}</p> },
        }))}
    }
}

/// The curve under the diagonal on which all have the same. Slots are shares of the rows, numbered
/// from the day that is looked at, since a chart numbers them by days.
fn lorenz(state: State, found: &Concentration) -> Option<Shared<ChartModel>> {
    if found.rows < ROWS_OF_A_CURVE {
        return None;
    }
    let (texts, points) = (state.texts(), &found.lorenz);
    let line = |name: &str, kind, role, share: fn(&LorenzPoint) -> Share| {
        let shares = points
            .iter()
            .map(|it| Some(share(it).thousandths_of_percent()));
        Series::new(name, kind, role, shares.collect())
    };
    let half = points.iter().rfind(|it| it.rows <= HALF)?;
    let summary = texts.insights.lorenz_summary.with([
        &format_share(half.value),
        &format_share(found.top_tenth.share),
        &hundredths(found.gini),
    ]);
    let rows = |it: &LorenzPoint| format_percent_round(it.rows.basis_points().into());
    Some(Shared::new(ChartModel {
        lang: state.lang.get(),
        measure: Measure::percent(),
        title: texts.insights.lorenz_title.to_owned(),
        about: String::new(),
        summary,
        days: DayRange::starting(state.today.get()?, points.len() as u32),
        slots: Some(SlotNames {
            heading: texts.insights.lorenz_slot.to_owned(),
            names: points.iter().map(rows).collect(),
            edges: Vec::new(),
            alike: points.len(),
        }),
        ranks: false,
        density: None,
        series: vec![
            line(
                texts.insights.lorenz_equal,
                SeriesKind::Dashed,
                Role::Muted,
                |it| it.rows,
            ),
            line(
                texts.insights.lorenz_sales,
                SeriesKind::Area,
                Role::Accent,
                |it| it.value,
            ),
        ],
        goals: Vec::new(),
        bands: Vec::new(),
        today: None,
        window: None,
    }))
}

/// A coefficient with two decimals: `0.42`, and `1.00` from 0.995 on.
fn hundredths(coefficient: Share) -> String {
    let rounded = coefficient.hundredths();
    format!("{}.{:02}", rounded / 100, rounded % 100)
}

fn lines(state: State, found: &Concentration) -> View {
    let texts = state.texts();
    let top = |top: &TopShare| {
        let name = texts
            .insights
            .concentration_top
            .with([&format_count(i64::from(top.rows))]);
        vec![name, format_share(top.share)]
    };
    let tenths = |tenths: u64| format!("{}.{}", format_count((tenths / 10) as i64), tenths % 10);
    let effective = tenths(found.effective_tenths);
    let measures = [
        (texts.insights.concentration_gini, hundredths(found.gini)),
        (
            texts.insights.concentration_hhi,
            tenths(found.hhi_tenths.into()),
        ),
        (texts.insights.concentration_effective, effective),
    ];
    let tenth = Some(found.top_tenth).filter(|_| found.rows >= ROWS_OF_A_CURVE);
    let mut shares: Vec<TopShare> = found.top.iter().copied().chain(tenth).collect();
    shares.sort_by_key(|top| top.rows);
    shares.dedup();
    let rows = shares.iter().map(top);
    let measures = measures.map(|(name, value)| vec![name.to_owned(), value]);
    let heads = [texts.insights.concentration_of, texts.board.col_share].map(str::to_owned);
    let negative = (found.negative > 0).then(|| {
        let rows = format_count(i64::from(found.negative));
        texts.insights.concentration_negative.with([&rows])
    });
    view! {
        {table("concentration", heads.to_vec(), rows.chain(measures).collect())}
        {negative.map(|words| view! { <p class="quiet">{words}</p> })}
    }
}

#[cfg(test)]
mod tests {
    use super::{Share, hundredths};

    #[test]
    fn nearly_one_reads_as_one() {
        let read =
            [0, 4_249, 9_949, 9_950, 10_000].map(|bp| hundredths(Share::from_basis_points(bp)));
        assert_eq!(read, ["0.00", "0.42", "0.99", "1.00", "1.00"]);
    }
}
