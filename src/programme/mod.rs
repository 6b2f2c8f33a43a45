//! The domain: everything that is about sister cities, and nothing else.
//!
//! Every kind of content has a file that holds its three forms in reading order: what the file
//! says (`CityFrontMatter`), what it is ([`City`]), and what a template may see of it
//! ([`CityView`](city::CityView)). Only the first can be decoded, only the last can be serialized.

pub mod anniversary;
pub mod area;
mod asset;
pub mod city;
mod claims;
mod collection;
pub mod committee;
pub mod contact;
pub mod directive;
pub mod directory;
pub mod document;
pub mod event;
pub mod faq;
mod front_matter;
pub mod glossary;
pub mod guide;
mod index;
mod kind;
pub mod lens;
mod list;
mod load;
mod localized;
pub mod locator;
pub mod map;
mod names;
pub mod organization;
pub mod page;
pub mod picture;
pub mod place;
pub mod profile;
pub mod prose;
pub mod provenance;
mod publication;
mod raw;
mod record;
pub mod relationship;
pub mod report;
mod resolver;
mod rules;
pub mod schema;
pub mod section;
mod site;
mod texts;
mod thing;
pub mod timeline;
pub mod upkeep;
mod vocabulary;
mod when;

pub use area::Area;
pub use asset::Asset;
pub use city::City;
pub use collection::{Collection, Id};
pub use committee::Committee;
pub use contact::Contact;
pub use document::Document;
pub use event::Event;
pub use faq::Faq;
pub use glossary::Term;
pub use guide::Guide;
pub use kind::Kind;
pub use lens::Lens;
pub use load::{Choices, Programme, load};
pub use localized::Localized;
pub use organization::Organization;
pub use page::{HomePage, News, Page};
pub use profile::Profile;
pub use prose::Prose;
pub use relationship::Relationship;
pub use section::Section;
pub use site::Site;
pub use texts::{Story, Texts};
pub use thing::{Entity, Thing};
