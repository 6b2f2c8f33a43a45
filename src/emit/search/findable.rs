//! Something that can be found: what it is called, what it is, and where it stands.

use crate::programme::faq::QuestionId;
use crate::programme::lens::TextView;
use crate::programme::{Guide, Id, Lens, Section, Site, Thing};
use crate::values::Words;

/// Something that can be found.
#[derive(Debug, Clone, Copy)]
pub(super) enum Findable {
    /// The programme.
    Home,
    /// A thing.
    Thing(Thing),
    /// A question, with its answer.
    Question(QuestionId),
    /// A step of a guide, by its place.
    Step(Id<Guide>, usize),
    /// All things of a kind.
    Section(Section),
}

impl Findable {
    /// Everything that can be found, in the order of kinds.
    pub(super) fn all(site: &Site) -> impl Iterator<Item = Self> + '_ {
        let with_page = site.relationships.iter().filter(|(_, bond)| bond.has_page);
        let things = (site.cities.ids().map(Thing::City))
            .chain(with_page.map(|(id, _)| Thing::Relationship(id)))
            .chain(site.committees.ids().map(Thing::Committee))
            .chain(site.events.ids().map(Thing::Event))
            .chain(site.news.ids().map(Thing::News))
            .chain(site.areas.ids().map(Thing::Area))
            .chain(site.documents.ids().map(Thing::Document))
            .chain(site.organizations.ids().map(Thing::Organization))
            .chain(site.terms.ids().map(Thing::Term))
            .chain(site.contacts.ids().map(Thing::Contact))
            .chain(site.faqs.ids().map(Thing::Faq))
            .chain(site.guides.ids().map(Thing::Guide))
            .chain(site.pages.ids().map(Thing::Page));
        let questions = site.faqs.iter().flat_map(|(faq, group)| {
            (0..group.questions.len()).map(move |index| Self::Question(QuestionId { faq, index }))
        });
        let steps = site
            .guides
            .iter()
            .flat_map(|(id, guide)| (0..guide.steps.len()).map(move |step| Self::Step(id, step)));
        let sections = Section::present(site).into_iter();
        let sections = sections.filter(|section| *section != Section::Search).map(Self::Section);
        things.map(Self::Thing).chain(questions).chain(steps).chain(sections).chain([Self::Home])
    }

    /// What it is called. `word` is a string of the theme, by its key.
    pub(super) fn title(self, lens: &Lens<'_>, word: impl Fn(&str) -> String) -> TextView {
        match self.words(lens.site) {
            Ok(words) => lens.words(words),
            Err(key) => lens.foreign(&word(key), lens.language),
        }
    }

    /// Its own words, or the theme's string that names it.
    pub(super) fn words(self, site: &Site) -> Result<&Words, &'static str> {
        match self {
            Self::Home => Ok(&site.name),
            Self::Thing(thing) => Ok(site.label(thing)),
            Self::Question(id) => Ok(&site.faqs[id.faq].questions[id.index].text),
            Self::Step(guide, step) => Ok(&site.guides[guide].steps[step].title),
            Self::Section(section) => {
                let own = site.section_words(section).and_then(|words| words.title.as_ref());
                own.ok_or(section.title())
            }
        }
    }

    /// What else it is called, or was, in whatever language.
    pub(super) fn names(self, lens: &Lens<'_>) -> Vec<TextView> {
        let site = lens.site;
        let own = |text: &String| lens.foreign(text, &site.language);
        let mut names = Vec::new();
        match self {
            Self::Thing(Thing::City(id)) => {
                let city = &site.cities[id];
                names.extend(city.native.iter().map(|name| lens.foreign(&name.text, &name.lang)));
                names.extend(in_other_languages(&city.name, lens));
                names.extend(city.also_called.iter().map(own));
            }
            Self::Thing(Thing::Organization(id)) => {
                let body = &site.organizations[id];
                names.extend(body.native.iter().map(|name| lens.foreign(&name.text, &name.lang)));
                names.extend(in_other_languages(&body.name, lens));
                names.extend(body.short.iter().map(own));
            }
            Self::Thing(Thing::Committee(id)) => {
                names.extend(site.committees[id].short.iter().map(|short| lens.words(short)));
            }
            Self::Thing(Thing::Term(id)) => {
                let also = site.terms[id].also.iter();
                names.extend(also.map(|also| {
                    lens.foreign(&also.text, also.lang.as_ref().unwrap_or(&site.language))
                }));
            }
            _ => {}
        }
        let title = self.words(site).map(|words| lens.words(words).text).unwrap_or_default();
        let mut seen = vec![title];
        names.retain(|name| {
            let is_new = !seen.contains(&name.text);
            seen.push(name.text.clone());
            is_new
        });
        names
    }

    /// Its address.
    pub(super) fn url(self, lens: &Lens<'_>) -> String {
        let prefix = || lens.site.prefix(lens.language);
        match self {
            Self::Home => prefix(),
            Self::Thing(thing) => lens.url(thing),
            Self::Question(id) => id.link(lens).url,
            Self::Step(guide, step) => {
                let anchor = &lens.site.guides[guide].steps[step].anchor;
                format!("{}#{anchor}", lens.url(Thing::Guide(guide)))
            }
            Self::Section(section) => format!("{}{}/", prefix(), section.key()),
        }
    }

    /// The theme's string that says what it is.
    pub(super) fn kind(self) -> &'static str {
        match self {
            Self::Home | Self::Section(_) | Self::Thing(Thing::Page(_)) => "found-page",
            Self::Thing(Thing::City(_)) => "found-city",
            Self::Thing(Thing::Relationship(_)) => "found-relationship",
            Self::Thing(Thing::Committee(_)) => "found-committee",
            Self::Thing(Thing::Event(_)) => "found-event",
            Self::Thing(Thing::News(_)) => "found-news",
            Self::Thing(Thing::Organization(_)) => "found-organization",
            Self::Thing(Thing::Area(_)) => "found-area",
            Self::Thing(Thing::Document(_)) => "found-document",
            Self::Thing(Thing::Faq(_)) => "found-faq",
            Self::Thing(Thing::Guide(_)) => "found-guide",
            Self::Thing(Thing::Term(_)) => "found-term",
            Self::Thing(Thing::Contact(_)) => "found-contact",
            Self::Question(_) => "found-question",
            Self::Step(..) => "found-step",
        }
    }

    /// Its place among answers that are as good.
    pub(super) fn rank(self) -> u8 {
        match self {
            Self::Thing(Thing::City(_)) => 0,
            Self::Thing(Thing::Relationship(_)) => 1,
            Self::Thing(Thing::Committee(_)) => 2,
            Self::Thing(Thing::Area(_)) => 3,
            Self::Thing(Thing::Term(_)) => 4,
            Self::Question(_) => 5,
            Self::Thing(Thing::Guide(_)) => 6,
            Self::Step(..) => 7,
            Self::Thing(Thing::Event(_)) => 8,
            Self::Thing(Thing::Document(_)) => 9,
            Self::Thing(Thing::News(_)) => 10,
            Self::Thing(Thing::Page(_)) => 11,
            Self::Thing(Thing::Organization(_)) => 12,
            Self::Thing(Thing::Contact(_)) => 13,
            Self::Thing(Thing::Faq(_)) => 14,
            Self::Section(_) => 15,
            Self::Home => 16,
        }
    }
}

/// A name in the languages that are not the reader's.
fn in_other_languages<'a>(
    name: &'a Words,
    lens: &'a Lens<'_>,
) -> impl Iterator<Item = TextView> + 'a {
    let own = &lens.site.language;
    let languages = [own].into_iter().chain(name.languages());
    let languages = languages.filter(|language| *language != lens.language);
    languages.filter_map(move |language| {
        name.in_language(language, own).map(|text| lens.foreign(text, language))
    })
}
