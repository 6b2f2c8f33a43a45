//! The words of each language that the program itself needs: dates, numbers, lists, quotation
//! marks and the names of countries. What the pages say is in the themes.

mod date;
mod ink;
mod list;
mod number;
mod pattern;
mod words;

use serde_yaml::Error;

use crate::values::{CountryCode, LanguageTag};
pub use date::ShownDate;
pub use words::Quotes;
use words::{Changes, Words};

const ENGLISH: &str = include_str!("data/en.yaml");

/// The languages besides English whose words the program brings along.
const BUILT_IN: [(&str, &str); 4] = [
    ("de", include_str!("data/de.yaml")),
    ("es", include_str!("data/es.yaml")),
    ("fr", include_str!("data/fr.yaml")),
    ("ht", include_str!("data/ht.yaml")),
];

/// The words of one language.
///
/// It is read from YAML, so whoever needs it often keeps it.
///
/// ```
/// use jumelage::language::Lexicon;
/// use jumelage::values::{Date, LanguageTag};
///
/// let kreyol = Lexicon::built_in(&LanguageTag::parse("ht").unwrap()).unwrap();
/// assert_eq!(kreyol.name(), "Kreyòl ayisyen");
/// assert_eq!(kreyol.date(&Date::parse("1982-06").unwrap()).text, "jen 1982");
/// ```
#[derive(Debug, Clone)]
pub struct Lexicon {
    language: LanguageTag,
    words: Words,
}

impl Lexicon {
    /// The words of a language that the program knows. A region speaks as its language does:
    /// `es-MX` as `es`.
    #[must_use]
    pub fn built_in(language: &LanguageTag) -> Option<Self> {
        if language.primary() == "en" {
            return Some(Self { language: language.clone(), words: english() });
        }
        let (_, yaml) = BUILT_IN.iter().find(|(tag, _)| *tag == language.primary())?;
        let lexicon = Self::new(language).extended(yaml);
        Some(lexicon.expect("a test reads the data of each language"))
    }

    /// The words of English.
    #[must_use]
    pub fn english() -> Self {
        let language = LanguageTag::parse("en").expect("`en` is a language tag");
        Self { language, words: english() }
    }

    /// What to extend for a language that the program does not know: dates are in English, and
    /// there are no numbers in words and no names of countries.
    #[must_use]
    pub fn new(language: &LanguageTag) -> Self {
        let mut words = english();
        words.name = language.as_str().to_owned();
        words.numbers.clear();
        words.countries.clear();
        Self { language: language.clone(), words }
    }

    /// Adds or replaces what a file of words says, in the form of `data/en.yaml` with any of its
    /// keys. Names of countries are added to those that are there.
    pub fn extended(mut self, yaml: &str) -> Result<Self, Error> {
        let mut changes: Changes = serde_yaml::from_str(yaml)?;
        self.words.countries.extend(changes.countries.take().unwrap_or_default());
        self.words.change(changes);
        Ok(self)
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> &LanguageTag {
        &self.language
    }

    /// What the language is called by those who speak it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.words.name
    }

    /// The names of the months, from 1 to 12: by themselves, and those after a day where they take
    /// another form there.
    pub fn months(&self) -> impl Iterator<Item = (u8, &str)> {
        let with_day = self.words.months_with_day.iter().flatten();
        let names = self.words.months.iter().zip(1..).chain(with_day.zip(1..));
        names.map(|(name, month)| (month, name.as_str()))
    }

    /// The name of a country in this language. Where there is none, the page shows the English
    /// name and says that it is English.
    #[must_use]
    pub fn country(&self, code: CountryCode) -> Option<&str> {
        self.words.countries.get(&code).map(String::as_str)
    }

    /// The country of a name in this language.
    #[must_use]
    pub fn country_named(&self, name: &str) -> Option<CountryCode> {
        let mut countries = self.words.countries.iter();
        countries.find(|(_, known)| known.eq_ignore_ascii_case(name)).map(|(code, _)| *code)
    }

    /// A month by itself, by its number from 1 to 12.
    #[must_use]
    pub fn month(&self, number: u8) -> &str {
        let index = usize::from(number.clamp(1, 12)) - 1;
        &self.words.months[index]
    }

    /// The marks around what somebody said.
    #[must_use]
    pub fn quotes(&self) -> &Quotes {
        &self.words.quotes
    }

    /// What stands where a date is not known.
    #[must_use]
    pub fn unknown_date(&self) -> &str {
        &self.words.unknown
    }
}

fn english() -> Words {
    serde_yaml::from_str(ENGLISH).expect("a test reads the data of each language")
}

#[cfg(test)]
mod tests;
