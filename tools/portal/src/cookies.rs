//! The portal's two cookies: who is logged in, and in which language.

use axum::http::HeaderMap;
use axum::http::header::COOKIE;

/// Holds the secret of a login.
pub const SESSION: &str = "portal_session";
/// Holds `zh` or `en`.
pub const LANGUAGE: &str = "portal_language";

/// The value of a cookie in a request.
pub fn value<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let texts = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    let mut pairs = texts.flat_map(|text| text.split(';'));
    pairs.find_map(|pair| {
        let (key, value) = pair.trim().split_once('=')?;
        (key == name).then_some(value)
    })
}

/// Sets a cookie that scripts cannot read and other sites cannot send. A portal that is served
/// over HTTPS adds `Secure`, which browsers do not keep from plain HTTP everywhere.
pub fn set(name: &str, value: &str) -> String {
    format!("{name}={value}; Path=/; HttpOnly; SameSite=Strict")
}

/// Removes a cookie.
pub fn remove(name: &str) -> String {
    format!("{name}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0")
}

#[cfg(test)]
mod tests {
    use super::value;
    use axum::http::HeaderMap;
    use axum::http::header::COOKIE;

    #[test]
    fn a_cookie_is_found_by_its_whole_name() {
        let mut headers = HeaderMap::new();
        headers.insert(COOKIE, "xa=1; a=2;b=3".parse().unwrap());
        headers.append(COOKIE, "c=4".parse().unwrap());
        assert_eq!(value(&headers, "a"), Some("2"));
        assert_eq!(value(&headers, "b"), Some("3"));
        assert_eq!(value(&headers, "c"), Some("4"));
        assert_eq!(value(&headers, "x"), None);
    }
}
