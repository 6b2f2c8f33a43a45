//! Lists that are too long for one page: in portions that a visitor understands, with nothing lost.

use crate::site_test::{Built, SiteTest, site};

/// A programme with so many partners; each has a founding, two moments, a document and news,
/// and an organization.
fn large(cities: usize, theme: &str) -> SiteTest {
    let settings = format!(
        "name: Sister Cities\nhome: home\nbase_url: https://example.org/\nlanguages: [en, ht]\ntheme: {theme}\n"
    );
    let mut large = site(
        "
//- content/committees/board.md
---
name: Board
---
//- content/areas.yaml
- { id: music, name: Music }
- { id: health, name: Health }
//- content/pages/all.md
---
title: All of them
---
The latest is [the first treaty](document:treaty-0), with [the first club](organization:club-0).

{directory}

{timeline}
",
    )
    .with("content/site.yaml", &settings);
    let (mut documents, mut organizations) = (String::new(), String::new());
    for number in 0..cities {
        let letter = char::from(b'A' + (number % 20) as u8);
        let country = ["IT", "HT", "PL", "{ code: GB, name: Scotland }"][number % 4];
        let (year, month) = (1990 + number % 30, number % 12 + 1);
        let status = ["active", "inactive"][number % 2];
        let city = format!(
            "---\nname: {letter}town {number:04}\ncountry: {country}\nrelationship: {{ established: {year}, status: \
             {status}, focus: [music, health] }}\ntimeline:\n  - {{ date: {year}-{month:02}, title: Moment {number} }}\n  - {{ date: {year}, title: Another {number} }}\n---\n"
        );
        large = large.with(&format!("content/cities/town-{number:04}.md"), &city);
        let news =
            format!("---\ntitle: News {number}\ndate: {year}-{month:02}-01\ncities: [home]\n---\n");
        large = large.with(&format!("content/news/news-{number}.md"), &news);
        documents.push_str(&format!(
            "- {{ id: treaty-{number}, title: Treaty {number:04}, type: agreement, date: {}, committee: board, cities: [home] }}\n",
            1000 + number
        ));
        organizations.push_str(&format!("- {{ id: club-{number}, name: Club {number:04} }}\n"));
    }
    large
        .with("content/documents.yaml", &documents)
        .with("content/organizations.yaml", &organizations)
}

/// How often a text is on the pages whose addresses begin so.
fn told(built: &Built, folder: &str, text: &str) -> usize {
    let pages = built.pages().filter(|page| page.address().starts_with(folder));
    pages.map(|page| page.text().matches(text).count()).sum()
}

#[test]
fn a_list_that_fits_on_a_page_is_whole() {
    let built = large(200, "civic").builds();
    built.page("cities/").shows("Atown 0000").shows("Ttown 0199");
    built.page("news/").shows("News 0").shows("News 199");
    built.has_no("news/page-2/");
    built.has_no("cities/a-z/a/");
}

#[test]
fn every_partner_stands_once_in_each_grouping() {
    for theme in ["civic", "society"] {
        let built = large(230, theme).builds();
        for folder in
            ["cities/by-status/", "cities/by-country/", "cities/by-decade/", "cities/a-z/"]
        {
            for name in ["Atown 0000", "Jtown 0109", "Jtown 0229"] {
                assert_eq!(told(&built, folder, name), 1, "{name} in {folder} of {theme}");
            }
        }
        built.page("cities/").shows_in_order(&["230 sister cities", "Active", "115 sister cities"]);
        built.page("cities/a-z/").shows_in_order(&["A", "12 sister cities", "B"]);
        built.page("cities/a-z/b/").shows_in_order(&[
            "from A to Z: B",
            "12 sister cities",
            "Btown",
        ]);
        built.page("cities/by-country/scotland/").shows("Scotland").shows("57 sister cities");
        built.page("cities/by-country/ht/").shows("Haiti");
        built.page("ht/cities/by-country/ht/").shows("Ayiti");
    }
}

