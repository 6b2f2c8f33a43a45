//! A page at each former address, which leads on to where the reader wanted to go.
//!
//! The page is the program's own, with the theme's stylesheet: it is seen for a moment at most.
//! A script leads on and keeps what stands behind `?` and `#`; without scripts the browser does by
//! itself, and where it does not, there is a link.

use std::collections::{BTreeMap, BTreeSet};

use super::prose::own_href;
use super::sitemap::absolute;
use super::{Context, WrittenLink};
use crate::diagnostic::{Code, Diagnosed, Diagnostic, Place};
use crate::markdown::html::escape;
use crate::output::{self, Contents, Origin, OutputFile, Visibility};
use crate::programme::prose::{Address, Goal};
use crate::programme::redirect::Redirect;
use crate::programme::{Lens, Section};
use crate::values::{OutputPath, Route, percent};

/// Where the script is published.
const SCRIPT: &str = "assets/redirect.js";

/// The pages at former addresses, and the same as data; `files` are all others of the site.
pub(super) fn emit(
    context: &Context<'_>,
    files: &[OutputFile],
) -> Diagnosed<(Vec<OutputFile>, Vec<output::Redirect>)> {
    let (mut made, mut redirects, mut diagnostics) = (Vec::new(), Vec::new(), Vec::new());
    if context.site.redirects.is_empty() {
        return Diagnosed::fine((made, redirects));
    }
    let mut taken = Taken::by(files);
    let mut free = Vec::new();
    for redirect in &context.site.redirects {
        match taken.claim(&redirect.from) {
            None => free.push(redirect),
            Some(message) => diagnostics.push(
                Diagnostic::new(Code::FormerAddress, message)
                    .at(redirect.place.clone())
                    .help("an address that is in use cannot lead elsewhere: take it out here"),
            ),
        }
    }
    for (lens, redirect) in in_every_language(context, &free) {
        let from = route(redirect, &lens);
        redirects.push(output::Redirect {
            from: from.clone(),
            to: from_root(&redirect.goal, &lens),
            has_parts: !redirect.parts.is_empty(),
        });
        made.push(OutputFile {
            path: from.output_path(),
            contents: Contents::Bytes(page(redirect, &from, context, &lens).into_bytes().into()),
            origin: Origin::Source(redirect.place.file.clone()),
            visibility: visibility(&redirect.goal, &lens),
        });
    }
    made.extend(OutputPath::new(SCRIPT).map(|path| OutputFile {
        path,
        contents: Contents::Bytes(include_str!("redirect.js").into()),
        origin: Origin::Program("the script of former addresses"),
        visibility: Visibility::Public,
    }));
    Diagnosed { value: (made, redirects), diagnostics }
}

/// Where the goals of former addresses are written, since only the finished site knows whether all
/// of them are there.
pub(super) fn written_links(context: &Context<'_>) -> Vec<WrittenLink> {
    let all: Vec<&Redirect> = context.site.redirects.iter().collect();
    let links = in_every_language(context, &all).flat_map(|(lens, redirect)| {
        let from = route(redirect, &lens);
        let parts = redirect.parts.values().map(|(goal, place)| (goal, place));
        let goals = parts.chain([(&redirect.goal, &redirect.place)]);
        let link = |href, written, place: &Place| WrittenLink {
            page: from.output_path(),
            href,
            written,
            place: place.clone(),
        };
        let mut links: Vec<WrittenLink> = goals
            .map(|(goal, place)| {
                link(own_href(goal, &lens, &from.root()), own_href(goal, &lens, "/"), place)
            })
            .collect();
        let whole = whole(&redirect.goal, context, &lens);
        let written = own_href(&redirect.goal, &lens, "/");
        links.extend(whole.map(|whole| link(whole, written, &redirect.place)));
        links
    });
    links.collect()
}

fn in_every_language<'a>(
    context: &'a Context<'_>,
    redirects: &'a [&'a Redirect],
) -> impl Iterator<Item = (Lens<'a>, &'a Redirect)> {
    context.config.languages.iter().flat_map(move |language| {
        redirects.iter().map(move |redirect| (context.lens(language), *redirect))
    })
}

fn route(redirect: &Redirect, lens: &Lens<'_>) -> Route {
    Route::new(&format!("{}{}", lens.site.prefix(lens.language), redirect.from))
}

/// Where a goal is, seen from the site's root; or its whole address.
fn from_root(goal: &Address, lens: &Lens<'_>) -> String {
    own_href(goal, lens, "/").trim_start_matches('/').to_owned()
}

fn visibility(goal: &Address, lens: &Lens<'_>) -> Visibility {
    match goal.goal {
        Goal::Thing(thing) => lens.site.visibility(&lens.site.file(thing)),
        _ => Visibility::Public,
    }
}

