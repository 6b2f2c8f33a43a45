//! Every command and option, with its help text.

use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::hosting::Host;
use crate::serve::{Editor, Prefix};
use crate::shelf::Shelf;
use crate::values::date::Day;
use crate::values::{AllowedHost, Refusal, Url};

/// Publishes the website of a sister-city programme from a folder of Markdown and YAML.
#[derive(Debug, Parser)]
#[command(
    version,
    after_help = "\
To begin:
  jumelage init my-site       makes a small site that you can change
  jumelage serve my-site      shows it in your browser, and every change that you save
  jumelage build my-site      turns it into web pages, in my-site/public

Change the files in my-site/content. Whatever is wrong in them is told with its place and what to
write instead. `jumelage serve --help` and `jumelage build --help` explain more.

Exit status: 0 good; 1 the content has errors; 2 used wrongly; 3 the machine failed."
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    // Without words of their own, so that `--help` of each shows all of its own.
    Init(Init),
    Build(Build),
    Serve(Serve),
    Check(Check),
    Explain(Explain),
    Report(Report),
    Schema(Schema),
    // Its words are here: a list of commands has none of its own.
    /// List, show, check and begin themes: how a site looks.
    #[command(subcommand)]
    Theme(ThemeCommand),
}

/// Make a small, complete site to begin with.
///
/// The folder must not exist yet, or be empty.
#[derive(Debug, Args)]
pub(super) struct Init {
    /// The folder to make
    #[arg(value_name = "DIR")]
    pub(super) folder: PathBuf,
}

/// Turn the site into web pages.
///
/// Nothing is written unless everything could be made. The new site then takes the place of the
/// old one in a single step, so that visitors see one or the other, whole. Files that have not
/// changed keep their time. A folder that jumelage did not make is never touched.
#[derive(Debug, Args)]
pub(super) struct Build {
    /// Where to put the pages; left out, `public` in the site's folder
    #[arg(short, long, value_name = "DIR")]
    pub(super) output: Option<PathBuf>,
    /// Make it ready for what will serve it: nginx, apache, caddy, netlify, github-pages or s3
    #[arg(long = "for", value_name = "HOST", value_parser = parse_hosting)]
    pub(super) host: Option<Host>,
    /// Put compressed copies beside files that gain by it, with `--for` nginx, apache or caddy
    #[arg(long, requires = "host")]
    pub(super) compress: bool,
    #[command(flatten)]
    pub(super) site: Site,
}

/// Show the site in a browser while you write.
///
/// Every change that you save is seen at once, in the page as it stands; nothing is written to the
/// disk. What is wrong is told in the page, with its place and what to do, and goes by itself when
/// it is mended. Ctrl-C ends it.
#[derive(Debug, Args)]
pub(super) struct Serve {
    /// The folder that holds `content`; left out, the one you are in
    #[arg(value_name = "SITE", default_value = ".", hide_default_value = true)]
    pub(super) folder: PathBuf,
    /// Open the site in your browser
    #[arg(long)]
    pub(super) open: bool,
    /// Where to listen on this machine; left out, 8000 or a free one near it
    #[arg(long, value_name = "PORT")]
    pub(super) port: Option<u16>,
    /// Let others in the network see it: `0.0.0.0` shows it to all of them, to try it on a phone
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    pub(super) host: IpAddr,
    /// A name by which browsers may call this machine, beside `localhost` and its addresses
    #[arg(long = "allow-host", value_name = "NAME", value_parser = parse_host)]
    pub(super) allowed_hosts: Vec<AllowedHost>,
    /// Serve the site below a path, as its host will
    #[arg(long, value_name = "PATH", default_value = "/", hide_default_value = true, value_parser = parse_prefix)]
    pub(super) as_hosted: Prefix,
    /// What opens files: vscode, vscodium, cursor, zed, idea, sublime, textmate, none, or an
    /// address with {file}, {line} and {column}
    #[arg(long, value_name = "EDITOR", default_value = "vscode", value_parser = parse_editor)]
    pub(super) editor: Editor,
    /// Look through the folder every so many seconds; needed only where changes are not noticed
    #[arg(long, value_name = "SECONDS", num_args = 0..=1, require_equals = true, default_missing_value = "1", value_parser = parse_seconds)]
    pub(super) poll: Option<Duration>,
    /// Leave out drafts and pages that are scheduled or have expired, as `build` does
    #[arg(long)]
    pub(super) no_drafts: bool,
    /// Where the site will be on the web, if not where `site.yaml` says
    #[arg(long, value_name = "URL", value_parser = parse_url)]
    pub(super) base_url: Option<Url>,
    /// Show the site as it is on another day than today, such as 2027-01-01
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    pub(super) today: Option<Day>,
    #[command(flatten)]
    pub(super) jobs: Jobs,
    #[command(flatten)]
    pub(super) cache: Cache,
}

