//! Which files the disk has already, byte for byte.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use rayon::prelude::*;

use super::error::{PublishError, Result};
use crate::output::{Contents, Output, OutputFile};
use crate::studio::Studio;

const CHUNK: usize = 64 * 1024;

/// The paths of the output's files that lie in the folder with the same bytes.
pub(super) fn unchanged<'a>(
    output: &'a Output,
    studio: &Studio,
    folder: &Path,
) -> Result<BTreeSet<&'a str>> {
    if !folder.is_dir() {
        return Ok(BTreeSet::new());
    }
    let files: Vec<&OutputFile> = output.files().collect();
    files
        .into_par_iter()
        .map_init(Buffers::default, |buffers, file| {
            let path = file.path.as_str();
            let same = holds(&folder.join(path), &file.contents, studio, buffers)?;
            Ok(same.then_some(path))
        })
        .filter_map(Result::transpose)
        .collect()
}

/// Whether two files have the same bytes; `false` if one cannot be read.
pub(super) fn same_files(one: &Path, other: &Path, buffers: &mut Buffers) -> bool {
    let (Ok(one), Ok(other)) = (File::open(one), File::open(other)) else { return false };
    same_bytes(one, other, buffers).unwrap_or(false)
}

/// Room to read two files side by side, kept from one pair to the next.
pub(super) struct Buffers([Vec<u8>; 2]);

impl Default for Buffers {
    fn default() -> Self {
        Self([vec![0; CHUNK], vec![0; CHUNK]])
    }
}

fn holds(
    published: &Path,
    contents: &Contents,
    studio: &Studio,
    buffers: &mut Buffers,
) -> Result<bool> {
    // A published file that cannot be read counts as changed: it is made anew. Nothing but a
    // file is opened, because to open a pipe is to wait for somebody to write to it.
    let Ok(there) = published.symlink_metadata() else { return Ok(false) };
    let has_size = |size: u64| there.is_file() && there.len() == size;
    let mut has_bytes = |bytes: &[u8]| {
        has_size(bytes.len() as u64)
            && File::open(published)
                .and_then(|there| same_bytes(there, bytes, buffers))
                .unwrap_or(false)
    };
    match contents {
        Contents::Bytes(bytes) => Ok(has_bytes(bytes)),
        Contents::Indexed(part) => Ok(has_bytes(part.bytes())),
        Contents::Drawn(drawing) => Ok(has_bytes(&studio.bytes(drawing)?)),
        Contents::CopyOf(source) => {
            let source = studio.site_root().join(source.as_str());
            let failed = PublishError::io("read", &source);
            let size = match source.metadata() {
                Ok(metadata) => metadata.len(),
                Err(error) => return Err(failed(error)),
            };
            Ok(has_size(size) && same_files(published, &source, buffers))
        }
    }
}

fn same_bytes(mut one: impl Read, mut other: impl Read, buffers: &mut Buffers) -> io::Result<bool> {
    let Buffers([left, right]) = buffers;
    loop {
        let read = fill(&mut one, left)?;
        if read != fill(&mut other, right)? || left[..read] != right[..read] {
            return Ok(false);
        }
        if read < CHUNK {
            return Ok(true);
        }
    }
}

/// Reads until the buffer is full or nothing is left.
fn fill(reader: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match reader.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_compared_to_the_last_one_across_chunks() {
        let mut buffers = Buffers::default();
        for size in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK] {
            let one = vec![7; size];
            assert!(same_bytes(&one[..], &one[..], &mut buffers).unwrap(), "{size}");
            let mut other = one.clone();
            let Some(last) = other.last_mut() else { continue };
            *last = 8;
            assert!(!same_bytes(&one[..], &other[..], &mut buffers).unwrap(), "{size}");
            assert!(!same_bytes(&one[..], &one[1..], &mut buffers).unwrap(), "{size}");
        }
    }
}
