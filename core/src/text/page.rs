//! The page around everything: head, provenance, keyboard, definitions, what is read aloud.

use super::phrase::{Phrase, phrase};

/// The words of one language.
#[allow(
    missing_docs,
    reason = "a field's name and its English text say what it is"
)]
#[derive(Debug)]
pub struct PageTexts {
    // The page
    pub app_name: &'static str,
    pub skip_to_board: &'static str,

    // Header
    pub as_of: Phrase<1>,
    pub checked_at: Phrase<1>,
    pub refresh: &'static str,
    pub refreshing: &'static str,
    pub stale: Phrase<1>,
    pub search: &'static str,
    pub search_placeholder: &'static str,
    pub search_clear: &'static str,
    pub currency: &'static str,
    pub language: &'static str,
    pub theme: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub theme_system: &'static str,
    pub share: &'static str,
    pub copy_link: &'static str,
    pub link_copied: &'static str,
    pub link_not_copied: &'static str,
    pub link_keeps_view: &'static str,
    pub link_without_file: &'static str,
    pub save_menu: &'static str,
    pub save_menu_note: &'static str,
    pub save_csv: &'static str,
    pub save_copy: &'static str,
    pub save_copy_note: Phrase<2>, // size, what is in it
    pub save_copy_with: Phrase<1>,
    pub save_copy_last_year: Phrase<1>,
    pub save_copy_without: Phrase<1>,
    pub save_copy_packing: &'static str,
    pub save_copy_failed: &'static str,
    pub save_print: &'static str,
    pub save_print_note: Phrase<1>,
    pub copy_saved: Phrase<3>, // date, time, zone
    pub csv_note: &'static str,
    pub help: &'static str,
    pub more: &'static str,

    // Provenance
    pub synthetic: &'static str,
    pub synthetic_short: &'static str,
    pub synthetic_note: &'static str,
    pub source: Phrase<1>,
    pub licence: Phrase<1>,

    // Keyboard help
    pub help_title: &'static str,
    pub help_search: &'static str,
    pub help_found: &'static str,
    pub help_move: &'static str,
    pub help_page: &'static str,
    pub help_ends: &'static str,
    pub help_open: &'static str,
    pub help_close: &'static str,
    pub help_chart: &'static str,
    pub help_this: &'static str,

    // Read aloud
    pub aria_programme: &'static str,
    pub aria_filters: &'static str,
    pub aria_board: &'static str,
    pub aria_board_caption: Phrase<2>, // metric, range
    pub print_rows: Phrase<2>,         // n, total
    pub aria_detail: &'static str,
    pub aria_row: Phrase<3>,      // rank, name, value
    pub aria_row_goal: Phrase<2>, // percent, status
    pub aria_opened: Phrase<1>,
    pub aria_joint: &'static str,
    pub aria_progress_loading: Phrase<1>,
    pub aria_theme_now: Phrase<1>,
    pub aria_close: &'static str,

    // Definitions
    pub def_title: &'static str,
    pub def_day: &'static str,
    pub def_zone: Phrase<1>,
    pub def_year: Phrase<2>, // label, range
    pub def_share: &'static str,
    pub def_progress: Phrase<1>,
    pub def_expected: &'static str,
    pub def_gap: &'static str,
    pub def_pace: &'static str,
    pub def_reach: &'static str,
    pub def_status: &'static str,
    pub def_crossing: &'static str,
    pub def_change: &'static str,
    pub def_trend: &'static str,
    pub def_partner_rank: &'static str,
}

pub(super) const EN: PageTexts = PageTexts {
    // The page
    app_name: "Paceboard",
    skip_to_board: "Skip to the leaderboard",

    // Header
    as_of: phrase("As of {0}"),
    checked_at: phrase("Checked {0}"),
    refresh: "Check for updates",
    refreshing: "Checking for updates…",
    stale: phrase("Not updated: this data was loaded {0}"),
    search: "Search",
    search_placeholder: "Name, pinyin or ID",
    search_clear: "Clear search",
    currency: "Currency",
    language: "Language",
    theme: "Theme",
    theme_light: "Light",
    theme_dark: "Dark",
    theme_system: "System",
    share: "Share",
    copy_link: "Copy link",
    link_copied: "Link copied",
    link_not_copied: "Could not copy: take the link from the address bar",
    link_keeps_view: "The link keeps your filters, sort order and dates",
    link_without_file: "The link does not carry your local file: others see the source",
    save_menu: "Export",
    save_menu_note: "Save or print what is shown",
    save_csv: "Table (CSV)",
    save_copy: "One HTML file",
    save_copy_note: phrase("{0}, opens offline: {1}"),
    save_copy_with: phrase("with {0}"),
    save_copy_last_year: phrase("last year of {0}"),
    save_copy_without: phrase("without {0}"),
    save_copy_packing: "Packing…",
    save_copy_failed: "Could not be packed: check the connection",
    save_print: "Print…",
    save_print_note: phrase("The first {0} rows on A4"),
    copy_saved: phrase("Copy, saved {0} {1} ({2})"),
    csv_note: "Save this board as CSV: all rows, as filtered and sorted, with the columns shown",
    help: "Keyboard shortcuts",
    more: "More",

    // Provenance
    synthetic: "Synthetic data (demo)",
    synthetic_short: "Synthetic data",
    synthetic_note: "These figures are made up for demonstration. They describe no real channel, \
        partner or company.",
    source: phrase("Source: {0}"),
    licence: phrase("Data licence: {0}"),

    // Keyboard help
    help_title: "Keyboard shortcuts",
    help_search: "Search",
    help_found: "From the search into the list; open the first match",
    help_move: "Move up or down one row",
    help_page: "Move up or down one screen",
    help_ends: "Go to the first or last row",
    help_open: "Open the selected row",
    help_close: "Close details or a menu, or clear the search",
    help_chart: "Move by day in a chart",
    help_this: "Show this list",

    // Read aloud
    aria_programme: "Programme overview",
    aria_filters: "Filters and dates",
    aria_board: "Leaderboard",
    aria_board_caption: phrase("Leaderboard by {0}, {1}"),
    print_rows: phrase("first {0} of {1} rows"),
    aria_detail: "Details",
    aria_row: phrase("Rank {0}, {1}, {2}"),
    aria_row_goal: phrase("{0} of goal, {1}"),
    aria_opened: phrase("{0} opened"),
    aria_joint: ", ",
    aria_progress_loading: phrase("{0} loaded"),
    aria_theme_now: phrase("Theme: {0}"),
    aria_close: "Close",

    // Definitions
    def_title: "How the numbers are defined",
    def_day: "“Today” is the day the data ends on, whatever your clock says.",
    def_zone: phrase("Days are whole days in {0}."),
    def_year: phrase("{0}: {1}"),
    def_share: "Share = row ÷ total of the current filter",
    def_progress: phrase("Progress = {0}, year to date ÷ goal"),
    def_expected: "Expected by now = goal × the share of the year that the plan has due by today",
    def_gap: "To go = goal − year to date",
    def_pace: "Pace = actual ÷ expected by now; 1.00× is exactly on plan",
    def_reach: "P(reach) = probability of the goal by the end of the fiscal year, from back-tested errors of \
        forecasts made on this day last year; none without daily figures of last year",
    def_status: "Over the line: year to date ≥ goal. On pace: pace ≥ 1. At risk: pace < 1, but the \
        chance of reaching the goal is 20% or more. Behind: the rest. No figures, no status",
    def_crossing: "Crossing day = the first day on which the running total reaches the goal",
    def_change: "Change = ranks gained or lost against the other window; “new” where that window \
        has no data",
    def_trend: "Last 12 weeks: one point a week, up to the as-of day",
    def_partner_rank: "A partner’s figure is the sum over its channels",
};

