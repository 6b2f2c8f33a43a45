//! What a text says of the facts, and the facts.

mod counts;
mod damage;
mod dates;
mod delegations;
mod lists;
mod ordinary;
mod standings;

use crate::site_test::{SiteTest, site};

/// A small programme: six partners in four countries, three of them active, one paused, two not
/// active; five delegations to Gaeta; and a page that says something of it all.
fn programme(text: &str) -> SiteTest {
    let partner = |id: &str, name: &str, country: &str, established: &str, status: &str| {
        format!(
            "//- content/cities/{id}.md\n---\nname: {name}\ncountry: {country}\n\
             relationship: {{ established: {established}, status: {status} }}\n---\n"
        )
    };
    let delegation = |id: &str, date: &str| {
        format!(
            "//- content/events/{id}.md\n---\ntitle: The delegation of {date}\n\
             kind: delegation-out\ndate: {date}\ncities: gaeta\n---\n"
        )
    };
    let files = [
        partner("coimbra", "Coimbra", "PT", "1982-06", "active"),
        partner("gaeta", "Gaeta", "IT", "1982-12", "active"),
        partner("galway", "Galway", "IE", "1997-03", "active"),
        partner("ischia", "Ischia", "IT", "1984-06", "inactive"),
        partner("florence", "Florence", "IT", "1992-03", "inactive"),
        "//- content/cities/les-cayes.md\n---\nname: Les Cayes\nnative: { text: Okay, lang: ht }\n\
         country: HT\nrelationship:\n  established: 2014-05\n  history:\n    \
         - { to: active, date: 2014-05-05 }\n    - to: paused\n      date: 2019/..\n      \
         because: [the pandemic, a change of government]\n---\n"
            .to_owned(),
        delegation("a", "1990-05"),
        delegation("b", "1994"),
        delegation("c", "1999-09-02/1999-09-09"),
        delegation("d", "2004-06"),
        delegation("e", "2010-07"),
        "//- content/committees/gaeta.md\n---\nname: Friends of Gaeta\nestablished: 1983\n---\n\
         //- content/committees/galway.md\n---\nname: Friends of Galway\nestablished: 1998\n---\n"
            .to_owned(),
    ];
    let mut programme = site(&files.concat());
    if text.trim_start().starts_with("//- ") {
        for file in text.split("//- ").skip(1) {
            let (path, text) = file.split_once('\n').expect("a header is a line");
            programme = programme.with(path, text);
        }
        return programme;
    }
    programme.with("content/pages/about.md", &format!("---\ntitle: About us\n---\n{text}"))
}
