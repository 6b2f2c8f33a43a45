//! Fills the holes of prose: addresses, counts, dates, and the parts that the theme draws.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use tera::{Context as TemplateContext, Value};

use super::parts;
use super::picture::picture_html;
use super::request::{Request, Subject};
use super::{Context, Plan, WrittenLink};
use crate::diagnostic::{Diagnostic, Place};
use crate::markdown::NoteMark;
use crate::markdown::html::{escape, escape_into};
use crate::memo::Fingerprint;
use crate::programme::contact::ContactView;
use crate::programme::directive::{Block, Fact, Filter};
use crate::programme::directory::{DirectoryView, Grouping};
use crate::programme::guide::ComparisonView;
use crate::programme::map::MapView;
use crate::programme::picture::PictureView;
use crate::programme::prose::{Address, Goal, Piece};
use crate::programme::{Lens, Prose, Section, Story, Thing};
use crate::values::{LanguageTag, SourcePath};

/// Where prose is shown.
pub(super) struct Setting<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) lens: &'a Lens<'a>,
    /// The site in the language that the prose is in: its facts speak that language too.
    pub(super) words: &'a Lens<'a>,
    /// The way from the page to the site's root.
    pub(super) root: &'a str,
    /// What every page of the language knows of the site.
    pub(super) site: &'a Value,
    /// The address of the page, to be named when a template fails.
    pub(super) page: &'a str,
    /// How the text is changed, if the page is not its own.
    pub(super) guest: Option<&'a Guest>,
    /// The prefixes of the anchors of guests that the page has shown already.
    pub(super) guests: &'a RefCell<Vec<String>>,
    /// Whether the page has shown a picture already.
    pub(super) has_picture: &'a Cell<bool>,
}

/// How a text is changed that is shown on another's page.
pub(super) struct Guest {
    /// What its anchors begin with, so that none is on the page twice.
    pub(super) prefix: String,
    /// How many levels its headings are moved down.
    pub(super) deeper: u8,
    /// The address of its own page: there lead the links within the text.
    pub(super) home: String,
}

impl Setting<'_> {
    /// A prefix that no other guest on the page has.
    pub(super) fn prefix(&self, wanted: &str) -> String {
        let mut guests = self.guests.borrow_mut();
        let count = guests.iter().filter(|guest| *guest == wanted).count();
        guests.push(wanted.to_owned());
        match count {
            0 => format!("_{wanted}-"),
            count => format!("_{wanted}-{}-", count + 1),
        }
    }

    /// Whether a picture that is shown now is the first of the page.
    pub(super) fn is_first_picture(&self) -> bool {
        !self.has_picture.replace(true)
    }

    fn anchor(&self, id: &str) -> String {
        let prefix = self.guest.map_or("", |guest| guest.prefix.as_str());
        format!("{prefix}{id}")
    }

    /// The level at which a heading is shown.
    pub(super) fn level(&self, written: u8) -> u8 {
        (written + self.guest.map_or(0, |guest| guest.deeper)).min(6)
    }
}

/// The HTML of a text.
pub(super) fn fill(prose: &Prose, setting: &Setting<'_>) -> Result<String, Diagnostic> {
    let mut html = fill_pieces(prose, &prose.pieces, 1, setting)?;
    html.push_str(&notes(prose, &prose.pieces, setting)?);
    Ok(html)
}

/// The HTML of some pieces of a text, without the footnotes; `level` is that of the heading above
/// them on the page.
pub(super) fn fill_pieces(
    prose: &Prose,
    pieces: &[Piece],
    mut level: u8,
    setting: &Setting<'_>,
) -> Result<String, Diagnostic> {
    let mut html = String::new();
    for piece in pieces {
        match piece {
            Piece::Html(piece) => html.push_str(piece),
            Piece::Word(key) => {
                let word = setting.context.theme.strings.text(setting.words.language, key);
                escape_into(&mut html, &word);
            }
            Piece::Address(address) => escape_into(&mut html, &href(address, setting)),
            Piece::Picture(picture) => html.push_str(&picture_html(picture, setting)?),
            Piece::Fact { fact, alone } => {
                let fact = fact_html(fact, setting);
                html.push_str(&if *alone { format!("<p>{fact}</p>") } else { fact });
            }
            Piece::Block(block) => html.push_str(&block_html(block, level, setting)?),
            Piece::HeadingStart(heading) => {
                let heading = &prose.headings[*heading];
                level = setting.level(heading.level);
                let id = escape(&setting.anchor(&heading.id));
                html.push_str(&format!("<h{level} id=\"{id}\">"));
            }
            Piece::HeadingEnd(heading) => {
                let level = setting.level(prose.headings[*heading].level);
                html.push_str(&format!("</h{level}>\n"));
            }
            Piece::NoteMark(mark) => {
                let (id, note) = (mark_id(*mark, setting), mark.note);
                let goal = setting.anchor(&format!("fn-{note}"));
                html.push_str(&format!(
                    "<sup class=\"footnote\"><a id=\"{id}\" href=\"#{goal}\" \
                     role=\"doc-noteref\">{note}</a></sup>"
                ));
            }
        }
    }
    Ok(html)
}

