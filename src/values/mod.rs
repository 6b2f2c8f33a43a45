//! Small words with spelling rules: each parses, prints, and refuses with a reason.
//!
//! A value that exists is a good value: a `Slug` cannot hold a slash, a `Date` cannot be reversed.
//! Nothing here knows about files, diagnostics or sister cities.

pub mod allowed_host;
pub mod colour;
pub mod coordinates;
pub mod country;
pub mod date;
pub mod duration;
pub mod email;
pub mod former_address;
pub mod geonames;
pub mod language_tag;
pub mod media_type;
pub mod one_or_many;
pub mod percent;
pub mod phone;
pub mod refusal;
pub mod route;
pub mod schema;
pub mod slug;
pub mod source_path;
pub mod time;
pub mod time_zone;
pub mod url;
pub mod visibility;
pub mod wikidata;
pub mod words;

pub use allowed_host::AllowedHost;
pub use colour::Colour;
pub use coordinates::Coordinates;
pub use country::CountryCode;
pub use date::{Date, Day};
pub use duration::Duration;
pub use email::Email;
pub use former_address::FormerAddress;
pub use geonames::Geonames;
pub use language_tag::{Direction, LanguageTag};
pub use one_or_many::OneOrMany;
pub use phone::Phone;
pub use refusal::Refusal;
pub use route::{OutputPath, Route};
pub use slug::Slug;
pub use source_path::SourcePath;
pub use time::Time;
pub use time_zone::TimeZone;
pub use url::Url;
pub use visibility::Visibility;
pub use wikidata::Wikidata;
pub use words::{Text, Words};

/// Implements `Deserialize` for a value that is written as text and has a `parse`.
///
/// The refusal travels inside the error's text (see [`Refusal::to_wire`]), because a
/// `serde` error cannot carry data.
macro_rules! deserialize_by_parse {
    ($type:ty) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                <$type>::parse(&text)
                    .map_err(|refusal| <D::Error as serde::de::Error>::custom(refusal.to_wire()))
            }
        }
    };
}
pub(crate) use deserialize_by_parse;
