//! The map, the table beside it, and the globe of each city.

use crate::site_test::{SiteTest, site};

/// A home city, three partners of which two are neighbours, and one of which nobody knows where it is.
const FOUR: &str = "
//- content/cities/home.md
---
name: Home
country: US
coordinates: [42.3751, -71.1056]
---
//- content/cities/les-cayes.md
---
name: Les Cayes
country: HT
coordinates: [18.1933, -73.746]
relationship:
  established: 2014-05
  history:
    - { to: active, date: 2014-05 }
    - { to: paused, date: 2019/.. }
---
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
coordinates: [41.2141, 13.5708]
relationship: { established: 1982-06, status: active }
---
//- content/cities/ischia.md
---
name: Ischia
country: IT
coordinates: [40.7379, 13.9486]
relationship: { established: 1985, status: inactive }
---
//- content/cities/lost.md
---
name: Lost
country: FR
relationship: { established: 1999, status: active }
---
";

fn four() -> SiteTest {
    site(FOUR)
}

/// The drawing of the first map of a page.
fn drawing(html: &str) -> &str {
    let start = html.find("<figure class=\"map\">").expect("the page has a map");
    let end = html[start..].find("</svg>").expect("the map is drawn");
    &html[start..start + end]
}

/// What the links of a drawing are called.
fn names(drawing: &str) -> Vec<&str> {
    let titles = drawing.split("<title>").skip(1);
    titles.filter_map(|rest| rest.split("</title>").next()).collect()
}

#[test]
fn a_city_on_the_map_is_a_link_that_says_how_it_stands() {
    let built = four().builds();
    let page = built.page("");
    let drawing = drawing(page.html());
    // From west to east.
    assert_eq!(names(drawing), ["Les Cayes, Paused since 2019", "Home", "1: Gaeta, Ischia"]);
    assert!(drawing.contains("href=\"./cities/les-cayes/\""), "{drawing}");
    assert!(drawing.contains("aria-label=\"Map of Home and its sister cities\""), "{drawing}");
    // A shape for each status, and one for the home city; ways only to partners.
    for class in ["home", "status-active", "status-paused", "status-inactive"] {
        assert!(drawing.contains(&format!("<path class=\"{class}\" ")), "{class}: {drawing}");
    }
    assert_eq!(drawing.matches("<path class=\"way ").count(), 3, "{drawing}");
}

#[test]
fn the_table_beside_the_map_says_the_same() {
    four().builds().page("").shows_in_order(&[
        "The map as a table",
        "On the map City Country Established Status",
        "Les Cayes Haiti May 2014 Paused since 2019",
        "Home United States Home city",
        "1 Gaeta Italy June 1982 Active",
        "1 Ischia Italy 1985 Not active",
        "Lost France 1999 Active",
    ]);
}

#[test]
fn cities_that_lie_too_close_are_one_link_to_their_rows() {
    let built = four().builds();
    let page = built.page("");
    assert!(drawing(page.html()).contains("href=\"#_place-1\""));
    assert!(page.attributes("id").contains(&"_place-1"));
}

#[test]
fn the_map_says_how_many_cities_are_not_on_it() {
    four().builds().page("").shows("One city is not on the map");
    let all = four().without("content/cities/lost.md").builds();
    all.page("").hides("not on the map");
}

#[test]
fn a_site_that_knows_no_places_has_no_map() {
    let built = super::seven().builds();
    for page in built.pages() {
        page.hides("The map");
        for figure in ["class=\"map\"", "class=\"locator\""] {
            assert!(!page.html().contains(figure), "{}", page.address());
        }
    }
}

#[test]
fn a_map_in_a_text_shows_what_is_asked_for() {
    let text =
        "---\ntitle: Maps\n---\n{map status=inactive}\n\n{map country=IT}\n\n{map country=FR}\n";
    let built = four().with("content/pages/maps.md", text).builds();
    let page = built.page("maps/");
    let html = page.html();
    // Nothing is known of where the French city lies.
    assert_eq!(html.matches("<figure class=\"map\">").count(), 2);
    assert_eq!(names(drawing(html)), ["Home", "Ischia, Not active"]);
    page.hides("Les Cayes");
    // Each map has anchors of its own.
    assert!(page.attributes("id").contains(&"_map-2-1"), "{:?}", page.attributes("id"));
}

#[test]
fn a_city_shows_where_it_lies_and_how_far_away() {
    let built = four().builds();
    let page = built.page("cities/les-cayes/");
    page.shows_in_order(&["Distance from Home", "about 2,700 km (1,700 miles)"]);
    let label = "Globe with Home and Les Cayes, about 2,700 km (1,700 miles) apart";
    assert!(page.attributes("aria-label").contains(&label), "{:?}", page.attributes("aria-label"));
    let home = built.page("cities/home/");
    home.hides("Distance");
    assert!(home.attributes("aria-label").contains(&"Globe with Home marked on it"));
    let lost = built.page("cities/lost/");
    assert!(!lost.html().contains("<svg"));
}

#[test]
fn a_distance_is_no_more_precise_than_cities_are() {
    for (coordinates, distance) in [
        ("[42.3751, -71.1056]", None),
        ("[42.4, -71.0]", Some("about 9 km (6 miles)")),
        ("[42.3751, -70]", Some("about 91 km (56 miles)")),
        ("[45.5, -73.6]", Some("about 400 km (250 miles)")),
        ("[-42.3751, 108.8944]", Some("about 20,000 km (12,400 miles)")),
    ] {
        let city = format!(
            "---\nname: Les Cayes\ncountry: HT\ncoordinates: {coordinates}\nrelationship: {{ established: 2014, status: active }}\n---\n"
        );
        let built = four().with("content/cities/les-cayes.md", &city).builds();
        let page = built.page("cities/les-cayes/");
        match distance {
            Some(distance) => page.shows(distance),
            None => page.hides("Distance"),
        };
        assert!(!page.html().contains("NaN"), "{coordinates}");
    }
}

