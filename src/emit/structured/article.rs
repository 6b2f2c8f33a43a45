//! A news item.

use serde_json::{Value, json};

use super::address::Addresses;
use super::{city, moment, one_or_many, set};
use crate::programme::page::News;
use crate::programme::picture::PictureView;
use crate::programme::{Id, Lens, Thing};

/// A news item as its own page tells of it.
pub(super) fn whole(
    id: Id<News>,
    picture: Option<&PictureView>,
    lens: &Lens<'_>,
    addresses: &Addresses<'_>,
) -> Value {
    let data = &lens.site.news[id];
    let url = addresses.of(&lens.url(Thing::News(id)));
    let mut node = json!({
        "@type": "NewsArticle",
        "@id": format!("{url}#article"),
        "headline": lens.words(&data.title).text,
        "inLanguage": lens.language.as_str(),
        "publisher": { "@id": addresses.of("#programme") },
    });
    set(&mut node, "datePublished", data.date.as_ref().and_then(moment::whole));
    set(&mut node, "dateModified", data.updated.as_ref().and_then(moment::whole));
    // Whether it is a person or a body, nobody has said.
    set(&mut node, "creditText", data.author.clone());
    set(&mut node, "description", data.summary.as_ref().map(|words| lens.words(words).text));
    set(&mut node, "image", picture.map(|picture| addresses.of(&picture.src)));
    let cities = data.cities.iter().map(|id| city::named(*id, lens, addresses));
    set(&mut node, "about", one_or_many(cities));
    node
}
