//! The vocabulary of the tests: a site goes in, a finished site or remarks come out.

use std::path::Path;

use jumelage::diagnostic::{Finding, Severity, human};
use jumelage::emit::report::{Format, Wanted};
use jumelage::output::{Contents, Output};
use jumelage::pipeline::{self, Build, Options};
use jumelage::source::{self, Sources};
use jumelage::values::date::Day;
use jumelage::values::{Route, SourcePath};

use super::fixture::{self, FixtureFile, Remark};
use super::photograph;
use super::visible_text::visible_text;

/// The day for which the sites of the tests are made.
const TODAY: &str = "2026-05-01";

/// What a fixture need not say.
const BASE: [(&str, &str); 2] = [
    ("content/site.yaml", "name: Sister Cities\nhome: home\nbase_url: https://example.org/\n"),
    ("content/cities/home.md", "---\nname: Home\ncountry: US\n---\n"),
];

/// Endings of files that are read as text.
const TEXT: [&str; 8] = ["css", "ftl", "html", "js", "md", "svg", "txt", "yaml"];

/// A site that can be built.
#[must_use]
#[derive(Debug, Clone)]
pub(crate) struct SiteTest {
    sources: Sources,
    expected: Vec<Remark>,
    options: Options,
}

/// A site that has been built.
#[derive(Debug)]
pub(crate) struct Built {
    output: Output,
}

/// A page of a built site.
#[derive(Debug)]
pub(crate) struct Page<'a> {
    address: &'a str,
    html: &'a str,
}

/// A site in one literal; `tests/README.md` tells how one is written. What every site needs is
/// added if it is not there.
#[track_caller]
pub(crate) fn site(literal: &str) -> SiteTest {
    let (files, of_site) = fixture::parse(literal);
    let mut test = SiteTest::new(Sources::default());
    test.expected = of_site;
    for (path, text) in BASE {
        test.add(fixture::file_of(path, text));
    }
    for file in files {
        test.add(file);
    }
    test
}

/// A site in a folder; what every site needs is added if it is not there.
#[track_caller]
pub(crate) fn site_in(folder: &Path) -> SiteTest {
    let mut test = whole_site_in(folder);
    for (path, text) in BASE {
        if test.sources.get(&source_path(path)).is_none() {
            test.add(fixture::file_of(path, text));
        }
    }
    test
}

/// A site in a folder, as it is.
#[track_caller]
pub(crate) fn whole_site_in(folder: &Path) -> SiteTest {
    SiteTest::new(source::read(folder).expect("the folder is there"))
}

impl SiteTest {
    fn new(sources: Sources) -> Self {
        let today = Day::parse(TODAY).expect("the day exists");
        let options = Options { today, drafts: false, base_url: None, theme: None, strict: false };
        Self { sources, expected: Vec::new(), options }
    }

    #[track_caller]
    fn add(&mut self, file: FixtureFile) {
        let path = source_path(&file.path);
        self.expected.retain(|remark| remark.file.as_deref() != Some(path.as_str()));
        self.expected.extend(file.expected);
        self.insert(path, file.text.into_bytes());
    }

    fn insert(&mut self, path: SourcePath, bytes: Vec<u8>) {
        let is_text = path.extension().is_some_and(|extension| TEXT.contains(&extension));
        if is_text && path.strip_folder("content/files").is_none() {
            self.sources.insert_text(path, bytes);
        } else {
            // An empty file that is named like a picture stands for one.
            let bytes = match path.extension() {
                Some("jpg") if bytes.is_empty() => photograph::jpeg(64, 48),
                Some("png") if bytes.is_empty() => photograph::png(64, 48),
                _ => bytes,
            };
            self.sources.insert_opaque(path, &bytes);
        }
    }

    /// The same site with a file more, or with another file at a path.
    #[track_caller]
    pub(crate) fn with(mut self, path: &str, text: &str) -> Self {
        self.add(fixture::file_of(path, text));
        self
    }

    /// The same with bytes, which need not be text.
    #[track_caller]
    pub(crate) fn with_bytes(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.insert(source_path(path), bytes.into());
        self
    }

    /// The same site without a file.
    #[track_caller]
    pub(crate) fn without(mut self, path: &str) -> Self {
        let path = source_path(path);
        assert!(self.sources.get(&path).is_some(), "there is no `{path}` to take away");
        self.sources.remove(&path);
        self
    }

