//! What a preview shows after any sequence of edits is what a build makes of the files as they
//! are then.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use jumelage::diagnostic::{Finding, Severity};
use jumelage::memo::{Archive, Fingerprint, Keeper, Memory};
use jumelage::output::{Output, OutputFile};
use jumelage::pipeline::{self, Onlooker, Options};
use jumelage::serve::{Changes, Edition, Workshop};
use jumelage::shelf::{Pack, Shelf};
use jumelage::source;
use jumelage::values::OutputPath;
use jumelage::values::date::Day;
use proptest::prelude::*;

use crate::program::{Folder, TODAY, repository};

/// A site that has something of everything, and is small.
const SITE: [(&str, &str); 33] = [
    (
        "content/site.yaml",
        "name: Sister cities of Home\nhome: home\nbase_url: https://example.org/\nlanguages: [en, ht, fr]\nmenu: [cities, timeline, { to: \"page:about\", label: About }]\n",
    ),
    (
        "content/home.md",
        "---\ntitle: Friends\n---\nWe have {count cities} partners.\n\n{directory status=active}\n",
    ),
    ("content/home.ht.md", "---\ntitle: Zanmi\n---\nNou gen {count cities} vil.\n"),
    ("content/cities/home.md", "---\nname: Home\ncountry: US\n---\n"),
    (
        "content/cities/speyer.md",
        "---\nname: Speyer\ncountry: DE\nrelationship:\n  established: 1989-09\n  committee: friends\n  focus: [health]\n  history:\n    - { to: active, date: 1989-09, event: signing }\n    - { to: paused, date: 2019, because: the flood }\n---\nOn the \"old\" Rhine, since {date 1989-09}.\n\n## The fair {#fair}\n\nSee [the visit](event:visit) and [us](../pages/about.md).\n",
    ),
    ("content/cities/speyer.ht.md", "---\nname: Espè\n---\nBò larivyè Ren.\n\n## Fwa a {#fair}\n"),
    (
        "content/cities/gaeta.md",
        "---\nname: Gaeta\nwithin: [Lazio]\ncountry: IT\nrelationship:\n  established: 1982\n  status: active\ntimeline:\n  - { date: 1983-05, title: A choir comes }\n---\nBy the sea: [the fair](city:speyer#fair).\n",
    ),
    (
        "content/relationships/ring.md",
        "---\ntitle: The ring\nkind: ring\nparties: [home, speyer, gaeta]\nestablished: 2001-06\nstatus: active\nreviewed: 2026-01\n---\nThree cities.\n",
    ),
    (
        "content/committees/friends.md",
        "---\nname: Friends of Speyer\nseats: [{ role: chair, count: 2 }]\nmembers:\n  - { name: A. Person, role: chair, from: 2020 }\nmeetings: { next: [2026-05-02, 2026-06-02] }\n---\nThey meet on Mondays.\n",
    ),
    (
        "content/events/signing.md",
        "---\ntitle: The signing\ndate: 1989-09-02\nkind: signing\ncities: [speyer]\n---\n",
    ),
    (
        "content/events/visit.md",
        "---\ntitle: A visit\ndate: 2027-05\nkind: visit\ncities: [speyer]\norganizers: [council]\n---\nNext year.\n",
    ),
    (
        "content/news/tea.md",
        "---\ntitle: Tea\ndate: 2026-04-20\ncities: [gaeta]\nsources: [{ document: agreement, for: date }]\nowner: The Council\n---\nThere was tea.\n",
    ),
    (
        "content/news/soon.md",
        "---\ntitle: Soon\ndate: 2026-06-01\npublish_from: 2026-06-01\n---\nNot yet.\n",
    ),
    (
        "content/pages/about.md",
        "---\ntitle: About\n---\n![The market](../files/market.svg)\n\nWrite to us. Home has two sister cities. The relationship with Gaeta is active.\n",
    ),
    ("content/organizations.yaml", "- id: council\n  name: City Council\n"),
    ("content/areas.yaml", "- id: health\n  name: Public health\n"),
    (
        "content/documents.yaml",
        "- id: agreement\n  title: The agreement\n  date: 1989-09-02\n  type: agreement\n  cities: [speyer]\n  file: agreement.pdf\n  until: 2026-05-01\n  signatories: [{ name: B. Person, city: speyer }]\n",
    ),
    (
        "content/faq/about.md",
        "---\ntitle: About\norder: 2\nquestions:\n  what:\n    also: [money#who]\n    related: [money#who]\n    sources: [{ document: agreement }]\n---\nAsk us.\n\n## What is it? {#what}\n\nA bond[^1] of {count cities} cities, see [when](#when).\n\n[^1]: Or *more*.\n\n## When? {#when}\n\nIn {established speyer}.\n",
    ),
    ("content/faq/about.ht.md", "---\ntitle: Konsènan\n---\n## Kisa li ye? {#what}\n\nYon lyen.\n"),
    (
        "content/faq/money.md",
        "---\ntitle: Money\nfolded: true\n---\n## Who pays? {#who}\n\nYou do.\n",
    ),
    (
        "content/guides/founding.md",
        "---\ntitle: Founding\nsteps:\n  look:\n    contact: us\n    data_points: [{ id: rain, name: Rain }]\n    documents: [agreement]\n---\n## Look {#look}\n\n{question about#when}\n\n## Sign {#sign}\n",
    ),
    (
        "content/pages/help.md",
        "---\ntitle: Help\n---\nA [bond](term:bond).\n\n{questions about}\n\n{contact us}\n\n{comparison speyer}\n",
    ),
    (
        "content/glossary.yaml",
        "- { id: bond, term: Bond, definition: Between cities., status: paused, kind: sister }\n",
    ),
    ("content/contacts.yaml", "- { id: us, name: Us, email: us@example.org }\n"),
    (
        "content/timeline.md",
        "---\ntitle: What happened\n---\nSince {date 1982}, [with these](cities.md).\n",
    ),
    ("content/cities.md", "---\nsummary: Our friends\n---\n{count cities} cities.\n"),
    ("content/files/market.svg", "<svg viewBox=\"0 0 9 9\"/>"),
    ("content/files/agreement.pdf", "%PDF"),
    ("themes/civic/assets/site.css", "h1 { color: green }\n"),
    ("themes/civic/strings/ht.ftl", "title-cities = Vil yo\n"),
    ("themes/civic/strings/fr.ftl", "title-cities = Villes\n"),
    (
        "content/cities/speyer.fr.md",
        "---\nname: Spire\n---\nAu bord du « Rhin ».\n\n## La foire {#fair}\n",
    ),
    ("content/languages/en.yaml", "quotes: { open: “, close: ”, inner_open: ‘, inner_close: ’ }\n"),
];

