//! A page's own words, in the language of the page or in that of the original.

use std::cell::{Cell, RefCell};

use schemars::JsonSchema;
use serde::Serialize;
use tera::Value;

use super::Context;
use super::parts;
use super::prose::{Setting, fill, fill_pieces, notes, prose_of};
use super::request::{Request, Subject};
use super::structured;
use crate::diagnostic::Diagnostic;
use crate::programme::{Lens, Prose, Thing};
use crate::values::Route;

/// What a page shows of its text.
#[derive(Default)]
pub(super) struct PageText {
    /// The HTML; of a text in parts, only what stands before the first.
    pub(super) body: Option<Value>,
    /// Whether it is in the site's own language, and not in the page's.
    pub(super) foreign: bool,
    /// The headings.
    pub(super) contents: Vec<ContentsEntry>,
    /// The first paragraph, where it can stand for a summary.
    pub(super) lead: Option<String>,
    /// Its parts, as the template is given them.
    pub(super) parts: Vec<(&'static str, Value)>,
    /// The questions that it answers, as search engines are told.
    pub(super) questions: Vec<serde_json::Value>,
}

/// A heading in a list of contents.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ContentsEntry {
    /// Its level, 2 or 3.
    level: u8,
    /// Its anchor.
    id: String,
    /// Its words.
    pub(super) text: String,
}

/// Where a page stands, and what every page of its language knows of the site.
pub(super) struct Frame<'a> {
    pub(super) route: &'a Route,
    pub(super) root: &'a str,
    pub(super) site: &'a Value,
    /// Whether a picture leads the page.
    pub(super) has_picture: bool,
}

impl PageText {
    /// The text of a page; nothing, if the page has none.
    pub(super) fn of(
        request: &Request,
        context: &Context<'_>,
        lens: &Lens<'_>,
        frame: &Frame<'_>,
    ) -> Result<Self, Diagnostic> {
        let Some(story) = prose_of(context, request) else { return Ok(Self::default()) };
        let site = lens.site;
        let translation = story.prose.translation(lens.language);
        let prose = translation.unwrap_or(story.prose.own());
        let foreign = translation.is_none() && *lens.language != site.language && !prose.is_empty();
        let own = context.own_lens();
        let setting = Setting {
            context,
            lens,
            words: if foreign { &own } else { lens },
            root: frame.root,
            site: frame.site,
            page: frame.route.as_str(),
            guest: None,
            guests: &RefCell::default(),
            has_picture: &Cell::new(frame.has_picture),
        };
        let (body, (parts, questions)) = match request.subject {
            Subject::Thing(thing @ (Thing::Faq(_) | Thing::Guide(_))) => {
                let body = fill_pieces(prose, prose.introduction(), 1, &setting)?;
                (body, parts_of(thing, prose, &setting)?)
            }
            _ => (fill(prose, &setting)?, Parts::default()),
        };
        let headings = prose.headings.iter().filter(|heading| heading.level <= 3);
        let contents = headings.map(|heading| ContentsEntry {
            level: heading.level,
            id: heading.id.clone(),
            text: heading.text.clone(),
        });
        Ok(Self {
            body: (!body.is_empty()).then(|| Value::from(body.as_str())),
            foreign,
            contents: contents.collect(),
            lead: Some(prose.lead.clone()).filter(|lead| !lead.is_empty() && !foreign),
            parts,
            questions,
        })
    }
}

/// The parts of a text and its footnotes as the template is given them, and its questions as search
/// engines are told.
type Parts = (Vec<(&'static str, Value)>, Vec<serde_json::Value>);

fn parts_of(thing: Thing, prose: &Prose, setting: &Setting<'_>) -> Result<Parts, Diagnostic> {
    let notes = notes(prose, &prose.pieces, setting)?;
    let notes = ("notes", Value::from(notes.as_str()));
    Ok(match thing {
        Thing::Faq(faq) => {
            let questions = parts::questions(faq, prose, setting)?;
            let told =
                structured::questions(&questions, setting.page, setting.root, setting.context);
            let folded = setting.lens.site.faqs[faq].folded;
            let questions = ("questions", Value::from_serializable(&questions));
            (vec![questions, ("folded", Value::from(folded)), notes], told)
        }
        Thing::Guide(guide) => {
            let steps = parts::steps(guide, prose, setting)?;
            (vec![("steps", Value::from_serializable(&steps)), notes], Vec::new())
        }
        _ => Parts::default(),
    })
}
