//! Chinese, in the words of those who run live channels: 直播间、机构、成交额、目标进度、口径.

use super::Texts;
use crate::model::Lang;

/// The words of the page in Chinese.
pub static ZH: Texts = Texts {
    lang: Lang::Zh,

    // The page
    app_name: "亿榜 Paceboard",
    skip_to_board: "跳到排行榜",

    // Header
    as_of: |date| format!("数据截至 {date}"),
    checked_at: |time| format!("{time} 检查过更新"),
    refresh: "检查更新",
    refreshing: "正在检查更新…",
    stale: |age| format!("未能更新，当前是{}载入的数据", spaced(age)),
    search: "搜索",
    search_placeholder: "搜索名称、拼音或 ID",
    search_clear: "清空搜索",
    currency: "币种",
    language: "语言",
    theme: "外观",
    theme_light: "浅色",
    theme_dark: "深色",
    theme_system: "跟随系统",
    share: "分享",
    copy_link: "复制链接",
    link_copied: "链接已复制",
    link_not_copied: "没能复制，请从地址栏复制链接",
    link_keeps_view: "链接包含当前的筛选、排序和时间范围",
    help: "快捷键",
    more: "更多",

    // Provenance
    synthetic: "合成数据（演示）",
    synthetic_note: "这些数字由程序生成，仅供演示，不对应任何真实的直播间、机构或公司。",
    source: |source| format!("数据来源：{source}"),
    licence: |licence| format!("数据许可：{licence}"),

    // Opening a file
    open: "打开…",

    // Loading
    loading: "正在载入…",
    loading_bytes: |done, total| format!("正在载入 {done} / {total}"),
    loading_unknown_size: |done| format!("已载入 {done}"),
    loading_metric: |metric| format!("正在载入{metric}…"),
    retrying_in: |seconds| format!("{seconds} 秒后自动重试"),
    retrying_now: "正在重试…",

    // Faults: what happened, and the next step
    fault_title: "数据没能载入",
    fault_refresh_title: "数据没能更新",
    fault_denied: |status| format!("没有权限读取这份数据（HTTP {status}）。"),
    fault_denied_next: "请重新登录，或向数据负责人申请权限后重试。",
    fault_missing: |status| format!("这个地址上没有数据（HTTP {status}）。"),
    fault_missing_next: "请核对链接，或请分享的人重新发一个。",
    fault_busy: |status| format!("服务器繁忙，要求稍后再试（HTTP {status}）。"),
    fault_busy_next: "不用操作，稍后会自动重试。",
    fault_server: |status| format!("数据服务器出错（HTTP {status}）。"),
    fault_server_next: "会自动重试；如果一直不行，请联系数据团队。",
    fault_status: |status| format!("服务器给出了意外的回应（HTTP {status}）。"),
    fault_status_next: "请稍后重试；如果一直这样，请联系数据团队。",
    fault_timeout: |seconds| format!("等了 {seconds} 秒，服务器没有回应。"),
    fault_timeout_next: "会自动重试；也可以检查一下网络。",
    fault_offline: "网络已断开。",
    fault_offline_next: "恢复联网后会自动更新。",
    fault_unreachable: "连不上数据服务器。",
    fault_unreachable_next: "请检查网络；会自动重试。",
    fault_truncated: "数据只收到一部分，没有采用。",
    fault_truncated_next: "会自动重试；网络不稳时可以换个网络。",
    fault_too_large: |limit| format!("数据超过 {limit} 的上限，已停止下载。"),
    fault_too_large_next: "请数据团队把数据拆成多个部分发布。",
    fault_web_page: "收到的是一个网页，不是数据。",
    fault_web_page_next: "地址可能写错了，或者需要先登录。",
    fault_not_sales: "这不是 Sales JSON 数据。",
    fault_not_sales_next: "请换一个文件或地址。",
    fault_version: |found, supported| {
        format!("数据格式是 {found} 版，本页支持的是 {supported} 版。")
    },
    fault_version_next: "请重新加载页面以获取新版本。",
    fault_contract: |path, offset, expected| {
        format!("数据有误：{path}（第 {offset} 字节），应为 {expected}。")
    },
    fault_contract_next: "请把出错位置发给数据团队，改好后再重试。",
    fault_foreign: |origin| format!("出于安全考虑，没有读取 {origin} 的数据。"),
    fault_foreign_next: "只能读取本站或已获准网站的数据。",
    fault_part: |part| format!("有一部分数据没有通过校验，未采用：{part}。"),
    fault_part_next: "请重试；如果还是不行，请联系数据团队。",

    // Faults: what still works
    still_works: |age| {
        format!(
            "页面上仍是{}载入的数据，搜索、筛选和排序都能用。",
            spaced(age)
        )
    },
    still_works_part: "排行榜照常可用，只是缺这一部分。",
    still_works_nothing: "还没有可以显示的数据，可以先看示例。",

    // Faults: buttons
    retry: "重试",
    reload: "重新加载",
    back_to_sample: "返回示例数据",
    details: "详情",

    // Empty states
    empty_channels: "没有符合条件的直播间",
    empty_partners: "没有符合条件的机构",
    empty_window: |range| format!("{range}没有数据"),
    empty_loosen: "试试放宽一个条件：",
    loosen_search: |text| format!("去掉搜索词“{text}”"),
    loosen_category: |name| format!("不限类目（现为“{name}”）"),
    loosen_partner: |name| format!("不限机构（现为“{name}”）"),
    loosen_province: |name| format!("不限省份（现为“{name}”）"),
    loosen_status: |name| format!("不限状态（现为“{name}”）"),
    loosen_would_show: |n| format!("可显示 {n} 个"),
    clear_filters: "清除全部筛选",

    // Programme head
    head_over: |goal| format!("已{}的直播间", past(goal)),
    head_over_of: |target| format!("/ {target} 个"),
    head_crossed_week: |n| format!("近 7 天新增 {n} 个"),
    head_crossed_none: "近 7 天没有新增",
    head_partners: |done, target| format!("机构达标 {done} / {target} 家"),
    head_partners_no_target: |done| format!("机构达标 {done} 家"),
    head_days_left: |n| format!("本财年还剩 {n} 天"),
    head_year_over: "本财年已结束",
    head_no_goal: "这份数据没有设目标，因此只显示排行。",

    // Is it enough
    enough_ahead_of_path: |n| format!("比计划多 {n} 个"),
    enough_behind_path: |n| format!("比计划少 {n} 个"),
    enough_on_path: "与计划持平",
    enough_more_than_last_year: |n| format!("比去年同日多 {n} 个"),
    enough_fewer_than_last_year: |n| format!("比去年同日少 {n} 个"),
    enough_same_as_last_year: "与去年同日持平",
    enough_no_last_year: "没有去年同日的数据可比",
    enough_one: |clause| format!("{clause}。"),
    enough_both: |first, second| format!("{first}，{second}。"),
    verdict_reached: "已完成",
    verdict_on_course: "进度正常",
    verdict_behind: "进度落后",

    // Burn-up chart
    burn_up_title: |goal| format!("累计{}的直播间数", past(goal)),
    burn_up_this_year: "今年",
    burn_up_last_year: "去年",
    burn_up_target: |target| format!("目标 {target} 个"),
    burn_up_path: "计划",
    burn_up_path_note: "按去年的达标节奏推算，到财年末刚好完成目标数量",
    burn_up_summary: |date, done, target| {
        format!("截至 {date}，{done} 个直播间达标，目标 {target} 个。")
    },
    burn_up_summary_last_year: |n| format!("去年同日 {n} 个。"),

    // Recently crossed, nearest to the line
    crossed_title: "近期达标",
    crossed_none: "近 7 天没有直播间达标",
    crossed_on: |date| format!("{date}达标"),
    nearest: |n| format!("距目标最近 {n}"),
    nearest_note: "未达标的直播间，按还差金额从小到大排列",
    nearest_first: "离目标最近",

    // Filters
    filters: "筛选",
    filter_remove: |name| format!("移除筛选：{name}"),
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
    shown_channels: |n| format!("{n} 个直播间"),
    shown_channels_of: |n, total| format!("{n} / {total} 个直播间"),
    shown_partners: |n| format!("{n} 家机构"),
    shown_partners_of: |n, total| format!("{n} / {total} 家机构"),
    shown_total: |amount| format!("合计 {amount}"),

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
    window_outside: |range| format!("数据覆盖 {range}"),
    as_of_past: |date| format!("正在查看 {date}当天的榜单"),
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
    col_change: "升降",
    col_channel: "直播间",
    col_partner: "机构",
    col_share: "占比",
    col_trend: "近 12 周",
    col_progress: "目标进度",
    col_pace: "节奏",
    col_gap: "还差",
    col_status: "状态",
    col_channels: "直播间数",
    col_with_unit: |name, unit| format!("{name}（{unit}）"),
    columns: "显示列",
    display: "显示",
    sort: "排序",
    sort_by: |column| format!("按{column}排序"),
    sort_ascending: "升序",
    sort_descending: "降序",
    bar_scale: |amount| format!("满格 = {amount}"),

    // Status
    status_over: "已达标",
    status_on_pace: "进度正常",
    status_at_risk: "有风险",
    status_behind: "进度落后",
    status_no_goal: "未设目标",

    // Rank and its change
    rank_new: "新上榜",
    rank_of: |rank, total| format!("第 {rank} 名，共 {total}"),
    rank_tie_rule: "数值相同则名次并列，后面的名次顺延（1、2、2、4）；并列者按 ID 排列。",
    look_back: "名次对比",
    look_back_previous: "上一周期",
    look_back_last_year: "去年同期",
    look_back_range: |range| format!("名次对比 {range}"),

    // Progress and pace
    progress_of: |percent, goal| format!("完成 {percent}（目标 {goal}）"),
    to_go: |amount| format!("还差 {amount}"),
    pace_mode: "计划方式",
    pace_seasonal: "按季节走势",
    pace_linear: "按天平均",
    pace_seasonal_note: "按去年同期的销售走势推算，大促已对齐",
    pace_linear_note: "假设每天卖得一样多，不考虑大促",

    // Detail of a channel
    detail: |name| format!("{name}：详情"),
    detail_close: "关闭详情",
    cumulative_title: |metric| format!("累计{metric}与目标"),
    daily_title: |metric| format!("每日{metric}"),
    line_actual: "今年",
    line_goal: |goal| format!("目标 {goal}"),
    line_plan: "计划",
    line_last_year: "去年",
    expected_now: |amount| format!("按计划此时应达 {amount}"),
    ahead_by: |amount| format!("领先计划 {amount}"),
    behind_by: |amount| format!("落后计划 {amount}"),
    crossing_on: |date| format!("{date}达标"),
    crossing_not_yet: "尚未达标",

    // What it takes
    takes_title: "达标还需",
    takes_per_day: |amount| format!("平日每天 {amount}"),
    takes_festival: |name, amount| format!("{name}期间共 {amount}"),
    takes_multiple: |ratio| format!("相当于近 28 天日均水平的 {} 倍", times(ratio)),
    takes_multiple_note: "已剔除大促和季节影响",
    takes_days_left: |n| format!("还剩 {n} 天"),
    takes_reached: "已达标，剩下的都是超额",
    takes_year_over: "本财年已结束，未能达标",
    takes_no_goal: "未设目标",

    // Rank and neighbours
    neighbours_title: "前后名次",

    // Where the plan comes from
    curve_line: |name, note| format!("计划依据：{name}。{note}"),
    curve_own: "自身与类目去年走势",
    curve_category: "类目去年走势",
    curve_programme: "整体去年走势",
    curve_linear: "按天平均",
    curve_own_note: "综合本直播间和所在类目去年每天的销售占比，并按大促日期对齐。",
    curve_category_note: "本直播间去年数据不全，用所在类目去年每天的销售占比。",
    curve_programme_note: "所在类目去年数据不足，用全部直播间去年每天的销售占比。",
    curve_linear_note: "没有去年数据，假设每天卖得一样多；遇到大促会偏低或偏高。",

    // Detail of a partner
    partner_over: |done, total| format!("{done} / {total} 个直播间达标"),
    partner_only: "只看这家机构",
    partner_open: "查看机构",

    // Charts
    chart_show_table: "查看数据表",
    chart_hide_table: "收起数据表",
    chart_day: "日期",
    chart_choice: "图表",
    chart_cumulative: "累计",
    chart_daily: "每日",
    chart_keys: "按 ← → 逐日查看，Home 和 End 到首日和末日。",
    chart_keys_select: "按住 Shift 再按 ← → 选择时间范围，Enter 应用，Esc 取消。",
    chart_selected: |range, days| format!("已选 {range}，共 {days} 天"),
    chart_no_data: "这段时间没有数据",
    chart_gap: "当天无数据",
    cumulative_summary: |name, date, actual, percent, goal| {
        format!("{name}截至 {date}累计 {actual}，完成 {goal} 目标的 {percent}。")
    },
    cumulative_summary_no_goal: |name, date, actual| {
        format!("{name}截至 {date}累计 {actual}，未设目标。")
    },
    daily_summary: |name, range, average, best_day, best| {
        format!("{name}在 {range}日均 {average}，最高是 {best_day}的 {best}。")
    },

    // Data quality
    quality_title: "数据质量",
    quality_none: "没有发现问题",
    quality_count: |n| format!("{n} 条数据提示"),
    quality_gap_cells: |n| format!("{n} 个缺数的日格：不算作零，也不参与季节曲线"),
    quality_cleaned: |n| format!("{n} 个名称含不可见或控制字符，已去除"),
    quality_goals: |n| format!("{n} 个目标小于等于零，按未设目标处理"),
    quality_changed: |n| format!("{n} 个直播间的归属前后不一，以最后一次为准"),
    quality_future: |n| format!("忽略了 {n} 个晚于截至日的日子"),
    quality_duplicate_names: |n| format!("{n} 个直播间重名，请以 ID 区分"),
    quality_events: |n| format!("{n} 个活动在去年没有对应日期"),
    quality_unknown: |n| format!("忽略了 {n} 个不认识的项目"),
    quality_at: |path, warning| format!("{path}：{warning}"),

    // Keyboard help
    help_title: "键盘快捷键",
    help_search: "搜索",
    help_move: "上移 / 下移一行",
    help_page: "上移 / 下移一屏",
    help_ends: "到榜首 / 榜尾",
    help_open: "打开所选行的详情",
    help_close: "关闭详情、菜单或清空搜索",
    help_chart: "在图表中逐日查看",
    help_this: "显示本列表",

    // Read aloud
    aria_programme: "目标总览",
    aria_filters: "筛选与时间范围",
    aria_board: "排行榜",
    aria_board_caption: |metric, range| format!("{range}{metric}排行榜"),
    aria_detail: "详情",
    aria_row: |rank, name, value| format!("第 {rank} 名，{name}，{value}"),
    aria_row_goal: |percent, status| format!("目标进度 {percent}，{status}"),
    aria_progress_loading: |percent| format!("已载入 {percent}"),
    aria_theme_now: |theme| format!("外观：{theme}"),
    aria_close: "关闭",

    // Definitions
    def_title: "口径说明",
    def_day: "“今天”指数据截至日，与本机时间无关。",
    def_zone: |timezone| format!("日期按 {timezone} 时区的自然日划分。"),
    def_year: |label, range| format!("{label}：{range}"),
    def_share: "占比 = 本行 ÷ 当前筛选结果合计",
    def_progress: |metric| format!("目标进度 = 本财年累计{metric} ÷ 目标"),
    def_expected: "应达 = 目标 × 按计划到今天应完成的比例",
    def_pace: "节奏 = 实际 ÷ 应达；1.00× 表示正好跟上计划",
    def_status: "已达标：累计 ≥ 目标；进度正常：节奏 ≥ 1；有风险：节奏 < 1，但达标概率 ≥ 20%；进度落后：其余",
    def_crossing: "达标日 = 累计首次达到目标的那一天",
    def_change: "升降 = 与对比时段的名次之差；对比时段没有数据的记为“新上榜”",
    def_trend: "近 12 周：每周一个点，止于截至日",
    def_partner_rank: "机构的数字是旗下直播间之和",
};

/// To pass the goal, as operators say it: 破亿 for the goal of 1亿元, otherwise 破 and the amount.
fn past(goal: &str) -> String {
    if matches!(goal, "1亿元" | "¥1亿") {
        "破亿".to_owned()
    } else {
        format!("破 {goal}")
    }
}

/// The number of a ratio such as `1.08×`, for a sentence with 倍.
fn times(ratio: &str) -> &str {
    ratio.trim_end_matches('×')
}

/// A value with a space before it where it starts with a digit, as between Chinese and numbers.
fn spaced(value: &str) -> String {
    let space = if value.starts_with(|first: char| first.is_ascii_digit()) {
        " "
    } else {
        ""
    };
    format!("{space}{value}")
}
