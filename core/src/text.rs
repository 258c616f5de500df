//! Every word that the page shows, in each of its languages.
//!
//! [`Texts`] is one struct with one value for each language, so a text that is missing in a
//! language does not compile. Fields are plain texts, or [`Phrase`]s where a sentence takes values.
//! Values arrive formatted (see [`crate::format`]); what is plural in English is decided from the
//! formatted number. New texts go into the section they belong to, in the same order here and in
//! `text/zh.rs` and `text/en.rs`.

mod en;
mod phrase;
mod zh;

pub use crate::model::Lang;
pub use en::EN;
pub use phrase::Phrase;
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
    pub save_copy_note: Phrase<1>,
    pub save_copy_packing: &'static str,
    pub save_copy_failed: &'static str,
    pub save_print: &'static str,
    pub save_print_note: Phrase<1>,
    pub copy_saved: Phrase<1>,
    pub csv_note: &'static str,
    pub help: &'static str,
    pub more: &'static str,

    // Provenance
    pub synthetic: &'static str,
    pub synthetic_short: &'static str,
    pub synthetic_note: &'static str,
    pub source: Phrase<1>,
    pub licence: Phrase<1>,

    // Opening a file
    pub open: &'static str,
    pub open_note: &'static str,
    pub open_drop: &'static str,
    pub file_title: &'static str,
    pub file_private: &'static str,
    pub file_show: &'static str,
    pub file_other: &'static str,
    pub file_cancel: &'static str,
    pub file_refused: &'static str,
    pub file_kept: &'static str,
    pub file_fault_next: &'static str,
    pub file_unreadable: &'static str,
    pub file_unreadable_next: &'static str,
    pub file_workbook: &'static str,
    pub file_workbook_next: &'static str,
    pub file_wrong_lines: Phrase<1>,
    pub file_wrong_first: Phrase<1>,
    pub file_line: Phrase<1>,
    pub file_line_column: Phrase<2>, // line, column
    pub file_wrong_field: Phrase<1>,
    pub file_wrong_field_next: &'static str,
    pub file_size: Phrase<2>, // name, size
    pub file_days: &'static str,
    pub file_metrics: &'static str,
    pub file_programme: &'static str,
    pub file_form: &'static str,
    pub file_form_note: &'static str,
    pub file_year_start: &'static str,
    pub file_channel_goal: &'static str,
    pub file_target_channels: &'static str,
    pub file_partner_goal: &'static str,
    pub file_target_partners: &'static str,
    pub file_no_goal: &'static str,
    pub file_parts: Phrase<1>,
    pub file_shown: Phrase<1>,
    pub file_back: &'static str,

    // Loading
    pub loading: &'static str,
    pub loading_bytes: Phrase<2>, // done, total
    pub loading_unknown_size: Phrase<1>,
    pub loading_metric: Phrase<1>,
    pub retrying_in: Phrase<1>,
    pub retrying_now: &'static str,

    // Faults: what happened, and the next step
    pub fault_title: &'static str,
    pub fault_refresh_title: &'static str,
    pub fault_denied: Phrase<1>,
    pub fault_denied_next: &'static str,
    pub fault_missing: Phrase<1>,
    pub fault_missing_next: &'static str,
    pub fault_busy: Phrase<1>,
    pub fault_busy_next: &'static str,
    pub fault_server: Phrase<1>,
    pub fault_server_next: &'static str,
    pub fault_status: Phrase<1>,
    pub fault_status_next: &'static str,
    pub fault_timeout: Phrase<1>,
    pub fault_timeout_next: &'static str,
    pub fault_offline: &'static str,
    pub fault_offline_next: &'static str,
    pub fault_unreachable: &'static str,
    pub fault_unreachable_next: &'static str,
    pub fault_truncated: &'static str,
    pub fault_truncated_next: &'static str,
    pub fault_too_large: Phrase<1>,
    pub fault_too_large_next: &'static str,
    pub fault_web_page: &'static str,
    pub fault_web_page_next: &'static str,
    pub fault_not_sales: &'static str,
    pub fault_not_sales_next: &'static str,
    pub fault_version: Phrase<2>, // found, supported
    pub fault_version_next: &'static str,
    pub fault_contract: Phrase<3>, // path, offset, expected
    pub fault_contract_next: &'static str,
    pub fault_foreign: Phrase<1>,
    pub fault_foreign_next: &'static str,
    pub fault_part: Phrase<1>,
    pub fault_part_missing: Phrase<1>,
    pub fault_part_next: &'static str,
    pub fault_wrong_part: Phrase<1>,

    // Faults: what was expected in a document, after the names of the contract's errors
    pub expect_found: Phrase<2>,  // expected, found
    pub expect_quoted: Phrase<2>, // expected, found
    pub expect_bytes: Phrase<2>,  // limit, found
    pub expect_data: &'static str,
    pub expect_utf8: &'static str,
    pub expect_levels: Phrase<1>,
    pub expect_at_most: Phrase<2>, // limit, what
    pub expect_document: &'static str,
    pub expect_part: &'static str,
    pub expect_as_told: Phrase<3>, // what, expected, found
    pub expect_field: Phrase<1>,
    pub expect_key_once: Phrase<1>,
    pub expect_id_once: Phrase<1>,
    pub expect_rows: &'static str,
    pub expect_row_once: Phrase<2>, // channel, day
    pub expect_whole: Phrase<1>,
    pub expect_range: Phrase<3>,    // min, max, found
    pub expect_position: Phrase<3>, // count, of, found
    pub expect_sums: Phrase<1>,
    pub expect_length: Phrase<2>,     // expected, found
    pub expect_characters: Phrase<3>, // min, max, found
    pub expect_shape: &'static str,
    pub found_end: &'static str,
    pub found_byte: Phrase<1>,
    pub json_types: [&'static str; 6],
    pub json_tokens: [&'static str; 14],
    pub counted: [&'static str; 6],
    pub part_fields: [&'static str; 4],
    pub text_forms: [&'static str; 14],

    // Faults: what still works
    pub still_works: Phrase<1>,
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
    pub empty_window: Phrase<1>,
    pub empty_loosen: &'static str,
    pub loosen_search: Phrase<1>,
    pub loosen_category: Phrase<1>,
    pub loosen_partner: Phrase<1>,
    pub loosen_province: Phrase<1>,
    pub loosen_status: Phrase<1>,
    pub loosen_progress: Phrase<1>,
    pub loosen_would_show: Phrase<1>,
    pub clear_filters: &'static str,

    // Programme head
    pub head_over: Phrase<1>,
    pub head_over_of: Phrase<1>,
    pub head_crossed_week: Phrase<1>,
    pub head_crossed_none: &'static str,
    pub head_slipped_week: Phrase<1>,
    pub head_total: Phrase<1>,
    pub head_needed_week: Phrase<1>,
    pub head_partners: Phrase<2>, // done, target
    pub head_partners_no_target: Phrase<1>,
    pub head_partners_landing: Phrase<3>,
    pub head_partners_landing_plain: Phrase<1>,
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
    pub verdict_reached: &'static str,

    // Burn-up chart
    pub burn_up_title: Phrase<1>,
    pub burn_up_this_year: &'static str,
    pub burn_up_last_year: &'static str,
    pub burn_up_target: Phrase<1>,
    pub burn_up_path: &'static str,
    pub burn_up_path_note: &'static str,
    pub burn_up_summary: Phrase<3>, // date, done, target
    pub burn_up_summary_last_year: Phrase<1>,

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
    pub head_target_odds: Phrase<2>,
    pub verdict_uncertain: &'static str,
    pub verdict_likely: &'static str,
    pub verdict_unlikely: &'static str,
    pub burn_up_projected: &'static str,
    pub band_80: &'static str,
    pub line_projected: &'static str,
    pub year_end: Phrase<1>,
    pub year_end_band: Phrase<2>,
    pub reach_odds: Phrase<1>,
    pub crossing_projected: Phrase<1>,
    pub crossing_not_this_year: &'static str,
    pub basis_tested: &'static str,
    pub basis_same_year: &'static str,
    pub basis_awaited: &'static str,
    pub basis_nothing: &'static str,
    pub basis_too_few: &'static str,
    pub basis_too_few_partners: &'static str,

    // What was foretold, and what came
    pub line_later: &'static str,
    pub forecast_then: Phrase<2>,
    pub came_so_far: Phrase<2>,
    pub came_ended: Phrase<1>,

    // What if
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

    // Recently crossed, nearest to the line
    pub crossed_title: &'static str,
    pub crossed_none: &'static str,
    pub crossed_on: Phrase<1>,
    pub feed_choice: &'static str,
    pub expected_title: &'static str,
    pub expected_none: &'static str,
    pub slipped_title: &'static str,
    pub slipped_none: &'static str,
    pub falling_title: &'static str,
    pub falling_none: &'static str,
    pub improved_title: &'static str,
    pub fastest_title: &'static str,
    pub improved_none: &'static str,
    pub improved_unknown: &'static str,
    pub feed_more: Phrase<1>,
    pub improved_against: Phrase<2>,
    pub feed_nearest: &'static str,
    pub nearest_note: &'static str,
    pub nearest_first: &'static str,

    // Filters
    pub filters: &'static str,
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
    pub columns: &'static str,
    pub display: &'static str,
    pub sort: &'static str,
    pub sort_by: Phrase<1>,
    pub sort_ascending: &'static str,
    pub sort_descending: &'static str,
    pub bar_scale: Phrase<1>,

    // Status
    pub status_over: &'static str,
    pub status_on_pace: &'static str,
    pub status_at_risk: &'static str,
    pub status_behind: &'static str,
    pub status_no_goal: &'static str,

    // Rank and its change
    pub rank_new: &'static str,
    pub rank_of: Phrase<2>, // rank, total
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

    // Detail of a channel
    pub detail: Phrase<1>,
    pub detail_close: &'static str,
    pub cumulative_title: Phrase<1>,
    pub daily_title: Phrase<1>,
    pub line_actual: &'static str,
    pub line_goal: Phrase<1>,
    pub line_plan: &'static str,
    pub line_last_year: &'static str,
    pub expected_now: Phrase<1>,
    pub ahead_by: Phrase<1>,
    pub behind_by: Phrase<1>,
    pub crossing_on: Phrase<1>,
    pub crossing_not_yet: &'static str,

    // What it takes
    pub takes_title: &'static str,
    pub takes_per_day: Phrase<1>,
    pub takes_festival: Phrase<2>, // name, amount
    pub takes_multiple: Phrase<1>,
    pub takes_days_left: Phrase<1>,
    pub takes_reached: &'static str,
    pub takes_year_over: &'static str,
    pub takes_no_goal: &'static str,

    // Rank and neighbours
    pub neighbours_title: &'static str,
    pub peers: Phrase<1>,
    pub peers_category: Phrase<4>,
    pub overtaken_days: Phrase<3>,
    pub ranks_title: &'static str,
    pub ranks_summary: Phrase<4>,
    pub ranks_note: &'static str,
    pub ranks_slot: &'static str,

    // Why the rank moved, and the year
    pub moved_title: &'static str,
    pub moved_unknown: &'static str,
    pub moved_other_board: &'static str,
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
    pub heat_key: &'static str,
    pub festivals_title: &'static str,
    pub festival_share: Phrase<4>,

    // Where the plan comes from
    pub curve_line: Phrase<2>, // name, note
    pub curve_own: &'static str,
    pub curve_category: &'static str,
    pub curve_programme: &'static str,
    pub curve_linear: &'static str,
    pub curve_own_note: &'static str,
    pub curve_category_note: &'static str,
    pub curve_programme_note: &'static str,
    pub curve_linear_note: &'static str,

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

    // Below the board
    pub insights: &'static str,
    pub distribution_title: &'static str,
    pub distribution_note: &'static str,
    pub distribution_summary: Phrase<4>,
    pub distribution_without: Phrase<1>,
    pub distribution_none: &'static str,
    pub trust_title: &'static str,
    pub trust_note: &'static str,
    pub trust_unknown: &'static str,
    pub trust_awaited: &'static str,
    pub trust_too_few: &'static str,
    pub trust_given: &'static str,
    pub trust_rows: &'static str,
    pub trust_mean: &'static str,
    pub trust_came: &'static str,
    pub trust_same_year: &'static str,
    pub concentration_title: &'static str,
    pub concentration_note: &'static str,
    pub concentration_none: &'static str,
    pub concentration_top: Phrase<1>,
    pub concentration_gini: &'static str,
    pub concentration_effective: &'static str,
    pub audience_title: &'static str,
    pub audience_month: &'static str,
    pub audience_dau: &'static str,
    pub audience_growth: &'static str,
    pub audience_stickiness: &'static str,
    pub support_what: &'static str,
    pub support_before: &'static str,
    pub support_now: &'static str,
    pub support_days: Phrase<1>,
    pub support_committed: Phrase<1>,
    pub support_spent: Phrase<2>,
    pub concentration_of: &'static str,
    pub concentration_hhi: &'static str,
    pub lorenz_title: &'static str,
    pub lorenz_summary: Phrase<3>, // share of the smallest half, of the largest tenth, Gini
    pub lorenz_slot: &'static str,
    pub lorenz_sales: &'static str,
    pub lorenz_equal: &'static str,

    // Comparing rows
    pub compare: &'static str,
    pub compare_channels: &'static str,
    pub compare_partners: &'static str,
    pub compare_open: Phrase<1>,
    pub compare_room: Phrase<2>,
    pub compare_add: &'static str,
    pub compare_remove: Phrase<1>,
    pub compare_clear: &'static str,
    pub compare_none: &'static str,
    pub compare_how: &'static str,
    pub compare_indexed: &'static str,
    pub compare_title_cumulative: Phrase<1>,
    pub compare_title_indexed: &'static str,
    pub compare_title_daily: Phrase<1>,
    pub compare_note_daily: &'static str,
    pub compare_no_goal: Phrase<1>,
    pub compare_summary: Phrase<2>,
    pub compare_facts: &'static str,
    pub compare_landing: &'static str,
    pub help_compare: &'static str,

    // The race of ranks
    pub race: &'static str,
    pub race_title: Phrase<1>,
    pub race_day: &'static str,
    pub race_speed: Phrase<1>,
    pub race_again: &'static str,
    pub race_none: &'static str,
    pub race_summary: Phrase<2>,
    pub help_race: &'static str,

    // On a wall
    pub wall: &'static str,
    pub wall_board: Phrase<3>,
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
    pub quality_at: Phrase<2>, // path, warning
    pub quality_levels: Phrase<1>,
    pub quality_immature: Phrase<1>,
    pub immature_band: &'static str,
    pub immature: Phrase<3>,
    pub immature_plain: Phrase<2>,

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
    pub aria_board_caption: Phrase<2>, // metric, range
    pub print_rows: Phrase<2>,         // n, total
    pub aria_detail: &'static str,
    pub aria_row: Phrase<3>,      // rank, name, value
    pub aria_row_goal: Phrase<2>, // percent, status
    pub aria_progress_loading: Phrase<1>,
    pub aria_theme_now: Phrase<1>,
    pub aria_close: &'static str,

    // Cards on pages of others
    pub widget_unknown: &'static str,
    pub widget_of_all: Phrase<1>,
    pub widget_pace: Phrase<1>,
    pub widget_odds: Phrase<1>,
    pub widget_year_end: Phrase<1>,
    pub widget_year_end_band: Phrase<3>,
    pub widget_first: &'static str,
    pub widget_next: Phrase<1>,
    pub widget_next_days: Phrase<1>,
    pub widget_next_never: &'static str,

    // Definitions
    pub def_title: &'static str,
    pub def_day: &'static str,
    pub def_zone: Phrase<1>,
    pub def_year: Phrase<2>, // label, range
    pub def_share: &'static str,
    pub def_progress: Phrase<1>,
    pub def_expected: &'static str,
    pub def_pace: &'static str,
    pub def_reach: &'static str,
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

#[cfg(test)]
mod tests;
