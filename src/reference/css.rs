//! Addresses in a stylesheet.

/// An address in a stylesheet, as it is written between its quotes or parentheses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference<'a> {
    /// The address; a part of the stylesheet's text.
    pub address: &'a str,
    /// Whether it is that of another stylesheet, by `@import`.
    pub is_import: bool,
}

/// The addresses of a stylesheet, in order.
///
/// ```
/// use jumelage::reference::css::references;
///
/// let css = "@import 'a.css'; /* url(b) */ p { background: url( \"c.svg\" ); content: 'url(d)' }";
/// let found: Vec<_> = references(css).map(|it| (it.address, it.is_import)).collect();
/// assert_eq!(found, [("a.css", true), ("c.svg", false)]);
/// ```
pub fn references(css: &str) -> impl Iterator<Item = Reference<'_>> {
    let mut at = 0;
    // Whether an `@import` waits for its address.
    let mut imports = false;
    std::iter::from_fn(move || {
        while at < css.len() {
            let rest = &css[at..];
            let first = rest.as_bytes()[0];
            if rest.starts_with("/*") {
                at += rest.find("*/").map_or(rest.len(), |end| end + 2);
            } else if first == b'"' || first == b'\'' {
                let (text, length) = quoted(rest);
                at += length;
                if std::mem::take(&mut imports) {
                    return Some(Reference { address: text, is_import: true });
                }
            } else if begins_with(rest, "@import") {
                imports = true;
                at += "@import".len();
            } else if begins_with(rest, "url(") {
                at += "url(".len();
                let (address, length) = in_parentheses(&css[at..]);
                at += length;
                let is_import = std::mem::take(&mut imports);
                return Some(Reference { address, is_import });
            } else {
                imports &= first != b';';
                // Behind a sign of escape, no quotation mark is one.
                at += 1 + usize::from(first == b'\\');
                while !css.is_char_boundary(at.min(css.len())) {
                    at += 1;
                }
            }
        }
        None
    })
}

fn begins_with(text: &str, word: &str) -> bool {
    text.as_bytes()
        .get(..word.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()))
}

/// The text of a string, and how long it is with its quotes. A string ends with its line.
fn quoted(text: &str) -> (&str, usize) {
    let quote = text.as_bytes()[0];
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        if !escaped && (byte == quote || byte == b'\n') {
            return (&text[1..at], at + 1);
        }
        escaped = !escaped && byte == b'\\';
    }
    (&text[1..], text.len())
}

/// The address behind `url(`, and how long it is with the closing parenthesis.
fn in_parentheses(text: &str) -> (&str, usize) {
    let inner = text.trim_start();
    let blanks = text.len() - inner.len();
    let (address, length) = match inner.bytes().next() {
        Some(b'"' | b'\'') => quoted(inner),
        _ => {
            let end = inner.find(')').unwrap_or(inner.len());
            (inner[..end].trim_end(), end)
        }
    };
    let end = inner[length..].find(')').map_or(inner.len(), |end| length + end + 1);
    (address, blanks + end)
}
