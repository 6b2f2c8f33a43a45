//! YAML into types.
//!
//! The fast way is `serde_yaml`, which knows nothing of places. Only when it refuses a text is
//! the text read a second time, with places (`tree`), and decoded by the same types in a way
//! that goes on after a mistake (`decode`), so that all mistakes of a file are reported at once.

mod decode;
mod deserializer;
mod fields;
mod slips;
mod tree;

use std::ops::Range;

use memchr::memchr2_iter;
use serde::de::DeserializeOwned;

use crate::diagnostic::{Code, Diagnosed, Diagnostic, Place};
use crate::values::{Refusal, SourcePath};

pub use fields::fields_of;
pub use tree::SpanIndex;

/// What became of a text in YAML.
pub struct Decoded<T> {
    /// The value, without what was wrong.
    pub value: T,
    /// The fields that were wrong and have been left out, such as `relationship.established`:
    /// they are not missing.
    pub damaged: Vec<String>,
}

/// Decodes a part of a file.
pub fn decode<T: DeserializeOwned + Default>(
    path: &SourcePath,
    text: &str,
    part: Range<usize>,
) -> Diagnosed<Decoded<T>> {
    let yaml = &text[part.clone()];
    if !might_hold_marks(yaml) && !might_be_deep(yaml) {
        if yaml.trim().is_empty() {
            return Diagnosed::fine(Decoded { value: T::default(), damaged: Vec::new() });
        }
        if let Ok(value) = serde_yaml::from_str(yaml) {
            return Diagnosed::fine(Decoded { value, damaged: Vec::new() });
        }
    }
    slowly(path, yaml, part.start)
}

/// Whether a word begins with `&` or `!`, which YAML would take for an anchor or a tag and drop.
/// Prose may hold such words, so the tree decides; an alias, a `*`, needs an anchor.
fn might_hold_marks(yaml: &str) -> bool {
    let bytes = yaml.as_bytes();
    memchr2_iter(b'&', b'!', bytes).any(|at| {
        let begins = at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
        let goes_on = bytes.get(at + 1).is_some_and(|next| !next.is_ascii_whitespace());
        begins && goes_on
    })
}

/// Whether more brackets are open than content needs: the fast reader takes minutes over a hundred
/// thousand of them, and the tree refuses them.
fn might_be_deep(yaml: &str) -> bool {
    const DEEPEST: i64 = 32;
    let bytes = yaml.as_bytes();
    // As a rule there are not so many at all.
    if memchr2_iter(b'[', b'{', bytes).fold(0, |count, _| count + 1) <= DEEPEST {
        return false;
    }
    let mut depth = 0;
    bytes.iter().any(|byte| {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth -= 1,
            _ => {}
        }
        depth > DEEPEST
    })
}

fn slowly<T: DeserializeOwned + Default>(
    path: &SourcePath,
    yaml: &str,
    offset: usize,
) -> Diagnosed<Decoded<T>> {
    let place = |span: Range<usize>| Place::bytes(path, span.start + offset..span.end + offset);
    let mut tree = match tree::parse(yaml) {
        Ok(tree) => tree,
        Err(problem) => {
            let diagnostic = Diagnostic::new(problem.code, problem.message)
                .at(place(problem.span))
                .maybe_help(problem.help);
            let damaged = vec![String::new()];
            return Diagnosed {
                value: Decoded { value: T::default(), damaged },
                diagnostics: vec![diagnostic],
            };
        }
    };
    let (value, mistakes) = decode::decode(&mut tree);
    let damaged = mistakes.iter().map(|mistake| mistake.field.clone()).collect();
    let mut diagnostics: Vec<Diagnostic> = mistakes
        .into_iter()
        .map(|mistake| {
            Diagnostic::new(mistake.code, mistake.message)
                .at(place(mistake.span))
                .maybe_help(mistake.help)
        })
        .collect();
    // The two parsers could disagree on exotic input: then the first one's word counts.
    if diagnostics.is_empty()
        && !yaml.trim().is_empty()
        && let Err(error) = serde_yaml::from_str::<T>(yaml)
    {
        let at = error.location().map_or(0, |location| location.index());
        diagnostics.push(remark(&error).at(place(at..at + 1)));
    }
    // Nothing is missing from a file that nothing could be read from.
    let mut damaged: Vec<String> = damaged;
    if value.is_none() {
        damaged.push(String::new());
    }
    Diagnosed { value: Decoded { value: value.unwrap_or_default(), damaged }, diagnostics }
}

/// What the fast reader has to say: one of our own refusals, or its own words.
pub fn remark(error: &serde_yaml::Error) -> Diagnostic {
    let words = error.to_string();
    // The reader puts the name of the field before a refusal.
    let wire = words.find('\u{1f}').and_then(|start| Refusal::from_wire(&words[start..]));
    match wire {
        Some(refusal) => {
            let code = Code::from_name(refusal.code).unwrap_or(Code::WrongType);
            Diagnostic::new(code, refusal.message).maybe_help(refusal.help)
        }
        None => Diagnostic::new(Code::YamlSyntax, words),
    }
}
