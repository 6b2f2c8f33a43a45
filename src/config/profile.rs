//! What the programme says of itself in `content/site.yaml`: in whose name it speaks, how one joins,
//! and where else it is found.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Unexpected, Visitor};

use super::policy::PolicyFile;
use crate::values::{Date, LanguageTag, OneOrMany, Text, Url, Words};

/// Everything that the programme says of itself, with references as they are written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProfileFile {
    /// Since when there is a programme.
    pub founded: Option<Date>,
    /// In whose name the site speaks.
    pub jurisdiction: Option<JurisdictionFile>,
    /// What the programme is a member of.
    pub memberships: Vec<AffiliationFile>,
    /// What it is before the law.
    pub legal_form: Option<Words>,
    /// How one becomes a member.
    pub membership: Option<MembershipFile>,
    /// Other ways to take part.
    pub join: Vec<WayFile>,
    /// Where money is given.
    pub donation: Option<DonationFile>,
    /// Where the newsletter is asked for.
    pub newsletter: Option<OfferFile>,
    /// Where a service of the city is asked for.
    pub service_requests: Option<OfferFile>,
    /// Where else the programme is found.
    pub social: Vec<SocialFile>,
    /// Whom to write to, by the ids of contacts.
    pub contacts: OneOrMany<String>,
    /// What must be said on a site.
    pub notices: NoticesFile,
    /// On what terms the facts may be used.
    pub data_licence: Option<LicenceFile>,
    /// What an umbrella body asks of its members.
    pub policy: PolicyFile,
}

/// In whose name the site speaks.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct JurisdictionFile {
    /// What it is: `city`, `county`, `state` or `nonprofit`. The first three have a banner at the top of
    /// every page.
    #[schemars(extend("needed" = true))]
    pub kind: Option<JurisdictionKind>,
    /// Its whole name as it stands in a sentence, such as `the City of Cambridge, Massachusetts`.
    #[schemars(extend("needed" = true))]
    pub name: Option<Words>,
}

/// What a site may speak for. No sister-city programme speaks for a nation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JurisdictionKind {
    /// A city or town.
    Town,
    /// A county.
    County,
    /// A state or province.
    State,
    /// An association; its site is not official.
    Nonprofit,
}

impl JurisdictionKind {
    const WORDS: &[&str] = &["city", "county", "state", "nonprofit"];
    /// What somebody writes who means a national government.
    const NATIONAL: [&str; 7] =
        ["federal", "national", "nation", "country", "government", "republic", "union"];

    /// Whether its site is an official one, which says so at the top of every page.
    #[must_use]
    pub fn is_official(self) -> bool {
        self != Self::Nonprofit
    }
}

impl JsonSchema for JurisdictionKind {
    fn schema_name() -> Cow<'static, str> {
        "JurisdictionKind".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "enum": Self::WORDS })
    }
}

impl<'de> Deserialize<'de> for JurisdictionKind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = Cow::<'de, str>::deserialize(deserializer)?;
        match &*word {
            "city" => Ok(Self::Town),
            "county" => Ok(Self::County),
            "state" => Ok(Self::State),
            "nonprofit" => Ok(Self::Nonprofit),
            word if Self::NATIONAL.contains(&word) => {
                let refusal = crate::values::Refusal::new(
                    "national-government",
                    format!("a site of sister cities does not speak for a nation, as `{word}` says"),
                )
                .help("write `city`, `county` or `state`, whichever runs the programme, or `nonprofit`");
                Err(D::Error::custom(refusal.to_wire()))
            }
            word => Err(D::Error::unknown_variant(word, Self::WORDS)),
        }
    }
}

/// What the programme is a member of.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AffiliationFile {
    /// The organization, by its id in `organizations.yaml`.
    #[schemars(extend("title" = "id of an organization"))]
    #[schemars(extend("needed" = true))]
    pub organization: Option<String>,
    /// Since when, such as `1983`.
    pub since: Option<Date>,
    /// As what, such as `founding member`.
    pub r#as: Option<Words>,
}

/// How one becomes a member, and what that costs.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct MembershipFile {
    /// What it means to be a member, in a few sentences.
    pub text: Option<Words>,
    /// Where one joins or pays, if that is on the web.
    pub url: Option<Url>,
    /// The year for which dues are paid.
    pub period: Option<PeriodFile>,
    /// What there is to choose from.
    pub tiers: Vec<TierFile>,
    /// What the tax office makes of dues, such as `Dues are deductible as far as the law allows`.
    pub tax_note: Option<Words>,
}

/// The year for which dues are paid; it may run over new year.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PeriodFile {
    /// The month that begins it, `1` to `12`.
    #[schemars(extend("needed" = true))]
    pub from: Option<Month>,
    /// The last month of it.
    #[schemars(extend("needed" = true))]
    pub to: Option<Month>,
    /// The month from which the coming one can be paid: with `10`, pages say from the first of October
    /// that renewals for the next year are open.
    pub renew_from: Option<Month>,
}

/// A month by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(u8);

impl Month {
    /// Its number, 1 to 12.
    #[must_use]
    pub fn number(self) -> u8 {
        self.0
    }
}

impl JsonSchema for Month {
    fn schema_name() -> Cow<'static, str> {
        "Month".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "title": "month", "type": "integer", "minimum": 1, "maximum": 12 })
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = u64::deserialize(deserializer)?;
        u8::try_from(number).ok().filter(|month| (1..=12).contains(month)).map(Self).ok_or_else(
            || D::Error::invalid_value(Unexpected::Unsigned(number), &"a month from 1 to 12"),
        )
    }
}

