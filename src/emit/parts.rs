//! Texts in parts: questions with their answers, and the steps of a guide. They stand on their own
//! page, or some of them on another's as guests.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use tera::Value;

use super::prose::{Guest, Setting, fill_pieces, notes};
use crate::diagnostic::Diagnostic;
use crate::markdown::html::text_of;
use crate::programme::contact::ContactView;
use crate::programme::document::DocumentView;
use crate::programme::faq::{Faq, Question, QuestionId};
use crate::programme::guide::{DataPoint, Guide};
use crate::programme::lens::{Lens, LinkView, TextView};
use crate::programme::prose::Part;
use crate::programme::provenance::SourceView;
use crate::programme::{Id, Prose, Thing};

/// A question and its answer as a template sees it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct QuestionView {
    /// Its place in its group, from 1.
    number: usize,
    /// Its anchor on this page.
    pub(super) id: String,
    /// Its own place: in its group's page.
    url: String,
    /// The question and the answer.
    #[serde(flatten)]
    pub(super) text: PartView,
    /// Where the answer comes from.
    sources: Vec<SourceView>,
    /// Other answers to it, each with its group.
    also: Vec<AnswerView>,
    /// Who asks: `residents`, `committees` …
    audience: Vec<&'static str>,
    /// What to read next.
    related: Vec<LinkView>,
}

/// The answer to a question in another group.
#[derive(Debug, Serialize, JsonSchema)]
struct AnswerView {
    /// The group.
    group: TextView,
    /// The address of the question in it.
    url: String,
    /// The question and the answer.
    #[serde(flatten)]
    text: PartView,
    /// Where the answer comes from.
    sources: Vec<SourceView>,
}

/// A part of a text as a template sees it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PartView {
    /// The HTML of its heading.
    pub(super) title: String,
    /// The words of its heading.
    pub(super) label: String,
    /// The HTML of what stands below it.
    pub(super) body: String,
    /// Its language, if it is not the page's.
    pub(super) lang: Option<String>,
    /// The way that language runs.
    dir: Option<&'static str>,
}

/// A step of a guide as a template sees it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct StepView {
    /// Its number.
    number: usize,
    /// How many steps there are.
    of: usize,
    /// Its anchor.
    id: String,
    /// What it is called, and its text.
    #[serde(flatten)]
    text: PartView,
    /// How long it takes.
    duration: Option<TextView>,
    /// What to find out of a city.
    data_points: Vec<DataPointView>,
    /// What to have done.
    checklist: Vec<TextView>,
    /// What papers it needs.
    #[schemars(with = "Vec<DocumentView>")]
    documents: Vec<Value>,
    /// Whom to ask.
    contacts: Vec<ContactView>,
    /// How to tell that it is done.
    done_when: Option<TextView>,
    /// Whether one may leave it out.
    optional: bool,
    /// Where this comes from.
    sources: Vec<SourceView>,
}

/// Something to find out of a city.
#[derive(Debug, Serialize, JsonSchema)]
struct DataPointView {
    /// Its id.
    id: String,
    /// What it is called.
    name: TextView,
    /// What is meant by it.
    text: Option<TextView>,
}

/// The questions of a group on the group's own page; `shown` is the text that the page shows, and
/// what it lacks is taken from the original.
pub(super) fn questions(
    faq: Id<Faq>,
    shown: &Prose,
    setting: &Setting<'_>,
) -> Result<Vec<QuestionView>, Diagnostic> {
    let mut views = Vec::new();
    let texts = OwnTexts::of(Thing::Faq(faq), shown, setting);
    for (index, question) in setting.lens.site.faqs[faq].questions.iter().enumerate() {
        let question_id = QuestionId { faq, index };
        let text = texts.part(&question.anchor)?;
        let Some(text) = text else { continue };
        let mut also = Vec::new();
        for other in &question.also {
            also.extend(answer(*other, setting)?);
        }
        let id = question.anchor.clone();
        views.push(QuestionView { also, ..QuestionView::new(question_id, id, text, setting.lens) });
    }
    Ok(views)
}

/// Questions of a group, or the one at an anchor, on a page that is not the group's; `level` is that
/// of their headings.
pub(super) fn guests(
    faq: Id<Faq>,
    only: Option<&str>,
    level: u8,
    setting: &Setting<'_>,
) -> Result<Vec<QuestionView>, Diagnostic> {
    let mut views = Vec::new();
    for (index, question) in setting.lens.site.faqs[faq].questions.iter().enumerate() {
        if only.is_some_and(|anchor| anchor != question.anchor) {
            continue;
        }
        let question_id = QuestionId { faq, index };
        if let Some((text, id)) = guest(question_id, question, level, setting)? {
            views.push(QuestionView::new(question_id, id, text, setting.lens));
        }
    }
    Ok(views)
}

impl QuestionView {
    fn new(question: QuestionId, id: String, text: PartView, lens: &Lens<'_>) -> Self {
        let data = &lens.site.faqs[question.faq].questions[question.index];
        Self {
            number: question.index + 1,
            id,
            url: question.link(lens).url,
            text,
            sources: SourceView::all(&data.sources, lens),
            also: Vec::new(),
            audience: data.audience.iter().map(|audience| audience.as_str()).collect(),
            related: data.related.iter().map(|related| related.link(lens)).collect(),
        }
    }
}

