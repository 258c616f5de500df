//! Who is in the programme: channels and partners with everything that does not change from day to day.

use crate::{
    amounts::total_at_rank,
    calendar::{AS_OF, YEAR_START},
    categories::CATEGORIES,
    names::{Name, Namer},
    rng::{Rng, Topic},
};

pub const CHANNELS: usize = 2400;
pub const PARTNERS: usize = 200;

/// Channels that started in the current fiscal year, and so have no last year.
const NEW: usize = 40;
const PARTNERS_WITH_GOAL: usize = 15;
/// Better ranks than this belong to channels that sold all last year.
const ESTABLISHED: usize = 150;

const PROVINCES: [(Option<&str>, usize); 20] = [
    (Some("浙江"), 22),
    (Some("广东"), 18),
    (Some("上海"), 9),
    (Some("江苏"), 9),
    (Some("北京"), 6),
    (Some("福建"), 6),
    (Some("山东"), 5),
    (Some("四川"), 4),
    (Some("河南"), 3),
    (Some("湖北"), 3),
    (Some("湖南"), 3),
    (Some("安徽"), 3),
    (Some("云南"), 2),
    (Some("河北"), 2),
    (Some("辽宁"), 2),
    (Some("江西"), 1),
    (Some("陕西"), 1),
    (Some("重庆"), 1),
    (Some("广西"), 1),
    (None, 4),
];

/// One live-stream channel.
pub struct Channel {
    pub name: Name,
    pub partner: Option<usize>,
    pub category: usize,
    pub province: Option<&'static str>,
    /// The day of its first broadcast; negative before last fiscal year.
    pub started: i32,
    /// Rank by last year's sales, from 1; none for a channel that started after it.
    pub rank: Option<usize>,
    pub goal: Option<i64>,
}

/// One agency.
pub struct Partner {
    pub name: Name,
    pub goal: Option<i64>,
}

pub struct Roster {
    pub channels: Vec<Channel>,
    pub partners: Vec<Partner>,
}

impl Roster {
    pub fn draw() -> Self {
        let starts = draw_starts();
        let ranks: Vec<Option<usize>> = starts.iter().map(|(_, rank)| *rank).collect();
        let affiliations = draw_affiliations(&ranks);
        let focuses = draw_focuses();
        let mut namer = Namer::new(Rng::stream(Topic::Names, 0));
        let channels: Vec<Channel> = starts
            .into_iter()
            .zip(affiliations)
            .enumerate()
            .map(|(index, (start, partner))| {
                draw_channel(index, start, partner, &focuses, &mut namer)
            })
            .collect();
        let partners = name_partners(&channels, &mut namer);
        Self { channels, partners }
    }
}

fn draw_channel(
    index: usize,
    (started, rank): (i32, Option<usize>),
    partner: Option<usize>,
    focuses: &[usize],
    namer: &mut Namer,
) -> Channel {
    let mut rng = Rng::stream(Topic::Dimensions, index + 1);
    let focus = partner
        .filter(|_| rng.chance(0.55))
        .map(|partner| focuses[partner]);
    let category = focus.unwrap_or_else(|| draw_category(&mut rng));
    let (province, _) = PROVINCES[rng.weighted(PROVINCES.iter().map(|(_, weight)| *weight))];
    let goal = draw_goal(&mut rng, rank);
    Channel {
        name: namer.channel(&CATEGORIES[category]),
        partner,
        category,
        province,
        started,
        rank,
        goal,
    }
}

/// First days and last year's ranks, in the order of the first days: ids are given as channels register.
fn draw_starts() -> Vec<(i32, Option<usize>)> {
    let mut rng = Rng::stream(Topic::Ranks, 0);
    let with_last_year = (1..=CHANNELS - NEW).map(Some);
    let mut starts: Vec<_> = with_last_year
        .chain(std::iter::repeat_n(None, NEW))
        .map(|rank| (draw_start(&mut rng, rank), rank))
        .collect();
    rng.shuffle(&mut starts);
    starts.sort_by_key(|(started, _)| *started);
    starts
}

