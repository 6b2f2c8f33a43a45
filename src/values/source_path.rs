//! The path of a file in the site's folder.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A path relative to the site's folder, with `/` between its parts, that cannot leave it.
///
/// ```
/// use jumelage::values::SourcePath;
///
/// let city = SourcePath::new("content/cities/les-cayes.md").unwrap();
/// assert_eq!(city.file_name(), "les-cayes.md");
/// assert_eq!(city.join("../files/tea.jpg").unwrap().as_str(), "content/files/tea.jpg");
/// assert!(city.join("../../../etc/passwd").is_none());
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SourcePath(Arc<str>);

impl SourcePath {
    /// Makes a path, unless it is absolute, is empty, or has an empty, `.` or `..` part.
    #[must_use]
    pub fn new(path: &str) -> Option<Self> {
        let inside = path.split('/').all(|part| !matches!(part, "" | "." | ".."));
        inside.then(|| Self(path.into()))
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last part.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// The file name's ending after the last dot, if there is one.
    #[must_use]
    pub fn extension(&self) -> Option<&str> {
        self.file_name().rsplit_once('.').map(|(_, extension)| extension)
    }

    /// What follows `folder/`, if the path lies in that folder.
    #[must_use]
    pub fn strip_folder(&self, folder: &str) -> Option<&str> {
        self.0.strip_prefix(folder)?.strip_prefix('/')
    }

    /// The path that `relative` means when it is written in this file, as an editor's own
    /// preview would follow it.
    #[must_use]
    pub fn join(&self, relative: &str) -> Option<Self> {
        let mut parts: Vec<&str> = self.0.split('/').collect();
        parts.pop();
        for part in relative.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop()?;
                }
                part => parts.push(part),
            }
        }
        Self::new(&parts.join("/"))
    }
}

impl TryFrom<String> for SourcePath {
    type Error = &'static str;

    fn try_from(path: String) -> Result<Self, Self::Error> {
        Self::new(&path).ok_or("it leaves the site's folder")
    }
}

impl From<SourcePath> for String {
    fn from(path: SourcePath) -> Self {
        path.as_str().to_owned()
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.0)
    }
}
