//! Whether something is shown yet, or still.

use serde::{Deserialize, Serialize};

use super::Day;

/// Whether the public may see something. What it may not is left out of a site, or shown and
/// marked where drafts are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Visibility {
    /// It may.
    #[default]
    Public,
    /// Not yet: it is a draft.
    Draft,
    /// Not yet: it is published from this day on.
    Scheduled(Day),
    /// No longer: this was the last day.
    Expired(Day),
}
