//! A strict pull scanner for JSON (RFC 8259). It goes forward once, copies nothing but strings
//! with escapes, and never nests deeper than the limit.

mod number;
mod rows;
mod text;

pub(super) use rows::{Room, Sign};

use super::error::{ContractErrorKind, Counted, Found, JsonType, Token};
use super::fault::Fault;
use super::limits;
use std::borrow::Cow;

/// The byte order mark that some programs put before UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A position in a JSON document.
#[derive(Debug)]
pub(super) struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
    depth: usize,
}

/// An array or object that has been opened.
#[derive(Debug)]
pub(super) struct Items {
    close: u8,
    started: bool,
}

/// A key of an object with its place.
#[derive(Debug)]
pub(super) struct Key<'a> {
    pub offset: usize,
    pub text: Cow<'a, str>,
}

impl<'a> Scanner<'a> {
    /// Starts before the first value, after a byte order mark.
    pub fn new(bytes: &'a [u8]) -> Self {
        let at = if bytes.starts_with(BYTE_ORDER_MARK) {
            BYTE_ORDER_MARK.len()
        } else {
            0
        };
        Self::starting_at(bytes, at)
    }

    /// Starts at a byte where a value begins.
    pub fn starting_at(bytes: &'a [u8], at: usize) -> Self {
        Self {
            bytes,
            at,
            depth: 0,
        }
    }

    /// Starts at a byte where a key of the outermost object begins.
    pub fn in_object(bytes: &'a [u8], at: usize) -> (Self, Items) {
        let items = Items {
            close: b'}',
            started: false,
        };
        let depth = 1;
        (Self { bytes, at, depth }, items)
    }

    /// Where the next value, key or bracket begins.
    pub fn offset(&mut self) -> usize {
        self.peek();
        self.at
    }

    /// How far it has come; white space may still follow.
    pub fn position(&self) -> usize {
        self.at
    }