/// Look for mistakes without publishing anything.
///
/// Everything is made as for `build`, and then not published. With `--external`, the addresses of other
/// websites are visited too, a few at a time.
#[derive(Debug, Args)]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) site: Site,
    /// Visit the addresses of other websites, and tell which of them lead nowhere
    #[arg(long)]
    pub(super) external: bool,
    /// How long one of them may take to answer
    #[arg(long, value_name = "SECONDS", default_value = "20", requires = "external", value_parser = parse_seconds)]
    pub(super) timeout: Duration,
}

/// Say what a kind of mistake means, and what to do about it.
#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The name in brackets of a message, such as `unknown-key`; left out, all of them are listed
    #[arg(value_name = "CODE")]
    pub(super) code: Option<String>,
}

/// Say which keys a kind of file may have, as JSON Schema.
///
/// Editors that know the schema of a file offer its keys and say what each is for. The manual,
/// docs/content/README.md, tells how to let an editor know.
#[derive(Debug, Args)]
pub(super) struct Schema {
    /// The kind of file, such as `site` or `city`; left out, all of them are listed
    #[arg(value_name = "KIND")]
    pub(super) kind: Option<String>,
    /// Of a translation of such a file
    #[arg(long, requires = "kind")]
    pub(super) translation: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum ThemeCommand {
    List(ThemeList),
    Show(ThemeShow),
    Check(ThemeCheck),
    Eject(ThemeEject),
    New(ThemeNew),
}

/// List the themes that a site can choose, and mark the one it has.
#[derive(Debug, Args)]
pub(super) struct ThemeList {
    #[command(flatten)]
    pub(super) place: ThemePlace,
}

/// Show what a theme is made of.
///
/// Its settings with what the site has chosen, its templates with what they make and whether they
/// are built in or the site's own, and the blocks of each, which a template of yours can fill anew.
#[derive(Debug, Args)]
pub(super) struct ThemeShow {
    /// The theme; left out, the one that the site has
    #[arg(value_name = "THEME")]
    pub(super) name: Option<String>,
    #[command(flatten)]
    pub(super) place: ThemePlace,
    /// Show it as JSON, with what every template is given and what is in the views
    #[arg(long)]
    pub(super) json: bool,
}

/// Look for mistakes in a theme.
///
/// Its templates are compared with the contract and filled in for every page of the site; its
/// words with those in English; its files with what is asked for. Nothing is written.
#[derive(Debug, Args)]
pub(super) struct ThemeCheck {
    /// The theme; left out, the one that the site has
    #[arg(value_name = "THEME")]
    pub(super) name: Option<String>,
    #[command(flatten)]
    pub(super) place: ThemePlace,
    /// Take warnings for errors
    #[arg(long)]
    pub(super) strict: bool,
    /// Whom mistakes are told to
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(super) format: Format,
}

/// Copy built-in files of a theme into the site, to change them there.
///
/// A file in the site's `themes/THEME` stands in for the built-in one. Nothing of yours is replaced
/// unless you say so.
#[derive(Debug, Args)]
pub(super) struct ThemeEject {
    /// The files, such as `city.html`, `partials/footer.html`, `30-base.css` or `en.ftl`
    #[arg(value_name = "FILE", required = true)]
    pub(super) files: Vec<String>,
    /// The theme; left out, the one that the site has
    #[arg(long, value_name = "THEME")]
    pub(super) theme: Option<String>,
    /// Write a template that builds on the built-in one instead of copying it
    #[arg(long)]
    pub(super) extend: bool,
    /// Replace files that are there already
    #[arg(long)]
    pub(super) force: bool,
    #[command(flatten)]
    pub(super) place: ThemePlace,
}

/// Make a small theme of your own, which builds on another.
#[derive(Debug, Args)]
pub(super) struct ThemeNew {
    /// What it is called: small letters, digits and hyphens
    #[arg(value_name = "NAME")]
    pub(super) name: String,
    /// The theme that it builds on
    #[arg(long, value_name = "THEME", default_value = "civic")]
    pub(super) parent: String,
    #[command(flatten)]
    pub(super) place: ThemePlace,
}

/// Tell a council how the programme stands: partner cities, delegations, what falls due.
///
/// The numbers are those of the directory. What happened is that of one year; what falls due is that
/// of the twelve months after today. Nothing is written: send the report where you want it, as in
/// `jumelage report --format html > report.html`.
#[derive(Debug, Args)]
pub(super) struct Report {
    /// The folder that holds `content`; left out, the one you are in
    #[arg(value_name = "SITE", default_value = ".", hide_default_value = true)]
    pub(super) folder: PathBuf,
    /// The year to tell of; left out, the one of today
    #[arg(long, value_name = "YEAR", value_parser = parse_year)]
    pub(super) year: Option<i32>,
    /// How it is written
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub(super) format: ReportFormat,
    /// The language of the site that it is in; left out, the site's own
    #[arg(long, value_name = "LANGUAGE")]
    pub(super) language: Option<String>,
    /// Where the site will be on the web, if not where `site.yaml` says: the report links to its pages
    #[arg(long, value_name = "URL", value_parser = parse_url)]
    pub(super) base_url: Option<Url>,
    /// Make the report as it is on another day than today, such as 2027-01-01
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    pub(super) today: Option<Day>,
}

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormat {
    /// For a terminal or an e-mail
    Text,
    /// A page to print or to send, complete in one file
    Html,
    /// For other programs
    Json,
}

/// Which site's themes are meant.
#[derive(Debug, Args)]
pub(super) struct ThemePlace {
    /// The folder that holds `content`; left out, the one you are in
    #[arg(long, value_name = "SITE", default_value = ".", hide_default_value = true)]
    pub(super) site: PathBuf,
}

/// What is built, and how.
#[derive(Debug, Args)]
pub(super) struct Site {
    /// The folder that holds `content`; left out, the one you are in
    #[arg(value_name = "SITE", default_value = ".", hide_default_value = true)]
    pub(super) folder: PathBuf,
    /// Where the site will be on the web, if not where `site.yaml` says
    #[arg(long, value_name = "URL", value_parser = parse_url)]
    pub(super) base_url: Option<Url>,
    /// Publish drafts and pages that are scheduled or have expired too
    #[arg(long)]
    pub(super) drafts: bool,
    /// Make the site as it is on another day than today, such as 2027-01-01
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    pub(super) today: Option<Day>,
    /// Take warnings for errors, so that nothing is published while there are any
    #[arg(long)]
    pub(super) strict: bool,
    /// Whom mistakes are told to
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(super) format: Format,
    /// Say at the end how long each part of the work took
    #[arg(long)]
    pub(super) timings: bool,
    #[command(flatten)]
    pub(super) jobs: Jobs,
    #[command(flatten)]
    pub(super) cache: Cache,
}

/// What is kept from one run to the next.
#[derive(Debug, Args)]
pub(super) struct Cache {
    /// Make everything anew, without `.jumelage/cache` in the site's folder, where what `build` has
    /// made is kept for the next time
    #[arg(long)]
    pub(super) no_cache: bool,
}

impl Cache {
    /// The shelf of the site in a folder.
    pub(super) fn shelf(&self, folder: &Path) -> Shelf {
        if self.no_cache { Shelf::none() } else { Shelf::of(folder) }
    }
}

/// How much of the machine a command uses.
#[derive(Debug, Args)]
pub(super) struct Jobs {
    /// How many threads work at once; left out, as many as the machine has processors
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(super) jobs: Option<u16>,
}

/// Whom mistakes are told to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// People: with the line, and what to write instead
    Human,
    /// Other programs
    Json,
    /// Tools for code review (SARIF 2.1.0)
    Sarif,
    /// GitHub's workflows
    Github,
}

