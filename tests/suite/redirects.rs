//! Former addresses lead on: from every form of address, in every language, parts and all.

use crate::site_test::{SiteTest, site};

/// A site in two languages with a city that had other addresses.
fn renamed() -> SiteTest {
    site(
        "
//- content/site.yaml
name: Sister Cities
home: home
languages: [en, ht]
base_url: https://example.org/twins/
//- content/cities/les-cayes.md
---
name: { en: Les Cayes, ht: Okay }
country: HT
relationship: { established: 2014-05, status: active }
aliases: [/sister-cities/aux-cayes.html, cities/aux-cayes, 'old/faq.html#haiti']
---
By the sea.
//- content/faq/about.md
---
title: About
aliases: old/faq.html
---
## What is it? {#what}
Tea.
//- content/redirects.yaml
- { from: '/old/faq.html#visit', to: 'faq:about#what' }
- { from: /forms/, to: 'https://forms.example.org/join?a=1&b=2' }
- { from: /beside/, to: 'https://example.org/twins/of-another-program' }
- { from: /all, to: cities }
- { from: /begin.htm, to: / }
",
    )
}

#[test]
fn whoever_comes_to_a_former_address_is_led_on() {
    let built = renamed().builds();
    for (address, goal) in [
        ("sister-cities/aux-cayes.html", "../cities/les-cayes/"),
        ("cities/aux-cayes/", "../../cities/les-cayes/"),
        ("ht/cities/aux-cayes/", "../../../ht/cities/les-cayes/"),
        ("all/", "../cities/"),
        ("begin.htm", "./"),
        ("forms/", "https://forms.example.org/join?a=1&amp;b=2"),
    ] {
        let page = built.page(address);
        let html = page.html();
        assert!(html.contains(&format!("content=\"0; url={goal}\"")), "{address}: {html}");
        assert!(html.contains(&format!("data-goal=\"{goal}\"")), "{address}: {html}");
        assert!(html.contains(&format!("<a href=\"{goal}\">")), "{address}: {html}");
        assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"), "{address}: {html}");
    }
}

#[test]
fn the_page_says_what_it_leads_to_in_the_language_of_the_reader() {
    let built = renamed().builds();
    built.page("cities/aux-cayes/").shows("This page has moved").shows("Les Cayes");
    built.page("ht/cities/aux-cayes/").shows("Paj sa a chanje plas").shows("Okay");
    built.page("all/").shows("Sister cities");
}

#[test]
fn a_part_of_a_former_page_may_have_a_goal_of_its_own() {
    let built = renamed().builds();
    let page = built.page("old/faq.html");
    assert_eq!(page.attributes("data-goal"), ["../faq/about/"]);
    let parts = "{&quot;haiti&quot;:&quot;../cities/les-cayes/&quot;,\
                 &quot;visit&quot;:&quot;../faq/about/#what&quot;}";
    assert_eq!(page.attributes("data-parts"), [parts]);
}

#[test]
fn a_part_alone_leads_the_whole_page_to_where_it_went() {
    let redirect = "- { from: '/old/faq.html#visit', to: 'faq:about#what' }";
    let faq = "---\ntitle: About\n---\n## Tea? {#what}\nYes.\n";
    let site = site("").with("content/redirects.yaml", redirect).with("content/faq/about.md", faq);
    let built = site.builds();
    assert_eq!(built.page("old/faq.html").attributes("data-goal"), ["../faq/about/"]);
}

#[test]
fn the_whole_address_of_the_goal_is_the_right_one_for_search_engines() {
    let built = renamed().builds();
    let canonical = "<link rel=\"canonical\" href=\"https://example.org/twins/cities/les-cayes/\">";
    assert!(built.page("cities/aux-cayes/").html().contains(canonical));
    assert!(!built.file("sitemap.xml").contains("aux-cayes"));
}

#[test]
fn a_site_that_never_moved_has_no_script_for_it() {
    site("").builds().has_no("assets/redirect.js");
    assert!(renamed().builds().file("assets/redirect.js").contains("location.replace"));
}

#[test]
fn what_is_not_published_leads_nobody_to_it() {
    let draft = "---\ntitle: Okay\ndraft: true\naliases: /before/\n---\n";
    let site = site("").with("content/pages/okay.md", draft);
    site.builds().has_no("before/");
    site.with_drafts().builds().page("before/").shows("Okay");
}

#[test]
fn every_mistake_is_told_at_once_and_where_it_is_written() {
    site(
        "
//- content/site.yaml
name: Sister Cities
home: home
languages: [en, ht]
base_url: https://example.org/
//- content/pages/a.md
---
title: A
aliases: [/one/, /b, /a/before.html, /ht/one/, /files/tea.pdf, /files]
#                ^^ error[former-address]: `/b/` is in use: `content/pages/b.md` stands there
#                                    ^^^^^^^^ error[former-address]: `/ht/one/` lies among the pages of the language `ht`
#                                              ^^^^^^^^^^^^^^ error[former-address]: there can be nothing at `/files/tea.pdf/`, because `content/files/tea.pdf` is a file on the way
---
//- content/pages/b.md
---
title: B
aliases: /One
#        ^^^^ error[former-address]: `/One/` leads to two goals
---
//- content/files/tea.pdf
//- content/redirects.yaml
- { from: /x/, to: /y }
#                  ^^ error[former-address]: `/y` leads back here, in a circle
- { from: /y/, to: /x/ }
#                  ^^^ error[former-address]: `/x/` leads back here, in a circle
- { from: /z/, to: /z/ }
#                  ^^^ error[former-address]: `/z/` leads to itself
- { from: /who/, to: 'city:oslo' }
#                    ^^^^^^^^^^^ error[unknown-city]: no city is called `oslo`
- { from: /what/, to: something }
#                     ^^^^^^^^^ error[bad-link]: `something` is not something that an address can lead to
- { from: /lost/ }
# ^^^^^^^^^^^^^^^^ error[missing-key]: `to` is missing
- { from: '/node?id=7', to: / }
#         ^^^^^^^^^^^^ error[bad-former-address]: `/node?id=7` has a query, the part behind `?`
",
    )
    .reports();
}

#[test]
fn a_goal_that_does_not_exist_is_told_where_it_is_written() {
    site(
        "
//- content/pages/a.md
---
title: A
---
//- content/redirects.yaml
- { from: /gone/, to: /nowhere/ }
#                     ^^^^^^^^^ error[broken-link]: `/nowhere/` does not exist
- { from: /part/, to: 'page:a#nothing' }
#                     ^^^^^^^^^^^^^^^^ error[broken-link]: the page `/a/` has no `#nothing`
- { from: '/part/#one', to: events }
#                           ^^^^^^ error[broken-link]: `/events/` does not exist
",
    )
    .reports();
}
