//! Everything that can be found, from A to Z: what the page of the search shows without a script.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use tera::Value;

use super::findable::Findable;
use super::letters::{self, Letters, ONE_PAGE, letter};
use crate::programme::division::PortionsView;
use crate::programme::lens::TextView;
use crate::programme::{Lens, Section, sort_key};

/// Everything that can be found, or what begins with a letter.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct CatalogueView {
    /// The address of the index that a script may search, with the stroke at its end.
    index: String,
    /// The address of the page of the search.
    url: String,
    /// The letters, each with where its names stand.
    letters: Vec<LetterView>,
    /// The names that this page lists, letter by letter; none, where each letter has its own page.
    groups: Vec<LetterGroup>,
}

/// A letter that names begin with.
#[derive(Debug, Serialize, JsonSchema)]
struct LetterView {
    /// The letter, or `0–9` for all that begin with none.
    letter: String,
    /// Its place on this page, or the address of its own.
    url: String,
    /// Whether it has a page of its own.
    apart: bool,
    /// Whether that is this page.
    current: bool,
}

/// The names that begin with a letter.
#[derive(Debug, Serialize, JsonSchema)]
struct LetterGroup {
    /// The letter, or `0–9` for all that begin with none.
    letter: String,
    /// Its anchor.
    id: String,
    /// The names, in their order.
    #[schemars(with = "Vec<NameView>")]
    entries: Vec<Value>,
}

/// A name, and what is called so.
#[derive(Debug, Serialize, JsonSchema)]
struct NameView {
    /// The name.
    name: TextView,
    /// The usual name, where this is another.
    see: Option<TextView>,
    /// The theme's string that says what it is: `found-city`.
    kind: &'static str,
    /// Its address.
    url: String,
}

/// All names of a language, letter by letter: gathered once, and lent to the pages of the letters.
#[derive(Debug)]
pub(in crate::emit) struct Catalogue(BTreeMap<char, Vec<Value>>);

impl Catalogue {
    /// The names of everything.
    pub(in crate::emit) fn of(lens: &Lens<'_>) -> Self {
        let mut letters: BTreeMap<char, Vec<(String, NameView)>> = BTreeMap::new();
        for findable in Findable::all(lens.site) {
            let mut names = findable.names_in(lens.site, lens.language).into_iter();
            // What the theme names, its template names: the list does not know its words.
            let Some((title, language)) = names.next() else { continue };
            let (kind, url) = (findable.kind(), findable.url(lens));
            let title = lens.foreign(title, language);
            let others =
                names.map(|(name, language)| (lens.foreign(name, language), Some(title.clone())));
            for (name, see) in [(title.clone(), None)].into_iter().chain(others) {
                let key = sort_key(&name.text);
                let letter = letters.entry(letter(&name.text)).or_default();
                letter.push((key, NameView { name, see, kind, url: url.clone() }));
            }
        }
        let sorted = letters.into_iter().map(|(letter, mut names)| {
            names.sort_by(|(one, _), (other, _)| sorted_by(one).cmp(sorted_by(other)));
            let names = names.into_iter().map(|(_, name)| Value::from_serializable(&name));
            (letter, names.collect())
        });
        Self(sorted.collect())
    }

    /// How many names begin with a letter.
    fn count(&self, letter: char) -> usize {
        self.0.get(&letter).map_or(0, Vec::len)
    }

    /// The names on a page of a letter.
    fn group(&self, letter: char, page: usize) -> Option<LetterGroup> {
        let page = self.0.get(&letter)?.chunks(ONE_PAGE).nth(page - 1)?;
        Some(LetterGroup {
            letter: letters::shown(letter),
            id: format!("letter-{letter}"),
            entries: page.to_vec(),
        })
    }
}

/// The template of the search's page, or of a page of a letter of it, and what it is given. `letters`
/// are those that have pages of their own.
pub(in crate::emit) fn page(
    shown: Option<(char, usize)>,
    catalogue: &Catalogue,
    letters: &Letters,
    lens: &Lens<'_>,
) -> (&'static str, Vec<(&'static str, Value)>) {
    let prefix = lens.site.prefix(lens.language);
    let here = catalogue.0.keys().filter(|_| letters.is_empty());
    let here = here.map(|letter| LetterView {
        letter: letters::shown(*letter),
        url: format!("#letter-{letter}"),
        apart: false,
        current: false,
    });
    let apart = letters.keys().map(|letter| LetterView {
        letter: letters::shown(*letter),
        url: format!("{prefix}{}", letters::address(*letter, 1)),
        apart: true,
        current: shown.is_some_and(|(shown, _)| shown == *letter),
    });
    let groups: Vec<LetterGroup> = match shown {
        Some((letter, page)) => catalogue.group(letter, page).into_iter().collect(),
        None if letters.is_empty() => {
            catalogue.0.keys().filter_map(|letter| catalogue.group(*letter, 1)).collect()
        }
        None => Vec::new(),
    };
    let url = format!("{prefix}{}/", Section::Search.key());
    let view = CatalogueView {
        index: format!("{url}index/"),
        url,
        letters: here.chain(apart).collect(),
        groups,
    };
    ("search.html", vec![("catalogue", Value::from_serializable(&view))])
}

/// What a page of a letter is among those of the letter; nothing, where there is one.
pub(in crate::emit) fn portions(
    (letter, page): (char, usize),
    catalogue: &Catalogue,
    lens: &Lens<'_>,
) -> Option<PortionsView> {
    let prefix = lens.site.prefix(lens.language);
    let url = |page| format!("{prefix}{}", letters::address(letter, page));
    PortionsView::of_row(page, ONE_PAGE, catalogue.count(letter), url)
}

/// What a key is sorted by: quotation marks and the like before the first letter do not count.
fn sorted_by(key: &str) -> &str {
    key.trim_start_matches(|letter: char| !letter.is_alphanumeric())
}
