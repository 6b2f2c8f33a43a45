//! Judges drawings: an SVG file is a little program, and only what can do nothing is let in.
//!
//! In a page such a drawing is shown by `<img>`, where it can do nothing anyway; but it has an
//! address of its own too, and a browser that opens it there runs what is in it. So elements are
//! let in that are on a list, and nothing may lead out of the file. Nor may anything be written
//! so that a browser reads another drawing than we do: in other letters, or in references to them.

use super::Unfit;

/// The most bytes that a drawing may have.
pub(super) const MAX_BYTES: u64 = 2 * 1024 * 1024;

/// The one name of the language, and of one that is never let in.
const NAMESPACE: &str = "http://www.w3.org/2000/svg";

/// Elements that only draw.
const HARMLESS: [&str; 64] = [
    "svg",
    "g",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "text",
    "tspan",
    "textPath",
    "tref",
    "title",
    "desc",
    "metadata",
    "defs",
    "use",
    "symbol",
    "switch",
    "image",
    "style",
    "marker",
    "mask",
    "pattern",
    "clipPath",
    "linearGradient",
    "radialGradient",
    "stop",
    "view",
    "filter",
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feConvolveMatrix",
    "feDiffuseLighting",
    "feDisplacementMap",
    "feDistantLight",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feImage",
    "feMerge",
    "feMergeNode",
    "feMorphology",
    "feOffset",
    "fePointLight",
    "feSpecularLighting",
    "feSpotLight",
    "feTile",
    "feTurbulence",
    "font",
    "font-face",
    "glyph",
    "missing-glyph",
    "hkern",
    "vkern",
    "color-profile",
    "solidColor",
];

/// Prefixes of what drawing programs and libraries note: no browser draws it.
const NOTES: [&str; 7] = ["sodipodi", "inkscape", "rdf", "cc", "dc", "xml", "serif"];

/// The encodings in which a browser reads the same letters as we do.
const ENCODINGS: [&str; 2] = ["utf-8", "us-ascii"];

/// The references that XML itself needs.
const REFERENCES: [&str; 5] = ["amp;", "lt;", "gt;", "quot;", "apos;"];

/// Gives the width and height of a drawing, if it can do no harm.
pub(super) fn judge(bytes: &[u8]) -> Result<(u32, u32), Unfit> {
    let harmful = |what: &str| Err(Unfit::Harmful(what.to_owned()));
    if bytes.len() as u64 > MAX_BYTES {
        return Err(Unfit::TooHeavy(bytes.len() as u64));
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return Err(Unfit::Broken) };
    if text.contains('\\') {
        return harmful("a backslash");
    }
    if text.contains(|c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r')) {
        return harmful("a control character");
    }
    leads_nowhere(text)?;
    let mut size = None;
    let mut styles = 0_usize;
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        if styles > 0 {
            judge_style(&rest[..open])?;
        }
        rest = &rest[open + 1..];
        let end = if rest.starts_with("!--") {
            rest.find("-->").map(|at| at + 3)
        } else if rest.starts_with('!') {
            return harmful(if rest.starts_with("![CDATA[") {
                "a CDATA section"
            } else {
                "a DOCTYPE"
            });
        } else if rest.starts_with('?') {
            let Some(declaration) = rest.strip_prefix("?xml ") else {
                return harmful("an instruction for programs");
            };
            let Some((declaration, behind)) = declaration.split_once("?>") else {
                return Err(Unfit::CutOff);
            };
            judge_declaration(declaration)?;
            Some(rest.len() - behind.len())
        } else {
            let Some(end) = tag_end(rest) else { return Err(Unfit::CutOff) };
            if let Some(name) = rest[..end].strip_prefix('/') {
                styles = styles.saturating_sub(usize::from(is_style(name)));
            } else {
                let tag = rest[..end].trim_end_matches('/');
                let own_size = judge_tag(tag)?;
                size.get_or_insert(own_size);
                styles += usize::from(is_style(tag) && !rest[..end].ends_with('/'));
            }
            Some(end)
        };
        let Some(end) = end else { return Err(Unfit::CutOff) };
        rest = &rest[end..];
    }
    match size {
        None => Err(Unfit::NotAPicture),
        Some(None) => Err(Unfit::WithoutSize),
        Some(Some(size)) => Ok(size),
    }
}

/// Whether a tag, without its angle brackets, is of an element with styles.
fn is_style(tag: &str) -> bool {
    let name = tag.split(|c: char| c.is_ascii_whitespace()).next().unwrap_or(tag);
    name.strip_prefix("svg:").unwrap_or(name) == "style"
}

/// Judges what stands at the very beginning: which version, and which encoding.
fn judge_declaration(declaration: &str) -> Result<(), Unfit> {
    let attributes = attributes_of(declaration).ok_or(Unfit::Broken)?;
    for (_, encoding) in attributes.iter().filter(|(name, _)| *name == "encoding") {
        if !ENCODINGS.iter().any(|known| encoding.eq_ignore_ascii_case(known)) {
            // What is a comment to us would be a script in other letters.
            return Err(Unfit::Harmful(format!("the encoding `{encoding}`")));
        }
    }
    Ok(())
}

