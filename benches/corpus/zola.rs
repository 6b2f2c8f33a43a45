//! The corpus as Zola reads it, in the way that is quickest for Zola: whatever a page tells of others
//! stands in its own file, and the timeline in a file of data. Only lists of all cities look for them.

use std::collections::BTreeMap;

use super::text::with_addresses;
use super::words::AREAS;
use super::{Article, City, Committee, Corpus, File, HOME};

/// The files of a site; its theme is in `peers/zola`.
pub(super) fn files(corpus: &Corpus) -> Vec<File> {
    let file = |path: String, text: String| File { path, text };
    let page = |path: &str, front: &str| {
        file(format!("content/{path}.md"), format!("---\n{front}\n---\n"))
    };
    let list = |path: &str, title: &str, address: &str| {
        page(path, &format!("title: {title}\npath: {address}\ntemplate: {path}.html"))
    };
    let mut files = vec![
        page("_index", "title: Sister Cities of Rivermouth"),
        page(
            "cities/_index",
            "title: Cities\nsort_by: title\ntemplate: cities.html\npage_template: city.html",
        ),
        page(
            &format!("cities/{HOME}"),
            "title: Rivermouth\ndescription: Where this is written.\nextra: { country: United States }",
        ),
        list("by-country", "Cities by country", "cities/by-country"),
        list("by-decade", "Cities by decade", "cities/by-decade"),
        list("a-z", "Cities from A to Z", "cities/a-z"),
        list("timeline", "Timeline", "timeline"),
        list("documents", "Documents", "documents"),
        list("organizations", "Organizations", "organizations"),
        page(
            "committees/_index",
            "title: Committees\ntemplate: committees.html\npage_template: committee.html",
        ),
        page(
            "areas/_index",
            "title: Areas of focus\ntemplate: areas.html\npage_template: area.html",
        ),
        page(
            "news/_index",
            "title: News\nsort_by: date\ntemplate: news.html\npage_template: article.html",
        ),
        file("data/timeline.json".to_owned(), timeline(corpus)),
        file("data/organizations.json".to_owned(), organizations(corpus)),
        file("data/documents.json".to_owned(), documents(corpus)),
    ];
    files.extend(AREAS.iter().map(|(id, name)| {
        let cities = corpus.cities.iter().filter(|city| city.areas.contains(id));
        let cities: String = cities.map(card).collect();
        page(&format!("areas/{id}"), &format!("title: {name}\nextra:\n  cities:\n{cities}"))
    }));
    let cities = corpus.cities.iter().enumerate();
    files.extend(cities.map(|(number, city)| {
        file(format!("content/cities/{}.md", city.id), self::city(number, city, corpus))
    }));
    files.extend(corpus.committees.iter().enumerate().map(|(number, committee)| {
        let path = format!("content/committees/{}.md", committee.id);
        file(path, self::committee(number, committee, corpus))
    }));
    for article in corpus.news.iter().chain(&corpus.pages) {
        let folder = if article.news.is_some() { "news/" } else { "" };
        files.push(file(
            format!("content/{folder}{}.md", article.id),
            self::article(article, corpus),
        ));
    }
    files
}

/// A city as lists show it.
fn card(city: &City) -> String {
    let City { id, name, country: (_, country), status, established, .. } = city;
    format!(
        "    - {{ id: {id}, name: \"{name}\", country: {country}, status: {status}, \
         established: \"{established}\" }}\n"
    )
}

/// Lines of JSON as a list.
fn json(lines: impl Iterator<Item = String>) -> String {
    format!("[\n{}\n]\n", lines.collect::<Vec<_>>().join(",\n"))
}

