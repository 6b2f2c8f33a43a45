//! References that lead nowhere, and relationships that cannot be.

use crate::site_test::site;

#[test]
fn no_settings() {
    site("")
        .without("content/site.yaml")
        .expecting("", "error[missing-site]: there is no `content/site.yaml`")
        .reports();
}

#[test]
fn references_to_nothing() {
    site(
        "
//- content/site.yaml
name: Sister Cities
home: hom
#     ^^^ error[unknown-city]: no city is called `hom`
operator: commission
#         ^^^^^^^^^^ error[unknown-organization]: no organization is called `commission`
base_url: https://example.org/
menu: [page:abuot, relationship:ring]
//- content/events/visit.md
---
title: The mayor comes to tea
kind: visit
date: 1982
cities: [gaeta]
#        ^^^^^ error[unknown-city]: no city is called `gaeta`
committee: gaeta
#          ^^^^^ error[unknown-committee]: no committee is called `gaeta`
focus: [tea]
#       ^^^ error[unknown-area]: no area is called `tea`
documents: [menu]
#           ^^^^ error[unknown-document]: no document is called `menu`
---
//- content/committees/committee.md
---
name: The committee
established: 1982
---
Read the [news](news:tea) of the [tea](event:tea).
#                                ^^^^^^^^^^^^^^^^ error[unknown-event]: no event is called `tea`
#        ^^^^^^^^^^^^^^^^ error[unknown-news]: no news is called `tea`
",
    )
    .reports();
}

#[test]
fn references_of_a_menu() {
    site(
        "
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
menu: [page:abuot, relationship:ring]
#                  ^^^^^^^^^^^^^^^^^ error[unknown-relationship]: no relationship is called `ring`
#      ^^^^^^^^^^ error[unknown-page]: no page is called `abuot`
//- content/pages/about.md
---
title: About us
---
",
    )
    .reports();
}

#[test]
fn a_file_that_is_not_there() {
    site("
//- content/documents.yaml
- { id: order, title: The order, file: ordre.pdf }
#                                      ^^^^^^^^^ error[unknown-file]: there is no file `content/files/ordre.pdf`
//- content/files/order.pdf
")
    .reports();
}

#[test]
fn a_home_city_with_a_relationship() {
    site(
        "
//- content/cities/home.md
---
name: Home
country: US
relationship: { established: 1982, status: active }
^^^^^^^^^^^^ error[home-relationship]: the home city has no relationship with itself
---
",
    )
    .reports();
}

#[test]
fn a_relationship_of_one() {
    site(
        "
//- content/relationships/alone.md
---
title: Alone
parties: [home]
#        ^^^^^^ error[too-few-parties]: a relationship has two parties or more, not 1
established: 1982
status: active
---
",
    )
    .reports();
}

#[test]
fn a_history_that_goes_back() {
    site("
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship:
  established: 1982
  history:
    - { to: active, date: 1982-06 }
    - { to: paused, date: 1980 }
#                         ^^^^ error[history-order]: the change of `1980` stands after that of `1982-06`
---
")
    .reports();
}

#[test]
fn a_partner_without_a_relationship() {
    site(
        "
//- content/cities/gaeta.md
//! warning[no-relationship]: nothing says what binds Gaeta to the home city
---
name: Gaeta
country: IT
---
",
    )
    .builds();
}

#[test]
fn a_site_that_does_not_know_where_it_will_be() {
    site(
        "
//- content/site.yaml
//! note[no-base-url]: there is no sitemap and there are no feeds, because the address of the site is not known
name: Sister Cities
home: home
",
    )
    .builds();
}

#[test]
fn something_published_refers_to_something_that_is_not() {
    site(
        "
//- content/pages/about.md
---
title: About
---
[Soon](page:soon)
^^^^^^^^^^^^^^^^^ warning[unpublished-reference]: `soon` is a draft, and what refers to it is published
//- content/pages/soon.md
---
title: Soon
draft: true
---
",
    )
    .with_drafts()
    .reports();
}

#[test]
fn a_home_city_in_a_register() {
    site(
        "
//- content/site.yaml
name: Cities of the river
shape: register
home: home
^^^^ error[register-home]: a register has no home city, and `home` is named as one
",
    )
    .reports();
}

#[test]
fn a_pair_without_a_partner() {
    site(
        "
//- content/site.yaml
name: Two cities
shape: pair
#      ^^^^ warning[not-a-pair]: a pair has one partner, and here there are 0
home: home
",
    )
    .reports();
}

#[test]
fn terms_and_contacts_that_are_not_there() {
    site(
        "
//- content/pages/p.md
---
title: P
---
[A](term:twinning)
^^^^^^^^^^^^^^^^^^ error[unknown-term]: no term is called `twinning`

{contact membership}
#        ^^^^^^^^^^ error[unknown-contact]: no contact is called `membership`
",
    )
    .reports();
}
