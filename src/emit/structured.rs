//! What a page says in the vocabulary of schema.org, in JSON-LD: the same as it shows.

use serde_json::{Value, json};

use super::parts::QuestionView;
use crate::markdown::html::text_of;
use crate::values::LanguageTag;

/// The questions of a page, `FAQPage`. `url` is the whole address of the page, if it is known.
pub(super) fn questions(
    questions: &[QuestionView],
    url: Option<&str>,
    language: &LanguageTag,
) -> String {
    let entities = questions.iter().map(|question| {
        let mut entity = json!({
            "@type": "Question",
            "name": question.text.label,
            "acceptedAnswer": { "@type": "Answer", "text": text_of(&question.text.body) },
        });
        if let Some(url) = url {
            entity["@id"] = json!(format!("{url}#{}", question.id));
        }
        if let Some(lang) = &question.text.lang {
            entity["inLanguage"] = json!(lang);
        }
        entity
    });
    in_script(&json!({
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "inLanguage": language.as_str(),
        "mainEntity": entities.collect::<Vec<_>>(),
    }))
}

/// JSON that cannot end the element that it stands in.
fn in_script(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}
