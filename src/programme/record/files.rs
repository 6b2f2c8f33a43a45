//! Which files there are about a thing, as their paths say.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::de::DeserializeOwned;

use super::decode::{Reading, recall_words};
use super::{Body, Telling};
use crate::diagnostic::{Code, Diagnosed, Diagnostic, Place, nearest};
use crate::programme::front_matter::FrontMatter;
use crate::programme::kind::Kind;
use crate::programme::section::Section;
use crate::source::Sources;
use crate::values::{LanguageTag, Slug, SourcePath};

/// What a file is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::programme) enum Role {
    /// A thing of a kind.
    Thing(Kind),
    /// A section: the id is its key.
    Section,
    /// The programme: the home page's own words.
    Home,
}

impl Role {
    /// Whether the headings of its texts are facts.
    pub(super) fn has_parts(self) -> bool {
        matches!(self, Self::Thing(kind) if kind.has_parts())
    }

    /// What a part of its texts is called.
    pub(super) fn part_word(self) -> &'static str {
        match self {
            Self::Thing(kind) => kind.part_word(),
            Self::Section | Self::Home => "heading",
        }
    }

    /// The folder of its files in `content/`, with a slash, if they are in one.
    fn folder(self) -> String {
        match self {
            Self::Thing(kind) => format!("{}/", kind.folder()),
            Self::Section | Self::Home => String::new(),
        }
    }
}

/// The files of a site by what they are, in the order of ids.
#[derive(Debug, Default)]
pub(in crate::programme) struct Files {
    originals: BTreeMap<Role, Vec<Original>>,
    /// Translations of what is not there.
    orphans: Vec<ContentFile>,
}

/// The files about one thing.
#[derive(Debug)]
pub(super) struct Original {
    pub(super) file: ContentFile,
    pub(super) translations: Vec<ContentFile>,
}

/// A file of `content/`, by what its path says.
#[derive(Debug, Clone)]
pub(super) struct ContentFile {
    pub(super) path: SourcePath,
    pub(super) role: Role,
    pub(super) id: Slug,
    /// The language, if it is a translation.
    pub(super) language: Option<LanguageTag>,
}

/// The settings of a site, by their path in `content/`.
const SETTINGS: &str = "site.yaml";

/// What is said of pictures.
const PICTURES: &str = "pictures.yaml";

/// Former addresses.
const REDIRECTS: &str = "redirects.yaml";

/// The home page's own words.
const HOME: &str = "home.md";

/// Whether a file at the top of `content/` is not prose: the settings, and the lists.
fn is_list(inside: &str) -> bool {
    let listed = Kind::ALL.into_iter().filter(|kind| kind.is_listed());
    let name = inside.strip_suffix(".yaml");
    [SETTINGS, PICTURES, REDIRECTS].contains(&inside)
        || name.is_some_and(|name| listed.into_iter().any(|kind| kind.folder() == name))
}

/// Every file that may stand at the top of `content/`, save the translations.
fn top() -> Vec<String> {
    let lists = Kind::ALL.into_iter().filter(|kind| kind.is_listed());
    let lists = lists.map(|kind| format!("{}.yaml", kind.folder()));
    let sections = Section::ALL.into_iter().map(|section| format!("{}.md", section.key()));
    let own = [SETTINGS, PICTURES, REDIRECTS, HOME].map(String::from);
    own.into_iter().chain(lists).chain(sections).collect()
}

impl Files {
    /// Finds out what each file of `content/` is.
    pub(in crate::programme) fn classify(
        sources: &Sources,
        languages: &[LanguageTag],
    ) -> Diagnosed<Self> {
        let mut files = Self::default();
        let mut diagnostics = Vec::new();
        let mut translations = Vec::new();
        for (path, _) in sources.below("content") {
            let inside = path.strip_folder("content").expect("it lies below content");
            if inside.starts_with("files/") || inside.starts_with("languages/") || is_list(inside) {
                continue;
            }
            match classify(path, inside, languages) {
                Ok(file) if file.language.is_some() => translations.push(file),
                Ok(file) => {
                    let original = Original { file, translations: Vec::new() };
                    files.originals.entry(original.file.role).or_default().push(original);
                }
                Err(diagnostic) => diagnostics.push(*diagnostic),
            }
        }
        // In the order of ids: `a-b.md` comes before `a.md` among paths, but not among ids.
        for originals in files.originals.values_mut() {
            originals.sort_by(|a, b| a.file.id.cmp(&b.file.id));
        }
        for translation in translations {
            let originals = files.originals.entry(translation.role).or_default();
            match originals.binary_search_by(|original| original.file.id.cmp(&translation.id)) {
                Ok(index) => originals[index].translations.push(translation),
                Err(_) => {
                    diagnostics.push(without_original(&translation));
                    files.orphans.push(translation);
                }
            }
        }
        Diagnosed { value: files, diagnostics }
    }

