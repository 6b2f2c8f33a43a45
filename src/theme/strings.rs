//! The theme's words in every language of the site.

use std::collections::HashMap;
use std::iter;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use tera::Value;

use super::files::ThemeFiles;
use crate::diagnostic::{Code, Diagnosed, Diagnostic, Place};
use crate::values::{LanguageTag, SourcePath};

/// The language in which every theme has all its words.
pub(super) const COMPLETE: &str = "en";

/// The words of a theme.
pub struct Strings {
    languages: Vec<LanguageStrings>,
}

struct LanguageStrings {
    tag: String,
    bundle: FluentBundle<FluentResource>,
    /// Messages without arguments, formatted once: most are, and pages ask for them often.
    plain: HashMap<String, Value>,
}

impl std::fmt::Debug for Strings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.languages.iter().map(|language| &language.tag)).finish()
    }
}

impl Strings {
    /// Reads `strings/LANG.ftl` of every language of the site, and of English, which stands in
    /// for what a language lacks. Of several files, the nearest has the last word.
    pub(super) fn load(
        files: &ThemeFiles,
        theme: &str,
        languages: &[LanguageTag],
        asked_for_in: &SourcePath,
    ) -> Diagnosed<Self> {
        let mut diagnostics = Vec::new();
        let mut loaded: Vec<LanguageStrings> = Vec::new();
        let tags = languages.iter().flat_map(|language| [language.as_str(), language.primary()]);
        for tag in tags.chain([COMPLETE]) {
            if loaded.iter().any(|language| language.tag == tag) {
                continue;
            }
            loaded.push(LanguageStrings::read(tag, files.strings(tag), &mut diagnostics));
        }
        let strings = Self { languages: loaded };
        // A theme whose templates hold their words themselves has no strings, and lacks none.
        let has_strings = strings.of(COMPLETE).is_some_and(|strings| !strings.plain.is_empty());
        let wordless = |language: &&LanguageTag| {
            if !has_strings {
                return false;
            }
            let words = [language.as_str(), language.primary()];
            words.iter().all(|tag| strings.of(tag).is_none_or(|strings| strings.plain.is_empty()))
        };
        diagnostics.extend(languages.iter().filter(wordless).map(|language| {
            Diagnostic::new(Code::NoStrings, format!("the theme `{theme}` has no words in `{language}`"))
                .at(Place::value(asked_for_in, "languages"))
                .help(format!("translate its `strings/en.ftl` into `themes/{theme}/strings/{language}.ftl`; until then its words are in English"))
        }));
        Diagnosed { value: strings, diagnostics }
    }

    /// A message without arguments.
    #[must_use]
    pub fn plain(&self, language: &str, key: &str) -> Option<&Value> {
        self.in_order(language).find_map(|strings| strings.plain.get(key))
    }

    /// A message with arguments.
    #[must_use]
    pub fn format(&self, language: &str, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        self.in_order(language).find_map(|strings| strings.format(key, Some(args)))
    }

    /// A message without arguments, as text; its key, if the theme does not have it.
    #[must_use]
    pub fn text(&self, language: &LanguageTag, key: &str) -> String {
        let found = self.plain(language.as_str(), key).and_then(Value::as_str);
        found.unwrap_or(key).to_owned()
    }

    fn of(&self, tag: &str) -> Option<&LanguageStrings> {
        self.languages.iter().find(|strings| strings.tag == tag)
    }

    /// The language itself, then without its region, then the one that is complete.
    fn in_order(&self, language: &str) -> impl Iterator<Item = &LanguageStrings> {
        let primary = move || language.split('-').next().and_then(|primary| self.of(primary));
        let further = iter::once_with(primary).chain(iter::once_with(|| self.of(COMPLETE)));
        self.of(language).into_iter().chain(further.flatten())
    }
}

impl LanguageStrings {
    fn read<'a>(
        tag: &str,
        files: impl Iterator<Item = (&'a SourcePath, &'a str)>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![tag.parse().unwrap_or_default()]);
        // The signs that isolate arguments would stand in titles and attributes too.
        bundle.set_use_isolating(false);
        let mut known = Vec::new();
        for (path, text) in files {
            let resource = FluentResource::try_new(text.to_owned());
            bundle.add_resource_overriding(resource.unwrap_or_else(|(rest, errors)| {
                diagnostics.extend(errors.into_iter().map(|error| {
                    let message = format!("this is not well-formed: {}", error.kind);
                    Diagnostic::new(Code::BadStrings, message)
                        .at(Place::bytes(path, error.pos))
                        .help("a string is written `key = text`, its further lines indented")
                }));
                rest
            }));
            known.extend(keys(text));
        }
        let mut strings = Self { tag: tag.to_owned(), bundle, plain: HashMap::new() };
        for key in known {
            if let Some(message) = strings.format(key, None) {
                strings.plain.insert(key.to_owned(), Value::normal_string(&message));
            }
        }
        strings
    }

    /// A message, unless it is not there or lacks an argument.
    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, args, &mut errors);
        errors.is_empty().then(|| text.into_owned())
    }
}

/// The keys of the messages in a file.
pub(super) fn keys(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let (key, _) = line.split_once('=')?;
        let key = key.trim_end();
        let is_key = key.starts_with(|c: char| c.is_ascii_alphabetic())
            && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        is_key.then_some(key)
    })
}
