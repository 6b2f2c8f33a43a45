//! From files to the programme: decode, translate, name, resolve. What is to be said against it is
//! asked for apart (`judge`).
//!
//! Facts and prose go apart: the facts of all files together make a [`Site`], and each text is
//! resolved by itself. Whoever changes a text only, as one mostly does, changes no fact.

use std::sync::Arc;

use rayon::prelude::*;

use super::asset::assets;
use super::city::{CityFrontMatter, CityWords};
use super::claims::{Statements, Vocabulary};
use super::committee::{CommitteeFrontMatter, CommitteeWords};
use super::event::{EventFrontMatter, TitleWords};
use super::faq::FaqFrontMatter;
use super::guide::GuideFrontMatter;
use super::kind::Kind;
use super::list::{List, list_file};
use super::localized::Localized;
use super::names::Names;
use super::page::{NewsFrontMatter, PageFrontMatter};
use super::picture::{self, PictureList};
use super::prose::Prose;
use super::raw::Raw;
use super::record::{Body, Files, Reading, Role, Telling, Text};
use super::redirect::{self, RedirectList};
use super::relationship::{RelationshipFrontMatter, RelationshipWords};
use super::resolver::Resolver;
use super::site::Site;
use super::texts::{Story, Subject, Texts};
use crate::config::Config;
use crate::config::languages::Lexicons;
use crate::diagnostic::{Diagnosed, Diagnostic};
use crate::memo::{Fingerprint, Memory};
use crate::progress::{Progress, Stage};
use crate::source::Sources;
use crate::values::date::Day;
use crate::values::{LanguageTag, SourcePath};

/// What is decided for a build, and not by the site.
#[derive(Debug, Clone, Copy, Hash)]
pub struct Choices {
    /// The day for which the site is made.
    pub today: Day,
    /// Whether drafts, and what is scheduled or has expired, are published too.
    pub drafts: bool,
}

/// A programme: its facts, and its prose.
#[derive(Debug)]
pub struct Programme {
    /// The facts.
    pub site: Arc<Site>,
    /// The prose.
    pub texts: Texts,
}

/// Loads the programme from a site's files. Without a home city there is none, but whatever else
/// is wrong is said all the same.
#[must_use]
pub fn load(
    sources: &Sources,
    config: &Config,
    lexicons: &Lexicons,
    choices: Choices,
    memory: &Memory,
    progress: Progress<'_>,
) -> Diagnosed<Option<Programme>> {
    progress.begins(Stage::Decoding);
    let mut diagnostics = Vec::new();
    let paths = || {
        let paths: Vec<&SourcePath> = sources.below("content").map(|(path, _)| path).collect();
        Fingerprint::of(&(paths, &config.languages))
    };
    let files = memory.newest("files", paths, || Files::classify(sources, &config.languages));
    diagnostics.extend_from_slice(&files.diagnostics);
    let vocabulary = |language: &LanguageTag| Vocabulary::of(lexicons.of(language));
    let languages = config.languages.iter();
    let vocabularies = languages.map(|tag| (tag.clone(), vocabulary(tag))).collect();
    let reading = Reading {
        sources,
        language: &config.language,
        lexicons,
        vocabularies: &vocabularies,
        memory,
    };
    let mut told = Told::read(&files.value, &reading, &mut diagnostics);
    let bodies = std::mem::take(&mut told.bodies);
    progress.begins(Stage::Facts);
    let fingerprint = memory.fingerprint(|| told.fingerprint(sources, config, choices));
    let facts = memory.newest(
        "facts",
        || fingerprint,
        || Facts::of(told, sources, config, choices, fingerprint, memory),
    );
    diagnostics.extend_from_slice(&facts.diagnostics);
    progress.begins(Stage::Texts);
    let texts = resolve_texts(bodies, &facts, memory).report_to(&mut diagnostics);
    let programme = facts.site.clone().map(|site| Programme { site, texts });
    Diagnosed { value: programme, diagnostics }
}

