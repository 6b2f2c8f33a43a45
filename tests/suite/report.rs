//! The report to a council: it counts as the directory does, and adds up no more than is known.

use expect_test::expect;
use serde_json::Value;

use crate::program::{Folder, Said, TODAY, jumelage, repository};
use crate::site_test::{SiteTest, site};

fn delegations() -> SiteTest {
    site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship:
  kind: sister
  established: 1982-12
  status: active
---
//- content/cities/okay.md
---
name: Okay
country: HT
relationship:
  kind: sister
  established: 2014-05-05
  history:
    - { to: active, date: 2014-05-05 }
    - { to: paused, date: 2017, because: The trips were no longer possible }
---
//- content/events/first.md
---
title: First delegation
kind: delegation-out
date: 2017-07
cities: [okay]
participants: [{ group: nurses, count: 4 }, paramedics]
outcomes:
  - { label: trainings, count: 10 }
  - { label: attendees, count: 100, qualifier: more-than }
  - { label: staff, qualifier: dozens }
---
//- content/events/second.md
---
title: Second delegation
kind: delegation-in
date: 2017-12-28/2018-01-03
cities: [gaeta]
participants: [{ group: singers, count: 20 }]
outcomes:
  - { label: Trainings, count: 2 }
  - { label: attendees, count: 30, qualifier: about }
  - { label: staff, count: 5 }
---
//- content/events/third.md
---
title: Third delegation
kind: delegation-out
date: 2016/2017
cities: [okay]
outcomes: [{ label: trainings, count: 1000 }]
---
//- content/events/called-off.md
---
title: A delegation that stayed at home
kind: delegation-out
date: 2017-09
status: cancelled
cities: [okay]
---
//- content/events/secret.md
---
title: A delegation nobody knows of
kind: delegation-out
date: 2017-10
draft: true
cities: [okay]
---
",
    )
}

