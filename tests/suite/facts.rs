//! What a visitor may rely on: facts as they are known, counted right, and the same everywhere.

use crate::site_test::{SiteTest, site};

/// Seven partners: of four countries and three decades, in five statuses.
const SEVEN: &str = "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: 1982-06, status: active }
---
//- content/cities/catania.md
---
name: Catania
country: IT
relationship: { established: 1987, status: inactive }
---
//- content/cities/les-cayes.md
---
name: Les Cayes
country: HT
relationship:
  established: 2014-05-05
  history:
    - { to: developing, date: 2010 }
    - { to: active, date: 2014-05-05 }
    - { to: paused, date: 2019/.., because: [unrest, the pandemic] }
---
//- content/cities/yuseong.md
---
name: Yuseong
within: [Daejeon]
country: { code: KR, name: Korea }
relationship: { established: 2009, status: developing }
---
//- content/cities/elva.md
---
name: Élva
country: { name: Old Country }
relationship: { established: unknown, status: ended }
---
//- content/cities/refused.md
---
name: Refused
country: IT
relationship: { established: unknown, status: declined }
---
//- content/cities/oldest.md
---
name: Oldest
country: HT
relationship: { established: 198X, status: active }
---
";

fn seven() -> SiteTest {
    site(SEVEN)
}

#[test]
fn a_month_stays_a_month_on_every_page() {
    let built = site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
population: { count: 20545, as_of: 1982-06 }
relationship:
  established: 1982-06
  history: [{ to: active, date: 1982-06 }]
  committee: gaeta
timeline: [{ date: 1982-06, title: Tea }]
---
{date 1982-06}, {established gaeta}
//- content/committees/gaeta.md
---
name: The committee
established: 1982-06
members: [{ name: A. Person, from: 1982-06 }]
---
//- content/events/tea.md
---
title: More tea
kind: meeting
date: 1982-06
cities: [gaeta]
---
//- content/documents.yaml
- { id: order, title: The order, date: 1982-06, cities: [gaeta] }
",
    )
    .builds();
    let mut shown = 0;
    for page in built.pages() {
        let text = page.text();
        shown += text.matches("June 1982").count();
        for wrong in ["June 1,", "June 01", "June 30", "1982-06"] {
            assert!(!text.contains(wrong), "`{}` shows `{wrong}`:\n{text}", page.address());
        }
        assert!(!page.html().contains("1982-06-01"), "{}", page.address());
    }
    assert!(shown > 10, "the month is shown only {shown} times");
}

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
fn a_change_in_the_future_does_not_count_yet() {
    let test = site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship:
  established: 1982
  history:
    - { to: active, date: 1982 }
    - { to: inactive, date: 2026-09 }
---
",
    );
    let is_active = |test: &SiteTest| test.builds().page("cities/").text().contains("Not active");
    assert!(!is_active(&test));
    assert!(!is_active(&test.clone().on("2026-08-31")));
    assert!(is_active(&test.clone().on("2026-09-30")));
    assert!(is_active(&test.on("2027-01-01")));
}

#[test]
fn an_event_is_coming_up_until_it_is_over() {
    let test = site(
        "
//- content/events/visit.md
---
title: The visit
kind: visit
date: 2026-05-23/2026-05-31
---
",
    );
    test.builds().page("").shows_in_order(&["Coming up", "The visit"]).hides("Latest events");
    test.clone().on("2026-05-31").builds().page("").shows("Coming up");
    test.on("2026-06-01").builds().page("").shows("Latest events").hides("Coming up");
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
    // The livelier relationship is the one that lists the city.
    built.page("cities/").shows_in_order(&["Active", "Gaeta", "2001"]).hides("Not active");
    built.page("cities/gaeta/").shows_in_order(&["Friendship city", "2001", "1982", "Sister city"]);
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

#[test]
fn delegations_are_numbered_city_by_city_and_cancelled_ones_do_not_count() {
    let delegation = |date: &str, city: &str, status: &str| {
        format!(
            "---\ntitle: To {city} in {date}\nkind: delegation-out\ndate: {date}\ncities: [{city}]\nstatus: {status}\n---\n"
        )
    };
    let built = seven()
        .with("content/events/a.md", &delegation("2016", "les-cayes", "held"))
        .with("content/events/b.md", &delegation("2013-05", "les-cayes", "held"))
        .with("content/events/c.md", &delegation("2014", "les-cayes", "cancelled"))
        .with("content/events/d.md", &delegation("2015", "gaeta", "held"))
        .builds();
    built.page("events/b/").shows("Delegation 1 of 2");
    built.page("events/a/").shows("Delegation 2 of 2");
    built.page("events/c/").shows("Cancelled").hides("of 2");
    built.page("events/d/").shows("Delegation 1 of 1");
    built.page("cities/les-cayes/").shows_in_order(&["Delegation 1 of 2", "Delegation 2 of 2"]);
}

#[test]
fn what_has_no_date_comes_last_in_a_timeline() {
    let built = seven()
        .with(
            "content/events/story.md",
            "---\ntitle: A story\nkind: other\ndate: unknown\ncities: [gaeta]\n---\n",
        )
        .builds();
    built.page("timeline/").shows_in_order(&["1982", "2019", "Date not recorded", "A story"]);
    built.page("cities/gaeta/").shows_in_order(&["June 1982", "A story"]);
}

#[test]
fn an_event_and_the_change_that_names_it_are_told_once() {
    let built = site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship:
  established: 1982-06
  history: [{ to: active, date: 1982-06-25, event: signing }]
---
//- content/events/signing.md
---
title: The mayors sign
kind: signing
date: 1982-06-25
cities: [gaeta]
---
",
    )
    .builds();
    built
        .page("timeline/")
        .shows("The mayors sign")
        .hides("relationship established")
        .hides("relationship active");
}

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
    assert_eq!(menu(test.clone()), "Sister cities Timeline About us");
    let chosen = test.with(
        "content/site.yaml",
        "name: Sister Cities\nhome: home\nbase_url: https://example.org/\nmenu: [{ to: \"page:about\", label: Who we are }, committees, \"city:gaeta\", cities]\n",
    );
    // A section that is empty makes no entry.
    assert_eq!(menu(chosen), "Who we are Gaeta Sister cities");
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

/// The path of the file that an address means on a page.
fn followed(page: &str, address: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    let path = address.split('#').next().unwrap_or_default();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop().expect("the address stays within the site")),
            part => parts.push(part),
        }
    }
    let path = parts.join("/");
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path }
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
