//! iCalendar (RFC 5545): entries with a date into the text of a calendar that programs subscribe to.
//!
//! It asks no clock and invents no names: the same entries give the same bytes.

mod line;

use crate::values::date::Day;
use crate::values::{LanguageTag, Time};
use line::Lines;

/// A calendar.
#[derive(Debug)]
pub struct Calendar {
    /// What it is called where it is subscribed to.
    pub name: String,
    /// The page that shows the same, if its whole address is known.
    pub url: Option<String>,
    /// The file itself, likewise.
    pub source: Option<String>,
    /// What is in it. One with nothing in it is not allowed.
    pub entries: Vec<Entry>,
}

/// Something with a date.
#[derive(Debug, Clone)]
pub struct Entry {
    /// By what programs know it again: always the same, and unlike all others.
    pub uid: String,
    /// The day as of which this is told.
    pub stamp: Day,
    /// When it is.
    pub moment: Moment,
    /// Whether it comes again every year.
    pub yearly: bool,
    /// What it is called.
    pub title: Text,
    /// What else there is to say.
    pub description: Option<Text>,
    /// Where it is.
    pub location: Option<Text>,
    /// What kind of thing it is.
    pub category: Option<Text>,
    /// Whether it takes place.
    pub standing: Standing,
    /// The page about it, if its whole address is known.
    pub url: Option<String>,
}

/// Words in a language.
#[derive(Debug, Clone)]
pub struct Text {
    /// The words.
    pub text: String,
    /// Their language.
    pub language: LanguageTag,
}

/// When something is, in years of four digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// From a day to another, the last included.
    Days(Day, Day),
    /// At a time of a day.
    At {
        /// The day.
        day: Day,
        /// The time.
        time: Time,
        /// Whether both are those of Greenwich (UTC), and not those of the place.
        utc: bool,
        /// How long it takes, in minutes, where that is known.
        minutes: Option<u32>,
    },
}

/// Whether something takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It does, or did.
    Confirmed,
    /// It is not certain.
    Tentative,
    /// It does not.
    Cancelled,
}

impl Calendar {
    /// The text of the calendar.
    #[must_use]
    pub fn write(&self) -> String {
        let mut lines = Lines::default();
        lines.add("BEGIN", "VCALENDAR");
        lines.add("VERSION", "2.0");
        lines.add("PRODID", "-//jumelage//EN");
        lines.add("CALSCALE", "GREGORIAN");
        lines.add("METHOD", "PUBLISH");
        // The one is in RFC 7986, the other is what programs read.
        lines.add_text("NAME", None, &self.name);
        lines.add_text("X-WR-CALNAME", None, &self.name);
        if let Some(url) = &self.url {
            lines.add("URL", url);
        }
        if let Some(source) = &self.source {
            lines.add("SOURCE;VALUE=URI", source);
        }
        lines.add("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
        for entry in &self.entries {
            entry.write(&mut lines);
        }
        lines.add("END", "VCALENDAR");
        lines.finish()
    }
}

impl Entry {
    fn write(&self, lines: &mut Lines) {
        lines.add("BEGIN", "VEVENT");
        lines.add("UID", &self.uid);
        lines.add("DTSTAMP", &format!("{}T000000Z", digits(self.stamp)));
        match self.moment {
            Moment::Days(first, last) => {
                lines.add("DTSTART;VALUE=DATE", &digits(first));
                // The end is the first day on which it is over.
                let end = Day::from_unix_days(last.to_unix_days() + 1);
                lines.add("DTEND;VALUE=DATE", &digits(end));
                lines.add("TRANSP", "TRANSPARENT");
            }
            Moment::At { day, time, utc, minutes } => {
                let zone = if utc { "Z" } else { "" };
                let (hour, minute) = (time.hour(), time.minute());
                lines.add("DTSTART", &format!("{}T{hour:02}{minute:02}00{zone}", digits(day)));
                if let Some(minutes) = minutes {
                    lines.add("DURATION", &format!("PT{minutes}M"));
                }
            }
        }
        if self.yearly {
            lines.add("RRULE", &self.every_year());
        }
        let mut text = |name, text: &Text| {
            lines.add_text(name, Some(text.language.as_str()), &text.text);
        };
        text("SUMMARY", &self.title);
        if let Some(description) = &self.description {
            text("DESCRIPTION", description);
        }
        if let Some(location) = &self.location {
            text("LOCATION", location);
        }
        if let Some(category) = &self.category {
            text("CATEGORIES", category);
        }
        let standing = match self.standing {
            Standing::Confirmed => "CONFIRMED",
            Standing::Tentative => "TENTATIVE",
            Standing::Cancelled => "CANCELLED",
        };
        lines.add("STATUS", standing);
        if let Some(url) = &self.url {
            lines.add("URL", url);
        }
        lines.add("END", "VEVENT");
    }

    /// What began on the 29th of February is kept on the last day of the month.
    fn every_year(&self) -> String {
        let (Moment::Days(day, _) | Moment::At { day, .. }) = self.moment;
        match (day.month(), day.day()) {
            (2, 29) => "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1".to_owned(),
            _ => "FREQ=YEARLY".to_owned(),
        }
    }
}

fn digits(day: Day) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}
