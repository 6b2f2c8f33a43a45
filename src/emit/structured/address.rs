//! How a graph writes addresses: whole where it is known where the site will be, else from the page.

use crate::values::Url;

/// Writes addresses for the graph of a page.
pub(super) struct Addresses<'a> {
    base_url: Option<&'a Url>,
    root: &'a str,
}

impl<'a> Addresses<'a> {
    /// `root` is the way from the page to the site's root.
    pub(super) fn new(base_url: Option<&'a Url>, root: &'a str) -> Self {
        Self { base_url, root }
    }

    /// The address of something in the site. Where it is not known where that will be, it is the way
    /// from the page, by which who reads the graph finds it too.
    pub(super) fn of(&self, url: &str) -> String {
        match self.base_url {
            Some(base_url) => crate::emit::sitemap::absolute(base_url, url),
            None => format!("{}{url}", self.root),
        }
    }
}
