//! What is shown of a page where somebody shares it.

use super::Site;
use crate::photograph::{jpeg, looks};
use crate::site_test::site;

/// The value of a property of Open Graph.
fn property<'a>(html: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = html.split_once(&format!("property=\"og:{name}\" content=\""))?;
    rest.split('"').next()
}

#[test]
fn every_page_has_a_card_with_its_title() {
    let site = Site::new();
    site.write("pages/about.md", "---\ntitle: À propos de l’amitié — and “more”\n---\n".as_bytes());
    site.write("pages/far.md", "---\ntitle: 友好都市\n---\n".as_bytes());
    let long =
        format!("---\ntitle: {}\n---\n", "Friendship between very distant places ".repeat(9));
    site.write("pages/long.md", long.as_bytes());
    site.publish();
    let html = String::from_utf8(site.published("about/index.html")).expect("it is text");
    let about = "https://example.org/cards/about.png";
    assert_eq!(property(&html, "image"), Some(about));
    assert_eq!(property(&html, "url"), Some("https://example.org/about/"));
    assert_eq!(property(&html, "type"), Some("website"));
    for card in ["_home", "about", "far", "long", "cities/home"] {
        let card = site.published(&format!("cards/{card}.png"));
        let (width, height, corner) = looks(&card);
        assert_eq!((width, height), (1200, 630));
        assert!(card.len() < 60_000 && corner[0] > 200, "{} bytes, {corner:?}", card.len());
    }
    // No boxes stand for letters that are not there: the name of the site stands alone.
    assert_eq!(site.published("cards/far.png"), site.published("cards/_home.png"));
    assert!(!site.at("public/cards/404.png").exists());
    assert_eq!(site.publish().written, 0);
}

#[test]
fn the_picture_that_leads_a_page_is_its_card() {
    let site = Site::new();
    site.write("files/tea.jpg", &jpeg(1600, 1600));
    site.write(
        "pictures.yaml",
        b"- { file: tea.jpg, alt: People drink tea, credit: Ada Person }\n",
    );
    site.write("news/tea.md", b"---\ntitle: Tea\ndate: 2026-04-20\npictures: tea.jpg\n---\n");
    site.publish();
    let html = String::from_utf8(site.published("news/tea/index.html")).expect("it is text");
    assert_eq!(property(&html, "image"), Some("https://example.org/files/tea.jpg.card.jpg"));
    assert_eq!(property(&html, "image:alt"), Some("People drink tea"));
    assert_eq!(property(&html, "type"), Some("article"));
    assert_eq!(looks(&site.published("files/tea.jpg.card.jpg")).0, 1200);
    assert!(!site.at("public/cards/news/tea.png").exists());
}

#[test]
fn a_site_that_nobody_knows_the_address_of_has_no_cards() {
    let built = site(
        "
//- content/site.yaml
name: Sister Cities
home: home
",
    )
    .builds();
    assert!(built.paths().all(|path| !path.starts_with("cards/")));
    assert_eq!(property(built.page("").html(), "title"), None);
}

#[test]
fn an_owner_may_do_without_cards() {
    let built = site(
        "
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
cards: false
",
    )
    .builds();
    assert!(built.paths().all(|path| !path.starts_with("cards/")));
    let html = built.page("").html();
    assert_eq!(
        (property(html, "image"), property(html, "site_name")),
        (None, Some("Sister Cities"))
    );
}
