//! Why a document is refused: the place, and what was expected there.

use std::fmt;

/// Why a document is refused. The text names the place, the byte and what was expected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}{}, byte {offset}: {kind}", placed(*.line))]
pub struct ContractError {
    /// Where: a JSON path such as `$.series.gmv[12][3]`, or `line 7, column gmv` of a CSV file.
    pub path: String,
    /// Where: bytes from the start of the document.
    pub offset: u64,
    /// Where: line and column of a JSON document of several lines, both from 1, the column in
    /// characters. The path of a CSV file names its line already.
    pub line: Option<(usize, usize)>,
    /// What was expected, and what was found.
    pub kind: ContractErrorKind,
}

fn placed(line: Option<(usize, usize)>) -> String {
    line.map_or_else(String::new, |(line, column)| {
        format!(", line {line}, column {column}")
    })
}

/// What was expected, and what was found instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ContractErrorKind {
    /// More bytes than a document or a part may have.
    #[error("expected at most {limit} bytes, found {found}")]
    TooLarge {
        /// Bytes allowed.
        limit: u64,
        /// Bytes there are.
        found: u64,
    },
    /// A web page where data was expected: often a login page or an error page.
    #[error("expected data, found a web page (HTML)")]
    Html,
    /// Bytes that are no UTF-8.
    #[error("expected UTF-8 text, found bytes that are not")]
    Encoding,
    /// Text that is no JSON, or no CSV.
    #[error("expected {expected}, found {found}")]
    Syntax {
        /// What may stand there.
        expected: Token,
        /// What does.
        found: Found,
    },
    /// Arrays and objects too deep within each other.
    #[error("expected at most {limit} levels of nesting, found more")]
    TooDeep {
        /// Levels allowed.
        limit: usize,
    },
    /// More of something than a document may hold.
    #[error("expected at most {limit} {what}, found more")]
    TooMany {
        /// Of what.
        what: Counted,
        /// How many are allowed.
        limit: usize,
    },
    /// JSON, but not this contract's.
    #[error("expected the format \"channel-sales\", found {found:?}")]
    Format {
        /// The format that the document names.
        found: String,
    },
    /// Another major version of the contract.
    #[error("expected version 1.x, which this build reads, found version {found}")]
    Version {
        /// The version that the document names.
        found: String,
    },
    /// A part where a document was expected.
    #[error("expected a whole document, found a part of one")]
    IsPart,
    /// A document where a part was expected.
    #[error("expected a part of a document, found no \"part\": true")]
    IsNoPart,
    /// A part that is not what the document said of it.
    #[error("expected {what} {expected} as the document says, found {found}")]
    PartDiffers {
        /// Which of the things that a document says of its parts.
        what: PartField,
        /// What the document says.
        expected: String,
        /// What the part has.
        found: String,
    },
    /// A required field or column is absent or null.
    #[error("expected the field {field:?}, found none")]
    Missing {
        /// Its name.
        field: String,
    },
    /// A key that stands twice in one object, or a column twice in one header.
    #[error("expected each key once, found {key:?} again")]
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// An id that stands twice.
    #[error("expected each id once, found {id:?} again")]
    DuplicateId {
        /// The id.
        id: String,
    },
    /// A CSV file whose first line names none of the columns, or that is no text.
    #[error("expected a table with the columns date, channel and gmv, found none of them")]
    NoTable,
    /// A CSV file with a header and nothing else.
    #[error("expected at least one row of figures, found none")]
    NoRows,
    /// A second CSV row for one channel and day.
    #[error("expected one row for each channel and day, found a second for {channel} on {day}")]
    DuplicateRow {
        /// The channel's id.
        channel: String,
        /// The day.
        day: String,
    },
    /// A value of another JSON type.
    #[error("expected {expected}, found {found}")]
    WrongType {
        /// The type that belongs there.
        expected: JsonType,
        /// The type found.
        found: JsonType,
    },
    /// A number with a fraction or an exponent.
    #[error("expected a whole number written as digits, found {found}")]
    NotWhole {
        /// The number as it is written.
        found: String,
    },
    /// A number outside its range.
    #[error("expected a number from {min} to {max}, found {found}")]
    OutOfRange {
        /// The smallest that is allowed.
        min: i64,
        /// The largest that is allowed.
        max: i64,
        /// The number as it is written.
        found: String,
    },
    /// A position outside the array that it points into.
    #[error("expected a position among {count} {of}, counted from 0, found {found}")]
    NoSuchEntry {
        /// What it points to.
        of: Counted,
        /// How many there are.
        count: usize,
        /// The position.
        found: i64,
    },
    /// Figures whose sum does not fit 64 bits.
    #[error("expected sums that fit 64 bits, found more in {column:?}")]
    SumTooLarge {
        /// The metric or column.
        column: String,
    },
    /// An array, row or column of the wrong length.
    #[error("expected {expected} entries, found {found}")]
    Length {
        /// How many belong there.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// A text that is too long, or that has nothing to show.
    #[error("expected a text of {min}–{max} characters, found {found}")]
    TextLength {
        /// The fewest characters.
        min: usize,
        /// The most characters.
        max: usize,
        /// Characters there are.
        found: usize,
    },
    /// A text that is not of the form that belongs there.
    #[error("expected {expected}, found {found:?}")]
    Value {
        /// The form.
        expected: Form,
        /// The text, shortened.
        found: String,
    },
    /// Anything else that serde finds wrong with a shape; no known document leads here.
    #[error("{message}")]
    Shape {
        /// What serde says.
        message: String,
    },
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $(#[doc = $text] $variant,)+
        }

        impl $name {
            /// All of them, in the order in which tables of words in other languages have them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Its place among all.
            pub fn number(self) -> usize {
                self as usize
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(match self { $(Self::$variant => $text,)+ })
            }
        }
    };
}
pub(super) use words;

