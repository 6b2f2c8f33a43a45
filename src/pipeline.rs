//! The whole program on one screen: a tree of files in, a tree of files out.

use std::sync::Arc;

use crate::config::Config;
use crate::config::languages::{self, Lexicons};
use crate::diagnostic::{Diagnostic, Finding, Severity, Withheld};
use crate::emit::{CONTRACT, Context};
use crate::memo::{Fingerprint, Memory};
use crate::output::{Output, OutputFile};
use crate::programme::{Choices, Programme};
use crate::progress::{Progress, Stage};
use crate::source::{Sources, locate};
use crate::theme::Theme;
use crate::values::date::Day;
use crate::values::{OutputPath, Url};
use crate::{check, config, emit, programme, proofread, theme};

/// What is decided for a build, and not by the site.
#[derive(Debug, Clone, Hash)]
pub struct Options {
    /// The day for which the site is made.
    pub today: Day,
    /// Whether drafts are published too.
    pub drafts: bool,
    /// Where the site will be, if not where `site.yaml` says.
    pub base_url: Option<Url>,
    /// The theme, if not the one that `site.yaml` names.
    pub theme: Option<String>,
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
    /// Where the site will be, if that is known.
    pub base_url: Option<Url>,
    /// What is left out because the public may not see it yet, or no longer.
    pub withheld: Vec<Withheld>,
}

/// Builds a site: the one function that everything else in this crate exists for.
///
/// Every stage goes as far as it can, so that all mistakes are reported at once; an output exists
/// only if none of them is an error.
#[must_use]
pub fn build(sources: &Sources, options: &Options) -> Build {
    rebuild(sources, options, &Memory::none(), Onlooker::default())
}

/// Who looks on while a site is built, and changes nothing about it.
#[derive(Default)]
pub struct Onlooker<'a> {
    /// Pages to be shown before all others are made.
    pub ahead: Option<Ahead<'a>>,
    /// Who is told how far the work is.
    pub progress: Progress<'a>,
}

/// Pages that somebody waits for.
pub struct Ahead<'a> {
    /// Where they are published.
    pub pages: &'a [OutputPath],
    /// Takes them, before all others are made; nothing stands for a page that is no longer there.
    /// They may yet turn out to belong to a site that is not to be published.
    pub show: &'a mut dyn FnMut(Vec<(OutputPath, Option<OutputFile>)>),
}

/// Builds a site again. What is remembered is not made anew; the result is that of [`build`].
#[must_use]
pub fn rebuild(
    sources: &Sources,
    options: &Options,
    memory: &Memory,
    onlooker: Onlooker<'_>,
) -> Build {
    let progress = onlooker.progress;
    let (mut understood, mut report) = understand(sources, options, memory, progress);
    if let Some(ahead) = onlooker.ahead.filter(|_| is_sound(&report))
        && let Some(context) = understood.context(options, memory, progress)
    {
        // A page with a mistake is shown as it was.
        let page = |path: &OutputPath| Some((path.clone(), emit::page(&context, path).ok()?));
        (ahead.show)(ahead.pages.iter().filter_map(page).collect());
    }
    report = understood.judge(report, sources, options, memory, progress);
    let mut output = None;
    if let Some(context) = understood.context(options, memory, progress) {
        let made = emit::emit(&context);
        // A page that could not be made would seem to be missing wherever it is linked to.
        let whole = is_sound(&made.diagnostics);
        let made = made.report_to(&mut report);
        if whole {
            progress.begins(Stage::Checking);
            let links = || emit::written_links(&context);
            report.extend(check::check(&made, context.base_url, links, memory));
        }
        output = Some(made);
    }
    if options.strict {
        let warnings = report.iter_mut().filter(|remark| remark.severity == Severity::Warning);
        warnings.for_each(|remark| remark.severity = Severity::Error);
    }
    progress.begins(Stage::Telling);
    let output = output.filter(|_| is_sound(&report));
    let findings = locate(report, sources, theme::built_in_text);
    let withheld = match &understood.programme {
        Some(programme) if !options.drafts => programme.site.hidden().collect(),
        _ => Vec::new(),
    };
    let base_url = options.base_url.clone().or(understood.config.base_url);
    Build { output, findings, base_url, withheld }
}

