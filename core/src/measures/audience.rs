//! The audience of all channels together, month by month.

use crate::model::{Daily, Day, DayRange, Share};

/// The audience in one calendar month, as far as the document covers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AudienceMonth {
    /// The days of the month that the table holds and that are not after today.
    pub days: DayRange,
    /// How many of them have a figure of daily active users.
    pub known_days: u32,
    /// Mean of daily active users over those, rounded half up.
    pub mean_dau: Option<i64>,
    /// Mean of daily active users ÷ that of the same month a year before − 1; over the dates that
    /// have a figure in both years, so that part of a month meets the same part. `None` without
    /// any.
    pub growth: Option<Share>,
    /// Stickiness: daily ÷ monthly active users over the days that have both.
    pub stickiness: Option<Share>,
}

/// The months of `daily` up to `today`, in order.
pub fn audience(daily: &Daily, today: Day) -> Vec<AudienceMonth> {
    let table = daily
        .range
        .intersect(DayRange::new(daily.range.from(), today.plus(1)));
    let starts = |day: &Day| *day == table.from() || day.ymd().2 == 1;
    let starts: Vec<Day> = table.days().filter(starts).collect();
    let ends = starts.iter().skip(1).copied().chain([table.to()]);
    let months = starts.iter().copied().zip(ends);
    months
        .map(|(from, to)| month(daily, DayRange::new(from, to)))
        .collect()
}

fn month(daily: &Daily, days: DayRange) -> AudienceMonth {
    let dau = |day| figure(&daily.dau, daily.range, day);
    let mau = |day| figure(&daily.mau, daily.range, day);
    let known = Pairs::sum(days, |day| Some((dau(day)?, 1)));
    let years = Pairs::sum(days, |day| Some((dau(day)?, dau(year_before(day)?)?)));
    let both = Pairs::sum(days, |day| Some((dau(day)?, mau(day)?)));
    AudienceMonth {
        days,
        known_days: known.count,
        mean_dau: known.mean(),
        growth: Share::of(years.first - years.second, years.second),
        stickiness: Share::of(both.first, both.second),
    }
}

/// Sums of two figures over the days that have both.
#[derive(Default)]
struct Pairs {
    first: i64,
    second: i64,
    count: u32,
}

impl Pairs {
    fn sum(days: DayRange, figures: impl Fn(Day) -> Option<(i64, i64)>) -> Self {
        // At most 31 figures below 2^53 each.
        days.days().filter_map(figures).fold(
            Self::default(),
            |Self {
                 first,
                 second,
                 count,
             },
             figures| Self {
                first: first + figures.0,
                second: second + figures.1,
                count: count + 1,
            },
        )
    }

    fn mean(&self) -> Option<i64> {
        let count = i64::from(self.count);
        (count > 0).then(|| (2 * self.first + count).div_euclid(2 * count))
    }
}

fn figure(column: &[Option<i64>], range: DayRange, day: Day) -> Option<i64> {
    let at = usize::try_from(day.days_since(range.from())).ok()?;
    column.get(at).copied().flatten()
}

/// The same date a year before; 29 February has none.
fn year_before(day: Day) -> Option<Day> {
    let (year, month, day) = day.ymd();
    Day::from_ymd(year - 1, month, day)
}

#[cfg(test)]
mod tests {
    use super::{AudienceMonth, audience};
    use crate::model::{Daily, Day, DayRange, Share};
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn daily(from: &str, dau: Vec<Option<i64>>, mau: Vec<Option<i64>>) -> Daily {
        let days = dau.len().max(mau.len());
        Daily {
            range: DayRange::starting(day(from), days as u32),
            dau,
            mau,
        }
    }

    fn figures(month: &AudienceMonth) -> (String, u32, Option<i64>, Option<i32>, Option<i32>) {
        let days = month.days.to_string();
        (
            days,
            month.known_days,
            month.mean_dau,
            month.growth.map(Share::basis_points),
            month.stickiness.map(Share::basis_points),
        )
    }

    /// 100 a day from 1 January 2020, 150 a day from 1 January 2021 on; the latter has a gap on
    /// 2 January, and monthly users of 600 on 3 January alone.
    #[test]
    fn months_by_hand() {
        let mut dau = vec![Some(100); 366];
        dau.extend([Some(150); 40]);
        dau[367] = None;
        let mut mau = vec![None; 406];
        mau[368] = Some(600);
        let daily = daily("2020-01-01", dau, mau);
        let months = audience(&daily, day("2021-02-03"));
        assert_eq!(months.len(), 14);
        let of = |days: &str, known, mean, growth, sticky| {
            (days.to_owned(), known, Some(mean), growth, sticky)
        };
        assert_eq!(
            figures(&months[1]),
            of("2020-02-01..2020-03-01", 29, 100, None, None)
        );
        assert_eq!(
            figures(&months[12]),
            of("2021-01-01..2021-02-01", 30, 150, Some(5_000), Some(2_500))
        );
        assert_eq!(
            figures(&months[13]),
            of("2021-02-01..2021-02-04", 3, 150, Some(5_000), None)
        );
    }

    #[test]
    fn a_part_of_a_month_meets_the_same_part_of_last_years() {
        // Last year 10 in the first five days of April, then 1,000.
        let mut dau = vec![Some(10); 5];
        dau.extend([Some(1_000); 360]);
        dau.extend([Some(20); 5]);
        let months = audience(&daily("2020-04-01", dau, Vec::new()), day("2021-04-05"));
        assert_eq!(months.last().unwrap().growth, Share::of(1, 1));
    }

    #[test]
    fn no_figures_are_no_months_or_empty_ones() {
        assert_eq!(
            audience(
                &daily("2021-04-01", Vec::new(), Vec::new()),
                day("2021-05-01")
            ),
            []
        );
        assert_eq!(
            audience(
                &daily("2021-04-02", vec![Some(1)], Vec::new()),
                day("2021-04-01")
            ),
            []
        );
        let [month] = audience(
            &daily("2021-04-01", vec![None], vec![Some(5)]),
            day("2021-04-01"),
        )[..] else {
            panic!("one month");
        };
        assert_eq!(
            (month.known_days, month.mean_dau, month.stickiness),
            (0, None, None)
        );
    }

    proptest! {
        #[test]
        fn months_hold_each_day_once(
            from in 0..800_i32,
            dau in prop::collection::vec(any::<Option<u32>>(), 0..500),
            today in 0..1_300_i32,
        ) {
            let start = day("2019-01-01");
            let dau: Vec<_> = dau.into_iter().map(|figure| figure.map(i64::from)).collect();
            let daily = daily(&start.plus(from).to_string(), dau.clone(), Vec::new());
            let today = start.plus(today);
            let months = audience(&daily, today);
            let days: Vec<Day> = months.iter().flat_map(|month| month.days.days()).collect();
            let expected: Vec<Day> = daily.range.days().filter(|day| *day <= today).collect();
            prop_assert_eq!(&days, &expected);
            let known: u32 = months.iter().map(|month| month.known_days).sum();
            prop_assert_eq!(known as usize, dau[..days.len()].iter().flatten().count());
        }
    }
}
