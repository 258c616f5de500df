//! The addresses of the portal.

use crate::portal::Portal;
use crate::words::Lang;
use crate::{api, assets, cookies, merchants, pages, policy};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY,
    CONTENT_TYPE, HOST, HeaderName, REFERRER_POLICY, SET_COOKIE, VARY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::map_response;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use std::sync::Arc;

const SCRIPT: &str = include_str!("../pages/portal.js");
const STYLE: &str = include_str!("../pages/portal.css");

/// The whole site. With `test` there is also an address at which tests revoke tokens.
pub fn site(portal: Arc<Portal>, test: bool) -> Router {
    let mut router = Router::new()
        .route("/", get(home))
        .route("/login", get(login))
        .route("/login/{account}", post(log_in))
        .route("/logout", post(log_out))
        .route("/language/{language}", get(language))
        .route(
            "/portal.js",
            get(|| async { own_file("text/javascript; charset=utf-8", SCRIPT) }),
        )
        .route(
            "/portal.css",
            get(|| async { own_file("text/css; charset=utf-8", STYLE) }),
        )
        .route("/paceboard/{*name}", get(asset))
        .route("/api/paceboard-token", post(api::token))
        .route("/api/sales", get(api::document).options(api::preflight))
        .route("/api/sales/{name}", get(api::part).options(api::preflight));
    if test {
        router = router.route("/test/revoke", post(api::revoke));
    }
    router.with_state(portal).layer(map_response(guarded))
}

async fn home(State(portal): State<Arc<Portal>>, headers: HeaderMap) -> Response {
    let Some(login) = portal.login(&headers) else {
        return Redirect::to("/login").into_response();
    };
    match assets::script(&portal.dist) {
        Ok(script) => page(pages::home(&portal, login, Lang::of(&headers), &script)),
        Err(error) => {
            let message = format!("Paceboard has not been built: {error}\n");
            (StatusCode::SERVICE_UNAVAILABLE, message).into_response()
        }
    }
}

async fn login(State(portal): State<Arc<Portal>>, headers: HeaderMap) -> Response {
    if portal.login(&headers).is_some() {
        return Redirect::to("/").into_response();
    }
    page(pages::login(Lang::of(&headers)))
}

async fn log_in(
    State(portal): State<Arc<Portal>>,
    Path(account): Path<String>,
    headers: HeaderMap,
) -> Response {
    let Some(merchant) = merchants::of_account(&account) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    if let Some(secret) = cookies::value(&headers, cookies::SESSION) {
        portal.sessions.log_out(secret);
    }
    match portal.sessions.log_in(merchant) {
        Ok(secret) => with_cookie(cookies::set(cookies::SESSION, &secret), "/"),
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

async fn log_out(State(portal): State<Arc<Portal>>, headers: HeaderMap) -> Response {
    if let Some(secret) = cookies::value(&headers, cookies::SESSION) {
        portal.sessions.log_out(secret);
    }
    with_cookie(cookies::remove(cookies::SESSION), "/login")
}

async fn language(Path(language): Path<String>) -> Response {
    match Lang::named(&language) {
        Some(lang) => with_cookie(cookies::set(cookies::LANGUAGE, lang.name()), "/"),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// A file of Paceboard. Any origin may read it: the frame's is opaque, and they hold no secret.
async fn asset(
    State(portal): State<Arc<Portal>>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Response {
    let dist = portal.dist.clone();
    let policy = policy_of(&name, &headers);
    let read = move || assets::read(&dist, &name, &headers);
    let Ok(Some(asset)) = tokio::task::spawn_blocking(read).await else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let kept = if asset.forever {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let mut of_answer = HeaderMap::new();
    let mut put = |name: HeaderName, value: &'static str| {
        of_answer.insert(name, HeaderValue::from_static(value));
    };
    put(CONTENT_TYPE, asset.media_type);
    put(CACHE_CONTROL, kept);
    put(VARY, "Accept-Encoding");
    put(ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    if let Some(encoding) = asset.encoding {
        put(CONTENT_ENCODING, encoding);
    }
    of_answer.insert(CONTENT_SECURITY_POLICY, policy);
    (of_answer, asset.bytes).into_response()
}

/// The frame's own, where the request says on which host; of all other files the strictest.
fn policy_of(name: &str, headers: &HeaderMap) -> HeaderValue {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let is_plain = |host: &&str| {
        host.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b".:-[]".contains(&byte))
    };
    let of_frame = host.filter(|_| name == "embed.html").filter(is_plain);
    let policy = of_frame.map(|host| policy::frame(&format!("http://{host} https://{host}")));
    let policy = policy.and_then(|policy| HeaderValue::from_str(&policy).ok());
    policy.unwrap_or(HeaderValue::from_static(policy::FILES))
}

fn own_file(media_type: &'static str, text: &'static str) -> Response {
    let headers = [(CONTENT_TYPE, media_type), (CACHE_CONTROL, "no-cache")];
    (headers, text).into_response()
}

/// A page of the portal. It shows one merchant's name, so nothing between may keep it.
fn page(html: String) -> Response {
    let headers = [
        (CONTENT_SECURITY_POLICY, policy::PORTAL),
        (CACHE_CONTROL, "no-store"),
        (VARY, "Cookie, Accept-Language"),
    ];
    (headers, Html(html)).into_response()
}

fn with_cookie(cookie: String, to: &str) -> Response {
    ([(SET_COOKIE, cookie)], Redirect::to(to)).into_response()
}

/// Headers of every answer, and the strictest policy where a handler gave none.
async fn guarded(mut answer: Response) -> Response {
    let headers = answer.headers_mut();
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    let policy = HeaderValue::from_static(policy::FILES);
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(policy);
    answer
}