/// What somebody may type over a word or a line.
const WORDS: [&str; 44] = [
    "shape: register",
    "jurisdiction: { kind: city, name: the Town of Home }",
    "membership: { period: { from: 6, to: 5, renew_from: 5 } }",
    "policy: { review-interval: { every: 1 days }, one-partner-per-country: on }",
    "language: fr",
    "base_url: https://elsewhere.example/a/",
    "quotes: { open: «, close: » }",
    "speyer",
    "gaeta",
    "haitii",
    "home",
    "visit",
    "council",
    "active",
    "paused",
    "ended",
    "1982",
    "1982-06",
    "unknown",
    "June 1982",
    "name:",
    "title: Other",
    "draft: true",
    "expires: 2020-01-01",
    "archived: true",
    "owner: The Mayor",
    "---",
    "## A heading",
    "{count cities}",
    "{question about#what}",
    "{questions money}",
    "## How? {#how}",
    "also: [about#when]",
    "progress: { guide: founding, step: sign }",
    "{timeline}",
    "{years-since 1989}",
    "[x](city:gaeta#fair)",
    "[x](/nowhere/)",
    "<b>",
    "\"",
    "ht",
    "{{ page.title }}",
    "- { id: health }",
    "ünïcödé",
];

/// One thing that somebody does to the folder.
#[derive(Debug, Clone)]
enum Edit {
    /// Types over a word of a file.
    Word(usize, usize, usize),
    /// Takes a line out of a file.
    Cut(usize, usize),
    /// Puts a line into a file.
    Line(usize, usize, usize),
    /// Takes a file away.
    Delete(usize),
    /// Puts a file back as it was at first.
    Restore(usize),
    /// Gives a file another's place.
    Rename(usize, usize),
    /// Copies a file to a new name.
    Copy(usize, usize),
    /// Moves a folder away, or back.
    Folder(usize),
    /// Fills a file with what is no text.
    Garble(usize),
    /// A template of the site's own, right or wrong.
    Template(bool),
    /// Puts everything back as it was at first.
    RestoreAll,
    /// A night passes.
    Sleep,
}

