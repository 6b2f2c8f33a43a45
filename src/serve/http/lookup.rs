//! What an address names: an entry of the edition's table of files, and nothing else.
//!
//! No path of a request is ever joined to a folder.

use super::prefix::Prefix;
use crate::output::OutputFile;
use crate::serve::Edition;
use crate::values::OutputPath;
use crate::values::media_type::is_page;

/// What an address names in an edition.
#[derive(Debug, PartialEq)]
pub(super) enum Named<'a> {
    /// A published file.
    File(&'a OutputFile),
    /// A page whose address ends with a slash, which was left out.
    Folder(&'a OutputFile),
    /// Nothing as yet, though it could be a page.
    NoPage,
    /// Nothing, and it could be no page.
    Nothing,
    /// The prefix without its slash.
    Root,
    /// Something outside of the prefix.
    Outside,
}

/// Finds what the path of an address names, as it stands in the request.
pub(super) fn look_up<'a>(edition: &'a Edition, prefix: &Prefix, path: &str) -> Named<'a> {
    let Some(inside) = path.strip_prefix(prefix.as_str()) else {
        let is_root = prefix.as_str().strip_suffix('/') == Some(path) && !path.is_empty();
        return if is_root { Named::Root } else { Named::Outside };
    };
    let Some(path) = published(inside) else { return Named::Nothing };
    if let Some(file) = edition.get(path.as_str()) {
        return Named::File(file);
    }
    let page = format!("{path}/index.html");
    if let Some(file) = edition.get(&page) {
        return Named::Folder(file);
    }
    let name = path.as_str().rsplit('/').next().unwrap_or_default();
    if is_page(name) || !name.contains('.') { Named::NoPage } else { Named::Nothing }
}

/// The path of the file that a static server would look for. An encoded slash is no slash, and
/// what is encoded twice is decoded once.
pub(super) fn published(inside: &str) -> Option<OutputPath> {
    let mut path = String::with_capacity(inside.len());
    if !inside.is_empty() {
        for part in inside.strip_suffix('/').unwrap_or(inside).split('/') {
            let part = decoded(part)?;
            if part.contains('/') {
                return None;
            }
            path.push_str(&part);
            path.push('/');
        }
    }
    if inside.is_empty() || inside.ends_with('/') {
        path.push_str("index.html");
    } else {
        path.pop();
    }
    OutputPath::new(&path)
}

/// A text with `%20` and its like decoded, unless something is wrong with them.
pub(super) fn decoded(text: &str) -> Option<String> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [byte, behind @ ..] = rest {
        rest = behind;
        if *byte != b'%' {
            bytes.push(*byte);
            continue;
        }
        let [high, low, behind @ ..] = behind else { return None };
        let byte = digit(high)? * 16 + digit(low)?;
        bytes.push(u8::try_from(byte).expect("two hexadecimal digits are a byte"));
        rest = behind;
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_name_files_as_on_a_static_server() {
        let path = |inside: &str| published(inside).unwrap().to_string();
        assert_eq!(path(""), "index.html");
        assert_eq!(path("cities/"), "cities/index.html");
        assert_eq!(path("cities"), "cities");
        assert_eq!(path("files/caf%C3%A9%20%25.jpg"), "files/café %.jpg");
        assert_eq!(path(".well-known/security.txt"), ".well-known/security.txt");
    }

    #[test]
    fn no_address_leads_out_of_the_table() {
        for inside in [
            "..",
            "../a",
            "a/../b",
            ".",
            "a/./b",
            "/a",
            "//",
            "a//b",
            "a//",
            ".git/config",
            "a/.env",
            "%2e%2e/a",
            "%2E",
            "..%2fa",
            "a%2fb",
            "a\\b",
            "a%5cb",
            "%00",
            "a%0d%0ab",
            "%",
            "%2",
            "%zz",
            "%+1",
            "%ff",
            "c:/a",
            "%c0%ae%c0%ae",
        ] {
            assert_eq!(published(inside), None, "{inside}");
        }
        assert_eq!(published("%252e%252e/a").unwrap().as_str(), "%2e%2e/a");
    }

    #[test]
    fn outside_of_a_prefix_there_is_nothing() {
        let edition = Edition::default();
        let prefix = Prefix::parse("/sub/path").unwrap();
        let look_up = |path| look_up(&edition, &prefix, path);
        assert_eq!(look_up("/"), Named::Outside);
        assert_eq!(look_up("/sub/pathology"), Named::Outside);
        assert_eq!(look_up("/sub/path"), Named::Root);
        assert_eq!(look_up("/sub/path//"), Named::Nothing);
        assert_eq!(look_up("/sub/path/"), Named::NoPage);
        assert_eq!(look_up("/sub/path/a"), Named::NoPage);
        assert_eq!(look_up("/sub/path/a.jpg"), Named::Nothing);
    }
}
