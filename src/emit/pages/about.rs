//! What a page says of itself: its title, its summary, its kind, and the section that it belongs to.

use fluent_bundle::FluentArgs;

use super::Press;
use crate::emit::chrome::{self, MenuTarget};
use crate::emit::request::{Request, Subject};
use crate::emit::search::letters;
use crate::programme::directory::Grouping;
use crate::programme::division::Portion;
use crate::programme::lens::TextView;
use crate::programme::timeline::Choice;
use crate::programme::{Section, Thing};
use crate::values::Words;

impl Press<'_> {
    /// What it is called.
    pub(super) fn title(&self, request: &Request) -> TextView {
        let lens = self.lens;
        let site = lens.site;
        let string = |key: &str| {
            lens.foreign(&self.context.theme.strings.text(lens.language, key), lens.language)
        };
        match request.subject {
            Subject::Home => {
                let own = site.home_page.as_ref().and_then(|home| home.title.as_ref());
                lens.words(own.unwrap_or(&site.name))
            }
            Subject::Directory(Grouping::Status) => {
                chrome::section_title(Section::Cities, lens, string)
            }
            Subject::Directory(grouping) => string(&format!("title-cities-{}", grouping.as_str())),
            Subject::Section(section) => chrome::section_title(section, lens, string),
            Subject::Chosen(choice) => {
                let whole = chrome::section_title(Section::Timeline, lens, string);
                let name = match choice {
                    Choice::City(city) => lens.words(&site.cities[city].name),
                    Choice::Kind(kind) => string(&format!("event-{}", kind.as_str())),
                };
                TextView { text: format!("{}: {}", whole.text, name.text), ..whole }
            }
            Subject::Portion(portion) => self.title_of_portion(portion),
            Subject::Letter(letter, page) => {
                let whole = chrome::section_title(Section::Search, lens, string);
                let text = format!("{}: {}", whole.text, letters::shown(letter));
                self.title_of_page(TextView { text, ..whole }, page)
            }
            Subject::Thing(thing) => lens.words(site.label(thing)),
            Subject::NotFound => string("title-not-found"),
        }
    }

    /// What the whole list is called, then the group, then which page of it.
    fn title_of_portion(&self, portion: Portion) -> TextView {
        let (lens, strings) = (self.lens, &self.context.theme.strings);
        let whole = Subject::Portion(portion).whole();
        let mut title = self.title(&Request { subject: whole });
        let (group, page) = portion.name(lens.site);
        let label = group.label(lens).map(|label| label.text);
        let word = |key: String| strings.text(lens.language, &key);
        if let Some(group) = label.or_else(|| group.message().map(word)) {
            title.text = format!("{}: {group}", title.text);
        }
        self.title_of_page(title, page)
    }

    /// The title of a page among those that have the same; the first has no number.
    fn title_of_page(&self, title: TextView, page: usize) -> TextView {
        if page == 1 {
            return title;
        }
        let mut args = FluentArgs::new();
        args.set("title", title.text.as_str());
        args.set("page", page);
        let strings = &self.context.theme.strings;
        let text = strings.format(self.lens.language.as_str(), "title-page", &args);
        TextView { text: text.unwrap_or_else(|| format!("{} ({page})", title.text)), ..title }
    }

    pub(super) fn summary(&self, request: &Request) -> Option<&Words> {
        let site = self.lens.site;
        match request.subject {
            Subject::Home => site
                .home_page
                .as_ref()
                .and_then(|home| home.summary.as_ref())
                .or(site.summary.as_ref()),
            Subject::Directory(Grouping::Status) => {
                site.section_words(Section::Cities).and_then(|words| words.summary.as_ref())
            }
            Subject::Section(section) => {
                site.section_words(section).and_then(|words| words.summary.as_ref())
            }
            Subject::Thing(thing) => site.summary_of(thing),
            Subject::Directory(_)
            | Subject::Chosen(_)
            | Subject::Portion(_)
            | Subject::Letter(..)
            | Subject::NotFound => None,
        }
    }

    /// The section of the menu that the page belongs to: the nearest entry above it.
    pub(super) fn section(&self, request: &Request) -> String {
        let subject = request.subject.whole();
        let own = match subject {
            Subject::Home | Subject::NotFound => return String::new(),
            Subject::Directory(_) => Section::Cities.key().to_owned(),
            Subject::Section(section) => section.key().to_owned(),
            Subject::Chosen(_) => Section::Timeline.key().to_owned(),
            Subject::Letter(..) => Section::Search.key().to_owned(),
            Subject::Portion(_) => unreachable!("it is a portion of a whole"),
            Subject::Thing(thing) => {
                format!("{}:{}", thing.kind().word(), self.lens.site.id(thing))
            }
        };
        let entries = self.menu.iter().filter_map(|target| match target {
            MenuTarget::Thing(_, section, _) => Some(section.as_str()),
            MenuTarget::Section(..) => None,
        });
        let above = entries.filter(|entry| own == **entry || own.starts_with(&format!("{entry}/")));
        match (above.max_by_key(|entry| entry.len()), subject) {
            (Some(entry), _) => entry.to_owned(),
            (None, Subject::Thing(Thing::Page(_))) => own,
            (None, Subject::Thing(Thing::City(city))) if self.lens.site.is_home(city) => own,
            (None, Subject::Thing(thing)) => thing.kind().folder().to_owned(),
            (None, _) => own,
        }
    }
}

/// The page's kind, by which a theme may style it.
pub(super) fn kind(subject: Subject) -> &'static str {
    match subject.whole() {
        Subject::Home => "home",
        Subject::Directory(_) => "directory",
        Subject::Section(section) => section.key(),
        Subject::Chosen(_) => Section::Timeline.key(),
        Subject::Letter(..) => Section::Search.key(),
        Subject::Portion(_) => unreachable!("it is a portion of a whole"),
        Subject::Thing(Thing::News(_)) => "article",
        Subject::Thing(thing) => thing.kind().word(),
        Subject::NotFound => "not-found",
    }
}

/// What made a page that has no file of its own, to be named in a clash.
pub(super) fn origin_name(subject: Subject) -> &'static str {
    match subject {
        Subject::Home => "the home page",
        Subject::Directory(_) => "the directory of cities",
        Subject::Section(_) => "the list of a section",
        Subject::Chosen(_) => "the timeline of a city or kind",
        Subject::Portion(_) => "a page of a long list",
        Subject::Letter(..) => "the list of everything under a letter",
        Subject::Thing(_) => "the page of an area",
        Subject::NotFound => "the page for addresses that do not exist",
    }
}
