//! The day for which a site is made.
#![expect(
    clippy::disallowed_methods,
    reason = "this is where the clock is asked, and nowhere else"
)]

use std::time::{SystemTime, UNIX_EPOCH};

use crate::values::date::Day;

/// Today, in universal time, so that the same moment gives the same site in every time zone. The
/// variable `SOURCE_DATE_EPOCH` takes the place of the clock, as reproducible-builds.org has it.
pub(super) fn today() -> Day {
    let from_variable =
        std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|text| text.parse::<i64>().ok());
    let seconds = from_variable.unwrap_or_else(|| {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        since.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(0))
    });
    Day::from_unix_days(seconds.div_euclid(86_400))
}
