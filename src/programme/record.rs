//! From a file to its facts and its prose.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use serde::de::DeserializeOwned;

use super::claims::{self, Claim, Vocabulary};
use super::front_matter::FrontMatter;
use super::kind::Kind;
use super::provenance;
use super::section::Section;
use crate::config::languages::Lexicons;
use crate::diagnostic::{Code, Diagnosed, Diagnostic, Place, nearest};
use crate::markdown::{self, Heading, Markdown, Quotes};
use crate::memo::{Fingerprint, Memory};
use crate::proofread::{Manuscript, Trail, proofread};
use crate::source::{Sources, front_matter, yaml};
use crate::values::{self, LanguageTag, Slug, SourcePath, Words};

/// One file, decoded without a look at any other.
#[derive(Debug)]
pub(super) struct Decoded<F> {
    /// What its front matter says.
    front: Arc<F>,
    /// The fields that were wrong and have been left out: they are not missing.
    damaged: Vec<String>,
    /// Its prose.
    body: Arc<Markdown>,
    /// What its prose says of the facts.
    claims: Arc<[Claim]>,
    /// Its words, to be found in other texts.
    trail: Arc<Trail>,
    /// Stands for the front matter.
    facts: Fingerprint,
}

// Derived, this would ask the same of `F`.
impl<F> Clone for Decoded<F> {
    fn clone(&self) -> Self {
        Self {
            front: Arc::clone(&self.front),
            damaged: self.damaged.clone(),
            body: Arc::clone(&self.body),
            claims: Arc::clone(&self.claims),
            trail: Arc::clone(&self.trail),
            facts: self.facts,
        }
    }
}

/// The facts about a thing as its files tell them, with its words in every language.
#[derive(Debug)]
pub(super) struct Record<F, W> {
    pub(super) id: Slug,
    pub(super) file: SourcePath,
    pub(super) front: F,
    pub(super) damaged: Vec<String>,
    pub(super) words: Vec<(LanguageTag, W)>,
    /// The parts of its text, where those are facts.
    pub(super) parts: Vec<NamedPart>,
}

/// A part of a text that others may name: a question, a step.
#[derive(Debug, Clone, Hash)]
pub(super) struct NamedPart {
    /// The anchor of its heading.
    pub(super) anchor: String,
    /// The words of its heading.
    pub(super) text: Words,
}

/// Facts that may be remembered, and so are shared.
pub(super) struct Telling<F, W> {
    id: Slug,
    file: SourcePath,
    front: Arc<F>,
    damaged: Vec<String>,
    words: Vec<(LanguageTag, Arc<W>)>,
    parts: Vec<NamedPart>,
    /// Stands for all of this.
    pub(super) fingerprint: Fingerprint,
}

/// The prose of a thing as its files tell it.
pub(super) struct Body {
    pub(super) own: Text,
    pub(super) translations: Vec<(LanguageTag, Text)>,
}

/// The prose of one file.
pub(super) struct Text {
    pub(super) file: SourcePath,
    pub(super) markdown: Arc<Markdown>,
    /// What it says of the facts.
    pub(super) claims: Arc<[Claim]>,
    /// Its words, to be found in other texts.
    pub(super) trail: Arc<Trail>,
    /// Stands for all that it was decoded from.
    pub(super) fingerprint: Fingerprint,
}

impl<F: Clone, W: Clone> Telling<F, W> {
    /// The facts, copied only if they are remembered.
    pub(super) fn into_record(self) -> Record<F, W> {
        let words = self.words.into_iter();
        Record {
            id: self.id,
            file: self.file,
            front: Arc::unwrap_or_clone(self.front),
            damaged: self.damaged,
            words: words.map(|(language, words)| (language, Arc::unwrap_or_clone(words))).collect(),
            parts: self.parts,
        }
    }
}

impl<F, W> Record<F, W> {
    /// What it is called, with the translations; by its id, if nothing says so.
    pub(super) fn named(
        &self,
        name: Option<Words>,
        text: impl Fn(&W) -> Option<&values::Text>,
    ) -> Words {
        self.translated(name, text).unwrap_or_else(|| Words::plain(self.id.as_str()))
    }

