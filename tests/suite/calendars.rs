//! Calendars to subscribe to: what is known to the day, and nothing that nobody knows.

use std::collections::BTreeSet;

use crate::site_test::{Built, SiteTest, site};

/// The lines of a calendar, unfolded.
fn lines(built: &Built, path: &str) -> Vec<String> {
    let text = built.file(path);
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{text}");
    text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

/// The lines of the entry with a title.
#[track_caller]
fn entry(built: &Built, path: &str, title: &str) -> Vec<String> {
    let lines = lines(built, path);
    let of_title = format!(":{title}");
    let entries = lines.split(|line| line == "BEGIN:VEVENT").skip(1);
    let mut of_title = entries.filter(|entry| {
        entry.iter().any(|line| line.starts_with("SUMMARY") && line.ends_with(&of_title))
    });
    of_title.next().unwrap_or_else(|| panic!("`{path}` has no `{title}`: {lines:#?}")).to_vec()
}

/// The titles of all entries.
fn titles(built: &Built, path: &str) -> Vec<String> {
    let lines = lines(built, path);
    let titles = lines.iter().filter_map(|line| line.strip_prefix("SUMMARY"));
    titles.filter_map(|title| Some(title.split_once(':')?.1.to_owned())).collect()
}

#[track_caller]
fn has(entry: &[String], line: &str) {
    assert!(entry.iter().any(|other| other == line), "there is no `{line}`: {entry:#?}");
}

const PROGRAMME: &str = "
//- content/site.yaml
name: Twins
home: home
base_url: https://example.org/twins/
languages: [en, ht]
founded: 1981-05-01
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: 1982-06-25, status: active, committee: friends }
---
//- content/cities/kent.md
---
name: Kent
country: GB
relationship: { established: 1990-06, status: active }
---
//- content/committees/friends.md
---
name: Friends
reviewed: 2026-03-01
meetings:
  place: City Hall, room 2
  next:
    - { date: 2026-06-02, time: \"18:00\" }
    - { date: 2026-07, time: \"18:00\" }
    - { date: 2026-06-16, time: \"18:00\", cancelled: true, place: Library }
  past: 2026-01-06
---
//- content/events/visit.md
---
title: A visit
kind: delegation-out
date: 2013-05-23/2013-05-31
places: [{ city: gaeta }]
summary: \"Nine days; with a mayor, and a \\\\ sign.\"
---
//- content/events/evening.md
---
title: An evening
kind: festival
date: 2026-07-14
time: \"20:30\"
duration: 3 hours
status: planned
---
//- content/events/abroad.md
---
title: An evening abroad
kind: festival
date: 2026-07-15
time: \"20:30\"
places: [{ city: gaeta }]
---
//- content/events/off.md
---
title: Off
kind: festival
date: 2026-08-01
status: cancelled
---
//- content/events/later.md
---
title: Later
kind: festival
date: 2026-08-02
status: postponed
---
//- content/events/month.md
---
title: In a month
kind: festival
date: 2026-06
---
//- content/events/about.md
---
title: About then
kind: festival
date: 2026-06-01~
---
//- content/events/open.md
---
title: Since then
kind: project
date: 2019-01-01/..
---
//- content/events/choice.md
---
title: One or the other
kind: festival
date: \"[2026-06-01, 2026-06-02]\"
---
//- content/events/within.md
---
title: A vote in between
kind: council-vote
date: 2013-05-31/2014-05-05
---
//- content/events/draft.md
---
title: A draft
kind: festival
date: 2026-06-03
draft: true
---
//- content/events/scheduled.md
---
title: Scheduled
kind: festival
date: 2026-06-03
publish_from: 2026-05-20
---
//- content/events/expired.md
---
title: Expired
kind: festival
date: 2026-04-03
expires: 2026-04-10
---
";

fn programme() -> SiteTest {
    site(PROGRAMME)
}

#[test]
fn only_what_is_known_to_the_day_is_in_it() {
    let built = programme().builds();
    let expected = [
        "A visit",
        "Friends: Meeting",
        "Friends: Meeting",
        "Friends: Meeting (Cancelled)",
        "An evening",
        "An evening abroad",
        "Off (Cancelled)",
        "Later (Postponed)",
    ];
    assert_eq!(titles(&built, "calendar.ics"), expected);
    let drafts = programme().with_drafts().builds();
    let drafts = titles(&drafts, "calendar.ics");
    for shown in ["A draft", "Scheduled", "Expired"] {
        assert!(drafts.iter().any(|title| title == shown), "{drafts:?}");
    }
}

#[test]
fn days_end_on_the_day_after_the_last() {
    let built = programme().builds();
    let visit = entry(&built, "calendar.ics", "A visit");
    for line in [
        "DTSTART;VALUE=DATE:20130523",
        "DTEND;VALUE=DATE:20130601",
        "DTSTAMP:20130523T000000Z",
        "DESCRIPTION;LANGUAGE=en:Nine days\\; with a mayor\\, and a \\\\ sign.",
        "LOCATION;LANGUAGE=en:Gaeta\\, Italy",
        "STATUS:CONFIRMED",
        "URL:https://example.org/twins/events/visit/",
    ] {
        has(&visit, line);
    }
    let off = entry(&built, "calendar.ics", "Off (Cancelled)");
    has(&off, "DTEND;VALUE=DATE:20260802");
    has(&off, "STATUS:CANCELLED");
    has(&entry(&built, "calendar.ics", "Later (Postponed)"), "STATUS:CANCELLED");
}

#[test]
fn times_are_those_of_the_place_until_the_zone_of_home_is_told() {
    let built = programme().builds();
    let evening = entry(&built, "calendar.ics", "An evening");
    has(&evening, "DTSTART:20260714T203000");
    has(&evening, "DURATION:PT180M");
    has(&evening, "STATUS:TENTATIVE");
    let yaml = "name: Twins\nhome: home\ntimezone: America/New_York\n";
    let zoned = programme().with("content/site.yaml", yaml).builds();
    has(&entry(&zoned, "calendar.ics", "An evening"), "DTSTART:20260715T003000Z");
    // Nobody has said which clocks they have in Gaeta.
    has(&entry(&zoned, "calendar.ics", "An evening abroad"), "DTSTART:20260715T203000");
    let meeting = entry(&zoned, "calendar.ics", "Friends: Meeting (Cancelled)");
    has(&meeting, "DTSTART:20260616T220000Z");
    // Without an address of the site there are calendars all the same, and no addresses in them.
    assert!(!zoned.file("calendar.ics").contains("URL"), "{}", zoned.file("calendar.ics"));
}

#[test]
fn what_may_be_elsewhere_does_not_go_by_the_clocks_of_home() {
    let yaml = "name: Twins\nhome: home\ntimezone: America/New_York\n";
    let at = |more: &str| {
        let text = format!(
            "---\ntitle: Breakfast\nkind: {more}\ndate: 2026-07-20\ntime: \"08:00\"\n---\n"
        );
        let site = programme().with("content/site.yaml", yaml);
        let built = site.with("content/events/breakfast.md", &text).builds();
        let lines = entry(&built, "calendar.ics", "Breakfast");
        lines.into_iter().find(|line| line.starts_with("DTSTART")).expect("it has a beginning")
    };
    assert_eq!(at("meeting"), "DTSTART:20260720T120000Z");
    assert_eq!(at("visit\ncities: [gaeta]\nplaces: [{ city: home }]"), "DTSTART:20260720T120000Z");
    for elsewhere in
        ["visit\ncities: [gaeta]", "delegation-out", "visit\nplaces: [{ city: gaeta }]"]
    {
        assert_eq!(at(elsewhere), "DTSTART:20260720T080000", "{elsewhere}");
    }
}

#[test]
fn cities_and_committees_have_their_own_where_there_is_something_in_them() {
    let built = programme().builds();
    let of_city = titles(&built, "cities/gaeta/calendar.ics");
    assert_eq!(of_city.len(), 5, "{of_city:?}");
    assert!(!of_city.iter().any(|title| title == "An evening"), "{of_city:?}");
    assert_eq!(titles(&built, "committees/friends/calendar.ics").len(), 3);
    let meeting = entry(&built, "committees/friends/calendar.ics", "Friends: Meeting (Cancelled)");
    has(&meeting, "LOCATION;LANGUAGE=en:Library");
    has(&meeting, "DTSTAMP:20260301T000000Z");
    for none in ["cities/kent/calendar.ics", "cities/home/calendar.ics"] {
        built.has_no(none);
    }
    let page = built.page("cities/gaeta/");
    let links = page.attributes("href");
    assert!(links.contains(&"webcal://example.org/twins/cities/gaeta/calendar.ics"), "{links:?}");
    assert!(links.contains(&"../../cities/gaeta/calendar.ics"), "{links:?}");
    assert!(!built.page("cities/kent/").html().contains("calendar.ics"));
    built.page("events/").shows("Subscribe to the calendar");
    built.page("committees/friends/").shows("Calendar file (ICS)");
}

#[test]
fn an_entry_is_known_again_in_every_file_and_language_and_on_every_day() {
    let built = programme().builds();
    let uid = |path: &str| {
        let visit = entry(&built, path, "A visit");
        visit.into_iter().find(|line| line.starts_with("UID:")).expect("it has an id")
    };
    let paths = ["calendar.ics", "ht/calendar.ics", "cities/gaeta/calendar.ics"];
    let uids: BTreeSet<String> = paths.into_iter().map(uid).collect();
    assert_eq!(uids.len(), 1, "{uids:?}");
    let number = uids.first().expect("one").trim_start_matches("UID:").to_owned();
    // A UUID of version 8: these digits are fixed.
    assert_eq!((&number[14..15], number.len()), ("8", 36), "{number}");
    assert!("89ab".contains(&number[19..20]), "{number}");
    let all = lines(&built, "calendar.ics");
    let all: Vec<&String> = all.iter().filter(|line| line.starts_with("UID:")).collect();
    assert_eq!(all.len(), all.iter().collect::<BTreeSet<_>>().len(), "{all:?}");
    assert_eq!(
        built.file("calendar.ics"),
        programme().on("2026-05-02").builds().file("calendar.ics")
    );
    // Other words, another address: the same event.
    let renamed = programme()
        .with(
            "content/site.yaml",
            "name: Twin towns\nhome: home\nbase_url: https://twins.example/\n",
        )
        .builds();
    assert!(renamed.file("calendar.ics").contains(&number));
}

#[test]
fn anniversaries_come_round_every_year_from_the_day_that_is_known() {
    let leap = "---\nname: Leap\ncountry: FR\nrelationship: { established: 2000-02-29, status: active }\n---\n";
    let over = "---\nname: Over\ncountry: FR\nrelationship: { established: 2001-02-28, status: ended }\n---\n";
    let test =
        programme().with("content/cities/leap.md", leap).with("content/cities/over.md", over);
    let built = test.builds();
    let expected =
        ["Anniversary: Twins (1981)", "Anniversary: Gaeta (1982)", "Anniversary: Leap (2000)"];
    assert_eq!(titles(&built, "anniversaries.ics"), expected);
    let gaeta = entry(&built, "anniversaries.ics", "Anniversary: Gaeta (1982)");
    for line in [
        "DTSTART;VALUE=DATE:19820625",
        "DTEND;VALUE=DATE:19820626",
        "RRULE:FREQ=YEARLY",
        "DESCRIPTION;LANGUAGE=en:Sister city\\, established June 25\\, 1982",
    ] {
        has(&gaeta, line);
    }
    let leap = entry(&built, "anniversaries.ics", "Anniversary: Leap (2000)");
    has(&leap, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1");
    built.page("anniversaries/").shows("Subscribe to the anniversaries");
}

#[test]
fn a_site_without_days_has_no_calendar() {
    let built = site("").builds();
    let calendars: Vec<&str> = built.paths().filter(|path| path.ends_with(".ics")).collect();
    assert!(calendars.is_empty(), "{calendars:?}");
}
