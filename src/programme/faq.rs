//! Questions in groups: what a group's file says, what it is, what a template may see of it.
//!
//! A question is a heading of the second level and what stands below it; what else is known of it
//! stands in the front matter, under the heading's anchor.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::collection::{Collection, Id};
use super::event::TitleWords;
use super::front_matter::front_matter;
use super::index::sort_key;
use super::lens::{Lens, LinkView, TextView};
use super::provenance::{Source, SourceFile};
use super::record::Record;
use super::resolver::Resolver;
use super::thing::Thing;
use super::vocabulary::vocabulary;
use crate::values::{LanguageTag, OneOrMany, Slug, SourcePath, Text, Words};

front_matter! {
    /// What the file of a group of questions says.
    pub(super) struct FaqFrontMatter {
        /// What the group is called: `About sister cities`.
        #[schemars(extend("needed" = true))]
        title: Option<Words>,
        /// One or two sentences about the group, for lists and search engines.
        summary: Option<Words>,
        /// Its place among the groups, from 1; those without come after, in the order of their titles.
        order: Option<i64>,
        /// `true` to fold the answers away until somebody asks for one; left out, all are open.
        folded: bool,
        /// What else is known of a question, under the anchor of its heading.
        questions: BTreeMap<String, QuestionFile>,
    }
}

/// What is known of a question beside its answer.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct QuestionFile {
    /// Where the answer comes from: a list of texts, or of `{ title: …, url: … }`.
    sources: OneOrMany<SourceFile>,
    /// Other answers to the same question, each as `GROUP#ANCHOR`; they are shown beside this one.
    also: OneOrMany<Text>,
    /// Who asks: `residents`, `committees`, `cities-abroad` or `staff`; one or a list.
    audience: OneOrMany<Audience>,
    /// Questions to read next, each as `GROUP#ANCHOR`.
    related: OneOrMany<Text>,
}

vocabulary! {
    /// Who asks.
    Audience {
        /// Whoever lives in the city.
        Residents = "residents",
        /// Those who keep a relationship alive.
        Committees = "committees",
        /// Cities that look for a partner.
        CitiesAbroad = "cities-abroad",
        /// Those who work for the city.
        Staff = "staff",
    }
}

/// A group of questions.
#[derive(Debug)]
pub struct Faq {
    /// The name of its file.
    pub id: Slug,
    /// Its file.
    pub file: SourcePath,
    /// What it is called.
    pub title: Words,
    /// One or two sentences.
    pub summary: Option<Words>,
    /// Its place among the groups.
    pub order: Option<i64>,
    /// Whether answers are folded away until somebody asks for one.
    pub folded: bool,
    /// Its questions, in the order of the text.
    pub questions: Vec<Question>,
}

/// A question, without its answer.
#[derive(Debug)]
pub struct Question {
    /// The anchor of its heading.
    pub anchor: String,
    /// How it is asked.
    pub text: Words,
    /// Where the answer comes from.
    pub sources: Vec<Source>,
    /// Other answers to it.
    pub also: Vec<QuestionId>,
    /// Who asks.
    pub audience: Vec<Audience>,
    /// What to read next.
    pub related: Vec<QuestionId>,
}

/// A question of a group, as it was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuestionId {
    /// The group.
    pub faq: Id<Faq>,
    /// Its place in the group.
    pub index: usize,
}

impl Faq {
    pub(super) fn resolve(
        record: Record<FaqFrontMatter, TitleWords>,
        resolver: &mut Resolver<'_>,
    ) -> Self {
        let title = record.front.title.clone();
        let title = resolver.require(title, "title", "what the group is called");
        let title = record.named(title, |words| words.title.as_ref());
        let summary =
            record.translated(record.front.summary.clone(), |words| words.summary.as_ref());
        let mut front = record.front;
        let questions = record.parts.into_iter().map(|part| {
            let file = front.questions.remove(&part.anchor).unwrap_or_default();
            let field = |name: &str| format!("questions.{}.{name}", part.anchor);
            Question {
                sources: Source::resolve_all(file.sources.0, &field("sources"), resolver),
                also: resolver.questions(&file.also.0, &field("also")),
                audience: file.audience.0,
                related: resolver.questions(&file.related.0, &field("related")),
                text: part.text,
                anchor: part.anchor,
            }
        });
        let questions: Vec<Question> = questions.collect();
        let anchors: Vec<&str> = questions.iter().map(|question| &*question.anchor).collect();
        for unknown in front.questions.keys() {
            resolver.unknown_part(unknown, "questions", &anchors);
        }
        Self {
            title,
            summary,
            order: front.order,
            folded: front.folded,
            questions,
            id: record.id,
            file: record.file,
        }
    }
}

impl Resolver<'_> {
    /// The questions that a list names; a list of one may be written without its brackets.
    fn questions(&mut self, keys: &[Text], field: &str) -> Vec<QuestionId> {
        let keys = keys.iter().enumerate();
        keys.filter_map(|(index, key)| match self.names.question(key.as_str()) {
            Ok(question) => Some(question),
            Err(nowhere) => {
                if let Some(diagnostic) = nowhere {
                    self.report(diagnostic, &format!("{field}[{index}]"));
                }
                None
            }
        })
        .collect()
    }
}

/// The groups in their order: by the places that they were given, then by their titles.
pub(super) fn in_order(faqs: &Collection<Faq>, own: &LanguageTag) -> Vec<Id<Faq>> {
    let mut ids: Vec<Id<Faq>> = faqs.ids().collect();
    ids.sort_by_cached_key(|id| {
        let faq = &faqs[*id];
        (faq.order.is_none(), faq.order, sort_key(faq.title.best(own, own).0))
    });
    ids
}

/// A group in the list of groups.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FaqCard {
    /// What it is called.
    pub title: TextView,
    /// Its address.
    pub url: String,
    /// One or two sentences.
    pub summary: Option<TextView>,
    /// Whether it is kept for the record only.
    pub archived: bool,
    /// Its questions, as links to them.
    pub questions: Vec<LinkView>,
}

impl FaqCard {
    /// What a template may see of a group in a list.
    #[must_use]
    pub fn new(faq: Id<Faq>, lens: &Lens<'_>) -> Self {
        let data = &lens.site.faqs[faq];
        let questions = (0..data.questions.len()).map(|index| QuestionId { faq, index });
        Self {
            title: lens.words(&data.title),
            url: lens.url(Thing::Faq(faq)),
            summary: data.summary.as_ref().map(|summary| lens.words(summary)),
            archived: lens.site.is_archived(Thing::Faq(faq)),
            questions: questions.map(|question| question.link(lens)).collect(),
        }
    }
}

impl QuestionId {
    /// The question and its address.
    #[must_use]
    pub fn link(self, lens: &Lens<'_>) -> LinkView {
        let question = &lens.site.faqs[self.faq].questions[self.index];
        LinkView {
            label: lens.words(&question.text),
            url: format!("{}#{}", lens.url(Thing::Faq(self.faq)), question.anchor),
        }
    }
}
