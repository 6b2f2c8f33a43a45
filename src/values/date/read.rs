//! From EDTF to a shape: what is accepted, and why the rest is not.

use std::ops::Range;

use edtf_core::{Bound, BoundDate, DateField, Edtf, YearKind};

use super::day::days_in_month;
use super::{Day, Point, Refusal, Season, Shape, When, advice};

/// Why a text could not be read.
#[derive(Debug)]
pub(super) enum Unread {
    /// It is no EDTF; what is meant must be guessed from its words.
    NotEdtf,
    /// It is EDTF, or nearly, and this is wrong with it.
    Refused(Refusal),
}

/// Reads a date, a range or a set.
pub(super) fn shape(text: &str) -> Result<Shape, Unread> {
    if let Some(members) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return one_of(text, members);
    }
    if let Some(members) = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
        return Err(refuse(
            format!("`{text}` is several dates at once"),
            format!(
                "write `\"[{}]\"` if it was one of them, or a range from the first to the last",
                members.trim()
            ),
        ));
    }
    match text.split_once('/') {
        Some((start, end)) => range(text, start, end),
        None => point(text).map(Shape::Single),
    }
}

fn one_of(text: &str, members: &str) -> Result<Shape, Unread> {
    if members.contains("..") {
        return Err(refuse(
            format!("`{text}` has a range among its dates"),
            "write out each date that it can be, or a range such as `1985/1987`",
        ));
    }
    let points: Vec<Point> =
        members.split(',').map(|member| point(member.trim())).collect::<Result<_, _>>()?;
    match points.as_slice() {
        [_] => Err(refuse(
            format!("`{text}` is a choice of one date"),
            format!("write `{}`", members.trim()),
        )),
        _ => Ok(Shape::OneOf(points)),
    }
}

fn range(text: &str, start: &str, end: &str) -> Result<Shape, Unread> {
    let end_at = start.len() + 1;
    let shape = match (start, end) {
        ("" | "..", "" | "..") => {
            return Err(refuse(
                format!("`{text}` has no date in it"),
                "a range begins or ends with a date: `2019/..` or `../2018`",
            ));
        }
        ("..", end) => Shape::Until(part(end, end_at)?),
        ("", end) => Shape::UnknownStart(part(end, end_at)?),
        (start, "..") => Shape::Since(part(start, 0)?),
        (start, "") => Shape::UnknownEnd(part(start, 0)?),
        (first, last) => {
            let (start, end) = (part(first, 0)?, part(last, end_at)?);
            if end.when.latest() < start.when.earliest() {
                return Err(Unread::Refused(
                    Refusal::new("reversed-range", format!("`{text}` ends before it begins"))
                        .help(format!("write `{last}/{first}`")),
                ));
            }
            Shape::Range(start, end)
        }
    };
    Ok(shape)
}

/// Reads a part of a longer text, so that a refusal points at the part.
fn part(text: &str, at: usize) -> Result<Point, Unread> {
    point(text).map_err(|unread| match unread {
        Unread::Refused(refusal) => Unread::Refused(shifted(refusal, text, at)),
        Unread::NotEdtf => Unread::NotEdtf,
    })
}

/// Makes a refusal of a part point at the part's place in the whole.
pub(super) fn shifted(refusal: Refusal, part: &str, at: usize) -> Refusal {
    let Range { start, end } = refusal.span.clone().unwrap_or(0..part.len());
    refusal.span(at + start..at + end)
}

fn point(text: &str) -> Result<Point, Unread> {
    let date = match Edtf::parse(text) {
        Ok(Edtf::Date(date)) => date,
        Ok(Edtf::DateTime(_) | Edtf::Interval(_) | Edtf::Set(_)) | Err(_) => {
            return Err(misread(text));
        }
    };
    let point = Point {
        when: when(&date).ok_or_else(|| beyond(text, &date))?,
        approximate: date.is_approximate(),
        uncertain: date.is_uncertain(),
    };
    // The grammar lets a sign stand in several places; here there is one way to write a date.
    let sign = match (point.approximate, point.uncertain) {
        (true, true) => "%",
        (true, false) => "~",
        (false, true) => "?",
        (false, false) => return Ok(point),
    };
    let bare = text.replace(['?', '~', '%'], "");
    let whole = format!("{bare}{sign}");
    if whole == text {
        return Ok(point);
    }
    Err(refuse(
        format!("`{text}` has its sign in the wrong place"),
        format!("the sign stands at the end and speaks of the whole date: write `{whole}`"),
    ))
}

