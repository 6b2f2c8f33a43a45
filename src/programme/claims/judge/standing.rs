//! How a text says that a relationship stands, against its record and against the same text.

use super::Text;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::programme::City;
use crate::programme::claims::{Entry, List, Said, Standing};
use crate::programme::collection::Id;
use crate::programme::relationship::{Change, Relationship, Status};
use crate::programme::rules::{agree, difference, name_of, place_in};

/// What to do about a text and a record that contradict each other.
const HELP: &str = "correct the text, or add the change to the `history` of the relationship";

impl Text<'_> {
    /// What a sentence says of a relationship: its status, since when, and why.
    pub(super) fn standing(&self, said: &Said, place: Place) -> Option<Diagnostic> {
        let city = self.spoken_of(&said.of)?;
        // Of two relationships with one city, it may be either.
        let [bond] = self.site.relationships_of(city) else { return None };
        let bond = &self.site.relationships[*bond];
        let status = bond.status(self.site.today);
        let says_active = said.standing == Standing::Active;
        if says_active != (status == Status::Active) {
            let was_so = bond.history.iter().any(|change| change.to != Status::Active);
            if says_active && matches!(status, Status::Proposed | Status::Developing)
                || said.past && (was_so || says_active)
            {
                return None;
            }
            return Some(self.contradiction(city, bond, said, place));
        }
        if says_active {
            return None;
        }
        let (number, change) = current(bond, self.site.today)?;
        self.another_date(city, bond, said, (number, change), &place)
            .or_else(|| self.other_causes(city, bond, said, (number, change), place))
    }

    fn contradiction(
        &self,
        city: Id<City>,
        bond: &Relationship,
        said: &Said,
        place: Place,
    ) -> Diagnostic {
        let status = bond.status(self.site.today).as_str();
        let since = said.since.as_ref();
        let since = since.map_or(String::new(), |date| format!(" since `{}`", date.edtf()));
        let name = name_of(city, self.site);
        Diagnostic::new(
            Code::StatusContradictsText,
            format!("the text calls the relationship with {name} {}{since}, the record calls it `{status}`", word(said.standing)),
        )
        .at(place)
        .related(status_place(bond), "the record")
        .help(HELP)
    }

    fn another_date(
        &self,
        city: Id<City>,
        bond: &Relationship,
        said: &Said,
        (number, change): (usize, &Change),
        place: &Place,
    ) -> Option<Diagnostic> {
        let (since, recorded) = (said.since.as_ref()?, change.date.as_ref()?);
        let is_earlier_change = bond.history.iter().any(|other| {
            other.to != Status::Active && other.date.as_ref().is_some_and(|date| agree(date, since))
        });
        if is_earlier_change || agree(since, recorded) {
            return None;
        }
        let name = name_of(city, self.site);
        Some(
            Diagnostic::new(
                Code::DateDisagrees,
                format!(
                    "the text says that the relationship with {name} is {} since `{}`, the record says `{}`",
                    word(said.standing),
                    since.edtf(),
                    recorded.edtf()
                ),
            )
            .at(place.clone())
            .related(place_in(bond, &format!("history[{number}].date")), "the record")
            .help("correct one of the two"),
        )
    }

    fn other_causes(
        &self,
        city: Id<City>,
        bond: &Relationship,
        said: &Said,
        (number, change): (usize, &Change),
        place: Place,
    ) -> Option<Diagnostic> {
        // One reason in passing does not claim to be all.
        if said.causes.len() < 2 {
            return None;
        }
        let own = &self.site.language;
        let language = self.statements.language.as_ref().unwrap_or(own);
        let causes = change.because.iter();
        let recorded: Option<Vec<String>> = causes
            .map(|cause| cause.in_language(language, own))
            .map(|cause| cause.map(str::to_owned))
            .collect();
        let difference = difference(&said.causes, &recorded?)?;
        let name = name_of(city, self.site);
        Some(
            Diagnostic::new(
                Code::CausesDisagree,
                format!("the text and the record give different reasons for {name}: {difference}"),
            )
            .at(place)
            .related(place_in(bond, &format!("history[{number}].because")), "the record")
            .help("name the same reasons in both, or none in the text"),
        )
    }

    /// The entries of a list: their dates, and whether they stand as the words over the list say.
    pub(super) fn list(&self, list: &List) -> Vec<Diagnostic> {
        let mut diagnostics = Vec::new();
        for entry in &list.entries {
            let city = self.partner_of(entry);
            let Some(city) = city else { continue };
            let place = Place::bytes(&self.statements.file, entry.place.clone());
            if let Some(date) = entry.date.as_ref().filter(|_| list.is_of_relationships) {
                diagnostics.extend(self.established_of(city, date, place.clone()));
            }
            if let Some(standing) = list.standing {
                diagnostics.extend(self.misplaced(city, standing, place));
            }
        }
        diagnostics
    }

    /// The city that an entry names: by all of it, or by what stands before the first comma.
    fn partner_of(&self, entry: &Entry) -> Option<Id<City>> {
        let first = entry.name.split([',', '(', ':']).next().unwrap_or_default();
        self.partner(first.trim()).or_else(|| self.partner(&entry.name))
    }

    /// A city in a list that says of all its entries what is not so of this one.
    fn misplaced(&self, city: Id<City>, standing: Standing, place: Place) -> Option<Diagnostic> {
        let site = self.site;
        let [bond] = site.relationships_of(city) else { return None };
        let bond = &site.relationships[*bond];
        let status = bond.status(site.today);
        let name = name_of(city, site);
        let is_listed_active = site.group(status) == Status::Active;
        let says_active = standing == Standing::Active;
        if says_active != is_listed_active {
            return Some(
                Diagnostic::new(
                    Code::StatusContradictsText,
                    format!("{name} stands in a list of what is {}, the record calls it `{}`", word(standing), status.as_str()),
                )
                .at(place)
                .related(status_place(bond), "the record")
                .help("take it out of the list, or correct the record; a list that is made with `{directory}` always agrees"),
            );
        }
        if !says_active {
            return None;
        }
        // The list may agree with the record, and the same text say otherwise further down.
        let (other, said) = self.resting.get(&city)?;
        let since = said.since.as_ref();
        let since = since.map_or(String::new(), |date| format!(" since `{}`", date.edtf()));
        Some(
            Diagnostic::new(
                Code::StatusContradictsText,
                format!("{name} stands in a list of what is active, and the same text calls it {}{since}", word(said.standing)),
            )
            .at(place)
            .related(Place::bytes(&self.statements.file, other.clone()), "what the text says")
            .help("mark it in the list, or put it into a list of its own; `{directory}` does either"),
        )
    }
}

/// The last change of status that is not in the future, and its number.
fn current(bond: &Relationship, today: crate::values::date::Day) -> Option<(usize, &Change)> {
    let begun = |change: &Change| !change.date.as_ref().is_some_and(|date| date.is_future(today));
    bond.history.iter().enumerate().rev().find(|(_, change)| begun(change))
}

/// Where a relationship says how it stands.
fn status_place(bond: &Relationship) -> Place {
    match bond.history.len() {
        // A status without a history has no date.
        1 if bond.history[0].date.is_none() => place_in(bond, "status"),
        0 => place_in(bond, "history"),
        count => place_in(bond, &format!("history[{}].to", count - 1)),
    }
}

fn word(standing: Standing) -> &'static str {
    match standing {
        Standing::Active => "active",
        Standing::Inactive => "not active",
        Standing::Paused => "paused",
        Standing::Ended => "ended",
    }
}
