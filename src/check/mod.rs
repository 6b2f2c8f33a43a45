//! Reads the finished site as a visitor would: every link, anchor, picture and style is there, and
//! every page says its language, its title and its main heading.
//!
//! It looks at the result, and so finds what a theme does wrong too. What the prose does wrong is
//! reported where the prose is written.

mod html;

use std::collections::{BTreeMap, HashMap, HashSet};

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::emit::{Emitted, WrittenLink};
use crate::output::{Contents, OutputFile};
use crate::values::Url;
use html::{Tags, unescaped};

/// Checks the finished site. `base_url` is where it will be, for addresses that begin at the host.
#[must_use]
pub fn check(emitted: &Emitted, base_url: Option<&Url>) -> Vec<Diagnostic> {
    let pages: Vec<Page<'_>> =
        emitted.output.files().collect::<Vec<_>>().into_par_iter().filter_map(Page::read).collect();
    let site = SiteMap::of(emitted, &pages, base_url);
    let problems: Vec<Problem<'_>> =
        pages.par_iter().flat_map_iter(|page| site.problems(page)).collect();
    let written: HashMap<(&str, &str), &WrittenLink> =
        emitted.links.iter().map(|link| ((link.page.as_str(), link.href.as_str()), link)).collect();
    report(problems, &written)
}

/// What is to be known of a page.
struct Page<'a> {
    file: &'a OutputFile,
    ids: Vec<&'a str>,
    /// Addresses in `href` and `src`, each once; whether the page needs what is there to be shown.
    addresses: Vec<(&'a str, bool)>,
    has_language: bool,
    has_title: bool,
    main_headings: usize,
    pictures_without_alt: usize,
}

impl<'a> Page<'a> {
    fn read(file: &'a OutputFile) -> Option<Self> {
        let Contents::Bytes(bytes) = &file.contents else { return None };
        if !file.path.as_str().ends_with(".html") {
            return None;
        }
        let html = std::str::from_utf8(bytes).ok()?;
        let mut page = Self {
            file,
            ids: Vec::new(),
            addresses: Vec::new(),
            has_language: false,
            has_title: false,
            main_headings: 0,
            pictures_without_alt: 0,
        };
        for tag in Tags::of(html) {
            let mut needed = false;
            match tag.name {
                "html" => {
                    page.has_language = tag.attribute("lang").is_some_and(|lang| !lang.is_empty());
                }
                "title" => page.has_title = true,
                "h1" => page.main_headings += 1,
                "img" => {
                    needed = true;
                    page.pictures_without_alt += usize::from(tag.attribute("alt").is_none());
                }
                "link" => {
                    needed = tag
                        .attribute("rel")
                        .is_some_and(|rel| rel.contains("stylesheet") || rel.contains("icon"));
                }
                "script" | "source" | "iframe" | "video" | "audio" | "object" => needed = true,
                _ => {}
            }
            for (name, value) in tag.attributes() {
                let is = |other| name.eq_ignore_ascii_case(other);
                if is("id") {
                    page.ids.push(value);
                } else if is("href") || is("src") {
                    page.addresses.push((value, needed));
                }
            }
        }
        page.addresses.sort_unstable();
        page.addresses.dedup();
        Some(page)
    }

    /// The folder that relative addresses of the page begin in.
    fn folder(&self) -> &'a str {
        let path = self.file.path.as_str();
        path.rfind('/').map_or("", |slash| &path[..=slash])
    }
}

/// What can be asked for on the finished site.
struct SiteMap<'a> {
    paths: HashSet<&'a str>,
    pages: HashMap<&'a str, &'a Page<'a>>,
    /// The path of the site on its host, with a slash at its end.
    base_path: String,
}

/// Something wrong with a page.
struct Problem<'a> {
    page: &'a OutputFile,
    /// The address that leads nowhere, as it is written.
    address: Option<&'a str>,
    /// The page that lacks the anchor that is asked for.
    target: Option<String>,
    code: Code,
    /// What is wrong, to be said of the page.
    what: String,
    help: Option<String>,
}

impl Problem<'_> {
    /// What is wrong, said to who wrote the link.
    fn of_prose(&self, link: &WrittenLink) -> String {
        match (&self.target, link.written.split_once('#')) {
            (Some(target), Some((_, fragment))) => {
                format!("the page `/{target}` has no `#{fragment}`")
            }
            _ => format!("`{}` does not exist", link.written),
        }
    }
}

