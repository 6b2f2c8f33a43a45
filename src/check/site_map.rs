//! Follows the addresses on the pages of a finished site.

use std::sync::Arc;

use foldhash::{HashMap, HashSet, HashSetExt};

use super::linked;
use super::page::Page;
use crate::diagnostic::{Code, nearest};
use crate::memo::Fingerprint;
use crate::output::Output;
use crate::reference::html::unescaped;
use crate::reference::{is_elsewhere, target};
use crate::values::{OutputPath, Url};

/// What can be asked for on the finished site.
pub(super) struct SiteMap<'a> {
    output: &'a Output,
    paths: HashSet<&'a str>,
    pages: HashMap<&'a str, &'a Page>,
    /// The path of the site on its host, with a slash at its end.
    base_path: String,
    base_url: Option<&'a Url>,
}

/// Something wrong with a page.
#[derive(Debug, Clone)]
pub(super) struct Problem {
    /// The address that leads nowhere, as it is written.
    pub(super) address: Option<String>,
    /// The page that lacks the anchor that is asked for.
    pub(super) target: Option<String>,
    pub(super) code: Code,
    /// What is wrong, to be said of the page.
    pub(super) what: String,
    pub(super) help: Option<String>,
}

impl<'a> SiteMap<'a> {
    pub(super) fn of(
        output: &'a Output,
        pages: &'a [(&'a OutputPath, Arc<Page>)],
        base_url: Option<&'a Url>,
    ) -> Self {
        let base_path = base_url.map_or("", |url| url.path());
        Self {
            output,
            paths: output.files().map(|file| file.path.as_str()).collect(),
            pages: pages.iter().map(|(path, page)| (path.as_str(), &**page)).collect(),
            base_path: format!("{}/", base_path.trim_end_matches('/')),
            base_url,
        }
    }

    /// Stands for all that the problems of a page depend on beside the page.
    pub(super) fn fingerprint(
        output: &Output,
        pages: &[(&OutputPath, Arc<Page>)],
        base_url: Option<&Url>,
    ) -> Fingerprint {
        let paths = Fingerprint::of(&output.files().map(|file| &file.path).collect::<Vec<_>>());
        let anchors = Fingerprint::of_all(pages.iter().map(|(_, page)| page.anchors));
        Fingerprint::of(&(paths, anchors, base_url.map(Url::as_str)))
    }

    /// What is wrong with a page.
    pub(super) fn problems(&self, path: &OutputPath, page: &Page) -> Vec<Problem> {
        let mut problems = structure(page);
        problems.extend(
            page.addresses().filter_map(|(address, needed)| self.follow(path, address, needed)),
        );
        let told = page.told().flat_map(|text| linked::whole(text, self.base_url));
        problems.extend(told.filter_map(|address| self.asks(path, address)));
        problems
    }

    /// What is wrong with an address that is not for readers: of a style, a script, or a whole one of
    /// this site.
    pub(super) fn asks(&self, from: &OutputPath, address: &str) -> Option<Problem> {
        let base = self.base_url.map(|url| url.as_str().trim_end_matches('/'));
        let inside = base.and_then(|base| address.strip_prefix(base));
        let path = match inside {
            Some(inside) => format!("{}{}", self.base_path, inside.trim_start_matches('/')),
            None => address.to_owned(),
        };
        // The part of an identifier is no anchor.
        let path = path.split('#').next().unwrap_or_default();
        if path.is_empty() {
            return None;
        }
        self.follow(from, path, true).map(|problem| Problem {
            address: Some(address.to_owned()),
            what: problem.what.replace(&format!("`{path}`"), &format!("`{address}`")),
            ..problem
        })
    }

    /// Follows an address; says what is wrong with it, if something is.
    fn follow(&self, page: &OutputPath, address: &str, needed: bool) -> Option<Problem> {
        let problem = |code, what: String, help: Option<String>| {
            Some(Problem { address: Some(address.to_owned()), target: None, code, what, help })
        };
        let unescaped = unescaped(address);
        if is_elsewhere(&unescaped) {
            let what = format!("asks another computer for `{unescaped}`");
            let help =
                "put the file into the theme's `assets/` or into `content/files/`".to_owned();
            return if needed { problem(Code::PageStructure, what, Some(help)) } else { None };
        }
        let (path, fragment) = unescaped
            .split_once('#')
            .map_or((&*unescaped, None), |(path, fragment)| (path, Some(fragment)));
        let path = path.split('?').next().unwrap_or_default();
        let target = target(page.as_str(), path, &self.base_path);
        let Some(target) = target.filter(|target| self.paths.contains(target.as_str())) else {
            let near = nearest(
                path.trim_start_matches("../"),
                self.output.files().map(|file| file.path.as_str().trim_end_matches("index.html")),
            );
            return problem(
                Code::BrokenLink,
                format!("links to `{unescaped}`, which does not exist"),
                near.map(|near| format!("did you mean `/{near}`?")),
            );
        };
        let fragment = fragment.filter(|fragment| !fragment.is_empty() && *fragment != "top")?;
        let goal = self.pages.get(target.as_str())?;
        if goal.ids().any(|id| id == fragment) {
            return None;
        }
        let near = nearest(fragment, goal.ids());
        let help = near.map_or_else(
            || "give the heading that is meant an anchor: `## The pause {#pause}`".to_owned(),
            |near| format!("did you mean `#{near}`?"),
        );
        let target = target.trim_end_matches("index.html").to_owned();
        Some(Problem {
            address: Some(address.to_owned()),
            code: Code::BrokenLink,
            what: format!("links to `#{fragment}`, which the page `/{target}` does not have"),
            help: Some(help),
            target: Some(target),
        })
    }
}

/// What is wrong with the way a page is built.
fn structure(page: &Page) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut add = |what: &str, help: &str| {
        problems.push(Problem {
            address: None,
            target: None,
            code: Code::PageStructure,
            what: what.to_owned(),
            help: Some(help.to_owned()),
        });
    };
    if !page.has_language {
        add(
            "does not say its language",
            "the template's first element is `<html lang=\"{{ lang }}\">`",
        );
    }
    if !page.has_title {
        add("has no title", "the template needs a `<title>`");
    }
    if page.main_headings != 1 {
        let what = format!("has {} main headings", page.main_headings);
        add(&what, "the template needs one `<h1>`; headings below it are `<h2>` and further");
    }
    if page.pictures_without_alt > 0 {
        add("has a picture without a text alternative", "the template's `<img>` needs an `alt`");
    }
    let mut ids = HashSet::new();
    if let Some(twice) = page.ids().find(|id| !ids.insert(*id)) {
        add(
            &format!("has the id `{twice}` twice"),
            "the template, or a heading's `{#anchor}`, gives an id that is there already",
        );
    }
    problems
}
