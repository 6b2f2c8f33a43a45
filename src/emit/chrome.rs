//! What is around every page: the site's name, its menu, its languages, the way back.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use tera::Value;

use super::Context;
use super::request::{Request, Subject};
use super::search::letters;
use super::sitemap::absolute;
use crate::diagnostic::{Code, Diagnostic, Place, nearest};
use crate::programme::directory::{Grouping, first_established};
use crate::programme::lens::{DateView, Lens, LinkView, TextView};
use crate::programme::organization::OrganizationView;
use crate::programme::profile::ProfileView;
use crate::programme::timeline::Choice;
use crate::programme::{Kind, Section, Thing};
use crate::theme::{Chosen, Theme};
use crate::values::{LanguageTag, Words};

/// What every page of a language knows of the site.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct SiteView<'a> {
    /// What the programme is called.
    name: TextView,
    /// Its motto.
    tagline: Option<TextView>,
    /// `hub`, `pair` or `register`.
    shape: &'static str,
    /// The home city; a register has none.
    home: Option<LinkView>,
    /// The address of the home page.
    home_url: String,
    /// The address of the page that tells how to take part, if there is one.
    join_url: Option<String>,
    /// The address of the page that tells what data there is.
    data_url: Option<String>,
    /// The address of the search, unless the menu leads there already or there is none.
    search_url: Option<String>,
    /// Who is responsible.
    operator: Option<OrganizationView>,
    /// The menu.
    menu: Vec<MenuItem>,
    /// How many partner cities there are.
    partners: usize,
    /// When the first relationship was established.
    since: Option<DateView>,
    /// What the site chose of the theme's look.
    #[schemars(with = "BTreeMap<String, Chosen>")]
    look: BTreeMap<&'a str, &'a Chosen>,
    /// The files of type that the stylesheet asks for, such as `assets/type/serif.woff2`.
    fonts: Vec<&'a str>,
    /// The kinds of pages that have a stylesheet of their own, `assets/pages/KIND.css`.
    page_styles: Vec<&'a str>,
    /// The pieces of pages, such as `map`, that have a stylesheet of their own,
    /// `assets/pieces/PIECE.css`, to be fetched where the piece stands.
    piece_styles: Vec<&'a str>,
    /// What the programme says of itself.
    #[serde(flatten)]
    profile: ProfileView,
}

/// An entry of the menu, or a step on the way back.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(super) struct MenuItem {
    /// What it is called; else `message` is the key of a string.
    pub(super) label: Option<TextView>,
    /// The key of the string that names it.
    pub(super) message: Option<Cow<'static, str>>,
    /// Its address.
    pub(super) url: String,
    /// What the pages below it have as their section.
    pub(super) section: String,
}

/// A page in another language.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct LanguageView {
    /// Its short name: `en`.
    tag: String,
    /// What it calls itself: `English`.
    name: String,
    /// The way it runs: `ltr` or `rtl`.
    direction: &'static str,
    /// The address of the page in it.
    url: String,
    /// Whether it is the language of this page.
    current: bool,
}

/// The whole address of a page in a language.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct AlternateView {
    /// The short name of the language, or `x-default`.
    tag: String,
    /// The whole address.
    url: String,
}

/// An entry of the menu before it is shown in a language.
pub(super) enum MenuTarget {
    Section(Section, Option<Words>),
    Thing(Thing, String, Option<Words>),
}

