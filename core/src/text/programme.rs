//! The programme: head, burn-up, the line of days, what is likely to come, whom to look after.

use super::phrase::{Phrase, phrase};

/// The words of one language; of a pair the first is for channels and the second for partners.
#[allow(
    missing_docs,
    reason = "a field's name and its English text say what it is"
)]
#[derive(Debug)]
pub struct ProgrammeTexts {
    // Programme head
    pub count_of: [Phrase<1>; 2],
    pub head_over: [Phrase<1>; 2],
    pub head_over_own: [Phrase<1>; 2],
    pub head_over_of: Phrase<1>,
    pub head_crossed_week: Phrase<1>,
    pub head_crossed_none: &'static str,
    pub head_slipped_week: Phrase<1>,
    pub head_total: Phrase<1>,
    pub head_total_over: Phrase<1>,
    pub head_needed_week: Phrase<1>,
    pub head_others: [Phrase<2>; 2], // done, target
    pub head_others_no_target: [Phrase<1>; 2],
    pub head_others_landing: Phrase<3>,
    pub head_others_landing_plain: Phrase<1>,
    pub head_days_left: Phrase<1>,
    pub head_year_over: &'static str,
    pub head_no_goal: &'static str,

    // Is it enough
    pub enough_ahead_of_path: Phrase<1>,
    pub enough_behind_path: Phrase<1>,
    pub enough_on_path: &'static str,
    pub enough_more_than_last_year: Phrase<1>,
    pub enough_fewer_than_last_year: Phrase<1>,
    pub enough_same_as_last_year: &'static str,
    pub enough_no_last_year: &'static str,
    pub enough_one: Phrase<1>,
    pub enough_both: Phrase<2>, // first, second
    pub enough_yet: Phrase<1>,
    pub verdict_reached: &'static str,

