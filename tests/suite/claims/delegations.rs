//! Delegations that went before.

use super::programme;

#[test]
fn a_number_of_earlier_delegations_that_is_wrong() {
    programme(
        "
//- content/events/d.md
---
title: The delegation of 2004-06
kind: delegation-out
date: 2004-06
cities: gaeta
---
It built on the work of the two previous delegations.
#                           ^^^^^^^^^^^^^^^^^^^^^^^^ warning[delegation-count]: the text says `two previous delegations`, but 3 are recorded with Gaeta before this one
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: 1982-12, status: active }
---
In July 2010 the last delegation went, as the previous three delegations had done.
#                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[delegation-count]: the text says `previous three delegations`, but 4 are recorded with Gaeta before this one
",
    )
    .reports();
}

#[test]
fn a_number_of_earlier_delegations_that_is_right() {
    programme(
        "
//- content/events/d.md
---
title: The delegation of 2004-06
kind: delegation-out
date: 2004-06
cities: gaeta
---
It built on the work of the three previous delegations.
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: 1982-12, status: active }
---
In June 2004 a delegation went to teach. It built on the three previous delegations, and in July
2010 the next built on the four earlier delegations. Two earlier delegations had been ill received.
//- content/pages/about.md
---
title: About us
---
A delegation went to Gaeta in September 1999, after the two previous delegations.
",
    )
    .builds();
}
