//! Texts with mistakes, and facts that are damaged.

use super::programme;

#[test]
fn a_mistake_in_a_text_hides_nothing_that_it_says() {
    programme(
        "
Home has nine sister cities.
#        ^^^^^^^^^^^^^^^^^^ warning[count-disagrees]: the text says `nine sister cities`, but the records count 6

A <b>bold</b> claim.
# ^^^ error[raw-html]: HTML cannot be used in prose: `<b>`
",
    )
    .reports();
}

#[test]
fn facts_that_are_damaged_are_not_counted_with() {
    programme(
        "
//- content/cities/galway.md
---
name: Galway
country: IE
relationship: { established: 1997-03, status: activ }
#                                             ^^^^^ error[unknown-value]: `activ` is not known here
---
The relationship has been paused since 2019.
//- content/pages/about.md
---
title: About us
---
Home has three active sister cities.
",
    )
    .reports();
}
