//! What the owner of the site chose: `content/site.yaml`.
//!
//! References stay as they are written; the programme resolves them.

pub mod languages;

use serde::Deserialize;

use crate::diagnostic::{Code, Diagnosed, Diagnostic, Place};
use crate::source::{Sources, yaml};
use crate::values::{LanguageTag, SourcePath, Url, Words};

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
    /// The id of the home city.
    pub home: Option<String>,
    /// The id of the organization that is responsible.
    pub operator: Option<String>,
    /// Where the site will be.
    pub base_url: Option<Url>,
    /// The language of the originals.
    pub language: LanguageTag,
    /// All languages of the site, the originals' first.
    pub languages: Vec<LanguageTag>,
    /// The theme's name.
    pub theme: String,
    /// The menu; what there is, if the owner has not chosen.
    pub menu: Option<Vec<MenuEntry>>,
    /// Where the directory lists paused relationships.
    pub paused: PausedGroup,
}

/// An entry of the menu as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuEntry {
    /// What it leads to: a section, or a thing such as `page:about`.
    pub to: String,
    /// What it is called, if not as the thing itself.
    pub label: Option<Words>,
}

/// Where the directory lists paused relationships.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PausedGroup {
    /// Among the active ones, with a mark.
    #[default]
    WithActive,
    /// In a group of their own.
    Apart,
}

/// What `site.yaml` says.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct SiteFile {
    name: Option<Words>,
    tagline: Option<Words>,
    summary: Option<Words>,
    home: Option<String>,
    operator: Option<String>,
    base_url: Option<Url>,
    language: Option<LanguageTag>,
    languages: Vec<LanguageTag>,
    theme: Option<String>,
    menu: Option<Vec<MenuItem>>,
    directory: DirectoryFile,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct DirectoryFile {
    paused: PausedGroup,
}

#[derive(Debug)]
struct MenuItem(MenuEntry);

impl<'de> Deserialize<'de> for MenuItem {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Default, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        struct Labelled {
            to: String,
            label: Option<Words>,
        }
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
                Ok(MenuItem(MenuEntry { to: item.to, label: item.label }))
            }
        }
        deserializer.deserialize_any(ItemVisitor)
    }
}

/// Reads the settings. A site without them has a name all the same, so that what else is wrong
/// with it can be said too.
#[must_use]
pub fn parse(sources: &Sources) -> Diagnosed<Config> {
    let path = SourcePath::new(SITE_FILE).expect("the path is well-formed");
    let mut diagnostics = Vec::new();
    let (file, damaged) = match sources.text(&path) {
        Some(text) => {
            let decoded =
                yaml::decode::<SiteFile>(&path, text, 0..text.len()).report_to(&mut diagnostics);
            (decoded.value, decoded.damaged)
        }
        None => {
            if sources.get(&path).is_none() {
                diagnostics.push(
                    Diagnostic::new(Code::MissingSite, format!("there is no `{SITE_FILE}`"))
                        .help("run this in the folder that holds `content/`, or make a site with `jumelage init DIR`"),
                );
            }
            (SiteFile::default(), vec![String::new()])
        }
    };
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
        file.home.is_some(),
        "my-town`, where `my-town.md` in `content/cities/` tells of your own city; the id is `my-town",
    );
    let language =
        file.language.unwrap_or_else(|| LanguageTag::parse("en").expect("`en` is a language tag"));
    let mut languages = vec![language.clone()];
    for (index, tag) in file.languages.iter().enumerate() {
        if file.languages[..index].contains(tag) {
            diagnostics.push(
                Diagnostic::new(
                    Code::DuplicateKey,
                    format!("the language `{tag}` is listed twice"),
                )
                .at(Place::value(&path, format!("languages[{index}]")))
                .help("remove one of the two"),
            );
        } else if *tag != language {
            languages.push(tag.clone());
        }
    }
    if file.base_url.as_ref().is_some_and(|url| !url.is_base()) {
        diagnostics.push(
            Diagnostic::new(Code::BadUrl, "the address of a site has no `?` and no `#`")
                .at(Place::value(&path, "base_url"))
                .help("write the address of its home page"),
        );
    }
    let config = Config {
        file: path,
        name: file.name.unwrap_or_else(|| Words::plain("Sister cities")),
        tagline: file.tagline,
        summary: file.summary,
        home: file.home,
        operator: file.operator,
        base_url: file.base_url,
        language,
        languages,
        theme: file.theme.unwrap_or_else(|| "civic".to_owned()),
        menu: file.menu.map(|items| items.into_iter().map(|item| item.0).collect()),
        paused: file.directory.paused,
    };
    Diagnosed { value: config, diagnostics }
}
