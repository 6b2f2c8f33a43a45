//! The segments of a JPEG file: its size and turn, and the same file without what it tells of its
//! owner.

use std::io::{self, Read, Seek, SeekFrom};

use image::metadata::Orientation;

/// What the segments before the pixels say.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// As the pixels are stored.
    pub(super) width: u32,
    pub(super) height: u32,
    /// How they are turned, as Exif counts.
    pub(super) turn: u8,
}

const EXIF: &[u8] = b"Exif\0\0";

/// Reads up to the size; nothing, if the segments make no sense.
pub(super) fn frame(file: &mut (impl Read + Seek)) -> io::Result<Option<Frame>> {
    file.seek(SeekFrom::Start(2))?;
    let mut turn = 1;
    loop {
        let mut byte = [0];
        file.read_exact(&mut byte)?;
        if byte != [0xff] {
            return Ok(None);
        }
        while byte == [0xff] {
            file.read_exact(&mut byte)?;
        }
        let [marker] = byte;
        if marker == 0x01 || (0xd0..=0xd8).contains(&marker) {
            continue;
        }
        let mut length = [0; 2];
        file.read_exact(&mut length)?;
        let Some(length) = u16::from_be_bytes(length).checked_sub(2) else { return Ok(None) };
        match marker {
            // Pixels, or the end, before the size was told.
            0xda | 0xd9 => return Ok(None),
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                let mut data = [0; 5];
                file.read_exact(&mut data)?;
                let [_, h1, h2, w1, w2] = data;
                let [width, height] = [[w1, w2], [h1, h2]].map(u16::from_be_bytes).map(u32::from);
                return Ok(Some(Frame { width, height, turn }));
            }
            0xe1 => {
                let mut data = vec![0; usize::from(length)];
                file.read_exact(&mut data)?;
                let orientation = data.strip_prefix(EXIF).and_then(Orientation::from_exif_chunk);
                turn = orientation.map_or(turn, Orientation::to_exif);
            }
            _ => drop(file.seek(SeekFrom::Current(i64::from(length)))?),
        }
    }
}

/// The same picture with nothing but what is needed to show it: the pixels, the colours, the turn.
/// What stands behind its end goes too: phones put a second picture or a film there.
pub(super) fn clean(bytes: &[u8], turn: u8) -> Option<Vec<u8>> {
    let mut clean = Vec::with_capacity(bytes.len());
    clean.extend_from_slice(bytes.get(..2)?);
    if turn != 1 {
        clean.extend_from_slice(&exif_of(turn));
    }
    let mut at = 2;
    loop {
        let start = at;
        if *bytes.get(at)? != 0xff {
            return None;
        }
        while *bytes.get(at)? == 0xff {
            at += 1;
        }
        let marker = bytes[at];
        at += 1;
        if marker == 0xd9 {
            clean.extend_from_slice(&[0xff, 0xd9]);
            return Some(clean);
        }
        if marker == 0x01 || (0xd0..=0xd8).contains(&marker) {
            continue;
        }
        let length = usize::from(u16::from_be_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]));
        let data = bytes.get(at + 2..at + length.max(2))?;
        at += length.max(2);
        if marker == 0xda {
            at = end_of_scan(bytes, at)?;
        }
        if is_needed(marker, data) {
            clean.extend_from_slice(&bytes[start..at]);
        }
    }
}

/// Where the pixels of a scan end: at the next marker that is none of theirs.
fn end_of_scan(bytes: &[u8], from: usize) -> Option<usize> {
    let is_end = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0 | 0xd0..=0xd7 | 0xff);
    bytes[from..].windows(2).position(is_end).map(|at| from + at)
}

/// Whether a segment is needed to show the picture: of what programs add, the header, the colour
/// profile and how the colours are stored.
fn is_needed(marker: u8, data: &[u8]) -> bool {
    match marker {
        // A JFIF header may hold a thumbnail behind its fourteen bytes; a second one only does.
        0xe0 => data.starts_with(b"JFIF\0") && data.len() <= 14,
        0xe2 => data.starts_with(b"ICC_PROFILE\0"),
        0xee => data.starts_with(b"Adobe"),
        0xe1 | 0xe3..=0xed | 0xef | 0xfe => false,
        _ => true,
    }
}

/// A segment that tells how the picture is turned, and nothing else.
fn exif_of(turn: u8) -> Vec<u8> {
    let mut segment = vec![0xff, 0xe1, 0, 34];
    segment.extend_from_slice(EXIF);
    segment.extend_from_slice(&note_of(turn));
    segment
}

/// What Exif says of a picture that is turned, and of nothing else.
pub(super) fn note_of(turn: u8) -> [u8; 26] {
    // One entry: the tag, its type (a short), how many, the value; and no further list.
    let mut note = *b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x01\0\0\0\0\0\0";
    note[19] = turn;
    note
}