words!(
    /// The types of JSON.
    JsonType {
        Null = "null",
        Boolean = "true or false",
        Number = "a number",
        String = "a string",
        Array = "an array",
        Object = "an object",
    }
);
words!(
    /// Pieces of JSON's and CSV's grammar.
    Token {
        Value = "a JSON value",
        Key = "a key in double quotes",
        Colon = "a colon",
        CommaOrBracket = "a comma or ]",
        CommaOrBrace = "a comma or }",
        End = "nothing after the document",
        Digit = "a digit",
        NoLeadingZero = "a number without leading zeros",
        Word = "true, false or null",
        StringEnd = "a closing double quote",
        Escaped = "a control character written as an escape",
        Escape = "an escape such as \\n or \\u4e00",
        Surrogates = "a pair of surrogates",
        FieldEnd = "a separator or the end of the line after a closing quote",
    }
);
words!(
    /// What is counted against a limit.
    Counted {
        Channels = "channels",
        Partners = "partners",
        Categories = "categories",
        Days = "days in the whole table",
        Cells = "cells",
        Entries = "entries",
    }
);
words!(
    /// What a document says of a part.
    PartField {
        Bytes = "bytes",
        Days = "days",
        Channels = "channels",
        Metrics = "metrics",
    }
);
words!(
    /// Forms of text.
    Form {
        Id = "an id of 1–64 characters of A–Z a–z 0–9 . _ ~ -",
        Date = "a date such as 2021-04-01",
        Moment = "a moment such as 2021-12-31T23:59:59+08:00",
        YearStart = "a month and day that every year has, such as 04-01",
        CurrencyCode = "a currency code such as CNY",
        Rate = "a decimal number above 0 of at most 18 digits, such as \"6.4935\"",
        Href = "an address relative to the document, such as 2020.json",
        Sha256 = "64 hexadecimal digits",
        Version = "a version such as 1.0",
        GoalMetric = "gmv or net",
        LastDay = "a last day that is not before the first",
        Weights = "at least one weight above 0",
        Amount = "an amount such as 1234.50 with no more decimals than the currency has",
        Whole = "a whole number",
        Ungrouped = "a figure such as 1234567, since thousands separators are not read",
    }
);

/// What stands where something else was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// The end of the document.
    End,
    /// A byte.
    Byte(u8),
}

impl fmt::Display for Found {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::End => formatter.write_str("the end of the document"),
            Self::Byte(byte) if byte.is_ascii_graphic() => write!(formatter, "{:?}", byte as char),
            Self::Byte(byte) => write!(formatter, "byte 0x{byte:02x}"),
        }
    }
}
