//! What is read, what is derived from it, and what is offered for the rest.

use proptest::prelude::*;

use super::*;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|refusal| panic!("{text}: {refusal:?}"))
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

#[test]
fn bounds_precision_and_year() {
    for (text, bounds, precision, year) in [
        ("1982", "1982-01-01 to 1982-12-31", Precision::Year, 1982),
        ("1982-06", "1982-06-01 to 1982-06-30", Precision::Month, 1982),
        ("2012-02", "2012-02-01 to 2012-02-29", Precision::Month, 2012),
        ("2010-01-11", "2010-01-11 to 2010-01-11", Precision::Day, 2010),
        ("2013-05-23/2013-05-31", "2013-05-23 to 2013-05-31", Precision::Day, 2013),
        ("2011-01/2013", "2011-01-01 to 2013-12-31", Precision::Month, 2011),
        ("2019/..", "2019-01-01 to -", Precision::Year, 2019),
        ("2019/", "2019-01-01 to -", Precision::Year, 2019),
        ("../2018", "- to 2018-12-31", Precision::Year, 2018),
        ("/2018-03", "- to 2018-03-31", Precision::Month, 2018),
        ("197X", "1970-01-01 to 1979-12-31", Precision::Decade, 1970),
        ("197X/..", "1970-01-01 to -", Precision::Decade, 1970),
        ("19XX", "1900-01-01 to 1999-12-31", Precision::Century, 1900),
        ("1985-XX", "1985-01-01 to 1985-12-31", Precision::Year, 1985),
        ("1985-XX-XX", "1985-01-01 to 1985-12-31", Precision::Year, 1985),
        ("1985-04-XX", "1985-04-01 to 1985-04-30", Precision::Month, 1985),
        ("2010-22", "2010-06-01 to 2010-08-31", Precision::Season, 2010),
        ("2010-24", "2010-12-01 to 2011-02-28", Precision::Season, 2010),
        ("9999-24", "9999-12-01 to 9999-12-31", Precision::Season, 9999),
        ("-0599~", "-0599-01-01 to -0599-12-31", Precision::Year, -599),
        ("0000", "0000-01-01 to 0000-12-31", Precision::Year, 0),
        ("[1987-04, 1985-08]", "1985-08-01 to 1987-04-30", Precision::Month, 1985),
        ("[1985,1985-01]", "1985-01-01 to 1985-12-31", Precision::Year, 1985),
    ] {
        let date = date(text);
        let show = |day: Option<Day>| day.map_or("-".to_owned(), |day| day.to_string());
        assert_eq!(format!("{} to {}", show(date.earliest()), show(date.latest())), bounds);
        assert_eq!((date.precision(), date.year()), (precision, year), "{text}");
        assert_eq!(date.edtf(), text);
    }
}

#[test]
fn signs() {
    let signs = |text| (date(text).is_approximate(), date(text).is_uncertain());
    assert_eq!(signs("1957"), (false, false));
    assert_eq!(signs("1957~"), (true, false));
    assert_eq!(signs("1957-03?"), (false, true));
    assert_eq!(signs("1957%"), (true, true));
    assert_eq!(signs("1956/1957~"), (true, false));
    assert_eq!(signs("[1956, 1957?]"), (false, true));
}

#[test]
fn future_and_past() {
    let today = day("2026-05-15");
    let tense = |text| (date(text).is_future(today), date(text).is_past(today));
    assert_eq!(tense("2026-05-16"), (true, false));
    assert_eq!(tense("2026-05-15"), (false, false));
    assert_eq!(tense("2026-05-14"), (false, true));
    assert_eq!(tense("2026-05"), (false, false));
    assert_eq!(tense("2026-04"), (false, true));
    assert_eq!(tense("2019/.."), (false, false));
    assert_eq!(tense("2027/.."), (true, false));
    assert_eq!(tense("../2018"), (false, true));
}

#[test]
fn years_since() {
    let years = |text, today| date(text).full_years_until(day(today));
    assert_eq!(years("1982", "2026-01-01"), Some(44));
    assert_eq!(years("1982-06", "2026-05-31"), Some(43));
    assert_eq!(years("1982-06", "2026-06-01"), Some(44));
    assert_eq!(years("1982-06-25", "2026-06-24"), Some(43));
    assert_eq!(years("1982-06-25", "2026-06-25"), Some(44));
    assert_eq!(years("2019/..", "2026-05-01"), Some(7));
    assert_eq!(years("-0599~", "2026-05-01"), Some(2625));
    assert_eq!(years("198X", "2026-05-01"), None);
    assert_eq!(years("2030", "2026-05-01"), None);
    assert_eq!(years("../2018", "2026-05-01"), None);
    assert_eq!(years("[1985-08, 1987-04]", "2026-05-01"), None);
    assert_eq!(years("[1985-03, 1985-04]", "2026-05-01"), Some(41));
}

