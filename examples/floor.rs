//! What the work on files alone costs: reads every file of a site, and writes as many files of the same
//! sizes as a finished one has. `benches/peers/compare.py` sets this beside the programs:
//! `cargo run --release --example floor -- SITE FINISHED [TARGET]`, where TARGET is a new folder.
//! Without it nothing is written, and each finished file is only looked at: the floor of a build after
//! which nothing has changed.
#![expect(clippy::disallowed_methods, reason = "it is here to read and write files")]

use std::error::Error;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;

use walkdir::WalkDir;

/// As many as the figures of the design were measured with.
const THREADS: usize = 2;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let (site, finished, target) = match arguments.as_slice() {
        [site, finished] => (site, finished, None),
        [site, finished, target] => (site, finished, Some(target)),
        _ => return Err("usage: floor SITE FINISHED [TARGET]".into()),
    };
    in_parallel(&files(site)?, |path| fs::read(path).map(drop))?;
    in_parallel(&files(finished)?, |path| {
        let size = fs::metadata(path)?.len();
        let Some(target) = target else { return Ok(()) };
        write(&target.join(path.strip_prefix(finished).unwrap_or(path)), size)
    })?;
    Ok(())
}

/// All files below a folder, without what is hidden.
fn files(folder: &Path) -> Result<Vec<PathBuf>, walkdir::Error> {
    WalkDir::new(folder)
        .min_depth(1)
        .into_iter()
        .filter_entry(|entry| !entry.file_name().as_encoded_bytes().starts_with(b"."))
        .filter(|entry| entry.as_ref().map_or(true, |entry| entry.file_type().is_file()))
        .map(|entry| entry.map(walkdir::DirEntry::into_path))
        .collect()
}

fn write(path: &Path, size: u64) -> io::Result<()> {
    let blank = vec![b' '; usize::try_from(size).map_err(io::Error::other)?];
    match fs::write(path, &blank) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(path.parent().unwrap_or(path))?;
            fs::write(path, blank)
        }
        written => written,
    }
}

/// Does something with each file; each thread takes a part of them.
fn in_parallel(files: &[PathBuf], work: impl Fn(&Path) -> io::Result<()> + Sync) -> io::Result<()> {
    let parts = files.chunks(files.len().div_ceil(THREADS).max(1));
    let all_of = |part: &[PathBuf]| part.iter().try_for_each(|path| work(path));
    thread::scope(|scope| {
        let threads: Vec<_> = parts.map(|part| scope.spawn(|| all_of(part))).collect();
        threads.into_iter().try_for_each(|thread| thread.join().expect("the work does not panic"))
    })
}
