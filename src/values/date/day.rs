//! A day of the calendar.

use std::fmt;

use serde::Serialize;

use super::Refusal;

/// A day that exists, in the Gregorian calendar carried back before its invention.
///
/// Year 0 is 1 BC, as in ISO 8601.
///
/// ```
/// use jumelage::values::Day;
///
/// let day = Day::parse("2026-05-01").unwrap();
/// assert_eq!((day.year(), day.month(), day.day()), (2026, 5, 1));
/// assert!(Day::parse("2026-02-29").is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct Day {
    year: i32,
    month: u8,
    day: u8,
}

impl Day {
    /// The first day that can be written.
    pub const MIN: Self = Self { year: -9999, month: 1, day: 1 };

    /// The last day that can be written.
    pub const MAX: Self = Self { year: 9999, month: 12, day: 31 };

    /// The day with these numbers, if there is one.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let exists = (-9999..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// Reads a day written as `2026-05-01`.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let date = super::Date::parse(text)?;
        match date.shape() {
            super::Shape::Single(point) if point.is_exact() => match point.when {
                super::When::Day(day) => Ok(day),
                _ => Err(not_a_day(text)),
            },
            _ => Err(not_a_day(text)),
        }
    }

    /// The first day of a month.
    pub(super) fn first_of(year: i32, month: u8) -> Self {
        Self { year, month, day: 1 }
    }

    /// The last day of a month.
    pub(super) fn last_of(year: i32, month: u8) -> Self {
        Self { year, month, day: days_in_month(year, month) }
    }

    /// The day that many days after 1 January 1970; what cannot be written becomes the nearest
    /// day that can.
    #[must_use]
    pub fn from_unix_days(days: i64) -> Self {
        // Years run from March to February here, so that the leap day is the last; an era is
        // the 400 years after which the calendar repeats.
        // https://howardhinnant.github.io/date_algorithms.html
        let days = days.clamp(Self::MIN.to_unix_days(), Self::MAX.to_unix_days()) + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let months_since_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * months_since_march + 2) / 5 + 1;
        let month = (months_since_march + 2) % 12 + 1;
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        let small = "the days were clamped to years of four digits";
        Self {
            year: year.try_into().expect(small),
            month: month.try_into().expect(small),
            day: day.try_into().expect(small),
        }
    }

    /// How many days after 1 January 1970 this is.
    #[must_use]
    pub fn to_unix_days(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let months_since_march = (i64::from(self.month) + 9) % 12;
        let day_of_year = (153 * months_since_march + 2) / 5 + i64::from(self.day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// The year; 0 is 1 BC.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, from 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }
}

crate::values::deserialize_by_parse!(Day);

/// How many days a month has.
pub(super) fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

fn not_a_day(text: &str) -> Refusal {
    Refusal::new("bad-date", format!("`{text}` is not a single day"))
        .help("write year, month and day: `2026-05-01`")
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.year < 0 { "-" } else { "" };
        write!(f, "{sign}{:04}-{:02}-{:02}", self.year.abs(), self.month, self.day)
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_epoch_and_its_neighbours() {
        for (text, days) in [
            ("1970-01-01", 0),
            ("1969-12-31", -1),
            ("2000-02-29", 11_016),
            ("2026-05-01", 20_574),
            ("0000-03-01", -719_468),
        ] {
            let day = Day::parse(text).unwrap();
            assert_eq!(day.to_unix_days(), days, "{text}");
            assert_eq!(day.to_string(), text);
        }
    }

    #[test]
    fn only_days_that_exist() {
        assert!(Day::new(1900, 2, 29).is_none());
        assert!(Day::new(2000, 2, 29).is_some());
        assert!(Day::new(2014, 0, 1).is_none());
        assert!(Day::parse("2026-05").is_err());
        assert!(Day::parse("2026-05-01~").is_err());
    }

    #[test]
    fn far_away_days_are_clamped() {
        assert_eq!(Day::from_unix_days(i64::MAX), Day::MAX);
        assert_eq!(Day::from_unix_days(i64::MIN), Day::MIN);
    }

    proptest! {
        #[test]
        fn days_come_back_from_their_number(days in -4_000_000i64..2_900_000) {
            let day = Day::from_unix_days(days);
            prop_assert_eq!(day.to_unix_days(), days);
            prop_assert_eq!(Day::new(day.year, day.month, day.day), Some(day));
            prop_assert!(Day::from_unix_days(days + 1) > day);
        }
    }
}
