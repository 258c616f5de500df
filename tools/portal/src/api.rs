//! What scripts ask the portal for: tokens, and the data that a token opens.
//!
//! The frame's origin is opaque, so its requests for data are of another origin and carry
//! `Origin: null`. They are answered to that origin, without cookies: a bearer token is the only
//! thing that opens data. Tokens are never handed to another origin; the frame asks the page that
//! holds it.

use crate::portal::{Portal, now_s};
use crate::scope::Scoped;
use crate::tokens::{Claims, Refusal};
use crate::{cookies, sessions::Login};
use axum::extract::{Path, State};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, AUTHORIZATION, CACHE_CONTROL,
    CONTENT_TYPE, ETAG, IF_NONE_MATCH, ORIGIN, VARY, WWW_AUTHENTICATE,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use std::sync::Arc;

/// `POST /api/paceboard-token`: a token for whoever is logged in.
pub async fn token(State(portal): State<Arc<Portal>>, headers: HeaderMap) -> Response {
    let Some(login) = portal.login(&headers) else {
        return (
            StatusCode::UNAUTHORIZED,
            said(&json!({"error": "not logged in"})),
        )
            .into_response();
    };
    let (token, exp) = portal.mint.issue(login.merchant, login.number, now_s());
    let no_store = [(CACHE_CONTROL, "no-store")];
    (no_store, said(&json!({"token": token, "exp": exp}))).into_response()
}

/// `GET /api/sales`: the document of the merchant that the token belongs to.
pub async fn document(State(portal): State<Arc<Portal>>, headers: HeaderMap) -> Response {
    file(&portal, &headers, "")
}

/// `GET /api/sales/{name}`: a part that the merchant's document names.
pub async fn part(
    State(portal): State<Arc<Portal>>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Response {
    file(&portal, &headers, &name)
}

/// `OPTIONS` of data: the browser asks whether the frame may send its token.
pub async fn preflight(headers: HeaderMap) -> Response {
    let allowed = [
        (ACCESS_CONTROL_ALLOW_METHODS, "GET"),
        (ACCESS_CONTROL_ALLOW_HEADERS, "authorization, if-none-match"),
        (ACCESS_CONTROL_MAX_AGE, "600"),
    ];
    for_frame(&headers, (StatusCode::NO_CONTENT, allowed).into_response())
}

/// `POST /test/revoke`, there only for tests: every token issued so far is refused from now on.
pub async fn revoke(State(portal): State<Arc<Portal>>) -> StatusCode {
    portal.sessions.revoke_tokens();
    StatusCode::NO_CONTENT
}

fn file(portal: &Portal, headers: &HeaderMap, name: &str) -> Response {
    let answer = match allowed(portal, headers) {
        Err(refusal) => refused(refusal),
        Ok(claims) => {
            let mut files = portal.files[claims.merchant].iter();
            match files.find(|file| file.name == name) {
                Some(file) => send(file, headers),
                None => StatusCode::NOT_FOUND.into_response(),
            }
        }
    };
    for_frame(headers, answer)
}

/// What the request's token says, unless it is refused.
fn allowed(portal: &Portal, headers: &HeaderMap) -> Result<Claims, Refusal> {
    let value = headers
        .get(AUTHORIZATION)
        .and_then(|value| value.to_str().ok());
    let token = value.and_then(|value| value.strip_prefix("Bearer "));
    let claims = portal.mint.check(token.ok_or(Refusal::Missing)?, now_s())?;
    let login = Login {
        merchant: claims.merchant,
        number: claims.login,
    };
    if portal.sessions.stands(login) {
        Ok(claims)
    } else {
        Err(Refusal::Revoked)
    }
}

fn refused(refusal: Refusal) -> Response {
    let challenge = match refusal {
        Refusal::Missing => "Bearer",
        _ => "Bearer error=\"invalid_token\"",
    };
    let challenge = [(WWW_AUTHENTICATE, challenge)];
    let reason = said(&json!({"error": refusal.to_string()}));
    (StatusCode::UNAUTHORIZED, challenge, reason).into_response()
}

fn said(value: &Value) -> impl IntoResponse + use<> {
    ([(CONTENT_TYPE, "application/json")], value.to_string())
}

/// The file, or only word that it has not changed.
fn send(file: &Scoped, headers: &HeaderMap) -> Response {
    let known = headers
        .get(IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok());
    let is_known = known.is_some_and(|known| known.split(',').any(|tag| tag.trim() == file.etag));
    let kept = [
        (ETAG, file.etag.as_str()),
        (CACHE_CONTROL, "private, no-cache"),
    ];
    if is_known {
        return (StatusCode::NOT_MODIFIED, kept).into_response();
    }
    let media_type = [(CONTENT_TYPE, "application/json")];
    (kept, media_type, file.bytes.clone()).into_response()
}

/// Lets the frame read an answer, and nobody else of another origin.
fn for_frame(headers: &HeaderMap, mut answer: Response) -> Response {
    let of_answer = answer.headers_mut();
    of_answer.insert(VARY, HeaderValue::from_static("Origin, Authorization"));
    if headers.get(ORIGIN).is_some_and(|origin| origin == "null") {
        of_answer.insert(
            ACCESS_CONTROL_ALLOW_ORIGIN,
            HeaderValue::from_static("null"),
        );
        of_answer.insert(
            ACCESS_CONTROL_EXPOSE_HEADERS,
            HeaderValue::from_static("ETag"),
        );
    }
    answer
}

impl Portal {
    /// Who is logged in in the browser that sent these headers.
    pub fn login(&self, headers: &HeaderMap) -> Option<Login> {
        self.sessions
            .login(cookies::value(headers, cookies::SESSION)?)
    }
}
