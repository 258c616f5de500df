//! What is odd in a document but usable, in the reader's words.

use super::csv_place;
use crate::data::Document;
use paceboard_core::contract::{Warning, WarningKind};
use paceboard_core::format::{DateForm, format_count, format_date, localized};
use paceboard_core::model::{Block, Dataset, Metric};
use paceboard_core::text::Texts;

/// What is odd in `document`, a line each; its path in the document comes last, after a tab. First
/// comes how many `parts` a file has that it could not bring along.
pub fn warning_lines(document: Option<&Document>, parts: usize, texts: &Texts) -> Vec<String> {
    let left_out = || texts.files.file_parts.with([&format_count(parts as i64)]);
    let lines = |document: &Document| {
        let warnings = document.warnings.iter();
        let warnings = warnings.map(|warning| line(&document.dataset, warning, texts));
        (parts > 0)
            .then(left_out)
            .into_iter()
            .chain(warnings)
            .collect()
    };
    document.map(lines).unwrap_or_default()
}

fn line(dataset: &Dataset, warning: &Warning, texts: &Texts) -> String {
    let (count, place) = (format_count(warning.count as i64), &warning.place);
    let what = warning_words(warning.kind, &count, texts);
    let what = match whose(dataset, place, texts) {
        Some(whose) => texts.views.quality_at.with([&whose, &what]),
        None => what,
    };
    let place = csv_place(place, texts).unwrap_or_else(|| place.clone());
    format!("{what}\t{place}")
}

/// What a path such as `$.series.gmv[3][14]` is about: a channel, for a figure with its metric and
/// day, a partner, a category or an event. Before a path in a part stands the part's address.
fn whose(dataset: &Dataset, place: &str, texts: &Texts) -> Option<String> {
    let (href, path) = place.split_once(' ').unwrap_or(("", place));
    let (list, at) = path.strip_prefix("$.")?.split_once('[')?;
    let mut at = at
        .split(['[', ']'])
        .filter_map(|at| at.parse::<usize>().ok());
    let first = at.next()?;
    let (table, column) = list.split_once('.').unwrap_or((list, ""));
    let is_from = |block: &Block| dataset.part_of(block).map_or("", |part| &part.href) == href;
    let block = dataset.blocks.iter().find(|block| is_from(block));
    let (name, alias) = match table {
        "partners" => dataset.partners.get(first).map(|it| (&it.name, &it.alias)),
        "categories" => dataset
            .categories
            .get(first)
            .map(|it| (&it.name, &it.alias)),
        "events" => dataset.events.get(first).map(|it| (&it.name, &it.alias)),
        "channels" | "series" => {
            let channels = &dataset.channels;
            let channel = first + block.map_or(0, |block| block.channels.start as usize);
            channels.name.get(channel).zip(channels.alias.get(channel))
        }
        _ => None,
    }?;
    let name = localized(texts.lang, name, alias);
    if table != "series" {
        return Some(name.to_owned());
    }
    let day = format_date(
        block?.range.days().nth(at.next()?)?,
        DateForm::Full,
        texts.lang,
    );
    let metric = texts.metric(Metric::from_name(column)?);
    Some([name, metric, &day].join(" · "))
}

fn warning_words(kind: WarningKind, count: &str, texts: &Texts) -> String {
    let words = match kind {
        WarningKind::Gap => texts.views.quality_gap_cells,
        WarningKind::FutureDay => texts.views.quality_future,
        WarningKind::EventWithoutMatch => texts.views.quality_events,
        WarningKind::DuplicateName => texts.views.quality_duplicate_names,
        WarningKind::NameCleaned => texts.views.quality_cleaned,
        WarningKind::GoalNotPositive => texts.views.quality_goals,
        WarningKind::AttributeChanged => texts.views.quality_changed,
        _ => texts.views.quality_unknown,
    };
    words.with([count])
}

#[cfg(test)]
mod tests {
    use super::{csv_place, whose};
    use paceboard_core::contract::parse;
    use paceboard_core::model::{Block, Cells, DayRange, Metric, PartRef};
    use paceboard_core::text::{EN, ZH};
    use std::sync::Arc;

    const DOCUMENT: &str = r#"{
        "format": "channel-sales", "version": "1.0", "as_of": "2021-04-02T23:59:59+08:00",
        "provenance": {"source": "Test"},
        "calendar": {"timezone": "Asia/Shanghai", "fiscal_year_start": "04-01"},
        "currency": {"code": "CNY", "scale": 0},
        "programme": {"name": "Test", "metric": "net"},
        "partners": [{"id": "p1", "name": "北方传媒", "alias": "North"}],
        "channels": {"id": ["a", "b"], "name": ["甲店", "乙店"], "alias": ["Alpha", "Beta"]},
        "series": {"first_day": "2021-04-01", "days": 2, "net": [[7, null], [1, 2]]}
    }"#;

    #[test]
    fn a_path_is_told_by_the_names_of_what_it_is_about() {
        let dataset = parse(DOCUMENT.as_bytes()).unwrap().dataset;
        let check = |path, expected: Option<[&str; 2]>| {
            let told = [&ZH, &EN].map(|texts| whose(&dataset, path, texts));
            let expected = [0, 1].map(|at| expected.map(|words| words[at].to_owned()));
            assert_eq!(told, expected, "{path}");
        };
        let figure = [
            "甲店 · 净成交额 · 2021年4月2日",
            "Alpha · Net sales · 2 Apr 2021",
        ];
        check("$.series.net[0][1]", Some(figure));
        check("$.channels.goal[0]", Some(["甲店", "Alpha"]));
        check("$.partners[0].name", Some(["北方传媒", "North"]));
        for other in [
            "$.partners[1]",
            "$.programme.name",
            "$.daily.dau[0]",
            "line 3",
        ] {
            check(other, None);
        }
    }

    #[test]
    fn a_figure_in_a_part_is_told_by_the_parts_channels_and_days() {
        let mut dataset = parse(DOCUMENT.as_bytes()).unwrap().dataset;
        let first_day = dataset.blocks[0].range.from();
        let part = PartRef {
            range: DayRange::starting(first_day.plus(-2), 2),
            channels: 1..2,
            metrics: vec![Metric::Net],
            href: "earlier.json".to_owned(),
            bytes: 1,
            sha256: [7; 32],
        };
        dataset.insert(Arc::new(Block {
            range: part.range,
            channels: part.channels.clone(),
            metrics: vec![(
                Metric::Net,
                Cells {
                    values: vec![1, Cells::GAP],
                },
            )],
            part: Some(part.sha256),
        }));
        dataset.parts.push(part);
        let told = whose(&dataset, "earlier.json $.series.net[0][1]", &EN);
        assert_eq!(told.as_deref(), Some("Beta · Net sales · 31 Mar 2021"));
        let own = whose(&dataset, "$.series.net[0][1]", &EN);
        assert_eq!(own.as_deref(), Some("Alpha · Net sales · 2 Apr 2021"));
        assert_eq!(whose(&dataset, "other.json $.series.net[0][1]", &EN), None);
    }

    #[test]
    fn places_in_tables_are_told_in_words() {
        let told = csv_place("line 7, column gmv", &ZH);
        assert_eq!(told.as_deref(), Some("第 7\u{a0}行“gmv”列"));
        assert_eq!(csv_place("$.series.gmv[3]", &ZH), None);
    }
}