/// What a date of the grammar is in the calendar; nothing where it is stranger than we print.
fn when(date: &edtf_core::Date) -> Option<When> {
    let YearKind::Standard { negative, digits } = date.year.kind else { return None };
    if date.year.significant_digits.is_some() {
        return None;
    }
    let [Some(thousands), Some(hundreds), tens, ones] = digits.map(|d| d.map(i32::from)) else {
        return None;
    };
    let century = thousands * 1000 + hundreds * 100;
    let year = match (tens, ones, date.month) {
        (None, None, None) => return Some(When::Century(century)),
        (Some(tens), None, None) => return Some(When::Decade(century + tens * 10)),
        (Some(tens), Some(ones), _) => century + tens * 10 + ones,
        _ => return None,
    };
    let year = if negative { -year } else { year };
    let (month, day) = (date.month.map(number), date.day.map(number));
    match (month, day) {
        (None, _) | (Some(Number::Unknown), None | Some(Number::Unknown)) => Some(When::Year(year)),
        (Some(Number::Known(month)), None | Some(Number::Unknown)) => match month {
            1..=12 => Some(When::Month(year, month)),
            21 => Some(When::Season(year, Season::Spring)),
            22 => Some(When::Season(year, Season::Summer)),
            23 => Some(When::Season(year, Season::Autumn)),
            24 => Some(When::Season(year, Season::Winter)),
            _ => None,
        },
        (Some(Number::Known(month)), Some(Number::Known(day))) => {
            Day::new(year, month, day).map(When::Day)
        }
        _ => None,
    }
}

/// Two digits, both `X`, or a mixture that is not accepted.
enum Number {
    Known(u8),
    Unknown,
    Mixed,
}

fn number(field: DateField) -> Number {
    match (field.value(), field.digits) {
        (Some(number), _) => Number::Known(number),
        (None, [None, None]) => Number::Unknown,
        (None, _) => Number::Mixed,
    }
}

/// Refuses what the grammar allows and no page can print.
fn beyond(text: &str, date: &edtf_core::Date) -> Unread {
    if matches!(date.year.kind, YearKind::Big { .. } | YearKind::Exponential { .. }) {
        return refuse(format!("the year in `{text}` is too far away"), "years have four digits");
    }
    let bounds = Edtf::Date(*date).bounds();
    let quarter = date.month.and_then(DateField::value).is_some_and(|code| code > 24);
    match (bounds.earliest, bounds.latest) {
        (Bound::Date(first), Bound::Date(last)) if quarter => refuse(
            format!("`{text}` names a part of the year by its number"),
            format!("write its months: `{}/{}`", month_of(first), month_of(last)),
        ),
        _ => refuse(
            format!("`{text}` leaves out digits that cannot be left out"),
            "`X` stands for the last digits of a year, `197X` or `19XX`; a month or day that is \
             not known is left off",
        ),
    }
}

/// Year and month of a day.
fn month_of(day: BoundDate) -> String {
    let mut text = day.to_string();
    text.truncate(text.len() - "-01".len());
    text
}

/// Tells a day that does not exist and a time of day from what is no date at all.
fn misread(text: &str) -> Unread {
    if let Some((date, _)) = text.split_once('T')
        && point(date).is_ok()
    {
        return refuse(format!("`{text}` has a time of day"), format!("write `{date}`"));
    }
    impossible(text).map_or(Unread::NotEdtf, Unread::Refused)
}

/// Refuses year, month and day that are well written, but not in the calendar.
fn impossible(text: &str) -> Option<Refusal> {
    let bare = text.trim_end_matches(['?', '~', '%']);
    let (sign, bare) = bare.strip_prefix('-').map_or(("", bare), |rest| ("-", rest));
    let numbers: Vec<&str> = bare.split('-').collect();
    let (year, month, day) = match numbers.as_slice() {
        [year, month] => (digits(year, 4)?, digits(month, 2)?, None),
        [year, month, day] => (digits(year, 4)?, digits(month, 2)?, Some(digits(day, 2)?)),
        _ => return None,
    };
    let refusal = Refusal::new("impossible-date", format!("`{text}` does not exist"));
    match (u8::try_from(month).ok()?, day.map(u8::try_from)) {
        (month @ 1..=12, Some(Ok(day))) if day == 0 || day > days_in_month(year, month) => {
            let name = advice::month_name(month);
            let count = days_in_month(year, month);
            Some(refusal.help(format!("{name} {sign}{year} has {count} days")))
        }
        (1..=12, _) => None,
        (day, Some(Ok(month @ 1..=12))) if (1..=days_in_month(year, month)).contains(&day) => {
            Some(refusal.help(format!(
                "the month comes before the day: write `{sign}{year:04}-{month:02}-{day:02}`"
            )))
        }
        _ => Some(refusal.help("months are numbered from 01 to 12")),
    }
}

fn digits(text: &str, count: usize) -> Option<i32> {
    (text.len() == count && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

fn refuse(message: impl Into<String>, help: impl Into<String>) -> Unread {
    Unread::Refused(Refusal::new("bad-date", message).help(help))
}
