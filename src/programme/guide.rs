//! How something is done, step by step: what a guide's file says, what it is, what a template may
//! see of it.
//!
//! A step is a heading of the second level and what stands below it; what else is known of it
//! stands in the front matter, under the heading's anchor.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use tera::Value;

use super::city::City;
use super::collection::{Id, Key};
use super::contact::Contact;
use super::document::Document;
use super::event::TitleWords;
use super::front_matter::front_matter;
use super::lens::{Lens, LinkView, TextView};
use super::provenance::{Source, SourceFile};
use super::record::Record;
use super::resolver::Resolver;
use super::thing::Thing;
use crate::diagnostic::{Code, Diagnostic};
use crate::values::{OneOrMany, Slug, SourcePath, Words};

front_matter! {
    /// What a guide's file says.
    pub(super) struct GuideFrontMatter {
        /// What the guide is called: `How to establish a relationship`.
        #[schemars(extend("needed" = true))]
        title: Option<Words>,
        /// One or two sentences about the guide, for lists and search engines.
        summary: Option<Words>,
        /// What else is known of a step, under the anchor of its heading.
        steps: BTreeMap<String, StepFile>,
    }
}

/// What is known of a step beside its text.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct StepFile {
    /// How long it takes, in words: `six months to two years`.
    duration: Option<Words>,
    /// What to find out of a city, so that two can be compared.
    data_points: Vec<DataPointFile>,
    /// What to have done, point by point.
    checklist: OneOrMany<Words>,
    /// The ids of the documents that it needs.
    documents: OneOrMany<Key<Document>>,
    /// The ids of whom to ask.
    contact: OneOrMany<Key<Contact>>,
    /// How to tell that the step is done.
    done_when: Option<Words>,
    /// `true`, if one may leave it out.
    optional: bool,
    /// Where this comes from: a list of texts, or of `{ title: …, url: … }`.
    sources: OneOrMany<SourceFile>,
}

/// Something to find out of a city.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct DataPointFile {
    /// The name by which a city's `data_points` refer to it: `population`.
    #[schemars(extend("needed" = true))]
    id: Option<Slug>,
    /// What it is called: `Population`.
    #[schemars(extend("needed" = true))]
    name: Option<Words>,
    /// What is meant by it; some need no words.
    text: Option<Words>,
}

/// How something is done.
#[derive(Debug)]
pub struct Guide {
    /// The name of its file.
    pub id: Slug,
    /// Its file.
    pub file: SourcePath,
    /// What it is called.
    pub title: Words,
    /// One or two sentences.
    pub summary: Option<Words>,
    /// Its steps, in the order of the text.
    pub steps: Vec<Step>,
}

/// A step, without its text.
#[derive(Debug)]
pub struct Step {
    /// The anchor of its heading.
    pub anchor: String,
    /// What it is called.
    pub title: Words,
    /// How long it takes.
    pub duration: Option<Words>,
    /// What to find out of a city.
    pub data_points: Vec<DataPoint>,
    /// What to have done.
    pub checklist: Vec<Words>,
    /// What papers it needs.
    pub documents: Vec<Id<Document>>,
    /// Whom to ask.
    pub contacts: Vec<Id<Contact>>,
    /// How to tell that it is done.
    pub done_when: Option<Words>,
    /// Whether one may leave it out.
    pub optional: bool,
    /// Where this comes from.
    pub sources: Vec<Source>,
}

/// Something to find out of a city.
#[derive(Debug)]
pub struct DataPoint {
    /// Its id.
    pub id: Slug,
    /// What it is called.
    pub name: Words,
    /// What is meant by it.
    pub text: Option<Words>,
}

impl GuideFrontMatter {
    /// The ids of what it asks of cities.
    pub(super) fn data_points(&self) -> impl Iterator<Item = &Slug> {
        let points = self.steps.values().flat_map(|step| &step.data_points);
        points.filter_map(|point| point.id.as_ref())
    }
}