    /// One of its texts with its translations.
    pub(super) fn translated(
        &self,
        words: Option<Words>,
        text: impl Fn(&W) -> Option<&values::Text>,
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

/// What a file is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    /// A thing of a kind.
    Thing(Kind),
    /// A section: the id is its key.
    Section,
    /// The programme: the home page's own words.
    Home,
}

impl Role {
    /// Whether the headings of its texts are facts.
    fn has_parts(self) -> bool {
        matches!(self, Self::Thing(kind) if kind.has_parts())
    }

    /// What a part of its texts is called.
    fn part_word(self) -> &'static str {
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
pub(super) struct Files {
    originals: BTreeMap<Role, Vec<Original>>,
    /// Translations of what is not there.
    orphans: Vec<ContentFile>,
}

/// The files about one thing.
#[derive(Debug)]
struct Original {
    file: ContentFile,
    translations: Vec<ContentFile>,
}

#[derive(Debug, Clone)]
struct ContentFile {
    path: SourcePath,
    role: Role,
    id: Slug,
    /// The language, if it is a translation.
    language: Option<LanguageTag>,
}

/// What is needed to decode a file.
pub(super) struct Reading<'a> {
    pub(super) sources: &'a Sources,
    /// The site's own language.
    pub(super) language: &'a LanguageTag,
    /// The words of each language: the quotation marks are what is needed of them.
    pub(super) lexicons: &'a Lexicons,
    /// The words of claims, for each language.
    pub(super) vocabularies: &'a BTreeMap<LanguageTag, Vocabulary>,
    pub(super) memory: &'a Memory,
}

/// The settings of a site, by their path in `content/`.
const SETTINGS: &str = "site.yaml";

/// What is said of pictures.
const PICTURES: &str = "pictures.yaml";

/// The home page's own words.
const HOME: &str = "home.md";

/// Whether a file at the top of `content/` is not prose: the settings, and the lists.
fn is_list(inside: &str) -> bool {
    let listed = Kind::ALL.into_iter().filter(|kind| kind.is_listed());
    let name = inside.strip_suffix(".yaml");
    [SETTINGS, PICTURES].contains(&inside)
        || name.is_some_and(|name| listed.into_iter().any(|kind| kind.folder() == name))
}

/// Every file that may stand at the top of `content/`, save the translations.
fn top() -> Vec<String> {
    let lists = Kind::ALL.into_iter().filter(|kind| kind.is_listed());
    let lists = lists.map(|kind| format!("{}.yaml", kind.folder()));
    let sections = Section::ALL.into_iter().map(|section| format!("{}.md", section.key()));
    [SETTINGS, PICTURES, HOME].map(String::from).into_iter().chain(lists).chain(sections).collect()
}

impl Files {
    /// Finds out what each file of `content/` is.
    pub(super) fn classify(sources: &Sources, languages: &[LanguageTag]) -> Diagnosed<Self> {
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
    pub(super) fn read<F, W>(
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

impl Original {
    fn read<F, W>(&self, reading: &Reading<'_>) -> (Telling<F, W>, Body, Vec<Diagnostic>)
    where
        F: FrontMatter,
        W: DeserializeOwned + Default + Send + Sync + 'static,
    {
        let Self { file, .. } = self;
        let decoded = reading.recall(file, || decode_original::<F>(file, reading));
        let Diagnosed { value: own, mut diagnostics } = Arc::unwrap_or_clone(decoded);
        let mut facts = vec![(None, own.facts)];
        let mut parts = self.parts(&own.body);
        let text = |file: &ContentFile, markdown, claims, trail| Text {
            file: file.path.clone(),
            markdown,
            claims,
            trail,
            fingerprint: reading.memory.fingerprint(|| reading.key(file)),
        };
        let mut body =
            Body { own: text(file, own.body, own.claims, own.trail), translations: Vec::new() };
        let mut words = Vec::new();
        for translation in &self.translations {
            let decoded = recall_words::<F, W>(translation, reading);
            let decoded = Arc::unwrap_or_clone(decoded).report_to(&mut diagnostics);
            let language = translation.language.clone().expect("a translation has a language");
            facts.push((Some(language.clone()), decoded.facts));
            words.push((language.clone(), decoded.front));
            self.translate_parts(&mut parts, translation, &decoded.body, &mut diagnostics);
            if !decoded.body.pieces.is_empty() {
                let text = text(translation, decoded.body, decoded.claims, decoded.trail);
                body.translations.push((language, text));
            }
        }
        let telling = Telling {
            id: file.id.clone(),
            file: file.path.clone(),
            front: own.front,
            damaged: own.damaged,
            fingerprint: reading
                .memory
                .fingerprint(|| Fingerprint::of(&(&file.path, facts, &parts))),
            words,
            parts,
        };
        (telling, body, diagnostics)
    }
}

impl Original {
    /// The parts of the text, where those are facts.
    fn parts(&self, body: &Markdown) -> Vec<NamedPart> {
        part_headings(&self.file, body)
            .map(|heading| NamedPart {
                anchor: heading.id.clone(),
                text: Words::plain(heading.text.clone()),
            })
            .collect()
    }

    /// Adds the words of a translation to the parts that it translates.
    fn translate_parts(
        &self,
        parts: &mut [NamedPart],
        file: &ContentFile,
        body: &Markdown,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let language = file.language.as_ref().expect("a translation has a language");
        let anchors: Vec<String> = parts.iter().map(|part| part.anchor.clone()).collect();
        let known: BTreeMap<&str, usize> =
            anchors.iter().enumerate().map(|(index, anchor)| (anchor.as_str(), index)).collect();
        for heading in part_headings(file, body) {
            match known.get(heading.id.as_str()) {
                Some(index) => {
                    parts[*index].text.translate(language.clone(), heading.text.clone());
                }
                None => diagnostics.push(untranslatable(file, heading, &anchors, &self.file)),
            }
        }
    }
}

/// The headings of the parts of a text, where those are facts.
fn part_headings<'a>(
    file: &ContentFile,
    body: &'a Markdown,
) -> impl Iterator<Item = &'a Heading> + use<'a> {
    let has_parts = file.role.has_parts();
    body.headings.iter().filter(move |heading| has_parts && heading.parts_the_text())
}

/// A heading of a translation whose anchor the original does not have.
fn untranslatable(
    file: &ContentFile,
    heading: &Heading,
    known: &[String],
    original: &ContentFile,
) -> Diagnostic {
    let word = file.role.part_word();
    let message = match heading.is_anchored {
        true => format!("the original has no {word} with the anchor `{}`", heading.id),
        false => format!("this {word} does not say which of the original's it translates"),
    };
    let diagnostic = Diagnostic::new(Code::UnknownAnchor, message)
        .at(Place::bytes(&file.path, heading.span.clone()));
    match nearest(&heading.id, known.iter().map(String::as_str)) {
        Some(near) if heading.is_anchored => diagnostic.help(format!("did you mean `{near}`?")),
        _ => diagnostic.help(format!(
            "write the anchor that it has in `{}` behind the words, as in `{{#{}}}`",
            original.path,
            known.first().map_or("anchor", String::as_str)
        )),
    }
}

/// Says which parts of a text have no anchor of their own.
fn unstable_anchors(file: &ContentFile, body: &Markdown) -> Vec<Diagnostic> {
    let word = file.role.part_word();
    let unstable = part_headings(file, body).filter(|heading| !heading.is_anchored);
    let told = unstable.map(|heading| {
        let message = format!("the {word} has no anchor that stays when its words change");
        Diagnostic::new(Code::UnstableAnchor, message)
            .at(Place::bytes(&file.path, heading.span.clone()))
            .help(format!("write it behind the words: `{{#{}}}`", heading.id))
    });
    told.collect()
}

impl Reading<'_> {
    /// What a file was decoded to, or is now.
    fn recall<T: Send + Sync + 'static>(
        &self,
        file: &ContentFile,
        decode: impl FnOnce() -> Diagnosed<Decoded<T>>,
    ) -> Arc<Diagnosed<Decoded<T>>> {
        self.memory.recall(|| self.key(file), decode)
    }

    /// Stands for everything that a file is decoded from.
    fn key(&self, file: &ContentFile) -> Fingerprint {
        let text = self.sources.fingerprint(&file.path);
        Fingerprint::of(&(&file.path, text, self.language, self.lexicons.fingerprint()))
    }

    fn quotes(&self, language: &LanguageTag) -> Quotes {
        let quotes = self.lexicons.of(language).quotes();
        Quotes {
            open: quotes.open.clone(),
            close: quotes.close.clone(),
            open_single: quotes.inner_open.clone(),
            close_single: quotes.inner_close.clone(),
        }
    }
}

fn recall_words<F, W>(file: &ContentFile, reading: &Reading<'_>) -> Arc<Diagnosed<Decoded<W>>>
where
    F: DeserializeOwned,
    W: DeserializeOwned + Default + Send + Sync + 'static,
{
    reading.recall(file, || decode_words::<F, W>(file, reading))
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

/// A file that cannot be read is there all the same: nothing in it is missing, and what refers to
/// it is not wrong.
fn decode<F: DeserializeOwned + Default>(
    file: &ContentFile,
    reading: &Reading<'_>,
) -> Diagnosed<Decoded<F>> {
    let unreadable = |diagnostics| {
        let value = Decoded {
            front: Arc::default(),
            damaged: vec![String::new()],
            body: Arc::default(),
            claims: Arc::default(),
            trail: Arc::default(),
            facts: Fingerprint::default(),
        };
        Diagnosed { value, diagnostics }
    };
    let Some(text) = reading.sources.text(&file.path) else { return unreadable(Vec::new()) };
    let parts = match front_matter::split(&file.path, text) {
        Ok(parts) => parts,
        Err(diagnostic) => return unreadable(vec![diagnostic]),
    };
    let mut diagnostics = Vec::new();
    let fingerprint =
        reading.memory.fingerprint(|| Fingerprint::of_bytes(&text.as_bytes()[parts.yaml.clone()]));
    let facts = yaml::decode(&file.path, text, parts.yaml).report_to(&mut diagnostics);
    let prose =
        markdown::Prose { file: &file.path, offset: parts.body.start, text: &text[parts.body] };
    let language = file.language.as_ref().unwrap_or(reading.language);
    let body = markdown::compile(&prose, &reading.quotes(language)).report_to(&mut diagnostics);
    let manuscript = Manuscript {
        file: &file.path,
        language,
        dated: matches!(file.role, Role::Thing(Kind::News | Kind::Event)),
        passages: &body.passages,
    };
    diagnostics.extend(proofread(&manuscript));
    let vocabulary = reading.vocabularies.get(language);
    let claims = vocabulary.map_or_else(Vec::new, |vocabulary| {
        claims::find(&file.path, &body.passages, vocabulary).report_to(&mut diagnostics)
    });
    if file.language.is_none() {
        diagnostics.extend(unstable_anchors(file, &body.markdown));
    }
    let trail = Arc::new(Trail::of(&body.passages));
    let value = Decoded {
        front: Arc::new(facts.value),
        damaged: facts.damaged,
        body: Arc::new(body.markdown),
        claims: claims.into(),
        trail,
        facts: fingerprint,
    };
    Diagnosed { value, diagnostics }
}

/// Decodes an original; what its sources support must be among its keys.
fn decode_original<F: FrontMatter>(
    file: &ContentFile,
    reading: &Reading<'_>,
) -> Diagnosed<Decoded<F>> {
    let mut decoded = decode::<F>(file, reading);
    if let Some(text) = reading.sources.text(&file.path)
        && let Ok(parts) = front_matter::split(&file.path, text)
    {
        let sources = decoded.value.front.sources();
        decoded.diagnostics.extend(provenance::judge(sources, &file.path, &text[parts.yaml], ""));
    }
    decoded
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
    let folder = file.role.folder();
    Diagnostic::new(
        Code::TranslationWithoutOriginal,
        format!("this is a translation of `content/{folder}{}.md`, which is not there or cannot be read", file.id),
    )
    .at(Place::file(&file.path))
    .help("make the original first, or take the language out of the file's name")
}
