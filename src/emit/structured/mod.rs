//! What a page says in the vocabulary of schema.org: one graph in JSON-LD, about what it shows.
//!
//! What stands on every page would cost every visitor: a page names the site and the programme by
//! their ids, and the home page says what they are.

mod address;
mod article;
mod city;
mod committee;
mod event;
mod list;
mod moment;
mod organization;

use serde_json::{Value, json};

use super::Context;
use super::parts::QuestionView;
use super::request::{Request, Subject};
use super::views::PageView;
use crate::markdown::html::text_of;
use crate::programme::directory::Grouping;
use crate::programme::{Lens, Section, Thing};
use address::Addresses;

/// A page that is to be described.
pub(super) struct Described<'a> {
    pub(super) request: &'a Request,
    /// The way from the page to the site's root.
    pub(super) root: &'a str,
    pub(super) view: &'a PageView,
    /// The questions that it answers.
    pub(super) questions: &'a [Value],
}

/// The graph of a page, as JSON that cannot end the element that it stands in. A page that search
/// engines should not know of has none.
pub(super) fn graph(
    page: &Described<'_>,
    context: &Context<'_>,
    lens: &Lens<'_>,
) -> Option<String> {
    if !page.request.is_listed() {
        return None;
    }
    let addresses = Addresses::new(context.base_url, page.root);
    let mut graph = Vec::new();
    match page.request.subject {
        Subject::Home => {
            graph.push(website(page.view, context, lens, &addresses));
            graph.push(organization::programme(lens, &addresses));
        }
        Subject::Section(Section::Join) => graph.push(organization::programme(lens, &addresses)),
        Subject::Section(Section::Contacts) => {
            let mut programme = organization::programme(lens, &addresses);
            set(&mut programme, "contactPoint", organization::contact_points(lens));
            graph.push(programme);
        }
        _ => {}
    }
    graph.push(web_page(page, context, lens, &addresses));
    let mut whole = json!({ "@context": "https://schema.org" });
    set(&mut whole, "@graph", Some(graph));
    Some(in_script(&whole))
}

fn website(
    page: &PageView,
    context: &Context<'_>,
    lens: &Lens<'_>,
    addresses: &Addresses<'_>,
) -> Value {
    let languages = context.config.languages.iter().map(ToString::to_string);
    let mut site = json!({
        "@type": "WebSite",
        "@id": addresses.of("#site"),
        "url": addresses.of(""),
        "name": lens.words(&lens.site.name).text,
        "inLanguage": languages.collect::<Vec<_>>(),
        "publisher": { "@id": addresses.of("#programme") },
    });
    set(&mut site, "description", page.description.clone());
    site
}

fn web_page(
    page: &Described<'_>,
    context: &Context<'_>,
    lens: &Lens<'_>,
    addresses: &Addresses<'_>,
) -> Value {
    let url = addresses.of(&page.view.url);
    let mut node = json!({
        "@type": page_type(page.request.subject),
        "@id": url,
        "url": url,
        "name": page.view.title.text,
        "inLanguage": lens.language.as_str(),
        "isPartOf": { "@id": addresses.of("#site") },
    });
    let file = page.file(context);
    let reviewed = file.and_then(|file| lens.site.upkeep.of(&file)?.reviewed.clone());
    set(&mut node, "lastReviewed", reviewed.and_then(|date| moment::whole(&date)));
    set(&mut node, "breadcrumb", breadcrumbs(page.view, context, lens, addresses));
    let (key, about) = subject(page, context, lens, addresses);
    set(&mut node, key, about);
    if let Subject::Thing(Thing::Event(event)) = page.request.subject {
        let date = lens.site.events[event].date.as_ref();
        set(&mut node, "temporalCoverage", date.and_then(moment::coverage));
    }
    node
}

impl Described<'_> {
    fn file(&self, context: &Context<'_>) -> Option<crate::values::SourcePath> {
        match self.request.subject {
            Subject::Thing(thing) => Some(context.site.file(thing)),
            _ => None,
        }
    }
}

fn page_type(subject: Subject) -> &'static str {
    match subject.whole() {
        Subject::Directory(_) | Subject::Letter(..) => "CollectionPage",
        Subject::Section(Section::Contacts) => "ContactPage",
        Subject::Section(section) if section != Section::Join => "CollectionPage",
        Subject::Thing(Thing::Faq(_)) => "FAQPage",
        _ => "WebPage",
    }
}

