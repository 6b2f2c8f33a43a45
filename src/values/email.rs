//! A mailbox.

use std::fmt;

use super::Refusal;

/// An e-mail address, as written.
///
/// ```
/// use jumelage::values::Email;
///
/// assert!(Email::parse("peace@example.org").is_ok());
/// let refusal = Email::parse("mailto:peace@example.org").unwrap_err();
/// assert_eq!(refusal.help.as_deref(), Some("write `peace@example.org`"));
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(String);

impl Email {
    /// Reads an e-mail address.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        if is_well_formed(text) {
            return Ok(Self(text.to_owned()));
        }
        let refusal = Refusal::new("bad-email", format!("`{text}` is not an e-mail address"));
        let bare = text.trim().trim_start_matches("mailto:");
        Err(if is_well_formed(bare) {
            refusal.help(format!("write `{bare}`"))
        } else if text.contains("[email") {
            refusal
                .help("a web page hid the address when it was copied: ask whose it is, and type it")
        } else {
            refusal.help("write it whole, such as `peace@example.org`")
        })
    }

    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// One name, one sign, one domain with a dot in it, and nothing that would have to be escaped.
fn is_well_formed(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else { return false };
    let sound = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_{|}~.".contains(c);
    let labels = domain.split('.');
    !name.is_empty()
        && name.chars().all(sound)
        && !name.starts_with('.')
        && !name.ends_with('.')
        && domain.contains('.')
        && labels.into_iter().all(|label| {
            !label.is_empty()
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        })
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.0)
    }
}

super::deserialize_by_parse!(Email);
