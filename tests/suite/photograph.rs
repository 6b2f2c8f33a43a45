//! Makes photographs for tests: a sky, a field and a sun, which no place in the world is.

use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder};

/// What photographs tell of their owners; none of it may be published.
pub(crate) const TRACES: [&str; 6] = [
    "GPSLatitude 41.31",
    "Canon of Ada Person",
    "<x:xmpmeta>Ada's garden",
    "Photoshop 3.0\u{0}8BIM Ada Person",
    "a comment of Ada's",
    "a film behind the picture",
];

/// The pixels of a photograph, three bytes each: the upper left quarter is red, so that it can be
/// told how it is turned.
fn pixels(width: u32, height: u32) -> Vec<u8> {
    let mut pixels = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let shade = |of: u32, most: u32| u8::try_from(of * 200 / most.max(1)).unwrap_or(200);
            let pixel = if x < width / 2 && y < height / 2 {
                [200, 30, shade(x, width)]
            } else {
                [shade(y, height) / 2, 120, shade(x, width)]
            };
            pixels.extend(pixel);
        }
    }
    pixels
}

/// A photograph as a camera writes it, without anything but its pixels.
pub(crate) fn jpeg(width: u16, height: u16) -> Vec<u8> {
    let mut jpeg = Vec::new();
    jpeg_encoder::Encoder::new(&mut jpeg, 85)
        .encode(&pixels(width.into(), height.into()), width, height, jpeg_encoder::ColorType::Rgb)
        .expect("it can be encoded");
    jpeg
}

/// The same with all that a camera and programs tell in it, and turned as Exif counts.
pub(crate) fn jpeg_with_traces(width: u16, height: u16, turn: u8) -> Vec<u8> {
    let segment = |marker: u8, data: &[u8]| {
        let length = u16::try_from(data.len() + 2).expect("it is short").to_be_bytes();
        [&[0xff, marker], &length[..], data].concat()
    };
    let [gps, camera, xmp, iptc, comment, film] = TRACES.map(str::as_bytes);
    let exif = [
        &b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"[..],
        &[turn],
        b"\0\0\0\0\0\0",
        gps,
        camera,
    ];
    let picture = jpeg(width, height);
    [
        &picture[..2],
        &segment(0xe1, &exif.concat()),
        &segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", xmp].concat()),
        &segment(0xed, iptc),
        &segment(0xfe, comment),
        &picture[2..],
        film,
    ]
    .concat()
}

/// A drawing with a hole in it.
pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    let pixels = pixels(width, height);
    let with_alpha: Vec<u8> = pixels
        .chunks_exact(3)
        .enumerate()
        .flat_map(|(at, rgb)| [rgb[0], rgb[1], rgb[2], if at % 7 == 0 { 0 } else { 255 }])
        .collect();
    let mut png = Vec::new();
    PngEncoder::new(&mut png)
        .write_image(&with_alpha, width, height, ExtendedColorType::Rgba8)
        .expect("it can be encoded");
    png
}

/// The same with what programs note in it.
pub(crate) fn png_with_traces(width: u32, height: u32) -> Vec<u8> {
    let chunk = |name: &[u8], data: &[u8]| {
        let length = u32::try_from(data.len()).expect("it is short").to_be_bytes();
        // Nobody looks at the sum of what is left out.
        [&length[..], name, data, &[0; 4]].concat()
    };
    let [gps, camera, xmp, _, comment, film] = TRACES.map(str::as_bytes);
    let picture = png(width, height);
    // Behind the signature and the header.
    let (head, rest) = picture.split_at(33);
    let noted = [
        chunk(b"eXIf", gps),
        chunk(b"tEXt", &[b"Author\0", camera].concat()),
        chunk(b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0", xmp].concat()),
        chunk(b"zTXt", comment),
    ];
    [head, &noted.concat(), rest, film].concat()
}

/// A photograph in the web's own format, with what programs note in it.
pub(crate) fn webp_with_traces(width: u32, height: u32) -> Vec<u8> {
    let pixels = pixels(width, height);
    let plain = webp::Encoder::from_rgb(&pixels, width, height).encode(80.0).to_vec();
    let chunk = |name: &[u8], data: &[u8]| {
        let length = u32::try_from(data.len()).expect("it is short").to_le_bytes();
        let padding = &[0][..data.len() % 2];
        [name, &length, data, padding].concat()
    };
    let side = |side: u32| (side - 1).to_le_bytes()[..3].to_vec();
    let [gps, _, xmp, ..] = TRACES.map(str::as_bytes);
    let extended = [&[0x0c, 0, 0, 0][..], &side(width), &side(height)].concat();
    let body = [
        b"WEBP".to_vec(),
        chunk(b"VP8X", &extended),
        plain[12..].to_vec(),
        chunk(b"EXIF", gps),
        chunk(b"XMP ", xmp),
    ]
    .concat();
    let length = u32::try_from(body.len()).expect("it is short").to_le_bytes();
    [&b"RIFF"[..], &length, &body].concat()
}

/// A picture that moves, with a comment in it.
pub(crate) fn gif_with_traces() -> Vec<u8> {
    let comment = TRACES[4].as_bytes();
    let length = u8::try_from(comment.len()).expect("it is short");
    [
        &b"GIF89a\x02\0\x02\0\x80\0\0\0\0\0\xff\xff\xff"[..],
        b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0",
        &[0x21, 0xfe, length],
        comment,
        &[0],
        b"\x21\xf9\x04\0\x0a\0\0\0\x2c\0\0\0\0\x02\0\x02\0\0\x02\x02\x4c\x01\0\x3b",
    ]
    .concat()
}

/// The width, height and colour of the upper left corner of a picture.
pub(crate) fn looks(picture: &[u8]) -> (u32, u32, [u8; 3]) {
    let picture = image::load_from_memory(picture).expect("it can be decoded").to_rgb8();
    let corner = picture.get_pixel(picture.width() / 8, picture.height() / 8);
    (picture.width(), picture.height(), corner.0)
}
