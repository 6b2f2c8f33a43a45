//! Where what a page tells comes from, who looks after it, and what is of the past.

use super::seven;
use crate::site_test::site;

#[test]
fn a_page_names_its_sources_and_who_looks_after_it() {
    let built = site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
population: { count: 20000, as_of: 2020 }
relationship: { established: 1982-12, status: active }
sources:
  - The minutes of 1982
  - { title: Counting heads, url: https://example.org/census, date: 2020, retrieved: 2026-04-01, for: population }
  - { document: agreement, for: relationship.established }
reviewed: 2026-04
review_by: 2027-04
owner: { en: The Commission, ht: Komisyon an }
---
//- content/documents.yaml
- id: agreement
  title: The agreement
  sources: [The town archive]
",
    )
    .builds();
    let page = built.page("cities/gaeta/");
    page.shows("Last reviewed April 2026");
    page.shows("Looked after by The Commission");
    page.shows("Counting heads, 2020 · seen April 1, 2026 · for the population");
    let links = page.attributes("href");
    assert!(links.contains(&"https://example.org/census"));
    // Beside the facts, a number leads to what supports it.
    assert!(links.contains(&"#_source-2") && links.contains(&"#_source-3"));
    assert!(!links.contains(&"#_source-1"));
    page.hides("2027");
    built.page("documents/").shows("The town archive");
    built.page("cities/home/").hides("Sources");
}

#[test]
fn a_source_supports_a_key_that_is_there() {
    site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship:
  established: 1982-12
  history: [{ to: active, date: 1982-12 }]
sources:
  - { title: Minutes, for: relationship.establised }
#                          ^^^^^^^^^^^^^^^^^^^^^^^ error[unknown-key]: `relationship.establised` is no key of this file
  - { title: Minutes, for: established }
#                          ^^^^^^^^^^^ error[unknown-key]: `established` is no key of this file
  - { title: Minutes, for: \"relationship.history[0].date\" }
  - { document: order }
#               ^^^^^ error[unknown-document]: no document is called `order`
  - { for: name }
#   ^^^^^^^^^^^^^ error[missing-key]: a source needs a `title`, a `url` or a `document`
---
//- content/organizations.yaml
- { id: council, name: The Council, sources: [{ title: The register, for: nam }] }
#                                                                         ^^^ error[unknown-key]: `nam` is no key of this file
",
    )
    .reports();
}

#[test]
fn what_is_archived_is_marked_on_its_page_below_it_and_in_lists() {
    let notice = "Archived: this is kept for the record";
    let page = "---\ntitle: Dues\n---\n";
    let archived = "---\ntitle: The archive\narchived: true\n---\n";
    let built = seven()
        .with("content/pages/archive.md", archived)
        .with("content/pages/archive/dues.md", page)
        .with("content/pages/archives.md", page)
        .with("content/news/tea.md", "---\ntitle: Tea\ndate: 2020-04-01\narchived: true\n---\n")
        .with("content/news/milk.md", "---\ntitle: Milk\ndate: 2020-04-01\n---\n")
        .builds();
    for address in ["archive/", "archive/dues/", "news/tea/"] {
        built.page(address).shows(notice);
    }
    for address in ["archives/", "news/milk/", "news/", "", "cities/gaeta/"] {
        built.page(address).hides(notice);
    }
    built.page("news/").shows("Tea Archived");
    built.page("news/").hides("Milk Archived");
}

#[test]
fn a_section_is_archived_with_all_that_is_in_it() {
    let built = seven()
        .with("content/committees.md", "---\narchived: true\n---\nThey did much.\n")
        .with("content/documents.md", "---\narchived: true\n---\n")
        .with("content/committees/haiti.md", "---\nname: For Haiti\n---\n")
        .with("content/documents.yaml", "- { id: order, title: The order }\n")
        .with("content/faq/old.md", "---\ntitle: Of old\narchived: true\n---\n## Why? {#why}\n")
        .with("content/faq/new.md", "---\ntitle: Of today\n---\n## How? {#how}\n\nSo.\n")
        .with("content/events.md", "---\narchived: true\n---\n")
        .with("content/events/tea.md", "---\ntitle: Tea\nkind: meeting\ndate: 2020\n---\n")
        .builds();
    for address in ["committees/", "committees/haiti/", "documents/"] {
        built.page(address).shows("Archived: this is kept for the record");
    }
    built.page("committees/").shows("For Haiti Archived");
    built.page("documents/").shows("DocumentArchived");
    built.page("faq/").shows("Of old (Archived)").hides("Of today (Archived)");
    built.page("faq/old/").shows("Archived: this is kept");
    built.page("timeline/").shows("Tea MeetingArchived");
    built.page("events/").shows("Tea MeetingArchived");
    built.page("cities/").hides("Archived");
}
