//! Why a file cannot be published as a picture, told to who put it there.

use super::{MAX_BYTES, MAX_PIXELS};

/// Why a file cannot be published as a picture.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Unfit {
    /// It is only named like one.
    NotAPicture,
    /// It is one in a format that browsers do not show everywhere.
    ForeignFormat(&'static str),
    /// It is a drawing that was made smaller with a packing program.
    Packed,
    /// Its beginning makes no sense.
    Broken,
    /// Its end is missing.
    CutOff,
    /// It has too many bytes.
    TooHeavy(u64),
    /// It has too many pixels.
    TooLarge(u32, u32),
    /// It is a drawing that could do something.
    Harmful(String),
    /// It is a drawing that does not say how large it is.
    WithoutSize,
}

impl Unfit {
    /// What is wrong with a file of a name.
    #[must_use]
    pub fn message(&self, file: &str) -> String {
        match self {
            Self::NotAPicture => format!("`{file}` is named like a picture, and is none"),
            Self::ForeignFormat(format) => {
                format!("`{file}` is in the format {format}, which not all browsers show")
            }
            Self::Packed => format!("`{file}` is a packed drawing, which cannot be looked into"),
            Self::Broken => format!("`{file}` is damaged: its beginning makes no sense"),
            Self::CutOff => format!("`{file}` is damaged: its end is missing"),
            Self::TooHeavy(bytes) => {
                let (has, most) = (megabytes(*bytes), megabytes(MAX_BYTES));
                format!("`{file}` has {has} MB, and a picture may have {most} MB")
            }
            Self::TooLarge(width, height) => format!(
                "`{file}` has {width} × {height} pixels, and a picture may have {} million",
                MAX_PIXELS / 1_000_000
            ),
            Self::Harmful(what) => format!("`{file}` holds {what}, which a drawing may not"),
            Self::WithoutSize => format!("`{file}` does not say how large it is"),
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self {
            Self::NotAPicture => {
                "open it to see what it is; a web page that was saved instead of the picture is \
                 saved again with “Save image as”"
            }
            Self::ForeignFormat(_) => {
                "open it with the program that shows your pictures, and export it as JPEG"
            }
            Self::Packed => "unpack it, or export it anew, and publish it as `.svg`",
            Self::Broken | Self::CutOff => "copy it again from where it came from",
            Self::TooHeavy(_) | Self::TooLarge(..) => {
                "export it smaller: 3000 pixels in width are enough for any screen"
            }
            Self::Harmful(_) => {
                "export it from your drawing program as “plain SVG” or “SVG for the web”, or as PNG"
            }
            Self::WithoutSize => "write `viewBox=\"0 0 WIDTH HEIGHT\"` into its first element",
        }
    }
}

fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1024 * 1024)
}