fn page(redirect: &Redirect, from: &Route, context: &Context<'_>, lens: &Lens<'_>) -> String {
    let root = from.root();
    let word = |key: &str| escape(&context.theme.strings.text(lens.language, key));
    let goal = escape(&own_href(&redirect.goal, lens, &root));
    let (moved, moved_to) = (word("moved"), word("moved-to"));
    let (lang, dir) = (lens.language, lens.language.direction().as_str());
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{moved} · {name}</title>\n<meta name=\"robots\" content=\"noindex\">\n{canonical}\
         <script src=\"{root}{SCRIPT}\" data-goal=\"{goal}\"{parts}></script>\n\
         <noscript><meta http-equiv=\"refresh\" content=\"0; url={goal}\"></noscript>\n\
         <link rel=\"stylesheet\" href=\"{root}assets/style.css\">\n</head>\n\
         <body class=\"page-moved\">\n<main>\n<h1>{moved}</h1>\n\
         <p>{moved_to}</p>\n<ul>\n{links}</ul>\n</main>\n</body>\n</html>\n",
        name = escape(&lens.words(&lens.site.name).text),
        canonical = canonical(&redirect.goal, context, lens),
        parts = parts(redirect, lens, &root),
        links = links(redirect, context, lens, &root),
    )
}

/// The goals, for who is not led on.
fn links(redirect: &Redirect, context: &Context<'_>, lens: &Lens<'_>, root: &str) -> String {
    let mut told = BTreeSet::new();
    let goals =
        std::iter::once(&redirect.goal).chain(redirect.parts.values().map(|(goal, _)| goal));
    let links = goals.filter_map(|goal| {
        let (href, label) = (own_href(goal, lens, root), label(goal, context, lens));
        let link = format!("<li><a href=\"{}\">{label}</a></li>\n", escape(&href));
        told.insert(href).then_some(link)
    });
    links.collect()
}

/// The goal's own address, for search engines.
fn canonical(goal: &Address, context: &Context<'_>, lens: &Lens<'_>) -> String {
    let whole = whole(goal, context, lens);
    let link = |whole: String| format!("<link rel=\"canonical\" href=\"{}\">\n", escape(&whole));
    whole.map(link).unwrap_or_default()
}

/// The whole address of the page of this site that a goal is on, if it is known.
fn whole(goal: &Address, context: &Context<'_>, lens: &Lens<'_>) -> Option<String> {
    if matches!(goal.goal, Goal::External(_)) {
        return None;
    }
    let whole = absolute(context.base_url?, &from_root(goal, lens));
    whole.split('#').next().map(str::to_owned)
}

/// The goals of parts, as the script reads them: by the part as browsers write it.
fn parts(redirect: &Redirect, lens: &Lens<'_>, root: &str) -> String {
    let goals = redirect.parts.iter();
    let goals: BTreeMap<String, String> = goals
        .map(|(part, (goal, _))| (percent::encoded(part), own_href(goal, lens, root)))
        .collect();
    if goals.is_empty() {
        return String::new();
    }
    let json = serde_json::to_string(&goals).expect("texts by texts are JSON");
    format!(" data-parts=\"{}\"", escape(&json))
}

/// What the goal is called, marked with its language.
fn label(goal: &Address, context: &Context<'_>, lens: &Lens<'_>) -> String {
    let section = |route: &Route| Section::from_key(route.as_str().trim_end_matches('/'));
    let words = match &goal.goal {
        Goal::Thing(thing) => lens.words(lens.site.label(*thing)),
        Goal::Home => lens.words(&lens.site.name),
        Goal::Route(route) if let Some(section) = section(route) => {
            super::chrome::section_title(section, lens, |key| {
                lens.foreign(&context.theme.strings.text(lens.language, key), lens.language)
            })
        }
        _ => return escape(&own_href(goal, lens, "/")),
    };
    lens.html(&words)
}

/// The addresses that are in use, without regard to capital letters, as many disks have it.
struct Taken {
    /// Files, by what makes them.
    files: BTreeMap<String, String>,
    folders: BTreeSet<String>,
}

impl Taken {
    fn by(files: &[OutputFile]) -> Self {
        let mut taken = Self { files: BTreeMap::new(), folders: BTreeSet::new() };
        for file in files {
            taken.add(file.path.as_str().to_lowercase(), file.origin.name());
        }
        taken
    }

    fn add(&mut self, path: String, origin: String) {
        self.folders.extend(path.match_indices('/').map(|(at, _)| path[..at].to_owned()));
        self.files.insert(path, origin);
    }

    /// Takes an address, unless something else has it.
    fn claim(&mut self, address: &Route) -> Option<String> {
        let path = address.output_path().as_str().to_lowercase();
        if let Some(origin) = self.files.get(&path) {
            return Some(format!("`/{address}` is in use: {origin} stands there"));
        }
        // No disk has a file and a folder of one name.
        let mut above = path.match_indices('/').map(|(at, _)| &path[..at]);
        let file = above.find_map(|folder| self.files.get(folder));
        if let Some(origin) = file {
            return Some(format!(
                "there can be nothing at `/{address}`, because {origin} is a file on the way"
            ));
        }
        if self.folders.contains(&path) {
            return Some(format!(
                "there can be no file at `/{address}`, because there are pages below it"
            ));
        }
        self.add(path, "another former address".to_owned());
        None
    }
}
