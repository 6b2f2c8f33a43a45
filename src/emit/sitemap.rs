//! `sitemap.xml` (sitemaps.org, version 0.9) with the pages' other languages; of a site that is too large for
//! one such file, an index of several.

use super::{Context, Emitter, Plan};
use crate::diagnostic::{Code, Diagnosed, Diagnostic, Place};
use crate::markdown::html::escape;
use crate::output::{Contents, Origin, OutputFile, Visibility};
use crate::progress::Stage;
use crate::values::{Route, Url};

/// So many addresses may stand in one file, by the protocol.
const MOST_ADDRESSES: usize = 50_000;

/// So many bytes of entries: what the protocol allows, and room for the element around them.
const MOST_BYTES: usize = 50 * 1024 * 1024 - 1024;

/// The name for links to other languages.
const XHTML: &str = " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"";

pub(super) const EMITTER: Emitter = Emitter { stage: Stage::SearchEngines, emit };

fn emit(context: &Context<'_>, plan: &Plan) -> Diagnosed<Vec<OutputFile>> {
    let Some(base_url) = context.base_url else {
        let diagnostic = Diagnostic::new(
            Code::NoBaseUrl,
            "there is no sitemap and there are no feeds, because the address of the site is not known",
        )
        .at(Place::file(&context.config.file))
        .help("write `base_url: https://…` when you know where the site will be");
        return Diagnosed { value: Vec::new(), diagnostics: vec![diagnostic] };
    };
    let languages = &context.config.languages;
    let mut entries = Vec::with_capacity(plan.pages.len() * languages.len());
    for page in plan.pages.iter().filter(|page| page.is_listed()) {
        for language in languages {
            let url = |language| escape(&absolute(base_url, &page.url(context.site, language)));
            let mut entry = format!("<url><loc>{}</loc>", url(language));
            if languages.len() > 1 {
                let own = ("x-default", &context.site.language);
                let others = languages.iter().map(|other| (other.as_str(), other));
                for (tag, other) in others.chain([own]) {
                    entry.push_str(&format!(
                        "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{}\"/>",
                        url(other)
                    ));
                }
            }
            entry.push_str("</url>\n");
            entries.push(entry);
        }
    }
    let attributes = if languages.len() > 1 { XHTML } else { "" };
    let parts = divided(&entries, MOST_ADDRESSES, MOST_BYTES);
    let files = match parts.as_slice() {
        [whole] => vec![file("sitemap.xml", "urlset", attributes, whole)],
        parts => {
            let name = |number: usize| format!("sitemap-{number}.xml");
            let listed = (1..=parts.len()).map(|number| {
                let url = escape(&absolute(base_url, &name(number)));
                format!("<sitemap><loc>{url}</loc></sitemap>\n")
            });
            let index = file("sitemap.xml", "sitemapindex", "", &listed.collect::<Vec<_>>());
            let parts = (1..).zip(parts);
            let parts = parts.map(|(number, part)| file(&name(number), "urlset", attributes, part));
            [index].into_iter().chain(parts).collect()
        }
    };
    Diagnosed::fine(files)
}

/// Entries in as many files as the limits ask for.
fn divided(entries: &[String], most: usize, bytes: usize) -> Vec<&[String]> {
    let mut parts = Vec::new();
    let (mut start, mut length) = (0, 0);
    for (place, entry) in entries.iter().enumerate() {
        if place - start == most || length + entry.len() > bytes {
            parts.push(&entries[start..place]);
            (start, length) = (place, 0);
        }
        length += entry.len();
    }
    parts.push(&entries[start..]);
    parts
}

fn file(path: &str, element: &str, attributes: &str, entries: &[String]) -> OutputFile {
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{element} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"{attributes}>\n"
    );
    entries.iter().for_each(|entry| xml.push_str(entry));
    xml.push_str(&format!("</{element}>\n"));
    OutputFile {
        path: Route::new(path).output_path(),
        contents: Contents::Bytes(xml.into_bytes().into()),
        origin: Origin::Program("the sitemap"),
        visibility: Visibility::Public,
    }
}

/// The whole address of something in the site.
pub(super) fn absolute(base_url: &Url, url: &str) -> String {
    format!("{}/{url}", base_url.as_str().trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::divided;

    #[test]
    fn no_file_has_more_addresses_or_bytes_than_it_may() {
        let entries: Vec<String> = (0..10).map(|number| format!("entry {number}")).collect();
        let lengths = |most, bytes| {
            let parts = divided(&entries, most, bytes).into_iter();
            parts.map(<[String]>::len).collect::<Vec<_>>()
        };
        assert_eq!(lengths(10, 100), [10]);
        assert_eq!(lengths(4, 100), [4, 4, 2]);
        assert_eq!(lengths(5, 100), [5, 5]);
        assert_eq!(lengths(10, 24), [3, 3, 3, 1]);
        assert_eq!(divided(&[], 10, 24).len(), 1);
    }
}