pub(super) const ZH: PageTexts = PageTexts {
    // The page
    app_name: "亿榜 Paceboard",
    skip_to_board: "跳到排行榜",

    // Header
    as_of: phrase("数据截至 {0}"),
    checked_at: phrase("检查于 {0}"),
    refresh: "检查更新",
    refreshing: "正在检查更新…",
    stale: phrase("未能更新，当前是{0_}载入的数据"),
    search: "搜索",
    search_placeholder: "名称、拼音或 ID",
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
    link_without_file: "链接不包含本地文件，对方打开后看到的是数据源",
    save_menu: "导出",
    save_menu_note: "把当前内容存下来或打印",
    save_csv: "表格（CSV）",
    save_copy: "单个网页文件",
    save_copy_note: phrase("{0}，可离线打开：{1}"),
    save_copy_with: phrase("含{0}"),
    save_copy_last_year: phrase("去年有{0}"),
    save_copy_without: phrase("不含{0}"),
    save_copy_packing: "正在打包…",
    save_copy_failed: "没能打包，请检查网络",
    save_print: "打印…",
    save_print_note: phrase("前 {0} 行，A4 纸"),
    copy_saved: phrase("副本，保存于{0_} {1}（{2}）"),
    csv_note: "把当前榜单存为 CSV 表格：全部行，筛选、排序和列与页面一致",
    help: "快捷键",
    more: "更多",

    // Provenance
    synthetic: "合成数据（演示）",
    synthetic_short: "合成数据",
    synthetic_note: "这些数字由程序生成，仅供演示，不对应任何真实的直播间、机构或公司。",
    source: phrase("数据来源：{0}"),
    licence: phrase("数据许可：{0}"),

    // Keyboard help
    help_title: "键盘快捷键",
    help_search: "搜索",
    help_found: "在搜索框里：进入列表；打开第一个结果",
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
    aria_board_caption: phrase("{1}{0}排行榜"),
    print_rows: phrase("前 {0} 行，共 {1} 行"),
    aria_detail: "详情",
    aria_row: phrase("第 {0} 名，{1}，{2}"),
    aria_row_goal: phrase("目标进度 {0}，{1}"),
    aria_opened: phrase("已打开{0}"),
    aria_joint: "，",
    aria_progress_loading: phrase("已载入 {0}"),
    aria_theme_now: phrase("外观：{0}"),
    aria_close: "关闭",

    // Definitions
    def_title: "口径说明",
    def_day: "“今天”指数据截至日，与本机时间无关。",
    def_zone: phrase("日期按 {0} 时区的自然日划分。"),
    def_year: phrase("{0}：{1}"),
    def_share: "占比 = 该行 ÷ 当前筛选结果合计",
    def_progress: phrase("目标进度 = 本财年累计{0} ÷ 目标"),
    def_expected: "应达 = 目标 × 按计划到今天应完成的比例",
    def_gap: "还差 = 目标 − 本财年累计",
    def_pace: "节奏 = 实际 ÷ 应达；1.00× 表示正好跟上计划",
    def_reach: "达标概率 = 本财年末达到目标的概率，来自去年同日预测误差的回测；没有去年逐日数据就不给",
    def_status: "已达标：累计 ≥ 目标；进度正常：节奏 ≥ 1；有风险：节奏 < 1，但达标概率 ≥ 20%；进度落后：其余。没有数据的没有状态",
    def_crossing: "达标日 = 累计首次达到目标的那一天",
    def_change: "升降 = 与对比时段的名次之差；对比时段没有数据的记为“新上榜”",
    def_trend: "近 12 周：每周一个点，止于截至日",
    def_partner_rank: "机构的数字是旗下直播间之和",
};
