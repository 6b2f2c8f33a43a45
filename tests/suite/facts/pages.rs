//! Which pages there are, and the ways between them.

use super::seven;
use crate::site_test::{SiteTest, followed, site};

#[test]
fn the_menu_is_what_there_is_unless_the_settings_say_otherwise() {
    let menu = |test: SiteTest| {
        let built = test.builds();
        let page = built.page("");
        let nav = page.html().split_once("<nav class=\"menu\"").map_or("", |(_, rest)| rest);
        let nav = nav.split("</nav>").next().unwrap_or_default();
        crate::visible_text::visible_text(&format!("<body{nav}"))
    };
    let about = "---\ntitle: About us\n---\n";
    let nested = "---\ntitle: Criteria\n---\n";
    let test = seven()
        .with("content/pages/about.md", about)
        .with("content/pages/about/criteria.md", nested);
    assert_eq!(menu(test.clone()), "Sister cities Timeline About us Search");
    let chosen = test.with(
        "content/site.yaml",
        "name: Sister Cities\nhome: home\nbase_url: https://example.org/\nmenu: [{ to: \"page:about\", label: Who we are }, committees, \"city:gaeta\", cities]\n",
    );
    // A section that is empty makes no entry.
    assert_eq!(menu(chosen), "Who we are Gaeta Sister cities Search");
}

#[test]
fn a_section_with_nothing_in_it_has_no_page() {
    let built = site("").builds();
    for section in [
        "cities/",
        "relationships/",
        "timeline/",
        "events/",
        "committees/",
        "areas/",
        "documents/",
        "organizations/",
        "news/",
    ] {
        built.has_no(section);
    }
    built.page("cities/home/").hides("Timeline").hides("Documents").hides("Sister cities in");
}

#[test]
fn links_are_relative_and_lead_to_what_is_there() {
    let built = seven()
        .with("content/pages/about/criteria.md", "---\ntitle: Criteria\n---\n[Gaeta](city:gaeta)\n")
        .with(
            "content/events/visit.md",
            "---\ntitle: The visit\nkind: visit\ndate: 2013\ncities: [gaeta]\n---\n",
        )
        .builds();
    let mut checked = 0;
    for page in built.pages().filter(|page| page.address() != "404.html") {
        for address in page.attributes("href").into_iter().chain(page.attributes("src")) {
            if address.starts_with('#') || address.starts_with("https://example.org/") {
                continue;
            }
            assert!(
                !address.starts_with('/') && !address.contains(':'),
                "{}: {address}",
                page.address()
            );
            let path = followed(page.address(), address);
            assert!(built.paths().any(|known| known == path), "{}: {address}", page.address());
            checked += 1;
        }
    }
    assert!(checked > 100, "only {checked} links");
}

#[test]
fn the_page_for_what_does_not_exist_works_at_any_address() {
    let page_of = |base_url: &str| {
        let settings = format!("name: Sister Cities\nhome: home\nbase_url: {base_url}\n");
        let built = seven().with("content/site.yaml", &settings).builds();
        let page = built.page("404.html");
        page.shows("Page not found");
        page.attributes("href").into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert!(page_of("https://example.org").contains(&"/cities/".to_owned()));
    assert!(page_of("https://example.org/sister/").contains(&"/sister/cities/".to_owned()));
    let sitemap = seven().builds().file("sitemap.xml").to_owned();
    assert!(!sitemap.contains("404"), "{sitemap}");
}

#[test]
fn a_draft_leaves_no_trace() {
    let test = seven()
        .with("content/pages/secret.md", "---\ndraft: true\ntitle: Secret plans\n---\nShh.\n");
    let built = test.builds();
    built.has_no("secret/");
    for page in built.pages() {
        page.hides("Secret");
    }
    assert_eq!(built.output(), seven().builds().output());
    test.with_drafts().builds().page("secret/").shows("Shh.");
}

#[test]
fn the_same_site_gives_the_same_bytes() {
    assert_eq!(seven().builds().output(), seven().builds().output());
}
