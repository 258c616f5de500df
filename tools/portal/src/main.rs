//! `paceboard-portal DIST` serves a merchant portal that embeds Paceboard: two merchants, each of
//! whom sees its own channels and anonymous neighbours. It is the live example of
//! docs/embedding.md and what the embedding is tested in. It is no part of what is shipped.

mod api;
mod args;
mod assets;
mod cookies;
mod figures;
mod merchants;
mod pages;
mod policy;
mod portal;
mod scope;
mod sessions;
mod site;
mod tokens;
mod words;

use args::{Args, USAGE};
use portal::Portal;
use std::error::Error;
use std::process::ExitCode;
use std::sync::Arc;
use tokio::net::TcpListener;

fn main() -> ExitCode {
    let Some(args) = Args::parse(std::env::args().skip(1)) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match run(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: Args) -> Result<(), Box<dyn Error>> {
    let not_built = |error| {
        format!(
            "{} is not a build of Paceboard: {error}",
            args.dist.display()
        )
    };
    assets::script(&args.dist).map_err(not_built)?;
    let portal = Arc::new(Portal::open(args.dist, args.tokens_live_s)?);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind(("127.0.0.1", args.port)).await?;
        println!(
            "Merchant portal: http://{}/   (Ctrl-C stops it)",
            listener.local_addr()?
        );
        axum::serve(listener, site::site(portal, args.test)).await?;
        Ok(())
    })
}
