//! HTML pages: each is printed from its text, its facts and what is around every page.

mod about;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use bytes::Bytes;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use tera::{Context as TemplateContext, Value};

use super::chrome::{self, MenuTarget, SiteView};
use super::data;
use super::given::given;
use super::prose::{self, prose_of, shown_texts};
use super::request::{Request, Subject};
use super::search;
use super::sitemap::absolute;
use super::social::{self, Shared, Social};
use super::structured::{self, Described};
use super::subscription::SubscriptionView;
use super::text::{Frame, PageText};
use super::views::PageView;
use super::{Context, Emitter, Plan};
use crate::diagnostic::{Diagnosed, Diagnostic};
use crate::memo::Fingerprint;
use crate::output::{Contents, Origin, OutputFile, Visibility};
use crate::picture::Card;
use crate::programme::Section;
use crate::programme::division::{Listing, Portion, PortionsView};
use crate::programme::lens::{Cards, Lens};
use crate::programme::locator::Globes;
use crate::programme::picture::PictureView;
use crate::programme::upkeep::UpkeepView;
use crate::progress::Stage;
use crate::values::{LanguageTag, OutputPath, Route, SourcePath};
use about::{kind, origin_name};

pub(super) const EMITTER: Emitter = Emitter { stage: Stage::Pages, emit };

fn emit(context: &Context<'_>, plan: &Plan) -> Diagnosed<Vec<OutputFile>> {
    let (menu, mut diagnostics) = chrome::menu(context);
    let sections = Section::present(context.site);
    let mut cards: BTreeMap<OutputPath, OutputFile> = BTreeMap::new();
    let mut files = Vec::with_capacity(plan.pages.len() * context.config.languages.len());
    let globes = globes(context);
    for language in &context.config.languages {
        let lens = lens(context, language, &globes);
        let press = Press::new(context, &lens, &sections, &menu, plan);
        let made: Vec<_> = plan.pages.par_iter().map(|request| press.print(request)).collect();
        let mut found = Vec::new();
        for page in made {
            match page {
                Ok(Sheet { page, card, found: of_page }) => {
                    files.push(page);
                    found.extend(of_page);
                    // Pages that want one address are told so; their cards need not be.
                    let card = card.map(|card| (card.path.clone(), card));
                    cards.extend(card);
                }
                Err(diagnostic) => diagnostics.push(diagnostic),
            }
        }
        files.extend(search::files(found, &lens));
    }
    files.extend(cards.into_values());
    // One mistake in a template shows on every page; it is said once, for the first of them.
    let mut seen = BTreeSet::new();
    diagnostics.retain(|diagnostic| {
        seen.insert((diagnostic.message.clone(), format!("{:?}", diagnostic.place)))
    });
    Diagnosed { value: files, diagnostics }
}

/// One page in a language.
pub(super) fn page(
    context: &Context<'_>,
    request: &Request,
    language: &LanguageTag,
) -> Result<OutputFile, Diagnostic> {
    let (menu, _) = chrome::menu(context);
    let sections = Section::present(context.site);
    let lens = lens(context, language, &globes(context));
    let plan = Plan::of_nothing();
    Press::new(context, &lens, &sections, &menu, &plan).print(request).map(|sheet| sheet.page)
}

/// The site in a language; what its pages share is made once.
fn lens<'a>(context: &Context<'a>, language: &'a LanguageTag, globes: &Arc<Globes>) -> Lens<'a> {
    let key = || Fingerprint::of(&(context.site.fingerprint, context.lexicons.fingerprint()));
    let name = format!("cards in {language}");
    let cards = context.memory.newest(&name, key, || Cards::of(context.site));
    context.lens(language).with_cards(cards).with_globes(Arc::clone(globes))
}

/// The globes of all cities, which are the same in all languages.
fn globes(context: &Context<'_>) -> Arc<Globes> {
    if !context.memory.remembers() && context.config.languages.len() == 1 {
        // Each is asked for once, and would only take room.
        return Arc::default();
    }
    let key = || Globes::fingerprint(context.site);
    context.memory.newest("globes", key, || Globes::of(context.site))
}

/// A page as it is published, and what else comes of it.
struct Sheet {
    page: OutputFile,
    /// What is shown where somebody shares it.
    card: Option<OutputFile>,
    /// What can be found of it.
    found: Vec<search::Found>,
}

/// A page as it was printed, without the place where it is published.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Impression {
    /// Stands for all that the template made it from. Under it the text is kept: of other facts may
    /// come the same.
    source: Fingerprint,
    #[serde(skip)]
    html: Bytes,
    card: Option<Arc<Card>>,
    found: Vec<search::Found>,
}

/// A page, or what is wrong with it.
type Printed = Result<Impression, Diagnostic>;

/// The names of what outlives the program.
const IMPRESSION: &str = "a page without its text";
const HTML: &str = "the text of a page";

