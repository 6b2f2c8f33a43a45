//! Files that are published as they are: read from the site's folder when they are asked for, in
//! pieces, since a film need not fit into memory.

use std::fs::{File, Metadata};
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::Path;

use axum::body::Body;
use bytes::Bytes;
use tokio::sync::mpsc;
use tokio::task::spawn_blocking;
use tokio_stream::wrappers::ReceiverStream;
use xxhash_rust::xxh3::xxh3_128;

use crate::source::open_copy;
use crate::values::SourcePath;

/// How much is read at once.
const PIECE: u64 = 64 * 1024;

/// A file that is about to be sent.
#[derive(Debug)]
pub(super) struct Copy {
    file: File,
    metadata: Metadata,
}

/// Opens a file of the site, if it is a regular one that lies, with all links followed, in one
/// of the site's two folders.
pub(super) fn open(root: &Path, source: &SourcePath) -> io::Result<Copy> {
    let file = open_copy(root, source)?;
    let metadata = file.metadata()?;
    Ok(Copy { file, metadata })
}

impl Copy {
    pub(super) fn length(&self) -> u64 {
        self.metadata.len()
    }

    /// What tells two states of the file apart without reading it.
    pub(super) fn tag(&self) -> String {
        let modified = self.metadata.modified().ok();
        format!(
            "{:032x}",
            xxh3_128(format!("{modified:?} {} {}", self.length(), self.node()).as_bytes())
        )
    }

    #[cfg(unix)]
    fn node(&self) -> String {
        use std::os::unix::fs::MetadataExt;
        format!("{} {}.{}", self.metadata.ino(), self.metadata.ctime(), self.metadata.ctime_nsec())
    }

    #[cfg(not(unix))]
    fn node(&self) -> String {
        String::new()
    }

    /// Some of its bytes as a body. A thread reads ahead by a few pieces, and ends when nobody
    /// listens any more.
    pub(super) fn body(self, range: Range<u64>) -> Body {
        let (pieces, body) = mpsc::channel(2);
        spawn_blocking(move || {
            if let Err(error) = send(self.file, range, &pieces) {
                // Whoever waits for the rest must learn that it does not come.
                let _ = pieces.blocking_send(Err(error));
            }
        });
        Body::from_stream(ReceiverStream::new(body))
    }
}

fn send(
    mut file: File,
    range: Range<u64>,
    pieces: &mpsc::Sender<io::Result<Bytes>>,
) -> io::Result<()> {
    file.seek(SeekFrom::Start(range.start))?;
    let mut left = range.end - range.start;
    while left > 0 {
        let mut piece = Vec::new();
        let read = file.by_ref().take(left.min(PIECE)).read_to_end(&mut piece)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        left -= u64::try_from(read).expect("no piece is that large");
        if pieces.blocking_send(Ok(piece.into())).is_err() {
            return Ok(());
        }
    }
    Ok(())
}
