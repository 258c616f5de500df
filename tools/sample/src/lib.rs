//! The bundled sample: a made-up programme of 2,400 live-stream channels and 200 partners, calibrated to published
//! figures, the same bytes on every run and machine. Nothing in it is a real channel, person or company.

mod amounts;
mod audience;
mod calendar;
mod categories;
#[cfg(test)]
mod checks;
mod documents;
mod json;
mod metrics;
mod names;
mod rng;
mod roster;
mod sales;
mod season;
mod tables;

use std::{fs, io, path::Path};

/// A file of the sample.
pub struct File {
    /// Its name in the folder that holds the sample.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// All files of the sample. The main document comes last: it refers to the others.
pub fn files() -> Vec<File> {
    let roster = roster::Roster::draw();
    let sales = sales::draw(&roster.channels);
    documents::files(&roster, &sales)
}

/// One document with both fiscal years to their end, the months that the sample keeps back included: so that a
/// projection made on any day can be held against what came.
pub fn to_the_end() -> Vec<u8> {
    let roster = roster::Roster::draw();
    let sales = sales::draw(&roster.channels);
    documents::to_the_end(&roster, &sales)
}

/// Writes the files and removes parts that an earlier version of the sample left behind. Each file appears whole or
/// not at all.
pub fn write(folder: &Path, files: &[File]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for file in files {
        let unfinished = folder.join(format!("{}.unfinished", file.name));
        fs::write(&unfinished, &file.bytes)?;
        fs::rename(unfinished, folder.join(&file.name))?;
    }
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        let name = name.to_string_lossy();
        if documents::is_part_name(&name) && files.iter().all(|file| file.name != name) {
            fs::remove_file(folder.join(&*name))?;
        }
    }
    Ok(())
}
