//! New Haven's site: a nonprofit hub.

use super::Row;

pub(super) const ROWS: &[Row] = &[];
