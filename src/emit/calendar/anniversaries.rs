//! What comes round every year, as entries that repeat: only what is known to the day.

use super::entries::{stamp, url};
use super::{in_order, told};
use crate::calendar::{Entry, Moment, Standing};
use crate::emit::Context;
use crate::emit::appointment::exact_days;
use crate::emit::identity::uuid;
use crate::programme::anniversary::{Beginning, beginnings};
use crate::programme::{Lens, Section, Site, Thing};
use crate::values::Date;
use crate::values::date::Day;

/// Whether anything began on a day that is known.
pub(in crate::emit) fn has_anniversaries(site: &Site) -> bool {
    beginnings(site).any(|(_, date)| day(date).is_some())
}

/// What the calendar is called.
pub(super) fn name(context: &Context<'_>, lens: &Lens<'_>) -> String {
    let programme = lens.words(&lens.site.name).text;
    let word = context.theme.strings.text(lens.language, Section::Anniversaries.title());
    format!("{programme}: {word}")
}

/// What began on a day that is known, each once for all years.
pub(super) fn entries(context: &Context<'_>, lens: &Lens<'_>) -> Vec<Entry> {
    let site = context.site;
    let known = beginnings(site).filter_map(|(of, date)| Some((of, date, day(date)?)));
    let entries = known.map(|(of, date, day)| entry(of, date, day, context, lens));
    in_order(entries.collect())
}

/// The day that something began. What took several has no day that comes round.
fn day(date: &Date) -> Option<Day> {
    exact_days(date).filter(|(first, last)| first == last).map(|(first, _)| first)
}

fn entry(of: Beginning, date: &Date, day: Day, context: &Context<'_>, lens: &Lens<'_>) -> Entry {
    let site = context.site;
    let strings = &context.theme.strings;
    let word = |key: &str| strings.text(lens.language, key);
    let since = lens.date(date).text;
    let (uid, stamp, of, told_of, url) = match of {
        Beginning::Programme => (
            uuid(site, &["anniversary"]),
            day,
            lens.words(&site.name).text,
            format!("{} {since}", word("anniversary-founded")),
            None,
        ),
        Beginning::Relationship(id) => {
            let bond = &site.relationships[id];
            let partners = bond.parties.iter().copied().filter(|city| !site.is_home(*city));
            let partners: Vec<_> = partners.collect();
            let names = partners.iter().map(|city| lens.words(&site.cities[*city].name).text);
            let page = match partners.as_slice() {
                _ if bond.has_page => Some(Thing::Relationship(id)),
                [partner] => Some(Thing::City(*partner)),
                _ => None,
            };
            let kind = word(&format!("kind-{}", bond.kind.as_str()));
            (
                uuid(site, &["anniversary", bond.id.as_str()]),
                stamp(&bond.file, day, context),
                lens.list(&names.collect::<Vec<_>>()),
                format!("{kind}, {} {since}", word("established")),
                page.and_then(|page| url(page, context, lens)),
            )
        }
    };
    let title = format!("{}: {of} ({})", word("event-anniversary"), day.year());
    Entry {
        uid,
        stamp,
        moment: Moment::Days(day, day),
        yearly: true,
        title: told(title, lens.language),
        description: Some(told(told_of, lens.language)),
        location: None,
        category: Some(told(word("event-anniversary"), lens.language)),
        standing: Standing::Confirmed,
        url,
    }
}