    /// Decodes all that a site has in a role, with the translations.
    pub(in crate::programme) fn read<F, W>(
        &self,
        role: Role,
        reading: &Reading<'_>,
        bodies: &mut Vec<Body>,
    ) -> Diagnosed<Vec<Telling<F, W>>>
    where
        F: FrontMatter,
        W: DeserializeOwned + Default + Send + Sync + 'static,
    {
        let mut diagnostics = Vec::new();
        let originals = self.originals.get(&role).map_or(&[][..], Vec::as_slice);
        let read: Vec<_> =
            originals.par_iter().map(|original| original.read::<F, W>(reading)).collect();
        let mut tellings = Vec::with_capacity(read.len());
        for (telling, body, mut remarks) in read {
            tellings.push(telling);
            bodies.push(body);
            diagnostics.append(&mut remarks);
        }
        for orphan in self.orphans.iter().filter(|orphan| orphan.role == role) {
            diagnostics.extend_from_slice(&recall_words::<F, W>(orphan, reading).diagnostics);
        }
        Diagnosed { value: tellings, diagnostics }
    }
}

fn classify(
    path: &SourcePath,
    inside: &str,
    languages: &[LanguageTag],
) -> Result<ContentFile, Box<Diagnostic>> {
    let unexpected = |message: String, help: String| {
        Box::new(Diagnostic::new(Code::UnexpectedFile, message).at(Place::file(path)).help(help))
    };
    let at_top = inside.split('.').next().filter(|_| inside.ends_with(".md"));
    let (role, name) = if at_top == Some("home") {
        (Role::Home, inside)
    } else if at_top.and_then(Section::from_key).is_some() {
        (Role::Section, inside)
    } else {
        let Some((folder, name)) = inside.split_once('/') else {
            let top = top();
            let known = nearest(inside, top.iter().map(String::as_str));
            let help = known.map_or_else(
                || "content lies in the folder of its kind, such as `content/cities/` or `content/pages/`".to_owned(),
                |known| format!("did you mean `{known}`?"),
            );
            return Err(unexpected(format!("nothing reads `{path}`"), help));
        };
        let folders = Kind::ALL.into_iter().filter(|kind| !kind.is_listed());
        let Some(kind) = folders.clone().find(|kind| kind.folder() == folder) else {
            let help = match nearest(folder, folders.clone().map(Kind::folder).chain(["files"])) {
                Some(near) => format!("did you mean `content/{near}/`?"),
                None => {
                    let known: Vec<String> =
                        folders.map(|kind| format!("`{}/`", kind.folder())).collect();
                    format!("the folders are {} and `files/`", known.join(", "))
                }
            };
            return Err(unexpected(format!("nothing reads the folder `content/{folder}/`"), help));
        };
        (Role::Thing(kind), name)
    };
    let Some(stem) = name.strip_suffix(".md") else {
        let help =
            "a page is a file that ends in `.md`; pictures and documents lie in `content/files/`";
        return Err(unexpected(format!("nothing reads `{path}`"), help.to_owned()));
    };
    let (stem, language) = part_language(path, stem, languages)?;
    let id = match role {
        Role::Thing(Kind::Page) => Slug::parse_path(stem),
        _ => Slug::parse(stem),
    };
    let id = id.map_err(|refusal| {
        Box::new(
            Diagnostic::new(Code::BadId, refusal.message)
                .at(Place::file(path))
                .maybe_help(refusal.help),
        )
    })?;
    Ok(ContentFile { path: path.clone(), role, id, language })
}

/// Parts `les-cayes.ht` into the id and the language.
fn part_language<'a>(
    path: &SourcePath,
    stem: &'a str,
    languages: &[LanguageTag],
) -> Result<(&'a str, Option<LanguageTag>), Box<Diagnostic>> {
    let parts = stem.rsplit_once('.').filter(|(_, tag)| !tag.contains('/'));
    let Some((id, tag)) = parts else { return Ok((stem, None)) };
    let unknown = |message: String, help: String| {
        Box::new(Diagnostic::new(Code::UnknownLanguage, message).at(Place::file(path)).help(help))
    };
    let language = LanguageTag::parse(tag).map_err(|refusal| {
        unknown(
            refusal.message,
            "the part of a file's name before `.md` is a language: `les-cayes.ht.md`".to_owned(),
        )
    })?;
    if tag != language.as_str() {
        let message = format!("the language `{language}` is spelt `{tag}` here");
        return Err(unknown(message, format!("call the file `{id}.{language}.md`")));
    }
    match languages.iter().position(|known| *known == language) {
        Some(0) => Err(unknown(
            format!("`{language}` is the language of the originals"),
            format!("put what it says into `{id}.md`"),
        )),
        Some(_) => Ok((id, Some(language))),
        None => Err(unknown(format!("the site has no language `{language}`"), {
            let all: Vec<&str> =
                languages.iter().chain([&language]).map(LanguageTag::as_str).collect();
            format!("add it in `content/site.yaml`: `languages: [{}]`", all.join(", "))
        })),
    }
}

fn without_original(file: &ContentFile) -> Diagnostic {
    let folder = file.role.folder();
    Diagnostic::new(
        Code::TranslationWithoutOriginal,
        format!("this is a translation of `content/{folder}{}.md`, which is not there or cannot be read", file.id),
    )
    .at(Place::file(&file.path))
    .help("make the original first, or take the language out of the file's name")
}
