//! What search engines are told of a page: what it shows, in schema.org's words, and nothing else.

use schemaorg_rs::extract_all;
use schemaorg_rs::validation::validate;
use serde_json::json;

use crate::program::repository;
use crate::site_test::{SiteTest, site, whole_site_in};

/// What a validator that others wrote says of a page. It is shown the graph alone, which is quicker.
fn found(html: &str) -> Vec<String> {
    let Some(start) = html.find("<script type=\"application/ld+json\">") else { return Vec::new() };
    let end = html[start..].find("</script>").expect("the element ends") + "</script>".len();
    let graph = extract_all(&html[start..start + end]).expect("the page can be read");
    assert!(!graph.nodes.is_empty(), "no graph is found");
    let result = validate(&graph);
    let wrong = result.errors().chain(result.warnings());
    let wrong = wrong.map(|finding| format!("{}: {}", finding.path, finding.message));
    wrong.chain(graph.warnings.iter().map(|warning| format!("{warning:?}"))).collect()
}

#[test]
fn all_words_are_of_schema_org_and_where_they_belong() {
    for folder in [".", "tests/sites/new-haven", "tests/sites/sister-cities-international"] {
        for page in whole_site_in(&repository().join(folder)).builds().pages() {
            let wrong = found(page.html());
            assert!(wrong.is_empty(), "{folder}, {}: {wrong:?}", page.address());
        }
    }
    for page in programme().builds().pages() {
        let wrong = found(page.html());
        assert!(wrong.is_empty(), "{}: {wrong:?}", page.address());
    }
}

#[test]
fn the_validator_refuses_what_schema_org_does_not_know() {
    let html = programme().builds().page("cities/gaeta/").html().to_owned();
    for (right, wrong) in [
        ("\"containedInPlace\"", "\"twinnedWith\""),
        ("\"@type\":\"City\"", "\"@type\":\"SisterCity\""),
    ] {
        assert!(html.contains(right), "{html}");
        assert!(!found(&html.replace(right, wrong)).is_empty(), "`{wrong}` is not found");
    }
}

const PROGRAMME: &str = "
//- content/site.yaml
name: { en: Twins, ht: Jimo }
home: home
operator: commission
base_url: https://example.org/twins/
languages: [en, ht]
founded: 1981
jurisdiction: { kind: city, name: the City of Home }
memberships: [{ organization: association }]
contacts: [office]
//- content/organizations.yaml
- { id: commission, name: Peace Commission, type: commission, parent: town }
- { id: town, name: City of Home, type: government }
- { id: association, name: Association of Twins, type: association }
- { id: fund, name: A Fund, type: foundation }
- { id: hall, name: Town Hall, type: government }
//- content/contacts.yaml
- { id: office, name: Office, email: office@example.org, phone: +1 617 555 0100 }
//- content/cities/home.md
---
name: Home
within: Somewhere
country: US
---
//- content/cities/gaeta.md
---
name: Gaeta
native: { text: Caieta, lang: la }
also_called: [Kajeta, Caieta]
within: [Latina, Lazio]
country: IT
coordinates: [41.213, 13.571]
wikidata: Q128089
geonames: 3176438
reviewed: 2026-04-01
relationship: { established: 1982-06, status: active, committee: friends }
---
//- content/cities/kent.md
---
name: Kent
country: { code: GB, name: England }
relationship: { kind: county, established: 1990, status: proposed }
---
//- content/committees/friends.md
---
name: Friends of Gaeta
organization: commission
established: 1983
members:
  - { name: A. Chair, role: Chair, from: 2025-01 }
  - { name: B. Former, role: Chair, from: 2019, to: 2024 }
  - { name: C. Coming, role: Secretary, from: 2027 }
  - { vacant: true, role: Treasurer }
---
//- content/events/visit.md
---
title: A visit </script><script>alert(1)
kind: delegation-out
date: 2013-05-23/2013-05-31
cities: gaeta
places: [{ city: gaeta, venue: hall }]
committee: friends
partners: [{ organization: fund, role: funder }]
---
//- content/events/about.md
---
title: About then
kind: project
date: 2016~
---
//- content/events/since.md
---
title: Since then
kind: project
date: 2019/..
---
//- content/events/month.md
---
title: In a month
kind: festival
date: 2026-06
status: cancelled
---
//- content/news/first.md
---
title: First news
date: 2026-04-02
author: The Office
cities: gaeta
---
Words.
";

