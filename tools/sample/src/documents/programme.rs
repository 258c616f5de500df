//! The programme itself and what surrounds it: goals, festivals, history, support.

use std::ops::Range;

use time::Date;

use crate::{
    amounts::GOAL,
    calendar::{EVENTS, Event, date},
    json::{Lines, Object},
};

const TARGET_CHANNELS: i64 = 2000;
const TARGET_PARTNERS: i64 = 200;
/// Channels over the line at the end of the fiscal years before the sample's daily figures.
const EARLIER: [(&str, usize); 2] = [("2019-03-31", 152), ("2020-03-31", 437)];
/// Id, name, promised and spent so far, in yuan.
const FUNDS: [(&str, [&str; 2], i64, i64); 3] = [
    (
        "traffic",
        ["流量扶持", "Traffic support"],
        1_500_000_000,
        1_082_400_000,
    ),
    (
        "incentive",
        ["商家成长激励", "Growth incentives for merchants"],
        1_000_000_000,
        648_700_000,
    ),
    (
        "training",
        ["机构与主播培训", "Training of partners and hosts"],
        500_000_000,
        231_500_000,
    ),
];

/// The last second of a day in Shanghai.
pub fn end_of(day: Date) -> String {
    format!("{day}T23:59:59+08:00")
}

/// What the numbers mean: day, currency, goals.
pub fn declare(document: Object, as_of: &str) -> Object {
    let provenance = Object::flat()
        .with("source", "亿榜示例数据（合成数据，并非真实经营数据）")
        .with("synthetic", &true)
        .with("licence", "CC0-1.0");
    let dollar = Object::flat()
        .with("code", "USD")
        .with("per_unit", "6.4935")
        .with("date", "2021-04-28");
    let currency = Object::flat()
        .with("code", "CNY")
        .with("scale", &0_i64)
        .with("display", &vec![dollar]);
    let programme = Object::flat()
        .with("name", "亿元直播间扶持计划")
        .with("metric", "gmv")
        .with("channel_goal", &GOAL)
        .with("target_channels", &TARGET_CHANNELS)
        .with("partner_goal", &GOAL)
        .with("target_partners", &TARGET_PARTNERS);
    document
        .with("as_of", as_of)
        .with("provenance", &provenance)
        .with(
            "calendar",
            &Object::flat()
                .with("timezone", "Asia/Shanghai")
                .with("fiscal_year_start", "04-01"),
        )
        .with("currency", &currency)
        .with("programme", &programme)
}

/// What is known beside the sales; `over` counts the channels over the line at the end of last year.
pub fn circumstances(document: Object, over: usize) -> Object {
    document
        .with("events", &events())
        .with("programme_history", &history(over))
        .with("support", &support())
}

/// The festivals of both fiscal years, by date. Those after the last day of the data are known in advance.
pub fn events() -> Lines<Object> {
    let years = [2020, 2021].into_iter();
    let dated = years.flat_map(|year| {
        EVENTS
            .iter()
            .map(move |event| (event, event.span.days(year)))
    });
    let object = |(event, days): (&Event, Range<i32>)| {
        Object::flat()
            .with("kind", event.kind)
            .with("name", event.name)
            .with("alias", event.alias)
            .with("from", &date(days.start).to_string())
            .with("to", &date(days.end - 1).to_string())
    };
    Lines(dated.map(object).collect())
}

fn history(over: usize) -> Lines<Object> {
    let counts = EARLIER.into_iter().chain([("2021-03-31", over)]);
    Lines(
        counts
            .map(|(date, over)| {
                Object::flat()
                    .with("date", date)
                    .with("channels_over", &over)
            })
            .collect(),
    )
}

fn support() -> Lines<Object> {
    let fund = |(id, names, committed, spent): (&str, [&str; 2], i64, i64)| {
        item("fund", id, names)
            .with("committed", &committed)
            .with("spent", &spent)
    };
    let entry = item(
        "duration",
        "entry",
        ["商家入驻审核", "Merchant review time"],
    )
    .with("before_days", &7_i64)
    .with("now_days", &2_i64);
    let fee = item("rate", "fee", ["技术服务费率", "Service fee rate"])
        .with("before_bp", &500_i64)
        .with("now_bp", &300_i64);
    Lines(FUNDS.into_iter().map(fund).chain([entry, fee]).collect())
}

/// The start of an entry, with its name in Chinese and in English.
fn item(kind: &str, id: &str, [name, alias]: [&str; 2]) -> Object {
    Object::flat()
        .with("kind", kind)
        .with("id", id)
        .with("name", name)
        .with("alias", alias)
}
