//! What happened, when it did, and what still may.

use super::seven;
use crate::site_test::{SiteTest, site};

#[test]
fn a_month_stays_a_month_on_every_page() {
    let built = site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
population: { count: 20545, as_of: 1982-06 }
relationship:
  established: 1982-06
  history: [{ to: active, date: 1982-06 }]
  committee: gaeta
timeline: [{ date: 1982-06, title: Tea }]
---
{date 1982-06}, {established gaeta}
//- content/committees/gaeta.md
---
name: The committee
established: 1982-06
members: [{ name: A. Person, from: 1982-06 }]
---
//- content/events/tea.md
---
title: More tea
kind: meeting
date: 1982-06
cities: [gaeta]
---
//- content/documents.yaml
- { id: order, title: The order, date: 1982-06, cities: [gaeta] }
",
    )
    .builds();
    let mut shown = 0;
    // The page about the data tells how dates are written there.
    for page in built.pages().filter(|page| page.address() != "data/index.html") {
        let text = page.text();
        shown += text.matches("June 1982").count();
        for wrong in ["June 1,", "June 01", "June 30", "1982-06"] {
            assert!(!text.contains(wrong), "`{}` shows `{wrong}`:\n{text}", page.address());
        }
        assert!(!page.html().contains("1982-06-01"), "{}", page.address());
    }
    assert!(shown > 10, "the month is shown only {shown} times");
}

#[test]
fn a_change_in_the_future_does_not_count_yet() {
    let test = site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship:
  established: 1982
  history:
    - { to: active, date: 1982 }
    - { to: inactive, date: 2026-09 }
---
",
    );
    let is_active = |test: &SiteTest| test.builds().page("cities/").text().contains("Not active");
    assert!(!is_active(&test));
    assert!(!is_active(&test.clone().on("2026-08-31")));
    assert!(is_active(&test.clone().on("2026-09-30")));
    assert!(is_active(&test.on("2027-01-01")));
}

#[test]
fn an_event_is_coming_up_until_it_is_over() {
    let test = site(
        "
//- content/events/visit.md
---
title: The visit
kind: visit
date: 2026-05-23/2026-05-31
---
",
    );
    test.builds().page("").shows_in_order(&["Coming up", "The visit"]).hides("Latest events");
    test.clone().on("2026-05-31").builds().page("").shows("Coming up");
    test.on("2026-06-01").builds().page("").shows("Latest events").hides("Coming up");
}

#[test]
fn delegations_are_numbered_city_by_city_and_cancelled_ones_do_not_count() {
    let delegation = |date: &str, city: &str, status: &str| {
        format!(
            "---\ntitle: To {city} in {date}\nkind: delegation-out\ndate: {date}\ncities: [{city}]\nstatus: {status}\n---\n"
        )
    };
    let built = seven()
        .with("content/events/a.md", &delegation("2016", "les-cayes", "held"))
        .with("content/events/b.md", &delegation("2013-05", "les-cayes", "held"))
        .with("content/events/c.md", &delegation("2014", "les-cayes", "cancelled"))
        .with("content/events/d.md", &delegation("2015", "gaeta", "held"))
        .builds();
    built.page("events/b/").shows("Delegation 1 of 2");
    built.page("events/a/").shows("Delegation 2 of 2");
    built.page("events/c/").shows("Cancelled").hides("of 2");
    built.page("events/d/").shows("Delegation 1 of 1");
    built.page("cities/les-cayes/").shows_in_order(&["Delegation 1 of 2", "Delegation 2 of 2"]);
}

#[test]
fn what_has_no_date_comes_last_in_a_timeline() {
    let built = seven()
        .with(
            "content/events/story.md",
            "---\ntitle: A story\nkind: other\ndate: unknown\ncities: [gaeta]\n---\n",
        )
        .builds();
    built.page("timeline/").shows_in_order(&["1982", "2019", "Date not recorded", "A story"]);
    built.page("cities/gaeta/").shows_in_order(&["June 1982", "A story"]);
}

#[test]
fn an_event_and_the_change_that_names_it_are_told_once() {
    let built = site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship:
  established: 1982-06
  history: [{ to: active, date: 1982-06-25, event: signing }]
---
//- content/events/signing.md
---
title: The mayors sign
kind: signing
date: 1982-06-25
cities: [gaeta]
---
",
    )
    .builds();
    built
        .page("timeline/")
        .shows("The mayors sign")
        .hides("relationship established")
        .hides("relationship active");
}
