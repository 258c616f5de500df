//! Where a document may come from.

use super::authority::Authority;
use web_sys::Url;

/// The bundled sample, relative to the page.
const SAMPLE: &str = "sample.sales.json";

/// An address asked for, with what decides whether it is allowed.
#[derive(Clone, Debug)]
pub struct SourceRequest {
    /// The address, absolute or relative to the page; the bundled sample where `None`.
    pub asked: Option<String>,
    /// The page's own address.
    pub page_url: String,
    /// Origins besides the page's own that documents may come from.
    pub allowed_origins: Vec<String>,
    /// Who gives the right to read it, where that is asked for.
    pub authority: Option<Authority>,
    /// Whether the page itself asks: it shows what stands before the figures of the first document
    /// while they arrive, and keeps what it has shown for when the source fails.
    pub of_page: bool,
}

/// An address that has passed the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The absolute address.
    pub url: String,
    /// Origins that an answer may come from, wherever the address leads.
    origins: Vec<String>,
}

/// Why an address is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SourceError {
    /// It is no address.
    #[error("{0:?} is not an address")]
    Malformed(String),
    /// It lies on another origin that the page does not list.
    #[error("{0} is neither this page's origin nor one that it lists")]
    ForeignOrigin(String),
}

impl SourceRequest {
    /// The address, if it is http(s) on the page's own origin or on one that the page lists.
    pub fn resolve(&self) -> Result<Source, SourceError> {
        let asked = self.asked.as_deref().unwrap_or(SAMPLE);
        let malformed = |_| SourceError::Malformed(asked.to_owned());
        let page = Url::new(&self.page_url).map_err(malformed)?;
        let url = Url::new_with_base(asked, &self.page_url).map_err(malformed)?;
        let web = matches!(url.protocol().as_str(), "http:" | "https:");
        let mut origins = self.allowed_origins.clone();
        origins.push(page.origin());
        if web && origins.contains(&url.origin()) && url.username().is_empty() {
            url.set_hash("");
            Ok(Source {
                url: url.href(),
                origins,
            })
        } else {
            // What is not of the web has no origin to tell, but a kind, such as `data:`.
            let place = if web { url.origin() } else { url.protocol() };
            Err(SourceError::ForeignOrigin(place))
        }
    }
}

impl Source {
    /// The address of a part that the document at this source names. The contract has made sure
    /// that `href` is relative; that it stays on the document's origin is checked again here.
    pub fn part(&self, href: &str) -> Result<Self, SourceError> {
        let (asked, page_url) = (Some(href.to_owned()), self.url.clone());
        SourceRequest {
            asked,
            page_url,
            allowed_origins: Vec::new(),
            authority: None,
            of_page: false,
        }
        .resolve()
    }

    /// Fails where an answer came from an origin that is not allowed: a server may lead elsewhere.
    /// `url` is where it came from in the end, empty where the browser does not say.
    pub fn admit(&self, url: &str) -> Result<(), SourceError> {
        if url.is_empty() {
            return Ok(());
        }
        let origin = Url::new(url).map_err(|_| SourceError::Malformed(url.to_owned()))?;
        if self.origins.contains(&origin.origin()) {
            return Ok(());
        }
        Err(SourceError::ForeignOrigin(origin.origin()))
    }
}
