//! Every word that the page shows, in each of its languages.
//!
//! [`Texts`] is one struct with one value for each language, so a text that is missing in a
//! language does not compile. Fields are plain texts, or functions where a sentence takes values.
//! Values arrive formatted (see [`crate::format`]); what is plural in English is decided from the
//! formatted number. New texts go into the section they belong to, in the same order here and in
//! `text/zh.rs` and `text/en.rs`.

mod en;
mod zh;

pub use crate::model::Lang;
pub use en::EN;
pub use zh::ZH;

/// The words of one language.
#[allow(
    missing_docs,
    reason = "a field's name and its English text say what it is"
)]
#[derive(Debug)]
pub struct Texts {
    /// The language.
    pub lang: Lang,

    // The page
    pub app_name: &'static str,
    pub skip_to_board: &'static str,

    // Header
    pub as_of: fn(date: &str) -> String,
    pub checked_at: fn(time: &str) -> String,
    pub refresh: &'static str,
    pub refreshing: &'static str,
    pub stale: fn(age: &str) -> String,
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
    pub help: &'static str,
    pub more: &'static str,

    // Provenance
    pub synthetic: &'static str,
    pub synthetic_note: &'static str,
    pub source: fn(source: &str) -> String,
    pub licence: fn(licence: &str) -> String,

    // Opening a file
    pub open: &'static str,

    // Loading
    pub loading: &'static str,
    pub loading_bytes: fn(done: &str, total: &str) -> String,
    pub loading_unknown_size: fn(done: &str) -> String,
    pub loading_metric: fn(metric: &str) -> String,
    pub retrying_in: fn(seconds: &str) -> String,
    pub retrying_now: &'static str,

    // Faults: what happened, and the next step
    pub fault_title: &'static str,
    pub fault_refresh_title: &'static str,
    pub fault_denied: fn(status: &str) -> String,
    pub fault_denied_next: &'static str,
    pub fault_missing: fn(status: &str) -> String,
    pub fault_missing_next: &'static str,
    pub fault_busy: fn(status: &str) -> String,
    pub fault_busy_next: &'static str,
    pub fault_server: fn(status: &str) -> String,
    pub fault_server_next: &'static str,
    pub fault_status: fn(status: &str) -> String,
    pub fault_status_next: &'static str,
    pub fault_timeout: fn(seconds: &str) -> String,
    pub fault_timeout_next: &'static str,
    pub fault_offline: &'static str,
    pub fault_offline_next: &'static str,
    pub fault_unreachable: &'static str,
    pub fault_unreachable_next: &'static str,
    pub fault_truncated: &'static str,
    pub fault_truncated_next: &'static str,
    pub fault_too_large: fn(limit: &str) -> String,
    pub fault_too_large_next: &'static str,
    pub fault_web_page: &'static str,
    pub fault_web_page_next: &'static str,
    pub fault_not_sales: &'static str,
    pub fault_not_sales_next: &'static str,
    pub fault_version: fn(found: &str, supported: &str) -> String,
    pub fault_version_next: &'static str,
    pub fault_contract: fn(path: &str, offset: &str, expected: &str) -> String,
    pub fault_contract_next: &'static str,
    pub fault_foreign: fn(origin: &str) -> String,
    pub fault_foreign_next: &'static str,
    pub fault_part: fn(part: &str) -> String,
    pub fault_part_next: &'static str,

    // Faults: what still works
    pub still_works: fn(age: &str) -> String,
    pub still_works_part: &'static str,
    pub still_works_nothing: &'static str,

    // Faults: buttons
    pub retry: &'static str,
    pub reload: &'static str,
    pub back_to_sample: &'static str,
    pub details: &'static str,

    // Empty states
    pub empty_channels: &'static str,
    pub empty_partners: &'static str,
    pub empty_window: fn(range: &str) -> String,
    pub empty_loosen: &'static str,
    pub loosen_search: fn(text: &str) -> String,
    pub loosen_category: fn(name: &str) -> String,
    pub loosen_partner: fn(name: &str) -> String,
    pub loosen_province: fn(name: &str) -> String,
    pub loosen_status: fn(name: &str) -> String,
    pub loosen_would_show: fn(n: &str) -> String,
    pub clear_filters: &'static str,

