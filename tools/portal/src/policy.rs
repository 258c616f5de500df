//! What each page may do: the headers that docs/embedding.md asks a portal for.

/// The portal's own pages. Everything comes from the portal itself; the one thing that Paceboard
/// needs beyond that is `'wasm-unsafe-eval'`.
pub const PORTAL: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
style-src 'self'; img-src 'self' data:; frame-src 'self'; form-action 'self'; base-uri 'none'; \
frame-ancestors 'none'; require-trusted-types-for 'script'";

/// The page inside the frame, on the portal's own host. `sandbox` makes its origin opaque even where
/// it is opened by itself, so it never sees the portal's cookie; in Safari `'self'` then names
/// nothing, so the host has its name.
pub fn frame(host: &str) -> String {
    format!(
        "default-src 'none'; script-src {host} 'wasm-unsafe-eval'; connect-src {host}; \
         style-src {host}; img-src {host} data:; form-action 'none'; base-uri 'none'; \
         frame-ancestors 'self'; require-trusted-types-for 'script'; sandbox allow-scripts"
    )
}

/// Everything else: nothing that a browser would run as a page.
pub const FILES: &str = "default-src 'none'; frame-ancestors 'none'";
