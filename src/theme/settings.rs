//! What a site may choose of a theme's look, and what it chose.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::stylesheet;
use crate::diagnostic::{Code, Diagnostic, Place, nearest};
use crate::values::{Colour, SourcePath};

/// The contrast that text needs, as WCAG 2.2 asks for it (1.4.3, level AA).
const READABLE: f64 = 4.5;

/// The contrast of the colour that is made for dark pages: bright enough to glow a little.
const CLEAR: f64 = 8.0;

/// A setting that `theme.yaml` offers.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Offered {
    /// What kind of choice it is.
    is: Kind,
    /// What it changes, for people.
    about: String,
    /// What holds where the site chooses nothing.
    default: String,
    /// What can be chosen from, of a `choice`.
    of: Vec<String>,
    /// The grounds of light pages that a colour must be readable on.
    on: Vec<Colour>,
    /// What a colour is on dark pages, where the site chooses nothing.
    dark: Option<Colour>,
    /// The grounds of dark pages.
    dark_on: Vec<Colour>,
}

/// A kind of setting.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// One of several words.
    #[default]
    Choice,
    /// A colour.
    Colour,
    /// `true` or `false`.
    Switch,
}

/// What a setting is on a site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(inline)]
pub enum Chosen {
    /// One of several words.
    Word(String),
    /// Yes or no.
    Switch(bool),
    /// A colour on light pages, and on dark ones.
    Colour(Pair),
}

/// A colour on light pages, and on dark ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Pair {
    /// On light pages.
    #[serde(serialize_with = "as_text")]
    #[schemars(with = "String")]
    pub light: Colour,
    /// On dark pages.
    #[serde(serialize_with = "as_text")]
    #[schemars(with = "String")]
    pub dark: Colour,
}

/// The settings of a theme as they are on a site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings(BTreeMap<String, Chosen>);

impl Settings {
    /// Compares what a site chose with what its theme offers. What cannot be had is told, and left
    /// as the theme has it.
    pub(super) fn choose(
        offered: &BTreeMap<String, Offered>,
        chosen: &BTreeMap<String, String>,
        file: &SourcePath,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let place = |name: &str| Place::value(file, format!("look.{name}"));
        for name in chosen.keys().filter(|name| !offered.contains_key(*name)) {
            diagnostics.push(unknown(name, offered).at(place(name)));
        }
        let settings = offered.iter().map(|(name, setting)| {
            let written = chosen.get(name);
            let value = written.and_then(|written| match setting.read(written) {
                Ok(value) => Some(value),
                Err(diagnostic) => {
                    diagnostics.push(diagnostic.at(place(name)));
                    None
                }
            });
            (name.clone(), value.unwrap_or_else(|| setting.unchosen()))
        });
        Self(settings.collect())
    }

    /// All of them, by their names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Chosen)> {
        self.0.iter().map(|(name, chosen)| (name.as_str(), chosen))
    }

    /// One of them.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Chosen> {
        self.0.get(name)
    }

    /// A setting that is a colour.
    #[must_use]
    pub fn colour(&self, name: &str) -> Option<Pair> {
        match self.0.get(name)? {
            Chosen::Colour(pair) => Some(*pair),
            Chosen::Word(_) | Chosen::Switch(_) => None,
        }
    }

    /// The colours as custom properties.
    pub(super) fn css(&self) -> String {
        let colours = self.0.iter().filter_map(|(name, chosen)| match chosen {
            Chosen::Colour(pair) => Some((name.as_str(), *pair)),
            Chosen::Word(_) | Chosen::Switch(_) => None,
        });
        stylesheet::properties(&colours.collect::<Vec<_>>())
    }
}

