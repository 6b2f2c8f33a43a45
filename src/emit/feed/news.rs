//! The news as entries of a feed, with their whole text.

use super::atom::{Entry, Text};
use super::{latest, root};
use crate::emit::Context;
use crate::emit::appointment::exact_days;
use crate::emit::chrome::{self, SiteView};
use crate::emit::identity::uuid;
use crate::emit::request::{Request, Subject};
use crate::emit::sitemap::absolute;
use crate::emit::text::{Frame, PageText};
use crate::programme::page::News;
use crate::programme::{Id, Lens, Site, Thing};
use crate::values::date::Day;
use crate::values::{Date, Url};

/// Whether there is any. What is dated in the future is not there yet, to who reads a feed.
pub(in crate::emit) fn has_news(site: &Site) -> bool {
    site.news.iter().any(|(_, news)| day(news.date.as_ref(), site).is_some())
}

/// The latest news.
pub(super) fn entries(base_url: &Url, context: &Context<'_>, lens: &Lens<'_>) -> Vec<Entry> {
    let site = lens.site;
    let (menu, _) = chrome::menu(context);
    let view = SiteView::value(lens, &menu, context.theme);
    let root = root(base_url);
    let dated = site.news.iter().filter_map(|(id, data)| {
        let published = day(data.date.as_ref(), site)?;
        let updated = day(data.updated.as_ref(), site).unwrap_or(published).max(published);
        let uuid = uuid(site, &["news", data.id.as_str(), lens.language.as_str()]);
        Some(Dated { id, uuid, published, updated })
    });
    // What was changed long after it was published may be newer than what was published later.
    let latest = latest(dated.collect(), |news: &Dated| (news.updated, &news.uuid)).into_iter();
    let entries = latest.map(|Dated { id, uuid, published, updated }| {
        let data = &site.news[id];
        let (title, text) = (lens.words(&data.title), text_of(id, &root, &view, context, lens));
        let (content, lead) = text.map_or((None, None), |text| (text.0, text.1));
        let summary = data.summary.as_ref().map(|summary| lens.words(summary));
        let summary = summary.map(|summary| Text { text: summary.text, language: summary.lang });
        Entry {
            id: uuid,
            title: Text { text: title.text, language: title.lang },
            url: absolute(base_url, &lens.url(Thing::News(id))),
            updated,
            published: Some(published),
            author: data.author.clone(),
            summary: summary.or(lead.map(|text| Text { text, language: None })),
            content,
        }
    });
    entries.collect()
}

/// A news item that a feed can put in order.
struct Dated {
    id: Id<News>,
    uuid: String,
    published: Day,
    updated: Day,
}

/// All of a news item, and what can stand for a summary. A mistake in it is told where its page is
/// made.
fn text_of(
    id: Id<News>,
    root: &str,
    site: &tera::Value,
    context: &Context<'_>,
    lens: &Lens<'_>,
) -> Option<(Option<Text>, Option<String>)> {
    let request = Request { subject: Subject::Thing(Thing::News(id)) };
    let route = request.route(lens.site, lens.language);
    let frame = Frame { route: &route, root, site, has_picture: true };
    let text = PageText::of(&request, context, lens, &frame).ok()?;
    let language = text.foreign.then(|| lens.site.language.to_string());
    let body = text.body.as_ref().and_then(tera::Value::as_str).map(ToOwned::to_owned);
    Some((body.map(|text| Text { text, language }), text.lead))
}

/// A day that is known and has come.
fn day(date: Option<&Date>, site: &Site) -> Option<Day> {
    let (day, _) = exact_days(date?)?;
    (day <= site.today).then_some(day)
}