/// Judges styles: what they are made of leads nowhere, however it is written.
fn judge_style(style: &str) -> Result<(), Unfit> {
    judge_references(style)?;
    let lower = style.to_ascii_lowercase();
    match ["//", "http"].iter().any(|address| lower.contains(address)) {
        true => Err(Unfit::Harmful("an address that leads out of it".to_owned())),
        false => Ok(()),
    }
}

/// Judges references: they are read before styles are, and would hide what these say.
fn judge_references(text: &str) -> Result<(), Unfit> {
    let is_known = |rest: &str| REFERENCES.iter().any(|known| rest.starts_with(known));
    match text.split('&').skip(1).all(is_known) {
        true => Ok(()),
        false => Err(Unfit::Harmful("a letter that is written as a number or a name".to_owned())),
    }
}

/// Judges a tag, and gives the size that it tells, if it is the first of a drawing.
fn judge_tag(tag: &str) -> Result<Option<(u32, u32)>, Unfit> {
    let (name, attributes) = tag.split_once(|c: char| c.is_ascii_whitespace()).unwrap_or((tag, ""));
    let is_note = name.split_once(':').is_some_and(|(prefix, _)| NOTES.contains(&prefix));
    let own = name.strip_prefix("svg:").unwrap_or(name);
    if !is_note && !HARMLESS.contains(&own) {
        return Err(Unfit::Harmful(format!("the element `<{name}>`")));
    }
    let attributes = attributes_of(attributes).ok_or(Unfit::Broken)?;
    for (name, value) in &attributes {
        judge_attribute(name, value)?;
    }
    let value = |name: &str| attributes.iter().find(|(own, _)| *own == name).map(|(_, it)| *it);
    let number = |text: &str| text.trim().trim_end_matches("px").parse::<f64>().ok();
    let written = value("width").and_then(number).zip(value("height").and_then(number));
    let in_box = value("viewBox").and_then(|numbers| {
        let numbers = numbers.split([' ', ',', '\n', '\t']).filter(|number| !number.is_empty());
        match numbers.filter_map(number).collect::<Vec<_>>()[..] {
            [_, _, width, height] => Some((width, height)),
            _ => None,
        }
    });
    let is_sensible = |size: &(f64, f64)| [size.0, size.1].iter().all(|it| *it >= 1.0 && *it < 1e5);
    let size = written.or(in_box).filter(is_sensible);
    // Between one and a hundred thousand.
    Ok(size.map(|(width, height)| (width.round() as u32, height.round() as u32)))
}

fn judge_attribute(name: &str, value: &str) -> Result<(), Unfit> {
    let harmful = Err(Unfit::Harmful(format!("the attribute `{name}`")));
    let lower = name.to_ascii_lowercase();
    let (prefix, local) = lower.rsplit_once(':').unwrap_or(("", &lower));
    if local.starts_with("on") {
        return harmful;
    }
    if prefix == "xmlns" || lower == "xmlns" {
        // Another name for the language would hide elements from the list.
        let is_hidden = value.contains('&')
            || value.contains("1999/xhtml")
            || (value.trim() == NAMESPACE && !matches!(lower.as_str(), "xmlns" | "xmlns:svg"));
        return if is_hidden { harmful } else { Ok(()) };
    }
    judge_references(value)?;
    if matches!(local, "href" | "src") {
        if value.trim_start().to_ascii_lowercase().starts_with("data:") {
            // A photograph may tell where it was taken.
            return Err(Unfit::Harmful("another picture".to_owned()));
        }
        return if value.starts_with('#') { Ok(()) } else { harmful };
    }
    if local == "style" { judge_style(value) } else { Ok(()) }
}

/// Whether the styles lead to nothing outside of the file.
fn leads_nowhere(text: &str) -> Result<(), Unfit> {
    let lower = text.to_ascii_lowercase();
    let leading = ["@import", "javascript:", "image-set(", "src("];
    if leading.iter().any(|word| lower.contains(word)) {
        return Err(Unfit::Harmful("an address that leads out of it".to_owned()));
    }
    for rest in lower.split("url(").skip(1) {
        let address = rest.trim_start().trim_start_matches(['"', '\'']);
        let address = address.strip_prefix("&quot;").unwrap_or(address);
        if !address.starts_with('#') {
            return Err(Unfit::Harmful("an address that leads out of it".to_owned()));
        }
    }
    Ok(())
}

