//! What a site holds and a build leaves out: no mistake, and worth to be told.

use serde::{Deserialize, Serialize};

use crate::values::{SourcePath, Visibility};

/// A file whose contents the public may not see yet, or no longer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withheld {
    /// The file.
    pub file: SourcePath,
    /// Why: it is a draft, scheduled, or expired.
    pub visibility: Visibility,
}
