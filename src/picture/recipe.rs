//! How a published picture comes about.

use super::Picture;

/// What pictures are made with, as far as their bytes depend on it: none that was kept from before
/// is taken for one that would be made otherwise now. The first number is raised when our own part
/// changes; a test compares the others with the lock file.
pub const MADE_WITH: &str = "2; image 0.25.10; zune-jpeg 0.5.15; png 0.18.1; ab_glyph 0.2.32; image-webp 0.2.4; \
    moxcms 0.8.1; fast_image_resize 6.1.0; jpeg-encoder 0.7.1; libwebp-sys 0.9.6";

/// How a published picture comes about from its original.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Recipe {
    /// The original, without what it tells of its owner.
    Clean,
    /// In another size, or another format.
    Sized {
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
        /// The format.
        format: Format,
    },
    /// The middle of it, in the shape of a social card.
    Card,
}

/// A format that we write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// WebP, for photographs.
    Webp,
    /// WebP that loses nothing, for drawings.
    LosslessWebp,
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
}

impl Format {
    /// The ending of the names of such files.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Webp | Self::LosslessWebp => "webp",
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }

    /// What it is called on the web.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Webp | Self::LosslessWebp => "image/webp",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }
}

impl Picture {
    /// All that is made of it to be shown on a page: in the best format every size, and for
    /// browsers that do not know that one the size that suits most screens, and the largest.
    #[must_use]
    pub fn recipes(&self) -> Vec<Recipe> {
        let sizes = self.sizes();
        let (best, fallback) = self.formats();
        let sized = |(width, height): (u32, u32), format| Recipe::Sized { width, height, format };
        let in_best = sizes.iter().map(|size| sized(*size, best));
        let mut recipes: Vec<Recipe> = in_best.collect();
        let usual = sizes.iter().find(|(width, _)| *width >= USUAL).or(sizes.last());
        recipes.extend(usual.map(|size| sized(*size, fallback)));
        let largest = sizes.last().filter(|largest| Some(*largest) != usual);
        recipes.extend(largest.map(|size| sized(*size, fallback)));
        recipes
    }
}

/// A width that suits most screens.
const USUAL: u32 = 900;