#[test]
fn it_reads_like_this() {
    expect![[r"
        Sister Cities: report for 2017
        ==============================
        As of May 1, 2026

        Sister cities
        -------------
        2 sister cities in 2 countries

        By status

        Status           How many
        Active                  2
        of them: Paused         1
        Together                2

        By country

        Country  How many
        Haiti           1
        Italy           1

        What changed
        ------------
        When  City  Status  Why
        2017  Okay  Paused  The trips were no longer possible

        Delegations
        -----------
        2 delegations in 2017.

        When                                 What               City   Who took part         What came of it
        July 2017                            First delegation   Okay   4 nurses; paramedics  10 trainings; more than 100 attendees; dozens of staff
        December 28, 2017 – January 3, 2018  Second delegation  Gaeta  20 singers            2 Trainings; about 30 attendees; 5 staff

        Together, as far as somebody counted

        What           How many
        trainings      12
        attendees      about 130 or more
        staff          5, and dozens more
        Who took part  at least 24

        Perhaps of this year: it is not known well enough when they were, and nothing of them is counted

        When       What              City  What came of it
        2016–2017  Third delegation  Okay  1,000 trainings
    "]]
    .assert_eq(&delegations().council_report(Some(2017), "text"));
}

#[test]
fn a_delegation_over_new_year_counts_once() {
    let of = |year| -> Value {
        serde_json::from_str(&delegations().council_report(Some(year), "json")).expect("it is JSON")
    };
    let count = |year| of(year)["happened"]["delegations"]["entries"].as_array().map(Vec::len);
    assert_eq!((count(2016), count(2017), count(2018)), (Some(0), Some(2), Some(0)));
    assert_eq!(of(2018)["version"], 1);
}

#[test]
fn its_totals_are_those_of_the_directory() {
    for folder in [".", "tests/sites/new-haven", "tests/sites/sister-cities-international"] {
        let run = |arguments: &[&str]| {
            let mut program = jumelage(&repository().join(folder));
            Said::by(program.args(arguments).args(["--today", TODAY])).ends(0)
        };
        let json: Value =
            serde_json::from_str(&run(&["report", "--format", "json"]).stdout).expect("it is JSON");
        let published = Folder::new();
        let target = published.at("public");
        run(&["build", "-o", target.to_str().expect("a path in Unicode")]);
        let partners = &json["partners"];
        let total = partners["total"].as_u64().expect("a number");
        let sum = |groups: &Value| -> u64 {
            let groups = groups.as_array().expect("a list").iter();
            groups.map(|group| group["count"].as_u64().expect("a number")).sum()
        };
        assert_eq!(sum(&partners["by_status"]), total, "{folder}");
        assert_eq!(sum(&partners["by_country"]), total, "{folder}");
        if total > 0 {
            let directory = published.read("public/cities/index.html");
            let shown = format!("{total} sister cities");
            assert!(directory.contains(&shown), "{folder}: {shown}");
        }
    }
}

#[test]
fn what_falls_due_is_what_the_rules_find() {
    let test = site("
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { kind: sister, established: 1982-12, status: active, agreement: renewal }
reviewed: 2020-01
review_by: 2021-01
^^^^^^^^^^^^^^^^^^ warning[review-overdue]: this was to be looked through until `2021-01`
owner: The council's clerk
---
//- content/documents.yaml
- id: renewal
  title: Agreement with Gaeta
  type: agreement
  date: 2016-09
  until: 2026-09
#        ^^^^^^^ warning[agreement-expires]: the agreement with Gaeta ends `2026-09`, and the relationship is active
  cities: [gaeta]
//- content/committees/friends.md
---
name: Friends of Gaeta
seats: [{ role: Chair, count: 1 }, { role: Member, count: 3 }]
members:
  - { name: Ada Example, role: Chair, from: 2024-01, to: 2026-12 }
  - { name: Bo Example, role: Member, from: 2025-01, to: 2028-12 }
  - { name: Cy Example, role: Member, from: 2010-01, to: 2012-12 }
meetings:
  next: [{ date: 2026-06-02, time: \"18:00\" }, { date: 2026-07-07, cancelled: true }]
  past: [{ date: 2026-01-13 }, { date: 2025-12-02 }]
---
");
    let text = test.council_report(None, "text");
    let due = &text[text.find("What else happened").expect("it is there")..];
    expect![[r#"
        What else happened
        ------------------
        Meetings

        Committee         Met  Coming up  Cancelled
        Friends of Gaeta    1          1          1

        What falls due
        --------------
        Agreements that end or have ended

        Agreement             City   Ends
        Agreement with Gaeta  Gaeta  until September 2026

        Terms that end within a year

        Name         Role   Committee         Ends
        Ada Example  Chair  Friends of Gaeta  December 2026

        Vacancies

        Committee         Vacancies
        Friends of Gaeta          2

        To be looked through again

        File                     Looked after by      Last looked through  Was due
        content/cities/gaeta.md  The council's clerk  January 2020         January 2021
    "#]]
    .assert_eq(due);
}

#[test]
fn as_a_page_it_is_whole_and_leads_to_the_site() {
    let html = delegations().council_report(Some(2017), "html");
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">"), "{html}");
    assert!(html.contains("<a href=\"https://example.org/events/first/\">First delegation</a>"));
    for fetched in ["<script", "<link", "<img", "url(", "@import"] {
        assert!(!html.contains(fetched), "{fetched}");
    }
    let odd = site("")
        .with("content/site.yaml", "name: \"<b>Twins</b> & more\"\nhome: home\n")
        .council_report(None, "html");
    assert!(odd.contains("<h1>&lt;b&gt;Twins&lt;/b&gt; &amp; more: report for 2026</h1>"), "{odd}");
}

#[test]
fn it_comes_in_the_languages_of_the_site() {
    let run = |language: &str| {
        let mut program = jumelage(repository());
        let arguments = ["report", "--year", "2017", "--today", TODAY, "--language", language];
        Said::by(program.args(arguments))
    };
    let said = run("ht").ends(0);
    assert!(said.stdout.contains("17 vil"), "{}", said.stdout);
    let said = run("fr").ends(1);
    assert!(said.stderr.contains("the site has no language `fr`"), "{}", said.stderr);
    assert!(said.stderr.contains("it has en, ht"), "{}", said.stderr);
    assert_eq!(said.stdout, "");
    run("not a language").ends(2);
    let said = Folder::with_starter().run("report twins --year twenty").ends(2);
    assert!(said.stderr.contains("write the year in digits, such as 2025"), "{}", said.stderr);
}

#[test]
fn a_site_with_a_mistake_has_no_report() {
    let folder = Folder::with_starter();
    folder.replace("twins/content/cities/port-belle.md", "country: HT", "contry: HT");
    let said = folder.run("report twins").ends(1);
    assert!(said.stderr.contains("unknown-key"), "{}", said.stderr);
    assert_eq!(said.stdout, "");
}
