//! An address that something had before.

use super::percent::decoded;
use super::{OutputPath, Refusal, Route};

/// An address of the site under which something stood before: a path from the site's root, and
/// perhaps a part of the page.
///
/// It ends in `/` unless it is that of an HTML file: a server that has a folder of the name answers
/// `/old` and `/old/` alike.
///
/// ```
/// use jumelage::values::FormerAddress;
///
/// let old = FormerAddress::parse("/visit/faq.html#when").unwrap();
/// assert_eq!((old.route().as_str(), old.fragment()), ("visit/faq.html", Some("when")));
/// assert_eq!(FormerAddress::parse("visit").unwrap().route().as_str(), "visit/");
/// assert!(FormerAddress::parse("/node?id=7").is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FormerAddress {
    route: Route,
    fragment: Option<String>,
}

/// The longest part of a path: file systems allow 255 bytes for a name.
const MAX_BYTES: usize = 200;

impl FormerAddress {
    /// Reads an address.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let refused = |message: String| Refusal::new("bad-former-address", message);
        let text = text.trim();
        if text.starts_with("//") || text.contains("://") {
            let path = text.split("//").nth(1).and_then(|rest| rest.split_once('/'));
            let help = match path {
                Some((_, path)) => {
                    format!("write what stands behind the name of the host: `/{path}`")
                }
                None => "write what stands behind the name of the host: `/old/page/`".to_owned(),
            };
            return Err(refused(format!("`{text}` is a whole address")).help(help));
        }
        if text.contains('?') {
            return Err(refused(format!("`{text}` has a query, the part behind `?`")).help(
                "the file at an address cannot tell queries apart; leave it out, or let the web server send it on",
            ));
        }
        let (path, fragment) = match text.split_once('#') {
            Some((path, fragment)) => (path, Some(decoded(fragment)).filter(|it| !it.is_empty())),
            None => (text, None),
        };
        let path = decoded(path.strip_prefix('/').unwrap_or(path));
        let path = match path.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => folder.to_owned(),
            _ if path.ends_with('/') || is_page(&path) => path,
            _ => format!("{path}/"),
        };
        let route = Route::new(path.trim_start_matches('/'));
        if route.as_str().is_empty() {
            return Err(refused(format!("`{text}` is the address of the home page"))
                .help("an address that is in use cannot lead elsewhere"));
        }
        let parts_fit = route.as_str().split('/').all(|part| part.len() <= MAX_BYTES);
        if !parts_fit || OutputPath::new(route.output_path().as_str()).is_none() {
            return Err(refused(format!("no file can stand at the address `{text}`"))
                .help("write the path of a page, such as `/old/page/` or `/old/page.html`"));
        }
        Ok(Self { route, fragment })
    }

    /// The address without the part of the page.
    #[must_use]
    pub fn route(&self) -> &Route {
        &self.route
    }

    /// The part of the page.
    #[must_use]
    pub fn fragment(&self) -> Option<&str> {
        self.fragment.as_deref()
    }
}

/// Whether servers send a file of this name as a page.
fn is_page(path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    [".html", ".htm"].iter().any(|ending| path.ends_with(ending))
}

super::deserialize_by_parse!(FormerAddress);

#[cfg(test)]
mod tests {
    use super::*;

    fn route(text: &str) -> Option<String> {
        Some(FormerAddress::parse(text).ok()?.route.to_string())
    }

    #[test]
    fn a_folder_answers_with_and_without_its_slash() {
        for text in ["old/page", "/old/page", "/old/page/", "old/page/index.html"] {
            assert_eq!(route(text).as_deref(), Some("old/page/"), "{text}");
        }
        assert_eq!(route("/Default.HTM").as_deref(), Some("Default.HTM"));
        assert_eq!(route("/show.aspx").as_deref(), Some("show.aspx/"));
        assert_eq!(route("/S%C3%A3o%20Tom%C3%A9").as_deref(), Some("São Tomé/"));
    }

    #[test]
    fn what_no_file_can_answer_to_is_refused() {
        for text in
            ["", "/", "index.html", "#top", "/a//b", "/../a", "/.git/", "/a:b/", "//example.org/a"]
        {
            assert_eq!(route(text), None, "{text}");
        }
        let whole = FormerAddress::parse("https://example.org/old/").unwrap_err();
        assert!(whole.help.unwrap().contains("`/old/`"));
        assert_eq!(route(&"a".repeat(300)), None);
    }
}
