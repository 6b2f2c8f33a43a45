//! Makes the editions: reads again what has changed, builds again what is made from it, and puts
//! first what somebody is looking at.
#![expect(clippy::disallowed_methods, reason = "an edition says how long it took")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use super::edition::{Edition, is_about};
use super::watch::Changes;
use crate::diagnostic::{Code, Diagnostic, Finding};
use crate::memo::{Archive, Memory};
use crate::output::{Contents, Drawing, Origin, Output, OutputFile};
use crate::pipeline::{self, Ahead, Build, Onlooker, Options};
use crate::source::{Sources, locate};
use crate::values::date::Day;
use crate::values::{LanguageTag, OutputPath, SourcePath};

/// A site of fewer pages is made as a whole before anybody has noticed; of a larger one, those
/// pages come first that somebody looks at.
const LARGE: usize = 1_000;

/// So many files may be saved by somebody who is busy with one page.
const A_FEW: usize = 4;

/// A site that is built again and again.
pub struct Workshop {
    root: PathBuf,
    options: Options,
    sources: Sources,
    memory: Memory,
    /// The site as it was when it was last without errors.
    site: Arc<Output>,
    /// How many pages it has.
    pages: usize,
    /// How many pages make a site large.
    large: usize,
    /// What was saved since then.
    unpublished: BTreeSet<SourcePath>,
    /// Why the site's folder cannot be read, if it cannot.
    lost: Option<Diagnostic>,
    /// Whether the folder has been read at all.
    is_open: bool,
    revision: u64,
    assets: Arc<BTreeMap<OutputPath, u64>>,
}

impl Workshop {
    /// A workshop for the site in a folder, in which nothing has been made yet.
    #[must_use]
    pub fn new(root: PathBuf, options: Options) -> Self {
        Self {
            root,
            options,
            sources: Sources::default(),
            memory: Memory::new(),
            site: Arc::default(),
            pages: 0,
            large: LARGE,
            unpublished: BTreeSet::new(),
            lost: None,
            is_open: false,
            revision: 0,
            assets: Arc::default(),
        }
    }

    /// The same, where a site of more than so many pages counts as large.
    #[must_use]
    pub fn large_from(self, large: usize) -> Self {
        Self { large, ..self }
    }

    /// The same, where earlier runs have left something.
    #[must_use]
    pub fn with_archive(self, archive: Option<Archive>) -> Self {
        Self { memory: self.memory.with_archive(archive), ..self }
    }

    /// How many results are remembered.
    #[must_use]
    pub fn remembered(&self) -> usize {
        self.memory.len()
    }

    /// Reads what has changed, and shows the site as it is now: first the `open` pages, if the
    /// site is large, then all. Where nothing has become different, nothing is shown.
    pub fn rebuild(
        &mut self,
        changes: &Changes,
        today: Day,
        open: &[OutputPath],
        show: &mut dyn FnMut(Edition),
    ) {
        let started = Instant::now();
        let Some(saved) = self.read_again(changes, today) else { return };
        let (site, assets, revision) =
            (Arc::clone(&self.site), Arc::clone(&self.assets), &mut self.revision);
        let mut show_ahead = |pages: Vec<(OutputPath, Option<OutputFile>)>| {
            *revision += 1;
            let ahead: BTreeMap<_, _> = pages.into_iter().collect();
            show(Edition {
                revision: *revision,
                edited: edited(&saved, &ahead.values().flatten()),
                site: Arc::clone(&site),
                ahead,
                findings: Vec::new(),
                settled: false,
                current: true,
                assets: Arc::clone(&assets),
                saved: saved.clone(),
                took: started.elapsed(),
            });
        };
        let is_large = self.pages > self.large && !open.is_empty();
        let ahead = is_large.then_some(Ahead { pages: open, show: &mut show_ahead });
        let Build { output, findings, .. } = match &self.lost {
            None => {
                let onlooker = Onlooker { ahead, ..Onlooker::default() };
                pipeline::rebuild(&self.sources, &self.options, &self.memory, onlooker)
            }
            Some(lost) => {
                let findings = locate(vec![lost.clone()], &self.sources, |_| None);
                Build { output: None, findings, base_url: None, withheld: Vec::new() }
            }
        };
        self.memory.end_round(output.is_some());
        self.revision += 1;
        let current = output.is_some();
        if let Some(output) = output {
            self.publish(output);
            // From now on the memory knows more.
            self.memory.leave_archive();
        }
        show(Edition {
            revision: self.revision,
            site: Arc::clone(&self.site),
            ahead: BTreeMap::new(),
            findings: saved_first(findings, &saved),
            settled: true,
            current,
            assets: Arc::clone(&self.assets),
            edited: edited(&saved, &self.site.files()),
            saved,
            took: started.elapsed(),
        });
    }

