//! The files of a theme, from the program and from the site's folder.

use std::borrow::Cow;
use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};
use serde::Deserialize;

use super::settings::Offered;
use super::{API, stylesheet};
use crate::diagnostic::{Code, Diagnosed, Diagnostic, Place, nearest};
use crate::source::{Source, Sources, yaml};
use crate::values::SourcePath;

static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes");

/// What is in a file of a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bytes {
    /// These bytes.
    Known(Cow<'static, [u8]>),
    /// The bytes of a file in the site's folder.
    InSite,
}

/// A theme's files by their paths in it, such as `templates/city.html`.
#[derive(Debug, Default)]
pub(super) struct ThemeFiles {
    files: BTreeMap<String, ThemeFile>,
    /// Built-in templates that the site's own stand in for, under `NAME/…`, so that those can
    /// build on them.
    shadowed: BTreeMap<String, ThemeFile>,
    /// What a site may choose, and which `theme.yaml` offers it.
    settings: BTreeMap<String, Offered>,
}

#[derive(Debug, Clone)]
struct ThemeFile {
    /// Where it comes from; a built-in file by the path it would have in a site.
    path: SourcePath,
    bytes: Bytes,
}

/// What `theme.yaml` says.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Manifest {
    name: Option<String>,
    api: Option<u32>,
    parent: Option<String>,
    /// For people who look at the folder.
    #[serde(rename = "description")]
    _description: Option<String>,
    settings: BTreeMap<String, Offered>,
}

/// The names of the built-in themes.
fn built_in_names() -> impl Iterator<Item = &'static str> {
    BUILT_IN.dirs().filter_map(|dir| dir.path().to_str())
}

/// The text of a built-in theme's file, by the path it would have in a site.
#[must_use]
pub fn built_in_text(path: &SourcePath) -> Option<&'static str> {
    BUILT_IN.get_file(path.strip_folder("themes")?)?.contents_utf8()
}

/// Gathers the files of a theme and of those it builds on; nearer ones stand in for farther ones,
/// and the site's own for built-in ones.
pub(super) fn gather(
    sources: &Sources,
    name: &str,
    asked_for_in: &SourcePath,
) -> Diagnosed<Option<ThemeFiles>> {
    let mut diagnostics = Vec::new();
    let mut chain: Vec<String> = Vec::new();
    let mut layers = Vec::new();
    let mut settings = BTreeMap::new();
    let mut next = Some((name.to_owned(), Place::value(asked_for_in, "theme")));
    while let Some((name, place)) = next.take() {
        if chain.contains(&name) {
            let message = format!("the theme `{name}` builds on itself");
            diagnostics.push(Diagnostic::new(Code::BadTheme, message).at(place));
            break;
        }
        let layer = layer(sources, &name);
        if layer.is_empty() {
            diagnostics.push(unknown(sources, &name, place));
            return Diagnosed { value: None, diagnostics };
        }
        if let Some(manifest) = read_manifest(&name, &layer, sources, &mut diagnostics) {
            next = manifest.parent;
            for (setting, offered) in manifest.settings {
                // What a theme says of a setting stands in for what the themes say that it builds on.
                settings.entry(setting).or_insert(offered);
            }
        }
        chain.push(name);
        layers.push(layer);
    }
    let files = layers.into_iter().rev().flatten().collect();
    let gathered = ThemeFiles { files, shadowed: shadowed(sources, &chain), settings };
    Diagnosed { value: Some(gathered), diagnostics }
}

/// The files of one theme, without those it builds on: built-in ones, then the site's.
fn layer(sources: &Sources, name: &str) -> Vec<(String, ThemeFile)> {
    let mut files = built_in(name);
    let folder = format!("themes/{name}");
    for (path, source) in sources.below(&folder) {
        let inside = path.strip_folder(&folder).expect("it lies below the folder").to_owned();
        let bytes = match source {
            Source::Text(text) => Bytes::Known(Cow::Owned(text.as_str().as_bytes().to_vec())),
            Source::Opaque { .. } => Bytes::InSite,
            Source::Unusable => continue,
        };
        files.push((inside, ThemeFile { path: path.clone(), bytes }));
    }
    files
}

fn built_in(name: &str) -> Vec<(String, ThemeFile)> {
    let mut files = Vec::new();
    let mut folders: Vec<&Dir<'static>> = BUILT_IN.get_dir(name).into_iter().collect();
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            let inside = path.strip_prefix(name).and_then(|path| path.strip_prefix('/'));
            let source = SourcePath::new(&format!("themes/{path}"));
            if let (Some(inside), Some(source)) = (inside, source) {
                let bytes = Bytes::Known(Cow::Borrowed(file.contents()));
                files.push((inside.to_owned(), ThemeFile { path: source, bytes }));
            }
        }
    }
    files
}

/// The built-in templates that a file of the site stands in for with other words.
fn shadowed(sources: &Sources, chain: &[String]) -> BTreeMap<String, ThemeFile> {
    let mut shadowed = BTreeMap::new();
    for name in chain {
        for (inside, file) in built_in(name) {
            let stood_in_for = chain.iter().any(|other| {
                let path = SourcePath::new(&format!("themes/{other}/{inside}"));
                let text = path.and_then(|path| sources.text(&path));
                text.is_some_and(|text| file.text() != Some(text))
            });
            if let Some(template) = inside.strip_prefix("templates/")
                && stood_in_for
            {
                shadowed.insert(format!("{name}/{template}"), file);
            }
        }
    }
    shadowed
}

