//! What a theme says of itself: `theme.yaml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::API;
use super::files::built_in_text;
use super::settings::Offered;
use crate::diagnostic::{Code, Diagnosed, Diagnostic, Place};
use crate::source::{Sources, yaml};
use crate::values::{Slug, SourcePath};

/// Where it stands in the theme.
pub(super) const FILE: &str = "theme.yaml";

/// What `theme.yaml` says.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Manifest {
    name: Option<String>,
    pub(super) api: Option<u32>,
    pub(super) parent: Option<String>,
    /// For people who choose a theme.
    pub(super) description: Option<String>,
    settings: BTreeMap<String, Offered>,
}

/// What a theme says of itself that matters to what it is made of.
pub(super) struct Checked {
    /// Which theme this one builds on, and where that is written.
    pub(super) parent: Option<(String, Place)>,
    /// What a site may choose.
    pub(super) settings: BTreeMap<String, Offered>,
}

/// Reads `theme.yaml` and tells what is wrong with it; `path` is where it lies, if it is there.
pub(super) fn check(
    name: &str,
    path: Option<&SourcePath>,
    sources: &Sources,
) -> Diagnosed<Option<Checked>> {
    let Some(path) = path else {
        let message = format!("the theme `{name}` has no `{FILE}`");
        let help =
            format!("write `name: {name}`, `api: {API}` and, to build on another, `parent: civic`");
        let diagnostic = Diagnostic::new(Code::BadTheme, message).help(help);
        let place = SourcePath::new(&format!("themes/{name}/{FILE}"));
        let diagnostic = match place {
            Some(path) => diagnostic.at(Place::file(&path)),
            None => diagnostic,
        };
        return Diagnosed { value: None, diagnostics: vec![diagnostic] };
    };
    let mut diagnostics = Vec::new();
    let manifest = decode(sources, path).report_to(&mut diagnostics);
    if let Some(written) = manifest.name.filter(|written| written != name) {
        let message = format!("the theme in the folder `{name}` is called `{written}`");
        diagnostics.push(
            Diagnostic::new(Code::BadTheme, message)
                .at(Place::value(path, "name"))
                .help("give both the same name"),
        );
    }
    if manifest.api != Some(API) {
        let version = manifest.api.map_or("no version".to_owned(), |api| format!("version {api}"));
        let message = format!("the theme `{name}` follows {version} of the theme contract");
        diagnostics.push(
            Diagnostic::new(Code::BadTheme, message)
                .at(Place::value(path, "api"))
                .help(api_help(manifest.api)),
        );
    }
    let mut settings = manifest.settings;
    for (setting, offered) in &settings {
        let at = |key: &str| Place::value(path, format!("settings.{setting}.{key}"));
        diagnostics.extend(offered.check().map(|(key, wrong)| wrong.at(at(key))));
    }
    // A name becomes one of a custom property.
    settings.retain(|setting, _| match Slug::parse(setting) {
        Ok(_) => true,
        Err(refusal) => {
            let place = Place::key(path, format!("settings.{setting}"));
            let wrong = Diagnostic::new(Code::BadTheme, refusal.message).at(place);
            diagnostics.push(wrong.maybe_help(refusal.help));
            false
        }
    });
    let parent = manifest.parent.map(|parent| (parent, Place::value(path, "parent")));
    let checked = Checked { parent, settings };
    Diagnosed { value: Some(checked), diagnostics }
}

/// What to do about a theme of another version of the contract.
fn api_help(written: Option<u32>) -> String {
    match written {
        Some(newer) if newer > API => format!(
            "this program follows version {API}: take a jumelage that knows version {newer}, or a theme for version {API}"
        ),
        Some(_) => format!(
            "this program follows version {API}: do what CHANGELOG.md says under \"Theme contract\", then write `api: {API}`"
        ),
        None => format!("write `api: {API}`, the version that this program follows"),
    }
}

fn decode(sources: &Sources, path: &SourcePath) -> Diagnosed<Manifest> {
    let text = sources.text(path).or_else(|| built_in_text(path)).unwrap_or_default();
    let Diagnosed { value, diagnostics } = yaml::decode::<Manifest>(path, text, 0..text.len());
    Diagnosed { value: value.value, diagnostics }
}

/// What a theme says of itself; nothing, if it says nothing or is not there.
pub(super) fn of(sources: &Sources, name: &str) -> Manifest {
    let path = SourcePath::new(&format!("themes/{name}/{FILE}"));
    path.map(|path| decode(sources, &path).value).unwrap_or_default()
}
