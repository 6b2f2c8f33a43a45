//! The id of a thing: a file's name, and the last part of its address.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use super::Refusal;

/// The longest slug in bytes: file systems allow 255 for a name, and a language and an
/// extension come on top.
const MAX_BYTES: usize = 80;

/// Names that Windows keeps for devices; a folder called so cannot be made there.
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Lower-case ASCII letters, digits and single hyphens: safe in an address and on every disk.
///
/// A page in a folder of pages has a slug with a slash between the parts.
///
/// ```
/// use jumelage::values::Slug;
///
/// assert!(Slug::parse("les-cayes").is_ok());
/// let refusal = Slug::parse("Kraków").unwrap_err();
/// assert_eq!(refusal.help.as_deref(), Some("call it `krakow`"));
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Arc<str>);

impl Slug {
    /// Reads a slug of one part.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let well_formed = !text.is_empty()
            && text.len() <= MAX_BYTES
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !text.starts_with('-')
            && !text.ends_with('-')
            && !text.contains("--")
            && !RESERVED.contains(&text);
        if well_formed {
            return Ok(Self(text.into()));
        }
        let reason = if text.len() > MAX_BYTES {
            format!("`{text}` is longer than {MAX_BYTES} characters")
        } else if RESERVED.contains(&text) {
            format!("`{text}` is a name that Windows keeps for itself")
        } else {
            format!(
                "`{text}` cannot be an id: use lower-case letters a to z, digits and single hyphens"
            )
        };
        let refusal = Refusal::new("bad-id", reason);
        Err(match Self::from_words(text) {
            Some(offer) => refusal.help(format!("call it `{offer}`")),
            None => refusal.help("choose a name in Latin letters; the printed name can have any"),
        })
    }

    /// Reads a slug of one or more parts with `/` between them.
    pub fn parse_path(text: &str) -> Result<Self, Refusal> {
        for part in text.split('/') {
            Self::parse(part)?;
        }
        Ok(Self(text.into()))
    }

    /// Makes a slug from words in any script, if anything is left of them.
    ///
    /// ```
    /// use jumelage::values::Slug;
    ///
    /// assert_eq!(Slug::from_words("Why are there Sister Cities?").unwrap().as_str(), "why-are-there-sister-cities");
    /// ```
    #[must_use]
    pub fn from_words(words: &str) -> Option<Self> {
        let mut slug = String::new();
        for c in deunicode::deunicode_with_tofu(words, "-").chars() {
            if slug.len() >= MAX_BYTES {
                break;
            }
            if c.is_ascii_alphanumeric() {
                slug.push(c.to_ascii_lowercase());
            } else if c != '\'' && !slug.ends_with('-') && !slug.is_empty() {
                slug.push('-');
            }
        }
        let slug = slug.trim_end_matches('-');
        (!slug.is_empty() && !RESERVED.contains(&slug)).then(|| Self(slug.into()))
    }

    /// The slug as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.0)
    }
}

impl Borrow<str> for Slug {
    fn borrow(&self) -> &str {
        &self.0
    }
}

super::deserialize_by_parse!(Slug);