    // Programme head
    pub head_over: fn(goal: &str) -> String,
    pub head_over_of: fn(target: &str) -> String,
    pub head_crossed_week: fn(n: &str) -> String,
    pub head_crossed_none: &'static str,
    pub head_partners: fn(done: &str, target: &str) -> String,
    pub head_partners_no_target: fn(done: &str) -> String,
    pub head_days_left: fn(n: &str) -> String,
    pub head_year_over: &'static str,
    pub head_no_goal: &'static str,

    // Is it enough
    pub enough_ahead_of_path: fn(n: &str) -> String,
    pub enough_behind_path: fn(n: &str) -> String,
    pub enough_on_path: &'static str,
    pub enough_more_than_last_year: fn(n: &str) -> String,
    pub enough_fewer_than_last_year: fn(n: &str) -> String,
    pub enough_same_as_last_year: &'static str,
    pub enough_no_last_year: &'static str,
    pub enough_one: fn(clause: &str) -> String,
    pub enough_both: fn(first: &str, second: &str) -> String,
    pub verdict_reached: &'static str,
    pub verdict_on_course: &'static str,
    pub verdict_behind: &'static str,

    // Burn-up chart
    pub burn_up_title: fn(goal: &str) -> String,
    pub burn_up_this_year: &'static str,
    pub burn_up_last_year: &'static str,
    pub burn_up_target: fn(target: &str) -> String,
    pub burn_up_path: &'static str,
    pub burn_up_path_note: &'static str,
    pub burn_up_summary: fn(date: &str, done: &str, target: &str) -> String,
    pub burn_up_summary_last_year: fn(n: &str) -> String,

    // Recently crossed, nearest to the line
    pub crossed_title: &'static str,
    pub crossed_none: &'static str,
    pub crossed_on: fn(date: &str) -> String,
    pub nearest: fn(n: &str) -> String,
    pub nearest_note: &'static str,
    pub nearest_first: &'static str,

    // Filters
    pub filters: &'static str,
    pub filter_remove: fn(name: &str) -> String,
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
    pub shown_channels: fn(n: &str) -> String,
    pub shown_channels_of: fn(n: &str, total: &str) -> String,
    pub shown_partners: fn(n: &str) -> String,
    pub shown_partners_of: fn(n: &str, total: &str) -> String,
    pub shown_total: fn(amount: &str) -> String,

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
    pub window_outside: fn(range: &str) -> String,
    pub as_of_past: fn(date: &str) -> String,
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
    pub col_change: &'static str,
    pub col_channel: &'static str,
    pub col_partner: &'static str,
    pub col_share: &'static str,
    pub col_trend: &'static str,
    pub col_progress: &'static str,
    pub col_pace: &'static str,
    pub col_gap: &'static str,
    pub col_status: &'static str,
    pub col_channels: &'static str,
    pub col_with_unit: fn(name: &str, unit: &str) -> String,
    pub columns: &'static str,
    pub display: &'static str,
    pub sort: &'static str,
    pub sort_by: fn(column: &str) -> String,
    pub sort_ascending: &'static str,
    pub sort_descending: &'static str,
    pub bar_scale: fn(amount: &str) -> String,

    // Status
    pub status_over: &'static str,
    pub status_on_pace: &'static str,
    pub status_at_risk: &'static str,
    pub status_behind: &'static str,
    pub status_no_goal: &'static str,

    // Rank and its change
    pub rank_new: &'static str,
    pub rank_of: fn(rank: &str, total: &str) -> String,
    pub rank_tie_rule: &'static str,
    pub look_back: &'static str,
    pub look_back_previous: &'static str,
    pub look_back_last_year: &'static str,
    pub look_back_range: fn(range: &str) -> String,

    // Progress and pace
    pub progress_of: fn(percent: &str, goal: &str) -> String,
    pub to_go: fn(amount: &str) -> String,
    pub pace_mode: &'static str,
    pub pace_seasonal: &'static str,
    pub pace_linear: &'static str,
    pub pace_seasonal_note: &'static str,
    pub pace_linear_note: &'static str,