const NAMES: [&str; 7] = [
    "content/cities/speyer.fr.md",
    "content/cities/gaeta.fr.md",
    "content/cities/new.md",
    "content/cities/gaeta.ht.md",
    "content/pages/speyer.ht.md",
    "content/events/Bad Name.md",
    "content/news/tea.xx.md",
];

const FOLDERS: [&str; 4] = ["content/cities", "content/events", "themes/civic", "content"];

fn edit() -> impl Strategy<Value = Edit> {
    let number = || any::<usize>();
    prop_oneof![
        6 => (number(), number(), number()).prop_map(|(file, word, new)| Edit::Word(file, word, new)),
        2 => (number(), number()).prop_map(|(file, line)| Edit::Cut(file, line)),
        2 => (number(), number(), number()).prop_map(|(file, line, new)| Edit::Line(file, line, new)),
        1 => number().prop_map(Edit::Delete),
        4 => number().prop_map(Edit::Restore),
        1 => (number(), number()).prop_map(|(from, to)| Edit::Rename(from, to)),
        1 => (number(), number()).prop_map(|(from, to)| Edit::Copy(from, to)),
        1 => number().prop_map(Edit::Folder),
        1 => number().prop_map(Edit::Garble),
        1 => any::<bool>().prop_map(Edit::Template),
        3 => Just(Edit::RestoreAll),
        1 => Just(Edit::Sleep),
    ]
}

/// The site's folder, and the day.
struct World {
    folder: Folder,
    days: i64,
}

impl World {
    fn new() -> Self {
        let world = Self { folder: Folder::new(), days: 0 };
        world.lay_out();
        world
    }

    fn lay_out(&self) -> Vec<PathBuf> {
        SITE.iter().map(|(path, text)| self.write(path, text)).collect()
    }

    fn write(&self, path: &str, text: &str) -> PathBuf {
        let path = self.folder.at(path);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("a new folder");
        fs::write(&path, text).expect("it can be written");
        path
    }

    fn today(&self) -> Day {
        Day::from_unix_days(20_574 + self.days)
    }

    /// Does it, and says which paths that concerns. What cannot be done is not.
    fn edit(&mut self, edit: &Edit) -> Vec<PathBuf> {
        let pick = |number: &usize| SITE[number % SITE.len()].0;
        match edit {
            Edit::Word(file, word, new) => self.change(pick(file), |text| {
                let words: Vec<&str> = text.split(' ').collect();
                let old = words[word % words.len()].trim_matches('\n').to_owned();
                if old.is_empty() { text } else { text.replacen(&old, WORDS[new % WORDS.len()], 1) }
            }),
            Edit::Cut(file, line) => self.change(pick(file), |text| {
                let mut lines: Vec<&str> = text.lines().collect();
                if !lines.is_empty() {
                    lines.remove(line % lines.len());
                }
                lines.join("\n")
            }),
            Edit::Line(file, line, new) => self.change(pick(file), |text| {
                let mut lines: Vec<&str> = text.lines().collect();
                lines.insert(line % (lines.len() + 1), WORDS[new % WORDS.len()]);
                lines.join("\n")
            }),
            Edit::Delete(file) => {
                let path = self.folder.at(pick(file));
                done(&fs::remove_file(&path), [path])
            }
            Edit::Restore(file) => {
                let (path, text) = SITE[file % SITE.len()];
                vec![self.write(path, text)]
            }
            Edit::Rename(from, to) => {
                let (from, to) =
                    (self.folder.at(pick(from)), self.folder.at(NAMES[to % NAMES.len()]));
                done(&fs::rename(&from, &to), [from, to])
            }
            Edit::Copy(from, to) => {
                let (from, to) =
                    (self.folder.at(pick(from)), self.folder.at(NAMES[to % NAMES.len()]));
                done(&fs::copy(from, &to), [to])
            }
            Edit::Folder(folder) => {
                let there = self.folder.at(FOLDERS[folder % FOLDERS.len()]);
                let away = self.folder.at(&format!("away-{}", folder % FOLDERS.len()));
                let (from, to) = if there.exists() { (&there, &away) } else { (&away, &there) };
                done(&fs::rename(from, to), [there])
            }
            Edit::Garble(file) => {
                let path = self.folder.at(pick(file));
                done(&if path.exists() { fs::write(&path, [0xff, 0]) } else { Ok(()) }, [path])
            }
            Edit::Template(good) => {
                let end = if *good { "{% endblock %}" } else { "" };
                let text =
                    format!("{{% extends \"base.html\" %}}{{% block content %}}<h1>Mine</h1>{end}");
                vec![self.write("themes/civic/templates/page.html", &text)]
            }
            Edit::RestoreAll => {
                for folder in ["content", "themes"] {
                    // It may have been moved away.
                    let _ = fs::remove_dir_all(self.folder.at(folder));
                }
                let mut paths = self.lay_out();
                paths.push(self.folder.at("content"));
                paths.push(self.folder.at("themes"));
                paths
            }
            Edit::Sleep => {
                self.days += 40;
                Vec::new()
            }
        }
    }

