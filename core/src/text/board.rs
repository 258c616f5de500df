//! The leaderboard: filters, windows, metrics, columns, standings.

use super::phrase::{Phrase, phrase};

/// The words of one language.
#[allow(
    missing_docs,
    reason = "a field's name and its English text say what it is"
)]
#[derive(Debug)]
pub struct BoardTexts {
    // Filters
    pub filter_remove: Phrase<1>,
    pub filter_find: &'static str,
    pub all: &'static str,
    pub category: &'static str,
    pub category_all: &'static str,
    pub partner: &'static str,
    pub partner_all: &'static str,
    pub province: &'static str,
    pub province_all: &'static str,
    pub status: &'static str,
    pub status_all: &'static str,
    pub progress_range: Phrase<1>,
    pub shown_channels: Phrase<1>,
    pub shown_channels_of: Phrase<2>, // n, total
    pub shown_partners: Phrase<1>,
    pub shown_partners_of: Phrase<2>, // n, total
    pub shown_total: Phrase<1>,

    // Windows
    pub window: &'static str,
    pub window_year_to_date: &'static str,
    pub window_last_7: &'static str,
    pub window_last_28: &'static str,
    pub window_last_90: &'static str,
    pub window_quarter: &'static str,
    pub window_month: &'static str,
    pub window_festivals: &'static str,
    pub window_from: &'static str,
    pub window_to: &'static str,
    pub window_apply: &'static str,
    pub window_backwards: &'static str,
    pub window_outside: Phrase<1>,
    pub as_of_past: Phrase<1>,
    pub as_of_latest: &'static str,

    // Metrics
    pub metric: &'static str,
    pub metric_gmv_short: &'static str,
    pub metric_gmv_note: &'static str,
    pub metric_net: &'static str,
    pub metric_net_note: &'static str,
    pub metric_orders: &'static str,
    pub metric_orders_note: &'static str,
    pub metric_viewers: &'static str,
    pub metric_viewers_note: &'static str,
    pub metric_minutes: &'static str,
    pub metric_minutes_note: &'static str,

    // Channels and partners
    pub view: &'static str,
    pub view_channels: &'static str,
    pub view_partners: &'static str,

    // Leaderboard columns
    pub col_rank: &'static str,
    pub col_overall_rank: &'static str,
    pub col_change: &'static str,
    pub col_channel: &'static str,
    pub col_partner: &'static str,
    pub col_share: &'static str,
    pub col_trend: &'static str,
    pub col_progress: &'static str,
    pub col_pace: &'static str,
    pub col_reach: &'static str,
    pub col_gap: &'static str,
    pub col_status: &'static str,
    pub col_channels: &'static str,
    pub col_with_unit: Phrase<2>, // name, unit
    pub year_to_date_short: &'static str,
    pub unit_of_year: Phrase<1>,
    pub value_in: Phrase<2>,
    pub year_to_date_note: &'static str,
    pub columns: &'static str,
    pub display: &'static str,
    pub sort: &'static str,
    pub sort_ascending: &'static str,
    pub sort_descending: &'static str,
    pub bar_scale: Phrase<1>,

    // Status
    pub status_over: &'static str,
    pub status_on_pace: &'static str,
    pub status_at_risk: &'static str,
    pub status_behind: &'static str,
    pub status_no_data: &'static str,
    pub status_no_goal: &'static str,

    // Rank and its change
    pub rank_new: &'static str,
    pub rank_tie_rule: &'static str,
    pub rank_overall_note: &'static str,
    pub rank_overall: Phrase<1>,
    pub look_back: &'static str,
    pub look_back_previous: &'static str,
    pub look_back_last_year: &'static str,
    pub look_back_range: Phrase<1>,

    // Progress and pace
    pub progress_of: Phrase<2>, // percent, goal
    pub to_go: Phrase<1>,
    pub pace_mode: &'static str,
    pub pace_seasonal: &'static str,
    pub pace_linear: &'static str,
    pub pace_seasonal_note: &'static str,
    pub pace_linear_note: &'static str,
}

