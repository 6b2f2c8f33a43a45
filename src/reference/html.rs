//! A forgiving reader of HTML: just enough to find tags and their attributes. What is looked for is
//! ASCII, so that bytes may be looked at in place of characters.

use memchr::memchr;
use memchr::memmem;

/// The start tags of a page, in order. Comments, declarations and the contents of scripts and
/// styles are passed over.
#[derive(Debug)]
pub struct Tags<'a> {
    html: &'a str,
    at: usize,
}

/// A start tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tag<'a> {
    /// The element's name as it is written.
    pub name: &'a str,
    attributes: &'a str,
}

impl<'a> Tags<'a> {
    /// The start tags of a page.
    #[must_use]
    pub fn of(html: &'a str) -> Self {
        Self { html, at: 0 }
    }

    /// Goes on behind the next occurrence of a text; to the end, if there is none.
    fn skip_past(&mut self, text: &str) {
        let rest = &self.html[self.at..];
        let found = memmem::find(rest.as_bytes(), text.as_bytes());
        self.at += found.map_or(rest.len(), |found| found + text.len());
    }
}

impl<'a> Iterator for Tags<'a> {
    type Item = Tag<'a>;

    fn next(&mut self) -> Option<Tag<'a>> {
        loop {
            let bytes = self.html.as_bytes();
            self.at += memchr(b'<', &bytes[self.at..])? + 1;
            match bytes.get(self.at)? {
                b'!' if bytes[self.at..].starts_with(b"!--") => {
                    self.skip_past("-->");
                    continue;
                }
                first if !first.is_ascii_alphabetic() => continue,
                _ => {}
            }
            let rest = &self.html[self.at..];
            let in_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
            let name_end = rest.bytes().position(|byte| !in_name(byte)).unwrap_or(rest.len());
            let name = &rest[..name_end];
            let end = tag_end(&rest[name_end..]);
            let attributes = &rest[name_end..name_end + end];
            self.at += name_end + end;
            if name.eq_ignore_ascii_case("script") || name.eq_ignore_ascii_case("style") {
                self.skip_past(if name.eq_ignore_ascii_case("script") {
                    "</script"
                } else {
                    "</style"
                });
            }
            return Some(Tag { name, attributes });
        }
    }
}

/// Where a tag ends: at the first `>` outside of quotes.
fn tag_end(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut at = 0;
    // Names are short, and values may be long.
    let is_sign = |byte: &u8| matches!(byte, b'>' | b'"' | b'\'');
    while let Some(found) = bytes[at..].iter().position(is_sign) {
        let sign = at + found;
        if bytes[sign] == b'>' {
            return sign;
        }
        let Some(closed) = memchr(bytes[sign], &bytes[sign + 1..]) else { break };
        at = sign + 1 + closed + 1;
    }
    bytes.len()
}

impl<'a> Tag<'a> {
    /// The attributes: their names and values as they are written, with character references.
    #[must_use]
    pub fn attributes(&self) -> Attributes<'a> {
        Attributes { rest: self.attributes }
    }

    /// The value of an attribute.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        let mut attributes = self.attributes();
        attributes.find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

/// The attributes of a tag.
#[derive(Debug)]
pub struct Attributes<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<(&'a str, &'a str)> {
        let blanks = self.rest.bytes().position(|byte| !byte.is_ascii_whitespace() && byte != b'/');
        let rest = &self.rest[blanks?..];
        let in_name = |byte: u8| !byte.is_ascii_whitespace() && byte != b'=' && byte != b'/';
        let end = rest.bytes().position(|byte| !in_name(byte)).unwrap_or(rest.len());
        let (name, behind) = rest.split_at(end);
        let Some(value) = behind.trim_ascii_start().strip_prefix('=') else {
            // A sign that begins no name is passed over.
            self.rest = rest.get(end.max(1)..).unwrap_or_default();
            // Empty, and still a part of the page.
            return Some((name, &name[name.len()..]));
        };
        let value = value.trim_ascii_start();
        let quote = value.bytes().next().filter(|byte| matches!(byte, b'"' | b'\''));
        let (value, remaining) = match quote {
            Some(quote) => {
                let value = &value[1..];
                let closed = memchr(quote, value.as_bytes());
                closed.map_or((value, ""), |at| (&value[..at], &value[at + 1..]))
            }
            None => {
                let end = value.bytes().position(|byte| byte.is_ascii_whitespace());
                value.split_at(end.unwrap_or(value.len()))
            }
        };
        self.rest = remaining;
        Some((name, value))
    }
}

/// An attribute's value with its character references resolved, as far as addresses need them.
#[must_use]
pub fn unescaped(value: &str) -> std::borrow::Cow<'_, str> {
    if value.contains('&') {
        value
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&#x27;", "'")
            .replace("&#x2F;", "/")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
            .into()
    } else {
        value.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_attributes_are_found() {
        let html = "<!doctype html><!-- <b> --><a class=x href='../a?b=1&amp;c' hidden>x</a><script>\"<i>\"</script><img alt=\"a > b\" src=y />";
        let tags: Vec<Tag<'_>> = Tags::of(html).collect();
        assert_eq!(tags.iter().map(|tag| tag.name).collect::<Vec<_>>(), ["a", "script", "img"]);
        assert_eq!(
            tags[0].attribute("href").map(|href| unescaped(href).into_owned()),
            Some("../a?b=1&c".into())
        );
        assert_eq!(tags[0].attribute("hidden"), Some(""));
        let hidden = tags[0].attribute("hidden").unwrap().as_ptr() as usize;
        assert!((html.as_ptr() as usize..html.as_ptr() as usize + html.len()).contains(&hidden));
        assert_eq!(tags[0].attribute("id"), None);
        assert_eq!(tags[2].attribute("alt"), Some("a > b"));
        assert_eq!(tags[2].attribute("src"), Some("y"));
    }

    #[test]
    fn broken_html_does_no_harm() {
        for html in [
            "<",
            "<a",
            "<a href",
            "<a href=",
            "<a href=\"",
            "</",
            "<!--",
            "<script",
            "<a =\"x\" =>",
            "< a>",
        ] {
            assert!(Tags::of(html).filter_map(|tag| tag.attribute("alt")).all(str::is_empty));
        }
    }
}
