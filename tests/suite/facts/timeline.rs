//! The timeline as a picture: what is known of each date is seen, and it can be narrowed.

use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::site_test::{Built, Page, SiteTest, site};

/// A partner city with moments.
fn city(name: &str, moments: &str) -> String {
    format!(
        "---\nname: {name}\ncountry: IT\nrelationship: {{ established: unknown, status: active }}\n\
         timeline: [{moments}]\n---\n"
    )
}

fn one_city(moments: &str) -> SiteTest {
    site("").with("content/cities/gaeta.md", &city("Gaeta", moments))
}

/// The opening tags of a page's entries, and what a visitor reads of when they were.
fn entries(page: &Page<'_>) -> Vec<(String, String)> {
    let entries = page.html().split("<li class=\"at-").skip(1);
    let entries = entries.filter(|entry| entry.contains("<p class=\"when\">"));
    let pair = |entry: &str| {
        let class = entry.split('"').next().unwrap_or_default().to_owned();
        let when = entry.split("<p class=\"when\">").nth(1).unwrap_or_default();
        let when = when.split("</p>").next().unwrap_or_default();
        (class, crate::visible_text::visible_text(when).trim().to_owned())
    };
    entries.map(pair).collect()
}

#[test]
fn each_precision_has_its_mark_and_its_words() {
    for (date, mark, words) in [
        ("2014-05-05", "day", "May 5, 2014"),
        ("2014-05", "month", "May 2014"),
        ("2014-21", "season", "spring 2014"),
        ("2014", "year", "2014"),
        ("201X", "decade", "the 2010s"),
        ("19XX", "century", "the 20th century"),
        ("2014-05-05~", "day about", "about May 5, 2014"),
        ("2014?", "year about", "possibly 2014"),
        ("2013-05-23/2013-05-31", "range", "May 23–31, 2013 9 days"),
        ("2012/2014", "range", "2012–2014 about 2 years"),
        ("2012~/2014", "range about", "about 2012 – 2014 about 2 years"),
        ("2019/..", "since", "since 2019"),
        ("../2018", "until", "until 2018"),
        ("2019/", "from", "from 2019 to an unknown date"),
        ("\"[1985-08, 1987-04]\"", "one-of", "August 1985 or April 1987"),
    ] {
        let built = one_city(&format!("{{ date: {date}, title: Tea }}")).builds();
        for address in ["timeline/", "cities/gaeta/"] {
            let found = entries(&built.page(address));
            assert_eq!(found, [(mark.to_owned(), words.to_owned())], "{date} on {address}");
        }
    }
}

fn event(date: &str, more: &str) -> String {
    format!("---\ntitle: It\ndate: {date}\ncities: [gaeta]\n{more}\n---\n")
}

#[test]
fn what_was_shorter_than_its_date_leaves_room_for_is_not_drawn_as_long() {
    for (date, more, mark, words) in [
        ("2014-05-05/2016-05", "kind: visit\nduration: 1 week", "within", "one week"),
        ("2013-05-23/2013-05-31", "kind: visit\nduration: 1 week", "range", "one week"),
        ("2013-05-31/2014-05-05", "kind: council-vote", "within", ""),
        ("2013-05-31/2014-05-05", "kind: project", "range", "about 11 months"),
        ("unknown", "kind: project", "undated", ""),
    ] {
        let test = one_city("").with("content/events/it.md", &event(date, more));
        let built = test.builds();
        let found = entries(&built.page("timeline/"));
        let [(class, when)] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(class, mark, "{date} {more}");
        assert!(when.ends_with(words), "{date} {more}: {when}");
        assert!(!words.is_empty() || !when.contains("about"), "{date} {more}: {when}");
    }
}

/// Two cities and three kinds.
fn choice() -> SiteTest {
    site("")
        .with(
            "content/site.yaml",
            "name: Friends\nhome: home\nlanguages: [en, ht]\nbase_url: https://example.org/\n",
        )
        .with(
            "content/cities/gaeta.md",
            &city("Gaeta", "{ date: 1982, title: Tea, kind: meeting }"),
        )
        .with("content/cities/gaeta.ht.md", "---\nname: Gayèt\n---\n")
        .with(
            "content/cities/speyer.md",
            &city("Speyer", "{ date: 1989, title: Wine, kind: gift }"),
        )
        .with(
            "content/events/fair.md",
            "---\ntitle: The fair\nkind: festival\ndate: 1990\ncities: [gaeta, speyer]\n---\n",
        )
}

