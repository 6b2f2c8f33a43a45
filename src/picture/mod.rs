//! Pictures: what a file is found to be, and what is made of it. Knows no site.
//!
//! `look` reads the first bytes of a file and tells its kind and size, by what is in it and not by
//! its name. A [`Recipe`] says how a published picture comes about; its bytes depend on nothing
//! but the recipe and the original.

mod card;
mod clean;
mod develop;
mod header;
mod jpeg;
mod recipe;
mod svg;
mod unfit;

pub use card::Card;
pub use develop::{Spoilt, develop};
pub use header::look;
pub use recipe::{Format, MADE_WITH, Recipe};
pub use unfit::Unfit;

/// The most pixels that a picture may have: it is told before they are decoded.
pub const MAX_PIXELS: u64 = 50_000_000;

/// The most bytes that the file of a picture may have.
pub const MAX_BYTES: u64 = 30 * 1024 * 1024;

/// The width and height of a social card.
pub const CARD: (u32, u32) = (1200, 630);

/// The widths in which pictures are offered to browsers.
const WIDTHS: [u32; 4] = [480, 960, 1440, 1920];

/// The longest side that every format can have.
const MAX_SIDE: u32 = 16_000;

/// What a file is found to be.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Nature {
    /// Something else than a picture.
    Other,
    /// A picture.
    Picture(Picture),
    /// A picture, or what is named like one, that cannot be published.
    Unfit(Unfit),
}

/// What is known of a picture without decoding it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Picture {
    /// The format of the file.
    pub kind: Kind,
    /// Its width as it is shown, in pixels.
    pub width: u32,
    /// Its height as it is shown.
    pub height: u32,
    /// How it is turned before it is shown, as Exif counts: 1 is not at all.
    pub turn: u8,
    /// Whether it is a drawing, or can be seen through: no loss may be visible then.
    pub is_graphic: bool,
    /// Whether it moves.
    pub is_moving: bool,
}

/// The formats of pictures that browsers show everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// What cameras write.
    Jpeg,
    /// Screens and drawings.
    Png,
    /// The web's own.
    Webp,
    /// Small and old, sometimes moving.
    Gif,
    /// Drawings of any size.
    Svg,
}

impl Picture {
    /// The widths and heights in which it is offered, the smallest first; nothing, where it can
    /// only be shown as it is.
    #[must_use]
    pub fn sizes(&self) -> Vec<(u32, u32)> {
        let can_be_made_smaller = matches!(self.kind, Kind::Jpeg | Kind::Png | Kind::Webp)
            && !self.is_moving
            && self.width.max(self.height) <= MAX_SIDE;
        if !can_be_made_smaller {
            return Vec::new();
        }
        let largest = self.width.min(WIDTHS[WIDTHS.len() - 1]);
        // What is nearly as large as the largest is not worth a file.
        let smaller = WIDTHS.into_iter().filter(|width| width * 10 <= largest * 9);
        smaller.chain([largest]).map(|width| (width, self.height_at(width))).collect()
    }

    /// The formats of the best and of what every browser understands.
    #[must_use]
    pub fn formats(&self) -> (Format, Format) {
        match self.is_graphic {
            true => (Format::LosslessWebp, Format::Png),
            false => (Format::Webp, Format::Jpeg),
        }
    }

    fn height_at(&self, width: u32) -> u32 {
        let [width, own_width, height] = [width, self.width, self.height].map(u64::from);
        let scaled = (width * height + own_width / 2) / own_width;
        u32::try_from(scaled.max(1)).expect("it is not higher than the original")
    }
}
