//! Every word of the portal's own pages, in Chinese and in English.

use crate::cookies;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;

/// A language of the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// Chinese.
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Its name in addresses and cookies.
    pub fn name(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }

    /// The language of that name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Zh, Self::En]
            .into_iter()
            .find(|lang| lang.name() == name)
    }

    /// The one that was chosen; else the browser's first, Chinese where it has none.
    pub fn of(headers: &HeaderMap) -> Self {
        let chosen = cookies::value(headers, cookies::LANGUAGE).and_then(Self::named);
        let accepted = headers
            .get(ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok());
        chosen.unwrap_or(match accepted {
            Some(text) if !text.trim_start().starts_with("zh") => Self::En,
            _ => Self::Zh,
        })
    }
}

/// The name of each place in the pages' templates, and what stands there.
pub const WORDS: [(&str, &str, &str); 33] = [
    ("locale", "zh-CN", "en"),
    ("other_language", "en", "zh"),
    ("other_language_tag", "en", "zh-CN"),
    ("other_language_name", "English", "中文"),
    ("brand", "云播商家中心", "Yunbo Merchant Centre"),
    ("skip", "跳到正文", "Skip to content"),
    ("navigation", "主导航", "Main navigation"),
    ("nav_overview", "经营概览", "Overview"),
    ("nav_programme", "扶持计划", "Programme"),
    ("nav_ranking", "排行榜", "Leaderboard"),
    ("nav_board", "完整榜单", "Full board"),
    ("nav_notices", "平台公告", "Notices"),
    ("channel", "直播间", "Channel"),
    ("theme", "外观", "Appearance"),
    ("theme_auto", "跟随系统", "System"),
    ("theme_light", "浅色", "Light"),
    ("theme_dark", "深色", "Dark"),
    ("log_out", "退出登录", "Log out"),
    ("heading", "经营概览", "Overview"),
    (
        "privacy",
        "仅本店可见；其他直播间匿名，以本财年累计名次代称",
        "Visible to you alone; other channels go by their rank in the year to date",
    ),
    ("loading", "榜单加载中……", "Loading the board…"),
    (
        "not_loaded",
        "榜单组件未能加载，其余功能不受影响。请稍后刷新页面。",
        "The board could not be loaded. Everything else works; please reload later.",
    ),
    (
        "signed_out",
        "登录已失效，榜单不再更新。",
        "Your login has ended; the board is no longer updated.",
    ),
    ("log_in_again", "重新登录", "Log in again"),
    ("board_heading", "完整榜单", "Full board"),
    ("notices_heading", "平台公告", "Notices"),
    (
        "notice_1",
        "年货节招商报名 1 月 4 日截止，请在开播前完成货品报备。",
        "Applications for the New Year Goods Festival close on 4 January; register goods before you go live.",
    ),
    (
        "notice_2",
        "元旦假期提现顺延至 1 月 4 日到账，不影响结算周期。",
        "Withdrawals over the New Year holiday arrive on 4 January; settlement periods are unchanged.",
    ),
    (
        "notice_3",
        "扶持计划技术服务费优惠持续至 3 月 31 日，无需重复申请。",
        "The programme's lower service fee runs until 31 March; there is no need to apply again.",
    ),
    (
        "synthetic",
        "演示站点，所有数据均为合成数据，不代表任何真实商家。",
        "A demonstration: all data are synthetic and stand for no real merchant.",
    ),
    (
        "log_in_heading",
        "登录商家中心",
        "Log in to the Merchant Centre",
    ),
    (
        "log_in_text",
        "演示账号无需密码，选择一家商家进入。",
        "Demonstration accounts need no password. Choose a merchant.",
    ),
    ("log_in_as", "进入", "Log in"),
];

/// What stands at a place in this language.
pub fn word(lang: Lang, place: &str) -> Option<&'static str> {
    let (_, zh, en) = WORDS.iter().find(|(name, ..)| *name == place)?;
    Some(match lang {
        Lang::Zh => zh,
        Lang::En => en,
    })
}
