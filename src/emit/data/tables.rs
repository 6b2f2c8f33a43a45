//! The flat tables: which columns they have, and what stands in them.

use std::collections::BTreeMap;

use super::csv::{Cell, Table};
use crate::programme::lens::Lens;
use crate::programme::open_data::{
    CityRecord, DocumentRecord, Edtf, EventRecord, Languages, OutcomeRecord, Reference,
    RelationshipRecord, WebAddress,
};
use crate::programme::{City, Id, Relationship};
use crate::values::LanguageTag;

/// A row with the names of its columns.
type Row = Vec<(String, Cell)>;

/// A row for each city, with what binds it to the home city; in a register, with the most alive of
/// its relationships.
pub(super) fn cities(cities: &[CityRecord], lens: &Lens<'_>, languages: &[LanguageTag]) -> Table {
    let site = lens.site;
    let own = &site.language;
    let row = |(city, (id, data)): (&CityRecord, (Id<City>, &City))| {
        // The home city has as many as there are partners.
        let bond = site.principal_relationship(id).filter(|_| !site.is_home(id));
        let bond = bond.map(|id| &site.relationships[id]);
        let since = bond.and_then(|bond| bond.current(site.today)?.date.as_ref());
        let population = city.population.as_ref();
        let [latitude, longitude] = match city.coordinates {
            Some(degrees) => degrees.map(|degrees| Cell::number(Some(degrees))),
            None => [Cell::number(None::<f64>), Cell::number(None::<f64>)],
        };
        let mut row = vec![column("id", Cell::text(Some(city.id.as_str())))];
        row.extend(words("name", Some(&city.name), languages));
        row.extend([
            column("native", Cell::list(city.native.iter().map(|name| name.text.as_str()))),
            column("also_called", Cell::list(city.also_called.iter().map(String::as_str))),
            column("within", Cell::list(city.within.iter().map(|place| place.best(own)))),
            column("country", Cell::Text(lens.country(&data.country).text)),
            column("country_code", Cell::text(city.country.code.as_deref())),
            column("latitude", latitude),
            column("longitude", longitude),
            column("population", Cell::number(population.map(|population| population.count))),
            column("population_as_of", date(population.map(|population| &population.as_of))),
            column("wikidata", Cell::text(city.wikidata.as_deref())),
            column("geonames", Cell::number(city.geonames)),
            column("website", Cell::text(city.website.as_ref().map(WebAddress::as_str))),
            column("relationship", Cell::text(bond.map(|bond| bond.id.as_str()))),
            column("kind", Cell::text(bond.map(|bond| bond.kind.as_str()))),
            column("status", Cell::text(bond.map(|bond| bond.status(site.today).as_str()))),
            column("status_since", date(Edtf::known(since).as_ref())),
            column(
                "established",
                date(bond.and_then(|bond| Edtf::known(bond.established.as_ref())).as_ref()),
            ),
            column("page", Cell::text(Some(city.page.as_str()))),
        ]);
        row
    };
    table(cities.iter().zip(site.cities.iter()).map(row))
}

/// A row for each relationship.
pub(super) fn relationships(
    relationships: &[RelationshipRecord],
    cities: &[CityRecord],
    lens: &Lens<'_>,
    languages: &[LanguageTag],
) -> Table {
    let site = lens.site;
    let known: BTreeMap<&str, &CityRecord> =
        cities.iter().map(|city| (city.id.as_str(), city)).collect();
    let row = |(bond, (_, data)): (&RelationshipRecord, (_, &Relationship))| {
        let parties = || bond.parties.iter().filter_map(|id| known.get(id.as_str()).copied());
        let since = data.current(site.today).and_then(|change| change.date.as_ref());
        let countries: Vec<String> = data
            .parties
            .iter()
            .map(|city| lens.country(&site.cities[*city].country).text)
            .collect();
        let mut row = vec![column("id", Cell::text(Some(bond.id.as_str())))];
        row.extend(words("title", bond.title.as_ref(), languages));
        row.extend([
            column("parties", ids(&bond.parties)),
            column("names", Cell::list(parties().map(|city| city.name.best(&site.language)))),
            column("countries", Cell::list(countries.iter().map(String::as_str))),
            column("wikidata", Cell::list(parties().filter_map(|city| city.wikidata.as_deref()))),
            column("kind", Cell::text(Some(bond.kind.as_str()))),
            column("status", Cell::text(Some(bond.status.as_str()))),
            column("status_since", date(Edtf::known(since).as_ref())),
            column("established", date(bond.established.as_ref())),
            column("committee", ids(&bond.committee)),
            column("focus", ids(&bond.focus)),
            column("agreement", id(bond.agreement.as_ref())),
            column("page", Cell::text(Some(bond.page.as_str()))),
        ]);
        row
    };
    table(relationships.iter().zip(site.relationships.iter()).map(row))
}

