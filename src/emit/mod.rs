//! The programme and a theme into the files of the published site: one file here for each format.
//!
//! An emitter turns data into files. It never writes, and knows none of the others.

mod appointment;
mod assets;
mod calendar;
mod chrome;
mod contract;
mod data;
mod feed;
mod given;
mod identity;
mod pages;
mod parts;
mod picture;
mod prose;
mod redirects;
pub mod report;
mod request;
mod robots;
mod search;
mod section;
mod sitemap;
mod social;
mod structured;
mod subscription;
mod text;
mod views;

use std::sync::OnceLock;

use data::Data;
use request::Request;
use search::letters::{self, Letters};

use crate::config::Config;
use crate::config::languages::Lexicons;
use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::memo::{Fingerprint, Memory};
use crate::output::{Output, OutputFile};
use crate::programme::{Lens, Site, Texts};
use crate::progress::{Progress, Stage};
use crate::theme::Theme;
use crate::values::{LanguageTag, OutputPath, Url};

pub use contract::CONTRACT;

/// Everything an emitter may know.
pub struct Context<'a> {
    /// The programme's facts.
    pub site: &'a Site,
    /// What the owner chose.
    pub config: &'a Config,
    /// How it looks.
    pub theme: &'a Theme,
    /// The words of each language.
    pub lexicons: &'a Lexicons,
    /// Where the site will be.
    pub base_url: Option<&'a Url>,
    /// Stands for all of the above, as far as pages are made from it.
    pub fingerprint: Fingerprint,
    /// The programme's prose.
    pub texts: &'a Texts,
    /// What was made before.
    pub memory: &'a Memory,
    /// Who is told how far the work is.
    pub progress: Progress<'a>,
}

impl<'a> Context<'a> {
    /// The site in a language, without what its pages share.
    fn lens<'l>(&self, language: &'l LanguageTag) -> Lens<'l>
    where
        'a: 'l,
    {
        Lens::bare(self.site, language, self.lexicons.of(language), self.lexicons.own())
    }

    /// The site in its own language.
    fn own_lens(&self) -> Lens<'a> {
        self.lens(&self.site.language)
    }
}

/// A format that the site is published in.
struct Emitter {
    stage: Stage,
    emit: fn(&Context<'_>, &Plan) -> Diagnosed<Vec<OutputFile>>,
}

/// Every format.
const EMITTERS: &[Emitter] = &[
    pages::EMITTER,
    assets::EMITTER,
    data::EMITTER,
    feed::EMITTER,
    calendar::EMITTER,
    sitemap::EMITTER,
    robots::EMITTER,
];

/// What will be made, so that formats can speak of each other.
struct Plan {
    pages: Vec<Request>,
    /// The letters that have pages of their own in the list of everything; found when somebody first asks.
    letters: OnceLock<Letters>,
    /// Made when somebody first asks.
    data: OnceLock<Data>,
}

impl Plan {
    /// All pages.
    fn of(context: &Context<'_>) -> Self {
        let plan = Self::of_nothing();
        let pages = request::plan(context.site, plan.letters(context));
        Self { pages, ..plan }
    }

    /// No page, for who makes only one.
    fn of_nothing() -> Self {
        Self { pages: Vec::new(), letters: OnceLock::new(), data: OnceLock::new() }
    }

    fn letters(&self, context: &Context<'_>) -> &Letters {
        self.letters.get_or_init(|| letters::of(context.site, &context.config.languages))
    }

    fn data(&self, context: &Context<'_>) -> &Data {
        self.data.get_or_init(|| Data::make(context))
    }
}

/// A link in the prose, as it stands in the finished page.
#[derive(Debug, Clone)]
pub struct WrittenLink {
    /// The page.
    pub page: OutputPath,
    /// The value of its `href` attribute.
    pub href: String,
    /// The address as it was written.
    pub written: String,
    /// Where it is written.
    pub place: Place,
}

/// Makes all files of the published site.
#[must_use]
pub fn emit(context: &Context<'_>) -> Diagnosed<Output> {
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    let plan = Plan::of(context);
    let mut files = Vec::new();
    // Pages speak of the data, which would be counted as their work.
    context.progress.begins(Stage::Data);
    plan.data(context);
    for emitter in EMITTERS {
        context.progress.begins(emitter.stage);
        files.extend((emitter.emit)(context, &plan).report_to(&mut diagnostics));
    }
    context.progress.begins(Stage::Gathering);
    let (pages, former) = redirects::emit(context, &files).report_to(&mut diagnostics);
    let (output, clashes) = Output::collect(files.into_iter().chain(pages));
    let output = output.leading_on(former);
    diagnostics.extend(clashes);
    Diagnosed { value: output, diagnostics }
}

/// Makes one page of the published site; nothing, if there will be no such page.
pub fn page(context: &Context<'_>, path: &OutputPath) -> Result<Option<OutputFile>, Diagnostic> {
    let (site, languages) = (context.site, &context.config.languages);
    match Request::find(site, languages, path.route().as_str()) {
        Some((request, language)) => pages::page(context, &request, language).map(Some),
        None => Ok(None),
    }
}

/// Where in the sources links stand whose goal only the finished site knows.
#[must_use]
pub fn written_links(context: &Context<'_>) -> Vec<WrittenLink> {
    let plan = Plan::of(context);
    let mut links = prose::written_links(context, &plan);
    links.extend(redirects::written_links(context));
    links
}