/// Another answer to a question, beside the page's own.
fn answer(other: QuestionId, setting: &Setting<'_>) -> Result<Option<AnswerView>, Diagnostic> {
    let lens = setting.lens;
    let group = &lens.site.faqs[other.faq];
    let question = &group.questions[other.index];
    let text = guest(other, question, 2, setting)?;
    Ok(text.map(|(text, _)| AnswerView {
        group: lens.words(&group.title),
        url: other.link(lens).url,
        text,
        sources: SourceView::all(&question.sources, lens),
    }))
}

/// A question on a page that is not its group's, with its anchor there.
fn guest(
    id: QuestionId,
    question: &Question,
    level: u8,
    setting: &Setting<'_>,
) -> Result<Option<(PartView, String)>, Diagnostic> {
    let (lens, context) = (setting.lens, setting.context);
    let thing = Thing::Faq(id.faq);
    let Some(story) = context.texts.of(thing) else { return Ok(None) };
    let translated = story
        .prose
        .translation(lens.language)
        .filter(|prose| prose.part(&question.anchor).is_some());
    let prose = translated.unwrap_or(story.prose.own());
    let foreign = translated.is_none() && *lens.language != lens.site.language;
    let Some(part) = prose.part(&question.anchor) else { return Ok(None) };
    let anchor = format!("faq-{}-{}", lens.site.faqs[id.faq].id, question.anchor);
    let guest = Guest {
        prefix: setting.prefix(&anchor),
        deeper: level.saturating_sub(2),
        home: lens.url(thing),
    };
    let anchor = guest.prefix.trim_end_matches('-').to_owned();
    Ok(Some((as_guest(prose, &part, foreign, &guest, setting)?, anchor)))
}

/// The steps of a guide; `shown` is the text that the page shows, and what it lacks is taken from
/// the original.
pub(super) fn steps(
    guide: Id<Guide>,
    shown: &Prose,
    setting: &Setting<'_>,
) -> Result<Vec<StepView>, Diagnostic> {
    let lens = setting.lens;
    let steps = &lens.site.guides[guide].steps;
    let texts = OwnTexts::of(Thing::Guide(guide), shown, setting);
    let mut views = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        let text = texts.part(&step.anchor)?;
        let Some(text) = text else { continue };
        views.push(StepView {
            number: index + 1,
            of: steps.len(),
            id: step.anchor.clone(),
            text,
            duration: step.duration.as_ref().map(|duration| lens.words(duration)),
            data_points: step.data_points.iter().map(|point| data_point(point, lens)).collect(),
            checklist: lens.all_words(&step.checklist),
            documents: step.documents.iter().map(|id| lens.document_card(*id)).collect(),
            contacts: ContactView::all(&step.contacts, lens),
            done_when: step.done_when.as_ref().map(|words| lens.words(words)),
            optional: step.optional,
            sources: SourceView::all(&step.sources, lens),
        });
    }
    Ok(views)
}

fn data_point(point: &DataPoint, lens: &Lens<'_>) -> DataPointView {
    DataPointView {
        id: point.id.to_string(),
        name: lens.words(&point.name),
        text: point.text.as_ref().map(|text| lens.words(text)),
    }
}

/// The parts of a page's own text: those of the text that it shows, and for what that lacks those
/// of the original.
struct OwnTexts<'a> {
    thing: Thing,
    setting: &'a Setting<'a>,
    shown: &'a Prose,
    parts: BTreeMap<&'a str, Part<'a>>,
    original: Option<(&'a Prose, BTreeMap<&'a str, Part<'a>>)>,
}

impl<'a> OwnTexts<'a> {
    fn of(thing: Thing, shown: &'a Prose, setting: &'a Setting<'a>) -> Self {
        let original = setting.context.texts.of(thing).map(|story| story.prose.own().as_ref());
        let original = original.filter(|original| !std::ptr::eq(*original, shown));
        Self {
            thing,
            setting,
            shown,
            parts: shown.parts_by_anchor(),
            original: original.map(|prose| (prose, prose.parts_by_anchor())),
        }
    }

    fn part(&self, anchor: &str) -> Result<Option<PartView>, Diagnostic> {
        let (setting, lens) = (self.setting, self.setting.lens);
        if let Some(part) = self.parts.get(anchor) {
            let foreign = setting.words.language != lens.language;
            return part_view(self.shown, part, foreign, setting).map(Some);
        }
        let Some((original, parts)) = &self.original else { return Ok(None) };
        let Some(part) = parts.get(anchor) else { return Ok(None) };
        let home = lens.url(self.thing);
        let guest = Guest { prefix: setting.prefix(anchor), deeper: 0, home };
        as_guest(original, part, true, &guest, setting).map(Some)
    }
}

/// A part of a text that the page does not show as a whole, with its footnotes.
fn as_guest(
    prose: &Prose,
    part: &Part<'_>,
    foreign: bool,
    guest: &Guest,
    setting: &Setting<'_>,
) -> Result<PartView, Diagnostic> {
    let own = setting.context.own_lens();
    let words = if foreign { &own } else { setting.lens };
    let setting = Setting { words, guest: Some(guest), ..*setting };
    let mut view = part_view(prose, part, foreign, &setting)?;
    view.body.push_str(&notes(prose, part.body, &setting)?);
    Ok(view)
}

fn part_view(
    prose: &Prose,
    part: &Part<'_>,
    foreign: bool,
    setting: &Setting<'_>,
) -> Result<PartView, Diagnostic> {
    let level = setting.level(2);
    let language = setting.words.language;
    let title = fill_pieces(prose, part.title, level, setting)?;
    Ok(PartView {
        label: text_of(&title),
        title,
        body: fill_pieces(prose, part.body, level, setting)?,
        lang: foreign.then(|| language.to_string()),
        dir: foreign.then(|| language.direction().as_str()),
    })
}
