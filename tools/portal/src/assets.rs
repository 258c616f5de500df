//! The built files of Paceboard, served as docs/hosting.md says.

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_ENCODING;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// A file as it is sent.
#[derive(Debug)]
pub struct Asset {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its media type.
    pub media_type: &'static str,
    /// How the bytes are compressed, where they are.
    pub encoding: Option<&'static str>,
    /// Whether its name changes with its contents.
    pub forever: bool,
}

/// The one script that a portal's page names.
#[derive(Debug, PartialEq, Eq)]
pub struct Script {
    /// Its file.
    pub name: String,
    /// Its hash as browsers check it.
    pub integrity: String,
}

/// What a build is made of, and the page in a frame.
const MANIFEST: &str = "paceboard.json";
const FRAME: &str = "embed.html";

/// The file of a name below `dist`; `None` where there is none, or where the name is not that of a
/// program. The figures of the sample lie there too: of these a merchant gets what its token says.
pub fn read(dist: &Path, name: &str, headers: &HeaderMap) -> Option<Asset> {
    let path = path(dist, name)?;
    let media_type = media_type(name)?;
    let (bytes, encoding) = best(&path, headers)?;
    Some(Asset {
        bytes,
        media_type,
        encoding,
        forever: is_hashed(name),
    })
}

/// The script with its hash, as `paceboard.json` in `dist` has them.
pub fn script(dist: &Path) -> io::Result<Script> {
    let text = fs::read_to_string(dist.join(MANIFEST))?;
    let manifest: Value = serde_json::from_str(&text)?;
    let script = || {
        let name = manifest["script"].as_str()?;
        let integrity = manifest["integrity"][name].as_str()?;
        path(dist, name)?;
        Some(Script {
            name: name.to_owned(),
            integrity: integrity.to_owned(),
        })
    };
    let lacking = "paceboard.json names no script, or no hash of it";
    script().ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, lacking))
}

/// Steps of plain letters only, so that no name leads out of the folder.
fn path(dist: &Path, name: &str) -> Option<PathBuf> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._~-".contains(&byte);
    let good = |step: &str| step.bytes().all(plain) && !step.starts_with('.') && !step.is_empty();
    name.split('/').all(good).then(|| dist.join(name))
}

/// The file, compressed as the browser takes it where the build wrote it so.
fn best(path: &Path, headers: &HeaderMap) -> Option<(Vec<u8>, Option<&'static str>)> {
    let accepted = headers
        .get(ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok());
    let accepted: Vec<&str> = accepted
        .unwrap_or_default()
        .split(',')
        .map(str::trim)
        .collect();
    for (encoding, ending) in [("br", "br"), ("gzip", "gz")] {
        let compressed = PathBuf::from(format!("{}.{ending}", path.display()));
        if accepted.contains(&encoding)
            && let Ok(bytes) = fs::read(compressed)
        {
            return Some((bytes, Some(encoding)));
        }
    }
    Some((fs::read(path).ok()?, None))
}

/// The media type of a file that is part of the program; no other file of the folder is served.
fn media_type(name: &str) -> Option<&'static str> {
    let (_, ending) = name.rsplit_once('.')?;
    Some(match ending {
        _ if name == MANIFEST => "application/json",
        _ if name == FRAME => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        _ => return None,
    })
}

/// Whether a name ends with a hash: sixteen digits before the ending.
fn is_hashed(name: &str) -> bool {
    let Some((stem, _)) = name.rsplit_once('.') else {
        return false;
    };
    let hash = stem.rsplit(['.', '-']).next().unwrap_or_default();
    hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::{is_hashed, media_type, path};
    use std::path::Path;

    #[test]
    fn no_name_leads_out_of_the_folder() {
        for bad in [
            "",
            "..",
            "../key",
            "a/../../b",
            "/etc/passwd",
            "a//b",
            ".hidden",
            "a\\b",
            "a%2e",
        ] {
            assert_eq!(path(Path::new("dist"), bad), None, "{bad}");
        }
        let good = path(Path::new("dist"), "embed/a-1.b.js");
        assert_eq!(good.as_deref(), Some(Path::new("dist/embed/a-1.b.js")));
    }

    #[test]
    fn only_names_with_a_hash_are_kept_forever() {
        assert!(is_hashed("paceboard-0123456789abcdef.wasm"));
        assert!(is_hashed("paceboard-1.0123456789abcdef.js"));
        for name in [
            "paceboard.js",
            "embed.html",
            "paceboard-0123.wasm",
            "README",
        ] {
            assert!(!is_hashed(name), "{name}");
        }
    }

    #[test]
    fn files_of_other_kinds_are_not_served() {
        assert_eq!(media_type("paceboard.wasm"), Some("application/wasm"));
        assert_eq!(media_type("paceboard.json"), Some("application/json"));
        assert_eq!(media_type("sample.sales.json"), None);
        assert_eq!(media_type("index.html"), None);
        assert_eq!(media_type("sample.2020.gmv.0123456789abcdef.json"), None);
        assert_eq!(media_type("paceboard.wasm.br"), None);
        assert_eq!(media_type("Makefile"), None);
    }
}
