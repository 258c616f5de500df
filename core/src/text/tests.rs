//! The tables as they are read: that they stay in step, and that each is written as its language
//! is written.

use super::{EN, Lang, Texts, ZH};
use std::collections::BTreeSet;

/// The files of the parts of the page.
const SOURCES: [&str; 10] = [
    include_str!("page.rs"),
    include_str!("files.rs"),
    include_str!("faults.rs"),
    include_str!("programme.rs"),
    include_str!("board.rs"),
    include_str!("curve.rs"),
    include_str!("detail.rs"),
    include_str!("insights.rs"),
    include_str!("views.rs"),
    include_str!("what_if.rs"),
];

/// The part of a file that begins with the line that holds `start`, up to its closing brace.
fn block<'a>(source: &'a str, start: &str) -> Vec<&'a str> {
    let lines = source.lines().skip_while(|line| !line.contains(start));
    lines
        .skip(1)
        .take_while(|line| !line.starts_with('}'))
        .collect()
}

/// The headings and field names of a block, in the order in which they stand.
fn outline<'a>(source: &'a str, start: &str) -> Vec<&'a str> {
    let lines = block(source, start).into_iter();
    lines.filter_map(outline_entry).collect()
}

fn outline_entry(line: &str) -> Option<&str> {
    let entry = line
        .strip_prefix("    ")
        .filter(|entry| !entry.starts_with([' ', '}']))?;
    let entry = entry.strip_prefix("pub ").unwrap_or(entry);
    if entry.starts_with("// ") {
        Some(entry)
    } else {
        entry.split_once(':').map(|pair| pair.0)
    }
}

/// The text literals of all tables of a language, escapes and line continuations taken out.
fn literals(start: &str) -> Vec<String> {
    SOURCES
        .into_iter()
        .flat_map(|source| literals_of(source, start))
        .collect()
}

fn literals_of(source: &str, start: &str) -> Vec<String> {
    let joined = block(source, start).join("\n");
    let mut unfolded = String::new();
    for (part, text) in joined.split("\\\n").enumerate() {
        unfolded.push_str(if part == 0 { text } else { text.trim_start() });
    }
    unfolded
        .split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

fn is_chinese(letter: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&letter)
}

#[test]
fn struct_and_tables_stand_in_the_same_order() {
    for source in SOURCES {
        let expected = outline(source, "pub struct ");
        assert!(expected.len() > 10, "the outline was not found");
        assert_eq!(outline(source, "const EN"), expected);
        assert_eq!(outline(source, "const ZH"), expected);
    }
}

#[test]
fn names_are_unique_and_texts_are_not_empty() {
    let outlines = SOURCES.map(|source| outline(source, "pub struct "));
    let names = outlines.concat();
    assert!(names.len() > 300, "{}", names.len());
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    for text in [literals("const EN"), literals("const ZH")].concat() {
        assert!(!text.trim().is_empty(), "an empty text");
    }
}

#[test]
fn english_holds_no_chinese_and_no_typewriter_quotes() {
    for text in literals("const EN") {
        let chinese = text.chars().any(is_chinese) && text != "中文";
        assert!(
            !chinese && !text.contains(['\'', '，', '。', '：']),
            "{text}"
        );
        assert!(!text.contains("  ") && !text.contains("..."), "{text}");
    }
}

#[test]
fn chinese_is_set_as_chinese() {
    for text in literals("const ZH") {
        let letters: Vec<char> = text.chars().collect();
        for pair in letters.windows(2) {
            let half_width = is_chinese(pair[0]) && ",;:!?()'".contains(pair[1]);
            let glued = is_chinese(pair[0]) && pair[1].is_ascii_alphanumeric()
                || pair[0].is_ascii_alphanumeric() && is_chinese(pair[1]);
            assert!(!half_width && !glued, "{text}");
        }
        assert!(!text.contains("  ") && !text.contains("您你"), "{text}");
    }
}

#[test]
fn sentences_take_their_values() {
    let check = |text: String, expected: &str| assert_eq!(text, expected);
    check(ZH.programme.head_over[0].with(["1亿元"]), "已破亿的直播间");
    check(
        ZH.programme.head_over_own[1].with(["1亿元"]),
        "已达标的机构（1亿元或自定目标）",
    );
    check(
        ZH.programme.head_over[0].with(["5,000万元"]),
        "已破 5,000万元的直播间",
    );
    check(
        ZH.faults.still_works.with(["3 分钟前"]),
        "页面上仍是 3 分钟前载入的数据，搜索、筛选和排序都能用。",
    );
    check(
        ZH.page.stale.with(["刚刚"]),
        "未能更新，当前是刚刚载入的数据",
    );
    check(
        ZH.detail.takes_multiple.with(["1.30×", "28"]),
        "相当于近 28\u{a0}天日均水平的 1.30\u{a0}倍（已剔除大促和季节影响）",
    );
    let refunded = EN.views.immature_plain.with(["1 May", "−¥6.15K"]);
    check(
        refunded,
        "Refunds of 1 May have not settled: net sales stand at −\u{2060}¥6.15K and will fall",
    );
    check(EN.board.shown_channels.with(["1"]), "1 channel");
    check(EN.board.shown_channels.with(["2,400"]), "2,400 channels");
    let both = EN.programme.enough_both.with([
        "right on the target path",
        "as many as on this day last year",
    ]);
    check(
        both,
        "Right on the target path, as many as on this day last year.",
    );
    check(EN.programme.enough_one.with([""]), ".");
    let counted = |count, of: usize| ZH.programme.count_of[of].with([count]);
    let odds = ZH.programme.head_target_odds;
    check(
        odds.with([&counted("200", 1), "不到 1%"]),
        "达到 200\u{a0}家的概率不到 1%",
    );
    let lands = ZH.programme.head_others_landing_plain;
    check(lands.with([&counted("1,312", 0)]), "年末预计 1,312\u{a0}个");
}

#[test]
fn each_language_has_its_own_table() {
    for lang in Lang::ALL {
        assert_eq!(Texts::of(lang).lang, lang);
    }
}
