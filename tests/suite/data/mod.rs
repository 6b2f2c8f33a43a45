//! The facts as data: what is published in `/data/`, and that it is what the pages say.

mod formats;
mod keys;
mod round_trip;
mod statements;

use serde_json::Value;

use crate::manual::examples::examples;
use crate::program::repository;
use crate::site_test::{Built, SiteTest, whole_site_in};

/// Sites that have something of everything: the example, those of other shapes, and that of the
/// manual, in which every key is written.
fn sites() -> Vec<(&'static str, SiteTest)> {
    let folder = |path: &str| whole_site_in(&repository().join(path));
    vec![
        ("the example", folder("")),
        ("new-haven", folder("tests/sites/new-haven")),
        ("sister-cities-international", folder("tests/sites/sister-cities-international")),
        ("the manual", examples()),
    ]
}

/// A file of JSON.
fn json(built: &Built, path: &str) -> Value {
    let text = built.file(path);
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The files of data of a site, by their paths; not the pages about them.
fn data_files(built: &Built) -> Vec<&str> {
    let files = built.paths().filter(|path| path.starts_with("data/") && !path.ends_with(".html"));
    files.collect()
}

/// The records of a kind; none, if there is no such file.
fn records(built: &Built, key: &str) -> Vec<Value> {
    let path = format!("data/{key}.json");
    if !built.paths().any(|known| known == path) {
        return Vec::new();
    }
    json(built, &path)["records"].as_array().expect("there is a list").clone()
}
