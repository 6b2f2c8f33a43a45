//! Turns references as written into references as found.

use super::collection::{Id, Key};
use super::document::Location;
use super::names::{Names, unknown_anchor};
use super::thing::Entity;
use crate::diagnostic::{Code, Diagnostic, Place, nearest};
use crate::values::SourcePath;

/// Resolves what one file says.
pub(super) struct Resolver<'a> {
    pub(super) names: &'a Names,
    pub(super) file: &'a SourcePath,
    /// Fields that were wrong already: they are not missing.
    pub(super) damaged: &'a [String],
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl<'a> Resolver<'a> {
    pub(super) fn new(names: &'a Names, file: &'a SourcePath, damaged: &'a [String]) -> Self {
        Self { names, file, damaged, diagnostics: Vec::new() }
    }

    /// The thing that the value of a field names.
    pub(super) fn id<T: Entity>(&mut self, key: &Key<T>, field: &str) -> Option<Id<T>> {
        match self.names.find(T::KIND, &key.text) {
            Ok(thing) => {
                let remark = self.names.unpublished(T::KIND, &key.text, self.file);
                if let Some(remark) = remark {
                    self.report(remark, field);
                }
                Some(T::from_thing(thing))
            }
            Err(nowhere) => {
                let place = Place::value(self.file, field);
                let diagnostic =
                    nowhere.map(|diagnostic| diagnostic.at(place).label("referred to here"));
                self.diagnostics.extend(diagnostic);
                None
            }
        }
    }

    /// The thing that a text in a field names.
    pub(super) fn written<T: Entity>(&mut self, text: &str, field: &str) -> Option<Id<T>> {
        self.id(&Key::new(text), field)
    }

    /// The thing that the value of a field names, if there is a value.
    pub(super) fn maybe<T: Entity>(&mut self, key: Option<&Key<T>>, field: &str) -> Option<Id<T>> {
        key.and_then(|key| self.id(key, field))
    }

    /// The things that a list names. A list of one may be written without its brackets.
    pub(super) fn ids<T: Entity>(&mut self, keys: &[Key<T>], field: &str) -> Vec<Id<T>> {
        let ids = keys.iter().enumerate();
        ids.filter_map(|(index, key)| self.id(key, &format!("{field}[{index}]"))).collect()
    }

    /// Reports a key that should be the anchor of a part of the text; `keys` is what it stands under.
    pub(super) fn unknown_part(&mut self, anchor: &str, keys: &str, known: &[&str]) {
        let message = format!("no heading of this text has the anchor `{anchor}`");
        let diagnostic = unknown_anchor(message, anchor, known.iter().copied());
        let place = Place::key(self.file, format!("{keys}.{anchor}"));
        self.diagnostics.push(diagnostic.at(place));
    }

    /// A value that must be there; `example` shows how it is written.
    pub(super) fn require<V>(&mut self, value: Option<V>, field: &str, example: &str) -> Option<V> {
        let (parent, name) = field.rsplit_once('.').unwrap_or(("", field));
        // Damaged, or written with a slip in its name.
        let known = |damaged: &String| {
            let (within, written) = damaged.rsplit_once('.').unwrap_or(("", damaged));
            damaged.is_empty() || within == parent && nearest(written, [name]).is_some()
        };
        if value.is_none() && !self.damaged.iter().any(known) {
            self.diagnostics.push(
                Diagnostic::new(Code::MissingKey, format!("`{name}` is missing"))
                    .at(Place::value(self.file, field))
                    .help(format!("write `{name}: {example}`")),
            );
        }
        value
    }

    /// The file of the site that the value of a field names by its path in `content/files/`.
    pub(super) fn asset(&mut self, path: &str, field: &str) -> Option<Location> {
        match self.names.asset(&format!("files/{path}")) {
            Ok(asset) => Some(Location::File { path: asset.path.clone(), size: asset.size }),
            Err(diagnostic) => {
                self.report(diagnostic, field);
                None
            }
        }
    }

    /// Reports something about the value of a field.
    pub(super) fn report(&mut self, diagnostic: Diagnostic, field: &str) {
        self.diagnostics.push(diagnostic.at(Place::value(self.file, field)));
    }
}
