//! How pictures are shown: in sizes, with their words, on pages and in texts.

use crate::photograph::{jpeg, jpeg_with_traces, looks, png};
use crate::site_test::{SiteTest, site};

use super::Site;

fn with_photograph(literal: &str) -> SiteTest {
    site(literal)
        .with_bytes("content/files/tea.jpg", jpeg(2000, 1500))
        .with_bytes("content/files/sea.jpg", jpeg(600, 400))
}

const TOLD: &str = "
//- content/pictures.yaml
- { file: tea.jpg, alt: People drink tea, caption: In the garden, credit: Ada Person, license: CC0, date: 1997-06 }
- { file: sea.jpg, alt: The sea, credit: Jo Moun }
";

#[test]
fn a_photograph_is_offered_in_sizes_and_two_formats() {
    let built = with_photograph(
        "
//- content/pages/about.md
---
title: About
---
![Tea](../files/tea.jpg)

![The sea](../files/sea.jpg)
",
    )
    .builds();
    let page = built.page("about/");
    let sizes = page.attributes("srcset");
    assert_eq!(
        sizes,
        [
            "../files/tea.jpg.480.webp 480w, ../files/tea.jpg.960.webp 960w, \
             ../files/tea.jpg.1440.webp 1440w, ../files/tea.jpg.1920.webp 1920w",
            "../files/sea.jpg.480.webp 480w, ../files/sea.jpg.600.webp 600w"
        ]
    );
    let made = built.paths().filter(|path| path.starts_with("files/tea.jpg."));
    assert_eq!(
        made.collect::<Vec<_>>(),
        [
            "files/tea.jpg.1440.webp",
            "files/tea.jpg.1920.jpg",
            "files/tea.jpg.1920.webp",
            "files/tea.jpg.480.webp",
            "files/tea.jpg.960.jpg",
            "files/tea.jpg.960.webp"
        ]
    );
    assert!(page.html().contains("width=\"1920\" height=\"1440\" alt=\"Tea\" fetchpriority"));
    // Only the first is fetched at once.
    assert!(page.html().contains("height=\"400\" alt=\"The sea\" loading=\"lazy\""));
}

#[test]
fn what_is_only_linked_to_is_not_made_smaller() {
    let built = with_photograph(
        "
//- content/pages/about.md
---
title: About
---
[Tea](../files/tea.jpg)
",
    )
    .builds();
    assert_eq!(built.paths().filter(|path| path.contains("tea.jpg")).count(), 1);
}

#[test]
fn what_is_said_of_a_picture_once_is_shown_wherever_it_is() {
    let built = with_photograph(TOLD)
        .with(
            "content/pages/about.md",
            "---\ntitle: About\npictures: [tea.jpg, { file: sea.jpg, caption: From a boat }]\n---\n\
             ![](../files/tea.jpg)\n\n![At sea](../files/sea.jpg \"Rough\")\n\n\
             {gallery tea.jpg sea.jpg}\n",
        )
        .builds();
    let page = built.page("about/");
    let below_tea = ["In the garden", "June 1997", "Ada Person", "CC0"];
    page.shows_in_order(&below_tea);
    page.shows_in_order(&[
        "In the garden",
        "In the garden",
        "Rough",
        "Jo Moun",
        "In the garden",
        "Jo Moun",
        "Pictures",
        "From a boat",
        "Jo Moun",
    ]);
    let alts = page.attributes("alt");
    assert_eq!(
        alts,
        [
            "People drink tea",
            "People drink tea",
            "At sea",
            "People drink tea",
            "The sea",
            "The sea"
        ]
    );
    assert_eq!(page.html().matches("fetchpriority").count(), 1);
    assert!(page.attributes("href").contains(&"../files/tea.jpg.1920.jpg"));
}

#[test]
fn words_of_pictures_are_translated_like_others() {
    let built = with_photograph(
        "
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
languages: [en, ht]
//- content/pictures.yaml
- { file: tea.jpg, alt: { en: Tea, ht: Te }, credit: Ada Person }
- { file: sea.jpg, decorative: true, caption: Rough }
//- content/pages/about.md
---
title: About
pictures: [tea.jpg, sea.jpg]
---
",
    )
    .builds();
    assert_eq!(built.page("about/").attributes("alt"), ["Tea", ""]);
    let translated = built.page("ht/about/");
    assert_eq!(translated.attributes("alt"), ["Te", ""]);
    translated.shows("Ada Person").shows("Rough");
}

#[test]
fn a_picture_needs_a_text_alternative_wherever_it_is_shown() {
    with_photograph(
        "
//- content/pictures.yaml
- { file: tea.jpg, credit: Ada Person }
//- content/pages/about.md
---
title: About
pictures: [sea.jpg]
#          ^^^^^^^ error[missing-alt]: `sea.jpg` has no text alternative
---
![](../files/tea.jpg)
^^^^^^^^^^^^^^^^^^^^^ error[missing-alt]: the picture has no text alternative

{gallery tea.jpg}
#        ^^^^^^^ error[missing-alt]: `tea.jpg` has no text alternative
",
    )
    .reports();
}

#[test]
fn what_is_no_picture_is_not_shown_as_one() {
    with_photograph(
        "
//- content/files/order.pdf
//- content/pictures.yaml
- file: order.pdf
        ^^^^^^^^^ error[bad-link]: `order.pdf` is not a picture
- { file: see.jpg, alt: The sea }
#         ^^^^^^^ error[unknown-file]: there is no file `content/files/see.jpg`
- { file: tea.jpg, alt: Tea }
- { file: tea.jpg, alt: Coffee }
#         ^^^^^^^ error[duplicate-id]: `tea.jpg` stands here a second time
//- content/pages/about.md
---
title: About
---
![The order](../files/order.pdf)
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[bad-link]: `content/files/order.pdf` is not a picture

{gallery}
^^^^^^^^^ error[bad-directive]: `gallery` needs to know which pictures
",
    )
    .reports();
}

#[test]
fn a_photograph_lies_as_it_was_taken() {
    for (turn, corner_is_red) in [(1, true), (3, false), (6, false), (8, false)] {
        let site = Site::new();
        site.write("files/tea.jpg", &jpeg_with_traces(800, 400, turn));
        site.write("pages/about.md", b"---\ntitle: About\n---\n![Tea](../files/tea.jpg)\n");
        site.publish();
        let upright = turn < 5;
        let width = if upright { 800 } else { 400 };
        let (shown, high, corner) = looks(&site.published(&format!("files/tea.jpg.{width}.webp")));
        assert_eq!((shown, high), if upright { (800, 400) } else { (400, 800) });
        assert_eq!(corner[0] > 150, corner_is_red, "{turn}: {corner:?}");
        let fallback = site.published(&format!("files/tea.jpg.{width}.jpg"));
        assert_eq!(looks(&fallback).0, width);
        let page = String::from_utf8(site.published("about/index.html")).expect("it is text");
        assert!(page.contains(&format!("width=\"{width}\" height=\"{high}\"")), "{page}");
    }
}

#[test]
fn a_drawing_loses_nothing() {
    let site = Site::new();
    site.write("files/map.png", &png(640, 320));
    site.write("pages/about.md", b"---\ntitle: About\n---\n![A map](../files/map.png)\n");
    site.publish();
    let original = image::load_from_memory(&png(640, 320)).expect("it is a picture").to_rgba8();
    let png = image::load_from_memory(&site.published("files/map.png.640.png"));
    assert_eq!(png.expect("it is a picture").to_rgba8(), original);
    let half = image::load_from_memory(&site.published("files/map.png.480.webp"));
    assert!(half.expect("it is a picture").color().has_alpha());
}
