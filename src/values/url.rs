//! An address on the web.

use std::fmt;

use super::Refusal;

/// An absolute `http` or `https` address, as written.
///
/// ```
/// use jumelage::values::Url;
///
/// let site = Url::parse("https://example.org/peace/sister-cities").unwrap();
/// assert_eq!(site.path(), "/peace/sister-cities");
/// assert!(Url::parse("www.example.org").unwrap_err().help.unwrap().contains("https://www.example.org"));
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Url(String);

impl Url {
    /// Reads an address.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let host = rest.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
        let well_formed = host.is_some_and(|host| !host.is_empty())
            && !text.contains(|c: char| {
                c.is_whitespace() || c.is_control() || "<>\"`{}|\\^".contains(c)
            });
        if well_formed {
            return Ok(Self(text.to_owned()));
        }
        let refusal = Refusal::new("bad-url", format!("`{text}` is not a web address"));
        let bare = rest.is_none() && text.contains('.') && !text.contains(char::is_whitespace);
        Err(if bare && !text.contains(':') {
            refusal.help(format!("write it whole: `https://{text}`"))
        } else {
            refusal.help("a web address begins with `https://` and has no spaces")
        })
    }

    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether other addresses can be put behind it.
    #[must_use]
    pub fn is_base(&self) -> bool {
        !self.0.contains(['?', '#'])
    }

    /// The path, from the first slash after the host; empty when there is none.
    #[must_use]
    pub fn path(&self) -> &str {
        let rest = self.after_scheme();
        let path = rest.find('/').map_or("", |slash| &rest[slash..]);
        path.split(['?', '#']).next().unwrap_or_default()
    }

    /// The host and, where one is named, the port.
    #[must_use]
    pub fn authority(&self) -> &str {
        self.after_scheme().split(['/', '?', '#']).next().unwrap_or_default()
    }

    /// The host, without its port.
    #[must_use]
    pub fn host(&self) -> &str {
        let authority = self.authority();
        let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
        match host.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
            _ => host,
        }
    }

    fn after_scheme(&self) -> &str {
        self.0.split_once("://").map_or("", |(_, rest)| rest)
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.0)
    }
}

super::deserialize_by_parse!(Url);
