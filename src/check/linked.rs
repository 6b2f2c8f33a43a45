//! The addresses in files that are no pages: styles, scripts, the sitemap, feeds, and what is told to
//! search engines.

use crate::output::{Contents, OutputFile};
use crate::reference::{css, script};
use crate::values::Url;

/// The addresses in a published file that a browser or a reader will ask for, as they are written.
pub(super) fn addresses(file: &OutputFile, base_url: Option<&Url>) -> Vec<String> {
    let Contents::Bytes(bytes) = &file.contents else { return Vec::new() };
    let Ok(text) = std::str::from_utf8(bytes) else { return Vec::new() };
    let path = file.path.as_str();
    let mut addresses: Vec<String> = match path.rsplit('.').next().unwrap_or_default() {
        "css" => css::references(text).map(|it| it.address.to_owned()).collect(),
        "js" | "mjs" => {
            let imports = script::quoted(text).filter(|it| it.is_import);
            imports.map(|it| it.text.to_owned()).collect()
        }
        "xml" | "txt" => whole(text, base_url).map(str::to_owned).collect(),
        _ => Vec::new(),
    };
    addresses.retain(|address| !address.starts_with('#') && !address.starts_with("data:"));
    addresses.sort_unstable();
    addresses.dedup();
    addresses
}

/// The whole addresses of this site in a text.
pub(super) fn whole<'a>(text: &'a str, base_url: Option<&Url>) -> impl Iterator<Item = &'a str> {
    let base = base_url.map_or("", |url| url.as_str().trim_end_matches('/'));
    let places = text.match_indices(base).filter(move |_| !base.is_empty());
    places.filter_map(move |(at, _)| {
        let rest = &text[at + base.len()..];
        let ends = |c: char| c.is_whitespace() || "\"'<>\\&".contains(c);
        let length = rest.find(ends).unwrap_or(rest.len());
        // The name of the host may go on.
        let is_whole = length == 0 || rest.starts_with(['/', '#', '?']);
        is_whole.then(|| &text[at..at + base.len() + length])
    })
}
