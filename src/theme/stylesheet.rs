//! The theme's parts of a stylesheet in one file, without what only their authors read.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::files::ThemeFiles;
use super::settings::Pair;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::reference::css;
use crate::values::Colour;

/// Where the stylesheet is published.
pub(super) const STYLESHEET: &str = "assets/style.css";

/// The folder of its parts, which are put together in the order of their names.
const PARTS: &str = "assets/styles";

/// The folders of those parts that only some pages fetch: those of one kind, by the names of the
/// kinds; and those that show a piece such as the map, which asks for its part where it stands.
const APART: [&str; 2] = ["assets/styles/pages", "assets/styles/pieces"];

/// The site's own rules, which come last.
const OWN: &str = "assets/site.css";

/// Whether a file is put into the stylesheet, and so is not published by itself.
pub(super) fn is_part(inside: &str) -> bool {
    let in_parts = inside.strip_prefix(PARTS).is_some_and(|name| name.starts_with('/'));
    (in_parts && has_ending(inside)) || inside == OWN || inside == STYLESHEET
}

/// The stylesheet: the parts, `settings`, and the site's own rules. A theme whose stylesheet is
/// one file has that in place of the parts.
pub(super) fn bundle(files: &ThemeFiles, settings: &str) -> String {
    let one = files.text_of(STYLESHEET);
    let parts = files.texts(PARTS).filter(|(name, ..)| has_ending(name) && !name.contains('/'));
    let parts = parts.map(|(_, _, text)| text).filter(|_| one.is_none());
    let all = one.into_iter().chain(parts).chain([settings]).chain(files.text_of(OWN));
    let mut css = String::new();
    for part in all {
        squeeze(part, &mut css);
    }
    css
}

/// Tells of each `@import` in a part: only at its beginning does a browser heed one, and the stylesheet
/// begins with another part.
pub(super) fn ignored_imports(files: &ThemeFiles) -> Vec<Diagnostic> {
    let is_bundled = |inside: &str| {
        let part = inside.strip_prefix(PARTS).and_then(|name| name.strip_prefix('/'));
        inside == OWN || part.is_some_and(|name| has_ending(name) && !name.contains('/'))
    };
    let parts = files.of_site().filter(|(inside, _)| is_bundled(inside));
    let imports = parts.flat_map(|(inside, path)| {
        let text = files.text_of(inside).unwrap_or_default();
        let imports = css::references(text).filter(|reference| reference.is_import);
        imports.map(move |import| {
            let start = import.address.as_ptr() as usize - text.as_ptr() as usize;
            let message = format!("`@import` of `{}` is ignored by browsers", import.address);
            Diagnostic::new(Code::IgnoredImport, message)
                .at(Place::bytes(path, start..start + import.address.len()))
                .help("copy the rules of that file to here")
        })
    });
    imports.collect()
}

/// The stylesheets that only some pages fetch, by their paths in the published site:
/// `assets/styles/pages/guide.css` becomes `assets/pages/guide.css`. A theme whose stylesheet is one
/// file has none.
pub(super) fn apart(files: &ThemeFiles) -> BTreeMap<String, String> {
    let mut stylesheets = BTreeMap::new();
    for folder in APART.iter().filter(|_| files.text_of(STYLESHEET).is_none()) {
        for (name, _, text) in files.texts(folder).filter(|(name, ..)| has_ending(name)) {
            let mut css = String::new();
            squeeze(text, &mut css);
            let published = folder.replace(PARTS, "assets");
            stylesheets.insert(format!("{published}/{name}"), css);
        }
    }
    stylesheets
}

/// What a stylesheet in a folder of the published site is for: the kind of `pages`, or the piece.
pub(super) fn name_in<'a>(folder: &str, path: &'a str) -> Option<&'a str> {
    let name = path.strip_prefix("assets/")?.strip_prefix(folder)?.strip_prefix('/')?;
    name.strip_suffix(".css")
}

fn has_ending(name: &str) -> bool {
    name.ends_with(".css")
}