#[test]
fn maps_speak_the_language_of_their_page() {
    let settings =
        "name: Sister Cities\nhome: home\nbase_url: https://example.org/\nlanguages: [en, ht]\n";
    let built = four().with("content/site.yaml", settings).builds();
    let home = built.page("ht/");
    home.shows("Kat la an tablo").shows("Gen yon vil ki pa sou kat la");
    assert_eq!(names(drawing(home.html()))[0], "Les Cayes, Kanpe depi 2019");
    built.page("ht/cities/les-cayes/").shows("Distans ak Home anviwon 2");
}

/// Three cities on the Pacific, and one inland.
fn register() -> SiteTest {
    site(
        "
//- content/site.yaml
name: Cities of the ocean
shape: register
base_url: https://example.org/
//- content/cities/seattle.md
---
name: Seattle
country: US
coordinates: [47.61, -122.33]
---
//- content/cities/kobe.md
---
name: Kobe
country: JP
coordinates: [34.69, 135.2]
---
//- content/cities/suva.md
---
name: Suva
country: FJ
coordinates: [-18.14, 178.44]
---
//- content/cities/debrecen.md
---
name: Debrecen
country: HU
coordinates: [47.53, 21.63]
---
//- content/relationships/ring.md
---
title: The ring
kind: ring
parties: [seattle, kobe, suva]
established: 1957
status: active
---
",
    )
    .without("content/cities/home.md")
}

#[test]
fn a_register_shows_the_ways_between_all_its_cities() {
    let built = register().builds();
    let drawing = drawing(built.page("").html());
    // The map is cut where no way is.
    assert_eq!(names(drawing), ["Debrecen", "Kobe, Active", "Suva, Active", "Seattle, Active"]);
    let ways = drawing.split("class=\"way status-active\" d=\"").nth(1).unwrap_or_default();
    let ways = ways.split('"').next().unwrap_or_default();
    assert_eq!(ways.matches('M').count(), 3, "{ways}");
    let city = built.page("cities/kobe/");
    city.hides("Distance");
    assert!(city.attributes("aria-label").contains(&"Globe with Kobe marked on it"));
}

#[test]
fn a_pair_has_a_map_of_two_cities() {
    let settings = "name: Two\nhome: home\nshape: pair\nbase_url: https://example.org/\n";
    let mut two = four().with("content/site.yaml", settings);
    for other in ["gaeta", "ischia", "lost"] {
        two = two.without(&format!("content/cities/{other}.md"));
    }
    let built = two.builds();
    let names = names(drawing(built.page("").html())).join("; ");
    assert_eq!(names, "Les Cayes, Paused since 2019; Home");
}

/// A register of many cities, spread over the earth as the seeds of a sunflower.
fn many(count: usize) -> SiteTest {
    let mut site = register().without("content/relationships/ring.md");
    for number in 0..count {
        let latitude = (2.0 * (number as f64 + 0.5) / count as f64 - 1.0).asin().to_degrees();
        let longitude = (number as f64 * 137.507_764).rem_euclid(360.0) - 180.0;
        let text = format!(
            "---\nname: City {number}\ncountry: US\ncoordinates: [{latitude:.4}, {longitude:.4}]\n---\n"
        );
        site = site.with(&format!("content/cities/city-{number}.md"), &text);
    }
    site
}

#[test]
fn a_map_of_very_many_cities_stays_a_map() {
    let built = many(2_000).builds();
    let drawing = drawing(built.page("").html());
    let links = drawing.matches("<a ").count();
    assert!((50..=300).contains(&links), "{links} links");
    assert!(drawing.len() < 400_000, "{} bytes", drawing.len());
    // Their table is the directory.
    built.page("").hides("The map as a table");
    assert!(drawing.contains("href=\"./cities/\""));
}

#[test]
fn a_map_and_a_globe_weigh_little() {
    let built = four().builds();
    let drawing = drawing(built.page("").html());
    assert!(drawing.len() < 40_000, "{} bytes", drawing.len());
    for address in ["cities/gaeta/", "cities/les-cayes/", "cities/home/"] {
        let html = built.page(address).html();
        let globe = html.split("<svg").nth(1).and_then(|rest| rest.split("</svg>").next());
        let globe = globe.expect("the page has a globe");
        assert!(globe.len() < 5_000, "{address}: {} bytes", globe.len());
    }
}

#[test]
fn links_are_far_enough_apart_for_a_finger() {
    let built = many(300).builds();
    let drawing = drawing(built.page("").html());
    let number = |text: &str, name: &str| -> f64 {
        let value =
            text.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
        value.and_then(|value| value.parse().ok()).expect("a circle has its place")
    };
    let places: Vec<[f64; 2]> =
        drawing.split("<a ").skip(1).map(|link| [number(link, "cx"), number(link, "cy")]).collect();
    for (index, one) in places.iter().enumerate() {
        for other in &places[..index] {
            let apart = (one[0] - other[0]).hypot(one[1] - other[1]);
            // Whole numbers may take a unit and a half of the 70.
            assert!(apart > 68.5, "{one:?} and {other:?}");
        }
    }
}

#[test]
fn nothing_of_a_map_needs_a_script_or_a_style_of_its_own() {
    let built = four().builds();
    for page in built.pages() {
        let html = page.html();
        assert!(!html.contains(" style=") && !html.contains("<style"), "{}", page.address());
    }
}
