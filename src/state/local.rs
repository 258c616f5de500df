//! A file of the reader's own: first offered, with what was understood of it, then shown in place
//! of the source until the reader goes back.

mod form;
mod shown;

pub use form::{CsvForm, FormField};
pub use shown::Held;

use super::fault::{self, Fault};
use super::{FeedStatus, Phase, State};
use crate::browser::copy::{self, Piece, SavedView};
use crate::browser::page;
use crate::data::{Document, FeedError, FetchError, LocalForm, read_local, read_saved};
use crate::shared::Shared;
use paceboard_core::contract::csv::csv_faults;
use paceboard_core::contract::{ContractError, limits};
use paceboard_core::query::{Query, encode};
use paceboard_core::text::Texts;
use shown::Before;
use std::sync::Arc;

/// Most lines of a CSV file that are named as wrong.
const MOST_WRONG: usize = 20;

/// How a workbook begins: it is a ZIP archive.
const WORKBOOK: &[u8] = b"PK\x03\x04";

/// A file that has been chosen and is not shown yet.
#[derive(Clone)]
pub struct Offer {
    /// Its name.
    pub name: String,
    /// Its size.
    pub size_bytes: u64,
    /// What a CSV file does not say; `None` for other files.
    pub form: Option<CsvForm>,
    bytes: Arc<Vec<u8>>,
    outcome: Result<Understood, Refusal>,
    /// The first lines of a CSV file that are wrong, and how many there are.
    wrong: (Vec<ContractError>, usize),
}

/// What was understood of a file.
#[derive(Clone)]
pub struct Understood {
    /// The document.
    pub document: Shared<Document>,
    /// Parts that it names, which a file cannot bring along.
    pub parts: usize,
}

/// Why a file cannot be shown.
#[derive(Clone)]
enum Refusal {
    /// The browser cannot read it.
    Unreadable,
    /// It is a workbook of a spreadsheet program.
    Workbook,
    /// A field of the form.
    Form(FormField),
    /// What it holds.
    Data(FeedError),
}

/// A document that is shown in place of the source's.
#[derive(Clone)]
pub struct Local {
    /// Where it comes from.
    pub place: Place,
    /// When the reader opened it, in milliseconds since 1970; 0 for what was there from the start.
    opened_ms: u64,
    /// Parts that it names and could not bring along.
    pub parts: usize,
    bytes: Arc<Vec<u8>>,
    form: Option<CsvForm>,
    before: Option<Box<Before>>,
}

/// Where a document comes from that is not the source's.
#[derive(Clone)]
pub enum Place {
    /// A file of that name, opened by the reader.
    File(String),
    /// This page itself, a copy that was saved at that moment, in milliseconds since 1970.
    Copy(f64),
}

impl Offer {
    fn refused(name: String, size_bytes: u64, refusal: Refusal) -> Self {
        Self {
            name,
            size_bytes,
            form: None,
            bytes: Arc::default(),
            outcome: Err(refusal),
            wrong: Default::default(),
        }
    }

    fn read(mut self) -> Self {
        let settings = self.form.as_ref().map(CsvForm::settings).transpose();
        let outcome = settings.map_err(Refusal::Form).and_then(|settings| {
            let read = read_local(&self.name, &self.bytes, settings.as_ref());
            self.wrong = match (&read, &settings) {
                (Err(_), Some(settings)) => csv_faults(&self.bytes, settings, MOST_WRONG),
                _ => Default::default(),
            };
            read.map_err(|error| Refusal::Data(error.into()))
        });
        self.outcome = outcome.map(|(document, parts)| Understood {
            document: Shared::new(document),
            parts,
        });
        self
    }

    /// What was understood, where all was.
    pub fn understood(&self) -> Option<&Understood> {
        self.outcome.as_ref().ok()
    }

    /// Why it cannot be shown.
    pub fn fault(&self, texts: &'static Texts) -> Option<Fault> {
        Some(match self.outcome.as_ref().err()? {
            Refusal::Unreadable => fault::unreadable(texts),
            Refusal::Workbook => fault::workbook(texts),
            Refusal::Form(field) => fault::wrong_field(field.label(texts), texts),
            Refusal::Data(error) => fault::of_file(error, texts),
        })
    }

    /// What belongs into that field of the form, where it is wrong.
    pub fn wanted(&self, field: FormField, texts: &Texts) -> Option<String> {
        let is_wrong = matches!(self.outcome, Err(Refusal::Form(wrong)) if wrong == field);
        let form = self.form.as_ref().filter(|_| is_wrong);
        form.map(|form| form.wanted(field, texts))
    }

