//! The guide of Sister Cities International to establishing a relationship.

use super::Row;

pub(super) const ROWS: &[Row] = &[];
