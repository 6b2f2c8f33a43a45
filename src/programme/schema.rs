//! What files of every kind may say, as JSON Schema: for editors, and for the tables of the manual.

use serde_json::Value;

use super::area::AreaFile;
use super::city::{CityFrontMatter, CityWords};
use super::committee::{CommitteeFrontMatter, CommitteeWords};
use super::contact::ContactFile;
use super::document::DocumentFile;
use super::event::{EventFrontMatter, TitleWords};
use super::faq::FaqFrontMatter;
use super::glossary::TermFile;
use super::guide::GuideFrontMatter;
use super::kind::Kind;
use super::organization::OrganizationFile;
use super::page::{NewsFrontMatter, PageFrontMatter};
use super::picture::PictureFile;
use super::redirect::RedirectEntry;
use super::relationship::{RelationshipFrontMatter, RelationshipWords};
use crate::config;
use crate::values::schema::schema_of;

/// A kind of file that an editor writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// `site.yaml`.
    Site,
    /// The home page's own words.
    Home,
    /// A section's own words.
    Section,
    /// `pictures.yaml`.
    Pictures,
    /// `redirects.yaml`.
    Redirects,
    /// A thing, or a list of things.
    Of(Kind),
}

impl FileKind {
    /// Every kind of file, in the order of the manual.
    pub fn all() -> impl Iterator<Item = Self> + Clone {
        [Self::Site, Self::Home, Self::Section, Self::Pictures, Self::Redirects]
            .into_iter()
            .chain(Kind::ALL.into_iter().map(Self::Of))
    }

    /// What it is called, on the command line and in the manual.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::Home => "home",
            Self::Section => "section",
            Self::Pictures => "pictures",
            Self::Redirects => "redirects",
            Self::Of(kind) if kind.is_listed() => kind.folder(),
            Self::Of(kind) => kind.word(),
        }
    }

    /// Where such files lie.
    #[must_use]
    pub fn path(self) -> String {
        match self {
            Self::Site => config::SITE_FILE.to_owned(),
            Self::Home => "content/home.md".to_owned(),
            Self::Section => "content/SECTION.md".to_owned(),
            Self::Pictures => "content/pictures.yaml".to_owned(),
            Self::Redirects => "content/redirects.yaml".to_owned(),
            Self::Of(kind) if kind.is_listed() => format!("content/{}.yaml", kind.folder()),
            Self::Of(kind) => format!("content/{}/ID.md", kind.folder()),
        }
    }

    /// The kind that is called so. The word for one and that for all are both understood.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::all().find(|file| match file {
            Self::Of(kind) => [kind.word(), kind.folder()].contains(&name),
            _ => file.name() == name,
        })
    }

    /// What such a file may say: its front matter, or, where it is a list, all of it.
    #[must_use]
    pub fn schema(self) -> Value {
        match self {
            Self::Site => config::schema(),
            Self::Home => untitled("the home page"),
            Self::Section => untitled("a section's own words"),
            Self::Pictures => schema_of::<Vec<PictureFile>>("pictures"),
            Self::Redirects => schema_of::<Vec<RedirectEntry>>("former addresses"),
            Self::Of(kind) => {
                let title = kind.phrase();
                match kind {
                    Kind::City => schema_of::<CityFrontMatter>(title),
                    Kind::Relationship => schema_of::<RelationshipFrontMatter>(title),
                    Kind::Committee => schema_of::<CommitteeFrontMatter>(title),
                    Kind::Event => schema_of::<EventFrontMatter>(title),
                    Kind::News => schema_of::<NewsFrontMatter>(title),
                    Kind::Page => schema_of::<PageFrontMatter>(title),
                    Kind::Organization => schema_of::<Vec<OrganizationFile>>("organizations"),
                    Kind::Area => schema_of::<Vec<AreaFile>>("areas"),
                    Kind::Document => schema_of::<Vec<DocumentFile>>("documents"),
                    Kind::Faq => schema_of::<FaqFrontMatter>(title),
                    Kind::Guide => schema_of::<GuideFrontMatter>(title),
                    Kind::Term => schema_of::<Vec<TermFile>>("glossary"),
                    Kind::Contact => schema_of::<Vec<ContactFile>>("contacts"),
                }
            }
        }
    }

    /// What a translation of such a file may say; nothing, where words stand in the file itself.
    #[must_use]
    pub fn translation(self) -> Option<Value> {
        let title = "a translation";
        match self {
            Self::Site | Self::Pictures | Self::Redirects => None,
            Self::Of(kind) if kind.is_listed() => None,
            Self::Of(Kind::City) => Some(schema_of::<CityWords>(title)),
            Self::Of(Kind::Relationship) => Some(schema_of::<RelationshipWords>(title)),
            Self::Of(Kind::Committee) => Some(schema_of::<CommitteeWords>(title)),
            Self::Home | Self::Section | Self::Of(_) => Some(schema_of::<TitleWords>(title)),
        }
    }
}

/// A page that is called by other words, if not by its own.
fn untitled(title: &str) -> Value {
    let mut schema = schema_of::<PageFrontMatter>(title);
    if let Some(schema) = schema.as_object_mut() {
        schema.shift_remove("required");
    }
    schema
}
