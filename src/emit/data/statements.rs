//! The relationships as statements for Wikidata (QuickStatements, version 1): which city is twinned
//! with which, since when and until when, as precisely as that is known.
//!
//! What cannot be said honestly is left out: a relationship that was never in force, one without
//! formality or for a project alone, and a date that is uncertain, approximate, or no day, month or
//! year of the calendar that Wikidata takes for granted.

use super::DataFile;
use crate::emit::sitemap::absolute;
use crate::programme::open_data::RelationshipRecord;
use crate::programme::relationship::{RelationshipKind, Status};
use crate::programme::{Relationship, Site};
use crate::values::date::{Shape, When};
use crate::values::{Date, Url, Wikidata};

/// The property "twinned administrative body".
const TWINNED: &str = "P190";
/// The qualifier "start time".
const START: &str = "P580";
/// The qualifier "end time".
const END: &str = "P582";
/// The reference "reference URL".
const REFERENCE: &str = "S854";
/// The first year of which every day is one of the Gregorian calendar.
const GREGORIAN: i32 = 1583;

/// The statements; nothing, if there are none.
pub(super) fn file(site: &Site, base_url: Option<&Url>) -> Option<DataFile> {
    let mut statements = String::new();
    for (id, bond) in site.relationships.iter() {
        if !is_said(bond, site) {
            continue;
        }
        let more = more(bond, site);
        let reference = base_url.map(|base_url| {
            let page = RelationshipRecord::new(id, site).page;
            format!("|{REFERENCE}|\"{}\"", absolute(base_url, page.as_str()))
        });
        let reference = reference.unwrap_or_default();
        let items: Vec<Wikidata> =
            bond.parties.iter().filter_map(|city| site.cities[*city].wikidata).collect();
        for from in &items {
            for to in items.iter().filter(|to| *to != from) {
                statements.push_str(&format!("{from}|{TWINNED}|{to}{more}{reference}\n"));
            }
        }
    }
    (!statements.is_empty()).then(|| DataFile {
        address: "data/wikidata.txt".to_owned(),
        format: "quickstatements".into(),
        bytes: statements.into(),
    })
}

/// Whether a relationship twins its cities, or did.
fn is_said(bond: &Relationship, site: &Site) -> bool {
    let informal = matches!(bond.kind, RelationshipKind::Project | RelationshipKind::Contact);
    let never = |status| matches!(status, Status::Proposed | Status::Developing | Status::Declined);
    let mut before = bond.history.iter().rev().skip_while(|change| change.to.is_over()).peekable();
    // What ended before it was ever in force was not twinned.
    let only_begun = before.peek().is_some() && before.all(|change| never(change.to));
    !informal && !never(bond.status(site.today)) && !only_begun
}

/// When it began, and when it ended if it is over. Wikidata would read one time that goes on from
/// the first to the last, so of what ended and was renewed neither is said.
fn more(bond: &Relationship, site: &Site) -> String {
    let is_end = |status| matches!(status, Status::Emeritus | Status::Ended);
    let over = bond.history.iter().position(|change| is_end(change.to));
    let was_renewed =
        over.is_some_and(|over| bond.history[over..].iter().any(|change| !is_end(change.to)));
    if was_renewed {
        return String::new();
    }
    let qualifier = |property: &str, date: Option<&Date>| {
        let date = date.filter(|date| !date.is_future(site.today)).and_then(time);
        date.map(|time| format!("|{property}|{time}")).unwrap_or_default()
    };
    let ended = over.filter(|_| is_end(bond.status(site.today)));
    let ended = ended.and_then(|over| bond.history[over].date.as_ref());
    format!("{}{}", qualifier(START, bond.established.as_ref()), qualifier(END, ended))
}

/// A date with its precision, as `+1982-06-00T00:00:00Z/10`.
fn time(date: &Date) -> Option<String> {
    let Shape::Single(point) = date.shape() else { return None };
    let (year, month, day, precision) = match point.when {
        When::Year(year) => (year, 0, 0, 9),
        When::Month(year, month) => (year, month, 0, 10),
        When::Day(day) => (day.year(), day.month(), day.day(), 11),
        When::Century(_) | When::Decade(_) | When::Season(..) => return None,
    };
    let sound = point.is_exact() && year >= GREGORIAN;
    sound.then(|| format!("+{year:04}-{month:02}-{day:02}T00:00:00Z/{precision}"))
}
