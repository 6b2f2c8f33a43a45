//! A date in a text, against the record of the same event.

use super::Text;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::programme::City;
use crate::programme::claims::name::Names;
use crate::programme::collection::Id;
use crate::programme::relationship::{Relationship, Status};
use crate::programme::rules::{agree, name_of, place_in};
use crate::values::Date;

impl Text<'_> {
    /// When a text says that a relationship was established.
    pub(super) fn established(
        &self,
        date: &Date,
        names: &Names,
        place: Place,
    ) -> Option<Diagnostic> {
        let city = self.spoken_of(names)?;
        self.established_of(city, date, place)
    }

    /// Whether a date of establishment is another than the record's. A change of the history may
    /// be meant too: a renewal, a vote.
    pub(super) fn established_of(
        &self,
        city: Id<City>,
        date: &Date,
        place: Place,
    ) -> Option<Diagnostic> {
        let site = self.site;
        let bonds = site.relationships_of(city).iter().map(|id| &site.relationships[*id]);
        let dates = |bond: &Relationship| -> Vec<Date> {
            let agreed = bond.history.iter().filter(|change| change.to == Status::Active);
            let changes = agreed.filter_map(|change| change.date.clone());
            bond.established.iter().cloned().chain(changes).collect()
        };
        let known: Vec<Date> = bonds.flat_map(dates).collect();
        if known.is_empty() || known.iter().any(|known| agree(known, date)) {
            return None;
        }
        let bond = &site.relationships[site.principal_relationship(city)?];
        let recorded = bond.established.as_ref()?;
        let name = name_of(city, site);
        Some(
            Diagnostic::new(
                Code::DateDisagrees,
                format!(
                    "the text dates the relationship with {name} to `{}`, the record to `{}`",
                    date.edtf(),
                    recorded.edtf()
                ),
            )
            .at(place)
            .related(place_in(bond, "established"), "the record")
            .help("correct one of the two; `{established ID}` in a text always says what the record does"),
        )
    }
}
