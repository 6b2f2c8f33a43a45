//! Pages and news: prose with a title.

use schemars::JsonSchema;
use serde::Serialize;
use tera::Value;

use super::city::{City, links};
use super::collection::{Id, Key};
use super::event::{Event, TitleWords};
use super::front_matter::front_matter;
use super::lens::{DateView, Lens, LinkView, TextView};
use super::record::Record;
use super::resolver::Resolver;
use super::thing::Thing;
use crate::diagnostic::{Code, Diagnostic};
use crate::values::date::Precision;
use crate::values::{Date, OneOrMany, Slug, SourcePath, Text, Words};

front_matter! {
    /// What a page's file says.
    pub(super) struct PageFrontMatter {
        /// The title of the page.
        #[schemars(extend("needed" = true))]
        pub(super) title: Option<Words>,
        /// One or two sentences about it.
        pub(super) summary: Option<Words>,
    }
}

front_matter! {
    /// What a news item's file says.
    pub(super) struct NewsFrontMatter {
        /// The title of the news.
        #[schemars(extend("needed" = true))]
        title: Option<Words>,
        /// The day it is from.
        #[schemars(extend("needed" = true))]
        date: Option<Date>,
        /// The day it was last changed.
        updated: Option<Date>,
        /// Who wrote it.
        author: Option<Text>,
        /// One or two sentences about it.
        summary: Option<Words>,
        /// The cities it is about.
        cities: OneOrMany<Key<City>>,
        /// The events it is about.
        events: OneOrMany<Key<Event>>,
    }
}

/// A page that is nothing else.
#[derive(Debug)]
pub struct Page {
    /// The name of its file, after the folders it is in.
    pub id: Slug,
    /// Its file.
    pub file: SourcePath,
    /// Its title.
    pub title: Words,
    /// One or two sentences.
    pub summary: Option<Words>,
}

/// The home page's own words.
#[derive(Debug)]
pub struct HomePage {
    /// Its file.
    pub file: SourcePath,
    /// Its title, if it is not the programme's name.
    pub title: Option<Words>,
    /// One or two sentences.
    pub summary: Option<Words>,
}

/// Dated prose.
#[derive(Debug)]
pub struct News {
    /// The name of its file.
    pub id: Slug,
    /// Its file.
    pub file: SourcePath,
    /// Its title.
    pub title: Words,
    /// The day it is from.
    pub date: Option<Date>,
    /// The day it was last changed.
    pub updated: Option<Date>,
    /// Who wrote it.
    pub author: Option<String>,
    /// One or two sentences.
    pub summary: Option<Words>,
    /// The cities it is about.
    pub cities: Vec<Id<City>>,
    /// The events it is about.
    pub events: Vec<Id<Event>>,
}

impl Page {
    pub(super) fn resolve(
        record: Record<PageFrontMatter, TitleWords>,
        resolver: &mut Resolver<'_>,
    ) -> Self {
        let title = resolver.require(record.front.title.clone(), "title", "the page's title");
        let title = record.named(title, |words| words.title.as_ref());
        let summary =
            record.translated(record.front.summary.clone(), |words| words.summary.as_ref());
        Self { title, summary, id: record.id, file: record.file }
    }
}

impl HomePage {
    pub(super) fn resolve(record: Record<PageFrontMatter, TitleWords>) -> Self {
        Self {
            title: record.translated(record.front.title.clone(), |words| words.title.as_ref()),
            summary: record
                .translated(record.front.summary.clone(), |words| words.summary.as_ref()),
            file: record.file,
        }
    }
}

impl News {
    pub(super) fn resolve(
        record: Record<NewsFrontMatter, TitleWords>,
        resolver: &mut Resolver<'_>,
    ) -> Self {
        let title = resolver.require(record.front.title.clone(), "title", "the title of the news");
        let title = record.named(title, |words| words.title.as_ref());
        let summary =
            record.translated(record.front.summary.clone(), |words| words.summary.as_ref());
        let front = record.front;
        let date = resolver.require(front.date, "date", "2026-05-01");
        if let Some(date) = &date
            && date.precision() != Precision::Day
        {
            let diagnostic = Diagnostic::new(
                Code::BadDate,
                format!("news needs a day, and `{}` is less exact than that", date.edtf()),
            )
            .help("write the day it was published, such as `2026-05-01`");
            resolver.report(diagnostic, "date");
        }
        Self {
            title,
            date,
            updated: front.updated,
            author: front.author.map(String::from),
            summary,
            cities: resolver.ids(&front.cities.0, "cities"),
            events: resolver.ids(&front.events.0, "events"),
            id: record.id,
            file: record.file,
        }
    }
}

/// A news item in a list.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NewsCard {
    /// Its title.
    pub title: TextView,
    /// Its address.
    pub url: String,
    /// The day it is from.
    pub date: Option<DateView>,
    /// One or two sentences.
    pub summary: Option<TextView>,
    /// Whether it is kept for the record only.
    pub archived: bool,
}

impl NewsCard {
    pub(super) fn new(news: Id<News>, lens: &Lens<'_>) -> Self {
        let data = &lens.site.news[news];
        Self {
            title: lens.words(&data.title),
            url: lens.url(Thing::News(news)),
            date: data.date.as_ref().map(|date| lens.date(date)),
            summary: data.summary.as_ref().map(|summary| lens.words(summary)),
            archived: lens.site.is_archived(Thing::News(news)),
        }
    }
}

/// A news item on its own page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ArticleView {
    /// The day it is from.
    pub date: Option<DateView>,
    /// The day it was last changed.
    pub updated: Option<DateView>,
    /// Who wrote it.
    pub author: Option<String>,
    /// The cities it is about.
    #[schemars(with = "Vec<LinkView>")]
    pub cities: Vec<Value>,
    /// The events it is about.
    pub events: Vec<LinkView>,
}

impl ArticleView {
    /// What a template may see of a news item.
    #[must_use]
    pub fn new(news: Id<News>, lens: &Lens<'_>) -> Self {
        let data = &lens.site.news[news];
        Self {
            date: data.date.as_ref().map(|date| lens.date(date)),
            updated: data.updated.as_ref().map(|date| lens.date(date)),
            author: data.author.clone(),
            cities: links(&data.cities, lens),
            events: data.events.iter().map(|event| lens.link(Thing::Event(*event))).collect(),
        }
    }
}
