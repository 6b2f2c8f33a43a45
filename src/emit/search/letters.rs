//! The letters of the list of everything: which there are, and where each has its page.

use std::collections::BTreeMap;

use super::findable::Findable;
use crate::programme::{Section, Site, sort_key};
use crate::values::LanguageTag;

/// Up to so many names stand on one page.
pub(super) const ONE_PAGE: usize = 400;

/// What stands for all that begins with no letter.
const OTHER: char = '0';

/// The letters that have pages of their own, each with how many pages that is in the language with the
/// most names; none, where all names stand on one page.
pub(in crate::emit) type Letters = BTreeMap<char, usize>;

/// The letters of a site in some languages.
pub(in crate::emit) fn of(site: &Site, languages: &[LanguageTag]) -> Letters {
    let mut letters = Letters::new();
    if !Section::Search.is_present(site) || is_one_page(site) {
        return letters;
    }
    for language in languages {
        let mut counts: BTreeMap<char, usize> = BTreeMap::new();
        for findable in Findable::all(site) {
            for (name, _) in findable.names_in(site, language) {
                *counts.entry(letter(name)).or_default() += 1;
            }
        }
        for (letter, count) in counts {
            let pages = letters.entry(letter).or_default();
            *pages = count.div_ceil(ONE_PAGE).max(*pages);
        }
    }
    letters
}

/// Whether all names stand on one page.
pub(super) fn is_one_page(site: &Site) -> bool {
    Findable::all(site).nth(ONE_PAGE).is_none()
}

/// The letter under which a name is listed.
pub(super) fn letter(name: &str) -> char {
    // A name is a few letters: to make the key of its first would be to look at each apart.
    let first = name.chars().find_map(|letter| {
        let mut buffer = [0; 4];
        let key = sort_key(letter.encode_utf8(&mut buffer));
        key.chars().find(char::is_ascii_alphanumeric)
    });
    first.filter(char::is_ascii_lowercase).unwrap_or(OTHER)
}

/// A letter as it is shown.
pub(in crate::emit) fn shown(letter: char) -> String {
    if letter == OTHER { "0–9".to_owned() } else { letter.to_ascii_uppercase().to_string() }
}

/// The address of a page of a letter, without the language.
pub(in crate::emit) fn address(letter: char, page: usize) -> String {
    let address = format!("{}/{letter}/", Section::Search.key());
    if page == 1 { address } else { format!("{address}page-{page}/") }
}

/// The letter at an address without its last stroke, and which of its pages.
pub(in crate::emit) fn at(address: &str) -> Option<(char, usize)> {
    let inside = address.strip_prefix(Section::Search.key())?.strip_prefix('/')?;
    let (word, page) = match inside.split_once("/page-") {
        Some((word, page)) => (word, page.parse().ok()?),
        None => (inside, 1),
    };
    let mut word = word.chars();
    let letter = word.next().filter(|letter| *letter == OTHER || letter.is_ascii_lowercase());
    letter.filter(|_| word.next().is_none()).map(|letter| (letter, page))
}