fn unknown(sources: &Sources, name: &str, place: Place) -> Diagnostic {
    let mut known: Vec<&str> = built_in_names().collect();
    known.extend(sources.below("themes").filter_map(|(path, _)| path.as_str().split('/').nth(1)));
    known.sort_unstable();
    known.dedup();
    let help = match nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => {
            let known: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
            format!("known are {}; a theme of your own is a folder in `themes/`", known.join(", "))
        }
    };
    Diagnostic::new(Code::UnknownTheme, format!("no theme is called `{name}`")).at(place).help(help)
}

/// What a theme says of itself that is of use here.
struct Read {
    /// Which theme this one builds on, and where that is written.
    parent: Option<(String, Place)>,
    settings: BTreeMap<String, Offered>,
}

/// Reads `theme.yaml`.
fn read_manifest(
    name: &str,
    files: &[(String, ThemeFile)],
    sources: &Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Read> {
    let Some((_, file)) = files.iter().rev().find(|(inside, _)| inside == "theme.yaml") else {
        let path = SourcePath::new(&format!("themes/{name}/theme.yaml"))?;
        diagnostics.push(
            Diagnostic::new(Code::BadTheme, format!("the theme `{name}` has no `theme.yaml`"))
                .at(Place::file(&path))
                .help(format!(
                    "write `name: {name}`, `api: {API}` and, to build on another, `parent: civic`"
                )),
        );
        return None;
    };
    let text = sources.text(&file.path).or_else(|| built_in_text(&file.path)).unwrap_or_default();
    let manifest = yaml::decode::<Manifest>(&file.path, text, 0..text.len());
    let manifest = manifest.report_to(diagnostics).value;
    if let Some(written) = manifest.name.filter(|written| written != name) {
        let message = format!("the theme in the folder `{name}` is called `{written}`");
        diagnostics.push(
            Diagnostic::new(Code::BadTheme, message)
                .at(Place::value(&file.path, "name"))
                .help("give both the same name"),
        );
    }
    if manifest.api != Some(API) {
        let version = manifest.api.map_or("no version".to_owned(), |api| format!("version {api}"));
        let message = format!("the theme `{name}` follows {version} of the theme contract");
        diagnostics.push(
            Diagnostic::new(Code::BadTheme, message).at(Place::value(&file.path, "api")).help(
                format!(
                    "this program follows version {API}: adapt the theme and write `api: {API}`"
                ),
            ),
        );
    }
    for (setting, offered) in &manifest.settings {
        let place = || Place::value(&file.path, format!("settings.{setting}.default"));
        diagnostics.extend(offered.check().err().map(|diagnostic| diagnostic.at(place())));
    }
    Some(Read {
        parent: manifest.parent.map(|parent| (parent, Place::value(&file.path, "parent"))),
        settings: manifest.settings,
    })
}

impl ThemeFiles {
    /// The files of a folder that are text: their paths in it, where they come from, what they
    /// say.
    pub(super) fn texts<'a>(
        &'a self,
        folder: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a SourcePath, &'a str)> + 'a {
        self.files.iter().filter_map(move |(inside, file)| {
            let name = inside.strip_prefix(folder)?.strip_prefix('/')?;
            Some((name, &file.path, file.text()?))
        })
    }

    /// The text of a file.
    pub(super) fn text_of(&self, inside: &str) -> Option<&str> {
        self.files.get(inside)?.text()
    }

    /// What a site may choose.
    pub(super) fn settings(&self) -> &BTreeMap<String, Offered> {
        &self.settings
    }

    /// The built-in templates that others stand in for, by their qualified names.
    pub(super) fn shadowed(&self) -> impl Iterator<Item = (&str, &str)> {
        self.shadowed.iter().filter_map(|(name, file)| Some((name.as_str(), file.text()?)))
    }

    /// Where a template comes from.
    pub(super) fn template_path(&self, name: &str) -> Option<&SourcePath> {
        let file = self.files.get(&format!("templates/{name}")).or_else(|| self.shadowed.get(name));
        file.map(|file| &file.path)
    }

    /// Where the theme says what it is.
    pub(super) fn manifest_path(&self) -> Option<&SourcePath> {
        self.files.get("theme.yaml").map(|file| &file.path)
    }

    /// The files that are published as they are.
    pub(super) fn assets(&self) -> impl Iterator<Item = (&str, &SourcePath, &Bytes)> {
        let assets = self.files.iter();
        let assets = assets.filter(|(inside, _)| inside.starts_with("assets/"));
        let assets = assets.filter(|(inside, _)| !stylesheet::is_part(inside));
        assets.map(|(inside, file)| (inside.as_str(), &file.path, &file.bytes))
    }
}

impl ThemeFile {
    fn text(&self) -> Option<&str> {
        match &self.bytes {
            Bytes::Known(bytes) => std::str::from_utf8(bytes).ok(),
            Bytes::InSite => None,
        }
    }
}