impl<'a> SiteMap<'a> {
    fn of(emitted: &'a Emitted, pages: &'a [Page<'a>], base_url: Option<&Url>) -> Self {
        let base_path = base_url.map_or("", |url| url.path());
        Self {
            paths: emitted.output.files().map(|file| file.path.as_str()).collect(),
            pages: pages.iter().map(|page| (page.file.path.as_str(), page)).collect(),
            base_path: format!("{}/", base_path.trim_end_matches('/')),
        }
    }

    fn problems(&self, page: &'a Page<'a>) -> Vec<Problem<'a>> {
        let mut problems = Vec::new();
        let mut add = |what: &str, help: &str| {
            problems.push(Problem {
                page: page.file,
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
            add(
                "has a picture without a text alternative",
                "the template's `<img>` needs an `alt`",
            );
        }
        let mut ids = HashSet::new();
        if let Some(twice) = page.ids.iter().find(|id| !ids.insert(**id)) {
            add(
                &format!("has the id `{twice}` twice"),
                "the template, or a heading's `{#anchor}`, gives an id that is there already",
            );
        }
        problems.extend(
            page.addresses
                .iter()
                .filter_map(|(address, needed)| self.follow(page, address, *needed)),
        );
        problems
    }

    /// Follows an address; says what is wrong with it, if something is.
    fn follow(&self, page: &'a Page<'a>, address: &'a str, needed: bool) -> Option<Problem<'a>> {
        let problem = |code, what: String, help: Option<String>| {
            Some(Problem {
                page: page.file,
                address: Some(address),
                target: None,
                code,
                what,
                help,
            })
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
        let target = if path.is_empty() {
            Some(page.file.path.as_str().to_owned())
        } else {
            self.resolve(page, path)
        };
        let Some(target) = target.filter(|target| self.paths.contains(target.as_str())) else {
            let near = nearest(
                path.trim_start_matches("../"),
                self.paths.iter().map(|path| path.trim_end_matches("index.html")),
            );
            return problem(
                Code::BrokenLink,
                format!("links to `{unescaped}`, which does not exist"),
                near.map(|near| format!("did you mean `/{near}`?")),
            );
        };
        let fragment = fragment.filter(|fragment| !fragment.is_empty() && *fragment != "top")?;
        let ids = &self.pages.get(target.as_str())?.ids;
        if ids.contains(&fragment) {
            return None;
        }
        let near = nearest(fragment, ids.iter().copied());
        let help = near.map_or_else(
            || "give the heading that is meant an anchor: `## The pause {#pause}`".to_owned(),
            |near| format!("did you mean `#{near}`?"),
        );
        let target = target.trim_end_matches("index.html").to_owned();
        Some(Problem {
            page: page.file,
            address: Some(address),
            code: Code::BrokenLink,
            what: format!("links to `#{fragment}`, which the page `/{target}` does not have"),
            help: Some(help),
            target: Some(target),
        })
    }

    /// The published path that an address means on a page, unless it leaves the site.
    fn resolve(&self, page: &Page<'_>, path: &str) -> Option<String> {
        let (folder, path) = match path.strip_prefix(&self.base_path) {
            Some(inside) => ("", inside),
            None if path.starts_with('/') => return None,
            None => (page.folder(), path),
        };
        let mut target = folder.to_owned();
        for (index, part) in path.split('/').enumerate() {
            if index > 0 && !target.is_empty() && !target.ends_with('/') {
                target.push('/');
            }
            match part {
                "" | "." => {}
                ".." => {
                    let parent = target.trim_end_matches('/');
                    if parent.is_empty() {
                        return None;
                    }
                    target.truncate(parent.rfind('/').map_or(0, |slash| slash + 1));
                }
                part => target.push_str(part),
            }
        }
        if target.is_empty() || target.ends_with('/') {
            target.push_str("index.html");
        }
        Some(percent_decoded(target))
    }
}

fn is_elsewhere(address: &str) -> bool {
    let scheme = address.split(['/', '?', '#']).next().unwrap_or_default();
    address.starts_with("//") || scheme.contains(':')
}

fn percent_decoded(path: String) -> String {
    if path.contains('%') { crate::markdown::html::percent_decoded(&path) } else { path }
}

/// Says of each mistake where it was written; a mistake of a template, which shows on many pages,
/// once and for the first of them.
fn report(
    problems: Vec<Problem<'_>>,
    written: &HashMap<(&str, &str), &WrittenLink>,
) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut of_templates: BTreeMap<(Code, String), (Problem<'_>, usize)> = BTreeMap::new();
    for problem in problems {
        let link = problem.address.and_then(|address| {
            let address = unescaped(address);
            written.get(&(problem.page.path.as_str(), &*address)).copied()
        });
        match link {
            // An untranslated text stands on the page of every language.
            Some(link)
                if diagnostics
                    .iter()
                    .any(|told: &Diagnostic| told.place.as_ref() == Some(&link.place)) => {}
            Some(link) => diagnostics.push(
                Diagnostic::new(problem.code, problem.of_prose(link))
                    .at(link.place.clone())
                    .maybe_help(problem.help),
            ),
            None => {
                let key = (
                    problem.code,
                    problem
                        .what
                        .trim_start_matches("links to `")
                        .trim_start_matches("../")
                        .to_owned(),
                );
                of_templates.entry(key).or_insert((problem, 0)).1 += 1;
            }
        }
    }
    diagnostics.extend(of_templates.into_values().map(|(problem, count)| {
        let others = match count - 1 {
            0 => String::new(),
            1 => "; so does another page".to_owned(),
            others => format!("; so do {others} other pages"),
        };
        let message = format!("the page `/{}` {}{others}", problem.page.path.route(), problem.what);
        Diagnostic::new(problem.code, message).maybe_help(problem.help)
    }));
    diagnostics
}