/// What became of a report.
#[derive(Debug)]
pub struct Reported {
    /// The report, unless something is wrong with the site.
    pub text: Option<String>,
    /// What there is to say, in the order of files and lines.
    pub findings: Vec<Finding>,
}

/// Tells how the programme stands, instead of building its site.
#[must_use]
pub fn report(sources: &Sources, options: &Options, wanted: &emit::report::Wanted) -> Reported {
    let memory = Memory::none();
    let progress = Progress::untold();
    let (mut understood, report) = understand(sources, options, &memory, progress);
    let mut report = understood.judge(report, sources, options, &memory, progress);
    let context = understood.context(options, &memory, progress);
    let text = context.filter(|_| is_sound(&report));
    let text = text.map(|context| emit::report::report(&context, wanted));
    let text = text.and_then(|text| text.report_to(&mut report));
    Reported { text, findings: locate(report, sources, theme::built_in_text) }
}

/// What the sources mean, as far as they could be understood.
struct Understood {
    config: Config,
    lexicons: Arc<Lexicons>,
    programme: Option<Programme>,
    theme: Option<Arc<Theme>>,
}

/// Finds out what the sources mean, and what of them has no meaning.
fn understand(
    sources: &Sources,
    options: &Options,
    memory: &Memory,
    progress: Progress<'_>,
) -> (Understood, Vec<Diagnostic>) {
    progress.begins(Stage::Settings);
    let mut report = sources.problems().cloned().collect::<Vec<_>>();
    let config = config::parse(sources).report_to(&mut report);
    let lexicons = languages::load(sources, &config, memory).report_to(&mut report);
    let choices = Choices { today: options.today, drafts: options.drafts };
    let programme = programme::load(sources, &config, &lexicons, choices, memory, progress)
        .report_to(&mut report);
    progress.begins(Stage::Theme);
    let choice = theme::Choice {
        name: options.theme.as_ref().unwrap_or(&config.theme),
        look: &config.look,
        languages: &config.languages,
        file: &config.file,
    };
    let theme = theme::load(sources, choice, &CONTRACT, memory).report_to(&mut report);
    (Understood { config, lexicons, programme, theme }, report)
}

impl Understood {
    /// Judges what was understood, and gives all that there is to say its level.
    fn judge(
        &mut self,
        mut report: Vec<Diagnostic>,
        sources: &Sources,
        options: &Options,
        memory: &Memory,
        progress: Progress<'_>,
    ) -> Vec<Diagnostic> {
        progress.begins(Stage::Rules);
        if let Some(programme) = &mut self.programme {
            let judged = programme.judge(&report, &self.lexicons, memory);
            report.extend(judged);
        }
        let site = self.programme.as_ref().map(|programme| &programme.site);
        let is_shown = |file: &_| site.is_some_and(|site| options.drafts || site.is_public(file));
        proofread::settle(report, sources, &self.config.levels, is_shown, memory)
    }

    /// What everything is made from; nothing, if there is no programme or no theme.
    fn context<'a>(
        &'a self,
        options: &'a Options,
        memory: &'a Memory,
        progress: Progress<'a>,
    ) -> Option<Context<'a>> {
        let Self { config, lexicons, programme, theme } = self;
        let (Programme { site, texts }, theme) = (programme.as_ref()?, theme.as_ref()?);
        let base_url = options.base_url.as_ref().or(config.base_url.as_ref());
        let parts = (site.fingerprint, theme.fingerprint, lexicons.fingerprint());
        let fingerprint = Fingerprint::of(&(parts, base_url.map(Url::as_str)));
        Some(Context {
            site,
            texts,
            config,
            theme,
            lexicons,
            base_url,
            fingerprint,
            memory,
            progress,
        })
    }
}

fn is_sound(report: &[Diagnostic]) -> bool {
    report.iter().all(|remark| remark.severity < Severity::Error)
}