#[test]
fn one_date_may_be_the_other_told_more_precisely() {
    let compatible = |a, b| date(a).is_compatible_with(&date(b));
    assert!(compatible("2014-05", "2014-05-05"));
    assert!(compatible("2014-05-05", "2014-05"));
    assert!(compatible("[1985-08, 1987-04]", "1987"));
    assert!(compatible("2019/..", "2020-01"));
    assert!(!compatible("2014-05", "2014-06-01"));
    assert!(!compatible("[1985-08, 1987-04]", "1986"));
    assert!(!compatible("2019/..", "2018"));
}

#[test]
fn words_are_refused_with_the_form_to_write() {
    for (text, form) in [
        ("June 1982", "1982-06"),
        ("in 1982", "1982"),
        ("6/1982", "1982-06"),
        ("1982-6", "1982-06"),
        ("1982/06", "1982-06"),
        ("1982/6/25", "1982-06-25"),
        ("1982.06.25", "1982-06-25"),
        ("19820625", "1982-06-25"),
        ("25.5.1982", "1982-05-25"),
        ("May 5, 2014", "2014-05-05"),
        ("5 May 2014", "2014-05-05"),
        ("May 5th, 2014", "2014-05-05"),
        ("May 23 through May 31, 2013", "2013-05-23/2013-05-31"),
        ("May 23-31, 2013", "2013-05-23/2013-05-31"),
        ("May 23 – 31, 2013", "2013-05-23/2013-05-31"),
        ("May 23 to 31, 2013", "2013-05-23/2013-05-31"),
        ("23–31 May 2013", "2013-05-23/2013-05-31"),
        ("May 23 - June 2, 2013", "2013-05-23/2013-06-02"),
        ("2013-05-23 / 2013-05-31", "2013-05-23/2013-05-31"),
        ("2013-05-23/31", "2013-05-23/2013-05-31"),
        ("1914/18", "1914/1918"),
        ("2000-2004", "2000/2004"),
        ("2000–2004", "2000/2004"),
        ("from 2000 to 2004", "2000/2004"),
        ("since 2019", "2019/.."),
        ("since June 2019", "2019-06/.."),
        ("from 2019", "2019/.."),
        ("2019 to present", "2019/.."),
        ("2019–", "2019/.."),
        ("2019..", "2019/.."),
        ("until 2018", "../2018"),
        ("through 2018", "../2018"),
        ("circa 1957", "1957~"),
        ("c. 1957", "1957~"),
        ("about 1957", "1957~"),
        ("~1957", "1957~"),
        ("?2004-06", "2004-06?"),
        ("1957 (?)", "1957?"),
        ("1957~?", "1957%"),
        ("1970s", "197X"),
        ("the 1970s", "197X"),
        ("197x", "197X"),
        ("600 BC", "-0599"),
        ("ca. 600 BC", "-0599~"),
        ("836", "0836"),
        ("19th century", "18XX"),
        ("spring 2010", "2010-21"),
        ("1985-08 or 1987-04", "\"[1985-08, 1987-04]\""),
        ("August 1985 or April 1987", "\"[1985-08, 1987-04]\""),
        ("1985-08, 1987-04", "\"[1985-08, 1987-04]\""),
        ("[1985]", "1985"),
        ("2004-06~-11", "2004-06-11~"),
        ("2014-05-05T10:00", "2014-05-05"),
        ("2010-33", "2010-01/2010-03"),
        ("-0599-33", "-0599-01/-0599-03"),
        ("2014-13-05", "2014-05-13"),
        ("2013/2012", "2012/2013"),
        ("1982/July 1983", "1983-07"),
    ] {
        let refusal = Date::parse(text).expect_err(text);
        let help = refusal.help.unwrap_or_default();
        assert!(help.ends_with(&format!("`{form}`")), "{text}: {} | {help}", refusal.message);
        Date::parse(form.trim_matches('"')).expect("what is offered must be a date");
    }
}

/// Texts that have no one form to write instead.
const UNCLEAR: [&str; 25] = [
    "",
    "unknown",
    "6/7/1982",
    "12.5.1982",
    "2000/04",
    "1900s",
    "June '82",
    "6/82",
    "May 5",
    "late 2010",
    "late 1980's",
    "2014-02-30",
    "2014-13",
    "February 30, 2014",
    "2013/2012",
    "2013-02-30/2013-03",
    "1982/July 1983",
    "{1985,1987}",
    "[1985..1987]",
    "../..",
    "Y17000",
    "XXXX",
    "2004-XX-01",
    "next year",
    "[]",
];

