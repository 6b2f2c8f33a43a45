//! From one file to its front matter and its prose, without a look at any other.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::Decoded;
use super::files::{ContentFile, Role};
use super::original::unstable_anchors;
use crate::config::languages::Lexicons;
use crate::diagnostic::{Code, Diagnosed, Diagnostic, Place};
use crate::markdown::{self, Markdown, Quotes};
use crate::memo::{Fingerprint, Memory};
use crate::programme::claims::{self, Claim, Vocabulary};
use crate::programme::front_matter::FrontMatter;
use crate::programme::kind::Kind;
use crate::programme::provenance;
use crate::proofread::{Manuscript, Trail, proofread};
use crate::source::{Sources, front_matter, yaml};
use crate::values::LanguageTag;

/// What is needed to decode a file.
pub(in crate::programme) struct Reading<'a> {
    pub(in crate::programme) sources: &'a Sources,
    /// The site's own language.
    pub(in crate::programme) language: &'a LanguageTag,
    /// The words of each language: the quotation marks are what is needed of them.
    pub(in crate::programme) lexicons: &'a Lexicons,
    /// The words of claims, for each language.
    pub(in crate::programme) vocabularies: &'a BTreeMap<LanguageTag, Vocabulary>,
    pub(in crate::programme) memory: &'a Memory,
}

impl Reading<'_> {
    /// What a file was decoded to, or is now.
    pub(super) fn recall<T: Send + Sync + 'static>(
        &self,
        file: &ContentFile,
        decode: impl FnOnce() -> Diagnosed<Decoded<T>>,
    ) -> Arc<Diagnosed<Decoded<T>>> {
        self.memory.recall(|| self.key(file), decode)
    }

    /// Stands for everything that a file is decoded from.
    pub(super) fn key(&self, file: &ContentFile) -> Fingerprint {
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

/// What a translation was decoded to, or is now.
pub(super) fn recall_words<F, W>(
    file: &ContentFile,
    reading: &Reading<'_>,
) -> Arc<Diagnosed<Decoded<W>>>
where
    F: DeserializeOwned,
    W: DeserializeOwned + Default + Send + Sync + 'static,
{
    reading.recall(file, || decode_words::<F, W>(file, reading))
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
    let wording = Wording::recall(file, &prose, reading);
    diagnostics.extend(wording.diagnostics);
    if file.language.is_none() {
        diagnostics.extend(unstable_anchors(file, &wording.markdown));
    }
    let value = Decoded {
        front: Arc::new(facts.value),
        damaged: facts.damaged,
        body: wording.markdown,
        claims: wording.claims,
        trail: wording.trail,
        facts: fingerprint,
    };
    Diagnosed { value, diagnostics }
}

/// What comes of a text alone, without its front matter; it outlives the program.
#[derive(Clone, Serialize, Deserialize)]
struct Wording {
    markdown: Arc<Markdown>,
    claims: Arc<[Claim]>,
    trail: Arc<Trail>,
    diagnostics: Vec<Diagnostic>,
}

impl Wording {
    /// What was made of a text before, or is now.
    fn recall(file: &ContentFile, prose: &markdown::Prose<'_>, reading: &Reading<'_>) -> Self {
        let language = file.language.as_ref().unwrap_or(reading.language);
        let dated = matches!(file.role, Role::Thing(Kind::News | Kind::Event));
        let key = reading.memory.fingerprint(|| {
            let text = (prose.file, prose.offset, prose.text);
            Fingerprint::of(&(text, language, dated, reading.lexicons.fingerprint()))
        });
        let read = || Ok(Self::read(prose, language, dated, reading));
        let wording: Arc<Result<_, Infallible>> =
            reading.memory.recall_kept("what a text says", key, read);
        let Ok(wording) = Arc::unwrap_or_clone(wording);
        wording
    }

    fn read(
        prose: &markdown::Prose<'_>,
        language: &LanguageTag,
        dated: bool,
        reading: &Reading<'_>,
    ) -> Self {
        let mut diagnostics = Vec::new();
        let body = markdown::compile(prose, &reading.quotes(language)).report_to(&mut diagnostics);
        let file = prose.file;
        let manuscript = Manuscript { file, language, dated, passages: &body.passages };
        let trail = proofread(&manuscript).report_to(&mut diagnostics);
        let vocabulary = reading.vocabularies.get(language);
        let claims = vocabulary.map_or_else(Vec::new, |vocabulary| {
            claims::find(file, &body.passages, vocabulary).report_to(&mut diagnostics)
        });
        Self {
            markdown: Arc::new(body.markdown),
            claims: claims.into(),
            trail: Arc::new(trail),
            diagnostics,
        }
    }
}

/// Decodes an original; what its sources support must be among its keys.
pub(super) fn decode_original<F: FrontMatter>(
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
