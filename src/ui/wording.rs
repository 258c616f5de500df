//! How the page's own figures read in the language and currency in force.

use crate::state::State;
use paceboard_core::format::{
    AmountStyle, DateForm, Measure, format_alike, format_amount, format_amount_at_least,
    format_at_least, format_compact, format_date, format_in_words, format_range, unit_label,
};
use paceboard_core::model::{Currency, Day, DayRange, Lang, Metric, Money};
use paceboard_core::pace::Pace;

/// Language and currency in force, with the metric that counts towards goals. Reading it makes
/// the reader follow all three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wording {
    /// Language.
    pub lang: Lang,
    /// How amounts of the programme's metric are shown.
    pub measure: Measure,
    /// The programme's metric.
    pub metric: Metric,
}

impl Wording {
    /// The wording in force; `None` before there is a document.
    pub fn of(state: State) -> Option<Self> {
        let lang = state.lang.get();
        state.document.with(|document| {
            let dataset = &document.as_ref()?.dataset;
            let metric = dataset.programme.metric;
            let measure = measure(state, metric, &dataset.currency);
            Some(Self {
                lang,
                measure,
                metric,
            })
        })
    }

    /// An amount on its own, such as `¥4,355亿`.
    pub fn amount(&self, figure: i64) -> String {
        format_compact(figure, self.lang, self.measure)
    }

    /// An amount that is to be enough: rounded up.
    pub fn enough(&self, figure: i64) -> String {
        format_at_least(figure, self.lang, self.measure)
    }

    /// A row's year to date; a dash where there is no figure in it.
    pub fn year_to_date(&self, pace: &Pace) -> String {
        let sum = pace.is_known.then(|| self.amount(pace.to_date.minor()));
        sum.unwrap_or_else(|| "–".to_owned())
    }

    /// An amount in the unit of another beside it.
    pub fn alike(&self, figure: i64, model: i64) -> String {
        format_alike(figure, model, self.lang, self.measure)
    }

    /// The unit of a column of amounts, and its cells.
    pub fn column(&self, figures: &[i64]) -> (String, Vec<String>) {
        let style = AmountStyle::column(self.lang, self.measure, &mut figures.iter().copied());
        let cells = figures.iter().map(|figure| format_amount(*figure, &style));
        (unit_label(&style), cells.collect())
    }

    /// The same of amounts that are to be enough: rounded up.
    pub fn column_enough(&self, figures: &[i64]) -> (String, Vec<String>) {
        let style = AmountStyle::column(self.lang, self.measure, &mut figures.iter().copied());
        let cells = figures.iter();
        let cells = cells.map(|figure| format_amount_at_least(*figure, &style));
        (unit_label(&style), cells.collect())
    }

    /// A goal in words, such as `1亿元`.
    pub fn goal(&self, goal: Money) -> String {
        format_in_words(goal.minor(), self.lang, self.measure)
    }

    /// A day, such as `2021年12月31日`.
    pub fn date(&self, day: Day) -> String {
        format_date(day, DateForm::Full, self.lang)
    }

    /// A day of a known year, such as `12月31日`.
    pub fn short_date(&self, day: Day) -> String {
        format_date(day, DateForm::Short, self.lang)
    }

    /// Days, such as `4月1日–12月31日`.
    pub fn range(&self, range: DayRange) -> String {
        format_range(range, DateForm::Full, self.lang)
    }
}

/// How figures of `metric` are shown in the currency asked for.
pub fn measure(state: State, metric: Metric, currency: &Currency) -> Measure {
    state
        .query
        .with(|query| Measure::of(metric, currency, query.currency.as_deref()))
}

/// Days of the fiscal year after the one that is looked at.
pub fn days_to_come(state: State) -> Option<i32> {
    let today = state.today.get()?;
    let year = state.document.with(|document| {
        document
            .as_ref()
            .map(|document| document.dataset.calendar.year_of(today))
    })?;
    Some(year.range().to().days_since(today) - 1)
}

/// Whether nothing more is to come in that year: what it has come to is what it is.
pub fn year_is_over(state: State) -> bool {
    days_to_come(state) == Some(0)
}
