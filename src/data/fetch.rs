//! One request: a stream that ends in wasm memory, with a cap, a time limit and progress.

use super::authority::Authority;
use super::digest::Hash;
use super::retry::retry_after_ms;
use super::source::{Source, SourceError};
use futures::future::{Either, select};
use gloo_net::http::{RequestBuilder, Response};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Reflect, Uint8Array};
use std::future::Future;
use std::pin::pin;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, ReadableStreamDefaultReader, RequestCache, ResponseType};

/// Longest wait for an answer, and for each further piece of it.
const TIMEOUT_MS: u32 = 15_000;

/// Why a request gave no usable answer.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum FetchError {
    /// The browser says that it is not connected.
    #[error("there is no connection")]
    Offline,
    /// No connection to the server, refused by CORS or CSP, or broken off.
    #[error("the connection failed or broke off")]
    Network,
    /// Nothing arrived for 15 s.
    #[error("no answer within 15 s")]
    Timeout,
    /// The server refused.
    #[error("the server answered with status {status}")]
    Status {
        /// HTTP status.
        status: u16,
        /// What `Retry-After` asked for.
        retry_after_ms: Option<f64>,
    },
    /// The body is larger than allowed.
    #[error("the answer is larger than {limit_bytes} bytes")]
    TooLarge {
        /// The limit.
        limit_bytes: u64,
    },
    /// The body ended before its announced length.
    #[error("the answer ended after {received} of {announced} bytes")]
    Truncated {
        /// Bytes received.
        received: u64,
        /// Bytes announced.
        announced: u64,
    },
    /// The server led to an origin that is not allowed.
    #[error(transparent)]
    LedAway(#[from] SourceError),
}

impl FetchError {
    /// Whether the same request may go through later without anybody's doing.
    pub fn is_temporary(&self) -> bool {
        match self {
            Self::Offline | Self::Network | Self::Timeout | Self::Truncated { .. } => true,
            Self::Status { status, .. } => matches!(status, 408 | 425 | 429 | 500..=599),
            Self::TooLarge { .. } | Self::LedAway(_) => false,
        }
    }

    /// How long the server asked to be left alone.
    pub fn retry_after_ms(&self) -> Option<f64> {
        match self {
            Self::Status { retry_after_ms, .. } => *retry_after_ms,
            _ => None,
        }
    }
}

/// A whole answer.
#[derive(Debug)]
pub struct Body {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Their SHA-256, where it was asked for.
    pub sha256: Option<[u8; 32]>,
    /// The validator for the next request.
    pub etag: Option<String>,
    /// Whether the server allows to keep it.
    pub may_be_kept: bool,
}

/// What to fetch and how.
pub struct Request<'a> {
    /// Where.
    pub source: &'a Source,
    /// Validator of what is already here.
    pub etag: Option<&'a str>,
    /// Most bytes to accept.
    pub limit_bytes: u64,
    /// Size if the answer does not announce one.
    pub expected_bytes: Option<u64>,
    /// Whether to hash the body, which is a part's.
    pub hashed: bool,
    /// Who gives the right to read it, where that is asked for.
    pub authority: Option<&'a Authority>,
    /// Who is shown each piece as it comes.
    pub watch: Option<&'a dyn Fn(&Uint8Array)>,
}

/// Fetches; `None` when the server says that nothing has changed. `progress` is told bytes
/// received and, where known, in all.
pub async fn fetch(
    request: &Request<'_>,
    progress: &dyn Fn(u64, Option<u64>),
) -> Result<Option<Body>, FetchError> {
    let ending = Ending(AbortController::new().map_err(|_| FetchError::Network)?);
    let outcome = exchange(request, &ending.0, progress).await;
    outcome.map_err(|error| match error {
        FetchError::Network if is_offline() => FetchError::Offline,
        other => other,
    })
}

/// Aborts a request that failed, or that nobody waits for any more; one that is over does not mind.
struct Ending(AbortController);

impl Drop for Ending {
    fn drop(&mut self) {
        self.0.abort();
    }
}

async fn exchange(
    request: &Request<'_>,
    controller: &AbortController,
    progress: &dyn Fn(u64, Option<u64>),
) -> Result<Option<Body>, FetchError> {
    let response = in_time(respond(request, controller)).await??;
    request.source.admit(&response.url())?;
    if response.status() == 304 {
        return Ok(None);
    }
    check_status(&response)?;
    let etag = response.headers().get("etag");
    let directives = response.headers().get("cache-control").unwrap_or_default();
    let may_be_kept = !directives.to_ascii_lowercase().contains("no-store");
    let (bytes, sha256) = read_body(&response, request, progress).await?;
    Ok(Some(Body {
        bytes,
        sha256,
        etag,
        may_be_kept,
    }))
}

async fn respond(
    request: &Request<'_>,
    controller: &AbortController,
) -> Result<Response, FetchError> {
    if let Some(response) = super::prefetch::take(&request.source.url, controller).await {
        return Ok(response);
    }
    let Some(authority) = request.authority else {
        return send(request, controller, None).await;
    };
    let first = authority.authorization(None).await?;
    let response = send(request, controller, first.as_deref()).await?;
    if !is_refused(request, &response) {
        return Ok(response);
    }
    // Refused: once more with what is given in its place, and no further.
    let rejected = first.unwrap_or_default();
    let Some(second) = authority.authorization(Some(&rejected)).await? else {
        return Ok(response);
    };
    let response = send(request, controller, Some(&second)).await?;
    // A part that its document's reader may not see is no reason to sign in again.
    if is_refused(request, &response) && !request.hashed {
        authority.authorization(Some(&second)).await?;
    }
    Ok(response)
}

