//! How the files of a site name each other: addresses in HTML, in styles and in scripts, and which file
//! each of them means.

mod address;
pub mod css;
pub mod html;
pub mod script;

pub use address::{is_elsewhere, target};
