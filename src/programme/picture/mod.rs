//! Pictures: what is said of each once, in `content/pictures.yaml`, and which of them belong to a
//! page.

mod file;
mod list;
mod view;

use std::collections::BTreeMap;

use super::asset::Asset;
use super::site::Site;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::picture::{Format, Recipe};
use crate::values::{Date, OutputPath, SourcePath, Words};

pub(super) use file::{PictureEntry, PictureFile};
pub(super) use list::{PictureList, list_file};
pub use view::PictureView;

/// What is said of a picture.
#[derive(Debug, Clone, Default)]
pub struct PictureWords {
    /// What it shows, for who cannot see it.
    pub alt: Option<Words>,
    /// Whether it only adorns, so that nothing need be said.
    pub is_decorative: bool,
    /// What stands below it.
    pub caption: Option<Words>,
    /// Who made it.
    pub credit: Option<Words>,
    /// Under which terms it may be used.
    pub license: Option<Words>,
    /// When it was taken.
    pub date: Option<Date>,
}

/// A picture that belongs to a page.
#[derive(Debug)]
pub struct PagePicture {
    /// The published file.
    pub path: OutputPath,
    /// What the page's file says of it.
    pub own: PictureWords,
}

/// What is said of all pictures.
#[derive(Debug, Default)]
pub struct Pictures {
    /// In the list of pictures, with the place where it is said.
    pub(super) told: BTreeMap<OutputPath, (PictureWords, Place)>,
    /// The pictures of pages, by the files of the originals; the first of each leads the page.
    pub(super) of_files: BTreeMap<SourcePath, Vec<PagePicture>>,
}

impl PictureWords {
    /// Whether it says what the picture shows, or that there is nothing to say.
    pub(super) fn is_described(&self) -> bool {
        self.alt.is_some() || self.is_decorative
    }
}

impl Pictures {
    /// The pictures of a page, by the file of the original.
    #[must_use]
    pub fn of(&self, file: &SourcePath) -> &[PagePicture] {
        self.of_files.get(file).map_or(&[], Vec::as_slice)
    }

    /// The published files of the pictures that lead pages.
    pub fn leads(&self) -> impl Iterator<Item = &OutputPath> {
        self.of_files.values().filter_map(|pictures| Some(&pictures.first()?.path))
    }

    /// The published files of all pictures that pages have.
    pub fn of_pages(&self) -> impl Iterator<Item = &OutputPath> {
        self.of_files.values().flatten().map(|picture| &picture.path)
    }
}

impl Site {
    /// The file that is published at a path, if it is one of the site's own.
    #[must_use]
    pub fn asset(&self, path: &OutputPath) -> Option<&Asset> {
        let found = self.assets.binary_search_by(|asset| asset.path.cmp(path));
        found.ok().map(|index| &self.assets[index])
    }
}

/// Where a picture is published that is made from another. What it is made from stands in full
/// before it, so that pictures of one name and two formats do not meet.
#[must_use]
pub fn variant_path(asset: &Asset, recipe: Recipe) -> OutputPath {
    let path = &asset.path;
    let path = match recipe {
        Recipe::Clean => return path.clone(),
        Recipe::Sized { width, format, .. } => {
            format!("{path}.{width}.{}", format.extension())
        }
        Recipe::Card => format!("{path}.card.{}", Format::Jpeg.extension()),
    };
    OutputPath::new(&path).expect("what is behind a name that is allowed is harmless")
}

/// What to say of a picture that the list of pictures does not describe.
pub(super) fn undescribed(file: &str) -> Diagnostic {
    let help = format!(
        "say in `content/pictures.yaml` what it shows, for who cannot see it: \
         `- {{ file: {file}, alt: The mayors at tea }}`"
    );
    Diagnostic::new(Code::MissingAlt, format!("`{file}` has no text alternative")).help(help)
}
