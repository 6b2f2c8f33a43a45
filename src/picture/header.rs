//! Looks at the first bytes of a file: whether it is a picture, of which kind, and how large.

use std::io::{self, Read, Seek, SeekFrom};

use image::metadata::Orientation;

use super::{Kind, MAX_BYTES, MAX_PIXELS, Nature, Picture, Unfit, jpeg, svg};

/// Endings of names that promise a picture.
const PICTURES: [&str; 14] = [
    "jpg", "jpeg", "jpe", "jfif", "png", "webp", "gif", "svg", "avif", "heic", "heif", "tif",
    "tiff", "jxl",
];

/// How much of a file's end is searched for the mark that ends a picture: some programs write
/// something of their own behind it.
const TAIL: u64 = 64 * 1024;

/// Why a look came to nothing.
enum Failed {
    Unfit(Unfit),
    Io(io::Error),
}

/// Tells what a file is, of which the name and size are known. Only its beginning and its end are
/// read, unless it is a drawing.
pub fn look(name: &str, size: u64, file: &mut (impl Read + Seek)) -> io::Result<Nature> {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    let mut start = Vec::with_capacity(32);
    file.by_ref().take(32).read_to_end(&mut start)?;
    if extension.as_deref() == Some("svgz") {
        return Ok(Nature::Unfit(Unfit::Packed));
    }
    let is_named_so = extension.as_deref().is_some_and(|it| PICTURES.contains(&it));
    let kind = match start.as_slice() {
        [0xff, 0xd8, 0xff, ..] => Kind::Jpeg,
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Kind::Png,
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Kind::Gif,
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Kind::Webp,
        _ if extension.as_deref() == Some("svg") => Kind::Svg,
        start => {
            return Ok(match foreign_format(start) {
                // It would be published with all that it tells, whatever it is called.
                Some(format) => Nature::Unfit(Unfit::ForeignFormat(format)),
                None if is_named_so => Nature::Unfit(Unfit::NotAPicture),
                None => Nature::Other,
            });
        }
    };
    if size > MAX_BYTES {
        return Ok(Nature::Unfit(Unfit::TooHeavy(size)));
    }
    let looked = match kind {
        Kind::Jpeg => look_at_jpeg(file, size),
        Kind::Png => look_at_png(file, size),
        Kind::Webp => look_at_webp(&start, size),
        Kind::Gif => look_at_gif(&start, file, size),
        Kind::Svg => look_at_svg(file),
    };
    match looked.map(|picture| picture.within_limits()) {
        Ok(nature) => Ok(nature),
        Err(Failed::Unfit(unfit)) => Ok(Nature::Unfit(unfit)),
        // A header that promises more than there is.
        Err(Failed::Io(error)) if error.kind() == io::ErrorKind::UnexpectedEof => {
            Ok(Nature::Unfit(Unfit::CutOff))
        }
        Err(Failed::Io(error)) => Err(error),
    }
}

impl Picture {
    fn within_limits(self) -> Nature {
        let Self { width, height, .. } = self;
        if width == 0 || height == 0 {
            Nature::Unfit(Unfit::Broken)
        } else if u64::from(width) * u64::from(height) > MAX_PIXELS && self.kind != Kind::Svg {
            Nature::Unfit(Unfit::TooLarge(width, height))
        } else {
            Nature::Picture(self)
        }
    }
}

fn picture(kind: Kind, width: u32, height: u32) -> Picture {
    Picture { kind, width, height, turn: 1, is_graphic: false, is_moving: false }
}

fn look_at_jpeg(file: &mut (impl Read + Seek), size: u64) -> Result<Picture, Failed> {
    let frame = jpeg::frame(file)?.ok_or(Failed::Unfit(Unfit::Broken))?;
    ends_with(file, size, &[0xff, 0xd9])?;
    Ok(turned(picture(Kind::Jpeg, frame.width, frame.height), frame.turn))
}

/// A picture, of which the stored pixels are known, as it is shown.
fn turned(stored: Picture, turn: u8) -> Picture {
    let (width, height) = match turn {
        5..=8 => (stored.height, stored.width),
        _ => (stored.width, stored.height),
    };
    Picture { width, height, turn, ..stored }
}