    /// The next byte that is not white space.
    pub fn peek(&mut self) -> Option<u8> {
        while let Some(&byte) = self.bytes.get(self.at) {
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return Some(byte);
            }
            self.at += 1;
        }
        None
    }

    /// A grammar error at the current byte.
    #[cold]
    pub fn syntax(&self, expected: Token) -> Fault {
        let found = self
            .bytes
            .get(self.at)
            .map_or(Found::End, |&byte| Found::Byte(byte));
        Fault::new(self.at, ContractErrorKind::Syntax { expected, found })
    }

    /// The type of the next value, by its first byte.
    pub fn value_type(&mut self) -> Result<JsonType, Fault> {
        match self.peek() {
            Some(b'{') => Ok(JsonType::Object),
            Some(b'[') => Ok(JsonType::Array),
            Some(b'"') => Ok(JsonType::String),
            Some(b'-' | b'0'..=b'9') => Ok(JsonType::Number),
            // A letter may also begin a plain text, such as "not found".
            Some(b't' | b'f' | b'n') => match self.word_here()? {
                (_, Some(_)) => Ok(JsonType::Boolean),
                (_, None) => Ok(JsonType::Null),
            },
            _ => Err(self.syntax(Token::Value)),
        }
    }

    /// Fails unless a value of that type begins here.
    pub fn want(&mut self, expected: JsonType) -> Result<(), Fault> {
        let found = self.value_type()?;
        if found == expected {
            return Ok(());
        }
        Err(Fault::new(
            self.at,
            ContractErrorKind::WrongType { expected, found },
        ))
    }

    /// Opens an array.
    pub fn array(&mut self) -> Result<Items, Fault> {
        self.want(JsonType::Array)?;
        self.open(b']')
    }

    /// Opens an object.
    pub fn object(&mut self) -> Result<Items, Fault> {
        self.want(JsonType::Object)?;
        self.open(b'}')
    }

    fn open(&mut self, close: u8) -> Result<Items, Fault> {
        if self.depth == limits::NESTING {
            return Err(Fault::new(
                self.at,
                ContractErrorKind::TooDeep {
                    limit: limits::NESTING,
                },
            ));
        }
        self.depth += 1;
        self.at += 1;
        Ok(Items {
            close,
            started: false,
        })
    }

    /// Whether another item follows; goes past the comma before it or the bracket after all.
    pub fn more(&mut self, items: &mut Items) -> Result<bool, Fault> {
        let next = self.peek();
        if next == Some(items.close) {
            self.at += 1;
            self.depth -= 1;
            return Ok(false);
        }
        if !items.started {
            items.started = true;
            return Ok(true);
        }
        if next != Some(b',') {
            let list = items.close == b']';
            return Err(self.syntax(if list {
                Token::CommaOrBracket
            } else {
                Token::CommaOrBrace
            }));
        }
        self.at += 1;
        Ok(true)
    }

    /// The next key of an object, with the colon behind it.
    pub fn key(&mut self, items: &mut Items) -> Result<Option<Key<'a>>, Fault> {
        if !self.more(items)? {
            return Ok(None);
        }
        if self.peek() != Some(b'"') {
            return Err(self.syntax(Token::Key));
        }
        let offset = self.at;
        let text = self.string()?;
        if self.peek() != Some(b':') {
            return Err(self.syntax(Token::Colon));
        }
        self.at += 1;
        Ok(Some(Key { offset, text }))
    }

    /// Goes past the next value, checking its grammar. Recursion ends at the nesting limit.
    pub fn skip(&mut self) -> Result<(), Fault> {
        match self.value_type()? {
            JsonType::Object => {
                let mut items = self.object()?;
                while self.key(&mut items)?.is_some() {
                    self.skip()?;
                }
                Ok(())
            }
            JsonType::Array => {
                let mut items = self.array()?;
                while self.more(&mut items)? {
                    self.skip()?;
                }
                Ok(())
            }
            JsonType::String => self.string().map(drop),
            JsonType::Number => self.number().map(drop),
            JsonType::Boolean | JsonType::Null => self.word().map(drop),
        }
    }

    /// Goes past `null` where it stands here, and tells whether it did.
    pub fn null(&mut self) -> Result<bool, Fault> {
        if self.peek() != Some(b'n') {
            return Ok(false);
        }
        self.word().map(|_| true)
    }

    /// `Some(true)`, `Some(false)`, or `None` for null.
    pub fn word(&mut self) -> Result<Option<bool>, Fault> {
        let (length, value) = self.word_here()?;
        self.at += length;
        Ok(value)
    }

    fn word_here(&self) -> Result<(usize, Option<bool>), Fault> {
        let rest = &self.bytes[self.at..];
        let words = [
            (&b"null"[..], None),
            (b"true", Some(true)),
            (b"false", Some(false)),
        ];
        let word = words.into_iter().find(|(word, _)| rest.starts_with(word));
        word.map(|(word, value)| (word.len(), value))
            .ok_or_else(|| self.syntax(Token::Word))
    }

    /// An array whose items `read` takes, at most `limit` of them.
    pub fn list<T>(
        &mut self,
        limit: (Counted, usize),
        mut read: impl FnMut(&mut Self) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let mut list = Vec::new();
        self.each_item(limit, &mut |scanner| {
            list.push(read(scanner)?);
            Ok(())
        })?;
        Ok(list)
    }

    /// Goes through an array; one copy of this serves lists of everything.
    fn each_item(
        &mut self,
        (what, limit): (Counted, usize),
        read: &mut dyn FnMut(&mut Self) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let mut items = self.array()?;
        let mut count = 0;
        while self.more(&mut items)? {
            if count == limit {
                return Err(Fault::new(
                    self.offset(),
                    ContractErrorKind::TooMany { what, limit },
                ));
            }
            read(self)?;
            count += 1;
        }
        Ok(())
    }

    /// What `read` takes, or `None` for null.
    pub fn optional<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, Fault>,
    ) -> Result<Option<T>, Fault> {
        if self.null()? {
            Ok(None)
        } else {
            read(self).map(Some)
        }
    }

    /// Fails unless nothing but white space is left.
    pub fn finish(&mut self) -> Result<(), Fault> {
        if self.peek().is_none() {
            Ok(())
        } else {
            Err(self.syntax(Token::End))
        }
    }
}