/// A kind of membership.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TierFile {
    /// What it is called, such as `Family`.
    #[schemars(extend("needed" = true))]
    pub name: Option<Words>,
    /// What it costs, with its currency, such as `$40`.
    pub price: Option<Text>,
}

/// A way to take part.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct WayFile {
    /// What one does, such as `Host a student`.
    #[schemars(extend("needed" = true))]
    pub title: Option<Words>,
    /// What that means, in a sentence or two.
    pub text: Option<Words>,
    /// The page that tells more, by its id.
    #[schemars(extend("title" = "id of a page"))]
    pub page: Option<String>,
    /// Where more is told on another site.
    pub url: Option<Url>,
    /// Whom to ask, by the id of a contact.
    #[schemars(extend("title" = "id of a contact"))]
    pub contact: Option<String>,
}

/// Something that is offered on another site.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct OfferFile {
    /// Where it is offered.
    #[schemars(extend("needed" = true))]
    pub url: Option<Url>,
    /// What the link says; left out, the theme's words.
    pub text: Option<Words>,
}

/// On what terms the facts may be used.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct LicenceFile {
    /// What the licence is called, such as `CC BY 4.0`.
    #[schemars(extend("needed" = true))]
    pub name: Option<Words>,
    /// Where it is to be read.
    pub url: Option<Url>,
}

/// Where money is given.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct DonationFile {
    /// Where it is given.
    #[schemars(extend("needed" = true))]
    pub url: Option<Url>,
    /// What the link says; left out, the theme's words.
    pub text: Option<Words>,
    /// What the tax office makes of gifts.
    pub tax_note: Option<Words>,
}

/// Where else the programme is found.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SocialFile {
    /// `linkedin`, `facebook`, `instagram`, `mastodon`, `bluesky`, `youtube`, `x` or `other`.
    #[schemars(extend("needed" = true))]
    pub network: Option<Network>,
    /// The address of the programme's own page there.
    #[schemars(extend("needed" = true))]
    pub url: Option<Url>,
    /// What the programme is called there; left out, its name.
    pub name: Option<Words>,
}

/// A network on which programmes are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say all there is to say")]
pub enum Network {
    LinkedIn,
    Facebook,
    Instagram,
    Mastodon,
    Bluesky,
    YouTube,
    X,
    Other,
}

impl Network {
    /// The word as it is written.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LinkedIn => "linkedin",
            Self::Facebook => "facebook",
            Self::Instagram => "instagram",
            Self::Mastodon => "mastodon",
            Self::Bluesky => "bluesky",
            Self::YouTube => "youtube",
            Self::X => "x",
            Self::Other => "other",
        }
    }
}

/// What must be said on a site.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct NoticesFile {
    /// What becomes of what visitors leave behind.
    pub privacy: Option<NoticeFile>,
    /// Who can use the site, and where barriers are reported.
    pub accessibility: Option<NoticeFile>,
    /// That letters to the programme can be public; shown wherever somebody is to be written to.
    pub public_records: Option<NoticeFile>,
    /// On what terms the site is used.
    pub terms: Option<NoticeFile>,
}

/// A notice: words, or where it is to be read, or both.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NoticeFile {
    /// What it says.
    pub text: Option<Words>,
    /// The page that says it, by its id.
    pub page: Option<String>,
    /// Where it is to be read on another site.
    pub url: Option<Url>,
}

impl JsonSchema for NoticeFile {
    fn schema_name() -> Cow<'static, str> {
        "Notice".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (words, url) = (generator.subschema_for::<Words>(), generator.subschema_for::<Url>());
        json_schema!({
            "title": "words, or `{ text: …, page: …, url: … }`",
            "anyOf": [
                words,
                {
                    "type": "object",
                    "properties": {
                        "text": { "description": "What it says.", "$ref": words.get("$ref") },
                        "page": {
                            "title": "id of a page",
                            "description": "The page that says it, by its id.",
                            "type": "string",
                        },
                        "url": {
                            "description": "Where it is to be read on another site.",
                            "$ref": url.get("$ref"),
                        },
                    },
                    "additionalProperties": false,
                },
            ],
        })
    }
}

impl<'de> Deserialize<'de> for NoticeFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NoticeVisitor;
        impl<'de> Visitor<'de> for NoticeVisitor {
            type Value = NoticeFile;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, one text per language, or `{ text: …, page: …, url: … }`,")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<NoticeFile, E> {
                let text = Text::parse(text).map_err(|refusal| E::custom(refusal.to_wire()))?;
                Ok(NoticeFile { text: Some(Words::plain(text)), ..NoticeFile::default() })
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<NoticeFile, A::Error> {
                let mut notice = NoticeFile::default();
                let mut words = Words::default();
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "text" => notice.text = Some(map.next_value()?),
                        "page" => notice.page = Some(map.next_value()?),
                        "url" => notice.url = Some(map.next_value()?),
                        other => {
                            let language = LanguageTag::parse(other).map_err(|_| {
                                A::Error::unknown_field(other, &["text", "page", "url"])
                            })?;
                            words.translate(language, map.next_value::<Text>()?.into());
                        }
                    }
                }
                if notice.text.is_none() && words.texts().next().is_some() {
                    notice.text = Some(words);
                }
                Ok(notice)
            }
        }
        deserializer.deserialize_any(NoticeVisitor)
    }
}