/// What the files tell, before any looks at another.
struct Told {
    cities: Vec<Telling<CityFrontMatter, CityWords>>,
    relationships: Vec<Telling<RelationshipFrontMatter, RelationshipWords>>,
    committees: Vec<Telling<CommitteeFrontMatter, CommitteeWords>>,
    events: Vec<Telling<EventFrontMatter, TitleWords>>,
    news: Vec<Telling<NewsFrontMatter, TitleWords>>,
    pages: Vec<Telling<PageFrontMatter, TitleWords>>,
    faqs: Vec<Telling<FaqFrontMatter, TitleWords>>,
    guides: Vec<Telling<GuideFrontMatter, TitleWords>>,
    sections: Vec<Telling<PageFrontMatter, TitleWords>>,
    home_page: Vec<Telling<PageFrontMatter, TitleWords>>,
    bodies: Vec<Body>,
}

impl Told {
    fn read(files: &Files, reading: &Reading<'_>, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let bodies = &mut Vec::new();
        Self {
            cities: files.read(Role::Thing(Kind::City), reading, bodies).report_to(diagnostics),
            relationships: files
                .read(Role::Thing(Kind::Relationship), reading, bodies)
                .report_to(diagnostics),
            committees: files
                .read(Role::Thing(Kind::Committee), reading, bodies)
                .report_to(diagnostics),
            events: files.read(Role::Thing(Kind::Event), reading, bodies).report_to(diagnostics),
            news: files.read(Role::Thing(Kind::News), reading, bodies).report_to(diagnostics),
            pages: files.read(Role::Thing(Kind::Page), reading, bodies).report_to(diagnostics),
            faqs: files.read(Role::Thing(Kind::Faq), reading, bodies).report_to(diagnostics),
            guides: files.read(Role::Thing(Kind::Guide), reading, bodies).report_to(diagnostics),
            sections: files.read(Role::Section, reading, bodies).report_to(diagnostics),
            home_page: files.read(Role::Home, reading, bodies).report_to(diagnostics),
            bodies: std::mem::take(bodies),
        }
    }

    /// Stands for everything that facts are made from.
    fn fingerprint(&self, sources: &Sources, config: &Config, choices: Choices) -> Fingerprint {
        fn all<F, W>(tellings: &[Telling<F, W>]) -> Fingerprint {
            Fingerprint::of_all(tellings.iter().map(|telling| telling.fingerprint))
        }
        let told = [
            all(&self.cities),
            all(&self.relationships),
            all(&self.committees),
            all(&self.events),
            all(&self.news),
            all(&self.pages),
            all(&self.faqs),
            all(&self.guides),
            all(&self.sections),
            all(&self.home_page),
        ];
        let lists = Kind::ALL.into_iter().filter(|kind| kind.is_listed());
        let lists: Vec<_> = lists.map(|kind| sources.fingerprint(&list_file(kind))).collect();
        let (assets, _) = assets(sources);
        let pictures = sources.fingerprint(&picture::list_file());
        let redirects = sources.fingerprint(&redirect::list_file());
        Fingerprint::of(&(
            told,
            lists,
            (assets, pictures, redirects),
            sources.fingerprint(&config.file),
            choices,
        ))
    }
}

/// The facts of a programme, and what there is to say about them.
struct Facts {
    names: Arc<Names>,
    /// Stands for the names.
    names_fingerprint: Fingerprint,
    /// The file of the home page's own words, if they are published.
    home_page: Option<SourcePath>,
    site: Option<Arc<Site>>,
    diagnostics: Vec<Diagnostic>,
}

