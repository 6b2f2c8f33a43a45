//! Feeds (Atom, RFC 4287): the news, and what has changed in the programme; each in every language.
//!
//! They need to know where the site will be, since who reads them is elsewhere.

mod atom;
mod changes;
mod news;

use super::sitemap::absolute;
use super::subscription::Subscription;
use super::{Context, Emitter, Plan};
use crate::diagnostic::Diagnosed;
use crate::output::{Contents, Origin, OutputFile, Visibility};
use crate::programme::{Lens, Section};
use crate::values::{Route, Url};
use atom::{Entry, Feed};

pub(super) use changes::has_changes;
pub(super) use news::has_news;

pub(super) const EMITTER: Emitter = Emitter { emit };

/// How many entries a feed has at most.
const MOST: usize = 50;

fn emit(context: &Context<'_>, _: &Plan) -> Diagnosed<Vec<OutputFile>> {
    let Some(base_url) = context.base_url else { return Diagnosed::fine(Vec::new()) };
    let site = context.site;
    let mut files = Vec::new();
    for language in &context.config.languages {
        let lexicon = context.lexicons.of(language);
        let lens = Lens::bare(site, language, lexicon, context.lexicons.own());
        for subscription in Subscription::all(context) {
            let (entries, section, title) = match subscription {
                Subscription::News => {
                    let entries = news::entries(base_url, context, &lens);
                    (entries, Section::News, Section::News.title())
                }
                Subscription::Changes => {
                    let entries = changes::entries(base_url, context, &lens);
                    (entries, Section::Timeline, "feed-changes")
                }
                Subscription::Calendar(_) | Subscription::Anniversaries => continue,
            };
            let title = context.theme.strings.text(language, title);
            let url = subscription.url(site, language);
            let feed = Feed {
                title: format!("{}: {title}", lens.words(&site.name).text),
                author: lens.words(author(context)).text,
                language: language.clone(),
                page: absolute(base_url, &page(section, &lens)),
                url: absolute(base_url, &url),
                entries,
            };
            files.push(OutputFile {
                path: Route::new(&url).output_path(),
                contents: Contents::Bytes(feed.write().into()),
                origin: Origin::Program("a feed"),
                visibility: Visibility::Public,
            });
        }
    }
    Diagnosed::fine(files)
}

/// Who is responsible for what a feed says.
fn author<'a>(context: &Context<'a>) -> &'a crate::values::Words {
    let site = context.site;
    site.operator.map_or(&site.name, |operator| &site.organizations[operator].name)
}

/// The page that shows the same.
fn page(section: Section, lens: &Lens<'_>) -> String {
    let prefix = lens.site.prefix(lens.language);
    if section.is_present(lens.site) { format!("{prefix}{}/", section.key()) } else { prefix }
}

/// The latest entries, the newest first; of the same day, in the order of their ids.
fn latest(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort_by(|one, other| (other.updated, &one.id).cmp(&(one.updated, &other.id)));
    entries.dedup_by(|one, other| one.id == other.id);
    entries.truncate(MOST);
    entries
}

/// The whole address of the site's root, with its slash.
fn root(base_url: &Url) -> String {
    absolute(base_url, "")
}
