//! Prose in several languages.

use crate::values::LanguageTag;

/// A value in the site's own language, and in those it has been translated into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Localized<T> {
    own: T,
    translations: Vec<(LanguageTag, T)>,
}

impl<T> Localized<T> {
    /// A value in the site's own language.
    pub fn new(own: T) -> Self {
        Self { own, translations: Vec::new() }
    }

    /// Adds a translation.
    pub fn translate(&mut self, language: LanguageTag, value: T) {
        self.translations.push((language, value));
    }

    /// The value in a language, if it has been translated into it.
    #[must_use]
    pub fn translation(&self, language: &LanguageTag) -> Option<&T> {
        self.translations.iter().find(|(tag, _)| tag == language).map(|(_, value)| value)
    }

    /// The value in the site's own language.
    #[must_use]
    pub fn own(&self) -> &T {
        &self.own
    }

    /// The values in all languages, the own one first.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        std::iter::once(&self.own).chain(self.translations.iter().map(|(_, value)| value))
    }

    /// Changes every value; the own one has no language.
    pub fn map<U>(self, mut change: impl FnMut(Option<&LanguageTag>, T) -> U) -> Localized<U> {
        let own = change(None, self.own);
        let translations = self.translations.into_iter();
        let translations = translations.map(|(tag, value)| {
            let value = change(Some(&tag), value);
            (tag, value)
        });
        Localized { own, translations: translations.collect() }
    }
}
