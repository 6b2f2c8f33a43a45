//! Lists of small things: one YAML file, each entry with an id.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use super::kind::Kind;
use super::provenance::{self, SourceFile};
use super::resolver::Resolver;
use crate::diagnostic::{Code, Diagnosed, Diagnostic, Place};
use crate::source::{Sources, yaml};
use crate::values::{Slug, SourcePath};

/// An entry of a list as it is written.
pub(super) trait Entry: DeserializeOwned {
    /// What it describes.
    type Thing;

    /// Its id.
    fn id(&self) -> Option<&Slug>;

    /// Where what it tells comes from.
    fn sources(&self) -> &[SourceFile] {
        &[]
    }

    /// Makes the thing; `field` is where the entry stands in its file.
    fn resolve(self, id: Slug, field: &str, resolver: &mut Resolver<'_>) -> Self::Thing;
}

/// A list before its references are resolved, in the order of the ids.
pub(super) struct List<F> {
    pub(super) file: SourcePath,
    /// Each entry, and its place in the file.
    pub(super) entries: BTreeMap<Slug, (usize, F)>,
    pub(super) damaged: Vec<String>,
}

/// The file of all things of a kind.
pub(super) fn list_file(kind: Kind) -> SourcePath {
    let path = format!("content/{}.yaml", kind.folder());
    SourcePath::new(&path).expect("the path is well-formed")
}

impl<F: Entry> List<F> {
    /// Reads a list; a site without the file has none of its things.
    pub(super) fn read(kind: Kind, sources: &Sources) -> Diagnosed<Self> {
        let file = list_file(kind);
        let mut diagnostics = Vec::new();
        let mut list = Self { file: file.clone(), entries: BTreeMap::new(), damaged: Vec::new() };
        let Some(text) = sources.text(&file) else { return Diagnosed::fine(list) };
        let decoded =
            yaml::decode::<Vec<F>>(&file, text, 0..text.len()).report_to(&mut diagnostics);
        list.damaged = decoded.damaged;
        for (index, entry) in decoded.value.into_iter().enumerate() {
            let within = format!("[{index}]");
            diagnostics.extend(provenance::judge(entry.sources(), &file, text, &within));
            let Some(id) = entry.id().cloned() else {
                let field = format!("[{index}].id");
                if !list.damaged.contains(&field) {
                    diagnostics.push(
                        Diagnostic::new(Code::MissingKey, "`id` is missing")
                            .at(Place::value(&file, format!("[{index}]")))
                            .help("write `id:` and a short name of letters a to z, digits and hyphens"),
                    );
                }
                continue;
            };
            if let Some((first, _)) = list.entries.get(&id) {
                diagnostics.push(
                    Diagnostic::new(
                        Code::DuplicateId,
                        format!("the id `{id}` stands here a second time"),
                    )
                    .at(Place::value(&file, format!("[{index}].id")))
                    .related(Place::value(&file, format!("[{first}].id")), "the first")
                    .help("give one of the two another id"),
                );
                continue;
            }
            list.entries.insert(id, (index, entry));
        }
        Diagnosed { value: list, diagnostics }
    }

    /// Makes the things, in the order of their ids.
    pub(super) fn resolve(self, resolver: &mut Resolver<'_>) -> Vec<F::Thing> {
        let entries = self.entries.into_iter();
        entries
            .map(|(id, (index, entry))| entry.resolve(id, &format!("[{index}]"), resolver))
            .collect()
    }
}
