//! How relationships stand.

use super::programme;

#[test]
fn a_status_that_the_record_does_not_have() {
    programme(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: 1982-12, status: active }
---
Since 2021 the relationship has been paused.
#                           ^^^^^^^^^^^^^^^ warning[status-contradicts-text]: the text calls the relationship with Gaeta paused since `2021`, the record calls it `active`
//- content/pages/about.md
---
title: About us
---
Our relationship with Ischia is active. Galway is no longer active.
#                            ^^^^^^^^^ warning[status-contradicts-text]: the text calls the relationship with Ischia active, the record calls it `inactive`
#                                              ^^^^^^^^^^^^^^^^^^^ warning[status-contradicts-text]: the text calls the relationship with Galway not active, the record calls it `active`

Coimbra was first. It is a long story. The official sister city relationship has been on hold since
#                                                                            ^^^^^^^^^^^^^^^^ warning[status-contradicts-text]: the text calls the relationship with Coimbra paused since `2020-03`, the record calls it `active`
March 2020, and the university waits.
",
    )
    .reports();
}

#[test]
fn a_status_that_the_record_has_too() {
    programme(
        "
//- content/cities/les-cayes.md
---
name: Les Cayes
country: HT
relationship:
  established: 2014-05
  history: [{ to: active, date: 2014-05-05 }, { to: paused, date: 2019/.. }]
---
Since 2019 the effort has been paused. The relationship is on hold.
//- content/pages/about.md
---
title: About us
---
The relationship with Gaeta is active. The relationship with Ischia is not currently active. The
effort in Les Cayes has been suspended since 2019.
",
    )
    .builds();
}

#[test]
fn another_date_and_other_reasons() {
    programme(
        "
The relationship with Les Cayes has been paused since 2017.
#                               ^^^^^^^^^^^^^^^ warning[date-disagrees]: the text says that the relationship with Les Cayes is paused since `2017`, the record says `2019/..`

The relationship with Les Cayes has been paused since 2019, because of the pandemic and a flood.
#                               ^^^^^^^^^^^^^^^ note[causes-disagree]: the text and the record give different reasons for Les Cayes: `a flood` and `a change of government`

The relationship with Les Cayes has been paused since 2019 due to the pandemic, and a change of
government.
",
    )
    .reports();
}

#[test]
fn a_list_of_active_ones_with_one_that_is_not() {
    programme(
        "
## Active sister cities

- Coimbra, Portugal
- Gaeta, Italy
- Ischia, Italy
# ^^^^^^^^^^^^^ warning[status-contradicts-text]: Ischia stands in a list of what is active, the record calls it `inactive`
- Les Cayes, Haiti

Not active at present are these sister cities:

- [Florence](city:florence)
- Galway
# ^^^^^^ warning[status-contradicts-text]: Galway stands in a list of what is not active, the record calls it `active`
- Ischia
",
    )
    .reports();
}

#[test]
fn a_list_that_the_same_text_contradicts() {
    programme(
        "
We have these sister cities with active relationships:
Coimbra, Portugal: established June 1982
Gaeta, Italy: established December 1982
Les Cayes, Haiti: established May 2014
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[status-contradicts-text]: Les Cayes stands in a list of what is active, and the same text calls it paused since `2019`

Much has been done with Les Cayes. The effort has been paused since 2019.
",
    )
    .reports();
}

#[test]
fn where_paused_ones_are_apart_they_are_not_active() {
    let site = "name: Sister Cities\nhome: home\nbase_url: https://example.org/\ndirectory: { paused: apart }\n";
    programme(
        "
## Active

- Coimbra
- Gaeta
- Les Cayes
# ^^^^^^^^^ warning[status-contradicts-text]: Les Cayes stands in a list of what is active, the record calls it `paused`
",
    )
    .with("content/site.yaml", site)
    .reports();
}
