//! A date that keeps its precision.
//!
//! Dates are written in EDTF, levels 0 and 1, and `[a,b]` of level 2 for one of several. The ends
//! of a range may also be decades and centuries (`197X/..`), which level 1 does not allow but
//! nobody can misunderstand. Times of day and years of more than four digits are left out.

mod advice;
mod day;
mod length;
mod point;
mod read;
mod respell;
mod shape;
mod sort;

use std::fmt;
use std::sync::Arc;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

use super::Refusal;
pub use day::Day;
pub use length::Length;
pub use point::{Point, Precision, Season, When};
pub use shape::Shape;
pub use sort::SortKey;

/// A date, a span of time, or one of several dates, in EDTF.
///
/// ```
/// use jumelage::values::Date;
///
/// let month = Date::parse("1982-06").unwrap();
/// assert_eq!(month.earliest().unwrap().to_string(), "1982-06-01");
/// assert_eq!(month.latest().unwrap().to_string(), "1982-06-30");
///
/// let refusal = Date::parse("June 1982").unwrap_err();
/// assert_eq!(refusal.help.as_deref(), Some("write `1982-06`"));
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Date {
    edtf: Arc<str>,
    shape: Shape,
}

impl Date {
    /// Reads a date.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let edtf = text.trim();
        match read::shape(edtf) {
            Ok(shape) => Ok(Self { edtf: edtf.into(), shape }),
            Err(read::Unread::Refused(refusal)) => Err(refusal),
            Err(read::Unread::NotEdtf) => Err(advice::refuse(edtf)),
        }
    }

    /// All time until a year.
    #[must_use]
    pub fn until_year(year: i32) -> Self {
        let sign = if year < 0 { "-" } else { "" };
        let point = Point { when: When::Year(year), approximate: false, uncertain: false };
        let edtf = format!("../{sign}{:04}", year.abs()).into();
        Self { edtf, shape: Shape::Until(point) }
    }

    /// The date as it was written.
    #[must_use]
    pub fn edtf(&self) -> &str {
        &self.edtf
    }

    /// What kind of date it is, for those who print it.
    #[must_use]
    pub fn shape(&self) -> &Shape {
        &self.shape
    }

    /// The first day that it can be; nothing where the start is open or not known.
    #[must_use]
    pub fn earliest(&self) -> Option<Day> {
        match self.shape {
            Shape::Until(_) | Shape::UnknownStart(_) => None,
            _ => Some(self.anchor().when.earliest()),
        }
    }

    /// The last day that it can be; nothing where the end is open or not known.
    #[must_use]
    pub fn latest(&self) -> Option<Day> {
        match &self.shape {
            Shape::Since(_) | Shape::UnknownEnd(_) => None,
            Shape::Single(point)
            | Shape::Range(_, point)
            | Shape::Until(point)
            | Shape::UnknownStart(point) => Some(point.when.latest()),
            Shape::OneOf(points) => points.iter().map(|point| point.when.latest()).max(),
        }
    }

    /// The date that this one is listed under: its start, or its end where the start is open or
    /// not known, or the earliest of several.
    #[must_use]
    pub fn anchor(&self) -> Point {
        match &self.shape {
            Shape::Single(point)
            | Shape::Range(point, _)
            | Shape::Since(point)
            | Shape::Until(point)
            | Shape::UnknownEnd(point)
            | Shape::UnknownStart(point) => *point,
            Shape::OneOf(points) => *points
                .iter()
                .min_by_key(|point| (point.when.earliest(), point.when.precision()))
                .expect("`read` refuses a choice of fewer than two dates"),
        }
    }

    /// How much is known of the [`anchor`](Self::anchor).
    #[must_use]
    pub fn precision(&self) -> Precision {
        self.anchor().when.precision()
    }

    /// The year under which a timeline lists it; 0 is 1 BC.
    #[must_use]
    pub fn year(&self) -> i32 {
        self.anchor().when.earliest().year()
    }

    /// Is any part of it marked as approximate?
    #[must_use]
    pub fn is_approximate(&self) -> bool {
        self.any(|point| point.approximate)
    }

    /// Is any part of it marked as uncertain?
    #[must_use]
    pub fn is_uncertain(&self) -> bool {
        self.any(|point| point.uncertain)
    }

    /// Does it go on, as in `2019/..`?
    #[must_use]
    pub fn is_open_ended(&self) -> bool {
        matches!(self.shape, Shape::Since(_))
    }

    /// Does all of it lie after today?
    #[must_use]
    pub fn is_future(&self, today: Day) -> bool {
        self.earliest().is_some_and(|earliest| earliest > today)
    }

    /// Does all of it lie before today? What goes on is never past; a month is past when its last
    /// day is.
    #[must_use]
    pub fn is_past(&self, today: Day) -> bool {
        self.latest().is_some_and(|latest| latest < today)
    }

    /// How many full years it is ago, at its own precision. Nothing where that cannot be said:
    /// for a decade, for an open start, for two dates that differ, and before it has begun.
    #[must_use]
    pub fn full_years_until(&self, today: Day) -> Option<u32> {
        match &self.shape {
            Shape::Until(_) | Shape::UnknownStart(_) => None,
            Shape::OneOf(points) => {
                let mut years = points.iter().map(|point| point.when.full_years_until(today));
                let first = years.next()??;
                years.all(|years| years == Some(first)).then_some(first)
            }
            _ => self.anchor().when.full_years_until(today),
        }
    }

    /// Could both be said of one moment, one of them more precisely, as May 2014 and 5 May 2014?
    #[must_use]
    pub fn is_compatible_with(&self, other: &Self) -> bool {
        let (ours, theirs) = (self.alternatives(), other.alternatives());
        ours.iter().any(|a| theirs.iter().any(|b| encloses(*a, *b) || encloses(*b, *a)))
    }

    /// What dates are sorted by.
    #[must_use]
    pub fn sort_key(&self) -> SortKey {
        SortKey::of(self)
    }

    fn any(&self, property: impl Fn(&Point) -> bool) -> bool {
        match &self.shape {
            Shape::Range(start, end) => property(start) || property(end),
            Shape::OneOf(points) => points.iter().any(property),
            _ => property(&self.anchor()),
        }
    }

    /// First and last day of each date that it can be.
    fn alternatives(&self) -> Vec<(Option<Day>, Option<Day>)> {
        match &self.shape {
            Shape::OneOf(points) => points
                .iter()
                .map(|point| (Some(point.when.earliest()), Some(point.when.latest())))
                .collect(),
            _ => vec![(self.earliest(), self.latest())],
        }
    }
}

fn encloses(outer: (Option<Day>, Option<Day>), inner: (Option<Day>, Option<Day>)) -> bool {
    outer.0.is_none_or(|first| inner.0.is_some_and(|inner| first <= inner))
        && outer.1.is_none_or(|last| inner.1.is_some_and(|inner| inner <= last))
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.edtf)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.edtf)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.edtf)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Asked for anything but text, YAML would answer with the number 1982.
        deserializer.deserialize_str(Written)
    }
}

/// Takes a date from a file. A choice without quotes is a list to YAML and is refused before it
/// comes here, with what is `expecting`.
struct Written;

impl Visitor<'_> for Written {
    type Value = Date;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "a date such as `1982-06`; one of several goes in quotes: `\"[1985-08, 1987-04]\"`",
        )
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Date, E> {
        Date::parse(text).map_err(|refusal| E::custom(refusal.to_wire()))
    }
}

#[cfg(test)]
mod tests;