fn mark_id(mark: NoteMark, setting: &Setting<'_>) -> String {
    setting.anchor(&match mark {
        NoteMark { note, count: 1 } => format!("fnref-{note}"),
        NoteMark { note, count } => format!("fnref-{note}-{count}"),
    })
}

/// The footnotes that some pieces of a text refer to, themselves or through another footnote.
pub(super) fn notes(
    prose: &Prose,
    pieces: &[Piece],
    setting: &Setting<'_>,
) -> Result<String, Diagnostic> {
    let mut marks: BTreeMap<usize, Vec<NoteMark>> = BTreeMap::new();
    let mut ahead: Vec<&[Piece]> = vec![pieces];
    while let Some(pieces) = ahead.pop() {
        for piece in pieces {
            let Piece::NoteMark(mark) = piece else { continue };
            let is_new = !marks.contains_key(&mark.note);
            marks.entry(mark.note).or_default().push(*mark);
            let note = prose.notes.iter().find(|note| is_new && note.number == mark.note);
            ahead.extend(note.map(|note| note.pieces.as_slice()));
        }
    }
    let shown = prose.notes.iter().filter_map(|note| Some((note, marks.remove(&note.number)?)));
    let mut html = String::new();
    for (note, mut marks) in shown.collect::<Vec<_>>() {
        let number = note.number;
        let id = setting.anchor(&format!("fn-{number}"));
        html.push_str(&format!("<li id=\"{id}\" value=\"{number}\">"));
        html.push_str(&fill_pieces(prose, &note.pieces, 6, setting)?);
        html.push_str("<p class=\"footnote-back\">");
        let back = setting.context.theme.strings.text(setting.words.language, "footnote-back");
        marks.sort_by_key(|mark| mark.count);
        for mark in marks {
            html.push_str(&format!(
                "<a href=\"#{}\" aria-label=\"{} {number}\">↩</a> ",
                mark_id(mark, setting),
                escape(&back)
            ));
        }
        html.push_str("</p></li>\n");
    }
    Ok(match html.as_str() {
        "" => html,
        notes => {
            format!("<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n{notes}</ol>\n</div>\n")
        }
    })
}

/// The value of a link's `href`.
fn href(address: &Address, setting: &Setting<'_>) -> String {
    match setting.guest {
        Some(guest) => guest_href(address, &guest.home, setting.lens, setting.root),
        None => own_href(address, setting.lens, setting.root),
    }
}

/// The value of a link's `href` on another page than the text's own, whose address is `home`: what
/// leads to a part of the same text leads there.
fn guest_href(address: &Address, home: &str, lens: &Lens<'_>, root: &str) -> String {
    match (&address.goal, &address.fragment) {
        (Goal::Here, Some(fragment)) => format!("{root}{home}#{fragment}"),
        (Goal::Here, None) => format!("{root}{home}"),
        _ => own_href(address, lens, root),
    }
}

/// The value of a link's `href` on the text's own page.
pub(super) fn own_href(address: &Address, lens: &Lens<'_>, root: &str) -> String {
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
        Some(word) if in_words => escape(word),
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
            let url = setting.lens.url(Thing::City(*city));
            format!("<a href=\"{}{url}\">{}</a>", setting.root, lens.html(&link.label))
        }
        Fact::Established(city) => {
            let relationship =
                lens.site.principal_relationship(*city).map(|id| &lens.site.relationships[id]);
            match relationship.and_then(|relationship| relationship.established.as_ref()) {
                Some(date) => lens.date(date).html,
                None => escape(lens.lexicon.unknown_date()),
            }
        }
    }
}

