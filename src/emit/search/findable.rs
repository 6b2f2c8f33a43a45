//! Something that can be found: what it is called, what it is, and where it stands.

use crate::programme::faq::QuestionId;
use crate::programme::lens::TextView;
use crate::programme::place::NativeName;
use crate::programme::{Guide, Id, Lens, Section, Site, Thing};
use crate::values::{LanguageTag, Words};

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
        let questions = site.faqs.iter().flat_map(|(faq, group)| {
            (0..group.questions.len()).map(move |index| Self::Question(QuestionId { faq, index }))
        });
        let steps = site
            .guides
            .iter()
            .flat_map(|(id, guide)| (0..guide.steps.len()).map(move |step| Self::Step(id, step)));
        let sections = Section::present(site).into_iter();
        let sections = sections.filter(|section| *section != Section::Search).map(Self::Section);
        Thing::all(site)
            .map(Self::Thing)
            .chain(questions)
            .chain(steps)
            .chain(sections)
            .chain([Self::Home])
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

    /// What else it is called, or was, to who reads a language.
    pub(super) fn names(self, lens: &Lens<'_>) -> Vec<TextView> {
        let names = self.names_in(lens.site, lens.language).into_iter().skip(1);
        names.map(|(text, language)| lens.foreign(text, language)).collect()
    }

    /// All that it is called by who reads a language, the usual name first, each with its language;
    /// none, if the theme names it.
    pub(super) fn names_in<'a>(
        self,
        site: &'a Site,
        language: &'a LanguageTag,
    ) -> Vec<(&'a str, &'a LanguageTag)> {
        let Ok(title) = self.words(site) else { return Vec::new() };
        let mut names = vec![title.best(language, &site.language)];
        for name in self.all_names(site) {
            let name = match name {
                // In the reader's language it is the usual name.
                OtherName::Title(_, other) if other == language => continue,
                OtherName::In(text, other) | OtherName::Title(text, other) => (text, other),
                OtherName::Words(words) => words.best(language, &site.language),
            };
            if names.iter().all(|(text, _)| *text != name.0) {
                names.push(name);
            }
        }
        names
    }

    /// What else it is called, or was, in whatever language.
    pub(super) fn all_names(self, site: &Site) -> Vec<OtherName<'_>> {
        let own = &site.language;
        match self {
            Self::Thing(Thing::City(id)) => {
                let city = &site.cities[id];
                let also = city.also_called.iter().map(|also| OtherName::In(also, own));
                let native = city.native.iter().map(of_native);
                native.chain(titles(&city.name, own)).chain(also).collect()
            }
            Self::Thing(Thing::Organization(id)) => {
                let body = &site.organizations[id];
                let short = body.short.iter().map(|short| OtherName::In(short, own));
                let native = body.native.iter().map(of_native);
                native.chain(titles(&body.name, own)).chain(short).collect()
            }
            Self::Thing(Thing::Committee(id)) => {
                site.committees[id].short.iter().map(OtherName::Words).collect()
            }
            Self::Thing(Thing::Term(id)) => {
                let also = site.terms[id].also.iter();
                also.map(|also| OtherName::In(&also.text, also.lang.as_ref().unwrap_or(own)))
                    .collect()
            }
            _ => Vec::new(),
        }
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

/// Another name of something than its title.
#[derive(Debug, Clone, Copy)]
pub(super) enum OtherName<'a> {
    /// A name, and its language.
    In(&'a str, &'a LanguageTag),
    /// Words that are translated.
    Words(&'a Words),
    /// The title in a language.
    Title(&'a str, &'a LanguageTag),
}

fn of_native(name: &NativeName) -> OtherName<'_> {
    OtherName::In(&name.text, &name.lang)
}

/// A title in all its languages.
fn titles<'a>(title: &'a Words, own: &'a LanguageTag) -> impl Iterator<Item = OtherName<'a>> {
    let languages = [own].into_iter().chain(title.languages());
    languages.filter_map(move |language| {
        title.in_language(language, own).map(|text| OtherName::Title(text, language))
    })
}
