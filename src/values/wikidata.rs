//! An item of Wikidata.

use std::fmt;

use super::Refusal;

/// The number of a thing in Wikidata: `Q` and digits.
///
/// ```
/// use jumelage::values::Wikidata;
///
/// assert_eq!(Wikidata::parse("Q45412").unwrap().url(), "https://www.wikidata.org/entity/Q45412");
/// let refusal = Wikidata::parse("https://www.wikidata.org/wiki/Q45412").unwrap_err();
/// assert_eq!(refusal.help.as_deref(), Some("write `Q45412`"));
/// assert!(Wikidata::parse("Coimbra").is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Wikidata(u64);

impl Wikidata {
    /// Reads an item's number.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        if let Some(item) = item(text) {
            return Ok(item);
        }
        let refusal =
            Refusal::new("bad-identifier", format!("`{text}` is not an item of Wikidata"));
        // An address is copied more easily than the number at its end.
        let end = text.trim().split(['?', '#']).next().unwrap_or_default();
        let end = end.rsplit(['/', ':']).next().unwrap_or_default().to_ascii_uppercase();
        let with_letter = || item(&format!("Q{end}"));
        Err(match item(&end).or_else(with_letter) {
            Some(item) => refusal.help(format!("write `{item}`")),
            None => refusal.help(
                "write the `Q` and its digits that stand behind the title of the city's page on \
                 www.wikidata.org, such as `Q45412`",
            ),
        })
    }

    /// The address that stands for the thing itself.
    #[must_use]
    pub fn url(self) -> String {
        format!("https://www.wikidata.org/entity/{self}")
    }
}

fn item(text: &str) -> Option<Wikidata> {
    let digits = text.strip_prefix('Q')?;
    let sound = !digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| sound).map(Wikidata)
}

impl fmt::Display for Wikidata {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Q{}", self.0)
    }
}

impl fmt::Debug for Wikidata {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{self}`")
    }
}

super::deserialize_by_parse!(Wikidata);