/// A row for each event.
pub(super) fn events(events: &[EventRecord], languages: &[LanguageTag]) -> Table {
    let row = |event: &EventRecord| {
        let mut row = vec![column("id", Cell::text(Some(event.id.as_str())))];
        row.extend(words("title", Some(&event.title), languages));
        row.extend([
            column("kind", Cell::text(Some(event.kind.as_str()))),
            column("status", Cell::text(Some(event.status.as_str()))),
            column("date", date(event.date.as_ref())),
            column("time", Cell::text(event.time.as_ref().map(|time| time.as_str()))),
            column("duration", Cell::text(event.duration.as_ref().map(|length| length.as_str()))),
            column("cities", ids(&event.cities)),
            column("committee", id(event.committee.as_ref())),
            column("organizers", ids(&event.organizers)),
            column("focus", ids(&event.focus)),
            column("outcomes", outcomes(&event.outcomes, languages)),
            column("delegation", Cell::number(event.delegation.as_ref().map(|of| of.number))),
            column("page", Cell::text(Some(event.page.as_str()))),
        ]);
        row
    };
    table(events.iter().map(row))
}

/// What came of an event, in the site's own language: `trainings: 10; attendees: more-than 100`.
fn outcomes(outcomes: &[OutcomeRecord], languages: &[LanguageTag]) -> Cell {
    let told = outcomes.iter().map(|outcome| {
        let label = languages.first().map(|own| outcome.label.best(own)).unwrap_or_default();
        let count = outcome.count.map(|count| count.to_string());
        let qualifier = Some(outcome.qualifier.as_str()).filter(|word| *word != "exact");
        let number: Vec<&str> = qualifier.into_iter().chain(count.as_deref()).collect();
        format!("{label}: {}", number.join(" "))
    });
    let told: Vec<String> = told.collect();
    Cell::list(told.iter().map(String::as_str))
}

/// A row for each document.
pub(super) fn documents(documents: &[DocumentRecord], languages: &[LanguageTag]) -> Table {
    let row = |document: &DocumentRecord| {
        let accessible = document.accessible.map(|accessible| accessible.as_str());
        let mut row = vec![column("id", Cell::text(Some(document.id.as_str())))];
        row.extend(words("title", Some(&document.title), languages));
        row.extend([
            column("type", Cell::text(Some(document.r#type.as_str()))),
            column("date", date(document.date.as_ref())),
            column("until", date(document.until.as_ref())),
            column("body", id(document.body.as_ref())),
            column("reference", Cell::text(document.reference.as_deref())),
            column("language", Cell::text(document.language.as_ref().map(|tag| tag.as_str()))),
            column("pages", Cell::number(document.pages)),
            column("accessible", Cell::text(accessible)),
            column("cities", ids(&document.cities)),
            column("committee", id(document.committee.as_ref())),
            column("file", Cell::text(document.file.as_ref().map(|file| file.as_str()))),
            column("url", Cell::text(document.url.as_ref().map(WebAddress::as_str))),
            column("page", Cell::text(Some(document.page.as_str()))),
        ]);
        row
    };
    table(documents.iter().map(row))
}

fn column(name: &str, cell: Cell) -> (String, Cell) {
    (name.to_owned(), cell)
}

/// A column for each language of the site: the first is called as the key, the others have the
/// language's short name behind it.
fn words<'a>(
    name: &'a str,
    words: Option<&'a Languages>,
    languages: &'a [LanguageTag],
) -> impl Iterator<Item = (String, Cell)> + 'a {
    languages.iter().enumerate().map(move |(index, language)| {
        let column = if index == 0 { name.to_owned() } else { format!("{name}_{language}") };
        (column, Cell::text(words.and_then(|words| words.get(language))))
    })
}

fn date(date: Option<&Edtf>) -> Cell {
    Cell::text(date.map(Edtf::as_str))
}

fn id(id: Option<&Reference>) -> Cell {
    Cell::text(id.map(Reference::as_str))
}

fn ids(ids: &[Reference]) -> Cell {
    Cell::list(ids.iter().map(Reference::as_str))
}

/// Rows of the same columns as a table.
fn table(rows: impl Iterator<Item = Row>) -> Table {
    let mut columns = Vec::new();
    let mut cells = Vec::new();
    for row in rows {
        let (names, row): (Vec<String>, Vec<Cell>) = row.into_iter().unzip();
        columns = names;
        cells.push(row);
    }
    Table { columns, rows: cells }
}