fn programme() -> SiteTest {
    site(PROGRAMME)
}

#[test]
fn the_home_page_says_what_the_site_and_the_programme_are() {
    let built = programme().builds();
    let graph = built.page("").graph();
    assert_eq!(graph[0]["@type"], "WebSite");
    assert_eq!(graph[0]["inLanguage"], json!(["en", "ht"]));
    let programme = &graph[1];
    assert_eq!(programme["@type"], "GovernmentOrganization");
    assert_eq!(programme["foundingDate"], "1981");
    assert_eq!(programme["parentOrganization"]["name"], "Peace Commission");
    assert_eq!(programme["parentOrganization"]["parentOrganization"]["name"], "City of Home");
    assert_eq!(programme["memberOf"]["name"], "Association of Twins");
    assert_eq!(graph[2]["about"]["@id"], programme["@id"]);
    // It is one programme in every language, and named by its id elsewhere.
    assert_eq!(built.page("ht/").graph()[1]["@id"], programme["@id"]);
    assert_eq!(built.page("ht/").graph()[0]["name"], "Jimo");
    assert_eq!(built.page("cities/gaeta/").graph().len(), 1);
    let contacts = built.page("contacts/").graph();
    assert_eq!(contacts[0]["contactPoint"]["email"], "office@example.org");
}

#[test]
fn a_city_is_told_with_the_places_around_it_and_its_twin() {
    let built = programme().builds();
    let page = &built.page("cities/gaeta/").graph()[0];
    assert_eq!(page["lastReviewed"], "2026-04-01");
    assert_eq!(
        page["breadcrumb"]["itemListElement"][1]["item"],
        "https://example.org/twins/cities/"
    );
    let city = &page["mainEntity"];
    assert_eq!(city["@id"], "https://example.org/twins/cities/gaeta/#city");
    assert_eq!(city["@type"], "City");
    assert_eq!(city["alternateName"], json!(["Caieta", "Kajeta"]));
    let lazio = &city["containedInPlace"]["containedInPlace"];
    assert_eq!(lazio["name"], "Lazio");
    let italy = json!({ "@type": "Country", "name": "Italy", "identifier": "IT" });
    assert_eq!(lazio["containedInPlace"], italy);
    assert_eq!(city["geo"]["latitude"], 41.213);
    let known = ["https://www.wikidata.org/entity/Q128089", "https://www.geonames.org/3176438/"];
    assert_eq!(city["sameAs"], json!(known));
    assert_eq!(city["additionalProperty"]["propertyID"], "https://www.wikidata.org/entity/P190");
    assert_eq!(city["additionalProperty"]["value"], "Home, Somewhere, United States");
}

#[test]
fn what_is_only_proposed_is_no_twinning_and_a_printed_country_has_no_code() {
    let kent = programme().builds().page("cities/kent/").main_entity();
    assert_eq!(kent["@type"], "AdministrativeArea");
    assert!(kent.get("additionalProperty").is_none(), "{kent}");
    assert_eq!(kent["containedInPlace"], json!({ "@type": "Country", "name": "England" }));
}

#[test]
fn an_event_is_told_where_its_date_can_be() {
    let built = programme().builds();
    let visit = built.page("events/visit/").main_entity();
    assert_eq!(visit["name"], "A visit </script><script>alert(1)");
    assert!(!built.page("events/visit/").html().contains("<script>alert"));
    assert_eq!(
        (&visit["startDate"], &visit["endDate"]),
        (&json!("2013-05-23"), &json!("2013-05-31"))
    );
    assert_eq!(visit["location"]["name"], "Town Hall");
    assert_eq!(visit["location"]["address"]["addressCountry"], "Italy");
    assert_eq!(visit["organizer"]["name"], "Friends of Gaeta");
    assert_eq!(visit["funder"]["@type"], "NGO");
    assert_eq!(visit["about"]["name"], "Gaeta");
    let month = built.page("events/month/").main_entity();
    assert_eq!(month["startDate"], "2026-06");
    // It took a day, of which one knows only that it was one of these.
    let report = "---\ntitle: A report\nkind: report\ndate: 2013-05-31/2014-05-05\n---\n";
    let built_with_report = programme().with("content/events/report.md", report).builds();
    assert!(built_with_report.page("events/report/").main_entity().is_null());
    assert_eq!(month["eventStatus"], "https://schema.org/EventCancelled");
    for (address, coverage) in [("events/about/", json!(null)), ("events/since/", json!("2019/.."))]
    {
        let page = &built.page(address).graph()[0];
        assert!(page.get("mainEntity").is_none(), "{page}");
        assert_eq!(page["temporalCoverage"], coverage);
    }
}

