//! What a site in its folder consists of, told without the output that it came from.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::manifest::Manifest;
use crate::memo::Fingerprint;
use crate::output::{Contents, Output};
use crate::studio::Studio;

/// The files of a published site by their paths, and what stands for the bytes of each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt(BTreeMap<String, Fingerprint>);

impl Receipt {
    /// What an output looks like when it is published; nothing, if a file cannot be read any more.
    #[must_use]
    pub fn of(output: &Output, studio: &Studio) -> Option<Self> {
        let files = output.files().collect::<Vec<_>>().into_par_iter().map(|file| {
            let fingerprint = match &file.contents {
                Contents::Bytes(bytes) => Fingerprint::of_bytes(bytes),
                Contents::Indexed(part) => Fingerprint::of_bytes(part.bytes()),
                Contents::Drawn(drawing) => studio.fingerprint(drawing)?,
                Contents::CopyOf(source) => of_file(&studio.site_root().join(source.as_str()))?,
            };
            Some((file.path.as_str().to_owned(), fingerprint))
        });
        files.collect::<Option<_>>().map(Self)
    }

    /// How many files there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether a folder holds these files, byte for byte, and a list of exactly these.
    pub(super) fn is_for(&self, folder: &Path, manifest: &Manifest) -> bool {
        let is_listed = self.0.keys().map(String::as_str).eq(manifest.paths());
        is_listed
            && self.0.par_iter().all(|(path, fingerprint)| {
                let path = folder.join(path);
                // To open a pipe would be to wait for somebody to write to it.
                let is_file = path.symlink_metadata().is_ok_and(|there| there.is_file());
                is_file && of_file(&path) == Some(*fingerprint)
            })
    }
}

fn of_file(path: &Path) -> Option<Fingerprint> {
    Fingerprint::of_reader(File::open(path).ok()?).ok()
}
