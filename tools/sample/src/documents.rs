//! The documents of the sample, in the format that `docs/sales-json.md` describes.

mod programme;

use std::{fmt::Write, ops::Range};

use sha2::{Digest, Sha256};

use crate::{
    File,
    amounts::{Days, GOAL},
    audience::Audience,
    calendar::{AS_OF, AUDIENCE_START, LAST_YEAR, TO_DATE, YEAR_END, date},
    categories::{CATEGORIES, Category},
    json::{Lines, Object, document},
    metrics::{self, Metrics},
    roster::{Channel, Partner, Roster},
    tables::{Curves, Totals},
};

const FORMAT: &str = "channel-sales";
const VERSION: &str = "1.1";
const MAIN_NAME: &str = "sample.sales.json";
/// Digits of the content hash in a part's name.
const NAME_DIGITS: usize = 16;

/// A part and what the main document tells of it.
struct Part {
    file: File,
    reference: Object,
}

/// The parts and, after them, the main document that refers to them.
pub fn files(roster: &Roster, sales: &[Days]) -> Vec<File> {
    let parts = parts(roster, sales);
    let (mut files, references): (Vec<File>, Vec<Object>) = parts
        .into_iter()
        .map(|part| (part.file, part.reference))
        .unzip();
    files.push(main_document(roster, sales, references));
    files
}

/// Both fiscal years to their end in one document: what the recipe goes on to after the sample's last day.
pub fn to_the_end(roster: &Roster, sales: &[Days]) -> Vec<u8> {
    let text = Object::tall()
        .with("format", FORMAT)
        .with("version", VERSION);
    let text = programme::declare(text, &programme::end_of(date(YEAR_END - 1)))
        .with("categories", &categories())
        .with("partners", &partners(&roster.partners))
        .with("channels", &channels(&roster.channels))
        .with("events", &programme::events())
        .with("series", &series("gmv", &(0..YEAR_END), sales.iter()));
    document(&text)
}

/// Whether a file name is one that a part gets: `sample.<year>.<metric>.<hash>.json`.
pub fn is_part_name(name: &str) -> bool {
    let words: Vec<&str> = name.split('.').collect();
    matches!(words[..], ["sample", year, _, hash, "json"]
        if year.len() == 4 && hash.len() == NAME_DIGITS && hash.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

/// A part each: last year first, because pace needs it.
fn parts(roster: &Roster, sales: &[Days]) -> Vec<Part> {
    let metrics: Vec<Metrics> = roster
        .channels
        .iter()
        .zip(sales)
        .enumerate()
        .map(|(index, (channel, days))| metrics::draw(index, channel, days))
        .collect();
    let column = |figure: fn(&Metrics) -> &Days| metrics.iter().map(figure);
    vec![
        part("gmv", &LAST_YEAR, sales.iter()),
        part("net", &TO_DATE, column(|metrics| &metrics.net)),
        part("orders", &TO_DATE, column(|metrics| &metrics.orders)),
        part("viewers", &TO_DATE, column(|metrics| &metrics.viewers)),
        part("minutes", &TO_DATE, column(|metrics| &metrics.minutes)),
        part("net", &LAST_YEAR, column(|metrics| &metrics.net)),
    ]
}

fn part<'a>(
    metric: &str,
    range: &Range<i32>,
    rows: impl ExactSizeIterator<Item = &'a Days>,
) -> Part {
    let channels = [0, rows.len()];
    let text = Object::tall()
        .with("format", FORMAT)
        .with("version", VERSION)
        .with("part", &true)
        .with("channels", &channels[..])
        .with("series", &series(metric, range, rows));
    let bytes = document(&text);
    let hash = sha256(&bytes);
    let name = format!(
        "sample.{}.{metric}.{}.json",
        date(range.start).year(),
        &hash[..NAME_DIGITS]
    );
    let reference = Object::flat()
        .with("first_day", &date(range.start).to_string())
        .with("days", &range.len())
        .with("channels", &channels[..])
        .with("metrics", &[metric][..])
        .with("href", &name)
        .with("bytes", &bytes.len())
        .with("sha256", &hash);
    Part {
        file: File { name, bytes },
        reference,
    }
}

/// A block of channels × days.
fn series<'a>(metric: &str, range: &Range<i32>, rows: impl Iterator<Item = &'a Days>) -> Object {
    let cut = |days: &'a Days| &days[range.start as usize..range.end as usize];
    Object::tall()
        .with("first_day", &date(range.start).to_string())
        .with("days", &range.len())
        .with(metric, &Lines(rows.map(cut).collect()))
}