pub(super) const EN: BoardTexts = BoardTexts {
    // Filters
    filter_remove: phrase("Remove filter: {0}"),
    filter_find: "Find in this list",
    all: "All",
    category: "Category",
    category_all: "All categories",
    partner: "Partner",
    partner_all: "All partners",
    province: "Province",
    province_all: "All provinces",
    status: "Status",
    status_all: "Any status",
    progress_range: phrase("Progress {0}"),
    shown_channels: phrase("{0} {0|channel|channels}"),
    shown_channels_of: phrase("{0} of {1} channels"),
    shown_partners: phrase("{0} {0|partner|partners}"),
    shown_partners_of: phrase("{0} of {1} partners"),
    shown_total: phrase("{0} in all"),

    // Windows
    window: "Dates",
    window_year_to_date: "Year to date",
    window_last_7: "Last 7 days",
    window_last_28: "Last 28 days",
    window_last_90: "Last 90 days",
    window_quarter: "This quarter",
    window_month: "This month",
    window_festivals: "Festivals",
    window_from: "From",
    window_to: "To",
    window_apply: "Apply",
    window_backwards: "The last day must not come before the first",
    window_outside: phrase("The data covers {0}"),
    as_of_past: phrase("The board as it stood on {0}"),
    as_of_latest: "Back to the latest day",

    // Metrics
    metric: "Metric",
    metric_gmv_short: "GMV",
    metric_gmv_note: "Paid value, before refunds",
    metric_net: "Net sales",
    metric_net_note: "Paid value, after refunds",
    metric_orders: "Orders",
    metric_orders_note: "Paid orders",
    metric_viewers: "Viewers",
    metric_viewers_note: "People who came to the channel each day, summed over days",
    metric_minutes: "Time on air",
    metric_minutes_note: "Time spent live",

    // Channels and partners
    view: "Board",
    view_channels: "Channels",
    view_partners: "Partners",

    // Leaderboard columns
    col_rank: "Rank",
    col_overall_rank: "Overall rank",
    col_change: "Change",
    col_channel: "Channel",
    col_partner: "Partner",
    col_share: "Share",
    col_trend: "Last 12 weeks",
    col_progress: "Progress to goal",
    col_pace: "Pace",
    col_reach: "P(reach)",
    col_gap: "To go",
    col_status: "Status",
    col_channels: "Channels",
    col_with_unit: phrase("{0} ({1})"),
    year_to_date_short: "YTD",
    unit_of_year: phrase("{0} YTD"),
    value_in: phrase("{0} {1}"),
    year_to_date_note: "Counts the year to date, whichever days the board sums",
    columns: "Columns",
    display: "Display",
    sort: "Sort by",
    sort_ascending: "ascending",
    sort_descending: "descending",
    bar_scale: phrase("A full bar is {0}"),

    // Status
    status_over: "Over the line",
    status_on_pace: "On pace",
    status_at_risk: "At risk",
    status_behind: "Behind",
    status_no_data: "No data",
    status_no_goal: "No goal",

    // Rank and its change
    rank_new: "new",
    rank_tie_rule: "Equal values share a rank and the next rank is skipped (1, 2, 2, 4); inside \
        a tie, rows stand in order of their IDs.",
    rank_overall_note: "The number after the slash is the rank among all, without filters",
    rank_overall: phrase("{0} among all"),
    look_back: "Change against",
    look_back_previous: "Previous window",
    look_back_last_year: "Same days last year",
    look_back_range: phrase("Change against {0}"),

    // Progress and pace
    progress_of: phrase("{0} of {1}"),
    to_go: phrase("{0} to go"),
    pace_mode: "Plan",
    pace_seasonal: "Seasonal",
    pace_linear: "Linear",
    pace_seasonal_note: "Follows last year’s sales, with festivals aligned",
    pace_linear_note: "Assumes that every day sells the same, festivals included",
};