/// Whether another token may help; not where a reader of the document is forbidden a part of it.
fn is_refused(request: &Request<'_>, response: &Response) -> bool {
    match response.status() {
        401 => true,
        403 => !request.hashed,
        _ => false,
    }
}

async fn send(
    request: &Request<'_>,
    controller: &AbortController,
    authorization: Option<&str>,
) -> Result<Response, FetchError> {
    // Validators are ours, so the HTTP cache must neither answer for the server nor swallow a 304.
    let mut builder = RequestBuilder::new(&request.source.url)
        .cache(RequestCache::NoStore)
        .abort_signal(Some(&controller.signal()));
    if let Some(authorization) = authorization {
        builder = builder.header("Authorization", authorization);
    }
    if let Some(etag) = request.etag {
        builder = builder.header("If-None-Match", etag);
    }
    builder.send().await.map_err(|_| FetchError::Network)
}

fn is_offline() -> bool {
    web_sys::window().is_some_and(|window| !window.navigator().on_line())
}

fn check_status(response: &Response) -> Result<(), FetchError> {
    if response.ok() {
        return Ok(());
    }
    let header = response.headers().get("retry-after");
    let asked =
        header.and_then(|text| retry_after_ms(&text, js_sys::Date::now(), js_sys::Date::parse));
    Err(FetchError::Status {
        status: response.status(),
        retry_after_ms: asked,
    })
}

/// A compressed answer announces its compressed length, which says nothing about the body; and
/// one from another origin hides that it is compressed.
fn announced_bytes(response: &Response) -> Option<u64> {
    let headers = response.headers();
    let coding = headers.get("content-encoding");
    let from_elsewhere = response.type_() == ResponseType::Cors;
    let plain = coding.map_or(!from_elsewhere, |coding| coding == "identity");
    plain
        .then(|| headers.get("content-length")?.parse().ok())
        .flatten()
}

async fn read_body(
    response: &Response,
    request: &Request<'_>,
    progress: &dyn Fn(u64, Option<u64>),
) -> Result<(Vec<u8>, Option<[u8; 32]>), FetchError> {
    let limit_bytes = request.limit_bytes;
    let announced = announced_bytes(response);
    if announced.is_some_and(|bytes| bytes > limit_bytes) {
        return Err(FetchError::TooLarge { limit_bytes });
    }
    let total = announced.or(request.expected_bytes);
    let mut hash = request.hashed.then(Hash::new);
    let mut chunks = Vec::new();
    let mut received = 0;
    let reader = reader_of(response)?;
    while let Some(chunk) = in_time(next_chunk(&reader)).await?? {
        received += u64::from(chunk.length());
        if received > limit_bytes {
            return Err(FetchError::TooLarge { limit_bytes });
        }
        if let Some(hash) = &mut hash {
            hash.update(&chunk);
        }
        if let Some(watch) = request.watch {
            watch(&chunk);
        }
        chunks.push(chunk);
        progress(received, total);
    }
    check_length(received, announced)?;
    let bytes = joined(&chunks, received as usize);
    let sha256 = match hash {
        Some(hash) => Some(hash.finish(&bytes).await),
        None => None,
    };
    Ok((bytes, sha256))
}

/// The hash of bytes that are all here.
pub async fn hash_of(bytes: &[u8]) -> [u8; 32] {
    let mut hash = Hash::new();
    hash.update(&Uint8Array::from(bytes));
    hash.finish(bytes).await
}

/// All chunks in wasm memory, which grows but once for them.
fn joined(chunks: &[Uint8Array], length: usize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(length);
    for chunk in chunks {
        // Copied in two moves of whole blocks: growing by zeros would write them byte by byte.
        bytes.extend_from_slice(&chunk.to_vec());
    }
    bytes
}

fn check_length(received: u64, announced: Option<u64>) -> Result<(), FetchError> {
    match announced {
        Some(announced) if announced != received => Err(FetchError::Truncated {
            received,
            announced,
        }),
        _ => Ok(()),
    }
}

fn reader_of(response: &Response) -> Result<ReadableStreamDefaultReader, FetchError> {
    let stream = response.body().ok_or(FetchError::Network)?;
    ReadableStreamDefaultReader::new(&stream).map_err(|_| FetchError::Network)
}

async fn next_chunk(
    reader: &ReadableStreamDefaultReader,
) -> Result<Option<Uint8Array>, FetchError> {
    let step = JsFuture::from(reader.read())
        .await
        .map_err(|_| FetchError::Network)?;
    let get = |name: &str| Reflect::get(&step, &JsValue::from_str(name)).unwrap_or_default();
    if get("done").is_truthy() {
        return Ok(None);
    }
    get("value")
        .dyn_into()
        .map(Some)
        .map_err(|_| FetchError::Network)
}

async fn in_time<T>(work: impl Future<Output = T>) -> Result<T, FetchError> {
    match select(pin!(work), TimeoutFuture::new(TIMEOUT_MS)).await {
        Either::Left((value, _)) => Ok(value),
        Either::Right(_) => Err(FetchError::Timeout),
    }
}
