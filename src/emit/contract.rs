//! What a theme must provide for this kind of site, and what its templates are given.

use crate::theme::{Contract, TemplateContract};

/// The contract between this program and themes, version [`API`](crate::theme::API).
pub const CONTRACT: Contract = Contract {
    common: &["root", "lang", "site", "page"],
    templates: &[
        template("home.html", "the home page", &["home"]),
        template("directory.html", "the directory of partner cities", &["directory", "groupings"]),
        template("city.html", "the page of a city", &["city"]),
        template(
            "relationships.html",
            "the list of relationships with pages of their own",
            &["relationships"],
        ),
        template("relationship.html", "the page of a relationship", &["relationship", "timeline"]),
        template("committees.html", "the list of committees", &["committees"]),
        template("committee.html", "the page of a committee", &["committee"]),
        template("events.html", "the list of events", &["upcoming", "past"]),
        template("event.html", "the page of an event", &["event"]),
        template("timeline.html", "the timeline of the programme", &["timeline"]),
        template("documents.html", "the list of documents", &["documents"]),
        template("areas.html", "the list of areas of focus", &["areas"]),
        template("area.html", "the page of an area of focus", &["area"]),
        template("organizations.html", "the list of organizations", &["organizations"]),
        template("news.html", "the list of news", &["news"]),
        template("article.html", "the page of a news item", &["article"]),
        template(
            "anniversaries.html",
            "the anniversaries of the coming twelve months",
            &["anniversaries"],
        ),
        template("join.html", "the page that tells how to take part", &[]),
        template("page.html", "any other page", &[]),
        template("404.html", "the page for addresses that do not exist", &[]),
        template("blocks/directory.html", "a directory within a text", &["directory"]),
        template("blocks/timeline.html", "a timeline within a text", &["timeline"]),
    ],
};

const fn template(
    name: &'static str,
    about: &'static str,
    variables: &'static [&'static str],
) -> TemplateContract {
    TemplateContract { name, about, variables }
}