#[test]
fn a_time_of_day_is_told_with_the_zone_of_home() {
    let evening = "---\ntitle: Evening\nkind: festival\ndate: 2026-07-14\ntime: \"18:30\"\n---\n";
    let start = |test: SiteTest| {
        let built = test.with("content/events/evening.md", evening).builds();
        built.page("events/evening/").main_entity()["startDate"].clone()
    };
    assert_eq!(start(programme()), "2026-07-14T18:30:00");
    let zoned = programme().with(
        "content/site.yaml",
        "name: Twins\nhome: home\noperator: commission\ntimezone: America/New_York\n",
    );
    assert_eq!(start(zoned), "2026-07-14T18:30:00-04:00");
}

#[test]
fn only_who_is_in_a_committee_today_is_named() {
    let built = programme().builds();
    let committee = built.page("committees/friends/").main_entity();
    let chair = json!({ "@type": "Person", "name": "A. Chair", "jobTitle": "Chair" });
    assert_eq!(committee["member"], chair);
    assert_eq!(committee["foundingDate"], "1983");
    for page in built.pages().filter(|page| page.address() != "404.html") {
        if page.html().contains("ld+json") {
            let told = format!("{:?}", page.graph());
            assert!(!told.contains("Former") && !told.contains("Coming"), "{told}");
        }
    }
}

#[test]
fn a_list_has_addresses_and_what_is_to_come_is_told_whole() {
    let built = programme().builds();
    let cities = built.page("cities/").main_entity();
    assert_eq!(cities["numberOfItems"], 2);
    let first = json!({
        "@type": "ListItem",
        "position": 1,
        "url": "https://example.org/twins/cities/gaeta/",
    });
    assert_eq!(cities["itemListElement"][0], first);
    let coming = programme().with(
        "content/events/feast.md",
        "---\ntitle: Feast\nkind: festival\ndate: 2026-07-14\n---\n",
    );
    let events = coming.builds().page("events/").main_entity();
    assert_eq!(events["itemListElement"][0]["item"]["name"], "Feast");
    let news = built.page("news/first/").main_entity();
    assert_eq!(
        (&news["@type"], &news["datePublished"]),
        (&json!("NewsArticle"), &json!("2026-04-02"))
    );
    // Nobody has said whether that is a person.
    assert_eq!(news["creditText"], "The Office");
}

#[test]
fn without_an_address_of_the_site_the_graph_leads_from_the_page() {
    let homeless = "name: Twins\nhome: home\noperator: commission\n";
    let built = programme().with("content/site.yaml", homeless).builds();
    let city = built.page("cities/gaeta/").main_entity();
    assert_eq!(city["@id"], "../../cities/gaeta/#city");
    assert_eq!(built.page("").graph()[0]["url"], "./");
    assert!(!built.page("404.html").html().contains("ld+json"));
}

#[test]
fn each_page_names_itself_its_other_languages_and_one_for_all_others() {
    let built = programme().builds();
    let links = [
        r#"hreflang="en" href="https://example.org/twins/cities/gaeta/""#,
        r#"hreflang="ht" href="https://example.org/twins/ht/cities/gaeta/""#,
        r#"hreflang="x-default" href="https://example.org/twins/cities/gaeta/""#,
    ];
    for address in ["cities/gaeta/", "ht/cities/gaeta/"] {
        let html = built.page(address).html();
        for link in links {
            assert!(html.contains(link), "`/{address}` lacks {link}");
        }
    }
    for link in links {
        assert_eq!(built.file("sitemap.xml").matches(link).count(), 2, "{link}");
    }
    let html = built.page("ht/cities/gaeta/").html();
    assert!(html.contains(r#"<meta property="og:locale:alternate" content="en">"#));
}
