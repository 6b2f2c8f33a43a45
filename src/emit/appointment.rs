//! When events and meetings are, where that is known to the day: what calendars can take, and what
//! search engines are told of times.

use super::Context;
use crate::programme::committee::{Committee, Meeting};
use crate::programme::event::EventKind;
use crate::programme::{City, Event, Id};
use crate::values::date::{Day, Shape, When};
use crate::values::{Date, Time, TimeZone};

/// When something is, to the day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Appointment<'a> {
    pub(super) first: Day,
    pub(super) last: Day,
    /// The time on its only day, and the zone whose clocks show it; those of the place do, if that is
    /// not known.
    pub(super) time: Option<(Time, Option<&'a TimeZone>)>,
}

/// When an event is; nothing, where more or less is known than its days. What happens elsewhere than in
/// the home city goes by other clocks, whose zone nobody has said: so the home city's is told only of
/// what is said to be there, and of what concerns no other city.
pub(super) fn of_event<'a>(id: Id<Event>, context: &Context<'a>) -> Option<Appointment<'a>> {
    let site = context.site;
    let event = &site.events[id];
    if event.lay_within_its_date() {
        return None;
    }
    let is_told_of_home = |cities: &[Id<City>]| cities.iter().all(|city| site.is_home(*city));
    let cities: Vec<Id<City>> = event.places.iter().filter_map(|place| place.city).collect();
    let is_here = match cities.is_empty() {
        false => is_told_of_home(&cities),
        true => is_told_of_home(&event.cities) && event.kind != EventKind::DelegationOut,
    };
    let zone = context.config.time_zone.as_ref().filter(|_| is_here);
    Appointment::new(event.date.as_ref()?, event.time, zone)
}

/// When a committee meets; nothing, if it will not because it is no more.
pub(super) fn of_meeting<'a>(
    meeting: &Meeting,
    committee: &Committee,
    context: &Context<'a>,
) -> Option<Appointment<'a>> {
    let today = context.site.today;
    let is_shown = meeting.date.is_past(today) || !committee.is_dissolved(today);
    let zone = context.config.time_zone.as_ref();
    Appointment::new(&meeting.date, meeting.time, zone).filter(|_| is_shown)
}

impl<'a> Appointment<'a> {
    fn new(date: &Date, time: Option<Time>, zone: Option<&'a TimeZone>) -> Option<Self> {
        let (first, last) = exact_days(date)?;
        let time = time.filter(|_| first == last).map(|time| (time, zone));
        Some(Self { first, last, time })
    }
}

/// The first and the last day of a date that is known to the day. Calendars have years of four digits,
/// and need the day after the last; where a zone is far from Greenwich, the day before the first too.
pub(super) fn exact_days(date: &Date) -> Option<(Day, Day)> {
    let day = |when| match when {
        When::Day(day) => Some(day).filter(|day| (2..=9998).contains(&day.year())),
        _ => None,
    };
    match date.shape() {
        Shape::Single(point) if point.is_exact() => {
            let day = day(point.when)?;
            Some((day, day))
        }
        Shape::Range(start, end) if start.is_exact() && end.is_exact() => {
            Some((day(start.when)?, day(end.when)?))
        }
        _ => None,
    }
}