impl Facts {
    fn of(
        told: Told,
        sources: &Sources,
        config: &Config,
        choices: Choices,
        fingerprint: Fingerprint,
        memory: &Memory,
    ) -> Self {
        fn records<F: Clone + Send + Sync, W: Clone + Send + Sync>(
            tellings: Vec<Telling<F, W>>,
        ) -> Vec<super::record::Record<F, W>> {
            tellings.into_par_iter().map(Telling::into_record).collect()
        }
        let mut diagnostics = Vec::new();
        let mut raw = Raw {
            cities: records(told.cities),
            relationships: records(told.relationships),
            committees: records(told.committees),
            events: records(told.events),
            news: records(told.news),
            pages: records(told.pages),
            faqs: records(told.faqs),
            guides: records(told.guides),
            sections: records(told.sections),
            home_page: records(told.home_page),
            organizations: List::read(Kind::Organization, sources).report_to(&mut diagnostics),
            areas: List::read(Kind::Area, sources).report_to(&mut diagnostics),
            documents: List::read(Kind::Document, sources).report_to(&mut diagnostics),
            terms: List::read(Kind::Term, sources).report_to(&mut diagnostics),
            contacts: List::read(Kind::Contact, sources).report_to(&mut diagnostics),
            pictures: PictureList::read(sources).report_to(&mut diagnostics),
            redirects: RedirectList::read(sources).report_to(&mut diagnostics),
        };
        let names = Arc::new(raw.name(sources, choices, &mut diagnostics));
        let home_page = raw.home_page.first().map(|record| record.file.clone());
        let site = raw.resolve(&names, sources, config, choices, &mut diagnostics);
        Self {
            names_fingerprint: memory.fingerprint(|| Fingerprint::of(&*names)),
            home_page,
            names,
            site: site.map(|site| Arc::new(Site { fingerprint, ..site })),
            diagnostics,
        }
    }
}

impl Facts {
    /// What the text in a file is about, if it is published.
    fn subject(&self, file: &SourcePath) -> Option<Subject> {
        let thing = self.names.by_file(file).map(Subject::Thing);
        let section = || self.names.section_by_file(file).map(Subject::Section);
        let home = || (self.home_page.as_ref() == Some(file)).then_some(Subject::Home);
        thing.or_else(section).or_else(home)
    }
}

/// Gives every text its meaning. What is told of something that is not published is only looked
/// through for mistakes if it is asked for.
fn resolve_texts(bodies: Vec<Body>, facts: &Facts, memory: &Memory) -> Diagnosed<Texts> {
    let resolved: Vec<_> = bodies
        .into_par_iter()
        .filter_map(|body| {
            let subject = facts.subject(&body.own.file)?;
            Some((subject, story(body, facts, memory)))
        })
        .collect();
    let mut texts = Texts::default();
    let mut diagnostics = Vec::new();
    for (subject, story) in resolved {
        let story = story.report_to(&mut diagnostics);
        match subject {
            Subject::Thing(thing) => drop(texts.of_things.insert(thing, story)),
            Subject::Section(section) => drop(texts.of_sections.insert(section, story)),
            Subject::Home => texts.home = Some(story),
        }
    }
    Diagnosed { value: texts, diagnostics }
}

fn story(body: Body, facts: &Facts, memory: &Memory) -> Diagnosed<Story> {
    let mut diagnostics = Vec::new();
    let mut fingerprints = vec![body.own.fingerprint];
    let file = body.own.file.clone();
    let mut statements = Vec::new();
    let mut trails = Vec::new();
    let mut resolve = |text: Text, language: Option<&LanguageTag>| {
        trails.push((text.file.clone(), text.trail));
        if !text.claims.is_empty() {
            let (file, original) = (text.file.clone(), file.clone());
            let (language, claims) = (language.cloned(), text.claims);
            statements.push(Statements { file, original, language, claims });
        }
        let key = || Fingerprint::of(&(&text.file, text.fingerprint, facts.names_fingerprint));
        let resolved = memory.recall(key, || {
            let mut resolver = Resolver::new(&facts.names, &text.file, &[]);
            let prose = Arc::new(Prose::resolve(&text.markdown, &mut resolver));
            Diagnosed { value: prose, diagnostics: resolver.diagnostics }
        });
        Arc::unwrap_or_clone(resolved).report_to(&mut diagnostics)
    };
    let mut prose = Localized::new(resolve(body.own, None));
    for (language, text) in body.translations {
        fingerprints.push(text.fingerprint);
        let translated = resolve(text, Some(&language));
        prose.translate(language, translated);
    }
    let fingerprint =
        memory.fingerprint(|| Fingerprint::of(&(fingerprints, facts.names_fingerprint)));
    Diagnosed { value: Story { file, prose, statements, trails, fingerprint }, diagnostics }
}