fn draw_start(rng: &mut Rng, rank: Option<usize>) -> i32 {
    match rank {
        None => rng.between(YEAR_START + 10, AS_OF - 20),
        Some(rank) if rank > ESTABLISHED && rng.chance(0.08) => rng.between(20, 300),
        // Between May 2016 and March 2020, more of them late.
        Some(_) => -rng.between(1, 1430).min(rng.between(1, 1430)),
    }
}

/// A partner for each channel, or none. A few partners are large, many have a single channel, and
/// those are among the smaller ones.
fn draw_affiliations(ranks: &[Option<usize>]) -> Vec<Option<usize>> {
    let mut rng = Rng::stream(Topic::Dimensions, 0);
    let mut order: Vec<usize> = (0..PARTNERS).collect();
    rng.shuffle(&mut order);
    let is_small = |channel: &usize| ranks[*channel].is_none_or(|rank| rank > 1300);
    let (mut small, mut free): (Vec<usize>, Vec<usize>) = (0..ranks.len()).partition(is_small);
    rng.shuffle(&mut small);
    let singles = PARTNERS
        - (0..PARTNERS)
            .filter(|place| partner_size(*place) > 1)
            .count();
    free.extend(small.drain(singles..));
    rng.shuffle(&mut free);

    let mut affiliations = vec![None; ranks.len()];
    for (place, partner) in order.into_iter().enumerate() {
        let pool = if partner_size(place) > 1 {
            &mut free
        } else {
            &mut small
        };
        let members = pool.len() - partner_size(place).min(pool.len());
        for channel in pool.drain(members..) {
            affiliations[channel] = Some(partner);
        }
    }
    affiliations
}

/// Channels of the partner at a place of the size order, counted from 0.
fn partner_size(place: usize) -> usize {
    let place = place as f64 + 5.0;
    (1400.0 / (place * libm::sqrt(place))) as usize + 1
}

/// The category that each partner knows best.
fn draw_focuses() -> Vec<usize> {
    let mut rng = Rng::stream(Topic::Dimensions, CHANNELS + 1);
    (0..PARTNERS).map(|_| draw_category(&mut rng)).collect()
}

fn draw_category(rng: &mut Rng) -> usize {
    rng.weighted(CATEGORIES.iter().map(|category| category.weight))
}

/// Some of the largest channels aim higher than the programme, some that have just started aim lower.
fn draw_goal(rng: &mut Rng, rank: Option<usize>) -> Option<i64> {
    match rank {
        Some(rank) if rank <= 400 && rng.chance(0.07) => {
            Some(round_goal(total_at_rank(rank) / 100 * 140))
        }
        None if rng.chance(0.2) => Some(*rng.pick(&[50_000_000, 60_000_000, 80_000_000])),
        _ => None,
    }
}

fn name_partners(channels: &[Channel], namer: &mut Namer) -> Vec<Partner> {
    let mut last_year = [0_i64; PARTNERS];
    for channel in channels {
        if let (Some(partner), Some(rank)) = (channel.partner, channel.rank) {
            last_year[partner] += total_at_rank(rank);
        }
    }
    let mut sorted = last_year;
    sorted.sort_unstable();
    let with_goal = sorted[PARTNERS - PARTNERS_WITH_GOAL];
    let goal = |total: i64| (total >= with_goal).then(|| round_goal(total / 100 * 135));
    last_year
        .into_iter()
        .map(|total| Partner {
            name: namer.partner(),
            goal: goal(total),
        })
        .collect()
}

/// Goals are round: two leading digits.
fn round_goal(amount: i64) -> i64 {
    let mut unit = 1;
    while amount / unit >= 100 {
        unit *= 10;
    }
    (amount + unit / 2) / unit * unit
}
