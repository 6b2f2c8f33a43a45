//! Guides: their steps, how far a relationship has come, and cities beside each other.

use crate::site_test::{SiteTest, site};

const GUIDE: &str = "
//- content/cities/home.md
---
name: Home
country: US
population: { count: 4200, as_of: 2020 }
data_points: { climate: Rain, sights: The pier }
---
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship:
  established: unknown
  status: proposed
  progress: { guide: founding, step: meet }
  contact: pals
data_points: { climate: Sun }
---
//- content/guides/founding.md
---
title: How to begin
summary: In three steps.
steps:
  look:
    duration: six months
    data_points:
      - { id: population, name: Population }
      - { id: climate, name: Climate, text: What people wear in March }
      - { id: sights, name: Sights }
      - { id: schools, name: Schools }
    checklist: [Ask the schools, Ask the port]
    done_when: Two towns remain
    sources: [A handbook]
  meet:
    optional: true
    documents: [letter]
    contact: pals
---
It takes patience.

## Look around {#look}

Read about *towns*.

## Meet {#meet}

## Sign {#sign}

A pen will do.
//- content/documents.yaml
- { id: letter, title: A letter to copy, file: letter.pdf }
//- content/files/letter.pdf
//- content/contacts.yaml
- { id: pals, name: Pen pals, email: pals@example.org, phone: \"+1 617 555 0100, ext. 7\" }
";

fn guide() -> SiteTest {
    site(GUIDE)
}

#[test]
fn a_guide_is_a_numbered_list_of_steps_with_what_is_known_of_each() {
    let built = guide().builds();
    let page = built.page("guides/founding/");
    page.shows_in_order(&[
        "How to begin",
        "It takes patience.",
        "Look around",
        "Step 1 of 3",
        "six months",
        "Read about towns.",
        "What to find out",
        "Population",
        "What people wear in March",
        "Sights",
        "Checklist",
        "Ask the port",
        "Two towns remain",
        "A handbook",
        "Meet",
        "Step 2 of 3",
        "May be left out",
        "A letter to copy",
        "(PDF",
        "Pen pals",
        "pals@example.org",
        "Sign",
        "A pen will do.",
    ]);
    for id in ["look", "meet", "sign"] {
        assert!(page.attributes("id").contains(&id));
    }
    built.page("guides/").shows_in_order(&["How to begin", "In three steps.", "Look", "Sign"]);
    assert!(built.page("guides/").attributes("href").contains(&"../guides/founding/#sign"));
}

#[test]
fn a_city_shows_how_far_its_relationship_has_come() {
    let built = guide().builds();
    let page = built.page("cities/gaeta/");
    page.shows_in_order(&[
        "How far it has come",
        "Step 2 of 3: Meet",
        "Look around done",
        "Meet now",
        "Sign to come",
        "Whom to ask",
        "Pen pals",
    ]);
    assert!(page.attributes("href").contains(&"tel:+16175550100;ext=7"));
    built.page("cities/home/").hides("How far it has come");
}

#[test]
fn two_cities_are_compared_by_what_a_guide_asks() {
    let rows = [
        "What is compared",
        "Population",
        "4,200 (2020)",
        "not recorded",
        "Climate",
        "Rain",
        "Sun",
        "Sights",
        "The pier",
        "not recorded",
        "Schools",
        "not recorded",
        "not recorded",
    ];
    let built = guide()
        .with("content/pages/p.md", "---\ntitle: P\n---\n{comparison gaeta}\n")
        .with("content/pages/q.md", "---\ntitle: Q\n---\n{comparison gaeta guide=founding}\n")
        .builds();
    for address in ["cities/gaeta/", "p/", "q/"] {
        built.page(address).shows_in_order(&rows);
    }
}

#[test]
fn a_relationship_with_a_page_of_its_own_shows_how_far_it_has_come() {
    let built = guide()
        .with(
            "content/relationships/ring.md",
            "---\ntitle: The ring\nparties: [home, gaeta]\nkind: ring\nestablished: unknown\nstatus: developing\nprogress: { guide: founding, step: sign }\n---\n",
        )
        .builds();
    built.page("relationships/ring/").shows("Step 3 of 3: Sign");
}
