//! The affiliation policy in `content/site.yaml`: what an umbrella body asks of its members. A rule is
//! off unless it is named.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use crate::diagnostic::{Level, Severity};
use crate::values::{Duration, OneOrMany, Words};

/// Which rules of affiliation hold on the site, each as a level, or as
/// `{ level: warning, except: [city], because: … }`.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct PolicyFile {
    /// No country but one's own has more than one partner whose relationship is not over.
    pub one_partner_per_country: Option<OrLevel<TermsFile>>,
    /// Whatever has been agreed has its agreement among the documents.
    pub agreement_on_file: Option<OrLevel<TermsFile>>,
    /// The programme is a member of an umbrella body, as `memberships` tells.
    pub dues_paid: Option<OrLevel<TermsFile>>,
    /// A candidate has no other partner in this country: its relationship says `other_partners: []`.
    pub no_other_partner: Option<OrLevel<TermsFile>>,
    /// Something is recorded of every active relationship within a time, such as `{ every: 2 years }`.
    pub review_interval: Option<OrLevel<ReviewFile>>,
    /// A candidate meets the programme's criteria: its relationship lists them as `criteria`.
    pub criteria_met: Option<OrLevel<TermsFile>>,
}

/// How a rule of affiliation is applied.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TermsFile {
    /// `off`, `note`, `warning` or `error`; `warning` if left out.
    pub level: PolicyLevel,
    /// The partner cities that it does not hold for, by their ids.
    #[schemars(extend("title" = "id of a city, or a list"))]
    pub except: OneOrMany<String>,
    /// Why it does not hold for them.
    pub because: Option<Words>,
}

/// How the rule about the time between reviews is applied.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ReviewFile {
    /// The longest time in which nothing may be recorded, such as `2 years`.
    #[schemars(extend("needed" = true))]
    pub every: Option<Duration>,
    /// `off`, `note`, `warning` or `error`; `warning` if left out.
    pub level: PolicyLevel,
    /// The partner cities that it does not hold for, by their ids.
    #[schemars(extend("title" = "id of a city, or a list"))]
    pub except: OneOrMany<String>,
    /// Why it does not hold for them.
    pub because: Option<Words>,
}

/// How much a rule of affiliation weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PolicyLevel(pub Level);

impl Default for PolicyLevel {
    fn default() -> Self {
        Self(Level::At(Severity::Warning))
    }
}

impl PolicyLevel {
    const WORDS: &[&str] = &["off", "on", "note", "warning", "error"];

    fn from_word<E: Error>(word: &str) -> Result<Self, E> {
        match word {
            "on" => Ok(Self::default()),
            word => Level::from_word(word)
                .map(Self)
                .ok_or_else(|| E::unknown_variant(word, Self::WORDS)),
        }
    }
}

impl JsonSchema for PolicyLevel {
    fn schema_name() -> Cow<'static, str> {
        "PolicyLevel".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "title": "level", "enum": Self::WORDS })
    }
}

impl<'de> Deserialize<'de> for PolicyLevel {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_word(&Cow::<'de, str>::deserialize(deserializer)?)
    }
}

impl From<PolicyLevel> for TermsFile {
    fn from(level: PolicyLevel) -> Self {
        Self { level, ..Self::default() }
    }
}

impl From<PolicyLevel> for ReviewFile {
    fn from(level: PolicyLevel) -> Self {
        Self { level, ..Self::default() }
    }
}

/// What may be written as a level alone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrLevel<T>(pub T);

impl<T: JsonSchema> JsonSchema for OrLevel<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("OrLevel{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let level = generator.subschema_for::<PolicyLevel>();
        let terms = generator.subschema_for::<T>();
        json_schema!({ "anyOf": [level, terms] })
    }
}

impl<'de, T: Deserialize<'de> + From<PolicyLevel>> Deserialize<'de> for OrLevel<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OrLevelVisitor<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de> + From<PolicyLevel>> Visitor<'de> for OrLevelVisitor<T> {
            type Value = OrLevel<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("`warning`, `error`, or `{ level: warning, except: … }`,")
            }

            fn visit_str<E: Error>(self, word: &str) -> Result<OrLevel<T>, E> {
                PolicyLevel::from_word(word).map(T::from).map(OrLevel)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<OrLevel<T>, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(OrLevel)
            }
        }
        deserializer.deserialize_any(OrLevelVisitor(PhantomData))
    }
}
