//! Text into HTML, and what may stand in it.

/// Elements that prose may use without attributes; they mean something and can do no harm.
pub(super) const HARMLESS: [&str; 11] =
    ["abbr", "br", "cite", "dfn", "kbd", "mark", "q", "small", "sub", "sup", "wbr"];

/// Appends a text with the characters escaped that mean something in HTML.
pub fn escape_into(html: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        html.push_str(&rest[..at]);
        html.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        rest = &rest[at + 1..];
    }
    html.push_str(rest);
}

/// A text with the characters escaped that mean something in HTML.
///
/// ```
/// assert_eq!(jumelage::markdown::html::escape("R&D <3"), "R&amp;D &lt;3");
/// ```
#[must_use]
pub fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 8);
    escape_into(&mut html, text);
    html
}
