//! Words that may be written in several languages.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use super::{LanguageTag, Refusal};

/// A text that says something: not empty, and without signs that turn it around unseen.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Text(String);

impl Text {
    /// Reads a text; blanks around it are not part of it. A bare number is a text too, where
    /// nothing but a text can be meant.
    pub fn parse(written: &str) -> Result<Self, Refusal> {
        let written = written.trim();
        if written.is_empty() {
            return Err(
                Refusal::new("empty-text", "the text is empty").help("write it, or remove the key")
            );
        }
        let turns = |c: &char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        match written.chars().find(turns) {
            None => Ok(Self(written.to_owned())),
            Some(sign) => {
                let code = u32::from(sign);
                let message =
                    format!("there is an invisible sign (U+{code:04X}) that turns the text around");
                Err(Refusal::new("control-character", message)
                    .help("delete it and type the text again"))
            }
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.0
    }
}

super::deserialize_by_parse!(Text);

/// A text in the site's own language, or one text per language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Words {
    /// The text without a language: it is in the site's own.
    plain: Option<String>,
    /// The texts whose language is named.
    tagged: Vec<(LanguageTag, String)>,
}

impl Words {
    /// Words in the site's own language.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { plain: Some(text.into()), tagged: Vec::new() }
    }

    /// Adds the words in another language; they go before those that are there already.
    pub fn translate(&mut self, language: LanguageTag, text: String) {
        self.tagged.insert(0, (language, text));
    }

    /// The words in a language, if they are written in it. `own` is the site's own language.
    #[must_use]
    pub fn in_language(&self, language: &LanguageTag, own: &LanguageTag) -> Option<&str> {
        let tagged = self.tagged.iter().find(|(tag, _)| tag == language);
        match tagged {
            Some((_, text)) => Some(text),
            None if language == own => self.plain.as_deref(),
            None => None,
        }
    }

    /// The words in a language; else in the site's own, else in the first there is, and with
    /// them the language they are in.
    #[must_use]
    pub fn best<'a>(
        &'a self,
        language: &'a LanguageTag,
        own: &'a LanguageTag,
    ) -> (&'a str, &'a LanguageTag) {
        if let Some(text) = self.in_language(language, own) {
            return (text, language);
        }
        if let Some(text) = self.in_language(own, own) {
            return (text, own);
        }
        self.tagged.first().map_or(("", own), |(tag, text)| (text, tag))
    }

    /// Every language that is named.
    pub fn languages(&self) -> impl Iterator<Item = &LanguageTag> {
        self.tagged.iter().map(|(tag, _)| tag)
    }

    /// Every text.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.plain.iter().chain(self.tagged.iter().map(|(_, text)| text)).map(String::as_str)
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WordsVisitor)
    }
}

struct WordsVisitor;

fn text<E: Error>(text: &str) -> Result<String, E> {
    Text::parse(text).map(String::from).map_err(|refusal| E::custom(refusal.to_wire()))
}

fn needs_quotes<E: Error>(value: impl fmt::Display) -> E {
    let refusal = Refusal::new("needs-quotes", format!("`{value}` is not read as a text"))
        .help(format!("put it in quotes: `\"{value}\"`"));
    E::custom(refusal.to_wire())
}

/// Within braces a comma parts entries, so that half a sentence looks like a key.
fn not_a_language<E: Error>(key: &str, refusal: Refusal) -> E {
    let refusal = if key.contains(char::is_whitespace) {
        Refusal::new("needs-quotes", format!("`{key}` stands where a language was expected"))
            .help("within braces, a text with a comma in it goes in quotes: `{ en: \"led, and taught\" }`")
    } else {
        refusal
    };
    E::custom(refusal.to_wire())
}

impl<'de> Visitor<'de> for WordsVisitor {
    type Value = Words;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, or one text per language (`{ en: …, ht: … }`),")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Words, E> {
        Ok(Words::plain(text(value)?))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Words, E> {
        Err(needs_quotes(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Words, E> {
        Err(needs_quotes(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Words, E> {
        Err(needs_quotes(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Words, E> {
        Err(needs_quotes(value))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Words, A::Error> {
        let mut words = Words { plain: None, tagged: Vec::new() };
        while let Some((key, value)) = map.next_entry::<String, Option<String>>()? {
            let language =
                LanguageTag::parse(&key).map_err(|refusal| not_a_language(&key, refusal))?;
            let value = value.unwrap_or_default();
            if words.languages().any(|known| *known == language) {
                let refusal =
                    Refusal::new("duplicate-key", format!("`{language}` stands here twice"));
                return Err(A::Error::custom(refusal.to_wire()));
            }
            words.tagged.push((language, text(&value)?));
        }
        if words.tagged.is_empty() {
            return Err(A::Error::custom(
                Refusal::new("empty-text", "the text is empty").to_wire(),
            ));
        }
        Ok(words)
    }
}
