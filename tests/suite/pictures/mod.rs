//! Photographs and drawings: what is published of them, and what is not.

mod card;
mod kept;
mod privacy;
mod shown;
mod unfit;

use std::fs;
use std::path::{Path, PathBuf};

use jumelage::pipeline::{self, Options};
use jumelage::progress::Progress;
use jumelage::publish::{self, Report};
use jumelage::shelf::Shelf;
use jumelage::source;
use jumelage::studio::Studio;
use jumelage::values::date::Day;
use tempfile::TempDir;

/// A small site on a disk, with files in `content/files/`.
pub(super) struct Site {
    folder: TempDir,
}

impl Site {
    pub(super) fn new() -> Self {
        let site = Self { folder: tempfile::tempdir().expect("a new folder") };
        site.write(
            "site.yaml",
            b"name: Sister Cities\nhome: home\nbase_url: https://example.org/\n",
        );
        site.write("cities/home.md", b"---\nname: Home\ncountry: US\n---\n");
        site
    }

    pub(super) fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.at("content").join(path);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a new folder");
        fs::write(path, bytes).expect("a new file");
    }

    pub(super) fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Publishes the site as it is now.
    #[track_caller]
    pub(super) fn publish(&self) -> Report {
        let sources = source::read(self.folder.path()).expect("the folder is there");
        let build = pipeline::build(&sources, &options());
        let output = build.output.unwrap_or_else(|| panic!("{:?}", build.findings));
        publish::publish(
            &output,
            &studio(self.folder.path()),
            &self.at("public"),
            Progress::untold(),
        )
        .expect("it is published")
    }

    /// A published file.
    #[track_caller]
    pub(super) fn published(&self, path: &str) -> Vec<u8> {
        fs::read(self.at("public").join(path)).unwrap_or_else(|_| panic!("there is no `{path}`"))
    }
}

/// The studio of the site in a folder.
pub(crate) fn studio(root: &Path) -> Studio {
    Studio::new(root, Shelf::of(root))
}

pub(super) fn options() -> Options {
    let today = Day::parse("2026-05-01").expect("the day exists");
    Options { today, drafts: false, base_url: None, theme: None, strict: false }
}
