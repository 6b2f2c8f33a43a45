//! A group of questions as data.

use super::form::{Languages, OwnAddress, Reference};
use super::provenance::{SourceRecord, UpkeepRecord};
use super::record;
use crate::programme::faq::{Audience, Question, QuestionId};
use crate::programme::thing::Thing;
use crate::programme::{Faq, Id, Site};

record! {
    /// A group of questions with their answers.
    FaqRecord {
        /// Its id.
        #[schemars(extend("needed" = true))]
        id: Reference,
        /// Its page.
        #[schemars(extend("needed" = true))]
        page: OwnAddress,
        /// What it is called.
        #[schemars(extend("needed" = true))]
        title: Languages,
        /// One or two sentences about it.
        summary: Option<Languages>,
        /// Its questions, in their order.
        #[schemars(extend("needed" = true))]
        questions: Vec<QuestionRecord>,
        /// How the record is kept.
        #[serde(flatten)]
        upkeep: UpkeepRecord,
    }
}

record! {
    /// A question and its answer.
    QuestionRecord {
        /// Its anchor, and its id within the group.
        #[schemars(extend("needed" = true))]
        id: String,
        /// Its place on the page of the group.
        #[schemars(extend("needed" = true))]
        page: OwnAddress,
        /// How it is asked.
        #[schemars(extend("needed" = true))]
        question: Languages,
        /// The answer as plain text, paragraph by paragraph, with an empty line between two. What is
        /// emphasized, linked to or set out as a table is so on the page alone.
        answer: Option<Languages>,
        /// Where the answer comes from.
        sources: Vec<SourceRecord>,
        /// Other answers to the same question, each as `GROUP#QUESTION`.
        also: Vec<String>,
        /// Who asks.
        audience: Vec<Audience>,
        /// Questions to read next, each as `GROUP#QUESTION`.
        related: Vec<String>,
    }
}

impl FaqRecord {
    /// A group as data. `answer` knows the answers, which are prose.
    #[must_use]
    pub fn new(
        faq: Id<Faq>,
        site: &Site,
        answer: &dyn Fn(Id<Faq>, &Question) -> Option<Languages>,
    ) -> Self {
        let own = &site.language;
        let data = &site.faqs[faq];
        let page = site.address(Thing::Faq(faq));
        let name = |id: &QuestionId| {
            let group = &site.faqs[id.faq];
            format!("{}#{}", group.id, group.questions[id.index].anchor)
        };
        let question = |question: &Question| QuestionRecord {
            id: question.anchor.clone(),
            page: OwnAddress::of(&format!("{page}#{}", question.anchor)),
            question: Languages::of(&question.text, own),
            answer: answer(faq, question),
            sources: SourceRecord::all(&question.sources, site),
            also: question.also.iter().map(name).collect(),
            audience: question.audience.clone(),
            related: question.related.iter().map(name).collect(),
        };
        Self {
            id: Reference::of(&data.id),
            page: OwnAddress::of(&page),
            title: Languages::of(&data.title, own),
            summary: Languages::maybe(data.summary.as_ref(), own),
            questions: data.questions.iter().map(question).collect(),
            upkeep: UpkeepRecord::of(&data.file, site),
        }
    }
}
