//! The rest of the year as it is foretold, day by day.

use super::Course;
use crate::outlook::Outlook;

/// The whole year, in parts per million.
const WHOLE_PPM: i64 = 1_000_000;

/// What is foretold at the end of each day from today to the year's last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fan {
    /// The projected running sum; its first is what has been sold.
    pub expected: Vec<i64>,
    /// The edges of the 80 % band, lower first; empty without one.
    pub band: Vec<(i64, i64)>,
}

/// Spreads what is foretold over the days to come as the season does: at the end of day `d`,
/// to date + (year's end − to date) × (S(d) − S(today)) ÷ (1 − S(today)). `None` where nothing is
/// foretold or the year is over.
pub fn fan(course: &Course, outlook: &Outlook) -> Option<Fan> {
    let projected = outlook.projected?.minor();
    let today = course.actual.len().checked_sub(1)?;
    let to_date = course.actual[today];
    let passed = passed_ppm(course.season_ppm.get(today..)?)?;
    let on_the_way = |end: i64, ppm: i64| {
        let part = i128::from(end - to_date) * i128::from(ppm) / i128::from(WHOLE_PPM);
        to_date + part as i64
    };
    let edges = |band: crate::outlook::Band| {
        let (low, high) = (band.low.minor(), band.high.minor());
        let edge = |ppm: &i64| (on_the_way(low, *ppm), on_the_way(high, *ppm));
        passed.iter().map(edge).collect()
    };
    Some(Fan {
        expected: passed
            .iter()
            .map(|ppm| on_the_way(projected, *ppm))
            .collect(),
        band: outlook.band.map(edges).unwrap_or_default(),
    })
}

/// Which part of the days to come has passed at the end of each, from nothing to all; by days
/// where the plan places nothing on them.
fn passed_ppm(season_ppm: &[u32]) -> Option<Vec<i64>> {
    let days = season_ppm.len() - 1;
    if days == 0 {
        return None;
    }
    let left = WHOLE_PPM - i64::from(season_ppm[0]);
    let part = |(day, share): (usize, &u32)| match left {
        1.. => (i64::from(*share) - i64::from(season_ppm[0])) * WHOLE_PPM / left,
        _ => day as i64 * WHOLE_PPM / days as i64,
    };
    Some(season_ppm.iter().enumerate().map(part).collect())
}

#[cfg(test)]
mod tests {
    use super::{Fan, fan};
    use crate::detail::Course;
    use crate::model::{Day, FiscalCalendar, Money};
    use crate::outlook::{Band, Basis, Outlook};

    fn course(season_ppm: Vec<u32>, actual: Vec<i64>) -> Course {
        let calendar = FiscalCalendar::new("Asia/Shanghai".into(), 4, 1).unwrap();
        Course {
            year: calendar.year_of(Day::parse("2021-04-01").unwrap()),
            daily: actual.iter().copied().map(Some).collect(),
            actual,
            season_ppm,
            plan: Vec::new(),
            last_year: Vec::new(),
            crossed: None,
        }
    }

    fn outlook(projected: i64, band: Option<(i64, i64)>) -> Outlook {
        Outlook {
            projected: Some(Money(projected)),
            band: band.map(|(low, high)| Band {
                low: Money(low),
                high: Money(high),
            }),
            reach_bp: None,
            crossing: None,
            basis: Basis::Tested,
        }
    }

    #[test]
    fn what_is_to_come_follows_the_plan_and_ends_where_it_is_foretold() {
        // Of the 60 % that are to come a third falls on the first day and two thirds on the second.
        let course = course(vec![200_000, 400_000, 600_000, 1_000_000], vec![10, 40]);
        let found = fan(&course, &outlook(100, Some((70, 160)))).unwrap();
        let expected = vec![40, 59, 100];
        // A third in parts per million is a little less than a third.
        assert_eq!(
            found,
            Fan {
                expected,
                band: vec![(40, 40), (49, 79), (70, 160)]
            }
        );
        assert_eq!(fan(&course, &outlook(100, None)).unwrap().band, []);
    }

    #[test]
    fn days_on_which_the_plan_places_nothing_share_alike() {
        let course = course(vec![1_000_000; 3], vec![40]);
        let found = fan(&course, &outlook(60, None)).unwrap();
        assert_eq!(found.expected, [40, 50, 60]);
    }

    #[test]
    fn on_the_last_day_there_is_nothing_to_foretell() {
        let course = course(vec![500_000, 1_000_000], vec![10, 20]);
        assert_eq!(fan(&course, &outlook(20, None)), None);
    }
}
