//! Further views: comparison, race, wall, data quality, cards.

use super::phrase::{Phrase, phrase};

/// The words of one language.
#[allow(
    missing_docs,
    reason = "a field's name and its English text say what it is"
)]
#[derive(Debug)]
pub struct ViewsTexts {
    // Comparing rows
    pub compare: &'static str,
    pub compare_open: Phrase<1>,
    pub compare_room: Phrase<2>,
    pub compare_left_out: Phrase<1>,
    pub compare_add: &'static str,
    pub compare_remove: Phrase<1>,
    pub compare_clear: &'static str,
    pub compare_none: &'static str,
    pub compare_how: &'static str,
    pub compare_indexed: &'static str,
    pub compare_title_cumulative: Phrase<1>,
    pub compare_title_indexed: &'static str,
    pub compare_title_daily: Phrase<1>,
    pub compare_flat: &'static str,
    pub compare_note_daily: &'static str,
    pub compare_no_goal: Phrase<1>,
    pub compare_summary: Phrase<2>,
    pub compare_facts: &'static str,
    pub compare_landing: &'static str,
    pub help_compare: &'static str,

    // The race of ranks
    pub race: &'static str,
    pub race_title: Phrase<1>,
    pub race_unfiltered: &'static str,
    pub race_day: &'static str,
    pub race_speed: Phrase<1>,
    pub race_none: &'static str,
    pub race_summary: Phrase<2>,
    pub help_race: &'static str,

    // On a wall
    pub wall: &'static str,
    pub wall_board: Phrase<3>,
    pub wall_board_one: Phrase<2>,
    pub wall_crossed: Phrase<1>,
    pub wall_nearest: &'static str,
    pub wall_more: Phrase<1>,
    pub wall_none: &'static str,
    pub wall_paused: &'static str,
    pub wall_keys: &'static str,
    pub wall_page: Phrase<2>,
    pub help_wall: &'static str,

    // Data quality
    pub quality_none: &'static str,
    pub quality_count: Phrase<1>,
    pub quality_gap_cells: Phrase<1>,
    pub quality_cleaned: Phrase<1>,
    pub quality_goals: Phrase<1>,
    pub quality_changed: Phrase<1>,
    pub quality_future: Phrase<1>,
    pub quality_duplicate_names: Phrase<1>,
    pub quality_events: Phrase<1>,
    pub quality_unknown: Phrase<1>,
    pub quality_at: Phrase<2>, // channel and day, warning
    pub quality_levels: Phrase<1>,
    pub quality_awaited: Phrase<1>,
    pub quality_immature: Phrase<1>,
    pub immature_band: &'static str,
    pub immature: Phrase<3>,
    pub immature_plain: Phrase<2>,

    // Cards on pages of others
    pub widget_unknown: &'static str,
    pub widget_of_all: Phrase<1>,
    pub widget_pace: Phrase<1>,
    pub widget_odds: Phrase<1>,
    pub widget_year_end: Phrase<1>,
    pub widget_year_end_band: Phrase<3>,
    pub widget_first: &'static str,
    pub widget_next: Phrase<1>,
    pub widget_next_known: Phrase<2>, // gap, rank
    pub widget_next_days: Phrase<2>,
    pub widget_next_late: Phrase<1>,
    pub widget_next_never: Phrase<1>,
    pub widget_to_date: &'static str,
    pub widget_gaps: Phrase<1>,
}

