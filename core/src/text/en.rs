//! English: plain, short, in sentence case.

use super::Texts;
use super::phrase::phrase;
use crate::model::Lang;

/// The words of the page in English.
pub static EN: Texts = Texts {
    lang: Lang::En,

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
    search_placeholder: "Search name, pinyin or ID",
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
    help: "Keyboard shortcuts",
    more: "More",

    // Provenance
    synthetic: "Synthetic data (demo)",
    synthetic_note: "These figures are made up for demonstration. They describe no real channel, \
        partner or company.",
    source: phrase("Source: {0}"),
    licence: phrase("Data licence: {0}"),

    // Opening a file
    open: "Open…",

    // Loading
    loading: "Loading…",
    loading_bytes: phrase("Loading {0} of {1}"),
    loading_unknown_size: phrase("Loaded {0}"),
    loading_metric: phrase("Loading {0}…"),
    retrying_in: phrase("Trying again in {0} s"),
    retrying_now: "Trying again…",

    // Faults: what happened, and the next step
    fault_title: "The data could not be loaded",
    fault_refresh_title: "The data could not be updated",
    fault_denied: phrase("You are not allowed to read this data (HTTP {0})."),
    fault_denied_next: "Sign in again or ask the owner of the data for access, then retry.",
    fault_missing: phrase("There is no data at this address (HTTP {0})."),
    fault_missing_next: "Check the link, or ask whoever shared it for a new one.",
    fault_busy: phrase("The server is busy and asks us to wait (HTTP {0})."),
    fault_busy_next: "Nothing to do: it will be tried again shortly.",
    fault_server: phrase("The data server failed (HTTP {0})."),
    fault_server_next: "It will be tried again. If it keeps failing, tell your data team.",
    fault_status: phrase("The server gave an unexpected answer (HTTP {0})."),
    fault_status_next: "Retry later. If it stays this way, tell your data team.",
    fault_timeout: phrase("The server did not answer within {0} s."),
    fault_timeout_next: "It will be tried again. You can also check your connection.",
    fault_offline: "You are offline.",
    fault_offline_next: "It will update by itself once you are online.",
    fault_unreachable: "The data server cannot be reached.",
    fault_unreachable_next: "Check your connection. It will be tried again.",
    fault_truncated: "Only part of the data arrived, so none of it was used.",
    fault_truncated_next: "It will be tried again. On an unsteady connection, try another one.",
    fault_too_large: phrase(
        "The data is larger than the limit of {0}, so the download was stopped.",
    ),
    fault_too_large_next: "Ask your data team to publish it in parts.",
    fault_web_page: "A web page came back instead of data.",
    fault_web_page_next: "The address may be wrong, or you may need to sign in first.",
    fault_not_sales: "This is not a Sales JSON document.",
    fault_not_sales_next: "Choose another file or address.",
    fault_version: phrase("The data is in format version {0}; this page understands version {1}."),
    fault_version_next: "Reload the page to get its newest version.",
    fault_contract: phrase("The data is wrong at {0} (byte {1}): expected {2}."),
    fault_contract_next: "Send this place to your data team and retry once it is fixed.",
    fault_foreign: phrase("For safety, data from {0} was not read."),
    fault_foreign_next: "Only this site and the sites on its list may supply data.",
    fault_part: phrase("One part of the data failed its check and was left out: {0}."),
    fault_part_next: "Retry. If it fails again, tell your data team.",

    // Faults: what still works
    still_works: phrase("The data loaded {0} is still here: search, filters and sorting all work."),
    still_works_part: "The board goes on without that part.",
    still_works_nothing: "There is nothing to show yet; the sample is always available.",

    // Faults: buttons
    retry: "Retry",
    reload: "Reload",
    back_to_sample: "Back to the sample",
    details: "Details",

    // Empty states
    empty_channels: "No channel matches",
    empty_partners: "No partner matches",
    empty_window: phrase("There is no data for {0}"),
    empty_loosen: "Try loosening one of these:",
    loosen_search: phrase("Clear the search for “{0}”"),
    loosen_category: phrase("Any category (now “{0}”)"),
    loosen_partner: phrase("Any partner (now “{0}”)"),
    loosen_province: phrase("Any province (now “{0}”)"),
    loosen_status: phrase("Any status (now “{0}”)"),
    loosen_would_show: phrase("would show {0}"),
    clear_filters: "Clear all filters",

    // Programme head
    head_over: phrase("Channels over {0}"),
    head_over_of: phrase("of {0}"),
    head_crossed_week: phrase("+{0} in the last 7 days"),
    head_crossed_none: "None crossed in the last 7 days",
    head_partners: phrase("{0} of {1} partners over the line"),
    head_partners_no_target: phrase("{0} {0|partner|partners} over the line"),
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
    verdict_reached: "Target reached",
    verdict_on_course: "On course",
    verdict_behind: "Behind plan",

    // Burn-up chart
    burn_up_title: phrase("Channels over {0}, by day"),
    burn_up_this_year: "This year",
    burn_up_last_year: "Last year",
    burn_up_target: phrase("Target {0}"),
    burn_up_path: "Expected path",
    burn_up_path_note: "Last year’s rhythm, scaled to meet the target on the last day",
    burn_up_summary: phrase(
        "On {0}, {1} {1|channel was|channels were} over the line; the target is {2}.",
    ),
    burn_up_summary_last_year: phrase("On the same day last year it was {0}."),

    // The line of days
    timeline: "Day looked at",
    timeline_play: "Play the days",
    timeline_pause: "Pause",
    timeline_speeds: "Speed",
    timeline_speed: phrase("{0} days/s"),

    // What is likely to come
    clause_joint: "; ",
    head_landing: phrase("Lands at {0} by the year’s end; 80% between {1} and {2}"),
    head_landing_plain: phrase("Lands at {0} by the year’s end"),
    head_target_odds: phrase("{1} likely to reach {0}"),
    verdict_uncertain: "Too close to call",
    burn_up_projected: "Projected",
    band_80: "80% range",
    line_projected: "Projected",
    year_end: phrase("{0} projected for the year’s end"),
    year_end_band: phrase(" (80% between {0} and {1})"),
    reach_odds: phrase("{0} likely to reach the goal"),
    crossing_projected: phrase("Projected to cross on {0}"),
    crossing_not_this_year: "Not projected to cross this fiscal year",
    basis_tested: "Range and probability come from how forecasts of this day erred last year",
    basis_same_year: "Range and probability come from how forecasts of this day erred last year, by the season of the other channels, as the year before is not known",
    basis_awaited: "Range and probability follow once last year’s daily figures have been read",
    basis_nothing: "No range and no probability: there are no daily figures of last year to test forecasts on",
    basis_too_few: "No range and no probability: too few channels have a whole last year to test forecasts on",

    // Recently crossed, nearest to the line
    crossed_title: "Recently crossed",
    crossed_none: "No channel crossed in the last 7 days",
    crossed_on: phrase("crossed on {0}"),
    nearest: phrase("Nearest {0}"),
    nearest_note: "Channels not yet over the line, smallest gap first",
    nearest_first: "Nearest to the line",

    // Filters
    filters: "Filters",
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
    columns: "Columns",
    display: "Display",
    sort: "Sort by",
    sort_by: phrase("Sort by {0}"),
    sort_ascending: "ascending",
    sort_descending: "descending",
    bar_scale: phrase("A full bar is {0}"),

    // Status
    status_over: "Over the line",
    status_on_pace: "On pace",
    status_at_risk: "At risk",
    status_behind: "Behind",
    status_no_goal: "No goal",

    // Rank and its change
    rank_new: "new",
    rank_of: phrase("{0} of {1}"),
    rank_tie_rule: "Equal values share a rank and the next rank is skipped (1, 2, 2, 4); inside \
        a tie, rows stand in order of their IDs.",
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

    // Detail of a channel
    detail: phrase("Details of {0}"),
    detail_close: "Close details",
    cumulative_title: phrase("Cumulative {0} against the goal"),
    daily_title: phrase("Daily {0}"),
    line_actual: "This year",
    line_goal: phrase("Goal {0}"),
    line_plan: "Plan",
    line_last_year: "Last year",
    expected_now: phrase("{0} expected by now"),
    ahead_by: phrase("{0} ahead of the plan"),
    behind_by: phrase("{0} behind the plan"),
    crossing_on: phrase("Over the line on {0}"),
    crossing_not_yet: "Not yet over the line",

    // What it takes
    takes_title: "What it takes",
    takes_per_day: phrase("{0} per ordinary day"),
    takes_festival: phrase("{1} over {0}"),
    takes_multiple: phrase("{0} the rate of the last 28 days"),
    takes_multiple_note: "Adjusted for festivals and season",
    takes_days_left: phrase("{0} {0|day|days} left"),
    takes_reached: "Over the line: all further sales come on top",
    takes_year_over: "The fiscal year ended short of the goal",
    takes_no_goal: "No goal set",

    // Rank and neighbours
    neighbours_title: "Rank and neighbours",

    // Where the plan comes from
    curve_line: phrase("Plan based on: {0}. {1}"),
    curve_own: "Own and category season",
    curve_category: "Category season",
    curve_programme: "Programme season",
    curve_linear: "Linear",
    curve_own_note: "Mixes this channel’s and its category’s daily shares of last year, with \
        festivals aligned.",
    curve_category_note: "This channel’s last year is incomplete, so its category’s daily shares \
        of last year are used.",
    curve_programme_note: "The category has too little data for last year, so all channels’ \
        daily shares of last year are used.",
    curve_linear_note: "There is no data for last year, so every day counts the same; around \
        festivals this is off.",

    // Detail of a partner
    partner_over: phrase("{0} of {1} channels over the line"),
    partner_only: "Show only this partner",
    partner_open: "Open partner",

    // Charts
    chart_show_table: "Show numbers as a table",
    chart_hide_table: "Hide the table",
    chart_day: "Day",
    chart_choice: "Chart",
    chart_cumulative: "Cumulative",
    chart_daily: "Daily",
    chart_keys: "Use ← → to move by day, Home and End for the first and last day.",
    chart_keys_select: "Hold Shift with ← → to choose dates, Enter to apply, Esc to cancel.",
    chart_selected: phrase("{0}, {1} {1|day|days}"),
    chart_no_data: "No data for these days",
    chart_gap: "No data that day",
    cumulative_summary: phrase("By {1}, {0} had reached {2}, {3} of its goal of {4}."),
    cumulative_summary_no_goal: phrase("By {1}, {0} had reached {2}; no goal is set."),
    daily_summary: phrase("{0} averaged {2} a day over {1}; its best day was {3} with {4}."),

    // Data quality
    quality_title: "Data quality",
    quality_none: "No problems found",
    quality_count: phrase("{0} data {0|notice|notices}"),
    quality_gap_cells: phrase(
        "{0} {0|day of a channel|days of channels} without data: not counted as zero, and left out of seasonal curves",
    ),
    quality_cleaned: phrase("{0} {0|name|names} with invisible or control characters, removed"),
    quality_goals: phrase("{0} {0|goal|goals} of zero or less, taken as no goal"),
    quality_changed: phrase(
        "{0} {0|channel|channels} changed partner, category or province; the last one counts",
    ),
    quality_future: phrase("{0} {0|day|days} after the as-of day ignored"),
    quality_duplicate_names: phrase(
        "{0} {0|channel shares|channels share} a name with another: tell them apart by ID",
    ),
    quality_events: phrase("{0} {0|event has|events have} no match in last year"),
    quality_unknown: phrase("{0} unknown {0|item|items} ignored"),
    quality_at: phrase("{0}: {1}"),

    // Keyboard help
    help_title: "Keyboard shortcuts",
    help_search: "Search",
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
    aria_detail: "Details",
    aria_row: phrase("Rank {0}, {1}, {2}"),
    aria_row_goal: phrase("{0} of goal, {1}"),
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
    def_pace: "Pace = actual ÷ expected by now; 1.00× is exactly on plan",
    def_reach: "P(reach) = probability of the goal by the end of the fiscal year, from back-tested errors of \
        forecasts made on this day last year; none without daily figures of last year",
    def_status: "Over the line: year to date ≥ goal. On pace: pace ≥ 1. At risk: pace < 1, but the \
        chance of reaching the goal is 20% or more. Behind: the rest",
    def_crossing: "Crossing day = the first day on which the running total reaches the goal",
    def_change: "Change = ranks gained or lost against the other window; “new” where that window \
        has no data",
    def_trend: "Last 12 weeks: one point a week, up to the as-of day",
    def_partner_rank: "A partner’s figure is the sum over its channels",
};
