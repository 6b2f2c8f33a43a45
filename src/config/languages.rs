//! The words of the site's languages: the built-in ones, and what the site adds to them in
//! `content/languages/TAG.yaml`.

use std::sync::Arc;

use super::Config;
use crate::diagnostic::{Code, Diagnosed, Diagnostic, Place};
use crate::language::Lexicon;
use crate::memo::{Fingerprint, Memory};
use crate::source::{Sources, yaml};
use crate::values::{LanguageTag, SourcePath};

/// The lexicons of a site, its own language's first.
#[derive(Debug)]
pub struct Lexicons {
    lexicons: Vec<Lexicon>,
    fingerprint: Fingerprint,
}

impl Lexicons {
    /// The lexicon of a language of the site.
    #[must_use]
    pub fn of(&self, language: &LanguageTag) -> &Lexicon {
        let found = self.lexicons.iter().find(|lexicon| lexicon.language() == language);
        found.unwrap_or_else(|| self.own())
    }

    /// Stands for all of them.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }

    /// The lexicon of the site's own language.
    #[must_use]
    pub fn own(&self) -> &Lexicon {
        self.lexicons.first().expect("a site has at least its own language")
    }
}

/// Gathers the words of every language of a site.
#[must_use]
pub fn load(sources: &Sources, config: &Config, memory: &Memory) -> Diagnosed<Arc<Lexicons>> {
    let fingerprint = memory.fingerprint(|| fingerprint(sources, config));
    let lexicons =
        memory.newest("lexicons", || fingerprint, || load_anew(sources, config, fingerprint));
    Arc::unwrap_or_clone(lexicons)
}

/// Stands for everything that the lexicons are made from, beside what is built in.
fn fingerprint(sources: &Sources, config: &Config) -> Fingerprint {
    let files = sources.below("content/languages");
    let files: Vec<_> = files.map(|(path, _)| (path, sources.fingerprint(path))).collect();
    Fingerprint::of(&(&config.languages, files))
}

fn load_anew(
    sources: &Sources,
    config: &Config,
    fingerprint: Fingerprint,
) -> Diagnosed<Arc<Lexicons>> {
    let mut diagnostics = Vec::new();
    let lexicons = config.languages.iter().map(|language| {
        let base = || Lexicon::built_in(language).unwrap_or_else(|| Lexicon::new(language));
        let path = SourcePath::new(&format!("content/languages/{language}.yaml"))
            .expect("a language tag is a file name");
        let Some(words) = sources.text(&path) else {
            if Lexicon::built_in(language).is_none() {
                diagnostics.push(
                    Diagnostic::new(
                        Code::NoLexicon,
                        format!("jumelage does not know the months and numbers of `{language}`"),
                    )
                    .at(Place::value(&config.file, "languages"))
                    .help(format!("write them into `{path}`; until then dates are in English")),
                );
            }
            return base();
        };
        base().extended(words).unwrap_or_else(|error| {
            let place = match error.location() {
                Some(location) => Place::bytes(&path, location.index()..location.index() + 1),
                None => Place::file(&path),
            };
            diagnostics.push(yaml::remark(&error).at(place));
            base()
        })
    });
    let lexicons = lexicons.collect();
    Diagnosed { value: Arc::new(Lexicons { lexicons, fingerprint }), diagnostics }
}
