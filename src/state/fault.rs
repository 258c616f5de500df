//! What happened to the data and what to do next, in the reader's words.

mod expected;
mod warnings;

pub use warnings::warning_lines;

use crate::data::{DocumentError, FeedError, FetchError, SourceError};
use expected::expected;
use paceboard_core::contract::{ContractError, ContractErrorKind, Form};
use paceboard_core::format::{between_sentences, format_bytes};
use paceboard_core::ledger::LedgerError;
use paceboard_core::text::Texts;

/// A fault as the reader sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// What happened.
    pub what: String,
    /// The next step.
    pub next: &'static str,
}

impl Fault {
    fn new(what: impl Into<String>, next: &'static str) -> Self {
        Self {
            what: what.into(),
            next,
        }
    }
}

/// Puts an error into words.
pub fn describe(error: &FeedError, texts: &'static Texts) -> Fault {
    match error {
        FeedError::Source(source) => source_fault(source, texts),
        FeedError::Fetch(fetch) => fetch_fault(fetch, texts),
        FeedError::Document(DocumentError::Contract(contract)) => contract_fault(contract, texts),
        FeedError::Document(DocumentError::Ledger(LedgerError::Overflow(metric))) => {
            let expected = texts.faults.expect_sums.with([metric.name()]);
            Fault::new(
                texts
                    .faults
                    .fault_contract
                    .with(["$.series", "0", &expected]),
                texts.faults.fault_contract_next,
            )
        }
        FeedError::WrongPart { expected_bytes } => Fault::new(
            texts
                .faults
                .fault_wrong_part
                .with([&format_bytes(*expected_bytes)]),
            texts.faults.fault_part_next,
        ),
    }
}

/// Puts into words why a part called `name` is missing, and whether it will come by itself.
pub fn of_part(name: &str, error: &FeedError, texts: &'static Texts) -> String {
    let part = match error {
        FeedError::Fetch(_) | FeedError::Source(_) => &texts.faults.fault_part_missing,
        FeedError::Document(_) | FeedError::WrongPart { .. } => &texts.faults.fault_part,
    };
    let mut sentences = vec![part.with([name]), describe(error, texts).what];
    if error.is_temporary() {
        sentences.push(texts.faults.fault_again.to_owned());
    }
    sentences.join(between_sentences(texts.lang))
}

/// Puts into words why a file is refused. There is no server to ask again, and a place in a table
/// is told by line and column, unless the whole file is none that can be read.
pub fn of_file(error: &FeedError, texts: &'static Texts) -> Fault {
    let fault = match error {
        FeedError::Document(DocumentError::Contract(contract)) => {
            if let Some(fault) = no_csv_fault(contract, texts) {
                return fault;
            }
            csv_fault(contract, texts)
        }
        _ => None,
    };
    Fault {
        next: texts.files.file_fault_next,
        ..fault.unwrap_or_else(|| describe(error, texts))
    }
}

/// A place in a CSV file, such as `line 7, column gmv`, in words; `None` for other places.
fn csv_place(path: &str, texts: &Texts) -> Option<String> {
    let place = path.strip_prefix("line ")?;
    Some(match place.split_once(", column ") {
        Some((line, column)) => texts.files.file_line_column.with([line, column]),
        None => texts.files.file_line.with([place]),
    })
}

/// A fault of a CSV file.
pub fn csv_fault(error: &ContractError, texts: &'static Texts) -> Option<Fault> {
    let place = csv_place(&error.path, texts)?;
    let expected = expected(&error.kind, texts);
    let what = texts.files.file_cell.with([&place, &expected]);
    Some(Fault::new(what, texts.files.file_fault_next))
}

/// Whether a name stands where a CSV file has an id.
pub fn is_name_for_id(error: &ContractError) -> bool {
    let is_id = match &error.kind {
        ContractErrorKind::Value { expected, .. } => *expected == Form::Id,
        _ => false,
    };
    let columns = ["column channel", "column partner"];
    is_id && columns.iter().any(|column| error.path.ends_with(column))
}

/// A file that was taken for CSV and cannot be read as a table at all.
fn no_csv_fault(error: &ContractError, texts: &'static Texts) -> Option<Fault> {
    let texts = &texts.files;
    let (what, next) = match error.kind {
        ContractErrorKind::Encoding if error.path.starts_with("line ") => {
            (texts.file_encoding, texts.file_encoding_next)
        }
        ContractErrorKind::NoTable => (texts.file_no_table, texts.file_no_table_next),
        _ => return None,
    };
    Some(Fault::new(what, next))
}

