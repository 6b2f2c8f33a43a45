//! The only test binary.

mod publishing;