/// The menu: the owner's, or every section and every page at the top.
pub(super) fn menu(context: &Context<'_>) -> (Vec<MenuTarget>, Vec<Diagnostic>) {
    let site = context.site;
    let present = Section::present(site);
    let Some(entries) = &context.config.menu else {
        let minor = |section: &Section| {
            matches!(
                section,
                Section::Organizations
                    | Section::Events
                    | Section::Glossary
                    | Section::Anniversaries
                    | Section::Data
                    | Section::Search
            )
        };
        let sections = present.into_iter().filter(|section| !minor(section));
        let sections = sections.map(|section| match (section, site.pair()) {
            // The list of one partner would say less than the partner's page.
            (Section::Cities, Some((_, partner))) => {
                let entry = format!("city:{}", site.cities[partner].id);
                MenuTarget::Thing(Thing::City(partner), entry, None)
            }
            (section, _) => MenuTarget::Section(section, None),
        });
        let pages = site.pages.iter().filter(|(_, page)| !page.id.as_str().contains('/'));
        let pages = pages.map(|(id, page)| {
            MenuTarget::Thing(Thing::Page(id), format!("page:{}", page.id), None)
        });
        return (sections.chain(pages).collect(), Vec::new());
    };
    let mut targets = Vec::new();
    let mut diagnostics = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let place = || Place::value(&context.config.file, format!("menu[{index}]"));
        if let Some((kind, id)) = entry.to.split_once(':') {
            let found = match Kind::from_word(kind) {
                Some(kind) => site.find(kind, id),
                None => Err(Some(
                    Diagnostic::new(
                        Code::BadLink,
                        format!("`{kind}:` is not something a menu can lead to"),
                    )
                    .help("write a section, or `page:ID`, `city:ID`, `committee:ID` and the like"),
                )),
            };
            match found {
                Ok(thing) => {
                    targets.push(MenuTarget::Thing(thing, entry.to.clone(), entry.label.clone()));
                }
                Err(nowhere) => {
                    diagnostics.extend(nowhere.map(|diagnostic| diagnostic.at(place())));
                }
            }
        } else if let Some(section) = Section::from_key(&entry.to) {
            // A section that is known and empty makes no entry.
            if present.contains(&section) {
                targets.push(MenuTarget::Section(section, entry.label.clone()));
            }
        } else {
            let diagnostic = Diagnostic::new(
                Code::UnknownValue,
                format!("the menu knows no section `{}`", entry.to),
            );
            let known = Section::ALL.map(Section::key);
            let help = match nearest(&entry.to, known) {
                Some(near) => format!("did you mean `{near}`?"),
                None if site.find(Kind::Page, &entry.to).is_ok() => {
                    format!("a page is written `page:{}`", entry.to)
                }
                None => {
                    format!("the sections are {}; a page is written `page:ID`", known.join(", "))
                }
            };
            diagnostics.push(diagnostic.at(place()).help(help));
        }
    }
    (targets, diagnostics)
}

impl MenuTarget {
    pub(super) fn view(&self, lens: &Lens<'_>) -> MenuItem {
        let prefix = lens.site.prefix(lens.language);
        match self {
            Self::Section(section, label) => MenuItem {
                label: label.as_ref().or(own_title(*section, lens)).map(|label| lens.words(label)),
                message: Some(section.title().into()),
                url: format!("{prefix}{}/", section.key()),
                section: section.key().to_owned(),
            },
            Self::Thing(thing, section, label) => MenuItem {
                label: Some(lens.words(label.as_ref().unwrap_or_else(|| lens.site.label(*thing)))),
                message: None,
                url: lens.url(*thing),
                section: section.clone(),
            },
        }
    }
}

impl<'a> SiteView<'a> {
    pub(super) fn value(lens: &Lens<'_>, menu: &[MenuTarget], theme: &'a Theme) -> Value {
        let site = lens.site;
        Value::from_serializable(&Self {
            name: lens.words(&site.name),
            tagline: site.tagline.as_ref().map(|tagline| lens.words(tagline)),
            shape: site.shape.as_str(),
            home: site.home.map(|home| lens.link(Thing::City(home))),
            home_url: site.prefix(lens.language),
            join_url: section_url(Section::Join, lens),
            data_url: section_url(Section::Data, lens),
            search_url: search_url(lens, menu),
            operator: site.operator.map(|operator| OrganizationView::new(operator, lens)),
            menu: menu.iter().map(|target| target.view(lens)).collect(),
            partners: site.partners().len(),
            since: first_established(lens).map(|date| lens.since(&date)),
            look: theme.settings.iter().collect(),
            fonts: theme.fonts().collect(),
            page_styles: theme.page_styles().collect(),
            piece_styles: theme.piece_styles().collect(),
            profile: ProfileView::new(&site.profile, lens),
        })
    }
}

/// The address of a section's page, if there is one.
fn section_url(section: Section, lens: &Lens<'_>) -> Option<String> {
    let url = || format!("{}{}/", lens.site.prefix(lens.language), section.key());
    section.is_present(lens.site).then(url)
}

/// The address of the search, if there is one to which the menu does not lead.
fn search_url(lens: &Lens<'_>, menu: &[MenuTarget]) -> Option<String> {
    let in_menu = |target: &MenuTarget| matches!(target, MenuTarget::Section(Section::Search, _));
    section_url(Section::Search, lens).filter(|_| !menu.iter().any(in_menu))
}

/// The same page in every language; nothing in a site of one language.
pub(super) fn languages(
    context: &Context<'_>,
    request: &Request,
    current: &LanguageTag,
) -> Vec<LanguageView> {
    let languages = &context.config.languages;
    if languages.len() < 2 {
        return Vec::new();
    }
    // Who asked for what does not exist is better led to the home page of the other language.
    let request = match request.subject {
        Subject::NotFound => &Request { subject: Subject::Home },
        _ => request,
    };
    languages
        .iter()
        .map(|language| LanguageView {
            tag: language.to_string(),
            name: context.lexicons.of(language).name().to_owned(),
            direction: language.direction().as_str(),
            url: request.url(context.site, language),
            current: language == current,
        })
        .collect()
}

