//! How long a span of time is, no finer than its ends are known.

use super::{Date, Day, Point, Precision, Shape, When};
use crate::values::Duration;
use crate::values::duration::Unit;

/// How long a span of time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    /// In the unit in which one would say it.
    pub duration: Duration,
    /// Whether it may be a little more or less.
    pub approximate: bool,
}

/// More days than this are told in months.
const DAYS: i64 = 31;

/// Months from this number on are told in years.
const MONTHS: i64 = 24;

impl Date {
    /// How long it lasted, where it tells two ends that are known well enough.
    ///
    /// From one day to another both are counted, and the number is exact. Coarser ends lie anywhere
    /// within their month or year, so what is between them is told as "about".
    ///
    /// ```
    /// use jumelage::values::Date;
    ///
    /// let days = Date::parse("2013-05-23/2013-05-31").unwrap().length().unwrap();
    /// assert_eq!((days.duration.count, days.approximate), (9, false));
    /// let years = Date::parse("2012/2014").unwrap().length().unwrap();
    /// assert_eq!((years.duration.count, years.approximate), (2, true));
    /// ```
    #[must_use]
    pub fn length(&self) -> Option<Length> {
        let Shape::Range(start, end) = self.shape() else { return None };
        let is_exact = start.is_exact() && end.is_exact();
        let (count, unit, approximate) = match (start.when, end.when) {
            (When::Day(first), When::Day(last)) => {
                let days = last.to_unix_days() - first.to_unix_days() + 1;
                if days <= DAYS { (days, Unit::Day, !is_exact) } else { rounded(days) }
            }
            _ if unit(*start)? == Unit::Year || unit(*end)? == Unit::Year => {
                let (first, last) = (start.when.earliest(), end.when.earliest());
                (i64::from(last.year() - first.year()), Unit::Year, true)
            }
            _ => rounded(middle(end.when) - middle(start.when)),
        };
        // What is less than one of its unit has no number.
        let count = u32::try_from(count).ok().filter(|count| *count > 0)?;
        Some(Length { duration: Duration { count, unit }, approximate })
    }
}

/// The unit that a point is known in; nothing for what is coarser than a year.
fn unit(point: Point) -> Option<Unit> {
    match point.when.precision() {
        Precision::Century | Precision::Decade => None,
        Precision::Year => Some(Unit::Year),
        Precision::Season | Precision::Month => Some(Unit::Month),
        Precision::Day => Some(Unit::Day),
    }
}

/// The day in the middle of a piece of the calendar, by its number.
fn middle(when: When) -> i64 {
    let (first, last): (Day, Day) = (when.earliest(), when.latest());
    first.to_unix_days().midpoint(last.to_unix_days())
}

/// Days as months, or as years where there are many: the nearest number.
fn rounded(days: i64) -> (i64, Unit, bool) {
    let nearest = |thousandths: i64| (days * 1000 + thousandths / 2) / thousandths;
    match nearest(30_437) {
        months if months < MONTHS => (months, Unit::Month, true),
        _ => (nearest(365_243), Unit::Year, true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length(text: &str) -> Option<String> {
        let Length { duration, approximate } = Date::parse(text).unwrap().length()?;
        let about = if approximate { "about " } else { "" };
        Some(format!("{about}{} {}", duration.count, duration.unit.as_str()))
    }

    #[test]
    fn days_are_counted_and_what_is_coarser_is_about() {
        for (text, expected) in [
            ("2013-05-23/2013-05-31", "9 day"),
            ("2013-05-23~/2013-05-31", "about 9 day"),
            ("2019-12-31/2020-01-01", "2 day"),
            ("2013-05-23/2013-08-31", "about 3 month"),
            ("2013-05-23/2016-05-23", "about 3 year"),
            ("2013-05/2013-06", "about 1 month"),
            ("2013-05/2013-06-10", "about 1 month"),
            ("2010-21/2010-23", "about 6 month"),
            ("2010-01/2012-01", "about 2 year"),
            ("2012/2014", "about 2 year"),
            ("2012-05/2014", "about 2 year"),
        ] {
            assert_eq!(length(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_counted_has_no_length() {
        for text in
            ["2013", "2019/..", "../2018", "2019/", "197X/1985", "2013-11/2013", "[2012,2014]"]
        {
            assert_eq!(Date::parse(text).ok().and_then(|date| date.length()), None, "{text}");
        }
    }
}