pub(super) const EN: ViewsTexts = ViewsTexts {
    // Comparing rows
    compare: "Compare",
    compare_open: phrase("Compare {0}"),
    compare_room: phrase("{0} of {1} chosen"),
    compare_left_out: phrase("{0} of the link left out: up to six of one kind, from this data"),
    compare_add: "Add to the comparison, or take out",
    compare_remove: phrase("Remove from the comparison: {0}"),
    compare_clear: "Clear",
    compare_none: "Nothing is chosen yet.",
    compare_how: "Press the button in a row of the board, or walk to a row with the arrow keys and press C; on a phone, choose in its details. Up to six, channels and partners apart.",
    compare_indexed: "Indexed to goal",
    compare_title_cumulative: phrase("Cumulative {0}, year to date"),
    compare_title_indexed: "Year to date as a share of each one’s goal",
    compare_title_daily: phrase("Daily {0}, mean of 7 days"),
    compare_flat: "The largest is over ten times the smallest, which lies flat beside it; “Indexed to goal” shows both",
    compare_note_daily: "Each day is the mean of those of the last seven that have data, so single days are smoothed",
    compare_no_goal: phrase("No goal, so no line: {0}"),
    compare_summary: phrase("By {0}: {1}."),
    compare_facts: "Side by side",
    compare_landing: "Projected year end",
    help_compare: "Add the selected row to the comparison, or take it out",

    // The race of ranks
    race: "Rank race",
    race_title: phrase("Top 20 by {0}, year to date"),
    race_unfiltered: "filters not applied",
    race_day: "Day of the race",
    race_speed: phrase("{0}×"),
    race_none: "This fiscal year has no figures of this metric yet.",
    race_summary: phrase("In the lead on {0}: {1}."),
    help_race: "Open the rank race",

    // On a wall
    wall: "Wall mode",
    wall_board: phrase("Leaderboard by {0}, {1}–{2}"),
    wall_board_one: phrase("Leaderboard by {0}, {1}"),
    wall_crossed: phrase("Crossed in the last 7 days: {0}"),
    wall_nearest: "Nearest to the line, still to go",
    wall_more: phrase("and {0} more"),
    wall_none: "None at present",
    wall_paused: "Paused",
    wall_keys: "Space goes on, ← → turn, Esc leaves",
    wall_page: phrase("Page {0} of {1}"),
    help_wall: "Open wall mode",

    // Data quality
    quality_none: "Data quality: no problems found",
    quality_count: phrase("Data quality: {0} {0|notice|notices}"),
    quality_gap_cells: phrase(
        "{0} channel-{0|day|days} without data in one metric or another: not counted as zero, and left out of seasonal curves where they are the programme’s own",
    ),
    quality_cleaned: phrase("{0} {0|name|names} with invisible or control characters, removed"),
    quality_goals: phrase("{0} {0|goal|goals} of zero or less, taken as no goal"),
    quality_changed: phrase(
        "{0} {0|channel or partner has|channels or partners have} more than one name, partner, category or province; the last one counts",
    ),
    quality_future: phrase("{0} {0|day|days} after the as-of day ignored"),
    quality_duplicate_names: phrase(
        "{0} {0|name stands|names stand} there already (channels, partners or categories): tell them apart by ID",
    ),
    quality_events: phrase(
        "{0} {0|event occurs|events occur} in one year alone: nothing to align with",
    ),
    quality_unknown: phrase("{0} unknown {0|item|items} ignored"),
    quality_at: phrase("{1}; first at {0}"),
    quality_levels: phrase("Plans rest on (channels): {0}"),
    quality_awaited: phrase("No figures yet of {0}; what is due by today counts these days"),
    quality_immature: phrase("Net sales of {0} still fall as refunds settle"),
    immature_band: "Refunds open",
    immature: phrase(
        "Refunds of {0} have not settled: net sales stand at {1}, about {2} of it is likely to stay",
    ),
    immature_plain: phrase("Refunds of {0} have not settled: net sales stand at {1} and will fall"),

    // Cards on pages of others
    widget_unknown: "The data holds no such channel or partner.",
    widget_of_all: phrase("of {0}"),
    widget_pace: phrase("Pace {0}"),
    widget_odds: phrase("{0} likely"),
    widget_year_end: phrase("Year’s end {0}"),
    widget_year_end_band: phrase("Year’s end {0} ({1} to {2})"),
    widget_first: "First of all",
    widget_next: phrase("{0} behind the next rank"),
    widget_next_known: phrase("{0} behind {1}"),
    widget_next_days: phrase(
        "passed in about {0} {0|day|days} at the rates of the last {1} {1|day|days}",
    ),
    widget_next_late: phrase("not passed this year at the rates of the last {0} {0|day|days}"),
    widget_next_never: phrase("not closing at the rates of the last {0} {0|day|days}"),
    widget_to_date: "By year to date",
    widget_gaps: phrase("{0} {0|day|days} without data"),
};

