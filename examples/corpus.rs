//! Writes the benchmarks' corpus to a folder, for jumelage and for Hugo:
//! `cargo run --release --example corpus -- CITIES FOLDER [THEME]`.
#![expect(clippy::disallowed_methods, reason = "it is here to write files")]

#[path = "../benches/corpus/mod.rs"]
mod corpus;

use std::error::Error;
use std::path::Path;

use corpus::{Corpus, File, hugo, jumelage};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (cities, folder, theme) = match arguments.as_slice() {
        [cities, folder] => (cities, folder, "civic"),
        [cities, folder, theme] => (cities, folder, theme.as_str()),
        _ => return Err("usage: corpus CITIES FOLDER [THEME]".into()),
    };
    let corpus = Corpus::new(cities.parse()?);
    let folder = Path::new(folder);
    write(&folder.join("jumelage"), &jumelage::files(&corpus, theme))?;
    write(&folder.join("hugo"), &hugo::files(&corpus))
}

fn write(root: &Path, files: &[File]) -> Result<(), Box<dyn Error>> {
    for file in files {
        let path = root.join(&file.path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(path, &file.text)?;
    }
    Ok(())
}
