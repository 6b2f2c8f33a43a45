//! Facts that do not fit each other.

use crate::site_test::site;

#[test]
fn a_history_that_hardly_happens() {
    site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship:
  established: 1982
  history:
    - { to: active, date: 1982 }
    - { to: ended, date: 1999 }
    - { to: active, date: 2004 }
#           ^^^^^^ warning[odd-history]: a relationship that was `ended` is `active` again, without a word
    - { to: active, date: 2005 }
#           ^^^^^^ warning[odd-history]: the relationship was `active` already
---
//- content/relationships/ring.md
---
parties: [home, gaeta]
kind: ring
established: 1990
history:
  - { to: active, date: 1990 }
  - { to: proposed, date: 1991 }
#         ^^^^^^^^ warning[odd-history]: a relationship that was `active` is proposed afterwards
---
",
    )
    .reports();
}

#[test]
fn a_history_that_may_be() {
    site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship:
  established: 1982
  history:
    - { to: proposed, date: 1979 }
    - { to: declined, date: 1980 }
    - { to: proposed, date: 1981 }
    - { to: active, date: 1982 }
    - { to: paused, date: 1990 }
    - { to: active, date: 1992 }
    - { to: emeritus, date: 1999 }
    - { to: active, date: 2004, because: Both councils voted to renew it }
    - { to: ended, date: 2006 }
    - { to: active, date: 2008, event: renewal }
---
//- content/events/renewal.md
---
title: Friends again
kind: signing
date: 2008-03-01
cities: gaeta
---
",
    )
    .builds();
}

#[test]
fn two_dates_for_one_beginning() {
    site(
        "
//- content/cities/yerevan.md
---
name: Yerevan
country: AM
relationship:
  established: 1985-08
#              ^^^^^^^ warning[date-disagrees]: established `1985-08`, but active since `1987-04`
  history:
    - { to: developing, date: 1984 }
    - { to: active, date: 1987-04 }
---
",
    )
    .reports();
}

#[test]
fn two_precisions_of_one_beginning() {
    site(
        "
//- content/cities/les-cayes.md
---
name: Les Cayes
country: HT
relationship:
  established: 2014-05
  history:
    - { to: active, date: 2014-05-05 }
---
//- content/cities/yerevan.md
---
name: Yerevan
country: AM
relationship:
  established: \"[1985-08, 1987-04]\"
  history:
    - { to: active, date: 1987-04 }
---
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship:
  established: 1982
  history:
    - { to: paused, date: 2001 }
    - { to: active, date: 2009 }
---
",
    )
    .builds();
}

#[test]
fn two_dates_for_one_event() {
    site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship:
  established: 1982
  history:
    - { to: active, date: 1982-12, event: vote }
#                         ^^^^^^^ warning[date-disagrees]: the status changed `1982-12`, but the event that tells of it was `1982-11-30`
    - { to: paused, date: 2019/.. }
#                         ^^^^^^^ warning[date-disagrees]: Gaeta is paused since `2019/..`, but the event says `2020`
---
//- content/events/vote.md
---
title: The council votes
kind: council-vote
date: 1982-11-30
#     ^^^^^^^^^^ warning[date-disagrees]: the decision was `1982-11-30`, but its paper, “The resolution”, is of `1982-10`
cities: gaeta
decision: { document: resolution }
---
//- content/events/pause.md
---
title: The pause
kind: pause
date: 2020
cities: gaeta
---
//- content/documents.yaml
- { id: resolution, title: The resolution, type: resolution, date: 1982-10 }
",
    )
    .reports();
}

#[test]
fn one_pause_with_different_reasons() {
    site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship:
  established: 1982
  history:
    - to: active
      date: 1982
    - to: paused
      date: 2019/..
      event: pause
      because: [the COVID-19 pandemic, a change of mayors]
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ note[causes-disagree]: this record and the event give different reasons: only the first names `a change of mayors`
---
//- content/events/pause.md
---
title: The pause
kind: pause
date: 2019
cities: gaeta
causes: [the pandemic]
---
",
    )
    .reports();
}

#[test]
fn a_term_that_ended() {
    site(
        "
//- content/committees/friends.md
---
name: Friends of Gaeta
established: 1982
members:
  - { name: A. Chair, role: chair, from: 2019, to: 2025-12 }
#                                                  ^^^^^^^ warning[term-ended]: the term of `A. Chair` ended `2025-12`, and nobody has the seat since
  - { name: An Earlier Chair, role: chair, from: 2011, to: 2019 }
  - { name: A. Clerk, role: clerk, to: 2020 }
  - { name: B. Clerk, role: clerk, from: 2020 }
  - { name: A. Treasurer, role: treasurer, to: 2026-04-30 }
  - { vacant: true, role: treasurer }
  - { name: A. Friend, to: 2026-04-30 }
  - { name: B. Friend, to: 2026-05-01 }
---
//- content/committees/former.md
---
name: Friends of old
dissolved: 1999
members: [{ name: A. Chair, role: chair, to: 1999 }]
---
",
    )
    .reports();
}

#[test]
fn a_review_that_is_overdue() {
    site(
        "
//- content/pages/about.md
---
title: About us
owner: the clerk
review_by: 2026-04
#          ^^^^^^^ warning[review-overdue]: this was to be looked through by `the clerk` until `2026-04`
---
//- content/pages/old.md
---
title: Of old
archived: true
review_by: 2020
---
//- content/pages/new.md
---
title: Of today
reviewed: 2001
review_by: 2026-05
---
//- content/pages/forgotten.md
---
title: Of some day
reviewed: 2024-10
#         ^^^^^^^ warning[review-overdue]: this was last looked through `2024-10`
---
//- content/pages/fresh.md
---
title: Of some other day
reviewed: 2024-11-01
---
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
review_after: 18 months
",
    )
    .reports();
}

#[test]
fn an_agreement_that_ends() {
    site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: 1982, status: active }
---
//- content/cities/galway.md
---
name: Galway
country: IE
relationship: { established: 1997, status: active, agreement: galway }
---
//- content/cities/ischia.md
---
name: Ischia
country: IT
relationship: { established: 1984, status: ended }
---
//- content/documents.yaml
- { id: gaeta, title: Gaeta, type: agreement, date: 1982, until: 1992, cities: gaeta }
- { id: gaeta-again, title: Gaeta, type: agreement, date: 1992, until: 2027-04-30, cities: gaeta }
#                                                                      ^^^^^^^^^^ warning[agreement-expires]: the agreement with Gaeta ends `2027-04-30`, and the relationship is active
- { id: galway, title: Galway, type: agreement, date: 1997, until: 2026-04 }
#                                                                  ^^^^^^^ warning[agreement-expires]: the agreement with Galway ended `2026-04`, and the relationship is active
- { id: ischia, title: Ischia, type: agreement, date: 1984, until: 1994, cities: ischia }
- { id: loan, title: A loan of pictures, type: letter, until: 2026-06, cities: gaeta }
- { id: far, title: Galway, type: agreement, until: 2027-05-02 }
",
    )
    .reports();
}

#[test]
fn a_photograph_that_nobody_is_named_for() {
    site(
        "
//- content/files/tea.jpg
//- content/files/sea.jpg
//! note[missing-credit]: nobody is named for the photograph `sea.jpg`
//- content/pictures.yaml
- { file: tea.jpg, alt: Tea }
#         ^^^^^^^ note[missing-credit]: nobody is named for the photograph `tea.jpg`
",
    )
    .reports();
}
