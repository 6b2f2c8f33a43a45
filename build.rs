//! Gives the program a name that changes with every line of it: what an earlier one has kept must
//! not pass for what this one would make.
#![expect(clippy::disallowed_methods, reason = "it reads the program itself, before there is one")]

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

fn main() -> io::Result<()> {
    let mut files = BTreeMap::new();
    // The lock tells which versions of all else are in it, if the program is built with `--locked`.
    for part in ["src", "themes", "Cargo.toml", "Cargo.lock"] {
        println!("cargo:rerun-if-changed={part}");
        read(Path::new(part), &mut files)?;
    }
    let mut hasher = DefaultHasher::new();
    files.hash(&mut hasher);
    println!("cargo:rustc-env=JUMELAGE_PROGRAM={:016x}", hasher.finish());
    Ok(())
}

/// Reads a file, or all files in a folder.
fn read(path: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) -> io::Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            read(&entry?.path(), files)?;
        }
    } else if path.exists() {
        files.insert(path.to_owned(), fs::read(path)?);
    }
    Ok(())
}
