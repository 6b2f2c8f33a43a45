//! What the owner of the site chose: `content/site.yaml`.
//!
//! References stay as they are written; the programme resolves them.

pub mod languages;
mod levels;
pub mod policy;
pub mod profile;

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use crate::diagnostic::{Code, Diagnosed, Diagnostic, Levels, Place};
use crate::source::{Sources, yaml};
use crate::values::schema::schema_of;
use crate::values::{
    Date, Duration, LanguageTag, OneOrMany, Refusal, SourcePath, TimeZone, Url, Words,
};
use policy::PolicyFile;
use profile::{
    AffiliationFile, DonationFile, JurisdictionFile, LicenceFile, MembershipFile, NoticesFile,
    OfferFile, ProfileFile, SocialFile, WayFile,
};

/// Where the settings stand.
pub const SITE_FILE: &str = "content/site.yaml";

/// The settings of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The file, for remarks on it.
    pub file: SourcePath,
    /// What the programme is called.
    pub name: Words,
    /// A motto.
    pub tagline: Option<Words>,
    /// One or two sentences for search engines and previews.
    pub summary: Option<Words>,
    /// What the site is about.
    pub shape: Shape,
    /// The id of the home city.
    pub home: Option<String>,
    /// The id of the organization that is responsible.
    pub operator: Option<String>,
    /// Where the site will be.
    pub base_url: Option<Url>,
    /// The zone of the clocks at home.
    pub time_zone: Option<TimeZone>,
    /// The language of the originals.
    pub language: LanguageTag,
    /// All languages of the site, the originals' first.
    pub languages: Vec<LanguageTag>,
    /// The theme's name.
    pub theme: String,
    /// What is chosen of the theme's settings, by their names.
    pub look: BTreeMap<String, String>,
    /// Whether pages have social cards.
    pub cards: bool,
    /// The menu; what there is, if the owner has not chosen.
    pub menu: Option<Vec<MenuEntry>>,
    /// Where the directory lists paused relationships.
    pub paused: PausedGroup,
    /// How long after its last review a file should be looked through again.
    pub review_after: Option<Duration>,
    /// Addresses elsewhere that nobody visits to check them, by how they begin.
    pub unchecked_links: Vec<Url>,
    /// What the programme says of itself.
    pub profile: ProfileFile,
    /// The fields that were wrong and have been left out: they are not missing.
    pub damaged: Vec<String>,
    /// How much the rules weigh, where the owner has said so.
    pub levels: Levels,
}

/// An entry of the menu as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuEntry {
    /// What it leads to: a section, or a thing such as `page:about`.
    pub to: String,
    /// What it is called, if not as the thing itself.
    pub label: Option<Words>,
}

/// What the site is about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// A home and its partners.
    #[default]
    Hub,
    /// A home and one partner.
    Pair,
    /// Partners of one another, none of which is the home.
    Register,
}

impl Shape {
    /// The word as it is written.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hub => "hub",
            Self::Pair => "pair",
            Self::Register => "register",
        }
    }
}

/// Where the directory lists paused relationships.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PausedGroup {
    /// Among the active ones, with a mark.
    #[default]
    WithActive,
    /// In a group of their own.
    Apart,
}

