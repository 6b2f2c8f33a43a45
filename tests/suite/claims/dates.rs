//! Dates in texts, against the records.

use super::programme;

#[test]
fn a_date_that_the_record_does_not_have() {
    programme(
        "
//- content/cities/galway.md
---
name: Galway
country: IE
relationship: { established: 1997-03, status: active }
---
The sister city relationship was officially established in March 1998.
#                                                          ^^^^^^^^^^ warning[date-disagrees]: the text dates the relationship with Galway to `1998-03`, the record to `1997-03`
//- content/pages/about.md
---
title: About us
---
Gaeta became a sister city of Home in December 1983. Coimbra, established July 1982, was first.
#                                     ^^^^^^^^^^^^^ warning[date-disagrees]: the text dates the relationship with Gaeta to `1983-12`, the record to `1982-12`
#                                                                         ^^^^^^^^^ warning[date-disagrees]: the text dates the relationship with Coimbra to `1982-07`, the record to `1982-06`

Our sister cities:

- Coimbra, Portugal: June 1982
- Ischia, Italy: established June 1985
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[date-disagrees]: the text dates the relationship with Ischia to `1985-06`, the record to `1984-06`
- Galway, Ireland: March 1997
",
    )
    .reports();
}

#[test]
fn a_date_of_another_precision() {
    programme(
        "
The relationship with Les Cayes was established on May 5, 2014. The relationship with Les Cayes was
established in 2014. Les Cayes became a sister city in May 2014. On 5 May 2014 the council voted.
The committee for Galway was established in 1998, and the relationship with Galway was established
by a vote. Galway was established in 1124.
",
    )
    .builds();
}

#[test]
fn dates_of_other_things_in_a_list() {
    programme(
        "
Delegations came:

- Gaeta: June 1990
- Galway: May 2001
- Coimbra: July 2010
",
    )
    .builds();
}
