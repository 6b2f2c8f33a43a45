//! Questions in groups: their anchors, their answers, and where else they are shown.

use crate::site_test::{SiteTest, site};
use crate::visible_text::visible_text;

/// Two groups: one of them answers a question of the other in its own way.
const GROUPS: &str = "
//- content/site.yaml
name: Friends
home: home
base_url: https://example.org/
languages: [en, ht]
//- content/faq/money.md
---
title: Money
---
## Who pays? {#who-pays}

Whoever travels.
//- content/faq/about.md
---
title: About us
summary: What we are asked most.
order: 1
questions:
  friendship:
    sources: [{ title: The handbook, url: \"https://example.org/handbook\" }]
    also: [money#who-pays]
    audience: [residents, staff]
    related: [about#join]
---
Before you ask.

## What is a \"friendship\"? {#friendship}

Less than[^1] a bond, *R&D* and all. See [below](#join).

### In short

A beginning.

[^1]: Or more.

## How do I join? {#join}

Come to [the tea](#friendship).[^2]

[^2]: On Mondays.
//- content/faq/about.ht.md
---
title: Konsènan nou
---
Anvan ou mande.

## Kisa yon zanmitay ye? {#friendship}

Yon kòmansman.
";

fn groups() -> SiteTest {
    site(GROUPS)
}

#[test]
fn groups_are_listed_in_their_order_with_links_to_every_question() {
    let built = groups().builds();
    let page = built.page("faq/");
    page.shows_in_order(&[
        "Questions and answers",
        "About us",
        "What we are asked most.",
        "What is a “friendship”?",
        "How do I join?",
        "Money",
        "Who pays?",
    ]);
    let links = page.attributes("href");
    assert!(links.contains(&"../faq/about/#friendship"), "{links:?}");
    assert!(links.contains(&"../faq/money/#who-pays"), "{links:?}");
}

#[test]
fn a_group_has_a_numbered_list_and_an_anchor_for_each_question() {
    let built = groups().builds();
    let page = built.page("faq/about/");
    page.shows_in_order(&[
        "What is a “friendship”?",
        "How do I join?",
        "Before you ask.",
        "What is a “friendship”?",
        "Less than1 a bond, R&D and all.",
        "In short",
        "A beginning.",
        "Back to the top",
        "How do I join?",
        "Come to the tea.2",
        "Or more.",
        "On Mondays.",
    ]);
    let ids = page.attributes("id");
    for id in ["friendship", "join", "in-short", "fn-1", "fnref-2"] {
        assert_eq!(ids.iter().filter(|known| **known == id).count(), 1, "{id} in {ids:?}");
    }
}

#[test]
fn other_answers_stand_beside_with_their_sources() {
    let built = groups().builds();
    built.page("faq/about/").shows_in_order(&[
        "A beginning.",
        "The handbook",
        "Another answer, in “Money”",
        "Whoever travels.",
        "For residents",
        "For staff",
        "Read next",
        "How do I join?",
    ]);
    built.page("faq/money/").hides("Another answer");
}

#[test]
fn machines_are_told_the_questions_as_they_are_seen() {
    let built = groups().builds();
    let page = built.page("faq/about/");
    assert_eq!(page.graph()[0]["@type"], "FAQPage");
    let questions = page.main_entity();
    let questions = questions.as_array().expect("a list");
    assert_eq!(questions.len(), 2);
    assert_eq!(questions[0]["@id"], "https://example.org/faq/about/#friendship");
    assert_eq!(questions[0]["name"], "What is a “friendship”?");
    let answer = "Less than1 a bond, R&D and all. See below. In short A beginning.";
    assert_eq!(questions[0]["acceptedAnswer"]["text"], answer);
    let seen = visible_text(page.html());
    for question in questions {
        for text in [&question["name"], &question["acceptedAnswer"]["text"]] {
            assert!(seen.contains(text.as_str().expect("a text")), "{text} is not seen");
        }
    }
}

#[test]
fn an_untranslated_question_is_shown_in_the_original() {
    let built = groups().builds();
    let page = built.page("ht/faq/about/");
    page.shows_in_order(&[
        "Anvan ou mande.",
        "Kisa yon zanmitay ye?",
        "Yon kòmansman.",
        "How do I join?",
        "Come to the tea.",
        "On Mondays.",
    ]);
    page.hides("Less than");
    built.page("ht/faq/").shows("Kisa yon zanmitay ye?");
    assert!(page.attributes("lang").contains(&"en"));
}

#[test]
fn questions_are_guests_on_other_pages() {
    let built = groups()
        .with("content/home.md", "---\n---\nWelcome.\n\n{question about#friendship}\n")
        .with(
            "content/pages/all.md",
            "---\ntitle: All\n---\n## High\n\n### Deep\n\n{questions about}\n\n{question about#join}\n",
        )
        .builds();
    let home = built.page("");
    home.shows_in_order(&["Welcome.", "What is a “friendship”?", "A beginning.", "Or more."]);
    home.hides("Come to");
    // Links within the answer lead to its own page.
    assert!(home.attributes("href").contains(&"./faq/about/#join"));
    let page = built.page("all/");
    page.shows("How do I join?").hides("Before you ask.");
    assert!(page.html().contains("<h4 id=\"_faq-about-join\""), "below the heading above it");
    assert!(page.html().contains("<h5 id=\"_faq-about-friendship-in-short\""));
    assert!(page.html().contains("<h4 id=\"_faq-about-join-2\""), "the second time");
    built.page("ht/all/").shows("Yon kòmansman.");
}

#[test]
fn a_question_is_linked_to_by_its_anchor() {
    let built = groups()
        .with("content/pages/p.md", "---\ntitle: P\n---\n[So](faq:about#join), [all](faq:money).\n")
        .builds();
    let links = built.page("p/").attributes("href");
    assert!(links.contains(&"../faq/about/#join") && links.contains(&"../faq/money/"));
}

#[test]
fn a_link_to_a_question_that_is_not_there_is_told() {
    site(
        "
//- content/faq/about.md
---
title: About
---
## Who? {#who}
//- content/pages/p.md
---
title: P
---
[So](faq:about#whom)
^^^^^^^^^^^^^^^^^^^^ error[broken-link]: the page `/faq/about/` has no `#whom`
",
    )
    .reports();
}

#[test]
fn answers_can_be_folded_away() {
    let folded = GROUPS.replace("order: 1", "order: 1\nfolded: true");
    let built = site(&folded).builds();
    assert_eq!(built.page("faq/about/").html().matches("<details>").count(), 2);
    assert_eq!(built.page("faq/money/").html().matches("<details>").count(), 0);
    assert!(built.page("faq/about/").attributes("id").contains(&"join"));
}
