//! Rules of affiliation: what umbrella bodies ask of their members. Each is off unless the settings
//! name it.

use std::collections::BTreeMap;

use super::{name_of, place_in};
use crate::config::SITE_FILE;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::language::Lexicon;
use crate::programme::City;
use crate::programme::collection::Id;
use crate::programme::document::DocumentType;
use crate::programme::index::sort_key;
use crate::programme::profile::Terms;
use crate::programme::relationship::{Relationship, Status};
use crate::programme::site::Site;
use crate::values::duration::Unit;
use crate::values::{Day, Duration, SourcePath};

/// No country but one's own has more than one partner whose relationship is not over.
pub(super) fn one_partner_per_country(site: &Site) -> Vec<Diagnostic> {
    let (Some(terms), Some(home)) = (&site.profile.policy.one_partner_per_country, site.home)
    else {
        return Vec::new();
    };
    let built_in = Lexicon::built_in(&site.language);
    let lexicon = built_in.unwrap_or_else(Lexicon::english);
    let country = |city: Id<City>| {
        let country = &site.cities[city].country;
        let printed = country.name.as_ref().map(|name| name.best(&site.language, &site.language).0);
        let usual = || country.code.and_then(|code| lexicon.country(code));
        let code = || country.code.map(|code| code.as_str().to_owned());
        printed.or_else(usual).map(str::to_owned).or_else(code).unwrap_or_default()
    };
    let own = sort_key(&country(home));
    let mut countries: BTreeMap<String, Vec<Id<City>>> = BTreeMap::new();
    for (city, _) in partners(site, terms) {
        let cities = countries.entry(country(city)).or_default();
        if !cities.contains(&city) {
            cities.push(city);
        }
    }
    let crowded =
        countries.iter().filter(|(name, cities)| cities.len() > 1 && sort_key(name) != own);
    crowded
        .map(|(country, cities)| {
            let remark = found(
                Code::PolicyOnePartnerPerCountry,
                terms,
                format!("{} partner cities are in {country}, and the policy allows one", cities.len()),
            )
            .at(of_site("policy.one-partner-per-country"))
            .help("a partner that may stay beside another is named under `except`, with the reason; one whose relationship is over does not count");
            cities.iter().fold(remark, |remark, city| {
                remark.related(Place::file(&site.cities[*city].file), name_of(*city, site))
            })
        })
        .collect()
}

