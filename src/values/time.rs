//! A time of day, as a clock shows it.

use super::Refusal;

/// Hours and minutes, from `0:00` to `23:59`.
///
/// ```
/// use jumelage::values::Time;
///
/// let time = Time::parse("18:30").unwrap();
/// assert_eq!((time.hour(), time.minute()), (18, 30));
/// assert!(Time::parse("6.30 pm").is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    hour: u8,
    minute: u8,
}

impl Time {
    /// Reads a time.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let number = |text: &str, digits: std::ops::RangeInclusive<usize>| {
            let sound = digits.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
            text.parse::<u8>().ok().filter(|_| sound)
        };
        let parsed = text.trim().split_once(':').and_then(|(hour, minute)| {
            let (hour, minute) = (number(hour, 1..=2)?, number(minute, 2..=2)?);
            (hour < 24 && minute < 60).then_some(Self { hour, minute })
        });
        parsed.ok_or_else(|| {
            Refusal::new("bad-time", format!("`{text}` is not a time of day"))
                .help("write hours from 0 to 23 and minutes, in quotes: `\"18:30\"`")
        })
    }

    /// The time that many minutes after midnight, on whatever day that is.
    #[must_use]
    pub fn after_midnight(minutes: u32) -> Self {
        let part = |number: u32| u8::try_from(number).expect("it is less than 60");
        Self { hour: part(minutes / 60 % 24), minute: part(minutes % 60) }
    }

    /// The hour, from 0 to 23.
    #[must_use]
    pub fn hour(self) -> u8 {
        self.hour
    }

    /// The minute.
    #[must_use]
    pub fn minute(self) -> u8 {
        self.minute
    }
}

impl std::fmt::Display for Time {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

super::deserialize_by_parse!(Time);
