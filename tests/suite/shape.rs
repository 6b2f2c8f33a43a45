//! Sites that are not of a home city and its partners.

use crate::site_test::{SiteTest, site};

/// Three cities, two of which are bound to one another.
fn register() -> SiteTest {
    site(
        "
//- content/site.yaml
name: Cities of the river
shape: register
base_url: https://example.org/
//- content/cities/basel.md
---
name: Basel
country: CH
---
//- content/cities/speyer.md
---
name: Speyer
country: DE
---
//- content/cities/worms.md
---
name: Worms
country: DE
---
//- content/relationships/bridge.md
---
title: The bridge
parties: [basel, speyer]
established: 1989
status: active
---
",
    )
    .without("content/cities/home.md")
}

#[test]
fn a_register_lists_all_cities_and_has_no_home() {
    let built = register().builds();
    let home = built.page("");
    home.shows("3 sister cities in 2 countries").hides("About").hides("The newest");
    built.page("cities/").shows_in_order(&[
        "Active",
        "Basel Switzerland together with Speyer",
        "Speyer Germany together with Basel",
        "No relationship recorded",
        "Worms Germany",
    ]);
    built.page("cities/by-country/").shows_in_order(&["Germany", "Speyer", "Worms", "Switzerland"]);
    built.page("cities/by-decade/").shows_in_order(&["1980s", "Basel", "Speyer", "Worms"]);
    built.page("relationships/").shows("The bridge");
    let city = built.page("cities/basel/");
    city.shows("The bridge").shows("Speyer");
    built.page("relationships/bridge/").shows("Basel").shows("Speyer");
    built.page("timeline/").shows("1989");
    // Nothing can have been recorded of what there is not.
    built.page("cities/").hides("date not recorded");
}

#[test]
fn a_register_lists_a_city_by_its_first_relationship() {
    let later = "---\nparties: [basel, worms]\nestablished: 1997\nstatus: active\n---\n";
    let built = register().with("content/relationships/later.md", later).builds();
    built.page("cities/").shows_in_order(&[
        "Basel Switzerland together with Speyer, Worms established 1989",
        "Worms Germany together with Basel established 1997",
    ]);
}

#[test]
fn a_register_counts_its_cities_in_prose() {
    let built = register()
        .with("content/home.md", "---\ntitle: Us\n---\n{count cities} cities, {count cities status=active} bound.\n\n{directory country=DE}\n")
        .builds();
    built.page("").shows("3 cities, 2 bound.").shows("Worms");
}

#[test]
fn a_register_speaks_of_no_home_city() {
    site(
        "
//- content/site.yaml
name: Cities of the river
shape: register
home: basel
^^^^ error[register-home]: a register has no home city, and `basel` is named as one
//- content/cities/basel.md
---
name: Basel
country: CH
relationship: { established: 1989, status: active }
^^^^^^^^^^^^ error[register-home]: a register has no home city that `basel` could be bound to
---
",
    )
    .reports();
}

#[test]
fn a_register_may_be_empty() {
    let test = site(
        "
//- content/site.yaml
name: Cities of the river
shape: register
base_url: https://example.org/
",
    )
    .without("content/cities/home.md");
    test.builds().has_no("cities/");
}

/// A home city and one partner.
fn pair() -> SiteTest {
    site(
        "
//- content/site.yaml
name: Two cities
shape: pair
home: home
base_url: https://example.org/
//- content/cities/speyer.md
---
name: Speyer
country: DE
summary: On the Rhine.
relationship: { established: 1989-09, status: active }
---
",
    )
}

#[test]
fn a_pair_leads_with_both_cities() {
    pair().builds().page("cities/home/").shows_in_order(&["Two cities", "Speyer", "Timeline"]);
    pair().builds().page("").shows_in_order(&[
        "The two cities",
        "Home",
        "United States",
        "Speyer",
        "Germany",
        "On the Rhine.",
        "Sister city",
        "September 1989",
    ]);
}

#[test]
fn a_pair_has_one_partner() {
    pair()
        .with(
            "content/site.yaml",
            "name: Two cities
shape: pair
#      ^^^^ warning[not-a-pair]: a pair has one partner, and here there are 2
home: home
base_url: https://example.org/
",
        )
        .with(
            "content/cities/worms.md",
            "---
name: Worms
country: DE
relationship: { established: 1990, status: active }
---
",
        )
        .builds()
        .page("")
        .hides("The two cities")
        .shows("Worms");
}
