//! A reference to a thing of any kind.

use super::collection::Id;
use super::kind::Kind;
use super::site::Site;
use super::{
    Area, City, Committee, Contact, Document, Event, Faq, Guide, News, Organization, Page,
    Relationship, Term,
};

/// A thing that can be referred to.
pub trait Entity: Sized {
    /// Its kind.
    const KIND: Kind;

    /// A reference to it among those to things of other kinds.
    fn thing(id: Id<Self>) -> Thing;

    /// The reference to a thing of this kind.
    #[must_use]
    fn from_thing(thing: Thing) -> Id<Self> {
        debug_assert_eq!(thing.kind(), Self::KIND);
        Id::new(thing.index())
    }
}

/// A reference to a thing of any kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// A city.
    City(Id<City>),
    /// A relationship with a file of its own.
    Relationship(Id<Relationship>),
    /// A committee.
    Committee(Id<Committee>),
    /// An event.
    Event(Id<Event>),
    /// A news item.
    News(Id<News>),
    /// A page.
    Page(Id<Page>),
    /// An organization.
    Organization(Id<Organization>),
    /// An area of focus.
    Area(Id<Area>),
    /// A document.
    Document(Id<Document>),
    /// A group of questions.
    Faq(Id<Faq>),
    /// A guide.
    Guide(Id<Guide>),
    /// A term.
    Term(Id<Term>),
    /// A contact.
    Contact(Id<Contact>),
}

impl Thing {
    /// Everything that has an address, kind by kind.
    pub fn all(site: &Site) -> impl Iterator<Item = Self> + '_ {
        let with_page = site.relationships.iter().filter(|(_, bond)| bond.has_page);
        (site.cities.ids().map(Self::City))
            .chain(with_page.map(|(id, _)| Self::Relationship(id)))
            .chain(site.committees.ids().map(Self::Committee))
            .chain(site.events.ids().map(Self::Event))
            .chain(site.news.ids().map(Self::News))
            .chain(site.areas.ids().map(Self::Area))
            .chain(site.documents.ids().map(Self::Document))
            .chain(site.organizations.ids().map(Self::Organization))
            .chain(site.terms.ids().map(Self::Term))
            .chain(site.contacts.ids().map(Self::Contact))
            .chain(site.faqs.ids().map(Self::Faq))
            .chain(site.guides.ids().map(Self::Guide))
            .chain(site.pages.ids().map(Self::Page))
    }
}

macro_rules! entities {
    ($($entity:ident)+) => {
        $(impl Entity for $entity {
            const KIND: Kind = Kind::$entity;

            fn thing(id: Id<Self>) -> Thing {
                Thing::$entity(id)
            }
        })+

        impl Thing {
            /// Its kind.
            #[must_use]
            pub fn kind(self) -> Kind {
                match self { $(Self::$entity(_) => Kind::$entity),+ }
            }

            pub(super) fn index(self) -> usize {
                match self { $(Self::$entity(id) => id.index()),+ }
            }

            pub(super) fn new(kind: Kind, index: usize) -> Self {
                match kind { $(Kind::$entity => Self::$entity(Id::new(index))),+ }
            }
        }
    };
}

entities! {
    City Relationship Committee Event News Page Organization Area Document Faq Guide Term Contact
}
