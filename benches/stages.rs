//! How long each part of a build takes, on a programme of a thousand and of ten thousand cities:
//! `cargo bench --bench stages`. With `RAYON_NUM_THREADS=1` the times are processor time.
#![expect(clippy::disallowed_methods, reason = "it writes the files that are to be read")]

mod corpus;

use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use corpus::{Corpus, LAYOUTS};
use divan::Bencher;
use divan::counter::ItemsCount;
use jumelage::config::languages::{self, Lexicons};
use jumelage::config::{self, Config};
use jumelage::emit::{self, CONTRACT, Context};
use jumelage::hosting::{self, Deployment, Host};
use jumelage::memo::{Fingerprint, Memory};
use jumelage::output::{Contents, Output};
use jumelage::pipeline::{self, Options};
use jumelage::programme::{self, Choices, Programme};
use jumelage::progress::Progress;
use jumelage::shelf::Shelf;
use jumelage::source::{self, Sources};
use jumelage::studio::Studio;
use jumelage::theme::{self, Theme};
use jumelage::values::SourcePath;
use jumelage::values::date::Day;
use jumelage::{check, publish};

const SIZES: [usize; 2] = [1_000, 10_000];

fn main() {
    divan::main();
}

/// The files, and what the stages make of them.
struct Stages {
    sources: Sources,
    config: Config,
    lexicons: Arc<Lexicons>,
    programme: Programme,
    theme: Arc<Theme>,
}

impl Stages {
    fn of(cities: usize) -> &'static Self {
        static SMALL: LazyLock<Stages> = LazyLock::new(|| Stages::new(SIZES[0]));
        static LARGE: LazyLock<Stages> = LazyLock::new(|| Stages::new(SIZES[1]));
        if cities == SIZES[0] { &SMALL } else { &LARGE }
    }

    fn new(cities: usize) -> Self {
        let mut sources = Sources::default();
        let (_, files) = LAYOUTS[0];
        for file in files(&Corpus::new(cities)) {
            let path = SourcePath::new(&file.path).expect("the corpus has good paths");
            sources.insert_text(path, file.text.into_bytes());
        }
        let config = config::parse(&sources).value;
        let lexicons = languages::load(&sources, &config, &Memory::none()).value;
        let programme = load(&sources, &config, &lexicons).expect("there is a home city");
        let theme = load_theme(&sources, &config).expect("the theme is built in");
        Self { sources, config, lexicons, programme, theme }
    }

    fn emit(&self) -> Output {
        let Self { programme: Programme { site, texts }, config, theme, lexicons, .. } = self;
        emit::emit(&Context {
            site,
            texts,
            config,
            theme,
            lexicons,
            base_url: config.base_url.as_ref(),
            fingerprint: Fingerprint::default(),
            memory: &Memory::none(),
            progress: Progress::untold(),
        })
        .value
    }
}

fn options() -> Options {
    let today = Day::new(2026, 5, 1).expect("May has a first day");
    Options { today, drafts: false, base_url: None, theme: None, strict: true }
}

fn load(sources: &Sources, config: &Config, lexicons: &Lexicons) -> Option<Programme> {
    let Options { today, drafts, .. } = options();
    programme::load(
        sources,
        config,
        lexicons,
        Choices { today, drafts },
        &Memory::none(),
        Progress::untold(),
    )
    .value
}

fn load_theme(sources: &Sources, config: &Config) -> Option<Arc<Theme>> {
    let Config { theme: name, look, languages, file, .. } = config;
    let choice = theme::Choice { name, look, languages, file };
    theme::load(sources, choice, &CONTRACT, &Memory::none()).value
}

/// Reads every file.
#[divan::bench(args = SIZES)]
fn read_files(bencher: Bencher<'_, '_>, cities: usize) {
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    let (_, files) = LAYOUTS[0];
    for file in files(&Corpus::new(cities)) {
        let path = folder.path().join(&file.path);
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a new folder");
        fs::write(path, file.text).expect("the folder is ours");
    }
    bencher.counter(ItemsCount::new(cities)).bench(|| source::read(folder.path()));
}

