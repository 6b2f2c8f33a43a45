//! What the rules about words find, and what they leave in peace.

mod quiet;
mod repeat;
mod residue;
mod wording;

/// The fixtures of this folder.
pub(crate) const FIXTURES: &[&str] =
    &[include_str!("repeat.rs"), include_str!("residue.rs"), include_str!("wording.rs")];