    fn change(&self, path: &str, change: impl FnOnce(String) -> String) -> Vec<PathBuf> {
        match fs::read_to_string(self.folder.at(path)) {
            Ok(text) => vec![self.write(path, &change(text))],
            Err(_) => Vec::new(),
        }
    }
}

fn done<T>(result: &io::Result<T>, paths: impl Into<Vec<PathBuf>>) -> Vec<PathBuf> {
    if result.is_ok() { paths.into() } else { Vec::new() }
}

fn options(today: Day, drafts: bool) -> Options {
    Options { today, drafts, base_url: None, theme: None, strict: false }
}

/// What a build makes of the folder as it is now.
fn cold(root: &Path, today: Day, drafts: bool) -> (Option<Output>, Vec<String>) {
    let sources = source::read(root).expect("the folder is there");
    let build = pipeline::build(&sources, &options(today, drafts));
    (build.output, in_order(&build.findings))
}

fn in_order(findings: &[Finding]) -> Vec<String> {
    let mut findings: Vec<String> = findings.iter().map(|finding| format!("{finding:?}")).collect();
    findings.sort();
    findings
}

/// A preview, and what it shows.
struct Shown {
    workshop: Workshop,
    edition: Edition,
    /// The pages that came before all others.
    ahead: BTreeMap<OutputPath, Option<OutputFile>>,
}

impl Shown {
    fn of(root: &Path, today: Day, drafts: bool) -> Self {
        let mut shown = Self {
            workshop: Workshop::new(root.to_owned(), options(today, drafts)).large_from(0),
            ahead: BTreeMap::new(),
            edition: Edition::default(),
        };
        shown.after(&Changes { paths: Vec::new(), everything: true }, today);
        shown
    }

    fn after(&mut self, changes: &Changes, today: Day) {
        let open =
            ["index.html", "cities/speyer/index.html", "news/index.html", "nowhere/index.html"];
        let open = open.map(|path| OutputPath::new(path).expect("a good path"));
        self.ahead.clear();
        let (edition, ahead) = (&mut self.edition, &mut self.ahead);
        self.workshop.rebuild(changes, today, &open, &mut |newer| {
            if !newer.settled {
                ahead.clone_from(&newer.ahead);
            }
            *edition = newer;
        });
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_preview_shows_what_a_build_makes(
        edits in proptest::collection::vec((edit(), any::<bool>()), 1..16),
        drafts in any::<bool>(),
    ) {
        let mut world = World::new();
        let root = world.folder.at("").canonicalize().expect("it is there");
        let mut shown = Shown::of(&root, world.today(), drafts);
        let mut last_good = cold(&root, world.today(), drafts).0;
        prop_assert!(last_good.is_some(), "{:?}", shown.edition.findings);
        let mut waiting = Vec::new();
        for (edit, is_last_of_a_burst) in edits {
            waiting.extend(world.edit(&edit));
            if !is_last_of_a_burst {
                continue;
            }
            let paths = std::mem::take(&mut waiting);
            shown.after(&Changes { everything: false, paths }, world.today());
            let (output, findings) = cold(&root, world.today(), drafts);
            prop_assert_eq!(in_order(&shown.edition.findings), findings);
            prop_assert_eq!(shown.edition.current, output.is_some());
            prop_assert!(shown.edition.settled);
            // What is wrong does not change what is shown.
            last_good = output.or(last_good);
            prop_assert!(Some(&*shown.edition.site) == last_good.as_ref(), "after {:?}", edit);
            // What came first is what came in the end.
            for (path, page) in shown.ahead.iter().filter(|_| shown.edition.current) {
                prop_assert!(page.as_ref() == shown.edition.site.get(path.as_str()), "{path}");
            }
        }
    }
}

/// What may happen to what was kept, between one build and the next.
fn spoil(root: &Path, how: u8, at: usize) {
    let kept = fs::read_dir(root.join(".jumelage/cache")).into_iter().flatten().flatten();
    let mut kept: Vec<PathBuf> = kept.map(|entry| entry.path()).collect();
    kept.sort();
    let Some(file) = kept.get(at % kept.len().max(1)) else { return };
    let mut bytes = fs::read(file).expect("it can be read");
    let place = at % bytes.len().max(1);
    match how {
        0 => bytes.truncate(place),
        1 => bytes[place] ^= 1,
        2 => return fs::remove_file(file).expect("it is there"),
        _ => return,
    }
    fs::write(file, bytes).expect("it can be written");
}

/// What a build makes of the folder as it is now, and of what was kept.
fn warm(root: &Path, today: Day, drafts: bool) -> (Option<Output>, Vec<String>) {
    let sources = source::read(root).expect("the folder is there");
    let pack = Shelf::of(root).pack().expect("there is room");
    let archive = Archive::kept_by(Arc::<Pack>::clone(&pack));
    let memory = Memory::none().with_archive(Some(archive));
    let options = options(today, drafts);
    let build = pipeline::rebuild(&sources, &options, &memory, Onlooker::default());
    pack.close();
    (build.output, in_order(&build.findings))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_kept_changes_nothing(
        edits in proptest::collection::vec((edit(), 0u8..8, any::<usize>()), 1..8),
        drafts in any::<bool>(),
    ) {
        let mut world = World::new();
        let root = world.folder.at("").canonicalize().expect("it is there");
        warm(&root, world.today(), drafts);
        for (edit, how, at) in edits {
            world.edit(&edit);
            spoil(&root, how, at);
            let (output, findings) = cold(&root, world.today(), drafts);
            let (kept, told) = warm(&root, world.today(), drafts);
            prop_assert_eq!(told, findings);
            prop_assert!(kept == output, "after {:?}", edit);
        }
    }
}

/// Keeps in memory, and counts.
#[derive(Default)]
struct Counting(Mutex<HashMap<Fingerprint, Vec<u8>>>);

impl Counting {
    fn kept(&self) -> usize {
        self.0.lock().expect("nobody fails").len()
    }
}

impl Keeper for Counting {
    fn find(&self, key: Fingerprint) -> Option<Vec<u8>> {
        self.0.lock().expect("nobody fails").get(&key).cloned()
    }

