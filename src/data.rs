//! From an address to a checked document: where data may come from, how it is fetched, retried,
//! refreshed and completed with parts.

mod authority;
mod digest;
mod document;
mod feed;
mod fetch;
mod local;
mod prefetch;
mod retry;
mod source;

pub use authority::Authority;
pub use document::{Document, DocumentError};
pub use feed::{Feed, FeedError, FeedEvent, FeedStatus, Phase};
pub use fetch::FetchError;
pub use local::{LocalForm, read_local, read_saved};
pub use source::{SourceError, SourceRequest};
