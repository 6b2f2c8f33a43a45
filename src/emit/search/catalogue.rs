//! Everything that can be found, from A to Z: what the page of the search shows without a script.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use tera::Value;

use super::findable::Findable;
use super::letters::{self, is_one_page, letter};
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
    entries: Vec<NameView>,
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

/// The template of the search's page, or of a letter of it, and what it is given.
pub(in crate::emit) fn page(
    shown: Option<char>,
    lens: &Lens<'_>,
) -> (&'static str, Vec<(&'static str, Value)>) {
    let site = lens.site;
    let prefix = site.prefix(lens.language);
    let one_page = is_one_page(site);
    let id = |letter: char| format!("letter-{letter}");
    let mut letters = Vec::new();
    let mut groups = Vec::new();
    if one_page || shown.is_some() {
        let mut by_letter: BTreeMap<char, Vec<(String, NameView)>> = BTreeMap::new();
        for (letter, entry) in entries(shown, lens) {
            by_letter.entry(letter).or_default().push((sort_key(&entry.name.text), entry));
        }
        for (letter, mut entries) in by_letter {
            entries.sort_by(|(one, _), (other, _)| sorted_by(one).cmp(sorted_by(other)));
            groups.push(LetterGroup {
                letter: letters::shown(letter),
                id: id(letter),
                entries: entries.into_iter().map(|(_, entry)| entry).collect(),
            });
            letters.push(LetterView {
                letter: letters::shown(letter),
                url: format!("#{}", id(letter)),
                apart: false,
                current: false,
            });
        }
    }
    if !one_page {
        let all = letters::of(site).into_iter();
        letters = all
            .map(|letter| LetterView {
                letter: letters::shown(letter),
                url: format!("{prefix}{}", letters::address(letter)),
                apart: true,
                current: Some(letter) == shown,
            })
            .collect();
    }
    let url = format!("{prefix}{}/", Section::Search.key());
    let catalogue = CatalogueView { index: format!("{url}index/"), url, letters, groups };
    ("search.html", vec![("catalogue", Value::from_serializable(&catalogue))])
}

/// The names under a letter, or all.
fn entries<'a>(
    shown: Option<char>,
    lens: &'a Lens<'_>,
) -> impl Iterator<Item = (char, NameView)> + 'a {
    let is_shown = move |letter: char| shown.is_none_or(|shown| shown == letter);
    Findable::all(lens.site).flat_map(move |findable| {
        // What the theme names, its template names: the list does not know its words.
        let title = findable.words(lens.site).ok().map(|words| lens.words(words));
        let entry = |name: TextView, see: Option<TextView>| {
            let letter = letter(&name.text);
            let (kind, url) = (findable.kind(), findable.url(lens));
            is_shown(letter).then_some((letter, NameView { name, see, kind, url }))
        };
        let Some(title) = title else { return Vec::new() };
        let others = findable.names(lens).into_iter();
        let others = others.filter_map(|name| entry(name, Some(title.clone())));
        let others: Vec<_> = others.collect();
        entry(title, None).into_iter().chain(others).collect()
    })
}

/// What a key is sorted by: quotation marks and the like before the first letter do not count.
fn sorted_by(key: &str) -> &str {
    key.trim_start_matches(|letter: char| !letter.is_alphanumeric())
}
