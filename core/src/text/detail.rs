//! The detail of a channel or partner, and charts.

use super::phrase::{Phrase, phrase};

/// The words of one language.
#[allow(
    missing_docs,
    reason = "a field's name and its English text say what it is"
)]
#[derive(Debug)]
pub struct DetailTexts {
    // Detail of a channel
    pub detail: Phrase<1>,
    pub detail_close: &'static str,
    pub cumulative_title: Phrase<1>,
    pub cumulative_title_no_goal: Phrase<1>,
    pub daily_title: Phrase<1>,
    pub line_actual: &'static str,
    pub line_goal: Phrase<1>,
    pub line_plan: &'static str,
    pub line_last_year: &'static str,
    pub ahead_by: Phrase<1>,
    pub behind_by: Phrase<1>,
    pub crossing_on: Phrase<1>,
    pub crossing_not_yet: &'static str,
    pub fact_expected: &'static str,
    pub fact_crossing: &'static str,
    pub fact_band: Phrase<2>,
    pub fact_projected: &'static str,
    pub fact_never: &'static str,

    // What it takes
    pub takes_title: &'static str,
    pub takes_per_day: Phrase<1>,
    pub takes_multiple: Phrase<2>, // ratio, days
    pub takes_days_left: Phrase<1>,
    pub takes_reached: &'static str,
    pub takes_year_over: &'static str,
    pub takes_no_goal: &'static str,
    pub takes_heads: [&'static str; 4], // when, days, a day, in all
    pub takes_ordinary: &'static str,

    // Rank and neighbours
    pub neighbours_title: &'static str,
    pub ranked_by: Phrase<1>,
    pub peers: Phrase<1>,
    pub peers_category: Phrase<4>,
    pub overtaken_days: Phrase<4>,
    pub ranks_title: &'static str,
    pub ranks_summary: Phrase<4>,
    pub ranks_note: &'static str,
    pub ranks_none: &'static str,
    pub factors_base: Phrase<1>,
    pub ranks_slot: &'static str,

    // Why the rank moved, and the year
    pub moved_title: &'static str,
    pub moved_unknown: &'static str,
    pub moved_other_board: &'static str,
    pub moved_turn: [&'static str; 2], // channels, partners
    pub moved_filtered: &'static str,
    pub moved_ranks: Phrase<2>,
    pub moved_parts: Phrase<2>,
    pub moved_overtook: Phrase<2>,
    pub moved_overtaken: Phrase<2>,
    pub list_joint: &'static str,
    pub factors_title: &'static str,
    pub factors_before: &'static str,
    pub factors_now: &'static str,
    pub factor_per: Phrase<2>,
    pub factors_missing: Phrase<1>,
    pub factors_summary: Phrase<5>, // before, now, change, factor, effect
    pub factors_known: Phrase<2>,   // metrics, days
    pub factors_none: &'static str,
    pub factors_unequal: &'static str,
    pub factors_recent: &'static str,
    pub factors_factor: &'static str,
    pub factors_effect: &'static str,

    // Quotients of two metrics
    pub ratios_title: &'static str,
    pub ratios_of_row: &'static str,
    pub ratios_of_board: &'static str,
    pub ratios_note: Phrase<1>,
    pub derived: [&'static str; 4],
    pub year_title: &'static str,
    pub heat_summary: &'static str,
    pub heat_below: &'static str,
    pub heat_key: &'static str,
    pub heat_walk: &'static str,
    pub festivals_title: &'static str,
    pub festival: &'static str,
    pub festival_days: &'static str,

    // Where the plan comes from
    // Detail of a partner
    pub partner_over: Phrase<2>, // done, total
    pub partner_only: &'static str,
    pub members_all: Phrase<1>,
    pub partner_open: &'static str,
    pub cheapest_title: &'static str,
    pub cheapest_note: &'static str,
    pub cheapest_line: Phrase<2>,
    pub cheapest_late: Phrase<1>,
    pub cheapest_none: &'static str,

    // Charts
    pub chart_show_table: &'static str,
    pub chart_hide_table: &'static str,
    pub chart_save: &'static str,
    pub chart_day: &'static str,
    pub chart_choice: &'static str,
    pub chart_cumulative: &'static str,
    pub chart_daily: &'static str,
    pub chart_keys: &'static str,
    pub chart_keys_select: &'static str,
    pub chart_keys_slots: &'static str,
    pub chart_keys_select_slots: &'static str,
    pub chart_selected_slots: Phrase<2>,
    pub chart_selected: Phrase<2>, // range, days
    pub chart_no_data: &'static str,
    pub chart_gap: &'static str,
    pub cumulative_summary: Phrase<5>, // name, date, actual, percent, goal
    pub cumulative_summary_no_goal: Phrase<3>, // name, date, actual
    pub daily_summary: Phrase<5>,      // name, range, average, best_day, best
}

pub(super) const EN: DetailTexts = DetailTexts {
    // Detail of a channel
    detail: phrase("Details of {0}"),
    detail_close: "Close details",
    cumulative_title: phrase("Cumulative {0} against the goal"),
    cumulative_title_no_goal: phrase("Cumulative {0}"),
    daily_title: phrase("Daily {0}"),
    line_actual: "This year",
    line_goal: phrase("Goal {0}"),
    line_plan: "Plan",
    line_last_year: "Last year",
    ahead_by: phrase("{0} ahead of the plan"),
    behind_by: phrase("{0} behind the plan"),
    crossing_on: phrase("Over the line on {0}"),
    crossing_not_yet: "Not yet over the line",
    fact_expected: "Expected by now",
    fact_crossing: "Crossing day",
    fact_band: phrase("80% in {0}–{1}"),
    fact_projected: "as projected",
    fact_never: "Not this year",

    // What it takes
    takes_title: "What it takes",
    takes_per_day: phrase("{0} per ordinary day"),
    takes_multiple: phrase(
        "{0} the rate of the last {1} {1|day|days} (adjusted for festivals and season)",
    ),
    takes_days_left: phrase("{0} {0|day|days} left"),
    takes_reached: "Over the line: all further sales come on top",
    takes_year_over: "The fiscal year ended short of the goal",
    takes_no_goal: "No goal set",
    takes_heads: ["When", "Days left", "Per day", "In all"],
    takes_ordinary: "Ordinary days",

    // Rank and neighbours
    neighbours_title: "Rank and neighbours",
    ranked_by: phrase("by {0}, year to date"),
    peers: phrase("Ahead of {0} of its peers"),
    peers_category: phrase("{2} of {1} in {0}, ahead of {3} of the others"),
    overtaken_days: phrase(
        "{0} is {1} behind and passes in {2} {2|day|days} at the rates of the last {3} {3|day|days}",
    ),
    ranks_title: "Rank through the year",
    ranks_summary: phrase(
        "{0} was {2} on {1} and is {3} now; shown with the three above and below.",
    ),
    ranks_note: "By year to date at the end of each week, the first on top; the figures at the ends are the ranks of today",
    ranks_none: "There are no daily figures to rank the weeks by",
    factors_base: phrase("{0} is a figure of its own and is not split further"),
    ranks_slot: "By the end of",

    // Why the rank moved, and the year
    moved_title: "Why the rank moved",
    moved_unknown: "There is nothing to compare with in the compared window",
    moved_other_board: "The board on screen ranks the other kind",
    moved_turn: ["Show the board of channels", "Show the board of partners"],
    moved_filtered: "The filter keeps this row off the board; loosen it to see why its rank moved",
    moved_ranks: phrase("From {0} in the compared window to {1}"),
    moved_parts: phrase("{0} places by its own movement, {1} by that of others"),
    moved_overtook: phrase("Overtook {0}: {1}"),
    moved_overtaken: phrase("Overtaken by {0}: {1}"),
    list_joint: ", ",
    factors_title: "What the change is made of",
    factors_before: "Compared window",
    factors_now: "This window",
    factor_per: phrase("{0} ÷ {1}"),
    factors_missing: phrase("Not in the data, part of the factor after it: {0}"),
    factors_summary: phrase("From {0} to {1} ({2}); the largest part comes from {3} ({4})"),
    factors_known: phrase(
        "What the change is made of can be told where both windows lie within the days that have {0}: {1}",
    ),
    factors_none: "The data has no orders, viewers or time on air that would explain the change",
    factors_unequal: "The change cannot be split: in one of the two windows a figure is zero or has gaps of its own",
    factors_recent: "Show the last 28 days",
    factors_factor: "Factor",
    factors_effect: "Effect",

    // Quotients of two metrics
    ratios_title: "Refund rate, order value, sales per hour",
    ratios_of_row: "This one",
    ratios_of_board: "Board as filtered",
    ratios_note: phrase("Over {0}; “–” where the data lacks a figure for these days"),
    derived: [
        "Refund rate (1 − net ÷ GMV)",
        "Average order value (GMV ÷ orders)",
        "UV value (GMV ÷ viewers)",
        "GMV per hour (GMV ÷ hours on air)",
    ],
    year_title: "The year as a calendar, and festivals",
    heat_summary: "Calendar of daily sales: a column a week, stronger is more",
    heat_below: "refunds exceed sales",
    heat_key: "A column a week, Monday on top; outlined days are festivals, hatched ones have no data",
    heat_walk: "arrow keys move by day and week",
    festivals_title: "Festivals in the year to date",
    festival: "Festival",
    festival_days: "Share of days",

    // Where the plan comes from
    // Detail of a partner
    partner_over: phrase("{0} of {1} channels over the line"),
    partner_only: "Show only this partner",
    members_all: phrase("Show all {0}"),
    partner_open: "Open partner",
    cheapest_title: "Cheapest next crossings",
    cheapest_note: "On the day that is foretold",
    cheapest_line: phrase("{0} to go, {1}"),
    cheapest_late: phrase("{0} to go, not this year"),
    cheapest_none: "None of its channels is short of its goal",

    // Charts
    chart_show_table: "Show numbers as a table",
    chart_hide_table: "Hide the table",
    chart_save: "Save as PNG",
    chart_day: "Day",
    chart_choice: "Chart",
    chart_cumulative: "Cumulative",
    chart_daily: "Daily",
    chart_keys: "Use ← → to move by day, Home and End for the first and last day.",
    chart_keys_select: "Hold Shift with ← → to choose dates, Enter to apply, Esc to cancel.",
    chart_keys_slots: "Use ← → to move, Home and End for the first and the last.",
    chart_keys_select_slots: "Hold Shift with ← → to choose several, Enter to apply, Esc to cancel.",
    chart_selected_slots: phrase("{0} to {1}"),
    chart_selected: phrase("{0}, {1} {1|day|days}"),
    chart_no_data: "No data for these days",
    chart_gap: "No data that day",
    cumulative_summary: phrase("By {1}, {0} had reached {2}, {3} of its goal of {4}."),
    cumulative_summary_no_goal: phrase("By {1}, {0} had reached {2}; no goal is set."),
    daily_summary: phrase("{0} averaged {2} a day over {1}; its best day was {3} with {4}."),
};

pub(super) const ZH: DetailTexts = DetailTexts {
    // Detail of a channel
    detail: phrase("{0}：详情"),
    detail_close: "关闭详情",
    cumulative_title: phrase("累计{0}与目标"),
    cumulative_title_no_goal: phrase("累计{0}"),
    daily_title: phrase("每日{0}"),
    line_actual: "今年",
    line_goal: phrase("目标 {0}"),
    line_plan: "计划",
    line_last_year: "去年",
    ahead_by: phrase("领先计划 {0}"),
    behind_by: phrase("落后计划 {0}"),
    crossing_on: phrase("{0}达标"),
    crossing_not_yet: "尚未达标",
    fact_expected: "此时应达",
    fact_crossing: "达标日",
    fact_band: phrase("80% 区间 {0}–{1}"),
    fact_projected: "照此预计",
    fact_never: "本财年内不会",

    // What it takes
    takes_title: "达标还需",
    takes_per_day: phrase("平日每天 {0}"),
    takes_multiple: phrase("相当于近 {1} 天日均水平的 {0*} 倍（已剔除大促和季节影响）"),
    takes_days_left: phrase("还剩 {0} 天"),
    takes_reached: "已达标，剩下的都是超额",
    takes_year_over: "本财年已结束，未能达标",
    takes_no_goal: "未设目标",
    takes_heads: ["时段", "剩余天数", "平均每天", "合计"],
    takes_ordinary: "平日",

    // Rank and neighbours
    neighbours_title: "前后名次",
    ranked_by: phrase("按本财年累计{0}"),
    peers: phrase("超过 {0} 的同行"),
    peers_category: phrase("“{0}”类目 {1} 个直播间中排{2}，超过其中 {3}"),
    overtaken_days: phrase("后一名“{0}”落后 {1}，照近 {3} 天的速度约 {2} 天后赶上"),
    ranks_title: "名次走势",
    ranks_summary: phrase("{0}在 {1}排{2}，现在{3}；图中还有目前排在前后各三名的走势。"),
    ranks_note: "每满一周按本财年累计排一次，第一名在上；线末数字是现在的名次",
    ranks_none: "没有逐日数据，排不出每周的名次",
    factors_base: phrase("{0}是基础指标，不再往下拆解"),
    ranks_slot: "截至",

    // Why the rank moved, and the year
    moved_title: "名次为什么变了",
    moved_unknown: "对比时段没有这一行的数据，无从比较",
    moved_other_board: "切换榜单后可以查看",
    moved_turn: ["切到直播间榜", "切到机构榜"],
    moved_filtered: "这一行不在当前筛选的榜单里，放宽筛选后可看排名变化的原因",
    moved_ranks: phrase("对比时段{0}，现在{1}"),
    moved_parts: phrase("自己销售增减带来 {0} 位，别人进退带来 {1} 位"),
    moved_overtook: phrase("超过了 {0} 个：{1}"),
    moved_overtaken: phrase("被 {0} 个超过：{1}"),
    list_joint: "、",
    factors_title: "变化由什么构成",
    factors_before: "对比时段",
    factors_now: "当前时段",
    factor_per: phrase("{0} ÷ {1}"),
    factors_missing: phrase("缺少数据，并入后一项：{0}"),
    factors_summary: phrase("由 {0} 变为 {1}（{2}），影响最大的是{3}（{4}）"),
    factors_known: phrase("{0}只有 {1} 的数据，当前时段和对比时段都在其中时才能拆解变化"),
    factors_none: "数据里没有订单、观看人数和开播时长，变化无法拆解",
    factors_unequal: "变化无法拆解：两个时段之一有指标为零，或缺数据的日子不一致",
    factors_recent: "看近 28 天",
    factors_factor: "因素",
    factors_effect: "影响",

    // Quotients of two metrics
    ratios_title: "退款率、客单价、UV 价值、小时成交",
    ratios_of_row: "自身",
    ratios_of_board: "当前筛选",
    ratios_note: phrase("统计 {0}；“–”表示这段时间缺少数据"),
    derived: [
        "退款率（1 − 净成交额 ÷ 成交额）",
        "客单价（成交额 ÷ 订单数）",
        "UV 价值（成交额 ÷ 观看人数）",
        "小时成交（成交额 ÷ 开播小时）",
    ],
    year_title: "全年日历与大促",
    heat_summary: "全年每日销售的日历图：每列一周，颜色越浓销售越高",
    heat_below: "退款超过成交",
    heat_key: "每列一周，周一在上；描边为大促，斜纹为缺数据",
    heat_walk: "方向键逐日逐周移动",
    festivals_title: "各大促占本财年累计",
    festival: "大促",
    festival_days: "天数占比",

    // Where the plan comes from
    // Detail of a partner
    partner_over: phrase("{0} / {1} 个直播间达标"),
    partner_only: "只看这家机构",
    members_all: phrase("显示全部 {0} 个"),
    partner_open: "查看机构",
    cheapest_title: "最容易达标的直播间",
    cheapest_note: "日期为预测的达标日",
    cheapest_line: phrase("还差 {0}，{1}"),
    cheapest_late: phrase("还差 {0}，今年到不了"),
    cheapest_none: "旗下没有未达标的直播间",

    // Charts
    chart_show_table: "查看数据表",
    chart_hide_table: "收起数据表",
    chart_save: "存为图片",
    chart_day: "日期",
    chart_choice: "图表",
    chart_cumulative: "累计",
    chart_daily: "每日",
    chart_keys: "按 ← → 逐日查看，Home 和 End 到首日和末日。",
    chart_keys_select: "按住 Shift 再按 ← → 选择时间范围，Enter 应用，Esc 取消。",
    chart_keys_slots: "按 ← → 逐档查看，Home 和 End 到首尾两档。",
    chart_keys_select_slots: "按住 Shift 再按 ← → 选择几档，Enter 应用，Esc 取消。",
    chart_selected_slots: phrase("已选 {0} 至 {1}"),
    chart_selected: phrase("已选 {0}，共 {1} 天"),
    chart_no_data: "这段时间没有数据",
    chart_gap: "当天无数据",
    cumulative_summary: phrase("{0}截至 {1}累计 {2}，完成 {4} 目标的 {3}。"),
    cumulative_summary_no_goal: phrase("{0}截至 {1}累计 {2}，未设目标。"),
    daily_summary: phrase("{0}在 {1}日均 {2}，最高是 {3}的 {4}。"),
};
