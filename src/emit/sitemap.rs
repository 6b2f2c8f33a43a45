//! `sitemap.xml` (sitemaps.org, version 0.9) with the pages' other languages.

use super::{Context, Emitter, Plan};
use crate::diagnostic::{Code, Diagnosed, Diagnostic, Place};
use crate::markdown::html::escape;
use crate::output::{Contents, Origin, OutputFile, Visibility};
use crate::progress::Stage;
use crate::values::{Route, Url};

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
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"".to_owned();
    if languages.len() > 1 {
        xml.push_str(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"");
    }
    xml.push_str(">\n");
    for page in plan.pages.iter().filter(|page| page.is_listed()) {
        for language in languages {
            let url = |language| escape(&absolute(base_url, &page.url(context.site, language)));
            xml.push_str(&format!("<url><loc>{}</loc>", url(language)));
            if languages.len() > 1 {
                let own = ("x-default", &context.site.language);
                let others = languages.iter().map(|other| (other.as_str(), other));
                for (tag, other) in others.chain([own]) {
                    xml.push_str(&format!(
                        "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{}\"/>",
                        url(other)
                    ));
                }
            }
            xml.push_str("</url>\n");
        }
    }
    xml.push_str("</urlset>\n");
    let file = OutputFile {
        path: Route::new("sitemap.xml").output_path(),
        contents: Contents::Bytes(xml.into_bytes().into()),
        origin: Origin::Program("the sitemap"),
        visibility: Visibility::Public,
    };
    Diagnosed::fine(vec![file])
}

/// The whole address of something in the site.
pub(super) fn absolute(base_url: &Url, url: &str) -> String {
    format!("{}/{url}", base_url.as_str().trim_end_matches('/'))
}
