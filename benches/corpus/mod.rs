//! A programme of any size, the same at every run, for benchmarks and comparisons.

mod chance;
mod hugo;
mod jumelage;
mod text;
mod words;
mod zola;

use ::jumelage::values::Slug;
use chance::Chance;
use text::{prose, sentence};
use words::{
    ADJECTIVES, AREAS, BEFORE, COUNTRIES, ENDINGS, FIRST_NAMES, LAST_NAMES, MOMENTS, NOUNS,
    ORGANIZATION_TYPES, REASONS, ROOTS,
};

/// The id of the home city.
const HOME: &str = "rivermouth";

/// Writes a corpus in the form that one program reads.
type Layout = fn(&Corpus) -> Vec<File>;

/// The programs that can read the corpus, and its files as each of them wants them.
pub(crate) const LAYOUTS: [(&str, Layout); 3] =
    [("jumelage", jumelage::files), ("hugo", hugo::files), ("zola", zola::files)];

/// A file of a site: its path in the site's folder, and what is in it.
pub(crate) struct File {
    /// The path, with slashes.
    pub(crate) path: String,
    /// The text.
    pub(crate) text: String,
}

/// A programme.
pub(crate) struct Corpus {
    cities: Vec<City>,
    committees: Vec<Committee>,
    organizations: Vec<Organization>,
    documents: Vec<Document>,
    news: Vec<Article>,
    pages: Vec<Article>,
}

struct City {
    id: String,
    name: String,
    native: Option<String>,
    also_called: Option<String>,
    province: String,
    country: (&'static str, &'static str),
    latitude: f64,
    longitude: f64,
    population: usize,
    counted: usize,
    website: String,
    summary: String,
    kind: &'static str,
    established: String,
    status: &'static str,
    /// Since when and why the relationship is not active, where that is so and known.
    change: Option<(String, &'static str)>,
    committee: usize,
    areas: Vec<&'static str>,
    organization: Option<usize>,
    moments: Vec<Moment>,
    story: String,
}

impl City {
    /// With which others it stands in the directory: a relationship that pauses is one that lasts.
    fn group(&self) -> &'static str {
        if self.status == "paused" { "active" } else { self.status }
    }

    /// The decade in which the relationship began.
    fn decade(&self) -> String {
        format!("The {}0s", &self.established[..3])
    }

    /// The letter under which it stands.
    fn letter(&self) -> char {
        self.id.chars().next().expect("an id has a letter").to_ascii_uppercase()
    }

    /// Facts that the peers' files say alike.
    fn facts(&self) -> String {
        format!(
            "  website: {}\n  kind: {}\n  status: {}\n  group: {}\n  established: \"{}\"\n  \
             decade: {}\n  letter: \"{}\"\n",
            self.website,
            self.kind,
            self.status,
            self.group(),
            self.established,
            self.decade(),
            self.letter(),
        )
    }

    /// How the relationship stood, in the peers' files; nothing, where it is as it was.
    fn history(&self) -> String {
        let Some((date, because)) = &self.change else { return String::new() };
        format!(
            "  history: [{{ to: active, date: \"{}\" }}, {{ to: {}, date: \"{date}\", because: {because} }}]\n",
            self.established, self.status
        )
    }

    /// What its timeline tells: dates and titles. Jumelage tells by itself when a relationship began or
    /// changed; its peers are told.
    fn told(&self) -> Vec<(&str, &str)> {
        let begun = if self.change.is_some() { "active" } else { "established" };
        let mut told = vec![(self.established.as_str(), begun)];
        told.extend(self.change.iter().map(|(date, _)| (date.as_str(), self.status)));
        told.extend(
            self.moments.iter().map(|moment| (moment.date.as_str(), moment.title.as_str())),
        );
        told
    }
}

struct Moment {
    date: String,
    title: String,
    kind: &'static str,
}

struct Committee {
    id: String,
    name: String,
    established: usize,
    mandate: String,
    chair: String,
    members: Vec<String>,
    story: String,
}

struct Organization {
    id: String,
    name: String,
    r#type: &'static str,
    website: String,
}

struct Document {
    id: String,
    title: String,
    date: String,
    body: usize,
    city: usize,
}

struct Article {
    id: String,
    title: String,
    summary: String,
    /// The day, and the city that it is about: news have them, pages do not.
    news: Option<(String, usize)>,
    story: String,
}

impl Corpus {
    /// A programme with so many partner cities.
    pub(crate) fn new(cities: usize) -> Self {
        let names: Vec<String> = (0..cities).map(city_name).collect();
        let names = Names { names: &names };
        let several = |part: usize| (cities / part).max(1);
        let (committees, organizations) = (several(50), several(20));
        Self {
            cities: (0..cities)
                .map(|number| city(number, &names, committees, organizations))
                .collect(),
            committees: (0..committees).map(|number| committee(number, &names)).collect(),
            organizations: (0..organizations).map(organization).collect(),
            documents: (0..several(20))
                .map(|number| document(number, cities, organizations))
                .collect(),
            news: (0..several(10)).map(|number| news(number, &names)).collect(),
            pages: ["About", "Join", "Contact", "Privacy"]
                .into_iter()
                .enumerate()
                .map(|(number, title)| page(number, title, &names))
                .collect(),
        }
    }
}

/// What the cities are called, so that texts can link to them.
struct Names<'a> {
    names: &'a [String],
}

impl Names<'_> {
    fn id(&self, number: usize) -> String {
        id(&self.names[number])
    }
}

fn id(name: &str) -> String {
    Slug::from_words(name).expect("every name has letters").to_string()
}

