//! How much a rule weighs on this site.

use std::collections::BTreeMap;

use super::{Code, Diagnostic, Severity};

/// How much a rule weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// It is not applied.
    Off,
    /// Its findings are so severe.
    At(Severity),
}

impl Level {
    /// The words that a level is written with.
    pub const WORDS: [&str; 4] = ["off", "note", "warning", "error"];

    /// The level of a word.
    ///
    /// ```
    /// use jumelage::diagnostic::{Level, Severity};
    ///
    /// assert_eq!(Level::from_word("error"), Some(Level::At(Severity::Error)));
    /// assert_eq!(Level::from_word("loud"), None);
    /// ```
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "off" => Self::Off,
            "note" => Self::At(Severity::Note),
            "warning" => Self::At(Severity::Warning),
            "error" => Self::At(Severity::Error),
            _ => return None,
        })
    }
}

/// The levels that the owner has given to rules; all others weigh what they weigh by themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Levels(BTreeMap<Code, Level>);

impl Levels {
    /// Gives a rule its level.
    pub fn set(&mut self, rule: Code, level: Level) {
        self.0.insert(rule, level);
    }

    /// Whether a rule is not applied.
    #[must_use]
    pub fn is_off(&self, rule: Code) -> bool {
        self.0.get(&rule) == Some(&Level::Off)
    }

    /// A remark as severe as its rule is here; none, if that is off.
    #[must_use]
    pub fn weigh(&self, mut remark: Diagnostic) -> Option<Diagnostic> {
        match self.0.get(&remark.code) {
            Some(Level::Off) => return None,
            Some(Level::At(severity)) => remark.severity = *severity,
            None => {}
        }
        Some(remark)
    }
}
