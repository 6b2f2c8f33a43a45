//! The ways in which people get a file wrong, and what they are told.

mod dates;
mod facts;
mod files;
mod prose;

use crate::site_test::site;

#[test]
fn all_mistakes_of_all_files_are_told_at_once_in_the_order_of_their_places() {
    let test = site(
        "
//- content/cities/gaeta.md
---
^^^ error[missing-key]: `country` is missing
name: 1982
#     ^^^^ error[needs-quotes]: `1982` is not read as a text
sumary: On the sea
^^^^^^ error[unknown-key]: the key `sumary` is not known here
relationship:
^^^^^^^^^^^^ error[missing-key]: `status` is missing
  kind: brother
#       ^^^^^^^ error[unknown-value]: `brother` is not known here
  established: June 1982
#              ^^^^^^^^^ error[bad-date]: `June 1982` is not how a date is written
  committee: gaeta
#            ^^^^^ error[unknown-committee]: no committee is called `gaeta`
---
# Gaeta
^^^^^^^ error[heading-level]: headings in the prose begin at the second level

There are {cuont cities}.
#         ^^^^^^^^^^^^^^ error[unknown-directive]: no directive is called `cuont`
//- content/events/visit.md
---
title: The mayor comes to tea
kind: tea
#     ^^^ error[unknown-value]: `tea` is not known here
date: 2013-02-30
#     ^^^^^^^^^^ error[impossible-date]: `2013-02-30` does not exist
cities: [gaetta]
#        ^^^^^^ error[unknown-city]: no city is called `gaetta`
---
![](../files/tea.jpg)
^^^^^^^^^^^^^^^^^^^^^ error[unknown-file]: there is no file `content/files/tea.jpg`
^^^^^^^^^^^^^^^^^^^^^ error[missing-alt]: the picture has no text alternative
//- content/site.yaml
name: Sister Cities
home: home
base_url: example.org
#         ^^^^^^^^^^^ error[bad-url]: `example.org` is not a web address
",
    );
    test.reports();
    let drawn = test.drawn();
    let places: Vec<&str> =
        drawn.lines().filter_map(|line| line.trim().strip_prefix("╭─▸ ")).collect();
    assert_eq!(
        places,
        [
            "content/cities/gaeta.md:1:1",
            "content/cities/gaeta.md:2:7",
            "content/cities/gaeta.md:3:1",
            "content/cities/gaeta.md:4:1",
            "content/cities/gaeta.md:5:9",
            "content/cities/gaeta.md:6:16",
            "content/cities/gaeta.md:7:14",
            "content/cities/gaeta.md:9:1",
            "content/cities/gaeta.md:11:11",
            "content/events/visit.md:3:7",
            "content/events/visit.md:4:7",
            "content/events/visit.md:5:10",
            "content/events/visit.md:7:1",
            "content/events/visit.md:7:1",
            "content/site.yaml",
            "content/site.yaml:3:11",
        ]
    );
}
