//! An original and its translations: facts from the one, words from all.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::decode::{Reading, decode_original, recall_words};
use super::files::{ContentFile, Original};
use super::{Body, NamedPart, Telling, Text};
use crate::diagnostic::{Code, Diagnosed, Diagnostic, Place, nearest};
use crate::markdown::{Heading, Markdown};
use crate::memo::Fingerprint;
use crate::programme::front_matter::FrontMatter;
use crate::values::Words;

impl Original {
    /// Decodes the original and its translations, and puts together what they say.
    pub(super) fn read<F, W>(&self, reading: &Reading<'_>) -> (Telling<F, W>, Body, Vec<Diagnostic>)
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
pub(super) fn unstable_anchors(file: &ContentFile, body: &Markdown) -> Vec<Diagnostic> {
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
