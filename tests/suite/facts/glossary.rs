//! Terms and contacts.

use crate::site_test::{SiteTest, site};

const TERMS: &str = "
//- content/glossary.yaml
- id: twinning
  term: { en: Sister city, ht: Vil jimo }
  definition: Two towns that know each other.
  also:
    - { text: Partnerstadt, lang: de, where: Germany }
    - { text: jumelage, lang: fr }
  kind: sister
  sources: [A dictionary]
- { id: emeritus, term: Emeritus, definition: Ended and still honoured., status: emeritus }
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: 1982, status: emeritus }
---
Once a [sister city](term:twinning).
";

fn terms() -> SiteTest {
    site(TERMS)
}

#[test]
fn terms_stand_in_the_order_of_their_letters_with_words_in_their_languages() {
    let built = terms()
        .with(
            "content/site.yaml",
            "name: F\nhome: home\nbase_url: https://example.org/\nlanguages: [en, ht]\n",
        )
        .builds();
    let page = built.page("glossary/");
    page.shows_in_order(&[
        "Emeritus",
        "Ended and still honoured.",
        "Sister city",
        "Two towns that know each other.",
        "Partnerstadt Germany",
        "jumelage",
        "A dictionary",
    ]);
    let languages = page.attributes("lang");
    assert!(languages.contains(&"de") && languages.contains(&"fr"), "{languages:?}");
    built.page("ht/glossary/").shows("Vil jimo");
}

#[test]
fn statuses_and_kinds_lead_to_the_terms_that_explain_them() {
    let built = terms().builds();
    let links = built.page("cities/gaeta/").attributes("href");
    assert!(links.contains(&"../../glossary/#emeritus"), "{links:?}");
    assert_eq!(links.iter().filter(|link| **link == "../../glossary/#twinning").count(), 2);
    built.page("cities/").shows("What “Emeritus” means");
    let links = built.page("cities/by-country/").attributes("href");
    assert!(links.contains(&"../../glossary/#emeritus"), "{links:?}");
}

#[test]
fn contacts_say_every_way_there_is_and_what_becomes_of_letters() {
    let built = site(
        "
//- content/site.yaml
name: Friends
home: home
base_url: https://example.org/
notices: { public_records: What you write to us may be public. }
//- content/organizations.yaml
- { id: council, name: The Council }
//- content/contacts.yaml
- id: membership
  name: Membership
  about: How to join
  person: A. Person
  organization: council
  email: join@example.org
  phone: +1 617 555 0100
  address: [1 Main Street, Home]
  hours: Mondays
  form: https://example.org/form
  languages: [en, es]
//- content/pages/p.md
---
title: P
---
Ask: [us](contact:membership).

{contact membership}
",
    )
    .builds();
    for address in ["contacts/", "p/"] {
        built.page(address).shows_in_order(&[
            "Membership",
            "How to join",
            "A. Person",
            "The Council",
            "join@example.org",
            "+1 617 555 0100",
            "example.org/form",
            "1 Main Street",
            "Mondays",
            "English, español",
            "What you write to us may be public.",
        ]);
    }
    let links = built.page("p/").attributes("href");
    assert!(links.contains(&"../contacts/#membership"));
    assert!(links.contains(&"mailto:join@example.org"));
}
