//! How one becomes a member: what it costs, for which year, and when the next can be paid.

use crate::config::profile::{MembershipFile, Month, PeriodFile};
use crate::diagnostic::{Code, Diagnostic};
use crate::programme::resolver::Resolver;
use crate::values::{Day, Text, Url, Words};

/// How one becomes a member.
#[derive(Debug)]
pub struct Membership {
    /// What it means to be one.
    pub text: Option<Words>,
    /// Where one joins or pays.
    pub url: Option<Url>,
    /// The year for which dues are paid.
    pub period: Option<Period>,
    /// What there is to choose from.
    pub tiers: Vec<Tier>,
    /// What the tax office makes of dues.
    pub tax_note: Option<Words>,
}

/// A kind of membership.
#[derive(Debug)]
pub struct Tier {
    /// What it is called.
    pub name: Words,
    /// What it costs.
    pub price: Option<Text>,
}

/// The year for which dues are paid; it may run over new year.
#[derive(Debug, Clone, Copy)]
pub struct Period {
    /// The month that begins it.
    pub from: Month,
    /// The last month of it.
    pub to: Month,
    /// The month from which the coming one can be paid.
    pub renew_from: Option<Month>,
}

/// The years in which a period begins and ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Years {
    /// The year of its first month.
    pub first: i32,
    /// The year of its last.
    pub last: i32,
}

impl Membership {
    pub(super) fn resolve(file: MembershipFile, resolver: &mut Resolver<'_>) -> Self {
        let tiers = file.tiers.into_iter().enumerate().filter_map(|(index, tier)| {
            let name = resolver.require(
                tier.name,
                &format!("membership.tiers[{index}].name"),
                "Family",
            )?;
            Some(Tier { name, price: tier.price })
        });
        let tiers = tiers.collect();
        Self {
            text: file.text,
            url: file.url,
            period: file.period.and_then(|period| Period::resolve(period, resolver)),
            tiers,
            tax_note: file.tax_note,
        }
    }
}

impl Period {
    fn resolve(file: PeriodFile, resolver: &mut Resolver<'_>) -> Option<Self> {
        let from = resolver.require(file.from, "membership.period.from", "1");
        let to = resolver.require(file.to, "membership.period.to", "12");
        let (from, to) = (from?, to?);
        if file.renew_from == Some(from) {
            let diagnostic = Diagnostic::new(
                Code::BadNumber,
                "renewals cannot open with the period, for they are for the one that follows",
            )
            .help("write the month of the period before in which one can renew, such as `10` for a period that begins in January");
            resolver.report(diagnostic, "membership.period.renew_from");
        }
        let renew_from = file.renew_from.filter(|month| *month != from);
        Some(Self { from, to, renew_from })
    }

    /// The coming period, if on this day it can be paid already.
    #[must_use]
    pub fn open_for_renewal(&self, today: Day) -> Option<Years> {
        let renew_from = self.renew_from?;
        // The year in which the coming period begins.
        let (year, month) = (today.year(), today.month());
        let first = if month < self.from.number() { year } else { year + 1 };
        let opens = if renew_from < self.from { first } else { first - 1 };
        ((opens, renew_from.number()) <= (year, month)).then(|| self.years_from(first))
    }

    fn years_from(&self, first: i32) -> Years {
        Years { first, last: if self.to < self.from { first + 1 } else { first } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What can be paid on a day, for a period from one month to another.
    fn renewals(from: u8, to: u8, renew_from: u8, day: &str) -> Option<(i32, i32)> {
        let month =
            |number: u8| serde_yaml::from_str::<Month>(&number.to_string()).expect("it is a month");
        let period =
            Period { from: month(from), to: month(to), renew_from: Some(month(renew_from)) };
        let day = Day::parse(day).expect("it is a day");
        period.open_for_renewal(day).map(|years| (years.first, years.last))
    }

    #[test]
    fn a_calendar_year_is_renewed_before_it_begins() {
        assert_eq!(renewals(1, 12, 10, "2026-09-30"), None);
        assert_eq!(renewals(1, 12, 10, "2026-10-01"), Some((2027, 2027)));
        assert_eq!(renewals(1, 12, 10, "2026-12-31"), Some((2027, 2027)));
        assert_eq!(renewals(1, 12, 10, "2027-01-01"), None);
    }

    #[test]
    fn a_period_may_run_over_new_year() {
        assert_eq!(renewals(7, 6, 5, "2026-04-30"), None);
        assert_eq!(renewals(7, 6, 5, "2026-05-01"), Some((2026, 2027)));
        assert_eq!(renewals(7, 6, 5, "2026-06-30"), Some((2026, 2027)));
        assert_eq!(renewals(7, 6, 5, "2026-07-01"), None);
    }

    #[test]
    fn renewals_may_open_in_the_year_before() {
        assert_eq!(renewals(2, 1, 11, "2026-10-31"), None);
        assert_eq!(renewals(2, 1, 11, "2026-11-01"), Some((2027, 2028)));
        assert_eq!(renewals(2, 1, 11, "2027-01-31"), Some((2027, 2028)));
        assert_eq!(renewals(2, 1, 11, "2027-02-01"), None);
    }

    #[test]
    fn a_season_is_renewed_before_it_begins_too() {
        assert_eq!(renewals(9, 5, 8, "2026-07-31"), None);
        assert_eq!(renewals(9, 5, 8, "2026-08-15"), Some((2026, 2027)));
        assert_eq!(renewals(3, 11, 12, "2026-12-01"), Some((2027, 2027)));
    }
}
