//! How the site looks: templates, strings and assets.
//!
//! A theme is built in, or a folder of the site, or both: a file in the site's `themes/NAME/`
//! stands in for the built-in theme's file of the same name. A theme knows nothing of sister
//! cities: what its templates must provide and are given is handed in as a [`Contract`].

mod catalogue;
mod contract;
mod files;
mod filters;
mod manifest;
mod original;
mod portrait;
mod settings;
mod strings;
mod stylesheet;
mod tags;
mod templates;
mod translation;
mod unused;
mod views;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tera::{Context, Tera};

use crate::diagnostic::{Code, Diagnosed, Diagnostic, Place};
use crate::memo::{Fingerprint, Memory};
use crate::source::{Source, Sources};
use crate::values::{LanguageTag, SourcePath};

pub use catalogue::{Entry, catalogue};
pub use contract::{Contract, TemplateContract};
pub use files::{Bytes, built_in_text};
pub use filters::{FILTERS, FilterContract};
pub use original::{Original, Unknown, original};
pub use portrait::{Portrait, Template, portray};
pub use settings::{Chosen, Kind, Offered, Pair, Settings};
pub use strings::Strings;
pub use translation::untranslated;
pub use views::{Description, Field, Form, Given, Variable, View, variable};

/// The version of the contract between themes and this program.
pub const API: u32 = 1;

/// A theme that can be used: its templates have been read.
#[derive(Debug)]
pub struct Theme {
    /// Its name.
    pub name: String,
    /// What the site chose of its look.
    pub settings: Settings,
    /// Its words.
    pub strings: Arc<Strings>,
    /// Stands for all of it, as far as pages are made from it.
    pub fingerprint: Fingerprint,
    tera: Tera,
    files: files::ThemeFiles,
    stylesheet: String,
    /// What only some pages fetch beside it, by their paths in the published site.
    stylesheets_apart: BTreeMap<String, String>,
    /// The templates of pages that it does not have, but makes by its `default.html`.
    made_by_default: BTreeSet<&'static str>,
}

/// Which theme a site asks for.
#[derive(Debug, Clone, Copy, Hash)]
pub struct Choice<'a> {
    /// Its name.
    pub name: &'a str,
    /// What is chosen of its settings.
    pub look: &'a BTreeMap<String, String>,
    /// The languages of the site.
    pub languages: &'a [LanguageTag],
    /// The file that says all this.
    pub file: &'a SourcePath,
}

/// Loads the theme that a site asks for. Without one there are no pages; what is wrong with it is
/// said.
#[must_use]
pub fn load(
    sources: &Sources,
    choice: Choice<'_>,
    contract: &Contract,
    memory: &Memory,
) -> Diagnosed<Option<Arc<Theme>>> {
    // Pages are not made from styles and pictures.
    let is_asset = |path: &SourcePath| path.as_str().split('/').nth(2) == Some("assets");
    let fingerprint =
        memory.fingerprint(|| fingerprint_of(sources, choice, |path| !is_asset(path)));
    let theme = memory.newest(
        "theme",
        || fingerprint_of(sources, choice, |_| true),
        || {
            let loaded = load_anew(sources, choice, contract);
            let theme = loaded.value.map(|theme| {
                // Pages name the files that are fetched beside the stylesheet.
                let fonts = theme.fonts().collect::<Vec<_>>();
                let styles = theme.stylesheets().map(|(path, _)| path).collect::<Vec<_>>();
                let fingerprint = Fingerprint::of(&(fingerprint, fonts, styles));
                Arc::new(Theme { fingerprint, ..theme })
            });
            Diagnosed { value: theme, diagnostics: loaded.diagnostics }
        },
    );
    Arc::unwrap_or_clone(theme)
}

/// Stands for those files that a theme is loaded from, beside what is built in.
fn fingerprint_of(
    sources: &Sources,
    choice: Choice<'_>,
    is_wanted: impl Fn(&SourcePath) -> bool,
) -> Fingerprint {
    let files = sources.below("themes").filter(|(path, _)| is_wanted(path));
    let files = files.map(|(path, source)| {
        (path, sources.fingerprint(path), matches!(source, Source::Unusable))
    });
    Fingerprint::of(&(choice, files.collect::<Vec<_>>()))
}