/// Prints the pages of one language.
struct Press<'a> {
    context: &'a Context<'a>,
    lens: &'a Lens<'a>,
    /// The sections that have something in them.
    sections: &'a [Section],
    menu: &'a [MenuTarget],
    plan: &'a Plan,
    /// Made once, and shared by all pages.
    site: Value,
    /// Stands for `site`.
    site_fingerprint: Fingerprint,
    /// Made when a page first asks for it.
    catalogue: OnceLock<search::Catalogue>,
}

impl<'a> Press<'a> {
    fn new(
        context: &'a Context<'a>,
        lens: &'a Lens<'a>,
        sections: &'a [Section],
        menu: &'a [MenuTarget],
        plan: &'a Plan,
    ) -> Self {
        let site = SiteView::value(lens, menu, context.theme);
        let site_fingerprint = context.memory.fingerprint(|| Fingerprint::of_view(&site));
        let catalogue = OnceLock::new();
        Self { context, lens, sections, menu, plan, site, site_fingerprint, catalogue }
    }

    /// Prints a page, and gives it its place.
    fn print(&self, request: &Request) -> Result<Sheet, Diagnostic> {
        let lens = self.lens;
        let route = request.route(lens.site, lens.language);
        let printed = self.impression(request, &route);
        let Impression { html, card, found, .. } = Arc::unwrap_or_clone(printed)?;
        let (origin, visibility) = match prose_of(self.context, request) {
            Some(story) => {
                let file = prose::shown_file(story, lens.language);
                (Origin::Source(file), lens.site.visibility(&story.file))
            }
            None => (Origin::Program(origin_name(request.subject)), Visibility::Public),
        };
        let page = OutputFile {
            path: route.output_path(),
            contents: Contents::Bytes(html),
            origin,
            visibility,
        };
        let card = card.and_then(|card| social::card_file(card, &route, visibility));
        Ok(Sheet { page, card, found })
    }

    /// Prints a page, unless the same has been printed before: a page is made from what the
    /// context holds, and from its own text with those that it shows parts of.
    fn impression(&self, request: &Request, route: &Route) -> Arc<Printed> {
        let (context, memory) = (self.context, self.context.memory);
        let key = memory.fingerprint(|| {
            let texts = Fingerprint::of_all(shown_texts(context, request));
            Fingerprint::of(&(context.fingerprint, self.lens.language, request, texts))
        });
        let print = || {
            if let Some(kept) = self.kept(key) {
                return Ok(kept);
            }
            let printed = self.print_anew(request, route);
            if let (Some(archive), Ok(impression)) = (memory.archive(), &printed) {
                archive.put(IMPRESSION, key, impression);
            }
            printed
        };
        memory.recall(|| key, print)
    }

    /// A page as an earlier run has printed it.
    fn kept(&self, key: Fingerprint) -> Option<Impression> {
        let archive = self.context.memory.archive()?;
        let impression: Impression = archive.get(IMPRESSION, key)?;
        let html = archive.get(HTML, impression.source)?;
        Some(Impression { html, ..impression })
    }

    fn print_anew(&self, request: &Request, route: &Route) -> Printed {
        let lens = self.lens;
        let root = self.root(request, route);
        let (template, mut variables) = self.given(request.subject);
        variables.extend(self.given_of_data(request.subject));
        let pictures = self.pictures(request);
        let has_picture = !pictures.is_empty();
        let frame = Frame { route, root: &root, site: &self.site, has_picture };
        let mut text = PageText::of(request, self.context, lens, &frame)?;
        variables.append(&mut text.parts);
        let questions = std::mem::take(&mut text.questions);
        let printed = search::Printed {
            subject: request.subject,
            text: &text,
            variables: &variables,
            summary: self.summary(request).map(|words| lens.words(words).text),
            lens,
            theme: self.context.theme,
        };
        let found = printed.found();
        let mut page = self.page(request, route, text, pictures);
        let own = self.file(request);
        let lead = own.as_ref().and_then(|file| lens.site.pictures.of(file).first());
        let shared =
            Shared { request, route, title: &page.title, lead: lead.zip(page.pictures.first()) };
        let social = Social::of(&shared, self.context, lens);
        let (social, card) = social.map(|social| (social.view, social.card)).unzip();
        page.social = social;
        let described = Described { request, root: &root, view: &page, questions: &questions };
        page.structured = structured::graph(&described, self.context, lens);
        let memory = self.context.memory;
        let source = memory.fingerprint(|| {
            let views = (Fingerprint::of_view(&page), Fingerprint::of_view(&variables));
            let theme = self.context.theme.fingerprint;
            let shared = self.site_fingerprint;
            Fingerprint::of(&(theme, template, &root, lens.language, shared, views))
        });
        let html = memory.recall_kept(HTML, source, || -> Result<Bytes, Diagnostic> {
            let mut context = TemplateContext::new();
            context.insert_value("root", Value::from(root.as_str()));
            context.insert_value("lang", Value::from(lens.language.as_str()));
            context.insert_value("site", self.site.clone());
            context.insert_value("page", Value::from_serializable(&page));
            for (name, value) in &variables {
                context.insert_value(*name, value.clone());
            }
            let mut html = self.context.theme.render(template, &context, route.as_str())?;
            // All pages are in memory until they are published.
            html.shrink_to_fit();
            Ok(html.into_bytes().into())
        });
        let html = Arc::unwrap_or_clone(html)?;
        Ok(Impression { source, html, card: card.flatten(), found })
    }

