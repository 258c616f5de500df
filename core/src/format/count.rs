//! Counts, percents, ratios, ranks and sizes.

use super::digits;
use crate::model::{Lang, Share};

/// A count in full: `12,345`, `−3`.
pub fn format_count(count: i64) -> String {
    let size = u128::from(count.unsigned_abs());
    digits::signed(count < 0, size, digits::grouped(size))
}

/// A share as a percentage with one decimal: `87.4%`, `104.0%`. What is not nothing never reads as
/// `0.0%` but as `<0.1%`, and what is not yet all never as `100.0%` but as `>99.9%`.
pub fn format_share(share: Share) -> String {
    match share.tenths_of_percent() {
        0 if share.is_between() => "<0.1%".to_owned(),
        1_000 if share.is_between() => ">99.9%".to_owned(),
        tenths => tenths_of_percent(tenths),
    }
}

/// Basis points as a whole percentage, for axes and bars: `87%`.
pub fn format_percent_round(basis_points: i64) -> String {
    let units = u128::from(basis_points.unsigned_abs() + 50) / 100;
    digits::signed(
        basis_points < 0,
        units,
        format!("{}%", digits::grouped(units)),
    )
}

/// A probability in basis points as a whole percentage: `73%`; never `0%` or `100%` for what is not
/// certain.
pub fn format_probability(basis_points: u16) -> String {
    match basis_points {
        1..=99 => "<1%".to_owned(),
        9_901..=9_999 => ">99%".to_owned(),
        certain_or_between => format_percent_round(i64::from(certain_or_between)),
    }
}

/// The same within a sentence: `不到 1%`, where signs would read as a slip.
pub fn format_probability_in_words(basis_points: u16, lang: Lang) -> String {
    let text = format_probability(basis_points);
    match (lang, text.as_str()) {
        (Lang::Zh, "<1%") => "不到 1%".to_owned(),
        (Lang::Zh, ">99%") => "超过 99%".to_owned(),
        _ => text,
    }
}

/// A relative change with its sign: `+3.2%`, `−0.5%`, `0.0%`.
pub fn format_signed_share(change: Share) -> String {
    let tenths = change.tenths_of_percent();
    let text = tenths_of_percent(tenths);
    if tenths > 0 { format!("+{text}") } else { text }
}

/// A ratio in basis points with two decimals, from a hundred on with none: `1.08×`, `405×`. What is
/// less than one never reads as `1.00×`, and the most that 32 bits hold stands for more.
pub fn format_ratio(basis_points: i64) -> String {
    let size = u128::from(basis_points.unsigned_abs());
    let hundredths = match size {
        9_950..=9_999 => 99,
        _ => (size + 50) / 100,
    };
    let text = if hundredths < 10_000 {
        digits::fixed(hundredths, 2)
    } else {
        digits::grouped((size + 5_000) / 10_000)
    };
    let more = if basis_points == i64::from(i32::MAX) {
        ">"
    } else {
        ""
    };
    digits::signed(basis_points < 0, hundredths, format!("{more}{text}×"))
}

/// A rank: `第 12 名`, `#12`.
pub fn format_rank(rank: u32, lang: Lang) -> String {
    let number = digits::grouped(rank.into());
    match lang {
        Lang::Zh => format!("第 {number} 名"),
        Lang::En => format!("#{number}"),
    }
}

/// A size in bytes: `812 B`, `35 KB`, `4.5 MB`.
pub fn format_bytes(bytes: u64) -> String {
    const KILO: u64 = 1_000;
    const MEGA: u64 = 1_000_000;
    if bytes < KILO {
        format!("{bytes} B")
    } else if bytes < MEGA - KILO / 2 {
        format!("{} KB", bytes.saturating_add(KILO / 2) / KILO)
    } else {
        format!(
            "{} MB",
            digits::fixed((bytes.saturating_add(MEGA / 20) / (MEGA / 10)).into(), 1)
        )
    }
}

fn tenths_of_percent(tenths: i64) -> String {
    let size = u128::from(tenths.unsigned_abs());
    digits::signed(tenths < 0, size, format!("{}%", digits::fixed(size, 1)))
}

#[cfg(test)]
mod tests {
    use super::{
        Lang, Share, format_bytes, format_count, format_percent_round, format_probability_in_words,
        format_rank, format_ratio, format_share, format_signed_share,
    };

    fn check(text: &str, expected: &str) {
        assert_eq!(text, expected);
    }

    #[test]
    fn counts_and_changes() {
        check(&format_count(1_234_567), "1,234,567");
        check(&format_count(i64::MIN), "−9,223,372,036,854,775,808");
        check(&format_rank(1_312, Lang::Zh), "第 1,312 名");
        check(&format_rank(12, Lang::En), "#12");
    }

    #[test]
    fn percents_never_claim_nothing_or_all_too_early() {
        let share = |part| format_share(Share::of(part, 1_000_000).unwrap());
        for (part, expected) in [
            (0, "0.0%"),
            (1, "<0.1%"),
            (20, "<0.1%"),
            (500, "0.1%"),
            (874_499, "87.4%"),
            (874_500, "87.5%"),
            (999_500, ">99.9%"),
            (1_000_000, "100.0%"),
            (1_000_499, "100.0%"),
            (1_956_493, "195.6%"),
            (123_456_700, "12,345.7%"),
            (-400, "0.0%"),
            (-32_500, "−3.2%"),
        ] {
            check(&share(part), expected);
        }
        check(&format_percent_round(8_750), "88%");
        let change = |bp| format_signed_share(Share::from_basis_points(bp));
        check(&change(320), "+3.2%");
        check(&change(-50), "−0.5%");
        check(&change(4), "0.0%");
    }

    #[test]
    fn probabilities_at_the_ends_are_said_in_words() {
        let say = |bp| Lang::ALL.map(|lang| format_probability_in_words(bp, lang));
        assert_eq!(say(40), ["不到 1%", "<1%"]);
        assert_eq!(say(9_950), ["超过 99%", ">99%"]);
        assert_eq!(say(7_300), ["73%", "73%"]);
    }

    #[test]
    fn ratios() {
        check(&format_ratio(10_800), "1.08×");
        check(&format_ratio(10_850), "1.09×");
        check(&format_ratio(0), "0.00×");
        check(&format_ratio(9_949), "0.99×");
        check(&format_ratio(9_999), "0.99×");
        check(&format_ratio(10_000), "1.00×");
        check(&format_ratio(999_949), "99.99×");
        check(&format_ratio(999_950), "100×");
        check(&format_ratio(4_051_700), "405×");
        check(&format_ratio(i64::from(i32::MAX) - 1), "214,748×");
        check(&format_ratio(i64::from(i32::MAX)), ">214,748×");
        check(&format_ratio(-9_999), "−0.99×");
    }

    #[test]
    fn sizes() {
        check(&format_bytes(812), "812 B");
        check(&format_bytes(35_400), "35 KB");
        check(&format_bytes(999_600), "1.0 MB");
        check(&format_bytes(4_512_345), "4.5 MB");
        check(&format_bytes(u64::MAX), "18,446,744,073,709.5 MB");
    }
}