/// Adds a piece of CSS without its comments, and without blanks that mean nothing.
///
/// A blank may be all that tells two things apart (`a b`, `calc(1px + 2px)`, `a :hover`), so one
/// is kept wherever there was any, save beside a brace, a semicolon, a comma or `>`, and behind a
/// colon. Nor is the last semicolon of a rule kept.
fn squeeze(css: &str, squeezed: &mut String) {
    let mut rest = css;
    let mut blank = false;
    while let Some(next) = rest.chars().next() {
        let length = if rest.starts_with("/*") {
            blank = true;
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if next.is_ascii_whitespace() {
            blank = true;
            next.len_utf8()
        } else {
            let token = token_length(rest, next);
            let before = squeezed.chars().next_back();
            if blank
                && before.is_some_and(|before| before != ':' && keeps_blank(before))
                && keeps_blank(next)
            {
                squeezed.push(' ');
            }
            if next == '}' && before == Some(';') {
                squeezed.pop();
            }
            blank = false;
            squeezed.push_str(&rest[..token]);
            token
        };
        rest = &rest[length..];
    }
    if blank && squeezed.chars().next_back().is_some_and(keeps_blank) {
        squeezed.push('\n');
    }
}

/// Whether a blank beside this character may mean something.
fn keeps_blank(beside: char) -> bool {
    !matches!(beside, '{' | '}' | ';' | ',' | '>' | '\n')
}

/// How long the piece is that `css` begins with and that is taken as it is: a string, an address
/// without quotes, an escape, or a character.
fn token_length(css: &str, first: char) -> usize {
    match first {
        '"' | '\'' => end_of(css, 1, first),
        '\\' => 1 + css[1..].chars().next().map_or(0, char::len_utf8),
        'u' | 'U' if is_bare_address(css) => end_of(css, 4, ')'),
        _ => first.len_utf8(),
    }
}

/// Whether an address without quotes begins here: in it, `/*` begins no comment.
fn is_bare_address(css: &str) -> bool {
    let head = css.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("url("));
    head && !css[4..].trim_start().starts_with(['"', '\''])
}

/// The length up to and with the first `closing` from `start` on that no backslash stands before.
fn end_of(css: &str, start: usize, closing: char) -> usize {
    let mut escaped = false;
    for (at, character) in css[start..].char_indices() {
        if escaped {
            escaped = false;
        } else if character == '\\' {
            escaped = true;
        } else if character == closing {
            return start + at + character.len_utf8();
        }
    }
    css.len()
}

/// A custom property for each colour, in light and in dark.
pub(super) fn properties(colours: &[(&str, Pair)]) -> String {
    let mut css = String::new();
    let mut rule = |open: &str, of: fn(&Pair) -> Colour, close: &str| {
        css.push_str(open);
        for (name, pair) in colours {
            write!(css, "--{name}:{};", of(pair)).expect("a string takes what is written");
        }
        css.push_str(close);
    };
    rule("@layer settings{:root{", |pair| pair.light, "}");
    rule("@media (prefers-color-scheme:dark){:root{", |pair| pair.dark, "}}}");
    css
}

#[cfg(test)]
mod tests {
    use super::squeeze;

    fn squeezed(css: &str) -> String {
        let mut squeezed = String::new();
        squeeze(css, &mut squeezed);
        squeezed
    }

    #[test]
    fn what_means_nothing_is_left_out() {
        let css =
            "/* Links. */\na :hover {\n  margin: 0 calc(1px + 2px);  color: red;\n}\n\nb, c { }\n";
        assert_eq!(squeezed(css), "a :hover{margin:0 calc(1px + 2px);color:red}b,c{}");
    }

    #[test]
    fn what_is_quoted_is_left_alone() {
        for css in [
            r#"a::before{content:"/*  */ { ; \" }  "}"#,
            "a{background:url(data:image/png;base64,/*  not a comment)}",
            r"a{content:'\'  ,  '}",
            r".a\  b{color:red}",
        ] {
            assert_eq!(squeezed(css), css);
        }
    }

    #[test]
    fn a_comment_parts_two_words() {
        assert_eq!(squeezed("a/* and */b{}"), "a b{}");
        assert_eq!(squeezed("a{color: red} /* never closed"), "a{color:red}");
    }
}
