//! What the documents say together.

use super::Row;

pub(super) const ROWS: &[Row] = &[];