/// Where a tag ends: behind the first `>` outside of quotes.
fn tag_end(rest: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

/// The attributes of a tag; nothing, if they are not well-formed.
fn attributes_of(text: &str) -> Option<Vec<(&str, &str)>> {
    let mut attributes = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (name, value) = rest.split_once('=')?;
        let value = value.trim_start();
        let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        let (value, behind) = value[1..].split_once(quote)?;
        attributes.push((name.trim(), value));
        rest = behind.trim_start();
    }
    Some(attributes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(inside: &str) -> Result<(u32, u32), Unfit> {
        judge(format!("<svg xmlns=\"{NAMESPACE}\" viewBox=\"0 0 40 30\">{inside}</svg>").as_bytes())
    }

    #[test]
    fn what_only_draws_is_let_in() {
        for inside in [
            "",
            "<path d='M0 0h1'/><!-- a --><use href=\"#a\"/>",
            "<style>a{fill:url(#b)}</style><rect fill=\"url('#b')\"/>",
            "<style/><title>A &amp; B &#38; http://example.org/</title>",
            "<style>a > b{}</style><text aria-label=\"A &amp; &quot;B&quot;\">http://c</text>",
            "<sodipodi:namedview pagecolor=\"#fff\"/>",
        ] {
            assert_eq!(judged(inside), Ok((40, 30)), "{inside}");
        }
        for declaration in ["", " encoding='UTF-8'", " encoding=\"us-ascii\" standalone='no'"] {
            let drawing =
                format!("<?xml version='1.0'{declaration}?>\n<svg width='8px' height='9'/>");
            assert_eq!(judge(drawing.as_bytes()), Ok((8, 9)), "{declaration}");
        }
    }

    #[test]
    fn what_could_do_something_is_kept_out() {
        for inside in [
            "<script>alert(1)</script>",
            "<svg:script/>",
            "<foreignObject/>",
            "<a href=\"#a\"/>",
            "<set attributeName=\"href\"/>",
            "<animate/>",
            "<path onclick=\"a()\"/>",
            "<path ONLOAD='a()'/>",
            "<use href=\"https://example.org/a.svg#b\"/>",
            "<use xlink:href=\"//example.org/a\"/>",
            "<image href=\"data:image/svg+xml;base64,AAAA\"/>",
            "<image xlink:href=\"data:image/png;base64,AAAA\"/>",
            "<feImage href=\" DATA:image/jpeg;base64,AAAA\"/>",
            "<rect fill=\"url(data:image/png;base64,AAAA)\"/>",
            "<rect style=\"fill:&#117;rl(https://example.org/)\"/>",
            "<rect fill=\"&#x75;rl(a)\"/>",
            "<rect fill=\"&colour;\"/>",
            "<style>a{fill:&#117;rl(a)}</style>",
            "<svg:style>a{}<!-- b -->c{fill:&u;rl(a)}</svg:style >",
            "<style><style></style>&#64;</style>",
            "<style>a{mask:IMAGE-SET('a.png' 1x)}</style>",
            "<rect mask=\"-webkit-image-set('a.png' 1x)\"/>",
            "<style>a{mask:src('a.png')}</style>",
            "<style>@namespace 'HTTP:a';</style>",
            "<rect style=\"mask:a('//example.org/a')\"/>",
            "<title>\u{1b}$B</title>",
            "<title>\u{85}</title>",
            "<image href=\"&#104;ttps://example.org/\"/>",
            "<style>@import 'a.css';</style>",
            "<rect style=\"fill:URL( https://example.org/)\"/>",
            "<rect style=\"fill:u\\72l(https://example.org/)\"/>",
            "<g xmlns:x=\"http://www.w3.org/2000/svg\"><x:script/></g>",
            "<cc:a xmlns:cc=\"http://www.w3.org/2000/svg\"/>",
            "<g xmlns:h=\"http://www.w3.org/1999/xhtml\"/>",
            "<![CDATA[ <script/> ]]>",
            "<x:script/>",
        ] {
            assert!(
                matches!(judged(inside), Err(Unfit::Harmful(_))),
                "{inside}: {:?}",
                judged(inside)
            );
        }
        let bomb = "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg viewBox='0 0 1 1'/>";
        assert!(matches!(judge(bomb.as_bytes()), Err(Unfit::Harmful(_))));
        assert!(matches!(judge(b"<?xml-stylesheet href='a'?><svg/>"), Err(Unfit::Harmful(_))));
        let japanese = "<?xml version='1.0' encoding='ISO-2022-JP'?><svg viewBox='0 0 1 1'/>";
        assert_eq!(
            judge(japanese.as_bytes()),
            Err(Unfit::Harmful("the encoding `ISO-2022-JP`".to_owned()))
        );
    }

    #[test]
    fn what_is_broken_is_told() {
        assert_eq!(judge(b"<svg"), Err(Unfit::CutOff));
        assert_eq!(judge(b"<?xml version='1.0'"), Err(Unfit::CutOff));
        assert_eq!(judge(b"no drawing"), Err(Unfit::NotAPicture));
        assert_eq!(judge(b"<svg/>"), Err(Unfit::WithoutSize));
        assert_eq!(judge(b"<svg width=1/>"), Err(Unfit::Broken));
    }
}
