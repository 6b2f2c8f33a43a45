//! Compares what texts say of the facts with the facts.

mod cities;
mod count;
mod date;
mod delegation;
mod standing;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::{Claim, Said, Standing, What};
use crate::config::languages::Lexicons;
use crate::diagnostic::{Diagnostic, Place};
use crate::memo::Memory;
use crate::programme::collection::Id;
use crate::programme::site::Site;
use crate::programme::texts::Subject;
use crate::programme::thing::Thing;
use crate::programme::{City, Event};
use crate::values::{LanguageTag, SourcePath};
use cities::Cities;

/// What a text says of the facts.
#[derive(Debug, Clone)]
pub(in crate::programme) struct Statements {
    /// Its file.
    pub(in crate::programme) file: SourcePath,
    /// The file of the original, if it is a translation; else its own.
    pub(in crate::programme) original: SourcePath,
    /// The language it is in, if it is a translation.
    pub(in crate::programme) language: Option<LanguageTag>,
    /// What it says.
    pub(in crate::programme) claims: Arc<[Claim]>,
}

/// A text, and what is needed to judge it.
struct Text<'a> {
    site: &'a Site,
    lexicons: &'a Lexicons,
    cities: &'a Cities,
    statements: &'a Statements,
    /// What the page is about.
    subject: Subject,
    /// The partner city that the page is about, if it is about one.
    city: Option<Id<City>>,
    /// The cities that the text says are not active, and where it does.
    resting: HashMap<Id<City>, (Range<usize>, &'a Said)>,
}

/// Judges what texts say.
pub(in crate::programme) fn judge<'a>(
    texts: impl Iterator<Item = (Subject, &'a Statements)>,
    site: &Site,
    lexicons: &Lexicons,
    memory: &Memory,
) -> Vec<Diagnostic> {
    let mut texts = texts.filter(|(_, statements)| !statements.claims.is_empty()).peekable();
    if texts.peek().is_none() {
        return Vec::new();
    }
    let cities = memory.newest("names of cities", || site.fingerprint, || Cities::of(site));
    let mut diagnostics = Vec::new();
    for (subject, statements) in texts {
        let mut text = Text {
            site,
            lexicons,
            cities: &cities,
            statements,
            subject,
            city: city_of(subject, site),
            resting: HashMap::new(),
        };
        text.resting = text.resting();
        text.judge(&mut diagnostics);
    }
    diagnostics
}

/// The partner city that a page is about.
fn city_of(subject: Subject, site: &Site) -> Option<Id<City>> {
    let Subject::Thing(thing) = subject else { return None };
    let cities = match thing {
        Thing::City(id) => return (Some(id) != site.home).then_some(id),
        Thing::Relationship(id) => &site.relationships[id].parties,
        Thing::Event(id) => &site.events[id].cities,
        Thing::Committee(id) => site.cities_of_committee(id),
        _ => return None,
    };
    let mut partners = cities.iter().copied().filter(|city| Some(*city) != site.home);
    partners.next().filter(|_| partners.next().is_none())
}

impl<'a> Text<'a> {
    fn judge(&self, diagnostics: &mut Vec<Diagnostic>) {
        // What was true at its time stays so.
        let is_of_its_time = matches!(self.subject, Subject::Thing(Thing::News(_)));
        for claim in self.statements.claims.iter() {
            let place = || Place::bytes(&self.statements.file, claim.place.clone());
            match &claim.what {
                What::Count(count) if !self.is_of_the_past() => {
                    diagnostics.extend(self.count(count, place()));
                }
                What::Standing(said) if !self.is_of_the_past() => {
                    diagnostics.extend(self.standing(said, place()));
                }
                What::Established { date, of } if !is_of_its_time => {
                    diagnostics.extend(self.established(date, of, place()));
                }
                What::Before(before) if !is_of_its_time => {
                    diagnostics.extend(self.delegations_before(before, place()));
                }
                What::List(list) if !self.is_of_the_past() => {
                    diagnostics.extend(self.list(list));
                }
                _ => {}
            }
        }
    }

    /// The cities that the text says are not active. Only lists ask for them.
    fn resting(&self) -> HashMap<Id<City>, (Range<usize>, &'a Said)> {
        let mut resting = HashMap::new();
        let claims: &'a [Claim] = &self.statements.claims;
        if !claims.iter().any(|claim| matches!(claim.what, What::List(_))) {
            return resting;
        }
        for claim in claims {
            if let What::Standing(said) = &claim.what
                && said.standing != Standing::Active
                && !said.past
                && let Some(city) = self.spoken_of(&said.of)
            {
                resting.entry(city).or_insert_with(|| (claim.place.clone(), said));
            }
        }
        resting
    }

    /// Whether the page tells of one time, and not of how things stand today.
    fn is_of_the_past(&self) -> bool {
        matches!(self.subject, Subject::Thing(Thing::News(_) | Thing::Event(_)))
            || self.site.upkeep.is_archived(&self.statements.original)
    }

    /// The event that the page is about.
    fn event(&self) -> Option<Id<Event>> {
        match self.subject {
            Subject::Thing(Thing::Event(event)) => Some(event),
            _ => None,
        }
    }
}
