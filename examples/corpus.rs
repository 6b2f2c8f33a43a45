//! Writes the benchmarks' corpus to a folder, for jumelage and for its peers:
//! `cargo run --release --example corpus -- CITIES FOLDER`.
#![expect(clippy::disallowed_methods, reason = "it is here to write files")]

#[path = "../benches/corpus/mod.rs"]
mod corpus;

use std::error::Error;
use std::path::Path;

use corpus::{Corpus, File, LAYOUTS};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [cities, folder] = arguments.as_slice() else {
        return Err("usage: corpus CITIES FOLDER".into());
    };
    let corpus = Corpus::new(cities.parse()?);
    for (program, files) in LAYOUTS {
        write(&Path::new(folder).join(program), &files(&corpus))?;
    }
    Ok(())
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
