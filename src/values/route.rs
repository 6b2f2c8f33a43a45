//! Where a page stands in the published site.

use std::fmt;
use std::sync::Arc;

/// The address of a page or file, relative to the site's root and without a leading slash:
/// `cities/les-cayes/`, `404.html`; nothing for the home page.
///
/// ```
/// use jumelage::values::Route;
///
/// let city = Route::new("cities/les-cayes/");
/// assert_eq!(city.root(), "../../");
/// assert_eq!(city.output_path().as_str(), "cities/les-cayes/index.html");
/// assert_eq!(Route::new("").root(), "./");
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Route(Arc<str>);

impl Route {
    /// Makes a route from a well-formed address; ids are [`super::Slug`]s, so that whatever is
    /// put together from them is well-formed.
    #[must_use]
    pub fn new(address: &str) -> Self {
        Self(address.into())
    }

    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The way from this page to the site's root, to put before any other route.
    #[must_use]
    pub fn root(&self) -> String {
        match self.0.matches('/').count() {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        }
    }

    /// Whether it is the address of a file, not of a page in a folder.
    #[must_use]
    pub fn is_file(&self) -> bool {
        self.0.rsplit('/').next().is_some_and(|name| name.contains('.'))
    }

    /// The file that a static server answers with.
    #[must_use]
    pub fn output_path(&self) -> OutputPath {
        if self.0.is_empty() || self.0.ends_with('/') {
            OutputPath(format!("{}index.html", self.0).into())
        } else {
            OutputPath(self.0.clone())
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`/{}`", self.0)
    }
}

/// The path of a published file, relative to the output folder.
///
/// Its parts are portable: no empty, hidden or dot part, no control character, nothing that
/// Windows cannot store.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutputPath(Arc<str>);

impl OutputPath {
    /// Makes a path, unless a part of it could not be stored or served somewhere.
    #[must_use]
    pub fn new(path: &str) -> Option<Self> {
        let portable = path.split('/').all(|part| {
            !part.is_empty()
                && (!part.starts_with('.') || part == ".well-known")
                && !part.ends_with(['.', ' '])
                && !part.chars().any(|c| c.is_control() || "<>:\"|?*\\".contains(c))
        });
        portable.then(|| Self(path.into()))
    }

    /// Makes the path of a file that a host looks for, or that only its owner reads: it may be hidden.
    #[must_use]
    pub fn of_host(path: &str) -> Self {
        Self(path.into())
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path as it is written in an address, with `%20` for a blank and its like.
    #[must_use]
    pub fn href(&self) -> String {
        super::percent::encoded(&self.0)
    }

    /// The route that a static server answers with this file.
    #[must_use]
    pub fn route(&self) -> Route {
        match self.0.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => Route::new(folder),
            _ => Route(self.0.clone()),
        }
    }
}

impl fmt::Display for OutputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for OutputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.0)
    }
}
