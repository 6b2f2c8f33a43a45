//! Former addresses: each leads on to one goal, so that old links stay good.
//!
//! A file says by `aliases` where its page stood before; the list `content/redirects.yaml` says it of
//! anything else.

mod list;

use std::collections::BTreeMap;

use super::names::Names;
use super::prose::{Address, Goal};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::values::{FormerAddress, LanguageTag, Route, SourcePath};

pub(super) use list::{RedirectEntry, RedirectList, list_file};

/// A former address as it is written, and where it leads.
#[derive(Debug, Clone)]
pub(super) struct Alias {
    pub(super) from: FormerAddress,
    pub(super) goal: Address,
    pub(super) place: Place,
}

/// A former address, and where it leads in every language.
#[derive(Debug, Clone)]
pub struct Redirect {
    /// The address, without a language.
    pub from: Route,
    /// Where it leads.
    pub goal: Address,
    /// Where parts of the former page lead, by what stood behind `#`; and where that is written.
    pub parts: BTreeMap<String, (Address, Place)>,
    /// Where it is written.
    pub place: Place,
}

impl Alias {
    /// What a file says by its `aliases`.
    pub(super) fn of_file(
        addresses: Vec<FormerAddress>,
        file: &SourcePath,
        names: &Names,
    ) -> Vec<Self> {
        let goal = match (names.by_file(file), names.section_by_file(file)) {
            (Some(thing), _) => Goal::Thing(thing),
            (None, Some(section)) => Goal::Route(Route::new(&format!("{}/", section.key()))),
            (None, None) => Goal::Home,
        };
        let addresses = addresses.into_iter().enumerate();
        let alias = |(index, from)| Self {
            from,
            goal: Address { goal: goal.clone(), fragment: None, span: 0..0 },
            place: Place::value(file, format!("aliases[{index}]")),
        };
        addresses.map(alias).collect()
    }
}

/// Puts together what is said of each former address. Whether a page stands there now is not known
/// here.
pub(super) fn gather(
    aliases: Vec<Alias>,
    languages: &[LanguageTag],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Redirect> {
    let mut redirects: BTreeMap<String, Redirect> = BTreeMap::new();
    // By their address with its part: the place where a goal was first given.
    let mut given: BTreeMap<(String, Option<String>), (Address, Place)> = BTreeMap::new();
    for alias in aliases {
        if let Some(remark) = within_language(&alias, languages) {
            diagnostics.push(remark);
            continue;
        }
        let Alias { from, goal, place } = alias;
        // Many disks do not tell capital letters from small ones.
        let folded = from.route().as_str().to_lowercase();
        let fragment = from.fragment().map(str::to_owned);
        if let Some((first, at)) = given.get(&(folded.clone(), fragment.clone())) {
            if *first != goal {
                diagnostics.push(two_goals(&from, place, at.clone()));
            }
            continue;
        }
        given.insert((folded.clone(), fragment.clone()), (goal.clone(), place.clone()));
        let redirect = redirects.entry(folded).or_insert_with(|| Redirect {
            from: from.route().clone(),
            // Who asks for the page without a part is led to the page that the part went to.
            goal: Address { fragment: None, ..goal.clone() },
            parts: BTreeMap::new(),
            place: place.clone(),
        });
        match fragment {
            Some(fragment) => drop(redirect.parts.insert(fragment, (goal, place))),
            None => (redirect.goal, redirect.place) = (goal, place),
        }
    }
    let chained: Vec<(&Place, Diagnostic)> = given
        .values()
        .filter_map(|(goal, place)| Some((place, chained(goal, place, &redirects)?)))
        .collect();
    // What is told here need not be told of the page that it would make, too.
    let is_told = |place: &Place| chained.iter().any(|(told, _)| *told == place);
    let is_well = |redirect: &Redirect| {
        let parts = redirect.parts.values().map(|(_, place)| place);
        !parts.chain([&redirect.place]).any(is_told)
    };
    let well = redirects.values().filter(|redirect| is_well(redirect)).cloned().collect();
    diagnostics.extend(chained.into_iter().map(|(_, remark)| remark));
    well
}

/// What to say of a former address among the pages of a translation.
fn within_language(alias: &Alias, languages: &[LanguageTag]) -> Option<Diagnostic> {
    let written = alias.from.route().as_str();
    let (first, rest) = written.split_once('/')?;
    let language = languages.iter().skip(1).find(|language| language.as_str() == first)?;
    let message = format!("`/{written}` lies among the pages of the language `{language}`");
    let help = match rest {
        "" => "that address is in use".to_owned(),
        rest => {
            format!(
                "write `/{rest}`: a former address counts for every language, with `/{language}/` too"
            )
        }
    };
    Some(Diagnostic::new(Code::FormerAddress, message).at(alias.place.clone()).help(help))
}

fn two_goals(from: &FormerAddress, place: Place, first: Place) -> Diagnostic {
    let fragment = from.fragment().map(|fragment| format!("#{fragment}")).unwrap_or_default();
    let message = format!("`/{}{fragment}` leads to two goals", from.route());
    Diagnostic::new(Code::FormerAddress, message)
        .at(place)
        .related(first, "the first")
        .help("take one of the two out")
}

/// What to say of a goal that is a former address itself: so nobody is led in a circle.
fn chained(
    goal: &Address,
    place: &Place,
    redirects: &BTreeMap<String, Redirect>,
) -> Option<Diagnostic> {
    let Goal::Route(route) = &goal.goal else { return None };
    let goal = FormerAddress::parse(route.as_str()).ok()?;
    let next = redirects.get(&goal.route().as_str().to_lowercase())?;
    if next.place == *place {
        let message = format!("`/{route}` leads to itself");
        let remark = Diagnostic::new(Code::FormerAddress, message).at(place.clone());
        return Some(remark.help("name the page that stands there now, or take the line out"));
    }
    let (message, help) = if leads_back(next, place, redirects) {
        let message = format!("`/{route}` leads back here, in a circle");
        (message, "name the page where both shall lead in the end")
    } else {
        let message = format!("`/{route}` is a former address too");
        (message, "name where both shall lead in the end")
    };
    let remark = Diagnostic::new(Code::FormerAddress, message).at(place.clone());
    Some(remark.related(next.place.clone(), "where it leads").help(help))
}

/// Whether what begins with a redirect comes to a place in the end.
fn leads_back(first: &Redirect, place: &Place, redirects: &BTreeMap<String, Redirect>) -> bool {
    let mut next = Some(first);
    // A circle that does not come by here has no more steps than there are redirects.
    for _ in 0..=redirects.len() {
        let Some(redirect) = next else { return false };
        if redirect.place == *place {
            return true;
        }
        next = match &redirect.goal.goal {
            Goal::Route(route) => FormerAddress::parse(route.as_str())
                .ok()
                .and_then(|goal| redirects.get(&goal.route().as_str().to_lowercase())),
            _ => None,
        };
    }
    false
}
