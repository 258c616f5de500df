//! `paceboard-sample <folder>` writes the bundled sample into a folder.

use std::{env, path::PathBuf, process::ExitCode};

fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: paceboard-sample <folder>");
        return ExitCode::from(2);
    };
    let files = paceboard_sample::files();
    if let Err(error) = paceboard_sample::write(&folder, &files) {
        eprintln!("cannot write the sample into {}: {error}", folder.display());
        return ExitCode::FAILURE;
    }
    for file in files {
        println!(
            "{:>10} bytes  {}",
            file.bytes.len(),
            folder.join(file.name).display()
        );
    }
    ExitCode::SUCCESS
}
