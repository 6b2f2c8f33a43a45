//! What is told to Wikidata: only what can be said honestly, and in its own grammar.

use regex_lite::Regex;

use super::sites;
use crate::site_test::{Built, site};

/// A statement that two places are twinned, with nothing in it that QuickStatements would not read.
const GRAMMAR: &str = "^Q[1-9][0-9]*\\|P190\\|Q[1-9][0-9]*\
    (\\|P580\\|\\+[0-9]{4}-[0-9]{2}-[0-9]{2}T00:00:00Z/(9|10|11))?\
    (\\|P582\\|\\+[0-9]{4}-[0-9]{2}-[0-9]{2}T00:00:00Z/(9|10|11))?\
    (\\|S854\\|\"https?://[^\"|\\s]+\")?$";

fn statements(built: &Built) -> Vec<&str> {
    let path = "data/wikidata.txt";
    if built.paths().any(|known| known == path) {
        built.file(path).lines().collect()
    } else {
        Vec::new()
    }
}

/// What is said of a relationship of which this is known, from the home city to its partner.
fn said(relationship: &str) -> String {
    let partner = format!(
        "---\nname: Partner\ncountry: IT\nwikidata: Q2\nrelationship: {{ {relationship} }}\n---\n"
    );
    let built = site(
        "
//- content/site.yaml
name: Friends
home: home
//- content/cities/home.md
---
name: Home
country: US
wikidata: Q1
---
",
    )
    .with("content/cities/partner.md", &partner)
    .builds_somehow();
    let statements = statements(&built);
    let [there, back] = statements.as_slice() else {
        assert!(statements.is_empty(), "{statements:?}");
        return String::new();
    };
    let there = there.strip_prefix("Q1|P190|Q2").expect("it begins at home");
    let back = back.strip_prefix("Q2|P190|Q1").expect("then the other way round");
    assert_eq!(there, back);
    format!("twinned{there}")
}

#[test]
fn statements_are_well_formed_and_of_the_example_there_are_many() {
    let grammar = Regex::new(GRAMMAR).expect("it is an expression");
    let mut count = 0;
    for (name, test) in sites() {
        let built = test.builds();
        for line in statements(&built) {
            assert!(grammar.is_match(line), "{name}: {line}");
            count += 1;
        }
    }
    assert!(count > 40, "{count}");
    assert!(!grammar.is_match("Q1|P190|Q2|P580|1982-06"));
}

#[test]
fn a_date_keeps_its_precision() {
    for (date, told) in [
        ("1982", "|P580|+1982-00-00T00:00:00Z/9"),
        ("1982-06", "|P580|+1982-06-00T00:00:00Z/10"),
        ("1982-06-25", "|P580|+1982-06-25T00:00:00Z/11"),
        // Nobody knows when, or not well enough, or it is no date of one day, month or year.
        ("unknown", ""),
        ("1982~", ""),
        ("1982-06?", ""),
        ("198X", ""),
        ("1982-21", ""),
        ("1982/1984", ""),
        ("1982/..", ""),
        ("'[1985-08, 1987-04]'", ""),
        ("1480-06-25", ""),
    ] {
        let relationship = format!("established: {date}, status: active");
        assert_eq!(said(&relationship), format!("twinned{told}"), "{date}");
    }
}

#[test]
fn what_was_never_in_force_is_not_said() {
    for status in ["active", "paused", "suspended", "inactive", "emeritus", "ended"] {
        let relationship = format!("established: unknown, status: {status}");
        assert_eq!(said(&relationship), "twinned", "{status}");
    }
    for status in ["proposed", "developing", "declined"] {
        let relationship = format!("established: unknown, status: {status}");
        assert_eq!(said(&relationship), "", "{status}");
    }
    let begun = "established: unknown, history: [{ to: developing, date: 2001 }, { to: ended, date: 2003 }]";
    assert_eq!(said(begun), "");
    for kind in ["project", "contact"] {
        let informal = format!("kind: {kind}, established: 1982, status: active");
        assert_eq!(said(&informal), "", "{kind}");
    }
}

#[test]
fn an_end_is_told_and_a_gap_is_not_passed_over() {
    let changes = |changes: &str| said(&format!("established: 1980, history: [{changes}]"));
    let start = "twinned|P580|+1980-00-00T00:00:00Z/9";
    assert_eq!(
        changes("{ to: active, date: 1980 }, { to: ended, date: 1995-02 }"),
        format!("{start}|P582|+1995-02-00T00:00:00Z/10")
    );
    assert_eq!(changes("{ to: active, date: 1980 }, { to: paused, date: 1995 }"), start);
    // What lies in the future has not happened.
    assert_eq!(changes("{ to: active, date: 1980 }, { to: ended, date: 2030 }"), start);
    let renewed =
        "{ to: active, date: 1980 }, { to: ended, date: 1995 }, { to: active, date: 2010 }";
    assert_eq!(changes(renewed), "twinned");
}

#[test]
fn a_page_is_named_if_its_address_is_known() {
    let built = site(
        "
//- content/cities/a.md
---
name: A
country: IT
wikidata: Q3
---
//- content/cities/b.md
---
name: B
country: IT
wikidata: Q4
---
//- content/cities/c.md
---
name: C
country: IT
---
//- content/relationships/ring.md
---
title: The ring
kind: ring
parties: [a, b, c]
established: 2001-06
status: active
---
",
    )
    .builds_somehow();
    let more = "|P580|+2001-06-00T00:00:00Z/10|S854|\"https://example.org/relationships/ring/\"";
    let wanted = [format!("Q3|P190|Q4{more}"), format!("Q4|P190|Q3{more}")];
    assert_eq!(statements(&built), wanted);
}
