//! `jumelage theme check`: the theme, looked through as a whole and filled in for each page of the
//! site.

use super::{Exit, Site, complain, say};
use crate::cli::args::{Format, ThemeCheck};
use crate::cli::tell::tell;
use crate::cli::today::today;
use crate::diagnostic::{Code, Finding, Severity, human};
use crate::pipeline::{self, Options};
use crate::source::locate;
use crate::theme::{built_in_text, untranslated};

/// What is wrong with a theme, wherever it shows.
const OF_THEMES: [Code; 11] = [
    Code::UnknownTheme,
    Code::BadTheme,
    Code::UnknownSetting,
    Code::BadColour,
    Code::LowContrast,
    Code::MissingTemplate,
    Code::UnknownVariable,
    Code::NoStrings,
    Code::MissingString,
    Code::TemplateError,
    Code::PageStructure,
];

pub(super) fn run(arguments: &ThemeCheck) -> Result<Exit, Exit> {
    let site = Site::read(&arguments.place.site)?;
    let choice = site.choose(arguments.name.as_deref())?;
    let options = Options {
        today: today(),
        drafts: true,
        base_url: None,
        theme: Some(choice.name.to_owned()),
        strict: false,
    };
    let (of_theme, of_site): (Vec<Finding>, Vec<Finding>) =
        pipeline::build(&site.sources, &options).findings.into_iter().partition(is_of_theme);
    let lacking = untranslated(&site.sources, choice);
    let mut findings = of_theme;
    findings.extend(locate(lacking, &site.sources, built_in_text));
    if arguments.strict {
        let warnings = findings.iter_mut().filter(|it| it.severity == Severity::Warning);
        warnings.for_each(|finding| finding.severity = Severity::Error);
    }
    tell(&findings, &[], arguments.format)?;
    let is_error = |finding: &Finding| finding.severity == Severity::Error;
    let remarks = human::summary(&findings);
    if arguments.format == Format::Human {
        if of_site.iter().any(is_error) {
            complain(
                "note: the site itself has mistakes, so some pages may not have been tried\n   \
                 help: `jumelage check` tells them\n",
            );
        }
        match remarks.as_str() {
            "" => say(&format!("no mistakes found in the theme `{}`\n", choice.name))?,
            remarks => complain(&format!("{remarks}\n")),
        }
    }
    Ok(if findings.iter().any(is_error) { Exit::ContentErrors } else { Exit::Good })
}

fn is_of_theme(finding: &Finding) -> bool {
    let lies_in_theme = finding.excerpts.first().is_some_and(|it| it.file.starts_with("themes/"));
    lies_in_theme || OF_THEMES.contains(&finding.code)
}
