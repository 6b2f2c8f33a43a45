//! The tag of a language, as in `lang="ht"`.

use std::fmt;
use std::sync::Arc;

use super::Refusal;

/// Languages that are written from right to left in their usual script.
const RIGHT_TO_LEFT: [&str; 12] =
    ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"];

/// Scripts that are written from right to left, for tags that name one.
const RIGHT_TO_LEFT_SCRIPTS: [&str; 6] = ["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"];

/// A language tag in the canonical spelling of BCP 47: `en`, `ht`, `pt-BR`, `zh-Hant`.
///
/// ```
/// use jumelage::values::{Direction, LanguageTag};
///
/// assert_eq!(LanguageTag::parse("PT-br").unwrap().as_str(), "pt-BR");
/// assert_eq!(LanguageTag::parse("he").unwrap().direction(), Direction::RightToLeft);
/// assert!(LanguageTag::parse("english").is_err());
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageTag(Arc<str>);

/// The way a script runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// As Latin does.
    LeftToRight,
    /// As Hebrew and Arabic do.
    RightToLeft,
}

impl Direction {
    /// The value of HTML's `dir` attribute.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

impl LanguageTag {
    /// Reads a tag: a language of two or three letters, then a script or a region.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let mut parts = text.split('-');
        let language = parts.next().unwrap_or_default();
        let mut well_formed =
            matches!(language.len(), 2 | 3) && language.bytes().all(|b| b.is_ascii_alphabetic());
        let mut tag = language.to_ascii_lowercase();
        for part in parts {
            let alphabetic = part.bytes().all(|b| b.is_ascii_alphabetic());
            let digits = part.bytes().all(|b| b.is_ascii_digit());
            tag.push('-');
            match part.len() {
                4 if alphabetic => {
                    tag.push_str(&part[..1].to_ascii_uppercase());
                    tag.push_str(&part[1..].to_ascii_lowercase());
                }
                2 if alphabetic => tag.push_str(&part.to_ascii_uppercase()),
                3 if digits => tag.push_str(part),
                _ => well_formed = false,
            }
        }
        if well_formed {
            Ok(Self(tag.into()))
        } else {
            Err(Refusal::new("bad-language", format!("`{text}` is not a language tag"))
                .help("write the two or three letters of the language, such as `en`, `es` or `ht`"))
        }
    }

    /// The tag as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language without script and region: `pt` of `pt-BR`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// The way the language is written.
    #[must_use]
    pub fn direction(&self) -> Direction {
        let script = self.0.split('-').find(|part| part.len() == 4);
        let right_to_left = match script {
            Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script),
            None => RIGHT_TO_LEFT.contains(&self.primary()),
        };
        if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight }
    }
}

impl fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.0)
    }
}

super::deserialize_by_parse!(LanguageTag);
