//! A time zone, by the name of a place that keeps its clocks.

use jiff::civil::date;
use jiff::tz;

use super::{Day, Refusal, Time};

/// A time zone of the IANA database, as `America/New_York`. The database goes with the program, so that
/// every machine says the same.
///
/// ```
/// use jumelage::values::{Day, Time, TimeZone};
///
/// let zone = TimeZone::parse("America/New_York").unwrap();
/// let (day, time) = (Day::parse("2026-07-14").unwrap(), Time::parse("20:30").unwrap());
/// let (day, time) = zone.in_greenwich(day, time);
/// assert_eq!((day.to_string().as_str(), time.to_string().as_str()), ("2026-07-15", "00:30"));
/// assert!(TimeZone::parse("Boston").is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeZone(tz::TimeZone);

impl TimeZone {
    /// Reads the name of a zone.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let zones = tz::TimeZoneDatabase::bundled();
        zones.get(text).map(Self).map_err(|_| {
            let message = format!("`{text}` is not the name of a time zone");
            let help = match nearest(text, &zones) {
                Some(name) => format!("did you mean `{name}`?"),
                None => "write a continent and a large city of the zone: `America/New_York`".into(),
            };
            Refusal::new("bad-time-zone", message).help(help)
        })
    }

    /// What the clocks of Greenwich show (UTC) when those of the zone show a day and a time. An hour
    /// that is left out in spring is taken to be the next, one that comes twice in autumn is the first.
    #[must_use]
    pub fn in_greenwich(&self, day: Day, time: Time) -> (Day, Time) {
        let local = i64::from(time.hour()) * 60 + i64::from(time.minute());
        let minutes = day.to_unix_days() * 1440 + local - self.offset(day, time);
        let minute = u32::try_from(minutes.rem_euclid(1440)).expect("a day has 1440 minutes");
        (Day::from_unix_days(minutes.div_euclid(1440)), Time::after_midnight(minute))
    }

    /// How the zone differs from Greenwich then, as ISO 8601 writes it: `-04:00`.
    #[must_use]
    pub fn difference(&self, day: Day, time: Time) -> String {
        let offset = self.offset(day, time);
        let sign = if offset < 0 { '-' } else { '+' };
        format!("{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60)
    }

    /// The same in minutes. Long ago offsets had seconds too, which nobody's watch showed.
    fn offset(&self, day: Day, time: Time) -> i64 {
        let number = |number: u8| i8::try_from(number).unwrap_or_default();
        let year = i16::try_from(day.year()).unwrap_or_default();
        let civil = date(year, number(day.month()), number(day.day()));
        let civil = civil.at(number(time.hour()), number(time.minute()), 0, 0);
        let zoned = self.0.to_zoned(civil);
        zoned.map_or(0, |zoned| i64::from(zoned.offset().seconds() / 60))
    }
}

/// The zone whose name, or its last part, looks most like a text.
fn nearest(text: &str, zones: &tz::TimeZoneDatabase) -> Option<String> {
    let wanted = text.trim().replace(' ', "_").to_lowercase();
    let likeness = |name: &str| {
        let name = name.to_lowercase();
        let last = name.rsplit('/').next().unwrap_or_default();
        strsim::jaro_winkler(&wanted, &name).max(strsim::jaro_winkler(&wanted, last))
    };
    let named = zones.available().map(|name| name.as_str().to_owned());
    let near = named.map(|name| (likeness(&name), name)).filter(|(likeness, _)| *likeness > 0.9);
    near.max_by(|(one, _), (other, _)| one.total_cmp(other)).map(|(_, name)| name)
}

super::deserialize_by_parse!(TimeZone);

#[cfg(test)]
mod tests {
    use super::*;

    fn greenwich(zone: &str, day: &str, time: &str) -> String {
        let zone = TimeZone::parse(zone).unwrap();
        let (day, time) = (Day::parse(day).unwrap(), Time::parse(time).unwrap());
        let (utc_day, utc_time) = zone.in_greenwich(day, time);
        format!("{utc_day} {utc_time} {}", zone.difference(day, time))
    }

    #[test]
    fn clocks_are_changed_in_summer_and_differ_by_parts_of_an_hour() {
        assert_eq!(greenwich("America/New_York", "2026-01-14", "20:30"), "2026-01-15 01:30 -05:00");
        assert_eq!(greenwich("America/New_York", "2026-07-14", "20:30"), "2026-07-15 00:30 -04:00");
        assert_eq!(greenwich("Asia/Kathmandu", "2026-01-01", "05:00"), "2025-12-31 23:15 +05:45");
    }

    #[test]
    fn an_hour_that_is_left_out_or_comes_twice_has_one_meaning() {
        assert_eq!(greenwich("America/New_York", "2026-03-08", "02:30"), "2026-03-08 06:30 -04:00");
        assert_eq!(greenwich("America/New_York", "2026-11-01", "01:30"), "2026-11-01 05:30 -04:00");
    }

    #[test]
    fn the_ends_of_time_are_no_trouble() {
        for day in [Day::MIN, Day::MAX] {
            for time in ["0:00", "23:59"] {
                let _ = greenwich("Pacific/Kiritimati", &day.to_string(), time);
            }
        }
    }

    #[test]
    fn a_city_leads_to_its_zone() {
        let refusal = TimeZone::parse("New York").unwrap_err();
        assert_eq!(refusal.help.as_deref(), Some("did you mean `America/New_York`?"));
        let refusal = TimeZone::parse("america/new-york").unwrap_err();
        assert_eq!(refusal.help.as_deref(), Some("did you mean `America/New_York`?"));
        assert!(TimeZone::parse("eastern").unwrap_err().help.is_some());
    }
}
