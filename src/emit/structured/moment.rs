//! Dates as schema.org takes them (ISO 8601), where they can say no more than is known.

use crate::values::Date;
use crate::values::date::{Point, Shape, When};

/// A year, a month or a day; nothing where more or less is known than that.
pub(super) fn whole(date: &Date) -> Option<String> {
    match date.shape() {
        Shape::Single(point) => exact(point),
        _ => None,
    }
}

/// When something begins and ends; the end only where it is told apart.
pub(super) fn span(date: &Date) -> Option<(String, Option<String>)> {
    match date.shape() {
        Shape::Single(point) => Some((exact(point)?, None)),
        Shape::Range(start, end) => Some((exact(start)?, Some(exact(end)?))),
        _ => None,
    }
}

/// What goes on since a date that is known, as schema.org writes open intervals.
pub(super) fn coverage(date: &Date) -> Option<String> {
    match date.shape() {
        Shape::Since(point) => Some(format!("{}/..", exact(point)?)),
        _ => None,
    }
}

fn exact(point: &Point) -> Option<String> {
    let (year, month) = match point.when {
        When::Year(year) => (year, None),
        When::Month(year, month) => (year, Some((month, None))),
        When::Day(day) => (day.year(), Some((day.month(), Some(day.day())))),
        When::Century(_) | When::Decade(_) | When::Season(..) => return None,
    };
    // Years before Christ would need more digits than readers of four expect.
    if !point.is_exact() || year < 1 {
        return None;
    }
    Some(match month {
        None => format!("{year:04}"),
        Some((month, None)) => format!("{year:04}-{month:02}"),
        Some((month, Some(day))) => format!("{year:04}-{month:02}-{day:02}"),
    })
}
