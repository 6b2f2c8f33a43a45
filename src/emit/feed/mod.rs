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
use crate::progress::Stage;
use crate::values::date::Day;
use crate::values::{Route, Url};
use atom::Feed;

pub(super) use changes::has_changes;
pub(super) use news::has_news;

pub(super) const EMITTER: Emitter = Emitter { stage: Stage::Feeds, emit };

/// How many entries a feed has at most.
const MOST: usize = 50;

fn emit(context: &Context<'_>, _: &Plan) -> Diagnosed<Vec<OutputFile>> {
    let Some(base_url) = context.base_url else { return Diagnosed::fine(Vec::new()) };
    let site = context.site;
    let feeds = Subscription::feeds(context);
    let mut files = Vec::new();
    for language in &context.config.languages {
        let lens = context.lens(language);
        for subscription in &feeds {
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

/// The latest of what has a day and an id, the newest first; of the same day, in the order of ids.
fn latest<T>(mut told: Vec<T>, key: impl Fn(&T) -> (Day, &str)) -> Vec<T> {
    told.sort_by(|one, other| {
        let ((day, id), (other_day, other_id)) = (key(one), key(other));
        other_day.cmp(&day).then(id.cmp(other_id))
    });
    told.dedup_by(|one, other| key(one).1 == key(other).1);
    told.truncate(MOST);
    told
}

/// The whole address of the site's root, with its slash.
fn root(base_url: &Url) -> String {
    absolute(base_url, "")
}
