//! The forms that a date can have.

use super::Point;

/// A date, a span of time, or a choice.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Shape {
    /// One date: `1982-06`.
    Single(Point),
    /// From one date to another: `2013-05-23/2013-05-31`.
    Range(Point, Point),
    /// Since a date, and it goes on: `2019/..`.
    Since(Point),
    /// Until a date, since anybody can think: `../2018`.
    Until(Point),
    /// Since a date, and when it ended is not known: `2019/`.
    UnknownEnd(Point),
    /// Until a date, and when it began is not known: `/2018`.
    UnknownStart(Point),
    /// One of several dates, in the order in which they were written: `[1985-08, 1987-04]`. There
    /// are two or more.
    OneOf(Vec<Point>),
}
