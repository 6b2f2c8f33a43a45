//! Addresses elsewhere on the web: which the finished site leads to, and what to say of those that
//! lead nowhere.

use std::collections::BTreeMap;

use super::page::Page;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::external::Verdict;
use crate::memo::Memory;
use crate::output::Output;
use crate::reference::html::unescaped;
use crate::source::Sources;
use crate::values::{OutputPath, Url};

/// The addresses elsewhere that pages lead to, each with the first page that does. What begins with
/// `base_url` is the site itself.
#[must_use]
pub fn addresses_elsewhere(output: &Output, base_url: Option<&Url>) -> BTreeMap<Url, OutputPath> {
    let own = base_url.map(|base_url| base_url.as_str().trim_end_matches('/'));
    let memory = Memory::none();
    let mut addresses = BTreeMap::new();
    for file in output.files() {
        let Some(page) = Page::of(file, &memory) else { continue };
        for (address, _) in page.addresses() {
            let address = unescaped(address);
            // A fragment is not asked for.
            let address = address.split('#').next().unwrap_or_default();
            let Ok(url) = Url::parse(address) else { continue };
            let is_own = own.is_some_and(|own| {
                let rest = address.strip_prefix(own);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
            });
            if !is_own {
                addresses.entry(url).or_insert_with(|| file.path.clone());
            }
        }
    }
    addresses
}

/// Says what is wrong with addresses elsewhere, where they are written, if that can be found.
#[must_use]
pub fn report_elsewhere(
    verdicts: &BTreeMap<Url, Verdict>,
    pages: &BTreeMap<Url, OutputPath>,
    sources: &Sources,
) -> Vec<Diagnostic> {
    let told = verdicts.iter().filter_map(|(address, verdict)| {
        let (code, what, help) = match verdict {
            Verdict::Alive => return None,
            Verdict::Moved(goal) => (
                Code::MovedLink,
                format!("`{address}` has moved for good"),
                format!("write `{goal}`"),
            ),
            Verdict::Broken(why) => (
                Code::DeadLink,
                format!("`{address}` leads nowhere: {why}"),
                "look for where it has moved, link to a copy in a web archive, or take the link out"
                    .to_owned(),
            ),
            Verdict::Unverified(why) => (
                Code::UnverifiedLink,
                format!("`{address}` could not be checked: {why}"),
                "open it in a browser; what need not be visited again is listed in `unchecked_links` of site.yaml"
                    .to_owned(),
            ),
        };
        let place = written(address, sources);
        let page = pages.get(address).filter(|_| place.is_none());
        let what = match page {
            Some(page) => format!("{what} (on the page `/{}`)", page.route()),
            None => what,
        };
        Some(Diagnostic::new(code, what).maybe_at(place).help(help))
    });
    told.collect()
}

/// Where an address is first written in the site's files.
fn written(address: &Url, sources: &Sources) -> Option<Place> {
    let text = address.as_str();
    let goes_on = |c: char| c.is_alphanumeric() || "-._~%/?&=+#@:".contains(c);
    let ends_here = |rest: &str| {
        let mut rest = rest.chars();
        match (rest.next(), rest.next()) {
            // A full stop or colon at the end of a sentence is none of the address.
            (Some('.' | ':'), next) => next.is_none_or(|next| !goes_on(next)),
            (Some('#'), _) | (None, _) => true,
            (Some(next), _) => !goes_on(next),
        }
    };
    sources.below("content").find_map(|(path, _)| {
        let file = sources.text(path)?;
        let mut found = file.match_indices(text);
        let (at, _) = found.find(|(at, _)| ends_here(&file[at + text.len()..]))?;
        Some(Place::bytes(path, at..at + text.len()))
    })
}