/// The small tables stand before the series, so that a reader has them early.
fn main_document(roster: &Roster, sales: &[Days], parts: Vec<Object>) -> File {
    let totals = Totals::of(sales);
    let over = totals
        .last_year
        .iter()
        .flatten()
        .filter(|total| **total >= GOAL)
        .count();
    let text = Object::tall()
        .with("format", FORMAT)
        .with("version", VERSION);
    let text = programme::declare(text, &programme::end_of(date(AS_OF)))
        .with("categories", &categories())
        .with("partners", &partners(&roster.partners))
        .with("channels", &channels(&roster.channels))
        .with("totals", &sums(&totals))
        .with("curves", &curves(&Curves::of(&roster.channels, sales)))
        .with("daily", &daily(&Audience::draw()));
    let text = programme::circumstances(text, over)
        .with("parts", &Lines(parts))
        .with("series", &series("gmv", &TO_DATE, sales.iter()));
    File {
        name: MAIN_NAME.to_owned(),
        bytes: document(&text),
    }
}

fn categories() -> Lines<Object> {
    let category = |of: &Category| {
        Object::flat()
            .with("id", of.id)
            .with("name", of.name)
            .with("alias", of.alias)
    };
    Lines(CATEGORIES.iter().map(category).collect())
}

fn partners(partners: &[Partner]) -> Lines<Object> {
    let partner = |(index, of): (usize, &Partner)| {
        Object::flat()
            .with("id", &format!("p{:03}", index + 1))
            .with("name", &of.name.text)
            .with("alias", &of.name.alias)
            .with_some("goal", of.goal.as_ref())
    };
    Lines(partners.iter().enumerate().map(partner).collect())
}

/// Columns of equal length.
fn channels(channels: &[Channel]) -> Object {
    let texts = |text: fn(&Channel) -> &str| channels.iter().map(text).collect::<Vec<&str>>();
    let ids: Vec<String> = (1..=channels.len())
        .map(|number| format!("c{number:04}"))
        .collect();
    let started: Vec<String> = channels
        .iter()
        .map(|channel| date(channel.started).to_string())
        .collect();
    Object::tall()
        .with("id", &ids)
        .with("name", &texts(|channel| &channel.name.text))
        .with("alias", &texts(|channel| &channel.name.alias))
        .with(
            "partner",
            &channels
                .iter()
                .map(|channel| channel.partner)
                .collect::<Vec<_>>(),
        )
        .with(
            "category",
            &channels
                .iter()
                .map(|channel| channel.category)
                .collect::<Vec<_>>(),
        )
        .with(
            "province",
            &channels
                .iter()
                .map(|channel| channel.province)
                .collect::<Vec<_>>(),
        )
        .with("started", &started)
        .with(
            "goal",
            &channels
                .iter()
                .map(|channel| channel.goal)
                .collect::<Vec<_>>(),
        )
}

fn sums(totals: &Totals) -> Object {
    Object::tall()
        .with("to_date", &totals.to_date)
        .with("last_28", &totals.last_28)
        .with("last_year", &totals.last_year)
}

fn curves(curves: &Curves) -> Object {
    Object::tall()
        .with("first_day", &date(LAST_YEAR.start).to_string())
        .with("days", &LAST_YEAR.len())
        .with("programme", &curves.programme)
        .with("categories", &Lines(curves.categories.iter().collect()))
}

fn daily(audience: &Audience) -> Object {
    Object::tall()
        .with("first_day", &date(AUDIENCE_START).to_string())
        .with("days", &audience.dau.len())
        .with("dau", &audience.dau)
        .with("mau", &audience.mau)
}

/// The hash of a file in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .fold(String::new(), |mut text, byte| {
            // Writing to a string does not fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}