pub(super) const ZH: ViewsTexts = ViewsTexts {
    // Comparing rows
    compare: "对比",
    compare_open: phrase("对比这 {0} 个"),
    compare_room: phrase("已选 {0} 个，最多 {1} 个"),
    compare_left_out: phrase("链接里另有 {0} 个没有列入：最多 6 个、同一类、数据里有的"),
    compare_add: "加入对比，或移出",
    compare_remove: phrase("移出对比：{0}"),
    compare_clear: "清空",
    compare_none: "还没有选择要对比的行。",
    compare_how: "在榜单的一行上按对比按钮，或用方向键走到一行后按 C；手机上在详情里选。最多 6 个，直播间和机构不混在一起。",
    compare_indexed: "目标完成度",
    compare_title_cumulative: phrase("本财年累计{0}"),
    compare_title_indexed: "本财年累计占各自目标的比例",
    compare_title_daily: phrase("每日{0}，7 天均值"),
    compare_flat: "最大的是最小的 10 倍以上，小的被压平了；换成“目标完成度”都能看清",
    compare_note_daily: "每天画的是近 7 天里有数据各天的均值，单日起伏已抹平",
    compare_no_goal: phrase("未设目标，没有线：{0}"),
    compare_summary: phrase("截至 {0}：{1}。"),
    compare_facts: "并列数据",
    compare_landing: "年末预计",
    help_compare: "把所选行加入对比，或移出",

    // The race of ranks
    race: "排名竞速",
    race_title: phrase("本财年{0}前 20 名"),
    race_unfiltered: "不按筛选",
    race_day: "播放到哪一天",
    race_speed: phrase("{0} 倍速"),
    race_none: "本财年还没有这个指标的数据。",
    race_summary: phrase("{0}排在前面的是：{1}。"),
    help_race: "打开排名竞速",

    // On a wall
    wall: "大屏模式",
    wall_board: phrase("{0}排行 第 {1}–{2} 名"),
    wall_board_one: phrase("{0}排行 第 {1} 名"),
    wall_crossed: phrase("近 7 天新达标：{0}"),
    wall_nearest: "离目标最近，还差多少",
    wall_more: phrase("另有 {0}"),
    wall_none: "目前没有",
    wall_paused: "已暂停",
    wall_keys: "空格继续，← → 翻页，Esc 退出",
    wall_page: phrase("第 {0} 页，共 {1} 页"),
    help_wall: "打开大屏模式",

    // Data quality
    quality_none: "数据质量：没有发现问题",
    quality_count: phrase("数据质量：{0} 条数据提示"),
    quality_gap_cells: phrase(
        "缺数 {0} 天（各直播间、各指标相加）：不算作零；主指标缺数的直播间不参与季节曲线",
    ),
    quality_cleaned: phrase("{0} 个名称含不可见或控制字符，已去除"),
    quality_goals: phrase("{0} 个目标小于等于零，按未设目标处理"),
    quality_changed: phrase("{0} 个直播间或机构的名称、机构、类目或省份前后不一，以最后一次为准"),
    quality_future: phrase("忽略了 {0} 个晚于截至日的日子"),
    quality_duplicate_names: phrase("{0} 个名称重复（直播间、机构或类目），请以 ID 区分"),
    quality_events: phrase("{0} 个活动只在一个财年出现，无从对齐"),
    quality_unknown: phrase("忽略了 {0} 个不认识的项目"),
    quality_at: phrase("{1}；首见于{0_}"),
    quality_levels: phrase("计划依据（直播间数）：{0}"),
    quality_awaited: phrase("{0_}尚无数据；截至今天应完成的数额已把这些天算在内"),
    quality_immature: phrase("{0}的净成交额退款未结，还会减少"),
    immature_band: "退款未结",
    immature: phrase("{0}的退款还没结清：净成交额现为 {1}，预计最后剩 {2}"),
    immature_plain: phrase("{0}的退款还没结清：净成交额现为 {1}，还会减少"),

    // Cards on pages of others
    widget_unknown: "数据中没有这个直播间或机构。",
    widget_of_all: phrase("共 {0}"),
    widget_pace: phrase("节奏 {0}"),
    widget_odds: phrase("达标概率{0_}"),
    widget_year_end: phrase("年末约 {0}"),
    widget_year_end_band: phrase("年末约 {0}（{1}–{2}）"),
    widget_first: "当前排名第一",
    widget_next: phrase("距上一名还差 {0}"),
    widget_next_known: phrase("距{1}还差 {0}"),
    widget_next_days: phrase("按近 {1} 天的速度约 {0} 天超过"),
    widget_next_late: phrase("按近 {0} 天的速度今年超不过"),
    widget_next_never: phrase("按近 {0} 天的速度追不上"),
    widget_to_date: "按本财年累计",
    widget_gaps: phrase("有 {0} 天缺数"),
};
