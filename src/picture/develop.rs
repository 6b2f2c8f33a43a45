//! Makes pictures by their recipes: turned as they are shown, in the colours of the web, and with
//! nothing in them but pixels.

use std::cell::OnceCell;
use std::fmt;
use std::io::Cursor;

use fast_image_resize::images::{TypedImage, TypedImageRef};
use fast_image_resize::pixels::{InnerPixel, U8x3, U8x4};
use fast_image_resize::{PixelTrait, ResizeOptions, Resizer};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::metadata::Orientation;
use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits,
};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::clean::clean;
use super::{CARD, Format, Kind, MAX_PIXELS, Nature, Picture, Recipe, look};

/// How good JPEG and WebP files are, from 0 to 100.
const QUALITY: (u8, f32) = (80, 78.0);

/// An original from which nothing can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spoilt;

impl fmt::Display for Spoilt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the picture is damaged")
    }
}

/// Pixels, three or four bytes each.
struct Pixels {
    width: u32,
    height: u32,
    bytes: Vec<u8>,
    /// Whether the fourth byte says how far one can see through it.
    has_alpha: bool,
}

/// Makes several pictures from one original, which is decoded once, and only if need be.
pub fn develop<'a>(
    original: &'a [u8],
    recipes: impl IntoIterator<Item = Recipe> + 'a,
) -> impl Iterator<Item = Result<Vec<u8>, Spoilt>> + 'a {
    let decoded = OnceCell::new();
    recipes.into_iter().map(move |recipe| {
        let picture = picture_in(original).ok_or(Spoilt)?;
        if recipe == Recipe::Clean {
            return clean(original, &picture).ok_or(Spoilt);
        }
        let decoded = decoded.get_or_init(|| decode(original, &picture));
        let (pixels, profile) = decoded.as_ref().ok_or(Spoilt)?;
        let made = match recipe {
            Recipe::Clean => None,
            Recipe::Sized { width, height, format } => {
                let options = ResizeOptions::new();
                resized(pixels, (width, height), &options).and_then(|smaller| {
                    encode(&in_web_colours(smaller, profile.as_deref()), format)
                })
            }
            Recipe::Card => {
                let options = ResizeOptions::new().fit_into_destination(Some((0.5, 0.5)));
                resized(pixels, CARD, &options)
                    .map(|cut| in_web_colours(cut, profile.as_deref()).on_white())
                    .and_then(|cut| encode(&cut, Format::Jpeg))
            }
        };
        made.ok_or(Spoilt)
    })
}

fn picture_in(original: &[u8]) -> Option<Picture> {
    match look("", original.len() as u64, &mut Cursor::new(original)) {
        Ok(Nature::Picture(picture)) => Some(picture),
        _ => None,
    }
}

/// Decodes an original and turns it as it is shown; with the profile of its colours, if it has one.
fn decode(original: &[u8], picture: &Picture) -> Option<(Pixels, Option<Vec<u8>>)> {
    let format = match picture.kind {
        Kind::Jpeg => ImageFormat::Jpeg,
        Kind::Png => ImageFormat::Png,
        Kind::Webp => ImageFormat::WebP,
        Kind::Gif | Kind::Svg => return None,
    };
    let mut reader = ImageReader::with_format(Cursor::new(original), format);
    let mut limits = Limits::default();
    // Eight bytes for a pixel, and as much again to work with.
    limits.max_alloc = Some(MAX_PIXELS * 16);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return None;
    }
    let profile = decoder.icc_profile().ok().flatten();
    let mut image = DynamicImage::from_decoder(decoder).ok()?;
    image.apply_orientation(Orientation::from_exif(picture.turn)?);
    let (width, height) = (image.width(), image.height());
    let has_alpha = image.color().has_alpha();
    let bytes = match has_alpha {
        true => image.into_rgba8().into_raw(),
        false => image.into_rgb8().into_raw(),
    };
    Some((Pixels { width, height, bytes, has_alpha }, profile))
}

fn resized(
    pixels: &Pixels,
    (width, height): (u32, u32),
    options: &ResizeOptions,
) -> Option<Pixels> {
    let bytes = match pixels.has_alpha {
        true => resized_as::<U8x4>(pixels, (width, height), options),
        false => resized_as::<U8x3>(pixels, (width, height), options),
    };
    Some(Pixels { width, height, bytes: bytes?, has_alpha: pixels.has_alpha })
}

fn resized_as<P: PixelTrait + InnerPixel>(
    pixels: &Pixels,
    (width, height): (u32, u32),
    options: &ResizeOptions,
) -> Option<Vec<u8>> {
    let from = TypedImageRef::<P>::from_buffer(pixels.width, pixels.height, &pixels.bytes).ok()?;
    let mut bytes = vec![0; pixel_count(width, height)? * P::size()];
    let mut to = TypedImage::<P>::from_buffer(width, height, &mut bytes).ok()?;
    // Not `resize`, which compiles every format of pixels that there is into this crate.
    Resizer::new().resize_typed(&from, &mut to, options).ok()?;
    Some(bytes)
}

