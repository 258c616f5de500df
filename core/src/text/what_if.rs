//! What if: other goals, another target, other sales from tomorrow on.

use super::phrase::{Phrase, phrase};

/// The words of one language.
#[allow(
    missing_docs,
    reason = "a field's name and its English text say what it is"
)]
#[derive(Debug)]
pub struct WhatIfTexts {
    pub assume: &'static str,
    pub assume_note: &'static str,
    pub assume_goal: &'static str,
    pub assume_target: &'static str,
    pub assume_growth: &'static str,
    pub assume_clear: &'static str,
    pub assumed: Phrase<1>,
    pub assumed_goal: Phrase<1>,
    pub assumed_target: Phrase<1>,
    pub assumed_growth: Phrase<1>,
    pub assume_growth_one: &'static str,
    pub assumed_growth_one: Phrase<2>,
    pub assumed_growth_unknown: Phrase<1>,
    pub assume_range: Phrase<2>,    // least, most
    pub assume_replaces: Phrase<1>, // what is assumed of sales
}

pub(super) const EN: WhatIfTexts = WhatIfTexts {
    assume: "What if",
    assume_note: "Assumptions go into the link; the data stays as it is.",
    assume_goal: "Goal, % of the original",
    assume_target: "Target number of channels",
    assume_growth: "Sales from tomorrow, ±%",
    assume_clear: "Reset",
    assumed: phrase("Assumed: {0}"),
    assumed_goal: phrase("goals at {0} of the original"),
    assumed_target: phrase("a target of {0} channels"),
    assumed_growth: phrase("sales {0} from tomorrow"),
    assume_growth_one: "This channel’s sales from tomorrow, ±%",
    assumed_growth_one: phrase("{0} sells {1} from tomorrow"),
    assumed_growth_unknown: phrase("nothing of {0}, which is not in the data"),
    assume_range: phrase("Whole numbers from {0} to {1}; nothing changed"),
    assume_replaces: phrase("Replaces what is assumed now: {0}"),
};

pub(super) const ZH: WhatIfTexts = WhatIfTexts {
    assume: "假设",
    assume_note: "假设的条件会写进链接；原始数据不变。",
    assume_goal: "目标（占原目标 %）",
    assume_target: "要达标的直播间数",
    assume_growth: "明天起销售额增减（%）",
    assume_clear: "取消假设",
    assumed: phrase("假设：{0}"),
    assumed_goal: phrase("目标为原来的 {0}"),
    assumed_target: phrase("{0} 个直播间达标"),
    assumed_growth: phrase("明天起销售额 {0}"),
    assume_growth_one: "这个直播间明天起销售额增减（%）",
    assumed_growth_one: phrase("“{0}”明天起销售额 {1}"),
    assumed_growth_unknown: phrase("“{0}”不在数据里，不起作用"),
    assume_range: phrase("请填 {0} 到 {1} 的整数；假设没有变"),
    assume_replaces: phrase("填写后会取代现在的假设：{0}"),
};
