//! How a place is named: in its own languages, and by its country.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use crate::language::Lexicon;
use crate::values::{CountryCode, LanguageTag, Refusal, Text, Words};

/// A name in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NativeName {
    /// The name.
    pub text: String,
    /// The language it is in.
    pub lang: LanguageTag,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct NativeNameFile {
    /// The name.
    #[schemars(extend("needed" = true))]
    text: Option<Text>,
    /// The language it is in.
    #[schemars(extend("needed" = true))]
    lang: Option<LanguageTag>,
}

impl JsonSchema for NativeName {
    fn schema_name() -> Cow<'static, str> {
        "NativeName".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        NativeNameFile::json_schema(generator)
    }
}

impl<'de> Deserialize<'de> for NativeName {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NativeNameVisitor;
        impl<'de> serde::de::Visitor<'de> for NativeNameVisitor {
            type Value = NativeName;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a name and its language, `{ text: Okay, lang: ht }`,")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                map: A,
            ) -> Result<NativeName, A::Error> {
                let map = serde::de::value::MapAccessDeserializer::new(map);
                let file = NativeNameFile::deserialize(map)?;
                match (file.text, file.lang) {
                    (Some(text), Some(lang)) => Ok(NativeName { text: text.into(), lang }),
                    _ => {
                        let refusal = Refusal::new(
                            "missing-key",
                            "a native name needs a `text` and a `lang`",
                        )
                        .help("write `{ text: Okay, lang: ht }`");
                        Err(serde::de::Error::custom(refusal.to_wire()))
                    }
                }
            }
        }
        deserializer.deserialize_any(NativeNameVisitor)
    }
}

/// A country as the programme sees it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Country {
    /// Its code, where it has one.
    pub code: Option<CountryCode>,
    /// Its name as the programme prints it, where that is not the usual one.
    pub name: Option<Words>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(extend("anyOf" = [{ "required": ["code"] }, { "required": ["name"] }]))]
struct CountryFile {
    /// Its code, where it has one.
    code: Option<CountryCode>,
    /// What it is called, where that is not the usual name.
    name: Option<Words>,
}

impl JsonSchema for Country {
    fn schema_name() -> Cow<'static, str> {
        "Country".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let code = generator.subschema_for::<CountryCode>();
        let parts = generator.subschema_for::<CountryFile>();
        let description = "A code, `HT`, whose usual name is printed; or the printed name too, \
                           `{ code: KR, name: Korea }`.";
        json_schema!({
            "title": "country",
            "description": description,
            "anyOf": [code, parts],
        })
    }
}

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct CountryVisitor;
        impl<'de> serde::de::Visitor<'de> for CountryVisitor {
            type Value = Country;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a country code, or `{ code: KR, name: Korea }`,")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Country, E> {
                match CountryCode::parse(text) {
                    Ok(code) => Ok(Country { code: Some(code), name: None }),
                    Err(refusal) => {
                        let refusal = match Lexicon::english().country_named(text) {
                            Some(code) => Refusal {
                                help: Some(format!("write `{}`", code.as_str())),
                                ..refusal
                            },
                            None => refusal,
                        };
                        Err(E::custom(refusal.to_wire()))
                    }
                }
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Country, A::Error> {
                let map = serde::de::value::MapAccessDeserializer::new(map);
                let file = CountryFile::deserialize(map)?;
                if file.code.is_none() && file.name.is_none() {
                    let refusal =
                        Refusal::new("missing-key", "a country needs a `code`, a `name`, or both")
                            .help("write `{ code: KR, name: Korea }`");
                    return Err(serde::de::Error::custom(refusal.to_wire()));
                }
                Ok(Country { code: file.code, name: file.name })
            }
        }
        deserializer.deserialize_any(CountryVisitor)
    }
}
