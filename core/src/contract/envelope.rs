//! The envelope: whether a JSON document is this contract's at all, and of a version that this
//! build can read.

use super::channels::twice;
use super::deserializer::At;
use super::error::{ContractErrorKind, Counted, Form};
use super::fault::{Fault, shortened};
use super::limits;
use super::scanner::{Items, Key, Scanner};
use super::shapes::Text;

/// The format's name.
const FORMAT: &str = "channel-sales";
/// The major version that this build reads.
const MAJOR: &str = "1";

/// The fields that say what a document is.
#[derive(Debug, Default)]
pub(super) struct Envelope {
    pub format: Option<Text>,
    pub version: Option<Text>,
    pub part: Option<At<bool>>,
}

impl Envelope {
    /// Takes the value of `key` where it belongs to the envelope; tells whether it did. The first
    /// of a key counts, whoever reads on after a second.
    pub fn field(&mut self, key: &str, scanner: &mut Scanner<'_>) -> Result<bool, Fault> {
        match key {
            "format" if self.format.is_none() => self.format = scanner.read()?,
            "version" if self.version.is_none() => self.version = scanner.read()?,
            "part" if self.part.is_none() => self.part = scanner.read()?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Fails unless format, version and kind of document are the expected ones.
    pub fn check(&self, part: bool) -> Result<(), Fault> {
        let format = self
            .format
            .as_ref()
            .ok_or_else(|| Fault::missing(0, "format"))?;
        if format.value != FORMAT {
            let found = shortened(&format.value);
            return Err(Fault::new(
                format.offset,
                ContractErrorKind::Format { found },
            ));
        }
        check_version(
            self.version
                .as_ref()
                .ok_or_else(|| Fault::missing(0, "version"))?,
        )?;
        match (part, self.part.as_ref().is_some_and(|part| part.value)) {
            (true, false) => Err(Fault::new(0, ContractErrorKind::IsNoPart)),
            (false, true) => Err(Fault::new(0, ContractErrorKind::IsPart)),
            _ => Ok(()),
        }
    }
}

fn check_version(version: &Text) -> Result<(), Fault> {
    let (offset, text) = version.leaf();
    let number = |text: &str| {
        (1..=9).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    match text.split_once('.') {
        Some((MAJOR, minor)) if number(minor) => Ok(()),
        Some((major, minor)) if number(major) && number(minor) => Err(Fault::new(
            offset,
            ContractErrorKind::Version {
                found: text.to_owned(),
            },
        )),
        _ => Err(Fault::form(offset, Form::Version, text)),
    }
}

/// Gives each field of the document's object to `field`, which must go past its value. Keys stand
/// once; null is the same as absent; nothing follows the object.
pub(super) fn each_field<'a>(
    bytes: &'a [u8],
    field: &mut dyn FnMut(&Key<'a>, &mut Scanner<'a>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    each_further_field(opened(bytes)?, &mut Vec::new(), field)
}

/// The document's object, before its first key.
pub(super) fn opened(bytes: &[u8]) -> Result<(Scanner<'_>, Items), Fault> {
    let mut scanner = Scanner::new(bytes);
    let items = scanner.object()?;
    Ok((scanner, items))
}

/// The same from within that object on, where the fields `before` have been read already; adds
/// the keys of the others to them.
pub(super) fn each_further_field<'a>(
    (mut scanner, mut items): (Scanner<'a>, Items),
    before: &mut Vec<String>,
    field: &mut dyn FnMut(&Key<'a>, &mut Scanner<'a>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    while let Some(key) = scanner.key(&mut items)? {
        if before.iter().any(|known| *known == key.text) {
            return Err(twice(&key));
        }
        if before.len() == limits::ENTRIES {
            let (what, limit) = (Counted::Entries, limits::ENTRIES);
            return Err(Fault::new(
                key.offset,
                ContractErrorKind::TooMany { what, limit },
            ));
        }
        before.push(key.text.clone().into_owned());
        if !scanner.null()? {
            field(&key, &mut scanner)?;
        }
    }
    scanner.finish()
}

/// The fault to report of a document that failed with `fault`: if its envelope is wrong, then
/// that, since nothing else in it can be judged.
pub(super) fn rather(fault: Fault, bytes: &[u8], part: bool) -> Fault {
    if fault.is_fatal() {
        return fault;
    }
    match read_alone(bytes).and_then(|envelope| envelope.check(part)) {
        Err(envelope) if !envelope.is_fatal() => envelope,
        _ => fault,
    }
}

fn read_alone(bytes: &[u8]) -> Result<Envelope, Fault> {
    let mut envelope = Envelope::default();
    let (mut scanner, mut items) = opened(bytes)?;
    while let Some(key) = scanner.key(&mut items)? {
        if !envelope.field(&key.text, &mut scanner)? {
            scanner.skip()?;
        }
    }
    Ok(envelope)
}

/// Whether these are bytes of UTF-16, which spreadsheet programs save as "Unicode text": with a mark
/// in front, or Latin letters with a zero byte on one side.
pub(super) fn is_utf_16(bytes: &[u8]) -> bool {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => true,
        [a, b, c, d, ..] => {
            let [a, b, c, d] = [a, b, c, d].map(|byte| *byte == 0);
            a == c && b == d && a != b
        }
        _ => false,
    }
}

/// Fails where there are too many bytes, or where they are a web page instead of data or in another
/// encoding.
pub(super) fn check_bytes(bytes: &[u8], limit: u64) -> Result<(), Fault> {
    let found = bytes.len() as u64;
    if found > limit {
        return Err(Fault::new(0, ContractErrorKind::TooLarge { limit, found }));
    }
    if is_utf_16(bytes) {
        return Err(Fault::new(0, ContractErrorKind::Encoding));
    }
    let mut scanner = Scanner::new(bytes);
    match scanner.peek() {
        Some(b'<') => Err(Fault::new(scanner.position(), ContractErrorKind::Html)),
        _ => Ok(()),
    }
}
