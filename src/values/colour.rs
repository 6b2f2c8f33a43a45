//! Colours, and whether one can be read on another.

use std::fmt;

use oklab::{Oklab, Rgb, oklab_to_srgb_f32, srgb_f32_to_oklab};

use super::Refusal;

/// A colour of the sRGB space, as screens show it and styles write it.
///
/// ```
/// use jumelage::values::Colour;
///
/// let teal = Colour::parse("#0b5c63").unwrap();
/// assert_eq!(teal.to_string(), "#0b5c63");
/// assert_eq!(Colour::parse("fff").unwrap().to_string(), "#ffffff");
/// assert!(teal.contrast(Colour::WHITE) > 7.0);
/// assert!(Colour::parse("teal").is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Colour([u8; 3]);

impl Colour {
    /// White.
    pub const WHITE: Self = Self([255; 3]);
    /// Black.
    pub const BLACK: Self = Self([0; 3]);

    /// Reads a colour as styles write it in hexadecimal digits, with or without its `#`.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        let value = |digit: &str| u8::from_str_radix(digit, 16).ok();
        let parsed = match digits.len() {
            _ if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) => None,
            3 => [0, 1, 2].map(|at| value(&digits[at..=at]).map(|value| value * 17)).into(),
            6 => [0, 2, 4].map(|at| value(&digits[at..at + 2])).into(),
            _ => None,
        };
        let parsed: Option<[Option<u8>; 3]> = parsed;
        match parsed {
            Some([Some(red), Some(green), Some(blue)]) => Ok(Self([red, green, blue])),
            _ => Err(Refusal::new("bad-colour", format!("`{text}` is not a colour")).help(
                "write `\"#\"` and six digits from 0 to f, in quotation marks: `\"#0b5c63\"`",
            )),
        }
    }

    /// Red, green and blue, each from 0 to 255.
    #[must_use]
    pub fn channels(self) -> [u8; 3] {
        self.0
    }

    /// How well one of the two can be read on the other: from 1 (not at all) to 21, as WCAG 2.2
    /// defines the contrast ratio. Text needs 4.5.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The relative luminance of WCAG 2.2, from 0 to 1.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|channel| {
            let channel = f64::from(channel) / 255.0;
            if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The lowest contrast with any of several grounds, and that ground.
    #[must_use]
    pub fn worst_on(self, grounds: &[Self]) -> Option<(f64, Self)> {
        let contrasts = grounds.iter().map(|&ground| (self.contrast(ground), ground));
        contrasts.min_by(|(one, _), (two, _)| one.total_cmp(two))
    }

    /// The nearest colour of the same hue that has at least this contrast with all grounds: darker
    /// on bright grounds, brighter on dark ones. On grounds that leave no such colour it is as near
    /// as can be.
    #[must_use]
    pub fn readable_on(self, grounds: &[Self], contrast: f64) -> Self {
        let reaches =
            |colour: Self| colour.worst_on(grounds).is_none_or(|(reached, _)| reached >= contrast);
        if reaches(self) {
            return self;
        }
        let brightest = Self::WHITE.worst_on(grounds).map_or(0.0, |(reached, _)| reached);
        let darkest = Self::BLACK.worst_on(grounds).map_or(0.0, |(reached, _)| reached);
        let to = if brightest > darkest { 1.0 } else { 0.0 };
        // Halving: `near` does not reach it, `far` does.
        let (mut near, mut far) = (self.oklab().l, to);
        for _ in 0..16 {
            let middle = f32::midpoint(near, far);
            if reaches(self.with_lightness(middle)) { far = middle } else { near = middle }
        }
        self.with_lightness(far)
    }

    /// The same hue, at another lightness of `OKLab`. It loses as much of its strength as a screen
    /// cannot show at that lightness.
    fn with_lightness(self, lightness: f32) -> Self {
        let Oklab { a, b, .. } = self.oklab();
        let at = |strength: f32| {
            oklab_to_srgb_f32(Oklab { l: lightness, a: a * strength, b: b * strength })
        };
        let shows = |strength: f32| {
            let Rgb { r, g, b } = at(strength);
            [r, g, b].iter().all(|channel| (-0.001..=1.001).contains(channel))
        };
        let (mut weak, mut strong) = (0.0, 1.0);
        if !shows(strong) {
            for _ in 0..12 {
                let middle = f32::midpoint(weak, strong);
                if shows(middle) { weak = middle } else { strong = middle }
            }
            strong = weak;
        }
        let Rgb { r, g, b } = at(strong);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "clamped to what the type holds"
        )]
        let channel = |channel: f32| (channel.clamp(0.0, 1.0) * 255.0).round() as u8;
        Self([channel(r), channel(g), channel(b)])
    }

    fn oklab(self) -> Oklab {
        let [r, g, b] = self.0.map(|channel| f32::from(channel) / 255.0);
        srgb_f32_to_oklab(Rgb { r, g, b })
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

super::deserialize_by_parse!(Colour);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Colour;

    #[test]
    fn contrast_is_that_of_the_standard() {
        let grey = Colour::parse("#767676").unwrap();
        assert!((grey.contrast(Colour::WHITE) - 4.54).abs() < 0.01);
        assert!((Colour::BLACK.contrast(Colour::WHITE) - 21.0).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn a_readable_colour_can_be_read(
            [r, g, b] in any::<[u8; 3]>(),
            ground in prop_oneof![Just("#fcfbf8"), Just("#111819"), Just("#ffffff")],
        ) {
            let ground = Colour::parse(ground).unwrap();
            let readable = Colour([r, g, b]).readable_on(&[ground], 4.5);
            prop_assert!(readable.contrast(ground) >= 4.5, "{readable}");
        }

        #[test]
        fn a_colour_is_read_as_it_is_written(channels in any::<[u8; 3]>()) {
            let colour = Colour(channels);
            prop_assert_eq!(Colour::parse(&colour.to_string()), Ok(colour));
        }
    }
}
