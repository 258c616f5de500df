//! Every word that the page shows, in each of its languages: English plain, short and in sentence
//! case; Chinese as people in the trade write it, not translated from English.
//!
//! [`Texts`] has one value for each language, so a text that is missing in a language does not
//! compile. Fields are plain texts, or [`Phrase`]s where a sentence takes values. Values arrive
//! formatted (see [`crate::format`]); what is plural in English is decided from the formatted
//! number. Each part of the page has a file with its names, its English and its Chinese; new texts
//! go into the section they belong to, in the same order in all three.

mod board;
mod curve;
mod detail;
mod faults;
mod files;
mod insights;
mod page;
mod phrase;
mod programme;
mod views;
mod what_if;

pub use crate::model::{Lang, Metric};
pub use phrase::Phrase;

/// The words of one language.
#[derive(Debug)]
pub struct Texts {
    /// The language.
    pub lang: Lang,
    /// The page around everything: head, provenance, keyboard, definitions, what is read aloud.
    pub page: page::PageTexts,
    /// Loading, files of the reader's own, and what is said where there is nothing.
    pub files: files::FilesTexts,
    /// What went wrong: what happened, what was expected, what still works, and the next step.
    pub faults: faults::FaultsTexts,
    /// The programme: head, burn-up, the line of days, what is likely to come, whom to look after.
    pub programme: programme::ProgrammeTexts,
    /// What is assumed instead of what the document says.
    pub what_if: what_if::WhatIfTexts,
    /// The leaderboard: filters, windows, metrics, columns, standings.
    pub board: board::BoardTexts,
    /// Which season a plan follows, and why.
    pub curve: curve::CurveTexts,
    /// The detail of a channel or partner, and charts.
    pub detail: detail::DetailTexts,
    /// The sections below the board.
    pub insights: insights::InsightsTexts,
    /// Further views: comparison, race, wall, data quality, cards.
    pub views: views::ViewsTexts,
}

/// The words of the page in English.
pub static EN: Texts = Texts {
    lang: Lang::En,
    page: page::EN,
    files: files::EN,
    faults: faults::EN,
    programme: programme::EN,
    what_if: what_if::EN,
    board: board::EN,
    curve: curve::EN,
    detail: detail::EN,
    insights: insights::EN,
    views: views::EN,
};

/// The words of the page in Chinese.
pub static ZH: Texts = Texts {
    lang: Lang::Zh,
    page: page::ZH,
    files: files::ZH,
    faults: faults::ZH,
    programme: programme::ZH,
    what_if: what_if::ZH,
    board: board::ZH,
    curve: curve::ZH,
    detail: detail::ZH,
    insights: insights::ZH,
    views: views::ZH,
};

impl Texts {
    /// The words of `lang`.
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }

    /// The name of a metric where there is little room.
    pub fn metric(&self, metric: Metric) -> &'static str {
        match metric {
            Metric::Gmv => self.board.metric_gmv_short,
            Metric::Net => self.board.metric_net,
            Metric::Orders => self.board.metric_orders,
            Metric::Viewers => self.board.metric_viewers,
            Metric::Minutes => self.board.metric_minutes,
        }
    }
}

#[cfg(test)]
mod tests;
