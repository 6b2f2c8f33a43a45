//! What a programme says of itself.

use crate::site_test::{SiteTest, site};

/// A site whose settings go on with some lines.
#[track_caller]
fn profile(settings: &str) -> SiteTest {
    let base = "name: Friends of Home\nhome: home\nbase_url: https://example.org/\n";
    site(
        "
//- content/organizations.yaml
- { id: office, name: Office for Peace, parent: town }
- { id: town, name: Town of Home }
- { id: umbrella, name: The Umbrella, website: https://umbrella.example }
//- content/pages/privacy.md
---
title: What we know of you
---
//- content/pages/access.md
---
title: For all
---
",
    )
    .with("content/site.yaml", &format!("{base}{settings}"))
}

/// What stands before the main part of the home page.
fn before_main(test: &SiteTest) -> String {
    let built = test.builds();
    let page = built.page("");
    page.html().split("<main").next().unwrap_or_default().to_owned()
}

#[test]
fn an_official_website_says_whose_it_is_directly_after_the_skip_link() {
    for kind in ["city", "county", "state"] {
        let html = before_main(&profile(&format!(
            "jurisdiction: {{ kind: {kind}, name: \"the Town of Home, Ohio\" }}\n"
        )));
        let (_, after_skip) = html.split_once("class=\"skip\"").expect("there is a skip link");
        let (_, next) = after_skip.split_once("</a>").expect("a link ends");
        assert!(next.trim_start().starts_with("<section class=\"banner\" aria-label=\""), "{next}");
        assert!(next.contains("An official website of the Town of Home, Ohio"), "{next}");
    }
}

#[test]
fn the_banner_is_in_the_language_of_the_page() {
    let built = profile("languages: [en, ht]\njurisdiction: { kind: city, name: { en: the Town of Home, ht: Vil Home } }\n").builds();
    built.page("privacy/").shows("An official website of the Town of Home");
    built.page("ht/privacy/").shows("Yon sit ofisyèl Vil Home");
}

#[test]
fn an_association_and_a_site_that_says_nothing_have_no_banner() {
    for settings in ["", "jurisdiction: { kind: nonprofit, name: Friends of Home }\n"] {
        let html = before_main(&profile(settings));
        assert!(!html.contains("banner") && !html.contains("fficial"), "{html}");
    }
}

#[test]
fn a_site_never_speaks_for_a_nation() {
    let test = site("
//- content/site.yaml
name: Friends
home: home
jurisdiction:
  kind: city
  name: the United States government
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[national-government]: `the United States government` is the name of a national government
");
    test.reports();
    site("
//- content/site.yaml
name: Friends
home: home
jurisdiction: { kind: federal, name: Friends of Home }
#                     ^^^^^^^ error[national-government]: a site of sister cities does not speak for a nation, as `federal` says
")
    .reports();
    site(
        "
//- content/site.yaml
name: Friends
home: home
jurisdiction: { kind: town }
#                     ^^^^ error[unknown-value]: `town` is not known here
^^^^^^^^^^^^ error[missing-key]: `name` is missing
",
    )
    .reports();
}

#[test]
fn the_footer_says_who_is_behind_the_site() {
    let built = profile("operator: office\nfounded: 1981\nlegal_form: A registered charity\nmemberships: [{ organization: umbrella, since: 1983, as: founding member }]\n").builds();
    let page = built.page("privacy/");
    page.shows_in_order(&[
        "Run by",
        "Office for Peace",
        "Part of Town of Home",
        "A registered charity",
        "At work since 1981",
        "Member of The Umbrella since 1983, founding member",
    ]);
    assert!(page.attributes("href").contains(&"../organizations/#umbrella"));
}

#[test]
fn the_footer_leads_to_what_must_be_said() {
    let built = profile("notices:\n  privacy: { page: privacy }\n  accessibility: { page: access, text: Tell us what is in your way. }\n  terms: { url: https://example.org/terms }\nservice_requests: { url: https://fix.example/, text: Report a pothole }\n").builds();
    let page = built.page("");
    page.shows_in_order(&[
        "Privacy",
        "Accessibility Tell us what is in your way.",
        "Terms of use",
        "Report a pothole",
    ]);
    for goal in ["./privacy/", "./access/", "https://example.org/terms", "https://fix.example/"] {
        assert!(page.attributes("href").contains(&goal), "{goal}");
    }
    profile("notices: { privacy: We keep nothing. }\n")
        .builds()
        .page("")
        .shows("Privacy. We keep nothing.");
}

#[test]
fn ways_to_the_programme_elsewhere_are_named_in_full() {
    let built = profile("donation: { url: https://give.example/, tax_note: Gifts are deductible. }\nnewsletter: { url: https://list.example/ }\nsocial:\n  - { network: linkedin, url: https://linkedin.example/friends, name: The Friends }\n  - { network: facebook, url: https://facebook.example/friends }\n").builds();
    built.page("").shows_in_order(&[
        "Give Gifts are deductible.",
        "Newsletter",
        "The Friends on LinkedIn",
        "Friends of Home on Facebook",
    ]);
}

#[test]
fn what_is_named_must_be_there() {
    site("
//- content/site.yaml
name: Friends
home: home
memberships: [{ since: 1983 }, { organization: nobody }]
#             ^^^^^^^^^^^^^^^ error[missing-key]: `organization` is missing
#                                              ^^^^^^ error[unknown-organization]: no organization is called `nobody`
notices: { privacy: { page: nowhere } }
#                           ^^^^^^^ error[unknown-page]: no page is called `nowhere`
social: [{ network: facebok, url: https://x.example/ }]
#                   ^^^^^^^ error[unknown-value]: `facebok` is not known here
membership: { period: { from: 13, to: 12 } }
#                             ^^ error[bad-number]: a month from 1 to 12 belongs here, not the number `13`
")
    .reports();
}

#[test]
fn how_to_take_part_has_a_page_of_its_own() {
    profile("").builds().has_no("join/");
    let settings = "join:
  - { title: Host a student, text: For two weeks., page: access }
  - { title: Come to a meeting, url: https://meet.example/ }
membership:
  text: Everybody is welcome.
  url: https://pay.example/
  period: { from: 1, to: 12, renew_from: 10 }
  tiers: [{ name: Family, price: $40 }, { name: Student }]
  tax_note: Dues are deductible.
";
    let built = profile(settings).builds();
    let page = built.page("join/");
    page.shows_in_order(&[
        "Take part",
        "Host a student",
        "For two weeks.",
        "Come to a meeting",
        "Everybody is welcome.",
        "Family $40",
        "Student",
        "Membership runs from January to December. Renewals open in October.",
        "Dues are deductible.",
    ]);
    for goal in ["../access/", "https://meet.example/", "https://pay.example/"] {
        assert!(page.attributes("href").contains(&goal), "{goal}");
    }
    // Kinds of membership without a price are a list, and no table of prices.
    let kinds = "membership: { tiers: [{ name: Cities }, { name: Counties }] }\n";
    let built = profile(kinds).builds();
    built.page("join/").shows_in_order(&["Cities", "Counties"]).hides("For a year");
    // Its own words stand first, and are enough for a page.
    let words = "---\ntitle: Join the friends\n---\nWe meet on Mondays.\n";
    profile(settings).with("content/join.md", words).builds().page("join/").shows_in_order(&[
        "Join the friends",
        "We meet on Mondays.",
        "Host a student",
    ]);
    profile("").with("content/join.md", words).builds().page("join/").shows("We meet on Mondays.");
}

#[test]
fn renewals_are_open_from_the_month_on_that_the_settings_name() {
    let dues = |period: &str| profile(&format!("membership: {{ period: {{ {period} }} }}\n"));
    let calendar = dues("from: 1, to: 12, renew_from: 10");
    for page in ["", "join/"] {
        calendar.clone().on("2026-10-05").builds().page(page).shows("Renewals for 2027 are open");
        calendar.clone().on("2026-09-30").builds().page(page).hides("are open");
        calendar.clone().on("2027-01-01").builds().page(page).hides("are open");
    }
    let school = dues("from: 7, to: 6, renew_from: 5");
    let built = school.clone().on("2026-05-01").builds();
    built.page("join/").shows("Renewals for 2026–2027 are open").shows("from July to June");
    school.on("2026-04-30").builds().page("join/").hides("are open");
    dues("from: 1, to: 12").builds().page("join/").hides("Renewals");
}

#[test]
fn a_period_is_not_renewed_when_it_has_begun() {
    site("
//- content/site.yaml
name: Friends
home: home
membership: { period: { from: 1, to: 12, renew_from: 1 } }
#                                                    ^ error[bad-number]: renewals cannot open with the period, for they are for the one that follows
")
    .reports();
}

#[test]
fn whoever_is_to_be_written_to_is_named_with_what_becomes_of_letters() {
    let settings = "contacts: [board]
join: [{ title: Host a student, contact: hosting }]
notices: { public_records: Letters are public. }
";
    let contacts = "
- { id: board, name: The board, email: board@example.org }
- { id: hosting, name: Host families, email: hosts@example.org }
";
    let built = profile(settings).with("content/contacts.yaml", contacts).builds();
    let page = built.page("join/");
    page.shows_in_order(&[
        "Host a student",
        "Ask: Host families",
        "The board",
        "board@example.org",
        "Public records",
        "Letters are public.",
    ]);
    assert!(page.attributes("href").contains(&"../contacts/#hosting"));
    // In the footer of every page there is a way to them.
    assert!(built.page("privacy/").attributes("href").contains(&"../contacts/#board"));
}

#[test]
fn a_contact_that_is_named_must_be_there() {
    site("
//- content/site.yaml
name: Friends
home: home
contacts: [board]
#          ^^^^^ error[unknown-contact]: no contact is called `board`
join: [{ title: Host a student, contact: hosting }]
#                                        ^^^^^^^ error[unknown-contact]: no contact is called `hosting`
")
    .reports();
}
