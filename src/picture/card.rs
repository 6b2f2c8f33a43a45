//! Social cards: what is seen of a page where somebody shares it. A title, the site's name, and a
//! bar in its colour.
//!
//! A card has two colours on its ground, so that it is painted with a palette: one byte for a
//! pixel, and a file of some kilobytes.

use std::fmt::Write as _;

use ab_glyph::{Font, FontRef, Glyph, PxScale, ScaleFont, point};
use serde::{Deserialize, Serialize};

use super::CARD;

/// The letters of the card; beside it lies its licence.
static TYPE: &[u8] = include_bytes!("type/serif.ttf");

/// How many shades there are between the ground and a colour.
const SHADES: u8 = 64;

/// The room around the words.
const MARGIN: f32 = 84.0;

/// The sizes in which a title is tried, in pixels.
const TITLE_SIZES: [f32; 6] = [92.0, 80.0, 70.0, 62.0, 54.0, 48.0];

/// The most lines of a title.
const MAX_LINES: usize = 4;

/// The size of the site's name.
const NAME_SIZE: f32 = 40.0;

/// The height of the bar.
const BAR: usize = 22;

/// What stands on a card.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Card {
    /// What the page is called.
    pub title: String,
    /// What the site is called.
    pub name: String,
    /// Red, green and blue of the ground.
    pub ground: [u8; 3],
    /// Those of the title.
    pub ink: [u8; 3],
    /// Those of the bar and the name.
    pub accent: [u8; 3],
}

/// A colour of the palette: what is added to a shade.
#[derive(Clone, Copy)]
enum Paint {
    Ink = 0,
    Accent = SHADES as isize,
}

struct Canvas {
    /// Places in the palette.
    pixels: Vec<u8>,
    font: FontRef<'static>,
}

impl Card {
    /// Paints the card as a PNG file. Words in a script that its letters lack are left out: better
    /// none than boxes.
    #[must_use]
    pub fn paint(&self) -> Vec<u8> {
        let (width, height) = size();
        let font = FontRef::try_from_slice(TYPE).expect("our own letters can be read");
        let mut canvas = Canvas { pixels: vec![0; width * height], font };
        canvas.pixels[..BAR * width].fill(Paint::Accent as u8 + SHADES - 1);
        let (title, name) = match (canvas.can_write(&self.title), canvas.can_write(&self.name)) {
            (true, true) if self.title != self.name => (&*self.title, &*self.name),
            (true, _) => (&*self.title, ""),
            (false, true) => (&*self.name, ""),
            (false, false) => ("", ""),
        };
        let room = CARD.0 as f32 - 2.0 * MARGIN;
        let (lines, size) = canvas.set(title, room);
        let mut baseline = MARGIN + BAR as f32 + size;
        for line in &lines {
            canvas.write(line, size, baseline, Paint::Ink);
            baseline += size * 1.16;
        }
        let name = canvas.shortened(name, NAME_SIZE, room);
        canvas.write(&name, NAME_SIZE, CARD.1 as f32 - MARGIN, Paint::Accent);
        self.encode(&canvas.pixels)
    }

    fn encode(&self, pixels: &[u8]) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, CARD.0, CARD.1);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::Fast);
        let shades = [self.ink, self.accent].into_iter().flat_map(|colour| {
            (0..SHADES).flat_map(move |shade| mixed(self.ground, colour, shade))
        });
        encoder.set_palette(shades.collect::<Vec<u8>>());
        encoder
            .write_header()
            .and_then(|mut writer| writer.write_image_data(pixels))
            .expect("a card has a size, and is written to memory");
        file
    }
}

/// A shade between the ground and a colour.
fn mixed(ground: [u8; 3], colour: [u8; 3], shade: u8) -> [u8; 3] {
    let (shade, most) = (u32::from(shade), u32::from(SHADES - 1));
    std::array::from_fn(|at| {
        let [ground, colour] = [ground[at], colour[at]].map(u32::from);
        u8::try_from((ground * (most - shade) + colour * shade + most / 2) / most)
            .expect("it lies between two bytes")
    })
}

fn size() -> (usize, usize) {
    (CARD.0 as usize, CARD.1 as usize)
}

impl Canvas {
    /// Whether there are letters for all of a text, which is not empty.
    fn can_write(&self, text: &str) -> bool {
        let is_known = |c: char| c.is_whitespace() || self.font.glyph_id(c).0 != 0;
        !text.trim().is_empty() && text.chars().all(is_known)
    }

