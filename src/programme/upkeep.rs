//! How a file is kept: where what it tells comes from, who looks after it, and whether it is a
//! matter of the past.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::lens::{DateView, Lens, TextView};
use super::provenance::{Source, SourceFile, SourceView};
use super::resolver::Resolver;
use crate::values::{Date, OneOrMany, SourcePath, Words};

/// What any file may say of how it is kept.
#[derive(Debug, Default)]
pub(super) struct UpkeepFile {
    pub(super) sources: OneOrMany<SourceFile>,
    pub(super) reviewed: Option<Date>,
    pub(super) review_by: Option<Date>,
    pub(super) owner: Option<Words>,
    pub(super) archived: bool,
}

/// How a file is kept.
#[derive(Debug, Default)]
pub struct Upkeep {
    /// Where what it tells comes from.
    pub sources: Vec<Source>,
    /// When somebody last looked through it.
    pub reviewed: Option<Date>,
    /// When somebody should again.
    pub review_by: Option<Date>,
    /// Who looks after it.
    pub owner: Option<Words>,
    /// Whether it is kept for the record only.
    pub archived: bool,
}

impl UpkeepFile {
    pub(super) fn resolve(self, resolver: &mut Resolver<'_>) -> Upkeep {
        Upkeep {
            sources: Source::resolve_all(self.sources.0, "sources", resolver),
            reviewed: self.reviewed,
            review_by: self.review_by,
            owner: self.owner,
            archived: self.archived,
        }
    }
}

/// How all files are kept, by the file of the original.
#[derive(Debug, Default)]
pub struct Upkeeps {
    of_files: BTreeMap<SourcePath, Upkeep>,
    /// Whether anything at all is archived; mostly nothing is, and then nobody needs to look.
    any_archived: bool,
}

impl Upkeeps {
    /// Remembers how a file is kept.
    pub(super) fn add(&mut self, file: SourcePath, upkeep: Upkeep) {
        self.any_archived |= upkeep.archived;
        self.of_files.insert(file, upkeep);
    }

    /// How a file is kept.
    #[must_use]
    pub fn of(&self, file: &SourcePath) -> Option<&Upkeep> {
        self.of_files.get(file)
    }

    /// Every file and how it is kept, in the order of paths.
    pub fn iter(&self) -> impl Iterator<Item = (&SourcePath, &Upkeep)> {
        self.of_files.iter()
    }

    /// Whether what a file describes is archived: by itself, or by what stands above it. Above
    /// `pages/archive/dues.md` stands `pages/archive.md`, and above that the section's own words,
    /// `pages.md`.
    #[must_use]
    pub fn is_archived(&self, file: &SourcePath) -> bool {
        let says_so =
            |file: &SourcePath| self.of_files.get(file).is_some_and(|upkeep| upkeep.archived);
        let mut folder = file.as_str();
        let mut above = std::iter::from_fn(|| {
            folder = folder.rsplit_once('/')?.0;
            SourcePath::new(&format!("{folder}.md"))
        });
        self.any_archived && (says_so(file) || above.any(|file| says_so(&file)))
    }

    /// The same of a file whose path is only made if it matters.
    pub(super) fn is_archived_at(&self, file: impl FnOnce() -> SourcePath) -> bool {
        self.any_archived && self.is_archived(&file())
    }
}

/// How a page is kept, as a template sees it.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct UpkeepView {
    /// Where what it tells comes from.
    pub sources: Vec<SourceView>,
    /// When somebody last looked through it.
    pub reviewed: Option<DateView>,
    /// Who looks after it.
    pub owner: Option<TextView>,
    /// Whether it is kept for the record only.
    pub archived: bool,
}

impl UpkeepView {
    /// How a file is kept.
    #[must_use]
    pub fn new(file: &SourcePath, lens: &Lens<'_>) -> Self {
        let archived = lens.site.upkeep.is_archived(file);
        let Some(upkeep) = lens.site.upkeep.of(file) else {
            return Self { archived, ..Self::default() };
        };
        Self {
            sources: SourceView::all(&upkeep.sources, lens),
            reviewed: upkeep.reviewed.as_ref().map(|date| lens.date(date)),
            owner: upkeep.owner.as_ref().map(|owner| lens.words(owner)),
            archived,
        }
    }
}
