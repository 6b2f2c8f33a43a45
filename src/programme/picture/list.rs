//! The list of pictures: one YAML file, each entry about one file.

use std::collections::BTreeMap;

use super::{PictureFile, PictureWords};
use crate::diagnostic::{Code, Diagnosed, Diagnostic, Place};
use crate::programme::resolver::Resolver;
use crate::source::{Sources, yaml};
use crate::values::{OutputPath, SourcePath};

/// The list before its files are looked up.
pub(in crate::programme) struct PictureList {
    file: SourcePath,
    entries: Vec<PictureFile>,
    damaged: Vec<String>,
}

/// Its file.
pub(in crate::programme) fn list_file() -> SourcePath {
    SourcePath::new("content/pictures.yaml").expect("the path is well-formed")
}

impl PictureList {
    /// Reads the list; a site without it says nothing of its pictures but where it shows them.
    pub(in crate::programme) fn read(sources: &Sources) -> Diagnosed<Self> {
        let file = list_file();
        let Some(text) = sources.text(&file) else {
            return Diagnosed::fine(Self { file, entries: Vec::new(), damaged: Vec::new() });
        };
        let mut diagnostics = Vec::new();
        let decoded = yaml::decode::<Vec<PictureFile>>(&file, text, 0..text.len())
            .report_to(&mut diagnostics);
        let (entries, damaged) = (decoded.value, decoded.damaged);
        Diagnosed { value: Self { file, entries, damaged }, diagnostics }
    }

    /// The pictures of which it says what they show, and whether all of it could be read.
    pub(in crate::programme) fn described(&self) -> (Vec<OutputPath>, bool) {
        let described = self.entries.iter().filter_map(|entry| {
            let path = OutputPath::new(&format!("files/{}", entry.file.as_ref()?.as_str()));
            path.filter(|_| entry.clone().words().is_described())
        });
        (described.collect(), self.damaged.is_empty())
    }

    /// What it says of each picture, and where.
    pub(in crate::programme) fn resolve(
        self,
        resolver: &mut Resolver<'_>,
    ) -> BTreeMap<OutputPath, (PictureWords, Place)> {
        let mut told: BTreeMap<OutputPath, (PictureWords, Place)> = BTreeMap::new();
        for (index, entry) in self.entries.into_iter().enumerate() {
            let field = format!("[{index}]");
            let Some(path) = entry.path(&field, resolver) else { continue };
            let place = Place::value(&self.file, format!("{field}.file"));
            if let Some((_, first)) = told.get(&path) {
                let name = path.as_str().trim_start_matches("files/");
                let message = format!("`{name}` stands here a second time");
                let remark = Diagnostic::new(Code::DuplicateId, message)
                    .at(place)
                    .related(first.clone(), "the first")
                    .help("make one of both");
                resolver.diagnostics.push(remark);
                continue;
            }
            told.insert(path, (entry.words(), place));
        }
        told
    }

    /// Its file, and what of it could not be read.
    pub(in crate::programme) fn state(&self) -> (SourcePath, Vec<String>) {
        (self.file.clone(), self.damaged.clone())
    }
}
