//! The order of dates in a list.

use super::{Date, Day, Precision, Shape};

/// What dates are sorted by: when they begin, then the coarser first, then when they end.
///
/// "May 2014" stands before "May 1, 2014", because it may have been any of its days. What began
/// nobody knows when stands before everything; what goes on, after what ended. Whether a date is
/// certain moves nothing.
// The fields are compared in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SortKey {
    earliest: Option<Day>,
    precision: Precision,
    has_no_end: bool,
    latest: Option<Day>,
}

impl SortKey {
    pub(super) fn of(date: &Date) -> Self {
        let earliest = match date.shape() {
            Shape::UnknownStart(end) => Some(end.when.earliest()),
            _ => date.earliest(),
        };
        let latest = date.latest();
        Self { earliest, precision: date.precision(), has_no_end: latest.is_none(), latest }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn assert_sorted(texts: &[&str]) {
        let mut sorted: Vec<Date> =
            texts.iter().rev().map(|text| Date::parse(text).unwrap()).collect();
        sorted.sort_by_key(Date::sort_key);
        let sorted: Vec<&str> = sorted.iter().map(Date::edtf).collect();
        assert_eq!(sorted, texts);
    }

    #[test]
    fn the_coarser_date_comes_first() {
        assert_sorted(&["20XX", "2010", "2010-01", "2010-01-01", "2010-01-02", "2010-02"]);
        assert_sorted(&["2014-05", "2014-05/2014-06", "2014-05-01", "2014-05-05", "2014-06"]);
        assert_sorted(&["1970", "1970-21", "1970-03", "1970-03-01"]);
    }

    #[test]
    fn the_later_end_comes_later() {
        assert_sorted(&["2019", "2019/2020", "2019/.."]);
        assert_sorted(&["2013-05-23", "2013-05-23/2013-05-31"]);
    }

    #[test]
    fn open_starts_come_first_and_unknown_starts_at_their_end() {
        assert_sorted(&["../2018", "-0599", "1982", "2018", "2019"]);
        assert_sorted(&["2017", "/2018", "2019"]);
    }

    #[test]
    fn a_choice_stands_at_the_first_it_can_be() {
        assert_sorted(&["1985-07", "[1987-04, 1985-08]", "1985-09"]);
    }

    #[test]
    fn signs_move_nothing() {
        let key = |text| Date::parse(text).unwrap().sort_key();
        assert_eq!(key("1957~"), key("1957"));
        assert_eq!(key("1957-03%/1958"), key("1957-03/1958"));
    }

    proptest! {
        #[test]
        fn a_date_stands_before_its_own_first_day(days in -4_000_000i64..2_900_000) {
            let day = Day::from_unix_days(days).to_string();
            let end = day.len();
            for text in [&day[..], &day[..end - 3], &day[..end - 6]] {
                let date = Date::parse(text).unwrap();
                let first = Date::parse(&date.earliest().unwrap().to_string()).unwrap();
                prop_assert!(date.sort_key() <= first.sort_key());
            }
        }
    }
}
