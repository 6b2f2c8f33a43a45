//! Questions that two groups of answers ask in the same words.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::programme::collection::Id;
use crate::programme::faq::{Faq, Question};
use crate::programme::site::Site;

/// A question that was asked before. Where one of the two names the other as another answer, they are
/// shown side by side, and that is what somebody wanted.
pub(super) fn repeated(site: &Site) -> Vec<Diagnostic> {
    let mut first: BTreeMap<String, (Id<Faq>, usize)> = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for (id, faq) in site.faqs.iter().filter(|(_, faq)| !site.upkeep.is_archived(&faq.file)) {
        for (index, question) in faq.questions.iter().enumerate() {
            let text = question.text.best(&site.language, &site.language).0;
            let Some(&(other, place)) = first.get(&words(text)) else {
                first.insert(words(text), (id, index));
                continue;
            };
            let before = &site.faqs[other].questions[place];
            if names(question, other, place) || names(before, id, index) {
                continue;
            }
            let answer = format!("{}#{}", site.faqs[other].id, before.anchor);
            diagnostics.push(
                Diagnostic::new(Code::RepeatedQuestion, format!("`{text}` is asked twice"))
                    .at(Place::file(&faq.file))
                    .related(Place::file(&site.faqs[other].file), "it is answered here too")
                    .help(format!(
                        "keep one of the answers, or name the other below the anchor of this question: `{}: {{ also: [{answer}] }}`",
                        question.anchor
                    )),
            );
        }
    }
    diagnostics
}

/// Whether a question names another as another answer to it.
fn names(question: &Question, faq: Id<Faq>, index: usize) -> bool {
    question.also.iter().any(|also| also.faq == faq && also.index == index)
}

/// The words of a question without what may differ: capital letters, and signs.
fn words(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty()).map(str::to_lowercase);
    words.collect::<Vec<_>>().join(" ")
}