impl Guide {
    pub(super) fn resolve(
        record: Record<GuideFrontMatter, TitleWords>,
        resolver: &mut Resolver<'_>,
    ) -> Self {
        let title = record.front.title.clone();
        let title = resolver.require(title, "title", "what the guide is called");
        let title = record.named(title, |words| words.title.as_ref());
        let summary =
            record.translated(record.front.summary.clone(), |words| words.summary.as_ref());
        let mut files = record.front.steps;
        let mut points = BTreeSet::new();
        let steps = record.parts.into_iter().map(|part| {
            let file = files.remove(&part.anchor).unwrap_or_default();
            let field = format!("steps.{}", part.anchor);
            file.resolve(part.anchor, part.text, &field, &mut points, resolver)
        });
        let steps: Vec<Step> = steps.collect();
        let anchors: Vec<&str> = steps.iter().map(|step| &*step.anchor).collect();
        for unknown in files.keys() {
            resolver.unknown_part(unknown, "steps", &anchors);
        }
        Self { title, summary, steps, id: record.id, file: record.file }
    }

    /// Everything that it asks of cities.
    pub fn data_points(&self) -> impl Iterator<Item = &DataPoint> {
        self.steps.iter().flat_map(|step| &step.data_points)
    }
}

impl StepFile {
    /// Makes the step; `points` are the data points that have been told so far.
    fn resolve(
        self,
        anchor: String,
        title: Words,
        field: &str,
        points: &mut BTreeSet<Slug>,
        resolver: &mut Resolver<'_>,
    ) -> Step {
        let data_points = self.data_points.into_iter().enumerate().filter_map(|(index, point)| {
            let field = format!("{field}.data_points[{index}]");
            let id = resolver.require(point.id, &format!("{field}.id"), "population")?;
            let name = resolver.require(point.name, &format!("{field}.name"), "Population");
            if !points.insert(id.clone()) {
                let message = format!("the data point `{id}` stands here a second time");
                let diagnostic = Diagnostic::new(Code::DuplicateId, message);
                let diagnostic = diagnostic.help("give one of the two another id, or remove it");
                resolver.report(diagnostic, &format!("{field}.id"));
                return None;
            }
            let name = name.unwrap_or_else(|| Words::plain(id.as_str()));
            Some(DataPoint { id, name, text: point.text })
        });
        Step {
            data_points: data_points.collect(),
            anchor,
            title,
            duration: self.duration,
            checklist: self.checklist.0,
            documents: resolver.ids(&self.documents.0, &format!("{field}.documents")),
            contacts: resolver.ids(&self.contact.0, &format!("{field}.contact")),
            done_when: self.done_when,
            optional: self.optional,
            sources: Source::resolve_all(self.sources.0, &format!("{field}.sources"), resolver),
        }
    }
}

/// A guide in the list of guides.
#[derive(Debug, Serialize, JsonSchema)]
pub struct GuideCard {
    /// What it is called.
    pub title: TextView,
    /// Its address.
    pub url: String,
    /// One or two sentences.
    pub summary: Option<TextView>,
    /// Whether it is kept for the record only.
    pub archived: bool,
    /// Its steps, as links to them.
    pub steps: Vec<LinkView>,
}

impl GuideCard {
    /// What a template may see of a guide in a list.
    #[must_use]
    pub fn new(guide: Id<Guide>, lens: &Lens<'_>) -> Self {
        let data = &lens.site.guides[guide];
        Self {
            title: lens.words(&data.title),
            url: lens.url(Thing::Guide(guide)),
            summary: data.summary.as_ref().map(|summary| lens.words(summary)),
            archived: lens.site.is_archived(Thing::Guide(guide)),
            steps: data.steps.iter().map(|step| step_link(guide, step, lens)).collect(),
        }
    }
}