#[test]
fn one_reads_on_from_page_to_page() {
    let built = large(430, "civic").builds();
    let status = built.page("cities/by-status/active/page-2/");
    status.shows_in_order(&["Active, page 2", "215 sister cities", "201 to 215 of 215"]);
    let ways = status.attributes("href");
    assert!(ways.contains(&"../../../../cities/by-status/active/"), "{ways:?}");
    built.page("news/").shows("1 to 200 of 430").shows("Next page").hides("Previous page");
    built.page("news/page-3/").shows("401 to 430 of 430").shows("Previous page").hides("Next page");
    built.has_no("news/page-1/");
    // From one decade to the next.
    let decade = built.page("timeline/2000s/");
    decade.shows_in_order(&[
        "Timeline: the 2000s",
        "2000",
        "1 to 200 of 420",
        "Previous page",
        "Next page",
    ]);
    let ways = decade.attributes("href");
    assert!(ways.contains(&"../../timeline/1990s/") && ways.contains(&"../../timeline/2010s/"));
    let map = built.file("sitemap.xml");
    assert!(map.contains("https://example.org/ht/news/page-3/"), "{map}");
}

#[test]
fn the_timeline_begins_with_all_years_and_the_latest_entries() {
    let built = large(230, "civic").builds();
    let whole = built.page("timeline/");
    whole.shows_in_order(&["1990", "2019", "The latest 20 of 690 entries", "2019"]);
    whole.hides("Moment 0 ").hides("690 of 690 entries");
    // The page of a decade does not say that it shows them all.
    built.page("timeline/1990s/").hides("690 of 690 entries");
    assert!(whole.attributes("href").contains(&"../timeline/1990s/#_1990"));
    for moment in ["Moment 17\n", "Moment 229\n"] {
        assert!(built.pages().any(|page| page.text().contains(moment.trim())), "{moment}");
    }
    built.page("timeline/kind/established/").shows("230");
    built.page("timeline/kind/established/1990s/").shows("relationship established");
}

#[test]
fn beside_other_things_stand_the_latest() {
    let built = large(230, "civic").builds();
    let home = built.page("cities/home/");
    home.shows("Atown 0000").hides("Jtown 0209").shows("All sister cities");
    home.hides("Treaty 0029").shows("Treaty 0030").shows("All documents").shows("All news");
    built.page("committees/board/").hides("Treaty 0029").shows_in_order(&["0229", "All documents"]);
    built.page("all/").shows_in_order(&[
        "All sister cities",
        "The latest 20",
        "The whole timeline",
    ]);
    built.page("areas/").shows("230 sister cities").hides("Atown 0000");
    built.page("areas/music/").shows("Atown 0000").shows("1 to 200 of 230");
    built.page("areas/music/page-2/").shows("Music, page 2").shows("201 to 230 of 230");
    built.page("").shows("Active").hides("Ctown 0102").shows("The newest");
}

#[test]
fn what_has_no_page_is_found_on_the_page_of_its_portion() {
    let built = large(430, "civic").builds();
    let ways = built.page("all/").attributes("href");
    assert!(ways.contains(&"../documents/#treaty-0"), "{ways:?}");
    built.page("documents/page-3/").shows("Treaty 0429");
    let catalogue = built.page("search/c/").attributes("href");
    assert!(catalogue.contains(&"../../organizations/#club-0"), "{catalogue:?}");
    let catalogue = built.page("search/c/page-2/");
    catalogue.shows_in_order(&["Search: C, page 2", "Club 0429", "401 to 452 of 452"]);
    let ways = catalogue.attributes("href");
    assert!(ways.contains(&"../../../organizations/page-3/#club-429"), "{ways:?}");
    assert!(built.file("data/documents.json").contains("documents/page-3/#treaty-429"));
}

#[test]
fn no_page_grows_with_the_number_of_partners() {
    // In each, there are names enough for two pages of one letter of the search.
    for theme in ["civic", "society"] {
        let longest = |count: usize| {
            let settings = format!("name: Sister Cities\nhome: home\ntheme: {theme}\n");
            let built = large(count, theme).with("content/site.yaml", &settings).builds_somehow();
            let lengths = built.pages().map(|page| (page.html().len(), page.address().to_owned()));
            lengths.max().expect("there are pages")
        };
        let (small, large) = (longest(410), longest(615));
        assert!(large.0 * 10 < small.0 * 11, "{theme}: {small:?}, then {large:?}");
    }
}
