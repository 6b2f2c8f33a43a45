//! Finds words in documents: an index as files, which a script in a browser reads a few of.
//!
//! Text is folded here as the script folds what somebody asks for: a table of cases,
//! `src/search/cases.json`, is tried by both.

mod document;
mod fold;
mod index;
mod postings;

pub use document::{Document, Name};
pub use fold::{fold, words};
pub use index::{Index, IndexFile};
