//! What to write instead of the words that people write for dates.
//!
//! Nothing is guessed: what can be read in one way is offered, what can be read in two ways is
//! offered both ways, and all that is offered is a date.

use edtf_normalize::{Ambiguous, NoMatchReason, Outcome, normalize};

use super::respell::{part_of_year, rephrased, respelled};
use super::{Date, Refusal, When, read};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What is written where there is no date.
const NO_DATE: [&str; 8] = ["?", "n/a", "no date", "none", "not known", "null", "tbd", "~"];

/// The forms of a date, for who wrote something that cannot be understood.
const FORMS: &str = "write `1982`, `1982-06` or `1982-06-25`; `2013-05-23/2013-05-31` for a range, \
                     `2019/..` for since, `1957~` for about, `197X` for a decade";

/// The name of a month in the language of the messages.
pub(super) fn month_name(month: u8) -> &'static str {
    MONTHS[usize::from(month) - 1]
}

/// Refuses a text that is not EDTF, and says what is.
pub(super) fn refuse(text: &str) -> Refusal {
    if text.is_empty() {
        return Refusal::new("bad-date", "the date is empty")
            .help("write as much as is known, such as `1982` or `1982-06`, or remove the key");
    }
    let words = text.to_lowercase().replace(['–', '—', '−'], "-");
    if NO_DATE.contains(&words.as_str()) {
        return no_date(text);
    }
    let wrong = Refusal::new("bad-date", format!("`{text}` is not how a date is written"));
    match respelled(text).as_slice() {
        [] => {}
        [form] => return wrong.help(write(form)),
        forms => return ambiguous(text, forms),
    }
    if let Some(help) = part_of_year(&words) {
        return wrong.help(help);
    }
    match normalize(&rephrased(&words)) {
        Outcome::Normalized(date) if Date::parse(&date.edtf).is_ok() => {
            wrong.help(write(&date.edtf))
        }
        Outcome::Ambiguous(readings) if has_year(&words) => several(text, &readings),
        Outcome::NoMatch { reason: NoMatchReason::ExplicitNoDate } => no_date(text),
        Outcome::NoMatch { reason: NoMatchReason::ImpossibleDate } => {
            Refusal::new("impossible-date", format!("`{text}` is not in the calendar")).help(
                "there may be no such day in that month, or the end comes before the beginning",
            )
        }
        _ if !has_year(&words) && words.contains(|c: char| c.is_ascii_digit()) => {
            Refusal::new("bad-date", format!("`{text}` has no year of four digits"))
                .help("write the year with all its digits, before month and day: `1982-06`")
        }
        _ => side_of_range(text).unwrap_or_else(|| wrong.help(FORMS)),
    }
}

fn no_date(text: &str) -> Refusal {
    Refusal::new("bad-date", format!("`{text}` is not a date")).help(
        "leave the key out where nothing is known, or write as much as is known, such as `198X` \
         for the 1980s",
    )
}

fn write(form: &str) -> String {
    format!("write {}", quoted(form))
}

/// A date as it stands in a file: brackets need quotes there.
fn quoted(form: &str) -> String {
    if form.starts_with('[') { format!("`\"{form}\"`") } else { format!("`{form}`") }
}

/// Says what each reading of an ambiguous phrase would be.
fn several(text: &str, readings: &Ambiguous) -> Refusal {
    let readings = &readings.interpretations;
    let forms: Vec<String> = readings.iter().map(|reading| reading.edtf.clone()).collect();
    if readings.iter().all(|reading| reading.reading == "alternative") {
        return Refusal::new("bad-date", format!("`{text}` is not how a date is written"))
            .help(write(&format!("[{}]", forms.join(", "))));
    }
    let days: Option<Vec<String>> =
        readings.iter().map(|reading| spoken(&reading.edtf, &reading.reading)).collect();
    let refusal = ambiguous(text, &forms);
    match days {
        Some(days) => {
            Refusal { message: format!("`{text}` can be {}", days.join(" or ")), ..refusal }
        }
        None => refusal,
    }
}

/// The day as those say it who write it in this order.
fn spoken(edtf: &str, order: &str) -> Option<String> {
    let date = Date::parse(edtf).ok()?;
    let When::Day(day) = date.anchor().when else { return None };
    let month = month_name(day.month());
    match order {
        "day-month-year" => Some(format!("{} {month}", day.day())),
        "month-day-year" => Some(format!("{month} {}", day.day())),
        _ => None,
    }
}

fn ambiguous(text: &str, forms: &[String]) -> Refusal {
    let forms: Vec<String> = forms.iter().map(|form| quoted(form)).collect();
    Refusal::new("bad-date", format!("`{text}` can mean more than one thing"))
        .help(format!("write {}", forms.join(" or ")))
}

/// Refuses the side of a range that is not a date, where the other is one.
fn side_of_range(text: &str) -> Option<Refusal> {
    let (start, end) = text.split_once('/')?;
    let is_side = |side: &str| matches!(side, "" | "..") || read::shape(side).is_ok();
    match (is_side(start), is_side(end)) {
        (true, false) => Some(read::shifted(refuse(end), end, start.len() + 1)),
        (false, true) => Some(read::shifted(refuse(start), start, 0)),
        _ => None,
    }
}

fn has_year(words: &str) -> bool {
    words.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() >= 4)
}