fn look_at_png(file: &mut (impl Read + Seek), size: u64) -> Result<Picture, Failed> {
    file.seek(SeekFrom::Start(8))?;
    let mut found: Option<Picture> = None;
    let mut turn = 1;
    loop {
        let mut head = [0; 8];
        file.read_exact(&mut head)?;
        let [a, b, c, d, name @ ..] = head;
        let length = u32::from_be_bytes([a, b, c, d]);
        match (&name, &mut found) {
            (b"IHDR", None) if length == 13 => {
                let mut data = [0; 13];
                file.read_exact(&mut data)?;
                let [w1, w2, w3, w4, h1, h2, h3, h4, _, colours, ..] = data;
                let width = u32::from_be_bytes([w1, w2, w3, w4]);
                let height = u32::from_be_bytes([h1, h2, h3, h4]);
                // 2 is true colour without transparency: a photograph, or as good as one.
                let is_graphic = colours != 2;
                found = Some(Picture { is_graphic, ..picture(Kind::Png, width, height) });
                file.seek(SeekFrom::Current(4))?;
                continue;
            }
            (b"IDAT" | b"IEND", Some(_)) => break,
            (_, None) => return Err(Failed::Unfit(Unfit::Broken)),
            (b"tRNS", Some(picture)) => picture.is_graphic = true,
            (b"acTL", Some(picture)) => picture.is_moving = true,
            (b"eXIf", Some(_)) => {
                // Where there is less than the length promises, no further chunk is found.
                let mut data = Vec::new();
                file.by_ref().take(u64::from(length)).read_to_end(&mut data)?;
                turn = Orientation::from_exif_chunk(&data).map_or(turn, Orientation::to_exif);
                file.seek(SeekFrom::Current(4))?;
                continue;
            }
            _ => {}
        }
        file.seek(SeekFrom::Current(i64::from(length) + 4))?;
    }
    ends_with(file, size, b"IEND")?;
    let stored = found.ok_or(Failed::Unfit(Unfit::Broken))?;
    Ok(turned(stored, turn))
}

fn look_at_webp(start: &[u8], size: u64) -> Result<Picture, Failed> {
    let Some(start) = start.first_chunk::<32>() else { return Err(Failed::Unfit(Unfit::CutOff)) };
    let word = |at: usize| u32::from(u16::from_le_bytes([start[at], start[at + 1]]));
    let three = |at: usize| word(at) | u32::from(start[at + 2]) << 16;
    let long = |at: usize| word(at) | word(at + 2) << 16;
    if u64::from(long(4)) + 8 > size {
        return Err(Failed::Unfit(Unfit::CutOff));
    }
    match &start[12..16] {
        b"VP8 " if start[23..26] == [0x9d, 0x01, 0x2a] => {
            Ok(picture(Kind::Webp, word(26) & 0x3fff, word(28) & 0x3fff))
        }
        b"VP8L" if start[20] == 0x2f => {
            let sides = long(21);
            let found = picture(Kind::Webp, (sides & 0x3fff) + 1, (sides >> 14 & 0x3fff) + 1);
            Ok(Picture { is_graphic: true, ..found })
        }
        b"VP8X" => {
            let found = picture(Kind::Webp, three(24) + 1, three(27) + 1);
            let (sees_through, moves) = (start[20] & 0x10 != 0, start[20] & 0x02 != 0);
            Ok(Picture { is_graphic: sees_through, is_moving: moves, ..found })
        }
        _ => Err(Failed::Unfit(Unfit::Broken)),
    }
}

fn look_at_gif(start: &[u8], file: &mut (impl Read + Seek), size: u64) -> Result<Picture, Failed> {
    let [_, _, _, _, _, _, w1, w2, h1, h2, ..] = start else {
        return Err(Failed::Unfit(Unfit::CutOff));
    };
    let [width, height] = [[*w1, *w2], [*h1, *h2]].map(u16::from_le_bytes).map(u32::from);
    // Its mark is a single byte, which stands anywhere: it must be the last, but for padding.
    let tail = tail(file, size)?;
    if tail.iter().rfind(|byte| **byte != 0) != Some(&0x3b) {
        return Err(Failed::Unfit(Unfit::CutOff));
    }
    // It may move, and is small anyway.
    Ok(Picture { is_moving: true, ..picture(Kind::Gif, width, height) })
}

fn look_at_svg(file: &mut (impl Read + Seek)) -> Result<Picture, Failed> {
    file.seek(SeekFrom::Start(0))?;
    let mut bytes = Vec::new();
    file.by_ref().take(svg::MAX_BYTES + 1).read_to_end(&mut bytes)?;
    let (width, height) = svg::judge(&bytes).map_err(Failed::Unfit)?;
    Ok(Picture { is_graphic: true, ..picture(Kind::Svg, width, height) })
}

/// Whether the mark that ends a picture stands near the end of its file.
fn ends_with(file: &mut (impl Read + Seek), size: u64, mark: &[u8]) -> Result<(), Failed> {
    let is_there = tail(file, size)?.windows(mark.len()).any(|window| window == mark);
    if is_there { Ok(()) } else { Err(Failed::Unfit(Unfit::CutOff)) }
}

/// The last bytes of a file.
fn tail(file: &mut (impl Read + Seek), size: u64) -> io::Result<Vec<u8>> {
    file.seek(SeekFrom::Start(size.saturating_sub(TAIL)))?;
    let mut tail = Vec::new();
    file.by_ref().take(TAIL).read_to_end(&mut tail)?;
    Ok(tail)
}

/// The name of a format that is not for the web.
fn foreign_format(start: &[u8]) -> Option<&'static str> {
    match start {
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => match brand.get(..4)? {
            b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1" => {
                Some("HEIC")
            }
            b"avif" | b"avis" => Some("AVIF"),
            _ => None,
        },
        // Most cameras' raw formats are TIFF too.
        [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => Some("TIFF"),
        [0xff, 0x0a, ..] | [0, 0, 0, 12, b'J', b'X', b'L', b' ', ..] => Some("JPEG XL"),
        _ => None,
    }
}

impl From<io::Error> for Failed {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}
