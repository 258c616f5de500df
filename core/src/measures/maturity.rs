//! How much of `net` is still to be refunded.
//!
//! Goods are sent back for some days after they were paid, so `net` of the last days is too high,
//! and one snapshot does not show how it falls with age. So the last days are marked immature, and
//! what will be left of them is estimated from gmv and the share that older days have kept.

use super::compared::has_row;
use crate::books::Books;
use crate::ledger::Ledger;
use crate::model::{ChannelIndex, Dataset, Day, DayRange, Metric, Share};
use crate::query::Entity;

/// Days just before the immature ones whose kept share is learnt: long enough to level out a
/// festival, short enough to be of this season.
const LEARNT_DAYS: i32 = 90;

/// Days with figures among those, below which the share of all is taken instead of the rows' own.
const FEWEST_DAYS: u32 = 28;

/// How far the net value of a window has settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Maturity {
    /// The days of the window whose refunds have not settled.
    pub immature: DayRange,
    /// Net value of the window as reported.
    pub net: i64,
    /// What of it stands on immature days.
    pub immature_net: i64,
    /// That ÷ the net value of the window, in basis points; `None` where that is not above 0.
    pub immature_bp: Option<i32>,
    /// What will be left; `None` without an immature day, where no older day shows what share of
    /// gmv is kept, and where most of the net value is of rows without gmv.
    pub estimate: Option<Estimate>,
}

/// What will be left of the immature days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// Paid value of the immature days before refunds, as far as it is known.
    pub immature_gmv: i64,
    /// net ÷ gmv of the older days, from 0 to 1 in basis points.
    pub kept_bp: i32,
    /// Whose older days those are.
    pub kept_of: KeptOf,
    /// How many older days with figures stand behind it, those of each row counted.
    pub days_behind: u32,
    /// Net value of the immature days when refunds have settled: gmv × kept share, but no more than
    /// what is reported, since refunds only grow, unless some of it has not been reported yet. Rows
    /// without gmv keep as much of it as the others.
    pub immature_net: i64,
    /// Net value of the whole window then.
    pub net: i64,
}

/// Whose older days show what share is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeptOf {
    /// The rows' own.
    Own,
    /// Those of all channels, since the rows have fewer than 28 days with figures,
    /// or sold nothing on them.
    Programme,
}

/// How far the net value of `rows` together, positions in the document, has settled over the days
/// of `window` up to `today`. `None` where there is no `net`, or no such row.
pub fn maturity(
    dataset: &Dataset,
    books: &Books,
    entity: Entity,
    rows: &[u32],
    window: DayRange,
    today: Day,
) -> Option<Maturity> {
    let ledger = books.ledger(entity);
    let known = rows.iter().all(|row| has_row(ledger, *row));
    if !ledger.has(Metric::Net) || !known {
        return None;
    }
    let unsettled = dataset.immature_days(today);
    let window = window.intersect(DayRange::new(window.from(), unsettled.to()));
    let immature = window.intersect(unsettled);
    let net = sum(ledger, Metric::Net, rows, window);
    let immature_net = sum(ledger, Metric::Net, rows, immature);
    let older = DayRange::new(unsettled.from().plus(-LEARNT_DAYS), unsettled.from());
    let kept = (!immature.is_empty()).then(|| kept(books, entity, rows, older));
    Some(Maturity {
        immature,
        net,
        immature_net,
        immature_bp: Share::in_basis_points(immature_net, net),
        estimate: kept.flatten().and_then(|(kept, kept_of)| {
            let settled = settled(ledger, rows, immature, kept)?;
            Some(Estimate {
                immature_gmv: sum(ledger, Metric::Gmv, rows, immature),
                kept_bp: Share::in_basis_points(kept.net, kept.gmv).unwrap_or(0),
                kept_of,
                days_behind: kept.days,
                immature_net: settled,
                net: net - immature_net + settled,
            })
        }),
    })
}