/// A step and its address.
fn step_link(guide: Id<Guide>, step: &Step, lens: &Lens<'_>) -> LinkView {
    LinkView {
        label: lens.words(&step.title),
        url: format!("{}#{}", lens.url(Thing::Guide(guide)), step.anchor),
    }
}

/// The step of a guide that a relationship has reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The guide.
    pub guide: Id<Guide>,
    /// The place of the step in it.
    pub step: usize,
}

/// How far a relationship has come, as a template sees it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProgressView {
    /// The guide.
    pub guide: LinkView,
    /// The number of the step.
    pub number: usize,
    /// How many steps there are.
    pub of: usize,
    /// The step.
    pub step: LinkView,
    /// All steps.
    pub steps: Vec<ProgressStepView>,
}

/// A step and how far it is.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProgressStepView {
    /// The step.
    pub link: LinkView,
    /// `done`, `current` or `to-come`.
    pub state: &'static str,
}

impl ProgressView {
    pub(super) fn new(progress: Progress, lens: &Lens<'_>) -> Self {
        let guide = &lens.site.guides[progress.guide];
        let link = |step| step_link(progress.guide, step, lens);
        let steps = guide.steps.iter().enumerate().map(|(index, step)| ProgressStepView {
            link: link(step),
            state: match index.cmp(&progress.step) {
                std::cmp::Ordering::Less => "done",
                std::cmp::Ordering::Equal => "current",
                std::cmp::Ordering::Greater => "to-come",
            },
        });
        Self {
            guide: lens.link(Thing::Guide(progress.guide)),
            number: progress.step + 1,
            of: guide.steps.len(),
            step: link(&guide.steps[progress.step]),
            steps: steps.collect(),
        }
    }
}

/// Two cities beside each other, by what a guide asks of them.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ComparisonView {
    /// The guide that asks.
    pub guide: LinkView,
    /// The home city; a register has none, and then the other stands alone.
    #[schemars(with = "Option<LinkView>")]
    pub home: Option<Value>,
    /// The other.
    #[schemars(with = "LinkView")]
    pub candidate: Value,
    /// What is asked, and what each city answers.
    pub rows: Vec<ComparisonRow>,
}

/// What a guide asks of two cities, and what they answer.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ComparisonRow {
    /// What is asked.
    pub name: TextView,
    /// What is meant by it.
    pub text: Option<TextView>,
    /// What the home city answers; nothing, if it is not recorded.
    pub home: Option<TextView>,
    /// What the other answers.
    pub candidate: Option<TextView>,
}

impl ComparisonView {
    /// What a template may see of a comparison.
    #[must_use]
    pub fn new(city: Id<City>, guide: Id<Guide>, lens: &Lens<'_>) -> Self {
        let site = lens.site;
        let rows = site.guides[guide].data_points().map(|point| ComparisonRow {
            name: lens.words(&point.name),
            text: point.text.as_ref().map(|text| lens.words(text)),
            home: site.home.and_then(|home| lens.data_point(home, &point.id)),
            candidate: lens.data_point(city, &point.id),
        });
        Self {
            rows: rows.collect(),
            guide: lens.link(Thing::Guide(guide)),
            home: site.home.map(|home| lens.city_link(home)),
            candidate: lens.city_link(city),
        }
    }
}

impl Lens<'_> {
    /// What is recorded of a city under the id of a data point. The population may stand among the
    /// city's other facts.
    fn data_point(&self, city: Id<City>, id: &Slug) -> Option<TextView> {
        let city = &self.site.cities[city];
        let recorded = city.data_points.iter().find(|(known, _)| known == id.as_str());
        let population = || {
            let population = city.population.as_ref().filter(|_| id.as_str() == "population")?;
            let count = self.number(population.count);
            let text = format!("{count} ({})", self.date(&population.as_of).text);
            Some(self.foreign(&text, self.language))
        };
        recorded.map(|(_, words)| self.words(words)).or_else(population)
    }
}
