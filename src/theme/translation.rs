//! Which words of a theme are not translated.

use std::collections::BTreeSet;

use super::Choice;
use super::files;
use super::strings::{COMPLETE, keys};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::source::Sources;
use crate::values::LanguageTag;

/// So many keys are named; nobody reads more of them in one message.
const NAMED: usize = 8;

/// The languages of a theme that have words, but not all of them. A build says nothing of them:
/// what lacks is in English.
#[must_use]
pub fn untranslated(sources: &Sources, choice: Choice<'_>) -> Vec<Diagnostic> {
    let Some(files) = files::gather(sources, choice.name, choice.file).value else {
        return Vec::new();
    };
    let of = |tag| files.strings(tag).flat_map(|(_, text)| keys(text)).collect::<BTreeSet<_>>();
    let complete = of(COMPLETE);
    let mut diagnostics = Vec::new();
    for tag in files.languages().filter(|tag| LanguageTag::parse(tag).is_ok()) {
        let known = of(tag);
        let lacking: Vec<&str> = complete.difference(&known).copied().collect();
        let named: Vec<String> = lacking.iter().take(NAMED).map(|key| format!("`{key}`")).collect();
        let more = match lacking.len() - named.len() {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        if let Some((path, _)) = files.strings(tag).last()
            && !lacking.is_empty()
        {
            let message = format!("`{tag}.ftl` lacks {}{more}", named.join(", "));
            diagnostics.push(
                Diagnostic::new(Code::NoStrings, message)
                    .at(Place::file(path))
                    .help("copy them from `strings/en.ftl` and translate them; until then they are in English"),
            );
        }
    }
    diagnostics
}
