//! Questions with their answers as data. An answer is prose, and is told as plain text.

use std::cell::{Cell, RefCell};

use tera::Value;

use super::Dataset;
use super::json::Edition;
use crate::emit::Context;
use crate::emit::prose::{Setting, fill_pieces};
use crate::markdown::html::paragraphs_of;
use crate::programme::faq::Question;
use crate::programme::lens::Lens;
use crate::programme::open_data::{FaqRecord, Languages};
use crate::programme::prose::Piece;
use crate::programme::{Faq, Id, Prose, Thing};

/// The groups of questions in their order; nothing, if there are none.
pub(super) fn dataset(context: &Context<'_>) -> Option<Dataset> {
    let site = context.site;
    let lenses = context.config.languages.iter();
    let lenses: Vec<Lens<'_>> = lenses.map(|language| context.lens(language)).collect();
    let answer = |faq: Id<Faq>, question: &Question| {
        let story = context.texts.of(Thing::Faq(faq))?;
        let texts = lenses.iter().filter_map(|lens| {
            let prose = match *lens.language == site.language {
                true => story.prose.own(),
                false => story.prose.translation(lens.language)?,
            };
            let text = plain(prose, &question.anchor, lens, context)?;
            Some((lens.language.to_string(), text))
        });
        let texts: Vec<(String, String)> = texts.collect();
        (!texts.is_empty()).then(|| texts.into_iter().collect::<Languages>())
    };
    let records = site.faqs_in_order().into_iter();
    let records: Vec<FaqRecord> = records.map(|id| FaqRecord::new(id, site, &answer)).collect();
    Edition::of(context).dataset("faq", &records)
}

/// The words of the part of a text, paragraph by paragraph. What a theme draws is not told, and
/// neither are footnotes nor pictures.
fn plain(prose: &Prose, anchor: &str, lens: &Lens<'_>, context: &Context<'_>) -> Option<String> {
    let part = prose.part(anchor)?;
    let pieces: Vec<Piece> = part
        .body
        .iter()
        .filter(|piece| !matches!(piece, Piece::Block(_) | Piece::Picture(_) | Piece::NoteMark(_)))
        .cloned()
        .collect();
    let setting = Setting {
        context,
        lens,
        words: lens,
        root: "",
        site: &Value::none(),
        page: "",
        guest: None,
        guests: &RefCell::default(),
        has_picture: &Cell::default(),
    };
    let html = fill_pieces(prose, &pieces, 2, &setting)
        .expect("only what a theme draws can fail, and that has been left out");
    let text = paragraphs_of(&html).join("\n\n");
    (!text.is_empty()).then_some(text)
}