fn pixel_count(width: u32, height: u32) -> Option<usize> {
    usize::try_from(width).ok()?.checked_mul(usize::try_from(height).ok()?)
}

/// The same in sRGB, which is what browsers take for granted. Colours that have no profile, or one
/// that is not understood, are taken for sRGB as they are everywhere.
fn in_web_colours(mut pixels: Pixels, profile: Option<&[u8]>) -> Pixels {
    let converted = profile.and_then(|profile| {
        let own = ColorProfile::new_from_slice(profile).ok()?;
        if own.color_space != DataColorSpace::Rgb {
            return None;
        }
        let layout = if pixels.has_alpha { Layout::Rgba } else { Layout::Rgb };
        let web = ColorProfile::new_srgb();
        let options = TransformOptions::default();
        let transform = own.create_transform_8bit(layout, &web, layout, options).ok()?;
        let mut converted = vec![0; pixels.bytes.len()];
        transform.transform(&pixels.bytes, &mut converted).ok()?;
        Some(converted)
    });
    if let Some(converted) = converted {
        pixels.bytes = converted;
    }
    pixels
}

impl Pixels {
    /// The same before a white wall: a format without transparency would make it black.
    fn on_white(self) -> Self {
        if !self.has_alpha {
            return self;
        }
        let bytes = self.bytes.chunks_exact(4).flat_map(|pixel| {
            let alpha = u32::from(pixel[3]);
            let over = |colour: u8| (u32::from(colour) * alpha + 255 * (255 - alpha)) / 255;
            [0, 1, 2].map(|at| u8::try_from(over(pixel[at])).expect("it is between two bytes"))
        });
        Self { bytes: bytes.collect(), has_alpha: false, ..self }
    }
}

fn encode(pixels: &Pixels, format: Format) -> Option<Vec<u8>> {
    let Pixels { width, height, bytes, has_alpha } = pixels;
    let webp = || match has_alpha {
        true => webp::Encoder::from_rgba(bytes, *width, *height),
        false => webp::Encoder::from_rgb(bytes, *width, *height),
    };
    match format {
        Format::Webp => Some(webp().encode_simple(false, QUALITY.1).ok()?.to_vec()),
        Format::LosslessWebp => Some(webp().encode_simple(true, 75.0).ok()?.to_vec()),
        Format::Jpeg => encode_jpeg(pixels),
        Format::Png => {
            let colours = match has_alpha {
                true => ExtendedColorType::Rgba8,
                false => ExtendedColorType::Rgb8,
            };
            let mut png = Vec::new();
            PngEncoder::new_with_quality(&mut png, CompressionType::Best, FilterType::Adaptive)
                .write_image(bytes, *width, *height, colours)
                .ok()?;
            Some(png)
        }
    }
}

fn encode_jpeg(pixels: &Pixels) -> Option<Vec<u8>> {
    let (width, height) = (u16::try_from(pixels.width).ok()?, u16::try_from(pixels.height).ok()?);
    let colours = match pixels.has_alpha {
        true => jpeg_encoder::ColorType::Rgba,
        false => jpeg_encoder::ColorType::Rgb,
    };
    let mut jpeg = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut jpeg, QUALITY.0);
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    encoder.encode(&pixels.bytes, width, height, colours).ok()?;
    Some(jpeg)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture of a few pixels, in each format that can be written.
    fn originals() -> Vec<Vec<u8>> {
        let bytes: Vec<u8> = (0..24 * 16 * 4).map(|at| (at % 251) as u8).collect();
        let drawn = Pixels { width: 24, height: 16, bytes, has_alpha: true };
        let formats = [Format::Jpeg, Format::Png, Format::Webp, Format::LosslessWebp];
        formats.iter().map(|format| encode(&drawn, *format).unwrap()).collect()
    }

    #[test]
    fn whatever_the_bytes_are_nothing_panics() {
        let sized = Recipe::Sized { width: 7, height: 5, format: Format::Webp };
        let recipes = [Recipe::Clean, sized];
        for whole in originals() {
            assert!(develop(&whole, [Recipe::Clean, Recipe::Card, sized]).all(|made| made.is_ok()));
            for at in (2..whole.len().min(900)).step_by(3) {
                let mut damaged = whole.clone();
                damaged[at] = [0, 0xff, 0x7f][at % 3];
                develop(&damaged, recipes).for_each(drop);
                develop(&whole[..at], recipes).for_each(drop);
            }
        }
    }

    #[test]
    fn the_same_recipe_gives_the_same_bytes_whatever_else_is_made() {
        let sized = Recipe::Sized { width: 9, height: 6, format: Format::Jpeg };
        for whole in originals() {
            let alone: Vec<_> = develop(&whole, [sized]).collect();
            let among: Vec<_> = develop(&whole, [Recipe::Card, sized]).skip(1).collect();
            assert_eq!(alone, among);
        }
    }
}
