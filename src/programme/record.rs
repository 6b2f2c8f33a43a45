//! From a file to its facts and its prose.

use rayon::prelude::*;
use serde::de::DeserializeOwned;

use super::kind::Kind;
use super::localized::Localized;
use crate::diagnostic::{Code, Diagnosed, Diagnostic, Place, nearest};
use crate::markdown::{self, Markdown, Quotes};
use crate::source::{Sources, front_matter, yaml};
use crate::values::{LanguageTag, Slug, SourcePath, Text, Words};

/// One file, decoded without a look at any other.
#[derive(Debug, Default)]
pub(super) struct Decoded<F> {
    /// What its front matter says.
    pub(super) front: F,
    /// The fields that were wrong and have been left out: they are not missing.
    pub(super) damaged: Vec<String>,
    /// Its prose.
    pub(super) body: Markdown,
}

/// A thing as its files tell it: the facts once, the words in every language.
#[derive(Debug)]
pub(super) struct Record<F, W> {
    pub(super) id: Slug,
    pub(super) file: SourcePath,
    pub(super) front: F,
    pub(super) damaged: Vec<String>,
    pub(super) body: Localized<Markdown>,
    pub(super) words: Vec<(LanguageTag, W)>,
}

impl<F, W> Record<F, W> {
    /// What it is called, with the translations; by its id, if nothing says so.
    pub(super) fn named(&self, name: Option<Words>, text: impl Fn(&W) -> Option<&Text>) -> Words {
        self.translated(name, text).unwrap_or_else(|| Words::plain(self.id.as_str()))
    }

    /// One of its texts with its translations.
    pub(super) fn translated(
        &self,
        words: Option<Words>,
        text: impl Fn(&W) -> Option<&Text>,
    ) -> Option<Words> {
        let mut words = words.unwrap_or_default();
        for (language, translation) in &self.words {
            if let Some(text) = text(translation) {
                words.translate(language.clone(), text.as_str().to_owned());
            }
        }
        let written = words.texts().next().is_some();
        written.then_some(words)
    }
}

/// The files of a site by what they are.
#[derive(Debug, Default)]
pub(super) struct Files {
    files: Vec<ContentFile>,
}

#[derive(Debug, Clone)]
struct ContentFile {
    path: SourcePath,
    /// The kind; the home page's own words have none.
    kind: Option<Kind>,
    id: Slug,
    /// The language, if it is a translation.
    language: Option<LanguageTag>,
}

/// What is needed to decode a file.
pub(super) struct Reading<'a> {
    pub(super) sources: &'a Sources,
    /// The site's own language.
    pub(super) language: &'a LanguageTag,
    /// The quotation marks of each language.
    pub(super) quotes: &'a (dyn Fn(&LanguageTag) -> Quotes + Sync),
}

/// Files at the top of `content/`.
const TOP: [&str; 5] =
    ["site.yaml", "home.md", "organizations.yaml", "areas.yaml", "documents.yaml"];

impl Files {
    /// Finds out what each file of `content/` is.
    pub(super) fn classify(sources: &Sources, languages: &[LanguageTag]) -> Diagnosed<Self> {
        let mut files = Self::default();
        let mut diagnostics = Vec::new();
        for (path, _) in sources.below("content") {
            let inside = path.strip_folder("content").expect("it lies below content");
            if inside.starts_with("files/")
                || inside.starts_with("languages/")
                || TOP.contains(&inside) && inside != "home.md"
            {
                continue;
            }
            match classify(path, inside, languages) {
                Ok(file) => files.files.push(file),
                Err(diagnostic) => diagnostics.push(*diagnostic),
            }
        }
        Diagnosed { value: files, diagnostics }
    }

