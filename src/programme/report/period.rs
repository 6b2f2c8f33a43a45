//! Whether something was in a year, as far as its date tells.

use crate::programme::event::Event;
use crate::values::Date;
use crate::values::date::{Day, Point, Shape, When};

/// Whether something was in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Share {
    /// It was, or will be.
    Certain,
    /// It may have been: its date leaves that open.
    Possible,
    /// It was not, or nobody knows.
    None,
}

/// Whether a date is in a year; what goes on is in the year in which it began.
pub(super) fn share_of_date(date: Option<&Date>, year: i32) -> Share {
    share(date, date.is_some_and(Date::is_open_ended), year)
}

/// Whether a date is in a year. What goes from one year into the next counts in the year in which
/// it began, so that it is counted once; `lasted` says that it took all of that time, and was not
/// only some time within it.
fn share(date: Option<&Date>, lasted: bool, year: i32) -> Share {
    let Some(date) = date else { return Share::None };
    let first = Day::new(year, 1, 1).unwrap_or(Day::MAX);
    let last = Day::new(year, 12, 31).unwrap_or(Day::MIN);
    // When it began: between these two.
    let earliest = date.earliest();
    let latest =
        if lasted { Some(date.anchor().when.latest()) } else { date.latest() }.unwrap_or(Day::MAX);
    match earliest {
        Some(earliest) if earliest >= first && latest <= last => Share::Certain,
        Some(earliest) if earliest <= last && latest >= first => Share::Possible,
        _ => Share::None,
    }
}

/// The share that a year has in an event.
pub(super) fn share_of(event: &Event, year: i32) -> Share {
    share(event.date.as_ref(), lasted(event), year)
}

/// Whether an event took all the time that its date names. A delegation of two days that was some
/// time in two years did not, and of one whose ends are known to the month nobody knows.
fn lasted(event: &Event) -> bool {
    let Some(date) = &event.date else { return false };
    let is_day = |point: &Point| matches!(point.when, When::Day(_)) && point.is_exact();
    match date.shape() {
        Shape::Since(_) => true,
        Shape::Range(start, end) => is_day(start) && is_day(end) && !event.lay_within_its_date(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn in_2017(edtf: &str, lasted: bool) -> Share {
        let date = Date::parse(edtf).expect("a date");
        share(Some(&date), lasted, 2017)
    }

    #[test]
    fn what_is_known_well_enough_is_certain() {
        for edtf in ["2017", "2017-07", "2017-07-03", "2017-02/2017-03", "[2017-02, 2017-05]"] {
            assert_eq!(in_2017(edtf, false), Share::Certain, "{edtf}");
        }
    }

    #[test]
    fn what_may_have_been_in_another_year_is_possible() {
        for edtf in ["201X", "2016/2017", "2017/2019", "[2016-02, 2017-05]", "2016/.."] {
            assert_eq!(in_2017(edtf, false), Share::Possible, "{edtf}");
        }
        for edtf in ["2016", "2018-01-01", "../2016", "2018/.."] {
            assert_eq!(in_2017(edtf, false), Share::None, "{edtf}");
        }
        assert_eq!(share(None, false, 2017), Share::None);
    }

    #[test]
    fn what_lasted_counts_in_the_year_in_which_it_began() {
        assert_eq!(in_2017("2017-12-28/2018-01-03", true), Share::Certain);
        assert_eq!(in_2017("2016-12-28/2017-01-03", true), Share::None);
        assert_eq!(in_2017("2017/..", true), Share::Certain);
    }
}
