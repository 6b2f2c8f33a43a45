//! Values that do not exist.

use crate::site_test::site;

/// A city whose relationship was established on a date, which is written with its remark.
#[track_caller]
fn established(date_and_remark: &str) {
    site(&format!(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship:
  status: active
  established: {date_and_remark}
---
"
    ))
    .reports();
}

#[test]
fn a_date_in_another_form() {
    established(
        "6/25/1982\n#              ^^^^^^^^^ error[bad-date]: `6/25/1982` is not how a date is written",
    );
}

#[test]
fn a_date_that_does_not_exist() {
    established(
        "1982-02-30\n#              ^^^^^^^^^^ error[impossible-date]: `1982-02-30` does not exist",
    );
}

#[test]
fn a_range_that_ends_before_it_begins() {
    established(
        "2013-05-31/2013-05-23\n#              ^^^^^^^^^^^^^^^^^^^^^ error[reversed-range]: `2013-05-31/2013-05-23` ends before it begins",
    );
}

#[test]
fn a_date_that_is_not_a_day() {
    site(
        "
//- content/news/tea.md
---
title: Tea
date: 2026-05
#     ^^^^^^^ error[bad-date]: news needs a day, and `2026-05` is less exact than that
---
",
    )
    .reports();
}

#[test]
fn what_a_city_cannot_have() {
    site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: UK
#        ^^ error[bad-country]: `UK` is not a country code
coordinates: [91, 13.57]
#            ^^^^^^^^^^^ error[bad-coordinates]: a latitude of 91 does not exist
wikidata: https://www.wikidata.org/wiki/Q128089
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[bad-identifier]: `https://www.wikidata.org/wiki/Q128089` is not an item of Wikidata
geonames: https://www.geonames.org/3176438/gaeta.html
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[bad-identifier]: `https://www.geonames.org/3176438/gaeta.html` is not the number of a place
website: www.example.org
#        ^^^^^^^^^^^^^^^ error[bad-url]: `www.example.org` is not a web address
native: [{ text: Gaeta, lang: italian }]
#                             ^^^^^^^ error[bad-language]: `italian` is not a language tag
population: { count: -20545, as_of: 2015 }
#                    ^^^^^^ error[bad-number]: the number `-20545` is too small here
relationship: { established: 1982, status: active }
---
",
    )
    .reports();
}

#[test]
fn a_duration_without_a_unit() {
    site(
        "
//- content/events/visit.md
---
title: The mayor comes to tea
kind: visit
date: 1982
duration: 5
#         ^ error[bad-duration]: `5` is not a duration
---
",
    )
    .reports();
}

#[test]
fn a_time_in_words() {
    site(
        "
//- content/events/visit.md
---
title: The mayor comes to tea
kind: visit
date: 2026-06-02
time: 6 pm
#     ^^^^ error[bad-time]: `6 pm` is not a time of day
---
",
    )
    .reports();
}

#[test]
fn a_time_zone_that_does_not_exist() {
    site(
        "
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
timezone: New York
#         ^^^^^^^^ error[bad-time-zone]: `New York` is not the name of a time zone
",
    )
    .reports();
}

#[test]
fn the_name_of_a_national_government() {
    site(
        "
//- content/site.yaml
name: Sister Cities
home: home
jurisdiction: { kind: city, name: the Government of Haiti }
#                                 ^^^^^^^^^^^^^^^^^^^^^^^ error[national-government]: `the Government of Haiti` is the name of a national government
",
    )
    .reports();
}

#[test]
fn a_mailbox_and_a_telephone_that_nobody_can_reach() {
    let test = site(
        "
//- content/contacts.yaml
- id: us
  name: Us
  email: \"[email protected]\"
#        ^^^^^^^^^^^^^^^^^^^ error[bad-email]: `[email protected]` is not an e-mail address
  phone: by letter
#        ^^^^^^^^^ error[bad-phone]: `by letter` is not a telephone number
",
    );
    test.reports();
    assert!(test.drawn().contains("a web page hid the address"));
}
