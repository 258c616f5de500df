//! Which season a plan follows, and why.

use super::phrase::{Phrase, phrase};

/// The words of one language.
#[allow(
    missing_docs,
    reason = "a field's name and its English text say what it is"
)]
#[derive(Debug)]
pub struct CurveTexts {
    pub line: Phrase<1>,
    pub own: &'static str,
    pub own_and_programme: &'static str,
    pub category_season: &'static str,
    pub programme_season: &'static str,
    pub linear: &'static str,
    pub own_note: &'static str,
    pub own_and_programme_note: &'static str,
    pub category_note: &'static str,
    pub programme_note: &'static str,
    pub linear_note: &'static str,
    pub given_note: &'static str,
}

pub(super) const EN: CurveTexts = CurveTexts {
    line: phrase("Plan based on: {0}"),
    own: "Season of its own and its category",
    own_and_programme: "Own and programme season",
    category_season: "Category season",
    programme_season: "Programme season",
    linear: "Linear",
    own_note: "Mixes this channel’s and its category’s daily shares of last year, with \
        festivals aligned.",
    own_and_programme_note: "Mixes its own and all channels’ daily shares of last year, with \
        festivals aligned.",
    category_note: "This channel’s last year is incomplete, so its category’s daily shares \
        of last year are used.",
    programme_note: "The category has too little data for last year, so all channels’ \
        daily shares of last year are used.",
    linear_note: "There is no data for last year, so every day counts the same; around \
        festivals this is off.",
    given_note: "Uses the daily shares of last year that the document gives for all; its own \
        daily figures of last year are not here.",
};

pub(super) const ZH: CurveTexts = CurveTexts {
    line: phrase("计划依据：{0}"),
    own: "自身与类目去年走势",
    own_and_programme: "自身与整体去年走势",
    category_season: "类目去年走势",
    programme_season: "整体去年走势",
    linear: "按天平均",
    own_note: "综合本直播间和所在类目去年每天的销售占比，并按大促日期对齐。",
    own_and_programme_note: "综合自身和全部直播间去年每天的销售占比，并按大促日期对齐。",
    category_note: "本直播间去年数据不全，用所在类目去年每天的销售占比。",
    programme_note: "所在类目去年数据不足，用全部直播间去年每天的销售占比。",
    linear_note: "没有去年数据，假设每天卖得一样多；遇到大促会偏低或偏高。",
    given_note: "用文档给出的去年每天销售占比；它自己去年的逐日数据不在这里。",
};
