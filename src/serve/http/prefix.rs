//! The part of an address that comes before the site: where a host with a prefix would put it.

use std::fmt;

use crate::values::{OutputPath, Refusal};

/// Where the site begins at its host: `/`, or `/sub/path/`.
///
/// ```
/// use jumelage::serve::Prefix;
///
/// assert_eq!(Prefix::default().as_str(), "/");
/// assert_eq!(Prefix::parse("/sub/path").unwrap().as_str(), "/sub/path/");
/// assert_eq!(Prefix::parse("sub/path/").unwrap(), Prefix::parse("/sub/path").unwrap());
/// assert!(Prefix::parse("/sub/../path").is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prefix(String);

impl Prefix {
    /// Reads a prefix; the slashes at its ends may be left out.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        if matches!(text, "" | "/") {
            return Ok(Self::default());
        }
        let inside = text.strip_prefix('/').unwrap_or(text);
        let inside = inside.strip_suffix('/').unwrap_or(inside);
        let plain = |c: char| c.is_ascii_alphanumeric() || "-_.~".contains(c);
        let good =
            |part: &str| !part.is_empty() && !part.starts_with('.') && part.chars().all(plain);
        if !inside.split('/').all(good) {
            let message = format!("`{text}` is no path that a site could be hosted at");
            return Err(Refusal::new("bad-prefix", message)
                .help("write the path of its address, such as `/sister-cities`"));
        }
        Ok(Self(format!("/{inside}/")))
    }

    /// The prefix with a slash at both ends.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address that shows a published file, without the host. It begins with exactly one
    /// slash, so that no browser takes it for another host.
    #[must_use]
    pub fn address(&self, path: &OutputPath) -> String {
        let href = path.href();
        let page = href.strip_suffix("index.html");
        let folder = page.filter(|folder| folder.is_empty() || folder.ends_with('/'));
        format!("{}{}", self.0, folder.unwrap_or(&href))
    }
}

impl Default for Prefix {
    fn default() -> Self {
        Self("/".to_owned())
    }
}

impl fmt::Display for Prefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_host_could_not_have_is_refused() {
        for text in
            ["//", "/a//b", "//evil.example", "/.git", "/a/..", "/a b", "/a?b", "/a%2f", "/é"]
        {
            assert!(Prefix::parse(text).is_err(), "{text}");
        }
        assert_eq!(Prefix::parse("").unwrap(), Prefix::default());
        assert_eq!(Prefix::parse("/").unwrap(), Prefix::default());
    }

    #[test]
    fn addresses_are_those_that_a_browser_shows() {
        let prefix = Prefix::parse("/sub").unwrap();
        let address = |path: &str| prefix.address(&OutputPath::new(path).unwrap());
        assert_eq!(address("index.html"), "/sub/");
        assert_eq!(address("a/index.html"), "/sub/a/");
        assert_eq!(address("a/myindex.html"), "/sub/a/myindex.html");
        assert_eq!(address("files/50 % #1.jpg"), "/sub/files/50%20%25%20%231.jpg");
    }
}
