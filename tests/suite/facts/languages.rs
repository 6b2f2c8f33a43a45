//! The same facts in several languages.

use crate::site_test::{SiteTest, site};

/// A programme in English and Haitian Creole.
fn bilingual() -> SiteTest {
    site(
        "
//- content/site.yaml
name: { en: Sister Cities, ht: Vil jimèl }
home: home
base_url: https://example.org/
languages: [en, ht]
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
population: { count: 20545, as_of: 2015 }
relationship: { established: 1982-06, status: active }
---
On the sea.
//- content/cities/gaeta.ht.md
---
name: Gayèt
---
Bò lanmè a.
//- content/pages/about.md
---
title: About us
---
We are many.
",
    )
}

#[test]
fn a_translation_has_its_own_words_and_the_facts_of_the_original() {
    let built = bilingual().builds();
    built.page("cities/gaeta/").shows("On the sea.").shows("June 1982");
    let translated = built.page("ht/cities/gaeta/");
    translated
        .shows("Gayèt")
        .shows("Bò lanmè a.")
        .shows("jen 1982")
        .hides("On the sea.")
        .hides("June");
    assert!(translated.html().contains("<html lang=\"ht\""));
}

#[test]
fn what_is_not_translated_is_shown_in_the_original_and_marked() {
    let built = bilingual().builds();
    let page = built.page("ht/about/");
    page.shows("We are many.").shows("English");
    assert!(page.html().contains("lang=\"en\""), "{}", page.html());
    built.page("about/").hides("has not been translated");
}

#[test]
fn every_page_leads_to_itself_in_the_other_language() {
    let built = bilingual().builds();
    for (address, other) in
        [("", "./ht/"), ("about/", "../ht/about/"), ("ht/about/", "../../about/")]
    {
        let page = built.page(address);
        assert!(
            page.attributes("href").contains(&other),
            "{address}: {:?}",
            page.attributes("href")
        );
    }
    let sitemap = built.file("sitemap.xml");
    assert!(
        sitemap.contains("hreflang=\"ht\" href=\"https://example.org/ht/about/\""),
        "{sitemap}"
    );
}
