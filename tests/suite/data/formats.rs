//! What the files of each format hold, and what none of them does.

use serde_json::{Value, json};

use super::{data_files, json, records};
use crate::site_test::{SiteTest, site};

/// A home city and two partners.
fn small() -> SiteTest {
    site(
        "
//- content/site.yaml
name: { en: Friends, ht: Zanmi }
home: home
languages: [en, ht]
base_url: https://example.org/twins
//- content/cities/okay.md
---
name: { en: Les Cayes, ht: Okay }
country: HT
coordinates: [18.1933, -73.746]
geonames: 3728097
relationship:
  established: 1998-06
  history:
    - { to: active, date: 1998-06 }
    - { to: paused, date: 2019/.., because: the airport is closed }
---
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: unknown, status: emeritus }
---
//- content/faq/about.md
---
title: About
---
## How many? {#many}

There are **{count cities as=words}**, & more to come.

- One
- Two[^a]

[^a]: A note.
//- content/faq/about.ht.md
---
---
## Konbyen? {#many}

Gen {count cities}.
",
    )
}

#[test]
fn a_record_tells_what_is_known_and_leaves_out_the_rest() {
    let built = small().builds();
    let cities = json(&built, "data/cities.json");
    assert_eq!(cities["programme"], json!({ "en": "Friends", "ht": "Zanmi" }));
    assert_eq!(cities["url"], "https://example.org/twins/");
    assert_eq!(cities["home"], "home");
    assert_eq!(
        cities["records"][2],
        json!({
            "id": "okay",
            "page": "cities/okay/",
            "name": { "en": "Les Cayes", "ht": "Okay" },
            "country": { "code": "HT" },
            "coordinates": [18.1933, -73.746],
            "geonames": 3728097,
        })
    );
    let bonds = records(&built, "relationships");
    assert_eq!(
        bonds[1],
        json!({
            "id": "okay",
            "page": "cities/okay/",
            "parties": ["home", "okay"],
            "kind": "sister",
            "status": "paused",
            "established": "1998-06",
            "history": [
                { "to": "active", "date": "1998-06" },
                { "to": "paused", "date": "2019/..", "because": [{ "en": "the airport is closed" }] },
            ],
        })
    );
    assert_eq!(bonds[0]["established"], Value::Null);
    assert_eq!(bonds[0]["history"], json!([{ "to": "emeritus" }]));
}

#[test]
fn answers_are_told_as_plain_text_in_each_language() {
    let built = small().builds();
    let question = &records(&built, "faq")[0]["questions"][0];
    assert_eq!(question["question"], json!({ "en": "How many?", "ht": "Konbyen?" }));
    assert_eq!(question["page"], "faq/about/#many");
    let answer = json!({ "en": "There are two, & more to come.\n\nOne\n\nTwo", "ht": "Gen 2." });
    assert_eq!(question["answer"], answer);
}

#[test]
fn the_data_stand_once_and_every_language_leads_there() {
    let built = small().builds();
    built.page("data/").shows("Open data").shows("3 records").hides("Licence");
    built.page("ht/data/").shows("Done louvri").shows("3 antre");
    assert!(built.page("ht/data/").attributes("href").contains(&"../../data/cities.json"));
    assert!(built.page("cities/").attributes("href").contains(&"../data/cities.geojson"));
    assert!(built.page("cities/okay/").attributes("href").contains(&"../../data/"));
    built.has_no("ht/data/cities.json");
    // There are no events, and so there is no file of them.
    built.has_no("data/events.json");
    built.has_no("data/schema/1/events.json");
}

#[test]
fn a_licence_is_told_only_if_there_is_one() {
    let licence = "{ name: CC BY 4.0, url: https://example.org/by/ }";
    let settings = format!("name: Friends\nhome: home\ndata_licence: {licence}\n");
    let built = small().with("content/site.yaml", &settings).without("content/faq/about.ht.md");
    let built = built.builds();
    let page = built.page("data/");
    page.shows("on these terms: CC BY 4.0");
    assert!(page.attributes("href").contains(&"https://example.org/by/"));
    let cities = json(&built, "data/cities.json");
    let licence = json!({ "name": { "en": "CC BY 4.0" }, "url": "https://example.org/by/" });
    assert_eq!(cities["licence"], licence);
    // Without an address of the site there is none in the data, and all else stays.
    assert_eq!(cities["url"], Value::Null);
    assert_eq!(json(&built, "data/schema/1/cities.json")["$id"], Value::Null);
}

