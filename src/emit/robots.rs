//! `robots.txt` (RFC 9309): everything may be read, and here is the list of it.

use super::{Context, Emitter, Plan};
use crate::diagnostic::Diagnosed;
use crate::output::{Contents, Origin, OutputFile, Visibility};
use crate::progress::Stage;
use crate::values::Route;

pub(super) const EMITTER: Emitter = Emitter { stage: Stage::SearchEngines, emit };

fn emit(context: &Context<'_>, _: &Plan) -> Diagnosed<Vec<OutputFile>> {
    let mut text = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(base_url) = context.base_url {
        text.push_str(&format!(
            "\nSitemap: {}\n",
            super::sitemap::absolute(base_url, "sitemap.xml")
        ));
    }
    let file = OutputFile {
        path: Route::new("robots.txt").output_path(),
        contents: Contents::Bytes(text.into_bytes().into()),
        origin: Origin::Program("the file for search engines"),
        visibility: Visibility::Public,
    };
    Diagnosed::fine(vec![file])
}
