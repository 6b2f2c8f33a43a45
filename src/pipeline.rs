//! The whole program on one screen: a tree of files in, a tree of files out.

use crate::config::languages;
use crate::diagnostic::{Finding, Severity};
use crate::emit::{CONTRACT, Context, Emitted};
use crate::output::Output;
use crate::programme::Choices;
use crate::source::{Sources, locate};
use crate::values::Url;
use crate::values::date::Day;
use crate::{check, config, emit, programme, theme};

/// What is decided for a build, and not by the site.
#[derive(Debug, Clone)]
pub struct Options {
    /// The day for which the site is made.
    pub today: Day,
    /// Whether drafts are published too.
    pub drafts: bool,
    /// Where the site will be, if not where `site.yaml` says.
    pub base_url: Option<Url>,
    /// Whether a warning is as bad as an error.
    pub strict: bool,
}

/// What became of a build.
#[derive(Debug)]
pub struct Build {
    /// The finished site, unless something is wrong.
    pub output: Option<Output>,
    /// What there is to say, in the order of files and lines.
    pub findings: Vec<Finding>,
}

/// Builds a site: the one function that everything else in this crate exists for.
///
/// Every stage goes as far as it can, so that all mistakes are reported at once; an output exists
/// only if none of them is an error.
#[must_use]
pub fn build(sources: &Sources, options: &Options) -> Build {
    let mut report = sources.problems().cloned().collect::<Vec<_>>();
    let config = config::parse(sources).report_to(&mut report);
    let lexicons = languages::load(sources, &config).report_to(&mut report);
    let choices = Choices { today: options.today, drafts: options.drafts };
    let site = programme::load(sources, &config, &lexicons, choices).report_to(&mut report);
    let theme = theme::load(sources, &config.theme, &config.file, &config.languages, &CONTRACT)
        .report_to(&mut report);
    let mut emitted = Emitted::default();
    if let (Some(site), Some(theme)) = (&site, &theme) {
        let base_url = options.base_url.as_ref().or(config.base_url.as_ref());
        let context = Context { site, config: &config, theme, lexicons: &lexicons, base_url };
        let made = emit::emit(&context);
        // A page that could not be made would seem to be missing wherever it is linked to.
        let whole = made.diagnostics.iter().all(|remark| remark.severity < Severity::Error);
        emitted = made.report_to(&mut report);
        if whole {
            report.extend(check::check(&emitted, base_url));
        }
    }
    if options.strict {
        let warnings = report.iter_mut().filter(|remark| remark.severity == Severity::Warning);
        warnings.for_each(|remark| remark.severity = Severity::Error);
    }
    let publishable = site.is_some()
        && theme.is_some()
        && report.iter().all(|remark| remark.severity < Severity::Error);
    let findings = locate(report, sources, theme::built_in_text);
    Build { output: publishable.then_some(emitted.output), findings }
}
