//! What a host's files speak of: the site's path, former addresses, pages for what is not there, kinds
//! of files.

use std::collections::{BTreeMap, BTreeSet};

use super::headers::{self, Header};
use super::rename;
use crate::output::Output;
use crate::values::media_type::media_type;
use crate::values::{OutputPath, percent};

/// A site at its place on a host.
pub(super) struct Place<'a> {
    /// The site's path, with a slash at both ends.
    pub(super) base: &'a str,
    pub(super) output: &'a Output,
    /// Whether compressed copies lie beside files.
    pub(super) compressed: bool,
    /// What is sent with every file.
    pub(super) headers: Vec<Header>,
}

/// A former address that a server may lead on from.
pub(super) struct Lead {
    /// The address without the site's path: `old/page/`.
    pub(super) from: String,
    /// Where it leads, from the host's root; or a whole address.
    pub(super) to: String,
}

impl<'a> Place<'a> {
    pub(super) fn of(output: &'a Output, base: &'a str, compressed: bool) -> Self {
        Self { base, output, compressed, headers: headers::of(output) }
    }

    /// The former addresses. Where parts have goals of their own, the page that knows them is sent.
    pub(super) fn leads(&self) -> Vec<Lead> {
        let redirects = self.output.redirects().iter().filter(|redirect| !redirect.has_parts);
        let leads = redirects.map(|redirect| Lead {
            from: redirect.from.to_string(),
            to: if redirect.to.contains("://") {
                redirect.to.clone()
            } else {
                format!("{}{}", self.base, encoded(&redirect.to))
            },
        });
        leads.collect()
    }

    /// The folders of languages that have a page of their own for what is not there: `ht/`. The whole
    /// site's comes first, and is empty.
    pub(super) fn languages(&self) -> Vec<&'a str> {
        let pages = self.output.files().map(|file| file.path.as_str());
        let mut folders: Vec<&str> =
            pages.filter_map(|path| path.strip_suffix("404.html")).collect();
        folders.retain(|folder| folder.matches('/').count() <= 1);
        folders.sort_unstable();
        folders
    }

    /// The kinds of files that there are, each with the endings of its names.
    pub(super) fn types(&self) -> BTreeMap<&'static str, BTreeSet<String>> {
        let mut types: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for file in self.output.files() {
            let name = file.path.as_str().rsplit('/').next().unwrap_or_default();
            let Some((_, ending)) = name.rsplit_once('.') else { continue };
            let plain = ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
            if plain && media_type(name) != "application/octet-stream" {
                types.entry(media_type(name)).or_default().insert(ending.to_ascii_lowercase());
            }
        }
        types
    }

    /// The files whose names tell their contents.
    pub(super) fn lasting(&self) -> impl Iterator<Item = &'a OutputPath> {
        self.output.files().map(|file| &file.path).filter(|path| rename::is_lasting(path.as_str()))
    }
}

/// The type alone, and whether it is text in UTF-8.
pub(super) fn parted(media_type: &str) -> (&str, bool) {
    match media_type.split_once(';') {
        Some((name, _)) => (name, true),
        None => (media_type, false),
    }
}

/// An address whose letters are all of ASCII, as a header needs it.
fn encoded(address: &str) -> String {
    match address.split_once('#') {
        Some((path, part)) => format!("{}#{}", in_ascii(path), in_ascii(part)),
        None => in_ascii(address),
    }
}

fn in_ascii(text: &str) -> String {
    // What is in order is left as it is: it may be encoded already.
    let is_fine = |c: char| c.is_ascii_graphic() && !"\"'\\<>`{}|^$;".contains(c);
    if text.chars().all(is_fine) { text.to_owned() } else { percent::encoded(text) }
}