fn load_anew(
    sources: &Sources,
    choice: Choice<'_>,
    contract: &Contract,
) -> Diagnosed<Option<Theme>> {
    let Choice { name, look, languages, file } = choice;
    let mut diagnostics = Vec::new();
    let files = files::gather(sources, name, file).report_to(&mut diagnostics);
    let Some(files) = files else { return Diagnosed { value: None, diagnostics } };
    let strings =
        Arc::new(Strings::load(&files, name, languages, file).report_to(&mut diagnostics));
    let settings = Settings::choose(files.settings(), look, file, &mut diagnostics);
    let tera = templates::load(&files, &strings).report_to(&mut diagnostics);
    let Some(tera) = tera else { return Diagnosed { value: None, diagnostics } };
    let made_by_default = contract.check(&tera, &files).report_to(&mut diagnostics);
    diagnostics.extend(unused::check(&files, contract));
    diagnostics.extend(stylesheet::ignored_imports(&files));
    if diagnostics.iter().any(|diagnostic| diagnostic.code == Code::MissingTemplate) {
        return Diagnosed { value: None, diagnostics };
    }
    let fingerprint = Fingerprint::default();
    let stylesheet = stylesheet::bundle(&files, &settings.css());
    let stylesheets_apart = stylesheet::apart(&files);
    let name = name.to_owned();
    let theme = Theme {
        name,
        settings,
        strings,
        fingerprint,
        tera,
        files,
        stylesheet,
        stylesheets_apart,
        made_by_default,
    };
    Diagnosed { value: Some(theme), diagnostics }
}

impl Theme {
    /// Fills in a template. `page` is the address it is filled in for, to be named if that fails.
    pub fn render(
        &self,
        template: &str,
        context: &Context,
        page: &str,
    ) -> Result<String, Diagnostic> {
        let template =
            if self.made_by_default.contains(template) { contract::DEFAULT } else { template };
        if !self.tera.contains_template(template) {
            return Err(self.lacks(template, page));
        }
        self.tera.render(template, context).map_err(|error| {
            let diagnostic = templates::diagnostic(&error, &self.files);
            diagnostic.help(format!("this came up while making the page `/{page}`"))
        })
    }

    /// Says that a part of a text cannot be made: a theme with a `default.html` need not have the
    /// templates of those parts that no text asks for.
    fn lacks(&self, template: &str, page: &str) -> Diagnostic {
        let message = format!("the theme has no template `{template}`");
        let help = format!("the page `/{page}` asks for it: write it, or leave that part out");
        let diagnostic = Diagnostic::new(Code::MissingTemplate, message).help(help);
        match self.files.manifest_path() {
            Some(path) => diagnostic.at(Place::file(path)),
            None => diagnostic,
        }
    }

    /// The stylesheet, and those that only some pages fetch: their paths in the published site, and
    /// what is in them.
    pub fn stylesheets(&self) -> impl Iterator<Item = (&str, &str)> {
        let apart = self.stylesheets_apart.iter();
        let apart = apart.map(|(path, css)| (path.as_str(), css.as_str()));
        [(stylesheet::STYLESHEET, self.stylesheet.as_str())].into_iter().chain(apart)
    }

    /// The kinds of pages that have a stylesheet of their own.
    pub fn page_styles(&self) -> impl Iterator<Item = &str> {
        self.names_of_stylesheets("pages")
    }

    /// The pieces of pages, such as the map, that have a stylesheet of their own.
    pub fn piece_styles(&self) -> impl Iterator<Item = &str> {
        self.names_of_stylesheets("pieces")
    }

    fn names_of_stylesheets(&self, folder: &'static str) -> impl Iterator<Item = &str> {
        self.stylesheets_apart.keys().filter_map(move |path| stylesheet::name_in(folder, path))
    }

    /// Scripts, pictures and types: their paths in the published site, where they come from, and
    /// what is in them. Type that the stylesheet does not ask for is left out: a theme has other
    /// type than the one it builds on.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &SourcePath, &Bytes)> {
        let asks_for = |name: &str| self.stylesheet.contains(name);
        self.files.assets().filter(move |(inside, ..)| font_name(inside).is_none_or(asks_for))
    }

    /// The files of type that the stylesheet asks for: their paths in the published site.
    pub fn fonts(&self) -> impl Iterator<Item = &str> {
        self.assets().map(|(inside, ..)| inside).filter(|inside| font_name(inside).is_some())
    }
}

/// The name of a file of type, if an asset is one.
fn font_name(inside: &str) -> Option<&str> {
    inside.strip_prefix("assets/type/").filter(|name| name.ends_with(".woff2"))
}
