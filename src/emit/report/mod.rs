//! The report to a council: as text, as one page of HTML, and as JSON. It is no part of the site.

mod html;
mod sheet;
mod text;

use super::Context;
use crate::diagnostic::{Code, Diagnosed, Diagnostic, Place};
use crate::programme::report::ReportView;
use crate::values::LanguageTag;
use sheet::Sheet;

/// Which report is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The year; if not said, that of today.
    pub year: Option<i32>,
    /// How it is written.
    pub format: Format,
    /// The language; if not said, the site's own.
    pub language: Option<LanguageTag>,
}

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For a terminal or an e-mail.
    Text,
    /// A page that needs no other file.
    Html,
    /// For other programs.
    Json,
}

/// Makes the report; none in a language that the site does not have.
#[must_use]
pub fn report(context: &Context<'_>, wanted: &Wanted) -> Diagnosed<Option<String>> {
    let site = context.site;
    let language = wanted.language.as_ref().unwrap_or(&site.language);
    if !context.config.languages.contains(language) {
        return Diagnosed { value: None, diagnostics: vec![unknown(language, context)] };
    }
    let lens = context.lens(language);
    let view = ReportView::new(wanted.year.unwrap_or(site.today.year()), &lens);
    let sheet = || Sheet::new(&view, context, &lens);
    Diagnosed::fine(Some(match wanted.format {
        Format::Text => text::print(&sheet()),
        Format::Html => html::print(&sheet(), language),
        Format::Json => {
            let json = serde_json::to_string_pretty(&view);
            format!("{}\n", json.expect("a view has text for keys, and is written to memory"))
        }
    }))
}

fn unknown(language: &LanguageTag, context: &Context<'_>) -> Diagnostic {
    let known: Vec<&str> = context.config.languages.iter().map(LanguageTag::as_str).collect();
    Diagnostic::new(Code::UnknownValue, format!("the site has no language `{language}`"))
        .at(Place::file(&context.config.file))
        .help(format!("it has {}; others are added to `languages`", known.join(", ")))
}
