//! Fills the holes of prose: addresses, counts, dates, and the parts that the theme draws.

use tera::{Context as TemplateContext, Value};

use super::request::{Request, Subject};
use super::{Context, Plan, WrittenLink};
use crate::diagnostic::{Diagnostic, Place};
use crate::programme::directive::{Block, Fact};
use crate::programme::directory::{DirectoryView, Grouping};
use crate::programme::prose::{Address, Goal, Piece};
use crate::programme::{Lens, Prose, Section, Story, Thing};
use crate::theme::Theme;
use crate::values::{LanguageTag, SourcePath};

/// Where prose is shown.
pub(super) struct Setting<'a> {
    pub(super) lens: &'a Lens<'a>,
    /// The site in the language that the prose is in: its facts speak that language too.
    pub(super) words: &'a Lens<'a>,
    pub(super) theme: &'a Theme,
    /// The way from the page to the site's root.
    pub(super) root: &'a str,
    /// What every page of the language knows of the site.
    pub(super) site: &'a Value,
    /// The address of the page, to be named when a template fails.
    pub(super) page: &'a str,
}

/// The HTML of a text.
pub(super) fn fill(prose: &Prose, setting: &Setting<'_>) -> Result<String, Diagnostic> {
    let mut html = String::new();
    for piece in &prose.pieces {
        match piece {
            Piece::Html(piece) => html.push_str(piece),
            Piece::Word(key) => {
                let word = setting.theme.strings.text(setting.words.language, key);
                crate::markdown::html::escape_into(&mut html, &word);
            }
            Piece::Address(address) => {
                let href = href(address, setting.lens, setting.root);
                crate::markdown::html::escape_into(&mut html, &href);
            }
            Piece::Fact { fact, alone } => {
                let fact = fact_html(fact, setting);
                html.push_str(&if *alone { format!("<p>{fact}</p>") } else { fact });
            }
            Piece::Block(block) => html.push_str(&block_html(block, setting)?),
        }
    }
    Ok(html)
}

/// The value of a link's `href`.
fn href(address: &Address, lens: &Lens<'_>, root: &str) -> String {
    let site = lens.site;
    let base = match &address.goal {
        Goal::Here => String::new(),
        Goal::External(url) => return url.clone(),
        Goal::Thing(thing) => format!("{root}{}", lens.url(*thing)),
        Goal::Home => format!("{root}{}", site.prefix(lens.language)),
        Goal::File(path) => format!("{root}{}", path.href()),
        // Files are the same in every language.
        Goal::Route(route) if route.is_file() => format!("{root}{route}"),
        Goal::Route(route) => format!("{root}{}{route}", site.prefix(lens.language)),
    };
    match &address.fragment {
        // A document's or organization's address is an anchor already.
        Some(fragment) if !base.contains('#') => format!("{base}#{fragment}"),
        _ if base.is_empty() => "#".to_owned(),
        _ => base,
    }
}

fn fact_html(fact: &Fact, setting: &Setting<'_>) -> String {
    let lens = setting.words;
    let number = |number: u64, in_words: bool| match lens.lexicon.number_in_words(number) {
        Some(word) if in_words => crate::markdown::html::escape(word),
        _ => lens.number(number),
    };
    match fact {
        Fact::Count { noun, filter, in_words } => {
            number(lens.count(*noun, filter) as u64, *in_words)
        }
        Fact::Date(date) => lens.date(date).html,
        Fact::Years { since, in_words } => {
            let years = since.full_years_until(lens.site.today);
            number(u64::from(years.expect("only what can be counted is resolved")), *in_words)
        }
        Fact::City(city) => {
            let link = lens.link(Thing::City(*city));
            {
                let url = setting.lens.url(Thing::City(*city));
                format!("<a href=\"{}{url}\">{}</a>", setting.root, lens.html(&link.label))
            }
        }
        Fact::Established(city) => {
            let relationship =
                lens.site.principal_relationship(*city).map(|id| &lens.site.relationships[id]);
            match relationship.and_then(|relationship| relationship.established.as_ref()) {
                Some(date) => lens.date(date).html,
                None => crate::markdown::html::escape(lens.lexicon.unknown_date()),
            }
        }
    }
}

