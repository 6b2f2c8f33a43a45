//! Judges drawings: an SVG file is a little program, and only what can do nothing is let in.
//!
//! In a page such a drawing is shown by `<img>`, where it can do nothing anyway; but it has an
//! address of its own too, and a browser that opens it there runs what is in it. So elements are
//! let in that are on a list, and nothing may lead out of the file.

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
    leads_nowhere(text)?;
    let mut size = None;
    let mut rest = text;
    while let Some(open) = rest.find('<') {
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
            match rest.starts_with("?xml ") {
                true => rest.find("?>").map(|at| at + 2),
                false => return harmful("an instruction for programs"),
            }
        } else {
            let end = tag_end(rest);
            if let Some(end) = end
                && !rest.starts_with('/')
            {
                let tag = rest[..end].trim_end_matches('/');
                let own_size = judge_tag(tag)?;
                size.get_or_insert(own_size);
            }
            end
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
    if matches!(local, "href" | "src") {
        let is_inside = value.starts_with('#') || is_picture(value);
        return if is_inside { Ok(()) } else { harmful };
    }
    Ok(())
}

/// Whether an address is a picture that stands in the address itself.
fn is_picture(address: &str) -> bool {
    ["png", "jpeg", "webp", "gif"]
        .iter()
        .any(|kind| address.starts_with(&format!("data:image/{kind};base64,")))
}

/// Whether the styles lead to nothing outside of the file.
fn leads_nowhere(text: &str) -> Result<(), Unfit> {
    let lower = text.to_ascii_lowercase();
    if lower.contains("@import") || lower.contains("javascript:") {
        return Err(Unfit::Harmful("an address that leads out of it".to_owned()));
    }
    for rest in lower.split("url(").skip(1) {
        let address = rest.trim_start().trim_start_matches(['"', '\'']);
        let address = address.strip_prefix("&quot;").unwrap_or(address);
        if !address.starts_with('#') && !is_picture(address) {
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
            "<image xlink:href=\"data:image/png;base64,AAAA\"/>",
            "<sodipodi:namedview pagecolor=\"#fff\"/>",
        ] {
            assert_eq!(judged(inside), Ok((40, 30)), "{inside}");
        }
        assert_eq!(judge(b"<?xml version='1.0'?>\n<svg width='8px' height='9'/>"), Ok((8, 9)));
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
    }

    #[test]
    fn what_is_broken_is_told() {
        assert_eq!(judge(b"<svg"), Err(Unfit::CutOff));
        assert_eq!(judge(b"no drawing"), Err(Unfit::NotAPicture));
        assert_eq!(judge(b"<svg/>"), Err(Unfit::WithoutSize));
        assert_eq!(judge(b"<svg width=1/>"), Err(Unfit::Broken));
    }
}
