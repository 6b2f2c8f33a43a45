//! The keys that every file may have beside those of its kind.
//!
//! They stand in each kind's own struct, because `serde` cannot flatten one struct into another
//! that refuses unknown keys; [`front_matter!`] writes them there.

use serde::de::DeserializeOwned;

use super::picture::PictureEntry;
use super::provenance::SourceFile;
use super::publication::Publication;
use super::upkeep::UpkeepFile;
use crate::values::FormerAddress;

/// The facts at the top of an original file.
pub(super) trait FrontMatter:
    DeserializeOwned + Default + Clone + Send + Sync + 'static
{
    /// When it is published.
    fn publication(&self) -> Publication;

    /// Where what it tells comes from.
    fn sources(&self) -> &[SourceFile];

    /// Takes out the pictures of its page.
    fn take_pictures(&mut self) -> Vec<PictureEntry>;

    /// Takes out the addresses that its page had before.
    fn take_aliases(&mut self) -> Vec<FormerAddress>;

    /// Takes out what it says of how it is kept.
    fn take_upkeep(&mut self) -> UpkeepFile;
}

/// Makes the struct of what a kind's files say, with the keys that all kinds share.
macro_rules! front_matter {
    (
        $(#[$meta:meta])*
        $visibility:vis struct $name:ident {
            $($(#[$field_meta:meta])* $field_visibility:vis $field:ident: $type:ty,)*
        }
    ) => {
        #[derive(Debug, Clone, Default, serde::Deserialize, schemars::JsonSchema)]
        #[serde(default, deny_unknown_fields)]
        $(#[$meta])*
        $visibility struct $name {
            $($(#[$field_meta])* $field_visibility $field: $type,)*
            /// `true` while it is not ready: the preview shows it, `build` leaves it out.
            draft: bool,
            /// The first day on which it is published: `2026-07-01`.
            publish_from: Option<$crate::values::Day>,
            /// The last day on which it is published.
            expires: Option<$crate::values::Day>,
            /// Where what it tells comes from: a list of texts, or of `{ title: …, url: … }`.
            sources: $crate::values::OneOrMany<$crate::programme::provenance::SourceFile>,
            /// When somebody last looked through it: `2026-11`. Visitors see it.
            reviewed: Option<$crate::values::Date>,
            /// When somebody should look through it again: `2027-11`.
            review_by: Option<$crate::values::Date>,
            /// Who looks after it: `Cambridge Peace Commission`. Visitors see it.
            owner: Option<$crate::values::Words>,
            /// The pictures of its page, by their names in `content/files/`, or as
            /// `{ file: …, alt: … }`: the first leads it, the others stand at its end.
            pictures: $crate::values::OneOrMany<$crate::programme::picture::PictureEntry>,
            /// `true` for what is kept for the record only: it is marked as such, and so is all
            /// that stands below it.
            archived: bool,
            /// Addresses that its page had before, from the root of this site, or a list of them:
            /// `/sister-cities/aux-cayes.html`. Whoever comes there is led on to the page.
            aliases: $crate::values::OneOrMany<$crate::values::FormerAddress>,
        }

        impl $crate::programme::front_matter::FrontMatter for $name {
            fn publication(&self) -> $crate::programme::publication::Publication {
                let Self { draft, publish_from, expires, .. } = *self;
                $crate::programme::publication::Publication { draft, publish_from, expires }
            }

            fn sources(&self) -> &[$crate::programme::provenance::SourceFile] {
                &self.sources.0
            }

            fn take_pictures(&mut self) -> Vec<$crate::programme::picture::PictureEntry> {
                std::mem::take(&mut self.pictures.0)
            }

            fn take_aliases(&mut self) -> Vec<$crate::values::FormerAddress> {
                std::mem::take(&mut self.aliases.0)
            }

            fn take_upkeep(&mut self) -> $crate::programme::upkeep::UpkeepFile {
                $crate::programme::upkeep::UpkeepFile {
                    sources: std::mem::take(&mut self.sources),
                    reviewed: self.reviewed.take(),
                    review_by: self.review_by.take(),
                    owner: self.owner.take(),
                    archived: self.archived,
                }
            }
        }
    };
}
pub(super) use front_matter;