fn parse_host(text: &str) -> Result<AllowedHost, String> {
    AllowedHost::parse(text).map_err(told)
}

fn parse_hosting(text: &str) -> Result<Host, String> {
    Host::parse(text).map_err(told)
}

fn parse_prefix(text: &str) -> Result<Prefix, String> {
    Prefix::parse(text).map_err(told)
}

fn parse_editor(text: &str) -> Result<Editor, String> {
    Editor::parse(text).map_err(told)
}

fn parse_seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    let sensible = |seconds: &Duration| (0.05..=3600.0).contains(&seconds.as_secs_f64());
    seconds.filter(sensible).ok_or_else(|| "write a number of seconds, such as 1 or 0.5".to_owned())
}

fn told(refusal: Refusal) -> String {
    match refusal.help {
        Some(help) => format!("{}: {help}", refusal.message),
        None => refusal.message,
    }
}

fn parse_url(text: &str) -> Result<Url, String> {
    Url::parse(text).map_err(told)
}

fn parse_year(text: &str) -> Result<i32, String> {
    let year = text.parse().ok().filter(|year| (1..=9999).contains(year));
    year.ok_or_else(|| "write the year in digits, such as 2025".to_owned())
}

fn parse_day(text: &str) -> Result<Day, String> {
    // Of all the ways to write a date, only the whole day will do here.
    Day::parse(text).map_err(|_| "write the year, the month and the day, such as 2027-01-01".into())
}
