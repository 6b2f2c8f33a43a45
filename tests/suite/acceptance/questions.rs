//! What Sister Cities International answers.

use super::Row;

pub(super) const ROWS: &[Row] = &[];
