//! What files say of pictures.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::{PagePicture, PictureWords, undescribed};
use crate::diagnostic::{Code, Diagnostic};
use crate::programme::resolver::Resolver;
use crate::values::{Date, OutputPath, Text, Words};

/// What an entry of `pictures.yaml` says, and a picture of a page that says it itself.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::programme) struct PictureFile {
    /// Its path in `content/files/`: `signing.jpg`.
    #[schemars(extend("needed" = true))]
    pub(super) file: Option<Text>,
    /// What it shows, for who cannot see it: `The mayors sign the agreement`.
    alt: Option<Words>,
    /// `true` if it only adorns, so that there is nothing to say.
    decorative: bool,
    /// What stands below it.
    caption: Option<Words>,
    /// Who made it: `Ada Person`. It is shown wherever the picture is.
    credit: Option<Words>,
    /// Under which terms it may be used: `CC BY 4.0`.
    license: Option<Words>,
    /// When it was taken.
    date: Option<Date>,
}

/// A picture of a page: the name of a file, or what is said of it here.
#[derive(Debug, Clone, Default)]
pub(in crate::programme) struct PictureEntry {
    fields: PictureFile,
}

impl JsonSchema for PictureEntry {
    fn schema_name() -> Cow<'static, str> {
        "Picture".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let name = generator.subschema_for::<Text>();
        let parts = generator.subschema_for::<PictureFile>();
        json_schema!({ "anyOf": [name, parts] })
    }
}

impl<'de> Deserialize<'de> for PictureEntry {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EntryVisitor;
        impl<'de> serde::de::Visitor<'de> for EntryVisitor {
            type Value = PictureEntry;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("the name of a picture, or `{ file: …, alt: … }`,")
            }

            fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<PictureEntry, E> {
                let file = Text::parse(name).map_err(|refusal| E::custom(refusal.to_wire()))?;
                let fields = PictureFile { file: Some(file), ..PictureFile::default() };
                Ok(PictureEntry { fields })
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                map: A,
            ) -> Result<PictureEntry, A::Error> {
                let map = serde::de::value::MapAccessDeserializer::new(map);
                Ok(PictureEntry { fields: PictureFile::deserialize(map)? })
            }
        }
        deserializer.deserialize_any(EntryVisitor)
    }
}

impl PictureFile {
    /// The published picture that it is about; `field` is where it stands in its file.
    pub(super) fn path(&self, field: &str, resolver: &mut Resolver<'_>) -> Option<OutputPath> {
        let name = format!("{field}.file");
        let file = resolver.require(self.file.clone(), &name, "signing.jpg")?;
        let names = resolver.names;
        let asset = match names.asset(&format!("files/{}", file.as_str())) {
            Ok(asset) => asset,
            Err(remark) => {
                resolver.report(remark, &name);
                return None;
            }
        };
        match names.picture(&asset.path) {
            Ok(_) => Some(asset.path.clone()),
            // What is wrong with it has been said where it lies.
            Err(None) => None,
            Err(Some(_)) => {
                let message = format!("`{}` is not a picture", file.as_str());
                let help = "name a photograph or a drawing; papers stand in `documents.yaml`";
                resolver.report(Diagnostic::new(Code::BadLink, message).help(help), &name);
                None
            }
        }
    }

    pub(super) fn words(self) -> PictureWords {
        PictureWords {
            alt: self.alt,
            is_decorative: self.decorative,
            caption: self.caption,
            credit: self.credit,
            license: self.license,
            date: self.date,
        }
    }
}

impl PictureEntry {
    /// The pictures of a page, of each of which somebody says what it shows.
    pub(in crate::programme) fn resolve_all(
        entries: Vec<Self>,
        resolver: &mut Resolver<'_>,
    ) -> Vec<PagePicture> {
        let entries = entries.into_iter().enumerate();
        let resolved = entries.filter_map(|(index, entry)| {
            let field = format!("pictures[{index}]");
            let path = entry.fields.path(&field, resolver)?;
            let own = entry.fields.words();
            if !own.is_described() && !resolver.names.is_described(&path) {
                let name = path.as_str().trim_start_matches("files/");
                resolver.report(undescribed(name), &field);
            }
            Some(PagePicture { path, own })
        });
        resolved.collect()
    }
}
