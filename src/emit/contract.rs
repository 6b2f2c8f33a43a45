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
        template(
            "timeline.html",
            "the timeline of the programme, or of a city or kind in it",
            &["timeline", "choices"],
        ),
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
        template("faq.html", "the list of questions, group by group", &["groups"]),
        template(
            "questions.html",
            "the page of a group of questions",
            &["questions", "folded", "structured", "notes"],
        ),
        template("guides.html", "the list of guides", &["guides"]),
        template("guide.html", "the page of a guide", &["steps", "notes"]),
        template("glossary.html", "the list of terms", &["terms"]),
        template("contacts.html", "the list of contacts", &["contacts"]),
        template("page.html", "any other page", &[]),
        template("404.html", "the page for addresses that do not exist", &[]),
        template("blocks/directory.html", "a directory within a text", &["directory"]),
        template("blocks/map.html", "a map within a text", &["map", "prefix"]),
        template("blocks/timeline.html", "a timeline within a text", &["timeline"]),
        template(
            "blocks/questions.html",
            "questions within a text that is not theirs",
            &["questions", "group", "folded", "whole", "level"],
        ),
        template("blocks/contact.html", "a contact within a text", &["contact", "level"]),
        template(
            "blocks/picture.html",
            "a picture within a text: a figure, if it is alone",
            &["picture", "alone"],
        ),
        template("blocks/gallery.html", "pictures beside each other within a text", &["pictures"]),
        template(
            "blocks/comparison.html",
            "two cities beside each other within a text",
            &["comparison"],
        ),
    ],
};

const fn template(
    name: &'static str,
    about: &'static str,
    variables: &'static [&'static str],
) -> TemplateContract {
    TemplateContract { name, about, variables }
}
