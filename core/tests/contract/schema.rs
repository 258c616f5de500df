//! The schema and the parser agree: on good and bad documents alike, but for what only code can
//! check.

use crate::support::fixture;
use boon::{Compiler, SchemaIndex, Schemas};
use paceboard_core::contract::csv::{CsvSettings, parse_csv};
use paceboard_core::contract::{ContractError, parse, parse_part};
use paceboard_core::model::PartRef;
use serde_json::Value;
use std::fmt::Write;

struct Schema {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Schema {
    fn load() -> Self {
        let text = include_str!("../../../docs/sales-json.schema.json");
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.enable_format_assertions();
        let schema = serde_json::from_str(text).unwrap();
        compiler
            .add_resource("urn:paceboard:sales-json:1", schema)
            .unwrap();
        let index = compiler
            .compile("urn:paceboard:sales-json:1", &mut schemas)
            .unwrap();
        Self { schemas, index }
    }

    fn accepts(&self, bytes: &[u8]) -> bool {
        let value: Result<Value, _> = serde_json::from_slice(bytes);
        value.is_ok_and(|value| self.schemas.validate(&value, self.index).is_ok())
    }
}

/// The files of a folder by name.
fn files(folder: &str) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(fixture(folder)).unwrap();
    let mut files: Vec<_> = entries
        .map(|entry| entry.unwrap())
        .map(|entry| {
            (
                entry.file_name().into_string().unwrap(),
                std::fs::read(entry.path()).unwrap(),
            )
        })
        .collect();
    files.sort();
    assert!(!files.is_empty(), "{folder} is empty");
    files
}

fn read_document(bytes: &[u8]) -> Result<(), ContractError> {
    parse(bytes).map(drop)
}

fn read_part(bytes: &[u8]) -> Result<(), ContractError> {
    let document = std::fs::read(fixture("parts/document.json")).unwrap();
    let dataset = parse(&document).unwrap().dataset;
    let part = PartRef {
        bytes: bytes.len() as u64,
        ..dataset.parts[0].clone()
    };
    parse_part(bytes, &dataset, &part).map(drop)
}

/// Whether schema and parser accept each file as they should; gives what the parser says.
fn check(
    folder: &str,
    read: fn(&[u8]) -> Result<(), ContractError>,
    by_schema: bool,
    by_parser: bool,
) -> String {
    let schema = Schema::load();
    let mut messages = String::new();
    for (name, bytes) in files(folder) {
        let result = read(&bytes);
        assert_eq!(
            schema.accepts(&bytes),
            by_schema,
            "the schema on {folder}/{name}"
        );
        assert_eq!(
            result.is_ok(),
            by_parser,
            "the parser on {folder}/{name}: {result:?}"
        );
        if let Err(error) = result {
            writeln!(messages, "{name}: {error}").unwrap();
        }
    }
    messages
}

#[test]
fn both_accept_good_documents_and_parts() {
    check("good", read_document, true, true);
    check("parts/good", read_part, true, true);
}

#[test]
fn both_refuse_bad_documents_and_parts() {
    let documents = check("bad", read_document, false, false);
    let parts = check("parts/bad", read_part, false, false);
    insta::assert_snapshot!("bad", documents + &parts);
}

#[test]
fn the_parser_refuses_what_a_schema_cannot_say() {
    let documents = check("bad-beyond-schema", read_document, true, false);
    let parts = check("parts/bad-beyond-schema", read_part, true, false);
    insta::assert_snapshot!("bad_beyond_schema", documents + &parts);
}

/// The fenced blocks of a language in the documentation.
fn examples(language: &str) -> Vec<&'static str> {
    let text = include_str!("../../../docs/sales-json.md");
    let blocks = text.split("```").skip(1).step_by(2);
    blocks
        .filter_map(|block| block.strip_prefix(language)?.strip_prefix('\n'))
        .collect()
}

#[test]
fn the_examples_of_the_documentation_are_good() {
    let schema = Schema::load();
    let [document, part] = examples("json")[..] else {
        panic!("one document and one part are expected")
    };
    assert!(schema.accepts(document.as_bytes()) && schema.accepts(part.as_bytes()));
    let dataset = parse(document.as_bytes()).unwrap().dataset;
    assert_eq!((dataset.channels.len(), dataset.parts.len()), (2, 1));
    let [table] = examples("csv")[..] else {
        panic!("one CSV example is expected")
    };
    let parsed = parse_csv(table.as_bytes(), &CsvSettings::default()).unwrap();
    assert_eq!(parsed.dataset.channels.name[1], "Mountain, Sea");
}
