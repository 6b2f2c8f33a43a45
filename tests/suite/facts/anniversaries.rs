//! Anniversaries: of what is known to the month or the day, in fives of years, for twelve months.

use crate::site_test::{SiteTest, site};

fn bound(name: &str, established: &str, status: &str) -> (String, String) {
    let id = name.to_lowercase().replace(' ', "-");
    let text = format!(
        "---\nname: {name}\ncountry: IT\nrelationship: {{ established: {established}, status: {status} }}\n---\n"
    );
    (format!("content/cities/{id}.md"), text)
}

fn with(cities: &[(&str, &str, &str)]) -> SiteTest {
    let cities = cities.iter().map(|(name, established, status)| bound(name, established, status));
    cities.fold(site(""), |test, (path, text)| test.with(&path, &text))
}

#[test]
fn a_programme_of_forty_years_has_six_in_2027() {
    let test = with(&[
        ("Catania", "1987-02", "inactive"),
        ("Coimbra", "1982-06", "active"),
        ("Dublin", "1983-10", "inactive"),
        ("Florence", "1992-03", "inactive"),
        ("Gaeta", "1982-12", "active"),
        ("Galway", "1997-03", "active"),
        ("San Jose", "1987-03", "active"),
        ("Tsukuba", "1983-10", "active"),
        ("Vienne", "2022", "active"),
        ("Yerevan", "1987-07", "ended"),
        ("Zug", "2007-04", "declined"),
        ("Zwolle", "2007-04~", "active"),
    ]);
    let built = test.on("2027-01-01").builds();
    let page = built.page("anniversaries/");
    page.shows_in_order(&[
        "February 2027",
        "Catania: 40 years",
        "established February 1987",
        "Not active",
        "March 2027",
        "Florence: 35 years",
        "March 2027",
        "Galway: 30 years",
        "March 2027",
        "San Jose: 40 years",
        "June 2027",
        "Coimbra: 45 years",
        "December 2027",
        "Gaeta: 45 years",
    ]);
    assert_eq!(page.text().matches(" years").count(), 6, "{}", page.text());
    built.page("").shows("Coming anniversaries").shows("Catania: 40 years").hides("Gaeta: 45");
    let leads_there = |href: &&str| href.ends_with("anniversaries/");
    assert!(built.page("").attributes("href").iter().any(leads_there));
}

#[test]
fn it_comes_until_its_day_or_month_is_over() {
    let test = with(&[("Gaeta", "1982-12-16", "active"), ("Galway", "1997-03", "active")]);
    let shown = |today: &str| test.clone().on(today).builds().page("anniversaries/").text();
    assert!(shown("2027-03-31").contains("March 2027 Galway: 30 years"));
    assert!(!shown("2027-04-01").contains("Galway"));
    assert!(shown("2026-12-17").contains("December 16, 2027 Gaeta: 45 years"));
    assert!(shown("2027-12-16").contains("Gaeta"));
    test.on("2027-12-17").builds().has_no("anniversaries/");
}

#[test]
fn the_first_year_is_kept_and_the_leap_day_comes_every_year() {
    let test = with(&[("Gaeta", "2024-02-29", "active")]);
    let page = |today: &str| test.clone().on(today).builds();
    page("2024-06-01").page("anniversaries/").shows("February 28, 2025").shows("one year");
    page("2025-06-01").has_no("anniversaries/");
    page("2028-06-01").page("anniversaries/").shows("February 28, 2029").shows("5 years");
}

#[test]
fn the_programme_itself_has_one_where_its_month_is_known() {
    let settings = |founded: &str| {
        site("")
            .with(
                "content/site.yaml",
                &format!("name: Sister Cities\nhome: home\nbase_url: https://example.org/\nfounded: {founded}\n"),
            )
            .builds()
    };
    settings("1981-09")
        .page("anniversaries/")
        .shows("September 2026")
        .shows("Sister Cities: 45 years");
    settings("1981").has_no("anniversaries/");
}
