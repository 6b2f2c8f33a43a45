//! The corpus as jumelage reads it.

use super::words::AREAS;
use super::{Article, City, Committee, Corpus, File, HOME};

/// The files of a site.
pub(super) fn files(corpus: &Corpus) -> Vec<File> {
    let file = |path: String, text: String| File { path: format!("content/{path}"), text };
    let mut files = vec![
        file("site.yaml".to_owned(), settings()),
        file("home.md".to_owned(), "---\nsummary: \"Our sister cities.\"\n---\n".to_owned()),
        file(format!("cities/{HOME}.md"), home_city()),
        file("areas.yaml".to_owned(), areas()),
        file("organizations.yaml".to_owned(), organizations(corpus)),
        file("documents.yaml".to_owned(), documents(corpus)),
    ];
    let cities = corpus.cities.iter();
    files.extend(cities.map(|city| file(format!("cities/{}.md", city.id), self::city(city))));
    files.extend(corpus.committees.iter().map(|committee| {
        file(format!("committees/{}.md", committee.id), self::committee(committee))
    }));
    for article in corpus.news.iter().chain(&corpus.pages) {
        let folder = if article.news.is_some() { "news" } else { "pages" };
        files.push(file(format!("{folder}/{}.md", article.id), self::article(article, corpus)));
    }
    files
}

fn settings() -> String {
    format!(
        "name: Sister Cities of Rivermouth\ntagline: Together\nhome: {HOME}\n\
         base_url: https://sister.example.org\nlanguage: en\ntheme: civic\n"
    )
}

fn home_city() -> String {
    "---\nname: Rivermouth\ncountry: US\nsummary: \"Where this is written.\"\n---\n".to_owned()
}

fn areas() -> String {
    let areas = AREAS.iter();
    areas.map(|(id, name)| format!("- {{ id: {id}, name: {name} }}\n")).collect()
}

fn organizations(corpus: &Corpus) -> String {
    let organizations = corpus.organizations.iter().map(|organization| {
        format!(
            "- id: {}\n  name: \"{}\"\n  type: {}\n  website: {}\n",
            organization.id, organization.name, organization.r#type, organization.website
        )
    });
    organizations.collect()
}

fn documents(corpus: &Corpus) -> String {
    let documents = corpus.documents.iter().map(|document| {
        format!(
            "- id: {}\n  title: \"{}\"\n  type: agreement\n  date: {}\n  body: {}\n  \
             url: https://www.example.org/{}.pdf\n  cities: [{}]\n",
            document.id,
            document.title,
            document.date,
            corpus.organizations[document.body].id,
            document.id,
            corpus.cities[document.city].id
        )
    });
    documents.collect()
}

fn city(city: &City) -> String {
    let mut facts = format!("name: \"{}\"\n", city.name);
    if let Some(native) = &city.native {
        facts.push_str(&format!("native: [{{ text: \"{native}\", lang: eo }}]\n"));
    }
    if let Some(other) = &city.also_called {
        facts.push_str(&format!("also_called: [\"{other}\"]\n"));
    }
    facts.push_str(&format!(
        "within: [\"{}\"]\ncountry: {}\ncoordinates: [{:.4}, {:.4}]\n\
         population: {{ count: {}, as_of: {} }}\nwebsite: {}\nsummary: \"{}\"\n\
         relationship:\n  kind: {}\n  established: {}\n",
        city.province,
        city.country.0,
        city.latitude,
        city.longitude,
        city.population,
        city.counted,
        city.website,
        city.summary,
        city.kind,
        city.established
    ));
    match &city.change {
        None => facts.push_str(&format!("  status: {}\n", city.status)),
        Some((date, because)) => facts.push_str(&format!(
            "  history:\n    - {{ to: active, date: {} }}\n    - {{ to: {}, date: {date}, because: {because} }}\n",
            city.established, city.status
        )),
    }
    facts.push_str(&format!(
        "  committee: committee-{}\n  focus: [{}]\n",
        city.committee,
        city.areas.join(", ")
    ));
    if let Some(organization) = city.organization {
        facts.push_str(&format!(
            "  organizations: [{{ organization: organization-{organization}, role: sponsor }}]\n"
        ));
    }
    facts.push_str("timeline:\n");
    for moment in &city.moments {
        facts.push_str(&format!(
            "  - {{ date: {}, title: \"{}\", kind: {} }}\n",
            moment.date, moment.title, moment.kind
        ));
    }
    format!("---\n{facts}---\n\n{}", city.story)
}

fn committee(committee: &Committee) -> String {
    let members: String = (committee.members.iter())
        .map(|member| format!("  - {{ name: \"{member}\", role: Member }}\n"))
        .collect();
    format!(
        "---\nname: \"{}\"\nestablished: {}\nmandate: \"{}\"\nmembers:\n  \
         - {{ name: \"{}\", role: Chair }}\n{members}---\n\n{}",
        committee.name, committee.established, committee.mandate, committee.chair, committee.story
    )
}

fn article(article: &Article, corpus: &Corpus) -> String {
    let news = article.news.as_ref().map_or_else(String::new, |(day, city)| {
        format!("date: {day}\ncities: {}\n", corpus.cities[*city].id)
    });
    format!(
        "---\ntitle: \"{}\"\n{news}summary: \"{}\"\n---\n\n{}",
        article.title, article.summary, article.story
    )
}