    /// A title in lines, as large as there is room for it.
    fn set(&self, title: &str, room: f32) -> (Vec<String>, f32) {
        let fits = |lines: &[String], size: f32| {
            lines.len() <= MAX_LINES && lines.iter().all(|line| self.width(line, size) <= room)
        };
        let mut tried = TITLE_SIZES.into_iter().map(|size| (self.wrapped(title, size, room), size));
        if let Some(set) = tried.find(|(lines, size)| fits(lines, *size)) {
            return set;
        }
        let size = TITLE_SIZES[TITLE_SIZES.len() - 1];
        let mut lines = self.wrapped(title, size, room);
        if lines.len() > MAX_LINES {
            lines.truncate(MAX_LINES);
            if let Some(last) = lines.last_mut() {
                last.push('…');
            }
        }
        let lines = lines.iter().map(|line| self.shortened(line, size, room));
        (lines.collect(), size)
    }

    /// A text broken into lines between its words.
    fn wrapped(&self, text: &str, size: f32, room: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        // More than the longest title that anybody reads; each word is measured once for its line.
        for word in text.split_whitespace().take(80) {
            if let Some(line) = lines.last_mut() {
                let before = line.len();
                let _ = write!(line, " {word}");
                if self.width(line, size) <= room {
                    continue;
                }
                line.truncate(before);
            }
            lines.push(word.chars().take(120).collect());
        }
        lines
    }

    /// A line with as many of its letters as there is room for. Each letter is measured once.
    fn shortened(&self, line: &str, size: f32, room: f32) -> String {
        if self.width(line, size) <= room {
            return line.to_owned();
        }
        let line = line.trim_end_matches('…');
        let font = self.font.as_scaled(PxScale::from(size));
        let dots = font.glyph_id('…');
        let (mut width, mut before, mut end) = (0.0, None, 0);
        for (at, c) in line.char_indices() {
            let glyph = font.glyph_id(c);
            width += before.map_or(0.0, |before| font.kern(before, glyph)) + font.h_advance(glyph);
            if width > room {
                break;
            }
            if width + font.kern(glyph, dots) + font.h_advance(dots) <= room {
                end = at + c.len_utf8();
            }
            before = Some(glyph);
        }
        format!("{}…", line[..end].trim_end())
    }

    fn width(&self, line: &str, size: f32) -> f32 {
        let font = self.font.as_scaled(PxScale::from(size));
        let glyphs = line.chars().map(|c| font.glyph_id(c));
        let (mut width, mut before) = (0.0, None);
        for glyph in glyphs {
            width += before.map_or(0.0, |before| font.kern(before, glyph)) + font.h_advance(glyph);
            before = Some(glyph);
        }
        width
    }

    fn write(&mut self, line: &str, size: f32, baseline: f32, paint: Paint) {
        let scale = PxScale::from(size);
        let mut glyphs: Vec<Glyph> = Vec::new();
        let (mut at, mut before) = (MARGIN, None);
        let font = self.font.as_scaled(scale);
        for c in line.chars() {
            let glyph = font.glyph_id(c);
            at += before.map_or(0.0, |before| font.kern(before, glyph));
            glyphs.push(glyph.with_scale_and_position(scale, point(at, baseline)));
            at += font.h_advance(glyph);
            before = Some(glyph);
        }
        let (width, height) = self::size();
        for glyph in glyphs {
            let Some(outline) = self.font.outline_glyph(glyph) else { continue };
            let bounds = outline.px_bounds();
            outline.draw(|x, y, coverage| {
                let (x, y) = (bounds.min.x + x as f32, bounds.min.y + y as f32);
                if x < 0.0 || y < 0.0 || x >= width as f32 || y >= height as f32 {
                    return;
                }
                let shade = (coverage.clamp(0.0, 1.0) * f32::from(SHADES - 1)).round() as u8;
                if shade > 0 {
                    let pixel = &mut self.pixels[y as usize * width + x as usize];
                    *pixel = (*pixel).max(paint as u8 + shade);
                }
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_at_the_last_letter_that_fits() {
        let font = FontRef::try_from_slice(TYPE).unwrap();
        let canvas = Canvas { pixels: Vec::new(), font };
        let long = "Société d’amitié of Port-Belle ".repeat(500);
        for line in [&*long, "Tea…", "W", "AVAVAVAVAVAVAV To Ta Ty", "a b c d e f g h i j k l…"]
        {
            for room in [200.0, 333.0, 1032.0] {
                let kept = canvas.shortened(line, NAME_SIZE, room);
                assert!(canvas.width(&kept, NAME_SIZE) <= room, "{kept}");
                if kept == line {
                    continue;
                }
                let start = kept.strip_suffix('…').unwrap();
                let behind = line.strip_prefix(start).unwrap();
                // With the next letter there would have been no room.
                let next = behind.trim_start().chars().next().unwrap();
                let blank = &behind[..behind.len() - behind.trim_start().len()];
                let more = format!("{start}{blank}{next}…");
                assert!(canvas.width(&more, NAME_SIZE) > room, "{more}");
            }
        }
    }
}
