//! The facts as data: what the published files of `/data/` say, record by record.
//!
//! A record has the keys of the front matter that it comes from, wherever there are such, so that
//! whoever knows the files of a site knows the data. What is not known is left out. Words stand
//! under their languages, dates are EDTF, and other records are named by their ids. The doc comments
//! here are what the published schemas say.

mod area;
mod city;
mod committee;
mod document;
mod event;
mod faq;
mod form;
mod organization;
mod provenance;
mod relationship;
mod timeline;

pub use area::AreaRecord;
pub use city::{CityRecord, CountryRecord};
pub use committee::CommitteeRecord;
pub use document::DocumentRecord;
pub use event::{EventRecord, OutcomeRecord};
pub use faq::FaqRecord;
pub use form::{Edtf, Languages, Reference, WebAddress};
pub use organization::OrganizationRecord;
pub use relationship::RelationshipRecord;
pub use timeline::OccasionRecord;

/// Makes the struct of a record: what is not known is left out when it is written, so a key that is
/// always there says so by `#[schemars(extend("needed" = true))]`.
macro_rules! record {
    ($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* }) => {
        #[derive(Debug, serde::Serialize, schemars::JsonSchema)]
        $(#[$meta])*
        pub struct $name {
            $(
                $(#[$field_meta])*
                #[serde(skip_serializing_if = "crate::programme::open_data::form::Unsaid::is_unsaid")]
                pub $field: $type,
            )*
        }
    };
}
pub(crate) use record;