/// What `site.yaml` says.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(extend("anyOf" = [
    { "required": ["home"] },
    { "required": ["shape"], "properties": { "shape": { "const": "register" } } },
]))]
struct SiteFile {
    /// What the programme is called.
    #[schemars(extend("needed" = true))]
    name: Option<Words>,
    /// A motto.
    tagline: Option<Words>,
    /// One or two sentences, for search engines and previews of links.
    summary: Option<Words>,
    /// What the site is about: `hub`, a home city and its partners (so if left out); `pair`, a home city
    /// and one partner; `register`, cities none of which is the home city.
    shape: Shape,
    /// The home city, by the name of its file in `cities/`. A register has none.
    #[schemars(extend("title" = "id of a city"))]
    home: Option<String>,
    /// The organization that is responsible, by its id in `organizations.yaml`.
    #[schemars(extend("title" = "id of an organization"))]
    operator: Option<String>,
    /// Where the site will be, such as `https://example.org/sister-cities`.
    base_url: Option<Url>,
    /// The time zone of the home city, such as `America/New_York`: then calendars show times of events
    /// and meetings at home as they are wherever somebody is.
    timezone: Option<TimeZone>,
    /// The language of the originals; `en` if left out.
    language: Option<LanguageTag>,
    /// All languages of the site, such as `[en, ht]`.
    languages: Vec<LanguageTag>,
    /// How the site looks; `civic` if left out.
    theme: Option<String>,
    /// What is chosen of the theme's settings, such as `{ accent: "#8a1538" }`. A colour stands in
    /// quotation marks, for `#` begins a comment.
    look: BTreeMap<String, String>,
    /// `false` for a site without social cards: the pictures that are shown of pages where somebody
    /// shares them. They need `base_url`.
    cards: Option<bool>,
    /// Sections and single things, such as `[cities, timeline, "page:about"]`.
    menu: Option<Vec<MenuItem>>,
    /// How the directory is made.
    directory: DirectoryFile,
    /// Since when there is a programme, such as `1981`.
    founded: Option<Date>,
    /// In whose name the site speaks.
    jurisdiction: Option<JurisdictionFile>,
    /// What the programme is a member of.
    memberships: Vec<AffiliationFile>,
    /// What the programme is before the law, such as `501(c)(3) nonprofit organization`.
    legal_form: Option<Words>,
    /// How one becomes a member.
    membership: Option<MembershipFile>,
    /// Other ways to take part.
    join: Vec<WayFile>,
    /// Where money is given.
    donation: Option<DonationFile>,
    /// Where the newsletter is asked for.
    newsletter: Option<OfferFile>,
    /// Where a service of the city is asked for.
    service_requests: Option<OfferFile>,
    /// Where else the programme is found.
    social: Vec<SocialFile>,
    /// Whom to write to, by the ids of contacts.
    #[schemars(extend("title" = "id of a contact, or a list"))]
    contacts: OneOrMany<String>,
    /// What must be said on a site.
    notices: NoticesFile,
    /// On what terms others may use the facts of the site, such as
    /// `{ name: CC BY 4.0, url: https://… }`.
    data_licence: Option<LicenceFile>,
    /// How long after its last review a file should be looked through again, such as `18 months`; a
    /// file that says `review_by` has its own date.
    review_after: Option<Duration>,
    /// Addresses elsewhere that `jumelage check --external` leaves in peace, by how they begin:
    /// `https://www.facebook.com/`.
    unchecked_links: OneOrMany<Url>,
    /// What an umbrella body asks of its members.
    policy: PolicyFile,
    /// How much a rule weighs: the name of the rule, and `off`, `note`, `warning` or `error`, as in
    /// `{ relative-time: error }`.
    #[schemars(schema_with = "levels::schema")]
    rules: BTreeMap<String, String>,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct DirectoryFile {
    /// Where paused relationships are listed: `with-active`, or `apart` in a group of their own.
    paused: PausedGroup,
}

#[derive(Debug)]
struct MenuItem(MenuEntry);

#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct Labelled {
    /// What it leads to: a section such as `cities`, or a thing such as `page:about`.
    #[schemars(extend("needed" = true))]
    to: Option<String>,
    /// What it is called there, if not as it is called elsewhere.
    label: Option<Words>,
}

impl JsonSchema for MenuItem {
    fn schema_name() -> Cow<'static, str> {
        "MenuItem".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let labelled = generator.subschema_for::<Labelled>();
        json_schema!({ "anyOf": [{ "type": "string" }, labelled] })
    }
}

impl<'de> Deserialize<'de> for MenuItem {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ItemVisitor;
        impl<'de> serde::de::Visitor<'de> for ItemVisitor {
            type Value = MenuItem;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a section, or `{ to: …, label: … }`,")
            }

            fn visit_str<E: serde::de::Error>(self, to: &str) -> Result<MenuItem, E> {
                Ok(MenuItem(MenuEntry { to: to.to_owned(), label: None }))
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<MenuItem, A::Error> {
                let item =
                    Labelled::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
                let to = item.to.ok_or_else(|| {
                    let refusal = Refusal::new("missing-key", "an entry of the menu needs a `to`")
                        .help("write `{ to: \"page:about\", label: Who we are }`");
                    serde::de::Error::custom(refusal.to_wire())
                })?;
                Ok(MenuItem(MenuEntry { to, label: item.label }))
            }
        }
        deserializer.deserialize_any(ItemVisitor)
    }
}

/// What `site.yaml` may say, as JSON Schema.
#[must_use]
pub fn schema() -> serde_json::Value {
    schema_of::<SiteFile>("the programme")
}