    // Detail of a channel
    pub detail: fn(name: &str) -> String,
    pub detail_close: &'static str,
    pub cumulative_title: fn(metric: &str) -> String,
    pub daily_title: fn(metric: &str) -> String,
    pub line_actual: &'static str,
    pub line_goal: fn(goal: &str) -> String,
    pub line_plan: &'static str,
    pub line_last_year: &'static str,
    pub expected_now: fn(amount: &str) -> String,
    pub ahead_by: fn(amount: &str) -> String,
    pub behind_by: fn(amount: &str) -> String,
    pub crossing_on: fn(date: &str) -> String,
    pub crossing_not_yet: &'static str,

    // What it takes
    pub takes_title: &'static str,
    pub takes_per_day: fn(amount: &str) -> String,
    pub takes_festival: fn(name: &str, amount: &str) -> String,
    pub takes_multiple: fn(ratio: &str) -> String,
    pub takes_multiple_note: &'static str,
    pub takes_days_left: fn(n: &str) -> String,
    pub takes_reached: &'static str,
    pub takes_year_over: &'static str,
    pub takes_no_goal: &'static str,

    // Rank and neighbours
    pub neighbours_title: &'static str,

    // Where the plan comes from
    pub curve_line: fn(name: &str, note: &str) -> String,
    pub curve_own: &'static str,
    pub curve_category: &'static str,
    pub curve_programme: &'static str,
    pub curve_linear: &'static str,
    pub curve_own_note: &'static str,
    pub curve_category_note: &'static str,
    pub curve_programme_note: &'static str,
    pub curve_linear_note: &'static str,

    // Detail of a partner
    pub partner_over: fn(done: &str, total: &str) -> String,
    pub partner_only: &'static str,
    pub partner_open: &'static str,

    // Charts
    pub chart_show_table: &'static str,
    pub chart_hide_table: &'static str,
    pub chart_day: &'static str,
    pub chart_choice: &'static str,
    pub chart_cumulative: &'static str,
    pub chart_daily: &'static str,
    pub chart_keys: &'static str,
    pub chart_keys_select: &'static str,
    pub chart_selected: fn(range: &str, days: &str) -> String,
    pub chart_no_data: &'static str,
    pub chart_gap: &'static str,
    pub cumulative_summary:
        fn(name: &str, date: &str, actual: &str, percent: &str, goal: &str) -> String,
    pub cumulative_summary_no_goal: fn(name: &str, date: &str, actual: &str) -> String,
    pub daily_summary:
        fn(name: &str, range: &str, average: &str, best_day: &str, best: &str) -> String,

    // Data quality
    pub quality_title: &'static str,
    pub quality_none: &'static str,
    pub quality_count: fn(n: &str) -> String,
    pub quality_gap_cells: fn(n: &str) -> String,
    pub quality_cleaned: fn(n: &str) -> String,
    pub quality_goals: fn(n: &str) -> String,
    pub quality_changed: fn(n: &str) -> String,
    pub quality_future: fn(n: &str) -> String,
    pub quality_duplicate_names: fn(n: &str) -> String,
    pub quality_events: fn(n: &str) -> String,
    pub quality_unknown: fn(n: &str) -> String,
    pub quality_at: fn(path: &str, warning: &str) -> String,

    // Keyboard help
    pub help_title: &'static str,
    pub help_search: &'static str,
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
    pub aria_board_caption: fn(metric: &str, range: &str) -> String,
    pub aria_detail: &'static str,
    pub aria_row: fn(rank: &str, name: &str, value: &str) -> String,
    pub aria_row_goal: fn(percent: &str, status: &str) -> String,
    pub aria_progress_loading: fn(percent: &str) -> String,
    pub aria_theme_now: fn(theme: &str) -> String,
    pub aria_close: &'static str,

    // Definitions
    pub def_title: &'static str,
    pub def_day: &'static str,
    pub def_zone: fn(timezone: &str) -> String,
    pub def_year: fn(label: &str, range: &str) -> String,
    pub def_share: &'static str,
    pub def_progress: fn(metric: &str) -> String,
    pub def_expected: &'static str,
    pub def_pace: &'static str,
    pub def_status: &'static str,
    pub def_crossing: &'static str,
    pub def_change: &'static str,
    pub def_trend: &'static str,
    pub def_partner_rank: &'static str,
}

impl Texts {
    /// The words of `lang`.
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }
}

/// The form of an English noun or verb that goes with a formatted count.
fn plural<'a>(count: &str, one: &'a str, many: &'a str) -> &'a str {
    if count == "1" { one } else { many }
}

#[cfg(test)]
mod tests;
