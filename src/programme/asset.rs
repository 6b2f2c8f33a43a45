//! The files of `content/files/`: photographs and papers that are published beside the pages.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::picture::{Nature, Picture};
use crate::source::{Source, Sources};
use crate::values::{OutputPath, SourcePath};

/// A file of the site that is published beside its pages.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Asset {
    /// Where it lies.
    pub source: SourcePath,
    /// Where it is published.
    pub path: OutputPath,
    /// Its size in bytes.
    pub size: u64,
    /// Whether it is a picture.
    pub nature: Nature,
}

impl Asset {
    /// What is known of the picture that it is.
    #[must_use]
    pub fn picture(&self) -> Option<&Picture> {
        match &self.nature {
            Nature::Picture(picture) => Some(picture),
            Nature::Other | Nature::Unfit(_) => None,
        }
    }

    /// Its name in `content/files/`.
    #[must_use]
    pub fn name(&self) -> &str {
        self.path.as_str().strip_prefix("files/").expect("it lies in this folder")
    }
}

/// The files that can be published, in the order of their paths, and what is wrong with the others.
pub(super) fn assets(sources: &Sources) -> (Vec<Asset>, Vec<Diagnostic>) {
    let mut assets = Vec::new();
    let mut diagnostics = Vec::new();
    for (source, content) in sources.below("content/files") {
        let inside = source.strip_folder("content").expect("it lies below content");
        let (size, nature) = match content {
            Source::Opaque { size, nature, .. } => (*size, nature.clone()),
            Source::Text(text) => (text.as_str().len() as u64, Nature::Other),
            Source::Unusable => (0, Nature::Other),
        };
        if let Nature::Unfit(unfit) = &nature {
            diagnostics.push(
                Diagnostic::new(Code::BadPicture, unfit.message(source.as_str()))
                    .at(Place::file(source))
                    .help(unfit.help()),
            );
        }
        match OutputPath::new(inside) {
            Some(path) => assets.push(Asset { source: source.clone(), path, size, nature }),
            None => diagnostics.push(
                Diagnostic::new(
                    Code::BadId,
                    format!("`{source}` cannot be published under this name"),
                )
                .at(Place::file(source))
                .help(
                    "rename it, without `< > : \" | ? * \\` and without a dot or blank at its end",
                ),
            ),
        }
    }
    (assets, diagnostics)
}
