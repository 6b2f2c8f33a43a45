//! Templates into the template engine, and its errors into diagnostics.

use std::collections::BTreeSet;
use std::sync::Arc;

use tera::{ErrorKind, Tera};

use super::files::ThemeFiles;
use super::{Strings, filters, tags};
use crate::diagnostic::{Code, Diagnosed, Diagnostic, Place};
use crate::values::SourcePath;

/// Reads the templates of a theme.
pub(super) fn load(files: &ThemeFiles, strings: &Arc<Strings>) -> Diagnosed<Option<Tera>> {
    let mut tera = Tera::default();
    filters::register(&mut tera, strings);
    let mut templates: Vec<(&str, &str)> =
        files.texts("templates").map(|(name, _, text)| (name, text)).collect();
    // A component may be defined only once, so what nobody builds on is left out.
    let mut seen = BTreeSet::new();
    let mut asked_for: Vec<&str> =
        templates.iter().flat_map(|(_, text)| tags::asked_for(text)).collect();
    while let Some(name) = asked_for.pop() {
        if let Some((name, text)) = files.original(name)
            && seen.insert(name)
        {
            templates.push((name, text));
            asked_for.extend(tags::asked_for(text));
        }
    }
    match tera.add_raw_templates(templates) {
        Ok(()) => Diagnosed::fine(Some(tera)),
        Err(error) => Diagnosed { value: None, diagnostics: load_diagnostics(&error, files) },
    }
}

/// The errors of reading all templates; some of them come as one text of many reports.
fn load_diagnostics(error: &tera::Error, files: &ThemeFiles) -> Vec<Diagnostic> {
    let ErrorKind::Msg(text) = error.kind() else { return vec![diagnostic(error, files)] };
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    let mut message = "";
    for line in text.lines().map(str::trim) {
        if let Some(place) = line.strip_prefix("--> ") {
            diagnostics.push(reported(message, place, files));
        } else if !line.is_empty() && !line.contains('|') {
            message = line.trim_start_matches("error:").trim_start_matches("ERROR:").trim();
        }
    }
    if diagnostics.is_empty() {
        diagnostics.push(Diagnostic::new(Code::TemplateError, in_our_voice(text)));
    }
    diagnostics
}

/// A report whose place is written as `name:line:column`.
fn reported(message: &str, place: &str, files: &ThemeFiles) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::TemplateError, in_our_voice(message));
    let mut parts = place.rsplitn(3, ':');
    let mut number = || parts.next().and_then(|part| part.trim().parse::<usize>().ok());
    let (Some(column), Some(line)) = (number(), number()) else { return diagnostic };
    let Some(path) = parts.next().and_then(|name| files.template_path(name)) else {
        return diagnostic;
    };
    let text = files
        .texts("templates")
        .find(|(_, other, _)| *other == path)
        .map_or("", |(_, _, text)| text);
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let column = text[start..].char_indices().nth(column.saturating_sub(1)).map_or(0, |(at, _)| at);
    diagnostic.at(Place::bytes(path, start + column..start + column + 1))
}

/// An error of the template engine, with the template and the bytes in it.
pub(super) fn diagnostic(error: &tera::Error, files: &ThemeFiles) -> Diagnostic {
    let at = |diagnostic: Diagnostic, name: &str, place: &dyn Fn(&SourcePath) -> Place| match files
        .template_path(name)
    {
        Some(path) => diagnostic.at(place(path)),
        None => diagnostic,
    };
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let message = in_our_voice(report.message());
            let code = if message.starts_with(filters::NO_STRING) {
                Code::MissingString
            } else {
                Code::TemplateError
            };
            let diagnostic = Diagnostic::new(code, message);
            at(diagnostic, report.filename(), &|path| {
                Place::bytes(path, report.span().range.clone())
            })
        }
        ErrorKind::MissingParent { current, parent } => {
            let message = format!("`{current}` extends `{parent}`, which is not there");
            at(Diagnostic::new(Code::TemplateError, message), current, &Place::file)
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            let message = format!("`{tpl}` comes back to itself by what it extends or includes");
            at(Diagnostic::new(Code::TemplateError, message), tpl, &Place::file)
        }
        _ => Diagnostic::new(Code::TemplateError, in_our_voice(&error.to_string())),
    }
}

/// One line, a small letter at its beginning, no full stop at its end.
fn in_our_voice(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.trim_end_matches('.');
    let mut chars = line.chars();
    match chars.next() {
        // An abbreviation stays as it is.
        Some(first) if !chars.as_str().starts_with(char::is_uppercase) => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => line.to_owned(),
    }
}
