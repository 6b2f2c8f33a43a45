//! From what is written to what is meant: everything gets its name, and every reference its goal.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::area::AreaFile;
use super::asset::assets;
use super::city::{City, CityFrontMatter, CityWords};
use super::collection::{Collection, Id};
use super::committee::{Committee, CommitteeFrontMatter, CommitteeWords};
use super::contact::ContactFile;
use super::division::Divisions;
use super::document::DocumentFile;
use super::event::{Event, EventFrontMatter, TitleWords};
use super::faq::{Faq, FaqFrontMatter};
use super::front_matter::FrontMatter;
use super::glossary::TermFile;
use super::guide::{Guide, GuideFrontMatter};
use super::index::Index;
use super::kind::Kind;
use super::list::{Entry, List};
use super::load::Choices;
use super::names::Names;
use super::organization::{Organization, OrganizationFile};
use super::page::{HomePage, News, NewsFrontMatter, Page, PageFrontMatter};
use super::picture::{PictureEntry, PictureList, PictureWords, Pictures};
use super::profile::Profile;
use super::record::Record;
use super::redirect::{self, Alias, RedirectList};
use super::relationship::{Relationship, RelationshipFrontMatter, RelationshipWords, ShortForm};
use super::resolver::Resolver;
use super::section::{Section, SectionWords};
use super::site::Site;
use super::thing::Entity;
use super::timeline;
use super::upkeep::Upkeeps;
use crate::config::{Config, Shape};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::memo::Fingerprint;
use crate::output::Visibility;
use crate::source::Sources;
use crate::values::{LanguageTag, OutputPath, Slug, Words};

/// Everything that has been decoded, with references as they are written.
pub(super) struct Raw {
    pub(super) cities: Vec<Record<CityFrontMatter, CityWords>>,
    pub(super) relationships: Vec<Record<RelationshipFrontMatter, RelationshipWords>>,
    pub(super) committees: Vec<Record<CommitteeFrontMatter, CommitteeWords>>,
    pub(super) events: Vec<Record<EventFrontMatter, TitleWords>>,
    pub(super) news: Vec<Record<NewsFrontMatter, TitleWords>>,
    pub(super) pages: Vec<Record<PageFrontMatter, TitleWords>>,
    pub(super) faqs: Vec<Record<FaqFrontMatter, TitleWords>>,
    pub(super) guides: Vec<Record<GuideFrontMatter, TitleWords>>,
    pub(super) sections: Vec<Record<PageFrontMatter, TitleWords>>,
    pub(super) home_page: Vec<Record<PageFrontMatter, TitleWords>>,
    pub(super) organizations: List<OrganizationFile>,
    pub(super) areas: List<AreaFile>,
    pub(super) documents: List<DocumentFile>,
    pub(super) terms: List<TermFile>,
    pub(super) contacts: List<ContactFile>,
    pub(super) pictures: PictureList,
    pub(super) redirects: RedirectList,
}