/// What has been agreed has its agreement among the documents.
pub(super) fn agreement_on_file(site: &Site) -> Vec<Diagnostic> {
    let Some(terms) = &site.profile.policy.agreement_on_file else { return Vec::new() };
    let agreed = |status| {
        matches!(status, Status::Active | Status::Paused | Status::Suspended | Status::Inactive)
    };
    let is_filed = |city: Id<City>, relationship: &Relationship| {
        relationship.agreement.is_some()
            || site
                .documents_of(city)
                .iter()
                .any(|id| site.documents[*id].r#type == DocumentType::Agreement)
    };
    partners(site, terms)
        .filter(|(_, relationship)| agreed(relationship.status(site.today)))
        .filter(|(city, relationship)| !is_filed(*city, relationship))
        .map(|(city, relationship)| {
            let message = format!("no agreement with {} is on file", name_of(city, site));
            found(Code::PolicyAgreementOnFile, terms, message).at(place_of(relationship)).help(
                "add it to `content/documents.yaml` with `type: agreement` and its `cities`, or name it here: `agreement: ID`",
            )
        })
        .collect()
}

/// The programme is a member of an umbrella body.
pub(super) fn dues_paid(site: &Site) -> Vec<Diagnostic> {
    let Some(terms) = &site.profile.policy.dues_paid else { return Vec::new() };
    if !site.profile.affiliations.is_empty() {
        return Vec::new();
    }
    let message = "nothing says that the programme is a member of an umbrella body";
    vec![
        found(Code::PolicyDuesPaid, terms, message.to_owned())
            .at(of_site("policy.dues-paid"))
            .help("write `memberships: [{ organization: ID, since: … }]`"),
    ]
}

/// A candidate has no other partner in this country.
pub(super) fn no_other_partner(site: &Site) -> Vec<Diagnostic> {
    let Some(terms) = &site.profile.policy.no_other_partner else { return Vec::new() };
    candidates(site, terms)
        .filter_map(|(city, relationship)| {
            let name = name_of(city, site);
            let found = |message| found(Code::PolicyNoOtherPartner, terms, message);
            match relationship.other_partners.as_deref() {
                None => Some(
                    found(format!("nothing says whether {name} has another partner"))
                        .at(place_of(relationship))
                        .help("ask, and write `other_partners: []`, or the names of those it has"),
                ),
                Some([]) => None,
                Some(others) => {
                    let others: Vec<&str> = others
                        .iter()
                        .map(|other| other.best(&site.language, &site.language).0)
                        .collect();
                    Some(
                        found(format!("{name} has another partner: {}", others.join(", ")))
                            .at(place_in(relationship, "other_partners"))
                            .help("a candidate that is wanted all the same is named under `except` of the policy, with the reason"),
                    )
                }
            }
        })
        .collect()
}

/// Something is recorded of every active relationship within a time.
pub(super) fn review_interval(site: &Site) -> Vec<Diagnostic> {
    let Some((terms, every)) = &site.profile.policy.review_interval else { return Vec::new() };
    let due = before(site.today, *every);
    let occasions = site.occasions();
    partners(site, terms)
        .filter(|(_, relationship)| relationship.status(site.today) == Status::Active)
        .filter_map(|(city, relationship)| {
            let dates = site
                .occasions_of(city)
                .iter()
                .filter_map(|index| occasions[*index as usize].date.as_ref());
            // What goes on is recorded as of today.
            let last = dates.max_by_key(|date| date.latest().unwrap_or(site.today));
            if last.is_some_and(|date| date.latest().is_none_or(|day| day >= due)) {
                return None;
            }
            let name = name_of(city, site);
            let message = match last {
                Some(date) => format!("nothing is recorded of {name} since `{}`", date.edtf()),
                None => format!("nothing is recorded of {name}"),
            };
            Some(found(Code::PolicyReviewInterval, terms, message).at(place_of(relationship)).help(
                "add what has happened since as an event, or say in the history that the relationship is paused or no longer active",
            ))
        })
        .collect()
}

/// A candidate meets the programme's criteria.
pub(super) fn criteria_met(site: &Site) -> Vec<Diagnostic> {
    let Some(terms) = &site.profile.policy.criteria_met else { return Vec::new() };
    candidates(site, terms)
        .filter(|(_, relationship)| relationship.criteria.is_empty())
        .map(|(city, relationship)| {
            let message = format!("nothing says which criteria {} meets", name_of(city, site));
            found(Code::PolicyCriteriaMet, terms, message)
                .at(place_of(relationship))
                .help("list them: `criteria: [the residents asked for it, …]`")
        })
        .collect()
}

/// The partners that a rule holds for, each with the relationship that lists it, if that is not over.
fn partners<'a>(
    site: &'a Site,
    terms: &'a Terms,
) -> impl Iterator<Item = (Id<City>, &'a Relationship)> {
    let held = site.partners().iter().copied().filter(|city| !terms.except.contains(city));
    held.filter_map(|city| {
        let relationship = &site.relationships[site.principal_relationship(city)?];
        (!relationship.status(site.today).is_over()).then_some((city, relationship))
    })
}

/// Those of them that are to become partners.
fn candidates<'a>(
    site: &'a Site,
    terms: &'a Terms,
) -> impl Iterator<Item = (Id<City>, &'a Relationship)> {
    partners(site, terms).filter(|(_, relationship)| {
        matches!(relationship.status(site.today), Status::Proposed | Status::Developing)
    })
}

fn found(code: Code, terms: &Terms, message: String) -> Diagnostic {
    Diagnostic { severity: terms.severity, ..Diagnostic::new(code, message) }
}

/// Where a relationship is told of.
fn place_of(relationship: &Relationship) -> Place {
    if relationship.has_page {
        Place::file(&relationship.file)
    } else {
        Place::key(&relationship.file, "relationship")
    }
}

fn of_site(field: &str) -> Place {
    let file = SourcePath::new(SITE_FILE).expect("the path is well-formed");
    Place::key(&file, field)
}

/// The day that lies a duration before another; of a month that is too short, the last.
pub(in crate::programme) fn before(day: Day, duration: Duration) -> Day {
    let count = i64::from(duration.count);
    let months = |count: i64| {
        let months = i64::from(day.year()) * 12 + i64::from(day.month()) - 1 - count;
        let year = i32::try_from(months.div_euclid(12)).unwrap_or(i32::MIN);
        let month = u8::try_from(months.rem_euclid(12) + 1).expect("a year has twelve months");
        (1..=day.day()).rev().find_map(|day| Day::new(year, month, day)).unwrap_or(day)
    };
    match duration.unit {
        Unit::Hour => Day::from_unix_days(day.to_unix_days() - count / 24),
        Unit::Day => Day::from_unix_days(day.to_unix_days() - count),
        Unit::Week => Day::from_unix_days(day.to_unix_days() - 7 * count),
        Unit::Month => months(count),
        Unit::Year => months(12 * count),
    }
}
