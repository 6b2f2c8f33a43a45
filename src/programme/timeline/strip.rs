//! Where in its year a date lies, or in its years: a strip of cells with the part that it fills.

use schemars::JsonSchema;
use serde::Serialize;

use crate::values::Date;
use crate::values::date::{Day, Point, Shape};

/// How wide a cell is. A month of 31 days is as wide as one of 28, as on a ruler of months.
const CELL: i32 = 30;

/// The least that can be seen.
const LEAST: i32 = 8;

/// A strip of more years than this would show nothing.
const MOST_YEARS: i32 = 40;

/// A picture of where a date lies.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StripView {
    /// How wide it is: 30 for each of its cells, which are twelve months, or years.
    pub width: i32,
    /// What the date fills: one part, or several where it is one of several dates.
    pub parts: Vec<StripPart>,
}

/// A part of a strip.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StripPart {
    /// Where it begins.
    pub x: i32,
    /// How wide it is.
    pub width: i32,
}

impl StripView {
    /// The strip of a date; nothing where it would take too many years, or be full and so say
    /// nothing.
    #[must_use]
    pub fn of(date: &Date) -> Option<Self> {
        let spans = spans(date);
        let first = spans.iter().map(|span| span.0.year()).min()?;
        let last = spans.iter().map(|span| span.1.year()).max()?;
        let years = last - first + 1;
        if years > MOST_YEARS {
            return None;
        }
        let cells = if years == 1 { 12 } else { years };
        // A day's place is worked out in a year of 360, and a strip of years is that much narrower.
        let place =
            |of_year: i32, day: Day| ((day.year() - first) * 360 + of_year) * cells / (years * 12);
        let part = |(start, end): (Day, Day)| {
            let (start, end) = (place(begin_of(start), start), place(end_of(end), end));
            let width = (end - start).max(LEAST);
            StripPart { x: start.min(cells * CELL - width), width }
        };
        let (width, parts) = (cells * CELL, spans.into_iter().map(part).collect::<Vec<_>>());
        let is_full = parts.iter().any(|part| part.width == width);
        (!is_full).then_some(Self { width, parts })
    }
}

/// First and last day of what a date fills. What is open runs on to the end of its year.
fn spans(date: &Date) -> Vec<(Day, Day)> {
    let whole = |point: &Point| (point.when.earliest(), point.when.latest());
    let year_end = |day: Day| Day::new(day.year(), 12, 31).unwrap_or(day);
    let year_start = |day: Day| Day::new(day.year(), 1, 1).unwrap_or(day);
    match date.shape() {
        Shape::Single(point) => vec![whole(point)],
        Shape::Range(start, end) => vec![(start.when.earliest(), end.when.latest())],
        Shape::Since(point) | Shape::UnknownEnd(point) => {
            let (start, end) = whole(point);
            vec![(start, year_end(end))]
        }
        Shape::Until(point) | Shape::UnknownStart(point) => {
            let (start, end) = whole(point);
            vec![(year_start(start), end)]
        }
        Shape::OneOf(points) => points.iter().map(whole).collect(),
    }
}

/// Where a day begins in a year of twelve times thirty.
fn begin_of(day: Day) -> i32 {
    (i32::from(day.month()) - 1) * CELL + (i32::from(day.day()) - 1) * CELL / days_in(day)
}

/// Where it ends.
fn end_of(day: Day) -> i32 {
    (i32::from(day.month()) - 1) * CELL + i32::from(day.day()) * CELL / days_in(day)
}

/// How many days its month has.
fn days_in(day: Day) -> i32 {
    let longest = (28..=31).rev().find(|last| Day::new(day.year(), day.month(), *last).is_some());
    longest.map_or(31, i32::from)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn drawn(text: &str) -> String {
        match StripView::of(&Date::parse(text).unwrap()) {
            Some(strip) => {
                let parts = strip.parts.iter().map(|part| format!(" {}+{}", part.x, part.width));
                format!("{}:{}", strip.width, parts.collect::<String>())
            }
            None => "none".to_owned(),
        }
    }

    #[test]
    fn months_and_years_fill_their_cells() {
        for (text, expected) in [
            ("2014", "none"),
            ("2014-02", "360: 30+30"),
            ("2014-12-31", "360: 352+8"),
            ("2010-21", "360: 60+90"),
            ("2010-24", "60: 27+8"),
            ("2014-02/2014-04", "360: 30+90"),
            ("2012/2014", "none"),
            ("2012-07/2013", "60: 15+45"),
            ("197X", "none"),
            ("19XX", "none"),
            ("2019-07/..", "360: 180+180"),
            ("../2019-06", "360: 0+180"),
            ("[1985-08, 1987-04]", "90: 17+8 67+8"),
        ] {
            assert_eq!(drawn(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_part_leaves_its_strip(first in -4_000_000i64..2_900_000, length in 0i64..20_000) {
            let (start, end) = (Day::from_unix_days(first), Day::from_unix_days(first + length));
            let date = Date::parse(&format!("{start}/{end}")).unwrap();
            if let Some(strip) = StripView::of(&date) {
                for part in strip.parts {
                    prop_assert!(part.x >= 0 && part.x + part.width <= strip.width, "{start}/{end}");
                }
            }
        }
    }
}