fn block_html(block: &Block, setting: &Setting<'_>) -> Result<String, Diagnostic> {
    let mut context = TemplateContext::new();
    context.insert_value("root", Value::from(setting.root));
    context.insert_value("lang", Value::from(setting.lens.language.as_str()));
    context.insert_value("site", setting.site.clone());
    let template = match block {
        Block::Directory(filter) => {
            let view = DirectoryView::new(Grouping::Status, filter, setting.lens);
            context.insert_value("directory", Value::from_serializable(&view));
            "blocks/directory.html"
        }
        Block::Timeline(city) => {
            context.insert_value("timeline", setting.lens.timeline(*city));
            "blocks/timeline.html"
        }
    };
    let html = setting.theme.render(template, &context, setting.page)?;
    // What the theme draws is in the page's language, whatever the prose around it is in.
    let language = setting.lens.language;
    if language == setting.words.language {
        return Ok(html);
    }
    let direction = language.direction().as_str();
    Ok(format!("<div lang=\"{language}\" dir=\"{direction}\">{html}</div>"))
}

/// The links in prose whose goal only the finished site knows: anchors, and addresses written from
/// the site's root.
pub(super) fn written_links(context: &Context<'_>, plan: &Plan) -> Vec<WrittenLink> {
    let site = context.site;
    let mut links = Vec::new();
    for language in &context.config.languages {
        let own = context.lexicons.own();
        let lens = Lens::bare(site, language, context.lexicons.of(language), own);
        for request in &plan.pages {
            let Some(story) = prose_of(context, request) else { continue };
            let translation = story.prose.translation(language);
            let prose = translation.unwrap_or(story.prose.own());
            let unsure = prose.pieces.iter().filter_map(|piece| match piece {
                Piece::Address(address) if is_unsure(address) => Some(address),
                _ => None,
            });
            for address in unsure {
                let route = request.route(site, language);
                let file = shown_file(story, language);
                links.push(WrittenLink {
                    page: route.output_path(),
                    href: href(address, &lens, &route.root()),
                    written: written(address),
                    place: Place::bytes(&file, address.span.clone()),
                });
            }
        }
    }
    links
}

/// An address as it was written, as far as only the finished site can judge it.
fn written(address: &Address) -> String {
    let path = match &address.goal {
        Goal::Route(route) => format!("/{route}"),
        _ => String::new(),
    };
    match &address.fragment {
        Some(fragment) => format!("{path}#{fragment}"),
        None => path,
    }
}

fn is_unsure(address: &Address) -> bool {
    match &address.goal {
        Goal::External(_) => false,
        Goal::Route(_) => true,
        _ => address.fragment.is_some(),
    }
}

/// The file that a page in a language shows the text of.
pub(super) fn shown_file(story: &Story, language: &LanguageTag) -> SourcePath {
    match story.prose.translation(language) {
        Some(_) => translated_file(&story.file, language),
        None => story.file.clone(),
    }
}

/// The file of a translation.
fn translated_file(file: &SourcePath, language: &LanguageTag) -> SourcePath {
    let stem = file.as_str().trim_end_matches(".md");
    SourcePath::new(&format!("{stem}.{language}.md"))
        .expect("a translation lies beside its original")
}

/// The text that a page shows as its own.
pub(super) fn prose_of<'a>(context: &Context<'a>, request: &Request) -> Option<&'a Story> {
    match request.subject {
        Subject::Home => context.texts.home(),
        Subject::Directory(Grouping::Status) => context.texts.of_section(Section::Cities),
        Subject::Section(section) => context.texts.of_section(section),
        Subject::Thing(thing) => context.texts.of(thing),
        Subject::Directory(_) | Subject::NotFound => None,
    }
}
