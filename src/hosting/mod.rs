//! The finished site for a host: files that may be kept for a year, and the host's own files, which say
//! how long each may be kept, what browsers must refuse, and where former addresses lead.
//!
//! It is a function from an output to an output. The preview does without: a changed style would be
//! another address on every page.

mod apache;
mod caddy;
mod compress;
mod headers;
mod netlify;
mod nginx;
mod place;
mod rename;
mod s3;

use crate::output::{Contents, Origin, Output, OutputFile, Visibility};
use crate::values::{OutputPath, Refusal, Url};
use place::Place;

/// What the site will be served by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Host {
    /// The web server nginx.
    Nginx,
    /// The web server Apache.
    Apache,
    /// The web server Caddy.
    Caddy,
    /// Netlify, and others that read `_headers` and `_redirects`.
    Netlify,
    /// GitHub Pages.
    GithubPages,
    /// Amazon S3, with a CDN before it.
    S3,
}

impl Host {
    /// Every host, in the order of the manual.
    pub const ALL: [Self; 6] =
        [Self::Nginx, Self::Apache, Self::Caddy, Self::Netlify, Self::GithubPages, Self::S3];

    /// What it is called on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Nginx => "nginx",
            Self::Apache => "apache",
            Self::Caddy => "caddy",
            Self::Netlify => "netlify",
            Self::GithubPages => "github-pages",
            Self::S3 => "s3",
        }
    }

    /// The host of a name.
    ///
    /// ```
    /// use jumelage::hosting::Host;
    ///
    /// assert_eq!(Host::parse("nginx"), Ok(Host::Nginx));
    /// assert!(Host::parse("iis").unwrap_err().help.unwrap().contains("apache"));
    /// ```
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let found = Self::ALL.into_iter().find(|host| host.name() == text);
        found.ok_or_else(|| {
            let known = Self::ALL.map(Self::name).join(", ");
            Refusal::new("unknown-value", format!("`{text}` is no host that is known here"))
                .help(format!("known are {known}; for any other, leave it out"))
        })
    }

    /// Whether it sends files that have been compressed before; the others compress by themselves.
    #[must_use]
    pub fn sends_compressed(self) -> bool {
        matches!(self, Self::Nginx | Self::Apache | Self::Caddy)
    }
}

/// How a site is made ready.
#[derive(Debug, Clone, Copy)]
pub struct Deployment<'a> {
    /// What will serve it.
    pub host: Host,
    /// Where it will be; left out, at the top of a host.
    pub base_url: Option<&'a Url>,
    /// Whether compressed copies lie beside files that gain by it.
    pub compress: bool,
}

/// Whether the path of a site's address can stand in the files of every host, which have signs of
/// their own for much else.
pub fn judge_base(base_url: &Url) -> Result<(), Refusal> {
    let path = base_url.path();
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._%".contains(&byte);
    if path.bytes().all(is_plain) {
        return Ok(());
    }
    let message = format!("the path `{path}` cannot be told to a web server");
    let help = "give the site a folder of letters, digits and hyphens, such as `/sister-cities/`";
    Err(Refusal::new("bad-url", message).help(help))
}

/// Makes a finished site ready for a host.
#[must_use]
pub fn prepare(output: Output, deployment: Deployment<'_>) -> Output {
    let Deployment { host, base_url, compress } = deployment;
    let base = format!("{}/", base_url.map_or("", |url| url.path()).trim_end_matches('/'));
    let output = rename::by_contents(output, &base);
    let place = Place::of(&output, &base, compress);
    let files = match host {
        Host::Nginx => vec![(".hosting/nginx.conf".to_owned(), nginx::configuration(&place))],
        Host::Apache => apache::files(&place),
        Host::Caddy => vec![(".hosting/Caddyfile".to_owned(), caddy::configuration(&place))],
        Host::Netlify => netlify::files(&place),
        Host::GithubPages => vec![(".nojekyll".to_owned(), String::new())],
        Host::S3 => s3::files(&place),
    };
    let copies = if compress { compress::copies(&output) } else { Vec::new() };
    let own = files.into_iter().map(|(path, text)| OutputFile {
        path: OutputPath::of_host(&path),
        contents: Contents::Bytes(text.into()),
        origin: Origin::Program("the file for the host"),
        visibility: Visibility::Public,
    });
    output.joined_by(own.chain(copies))
}
