//! A date by itself: as much of year, month and day as is known.

use super::Day;

/// What is known of when something was, and how sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Point {
    /// When it was.
    pub when: When,
    /// Marked `~` or `%`: about then.
    pub approximate: bool,
    /// Marked `?` or `%`: perhaps then, perhaps not.
    pub uncertain: bool,
}

/// A piece of the calendar, from a century to a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// `19XX`, by its first year.
    Century(i32),
    /// `197X`, by its first year.
    Decade(i32),
    /// `1982`; 0 is 1 BC.
    Year(i32),
    /// `2010-21`.
    Season(i32, Season),
    /// `1982-06`: year and month, from 1.
    Month(i32, u8),
    /// `1982-06-25`.
    Day(Day),
}

/// A quarter of a year as the weather has it, in the months of the northern hemisphere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February of the next year.
    Winter,
}

/// How much of a date is known. Coarser comes first, as it does in a sorted list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A hundred years.
    Century,
    /// Ten years.
    Decade,
    /// A year.
    Year,
    /// A season of a year.
    Season,
    /// A month.
    Month,
    /// A day.
    Day,
}

impl Point {
    /// Neither approximate nor uncertain.
    #[must_use]
    pub fn is_exact(self) -> bool {
        !self.approximate && !self.uncertain
    }
}

impl Season {
    /// The number of its first month.
    fn first_month(self) -> u8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

impl When {
    /// The first day that it can be.
    #[must_use]
    pub fn earliest(self) -> Day {
        match self {
            Self::Century(year) | Self::Decade(year) | Self::Year(year) => Day::first_of(year, 1),
            Self::Season(year, season) => Day::first_of(year, season.first_month()),
            Self::Month(year, month) => Day::first_of(year, month),
            Self::Day(day) => day,
        }
    }

    /// The last day that it can be.
    #[must_use]
    pub fn latest(self) -> Day {
        match self {
            Self::Century(year) => Day::last_of(year + 99, 12),
            Self::Decade(year) => Day::last_of(year + 9, 12),
            Self::Year(year) => Day::last_of(year, 12),
            // The last winter that can be written would end in the year 10000.
            Self::Season(year, Season::Winter) => Day::last_of(year + 1, 2).min(Day::MAX),
            Self::Season(year, season) => Day::last_of(year, season.first_month() + 2),
            Self::Month(year, month) => Day::last_of(year, month),
            Self::Day(day) => day,
        }
    }

    /// How much is known.
    #[must_use]
    pub fn precision(self) -> Precision {
        match self {
            Self::Century(_) => Precision::Century,
            Self::Decade(_) => Precision::Decade,
            Self::Year(_) => Precision::Year,
            Self::Season(..) => Precision::Season,
            Self::Month(..) => Precision::Month,
            Self::Day(_) => Precision::Day,
        }
    }

    /// How many anniversaries there have been, at its own precision: a year counts its years, a
    /// month is complete when it comes round, and of a decade nobody can say.
    pub(super) fn full_years_until(self, today: Day) -> Option<u32> {
        let first = self.earliest();
        let has_come_round = match self.precision() {
            Precision::Century | Precision::Decade => return None,
            Precision::Year => true,
            Precision::Season | Precision::Month => today.month() >= first.month(),
            Precision::Day => (today.month(), today.day()) >= (first.month(), first.day()),
        };
        u32::try_from(today.year() - first.year() - i32::from(!has_come_round)).ok()
    }
}