#[test]
fn the_timeline_can_be_narrowed_to_a_city_or_a_kind() {
    let built = choice().builds();
    built.page("timeline/").shows("3 of 3 entries").shows_in_order(&["Tea", "Wine", "The fair"]);
    let gaeta = built.page("timeline/city/gaeta/");
    gaeta.shows("2 of 3 entries").shows_in_order(&["Tea", "The fair"]).hides("Wine");
    gaeta.shows("Home Timeline Timeline: Gaeta");
    assert!(gaeta.attributes("href").contains(&"../../../timeline/kind/gift/"));
    assert_eq!(gaeta.html().matches("aria-current=\"page\"").count(), 2, "the choice, and the way");
    built.page("timeline/kind/gift/").shows("1 of 3 entries").shows("Timeline: Gift").hides("Tea");
    built.page("ht/timeline/city/gaeta/").shows("Kwonoloji: Gayèt").shows("2 sou 3 antre");
    let sitemap = built.file("sitemap.xml");
    for address in ["timeline/city/speyer/", "timeline/kind/festival/", "ht/timeline/kind/gift/"] {
        assert!(
            sitemap.contains(&format!("<loc>https://example.org/{address}</loc>")),
            "{address}"
        );
    }
    // Only the whole can be narrowed by a script: the others do not hold what they would show.
    assert!(built.page("timeline/").html().contains("assets/timeline.js"));
    assert!(!gaeta.html().contains("<script type=\"module\""));
    built.file("assets/timeline.js");
}

#[test]
fn where_there_is_nothing_to_choose_there_are_no_pages_to_choose() {
    let built = one_city("{ date: 1982, title: Tea }, { date: 1983, title: More tea }").builds();
    assert!(
        !built.paths().any(|path| path.starts_with("timeline/") && path != "timeline/index.html")
    );
    assert!(!built.page("timeline/").html().contains("class=\"choices\""));
    // The home city's timeline is the programme's.
    let built = choice()
        .with(
            "content/events/at-home.md",
            "---\ntitle: At home\nkind: gift\ndate: 1991\ncities: [home]\n---\n",
        )
        .builds();
    built.has_no("timeline/city/home/");
    built.has_no("timeline/kind/relief/");
}

#[test]
fn more_cities_than_anybody_looks_through_are_not_listed() {
    let with = |cities: usize| {
        let mut test = site("");
        for number in 0..cities {
            let name = format!("content/cities/c{number}.md");
            test = test.with(&name, &city(&format!("Town {number}"), "{ date: 1982, title: Tea }"));
        }
        test.builds()
    };
    let of_cities =
        |built: &Built| built.paths().filter(|path| path.starts_with("timeline/city/")).count();
    assert_eq!(of_cities(&with(100)), 100);
    assert_eq!(of_cities(&with(101)), 0);
}

#[test]
fn an_owners_page_at_the_address_of_a_choice_is_a_clash() {
    choice()
        .with("content/pages/timeline/city/gaeta.md", "---\ntitle: Mine\n---\n")
        .with("content/site.yaml", "name: Friends\nhome: home\nbase_url: https://example.org/\n")
        .without("content/cities/gaeta.ht.md")
        .expecting(
            "content/pages/timeline/city/gaeta.md",
            "error[address-clash]: two files want the address `/timeline/city/gaeta/`: \
             the timeline of a city or kind and `content/pages/timeline/city/gaeta.md`",
        )
        .reports();
}

#[test]
fn long_timelines_begin_with_all_years_at_a_glance() {
    let moments: Vec<String> = (0..20)
        .map(|number| {
            format!("{{ date: {}, title: Tea {number} }}", 1980 + number * 2 - number % 2)
        })
        .collect();
    let built = one_city(&moments.join(", ")).builds();
    let page = built.page("timeline/");
    page.shows("1980: one entry");
    let hrefs = page.attributes("href");
    let ids = page.attributes("id");
    for anchor in hrefs.iter().filter_map(|href| href.strip_prefix("#_")) {
        assert!(ids.contains(&format!("_{anchor}").as_str()), "{anchor}");
    }
    // Years without entries keep their place.
    let overview =
        page.html().split("class=\"overview\"").nth(1).and_then(|rest| rest.split("</nav>").next());
    let overview = overview.expect("there is one");
    assert_eq!(overview.matches("<li").count(), 38);
    page.shows_in_order(&["the 1980s", "the 1990s"]);
    // Few entries are seen at a glance as they are.
    let short = one_city("{ date: 1982, title: Tea }, { date: 2020, title: Wine }").builds();
    assert!(!short.page("timeline/").html().contains("overview"));
}

