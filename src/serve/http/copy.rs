//! Files that are published as they are: read from the site's folder when they are asked for, in
//! pieces, since a film need not fit into memory.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::Path;

use axum::body::Body;
use bytes::Bytes;
use tokio::sync::mpsc;
use tokio::task::spawn_blocking;
use tokio_stream::wrappers::ReceiverStream;

use crate::memo::Fingerprint;
use crate::source::{Stamp, open_copy};
use crate::values::SourcePath;

/// How much is read at once.
const PIECE: u64 = 64 * 1024;

/// A file that is about to be sent.
#[derive(Debug)]
pub(super) struct Copy {
    file: File,
    stamp: Stamp,
}

/// Opens a file of the site, if it is a regular one that lies, with all links followed, in one
/// of the site's two folders.
pub(super) fn open(root: &Path, source: &SourcePath) -> io::Result<Copy> {
    let (file, stamp) = open_copy(root, source)?;
    Ok(Copy { file, stamp })
}

impl Copy {
    pub(super) fn length(&self) -> u64 {
        self.stamp.size()
    }

    /// What tells two states of the file apart without reading it.
    pub(super) fn tag(&self) -> Fingerprint {
        Fingerprint::of(&self.stamp)
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