    // Burn-up chart
    pub burn_up_title: [&'static str; 2],
    pub burn_up_this_year: &'static str,
    pub burn_up_last_year: &'static str,
    pub burn_up_target: Phrase<1>,
    pub burn_up_path: &'static str,
    pub burn_up_path_note: &'static str,
    pub burn_up_summary: [Phrase<2>; 2], // date, done
    pub burn_up_summary_target: Phrase<1>,
    pub burn_up_summary_last_year: Phrase<1>,
    pub sentences: Phrase<2>,

    // The line of days
    pub timeline: &'static str,
    pub timeline_play: &'static str,
    pub timeline_pause: &'static str,
    pub timeline_speeds: &'static str,
    pub timeline_speed: Phrase<1>,
    pub timeline_year: &'static str,

    // What is likely to come
    pub clause_joint: &'static str,
    pub foretelling: &'static str,
    pub head_landing: Phrase<3>,
    pub head_landing_plain: Phrase<1>,
    pub head_landing_over: Phrase<1>,
    pub head_target_odds: Phrase<2>,
    pub verdict_uncertain: &'static str,
    pub verdict_likely: &'static str,
    pub verdict_unlikely: &'static str,
    pub verdict_missed: &'static str,
    pub burn_up_projected: &'static str,
    pub band_80: &'static str,
    pub line_projected: &'static str,
    pub year_end_band: Phrase<2>,
    pub basis_tested: &'static str,
    pub basis_same_year: &'static str,
    pub basis_awaited: &'static str,
    pub basis_refused: &'static str,
    pub basis_nothing: &'static str,
    pub basis_too_few: &'static str,
    pub basis_too_few_partners: &'static str,

    // What was foretold, and what came
    pub line_later: &'static str,
    pub forecast_then: Phrase<2>,
    pub came_so_far: Phrase<2>,
    pub came_ended: Phrase<1>,

    // Recently crossed, nearest to the line
    pub crossed_title: &'static str,
    pub crossed_none: [&'static str; 2],
    pub feed_choice: &'static str,
    pub expected_title: &'static str,
    pub expected_none: [&'static str; 2],
    pub slipped_title: &'static str,
    pub slipped_none: &'static str,
    pub falling_title: &'static str,
    pub falling_none: [&'static str; 2],
    pub improved_title: &'static str,
    pub fastest_title: &'static str,
    pub improved_none: &'static str,
    pub improved_unknown: &'static str,
    pub feed_more: Phrase<1>,
    pub feed_unfold: [&'static str; 2], // all, the first ones
    pub improved_against: Phrase<2>,
    pub feed_nearest: &'static str,
    pub feed_nearest_none: &'static str,
    pub nearest_note: &'static str,
    pub nearest_first: &'static str,
}

pub(super) const EN: ProgrammeTexts = ProgrammeTexts {
    // Programme head
    count_of: [phrase("{0}"), phrase("{0}")],
    head_over: [phrase("Channels over {0}"), phrase("Partners over {0}")],
    head_over_own: [
        phrase("Channels over goal ({0} or own)"),
        phrase("Partners over goal ({0} or own)"),
    ],
    head_over_of: phrase("of {0}"),
    head_crossed_week: phrase("+{0} in the last 7 days"),
    head_crossed_none: "None crossed in the last 7 days",
    head_slipped_week: phrase("{0} slipped"),
    head_total: phrase("All sales projected at {0} for the year"),
    head_total_over: phrase("All sales of the year: {0}"),
    head_needed_week: phrase("{0} more a week needed for the target"),
    head_others: [
        phrase("{0} of {1} channels over the line"),
        phrase("{0} of {1} partners over the line"),
    ],
    head_others_no_target: [
        phrase("{0} {0|channel|channels} over the line"),
        phrase("{0} {0|partner|partners} over the line"),
    ],
    head_others_landing: phrase("lands at {0} by the year’s end, 80% between {1} and {2}"),
    head_others_landing_plain: phrase("lands at {0} by the year’s end"),
    head_days_left: phrase("{0} {0|day|days} left in the fiscal year"),
    head_year_over: "The fiscal year is over",
    head_no_goal: "This document sets no goal, so the board shows ranks only.",

    // Is it enough
    enough_ahead_of_path: phrase("{0} ahead of the target path"),
    enough_behind_path: phrase("{0} behind the target path"),
    enough_on_path: "right on the target path",
    enough_more_than_last_year: phrase("{0} more than on this day last year"),
    enough_fewer_than_last_year: phrase("{0} fewer than on this day last year"),
    enough_same_as_last_year: "as many as on this day last year",
    enough_no_last_year: "no figures for this day last year",
    enough_one: phrase("{0^}."),
    enough_both: phrase("{0^}, {1}."),
    enough_yet: phrase("{0}, but too few of the rest are near the line"),
    verdict_reached: "Target reached",

    // Burn-up chart
    burn_up_title: [
        "Channels over their goals, by day",
        "Partners over their goals, by day",
    ],
    burn_up_this_year: "This year",
    burn_up_last_year: "Last year",
    burn_up_target: phrase("Target {0}"),
    burn_up_path: "Expected path",
    burn_up_path_note: "Expected path = last year’s rhythm of crossings, scaled to meet the target on the last day",
    burn_up_summary: [
        phrase("On {0}, {1} {1|channel was|channels were} over the line."),
        phrase("On {0}, {1} {1|partner was|partners were} over the line."),
    ],
    burn_up_summary_target: phrase("The target is {0}."),
    burn_up_summary_last_year: phrase("On the same day last year it was {0}."),
    sentences: phrase("{0} {1}"),

    // The line of days
    timeline: "Day looked at",
    timeline_play: "Play the days",
    timeline_pause: "Pause",
    timeline_speeds: "Speed",
    timeline_speed: phrase("{0} days/s"),
    timeline_year: "Fiscal year from",

    // What is likely to come
    clause_joint: "; ",
    foretelling: "Working out the year’s end…",
    head_landing: phrase("Lands at {0} by the year’s end; 80% between {1} and {2}"),
    head_landing_plain: phrase("Lands at {0} by the year’s end"),
    head_landing_over: phrase("The year ended at {0}"),
    head_target_odds: phrase("{1} likely to reach {0}"),
    verdict_uncertain: "Too close to call",
    verdict_likely: "Set to reach the target",
    verdict_unlikely: "Set to fall short",
    verdict_missed: "Target missed",
    burn_up_projected: "Projected",
    band_80: "80% range",
    line_projected: "Projected",
    year_end_band: phrase(" (80% between {0} and {1})"),
    basis_tested: "Range and probability come from how forecasts of this day erred last year",
    basis_same_year: "Range and probability come from how forecasts of this day erred last year, by the season of the other channels, as the year before is not known",
    basis_awaited: "Range and probability follow once last year’s daily figures have been read",
    basis_refused: "No range and no probability: last year’s daily figures could not be loaded",
    basis_nothing: "No range and no probability: there are no daily figures of last year to test forecasts on",
    basis_too_few: "No range and no probability: too few channels have a whole last year to test forecasts on",
    basis_too_few_partners: "No range and no probability: too few partners have a whole last year to test forecasts on",

    // What was foretold, and what came
    line_later: "What came",
    forecast_then: phrase("On {0} the year was projected to end at {1}"),
    came_so_far: phrase("by {0} it stood at {1}"),
    came_ended: phrase("it ended at {0}"),

    // Recently crossed, nearest to the line
    crossed_title: "Recently crossed",
    crossed_none: [
        "No channel crossed in the last 7 days",
        "No partner crossed in the last 7 days",
    ],
    feed_choice: "Whom to look after",
    expected_title: "Next to cross (7 days)",
    expected_none: [
        "No channel is expected to cross in the next 7 days",
        "No partner is expected to cross in the next 7 days",
    ],
    slipped_title: "Slipped",
    slipped_none: "All that were expected to cross in the last 7 days have",
    falling_title: "Falling behind (28 days)",
    falling_none: [
        "No channel fell behind in the last 28 days",
        "No partner fell behind in the last 28 days",
    ],
    improved_title: "Gained most",
    fastest_title: "Grew fastest",
    improved_none: "Nobody gained against the compared window",
    improved_unknown: "The compared window is not wholly in the data",
    feed_more: phrase("and {0} more"),
    feed_unfold: ["Show more", "Show fewer"],
    improved_against: phrase("{0} against {1}"),
    feed_nearest: "Soonest at the present rate",
    feed_nearest_none: "Nobody is short of the goal",
    nearest_note: "Channels not yet over the line, smallest gap first",
    nearest_first: "Nearest first",
};

pub(super) const ZH: ProgrammeTexts = ProgrammeTexts {
    // Programme head
    count_of: [phrase("{0} 个"), phrase("{0} 家")],
    head_over: [phrase("已{0+}的直播间"), phrase("已{0+}的机构")],
    head_over_own: [
        phrase("已达标的直播间（{0}或自定目标）"),
        phrase("已达标的机构（{0}或自定目标）"),
    ],
    head_over_of: phrase("/ {0}"),
    head_crossed_week: phrase("近 7 天新增 {0}"),
    head_crossed_none: "近 7 天没有新增",
    head_slipped_week: phrase("{0}逾期未达标"),
    head_total: phrase("全年总额预计 {0}"),
    head_total_over: phrase("全年总额 {0}"),
    head_needed_week: phrase("完成目标每周还需新增 {0}"),
    head_others: [phrase("直播间达标 {0} / {1}"), phrase("机构达标 {0} / {1}")],
    head_others_no_target: [phrase("直播间达标 {0}"), phrase("机构达标 {0}")],
    head_others_landing: phrase("年末预计 {0}，80% 可能在 {1}–{2} 之间"),
    head_others_landing_plain: phrase("年末预计 {0}"),
    head_days_left: phrase("本财年还剩 {0} 天"),
    head_year_over: "本财年已结束",
    head_no_goal: "这份数据没有设目标，因此只显示排行。",

    // Is it enough
    enough_ahead_of_path: phrase("比计划多 {0}"),
    enough_behind_path: phrase("比计划少 {0}"),
    enough_on_path: "与计划持平",
    enough_more_than_last_year: phrase("比去年同日多 {0}"),
    enough_fewer_than_last_year: phrase("比去年同日少 {0}"),
    enough_same_as_last_year: "与去年同日持平",
    enough_no_last_year: "没有去年同日的数据可比",
    enough_one: phrase("{0}。"),
    enough_both: phrase("{0}，{1}。"),
    enough_yet: phrase("{0}，但其余离达标尚远"),
    verdict_reached: "已完成",

    // Burn-up chart
    burn_up_title: ["累计达标的直播间数", "累计达标的机构数"],
    burn_up_this_year: "今年",
    burn_up_last_year: "去年",
    burn_up_target: phrase("目标 {0}"),
    burn_up_path: "计划",
    burn_up_path_note: "计划 = 按去年的达标节奏推算、到财年末刚好完成目标数量的走势",
    burn_up_summary: [
        phrase("截至 {0}，{1}直播间达标。"),
        phrase("截至 {0}，{1}机构达标。"),
    ],
    burn_up_summary_target: phrase("目标 {0}。"),
    burn_up_summary_last_year: phrase("去年同日 {0}。"),
    sentences: phrase("{0}{1}"),

    // The line of days
    timeline: "查看日期",
    timeline_play: "逐日播放",
    timeline_pause: "暂停",
    timeline_speeds: "播放速度",
    timeline_speed: phrase("{0} 天/秒"),
    timeline_year: "本财年始于",

    // What is likely to come
    clause_joint: "；",
    foretelling: "正在推算年末…",
    head_landing: phrase("年末预计 {0}，80% 可能在 {1}–{2} 之间"),
    head_landing_plain: phrase("年末预计 {0}"),
    head_landing_over: phrase("本财年以 {0}收官"),
    head_target_odds: phrase("达到 {0}的概率{1_}"),
    verdict_uncertain: "能否完成尚难断定",
    verdict_likely: "有望完成",
    verdict_unlikely: "照此难以完成",
    verdict_missed: "未完成目标",
    burn_up_projected: "预计",
    band_80: "80% 区间",
    line_projected: "预计",
    year_end_band: phrase("（80% 可能在 {0}–{1} 之间）"),
    basis_tested: "区间和概率来自去年同日预测的误差",
    basis_same_year: "区间和概率来自去年同日预测的误差；因为没有前年数据，用的是去年其他直播间的季节曲线",
    basis_awaited: "去年的逐日数据还在读取，读完才有区间和概率",
    basis_refused: "去年的逐日数据没能载入，所以给不出区间和概率",
    basis_nothing: "没有去年的逐日数据，所以给不出区间和概率",
    basis_too_few: "去年有完整数据的直播间太少，所以给不出区间和概率",
    basis_too_few_partners: "去年有完整数据的机构太少，所以给不出区间和概率",

    // What was foretold, and what came
    line_later: "后来实际",
    forecast_then: phrase("{0}那天预计年末达到 {1}"),
    came_so_far: phrase("到 {0}实际为 {1}"),
    came_ended: phrase("全年实际为 {0}"),

    // Recently crossed, nearest to the line
    crossed_title: "近期达标（7 天）",
    crossed_none: ["近 7 天没有直播间达标", "近 7 天没有机构达标"],
    feed_choice: "关注名单",
    expected_title: "即将达标（未来 7 天）",
    expected_none: ["未来 7 天预计没有直播间达标", "未来 7 天预计没有机构达标"],
    slipped_title: "未如期达标",
    slipped_none: "近 7 天预计达标的都已达标",
    falling_title: "28 天下滑",
    falling_none: ["近 28 天没有直播间下滑", "近 28 天没有机构下滑"],
    improved_title: "增长最多（金额）",
    fastest_title: "增长最快（幅度）",
    improved_none: "与对比时段相比，没有增长的",
    improved_unknown: "对比时段的数据不全，无从比较",
    feed_more: phrase("另有 {0}"),
    feed_unfold: ["展开更多", "收起"],
    improved_against: phrase("{0}，对比 {1}"),
    feed_nearest: "最快能达标",
    feed_nearest_none: "目前没有未达标的",
    nearest_note: "未达标的直播间，按还差金额从小到大排列",
    nearest_first: "离目标最近",
};