/// The whole addresses of a page in every language, and for readers of none of them.
pub(super) fn alternates(context: &Context<'_>, request: &Request) -> Vec<AlternateView> {
    let Some(base_url) = context.base_url.filter(|_| context.config.languages.len() > 1) else {
        return Vec::new();
    };
    let alternate = |tag: &str, language: &LanguageTag| AlternateView {
        tag: tag.to_owned(),
        url: absolute(base_url, &request.url(context.site, language)),
    };
    let languages = context.config.languages.iter();
    let mut alternates: Vec<_> =
        languages.map(|language| alternate(language.as_str(), language)).collect();
    alternates.push(alternate("x-default", &context.site.language));
    alternates
}

/// What a section calls itself, if it does.
fn own_title<'a>(section: Section, lens: &Lens<'a>) -> Option<&'a Words> {
    lens.site.section_words(section)?.title.as_ref()
}

/// What a section is called: by its own words, else by the theme's.
pub(super) fn section_title(
    section: Section,
    lens: &Lens<'_>,
    string: impl Fn(&str) -> TextView,
) -> TextView {
    own_title(section, lens).map_or_else(|| string(section.title()), |own| lens.words(own))
}

/// The way from the home page to the page above this one; `present` are the sections that have
/// something in them.
pub(super) fn breadcrumbs(
    request: &Request,
    lens: &Lens<'_>,
    present: &[Section],
) -> Vec<MenuItem> {
    let site = lens.site;
    let prefix = site.prefix(lens.language);
    let home = MenuItem {
        label: None,
        message: Some("title-home".into()),
        url: prefix.clone(),
        section: String::new(),
    };
    let step = |section: Section| MenuItem {
        label: own_title(section, lens).map(|title| lens.words(title)),
        message: Some(section.title().into()),
        url: format!("{prefix}{}/", section.key()),
        section: String::new(),
    };
    let mut way = vec![home];
    match request.subject {
        Subject::Home | Subject::NotFound => return Vec::new(),
        // The home city is none of the partners.
        Subject::Thing(Thing::City(city)) if site.is_home(city) => {}
        Subject::Directory(Grouping::Status) => {}
        Subject::Directory(_) => {
            way.push(step(Section::Cities));
        }
        Subject::Section(_) => {}
        Subject::Chosen(_) => way.push(step(Section::Timeline)),
        Subject::Portion(portion) => {
            let whole = Request { subject: request.subject.whole() };
            way = breadcrumbs(&whole, lens, present);
            way.push(match whole.subject {
                Subject::Section(section) => step(section),
                Subject::Directory(Grouping::Status) => step(Section::Cities),
                _ => named_step(&whole, lens),
            });
            way.extend(
                portion.above(site).map(|subject| {
                    named_step(&Request { subject: Subject::Portion(subject) }, lens)
                }),
            );
        }
        Subject::Letter(letter, page) => {
            way.push(step(Section::Search));
            let above = Request { subject: Subject::Letter(letter, 1) };
            way.extend((page > 1).then(|| named_step(&above, lens)));
        }
        Subject::Thing(Thing::Page(id)) => {
            let id = site.pages[id].id.as_str();
            let folders = id.match_indices('/').map(|(at, _)| &id[..at]);
            way.extend(folders.filter_map(|folder| site.find(Kind::Page, folder).ok()).map(
                |thing| {
                    let LinkView { label, url } = lens.link(thing);
                    MenuItem { label: Some(label), message: None, url, section: String::new() }
                },
            ));
        }
        Subject::Thing(thing) => {
            let section =
                Section::of_kind(thing.kind()).filter(|section| present.contains(section));
            way.extend(section.map(step));
        }
    }
    way
}

/// A page on the way that has a name of its own, and not that of a section.
fn named_step(request: &Request, lens: &Lens<'_>) -> MenuItem {
    let site = lens.site;
    let (label, message): (Option<TextView>, Option<Cow<'static, str>>) = match request.subject {
        Subject::Directory(grouping) => {
            (None, Some(format!("grouping-{}", grouping.as_str()).into()))
        }
        Subject::Chosen(Choice::City(city)) => (Some(lens.words(&site.cities[city].name)), None),
        Subject::Chosen(Choice::Kind(kind)) => {
            (None, Some(format!("event-{}", kind.as_str()).into()))
        }
        Subject::Portion(portion) => {
            let (group, _) = portion.name(site);
            (group.label(lens), group.message().map(Cow::from))
        }
        Subject::Letter(letter, _) => {
            (Some(lens.foreign(&letters::shown(letter), lens.language)), None)
        }
        Subject::Thing(thing) => (Some(lens.words(site.label(thing))), None),
        Subject::Home | Subject::Section(_) | Subject::NotFound => (None, None),
    };
    let url = request.url(site, lens.language);
    MenuItem { label, message, url, section: String::new() }
}