/// Decodes every file and resolves every reference.
#[divan::bench(args = SIZES)]
fn load_programme(bencher: Bencher<'_, '_>, cities: usize) {
    let Stages { sources, config, lexicons, .. } = Stages::of(cities);
    bencher.counter(ItemsCount::new(cities)).bench(|| load(sources, config, lexicons));
}

#[divan::bench]
fn load_built_in_theme(bencher: Bencher<'_, '_>) {
    let Stages { sources, config, .. } = Stages::of(SIZES[0]);
    bencher.bench(|| load_theme(sources, config));
}

/// Renders every page.
#[divan::bench(args = SIZES)]
fn emit_site(bencher: Bencher<'_, '_>, cities: usize) {
    let stages = Stages::of(cities);
    bencher.counter(ItemsCount::new(cities)).bench(|| stages.emit());
}

/// Follows every link.
#[divan::bench(args = SIZES)]
fn check_site(bencher: Bencher<'_, '_>, cities: usize) {
    let stages = Stages::of(cities);
    let output = stages.emit();
    let base_url = stages.config.base_url.as_ref();
    bencher
        .counter(ItemsCount::new(cities))
        .bench(|| check::check(&output, base_url, Vec::new, &Memory::none()));
}

/// Makes the search's index, which is only promised until now.
#[divan::bench(args = SIZES, sample_count = 5)]
fn make_index(bencher: Bencher<'_, '_>, cities: usize) {
    let stages = Stages::of(cities);
    let emit = || stages.emit();
    bencher.counter(ItemsCount::new(cities)).with_inputs(emit).bench_values(|output| {
        let files = output.files().filter_map(|file| match &file.contents {
            Contents::Indexed(part) => Some(part.bytes().len()),
            _ => None,
        });
        files.sum::<usize>()
    });
}

/// Draws the social cards of all pages.
#[divan::bench(args = [SIZES[0]], sample_count = 5)]
fn draw_cards(bencher: Bencher<'_, '_>, cities: usize) {
    let output = Stages::of(cities).emit();
    bencher.counter(ItemsCount::new(cities)).bench(|| studio().prepare(&output));
}

/// Names files by their contents, and writes what a web server is told.
#[divan::bench(args = SIZES, sample_count = 5)]
fn prepare_for_host(bencher: Bencher<'_, '_>, cities: usize) {
    let stages = Stages::of(cities);
    let base_url = stages.config.base_url.as_ref();
    let deployment = Deployment { host: Host::Nginx, base_url, compress: false };
    let emit = || stages.emit();
    bencher
        .counter(ItemsCount::new(cities))
        .with_inputs(emit)
        .bench_values(|output| hosting::prepare(output, deployment));
}

/// Everything but the disk.
#[divan::bench(args = SIZES)]
fn build_site(bencher: Bencher<'_, '_>, cities: usize) {
    let sources = &Stages::of(cities).sources;
    let options = options();
    bencher.counter(ItemsCount::new(cities)).bench(|| pipeline::build(sources, &options));
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn publish_fresh(bencher: Bencher<'_, '_>, cities: usize) {
    let output = Stages::of(cities).emit();
    let new_folder = || tempfile::tempdir().expect("there is a place for temporary files");
    bencher.counter(ItemsCount::new(cities)).with_inputs(new_folder).bench_values(|folder| {
        publish::publish(&output, &studio(), &folder.path().join("public"), Progress::untold())
            .expect("the folder is ours");
        // What is returned is dropped outside of the measurement.
        folder
    });
}

#[divan::bench(args = SIZES)]
fn publish_unchanged(bencher: Bencher<'_, '_>, cities: usize) {
    let output = Stages::of(cities).emit();
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    let target = folder.path().join("public");
    let publish = || publish::publish(&output, &studio(), &target, Progress::untold());
    publish().expect("the folder is ours");
    bencher.counter(ItemsCount::new(cities)).bench(publish);
}

/// A studio that copies nothing, and keeps nothing.
fn studio() -> Studio {
    Studio::new(Path::new("nowhere"), Shelf::none())
}
