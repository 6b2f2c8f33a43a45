//! The only test binary.

mod diagnostics;
mod facts;
mod fixture;
mod mistakes;
mod prose;
mod publishing;
mod site_test;
mod visible_text;