impl Offered {
    /// What kind of choice it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.is
    }

    /// What it changes.
    #[must_use]
    pub fn about(&self) -> &str {
        &self.about
    }

    /// What holds where the site chooses nothing.
    #[must_use]
    pub fn default_value(&self) -> &str {
        &self.default
    }

    /// What can be chosen from.
    #[must_use]
    pub fn choices(&self) -> &[String] {
        &self.of
    }

    /// What is wrong with the offer itself, by the key that it is wrong in.
    pub(super) fn check(&self) -> impl Iterator<Item = (&'static str, Diagnostic)> {
        let default = self.read(&self.default).err().map(|wrong| ("default", wrong));
        let dark = self.dark.and_then(|dark| unreadable(dark, &self.dark_on));
        default.into_iter().chain(dark.map(|wrong| ("dark", wrong)))
    }

    /// What a site chose.
    fn read(&self, written: &str) -> Result<Chosen, Diagnostic> {
        match self.is {
            Kind::Choice if self.of.iter().any(|choice| choice == written) => {
                Ok(Chosen::Word(written.to_owned()))
            }
            Kind::Choice => Err(not_offered(written, &self.of)),
            Kind::Switch => match written {
                "true" => Ok(Chosen::Switch(true)),
                "false" => Ok(Chosen::Switch(false)),
                _ => Err(not_offered(written, &["true".to_owned(), "false".to_owned()])),
            },
            Kind::Colour => self.read_colour(written).map(Chosen::Colour),
        }
    }

    fn read_colour(&self, written: &str) -> Result<Pair, Diagnostic> {
        if matches!(written, "" | "~" | "null") {
            let message =
                "a colour is missing: `#` begins a comment where it is not in quotation marks";
            let help =
                format!("write your colour in quotation marks, such as `\"{}\"`", self.default);
            return Err(Diagnostic::new(Code::BadColour, message).help(help));
        }
        let light = Colour::parse(written).map_err(|refusal| {
            Diagnostic::new(Code::BadColour, refusal.message).maybe_help(refusal.help)
        })?;
        if let Some(wrong) = unreadable(light, &self.on) {
            return Err(wrong);
        }
        let is_default = Colour::parse(&self.default) == Ok(light);
        let dark = if is_default { self.dark } else { None };
        let dark = dark.unwrap_or_else(|| light.readable_on(&self.dark_on, CLEAR));
        Ok(Pair { light, dark })
    }

    /// What holds where the site chooses nothing; whether it is well written is said by `check`.
    fn unchosen(&self) -> Chosen {
        self.read(&self.default).unwrap_or(match self.is {
            Kind::Choice => Chosen::Word(self.default.clone()),
            Kind::Switch => Chosen::Switch(false),
            Kind::Colour => Chosen::Colour(Pair { light: Colour::BLACK, dark: Colour::WHITE }),
        })
    }
}

impl Kind {
    /// What it is called in `theme.yaml`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Choice => "choice",
            Self::Colour => "colour",
            Self::Switch => "switch",
        }
    }
}

impl std::fmt::Display for Chosen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Word(word) => f.write_str(word),
            Self::Switch(switch) => write!(f, "{switch}"),
            Self::Colour(pair) => write!(f, "{}", pair.light),
        }
    }
}

/// Says that text in a colour cannot be read on one of the grounds, if so.
fn unreadable(colour: Colour, grounds: &[Colour]) -> Option<Diagnostic> {
    let (contrast, ground) = colour.worst_on(grounds)?;
    if contrast >= READABLE {
        return None;
    }
    let message = format!(
        "text in the colour `{colour}` is hard to read: its contrast with the ground `{ground}` of this theme is {contrast:.1} to 1"
    );
    let readable = colour.readable_on(grounds, READABLE);
    let reaches = readable.worst_on(grounds).is_some_and(|(reached, _)| reached >= READABLE);
    let help = if reaches {
        format!("text needs {READABLE} to 1; the nearest colour that has it is `\"{readable}\"`")
    } else {
        format!(
            "text needs {READABLE} to 1, and no colour has it on all the grounds that the theme names"
        )
    };
    Some(Diagnostic::new(Code::LowContrast, message).help(help))
}

fn unknown(name: &str, offered: &BTreeMap<String, Offered>) -> Diagnostic {
    let names: Vec<&str> = offered.keys().map(String::as_str).collect();
    let help = match (nearest(name, names.iter().copied()), names.as_slice()) {
        (Some(near), _) => format!("did you mean `{near}`?"),
        (None, []) => "the theme has no settings: leave it out".to_owned(),
        (None, names) => format!("there are `{}`", names.join("`, `")),
    };
    Diagnostic::new(Code::UnknownSetting, format!("the theme has no setting `{name}`")).help(help)
}

fn not_offered(written: &str, choices: &[String]) -> Diagnostic {
    let help = match nearest(written, choices.iter().map(String::as_str)) {
        Some(near) => format!("did you mean `{near}`?"),
        None if choices.is_empty() => "say under `of` what can be chosen".to_owned(),
        None => format!("write `{}`", choices.join("` or `")),
    };
    Diagnostic::new(Code::UnknownValue, format!("`{written}` cannot be chosen")).help(help)
}

fn as_text<S: serde::Serializer>(colour: &Colour, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(colour)
}