/// What a page is about, and the key under which that is said.
fn subject(
    page: &Described<'_>,
    context: &Context<'_>,
    lens: &Lens<'_>,
    addresses: &Addresses<'_>,
) -> (&'static str, Option<Value>) {
    let programme = || Some(json!({ "@id": addresses.of("#programme") }));
    let shown = page.request.subject.shown(lens.site);
    match page.request.subject.whole() {
        Subject::Home => ("about", programme()),
        Subject::Section(Section::Join) => ("about", programme()),
        Subject::Section(Section::Contacts) => ("mainEntity", programme()),
        Subject::Directory(Grouping::Status) => {
            ("mainEntity", list::of_section(Section::Cities, shown, context, lens, addresses))
        }
        Subject::Section(section) => {
            ("mainEntity", list::of_section(section, shown, context, lens, addresses))
        }
        Subject::Thing(Thing::City(id)) => ("mainEntity", Some(city::whole(id, lens, addresses))),
        Subject::Thing(Thing::Relationship(id)) => {
            let parties = lens.site.relationships[id].parties.iter();
            let parties = parties.map(|city| city::named(*city, lens, addresses));
            ("about", Some(parties.collect()))
        }
        Subject::Thing(Thing::Event(id)) => {
            ("mainEntity", event::whole(id, context, lens, addresses))
        }
        Subject::Thing(Thing::News(id)) => {
            let picture = page.view.pictures.first();
            ("mainEntity", Some(article::whole(id, picture, lens, addresses)))
        }
        Subject::Thing(Thing::Committee(id)) => {
            ("mainEntity", Some(committee::whole(id, lens, addresses)))
        }
        Subject::Thing(Thing::Faq(_)) => {
            ("mainEntity", (!page.questions.is_empty()).then(|| page.questions.into()))
        }
        Subject::Thing(_)
        | Subject::Directory(_)
        | Subject::Chosen(_)
        | Subject::Portion(_)
        | Subject::Letter(..)
        | Subject::NotFound => ("mainEntity", None),
    }
}

/// The way from the home page; a page that is at its top has none.
fn breadcrumbs(
    page: &PageView,
    context: &Context<'_>,
    lens: &Lens<'_>,
    addresses: &Addresses<'_>,
) -> Option<Value> {
    if page.breadcrumbs.is_empty() {
        return None;
    }
    let above = page.breadcrumbs.iter().map(|step| {
        let name = match (&step.label, &step.message) {
            (Some(label), _) => label.text.clone(),
            (None, Some(key)) => context.theme.strings.text(lens.language, key),
            (None, None) => String::new(),
        };
        (name, Some(addresses.of(&step.url)))
    });
    let steps = above.chain([(page.title.text.clone(), None)]);
    let items = (1..).zip(steps).map(|(position, (name, item))| {
        let mut step = json!({ "@type": "ListItem", "position": position, "name": name });
        set(&mut step, "item", item);
        step
    });
    let mut list = json!({ "@type": "BreadcrumbList" });
    set(&mut list, "itemListElement", Some(items.collect::<Vec<_>>()));
    Some(list)
}

/// The questions of a group, for its page; `root` is the way from the page to the site's root.
pub(super) fn questions(
    questions: &[QuestionView],
    page: &str,
    root: &str,
    context: &Context<'_>,
) -> Vec<Value> {
    let addresses = Addresses::new(context.base_url, root);
    let entities = questions.iter().map(|question| {
        let mut entity = json!({
            "@type": "Question",
            "@id": addresses.of(&format!("{page}#{}", question.id)),
            "name": question.text.label,
            "acceptedAnswer": { "@type": "Answer", "text": text_of(&question.text.body) },
        });
        set(&mut entity, "inLanguage", question.text.lang.clone());
        entity
    });
    entities.collect()
}

/// Says a thing, if it is known. What is made already is taken over: `json!` would copy it.
fn set(node: &mut Value, key: &'static str, value: Option<impl Into<Value>>) {
    if let (Some(fields), Some(value)) = (node.as_object_mut(), value) {
        fields.insert(key.to_owned(), value.into());
    }
}

/// One value as it is, several as a list; nothing, if there is none.
fn one_or_many(values: impl IntoIterator<Item = Value>) -> Option<Value> {
    let mut values: Vec<Value> = values.into_iter().collect();
    match values.len() {
        0 | 1 => values.pop(),
        _ => Some(values.into()),
    }
}

/// JSON that cannot end the element that it stands in.
fn in_script(value: &Value) -> String {
    let json = serde_json::to_string(value).expect("the keys of a value are texts");
    if json.contains('<') { json.replace('<', "\\u003c") } else { json }
}