    /// Decodes all things of a kind (or the home page) and folds their translations into them.
    pub(super) fn records<F, W>(
        &self,
        kind: Option<Kind>,
        reading: &Reading<'_>,
    ) -> Diagnosed<Vec<Record<F, W>>>
    where
        F: DeserializeOwned + Default + Send,
        W: DeserializeOwned + Default + Send,
    {
        let mut diagnostics = Vec::new();
        let (translations, originals): (Vec<_>, Vec<_>) = self
            .files
            .iter()
            .filter(|file| file.kind == kind)
            .partition(|file| file.language.is_some());
        let decoded: Vec<_> = originals.par_iter().map(|file| decode::<F>(file, reading)).collect();
        let mut records: Vec<Record<F, W>> = Vec::with_capacity(decoded.len());
        for (file, decoded) in originals.into_iter().zip(decoded) {
            let Decoded { front, damaged, body } = decoded.report_to(&mut diagnostics);
            records.push(Record {
                id: file.id.clone(),
                file: file.path.clone(),
                front,
                damaged,
                body: Localized::new(body),
                words: Vec::new(),
            });
        }
        // In the order of ids: `a-b.md` comes before `a.md` among paths, but not among ids.
        records.sort_by(|a, b| a.id.cmp(&b.id));
        let decoded: Vec<_> =
            translations.par_iter().map(|file| decode_words::<F, W>(file, reading)).collect();
        for (file, decoded) in translations.into_iter().zip(decoded) {
            let decoded = decoded.report_to(&mut diagnostics);
            let language = file.language.clone().expect("a translation has a language");
            match records.binary_search_by(|record| record.id.cmp(&file.id)) {
                Ok(index) => {
                    let record = &mut records[index];
                    record.words.push((language.clone(), decoded.front));
                    if !decoded.body.pieces.is_empty() {
                        record.body.translate(language, decoded.body);
                    }
                }
                Err(_) => diagnostics.push(without_original(file)),
            }
        }
        Diagnosed { value: records, diagnostics }
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
    let (kind, name) = if inside.split('.').next() == Some("home") && inside.ends_with(".md") {
        (None, inside)
    } else {
        let Some((folder, name)) = inside.split_once('/') else {
            let known = nearest(inside, TOP);
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
        (Some(kind), name)
    };
    let Some(stem) = name.strip_suffix(".md") else {
        let help =
            "a page is a file that ends in `.md`; pictures and documents lie in `content/files/`";
        return Err(unexpected(format!("nothing reads `{path}`"), help.to_owned()));
    };
    let (stem, language) = part_language(path, stem, languages)?;
    let id = match kind {
        Some(Kind::Page) => Slug::parse_path(stem),
        _ => Slug::parse(stem),
    };
    let id = id.map_err(|refusal| {
        Box::new(
            Diagnostic::new(Code::BadId, refusal.message)
                .at(Place::file(path))
                .maybe_help(refusal.help),
        )
    })?;
    Ok(ContentFile { path: path.clone(), kind, id, language })
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

/// A file that cannot be read is there all the same: nothing in it is missing, and what refers to
/// it is not wrong.
fn decode<F: DeserializeOwned + Default>(
    file: &ContentFile,
    reading: &Reading<'_>,
) -> Diagnosed<Decoded<F>> {
    let unreadable = |diagnostics| {
        let damaged = vec![String::new()];
        let value = Decoded { front: F::default(), damaged, body: Markdown::default() };
        Diagnosed { value, diagnostics }
    };
    let Some(text) = reading.sources.text(&file.path) else { return unreadable(Vec::new()) };
    let parts = match front_matter::split(&file.path, text) {
        Ok(parts) => parts,
        Err(diagnostic) => return unreadable(vec![diagnostic]),
    };
    let mut diagnostics = Vec::new();
    let facts = yaml::decode(&file.path, text, parts.yaml).report_to(&mut diagnostics);
    let prose =
        markdown::Prose { file: &file.path, offset: parts.body.start, text: &text[parts.body] };
    let language = file.language.as_ref().unwrap_or(reading.language);
    let body = markdown::compile(&prose, &(reading.quotes)(language)).report_to(&mut diagnostics);
    Diagnosed { value: Decoded { front: facts.value, damaged: facts.damaged, body }, diagnostics }
}

/// Decodes a translation; a key of the original in it is a fact out of place.
fn decode_words<F: DeserializeOwned, W: DeserializeOwned + Default>(
    file: &ContentFile,
    reading: &Reading<'_>,
) -> Diagnosed<Decoded<W>> {
    let mut decoded = decode::<W>(file, reading);
    let facts = yaml::fields_of::<F>();
    let Diagnosed { value, diagnostics } = &mut decoded;
    for (diagnostic, field) in diagnostics.iter_mut().zip(&value.damaged) {
        if diagnostic.code == Code::UnknownKey && facts.contains(&field.as_str()) {
            let original = file.path.as_str().replacen(
                &format!(".{}.md", file.language.as_ref().map_or("", LanguageTag::as_str)),
                ".md",
                1,
            );
            *diagnostic = Diagnostic::new(
                Code::FactInTranslation,
                format!("`{field}` is a fact, and this file is a translation"),
            )
            .at(diagnostic.place.clone().unwrap_or(Place::file(&file.path)))
            .help(format!("say it in `{original}`, once for all languages"));
        }
    }
    decoded
}

fn without_original(file: &ContentFile) -> Diagnostic {
    let folder = file.kind.map_or(String::new(), |kind| format!("{}/", kind.folder()));
    Diagnostic::new(
        Code::TranslationWithoutOriginal,
        format!("this is a translation of `content/{folder}{}.md`, which is not there or cannot be read", file.id),
    )
    .at(Place::file(&file.path))
    .help("make the original first, or take the language out of the file's name")
}
