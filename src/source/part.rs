//! Parts of the sources: taken out, put in, compared.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::path::{Path, PathBuf};

use super::Sources;
use super::read::source_path;
use crate::values::SourcePath;

impl Sources {
    /// Takes out what is at a place and below it.
    pub(super) fn take(&mut self, place: &Path) -> Self {
        let mut part = Self::default();
        if let Some(path) = source_path(place) {
            let inside = format!("{path}/");
            let from = (Bound::Included(inside.as_str()), Bound::Unbounded);
            let below = self.files.range::<str, _>(from).map(|(path, _)| path);
            let below = below.take_while(|path| path.as_str().starts_with(&inside));
            let paths: Vec<SourcePath> = below.cloned().chain([path]).collect();
            part.files = paths.iter().filter_map(|path| self.files.remove_entry(path)).collect();
        }
        let from = (Bound::Included(place), Bound::Unbounded);
        let problems = self.problems.range::<Path, _>(from).map(|(path, _)| path);
        let problems = problems.take_while(|path| path.starts_with(place));
        let problems: Vec<PathBuf> = problems.cloned().collect();
        part.problems =
            problems.iter().filter_map(|path| self.problems.remove_entry(path)).collect();
        part
    }

    /// Puts a part in, where there is nothing now.
    pub(super) fn put(&mut self, part: Self) {
        self.files.extend(part.files);
        self.problems.extend(part.problems);
        self.entangled |= part.entangled;
    }

    /// The paths at which there is something else in `newer`, in order.
    pub(super) fn differences(&self, newer: &Self) -> Vec<SourcePath> {
        let files = differing(&self.files, &newer.files).cloned();
        let problems = differing(&self.problems, &newer.problems);
        let problems =
            problems.filter_map(|place| source_path(Path::new(&*place.to_string_lossy())));
        let paths: BTreeSet<SourcePath> = files.chain(problems).collect();
        paths.into_iter().collect()
    }
}

impl Borrow<str> for SourcePath {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

fn differing<'a, K: Ord, V: PartialEq>(
    older: &'a BTreeMap<K, V>,
    newer: &'a BTreeMap<K, V>,
) -> impl Iterator<Item = &'a K> {
    let changed = older.iter().filter(|(key, value)| newer.get(*key) != Some(*value));
    let new = newer.iter().filter(|(key, _)| !older.contains_key(*key));
    changed.chain(new).map(|(key, _)| key)
}