/// A name that no other number gives: all that can be made of the parts in turn, and then again, each
/// time upon another river.
fn city_name(number: usize) -> String {
    let all = (BEFORE.len() + 1) * ROOTS.len() * ENDINGS.len();
    let mixed = number * 7_919 % all;
    let (rest, ending) = (mixed / ENDINGS.len(), ENDINGS[mixed % ENDINGS.len()]);
    let (before, root) = (rest / ROOTS.len(), ROOTS[rest % ROOTS.len()]);
    let name = match before.checked_sub(1) {
        None => format!("{root}{ending}"),
        Some(before) => format!("{} {root}{ending}", BEFORE[before]),
    };
    match (number / all).checked_sub(1) {
        None => name,
        Some(river) => format!("{name} upon {}", ROOTS[river % ROOTS.len()]),
    }
}

fn city(number: usize, names: &Names<'_>, committees: usize, organizations: usize) -> City {
    let chance = &mut Chance::of("city", number);
    let name = names.names[number].clone();
    let (country, founded) = (chance.pick(&COUNTRIES), chance.between(1950, 2012));
    let status = match chance.below(100) {
        0..70 => "active",
        70..82 => "paused",
        82..95 => "inactive",
        _ => "emeritus",
    };
    let changed = chance.between(founded + 2, 2024);
    City {
        id: names.id(number),
        native: chance.percent(25).then(|| format!("{}{}", name, chance.pick(&["o", "a", "e"]))),
        also_called: chance.percent(15).then(|| format!("{} {name}", chance.pick(&BEFORE))),
        province: format!("{}{}", chance.pick(&ROOTS), chance.pick(&["ia", "land", "shire"])),
        country,
        latitude: chance.between(0, 1_200_000) as f64 / 10_000.0 - 55.0,
        longitude: chance.between(0, 3_500_000) as f64 / 10_000.0 - 175.0,
        population: chance.between(2_000, 3_000_000),
        counted: chance.between(2005, 2024),
        website: format!("https://{}.example.org", names.id(number)),
        summary: format!("{name} is a {} partner in {}.", chance.pick(&ADJECTIVES), country.1),
        kind: chance.pick(&["sister", "sister", "sister", "friendship", "partner"]),
        established: date(chance, founded),
        status,
        change: (status != "active").then(|| (changed.to_string(), chance.pick(&REASONS))),
        committee: chance.below(committees),
        areas: areas(chance),
        organization: chance.percent(20).then(|| chance.below(organizations)),
        moments: (0..chance.between(3, 8)).map(|_| moment(chance, founded)).collect(),
        story: prose(chance, names),
        name,
    }
}

/// A date as precise as somebody remembers it.
fn date(chance: &mut Chance, year: usize) -> String {
    let (month, day) = (chance.between(1, 12), chance.between(1, 28));
    match chance.below(4) {
        0 => year.to_string(),
        1 => format!("{year}-{month:02}"),
        _ => format!("{year}-{month:02}-{day:02}"),
    }
}

fn moment(chance: &mut Chance, founded: usize) -> Moment {
    let (kind, title) = chance.pick(&MOMENTS);
    let title = format!("{title} with the {} {}", chance.pick(&ADJECTIVES), chance.pick(&NOUNS));
    let year = chance.between(founded + 1, 2025);
    Moment { date: date(chance, year), title, kind }
}

/// Two to five areas of focus, in their order.
fn areas(chance: &mut Chance) -> Vec<&'static str> {
    let first = chance.below(AREAS.len() - 4);
    let areas = AREAS[first..=first + chance.between(1, 4)].iter();
    areas.map(|(id, _)| *id).collect()
}

fn person(chance: &mut Chance) -> String {
    format!("{} {}", chance.pick(&FIRST_NAMES), chance.pick(&LAST_NAMES))
}

fn committee(number: usize, names: &Names<'_>) -> Committee {
    let chance = &mut Chance::of("committee", number);
    Committee {
        id: format!("committee-{number}"),
        name: format!("Sister City Committee {number}"),
        established: chance.between(1950, 2015),
        mandate: sentence(chance),
        chair: person(chance),
        members: (0..chance.between(2, 6)).map(|_| person(chance)).collect(),
        story: prose(chance, names),
    }
}

fn organization(number: usize) -> Organization {
    let chance = &mut Chance::of("organization", number);
    let r#type = chance.pick(&ORGANIZATION_TYPES);
    Organization {
        id: format!("organization-{number}"),
        name: format!("{} {type} {number}", city_name(chance.below(9_000))),
        r#type,
        website: format!("https://organization-{number}.example.org"),
    }
}

fn document(number: usize, cities: usize, organizations: usize) -> Document {
    let chance = &mut Chance::of("document", number);
    let year = chance.between(1960, 2025);
    Document {
        id: format!("document-{number}"),
        title: format!("The {} {}", chance.pick(&ADJECTIVES), chance.pick(&NOUNS)),
        date: date(chance, year),
        body: chance.below(organizations),
        city: chance.below(cities),
    }
}

fn news(number: usize, names: &Names<'_>) -> Article {
    let chance = &mut Chance::of("news", number);
    let city = chance.below(names.names.len());
    let day =
        format!("{}-{:02}-{:02}", 2010 + number % 16, chance.between(1, 12), chance.between(1, 28));
    let (adjective, noun) = (chance.pick(&ADJECTIVES), chance.pick(&NOUNS));
    Article {
        id: format!("{noun}-{number}"),
        title: format!("A {adjective} {noun} with {}", names.names[city]),
        summary: sentence(chance),
        news: Some((day, city)),
        story: prose(chance, names),
    }
}

fn page(number: usize, title: &str, names: &Names<'_>) -> Article {
    let chance = &mut Chance::of("page", number);
    Article {
        id: title.to_lowercase(),
        title: title.to_owned(),
        summary: sentence(chance),
        news: None,
        story: prose(chance, names),
    }
}
