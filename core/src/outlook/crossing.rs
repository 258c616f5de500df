//! On which day the line will be crossed.

use super::forecast::Chain;
use super::reading::Reading;
use super::row::Prospect;
use super::scene::Term;
use crate::model::Day;
use crate::pace::Pace;
use crate::query::Entity;
use crate::steps::pause;

/// The day on which each row crossed its goal, or on which its projected running sum first
/// reaches it; `None` where it does not.
pub(super) async fn days(
    chain: &Chain<'_>,
    term: Term,
    entity: Entity,
    paces: &[Pace],
    readings: &[Reading],
    prospects: &[Prospect],
) -> Vec<Option<Day>> {
    let mut crossings: Vec<Option<Day>> = paces.iter().map(|pace| pace.crossed).collect();
    let rows = prospects.iter().zip(paces).enumerate();
    let mut on_the_way: Vec<(usize, f64)> = rows
        .filter_map(|(row, (prospect, pace))| {
            // Whoever crossed before refunds took it back has crossed.
            let goal = pace.goal.filter(|_| pace.crossed.is_none())?;
            let arrives = prospect.missing(goal) > 0.0 && prospect.projected()? >= goal;
            let part = prospect.missing(goal) / prospect.foretold;
            arrives.then_some((row, part * readings[row].left))
        })
        .collect();
    if on_the_way.is_empty() {
        return crossings;
    }
    let mut ahead = chain.ahead(term, entity);
    for day in term.foretold() {
        ahead.pass(day);
        // Whoever arrives by its sum arrives on the last day at the latest, whatever rounding says.
        let is_last = day + 1 == term.end;
        on_the_way.retain(|(row, needed)| {
            let arrives = is_last || ahead.share(*row, day) >= *needed;
            if arrives {
                crossings[*row] = Some(term.day(day));
            }
            !arrives
        });
        pause().await;
    }
    crossings
}
