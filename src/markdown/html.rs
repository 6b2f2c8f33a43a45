//! Text into HTML, and addresses into text.

use memchr::{memchr2, memchr3};

use crate::reference::html::unescaped;

/// Appends a text with the characters escaped that mean something in HTML.
pub fn escape_into(html: &mut String, text: &str) {
    let bytes = text.as_bytes();
    if memchr3(b'&', b'<', b'>', bytes).is_none() && memchr2(b'"', b'\'', bytes).is_none() {
        return html.push_str(text);
    }
    let mut written = 0;
    // The characters are all of ASCII, so bytes tell, and they are quicker to look at.
    for (at, byte) in bytes.iter().enumerate() {
        let escaped = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        html.push_str(&text[written..at]);
        html.push_str(escaped);
        written = at + 1;
    }
    html.push_str(&text[written..]);
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

/// Elements that stand within a line; all others part words.
const WITHIN_LINES: [&str; 19] = [
    "a", "abbr", "b", "cite", "code", "del", "dfn", "em", "i", "kbd", "mark", "q", "small", "span",
    "strong", "sub", "sup", "time", "wbr",
];

/// The words of some HTML of our own making, as they are seen: without markup, with single blanks.
///
/// ```
/// use jumelage::markdown::html::text_of;
///
/// assert_eq!(text_of("<p>Tea, <em>R&amp;D</em>.</p><ul><li>One</li></ul>"), "Tea, R&D. One");
/// ```
#[must_use]
pub fn text_of(html: &str) -> String {
    paragraphs_of(html).join(" ")
}

/// The same, taken apart where something ends that is no part of a line: a paragraph, an item.
///
/// ```
/// use jumelage::markdown::html::paragraphs_of;
///
/// assert_eq!(paragraphs_of("<p>Tea.</p><ul><li>One</li></ul>"), ["Tea.", "One"]);
/// ```
#[must_use]
pub fn paragraphs_of(html: &str) -> Vec<String> {
    let (mut paragraphs, mut paragraph) = (Vec::new(), String::new());
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        paragraph.push_str(&rest[..open]);
        let tag = &rest[open + 1..];
        let end = tag.find('>').unwrap_or(tag.len());
        let name = tag[..end].trim_start_matches('/');
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        if !WITHIN_LINES.contains(&name) {
            paragraphs.push(std::mem::take(&mut paragraph));
        }
        rest = tag.get(end + 1..).unwrap_or_default();
    }
    paragraph.push_str(rest);
    paragraphs.push(paragraph);
    let texts = paragraphs.iter().map(|text| decoded(text));
    texts.filter(|text| !text.is_empty()).collect()
}

/// A text without references to characters, with single blanks.
fn decoded(text: &str) -> String {
    let mut single = String::with_capacity(text.len());
    for word in text.split_ascii_whitespace() {
        if !single.is_empty() {
            single.push(' ');
        }
        single.push_str(word);
    }
    if single.contains('&') { unescaped(&single).into_owned() } else { single }
}
