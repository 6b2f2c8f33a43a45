//! What once went wrong, each named after it.

use super::site_test::site;

#[test]
fn a_ring_took_the_place_of_a_citys_own_relationship() {
    let built = site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship:
  established: 1982
  history: [{ to: active, date: 1982 }, { to: paused, date: 2020, because: a flood }]
---
//- content/cities/coimbra.md
---
name: Coimbra
country: PT
relationship: { established: 1990, status: active }
---
//- content/relationships/ring.md
---
parties: [home, gaeta, coimbra]
kind: ring
established: 2001
status: active
---
//- content/relationships/abroad.md
---
parties: [gaeta, coimbra]
established: 2002
status: active
---
//- content/pages/about.md
---
title: About
---
It began in {established gaeta}.
",
    )
    .builds();
    built.page("cities/gaeta/").shows_in_order(&["paused since 2020", "a flood", "1982"]);
    built.page("about/").shows("It began in 1982.");
    built.page("relationships/abroad/").shows("Gaeta – Coimbra");
}

#[test]
fn a_delegation_that_started_at_home_was_numbered_among_all_of_them() {
    let built = site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: 1982, status: active }
---
//- content/cities/coimbra.md
---
name: Coimbra
country: PT
relationship: { established: 1990, status: active }
---
//- content/events/a.md
---
title: To Gaeta
kind: delegation-out
date: 1991
cities: [home, gaeta]
---
//- content/events/b.md
---
title: To Coimbra
kind: delegation-out
date: 1992
cities: [home, coimbra]
---
//- content/events/c.md
---
title: To both
kind: delegation-out
date: 1993
cities: [gaeta, coimbra]
---
",
    )
    .builds();
    built.page("events/b/").shows("Delegation 1 of 2");
    built.page("events/c/").hides("Delegation 2 of 2");
}

#[test]
fn years_were_made_up_where_none_can_be_counted() {
    site(
        "
//- content/pages/about.md
---
title: About
---
For {years since=2030} or {years since=195X} years.
#                                      ^^^^ error[bad-date]: no full years can be counted since `195X`
#                ^^^^ error[bad-date]: no full years can be counted since `2030`
",
    )
    .reports();
}

#[test]
fn a_draft_of_the_home_page_was_published() {
    let draft = site(
        "
//- content/home.md
---
draft: true
---
Not yet.
",
    );
    draft.builds().page("").hides("Not yet.");
}

#[test]
fn a_language_listed_twice_made_every_page_clash() {
    site(
        "
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
languages: [en, ht, ht]
#                   ^^ error[duplicate-key]: the language `ht` is listed twice
",
    )
    .reports();
}

#[test]
fn a_city_whose_file_cannot_be_read_was_called_missing() {
    site(
        "
//- content/cities/gaeta.md
//! error[missing-front-matter]: the file is empty
//- content/pages/about.md
---
title: About
---
See [Gaeta](city:gaeta) and [it](../cities/gaeta.md).
",
    )
    .reports();
}

#[test]
fn an_empty_name_in_a_translation_was_published() {
    site(
        "
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
languages: [en, ht]
//- content/cities/home.ht.md
---
name: \"\"
#     ^^ error[empty-text]: the text is empty
---
",
    )
    .reports();
}

#[test]
fn a_document_with_a_sign_in_its_name_could_not_be_published() {
    let built = site(
        "
//- content/documents.yaml
- { id: order, title: The order, file: \"order #1.pdf\" }
//- content/pages/about.md
---
title: About
---
See [the order](/files/order%20%231.pdf).
",
    )
    .with("content/files/order #1.pdf", "")
    .builds();
    let documents = built.page("documents/");
    assert!(documents.attributes("href").contains(&"../files/order%20%231.pdf"));
}

#[test]
fn untranslated_prose_spoke_two_languages() {
    let built = site(
        "
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
languages: [en, ht]
//- content/pages/about.md
---
title: About
---
It began in {date 1982-06}.
",
    )
    .builds();
    built.page("ht/about/").shows("It began in June 1982.");
}

#[test]
fn a_place_of_geonames_with_the_number_nought_is_refused() {
    site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
geonames: 0
#         ^ error[bad-identifier]: `0` is not the number of a place
relationship: { established: 1982, status: active }
---
",
    )
    .reports();
}