/// Reads the settings. A site without them has a name all the same, so that what else is wrong
/// with it can be said too.
#[must_use]
pub fn parse(sources: &Sources) -> Diagnosed<Config> {
    let path = SourcePath::new(SITE_FILE).expect("the path is well-formed");
    let mut diagnostics = Vec::new();
    let (file, damaged) = decode(sources, &path, &mut diagnostics);
    let mut require = |key: &str, present: bool, example: &str| {
        if !present && !damaged.iter().any(|field| field.is_empty() || field == key) {
            diagnostics.push(
                Diagnostic::new(Code::MissingKey, format!("`{key}` is missing"))
                    .at(Place::value(&path, key))
                    .help(format!("write `{key}: {example}`")),
            );
        }
    };
    require("name", file.name.is_some(), "Sister Cities of …");
    require(
        "home",
        file.home.is_some() || file.shape == Shape::Register,
        "my-town`, where `my-town.md` in `content/cities/` tells of your own city; the id is `my-town",
    );
    let language =
        file.language.unwrap_or_else(|| LanguageTag::parse("en").expect("`en` is a language tag"));
    let languages = languages_of(&file.languages, &language, &path, &mut diagnostics);
    diagnostics.extend(wrong_base(file.base_url.as_ref(), &path));
    let levels = levels::read(&file.rules, &path, &mut diagnostics);
    let config = Config {
        file: path,
        name: file.name.unwrap_or_else(|| Words::plain("Sister cities")),
        tagline: file.tagline,
        summary: file.summary,
        shape: file.shape,
        home: file.home,
        operator: file.operator,
        base_url: file.base_url,
        time_zone: file.timezone,
        language,
        languages,
        theme: file.theme.unwrap_or_else(|| "civic".to_owned()),
        look: file.look,
        cards: file.cards.unwrap_or(true),
        menu: file.menu.map(|items| items.into_iter().map(|item| item.0).collect()),
        paused: file.directory.paused,
        review_after: file.review_after,
        unchecked_links: file.unchecked_links.0,
        profile: ProfileFile {
            founded: file.founded,
            jurisdiction: file.jurisdiction,
            memberships: file.memberships,
            legal_form: file.legal_form,
            membership: file.membership,
            join: file.join,
            donation: file.donation,
            newsletter: file.newsletter,
            service_requests: file.service_requests,
            social: file.social,
            contacts: file.contacts,
            notices: file.notices,
            data_licence: file.data_licence,
            policy: file.policy,
        },
        damaged,
        levels,
    };
    Diagnosed { value: config, diagnostics }
}

/// What the file of the settings says, and which of its fields were wrong; of a file that is not
/// there, everything is.
fn decode(
    sources: &Sources,
    path: &SourcePath,
    diagnostics: &mut Vec<Diagnostic>,
) -> (SiteFile, Vec<String>) {
    if let Some(text) = sources.text(path) {
        let decoded = yaml::decode::<SiteFile>(path, text, 0..text.len()).report_to(diagnostics);
        return (decoded.value, decoded.damaged);
    }
    if sources.get(path).is_none() {
        diagnostics
            .push(Diagnostic::new(Code::MissingSite, format!("there is no `{SITE_FILE}`")).help(
            "run this in the folder that holds `content/`, or make a site with `jumelage init DIR`",
        ));
    }
    (SiteFile::default(), vec![String::new()])
}

/// What is wrong with the address of a site.
fn wrong_base(base_url: Option<&Url>, path: &SourcePath) -> Option<Diagnostic> {
    base_url.filter(|url| !url.is_base())?;
    let diagnostic = Diagnostic::new(Code::BadUrl, "the address of a site has no `?` and no `#`");
    Some(diagnostic.at(Place::value(path, "base_url")).help("write the address of its home page"))
}

/// All languages of a site, the originals' first.
fn languages_of(
    written: &[LanguageTag],
    own: &LanguageTag,
    path: &SourcePath,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<LanguageTag> {
    let mut languages = vec![own.clone()];
    for (index, tag) in written.iter().enumerate() {
        if written[..index].contains(tag) {
            diagnostics.push(
                Diagnostic::new(
                    Code::DuplicateKey,
                    format!("the language `{tag}` is listed twice"),
                )
                .at(Place::value(path, format!("languages[{index}]")))
                .help("remove one of the two"),
            );
        } else if tag != own {
            languages.push(tag.clone());
        }
    }
    languages
}