#[test]
fn a_table_has_a_column_for_each_language() {
    let built = small().builds();
    let table = built.file("data/cities.csv");
    let lines: Vec<&str> = table.split("\r\n").collect();
    assert!(lines[0].starts_with("\u{feff}id,name,name_ht,native,"), "{table}");
    let wanted = "okay,Les Cayes,Okay,,,,Haiti,HT,18.1933,-73.746,,,,3728097,,okay,sister,paused,\
                  2019/..,1998-06,cities/okay/";
    assert_eq!(lines[3], wanted);
    // The home city is bound to all of them.
    assert!(lines[2].starts_with("home,Home,,,,,United States,US,,,,,,,,,,,,,"), "{table}");
}

#[test]
fn no_text_in_a_table_is_a_formula() {
    let built = site(
        "
//- content/cities/evil.md
---
name: '=HYPERLINK(\"https://evil.example\")'
also_called: ['-1+1', \"'s Hertogenbosch\"]
native: [{ text: '@SUM(A1)', lang: nl }]
country: NL
coordinates: [-33.5, -70.25]
within: ['+31, of zo']
relationship: { established: unknown, status: active }
---
",
    )
    .builds();
    let table = built.file("data/cities.csv");
    let wanted = "evil,\"'=HYPERLINK(\"\"https://evil.example\"\")\",'@SUM(A1),'-1+1; 's Hertogenbosch,\
                  \"'+31, of zo\",Netherlands,NL,-33.5,-70.25,";
    assert!(table.contains(wanted), "{table}");
}

#[test]
fn a_map_has_longitude_before_latitude() {
    let built = small().builds();
    let map = json(&built, "data/cities.geojson");
    let features = map["features"].as_array().expect("there is a list");
    assert_eq!(features.len(), 1, "of the others it is not known where they lie");
    assert_eq!(
        features[0]["geometry"],
        json!({ "type": "Point", "coordinates": [-73.746, 18.1933] })
    );
    assert_eq!(features[0]["properties"]["status"], "paused");
    let nowhere = small().with("content/cities/okay.md", "---\nname: Okay\ncountry: HT\n---\n");
    nowhere.builds_somehow().has_no("data/cities.geojson");
}

/// A reference to what is withheld is an error, so that only what is withheld itself could be told.
#[test]
fn what_is_withheld_is_named_in_no_file() {
    let test = site(
        "
//- content/cities/shown.md
---
name: Shown
country: IT
relationship: { established: 1982, status: active }
---
//- content/cities/secret-city.md
---
name: Secret
draft: true
country: IT
wikidata: Q424242
coordinates: [1, 2]
relationship: { established: 1999, status: active }
timeline: [{ date: 2001, title: Secret tea }]
---
//- content/committees/secret-committee.md
---
name: The secret committee
publish_from: 2027-01-01
members: [{ name: Secret Person }]
---
//- content/events/secret-event.md
---
title: The secret event
kind: other
date: 1999
expires: 2026-04-01
cities: [shown, secret-city]
---
//- content/events/open.md
---
title: An open event
kind: other
date: 2000
cities: [shown]
---
//- content/relationships/secret-bond.md
---
title: The secret bond
draft: true
parties: [home, shown]
established: 2001
status: active
---
//- content/faq/secret-faq.md
---
title: Secret questions
draft: true
---
## A secret? {#secret}
Yes.
//- content/faq/open.md
---
title: Open questions
---
## Open? {#open}
Yes.
",
    );
    let built = test.builds_somehow();
    let files = data_files(&built);
    assert!(files.len() > 8, "{files:?}");
    for path in files {
        let text = built.file(path).to_lowercase();
        assert!(!text.contains("secret") && !text.contains("424242"), "{path}:\n{text}");
    }
    // The same words are found where they are to be seen.
    let shown = test.with_drafts().builds_somehow();
    for path in ["cities.json", "committees.json", "events.csv", "faq.json", "relationships.json"] {
        let text = shown.file(&format!("data/{path}")).to_lowercase();
        assert!(text.contains("secret"), "{path}:\n{text}");
    }
}
