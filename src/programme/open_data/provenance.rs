//! Where a record's facts come from, and how it is kept.

use super::form::{Edtf, Languages, Reference, WebAddress, always_said};
use super::record;
use crate::programme::Site;
use crate::programme::provenance::Source;
use crate::values::SourcePath;

record! {
    /// Where something that is told comes from.
    SourceRecord {
        /// What it is called.
        title: Option<Languages>,
        /// Where it is on the web.
        url: Option<WebAddress>,
        /// The record in `documents.json` that it is.
        document: Option<Reference>,
        /// When it is from.
        date: Option<Edtf>,
        /// When somebody last saw it there.
        retrieved: Option<Edtf>,
        /// The key that it supports, as it stands in the site's own files, such as
        /// `relationship.established`. Left out, it supports the whole record.
        r#for: Option<String>,
    }
}

impl SourceRecord {
    pub(super) fn all(sources: &[Source], site: &Site) -> Vec<Self> {
        let own = &site.language;
        let record = |source: &Source| Self {
            title: Languages::maybe(source.title.as_ref(), own),
            url: WebAddress::maybe(source.url.as_ref()),
            document: Reference::to_maybe(source.document, &site.documents),
            date: Edtf::known(source.date.as_ref()),
            retrieved: Edtf::known(source.retrieved.as_ref()),
            r#for: source.supports.clone(),
        };
        sources.iter().map(record).collect()
    }
}

record! {
    /// How a record is kept.
    #[derive(Default)]
    UpkeepRecord {
        /// Where what it tells comes from.
        sources: Vec<SourceRecord>,
        /// When somebody last looked through it.
        reviewed: Option<Edtf>,
        /// Who looks after it.
        owner: Option<Languages>,
        /// Whether it is kept for the record only.
        archived: bool,
    }
}

always_said! { UpkeepRecord }

impl UpkeepRecord {
    /// How a file is kept.
    pub(super) fn of(file: &SourcePath, site: &Site) -> Self {
        let upkeep = site.upkeep.of(file);
        Self {
            sources: upkeep
                .map(|upkeep| SourceRecord::all(&upkeep.sources, site))
                .unwrap_or_default(),
            reviewed: upkeep.and_then(|upkeep| Edtf::known(upkeep.reviewed.as_ref())),
            owner: upkeep
                .and_then(|upkeep| Languages::maybe(upkeep.owner.as_ref(), &site.language)),
            archived: site.upkeep.is_archived(file),
        }
    }
}
