//! The list of former addresses: one YAML file, each entry with where it was and where it leads.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Alias;
use crate::diagnostic::{Code, Diagnosed, Diagnostic, Place};
use crate::programme::kind::Kind;
use crate::programme::prose::{Address, Goal};
use crate::programme::resolver::Resolver;
use crate::programme::section::Section;
use crate::source::{Sources, yaml};
use crate::values::{FormerAddress, Route, SourcePath, Text, Url};

/// What an entry of `redirects.yaml` says.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::programme) struct RedirectEntry {
    /// The former address, from the root of this site: `/old/faq.html#visit`.
    #[schemars(extend("needed" = true))]
    from: Option<FormerAddress>,
    /// Where it leads, as links in a text say it: `faq:about#visit`, `city:les-cayes`, `/events/`,
    /// `https://example.org/`.
    #[schemars(extend("needed" = true))]
    to: Option<Text>,
}

/// The list before its goals are looked up.
pub(in crate::programme) struct RedirectList {
    file: SourcePath,
    entries: Vec<RedirectEntry>,
    damaged: Vec<String>,
}

/// Its file.
pub(in crate::programme) fn list_file() -> SourcePath {
    SourcePath::new("content/redirects.yaml").expect("the path is well-formed")
}

impl RedirectList {
    /// Reads the list; most sites have none.
    pub(in crate::programme) fn read(sources: &Sources) -> Diagnosed<Self> {
        let file = list_file();
        let Some(text) = sources.text(&file) else {
            return Diagnosed::fine(Self { file, entries: Vec::new(), damaged: Vec::new() });
        };
        let mut diagnostics = Vec::new();
        let decoded = yaml::decode::<Vec<RedirectEntry>>(&file, text, 0..text.len())
            .report_to(&mut diagnostics);
        let list = Self { file, entries: decoded.value, damaged: decoded.damaged };
        Diagnosed { value: list, diagnostics }
    }

    /// Looks up where each former address leads.
    pub(in crate::programme) fn resolve(self, mut resolver: Resolver<'_>) -> Diagnosed<Vec<Alias>> {
        let file = &self.file;
        let mut aliases = Vec::new();
        for (index, entry) in self.entries.into_iter().enumerate() {
            let field = |key: &str| format!("[{index}].{key}");
            let from = resolver.require(entry.from, &field("from"), "/old/page.html");
            let to = resolver.require(entry.to, &field("to"), "page:about");
            let (Some(from), Some(to)) = (from, to) else { continue };
            if let Some(goal) = goal(to.as_str(), &field("to"), &mut resolver) {
                aliases.push(Alias { from, goal, place: Place::value(file, field("to")) });
            }
        }
        Diagnosed { value: aliases, diagnostics: resolver.diagnostics }
    }

    /// Its file, and what of it could not be read.
    pub(in crate::programme) fn state(&self) -> (SourcePath, Vec<String>) {
        (self.file.clone(), self.damaged.clone())
    }
}

/// What the goal of a former address means.
fn goal(written: &str, field: &str, resolver: &mut Resolver<'_>) -> Option<Address> {
    let address = |goal, fragment: Option<&str>| {
        let fragment = fragment.filter(|it| !it.is_empty()).map(str::to_owned);
        Some(Address { goal, fragment, span: 0..0 })
    };
    if Url::parse(written).is_ok() {
        return address(Goal::External(written.to_owned()), None);
    }
    let (path, fragment) = match written.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment)),
        None => (written, None),
    };
    if path == "/" {
        return address(Goal::Home, fragment);
    }
    if let Some(route) = path.strip_prefix('/').filter(|route| !route.starts_with('/')) {
        return address(Goal::Route(Route::new(route)), fragment);
    }
    if let Some(section) = Section::from_key(path) {
        return address(Goal::Route(Route::new(&format!("{}/", section.key()))), fragment);
    }
    let named = path.split_once(':').and_then(|(word, id)| Some((Kind::from_word(word)?, id)));
    let Some((kind, id)) = named else {
        let message = format!("`{written}` is not something that an address can lead to");
        let help = "name a thing, as in `city:les-cayes` or `faq:about#visit`, an address of this site that begins with `/`, or a whole one with `https://`";
        resolver.report(Diagnostic::new(Code::BadLink, message).help(help), field);
        return None;
    };
    match resolver.names.find(kind, id) {
        Ok(thing) => {
            if let Some(remark) = resolver.names.unpublished(kind, id, resolver.file) {
                resolver.report(remark, field);
            }
            address(Goal::Thing(thing), fragment)
        }
        Err(nowhere) => {
            nowhere.into_iter().for_each(|remark| resolver.report(remark, field));
            None
        }
    }
}