    /// The same site on another day.
    pub(crate) fn on(mut self, today: &str) -> Self {
        self.options.today = Day::parse(today).expect("the day exists");
        self
    }

    /// The report to a council, as `text`, `html` or `json`.
    #[track_caller]
    pub(crate) fn council_report(&self, year: Option<i32>, format: &str) -> String {
        let format = match format {
            "text" => Format::Text,
            "html" => Format::Html,
            "json" => Format::Json,
            other => panic!("there is no report as {other}"),
        };
        let wanted = Wanted { year, format, language: None };
        let reported = pipeline::report(&self.sources, &self.options, &wanted);
        let drawn = human::draw(&reported.findings, human::Style { colour: false });
        reported.text.unwrap_or_else(|| panic!("there is no report:\n{drawn}"))
    }

    /// The same site with its drafts.
    pub(crate) fn with_drafts(mut self) -> Self {
        self.options.drafts = true;
        self
    }

    /// Expects a remark that the literal has no line for: `""` is the site as a whole, else the
    /// file that is meant.
    pub(crate) fn expecting(mut self, file: &str, text: &str) -> Self {
        let file = (!file.is_empty()).then(|| file.to_owned());
        self.expected.push(Remark { file, spot: None, text: text.to_owned() });
        self
    }

    /// Builds the site, which must work, and say no more than the fixture expects. Notes may be
    /// said or not.
    #[track_caller]
    pub(crate) fn builds(&self) -> Built {
        let build = self.build();
        self.compare(&build.findings);
        let drawn = drawn(&build.findings);
        Built { output: build.output.unwrap_or_else(|| panic!("nothing is built:\n{drawn}")) }
    }

    /// Builds the site, whatever is said about it short of an error.
    #[track_caller]
    pub(crate) fn builds_somehow(&self) -> Built {
        let build = self.build();
        let drawn = drawn(&build.findings);
        Built { output: build.output.unwrap_or_else(|| panic!("nothing is built:\n{drawn}")) }
    }

    /// Compares what is said about the site with what its fixture expects.
    #[track_caller]
    pub(crate) fn reports(&self) {
        self.compare(&self.build().findings);
        assert!(!self.expected.is_empty(), "the fixture expects no remark; use `builds`");
    }

    /// The remarks as a person at a terminal reads them, for tests of labels and help.
    #[track_caller]
    pub(crate) fn drawn(&self) -> String {
        drawn(&self.build().findings)
    }

    /// All that is said about the site, as a fixture would write it.
    pub(crate) fn remarks(&self) -> Vec<Remark> {
        self.build().findings.iter().map(Remark::of).collect()
    }

    /// What the rules find, line by line.
    pub(crate) fn found_by_rules(&self) -> Vec<String> {
        let build = self.build();
        let found = build.findings.iter().filter(|finding| finding.code.is_rule());
        found.map(|finding| Remark::of(finding).draw()).collect()
    }

    fn build(&self) -> Build {
        pipeline::build(&self.sources, &self.options)
    }

    #[track_caller]
    fn compare(&self, findings: &[Finding]) {
        let mut missing = self.expected.clone();
        let mut unexpected = Vec::new();
        for finding in findings {
            let remark = Remark::of(finding);
            match missing.iter().position(|expected| *expected == remark) {
                Some(at) => drop(missing.remove(at)),
                None if finding.severity == Severity::Note => {}
                None => unexpected.push(remark),
            }
        }
        let list = |remarks: &[Remark]| {
            remarks.iter().map(|remark| format!("\n{}\n", remark.draw())).collect::<String>()
        };
        assert!(
            missing.is_empty() && unexpected.is_empty(),
            "\nexpected, but not said:\n{}\nsaid, but not expected:\n{}\nall that was said:\n\n{}\n",
            list(&missing),
            list(&unexpected),
            drawn(findings),
        );
    }
}

impl Built {
    /// The page at an address, such as `cities/speyer/`; the home page's is empty.
    #[track_caller]
    pub(crate) fn page<'a>(&'a self, address: &'a str) -> Page<'a> {
        let path = Route::new(address).output_path();
        Page { address, html: self.file(path.as_str()) }
    }

