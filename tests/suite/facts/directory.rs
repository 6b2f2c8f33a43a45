//! The partner cities in groups, each of them counted once.

use super::seven;
use crate::site_test::site;

#[test]
fn paused_relationships_are_listed_with_the_active_ones() {
    let built = seven().builds();
    built.page("cities/").shows_in_order(&[
        "Active",
        "3 sister cities",
        "Les Cayes",
        "since 2019",
        "In development",
    ]);
    built
        .page("cities/les-cayes/")
        .shows("Active, paused since 2019")
        .shows("unrest")
        .shows("the pandemic");
}

#[test]
fn paused_relationships_are_listed_apart_where_the_settings_say_so() {
    let built = seven()
        .with(
            "content/site.yaml",
            "name: Sister Cities\nhome: home\nbase_url: https://example.org/\ndirectory: { paused: apart }\n",
        )
        .builds();
    built.page("cities/").shows_in_order(&[
        "Active",
        "2 sister cities",
        "Gaeta",
        "Paused",
        "one sister city",
        "Les Cayes",
        "In development",
    ]);
    built.page("cities/les-cayes/").shows("Paused since 2019").hides("Active, paused");
}

#[test]
fn the_groups_of_every_grouping_add_up() {
    let built = seven().builds();
    for address in ["cities/", "cities/by-country/", "cities/by-decade/", "cities/a-z/"] {
        let page = built.page(address);
        page.shows("6 sister cities in 4 countries");
        let text = page.text();
        for name in ["Gaeta", "Catania", "Les Cayes", "Yuseong", "Élva", "Oldest"] {
            assert_eq!(text.matches(name).count(), 1, "{name} on {address}:\n{text}");
        }
        // What was refused never was a partner.
        page.hides("Refused");
        let rest = text.split_once("in 4 countries").expect("just seen").1;
        let (rest, _footer) =
            rest.split_once("6 sister cities since").expect("it is on every page");
        let words: Vec<&str> = rest.split_whitespace().collect();
        let counts = words.windows(3).filter_map(|words| match words {
            ["one", "sister", "city"] => Some(1),
            [count, "sister", "cities"] => count.parse().ok(),
            _ => None,
        });
        assert_eq!(counts.sum::<usize>(), 6, "{address}: {rest}");
    }
    built.page("cities/by-country/").shows_in_order(&[
        "Haiti",
        "2 sister cities",
        "Italy",
        "Korea",
        "Old Country",
    ]);
    built.page("cities/by-decade/").shows_in_order(&[
        "1980s",
        "3 sister cities",
        "2000s",
        "2010s",
        "Date not recorded",
    ]);
    built.page("cities/a-z/").shows_in_order(&["C", "Catania", "E", "Élva", "G", "Gaeta"]);
    built.page("cities/refused/").shows("Declined");
}

#[test]
fn a_city_with_two_relationships_is_listed_once() {
    let built = site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: 1982, status: inactive }
---
//- content/relationships/gaeta-friends.md
---
title: Friends of Gaeta
parties: [home, gaeta]
kind: friendship
established: 2001
status: active
---
They sing.
",
    )
    .builds();
    let directory = built.page("cities/").text();
    let (_, groups) = directory.split_once("One sister city in one country").expect("the count");
    assert_eq!(groups.matches("Gaeta").count(), 1, "{groups}");
    // The relationship that the city's own file tells is the one that lists it.
    built.page("cities/").shows_in_order(&["Not active", "Gaeta", "1982"]);
    built.page("cities/gaeta/").shows_in_order(&["Sister city", "1982", "Friends of Gaeta"]);
    built.page("relationships/gaeta-friends/").shows("They sing.").shows("Friendship city");
}

#[test]
fn a_ring_has_its_own_page_and_counts_for_each_of_its_cities() {
    let built = site(
        "
//- content/cities/coimbra.md
---
name: Coimbra
country: PT
---
//- content/cities/galway.md
---
name: Galway
country: IE
---
//- content/relationships/ring.md
---
title: The ring of 1958
parties: [home, coimbra, galway]
kind: ring
established: 1958
status: active
---
All three met.
",
    )
    .builds();
    built.page("relationships/ring/").shows("All three met.").shows("Coimbra").shows("Galway");
    built
        .page("cities/")
        .shows("2 sister cities in 2 countries")
        .shows_in_order(&["Coimbra", "1958"]);
    built.page("cities/galway/").shows("Ring of cities").shows("1958");
    let timeline = built.page("timeline/").text();
    assert_eq!(timeline.matches("relationship established").count(), 1, "{timeline}");
}
