//! What is scheduled or has expired is not there; with drafts it is, and marked.

use jumelage::output::Visibility;
use jumelage::values::Day;

use super::seven;
use crate::site_test::{SiteTest, site};

/// Seven partners, and a page that is published in June.
fn with_june() -> SiteTest {
    let june = "---\ntitle: June\npublish_from: 2026-06-01\nexpires: 2026-06-30\n---\nRoses.\n";
    seven().with("content/pages/june.md", june)
}

#[test]
fn a_page_comes_on_its_first_day_and_goes_after_its_last() {
    for (today, is_there) in
        [("2026-05-31", false), ("2026-06-01", true), ("2026-06-30", true), ("2026-07-01", false)]
    {
        let built = with_june().on(today).builds();
        if is_there {
            built.page("june/").shows("Roses.");
        } else {
            // Not even in a menu.
            assert_eq!(built.output(), seven().on(today).builds().output(), "{today}");
        }
    }
}

#[test]
fn with_drafts_it_is_there_and_marked() {
    let marked = |test: SiteTest, page: &str| {
        let built = test.with_drafts().builds();
        let file = built.output().get(page).expect("drafts are asked for");
        file.visibility
    };
    let day = |text| Day::parse(text).unwrap();
    let june = "june/index.html";
    assert_eq!(marked(with_june(), june), Visibility::Scheduled(day("2026-06-01")));
    assert_eq!(marked(with_june().on("2026-06-01"), june), Visibility::Public);
    assert_eq!(marked(with_june().on("2026-07-01"), june), Visibility::Expired(day("2026-06-30")));
    assert_eq!(marked(with_june(), "cities/gaeta/index.html"), Visibility::Public);

    let draft = "---\ntitle: June\ndraft: true\npublish_from: 2026-06-01\n---\n";
    assert_eq!(marked(seven().with("content/pages/june.md", draft), june), Visibility::Draft);
    let home = "---\npublish_from: 2026-06-01\n---\nWelcome.\n";
    let home = seven().with("content/home.md", home);
    home.builds().page("").hides("Welcome.");
    assert_eq!(marked(home, "index.html"), Visibility::Scheduled(day("2026-06-01")));
}

#[test]
fn every_kind_with_a_file_of_its_own_can_wait() {
    let test = site(
        "
//- content/home.md
---
publish_from: 2026-05-02
---
Waiting.
//- content/cities/gaeta.md
---
name: Waiting
country: IT
relationship: { established: 1982, status: active }
publish_from: 2026-05-02
---
//- content/relationships/ring.md
---
title: Waiting
parties: [home, gaeta]
established: 1982
status: active
publish_from: 2026-05-02
---
//- content/committees/italy.md
---
name: Waiting
publish_from: 2026-05-02
---
//- content/events/visit.md
---
title: Waiting
kind: visit
date: 1982
cities: [gaeta]
publish_from: 2026-05-02
---
//- content/news/tea.md
---
title: Waiting
date: 2026-04-30
publish_from: 2026-05-02
---
//- content/pages/about/us.md
---
title: Waiting
publish_from: 2026-05-02
---
",
    );
    let waiting = test.builds();
    assert_eq!(waiting.output(), site("").builds().output());
    let built = test.on("2026-05-02").builds();
    for page in [
        "",
        "cities/gaeta/",
        "relationships/ring/",
        "committees/italy/",
        "events/visit/",
        "news/tea/",
        "about/us/",
    ] {
        built.page(page).shows("Waiting");
    }
}

#[test]
fn what_refers_to_it_is_told_when_it_comes_or_went() {
    let test = site(
        "
//- content/pages/about.md
---
title: About us
---
See the [visit](event:visit), and what [was](past.md).
#       ^^^^^^^^^^^^^^^^^^^^ error[unknown-event]: no event is called `visit`
#                                      ^^^^^^^^^^^^^^ error[broken-link]: there is no page `content/pages/past.md`
//- content/events/visit.md
---
title: The mayor comes to tea
kind: visit
date: 2027
publish_from: 2027-01-01
---
//- content/pages/past.md
---
title: What was
expires: 2026-04-30
---
",
    );
    test.reports();
    let drawn = test.drawn();
    for help in [
        "help: `visit` is scheduled for 2027-01-01: publish it earlier, or take the reference out until then",
        "help: `content/pages/past.md` expired after 2026-04-30: take the reference out, or give it a later `expires`",
    ] {
        assert!(drawn.contains(help), "{drawn}");
    }
}

#[test]
fn a_page_that_would_never_be_published() {
    let test = site(
        "
//- content/pages/never.md
---
title: Never
publish_from: 2027-01-01
expires: 2026-12-31
#        ^^^^^^^^^^ error[reversed-range]: `2026-12-31` is before `publish_from`, so this would never be published
---
//- content/pages/once.md
---
title: For one day
publish_from: 2026-12-31
expires: 2026-12-31
---
",
    );
    test.reports();
    let help = "help: write the last day on which it is published, `2027-01-01` or later";
    assert!(test.drawn().contains(help), "{}", test.drawn());
}

#[test]
fn less_than_a_day_is_no_day() {
    let test = site(
        "
//- content/pages/june.md
---
title: June
publish_from: 2026-06
#             ^^^^^^^ error[bad-date]: `2026-06` is not a single day
expires: 2026
#        ^^^^ error[bad-date]: `2026` is not a single day
---
//- content/pages/july.md
---
title: July
publish_from: July 1, 2026
#             ^^^^^^^^^^^^ error[bad-date]: `July 1, 2026` is not how a date is written
expires: 2026-07-32
#        ^^^^^^^^^^ error[impossible-date]: `2026-07-32` does not exist
---
",
    );
    test.reports();
    for help in ["write year, month and day: `2026-05-01`", "write `2026-07-01`"] {
        assert!(test.drawn().contains(help), "{}", test.drawn());
    }
}

#[test]
fn a_translation_comes_and_goes_with_its_original() {
    let settings =
        "name: Sister Cities\nhome: home\nbase_url: https://example.org/\nlanguages: [en, ht]\n";
    site(
        "
//- content/pages/june.md
---
title: June
---
//- content/pages/june.ht.md
---
title: Jen
publish_from: 2026-06-01
^^^^^^^^^^^^ error[fact-in-translation]: `publish_from` is a fact, and this file is a translation
expires: 2026-06-30
^^^^^^^ error[fact-in-translation]: `expires` is a fact, and this file is a translation
---
",
    )
    .with("content/site.yaml", settings)
    .reports();
    let translated = with_june()
        .with("content/pages/june.ht.md", "---\ntitle: Jen\n---\nWoz.\n")
        .with("content/site.yaml", settings);
    translated.builds().has_no("ht/june/");
    translated.on("2026-06-01").builds().page("ht/june/").shows("Woz.");
}

#[test]
fn a_preview_tells_what_would_stop_a_build() {
    site("
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship:
  established: 1982
  status: active
  committee: friends
#            ^^^^^^^ warning[unpublished-reference]: `friends` is a draft, and what refers to it is published
---
See [the market](page:market).
#   ^^^^^^^^^^^^^^^^^^^^^^^^^ warning[unpublished-reference]: `market` is not published before 2026-12-01, and what refers to it is published
//- content/committees/friends.md
---
name: Friends
draft: true
---
We refer to [the market](page:market).
//- content/pages/market.md
---
title: Market
publish_from: 2026-12-01
---
")
    .with_drafts()
    .reports();
}
