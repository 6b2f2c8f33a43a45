//! The sections of a site, and what they say of themselves.

use super::seven;
use crate::site_test::site;

#[test]
fn a_section_says_of_itself_what_its_own_file_says() {
    let built = seven()
        .with(
            "content/site.yaml",
            "name: Friends\nhome: home\nbase_url: https://example.org/\nlanguages: [en, ht]\n",
        )
        .with(
            "content/cities.md",
            "---\ntitle: Our partners\nsummary: Six towns\n---\nWe chose {count cities as=words}.\n",
        )
        .with("content/cities.ht.md", "---\ntitle: Patnè nou yo\n---\nNou chwazi yo.\n")
        .with("content/timeline.md", "---\n---\nAll of it, [with the cities](cities.md).\n")
        .builds();
    built.page("cities/").shows_in_order(&["Our partners", "We chose six.", "Active"]);
    assert!(built.page("cities/").attributes("content").contains(&"Six towns"));
    built.page("cities/by-country/").hides("We chose");
    // The menu and the way back call it so too.
    built.page("cities/gaeta/").shows("Home Our partners Gaeta");
    built.page("ht/cities/").shows_in_order(&["Patnè nou yo", "Nou chwazi yo."]);
    // Without a title, the theme's stays.
    built.page("timeline/").shows_in_order(&["Timeline", "All of it, with the cities."]);
    assert!(built.page("timeline/").attributes("href").contains(&"../cities/"));
}

#[test]
fn the_words_of_a_section_alone_make_a_page_of_how_to_take_part_and_of_nothing_else() {
    let built = site(
        "
//- content/join.md
---
title: Come along
---
Everybody can.
//- content/news.md
---
---
There is none yet.
",
    )
    .builds();
    built.page("join/").shows_in_order(&["Come along", "Everybody can."]);
    built.page("").shows("Come along");
    built.has_no("news/");
}

#[test]
fn a_page_may_stand_where_a_section_is_not() {
    let test = site(
        "
//- content/pages/guides.md
---
title: Our guides
---
They show you the town.
//- content/pages/guides/anna.md
---
title: Anna
---
",
    );
    let built = test.builds();
    built.page("guides/").shows("They show you the town.");
    built.page("guides/anna/").shows("Anna");
}

#[test]
fn a_slip_in_the_name_of_a_section_is_told() {
    site(
        "
//- content/timelin.md
//! error[unexpected-file]: nothing reads `content/timelin.md`
---
---
",
    )
    .reports();
}
