//! What can be asked of any thing: its id, its name, its file, and where it stands in the published site.

use super::Site;
use crate::programme::division::{Listing, Portion};
use crate::programme::section::Section;
use crate::programme::thing::Thing;
use crate::values::{LanguageTag, Slug, SourcePath, Words};

impl Site {
    /// The id of a thing.
    #[must_use]
    pub fn id(&self, thing: Thing) -> &Slug {
        match thing {
            Thing::City(id) => &self.cities[id].id,
            Thing::Relationship(id) => &self.relationships[id].id,
            Thing::Committee(id) => &self.committees[id].id,
            Thing::Event(id) => &self.events[id].id,
            Thing::News(id) => &self.news[id].id,
            Thing::Page(id) => &self.pages[id].id,
            Thing::Organization(id) => &self.organizations[id].id,
            Thing::Area(id) => &self.areas[id].id,
            Thing::Document(id) => &self.documents[id].id,
            Thing::Faq(id) => &self.faqs[id].id,
            Thing::Guide(id) => &self.guides[id].id,
            Thing::Term(id) => &self.terms[id].id,
            Thing::Contact(id) => &self.contacts[id].id,
        }
    }

    /// One or two sentences about a thing, where there are any.
    #[must_use]
    pub fn summary_of(&self, thing: Thing) -> Option<&Words> {
        match thing {
            Thing::City(id) => self.cities[id].summary.as_ref(),
            Thing::Relationship(id) => self.relationships[id].summary.as_ref(),
            Thing::Committee(id) => {
                self.committees[id].summary.as_ref().or(self.committees[id].mandate.as_ref())
            }
            Thing::Event(id) => self.events[id].summary.as_ref(),
            Thing::News(id) => self.news[id].summary.as_ref(),
            Thing::Page(id) => self.pages[id].summary.as_ref(),
            Thing::Area(id) => self.areas[id].summary.as_ref(),
            Thing::Faq(id) => self.faqs[id].summary.as_ref(),
            Thing::Guide(id) => self.guides[id].summary.as_ref(),
            Thing::Organization(_) | Thing::Document(_) | Thing::Term(_) | Thing::Contact(_) => {
                None
            }
        }
    }

    /// What a thing is called.
    #[must_use]
    pub fn label(&self, thing: Thing) -> &Words {
        match thing {
            Thing::City(id) => &self.cities[id].name,
            Thing::Relationship(id) => {
                let relationship = &self.relationships[id];
                // Only what a city's file tells has no title, and that city is a party.
                let partner = relationship.parties.iter().rev().find(|city| !self.is_home(**city));
                let name = || &self.cities[*partner.expect("a city tells of it")].name;
                relationship.title.as_ref().unwrap_or_else(name)
            }
            Thing::Committee(id) => &self.committees[id].name,
            Thing::Event(id) => &self.events[id].title,
            Thing::News(id) => &self.news[id].title,
            Thing::Page(id) => &self.pages[id].title,
            Thing::Organization(id) => &self.organizations[id].name,
            Thing::Area(id) => &self.areas[id].name,
            Thing::Document(id) => &self.documents[id].title,
            Thing::Faq(id) => &self.faqs[id].title,
            Thing::Guide(id) => &self.guides[id].title,
            Thing::Term(id) => &self.terms[id].term,
            Thing::Contact(id) => &self.contacts[id].name,
        }
    }

    /// What stands before the addresses of a language: nothing for the site's own.
    #[must_use]
    pub fn prefix(&self, language: &LanguageTag) -> String {
        if *language == self.language { String::new() } else { format!("{language}/") }
    }

    /// The address of a thing, without its language.
    #[must_use]
    pub fn address(&self, thing: Thing) -> String {
        match thing {
            Thing::Page(id) => format!("{}/", self.pages[id].id),
            thing if thing.kind().is_anchor() => {
                format!("{}#{}", self.page_with(thing), self.id(thing))
            }
            thing => format!("{}/{}/", thing.kind().folder(), self.id(thing)),
        }
    }

    /// The address of the page on which a thing stands that has none of its own.
    fn page_with(&self, thing: Thing) -> String {
        let list = Section::of_kind(thing.kind()).map(Listing::Section);
        let portion = list.and_then(|list| {
            let place = self.division(list)?.portion_of_entry(thing.index());
            (place > 0).then_some(Portion { list, place })
        });
        portion
            .map_or_else(|| format!("{}/", thing.kind().folder()), |portion| portion.address(self))
    }

    /// The file of a thing; of an entry of a list, the place where it would be if it had one.
    #[must_use]
    pub fn file(&self, thing: Thing) -> SourcePath {
        let path = format!("content/{}/{}.md", thing.kind().folder(), self.id(thing));
        SourcePath::new(&path).expect("a folder and an id make a path")
    }

    /// Whether a thing is kept for the record only.
    #[must_use]
    pub fn is_archived(&self, thing: Thing) -> bool {
        let by_itself = match thing {
            Thing::Document(id) => self.documents[id].archived,
            _ => false,
        };
        by_itself || self.upkeep.is_archived_at(|| self.file(thing))
    }
}
