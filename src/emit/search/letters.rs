//! The letters of the list of everything: which there are, and where each has its page.

use std::collections::BTreeSet;

use super::findable::{Findable, OtherName};
use crate::programme::{Section, Site, sort_key};

/// Up to so many names stand on one page.
const ONE_PAGE: usize = 400;

/// What stands for all that begins with no letter.
const OTHER: char = '0';

/// The letters that have pages of their own, in any language; none, where all names stand on one page.
pub(in crate::emit) fn of(site: &Site) -> BTreeSet<char> {
    if !Section::Search.is_present(site) || is_one_page(site) {
        return BTreeSet::new();
    }
    let mut letters = BTreeSet::new();
    for findable in Findable::all(site) {
        // What the theme names is not listed.
        let Ok(title) = findable.words(site) else { continue };
        letters.extend(title.texts().map(letter));
        let others = findable.all_names(site).into_iter().flat_map(OtherName::texts);
        letters.extend(others.map(letter));
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

/// The address of a letter's page, without the language.
pub(in crate::emit) fn address(letter: char) -> String {
    format!("{}/{letter}/", Section::Search.key())
}

/// The letter at an address without its last stroke.
pub(in crate::emit) fn at(address: &str) -> Option<char> {
    let mut word = address.strip_prefix(Section::Search.key())?.strip_prefix('/')?.chars();
    let letter = word.next().filter(|letter| *letter == OTHER || letter.is_ascii_lowercase());
    letter.filter(|_| word.next().is_none())
}