impl Raw {
    /// Gives everything that will be published its place, so that references can be resolved.
    pub(super) fn name(
        &mut self,
        sources: &Sources,
        choices: Choices,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Names {
        let mut names = Names::new(choices.today);
        let mut add = Naming { names: &mut names, drafts: choices.drafts, diagnostics };
        add.sections(&mut self.sections);
        add.drop_hidden(&mut self.home_page);
        add.records(Kind::City, &mut self.cities);
        add.records(Kind::Relationship, &mut self.relationships);
        add.records(Kind::Committee, &mut self.committees);
        add.records(Kind::Event, &mut self.events);
        add.records(Kind::News, &mut self.news);
        add.records(Kind::Page, &mut self.pages);
        add.records(Kind::Faq, &mut self.faqs);
        add.records(Kind::Guide, &mut self.guides);
        add.parts::<Faq, _, _>(&self.faqs);
        add.parts::<Guide, _, _>(&self.guides);
        add.data_points(&self.guides);
        add.list(Kind::Organization, &self.organizations);
        add.list(Kind::Area, &self.areas);
        add.list(Kind::Document, &self.documents);
        add.list(Kind::Term, &self.terms);
        add.list(Kind::Contact, &self.contacts);
        let (assets, remarks) = assets(sources);
        diagnostics.extend(remarks);
        assets.into_iter().for_each(|asset| names.add_asset(asset));
        let (described, is_whole) = self.pictures.described();
        names.add_described(described, is_whole);
        names
    }

    /// Finds what every reference names. Without a home city there is no site, save a register.
    pub(super) fn resolve(
        mut self,
        names: &Arc<Names>,
        sources: &Sources,
        config: &Config,
        choices: Choices,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Site> {
        let config_resolver = &mut Resolver::new(names, &config.file, &config.damaged);
        let home = resolve_home(config, config_resolver);
        let operator = config.operator.as_ref();
        let operator =
            operator.and_then(|id| config_resolver.written::<Organization>(id, "operator"));
        let profile = Profile::resolve(config, config_resolver);
        diagnostics.append(&mut config_resolver.diagnostics);

        let kept = &mut Kept::default();
        let short_forms = self.take_short_forms();
        let cities = resolve_all(self.cities, names, kept, diagnostics, City::resolve);
        let mut relationships =
            resolve_all(self.relationships, names, kept, diagnostics, Relationship::resolve);
        match config.shape {
            Shape::Register => diagnostics.extend(short_forms_of_register(&short_forms, &cities)),
            Shape::Hub | Shape::Pair => resolve_short_forms(
                short_forms,
                &mut relationships,
                &cities,
                home,
                names,
                diagnostics,
            ),
        }
        name_the_untitled(&mut relationships, &cities, config);
        let committees = resolve_all(self.committees, names, kept, diagnostics, Committee::resolve);
        let events = resolve_all(self.events, names, kept, diagnostics, Event::resolve);
        let news = resolve_all(self.news, names, kept, diagnostics, News::resolve);
        let pages = resolve_all(self.pages, names, kept, diagnostics, Page::resolve);
        let faqs = resolve_all(self.faqs, names, kept, diagnostics, Faq::resolve);
        let guides = resolve_all(self.guides, names, kept, diagnostics, Guide::resolve);
        let sections = resolve_all(self.sections, names, kept, diagnostics, |record, _| {
            SectionWords::resolve(record)
        });
        let home_page = resolve_all(self.home_page, names, kept, diagnostics, |record, _| {
            HomePage::resolve(record)
        });

        kept.pictures.told = resolve_pictures(self.pictures, names, diagnostics);
        let mut aliases = std::mem::take(&mut kept.aliases);
        aliases.extend(resolve_redirects(self.redirects, names, diagnostics));
        let (cities, relationships, events) =
            (Collection::new(cities), Collection::new(relationships), Collection::new(events));
        let site = Site {
            name: config.name.clone(),
            tagline: config.tagline.clone(),
            summary: config.summary.clone(),
            language: config.language.clone(),
            shape: config.shape,
            home,
            operator,
            sections,
            profile,
            review_after: config.review_after,
            home_page: home_page.into_iter().next(),
            occasions: timeline::gather(&cities, &relationships, &events, home),
            cities,
            relationships,
            committees: Collection::new(committees),
            events,
            news: Collection::new(news),
            pages: Collection::new(pages),
            organizations: resolve_list(self.organizations, names, diagnostics),
            areas: resolve_list(self.areas, names, diagnostics),
            documents: resolve_list(self.documents, names, diagnostics),
            faqs: Collection::new(faqs),
            guides: Collection::new(guides),
            terms: resolve_list(self.terms, names, diagnostics),
            contacts: resolve_list(self.contacts, names, diagnostics),
            assets: assets(sources).0,
            pictures: std::mem::take(&mut kept.pictures),
            redirects: redirect::gather(aliases, &config.languages, diagnostics),
            today: choices.today,
            paused: config.paused,
            index: Index::default(),
            divisions: Divisions::default(),
            names: Arc::clone(names),
            upkeep: std::mem::take(&mut kept.upkeep),
            fingerprint: Fingerprint::default(),
        };
        let is_whole = home.is_some() || config.shape == Shape::Register;
        is_whole.then(|| site.worked_out())
    }

    /// The relationships that stand in cities' files.
    fn take_short_forms(&mut self) -> Vec<(usize, ShortForm, Vec<String>)> {
        let cities = self.cities.iter_mut().enumerate();
        cities
            .filter_map(|(index, record)| {
                let form = record.front.relationship.take()?;
                Some((index, form, record.damaged.clone()))
            })
            .collect()
    }
}

struct Naming<'a> {
    names: &'a mut Names,
    drafts: bool,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Naming<'_> {
    /// Drops what the public may not see, and names what remains.
    fn records<F: FrontMatter, W>(&mut self, kind: Kind, records: &mut Vec<Record<F, W>>) {
        self.drop_hidden(records);
        self.names.add(kind, records.iter().map(|record| (&record.id, Some(&record.file))));
    }

    /// Names the parts of texts that are facts.
    fn parts<T: Entity, F, W>(&mut self, records: &[Record<F, W>]) {
        for (index, record) in records.iter().enumerate() {
            let anchors = record.parts.iter().map(|part| part.anchor.clone());
            self.names.add_parts(T::thing(Id::new(index)), anchors.collect());
        }
    }

    /// Names what guides ask of cities.
    fn data_points<W>(&mut self, guides: &[Record<GuideFrontMatter, W>]) {
        for (index, record) in guides.iter().enumerate() {
            let points: Vec<Slug> = record.front.data_points().cloned().collect();
            if !points.is_empty() {
                self.names.add_data_points(Id::new(index), points);
            }
        }
    }

    fn sections<W>(&mut self, records: &mut Vec<Record<PageFrontMatter, W>>) {
        self.drop_hidden(records);
        for record in records {
            let section = Section::from_key(record.id.as_str());
            let section = section.expect("only a section's file is read as one");
            self.names.add_section(&record.file, section);
        }
    }

    /// Remembers what the public may not see, and drops it where drafts are not asked for.
    fn drop_hidden<F: FrontMatter, W>(&mut self, records: &mut Vec<Record<F, W>>) {
        records.retain(|record| {
            let publication = record.front.publication();
            self.diagnostics.extend(publication.judge(&record.file));
            let visibility = publication.visibility(self.names.today());
            let hidden = visibility != Visibility::Public;
            if hidden {
                self.names.hide(record.file.clone(), visibility);
            }
            self.drafts || !hidden
        });
    }

    fn list<F: Entry>(&mut self, kind: Kind, list: &List<F>) {
        // An entry, an id, or the whole list has been left out.
        if list.damaged.iter().any(|field| !field.contains('.') || field.ends_with(".id")) {
            self.names.add_unreadable(kind);
        }
        self.names.add(kind, list.entries.keys().map(|id| (id, None)));
    }
}

/// What all kinds of files say, by the files.
#[derive(Default)]
struct Kept {
    upkeep: Upkeeps,
    pictures: Pictures,
    aliases: Vec<Alias>,
}

fn resolve_all<F: FrontMatter, W: Send + Sync, T: Send>(
    records: Vec<Record<F, W>>,
    names: &Names,
    kept: &mut Kept,
    diagnostics: &mut Vec<Diagnostic>,
    resolve: impl Fn(Record<F, W>, &mut Resolver<'_>) -> T + Sync,
) -> Vec<T> {
    let resolved: Vec<_> = records
        .into_par_iter()
        .map(|mut record| {
            let (file, damaged) = (record.file.clone(), std::mem::take(&mut record.damaged));
            let mut resolver = Resolver::new(names, &file, &damaged);
            let upkeep = record.front.take_upkeep().resolve(&mut resolver);
            let pictures = PictureEntry::resolve_all(record.front.take_pictures(), &mut resolver);
            let aliases = Alias::of_file(record.front.take_aliases(), &file, names);
            let thing = resolve(record, &mut resolver);
            let remarks = resolver.diagnostics;
            (thing, file, (upkeep, pictures, aliases), remarks)
        })
        .collect();
    resolved
        .into_iter()
        .map(|(thing, file, (upkeep, pictures, aliases), mut remarks)| {
            diagnostics.append(&mut remarks);
            kept.aliases.extend(aliases);
            if !pictures.is_empty() {
                kept.pictures.of_files.insert(file.clone(), pictures);
            }
            kept.upkeep.add(file, upkeep);
            thing
        })
        .collect()
}

/// What the list of pictures says of each.
fn resolve_pictures(
    list: PictureList,
    names: &Names,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<OutputPath, (PictureWords, Place)> {
    let (file, damaged) = list.state();
    let mut resolver = Resolver::new(names, &file, &damaged);
    let told = list.resolve(&mut resolver);
    diagnostics.append(&mut resolver.diagnostics);
    told
}

/// What the list of former addresses says.
fn resolve_redirects(
    list: RedirectList,
    names: &Names,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Alias> {
    let (file, damaged) = list.state();
    list.resolve(Resolver::new(names, &file, &damaged)).report_to(diagnostics)
}

fn resolve_list<F: Entry>(
    list: List<F>,
    names: &Names,
    diagnostics: &mut Vec<Diagnostic>,
) -> Collection<F::Thing> {
    let (file, damaged) = (list.file.clone(), list.damaged.clone());
    let mut resolver = Resolver::new(names, &file, &damaged);
    let things = list.resolve(&mut resolver);
    diagnostics.append(&mut resolver.diagnostics);
    Collection::new(things)
}

/// The home city. A register has none, and one that names one is told so.
fn resolve_home(config: &Config, resolver: &mut Resolver<'_>) -> Option<Id<City>> {
    let written = config.home.as_ref()?;
    if config.shape == Shape::Register {
        let diagnostic = Diagnostic::new(
            Code::RegisterHome,
            format!("a register has no home city, and `{written}` is named as one"),
        )
        .help("take out `home`; or `shape`, if the site is about that city and its partners");
        resolver.diagnostics.push(diagnostic.at(Place::key(&config.file, "home")));
        return None;
    }
    resolver.written(written, "home")
}

/// What to say of relationships with a home city where there is none.
fn short_forms_of_register(
    forms: &[(usize, ShortForm, Vec<String>)],
    cities: &[City],
) -> Vec<Diagnostic> {
    let remark = |city: &City| {
        Diagnostic::new(
            Code::RegisterHome,
            format!("a register has no home city that `{}` could be bound to", city.id),
        )
        .at(Place::key(&city.file, "relationship"))
        .help(format!(
            "write it into a file in `content/relationships/`, with `parties: [{}, …]`",
            city.id
        ))
    };
    forms.iter().map(|(index, ..)| remark(&cities[*index])).collect()
}

/// A relationship without a title of its own is called by the names of its parties.
fn name_the_untitled(relationships: &mut [Relationship], cities: &[City], config: &Config) {
    let untitled = relationships
        .iter_mut()
        .filter(|relationship| relationship.has_page && relationship.title.is_none());
    for relationship in untitled {
        let names = |language: &LanguageTag| {
            let names = relationship
                .parties
                .iter()
                .map(|party| cities[party.index()].name.best(language, &config.language).0);
            names.collect::<Vec<_>>().join(" – ")
        };
        let mut title = Words::plain(names(&config.language));
        for language in config.languages.iter().filter(|language| **language != config.language) {
            title.translate(language.clone(), names(language));
        }
        relationship.title = Some(title);
    }
}

/// Adds the relationships that stand in cities' files. They come after those with files of their
/// own, so that the ids of those stay what they were named.
fn resolve_short_forms(
    forms: Vec<(usize, ShortForm, Vec<String>)>,
    relationships: &mut Vec<Relationship>,
    cities: &[City],
    home: Option<Id<City>>,
    names: &Names,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let own_files: Vec<Slug> =
        relationships.iter().map(|relationship| relationship.id.clone()).collect();
    for (index, form, damaged) in forms {
        let city = &cities[index];
        let mut resolver = Resolver::new(names, &city.file, &damaged);
        let id = Id::new(index);
        if home == Some(id) {
            let diagnostic = Diagnostic::new(Code::HomeRelationship, "the home city has no relationship with itself")
                .help("take `relationship` out of this file; it belongs into the files of the partner cities");
            diagnostics.push(diagnostic.at(Place::key(&city.file, "relationship")));
            continue;
        }
        if own_files.contains(&city.id) {
            let diagnostic = Diagnostic::new(
                Code::DuplicateId,
                format!("two relationships are called `{}`", city.id),
            )
            .related(
                Place::file(
                    &relationships[own_files.iter().position(|own| *own == city.id).unwrap_or(0)]
                        .file,
                ),
                "the other",
            )
            .help("rename the file in `relationships/`");
            diagnostics.push(diagnostic.at(Place::key(&city.file, "relationship")));
        }
        relationships.push(Relationship::resolve_short(
            form,
            id,
            home,
            city.id.clone(),
            &mut resolver,
        ));
        diagnostics.append(&mut resolver.diagnostics);
    }
}
