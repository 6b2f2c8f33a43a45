//! Makes the editions: reads again what has changed, builds again what is made from it, and puts
//! first what somebody is looking at.
#![expect(clippy::disallowed_methods, reason = "an edition says how long it took")]

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use super::edition::Edition;
use super::watch::Changes;
use crate::diagnostic::{Code, Diagnostic, Finding};
use crate::memo::Memory;
use crate::output::{Contents, Origin, Output, OutputFile};
use crate::pipeline::{self, Ahead, Build, Options};
use crate::source::{Sources, locate};
use crate::values::date::Day;
use crate::values::{LanguageTag, OutputPath, SourcePath};

/// A site of fewer pages is made as a whole before anybody has noticed; of a larger one, those
/// pages come first that somebody looks at.
const LARGE: usize = 1_000;

/// A site that is built again and again.
pub struct Workshop {
    root: PathBuf,
    options: Options,
    sources: Sources,
    memory: Memory,
    /// The site as it was when it was last without errors.
    site: Arc<Output>,
    /// Whether there has been a build at all.
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
            is_open: false,
            revision: 0,
            assets: Arc::default(),
        }
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
        let everything = [self.root.clone()];
        let paths = if changes.everything { &everything[..] } else { &changes.paths };
        let (saved, lost) = match self.sources.refresh(&self.root, paths) {
            Ok(saved) => (saved, None),
            Err(error) => {
                // The folder itself is not there, or cannot be entered.
                self.sources = Sources::default();
                (Vec::new(), Some(Diagnostic::new(Code::Unreadable, error.to_string())))
            }
        };
        if saved.is_empty() && lost.is_none() && self.is_open && self.options.today == today {
            return;
        }
        // What was there before the preview was started, nobody has just saved.
        let saved = if self.is_open { saved } else { Vec::new() };
        self.options.today = today;
        let (site, assets, revision) =
            (Arc::clone(&self.site), Arc::clone(&self.assets), &mut self.revision);
        let mut show_ahead = |pages: Vec<OutputFile>| {
            *revision += 1;
            let ahead: BTreeMap<_, _> =
                pages.into_iter().map(|page| (page.path.clone(), page)).collect();
            show(Edition {
                revision: *revision,
                edited: edited(&saved, &ahead.values()),
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
        let is_large = site.files().len() > LARGE && !open.is_empty();
        let ahead = is_large.then_some(Ahead { pages: open, show: &mut show_ahead });
        let Build { output, findings } =
            pipeline::rebuild(&self.sources, &self.options, &self.memory, ahead);
        let output = output.filter(|_| lost.is_none());
        self.memory.end_round(output.is_some());
        self.is_open = true;
        self.revision += 1;
        let current = output.is_some();
        if let Some(output) = output {
            self.note_assets(&output, &saved);
            self.site = Arc::new(output);
        }
        let mut findings = saved_first(findings, &saved);
        if let Some(lost) = lost {
            findings = locate(vec![lost], &self.sources, |_| None);
        }
        show(Edition {
            revision: self.revision,
            site: Arc::clone(&self.site),
            ahead: BTreeMap::new(),
            findings,
            settled: true,
            current,
            assets: Arc::clone(&self.assets),
            edited: edited(&saved, &self.site.files()),
            saved,
            took: started.elapsed(),
        });
    }

    /// Notes which styles, scripts and pictures are new or different.
    fn note_assets(&mut self, newer: &Output, saved: &[SourcePath]) {
        if self.site.files().len() == 0 {
            // Whoever sees the first site has nothing older.
            return;
        }
        let is_different = |file: &OutputFile| {
            let before = self.site.get(file.path.as_str()).map(|file| &file.contents);
            match &file.contents {
                Contents::CopyOf(source) if saved.contains(source) => true,
                contents => before != Some(contents),
            }
        };
        let assets = newer.files().filter(|file| !file.path.as_str().ends_with(".html"));
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
    let is_saved = |finding: &Finding| {
        let file = finding.excerpts.first().map(|excerpt| excerpt.file.as_str());
        file.is_some_and(|file| saved.iter().any(|saved| saved.as_str() == file))
    };
    let (mut first, rest): (Vec<_>, Vec<_>) = findings.into_iter().partition(is_saved);
    first.extend(rest);
    first
}

/// The page that shows what was saved last.
fn edited<'a>(
    saved: &[SourcePath],
    files: &(impl Iterator<Item = &'a OutputFile> + Clone),
) -> Option<OutputPath> {
    saved.iter().find_map(|saved| {
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
