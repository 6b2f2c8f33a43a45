//! The files of a theme, from the program and from the site's folder.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use include_dir::{Dir, include_dir};

use super::manifest::{self, Checked};
use super::settings::Offered;
use super::stylesheet;
use crate::diagnostic::{Code, Diagnosed, Diagnostic, Place, nearest};
use crate::source::{Source, Sources};
use crate::values::SourcePath;

static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes");

/// The theme whose words all others have, unless they have their own: also one that builds on
/// nothing.
const WORDS: &str = "civic";

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
    /// All built-in templates under `NAME/…`, so that those that stand in for them can build on
    /// them.
    originals: BTreeMap<String, ThemeFile>,
    /// What a site may choose, and which `theme.yaml` offers it.
    settings: BTreeMap<String, Offered>,
    /// The files of words of each language, the nearest last: one has the words that it changes, and
    /// leaves the others as they are.
    strings: BTreeMap<String, Vec<ThemeFile>>,
    /// The theme and those that it builds on, the nearest first.
    chain: Vec<String>,
}

#[derive(Debug, Clone)]
struct ThemeFile {
    /// Where it comes from; a built-in file by the path it would have in a site.
    path: SourcePath,
    bytes: Bytes,
}

/// The names of the built-in themes.
pub(super) fn built_in_names() -> impl Iterator<Item = &'static str> {
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
        if let Some(manifest) = manifest_of(&name, &layer, sources, &mut diagnostics) {
            next = manifest.parent;
            for (setting, offered) in manifest.settings {
                // What a theme says of a setting stands in for what the themes say that it builds on.
                settings.entry(setting).or_insert(offered);
            }
        }
        chain.push(name);
        layers.push(layer);
    }
    let mut files = BTreeMap::new();
    let mut strings: BTreeMap<String, Vec<ThemeFile>> = BTreeMap::new();
    let has_words = chain.iter().any(|name| name == WORDS);
    let words = if has_words { Vec::new() } else { built_in(WORDS) };
    for (inside, file) in words {
        if let Some(tag) = language_of(&inside) {
            strings.entry(tag.to_owned()).or_default().push(file);
        }
    }
    for (inside, file) in layers.into_iter().rev().flatten() {
        if let Some(tag) = language_of(&inside) {
            strings.entry(tag.to_owned()).or_default().push(file.clone());
        }
        files.insert(inside, file);
    }
    let originals = originals(&chain);
    let gathered = ThemeFiles { files, originals, settings, strings, chain };
    Diagnosed { value: Some(gathered), diagnostics }
}

fn manifest_of(
    name: &str,
    layer: &[(String, ThemeFile)],
    sources: &Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Checked> {
    let file = layer.iter().rev().find(|(inside, _)| inside == manifest::FILE);
    manifest::check(name, file.map(|(_, file)| &file.path), sources).report_to(diagnostics)
}

/// The language whose words a file holds.
fn language_of(inside: &str) -> Option<&str> {
    inside.strip_prefix("strings/")?.strip_suffix(".ftl")
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

/// The built-in templates of some themes.
fn originals(chain: &[String]) -> BTreeMap<String, ThemeFile> {
    let mut originals = BTreeMap::new();
    for name in chain {
        let files = built_in(name).into_iter();
        originals.extend(files.filter_map(|(inside, file)| {
            let template = inside.strip_prefix("templates/")?;
            Some((format!("{name}/{template}"), file))
        }));
    }
    originals
}

/// The names of all themes that a site can choose, in their order: built-in ones, and the folders
/// in `themes/`.
pub(super) fn names(sources: &Sources) -> BTreeSet<&str> {
    let folders = sources.below("themes").filter_map(|(path, _)| {
        let (name, _) = path.strip_folder("themes")?.split_once('/')?;
        Some(name)
    });
    let built_in = built_in_names().map(|name| -> &str { name });
    built_in.chain(folders).collect()
}

fn unknown(sources: &Sources, name: &str, place: Place) -> Diagnostic {
    let known = names(sources);
    let help = match nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => {
            let known: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
            format!("known are {}; a theme of your own is a folder in `themes/`", known.join(", "))
        }
    };
    Diagnostic::new(Code::UnknownTheme, format!("no theme is called `{name}`")).at(place).help(help)
}

/// A built-in theme's file, by its path in it.
pub(super) fn built_in_file(name: &str, inside: &str) -> Option<&'static [u8]> {
    BUILT_IN.get_file(format!("{name}/{inside}")).map(include_dir::File::contents)
}

/// The paths of a built-in theme's files, as they lie in it.
pub(super) fn built_in_paths(name: &str) -> Vec<String> {
    built_in(name).into_iter().map(|(inside, _)| inside).collect()
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

    /// The files that lie in the site's folder, and not in the program: their paths in the theme,
    /// and in the site.
    pub(super) fn of_site(&self) -> impl Iterator<Item = (&str, &SourcePath)> {
        let files = self.files.iter().filter(|(_, file)| file.is_of_site());
        files.map(|(inside, file)| (inside.as_str(), &file.path))
    }

    /// Whether a template lies in the program.
    pub(super) fn is_built_in(&self, template: &str) -> bool {
        let file = self.files.get(&format!("templates/{template}"));
        file.is_some_and(|file| !file.is_of_site())
    }

    /// The theme and those that it builds on, the nearest first.
    pub(super) fn chain(&self) -> &[String] {
        &self.chain
    }

    /// The languages that have words.
    pub(super) fn languages(&self) -> impl Iterator<Item = &str> {
        self.strings.keys().map(String::as_str)
    }

    /// The files of words of a language, the nearest last.
    pub(super) fn strings(&self, tag: &str) -> impl Iterator<Item = (&SourcePath, &str)> {
        let files = self.strings.get(tag).into_iter().flatten();
        files.filter_map(|file| Some((&file.path, file.text()?)))
    }

    /// The text of a file.
    pub(super) fn text_of(&self, inside: &str) -> Option<&str> {
        self.files.get(inside)?.text()
    }

    /// What a site may choose.
    pub(super) fn settings(&self) -> &BTreeMap<String, Offered> {
        &self.settings
    }

    /// The text of a built-in template by its qualified name, such as `civic/city.html`.
    pub(super) fn original(&self, name: &str) -> Option<(&str, &str)> {
        let (name, file) = self.originals.get_key_value(name)?;
        Some((name, file.text()?))
    }

    /// Where a template comes from.
    pub(super) fn template_path(&self, name: &str) -> Option<&SourcePath> {
        let file =
            self.files.get(&format!("templates/{name}")).or_else(|| self.originals.get(name));
        file.map(|file| &file.path)
    }

    /// Where the theme says what it is.
    pub(super) fn manifest_path(&self) -> Option<&SourcePath> {
        self.files.get(manifest::FILE).map(|file| &file.path)
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
    fn is_of_site(&self) -> bool {
        !matches!(self.bytes, Bytes::Known(Cow::Borrowed(_)))
    }

    fn text(&self) -> Option<&str> {
        match &self.bytes {
            Bytes::Known(bytes) => std::str::from_utf8(bytes).ok(),
            Bytes::InSite => None,
        }
    }
}