/// Sums of the older days.
#[derive(Clone, Copy, Default)]
struct Kept {
    gmv: i64,
    net: i64,
    /// Days with figures, those of each row counted.
    days: u32,
}

/// What share is kept, and by whom; `None` where nobody sold anything on those days.
fn kept(books: &Books, entity: Entity, rows: &[u32], older: DayRange) -> Option<(Kept, KeptOf)> {
    let own = kept_by(books.ledger(entity), rows, older);
    let (kept, kept_of) = if own.days >= FEWEST_DAYS && own.gmv > 0 {
        (own, KeptOf::Own)
    } else {
        let everyone: Vec<u32> = (0..books.channels.channels() as u32).collect();
        let all = kept_by(&books.channels, &everyone, older);
        (all, KeptOf::Programme)
    };
    // Refunds are neither below nothing nor above what was paid, whatever a document says.
    let net = kept.net.min(kept.gmv).max(0);
    (kept.gmv > 0).then_some((Kept { net, ..kept }, kept_of))
}

/// A row counts where both metrics have as many gaps: otherwise its sums are over different days.
fn kept_by(ledger: &Ledger, rows: &[u32], older: DayRange) -> Kept {
    let mut kept = Kept::default();
    for row in rows.iter().copied().map(ChannelIndex) {
        let gaps = |metric| ledger.gap_days(metric, row, older);
        if gaps(Metric::Gmv) == gaps(Metric::Net) {
            kept.gmv += ledger.total(Metric::Gmv, row, older);
            kept.net += ledger.total(Metric::Net, row, older);
            kept.days += (older.len() - gaps(Metric::Gmv)) as u32;
        }
    }
    kept
}

/// The net value of the immature days when refunds have settled. Rows whose gmv lacks days that
/// their net has are expected to keep of their net what the others keep of theirs; `None` where the
/// others have less than half of it, since that is no ground to judge all by.
fn settled(ledger: &Ledger, rows: &[u32], immature: DayRange, kept: Kept) -> Option<i64> {
    let gaps = |metric, row: u32| ledger.gap_days(metric, ChannelIndex(row), immature);
    let is_whole = |row: &u32| gaps(Metric::Gmv, *row) <= gaps(Metric::Net, *row);
    let (whole, others): (Vec<u32>, Vec<u32>) = rows.iter().partition(|row| is_whole(row));
    let left = settled_whole(ledger, &whole, immature, kept);
    let [net, rest] = [whole, others].map(|rows| sum(ledger, Metric::Net, &rows, immature));
    if rest == 0 {
        return Some(left);
    }
    // Both fit together, and refunds only grow.
    (net > 0 && net >= rest).then(|| left + part(rest, left, net).min(rest))
}

/// That of rows whose gmv is as whole as their net: taken of all of them together, since row by row,
/// or day by day, the cut at what is reported would only ever lower the sum.
fn settled_whole(ledger: &Ledger, rows: &[u32], immature: DayRange, kept: Kept) -> i64 {
    let left = part(sum(ledger, Metric::Gmv, rows, immature), kept.net, kept.gmv);
    if gaps(ledger, Metric::Net, rows, immature) > gaps(ledger, Metric::Gmv, rows, immature) {
        return left;
    }
    left.min(sum(ledger, Metric::Net, rows, immature))
}

/// `of` × `over` ÷ `under`, rounded.
fn part(of: i64, over: i64, under: i64) -> i64 {
    let wide = i128::from(of) * i128::from(over) * 2 + i128::from(under);
    wide.div_euclid(i128::from(under) * 2) as i64
}

fn gaps(ledger: &Ledger, metric: Metric, rows: &[u32], window: DayRange) -> usize {
    let gaps = |row: &u32| ledger.gap_days(metric, ChannelIndex(*row), window);
    rows.iter().map(gaps).sum()
}

fn sum(ledger: &Ledger, metric: Metric, rows: &[u32], window: DayRange) -> i64 {
    let total = |row: &u32| ledger.total(metric, ChannelIndex(*row), window);
    rows.iter().map(total).sum()
}
