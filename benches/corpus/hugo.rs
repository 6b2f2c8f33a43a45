//! The corpus as Hugo reads it, in the way that is quickest for Hugo: what a page would have to
//! look for elsewhere (its documents, its decade, its letter) stands in its own file.

use super::text::with_addresses;
use super::words::AREAS;
use super::{Article, City, Committee, Corpus, File, HOME};

/// The files of a site; its theme is in `peers/hugo`.
pub(super) fn files(corpus: &Corpus) -> Vec<File> {
    let file = |path: String, text: String| File { path, text };
    let page = |path: &str, front: &str| {
        file(format!("content/{path}.md"), format!("---\n{front}\n---\n"))
    };
    let mut files = vec![
        page("_index", "title: Sister Cities of Rivermouth\ndescription: Our sister cities."),
        page("cities/_index", "title: Cities"),
        page(
            &format!("cities/{HOME}"),
            "title: Rivermouth\ndescription: Where this is written.\nparams: { country: United States }",
        ),
        page(
            "by-country",
            "title: Cities by country\nlayout: by-country\nurl: /cities/by-country/",
        ),
        page("by-decade", "title: Cities by decade\nlayout: by-decade\nurl: /cities/by-decade/"),
        page("a-z", "title: Cities from A to Z\nlayout: a-z\nurl: /cities/a-z/"),
        page("timeline", "title: Timeline\nlayout: timeline"),
        page("documents", "title: Documents\nlayout: documents"),
        page("organizations", "title: Organizations\nlayout: organizations"),
        page("committees/_index", "title: Committees"),
        page("areas/_index", "title: Areas of focus"),
        page("news/_index", "title: News"),
        file("data/organizations.yaml".to_owned(), organizations(corpus)),
        file("data/documents.yaml".to_owned(), documents(corpus)),
    ];
    let areas = AREAS.iter();
    files.extend(
        areas.map(|(id, name)| page(&format!("areas/{id}/_index"), &format!("title: {name}"))),
    );
    let cities = corpus.cities.iter().enumerate();
    files.extend(cities.map(|(number, city)| {
        file(format!("content/cities/{}.md", city.id), self::city(number, city, corpus))
    }));
    files.extend(corpus.committees.iter().map(|committee| {
        let path = format!("content/committees/{}/_index.md", committee.id);
        file(path, self::committee(committee))
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

fn organizations(corpus: &Corpus) -> String {
    let organizations = corpus.organizations.iter().map(|organization| {
        format!(
            "{}:\n  name: \"{}\"\n  type: {}\n  website: {}\n",
            organization.id, organization.name, organization.r#type, organization.website
        )
    });
    organizations.collect()
}

fn documents(corpus: &Corpus) -> String {
    let documents = corpus.documents.iter().map(|document| {
        format!(
            "{}:\n  title: \"{}\"\n  date: \"{}\"\n  body: {}\n  \
             url: https://www.example.org/{}.pdf\n  city: {}\n",
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

fn city(number: usize, city: &City, corpus: &Corpus) -> String {
    let list = |texts: &mut dyn Iterator<Item = &String>| {
        texts.map(|text| format!("\"{text}\"")).collect::<Vec<_>>().join(", ")
    };
    let documents = corpus.documents.iter().filter(|document| document.city == number);
    let mut params = format!(
        "  native: [{}]\n  also_called: [{}]\n  province: \"{}\"\n  country: {}\n  \
         latitude: {:.4}\n  longitude: {:.4}\n  population: {{ count: {}, as_of: \"{}\" }}\n{}  \
         documents: [{}]\n",
        list(&mut city.native.iter()),
        list(&mut city.also_called.iter()),
        city.province,
        city.country.1,
        city.latitude,
        city.longitude,
        city.population,
        city.counted,
        city.facts(),
        list(&mut documents.map(|document| &document.id)),
    );
    if let Some(organization) = city.organization {
        params.push_str(&format!(
            "  organizations: [{{ organization: organization-{organization}, role: sponsor }}]\n"
        ));
    }
    params.push_str(&city.history());
    params.push_str("  timeline:\n");
    for (date, title) in city.told() {
        params.push_str(&format!("    - {{ date: \"{date}\", title: \"{title}\" }}\n"));
    }
    format!(
        "---\ntitle: \"{}\"\ndescription: \"{}\"\ncommittees: [committee-{}]\nareas: [{}]\n\
         params:\n{params}---\n\n{}",
        city.name,
        city.summary,
        city.committee,
        city.areas.join(", "),
        with_addresses(&city.story)
    )
}

fn committee(committee: &Committee) -> String {
    let members: String = (committee.members.iter())
        .map(|member| format!("    - {{ name: \"{member}\", role: Member }}\n"))
        .collect();
    format!(
        "---\ntitle: \"{}\"\nparams:\n  established: \"{}\"\n  mandate: \"{}\"\n  members:\n    \
         - {{ name: \"{}\", role: Chair }}\n{members}---\n\n{}",
        committee.name,
        committee.established,
        committee.mandate,
        committee.chair,
        with_addresses(&committee.story)
    )
}

fn article(article: &Article, corpus: &Corpus) -> String {
    let news = article.news.as_ref().map_or_else(String::new, |(day, city)| {
        format!("date: {day}\nparams: {{ cities: [{}] }}\n", corpus.cities[*city].id)
    });
    format!(
        "---\ntitle: \"{}\"\n{news}description: \"{}\"\n---\n\n{}",
        article.title,
        article.summary,
        with_addresses(&article.story)
    )
}