/// Whether the form beside a CSV file can be what a figure does not fit: the currency says how many
/// decimals there are.
pub fn hangs_on_form(error: &FeedError) -> bool {
    use ContractErrorKind::Value;
    let FeedError::Document(DocumentError::Contract(error)) = error else {
        return false;
    };
    let is_number = |found: &str| found.bytes().all(|it| it.is_ascii_digit() || it == b'.');
    match &error.kind {
        Value { expected, found } => {
            matches!(expected, Form::Amount | Form::Whole) && is_number(found)
        }
        _ => false,
    }
}

/// The browser cannot read a file.
pub fn unreadable(texts: &'static Texts) -> Fault {
    Fault::new(
        texts.files.file_unreadable,
        texts.files.file_unreadable_next,
    )
}

/// A file is a workbook, which only spreadsheet programs read.
pub fn workbook(texts: &'static Texts) -> Fault {
    Fault::new(texts.files.file_workbook, texts.files.file_workbook_next)
}

/// A field of the form for CSV files is wrong.
pub fn wrong_field(field: &str, texts: &'static Texts) -> Fault {
    Fault::new(
        texts.files.file_wrong_field.with([field]),
        texts.files.file_wrong_field_next,
    )
}

fn source_fault(error: &SourceError, texts: &'static Texts) -> Fault {
    let (SourceError::Malformed(place) | SourceError::ForeignOrigin(place)) = error;
    Fault::new(
        texts.faults.fault_foreign.with([place]),
        texts.faults.fault_foreign_next,
    )
}

fn fetch_fault(error: &FetchError, texts: &'static Texts) -> Fault {
    match error {
        FetchError::Offline => {
            Fault::new(texts.faults.fault_offline, texts.faults.fault_offline_next)
        }
        FetchError::Network => Fault::new(
            texts.faults.fault_unreachable,
            texts.faults.fault_unreachable_next,
        ),
        FetchError::Timeout => Fault::new(
            texts.faults.fault_timeout.with(["15"]),
            texts.faults.fault_timeout_next,
        ),
        FetchError::Truncated { .. } => Fault::new(
            texts.faults.fault_truncated,
            texts.faults.fault_truncated_next,
        ),
        FetchError::TooLarge { limit_bytes } => Fault::new(
            texts
                .faults
                .fault_too_large
                .with([&format_bytes(*limit_bytes)]),
            texts.faults.fault_too_large_next,
        ),
        FetchError::Status { status, .. } => status_fault(*status, texts),
        FetchError::LedAway(source) => source_fault(source, texts),
    }
}

fn status_fault(status: u16, texts: &'static Texts) -> Fault {
    let (what, next) = match status {
        401 | 403 => (texts.faults.fault_denied, texts.faults.fault_denied_next),
        404 | 410 => (texts.faults.fault_missing, texts.faults.fault_missing_next),
        429 | 503 => (texts.faults.fault_busy, texts.faults.fault_busy_next),
        500..=599 => (texts.faults.fault_server, texts.faults.fault_server_next),
        _ => (texts.faults.fault_status, texts.faults.fault_status_next),
    };
    Fault::new(what.with([&status.to_string()]), next)
}

fn contract_fault(error: &ContractError, texts: &'static Texts) -> Fault {
    match &error.kind {
        ContractErrorKind::Html => Fault::new(
            texts.faults.fault_web_page,
            texts.faults.fault_web_page_next,
        ),
        ContractErrorKind::Format { .. } => Fault::new(
            texts.faults.fault_not_sales,
            texts.faults.fault_not_sales_next,
        ),
        ContractErrorKind::Version { found } => Fault::new(
            texts.faults.fault_version.with([found, "1.x"]),
            texts.faults.fault_version_next,
        ),
        kind => {
            let expected = expected(kind, texts);
            let place = match error.line {
                Some((line, column)) => {
                    let [line, column] = [line, column].map(|number| number.to_string());
                    texts.faults.fault_line.with([&error.path, &line, &column])
                }
                None => error.path.clone(),
            };
            let what =
                texts
                    .faults
                    .fault_contract
                    .with([&place, &error.offset.to_string(), &expected]);
            Fault::new(what, texts.faults.fault_contract_next)
        }
    }
}
