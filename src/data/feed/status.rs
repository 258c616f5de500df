//! What the page is told of the loading of data.

use super::super::document::DocumentError;
use super::super::fetch::FetchError;
use super::super::retry::delay_ms;
use super::super::source::SourceError;

/// How the loading of data stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FeedStatus {
    /// What is going on.
    pub phase: Phase,
    /// What went wrong last; cleared by the next success.
    pub error: Option<FeedError>,
    /// When the server last confirmed the document, in milliseconds since 1970 by the viewer's
    /// clock; only for showing an age.
    pub checked_ms: Option<f64>,
    /// Parts that were refused or not to be had.
    pub failed_parts: Vec<FailedPart>,
}

/// A part that was refused or not to be had. It is one until it has come.
#[derive(Clone, Debug, PartialEq)]
pub struct FailedPart {
    /// Where it is.
    pub href: String,
    /// The reason.
    pub error: FeedError,
    /// Whether it may be asked for again.
    pub(super) again: bool,
}

impl FeedStatus {
    pub(super) fn refused(error: SourceError) -> Self {
        Self {
            phase: Phase::Idle,
            error: Some(error.into()),
            ..Self::default()
        }
    }
}

/// What the feed is doing.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Phase {
    /// The first document is on its way.
    #[default]
    Starting,
    /// Bytes are arriving.
    Receiving {
        /// Bytes received.
        received: u64,
        /// Bytes in all, where known.
        total: Option<u64>,
    },
    /// Nothing is under way.
    Idle,
    /// A failed request will be repeated.
    Waiting {
        /// Pause before the next try.
        delay_ms: f64,
    },
}

/// Why the feed has no newer document.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum FeedError {
    /// The address is not allowed.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// The request failed.
    #[error(transparent)]
    Fetch(#[from] FetchError),
    /// The answer is no document.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// A part is not what the document says it is.
    #[error("the part is not the {expected_bytes} bytes with the hash that the document names")]
    WrongPart {
        /// Size that the document names.
        expected_bytes: u64,
    },
}

/// A pause before the next try.
#[derive(Clone, Copy)]
pub(super) struct Pause {
    /// Its length.
    pub ms: f64,
    /// Whether the server has asked for one.
    pub is_asked: bool,
}

impl FeedError {
    /// Whether the same request may go through later without anybody's doing.
    pub fn is_temporary(&self) -> bool {
        matches!(self, Self::Fetch(fetch) if fetch.is_temporary())
    }

    /// The pause before retry number `attempt`, where one may help.
    pub(super) fn pause(&self, attempt: u32) -> Option<Pause> {
        let Self::Fetch(fetch) = self else {
            return None;
        };
        let asked_ms = fetch.retry_after_ms();
        fetch.is_temporary().then(|| Pause {
            ms: delay_ms(attempt, js_sys::Math::random(), asked_ms),
            is_asked: asked_ms.is_some(),
        })
    }
}
