//! What has changed in the programme as entries of a feed: how relationships came to stand otherwise,
//! and documents.
//!
//! A feed puts its entries in order by an instant. What is known to the month stands at the month's
//! beginning, as it does in the timeline, so that it does not move with the days of a month that is not
//! over; its words say the date as it is known. What is known less exactly has no place in an order of
//! days, and is left out.

use super::atom::{Entry, Text};
use super::latest;
use crate::emit::Context;
use crate::emit::identity::uuid;
use crate::emit::sitemap::absolute;
use crate::programme::lens::TextView;
use crate::programme::timeline::{Occasion, Turn};
use crate::programme::{City, Document, Id, Lens, Relationship, Site, Thing};
use crate::values::date::{Day, Shape, When};
use crate::values::{Date, Url, Words};

/// Whether anything has changed, at a time that is known.
pub(in crate::emit) fn has_changes(site: &Site) -> bool {
    let turns = site.occasions().iter().filter(|occasion| occasion.turn().is_some());
    let dates = turns.filter_map(|turn| turn.date.as_ref());
    let documents = site.documents.iter().filter_map(|(_, document)| document.date.as_ref());
    dates.chain(documents).any(|date| day(date, site).is_some())
}

/// The latest changes.
pub(super) fn entries(base_url: &Url, context: &Context<'_>, lens: &Lens<'_>) -> Vec<Entry> {
    let site = lens.site;
    let teller = Teller { base_url, context, lens };
    let turns = site.occasions().iter().filter_map(|occasion| teller.turn(occasion));
    let documents = site.documents.ids().filter_map(|id| teller.document(id));
    latest(turns.chain(documents).collect(), |entry: &Entry| (entry.updated, &entry.id))
}

/// Tells of changes in a language.
struct Teller<'a> {
    base_url: &'a Url,
    context: &'a Context<'a>,
    lens: &'a Lens<'a>,
}

impl Teller<'_> {
    fn turn(&self, occasion: &Occasion) -> Option<Entry> {
        let (lens, site) = (self.lens, self.lens.site);
        let date = occasion.date.as_ref()?;
        let updated = day(date, site)?;
        let (id, title, goal, reasons): (_, _, _, &[Words]) = match occasion.turn()? {
            Turn::Established(id) => {
                let bond = &site.relationships[id];
                let title = self.standing(&occasion.cities, "established");
                (vec!["established", bond.id.as_str()], title, self.goal(id, bond), &[])
            }
            Turn::Changed(id, number) => {
                let bond = &site.relationships[id];
                let change = &bond.history[number];
                let title = self.standing(&occasion.cities, change.to.as_str());
                let parts = vec!["status", bond.id.as_str(), change.to.as_str(), date.edtf()];
                (parts, title, self.goal(id, bond), &change.because)
            }
            Turn::Told(id, status) => {
                let event = &site.events[id];
                let parts = vec!["status", event.id.as_str(), status.as_str()];
                (parts, lens.words(&event.title), Some(Thing::Event(id)), &event.causes)
            }
        };
        let reasons = reasons.iter().map(|reason| lens.words(reason).text);
        Some(self.entry(&id, title, goal?, updated, date, reasons))
    }

    fn document(&self, id: Id<Document>) -> Option<Entry> {
        let (lens, site) = (self.lens, self.lens.site);
        let data = &site.documents[id];
        let date = data.date.as_ref()?;
        let updated = day(date, site)?;
        let kind = format!("document-{}", data.r#type.as_str());
        let kind = self.context.theme.strings.text(lens.language, &kind);
        let parts = ["document", data.id.as_str()];
        let title = lens.words(&data.title);
        Some(self.entry(&parts, title, Thing::Document(id), updated, date, [kind].into_iter()))
    }

    fn entry(
        &self,
        parts: &[&str],
        title: TextView,
        goal: Thing,
        updated: Day,
        date: &Date,
        more: impl Iterator<Item = String>,
    ) -> Entry {
        let lens = self.lens;
        let mut parts = parts.to_vec();
        parts.push(lens.language.as_str());
        let known_to_the_day =
            matches!(date.shape(), Shape::Single(point) if matches!(point.when, When::Day(_)));
        let words: Vec<String> = [lens.date(date).text].into_iter().chain(more).collect();
        Entry {
            id: uuid(lens.site, &parts),
            title: Text { text: title.text, language: title.lang },
            url: absolute(self.base_url, &lens.url(goal)),
            updated,
            published: known_to_the_day.then_some(updated),
            author: None,
            summary: Some(Text { text: words.join(" · "), language: None }),
            content: None,
        }
    }

    /// How the relationship with some cities stands, as the timeline says it.
    fn standing(&self, cities: &[Id<City>], word: &str) -> TextView {
        let lens = self.lens;
        let names = cities.iter().map(|city| lens.words(&lens.site.cities[*city].name).text);
        let word = self.context.theme.strings.text(lens.language, &format!("timeline-{word}"));
        let text = format!("{}: {word}", lens.list(&names.collect::<Vec<_>>()));
        lens.foreign(&text, lens.language)
    }

    /// The page that tells of a relationship.
    fn goal(&self, id: Id<Relationship>, bond: &Relationship) -> Option<Thing> {
        let partner = bond.parties.iter().rev().find(|city| !self.lens.site.is_home(**city));
        if bond.has_page {
            return Some(Thing::Relationship(id));
        }
        partner.map(|city| Thing::City(*city))
    }
}

/// The day by which a date is put in order, if it has come.
fn day(date: &Date, site: &Site) -> Option<Day> {
    let (Shape::Single(point) | Shape::Since(point)) = date.shape() else { return None };
    let is_known = point.is_exact() && matches!(point.when, When::Day(_) | When::Month(..));
    let day = point.when.earliest();
    (is_known && day <= site.today && day.year() >= 1).then_some(day)
}