    /// Whether there is a form to fill in: for a table that was understood, or that another answer
    /// in the form can make right.
    pub fn has_form(&self) -> bool {
        let hangs_on_it = match &self.outcome {
            Ok(_) | Err(Refusal::Form(_)) => true,
            Err(Refusal::Data(error)) => fault::hangs_on_form(error),
            Err(Refusal::Unreadable | Refusal::Workbook) => false,
        };
        self.form.is_some() && hangs_on_it
    }

    /// The first lines of a CSV file that are wrong, in words.
    pub fn wrong_lines(&self, texts: &'static Texts) -> Vec<String> {
        let words = |error| fault::csv_fault(error, texts).map(|fault| fault.what);
        self.wrong.0.iter().filter_map(words).collect()
    }

    /// Whether names stand where ids belong.
    pub fn has_names_for_ids(&self) -> bool {
        self.wrong.0.iter().any(fault::is_name_for_id)
    }

    /// How many lines are wrong.
    pub fn wrong_count(&self) -> usize {
        self.wrong.1
    }

    /// What is left out of it and what is odd in it, a line each.
    pub fn warnings(&self, texts: &Texts) -> Vec<String> {
        let parts = self.understood().map_or(0, |it| it.parts);
        fault::warning_lines(self.understood().map(|it| &*it.document), parts, texts)
    }
}

impl State {
    /// Offers a file; `bytes` are `None` where the browser could not read it.
    pub fn offer(self, name: String, bytes: Option<Vec<u8>>) {
        let Some(bytes) = bytes else {
            self.offer
                .set(Some(Offer::refused(name, 0, Refusal::Unreadable)));
            return;
        };
        if bytes.starts_with(WORKBOOK) {
            let refused = Offer::refused(name, bytes.len() as u64, Refusal::Workbook);
            self.offer.set(Some(refused));
            return;
        }
        let csv = LocalForm::of(&name, &bytes) == LocalForm::Csv;
        let offer = Offer {
            form: csv.then(|| CsvForm::new(&name)),
            size_bytes: bytes.len() as u64,
            bytes: Arc::new(bytes),
            name,
            outcome: Err(Refusal::Unreadable),
            wrong: Default::default(),
        };
        self.offer.set(Some(offer.read()));
    }

    /// Refuses a file by its size, before any of it is read; false where it may be read.
    pub fn refuse_large(self, name: &str, size_bytes: u64) -> bool {
        let limit_bytes = limits::DOCUMENT_BYTES;
        let is_large = size_bytes > limit_bytes;
        if is_large {
            let refusal = Refusal::Data(FetchError::TooLarge { limit_bytes }.into());
            let offer = Offer::refused(name.to_owned(), size_bytes, refusal);
            self.offer.set(Some(offer));
        }
        is_large
    }

    /// Fills in a field of the form, and reads the file with it.
    pub fn fill_in(self, field: FormField, text: String) {
        let Some(mut offer) = self.offer.get_untracked() else {
            return;
        };
        if let Some(form) = &mut offer.form {
            form.set(field, text);
            self.offer.set(Some(offer.read()));
        }
    }

    /// Shows what this page brings along, where it is a copy; the source is then never asked.
    pub fn open_saved(self) {
        let Some(view) = copy::saved_view() else {
            return;
        };
        let saved = copy::saved_documents();
        let form = CsvForm::of(&view.form);
        let settings = form.as_ref().and_then(|form| form.settings().ok());
        match read_saved(&view.file, &saved, settings.as_ref()) {
            Ok(document) => self.loaded.set(Some(Shared::new(document))),
            Err(error) => self.feed.set(FeedStatus {
                phase: Phase::Idle,
                error: Some(error.into()),
                ..FeedStatus::default()
            }),
        }
        self.local.set(Some(Local {
            place: Place::Copy(view.saved_ms),
            opened_ms: 0,
            parts: 0,
            bytes: Arc::default(),
            form,
            before: None,
        }));
    }

    /// What a copy of the page needs to show the same: the file shown, or else what `received`
    /// says of the source, and the view.
    pub fn to_save(self, received: impl FnOnce() -> Vec<Piece>) -> (Vec<Piece>, SavedView) {
        let query = self.query.get_untracked();
        let mut view = SavedView {
            query: encode(&Query {
                lang: Some(self.lang.get_untracked()),
                source: None,
                ..query
            }),
            saved_ms: page::now_ms(),
            ..SavedView::default()
        };
        let Some(local) = self.local.get_untracked() else {
            return (received(), view);
        };
        if let Place::File(name) = local.place {
            view.file = name;
        }
        view.form = local.form.map(CsvForm::into_texts).unwrap_or_default();
        (Piece::new("", &local.bytes).into_iter().collect(), view)
    }
}