    fn takes(&self) -> bool {
        true
    }

    fn add(&self, key: Fingerprint, bytes: &[u8]) {
        let older = self.0.lock().expect("nobody fails").insert(key, bytes.to_owned());
        assert!(older.is_none(), "something is kept that cannot be read again");
    }
}

#[test]
fn what_one_build_keeps_the_next_finds() {
    for site in ["", "tests/sites/new-haven", "tests/sites/sister-cities-international"] {
        let sources = source::read(&repository().join(site)).expect("the folder is there");
        let options = options(Day::parse(TODAY).expect("it is a day"), true);
        let keeper = Arc::new(Counting::default());
        let build = || {
            let archive = Archive::kept_by(Arc::<Counting>::clone(&keeper));
            let memory = Memory::none().with_archive(Some(archive));
            pipeline::rebuild(&sources, &options, &memory, Onlooker::default())
        };
        let (first, kept) = (build(), keeper.kept());
        assert!(kept > 0);
        let second = build();
        assert_eq!(keeper.kept(), kept, "{site}");
        assert!(second.output == first.output && second.findings == first.findings, "{site}");
    }
}

#[test]
fn memory_does_not_grow() {
    let world = World::new();
    let root = world.folder.at("").canonicalize().expect("it is there");
    let mut shown = Shown::of(&root, world.today(), true);
    let mut edit = |path: &str, text: &str| {
        let paths = vec![world.write(path, text)];
        shown.after(&Changes { paths, everything: false }, world.today());
        shown.workshop.remembered()
    };
    edit("content/news/tea.md", "---\ntitle: Tea\ndate: 2026-04-20\n---\nFirst\n");
    let after_one = edit("content/news/tea.md", "---\ntitle: Tea\ndate: 2026-04-20\n---\nSecond\n");
    let mut most = 0;
    for number in 0..50 {
        // A text, a fact, a mistake.
        let text = format!("---\ntitle: Tea\ndate: 2026-04-20\n---\nNumber {number}\n");
        most = most.max(edit("content/news/tea.md", &text));
        let text = format!("---\ntitle: Tea {number}\ndate: 2026-04-20\n---\nNumber {number}\n");
        most = most.max(edit("content/news/tea.md", &text));
        most = most.max(edit("content/news/tea.md", &format!("---\ntitel: {number}\n---\n")));
    }
    // Two editions at most are remembered: the newest, and the last good one.
    assert!(most <= 2 * after_one, "{most} results are remembered, and {after_one} at first");
}

#[test]
fn a_file_that_is_saved_without_a_change_makes_no_new_edition() {
    let world = World::new();
    let root = world.folder.at("").canonicalize().expect("it is there");
    let mut shown = Shown::of(&root, world.today(), true);
    let paths = world.lay_out().into_iter().filter(|path| !path.ends_with("market.svg"));
    let paths: Vec<PathBuf> = paths.filter(|path| !path.ends_with("agreement.pdf")).collect();
    shown.after(&Changes { paths, everything: false }, world.today());
    assert_eq!(shown.edition.revision, 1);
}

#[test]
fn what_was_saved_last_comes_first_and_its_page_is_known() {
    let world = World::new();
    let root = world.folder.at("").canonicalize().expect("it is there");
    let mut shown = Shown::of(&root, world.today(), true);
    let mut save = |path: &str, text: &str| {
        let paths = vec![world.write(path, text)];
        shown.after(&Changes { paths, everything: false }, world.today());
        let edition = &shown.edition;
        let first = edition.findings.first().map(|finding| {
            assert_eq!(finding.severity, Severity::Error);
            finding.excerpts[0].file.clone()
        });
        (first, edition.edited.as_ref().map(ToString::to_string))
    };
    let (first, page) = save("content/cities/gaeta.md", "---\nname: Gaeta\ncountry: XX\n---\n");
    assert_eq!(first.as_deref(), Some("content/cities/gaeta.md"));
    assert_eq!(page.as_deref(), Some("cities/gaeta/index.html"));
    let (first, page) = save("content/pages/about.md", "---\ntitel: About\n---\n");
    assert_eq!(first.as_deref(), Some("content/pages/about.md"));
    assert_eq!(page.as_deref(), Some("about/index.html"));
    let (_, page) = save("content/cities/speyer.ht.md", "---\nname: Espè\n---\n");
    assert_eq!(page.as_deref(), Some("ht/cities/speyer/index.html"));
    let (_, page) = save("themes/civic/assets/site.css", "h1 { color: red }\n");
    assert_eq!(page, None);
}

#[test]
fn a_picture_saved_while_something_is_wrong_shows_once_it_is_mended() {
    let world = World::new();
    let root = world.folder.at("").canonicalize().expect("it is there");
    let mut shown = Shown::of(&root, world.today(), true);
    let mut save = |path: &str, text: &str| {
        let paths = vec![world.write(path, text)];
        shown.after(&Changes { paths, everything: false }, world.today());
        let edition = &shown.edition;
        let picture = edition.assets.iter().find(|(path, _)| path.as_str() == "files/market.svg");
        (edition.current, picture.map(|(_, revision)| *revision), edition.revision)
    };
    assert!(!save("content/pages/about.md", "---\ntitel: About\n---\n").0);
    assert!(!save("content/files/market.svg", "<svg viewBox=\"0 0 8 8\"/>").0);
    let (current, picture, revision) = save("content/pages/about.md", "---\ntitle: About\n---\n");
    assert!(current);
    assert_eq!(picture, Some(revision));
}

#[test]
fn a_folder_that_was_away_is_found_again() {
    let world = World::new();
    let root = world.folder.at("site");
    fs::create_dir(&root).expect("a new folder");
    for folder in ["content", "themes"] {
        fs::rename(world.folder.at(folder), root.join(folder)).expect("it can be moved");
    }
    let root = root.canonicalize().expect("it is there");
    let mut shown = Shown::of(&root, world.today(), true);
    let mut look = || {
        shown.after(&Changes { paths: Vec::new(), everything: true }, world.today());
        let said = shown.edition.findings.iter().map(|finding| finding.message.clone());
        (shown.edition.current, said.collect::<Vec<_>>().join("\n"))
    };
    assert!(look().0);
    let away = world.folder.at("away");
    fs::rename(&root, &away).expect("it can be moved");
    let (current, said) = look();
    assert!(!current && said.contains("there is no folder"), "{said}");
    fs::create_dir(&root).expect("a new folder");
    let (current, said) = look();
    assert!(!current && said.contains("there is no `content/site.yaml`"), "{said}");
    fs::remove_dir(&root).expect("it is empty");
    fs::rename(&away, &root).expect("it can be moved");
    assert!(look().0);
}
