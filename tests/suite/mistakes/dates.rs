//! Dates as people write them, and what to write instead.

use crate::site_test::site;

/// What is said about a date in a city's file: the message, and the help.
#[track_caller]
fn told(date: &str) -> (String, String) {
    let drawn = site(&format!(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: {{ established: {date}, status: active }}
---
"
    ))
    .drawn();
    let help = drawn.lines().find_map(|line| line.trim().strip_prefix("help: "));
    (drawn.lines().next().unwrap_or_default().to_owned(), help.unwrap_or_default().to_owned())
}

#[track_caller]
fn check(date: &str, message: &str, help: &str) {
    assert_eq!(told(date), (message.to_owned(), help.to_owned()));
}

#[test]
fn a_month_in_words() {
    check(
        "June 1982",
        "error[bad-date]: `June 1982` is not how a date is written",
        "write `1982-06`",
    );
}

#[test]
fn a_range_in_words() {
    check(
        "\"May 23 through May 31, 2013\"",
        "error[bad-date]: `May 23 through May 31, 2013` is not how a date is written",
        "write `2013-05-23/2013-05-31`",
    );
}

#[test]
fn a_beginning_in_words() {
    check(
        "since 2019",
        "error[bad-date]: `since 2019` is not how a date is written",
        "write `2019/..`",
    );
}

#[test]
fn a_month_and_a_year_with_a_slash() {
    check("6/1982", "error[bad-date]: `6/1982` is not how a date is written", "write `1982-06`");
}

#[test]
fn a_day_with_slashes_that_can_be_two_days() {
    check(
        "6/7/1982",
        "error[bad-date]: `6/7/1982` can be 6 July or June 7",
        "write `1982-07-06` or `1982-06-07`",
    );
}

#[test]
fn a_day_with_slashes_that_can_be_only_one() {
    check(
        "6/25/1982",
        "error[bad-date]: `6/25/1982` is not how a date is written",
        "write `1982-06-25`",
    );
}

#[test]
fn no_date_at_all() {
    check(
        "in spring",
        "error[bad-date]: `in spring` is not how a date is written",
        "write `1982`, `1982-06` or `1982-06-25`; `2013-05-23/2013-05-31` for a range, \
         `2019/..` for since, `1957~` for about, `197X` for a decade",
    );
}

#[test]
fn a_date_that_the_calendar_does_not_have() {
    check(
        "1982-06-31",
        "error[impossible-date]: `1982-06-31` does not exist",
        "June 1982 has 30 days",
    );
}

#[test]
fn a_range_that_is_turned_around() {
    check(
        "2019/2013",
        "error[reversed-range]: `2019/2013` ends before it begins",
        "write `2013/2019`",
    );
}
