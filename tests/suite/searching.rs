//! What the search finds: the index that is published, and the list for who has no JavaScript.

use serde_json::Value;

use crate::site_test::{Built, site};

const SITE: &str = "
//- content/site.yaml
name: Sister cities of Speyer
home: home
languages: [en, ht]
//- content/cities/les-cayes.md
---
name: Les Cayes
native: [{ text: Okay, lang: ht }]
also_called: Aux Cayes
country: HT
relationship: { established: 2014-05, status: paused, committee: haiti }
---
## How it began {#began}
A nurse wrote a *letter* to {city les-cayes}.
//- content/cities/les-cayes.ht.md
---
name: Okay
---
Yon enfimyè te ekri yon lèt.
//- content/cities/krakow.md
---
name: Kraków
country: PL
relationship: { established: 1989, status: active }
---
//- content/committees/haiti.md
---
name: Haiti Committee
---
//- content/faq/about.md
---
title: About
---
## Who pays? {#pays}
The *treasurer*.
//- content/glossary.yaml
- { id: emeritus, term: Emeritus, definition: Kept in honour }
//- content/news/secret.md
---
title: Secret news
date: 2026-04-01
draft: true
---
Hidden words.
//- content/news/gone.md
---
title: Gone news
date: 2026-04-01
expires: 2026-04-15
---
Expired words.
";

/// What the index of a language holds: its names, and everything in it as text.
fn index(built: &Built, folder: &str) -> (Value, String) {
    let files = built.paths().filter(|path| path.starts_with(folder) && path.ends_with(".json"));
    let all: String = files.map(|path| built.file(path)).collect();
    let names = built.file(&format!("{folder}names.json"));
    (serde_json::from_str(names).expect("it is JSON"), all)
}

/// The documents of an index, each with its title, address and other names.
fn documents(names: &Value) -> Vec<String> {
    let documents = names["documents"].as_array().expect("there is a list of documents").iter();
    let document = documents.map(|document| {
        let also: Vec<&str> =
            document[4].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let text = |at: usize| document[at].as_str().unwrap_or_default();
        format!("{} {} {}", text(0), text(1), also.join(" ")).trim_end().to_owned()
    });
    document.collect()
}

/// The titles of the documents in whose texts a word stands.
fn found(names: &Value, word: &str) -> Vec<String> {
    let words = names["words"].as_array().expect("there are few words");
    let Some(entry) = words.iter().find(|entry| entry[0] == word) else { return Vec::new() };
    let mut sum = 0;
    let steps = entry[1].as_array().into_iter().flatten().filter_map(Value::as_u64);
    let numbers = steps.map(|step| {
        sum += step;
        usize::try_from(sum / 4).expect("it is a small number")
    });
    numbers
        .map(|number| names["documents"][number][0].as_str().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn things_and_questions_are_found_at_their_places() {
    let built = site(SITE).builds();
    let (names, _) = index(&built, "search/index/");
    assert_eq!(
        documents(&names),
        [
            "Home cities/home/",
            "Kraków cities/krakow/",
            "Les Cayes cities/les-cayes/ Okay ht Aux Cayes",
            "Haiti Committee committees/haiti/",
            "Emeritus glossary/#emeritus",
            "Who pays? faq/about/#pays",
            "About faq/about/",
            "Committees committees/",
            "Glossary glossary/",
            "Open data data/",
            "Questions and answers faq/",
            "Sister cities cities/",
            "Timeline timeline/",
            "Sister cities of Speyer",
        ]
    );
}

#[test]
fn headings_facts_and_text_are_found_as_the_page_shows_them() {
    let built = site(SITE).builds();
    let (names, _) = index(&built, "search/index/");
    for (word, titles) in [
        ("began", ["Les Cayes"].as_slice()),
        ("letter", &["Les Cayes"]),
        ("nurse", &["Les Cayes"]),
        ("poland", &["Home", "Kraków"]),
        ("1989", &["Home", "Kraków"]),
        ("treasurer", &["Who pays?"]),
        ("honour", &["Emeritus"]),
        ("em", &[]),
        ("lèt", &[]),
    ] {
        assert_eq!(found(&names, word), titles, "{word}");
    }
    assert!(found(&names, "paused").contains(&"Les Cayes".to_owned()));
}

#[test]
fn each_language_has_an_index_of_its_own() {
    let built = site(SITE).builds();
    let (names, _) = index(&built, "ht/search/index/");
    assert!(
        documents(&names)
            .contains(&"Okay ht/cities/les-cayes/ Les Cayes en Aux Cayes en".to_owned())
    );
    assert_eq!(found(&names, "enfimye"), ["Okay"]);
    assert_eq!(found(&names, "nurse"), [""; 0]);
    // What is not translated is found in the language that it is shown in.
    assert_eq!(found(&names, "treasurer"), ["Who pays?"]);
}

#[test]
fn what_is_withheld_is_in_no_index_and_no_list() {
    let built = site(SITE).builds();
    for language in ["", "ht/"] {
        let (_, all) = index(&built, &format!("{language}search/index/"));
        for word in ["Secret", "secret", "hidden", "Hidden", "Gone", "gone", "expired", "Expired"] {
            assert!(!all.contains(word), "{word}");
        }
        built.page(&format!("{language}search/")).hides("Secret").hides("Gone");
    }
    let (_, all) = index(&site(SITE).with_drafts().builds(), "search/index/");
    assert!(
        all.contains("Secret") && all.contains("Hidden"),
        "drafts are found where they are shown"
    );
}

#[test]
fn everything_is_listed_from_a_to_z_with_all_its_names() {
    let built = site(SITE).builds();
    built.page("search/").shows_in_order(&[
        "Aux Cayes: see Les Cayes",
        "Emeritus Term",
        "Haiti Committee Committee",
        "Kraków City",
        "Les Cayes City",
        "Okay: see Les Cayes",
        "Who pays? Question",
    ]);
    built.page("ht/search/").shows("Les Cayes: gade Okay");
}

#[test]
fn a_long_list_has_a_page_for_each_letter() {
    let mut many = site(SITE);
    for number in 0..400 {
        let file = format!("content/cities/ulm-{number}.md");
        let relationship = "relationship: { established: 1990, status: active }";
        many = many
            .with(&file, &format!("---\nname: Ülm {number}\ncountry: DE\n{relationship}\n---\n"));
    }
    // Nothing but a short name begins with this letter.
    let short = "---\nname: Ulm Committee\nshort: XQ\n---\n";
    let built = many.with("content/committees/ulm.md", short).builds();
    built.page("search/x/").shows("XQ: see Ulm Committee");
    built.page("search/").shows("U").hides("Ülm 7").hides("Okay");
    built.page("search/u/").shows("Ülm 7").hides("Okay");
    built.page("search/o/").shows("Okay: see Les Cayes");
    built.page("ht/search/l/").shows("Les Cayes: gade Okay");
    built.has_no("search/y/");
    let names: Value =
        serde_json::from_str(built.file("search/index/names.json")).expect("it is JSON");
    assert_eq!(names["starts"].as_array().map(Vec::len), Some(5));
    assert!(built.file("search/index/words/0.json").starts_with("[[\""));
}

#[test]
fn a_page_of_the_owners_stands_in_for_the_search() {
    let built =
        site(SITE).with("content/pages/search.md", "---\ntitle: Find it\n---\nAsk us.").builds();
    built.page("search/").shows("Ask us.").hides("Okay");
    assert!(built.paths().all(|path| !path.contains("search/index/")));
    assert!(!built.page("cities/").html().contains("class=\"find\""));
}