    /// The text of a file.
    #[track_caller]
    pub(crate) fn file(&self, path: &str) -> &str {
        let file = self.output.get(path).unwrap_or_else(|| {
            panic!("there is no `{path}`, but:\n{}", self.paths().collect::<Vec<_>>().join("\n"))
        });
        match &file.contents {
            Contents::Bytes(bytes) => std::str::from_utf8(bytes).expect("the file is text"),
            Contents::CopyOf(source) => panic!("`{path}` is a copy of `{source}`"),
            Contents::Indexed(part) => std::str::from_utf8(part.bytes()).expect("the file is text"),
            Contents::Drawn(drawing) => panic!("`{path}` is still to be made: {drawing:?}"),
        }
    }

    /// The paths of all files.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        self.output.files().map(|file| file.path.as_str())
    }

    /// All HTML pages, by their paths.
    pub(crate) fn pages(&self) -> impl Iterator<Item = Page<'_>> {
        let paths = self.paths().filter(|path| path.ends_with(".html"));
        paths.map(|path| Page { address: path, html: self.file(path) })
    }

    /// The finished site as a value, to be compared with another.
    pub(crate) fn output(&self) -> &Output {
        &self.output
    }

    /// Asserts that there is no file at a path or address.
    #[track_caller]
    pub(crate) fn has_no(&self, address: &str) {
        let path = Route::new(address).output_path();
        assert!(self.output.get(path.as_str()).is_none(), "there is a `{path}`");
    }
}

impl<'a> Page<'a> {
    /// Its address, or its path if it came from a list.
    pub(crate) fn address(&self) -> &'a str {
        self.address
    }

    /// Its HTML.
    pub(crate) fn html(&self) -> &'a str {
        self.html
    }

    /// What a visitor reads on it, blanks made one.
    pub(crate) fn text(&self) -> String {
        visible_text(self.html)
    }

    /// Asserts that a visitor reads something on it.
    #[track_caller]
    pub(crate) fn shows(&self, text: &str) -> &Self {
        let page = self.text();
        assert!(page.contains(text), "`/{}` does not show `{text}`:\n{page}", self.address);
        self
    }

    /// Asserts that a visitor does not read something on it.
    #[track_caller]
    pub(crate) fn hides(&self, text: &str) -> &Self {
        let page = self.text();
        assert!(!page.contains(text), "`/{}` shows `{text}`:\n{page}", self.address);
        self
    }

    /// Asserts that a visitor reads some texts in this order.
    #[track_caller]
    pub(crate) fn shows_in_order(&self, texts: &[&str]) -> &Self {
        let page = self.text();
        let mut rest = page.as_str();
        for text in texts {
            let at = rest.find(text).unwrap_or_else(|| {
                panic!("`/{}` does not show `{text}` in its turn:\n{page}", self.address)
            });
            rest = &rest[at + text.len()..];
        }
        self
    }

    /// What search engines are told of it: the nodes of its graph, the page itself last.
    #[track_caller]
    pub(crate) fn graph(&self) -> Vec<serde_json::Value> {
        let (_, json) = self
            .html
            .split_once("<script type=\"application/ld+json\">")
            .unwrap_or_else(|| panic!("`/{}` tells search engines nothing", self.address));
        let json = json.split("</script>").next().unwrap_or_default();
        let mut json: serde_json::Value = serde_json::from_str(json).expect("it is JSON");
        serde_json::from_value(json["@graph"].take()).expect("it is a graph")
    }

    /// What search engines are told that the page is about.
    #[track_caller]
    pub(crate) fn main_entity(&self) -> serde_json::Value {
        self.graph().pop().expect("the graph has the page")["mainEntity"].take()
    }

    /// The values of an attribute, such as `href`, in order.
    pub(crate) fn attributes(&self, name: &str) -> Vec<&'a str> {
        let opening = format!(" {name}=\"");
        let values = self.html.split(opening.as_str()).skip(1);
        values.filter_map(|rest| rest.split('"').next()).collect()
    }
}

/// The path of the file that an address means on a page.
pub(crate) fn followed(page: &str, address: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    let path = address.split('#').next().unwrap_or_default();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop().expect("the address stays within the site")),
            part => parts.push(part),
        }
    }
    let path = parts.join("/");
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path }
}

fn drawn(findings: &[Finding]) -> String {
    human::draw(findings, human::Style { colour: false })
}

#[track_caller]
fn source_path(path: &str) -> SourcePath {
    SourcePath::new(path).unwrap_or_else(|| panic!("`{path}` is not a path in a site"))
}
