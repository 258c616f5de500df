//! English: plain, short, in sentence case.

use super::{Texts, plural};
use crate::model::Lang;

/// The words of the page in English.
pub static EN: Texts = Texts {
    lang: Lang::En,

    // The page
    app_name: "Paceboard",
    skip_to_board: "Skip to the leaderboard",

    // Header
    as_of: |date| format!("As of {date}"),
    checked_at: |time| format!("Checked {time}"),
    refresh: "Check for updates",
    refreshing: "Checking for updates…",
    stale: |age| format!("Not updated: this data was loaded {age}"),
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
    source: |source| format!("Source: {source}"),
    licence: |licence| format!("Data licence: {licence}"),

    // Opening a file
    open: "Open…",

    // Loading
    loading: "Loading…",
    loading_bytes: |done, total| format!("Loading {done} of {total}"),
    loading_unknown_size: |done| format!("Loaded {done}"),
    loading_metric: |metric| format!("Loading {metric}…"),
    retrying_in: |seconds| format!("Trying again in {seconds} s"),
    retrying_now: "Trying again…",

    // Faults: what happened, and the next step
    fault_title: "The data could not be loaded",
    fault_refresh_title: "The data could not be updated",
    fault_denied: |status| format!("You are not allowed to read this data (HTTP {status})."),
    fault_denied_next: "Sign in again or ask the owner of the data for access, then retry.",
    fault_missing: |status| format!("There is no data at this address (HTTP {status})."),
    fault_missing_next: "Check the link, or ask whoever shared it for a new one.",
    fault_busy: |status| format!("The server is busy and asks us to wait (HTTP {status})."),
    fault_busy_next: "Nothing to do: it will be tried again shortly.",
    fault_server: |status| format!("The data server failed (HTTP {status})."),
    fault_server_next: "It will be tried again. If it keeps failing, tell your data team.",
    fault_status: |status| format!("The server gave an unexpected answer (HTTP {status})."),
    fault_status_next: "Retry later. If it stays this way, tell your data team.",
    fault_timeout: |seconds| format!("The server did not answer within {seconds} s."),
    fault_timeout_next: "It will be tried again. You can also check your connection.",
    fault_offline: "You are offline.",
    fault_offline_next: "It will update by itself once you are online.",
    fault_unreachable: "The data server cannot be reached.",
    fault_unreachable_next: "Check your connection. It will be tried again.",
    fault_truncated: "Only part of the data arrived, so none of it was used.",
    fault_truncated_next: "It will be tried again. On an unsteady connection, try another one.",
    fault_too_large: |limit| {
        format!("The data is larger than the limit of {limit}, so the download was stopped.")
    },
    fault_too_large_next: "Ask your data team to publish it in parts.",
    fault_web_page: "A web page came back instead of data.",
    fault_web_page_next: "The address may be wrong, or you may need to sign in first.",
    fault_not_sales: "This is not a Sales JSON document.",
    fault_not_sales_next: "Choose another file or address.",
    fault_version: |found, supported| {
        format!("The data is in format version {found}; this page understands version {supported}.")
    },
    fault_version_next: "Reload the page to get its newest version.",
    fault_contract: |path, offset, expected| {
        format!("The data is wrong at {path} (byte {offset}): expected {expected}.")
    },
    fault_contract_next: "Send this place to your data team and retry once it is fixed.",
    fault_foreign: |origin| format!("For safety, data from {origin} was not read."),
    fault_foreign_next: "Only this site and the sites on its list may supply data.",
    fault_part: |part| format!("One part of the data failed its check and was left out: {part}."),
    fault_part_next: "Retry. If it fails again, tell your data team.",

    // Faults: what still works
    still_works: |age| {
        format!("The data loaded {age} is still here: search, filters and sorting all work.")
    },
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
    empty_window: |range| format!("There is no data for {range}"),
    empty_loosen: "Try loosening one of these:",
    loosen_search: |text| format!("Clear the search for “{text}”"),
    loosen_category: |name| format!("Any category (now “{name}”)"),
    loosen_partner: |name| format!("Any partner (now “{name}”)"),
    loosen_province: |name| format!("Any province (now “{name}”)"),
    loosen_status: |name| format!("Any status (now “{name}”)"),
    loosen_would_show: |n| format!("would show {n}"),
    clear_filters: "Clear all filters",

    // Programme head
    head_over: |goal| format!("Channels over {goal}"),
    head_over_of: |target| format!("of {target}"),
    head_crossed_week: |n| format!("+{n} in the last 7 days"),
    head_crossed_none: "None crossed in the last 7 days",
    head_partners: |done, target| format!("{done} of {target} partners over the line"),
    head_partners_no_target: |done| {
        format!(
            "{done} {} over the line",
            plural(done, "partner", "partners")
        )
    },
    head_days_left: |n| format!("{n} {} left in the fiscal year", plural(n, "day", "days")),
    head_year_over: "The fiscal year is over",
    head_no_goal: "This document sets no goal, so the board shows ranks only.",

    // Is it enough
    enough_ahead_of_path: |n| format!("{n} ahead of the target path"),
    enough_behind_path: |n| format!("{n} behind the target path"),
    enough_on_path: "right on the target path",
    enough_more_than_last_year: |n| format!("{n} more than on this day last year"),
    enough_fewer_than_last_year: |n| format!("{n} fewer than on this day last year"),
    enough_same_as_last_year: "as many as on this day last year",
    enough_no_last_year: "no figures for this day last year",
    enough_one: |clause| sentence(clause),
    enough_both: |first, second| sentence(&format!("{first}, {second}")),
    verdict_reached: "Target reached",
    verdict_on_course: "On course",
    verdict_behind: "Behind plan",

    // Burn-up chart
    burn_up_title: |goal| format!("Channels over {goal}, by day"),
    burn_up_this_year: "This year",
    burn_up_last_year: "Last year",
    burn_up_target: |target| format!("Target {target}"),
    burn_up_path: "Expected path",
    burn_up_path_note: "Last year’s rhythm, scaled to meet the target on the last day",
    burn_up_summary: |date, done, target| {
        format!(
            "On {date}, {done} {} over the line; the target is {target}.",
            plural(done, "channel was", "channels were"),
        )
    },
    burn_up_summary_last_year: |n| format!("On the same day last year it was {n}."),

    // Recently crossed, nearest to the line
    crossed_title: "Recently crossed",
    crossed_none: "No channel crossed in the last 7 days",
    crossed_on: |date| format!("crossed on {date}"),
    nearest: |n| format!("Nearest {n}"),
    nearest_note: "Channels not yet over the line, smallest gap first",
    nearest_first: "Nearest to the line",

    // Filters
    filters: "Filters",
    filter_remove: |name| format!("Remove filter: {name}"),
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
    shown_channels: |n| format!("{n} {}", plural(n, "channel", "channels")),
    shown_channels_of: |n, total| format!("{n} of {total} channels"),
    shown_partners: |n| format!("{n} {}", plural(n, "partner", "partners")),
    shown_partners_of: |n, total| format!("{n} of {total} partners"),
    shown_total: |amount| format!("{amount} in all"),

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
    window_outside: |range| format!("The data covers {range}"),
    as_of_past: |date| format!("The board as it stood on {date}"),
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
    col_gap: "To go",
    col_status: "Status",
    col_channels: "Channels",
    col_with_unit: |name, unit| format!("{name} ({unit})"),
    columns: "Columns",
    display: "Display",
    sort: "Sort by",
    sort_by: |column| format!("Sort by {column}"),
    sort_ascending: "ascending",
    sort_descending: "descending",
    bar_scale: |amount| format!("A full bar is {amount}"),

    // Status
    status_over: "Over the line",
    status_on_pace: "On pace",
    status_at_risk: "At risk",
    status_behind: "Behind",
    status_no_goal: "No goal",

    // Rank and its change
    rank_new: "new",
    rank_of: |rank, total| format!("{rank} of {total}"),
    rank_tie_rule: "Equal values share a rank and the next rank is skipped (1, 2, 2, 4); inside \
        a tie, rows stand in order of their IDs.",
    look_back: "Change against",
    look_back_previous: "Previous window",
    look_back_last_year: "Same days last year",
    look_back_range: |range| format!("Change against {range}"),

    // Progress and pace
    progress_of: |percent, goal| format!("{percent} of {goal}"),
    to_go: |amount| format!("{amount} to go"),
    pace_mode: "Plan",
    pace_seasonal: "Seasonal",
    pace_linear: "Linear",
    pace_seasonal_note: "Follows last year’s sales, with festivals aligned",
    pace_linear_note: "Assumes that every day sells the same, festivals included",

    // Detail of a channel
    detail: |name| format!("Details of {name}"),
    detail_close: "Close details",
    cumulative_title: |metric| format!("Cumulative {metric} against the goal"),
    daily_title: |metric| format!("Daily {metric}"),
    line_actual: "This year",
    line_goal: |goal| format!("Goal {goal}"),
    line_plan: "Plan",
    line_last_year: "Last year",
    expected_now: |amount| format!("{amount} expected by now"),
    ahead_by: |amount| format!("{amount} ahead of the plan"),
    behind_by: |amount| format!("{amount} behind the plan"),
    crossing_on: |date| format!("Over the line on {date}"),
    crossing_not_yet: "Not yet over the line",

    // What it takes
    takes_title: "What it takes",
    takes_per_day: |amount| format!("{amount} per ordinary day"),
    takes_festival: |name, amount| format!("{amount} over {name}"),
    takes_multiple: |ratio| format!("{ratio} the rate of the last 28 days"),
    takes_multiple_note: "Adjusted for festivals and season",
    takes_days_left: |n| format!("{n} {} left", plural(n, "day", "days")),
    takes_reached: "Over the line: all further sales come on top",
    takes_year_over: "The fiscal year ended short of the goal",
    takes_no_goal: "No goal set",

    // Rank and neighbours
    neighbours_title: "Rank and neighbours",

    // Where the plan comes from
    curve_line: |name, note| format!("Plan based on: {name}. {note}"),
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
    partner_over: |done, total| format!("{done} of {total} channels over the line"),
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
    chart_selected: |range, days| format!("{range}, {days} {}", plural(days, "day", "days")),
    chart_no_data: "No data for these days",
    chart_gap: "No data that day",
    cumulative_summary: |name, date, actual, percent, goal| {
        format!("By {date}, {name} had reached {actual}, {percent} of its goal of {goal}.")
    },
    cumulative_summary_no_goal: |name, date, actual| {
        format!("By {date}, {name} had reached {actual}; no goal is set.")
    },
    daily_summary: |name, range, average, best_day, best| {
        format!(
            "{name} averaged {average} a day over {range}; its best day was {best_day} with \
            {best}."
        )
    },

    // Data quality
    quality_title: "Data quality",
    quality_none: "No problems found",
    quality_count: |n| format!("{n} data {}", plural(n, "notice", "notices")),
    quality_gap_cells: |n| {
        format!(
            "{n} {} without data: not counted as zero, and left out of seasonal curves",
            plural(n, "day of a channel", "days of channels")
        )
    },
    quality_cleaned: |n| {
        format!(
            "{n} {} with invisible or control characters, removed",
            plural(n, "name", "names")
        )
    },
    quality_goals: |n| {
        format!(
            "{n} {} of zero or less, taken as no goal",
            plural(n, "goal", "goals")
        )
    },
    quality_changed: |n| {
        format!(
            "{n} {} changed partner, category or province; the last one counts",
            plural(n, "channel", "channels")
        )
    },
    quality_future: |n| {
        format!(
            "{n} {} after the as-of day ignored",
            plural(n, "day", "days")
        )
    },
    quality_duplicate_names: |n| {
        format!(
            "{n} {} a name with another: tell them apart by ID",
            plural(n, "channel shares", "channels share"),
        )
    },
    quality_events: |n| {
        format!(
            "{n} {} no match in last year",
            plural(n, "event has", "events have")
        )
    },
    quality_unknown: |n| format!("{n} unknown {} ignored", plural(n, "item", "items")),
    quality_at: |path, warning| format!("{path}: {warning}"),

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
    aria_board_caption: |metric, range| format!("Leaderboard by {metric}, {range}"),
    aria_detail: "Details",
    aria_row: |rank, name, value| format!("Rank {rank}, {name}, {value}"),
    aria_row_goal: |percent, status| format!("{percent} of goal, {status}"),
    aria_progress_loading: |percent| format!("{percent} loaded"),
    aria_theme_now: |theme| format!("Theme: {theme}"),
    aria_close: "Close",

    // Definitions
    def_title: "How the numbers are defined",
    def_day: "“Today” is the day the data ends on, whatever your clock says.",
    def_zone: |timezone| format!("Days are whole days in {timezone}."),
    def_year: |label, range| format!("{label}: {range}"),
    def_share: "Share = row ÷ total of the current filter",
    def_progress: |metric| format!("Progress = {metric}, year to date ÷ goal"),
    def_expected: "Expected by now = goal × the share of the year that the plan has due by today",
    def_pace: "Pace = actual ÷ expected by now; 1.00× is exactly on plan",
    def_status: "Over the line: year to date ≥ goal. On pace: pace ≥ 1. At risk: pace < 1, but the \
        chance of reaching the goal is 20% or more. Behind: the rest",
    def_crossing: "Crossing day = the first day on which the running total reaches the goal",
    def_change: "Change = ranks gained or lost against the other window; “new” where that window \
        has no data",
    def_trend: "Last 12 weeks: one point a week, up to the as-of day",
    def_partner_rank: "A partner’s figure is the sum over its channels",
};

/// A sentence from its clauses: capital letter first, full stop last.
fn sentence(clauses: &str) -> String {
    let mut sentence = format!("{clauses}.");
    // Clauses begin with a letter of English or with a figure.
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    sentence
}