#[test]
fn what_cannot_be_understood_is_explained() {
    let mut lines = String::new();
    for text in UNCLEAR {
        let Refusal { code, message, help, span } = Date::parse(text).expect_err(text);
        let span = span.map_or(String::new(), |span| format!(" @ {}", &text[span]));
        lines += &format!("{code}: {message}{span}\n    {}\n", help.expect("help is always given"));
    }
    expect_test::expect![[r#"
        bad-date: the date is empty
            write as much as is known, such as `1982` or `1982-06`, or remove the key
        bad-date: `unknown` is not a date
            leave the key out where nothing is known, or write as much as is known, such as `198X` for the 1980s
        bad-date: `6/7/1982` can be 6 July or June 7
            write `1982-07-06` or `1982-06-07`
        bad-date: `12.5.1982` can be 12 May or December 5
            write `1982-05-12` or `1982-12-05`
        bad-date: `2000/04` can mean more than one thing
            write `2000-04` or `2000/2004`
        bad-date: `1900s` can mean more than one thing
            write `190X` or `19XX`
        bad-date: `June '82` has no year of four digits
            write the year with all its digits, before month and day: `1982-06`
        bad-date: `6/82` has no year of four digits
            write the year with all its digits, before month and day: `1982-06`
        bad-date: `May 5` has no year of four digits
            write the year with all its digits, before month and day: `1982-06`
        bad-date: `late 2010` is not how a date is written
            write the months meant, such as `2010-10/2010-12`
        bad-date: `late 1980's` is not how a date is written
            write the years meant, such as `1987/1989`, or `198X` for all ten
        impossible-date: `2014-02-30` does not exist
            February 2014 has 28 days
        impossible-date: `2014-13` does not exist
            months are numbered from 01 to 12
        impossible-date: `February 30, 2014` is not in the calendar
            there may be no such day in that month, or the end comes before the beginning
        reversed-range: `2013/2012` ends before it begins
            write `2012/2013`
        impossible-date: `2013-02-30` does not exist @ 2013-02-30
            February 2013 has 28 days
        bad-date: `July 1983` is not how a date is written @ July 1983
            write `1983-07`
        bad-date: `{1985,1987}` is several dates at once
            write `"[1985,1987]"` if it was one of them, or a range from the first to the last
        bad-date: `[1985..1987]` has a range among its dates
            write out each date that it can be, or a range such as `1985/1987`
        bad-date: `../..` has no date in it
            a range begins or ends with a date: `2019/..` or `../2018`
        bad-date: the year in `Y17000` is too far away
            years have four digits
        bad-date: `XXXX` leaves out digits that cannot be left out
            `X` stands for the last digits of a year, `197X` or `19XX`; a month or day that is not known is left off
        bad-date: `2004-XX-01` leaves out digits that cannot be left out
            `X` stands for the last digits of a year, `197X` or `19XX`; a month or day that is not known is left off
        bad-date: `next year` is not how a date is written
            write `1982`, `1982-06` or `1982-06-25`; `2013-05-23/2013-05-31` for a range, `2019/..` for since, `1957~` for about, `197X` for a decade
        bad-date: `[]` is not how a date is written
            write `1982`, `1982-06` or `1982-06-25`; `2013-05-23/2013-05-31` for a range, `2019/..` for since, `1957~` for about, `197X` for a decade
    "#]].assert_eq(&lines);
}

#[test]
fn dates_are_text_in_yaml() {
    #[derive(Debug, serde::Deserialize)]
    struct File {
        date: Option<Date>,
    }
    let read = |yaml: &str| {
        serde_yaml::from_str::<File>(yaml).map(|file| file.date.unwrap().edtf().to_owned())
    };
    for text in ["1982", "0836", "-0599", "2014-05-05", "1957~", "2019/..", "197X"] {
        assert_eq!(read(&format!("date: {text}")).unwrap(), text);
    }
    assert_eq!(read("date: '[1985-08, 1987-04]'").unwrap(), "[1985-08, 1987-04]");
    let list = read("date: [1985-08, 1987-04]").unwrap_err().to_string();
    assert!(list.contains("goes in quotes"), "{list}");
    let words = read("date: June 1982").unwrap_err().to_string();
    let wire = &words[words.find('\u{1f}').unwrap()..];
    assert_eq!(Refusal::from_wire(wire).unwrap().help, Some("write `1982-06`"));
}

proptest! {
    #[test]
    fn anything_is_a_date_or_a_refusal_with_help(text in "\\PC{0,30}") {
        if let Err(refusal) = Date::parse(&text) {
            prop_assert!(refusal.help.is_some());
        }
    }

    #[test]
    fn nearly_a_date_is_no_worse(
        text in "[\\[{]?(-?[0-9X]{1,4}(-[0-9X]{1,2}){0,2}[?~%]?|[Mm]ay|late|[0-9]{1,4}s|[,/. \\-]|\\.\\.| to | or ){0,6}[\\]}]?"
    ) {
        match Date::parse(&text) {
            Ok(date) => {
                prop_assert_eq!(&Date::parse(date.edtf()).unwrap(), &date);
                if let (Some(first), Some(last)) = (date.earliest(), date.latest()) {
                    prop_assert!(first <= last);
                }
                let _ = (date.sort_key(), date.precision(), date.is_compatible_with(&date));
            }
            Err(refusal) => {
                prop_assert!(refusal.help.is_some());
                if let Some(span) = refusal.span {
                    prop_assert!(text.trim().get(span).is_some());
                }
            }
        }
    }
}