#[test]
fn centuries_are_told_by_their_decades() {
    let moments: Vec<String> =
        (0..17).map(|number| format!("{{ date: {}, title: Tea }}", 1630 + number * 20)).collect();
    let built = one_city(&moments.join(", ")).builds();
    built.page("timeline/").shows("the 1630s: one entry").shows("the 1950s: one entry");
}

#[test]
fn what_never_began_stands_apart_from_the_year_of_its_end() {
    let built = one_city(
        "{ date: ../2018, title: Trade }, { date: 1982, title: Tea }, { date: 2018, title: Wine }",
    )
    .builds();
    let page = built.page("timeline/");
    page.shows_in_order(&["until 2018", "Trade", "1982", "Tea", "2018", "Wine"]);
    let ids = page.attributes("id");
    assert_eq!(ids.iter().filter(|id| id.ends_with("2018")).count(), 2, "{ids:?}");
}

#[test]
fn two_timelines_in_one_text_share_no_anchor() {
    let built = choice()
        .with(
            "content/pages/both.md",
            "---\ntitle: Both\n---\n{timeline city=gaeta}\n\n{timeline city=speyer}\n",
        )
        .builds();
    let page = built.page("both/");
    page.shows_in_order(&["Tea", "The fair", "Wine", "The fair"]);
    assert!(!page.attributes("id").iter().any(|id| id.starts_with("_19")));
}

#[test]
fn a_timeline_of_five_hundred_entries_is_whole_and_light() {
    let moments: Vec<String> = (0..500)
        .map(|number| {
            format!("{{ date: {}-{:02}, title: Tea {number} }}", 1950 + number / 7, number % 12 + 1)
        })
        .collect();
    let built = one_city(&moments.join(", ")).builds();
    let page = built.page("cities/gaeta/");
    assert_eq!(entries(&page).len(), 500);
    let weight = page.html().len() / 500;
    assert!(weight < 700, "an entry takes {weight} bytes");
    let decades = (195..=202).map(|decade| format!("timeline/{decade}0s/"));
    let portions = decades.map(|address| entries(&built.page(&address)).len());
    assert_eq!(portions.sum::<usize>(), 500);
}

/// Cities, kinds, and dates of some events.
fn programme() -> impl Strategy<Value = Vec<(usize, usize, i32)>> {
    proptest::collection::vec((0usize..4, 0usize..3, 1950i32..2026), 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every entry stands in the whole once, and once on the page of each of its cities and of its
    /// kind, if there is a choice; and on no other.
    #[test]
    fn every_entry_stands_where_it_belongs(events in programme()) {
        const CITIES: [&str; 4] = ["a", "b", "c", "d"];
        const KINDS: [&str; 3] = ["visit", "gift", "festival"];
        let mut test = site("");
        for id in CITIES {
            test = test.with(&format!("content/cities/{id}.md"), &city(id, ""));
        }
        let mut expected: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (number, (place, kind, year)) in events.iter().enumerate() {
            let second = (place + kind) % 4;
            let (cities, kind) = ([CITIES[*place], CITIES[second]], KINDS[*kind]);
            let title = format!("Event number {number:03}");
            let text = format!("---\ntitle: {title}\nkind: {kind}\ndate: {year}\ncities: [{}]\n---\n",
                if *place == second { cities[0].to_owned() } else { cities.join(", ") });
            test = test.with(&format!("content/events/e{number}.md"), &text);
            let mut pages = vec![format!("kind/{kind}"), format!("city/{}", cities[0])];
            if *place != second {
                pages.push(format!("city/{}", cities[1]));
            }
            for page in pages {
                expected.entry(page).or_default().push(title.clone());
            }
        }
        for by in ["city/", "kind/"] {
            if expected.keys().filter(|page| page.starts_with(by)).count() < 2 {
                expected.retain(|page, _| !page.starts_with(by));
            }
        }
        let built = test.builds();
        let told = |page: &Page<'_>| {
            let mut titles: Vec<String> = page.text().match_indices("Event number ").map(|(at, _)| {
                page.text()[at..].chars().take("Event number 000".len()).collect()
            }).collect();
            titles.sort();
            titles
        };
        prop_assert_eq!(told(&built.page("timeline/")).len(), events.len());
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for page in built.pages() {
            let place = page.address().strip_prefix("timeline/").and_then(|rest| rest.strip_suffix("/index.html"));
            if let Some(place) = place {
                found.insert(place.to_owned(), told(&page));
            }
        }
        prop_assert_eq!(found, expected);
    }
}