    /// Reads again what may have changed, and gives what somebody has saved; nothing, if all is as
    /// it was.
    fn read_again(&mut self, changes: &Changes, today: Day) -> Option<Vec<SourcePath>> {
        let everything = [self.root.clone()];
        let paths = if changes.everything { &everything[..] } else { &changes.paths };
        let was_lost = self.lost.take().is_some();
        let different = match self.sources.refresh(&self.root, paths) {
            Ok(different) => different,
            Err(error) => {
                // The folder itself is not there, or cannot be entered.
                self.sources = Sources::default();
                self.lost = Some(Diagnostic::new(Code::Unreadable, error.to_string()));
                Vec::new()
            }
        };
        let is_same = different.is_empty() && self.lost.is_some() == was_lost;
        if is_same && self.is_open && self.options.today == today {
            return None;
        }
        self.options.today = today;
        // What was there before the preview was started, nobody has just saved.
        let saved = if self.is_open { different } else { Vec::new() };
        self.is_open = true;
        self.unpublished.extend(saved.iter().cloned());
        Some(saved)
    }

    /// Puts a site without errors in the place of the last, and notes which styles, scripts and
    /// pictures are new or different.
    fn publish(&mut self, newer: Output) {
        let saved = std::mem::take(&mut self.unpublished);
        self.pages = newer.pages().count();
        let older = std::mem::replace(&mut self.site, Arc::new(newer));
        if older.files().len() == 0 {
            // Whoever sees the first site has nothing older.
            return;
        }
        let is_different = |file: &OutputFile| {
            let before = older.get(file.path.as_str()).map(|file| &file.contents);
            match &file.contents {
                Contents::CopyOf(source)
                | Contents::Drawn(Drawing::Developed { original: source, .. })
                    if saved.contains(source) =>
                {
                    true
                }
                // Every edit changes it, and whoever searches asks for it anew.
                Contents::Indexed(_) => false,
                contents => before != Some(contents),
            }
        };
        let assets = self.site.files().filter(|file| !file.path.as_str().ends_with(".html"));
        let changed: Vec<OutputPath> =
            assets.filter(|file| is_different(file)).map(|file| file.path.clone()).collect();
        if !changed.is_empty() {
            let known = Arc::make_mut(&mut self.assets);
            known.extend(changed.into_iter().map(|path| (path, self.revision)));
        }
    }
}

/// The findings about what was saved last come first: they are what somebody is busy with.
fn saved_first(findings: Vec<Finding>, saved: &[SourcePath]) -> Vec<Finding> {
    let (mut first, rest): (Vec<_>, Vec<_>) = findings.into_iter().partition(is_about(saved));
    first.extend(rest);
    first
}

/// The page that shows what was saved last. Where much was saved at once, nobody was busy with a
/// page.
fn edited<'a>(
    saved: &[SourcePath],
    files: &(impl Iterator<Item = &'a OutputFile> + Clone),
) -> Option<OutputPath> {
    if saved.len() > A_FEW {
        return None;
    }
    saved.iter().find_map(|saved| {
        let is_of =
            |file: &&OutputFile| matches!(&file.origin, Origin::Source(source) if source == saved);
        let pages = files.clone().filter(|file| file.path.as_str().ends_with(".html"));
        // The same page in another language has a folder more in its path.
        let shown = pages.filter(is_of).min_by_key(|file| file.path.as_str().len());
        if let Some(page) = shown {
            return Some(page.path.clone());
        }
        // A translation without a text of its own still gives its page a title.
        let (original, language) = original_of(saved);
        let of_it = files.clone().filter(|file| match &file.origin {
            Origin::Source(source) => *source == original && file.path.as_str().ends_with(".html"),
            Origin::Program(_) => false,
        });
        let paths = of_it.map(|file| &file.path);
        match language {
            Some(language) => {
                let folder = format!("{language}/");
                paths.clone().find(|path| path.as_str().starts_with(&folder)).cloned()
            }
            // The same page in another language has a folder more in its path.
            None => paths.min_by_key(|path| path.as_str().len()).cloned(),
        }
    })
}

/// The file that a translation belongs to, and its language; any other file is its own original.
fn original_of(file: &SourcePath) -> (SourcePath, Option<LanguageTag>) {
    let parts = file.as_str().strip_suffix(".md").and_then(|stem| stem.rsplit_once('.'));
    let translation = parts.and_then(|(stem, tag)| {
        let original = SourcePath::new(&format!("{stem}.md"))?;
        Some((original, LanguageTag::parse(tag).ok()?))
    });
    match translation {
        Some((original, language)) => (original, Some(language)),
        None => (file.clone(), None),
    }
}