    /// The template of a page, and what it is given.
    fn given(&self, subject: Subject) -> (&'static str, Vec<(&'static str, Value)>) {
        let shown = match subject {
            Subject::Section(Section::Search) => None,
            Subject::Letter(letter, page) => Some((letter, page)),
            _ => return given(subject, self.lens),
        };
        search::page(shown, self.catalogue(), self.plan.letters(self.context), self.lens)
    }

    /// All names, letter by letter.
    fn catalogue(&self) -> &search::Catalogue {
        self.catalogue.get_or_init(|| search::Catalogue::of(self.lens))
    }

    /// The place of a page in a list that is too long for one.
    fn portions(&self, subject: Subject) -> Option<PortionsView> {
        match subject {
            Subject::Letter(letter, page) => {
                search::portions((letter, page), self.catalogue(), self.lens)
            }
            _ => {
                let (list, place) = subject.list()?;
                PortionsView::new(list, place, self.lens)
            }
        }
    }

    /// What a page shows of the files of data.
    fn given_of_data(&self, subject: Subject) -> Vec<(&'static str, Value)> {
        let data = || self.plan.data(self.context);
        match subject {
            Subject::Section(Section::Data) => data::variables(data(), self.context, self.lens),
            Subject::Directory(_)
            | Subject::Portion(Portion { list: Listing::Directory(_), .. }) => {
                data::downloads(data(), Section::Cities)
            }
            _ => Vec::new(),
        }
    }

    /// The way to the site's root. The page for what does not exist is shown at any address, so
    /// its way begins at the host.
    fn root(&self, request: &Request, route: &Route) -> String {
        match request.subject {
            Subject::NotFound => {
                let path = self.context.base_url.map_or("", |url| url.path());
                format!("{}/", path.trim_end_matches('/'))
            }
            _ => route.root(),
        }
    }

    fn page(
        &self,
        request: &Request,
        route: &Route,
        text: PageText,
        pictures: Vec<PictureView>,
    ) -> PageView {
        let (context, lens) = (self.context, self.lens);
        let site = lens.site;
        let own = &site.language;
        let listed = context.base_url.filter(|_| request.is_listed());
        let PageText { body, foreign, contents, lead, .. } = text;
        PageView {
            kind: kind(request.subject),
            title: self.title(request),
            description: self.summary(request).map(|words| lens.words(words).text).or(lead),
            url: route.to_string(),
            section: self.section(request),
            direction: lens.language.direction().as_str(),
            languages: chrome::languages(context, request, lens.language),
            breadcrumbs: chrome::breadcrumbs(request, lens, self.sections),
            social: None,
            structured: None,
            subscriptions: SubscriptionView::of(request, context, lens),
            canonical: listed.map(|base_url| absolute(base_url, route.as_str())),
            alternates: if request.is_listed() {
                chrome::alternates(context, request)
            } else {
                Vec::new()
            },
            contents,
            portions: self.portions(request.subject),
            body,
            body_lang: foreign.then(|| own.to_string()),
            body_dir: foreign.then(|| own.direction().as_str()),
            untranslated: foreign.then(|| context.lexicons.own().name().to_owned()),
            pictures,
            upkeep: self.upkeep(request),
        }
    }

    /// How the page is kept.
    fn upkeep(&self, request: &Request) -> UpkeepView {
        let file = self.file(request);
        file.map(|file| UpkeepView::new(&file, self.lens)).unwrap_or_default()
    }

    /// The pictures of the page.
    fn pictures(&self, request: &Request) -> Vec<PictureView> {
        let Some(file) = self.file(request) else { return Vec::new() };
        let pictures = self.lens.site.pictures.of(&file).iter().enumerate();
        pictures
            .filter_map(|(index, picture)| PictureView::of_page(picture, index == 0, self.lens))
            .collect()
    }

    /// The file that the page is about: that of its text, or the one that would be.
    fn file(&self, request: &Request) -> Option<SourcePath> {
        match (prose_of(self.context, request), request.subject) {
            (Some(story), _) => Some(story.file.clone()),
            (None, Subject::Thing(thing)) => Some(self.lens.site.file(thing)),
            (None, _) => None,
        }
    }
}
