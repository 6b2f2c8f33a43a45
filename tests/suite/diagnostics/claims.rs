//! What a text says of the facts, and they do not. Each rule has more tests in `claims/`.

use crate::site_test::site;

#[test]
fn a_number_that_was_typed() {
    site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: 1982, status: active }
---
Home has three sister cities.
#        ^^^^^^^^^^^^^^^^^^^ warning[count-disagrees]: the text says `three sister cities`, but the records count 1
",
    )
    .reports();
}

#[test]
fn a_status_that_only_the_text_knows() {
    site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: 1982, status: active }
---
The relationship has been paused since 2019.
#                ^^^^^^^^^^^^^^^ warning[status-contradicts-text]: the text calls the relationship with Gaeta paused since `2019`, the record calls it `active`
",
    )
    .reports();
}

#[test]
fn a_list_that_is_nearly_in_order() {
    site(
        "
//- content/pages/history.md
---
title: What happened
---
1. 1982: the first letter
2. 1985: the first visit
#  ^^^^^^^^^^^^^^^^^^^^^ warning[list-order]: the list is in the order of time, but `1985` stands before `1984`
3. 1984: the agreement
4. 1991: the school
",
    )
    .reports();
}

#[test]
fn delegations_that_were_miscounted() {
    site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: 1982, status: active }
---
//- content/events/first.md
---
title: The first delegation
kind: delegation-in
date: 1983
cities: gaeta
---
//- content/events/second.md
---
title: The next delegation
kind: delegation-in
date: 1985
cities: gaeta
---
It was larger than the two previous delegations.
#                      ^^^^^^^^^^^^^^^^^^^^^^^^ warning[delegation-count]: the text says `two previous delegations`, but one is recorded with Gaeta before this one
",
    )
    .reports();
}
