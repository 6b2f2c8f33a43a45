//! Feeds: the news, and what has changed in the programme.

use crate::site_test::{SiteTest, site};

fn programme() -> SiteTest {
    site(
        "
//- content/site.yaml
name: { en: Twins & more, ht: Jimo }
home: home
operator: office
base_url: https://example.org/twins/
languages: [en, ht]
//- content/organizations.yaml
- { id: office, name: The Office }
//- content/documents.yaml
- { id: order, title: \"An order <1>\", type: policy-order, date: 2010-01-11 }
- { id: report, title: A report, type: report, date: 2011 }
- { id: coming, title: Of next year, type: report, date: 2027-01-01 }
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship:
  established: 1982-06
  history:
    - { to: active, date: 1982-06 }
    - { to: paused, date: 2019/.., because: A storm }
    - { to: active, date: 2024-03-05 }
    - { to: ended, date: 2027 }
---
//- content/cities/kent.md
---
name: Kent
country: GB
relationship: { established: 2020-02-03~, status: active }
---
//- content/news/first.md
---
title: \"First ]]> & </entry> news\"
date: 2026-04-02
updated: 2026-04-20
author: A. Person
summary: In short.
---
See [Gaeta](city:gaeta), [below](#more) and [an order](document:order).

## More

A *word*.
//- content/news/first.ht.md
---
title: Premye nouvèl
---
Mo.
//- content/news/second.md
---
title: Second news
date: 2026-04-10
---
Only in English, and all of it.
//- content/news/tomorrow.md
---
title: Of tomorrow
date: 2026-05-02
---
Words.
//- content/news/draft.md
---
title: A draft
date: 2026-04-03
draft: true
---
Words.
",
    )
}

/// The entries of a feed, as they are written.
fn entries(feed: &str) -> Vec<&str> {
    feed.split("<entry>").skip(1).collect()
}

/// What an element of an entry holds.
#[track_caller]
fn of<'a>(entry: &'a str, name: &str) -> &'a str {
    let (_, rest) = entry.split_once(&format!("<{name}")).expect("the element is there");
    let (_, rest) = rest.split_once('>').expect("its tag ends");
    rest.split_once(&format!("</{name}>")).expect("it ends").0
}

#[test]
fn news_is_told_whole_with_whole_addresses() {
    let built = programme().builds();
    let feed = built.file("feed.xml");
    let entries = entries(feed);
    assert_eq!(entries.len(), 2, "{feed}");
    let first = entries[0];
    assert_eq!(of(first, "title"), "First ]]&gt; &amp; &lt;/entry&gt; news");
    assert_eq!(of(first, "updated"), "2026-04-20T00:00:00Z");
    assert_eq!(of(first, "published"), "2026-04-02T00:00:00Z");
    assert_eq!(of(first, "name"), "A. Person");
    assert_eq!(of(first, "summary"), "In short.");
    let content = of(first, "content");
    assert!(
        content.contains("href=&quot;https://example.org/twins/cities/gaeta/&quot;"),
        "{content}"
    );
    assert!(content.contains("&lt;em&gt;word&lt;/em&gt;"), "{content}");
    assert!(first.contains("xml:base=\"https://example.org/twins/news/first/\""), "{first}");
    assert_eq!(of(entries[1], "title"), "Second news");
    assert_eq!(of(feed, "updated"), "2026-04-20T00:00:00Z");
    assert_eq!(of(feed, "author"), "<name>The Office</name>");
    for withheld in ["draft", "tomorrow"] {
        assert!(!feed.to_lowercase().contains(withheld), "{feed}");
    }
}

#[test]
fn each_language_has_its_own_and_says_where_it_has_none_of_its_words() {
    let built = programme().builds();
    let feed = built.file("ht/feed.xml");
    assert!(feed.contains("xml:lang=\"ht\""), "{feed}");
    assert!(feed.contains("href=\"https://example.org/twins/ht/feed.xml\""), "{feed}");
    let entries = entries(feed);
    assert_eq!(of(entries[0], "title"), "Premye nouvèl");
    assert!(entries[1].contains("<title xml:lang=\"en\">Second news"), "{}", entries[1]);
    assert!(entries[1].contains("<content xml:lang=\"en\""), "{}", entries[1]);
    let own = crate::feeds::entries(built.file("feed.xml"));
    assert_ne!(of(own[0], "id"), of(entries[0], "id"));
}

#[test]
fn changes_are_told_where_their_month_is_known_and_has_come() {
    let built = programme().builds();
    let feed = built.file("changes.xml");
    let told: Vec<(&str, &str, &str)> = entries(feed)
        .into_iter()
        .map(|entry| (of(entry, "updated"), of(entry, "title"), of(entry, "summary")))
        .collect();
    let expected = [
        ("2024-03-05T00:00:00Z", "Gaeta: relationship active", "March 5, 2024"),
        ("2010-01-11T00:00:00Z", "An order &lt;1&gt;", "January 11, 2010 · Policy order"),
        ("1982-06-01T00:00:00Z", "Gaeta: relationship active", "June 1982"),
    ];
    assert_eq!(told, expected);
    // The day of a month is not known, and so not when it was published.
    assert!(!entries(feed)[2].contains("published"), "{feed}");
    assert_eq!(feed, programme().on("2026-05-03").builds().file("changes.xml"));
}

#[test]
fn ids_stay_when_words_and_addresses_change() {
    let ids = |test: SiteTest| {
        let built = test.builds();
        let feed = built.file("changes.xml");
        entries(feed).into_iter().map(|entry| of(entry, "id").to_owned()).collect::<Vec<_>>()
    };
    let renamed = "name: Other\nhome: home\noperator: office\nbase_url: https://other.example/\nlanguages: [en, ht]\n";
    let all = ids(programme());
    assert_eq!(all, ids(programme().with("content/site.yaml", renamed)));
    assert!(all[0].starts_with("urn:uuid:") && all[0] != all[2], "{all:?}");
}

#[test]
fn a_feed_has_fifty_entries_and_is_offered_on_its_pages() {
    let mut test = programme();
    for number in 0..60 {
        let text = format!(
            "---\ntitle: Number {number}\ndate: 2025-01-{:02}\n---\nWords.\n",
            number % 28 + 1
        );
        test = test.with(&format!("content/news/n{number}.md"), &text);
    }
    let built = test.builds();
    assert_eq!(entries(built.file("feed.xml")).len(), 50);
    let link = "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"../feed.xml\"";
    assert!(built.page("news/").html().contains(link), "{}", built.page("news/").html());
    built.page("news/").shows("Subscribe to the news (Atom feed)");
    built.page("timeline/").shows("Subscribe to changes (Atom feed)");
    assert!(built.page("").html().contains("./changes.xml"));
    built.page("").hides("Subscribe");
}

#[test]
fn without_an_address_of_the_site_there_is_no_feed() {
    let yaml = "name: Twins\nhome: home\noperator: office\nlanguages: [en, ht]\n";
    let built = programme().with("content/site.yaml", yaml).builds();
    built.has_no("feed.xml");
    built.has_no("changes.xml");
    assert!(!built.page("news/").html().contains("feed.xml"));
}
