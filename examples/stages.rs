//! Builds a site of which nothing is kept yet, and says each stage's name when it begins: `benches/instructions/run`
//! counts what is done between two names. `cargo run --example stages -- SITE TARGET`.
#![expect(clippy::print_stdout, reason = "it is here to print names")]

use std::error::Error;
use std::path::Path;

use jumelage::hosting::{self, Deployment, Host};
use jumelage::memo::Memory;
use jumelage::pipeline::{self, Onlooker, Options};
use jumelage::progress::{Progress, Stage};
use jumelage::shelf::Shelf;
use jumelage::studio::Studio;
use jumelage::values::date::Day;
use jumelage::{publish, source};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [site, target] = arguments.as_slice() else {
        return Err("usage: stages SITE TARGET".into());
    };
    let (site, target) = (Path::new(site), Path::new(target));
    let today = Day::new(2026, 5, 1).ok_or("May has a first day")?;
    let options = Options { today, drafts: false, base_url: None, theme: None, strict: true };
    let progress = Progress::told_to(&begins);

    begins(Stage::Reading);
    let sources = source::read(site)?;
    let onlooker = Onlooker { ahead: None, progress };
    let build = pipeline::rebuild(&sources, &options, &Memory::none(), onlooker);
    let output = build.output.ok_or("there is something wrong with the site")?;
    begins(Stage::Hosting);
    let base_url = build.base_url.as_ref();
    let output =
        hosting::prepare(output, Deployment { host: Host::Nginx, base_url, compress: false });
    let studio = Studio::new(site, Shelf::of(site));
    publish::publish(&output, &studio, target, progress)?;
    Ok(())
}

/// Kept apart from those who call it, so that whoever counts finds it.
#[inline(never)]
fn begins(stage: Stage) {
    println!("{}", stage.name());
}
