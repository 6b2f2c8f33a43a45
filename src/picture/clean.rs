//! The same file without what it tells of its owner: where and when it was taken, with which
//! machine, and what programs noted in it. No pixel changes.

use super::{Kind, Picture, jpeg};

/// What of a PNG file is needed to show it.
const PNG: [&[u8; 4]; 16] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP",
    b"sBIT", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

/// What of a WebP file is needed to show it.
const WEBP: [&[u8; 4]; 7] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];

/// Flags of a WebP file that promise Exif and XMP.
const WEBP_TELLS: u8 = 0x08 | 0x04;

/// Cleans a file; nothing, if its parts make no sense.
pub(super) fn clean(bytes: &[u8], picture: &Picture) -> Option<Vec<u8>> {
    match picture.kind {
        Kind::Jpeg => jpeg::clean(bytes, picture.turn),
        Kind::Png => clean_png(bytes, picture.turn),
        Kind::Webp => clean_webp(bytes),
        Kind::Gif => clean_gif(bytes),
        Kind::Svg => Some(bytes.to_vec()),
    }
}

fn clean_png(bytes: &[u8], turn: u8) -> Option<Vec<u8>> {
    let mut clean = bytes.get(..8)?.to_vec();
    let mut at = 8;
    loop {
        let length = usize::try_from(u32::from_be_bytes(array(bytes, at)?)).ok()?;
        let name: [u8; 4] = array(bytes, at + 4)?;
        let end = at.checked_add(length)?.checked_add(12)?;
        let chunk = bytes.get(at..end)?;
        if PNG.contains(&&name) {
            clean.extend_from_slice(chunk);
        }
        if name == *b"IHDR" && turn != 1 {
            clean.extend_from_slice(&exif_chunk(turn));
        }
        if name == *b"IEND" {
            return Some(clean);
        }
        at = end;
    }
}

/// A chunk of a PNG file that tells how the picture is turned, and nothing else.
fn exif_chunk(turn: u8) -> Vec<u8> {
    let named = [&b"eXIf"[..], &jpeg::note_of(turn)].concat();
    let sum = checksum(&named).to_be_bytes();
    [&[0, 0, 0, 26][..], &named, &sum].concat()
}

/// The sum by which programs see whether a chunk of a PNG file is whole: CRC-32.
fn checksum(bytes: &[u8]) -> u32 {
    let sum = bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| match sum & 1 {
            0 => sum >> 1,
            _ => (sum >> 1) ^ 0xedb8_8320,
        })
    });
    !sum
}

fn clean_webp(bytes: &[u8]) -> Option<Vec<u8>> {
    let size = usize::try_from(u32::from_le_bytes(array(bytes, 4)?)).ok()?;
    let bytes = bytes.get(..size.checked_add(8)?)?;
    let mut clean = bytes.get(..12)?.to_vec();
    let mut at = 12;
    while at < bytes.len() {
        let name: [u8; 4] = array(bytes, at)?;
        let length = usize::try_from(u32::from_le_bytes(array(bytes, at + 4)?)).ok()?;
        let end = at.checked_add(8)?.checked_add(length)?;
        let chunk = bytes.get(at..end)?;
        if WEBP.contains(&&name) {
            let from = clean.len();
            clean.extend_from_slice(chunk);
            if name == *b"VP8X" {
                *clean.get_mut(from + 8)? &= !WEBP_TELLS;
            }
            // Chunks begin at even places.
            clean.extend((length % 2 == 1).then_some(0));
        }
        at = end + length % 2;
    }
    let size = u32::try_from(clean.len() - 8).ok()?;
    clean[4..8].copy_from_slice(&size.to_le_bytes());
    Some(clean)
}

fn clean_gif(bytes: &[u8]) -> Option<Vec<u8>> {
    let table = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let mut at = 13 + table(*bytes.get(10)?);
    let mut clean = bytes.get(..at)?.to_vec();
    loop {
        let start = at;
        let is_needed = match *bytes.get(at)? {
            // A frame: where it stands, its colours, and its pixels.
            0x2c => {
                at += 10 + table(*bytes.get(at + 9)?) + 1;
                true
            }
            0x21 => {
                let label = *bytes.get(at + 1)?;
                at += 2;
                // Times and transparency; and how often it is repeated.
                label == 0xf9 || (label == 0xff && bytes.get(at + 1..)?.starts_with(b"NETSCAPE2.0"))
            }
            0x3b => {
                clean.push(0x3b);
                return Some(clean);
            }
            _ => return None,
        };
        // Blocks, each after its length, up to an empty one.
        loop {
            let length = usize::from(*bytes.get(at)?);
            at += 1 + length;
            if length == 0 {
                break;
            }
        }
        let part = bytes.get(start..at)?;
        if is_needed {
            clean.extend_from_slice(part);
        }
    }
}

fn array<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..at.checked_add(N)?)?.try_into().ok()
}
