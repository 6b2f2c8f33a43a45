//! `jumelage report`.

use super::args::{Format, Report, ReportFormat};
use super::tell::{read, tell};
use super::today::today;
use super::{Exit, failed, say};
use crate::emit::report::{self, Wanted};
use crate::pipeline::{self, Options};
use crate::values::LanguageTag;

pub(super) fn run(arguments: &Report) -> Result<Exit, Exit> {
    let language = arguments.language.as_deref().map(language).transpose()?;
    let sources = read(&arguments.folder)?;
    let options = Options {
        today: arguments.today.unwrap_or_else(today),
        drafts: false,
        base_url: arguments.base_url.clone(),
        theme: None,
        strict: false,
    };
    let format = match arguments.format {
        ReportFormat::Text => report::Format::Text,
        ReportFormat::Html => report::Format::Html,
        ReportFormat::Json => report::Format::Json,
    };
    let reported =
        pipeline::report(&sources, &options, &Wanted { year: arguments.year, format, language });
    let Some(text) = &reported.text else {
        tell(&reported.findings, &[], Format::Human)?;
        return Ok(Exit::ContentErrors);
    };
    say(text)?;
    Ok(Exit::Good)
}

fn language(text: &str) -> Result<LanguageTag, Exit> {
    LanguageTag::parse(text).map_err(|refusal| {
        failed(Exit::Misuse, &refusal.message, Some("write it as `languages` in site.yaml has it"))
    })
}