fn timeline(corpus: &Corpus) -> String {
    let mut years: BTreeMap<&str, Vec<(&str, String)>> = BTreeMap::new();
    for city in &corpus.cities {
        for (date, title) in city.told() {
            let (id, name) = (&city.id, &city.name);
            let entry = format!(
                r#"{{"date": "{date}", "title": "{title}", "id": "{id}", "name": "{name}"}}"#
            );
            years.entry(&date[..4]).or_default().push((date, entry));
        }
    }
    json(years.into_iter().map(|(year, mut entries)| {
        entries.sort();
        let entries = json(entries.into_iter().map(|(_, entry)| entry));
        format!(r#"{{"year": "{year}", "entries": {entries}}}"#)
    }))
}

fn organizations(corpus: &Corpus) -> String {
    json(corpus.organizations.iter().map(|organization| {
        format!(
            r#"{{"id": "{}", "name": "{}", "type": "{}", "website": "{}"}}"#,
            organization.id, organization.name, organization.r#type, organization.website
        )
    }))
}

fn documents(corpus: &Corpus) -> String {
    json(corpus.documents.iter().map(|document| {
        let (body, city) = (&corpus.organizations[document.body], &corpus.cities[document.city]);
        format!(
            r#"{{"id": "{}", "title": "{}", "date": "{}", "body": "{}", "body_name": "{}", "city": "{}", "city_name": "{}"}}"#,
            document.id, document.title, document.date, body.id, body.name, city.id, city.name
        )
    }))
}

fn city(number: usize, city: &City, corpus: &Corpus) -> String {
    let mut extra = format!(
        "  partner: true\n  province: \"{}\"\n  country: {}\n  latitude: {:.4}\n  \
         longitude: {:.4}\n  \
         population: {}\n  counted: \"{}\"\n{}  \
         committee: {{ id: committee-{}, name: \"{}\" }}\n",
        city.province,
        city.country.1,
        city.latitude,
        city.longitude,
        city.population,
        city.counted,
        city.facts(),
        city.committee,
        corpus.committees[city.committee].name,
    );
    for (key, name) in [("native", &city.native), ("also_called", &city.also_called)] {
        if let Some(name) = name {
            extra.push_str(&format!("  {key}: \"{name}\"\n"));
        }
    }
    if let Some(organization) = city.organization {
        let name = &corpus.organizations[organization].name;
        extra.push_str(&format!(
            "  organizations: [{{ id: organization-{organization}, name: \"{name}\", role: sponsor }}]\n"
        ));
    }
    extra.push_str(&city.history());
    extra.push_str("  areas:\n");
    for (id, name) in AREAS.iter().filter(|(id, _)| city.areas.contains(id)) {
        extra.push_str(&format!("    - {{ id: {id}, name: {name} }}\n"));
    }
    extra.push_str("  timeline:\n");
    let mut told = city.told();
    told.sort_unstable();
    for (date, title) in told {
        extra.push_str(&format!("    - {{ date: \"{date}\", title: \"{title}\" }}\n"));
    }
    let documents = corpus.documents.iter().filter(|document| document.city == number);
    let documents = documents.map(|document| {
        format!(
            "{{ id: {}, title: \"{}\", date: \"{}\" }}",
            document.id, document.title, document.date
        )
    });
    extra.push_str(&format!("  documents: [{}]\n", documents.collect::<Vec<_>>().join(", ")));
    format!(
        "---\ntitle: \"{}\"\ndescription: \"{}\"\nextra:\n{extra}---\n\n{}",
        city.name,
        city.summary,
        with_addresses(&city.story)
    )
}

fn committee(number: usize, committee: &Committee, corpus: &Corpus) -> String {
    let members: String = (committee.members.iter())
        .map(|member| format!("    - {{ name: \"{member}\", role: Member }}\n"))
        .collect();
    let cities = corpus.cities.iter().filter(|city| city.committee == number);
    format!(
        "---\ntitle: \"{}\"\nextra:\n  established: \"{}\"\n  mandate: \"{}\"\n  members:\n    \
         - {{ name: \"{}\", role: Chair }}\n{members}  cities:\n{}---\n\n{}",
        committee.name,
        committee.established,
        committee.mandate,
        committee.chair,
        cities.map(card).collect::<String>(),
        with_addresses(&committee.story)
    )
}

fn article(article: &Article, corpus: &Corpus) -> String {
    let news = article.news.as_ref().map_or_else(String::new, |(day, city)| {
        let City { id, name, .. } = &corpus.cities[*city];
        format!("date: {day}\nextra:\n  cities: [{{ id: {id}, name: \"{name}\" }}]\n")
    });
    format!(
        "---\ntitle: \"{}\"\ndescription: \"{}\"\n{news}---\n\n{}",
        article.title,
        article.summary,
        with_addresses(&article.story)
    )
}