/// A part of the page that the theme draws; `level` is that of the heading above it.
fn block_html(block: &Block, level: u8, setting: &Setting<'_>) -> Result<String, Diagnostic> {
    let mut context = TemplateContext::new();
    context.insert_value("root", Value::from(setting.root));
    context.insert_value("lang", Value::from(setting.lens.language.as_str()));
    context.insert_value("site", setting.site.clone());
    let template = match block {
        Block::Directory(filter) => {
            let view = DirectoryView::excerpt(filter, setting.lens);
            context.insert_value("directory", Value::from_serializable(&view));
            "blocks/directory.html"
        }
        Block::Map(filter) => {
            let map = if *filter == Filter::default() {
                setting.lens.map()
            } else {
                Value::from_serializable(&MapView::new(filter, setting.lens))
            };
            context.insert_value("map", map);
            context.insert_value("prefix", Value::from(setting.prefix("map")));
            "blocks/map.html"
        }
        Block::Timeline(city) => {
            context.insert_value("timeline", setting.lens.timeline(*city));
            "blocks/timeline.html"
        }
        Block::Questions { faq, only } => {
            let level = (level + 1).min(6);
            let guests = parts::guests(*faq, only.as_deref(), level, setting)?;
            context.insert_value("level", Value::from(level));
            context.insert_value("questions", Value::from_serializable(&guests));
            let group = setting.lens.link(Thing::Faq(*faq));
            context.insert_value("group", Value::from_serializable(&group));
            let folded = setting.lens.site.faqs[*faq].folded;
            context.insert_value("folded", Value::from(folded));
            context.insert_value("whole", Value::from(only.is_none()));
            "blocks/questions.html"
        }
        Block::Gallery(paths) => {
            let view = |path| PictureView::listed(path, setting.is_first_picture(), setting.lens);
            let views: Vec<PictureView> = paths.iter().filter_map(view).collect();
            context.insert_value("pictures", Value::from_serializable(&views));
            "blocks/gallery.html"
        }
        Block::Contact(contact) => {
            let view = ContactView::new(*contact, setting.lens);
            context.insert_value("level", Value::from((level + 1).min(6)));
            context.insert_value("contact", Value::from_serializable(&view));
            "blocks/contact.html"
        }
        Block::Comparison { city, guide } => {
            let view = ComparisonView::new(*city, *guide, setting.lens);
            context.insert_value("comparison", Value::from_serializable(&view));
            "blocks/comparison.html"
        }
    };
    let html = setting.context.theme.render(template, &context, setting.page)?;
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
        let lens = context.lens(language);
        for request in &plan.pages {
            let route = request.route(site, language);
            let root = route.root();
            let guests = guests_of(context, request).into_iter();
            let guests = guests.filter_map(|thing| Some((context.texts.of(thing)?, Some(thing))));
            let own = prose_of(context, request).map(|story| (story, None));
            for (story, guest) in own.into_iter().chain(guests) {
                let file = shown_file(story, language);
                let home = guest.map(|thing| lens.url(thing));
                for address in unsure_addresses(story, language) {
                    links.push(WrittenLink {
                        page: route.output_path(),
                        href: match &home {
                            Some(home) => guest_href(address, home, &lens, &root),
                            None => own_href(address, &lens, &root),
                        },
                        written: written(address),
                        place: Place::bytes(&file, address.span.clone()),
                    });
                }
            }
        }
    }
    links
}

/// The addresses in a text of which only the finished site knows whether they lead somewhere.
fn unsure_addresses<'a>(
    story: &'a Story,
    language: &LanguageTag,
) -> impl Iterator<Item = &'a Address> {
    let prose = story.prose.translation(language).unwrap_or(story.prose.own());
    let of_notes = prose.notes.iter().flat_map(|note| &note.pieces);
    prose.pieces.iter().chain(of_notes).filter_map(|piece| match piece {
        Piece::Address(address) if is_unsure(address) => Some(address),
        _ => None,
    })
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

/// Stands for the texts that a page shows: its own, and those that it shows parts of.
pub(super) fn shown_texts(context: &Context<'_>, request: &Request) -> Vec<Fingerprint> {
    let site = context.site;
    let own = prose_of(context, request);
    let guests = guests_of(context, request).into_iter();
    let guests = guests.filter_map(|thing| context.texts.of(thing));
    // Of answers it is told how many there are, and how long the file of them is.
    let answers = site.faqs.ids().filter(|_| request.subject == Subject::Section(Section::Data));
    let answers = answers.filter_map(|id| context.texts.of(Thing::Faq(id)));
    own.into_iter().chain(guests).chain(answers).map(|story| story.fingerprint).collect()
}

/// The things whose texts a page shows parts of, in any language.
fn guests_of(context: &Context<'_>, request: &Request) -> BTreeSet<Thing> {
    let story = prose_of(context, request);
    let texts = story.into_iter().flat_map(|story| story.prose.values());
    let mut guests: BTreeSet<Thing> = texts.flat_map(|prose| prose.guests()).collect();
    if let Subject::Thing(Thing::Faq(faq)) = request.subject {
        let questions = context.site.faqs[faq].questions.iter();
        guests
            .extend(questions.flat_map(|question| &question.also).map(|also| Thing::Faq(also.faq)));
    }
    guests
}

/// The text that a page shows as its own.
pub(super) fn prose_of<'a>(context: &Context<'a>, request: &Request) -> Option<&'a Story> {
    match request.subject {
        Subject::Home => context.texts.home(),
        Subject::Directory(Grouping::Status) => context.texts.of_section(Section::Cities),
        Subject::Section(section) => context.texts.of_section(section),
        Subject::Thing(thing) => context.texts.of(thing),
        Subject::Directory(_)
        | Subject::Chosen(_)
        | Subject::Portion(_)
        | Subject::Letter(..)
        | Subject::NotFound => None,
    }
}