pub(super) const ZH: BoardTexts = BoardTexts {
    // Filters
    filter_remove: phrase("移除筛选：{0}"),
    filter_find: "在列表中查找",
    all: "全部",
    category: "类目",
    category_all: "全部类目",
    partner: "机构",
    partner_all: "全部机构",
    province: "省份",
    province_all: "全部省份",
    status: "状态",
    status_all: "全部状态",
    progress_range: phrase("目标进度 {0}"),
    shown_channels: phrase("{0} 个直播间"),
    shown_channels_of: phrase("{0} / {1} 个直播间"),
    shown_partners: phrase("{0} 家机构"),
    shown_partners_of: phrase("{0} / {1} 家机构"),
    shown_total: phrase("合计 {0}"),

    // Windows
    window: "时间范围",
    window_year_to_date: "本财年至今",
    window_last_7: "近 7 天",
    window_last_28: "近 28 天",
    window_last_90: "近 90 天",
    window_quarter: "本季度",
    window_month: "本月",
    window_festivals: "大促",
    window_from: "开始日期",
    window_to: "结束日期",
    window_apply: "应用",
    window_backwards: "结束日期不能早于开始日期",
    window_outside: phrase("数据覆盖 {0}"),
    as_of_past: phrase("正在查看 {0}当天的榜单"),
    as_of_latest: "回到最新",

    // Metrics
    metric: "指标",
    metric_gmv_short: "成交额",
    metric_gmv_note: "支付金额，未扣退款",
    metric_net: "净成交额",
    metric_net_note: "支付金额，已扣退款",
    metric_orders: "订单数",
    metric_orders_note: "支付订单数",
    metric_viewers: "观看人数",
    metric_viewers_note: "每天进入直播间的人数，按天相加",
    metric_minutes: "开播时长",
    metric_minutes_note: "实际直播的时间",

    // Channels and partners
    view: "榜单",
    view_channels: "直播间",
    view_partners: "机构",

    // Leaderboard columns
    col_rank: "排名",
    col_overall_rank: "总排名",
    col_change: "升降",
    col_channel: "直播间",
    col_partner: "机构",
    col_share: "占比",
    col_trend: "近 12 周",
    col_progress: "目标进度",
    col_pace: "节奏",
    col_reach: "达标概率",
    col_gap: "还差",
    col_status: "状态",
    col_channels: "直播间数",
    col_with_unit: phrase("{0}（{1}）"),
    year_to_date_short: "本财年",
    unit_of_year: phrase("{0}，本财年"),
    value_in: phrase("{0} {1}"),
    year_to_date_note: "按本财年累计计算，不随所选时间变化",
    columns: "显示列",
    display: "显示",
    sort: "排序",
    sort_ascending: "升序",
    sort_descending: "降序",
    bar_scale: phrase("满格 = {0}"),

    // Status
    status_over: "已达标",
    status_on_pace: "进度正常",
    status_at_risk: "有风险",
    status_behind: "进度落后",
    status_no_data: "暂无数据",
    status_no_goal: "未设目标",

    // Rank and its change
    rank_new: "新上榜",
    rank_tie_rule: "数值相同则名次并列，后面的名次顺延（1、2、2、4）；并列者按 ID 排列。",
    rank_overall_note: "“/”后面是不加筛选时的名次",
    rank_overall: phrase("不加筛选时排第 {0}"),
    look_back: "名次对比",
    look_back_previous: "上一周期",
    look_back_last_year: "去年同期",
    look_back_range: phrase("名次对比 {0}"),

    // Progress and pace
    progress_of: phrase("完成 {0}（目标 {1}）"),
    to_go: phrase("还差 {0}"),
    pace_mode: "计划方式",
    pace_seasonal: "按季节走势",
    pace_linear: "按天平均",
    pace_seasonal_note: "按去年同期的销售走势推算，大促已对齐",
    pace_linear_note: "假设每天卖得一样多，不考虑大促",
};
