//! What is sent with every file, so that browsers refuse what the site never does.

use std::collections::BTreeSet;

use crate::output::{Contents, Output};
use crate::reference::css;
use crate::reference::html::{Tags, unescaped};

/// A line of the head of an answer: its name and its value.
pub(super) type Header = (&'static str, String);

/// How long a file may be kept whose name tells its contents.
pub(super) const LASTING: &str = "public, max-age=31536000, immutable";

/// Any other may be kept, and is asked for whenever it is shown.
pub(super) const CHECKED: &str = "no-cache";

/// What a host may say beside it, once nothing of it will ever be without encryption again.
pub(super) const STRICT_TRANSPORT: &str = "max-age=31536000";

/// What is sent with every file of a site.
pub(super) fn of(output: &Output) -> Vec<Header> {
    vec![
        ("Content-Security-Policy", policy(output)),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "strict-origin-when-cross-origin".to_owned()),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()".to_owned()),
    ]
}

/// The policy: what the pages use, and nothing else. `object-src` is there for browsers that show a
/// PDF as an object in an empty page.
fn policy(output: &Output) -> String {
    let Uses { data, forms } = Uses::of(output);
    let img = if data { "'self' data:" } else { "'self'" };
    let forms = if forms.is_empty() {
        "'none'".to_owned()
    } else {
        forms.into_iter().collect::<Vec<_>>().join(" ")
    };
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src {img}; font-src 'self'; \
         connect-src 'self'; manifest-src 'self'; media-src 'self'; object-src 'self'; \
         base-uri 'none'; form-action {forms}; frame-ancestors 'self'"
    )
}

/// What the pages use of what a policy could forbid.
#[derive(Default)]
struct Uses {
    /// Pictures that stand in an address.
    data: bool,
    /// Where forms are sent to.
    forms: BTreeSet<String>,
}

impl Uses {
    fn of(output: &Output) -> Self {
        let mut uses = Self::default();
        for file in output.files() {
            let Contents::Bytes(bytes) = &file.contents else { continue };
            let Ok(text) = std::str::from_utf8(bytes) else { continue };
            if file.path.as_str().ends_with(".css") {
                uses.data |= css::references(text).any(|it| it.address.starts_with("data:"));
            } else if file.path.as_str().ends_with(".html") {
                uses.add_page(text);
            }
        }
        uses
    }

    fn add_page(&mut self, html: &str) {
        for tag in Tags::of(html) {
            if tag.name.eq_ignore_ascii_case("img") {
                self.data |= tag.attribute("src").is_some_and(|src| src.starts_with("data:"));
            } else if tag.name.eq_ignore_ascii_case("form") {
                let action = unescaped(tag.attribute("action").unwrap_or_default());
                self.forms.insert(origin(&action).unwrap_or_else(|| "'self'".to_owned()));
            }
        }
    }
}

/// The host that a whole address names, with its scheme.
fn origin(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let plain = |text: &str| text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.:".contains(&b));
    (plain(scheme) && plain(host) && !host.is_empty()).then(|| format!("{scheme}://{host}"))
}
